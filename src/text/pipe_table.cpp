#include "text/pipe_table.hpp"

#include <algorithm>

namespace claimcheck::text {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

} // namespace

std::vector<Span> pipe_cells(std::string_view line) {
  std::size_t begin = 0, end = line.size();
  while (begin < end && is_blank(line[begin])) ++begin;
  while (end > begin && is_blank(line[end - 1])) --end;
  if (begin < end && line[begin] == '|') ++begin;
  if (end > begin && line[end - 1] == '|' && (end - 1 == begin || line[end - 2] != '\\')) --end;
  std::vector<Span> cells;
  std::size_t cell = begin;
  for (std::size_t at = begin; at <= end; ++at) {
    if (at < end && (line[at] != '|' || (at > begin && line[at - 1] == '\\'))) continue;
    std::size_t first = cell, last = at;
    while (first < last && is_blank(line[first])) ++first;
    while (last > first && is_blank(line[last - 1])) --last;
    cells.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
    cell = at + 1;
  }
  return cells;
}

std::size_t delimiter_cells(std::string_view line) {
  if (line.find('|') == std::string_view::npos || line.find_first_not_of("|-: \t") != std::string_view::npos) return 0;
  auto const cells = pipe_cells(line);
  auto const is_rule = [&](Span cell) {
    std::string_view text = line.substr(cell.begin, cell.size());
    if (text.starts_with(':')) text.remove_prefix(1);
    if (text.ends_with(':')) text.remove_suffix(1);
    return !text.empty() && text.find_first_not_of('-') == std::string_view::npos;
  };
  return std::all_of(cells.begin(), cells.end(), is_rule) ? cells.size() : 0;
}

} // namespace claimcheck::text
