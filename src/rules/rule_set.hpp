// All rules in force, compiled together; checks articles. Immutable, for any number of threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "claim/finding.hpp"
#include "resolve/article.hpp"
#include "rules/automaton.hpp"
#include "rules/rule.hpp"

namespace claimcheck::rules {

/// Which rules run and how, as the command line and the configuration say. Names are ids, topics, or ids with `*` at
/// the end.
struct RuleOptions {
  std::vector<std::string> select; ///< only these; empty: all that are not off
  std::vector<std::string> ignore;
  std::map<std::string, Level> levels;
  std::map<std::string, std::map<std::string, std::string>> options; ///< rule -> option -> expression
};

/// What the rules said about one article.
struct Verdicts {
  std::vector<Finding> findings;      ///< sorted by place, then rule
  std::vector<Agreement> agreements;  ///< sorted by first claim, then rule
  std::vector<SourceVerdict> sources; ///< what the reference said, by place, each once
  std::vector<std::string> limited;   ///< rules that stopped at the limit of combinations
};

class RuleSet {
 public:
  /// The rules that the program carries, with the options. A fault in a built-in rule is a broken build and throws;
  /// unknown names in the options are reported.
  static Result<RuleSet> builtin(RuleOptions const& options = {}, Lexicon const& lexicon = Lexicon::builtin());
  /// Built-in rules (where `with_builtin`) and those of the trees. All faults of all files together.
  static Result<RuleSet> load(std::vector<yaml::Tree> const& trees, bool with_builtin, RuleOptions const& options = {},
                              Lexicon const& lexicon = Lexicon::builtin());

  /// Every rule that was loaded, off or not, sorted by id.
  std::vector<Rule> const& rules() const { return rules_; }
  Rule const* find(std::string_view id) const;
  Level level(Rule const& rule) const { return levels_[static_cast<std::size_t>(&rule - rules_.data())]; }

  /// Checks the article and sets the status of its claims.
  /// Without `ledger` the agreements say which claims agree, and not how that was computed.
  Verdicts check(Article& article, bool ledger = true) const;

 private:
  friend class Checker;
  struct PatternUse {
    std::uint32_t rule = 0;
    std::vector<std::uint16_t> slots; ///< of each hole
  };

  std::vector<Rule> rules_;
  std::vector<Level> levels_;
  Automaton automaton_;
  std::vector<std::vector<PatternUse>> uses_; ///< of each pattern of the automaton
  std::vector<std::uint32_t> binding_rules_;  ///< rules with `bind`, in force
  std::vector<std::uint32_t> relation_rules_; ///< rules with `on`, in force
};

} // namespace claimcheck::rules
