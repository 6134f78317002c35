// The tables of the rule language and the pages of the rules, as text: for `claimcheck rules`, `claimcheck explain` and
// docs/.
#pragma once

#include <string>

#include "rules/rule_set.hpp"

namespace claimcheck::rules {

/// Markdown tables; what they list is what the program knows.
std::string fields_table();
std::string functions_table();
std::string relations_table();
std::string classes_table(Lexicon const& lexicon);

/// One line a rule: id, level, topic, title.
std::string rule_list(RuleSet const& rules);
/// The manual page of one rule: title, why and how, options, examples, as Markdown.
std::string rule_page(RuleSet const& rules, Rule const& rule);

} // namespace claimcheck::rules
