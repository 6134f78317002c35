#include "sources/user_facts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "sources/facts_reader.hpp"
#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {

using reference::Fact;
using reference::Property;

namespace {

std::optional<std::string> contents(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) return {};
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

Result<yaml::Tree> read_tree(std::string const& path) {
  auto const ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
  };
  auto const text = contents(path);
  if (!text) return tl::unexpected(Diagnostics{{path, 0, 0, "the file cannot be read", ""}});
  if (ends({".sqlite", ".sqlite3", ".db"})) return read_sqlite(path);
  if (ends({".csv"})) {
    auto const schema_text = contents(path + ".schema.yaml");
    if (!schema_text) return read_csv(*text, path, nullptr);
    auto const schema = yaml::parse(*schema_text, path + ".schema.yaml");
    if (!schema) return tl::unexpected(schema.error());
    return read_csv(*text, path, &*schema);
  }
  if (ends({".yaml", ".yml"})) return yaml::parse(*text, path);
  return tl::unexpected(Diagnostics{{path, 0, 0, "facts are read from .yaml, .csv and .sqlite files", ""}});
}

bool known_name(std::string_view subject, FactTable const& table) {
  if (table.entity(subject) != nullptr) return true;
  if (subject.starts_with("name:")) return !builtin_source().resolve({subject.substr(5), {}}, 1).empty();
  return subject.find(':') == std::string_view::npos || !subject.starts_with("iso:") ||
         Pack::builtin().entity(subject).has_value();
}

/// Where an item of a section names something: for complaints that arise after reading.
void each_item(yaml::Tree const& tree, std::string_view section, auto&& function) {
  if (auto const* list = tree.root.find(section); list != nullptr && list->is_sequence())
    for (auto const& item : list->children)
      if (item.is_map()) function(item);
}

void find_unknown_subjects(yaml::Tree const& tree, FactTable const& table, Diagnostics& faults) {
  auto const check = [&](yaml::Node const& item, std::string_view key) {
    auto const* const node = item.find(key);
    if (node == nullptr || node->scalar.empty() || known_name(table.canonical(node->scalar), table)) return;
    if (node->scalar.find(':') != std::string::npos && !node->scalar.starts_with("iso:")) return;
    faults.push_back(tree.fault(*node, "nothing known bears the name `" + node->scalar + "`",
                                "describe it under `entities`, or write it as GeoNames does"));
  };
  each_item(tree, "facts", [&](yaml::Node const& item) {
    auto const* const property = item.find("prop");
    if (property != nullptr &&
        (property->scalar == "spelling" || property->scalar == "value" || property->scalar == "count"))
      return; // of any words
    check(item, "subject");
  });
  each_item(tree, "distances", [&](yaml::Node const& item) {
    check(item, "from");
    check(item, "to");
  });
}

void find_overlaps(yaml::Tree const& tree, FactTable const& table, Diagnostics& faults) {
  std::map<std::string, std::vector<Fact>> held;
  for (Fact const& fact : table.facts())
    if (fact.property == Property::holder && fact.definition != "acting") held[fact.subject].push_back(fact);
  for (auto& [office, tenures] : held) {
    std::sort(tenures.begin(), tenures.end(),
              [](Fact const& a, Fact const& b) { return a.from.value_or(Days{}) < b.from.value_or(Days{}); });
    for (std::size_t i = 1; i < tenures.size(); ++i) {
      if (!tenures[i].from || (tenures[i - 1].to && *tenures[i - 1].to <= *tenures[i].from)) continue;
      yaml::Node const* at = &tree.root;
      each_item(tree, "tenures", [&, &later = tenures[i]](yaml::Node const& item) {
        if (auto const* person = item.find("person"); person != nullptr && person->scalar == later.text) at = person;
      });
      faults.push_back(tree.fault(*at, tenures[i].text + " takes office before " + tenures[i - 1].text + " has left it",
                                  "give `to` to the earlier tenure"));
    }
  }
}

} // namespace

Result<std::shared_ptr<FactTable const>> read_user_facts(std::vector<std::string> const& paths) {
  std::vector<yaml::Tree> trees;
  Diagnostics faults;
  for (auto const& path : paths) {
    auto tree = read_tree(path);
    if (tree)
      trees.push_back(std::move(*tree));
    else
      faults.insert(faults.end(), tree.error().begin(), tree.error().end());
  }
  auto table = std::make_shared<FactTable>("user", reference::Origin::user);
  Diagnostics const more = read_facts(trees, *table);
  faults.insert(faults.end(), more.begin(), more.end());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return std::shared_ptr<FactTable const>(std::move(table));
}

Result<std::shared_ptr<FactTable const>> read_facts_text(std::string const& text, std::string const& name) {
  auto tree = yaml::parse(text, name);
  if (!tree) return tl::unexpected(std::move(tree.error()));
  auto table = std::make_shared<FactTable>("user", reference::Origin::user);
  Diagnostics faults = read_facts({*tree}, *table);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return std::shared_ptr<FactTable const>(std::move(table));
}

Diagnostics lint_facts(std::string const& path) {
  auto const tree = read_tree(path);
  if (!tree) return tree.error();
  FactTable table("user", reference::Origin::user);
  Diagnostics faults = read_facts({*tree}, table);
  find_unknown_subjects(*tree, table, faults);
  find_overlaps(*tree, table, faults);
  std::stable_sort(faults.begin(), faults.end(), [](Diagnostic const& a, Diagnostic const& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  return faults;
}

} // namespace claimcheck::sources
