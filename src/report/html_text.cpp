#include <algorithm>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/xml.hpp"

namespace claimcheck::report {
namespace {

/// A marked stretch of the text: a claim, or evidence that is none.
struct Marked {
  Span span;
  LedgerRow const* row = nullptr; ///< nullptr for evidence of a finding that is no claim
  std::string anchor;
};

std::vector<Marked> marks_of(FileReport const& report, std::size_t file, std::vector<LedgerRow> const& ledger) {
  std::vector<Marked> marks;
  for (LedgerRow const& row : ledger) marks.push_back({row.span, &row, row_anchor(file, row)});
  for (std::size_t f = 0; f < report.findings.size(); ++f) {
    Finding const& finding = report.findings[f].finding;
    for (std::size_t place = 0; place <= finding.related.size(); ++place) {
      Evidence const& evidence = place == 0 ? finding.primary : finding.related[place - 1];
      if (evidence.claim == no_id && !evidence.span.empty())
        marks.push_back({evidence.span, nullptr, evidence_anchor(file, f, place)});
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](Marked const& a, Marked const& b) { return a.span.begin < b.span.begin; });
  return marks;
}

std::string card(FileReport const& report, LedgerRow const& row, std::string const& anchor) {
  Article const& article = *report.article;
  std::string out = fmt::format("<span class=\"card\" id=\"card-{}\">", anchor);
  auto line = [&](std::string_view name, std::string const& text) {
    if (!text.empty()) out += fmt::format("<span><b>{}</b>{}</span>", name, xml_escaped(text));
  };
  line("kind", row.kind);
  line("reads", row.reading);
  if (row.claim != no_id && is_figure(article.claims[row.claim].kind) &&
      !article.claims[row.claim].figure.interval.is_everything())
    line("allows", article.claims[row.claim].figure.interval.to_string());
  line("hedge", row.hedge);
  line("of", row.subject);
  line("said by", row.speaker);
  std::string const plain(name_of(row.state));
  line("status", status_label(row.state) + row.status.substr(std::min(row.status.size(), plain.size())));
  for (std::string const& check : row.checks) line("checked", check);
  for (std::string const& said : row.evidence) line("source", said);
  return out + fmt::format("<span><a href=\"#row-{}\">ledger row</a></span></span>", anchor);
}

std::string marked(FileReport const& report, Marked const& mark) {
  std::string const words = xml_escaped(report.article->document.text(mark.span));
  if (mark.row == nullptr) return fmt::format("<span class=\"evidence\" id=\"{}\">{}</span>", mark.anchor, words);
  return fmt::format(
      "<span class=\"claim {}\" id=\"{}\" tabindex=\"0\" role=\"button\" aria-describedby=\"card-{}\">{}{}</span>",
      name_of(mark.row->state), mark.anchor, mark.anchor, words, card(report, *mark.row, mark.anchor));
}

/// The text of one region with its marks; `next` moves on. A mark that begins inside the one before is left to the
/// ledger.
std::string region_text(FileReport const& report, Span region, std::vector<Marked> const& marks, std::size_t& next) {
  text::Document const& document = report.article->document;
  std::string out;
  std::uint32_t at = region.begin;
  for (; next < marks.size() && marks[next].span.begin < region.end; ++next) {
    Marked const& mark = marks[next];
    if (mark.span.begin < at || mark.span.end > region.end) {
      out += fmt::format("<span id=\"{}\"></span>", mark.anchor); // links still find the spot
      continue;
    }
    out += xml_escaped(document.text({at, mark.span.begin})) + marked(report, mark);
    at = mark.span.end;
  }
  return out + xml_escaped(document.text({at, region.end}));
}

} // namespace

std::string html_text(FileReport const& report, std::size_t file, std::vector<LedgerRow> const& ledger) {
  using text::RegionKind;
  std::vector<Marked> const marks = marks_of(report, file, ledger);
  std::size_t next = 0;
  std::string out = "<div class=\"text\">\n";
  std::uint32_t table = 0xffffffff;
  std::uint16_t row = 0;
  std::uint16_t depth = 0;
  for (text::Region const& region : report.article->document.regions) {
    bool const cell = region.kind == RegionKind::table_cell || region.kind == RegionKind::table_header;
    if (table != 0xffffffff && (!cell || region.table != table)) {
      out += "</tr></table>\n";
      table = 0xffffffff;
    }
    for (; depth > region.quote_depth; --depth) out += "</blockquote>\n";
    for (; depth < region.quote_depth; ++depth) out += "<blockquote>\n";
    std::string const text = region_text(report, region.span, marks, next);
    if (!cell) {
      out += fmt::format("<p class=\"{}\">{}</p>\n", text::name_of(region.kind), text);
      continue;
    }
    if (table == 0xffffffff)
      out += "<table><tr>";
    else if (region.row != row)
      out += "</tr>\n<tr>";
    table = region.table;
    row = region.row;
    out += fmt::format("<{0}>{1}</{0}>", region.kind == RegionKind::table_header ? "th" : "td", text);
  }
  if (table != 0xffffffff) out += "</tr></table>\n";
  for (; depth > 0; --depth) out += "</blockquote>\n";
  return out + "</div>\n";
}

} // namespace claimcheck::report
