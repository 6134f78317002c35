// The step summary: the closing line and what was found, without the files that are clean.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/ledger.hpp"
#include "report/markdown.hpp"

namespace claimcheck::report {

std::string render_summary(Report const& report, Style const&) {
  std::string out =
      fmt::format("### claimcheck\n\n{}; {}.\n", coverage_words(report.coverage()), findings_words(report));
  std::string rows;
  for (FileReport const& file : report.files)
    for (Reported const& found : file.findings)
      rows += fmt::format("| {} | {}:{} | {} | {} |\n", name_of(found.finding.level), markdown_text(file.path),
                          found.primary.place.start.line, found.finding.rule, markdown_text(found.finding.message));
  if (!rows.empty()) out += "\n| level | where | rule | finding |\n|---|---|---|---|\n" + rows;
  return out;
}

} // namespace claimcheck::report
