// The fact-checker's worksheet: RFC 4180, with empty columns to sign. Opens in any spreadsheet.
#include <algorithm>

#include "report/formats.hpp"
#include "report/ledger.hpp"

namespace claimcheck::report {
namespace {

/// One field. A leading = + - @ would be run as a formula by spreadsheets, so words that begin so get an apostrophe in
/// front; plain numbers are left alone.
std::string field(std::string_view text) {
  bool const formula =
      !text.empty() && std::string_view("=+-@\t").find(text[0]) != std::string_view::npos && !Decimal::parse(text);
  std::string out;
  if (formula) out += '\'';
  out += text;
  if (out.find_first_of("\",\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (char const c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string joined(std::vector<std::string> parts) {
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  std::string out;
  for (std::string const& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

} // namespace

std::string render_csv(Report const& report, Style const&) {
  std::string out = "file,line,column,kind,claim,reading,hedge,subject,speaker,status,how "
                    "checked,verdict,evidence,source,checked by,date\r\n";
  for (FileReport const& file : report.files) {
    for (LedgerRow const& row : ledger_of(file)) {
      if (!is_listed(file, row.claim)) continue;
      out +=
          field(file.path) + ',' + std::to_string(row.place.start.line) + ',' + std::to_string(row.place.start.column);
      for (std::string const& text : {row.kind, row.words, row.reading, row.hedge, row.subject, row.speaker, row.status,
                                      joined(row.checks), row.verdict, joined(row.evidence), joined(row.sources)})
        out += ',' + field(text);
      out += ",,\r\n";
    }
  }
  return out;
}

} // namespace claimcheck::report
