// units.yaml and currencies.yaml.
#include <array>
#include <map>

#include "lexicon/loader.hpp"

namespace claimcheck {
namespace {

struct Prefix {
  std::string_view symbol;
  std::string_view name;
  int power;
};

// The SI prefixes (BIPM, SI brochure, table 7). `u` also writes as the two micro signs.
constexpr std::array prefixes{Prefix{"p", "pico", -12}, Prefix{"n", "nano", -9},  Prefix{"u", "micro", -6},
                              Prefix{"m", "milli", -3}, Prefix{"c", "centi", -2}, Prefix{"d", "deci", -1},
                              Prefix{"da", "deca", 1},  Prefix{"h", "hecto", 2},  Prefix{"k", "kilo", 3},
                              Prefix{"M", "mega", 6},   Prefix{"G", "giga", 9},   Prefix{"T", "tera", 12},
                              Prefix{"P", "peta", 15},  Prefix{"E", "exa", 18}};

/// Collects the forms of all units before they go into the tables: symbols that differ only in case share a key.
struct Forms {
  std::map<std::string, std::vector<ExactForm<UnitSymbol>>> symbols;

  void add(std::string const& written, UnitSymbol symbol) {
    auto& list = symbols[folded(written)];
    for (auto& form : list) {
      if (form.written != written) continue; // the first owner keeps it
      form.value.glued |= form.value.doubtful && symbol.glued && form.value.unit == symbol.unit;
      return;
    }
    list.push_back({written, symbol});
  }
};

/// One unit as the file gives it, before prefixes.
struct Entry {
  Unit unit;
  std::vector<std::string> names, symbols, loose, doubtful, ambiguous;
};

void add_unit(LexiconLoader& loader, Entry const& entry, Forms& forms, yaml::Node const& at) {
  Lexicon& lexicon = loader.lexicon;
  if (lexicon.units.find(entry.unit.code))
    return loader.fault(at, "the unit `" + entry.unit.code + "` is there already");
  UnitId const id = lexicon.units.add(entry.unit);
  for (auto const& name : entry.names) lexicon.unit_names.add(name, {id, false});
  for (auto const& name : entry.ambiguous) lexicon.unit_names.add(name, {id, true});
  for (auto const& symbol : entry.symbols) forms.add(symbol, {id, false});
  for (auto const& symbol : entry.doubtful) forms.add(symbol, {id, false, true});
  for (auto const& symbol : entry.loose) forms.add(symbol, {id, true});
}

Entry with_prefix(Entry const& base, Prefix const& prefix) {
  Entry out = base;
  out.unit.code = std::string(prefix.symbol) + base.unit.code;
  out.unit.name = std::string(prefix.name) + base.unit.name;
  out.unit.plural = std::string(prefix.name) + base.unit.plural;
  out.unit.symbol = (prefix.symbol == "u" ? "µ" : std::string(prefix.symbol)) + base.unit.symbol;
  out.unit.factor = multiply(base.unit.factor, Decimal{1, prefix.power});
  out.ambiguous.clear();
  out.loose.clear();
  out.doubtful.clear();
  out.names.clear();
  for (auto const* list : {&base.names, &base.ambiguous})
    for (auto const& name : *list) out.names.push_back(std::string(prefix.name) + name);
  out.symbols.clear();
  // A prefixed symbol has two letters or more and is safe where the bare one ("m", "W") is not.
  for (auto const* list : {&base.symbols, &base.loose}) {
    for (auto const& symbol : *list) {
      if (prefix.symbol == "u") {
        out.symbols.push_back("µ" + symbol);
        out.symbols.push_back("μ" + symbol);
      }
      out.symbols.push_back(std::string(prefix.symbol) + symbol);
    }
  }
  return out;
}

std::vector<std::string> list_of(LexiconLoader const& loader, yaml::Node const& map, std::string_view key) {
  std::vector<std::string> out;
  loader.scalars(map.find(key), [&](std::string const& word, yaml::Node const&) { out.push_back(word); });
  return out;
}

/// The words that speak for the ambiguous forms of an entry.
void read_context(LexiconLoader const& loader, yaml::Node const& entry, UnitId id) {
  loader.scalars(entry.find("context"),
                 [&](std::string const& word, yaml::Node const&) { loader.unit_contexts()[id].add(word, {}); });
}

Entry read_unit(LexiconLoader const& loader, yaml::Node const& node) {
  Entry entry;
  Unit& unit = entry.unit;
  unit.code = loader.text(node, "code");
  unit.name = loader.text(node, "name", unit.code);
  unit.plural = loader.text(node, "plural", unit.name + 's');
  unit.symbol = loader.text(node, "symbol", unit.name);
  unit.system = loader.text(node, "system");
  unit.quantity = loader.text(node, "quantity");
  if (unit.code.empty()) loader.fault(node, "a unit needs a `code`");
  if (auto const kind = kind_named(loader.text(node, "kind")))
    unit.kind = *kind;
  else
    loader.fault(node, "unknown kind `" + loader.text(node, "kind") + "` of unit `" + unit.code + "`");
  if (auto const dimension = dimension_named(loader.text(node, "dimension", "none")))
    unit.dimension = *dimension;
  else
    loader.fault(node, "unknown dimension `" + loader.text(node, "dimension") + "`",
                 "write it like length^2 or mass*length/time^2");
  if (auto const* factor = node.find("factor")) unit.factor = loader.decimal(*factor);
  if (auto const* divisor = node.find("divisor")) unit.divisor = loader.decimal(*divisor);
  if (auto const* offset = node.find("offset")) unit.offset = loader.decimal(*offset);
  if (unit.factor <= Decimal{} || unit.divisor <= Decimal{})
    loader.fault(node, "`factor` and `divisor` must be above zero");
  entry.names = list_of(loader, node, "names");
  entry.symbols = list_of(loader, node, "symbols");
  entry.loose = list_of(loader, node, "loose");
  entry.doubtful = list_of(loader, node, "doubtful");
  entry.ambiguous = list_of(loader, node, "ambiguous");
  return entry;
}

/// "full days", "straight weeks": the adjective stands between the number and the name.
void add_adjectives(Entry& entry, std::vector<std::string> const& adjectives, std::vector<std::string> const& of_many) {
  std::vector<std::string> const names = entry.names;
  for (std::string const& name : names) {
    for (std::string const& adjective : adjectives) entry.names.push_back(adjective + ' ' + name);
    if (name.ends_with('s'))
      for (std::string const& adjective : of_many) entry.names.push_back(adjective + ' ' + name);
  }
}

} // namespace

void load_units(LexiconLoader& loader) {
  yaml::Node const* const list = loader.tree.root.find("units");
  if (list == nullptr || !list->is_sequence()) return loader.fault(loader.tree.root, "expected `units`, a list");
  Forms forms;
  std::vector<std::pair<Entry, yaml::Node const*>>
      derived; // after all plain units, so that a listed form wins over a derived one
  auto const adjectives = list_of(loader, loader.tree.root, "length_adjectives"),
             plural_adjectives = list_of(loader, loader.tree.root, "plural_length_adjectives");
  for (yaml::Node const& node : list->children) {
    Entry entry = read_unit(loader, node);
    if (entry.unit.kind == Kind::duration) add_adjectives(entry, adjectives, plural_adjectives);
    add_unit(loader, entry, forms, node);
    if (auto const id = loader.lexicon.units.find(entry.unit.code)) read_context(loader, node, *id);
    for (auto const& symbol : list_of(loader, node, "prefixes")) {
      auto const prefix =
          std::find_if(prefixes.begin(), prefixes.end(), [&](Prefix const& p) { return p.symbol == symbol; });
      if (prefix == prefixes.end())
        loader.fault(node, "`" + symbol + "` is no SI prefix");
      else
        derived.emplace_back(with_prefix(entry, *prefix), &node);
    }
  }
  for (auto const& [entry, node] : derived) add_unit(loader, entry, forms, *node);
  for (auto& [key, symbols] : forms.symbols) loader.lexicon.unit_symbols.add(key, std::move(symbols));
}

void load_currencies(LexiconLoader& loader) {
  yaml::Node const* const list = loader.tree.root.find("currencies");
  if (list == nullptr || !list->is_sequence()) return loader.fault(loader.tree.root, "expected `currencies`, a list");
  Lexicon& lexicon = loader.lexicon;
  std::map<std::string, std::vector<ExactForm<CurrencyWord>>> signs, codes;
  auto const keep = [](auto& table, std::string const& written, CurrencyWord word) {
    auto& forms = table[folded(written)];
    for (auto const& form : forms)
      if (form.written == written) return; // the first currency keeps a shared sign
    forms.push_back({written, word});
  };
  for (yaml::Node const& node : list->children) {
    Unit unit;
    unit.code = loader.text(node, "code");
    unit.name = loader.text(node, "name", unit.code);
    unit.plural = loader.text(node, "plural", unit.name + 's');
    unit.symbol = loader.text(node, "symbol", unit.code);
    unit.kind = Kind::money;
    unit.dimension.exponent[Dimension::money] = 1;
    if (unit.code.empty() || lexicon.units.find(unit.code)) {
      loader.fault(node, "a currency needs a `code` of its own");
      continue;
    }
    UnitId const id = lexicon.units.add(unit);
    for (auto const& sign : list_of(loader, node, "signs")) keep(signs, sign, {id, 1, false});
    for (auto const& sign : list_of(loader, node, "doubtful")) {
      CurrencyWord word{id, 1, false};
      word.doubtful = true;
      keep(signs, sign, word);
    }
    for (auto const& code : list_of(loader, node, "after")) keep(codes, code, {id, 1, false});
    for (auto const& name : list_of(loader, node, "names")) lexicon.currency_names.add(name, {id, 1, false});
    for (auto const& name : list_of(loader, node, "ambiguous")) lexicon.currency_names.add(name, {id, 1, true});
    read_context(loader, node, id);
    if (unit.code.size() == 3) { // MUSD, kEUR: business reports
      for (auto const& [prefix, power] : {std::pair{"M", 6}, {"k", 3}, {"K", 3}}) {
        CurrencyWord word{id, 1, false};
        word.power = power;
        keep(signs, prefix + unit.code, word);
        keep(codes, prefix + unit.code, word);
      }
    }
    if (yaml::Node const* const minor = node.find("minor"); minor != nullptr && minor->is_map()) {
      std::int32_t const parts = minor->find("per") != nullptr ? loader.integer(*minor->find("per")) : 100;
      for (auto const& name : list_of(loader, *minor, "names")) lexicon.currency_names.add(name, {id, parts, false});
      for (auto const& code : list_of(loader, *minor, "after")) keep(codes, code, {id, parts, false});
      for (auto const& code : list_of(loader, *minor, "loose")) keep(codes, code, {id, parts, false, true});
    }
  }
  for (auto& [key, forms] : signs) {
    lexicon.gate.add(key, family_currency);
    lexicon.currency_signs.add(key, std::move(forms));
  }
  for (auto& [key, forms] : codes) lexicon.currency_codes.add(key, std::move(forms));
}

} // namespace claimcheck
