// The rules as people read about them: the list, the page of one rule, the tables of the rule language, and the run of
// its examples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/session.hpp"

namespace claimcheck {

/// One rule a line, grouped by topic, with its level and title.
std::string rule_list(Plan const& plan);
/// The same as a JSON array.
std::string rule_list_json(Plan const& plan);
/// The page of one rule: why, how it decides, when it is silent, options, examples. Nothing when there is no such rule.
std::optional<std::string> rule_page(Plan const& plan, std::string const& id, bool markdown);
/// Ids that may be meant by `word`; empty when none is near.
std::string nearest_rule(Plan const& plan, std::string const& word);

// The tables of the rule language.
std::string relation_list();
std::string function_list();
std::string field_list();

struct ExampleReport {
  std::size_t passed = 0, failed = 0;
  std::string text; ///< what failed; with `verbose` also what passed
};
/// Runs the examples of all rules of the plan that are on; `only_files` (where not empty) restricts them to rules of
/// these files.
ExampleReport run_rule_examples(Plan const& plan, std::vector<std::string> const& only_files, bool verbose);

} // namespace claimcheck
