// The rules as people read about them: the list, the page of one rule, and those of the report's own rules about
// sign-offs.
#pragma once

#include <optional>
#include <string>

#include "engine/session.hpp"

namespace claimcheck {

/// One rule a line, grouped by topic, with its level and title.
std::string rule_list(Plan const& plan);
/// The same as a JSON array.
std::string rule_list_json(Plan const& plan);
/// The page of one rule as Markdown: why, how it decides, when it is silent, options, examples. Nothing when there is
/// no such rule.
std::optional<std::string> rule_page(Plan const& plan, std::string const& id);
/// The id that may be meant by `word`; empty when none is near.
std::string nearest_rule(Plan const& plan, std::string const& word);

} // namespace claimcheck
