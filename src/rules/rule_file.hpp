// A rule file as it was written: every text with its place, nothing interpreted but the outline. See docs/rules.md for
// the keys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "claim/finding.hpp"

namespace claimcheck::rules {

/// A text of the file and where it stands.
struct Located {
  std::string text;
  std::uint32_t line = 0, column = 0;

  bool empty() const { return text.empty(); }
};

/// One name of `bind` with its keys.
struct BindSource {
  Located name;
  Located kind;                 ///< as in a hole
  std::vector<Located> regions; ///< any of these; none: everywhere
  std::vector<Located> same;    ///< keys that must equal those of the names before it
  Located where;                ///< a condition on this name alone
};

struct NamedText {
  Located name;
  Located text;
};

/// An article that a rule must object to, or must not.
struct Example {
  std::string text;
  std::string at;       ///< the text that the finding underlines
  std::string computed; ///< a text that the finding's computed value, message or alternatives must contain
  std::string date;     ///< of the document, ISO
  std::string headline;
  std::string format; ///< plain, markdown, html
  std::string facts;  ///< of the user, YAML as in facts.yaml
  bool wrong = false;
  std::uint32_t line = 0;
};

struct RuleSource {
  std::string file;
  std::string written; ///< the whole file, for the places of faults; empty for the rules that the program carries
  Located id, topic, title, explain, message, primary, require, on, where, unless;
  Level level = Level::warning;
  std::vector<Located> match;
  std::vector<BindSource> bind;
  std::vector<NamedText> let;     ///< names for expressions, in order
  std::vector<NamedText> options; ///< names with a default that the configuration may change
  std::vector<NamedText> roles;   ///< what each piece of evidence is: "converted from"
  std::vector<Located> alternatives;
  std::vector<Located> guards_off; ///< guards that the rule does without; "all" for all
  double near_miss = 2;            ///< 0: off
  double confidence = 0.9;
  Located measured; ///< how often it was right, on what: for `explain`
  bool diagnose = true;
  bool loose = false; ///< two bare counts may be joined without a shared subject
  std::vector<Example> examples;
};

/// Reads the outline of one rule. Faults go to `faults`: unknown key, wrong type, missing key, no wrong or fine
/// example, id that is not the file's name. What could be read comes back all the same, so that its faults are found as
/// well.
RuleSource read_rule(yaml::Tree const& tree, Diagnostics& faults);

/// A fault at an offset into a text of the file.
Diagnostic fault_at(RuleSource const& source, Located const& text, std::uint32_t offset, std::string message,
                    std::string remedy = {});

} // namespace claimcheck::rules
