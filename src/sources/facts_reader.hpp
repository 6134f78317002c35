// Reads facts from YAML: the project's own (data/*.yaml) and a user's (facts.yaml), in one form. docs/reference.md
// describes it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "sources/fact_table.hpp"

namespace claimcheck::sources {

/// Adds what the trees say to the table. Every fault is reported with its line and column, and what is faulty is left
/// out; the sources that any of the trees describe are known to all of them.
Diagnostics read_facts(std::vector<yaml::Tree> const& trees, FactTable& table);

/// A day, month or year in ISO form: its first day, or its last with `end`. Nothing when it is no date.
std::optional<Days> parse_day(std::string_view text, bool end);

/// `1,344,000`, `2.72 million`, `-4e3`.
std::optional<Decimal> parse_amount(std::string_view text);

} // namespace claimcheck::sources
