// The ledger as a table for the terminal: as wide as its contents, cut to the terminal's width.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/ledger.hpp"
#include "report/terminal.hpp"
#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

constexpr std::size_t columns = 8;
using Cells = std::array<std::string, columns>;
constexpr std::array<std::string_view, columns> titles{"where", "kind",    "words",   "reading",
                                                       "hedge", "subject", "speaker", "status"};
// How far a column may shrink when the terminal is narrow, and which shrink at all.
constexpr std::array<std::size_t, columns> least{0, 0, 16, 14, 0, 10, 10, 0};

// Left out, in this order, where the terminal is too narrow for all.
constexpr std::array<std::size_t, 2> dispensable{4, 5};

Cells cells_of(LedgerRow const& row) {
  return {fmt::format("{}:{}", row.place.start.line, row.place.start.column),
          row.kind,
          row.words,
          row.reading,
          row.hedge,
          row.subject,
          row.speaker,
          std::string(name_of(row.state))};
}

/// What a table has no room for: why a claim was not checked, and what the sources say.
std::string remarks_of(LedgerRow const& row) {
  std::string out;
  auto const add = [&](std::string const& text) {
    out += fmt::format("{}:{} {}\n", row.place.start.line, row.place.start.column, text);
  };
  if (row.evidence.empty() && row.status != name_of(row.state)) add(row.status);
  for (std::string const& line : row.evidence) add(line);
  return out;
}

std::array<std::size_t, columns> widths_of(std::vector<Cells> const& table, std::size_t width) {
  std::array<std::size_t, columns> widths{};
  for (std::size_t c = 0; c < columns; ++c) {
    for (Cells const& row : table) widths[c] = std::max(widths[c], display_width(row[c]));
    if (widths[c] != 0)
      widths[c] = std::max(widths[c], titles[c].size()); // a column that is empty everywhere is left out
  }
  for (;;) {
    std::size_t total = 0;
    for (std::size_t const w : widths) total += w == 0 ? 0 : w + 2;
    if (total <= width + 2) return widths;
    std::size_t widest = columns;
    for (std::size_t c = 0; c < columns; ++c)
      if (least[c] != 0 && widths[c] > least[c] && (widest == columns || widths[c] > widths[widest])) widest = c;
    if (widest != columns) {
      --widths[widest];
      continue;
    }
    // Nothing shrinks any more: the hedge stands in the words, the subject beside them in the text.
    auto const spare =
        std::find_if(dispensable.begin(), dispensable.end(), [&](std::size_t c) { return widths[c] != 0; });
    if (spare == dispensable.end()) return widths;
    widths[*spare] = 0;
  }
}

std::string cell(std::string const& text, std::size_t width) {
  std::size_t const have = display_width(text);
  if (have <= width) return text + std::string(width - have, ' ');
  std::string cut(prefix_of_width(text, width - 1));
  cut += "…";
  return cut + std::string(width - display_width(cut), ' ');
}

Paint paint_of(std::string_view status) {
  if (status == "contradicted") return Paint::red;
  if (status == "tension") return Paint::yellow;
  if (status == "consistent") return Paint::green;
  return Paint::dim;
}

} // namespace

std::string render_claims_human(Report const& report, Style const& style) {
  std::string out;
  for (FileReport const& file : report.files) {
    if (!file.article) continue;
    std::vector<Cells> table;
    std::string remarks;
    for (LedgerRow const& row : ledger_of(file)) {
      if (!is_listed(file, row.claim)) continue;
      table.push_back(cells_of(row));
      remarks += remarks_of(row);
    }
    auto const widths = widths_of(table, style.width);
    out += painted(file.path, Paint::bold, style.color) + '\n';
    auto line = [&](Cells const& cells, bool heading) {
      std::string text;
      for (std::size_t c = 0; c < columns; ++c) {
        if (widths[c] == 0) continue;
        std::string part = cell(cells[c], widths[c]);
        if (c + 1 == columns && !heading) part = painted(cells[c], paint_of(cells[c]), style.color);
        text += (text.empty() ? "" : "  ") + part;
      }
      while (!text.empty() && text.back() == ' ') text.pop_back();
      out += (heading ? painted(text, Paint::dim, style.color) : text) + '\n';
    };
    if (!table.empty()) {
      Cells heading;
      for (std::size_t c = 0; c < columns; ++c) heading[c] = titles[c];
      line(heading, true);
      for (Cells const& row : table) line(row, false);
    }
    if (!remarks.empty()) out += painted("sources", Paint::dim, style.color) + '\n' + remarks;
    out += coverage_words(file.coverage) + "\n\n";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

} // namespace claimcheck::report
