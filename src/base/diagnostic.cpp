#include "base/diagnostic.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace claimcheck {

std::string to_string(Diagnostic const& diagnostic) {
  std::string out = diagnostic.file;
  if (diagnostic.line != 0) {
    out += ':' + std::to_string(diagnostic.line);
    if (diagnostic.column != 0) out += ':' + std::to_string(diagnostic.column);
  }
  if (!out.empty()) out += ": ";
  out += diagnostic.message;
  if (!diagnostic.remedy.empty()) out += "; " + diagnostic.remedy;
  return out;
}

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

} // namespace

std::string nearest(std::string_view word, std::vector<std::string> const& candidates) {
  if (word.empty() || word.size() > 64) return {};
  std::string best;
  // Something of the word must be left: every word of two letters is two edits from every other.
  std::size_t least = std::min(std::max<std::size_t>(2, word.size() / 3) + 1, word.size());
  for (auto const& candidate : candidates) {
    if (std::size_t const distance = edit_distance(word, candidate); distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

} // namespace claimcheck
