// Reading and checking together: what the program does with each document.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "rules/examples.hpp"
#include "rules/manual.hpp"
#include "rules/mutate.hpp"
#include "rules/rule_set.hpp"

namespace claimcheck {

/// Which rules run.
struct RuleChoice {
  std::vector<std::string> files; ///< more rule files, or folders of them (*.yaml)
  rules::RuleOptions options;
};

/// The built-in rules and those of the files. All faults of all files together.
Result<std::shared_ptr<rules::RuleSet const>> load_rules(RuleChoice const& choice = {});
/// Only the rules of the files: for `claimcheck test`.
Result<std::shared_ptr<rules::RuleSet const>> load_rules_alone(std::vector<std::string> const& files);

/// Reads the document, runs the rules, sets the status of its claims. Thread-safe. Without `ledger` the agreements do
/// not say how they were computed.
Checked check(Input input, rules::RuleSet const& rules, bool ledger = true);

/// The article of an example of a rule file. Throws std::invalid_argument when its facts are none.
Article read_example(rules::Example const& example);

} // namespace claimcheck
