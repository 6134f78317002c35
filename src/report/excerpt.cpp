#include "report/excerpt.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

/// A stretch of one source line with the marks that it shows. Offsets of marks count bytes of `text`.
struct Row {
  struct Stroke {
    std::uint32_t begin, size;
    Mark const* mark;
  };
  std::uint32_t line = 0;
  std::uint32_t source_begin = 0; ///< where `text` starts in the source
  std::string text;
  bool cut_left = false, cut_right = false;
  std::vector<Stroke> strokes; ///< by begin
};

std::uint32_t source_begin(Located const& place) { return place.place.source.begin - place.excerpt.begin; }

Row row_of(Mark const& mark) {
  Located const& at = *mark.at;
  return {at.place.start.line, source_begin(at),     at.excerpt.line,
          at.excerpt.cut_left, at.excerpt.cut_right, {{at.excerpt.begin, at.excerpt.size, &mark}}};
}

/// Puts `next`, which starts later or at the same place, into `row` when the two excerpts touch.
bool merge(Row& row, Row const& next) {
  if (row.line != next.line) return false;
  std::uint32_t const offset = next.source_begin - row.source_begin;
  if (offset > row.text.size()) return false;
  if (offset + next.text.size() > row.text.size()) {
    row.text.replace(offset, std::string::npos, next.text);
    row.cut_right = next.cut_right;
  }
  for (Row::Stroke stroke : next.strokes) {
    stroke.begin += offset;
    row.strokes.push_back(stroke);
  }
  return true;
}

std::vector<Row> rows_of(std::vector<Mark> const& marks) {
  std::vector<Row> rows;
  for (Mark const& mark : marks) rows.push_back(row_of(mark));
  std::stable_sort(rows.begin(), rows.end(),
                   [](Row const& a, Row const& b) { return a.source_begin < b.source_begin; });
  std::vector<Row> merged;
  for (Row& row : rows)
    if (merged.empty() || !merge(merged.back(), row)) merged.push_back(std::move(row));
  for (Row& row : merged)
    std::stable_sort(row.strokes.begin(), row.strokes.end(),
                     [](auto const& a, auto const& b) { return a.begin < b.begin; });
  return merged;
}

std::size_t width_between(Row const& row, std::uint32_t begin, std::uint32_t end) {
  return display_width(std::string_view(row.text).substr(begin, end - begin));
}

