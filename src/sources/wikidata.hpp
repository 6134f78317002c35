// Reads what Wikidata's API answers: entities, their statements, ranks and qualifiers. No network here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/reference.hpp"

namespace claimcheck::sources::wikidata {

/// Ids of a wbsearchentities answer whose label or alias is the wanted name itself, in the order of the answer. Prefix
/// matches are left out: "Antal" finds Antalya. Nothing when the answer is damaged.
std::optional<std::vector<std::string>> search_results(std::string_view body, std::string_view name);

/// The entities of a wbgetentities answer as candidates (`wd:Q6487`); those that do not exist are left out.
std::optional<std::vector<reference::Candidate>> candidates(std::string_view body);

/// The statements of one entity about a property. Deprecated ones are left out; each carries the dates of its
/// qualifiers (P580, P582, P585), its bounds, and its unit in UCUM. Preferred statements come first. Nothing when the
/// answer is damaged.
std::optional<std::vector<reference::Fact>> statements(std::string_view body, std::string_view id,
                                                       reference::Property property);

/// A point in time as Wikibase writes it: the days that it may mean, by its precision. Julian dates are converted;
/// years BC count without a year 0. Nothing for a precision coarser than a century, and for what is no date.
struct Span {
  Days first, last;
  int precision = 11;
};
std::optional<Span> time_span(std::string_view time, int precision, bool julian);

} // namespace claimcheck::sources::wikidata
