// Prose that cites a table: "Ohio's rate of 5.4 percent" beside the cell in the row Ohio and the column Rate.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"
#include "rules/table_cells.hpp"

namespace claimcheck::rules {
namespace {

/// An article cites a few of its tables' rows; what goes beyond is data and is not looked at.
constexpr std::size_t most_rows = 200;
constexpr std::size_t most_figures = 500;
constexpr std::size_t most_citations = 40;
/// A clause reaches no further than this on either side of its figure.
constexpr std::uint32_t clause_reach = 200;

/// A row by its label.
struct Row {
  Table const* table;
  std::size_t row;
};

class Citations {
 public:
  explicit Citations(Article const& article) : article_(article), words_(article), tables_(article) {
    for (Table const& table : tables_.all()) {
      if (table.first_row == 0) continue; // without a header nobody knows what a column counts
      for (std::size_t row = table.first_row; row < table.rows.size() && rows_.size() < most_rows; ++row) {
        std::string_view const label = tables_.words(table, row, 0);
        if (label.size() < 3 || label.size() > 40 || tables_.begins(label, "total-row")) continue;
        bool const fresh = rows_.emplace(std::string(label), Row{&table, row}).second;
        if (!fresh) rows_[std::string(label)].table = nullptr; // two rows of one name
      }
    }
  }

  std::vector<Binding> find() const {
    std::vector<Binding> out;
    if (rows_.empty()) return out;
    std::size_t looked = 0;
    for (ClaimId id = 0; id < article_.claims.size() && out.size() < most_citations && looked < most_figures; ++id) {
      Claim const& claim = article_.claims[id];
      if (!is_figure(claim.kind) || !claim.figure.exact_known || claim.region == no_id || claim.guards.quoted ||
          claim.guards.difference)
        continue;
      auto const kind = article_.document.regions[claim.region].kind;
      if (kind != text::RegionKind::body && kind != text::RegionKind::list_item) continue;
      ++looked;
      if (auto const cell = cited_by(id)) out.push_back(pair(id, *cell));
    }
    return out;
  }

 private:
  /// The cell whose row and column the words around a figure name. None where they name several rows, or the figure
  /// stands in the row under another column, or follows from two of its cells.
  std::optional<ClaimId> cited_by(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    Span const clause = clause_of(claim.span);
    Row const* const row = only_row_in(clause);
    if (row == nullptr || figures_in(clause) != 1) return {};
    auto const& cells = row->table->rows[row->row];
    std::optional<ClaimId> best;
    std::size_t best_words = 0;
    bool tie = false;
    for (std::size_t column = 1; column < cells.size(); ++column) {
      ClaimId const cell = cells[column].figure;
      if (cell == no_id) continue;
      if (article_.claims[cell].figure.value == claim.figure.value) return cell; // agrees, whatever the column
      std::size_t const named = header_words_in(tables_.words(*row->table, 0, column), clause);
      if (named > best_words) {
        best_words = named;
        best = cell;
        tie = false;
      } else if (named == best_words) {
        tie = true;
      }
    }
    if (!best || tie || best_words == 0 || !comparable(claim, article_.claims[*best])) return {};
    return follows_from_cells(claim, cells) ? std::nullopt : best;
  }

  /// From the mark before the figure to the mark behind it: commas that divide digits are none.
  Span clause_of(Span figure) const {
    Span sentence = words_.sentence(figure.begin);
    if (figure.begin - sentence.begin > clause_reach) sentence.begin = figure.begin - clause_reach;
    sentence.end = std::min(sentence.end, figure.end + clause_reach);
    std::string_view const text = article_.document.folded;
    auto const divides = [&](std::uint32_t at) {
      return text[at] == ';' || text[at] == '(' || text[at] == ')' ||
             (text[at] == ',' && at + 1 < text.size() && text[at + 1] == ' ');
    };
    Span out = figure;
    while (out.begin > sentence.begin && !divides(out.begin - 1)) --out.begin;
    while (out.end < sentence.end && !divides(out.end)) ++out.end;
    return out;
  }

