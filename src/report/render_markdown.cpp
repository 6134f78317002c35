// The verification report in Markdown: for a pull request, a wiki or GitHub's step summary.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/ledger.hpp"
#include "report/markdown.hpp"
#include "report/rule_page.hpp"

namespace claimcheck::report {
namespace {

void write_finding(std::string& out, std::string const& path, Reported const& found) {
  Finding const& finding = found.finding;
  Place const& place = found.primary.place;
  std::string const url = rule_url(finding.rule);
  std::string const rule = url.empty() ? '`' + finding.rule + '`' : fmt::format("[{}]({})", finding.rule, url);
  out += fmt::format("- **{}** {} at {}:{}:{}: {}\n", name_of(finding.level), rule, markdown_text(path),
                     place.start.line, place.start.column, markdown_text(finding.message));
  auto item = [&](std::string_view name, std::string const& text) {
    if (!text.empty()) out += fmt::format("  - {}: {}\n", name, markdown_text(text));
  };
  item("stated", place.text);
  for (Located const& other : found.related)
    item(other.role.empty() ? "see also" : other.role,
         fmt::format("{} (line {})", other.place.text, other.place.start.line));
  if (finding.computed) {
    item("computed", finding.computed->formula);
    item("accepted", finding.computed->accepted);
  }
  item("diagnosis", finding.diagnosis);
  item("speaker", found.speaker);
  std::string alternatives;
  for (std::string const& text : finding.alternatives) alternatives += (alternatives.empty() ? "" : ", or ") + text;
  item("perhaps", alternatives);
  for (SourceCitation const& source : finding.sources)
    item("source", source.source + (source.detail.empty() ? "" : ": " + source.detail));
}

void write_file(std::string& out, FileReport const& file) {
  out += fmt::format("## {}\n\n", markdown_text(file.path));
  if (!file.readable) {
    for (Diagnostic const& fault : file.faults)
      out += fmt::format("**Could not be read:** {}\n\n", markdown_text(to_string(fault)));
    return;
  }
  if (file.findings.empty()) out += "No findings.\n";
  for (Reported const& found : file.findings) write_finding(out, file.path, found);
  if (!file.suppressed.empty()) {
    out += "\nSigned off:\n\n";
    for (Reported const& found : file.suppressed) {
      std::string const reason = found.suppression ? found.suppression->reason : std::string();
      out +=
          fmt::format("- {} at line {}: {}{}\n", found.finding.rule, found.primary.place.start.line,
                      markdown_text(found.finding.message), reason.empty() ? "" : " (" + markdown_text(reason) + ')');
    }
  }
  out += fmt::format("\n{}.\n\n", coverage_words(file.coverage));
  if (file.article && !file.article->claims.empty())
    out += "<details><summary>Every claim</summary>\n\n" + ledger_table(file) + "\n</details>\n\n";
}

} // namespace

std::string render_markdown(Report const& report, Style const&) {
  std::string out =
      fmt::format("# Verification report\n\n{}; {}.\n\n", coverage_words(report.coverage()), findings_words(report));
  for (FileReport const& file : report.files) write_file(out, file);
  out.pop_back();
  return out;
}

} // namespace claimcheck::report
