// All temporal claims of an article: its own date first, then every expression in reading order.
#pragma once

#include <string_view>
#include <vector>

#include "claim/temporal_reading.hpp"
#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// Fills article.date and the `time` of every temporal claim. `reading_of` gives each claim its index into `readings`,
/// or no_id. `date` is the date of publication as the user gave it (ISO; empty when unknown). Claims whose words turn
/// out to be no date ("three days later" with nothing before it) become what they are without it.
void resolve_times(Article& article, std::vector<TemporalReading> const& readings,
                   std::vector<std::uint32_t> const& reading_of, std::string_view date = {});

/// The document's date from the option, the metadata or the dateline (design.md, decision 4). `readings` as above;
/// needs no resolved claims.
DocumentDate find_document_date(Article const& article, std::vector<TemporalReading> const& readings,
                                std::vector<std::uint32_t> const& reading_of, std::string_view date);

/// Reads "2022-03-10", "2022-03-10T15:00:00Z", "March 10, 2022", "10 March 2022".
std::optional<Days> read_date_text(std::string_view text, Lexicon const& lexicon);

} // namespace claimcheck::resolve
