#include "report/markdown.hpp"

#include <fmt/format.h>

#include "report/ledger.hpp"

namespace claimcheck::report {

std::string markdown_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    switch (c) {
    case '\n':
    case '\r':
    case '\t':
      out += ' ';
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '&':
      out += "&amp;";
      break;
    case '\\':
    case '|':
    case '*':
    case '_':
    case '`':
    case '[':
    case ']':
    case '#':
    case '~':
    case '$':
      out += '\\';
      [[fallthrough]];
    default:
      out += c;
    }
  }
  return out;
}

std::string ledger_table(FileReport const& file) {
  bool const asked = !file.sources.empty(); // without a reference nobody needs an empty column
  std::string out = "| where | kind | claim | reading | hedge | subject | speaker | status |";
  out += asked ? " sources |\n|---" : "\n";
  out += "|---|---|---|---|---|---|---|---|\n";
  for (LedgerRow const& row : ledger_of(file)) {
    if (!is_listed(file, row.claim)) continue;
    out += fmt::format("| {}:{} | {} | {} | {} | {} | {} | {} | {} |", row.place.start.line, row.place.start.column,
                       row.kind, markdown_text(row.words), markdown_text(row.reading), row.hedge,
                       markdown_text(row.subject), markdown_text(row.speaker), markdown_text(row.status));
    if (asked) out += ' ' + markdown_text(fmt::format("{}", fmt::join(row.evidence, "; "))) + " |";
    out += '\n';
  }
  return out;
}

} // namespace claimcheck::report