/// Splits a row whose marks stand too far apart for one line of the terminal.
std::vector<Row> split_to_width(Row const& row, std::size_t width) {
  std::vector<Row> parts;
  for (Row::Stroke const& stroke : row.strokes) {
    bool const fits = !parts.empty() &&
                      width_between(row, parts.back().strokes.front().begin, stroke.begin + stroke.size) + 8 <= width;
    if (!fits) {
      parts.push_back(row);
      parts.back().strokes.clear();
    }
    parts.back().strokes.push_back(stroke);
  }
  return parts;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

/// Cuts the text to the width, at words where possible, keeping all marks in view with some words on either side.
void trim(Row& row, std::size_t width) {
  auto const size = static_cast<std::uint32_t>(row.text.size());
  if (width_between(row, 0, size) + (row.cut_left ? 1 : 0) + (row.cut_right ? 1 : 0) <= width) return;
  std::uint32_t const first = row.strokes.front().begin;
  std::uint32_t last = first;
  for (Row::Stroke const& stroke : row.strokes) last = std::max(last, stroke.begin + stroke.size);
  std::size_t const needed = width_between(row, first, last);
  std::size_t const spare = width > needed + 2 ? width - needed - 2 : 0;
  std::uint32_t begin = first;
  while (begin > 0 && width_between(row, begin - 1, first) <= spare * 2 / 3) --begin;
  while (begin < first && is_continuation(row.text[begin])) ++begin;
  std::size_t const right = spare - std::min(spare, width_between(row, begin, first));
  std::uint32_t end = last;
  while (end < size && width_between(row, last, end + 1) <= right) ++end;
  while (end > last && end < size && is_continuation(row.text[end])) --end;
  if (begin > 0) {
    std::size_t const space = row.text.find(' ', begin - 1);
    if (space < first) begin = static_cast<std::uint32_t>(space) + 1;
  }
  if (end < size) {
    std::size_t const space = row.text.rfind(' ', end);
    if (space != std::string::npos && space > last) end = static_cast<std::uint32_t>(space);
  }
  row.cut_left |= begin > 0;
  row.cut_right |= end < size;
  row.text = row.text.substr(begin, end - begin);
  for (Row::Stroke& stroke : row.strokes) stroke.begin -= begin;
}

struct Label {
  std::size_t column;
  std::string const* text;
  bool primary;
};

std::string draw(Row const& row, std::size_t gutter, Style const& style, Paint primary) {
  std::string const bar = painted("|", Paint::cyan, style.color);
  std::string const margin(gutter, ' ');
  std::string const left = row.cut_left ? "…" : "";
  std::string out = painted(fmt::format("{:>{}}", row.line, gutter), Paint::cyan, style.color) + ' ' + bar + ' ' +
                    left + printable(row.text) + (row.cut_right ? "…" : "") + '\n';
  out += margin + ' ' + bar + ' ';
  std::size_t column = 0;
  std::vector<Label> labels;
  for (Row::Stroke const& stroke : row.strokes) {
    std::size_t const begin = width_between(row, 0, stroke.begin) + (row.cut_left ? 1 : 0);
    std::size_t const end = std::max(begin + 1, begin + width_between(row, stroke.begin, stroke.begin + stroke.size));
    if (!stroke.mark->label.empty()) labels.push_back({begin, &stroke.mark->label, stroke.mark->primary});
    if (end <= column) continue; // inside the stroke before
    std::size_t const from = std::max(begin, column);
    out += std::string(from - column, ' ');
    out += painted(std::string(end - from, stroke.mark->primary ? '^' : '-'),
                   stroke.mark->primary ? primary : Paint::blue, style.color);
    column = end;
  }
  auto const paint = [&](Label const& label) {
    return painted(printable(*label.text), label.primary ? primary : Paint::blue, style.color);
  };
  // The last label stands beside its mark, the others below theirs, rightmost first.
  if (!labels.empty() &&
      labels.back().column == width_between(row, 0, row.strokes.back().begin) + (row.cut_left ? 1 : 0)) {
    out += ' ' + paint(labels.back());
    labels.pop_back();
  }
  out += '\n';
  while (!labels.empty()) {
    out += margin + ' ' + bar + ' ';
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
      if (labels[i].column < at || labels[i].column == labels.back().column) continue;
      out += std::string(labels[i].column - at, ' ') +
             painted("|", labels[i].primary ? primary : Paint::blue, style.color);
      at = labels[i].column + 1;
    }
    out += std::string(labels.back().column - std::min(labels.back().column, at), ' ') + paint(labels.back()) + '\n';
    labels.pop_back();
  }
  return out;
}

} // namespace

std::size_t gutter_width(Reported const& found) {
  std::uint32_t last = found.primary.place.start.line;
  for (Located const& other : found.related) last = std::max(last, other.place.start.line);
  return std::max<std::size_t>(2, std::to_string(last).size());
}

std::string draw_excerpts(std::vector<Mark> const& marks, std::size_t gutter, Style const& style, Paint primary) {
  std::size_t const width = std::max<std::size_t>(style.width, 40) - gutter - 3;
  std::string const bar = painted("|", Paint::cyan, style.color);
  std::string out = std::string(gutter, ' ') + ' ' + bar + '\n';
  std::uint32_t last_line = 0;
  for (Row const& row : rows_of(marks)) {
    if (last_line != 0 && row.line > last_line + 1) out += painted("...", Paint::cyan, style.color) + '\n';
    for (Row& part : split_to_width(row, width)) {
      trim(part, width);
      out += draw(part, gutter, style, primary);
    }
    last_line = row.line;
  }
  return out;
}

} // namespace claimcheck::report
