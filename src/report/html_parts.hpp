// The parts of the HTML report. Each writes one section of one file; `file` is its number in the report and makes ids
// unique.
#pragma once

#include <string>

#include "report/ledger.hpp"
#include "report/report.hpp"

namespace claimcheck::report {

extern std::string_view const html_style;  ///< CSS
extern std::string_view const html_script; ///< optional comfort: sorting and filtering the ledger

/// "c2-7": the mark of claim 7 (from 1) in the text of file 2; its ledger row is "row-" before it.
std::string claim_anchor(std::size_t file, ClaimId claim);
/// The mark that a row of the ledger belongs to: "n2-87" where its words are no claim.
std::string row_anchor(std::size_t file, LedgerRow const& row);
/// "f2-3": a finding's card.
std::string finding_anchor(std::size_t file, std::size_t finding);
/// Evidence that is no claim: "e2-3-0", place 0 being the primary one.
std::string evidence_anchor(std::size_t file, std::size_t finding, std::size_t place);

/// The words of a status with its sign, so that nobody needs the colour: "✗ contradicted".
std::string status_label(Status status);

std::string html_coverage(Coverage const& coverage);
std::string html_findings(FileReport const& report, std::size_t file);
/// The article as it reads, every claim marked and with a card that opens on focus.
std::string html_text(FileReport const& report, std::size_t file, std::vector<LedgerRow> const& ledger);
/// The dates of the article in the order of time.
std::string html_timeline(FileReport const& report, std::size_t file);
/// The places whose distances and directions were judged, as a sketch and in words; empty when there are none.
std::string html_map(FileReport const& report, std::size_t file);
std::string html_ledger(FileReport const& report, std::size_t file, std::vector<LedgerRow> const& ledger);
std::string html_sources(FileReport const& report);
std::string html_sign_off();
/// Why the rules that found something exist and how they decide; what the findings' links lead to.
std::string html_rules(Report const& report);
/// "rule-unit-conversion"
std::string rule_anchor(std::string_view rule);

} // namespace claimcheck::report
