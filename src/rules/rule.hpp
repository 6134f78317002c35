// A rule, checked and compiled: patterns parsed, names resolved to slots, expressions typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "grammars/pattern.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/expression.hpp"
#include "rules/relation.hpp"
#include "rules/rule_file.hpp"

namespace claimcheck::rules {

/// Guards, one bit each: circumstances in which a figure is not the writer's statement.
enum Guard : std::uint8_t {
  guard_quoted = 1, ///< some of the figures stand in a quotation, others do not; all in one: the finding is a note
  guard_hypothetical = 2,
  guard_negated = 4,
  guard_question = 8,
  guard_updated = 16,
  guard_speaker = 32, ///< different people say them
  all_guards = 63,
};

/// A message: texts and the expressions between them.
struct Template {
  struct Part {
    std::string text;
    Expression expression; ///< empty: only text
  };
  std::vector<Part> parts;
};

/// A key that bindings share.
enum class JoinKey : std::uint8_t { kind, region, paragraph, sentence, subject, dimension, unit, speaker, value };

struct BoundName {
  std::uint16_t slot = 0;
  KindMask kinds = 0;
  std::vector<std::string> regions;
  std::vector<JoinKey> same;
  Expression where;
};

struct Rule {
  RuleSource source;
  std::vector<SlotType> slots; ///< holes, bound names or roles; then options; then lets
  std::vector<grammar::Pattern> patterns;
  std::vector<std::vector<std::uint16_t>> hole_slots; ///< of each pattern: the slot of each hole in its order
  std::vector<BoundName> bind;
  Relation const* relation = nullptr;
  std::uint16_t evidence_slots = 0; ///< so many slots are evidence; the rest are computed
  std::vector<Expression> computed; ///< of the options and lets, in the order of their slots
  Expression where, unless, require;
  std::uint16_t primary = 0;
  Template message;
  std::vector<Template> alternatives;
  std::vector<std::string> roles; ///< of each slot
  std::uint8_t guards = all_guards;

  std::string const& id() const { return source.id.text; }
};

/// Nothing after a fault; all faults of the rule go to `faults`. `option_values` replace the defaults of its options:
/// name and expression.
std::optional<Rule> compile_rule(RuleSource source, Lexicon const& lexicon,
                                 std::vector<std::pair<std::string, std::string>> const& option_values,
                                 Diagnostics& faults);

} // namespace claimcheck::rules
