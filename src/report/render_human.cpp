// The terminal's report: each finding with every line that it rests on, marked and labelled, then the arithmetic.
#include <algorithm>

#include <fmt/format.h>

#include "report/excerpt.hpp"
#include "report/formats.hpp"
#include "report/ledger.hpp"
#include "report/terminal.hpp"

namespace claimcheck::report {
namespace {

std::string without_full_stop(std::string text) {
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

Paint paint_of(Level level) {
  return level == Level::error ? Paint::red : level == Level::warning ? Paint::yellow : Paint::blue;
}

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
  std::string out;
  for (std::string const& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::vector<Mark> marks_of(Reported const& found) {
  std::vector<Mark> marks;
  std::string label = found.primary.role;
  if (found.finding.computed && !found.finding.computed->accepted.empty())
    label += (label.empty() ? "" : "; ") + ("accepted: " + found.finding.computed->accepted);
  marks.push_back({&found.primary, label, true});
  for (Located const& other : found.related) marks.push_back({&other, other.role, false});
  return marks;
}

void write_finding(std::string& out, FileReport const& file, Reported const& found, Style const& style) {
  Finding const& finding = found.finding;
  Paint const paint = paint_of(finding.level);
  out += painted(fmt::format("{}[{}]", name_of(finding.level), finding.rule), paint, style.color) +
         painted(": " + printable(without_full_stop(finding.message)), Paint::bold, style.color) + '\n';
  std::size_t const gutter = gutter_width(found);
  std::string const margin(gutter, ' ');
  Place const& place = found.primary.place;
  out += fmt::format("{}{} {}:{}:{}\n", margin, painted("-->", Paint::cyan, style.color), printable(file.path),
                     place.start.line, place.start.column);
  out += draw_excerpts(marks_of(found), gutter, style, paint);
  auto note = [&](std::string_view name, std::string const& text) {
    if (!text.empty())
      out += fmt::format("{} {} {}: {}\n", margin, painted("=", Paint::cyan, style.color), name, printable(text));
  };
  if (finding.computed && finding.computed->formula != finding.computed->text)
    note("computed", finding.computed->formula);
  note("diagnosis", finding.diagnosis);
  if (!found.speaker.empty()) note("speaker", "the figure is said by " + found.speaker);
  note("perhaps", joined(finding.alternatives, " or "));
  for (SourceCitation const& source : finding.sources) note("source", citation_words(source));
  note("explain", "claimcheck explain " + finding.rule);
  out += '\n';
}

} // namespace

std::string render_human(Report const& report, Style const& style) {
  std::string out;
  for (FileReport const& file : report.files)
    for (Reported const& found : file.findings) write_finding(out, file, found, style);
  if (!style.closing_line) return out;
  return out + coverage_words(report.coverage()) + "; " + findings_words(report) + '\n';
}

} // namespace claimcheck::report
