// The verification report as one page that needs no network and no script: the text with every claim marked, what does
// not agree, the order of time, the ledger, and room to sign.
#include <fmt/format.h>

#include "report/claim_json.hpp"
#include "report/formats.hpp"
#include "report/html_parts.hpp"
#include "report/ledger.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {
namespace {

std::string_view origin_words(resolve::DateOrigin origin) {
  using resolve::DateOrigin;
  switch (origin) {
  case DateOrigin::none:
    return "unknown";
  case DateOrigin::option:
    return "given with --date";
  case DateOrigin::front_matter:
    return "front matter";
  case DateOrigin::metadata:
    return "metadata";
  case DateOrigin::dateline:
    return "dateline";
  case DateOrigin::inferred:
    return "inferred from the text";
  }
  return "";
}

std::string legend() {
  std::string out = "<ul class=\"legend\" aria-label=\"How claims are marked\">";
  for (Status const status :
       {Status::consistent, Status::tension, Status::contradicted, Status::unbound, Status::unchecked})
    out += fmt::format("<li><span class=\"claim {0}\">{0}</span></li>", name_of(status));
  return out + "</ul>\n";
}

std::string section(FileReport const& file, std::size_t number) {
  std::string out = fmt::format("<section id=\"file-{}\" aria-labelledby=\"title-{}\"><h2 id=\"title-{}\">{}</h2>\n",
                                number, number, number, xml_escaped(file.path));
  if (!file.readable || !file.article) {
    for (Diagnostic const& fault : file.faults)
      out += fmt::format("<p class=\"unreadable\">Could not be read: {}</p>\n", xml_escaped(to_string(fault)));
    return out + "</section>\n";
  }
  Article const& article = *file.article;
  std::vector<LedgerRow> const ledger = ledger_of(file);
  if (article.date.day)
    out += fmt::format(
        "<p class=\"facts\">Document date {} ({}{})</p>\n", iso_date(*article.date.day),
        origin_words(article.date.origin),
        article.date.certain || article.date.origin == resolve::DateOrigin::inferred ? "" : ", year inferred");
  out += html_coverage(file.coverage);
  out += fmt::format("<h3>{}</h3>\n", file.findings.empty() ? "Findings" : counted(file.findings.size(), "finding")) +
         html_findings(file, number);
  out += "<h3>The text</h3>\n" + legend() + html_text(file, number, ledger);
  if (std::string const timeline = html_timeline(file, number); !timeline.empty())
    out += "<h3>Timeline</h3>\n" + timeline;
  if (std::string const map = html_map(file, number); !map.empty()) out += "<h3>Places</h3>\n" + map;
  out += "<section aria-label=\"Ledger\"><h3>Ledger</h3>\n" + html_ledger(file, number, ledger) + "</section>\n";
  if (std::string const sources = html_sources(file); !sources.empty()) out += "<h3>Sources</h3>\n" + sources;
  return out + html_sign_off() + "</section>\n";
}

std::string contents(Report const& report) {
  if (report.files.size() < 2) return {};
  std::string out = "<nav aria-label=\"Files\"><ul>";
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    FileReport const& file = report.files[i];
    out += fmt::format("<li><a href=\"#file-{}\">{}</a>: {}</li>", i + 1, xml_escaped(file.path),
                       file.readable ? counted(file.findings.size(), "finding") : "could not be read");
  }
  return out + "</ul></nav>\n";
}

} // namespace

std::string render_html(Report const& report, Style const&) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                    "content=\"width=device-width, initial-scale=1\">\n";
  out += fmt::format("<meta name=\"generator\" content=\"claimcheck {}\">\n<title>Verification "
                     "report</title>\n<style>{}</style>\n</head>\n<body>\n",
                     xml_escaped(report.version), html_style);
  out += "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n";
  // The patterns that tell the chart's parts apart without colour.
  out += "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" style=\"position:absolute\"><defs>"
         "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
         "patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"6\" fill=\"#fff8\"/></pattern>"
         "<pattern id=\"cross\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0L8 8M8 0L0 8\" "
         "stroke=\"#fffa\" stroke-width=\"1.5\"/></pattern></defs></svg>\n";
  out += "<header><h1>Verification report</h1>\n";
  out += fmt::format("<p class=\"facts\">{}; {}.</p>\n</header>\n<main id=\"main\">\n",
                     xml_escaped(coverage_words(report.coverage())), xml_escaped(findings_words(report)));
  out += contents(report);
  for (std::size_t i = 0; i < report.files.size(); ++i) out += section(report.files[i], i + 1);
  out += html_rules(report);
  out += fmt::format("</main>\n<script>{}</script>\n</body>\n</html>\n", html_script);
  return out;
}

} // namespace claimcheck::report