  Row const* only_row_in(Span clause) const {
    Row const* found = nullptr;
    std::string_view const text = article_.document.folded_text(clause);
    for (auto const& [label, row] : rows_) {
      std::size_t const at = text.find(label);
      if (at == std::string_view::npos) continue;
      bool const whole = (at == 0 || !is_word_byte(text[at - 1])) &&
                         (at + label.size() == text.size() || !is_word_byte(text[at + label.size()]));
      if (!whole) continue;
      if (found != nullptr || row.table == nullptr) return nullptr;
      found = &row;
    }
    return found;
  }

  std::size_t figures_in(Span clause) const {
    auto const& claims = article_.claims;
    auto at =
        std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < clause.begin; });
    std::size_t n = 0;
    for (; at != claims.end() && at->span.begin < clause.end; ++at) n += is_figure(at->kind);
    return n;
  }

  /// Words of the header that stand in the clause, in the singular or as they are.
  std::size_t header_words_in(std::string_view header, Span clause) const {
    std::size_t named = 0;
    for (std::size_t at = 0; at < header.size();) {
      std::size_t end = at;
      while (end < header.size() && is_word_byte(header[end])) ++end;
      if (end - at >= 3) {
        std::string const word = article_.lexicon->singular(header.substr(at, end - at));
        Span each = words_.next(clause.begin, clause.end);
        for (std::uint32_t p = clause.begin; p < clause.end; p = std::max(each.end, p + 1)) {
          each = words_.next(p, clause.end);
          if (!each.empty() && article_.lexicon->singular(words_(each)) == word) {
            ++named;
            break;
          }
        }
      }
      at = std::max(end, at + 1);
    }
    return named;
  }

  bool comparable(Claim const& prose, Claim const& cell) const {
    bool const plain = prose.kind == Kind::count || prose.kind == Kind::number;
    bool const plain_cell = cell.kind == Kind::count || cell.kind == Kind::number;
    if (plain_cell) return plain || prose.kind == Kind::percent || prose.kind == Kind::money || is_quantity(prose.kind);
    return prose.kind == cell.kind && prose.figure.unit == cell.figure.unit;
  }

  /// A sum, difference or change in percent of two cells of the row is another statement.
  bool follows_from_cells(Claim const& claim, std::vector<Cell> const& cells) const {
    double const wanted = claim.figure.value.to_double();
    auto const near = [&](double value) { return std::abs(value - wanted) <= std::abs(wanted) * 0.02; };
    for (std::size_t i = 1; i < cells.size(); ++i)
      for (std::size_t k = 1; k < cells.size(); ++k) {
        if (i == k || cells[i].figure == no_id || cells[k].figure == no_id) continue;
        double const a = article_.claims[cells[i].figure].figure.value.to_double(),
                     b = article_.claims[cells[k].figure].figure.value.to_double();
        if (near(a + b) || near(a - b) || (b != 0 && (near(a / b * 100) || near((a - b) / b * 100) || near(a / b))))
          return true;
      }
    return false;
  }

  Binding pair(ClaimId prose, ClaimId cell) const {
    // A bare number in the cell takes the unit of the prose: "5.4 percent" and 4.5 in a column of rates.
    return {{Slot::of_claim(prose, article_.claims[prose].span), Slot::of_claim(cell, article_.claims[cell].span),
             Slot::of_value(Value::number(article_.claims[prose].figure.value)),
             Slot::of_value(Value::number(article_.claims[cell].figure.value)),
             Slot::of_value(Value::number(article_.claims[prose].figure.value.last_place()))}};
  }

  Article const& article_;
  Words words_;
  Tables tables_;
  std::map<std::string, Row, std::less<>> rows_;
};

std::vector<Binding> citations(Article const& article) { return Citations(article).find(); }

} // namespace

std::vector<Relation> cited_relations() {
  Type const number = Type::figure(Measure::plain);
  return {
      {"cited-cell",
       "a figure in the prose whose clause names one row of a table and words of one column's header, with the figure "
       "of that cell; silent where the clause holds other figures, or the figure follows from two cells of the row",
       {{"prose", "figure", {}, false, "the figure in the prose"},
        {"cell", "figure", {}, false, "the figure in the table"},
        {"stated", "", number, false, "the number in the prose"},
        {"tabled", "", number, false, "the number in the table"},
        {"place", "", number, false, "one unit of the last digit in the prose"}},
       citations}};
}

} // namespace claimcheck::rules
