// The tables of an article, cell by cell, for relations.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::rules {

inline constexpr std::uint16_t most_columns = 64;
inline constexpr std::size_t most_cells = 20000; ///< of one table; a larger one is data, not part of an article

struct Cell {
  std::uint32_t region = no_id;
  Span span;
  ClaimId figure = no_id; ///< the one figure that fills the cell
};

struct Table {
  std::vector<std::vector<Cell>> rows; ///< by row and column; cells that do not exist have no region
  std::size_t first_row = 0;           ///< behind the header
};

class Tables {
 public:
  explicit Tables(Article const& article) : article_(article) {
    auto const& regions = article.document.regions;
    std::vector<std::vector<ClaimId>> in_region(regions.size());
    bool any = false;
    for (auto const& region : regions) any = any || region.table != no_id;
    if (!any) return;
    for (ClaimId id = 0; id < article.claims.size(); ++id)
      if (article.claims[id].region < regions.size()) in_region[article.claims[id].region].push_back(id);
    std::uint32_t current = no_id;
    for (std::uint32_t i = 0; i < regions.size(); ++i) {
      auto const& region = regions[i];
      if (region.table == no_id || region.column >= most_columns) continue;
      if (region.table != current) {
        current = region.table;
        tables_.emplace_back();
      }
      Table& table = tables_.back();
      if (region.row >= table.rows.size()) table.rows.resize(std::min<std::size_t>(region.row + 1u, most_cells));
      if (region.row >= table.rows.size()) continue;
      auto& row = table.rows[region.row];
      if (region.column >= row.size()) row.resize(region.column + 1u);
      row[region.column] = {i, region.span, figure_of(region.span, in_region[i])};
      if (region.kind == text::RegionKind::table_header && region.row == 0) table.first_row = 1;
    }
  }

  std::vector<Table> const& all() const { return tables_; }

  std::string_view words(Table const& table, std::size_t row, std::size_t column) const {
    if (row >= table.rows.size() || column >= table.rows[row].size() || table.rows[row][column].region == no_id)
      return {};
    std::string_view text = article_.document.folded_text(table.rows[row][column].span);
    while (!text.empty() && !is_word_byte(text.back()) && text.back() != '%' && text.back() != '-')
      text.remove_suffix(1);
    while (!text.empty() && !is_word_byte(text.front()) && text.front() != '%' && text.front() != '+')
      text.remove_prefix(1);
    return text;
  }
  ClaimId figure(Table const& table, std::size_t row, std::size_t column) const {
    return row < table.rows.size() && column < table.rows[row].size() ? table.rows[row][column].figure : no_id;
  }
  /// The words begin with one of the class, and the phrase ends there or at a blank.
  bool begins(std::string_view words, std::string_view class_name) const {
    WordClass const* const words_of_class = article_.lexicon->word_class(class_name);
    return words_of_class != nullptr && !words.empty() &&
           words_of_class->longest(words.data(), words.data() + words.size());
  }
  bool has(std::string_view words, std::string_view class_name) const {
    for (std::size_t p = 0; p < words.size(); ++p)
      if ((p == 0 || !is_word_byte(words[p - 1])) && begins(words.substr(p), class_name)) return true;
    return false;
  }
  UnitId unit(ClaimId id) const { return article_.claims[id].figure.unit; }
  Kind kind(ClaimId id) const { return article_.claims[id].kind; }

 private:
  /// A cell is a figure when it holds nothing else but marks of a footnote.
  ClaimId figure_of(Span span, std::vector<ClaimId> const& claims) const {
    ClaimId out = no_id;
    for (ClaimId const id : claims) {
      Claim const& claim = article_.claims[id];
      if (!is_figure(claim.kind) || !claim.figure.exact_known || out != no_id) return no_id;
      out = id;
    }
    if (out == no_id) return no_id;
    Span const figure = article_.claims[out].span;
    if (span.size() - figure.size() > 4) return no_id;
    for (std::uint32_t p = span.begin; p < span.end; ++p)
      if (!figure.contains(p) && is_word_byte(article_.document.folded[p]) && article_.document.folded[p] >= '0' &&
          article_.document.folded[p] <= '9')
        return no_id;
    return out;
  }

  Article const& article_;
  std::vector<Table> tables_;
};

} // namespace claimcheck::rules
