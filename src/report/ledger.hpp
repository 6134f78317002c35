// The ledger: one row a claim, with its reading in words, and one for every other thing that the reference spoke of.
// What the tables for people are made of.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace claimcheck::report {

struct LedgerRow {
  ClaimId claim = no_id; ///< no_id: the words are a name, an office or another thing that only the reference can judge
  Span span;
  Place place;
  Status state = Status::unbound;
  std::string kind, words, reading, hedge, subject, speaker;
  std::string status;                ///< `state` in words, with the reason where it is unchecked
  std::vector<std::string> checks;   ///< "unit-conversion: 225 mi x 1.609344 = 362.1 km", one an agreement or finding
  std::string verdict;               ///< the gravest of the sources' verdicts; empty when none was asked
  std::vector<std::string> evidence; ///< "supported: GeoNames (2023-03-05): geodesic 383.8 km ..."
  std::vector<std::string> sources;  ///< names of outside sources that were asked
};

/// A share, an amount of money, a rate, ratio or multiple, or a count that nobody is given as the source of: the
/// tick-list of a desk.
bool is_unattributed_hard_figure(Claim const& claim);

/// Whether the ledger lists the claim: with FileReport::only_unattributed only such figures.
bool is_listed(FileReport const& file, ClaimId claim);

/// A citation as one line for people: "GeoNames (2023-03-05): geodesic 383.8 km".
std::string citation_words(SourceCitation const& citation);

/// In reading order: all claims, and what the reference says of other words; empty when the report kept no article.
std::vector<LedgerRow> ledger_of(FileReport const& file);

/// "225 mi (202.5 to 247.5)", "2022-03-10", "at least 3 people", "southwest (225°)".
std::string reading_of(Article const& article, Claim const& claim);

/// A figure with its unit as a reader would write it, thousands separated: "$1,200,000", "362 km".
std::string with_unit(Article const& article, std::string const& digits, UnitId unit);
/// "1234567.5" -> "1,234,567.5"
std::string grouped(std::string digits);

/// "31 claims, 9 checked against another, 22 unbound"
std::string coverage_words(Coverage const& coverage);
/// "1 error, 1 warning in 1 file"; "no findings in 2 files"
std::string findings_words(Report const& report);
/// "1 claim", "2 claims"
std::string counted(std::size_t n, std::string_view noun);

} // namespace claimcheck::report
