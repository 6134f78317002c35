#include <map>
#include <optional>

#include "sources/user_facts.hpp"

namespace claimcheck::sources {

using yaml::Node;
using yaml::NodeKind;

namespace {

struct Cell {
  std::string text;
  std::uint32_t line = 1, column = 1;
};

/// RFC 4180: commas, quotation marks doubled inside quoted cells, either line end. `unfinished` is a quoted cell that
/// never ends.
std::vector<std::vector<Cell>> split(std::string_view text, std::optional<Cell>& unfinished) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::vector<Cell>> rows;
  std::uint32_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::vector<Cell> row;
    for (bool more = true; more;) {
      Cell cell{{}, line, static_cast<std::uint32_t>(at - line_start + 1)};
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          if (at >= text.size()) {
            unfinished = cell;
            return rows;
          }
          if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"')
            ++at;
          else if (text[at] == '"')
            break;
          if (text[at] == '\n') {
            ++line;
            line_start = at + 1;
          }
          cell.text += text[at];
        }
        ++at;
      }
      while (at < text.size() && text[at] != ',' && text[at] != '\n') cell.text += text[at++];
      if (!cell.text.empty() && cell.text.back() == '\r') cell.text.pop_back();
      more = at < text.size() && text[at] == ',';
      if (at < text.size()) ++at;
      row.push_back(std::move(cell));
    }
    ++line;
    line_start = at;
    if (row.size() > 1 || !row.front().text.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

Node scalar(Cell const& cell) {
  Node node;
  node.kind = NodeKind::scalar;
  node.scalar = cell.text;
  node.line = cell.line;
  node.column = cell.column;
  return node;
}

} // namespace

Result<yaml::Tree> read_csv(std::string_view text, std::string file, yaml::Tree const* schema) {
  yaml::Tree tree;
  tree.file = std::move(file);
  std::optional<Cell> unfinished;
  auto const rows = split(text, unfinished);
  if (unfinished)
    return tl::unexpected(Diagnostics{
        {tree.file, unfinished->line, unfinished->column, "the quotation mark that opens here never closes", ""}});
  if (rows.empty())
    return tl::unexpected(Diagnostics{{tree.file, 1, 1, "the file is empty", "its first row names the columns"}});

  std::map<std::string, std::string, std::less<>> key_of_column;
  Node const* const columns = schema == nullptr ? nullptr : schema->root.find("columns");
  Node const* const constants = schema == nullptr ? nullptr : schema->root.find("constants");
  if (columns != nullptr)
    for (std::size_t i = 0; i < columns->size(); ++i) key_of_column[columns->value(i).scalar] = columns->key(i).scalar;
  Diagnostics faults;
  std::vector<std::string> keys;
  for (Cell const& cell : rows.front()) {
    auto const mapped = key_of_column.find(cell.text);
    keys.push_back(mapped != key_of_column.end() ? mapped->second
                   : columns != nullptr          ? ""
                                                 : cell.text); // an unmapped column is none of ours
    key_of_column.erase(cell.text);
  }
  for (auto const& [column, key] : key_of_column)
    faults.push_back({tree.file, 1, 1, "there is no column `" + column + "` for `" + key + "`",
                      "its name must be as in the first row"});

  tree.root.kind = NodeKind::map;
  tree.root.line = tree.root.column = 1;
  auto const add = [](Node& map, std::string key, Node value) {
    Node name;
    name.kind = NodeKind::scalar;
    name.line = value.line;
    name.column = value.column;
    name.scalar = std::move(key);
    map.children.push_back(std::move(name));
    map.children.push_back(std::move(value));
  };
  if (Node const* source = schema == nullptr ? nullptr : schema->root.find("source"); source != nullptr)
    add(tree.root, "source", *source);
  else {
    Node own;
    own.kind = NodeKind::map;
    add(own, "key", scalar({tree.file, 1, 1}));
    add(own, "title", scalar({tree.file, 1, 1}));
    add(tree.root, "source", std::move(own));
  }
  Node facts;
  facts.kind = NodeKind::sequence;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (rows[r].size() > keys.size()) {
      Cell const& extra = rows[r][keys.size()];
      faults.push_back(
          {tree.file, extra.line, extra.column, "the row has more cells than the first row has names", ""});
      continue;
    }
    Node fact;
    fact.kind = NodeKind::map;
    fact.line = rows[r].front().line;
    fact.column = 1;
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!keys[c].empty() && !rows[r][c].text.empty()) add(fact, keys[c], scalar(rows[r][c]));
    if (constants != nullptr)
      for (std::size_t i = 0; i < constants->size(); ++i)
        if (fact.find(constants->key(i).scalar) == nullptr) add(fact, constants->key(i).scalar, constants->value(i));
    facts.children.push_back(std::move(fact));
  }
  add(tree.root, "facts", std::move(facts));
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return tree;
}

} // namespace claimcheck::sources
