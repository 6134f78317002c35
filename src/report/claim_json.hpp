// Claims, attributions and findings as the JSON objects of the interface "claimcheck/1".
#pragma once

#include <string>

#include "report/json_writer.hpp"
#include "report/place.hpp"
#include "resolve/article.hpp"

namespace claimcheck::report {

inline constexpr std::string_view schema_name = "claimcheck/1";

/// "c1", "a1": the index plus one, as people count.
std::string claim_name(ClaimId id);
std::string attribution_name(std::uint32_t id);
/// YYYY-MM-DD; years beyond four digits and before Christ as ISO 8601 writes them.
std::string iso_date(Days day);

/// The speaker's fullest name, or the words that name the source; empty when the text names none.
std::string speaker_name(Article const& article, Attribution const& attribution);

/// Offsets count UTF-8 bytes of the source. `locator` belongs to the article's document.
void write_claim(JsonWriter& json, Article const& article, ClaimId id, Locator& locator);
void write_attribution(JsonWriter& json, Article const& article, std::uint32_t id);
void write_finding(JsonWriter& json, Article const& article, Finding const& finding, Locator& locator);
/// The members low and high; null where unbounded.
void write_interval(JsonWriter& json, Interval const& interval);
/// The members start, end, text, line, column, end_line, end_column of an open object.
void write_place(JsonWriter& json, Place const& place);

} // namespace claimcheck::report
