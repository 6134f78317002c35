// What a table promises about itself: totals below columns and behind rows, columns of differences.
#include <algorithm>
#include <string>

#include "rules/relation.hpp"
#include "rules/table_cells.hpp"

namespace claimcheck::rules {
namespace {

Span hull_of(Article const& article, std::vector<ClaimId> const& claims) {
  return {article.claims[claims.front()].span.begin, article.claims[claims.back()].span.end};
}

/// One sum of a table; `confirmed` is set when all sums of the table are known.
struct TableSum {
  std::vector<ClaimId> parts;
  ClaimId total = no_id;
  bool rounded = false;
  bool holds(Article const& article) const {
    Decimal sum{0};
    for (ClaimId const id : parts) sum = add(sum, article.claims[id].figure.value);
    return sum == article.claims[total].figure.value;
  }
};

/// The sums of one table as bindings. A sum is confirmed when at least two others hold and no other fails: then the
/// table adds up, and what does not is a slip of any size.
void bind_sums(Article const& article, std::vector<TableSum> sums, std::vector<Binding>& out) {
  auto const right = static_cast<std::size_t>(
      std::count_if(sums.begin(), sums.end(), [&](TableSum const& sum) { return sum.holds(article); }));
  bool const confirmed = right >= 2 && right + 1 == sums.size();
  for (TableSum& sum : sums) {
    Span const all = hull_of(article, sum.parts);
    out.push_back(
        {{Slot::of_claims(std::move(sum.parts), all), Slot::of_claim(sum.total, article.claims[sum.total].span),
          Slot::of_value(Value::of(sum.rounded)), Slot::of_value(Value::of(confirmed))}});
  }
}

/// Figures that can be added up, of one unit.
bool additive(Tables const& tables, std::vector<ClaimId> const& parts, ClaimId total) {
  if (parts.size() < 2) return false;
  for (ClaimId const id : parts)
    if (tables.unit(id) != tables.unit(total) ||
        (tables.kind(id) == Kind::percent) != (tables.kind(total) == Kind::percent) || tables.kind(id) == Kind::ordinal)
      return false;
  return true;
}

bool is_rounded(Article const& article, Tables const& tables, Table const& table, std::size_t column) {
  if (tables.has(tables.words(table, 0, column), "rounded-unit") ||
      tables.has(tables.words(table, 0, 0), "rounded-unit"))
    return true;
  // "in millions" may stand above or below the table.
  std::uint32_t const first = table.rows.empty() || table.rows[0].empty() ? no_id : table.rows[0][0].region;
  if (first == no_id || first == 0) return false;
  std::string_view const above = article.document.folded_text(article.document.regions[first - 1].span);
  return above.size() < 400 && tables.has(above, "rounded-unit");
}

/// Columns with a row of totals: below them, or above when it is the first row.
std::vector<Binding> column_sums(Article const& article) {
  std::vector<Binding> out;
  Tables const tables(article);
  for (Table const& table : tables.all()) {
    std::vector<TableSum> sums;
    std::vector<std::size_t> totals;
    std::size_t columns = 0;
    for (std::size_t row = table.first_row; row < table.rows.size(); ++row) {
      columns = std::max(columns, table.rows[row].size());
      if (tables.begins(tables.words(table, row, 0), "total-row")) totals.push_back(row);
    }
    for (std::size_t t = 0; t < totals.size(); ++t) {
      std::size_t const row = totals[t];
      std::vector<std::size_t> parts;
      bool const on_top = row == table.first_row && totals.size() == 1;
      std::size_t const from = on_top ? row + 1 : t == 0 ? table.first_row : totals[t - 1] + 1;
      std::size_t const to = on_top ? table.rows.size() : row;
      for (std::size_t r = from; r < to; ++r)
        if (!tables.begins(tables.words(table, r, 0), "part-row")) parts.push_back(r);
      if (parts.empty() && t >= 2) // a total of totals
        parts.assign(totals.begin(), totals.begin() + static_cast<std::ptrdiff_t>(t));
      else if (t > 0 && t + 1 == totals.size() && !tables.begins(tables.words(table, row, 0), "subtotal-row"))
        continue; // of the rows since the last total, or of all: the words do not say
      for (std::size_t column = 1; column < columns; ++column) {
        ClaimId const total = tables.figure(table, row, column);
        if (total == no_id || tables.has(tables.words(table, 0, column), "not-additive")) continue;
        std::vector<ClaimId> figures;
        bool complete = true;
        for (std::size_t const r : parts) {
          ClaimId const figure = tables.figure(table, r, column);
          complete = complete && figure != no_id;
          if (figure != no_id) figures.push_back(figure);
        }
        if (complete && additive(tables, figures, total))
          sums.push_back({std::move(figures), total, is_rounded(article, tables, table, column)});
      }
    }
    bind_sums(article, std::move(sums), out);
  }
  return out;
}

/// Rows with a column of totals behind them.
std::vector<Binding> row_sums(Article const& article) {
  std::vector<Binding> out;
  Tables const tables(article);
  for (Table const& table : tables.all()) {
    if (table.first_row == 0 || table.rows.empty()) continue;
    std::vector<TableSum> sums;
    for (std::size_t column = 3; column < table.rows[0].size(); ++column) {
      if (!tables.begins(tables.words(table, 0, column), "total-row")) continue;
      bool plain = true;
      for (std::size_t c = 1; c < column; ++c) {
        std::string_view const header = tables.words(table, 0, c);
        plain = plain && !tables.has(header, "not-additive") && !tables.has(header, "change-column") &&
                !tables.begins(header, "total-row");
      }
      if (!plain) continue;
      for (std::size_t row = table.first_row; row < table.rows.size(); ++row) {
        ClaimId const total = tables.figure(table, row, column);
        if (total == no_id) continue;
        std::vector<ClaimId> figures;
        for (std::size_t c = 1; c < column; ++c)
          if (ClaimId const figure = tables.figure(table, row, c); figure != no_id) figures.push_back(figure);
        if (figures.size() == column - 1 && additive(tables, figures, total))
          sums.push_back({std::move(figures), total, is_rounded(article, tables, table, column)});
      }
    }
    bind_sums(article, std::move(sums), out);
  }
  return out;
}

bool names_percent(std::string_view header) {
  return header.find('%') != std::string_view::npos || header.find("percent") != std::string_view::npos ||
         header.find("share") != std::string_view::npos;
}

/// Roughly, in either order of the columns: only whether the third column is of these two at all.
bool change_holds(Claim const& a, Claim const& b, Claim const& change, bool percent) {
  double const from = a.figure.value.to_double(), to = b.figure.value.to_double();
  double const stated = std::abs(change.figure.value.to_double());
  double const unit = change.figure.value.last_place().to_double();
  auto const near = [&](double computed) { return std::abs(std::abs(computed) - stated) <= unit; };
  if (!percent) return near(to - from);
  return (from != 0 && near(100 * (to - from) / from)) || (to != 0 && near(100 * (from - to) / to));
}

/// Two columns and the column of their difference, or of their change in percent.
std::vector<Binding> changes(Article const& article) {
  std::vector<Binding> out;
  Tables const tables(article);
  for (Table const& table : tables.all()) {
    if (table.first_row == 0 || table.rows.empty()) continue;
    for (std::size_t column = 3; column < table.rows[0].size() && column < 5; ++column) {
      std::string_view const header = tables.words(table, 0, column);
      if (!tables.has(header, "change-column")) continue;
      bool const percent_header = names_percent(header);
      if (names_percent(tables.words(table, 0, 1)) != names_percent(tables.words(table, 0, 2))) continue;
      std::vector<Binding> rows;
      std::size_t holding = 0;
      for (std::size_t row = table.first_row; row < table.rows.size(); ++row) {
        ClaimId const change = tables.figure(table, row, column), a = tables.figure(table, row, 1),
                      b = tables.figure(table, row, 2);
        if (change == no_id || a == no_id || b == no_id || tables.unit(a) != tables.unit(b) ||
            tables.kind(a) != tables.kind(b))
          continue;
        bool const percent =
            percent_header || (tables.kind(change) == Kind::percent && tables.kind(a) != Kind::percent);
        auto const slot = [&](ClaimId id) { return Slot::of_claim(id, article.claims[id].span); };
        rows.push_back({{slot(a), slot(b), slot(change), Slot::of_value(Value::of(percent))}});
        holding += change_holds(article.claims[a], article.claims[b], article.claims[change], percent);
      }
      // Where most rows differ the column compares something else: the seats of the election before.
      if (2 * holding >= rows.size()) std::move(rows.begin(), rows.end(), std::back_inserter(out));
    }
  }
  return out;
}

/// The cell holds a figure and little else: "Bar Seven" is a name.
bool is_figure_cell(Article const& article, Tables const& tables, Table const& table, std::size_t row,
                    std::size_t column) {
  ClaimId const figure = tables.figure(table, row, column);
  constexpr std::size_t sign_and_unit = 4;
  return figure != no_id &&
         tables.words(table, row, column).size() <= article.claims[figure].span.size() + sign_and_unit;
}

/// A column of ranks and one other column of figures: the only pair of neighbours that is out of the order of the
/// others.
std::vector<Binding> ranked(Article const& article) {
  std::vector<Binding> out;
  Tables const tables(article);
  for (Table const& table : tables.all()) {
    if (table.first_row == 0 || table.rows.size() < table.first_row + 4 ||
        !tables.begins(tables.words(table, 0, 0), "rank-column"))
      continue;
    std::size_t figures_in = 0;
    for (std::size_t column = 1; column < table.rows[table.first_row].size(); ++column)
      if (is_figure_cell(article, tables, table, table.first_row, column))
        figures_in = figures_in == 0 ? column : most_columns;
    if (figures_in == 0 || figures_in == most_columns) continue;
    std::vector<ClaimId> column;
    for (std::size_t row = table.first_row; row < table.rows.size(); ++row)
      column.push_back(tables.figure(table, row, figures_in));
    if (std::find(column.begin(), column.end(), no_id) != column.end()) continue;
    std::size_t rises = 0, falls = 0;
    auto const value = [&](std::size_t i) { return article.claims[column[i]].figure.value; };
    for (std::size_t i = 1; i < column.size(); ++i) {
      rises += value(i) > value(i - 1);
      falls += value(i) < value(i - 1);
    }
    bool const rising = rises > falls;
    if ((rising ? falls : rises) != 1) continue;
    for (std::size_t i = 1; i < column.size(); ++i) {
      if (rising ? !(value(i) < value(i - 1)) : !(value(i) > value(i - 1))) continue;
      out.push_back({{Slot::of_claim(column[i - 1], article.claims[column[i - 1]].span),
                      Slot::of_claim(column[i], article.claims[column[i]].span), Slot::of_value(Value::of(rising))}});
    }
  }
  return out;
}

std::vector<Role> sum_roles() {
  return {{"parts", "figure", {}, true, "the figures that are added up"},
          {"total", "figure", {}, false, "the total that the table gives"},
          {"rounded", "", Type::of(Base::truth), false,
           "the table says that its figures are in thousands, millions or percent"},
          {"confirmed", "", Type::of(Base::truth), false, "two other sums of the table hold, and none fails but this"}};
}

} // namespace

std::vector<Relation> table_relations() {
  return {
      {"column-total",
       "the figures of a table's column with the row of totals; silent where a cell is empty and for averages, rates "
       "and ranks",
       sum_roles(), column_sums},
      {"row-total", "the figures of a table's row with the column of totals behind them", sum_roles(), row_sums},
      {"table-change",
       "two columns of figures and a third whose header says that it is their change or difference",
       {{"a", "figure", {}, false, "the first column"},
        {"b", "figure", {}, false, "the second column"},
        {"change", "figure", {}, false, "the third"},
        {"percent", "", Type::of(Base::truth), false, "the change is a percentage of the earlier figure"}},
       changes},
      {"ranked-column",
       "a table of ranks with one column of figures, sorted but for one pair of neighbours",
       {{"above", "figure", {}, false, "the figure in the row above"},
        {"below", "figure", {}, false, "the figure below, out of order"},
        {"rising", "", Type::of(Base::truth), false, "most rows rise"}},
       ranked},
  };
}

} // namespace claimcheck::rules
