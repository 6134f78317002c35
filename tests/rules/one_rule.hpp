// One rule, written as the lines that matter, tried on a marked article.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.hpp"

namespace claimcheck::test {

/// A rule file `test.yaml` around the lines given: id, message and so on are filled in where they are missing.
std::string rule_text(std::string const& lines);

Result<rules::RuleSet> load(std::string const& lines);

/// What is wrong with a rule file, one fault a line; empty when nothing is.
std::string faults_of(std::string const& bytes, std::string const& file = "test.yaml");

/// The findings of one rule on one marked text, as "underlined text: message".
std::vector<std::string> found(std::string const& lines, std::string const& text, std::string const& headline = "");

} // namespace claimcheck::test
