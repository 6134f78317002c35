#include <memory>

#include <sqlite3.h>

#include "sources/user_facts.hpp"

namespace claimcheck::sources {

using yaml::Node;
using yaml::NodeKind;

namespace {

constexpr std::uint32_t max_rows = 5'000'000;

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Node scalar(std::string text, std::uint32_t row, std::uint32_t column) {
  Node node;
  node.kind = NodeKind::scalar;
  node.scalar = std::move(text);
  node.line = row;
  node.column = column;
  return node;
}

Statement prepare(sqlite3* database, std::string const& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
  return Statement(statement);
}

/// One row as a map from column to text; empty cells are left out.
Node row_of(sqlite3_stmt* statement, std::uint32_t row) {
  Node map;
  map.kind = NodeKind::map;
  map.line = row;
  map.column = 1;
  for (int c = 0; c < sqlite3_column_count(statement); ++c) {
    auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(statement, c));
    if (text == nullptr || *text == '\0') continue;
    auto const column = static_cast<std::uint32_t>(c + 1);
    map.children.push_back(scalar(sqlite3_column_name(statement, c), row, column));
    map.children.push_back(scalar({text, static_cast<std::size_t>(sqlite3_column_bytes(statement, c))}, row, column));
  }
  return map;
}

} // namespace

Result<yaml::Tree> read_sqlite(std::string const& path) {
  yaml::Tree tree;
  tree.file = path;
  auto const fault = [&](std::string message, std::string remedy = {}) {
    return tl::unexpected(Diagnostics{{path, 0, 0, std::move(message), std::move(remedy)}});
  };
  sqlite3* opened = nullptr;
  int const status = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
  Database const database(opened);
  if (status != SQLITE_OK) return fault(opened == nullptr ? "out of memory" : sqlite3_errmsg(opened));
  sqlite3_exec(opened, "PRAGMA trusted_schema=OFF", nullptr, nullptr,
               nullptr); // a view must not call what it should not

  tree.root.kind = NodeKind::map;
  bool any = false;
  for (char const* section : {"source", "facts", "tenures", "entities", "events", "people", "distances"}) {
    Statement const exists = prepare(opened, "SELECT 1 FROM sqlite_master WHERE type IN ('table','view') AND name='" +
                                                 std::string(section) + "'");
    if (!exists) return fault(sqlite3_errmsg(opened));
    int const found = sqlite3_step(exists.get());
    if (found == SQLITE_DONE) continue;
    if (found != SQLITE_ROW) return fault(sqlite3_errmsg(opened));
    Statement const rows = prepare(opened, "SELECT * FROM " + std::string(section));
    if (!rows) return fault(std::string(section) + ": " + sqlite3_errmsg(opened));
    Node list;
    list.kind = NodeKind::sequence;
    int step = SQLITE_DONE;
    for (std::uint32_t row = 1; row <= max_rows && (step = sqlite3_step(rows.get())) == SQLITE_ROW; ++row)
      list.children.push_back(row_of(rows.get(), row));
    if (step != SQLITE_DONE)
      return fault(std::string(section) + ": " +
                   (step == SQLITE_ROW ? "more than 5,000,000 rows" : sqlite3_errmsg(opened)));
    any = any || std::string_view(section) != "source";
    tree.root.children.push_back(scalar(section, 1, 1));
    if (std::string_view(section) == "source" && !list.children.empty())
      tree.root.children.push_back(std::move(list.children.front()));
    else
      tree.root.children.push_back(std::move(list));
  }
  if (!any) return fault("no table or view named facts, tenures, entities, events, people or distances");
  if (tree.root.find("source") == nullptr) {
    Node own;
    own.kind = NodeKind::map;
    own.children = {scalar("key", 1, 1), scalar(path, 1, 1), scalar("title", 1, 1), scalar(path, 1, 1)};
    tree.root.children.push_back(scalar("source", 1, 1));
    tree.root.children.push_back(std::move(own));
  }
  return tree;
}

} // namespace claimcheck::sources
