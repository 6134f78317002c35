// The ledger as a Markdown table, for documents and pull requests.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/ledger.hpp"
#include "report/markdown.hpp"

namespace claimcheck::report {

std::string render_claims_markdown(Report const& report, Style const&) {
  std::string out;
  for (FileReport const& file : report.files) {
    if (!file.article) continue;
    out += fmt::format("## {}\n\n", markdown_text(file.path)) + ledger_table(file) + '\n' +
           coverage_words(file.coverage) + ".\n\n";
  }
  if (!out.empty()) out.pop_back(); // one line feed at the end
  return out;
}

} // namespace claimcheck::report
