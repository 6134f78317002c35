#include "sources/facts_reader.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "sources/pack.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::NameMatch;
using reference::Property;
using reference::SourceInfo;
using yaml::Node;

std::optional<Days> parse_day(std::string_view text, bool end) {
  auto const number = [](std::string_view digits) -> std::optional<int> {
    int value = 0;
    auto const [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || at != digits.data() + digits.size() || value < 0) return {};
    return value;
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return {};
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return {};
  auto const year = number(text.substr(0, 4));
  auto const month = text.size() > 4 ? number(text.substr(5, 2)) : std::optional<int>(end ? 12 : 1);
  if (!year || !month || *month < 1 || *month > 12) return {};
  std::chrono::year_month const of{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)}};
  if (text.size() < 10) return end ? Days{of / std::chrono::last} : Days{of / 1};
  auto const day = number(text.substr(8));
  if (!day) return {};
  std::chrono::year_month_day const date = of / *day;
  if (!date.ok()) return {};
  return Days{date};
}

std::optional<Decimal> parse_amount(std::string_view text) {
  Decimal scale{1};
  for (auto const& [word, power] : {std::pair{" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}})
    if (text.ends_with(word)) {
      text.remove_suffix(std::string_view(word).size());
      scale = Decimal{1, power};
      break;
    }
  std::string digits;
  for (char const c : text)
    if (c != ',' && c != '_') digits += c;
  auto const value = Decimal::parse(digits);
  if (!value) return {};
  return multiply(*value, scale);
}

namespace {

class Reader {
 public:
  Reader(yaml::Tree const& tree, FactTable& table, std::map<std::string, SourceInfo const*, std::less<>>& sources)
      : tree_(tree), table_(table), sources_(sources) {}

  void describe_sources() {
    if (Node const* one = tree_.root.find("source"); one != nullptr && !one->is_scalar()) fallback_ = source(*one);
    each("sources", [&](Node const& node) { source(node); });
  }

  void read() {
    if (!tree_.root.is_map()) {
      if (!tree_.root.is_null())
        fault(tree_.root, "facts are a map with `facts`, `entities`, `tenures` ... at its top");
      return;
    }
    only(tree_.root, {"source", "sources", "countries", "entities", "people", "offices", "tenures", "facts", "events",
                      "distances", "constants", "holidays"});
    if (tree_.root.find("source") != nullptr && fallback_ == nullptr)
      fallback_ = source_of(tree_.root); // named by its key
    each("countries", [&](Node const& node) { country(node); });
    each("entities", [&](Node const& node) { entity(node); });
    each("people", [&](Node const& node) { person(node); });
    each("offices", [&](Node const& node) { office(node); });
    each("tenures", [&](Node const& node) { tenure(node); });
    each("facts", [&](Node const& node) { fact(node); });
    each("events", [&](Node const& node) { event(node); });
    each("distances", [&](Node const& node) { distance(node); });
    each("constants", [&](Node const& node) { constant(node); });
    each("holidays", [&](Node const& node) { holiday(node); });
  }

  Diagnostics faults;

 private:
  void fault(Node const& at, std::string message, std::string remedy = {}) {
    faults.push_back(tree_.fault(at, std::move(message), std::move(remedy)));
  }

  template <class Function>
  void each(std::string_view section, Function&& function) {
    Node const* const list = tree_.root.find(section);
    if (list == nullptr || list->is_null()) return;
    if (!list->is_sequence()) return fault(*list, "`" + std::string(section) + "` is a list");
    for (Node const& item : list->children) {
      if (!item.is_map())
        fault(item, "an item of `" + std::string(section) + "` is a map");
      else
        function(item);
    }
  }

  void only(Node const& map, std::vector<std::string> const& keys) {
    for (std::size_t i = 0; i < map.size(); ++i) {
      std::string const& key = map.key(i).scalar;
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      std::string const meant = nearest(key, keys);
      fault(map.key(i), "unknown key `" + key + "`", meant.empty() ? "" : "did you mean `" + meant + "`?");
    }
  }

  std::string text(Node const& map, std::string_view key) {
    Node const* const node = map.find(key);
    if (node == nullptr || node->is_null()) return {};
    if (!node->is_scalar()) fault(*node, "`" + std::string(key) + "` is one value");
    return node->scalar;
  }
  std::string required(Node const& map, std::string_view key) {
    std::string value = text(map, key);
    if (value.empty()) fault(map, "`" + std::string(key) + "` is missing");
    return value;
  }
  std::vector<std::string> list(Node const& map, std::string_view key) {
    std::vector<std::string> values;
    Node const* const node = map.find(key);
    if (node == nullptr || node->is_null()) return values;
    if (node->is_scalar()) return {node->scalar};
    if (!node->is_sequence())
      fault(*node, "`" + std::string(key) + "` is a list");
    else
      for (Node const& item : node->children) values.push_back(item.scalar);
    return values;
  }
  std::optional<Days> day(Node const& map, std::string_view key, bool end, bool* approximate = nullptr) {
    std::string const value = text(map, key);
    if (value.empty()) return {};
    auto const parsed = parse_day(value, end);
    if (!parsed) fault(*map.find(key), "`" + value + "` is no date", "write 2022-03-10, 2022-03 or 2022");
    if (approximate != nullptr) *approximate = value.size() < 10;
    return parsed;
  }
  std::optional<double> number(Node const& map, std::string_view key, double low, double high) {
    std::string const value = text(map, key);
    if (value.empty()) return {};
    auto const parsed = parse_amount(value);
    if (!parsed)
      fault(*map.find(key), "`" + value + "` is no number");
    else if (parsed->to_double() < low || parsed->to_double() > high)
      fault(*map.find(key), "`" + value + "` is out of range");
    else
      return parsed->to_double();
    return {};
  }
  bool truth(Node const& map, std::string_view key, bool fallback) {
    Node const* const node = map.find(key);
    if (node == nullptr) return fallback;
    auto const value = yaml::as_bool(*node);
    if (!value) fault(*node, "`" + std::string(key) + "` is true or false");
    return value.value_or(fallback);
  }

  SourceInfo const* source(Node const& node) {
    if (!node.is_map()) {
      fault(node, "a source is a map with `key` and `title`");
      return nullptr;
    }
    only(node, {"key", "title", "publisher", "url", "licence", "attribution", "as_of"});
    SourceInfo info{required(node, "key"), required(node, "title"),   text(node, "publisher"), text(node, "url"),
                    text(node, "licence"), text(node, "attribution"), text(node, "as_of")};
    std::string const key = info.key;
    return sources_[key] = table_.add_source(std::move(info));
  }
  /// The source that an item names by its key, else that of the file.
  SourceInfo const* source_of(Node const& node) {
    std::string const key = text(node, "source");
    if (key.empty()) return fallback_;
    if (auto const known = sources_.find(key); known != sources_.end()) return known->second;
    if (key.find("://") != std::string::npos) return fallback_; // a link is not a description; it goes into the fact
    std::vector<std::string> keys;
    for (auto const& [name, info] : sources_) keys.push_back(name);
    std::string const meant = nearest(key, keys);
    fault(*node.find("source"), "no source `" + key + "` is described",
          meant.empty() ? "describe it under `sources`" : "did you mean `" + meant + "`?");
    return fallback_;
  }

  /// The parts that all kinds of facts share.
  Fact begin(Node const& node, Property property, std::string subject) {
    Fact fact;
    fact.property = property;
    fact.subject = std::move(subject);
    fact.source = source_of(node);
    fact.url = text(node, "url");
    if (std::string const link = text(node, "source"); fact.url.empty() && link.find("://") != std::string::npos)
      fact.url = link;
    fact.definition = text(node, "definition");
    fact.as_of = text(node, "as_of");
    fact.from = day(node, "from", false, &fact.approximate_from);
    fact.to = day(node, "to", true, &fact.approximate_to);
    if (fact.from && fact.to && *fact.to < *fact.from) fault(node, "it ends before it begins");
    fact.checked = truth(node, "checked", true);
    if (fact.source == nullptr) fault(node, "it has no source", "describe one under `source` at the top of the file");
    return fact;
  }
  void set_value(Fact& fact, Node const& node, std::string_view key) {
    std::string const written = text(node, key);
    if (written.empty()) return;
    fact.value = parse_amount(written);
    if (!fact.value) return fault(*node.find(key), "`" + written + "` is no number");
    fact.interval = Interval::around(
        *fact.value, fact.value->rounding_unit().is_zero() ? Decimal{0} : divide(fact.value->last_place(), Decimal{2}));
    fact.unit = text(node, "unit");
  }

  void country(Node const& node) {
    only(node, {"id", "alpha3", "names", "demonyms", "capitals", "area", "land_area", "coastline", "population",
                "neighbours", "currencies"});
    std::string const id = required(node, "id");
    if (!id.starts_with("iso:") || id.size() != 6) return fault(node, "a country's id is `iso:` and its two letters");
    std::string const code = id.substr(4);
    std::vector<std::string> const names = list(node, "names");
    if (names.empty()) return fault(node, "`names` is missing");
    Candidate entity;
    entity.id = id;
    entity.type = EntityType::country;
    entity.name = names.front();
    entity.country = code;
    entity.source = "cldr";
    table_.add_entity(std::move(entity), names);
    for (auto const& demonym : list(node, "demonyms")) table_.add_name(id, demonym, NameMatch::demonym);
    figure(node, "area", Property::area, id, "km2", "factbook", "2015", "total");
    figure(node, "land_area", Property::land_area, id, "km2", "factbook", "2015", "land");
    figure(node, "coastline", Property::coastline, id, "km", "factbook", "2015", "");
    figure(node, "population", Property::population, id, "", "cldr", "2025", "estimate");
    for (auto const& other : list(node, "neighbours"))
      add_object(Property::neighbour, id, "iso:" + other, "", "factbook");
    if (Node const* capitals = node.find("capitals"))
      for (Node const& row : capitals->children) {
        Fact fact = begin(row, Property::capital, id);
        fact.source = sources_.contains("geonames") ? sources_.at("geonames") : fallback_;
        fact.text = required(row, "place");
        fact.object = text(row, "id");
        fact.definition = text(row, "kind");
        table_.add_fact(std::move(fact));
      }
    if (Node const* uses = node.find("currencies"))
      for (Node const& row : uses->children) {
        Fact fact = begin(row, Property::currency, id);
        fact.source = sources_.contains("cldr") ? sources_.at("cldr") : fallback_;
        fact.text = required(row, "code");
        fact.object = "cur:" + fact.text;
        table_.add_fact(std::move(fact));
      }
  }
  void figure(Node const& node, std::string_view key, Property property, std::string const& subject, std::string unit,
              std::string_view from, std::string as_of, std::string definition) {
    if (node.find(key) == nullptr) return;
    Fact fact = begin(node, property, subject);
    set_value(fact, node, key);
    fact.unit = std::move(unit);
    fact.as_of = std::move(as_of);
    fact.definition = std::move(definition);
    if (auto const known = sources_.find(from); known != sources_.end()) fact.source = known->second;
    table_.add_fact(std::move(fact));
  }
  void add_object(Property property, std::string const& subject, std::string object, std::string definition,
                  std::string_view from) {
    Fact fact;
    fact.property = property;
    fact.subject = subject;
    fact.object = std::move(object);
    fact.definition = std::move(definition);
    auto const known = sources_.find(from);
    fact.source = known == sources_.end() ? fallback_ : known->second;
    table_.add_fact(std::move(fact));
  }

  void entity(Node const& node) {
    only(node, {"id", "kind", "names", "country", "region", "lat", "lon", "population", "gn", "wikidata", "capital"});
    Candidate entity;
    std::string const kind = text(node, "kind");
    auto const type =
        kind.empty() || kind == "city" || kind == "town" ? EntityType::place : reference::entity_type_named(kind);
    if (!type)
      fault(*node.find("kind"), "unknown kind `" + kind + "`", "place, region, country, person, office, event ...");
    entity.type = type.value_or(EntityType::other);
    std::string const geoname = text(node, "gn"), own = required(node, "id");
    std::vector<std::string> names = list(node, "names");
    entity.id = geoname.empty() ? own : "gn:" + geoname;
    entity.name = names.empty() ? own : names.front();
    entity.country = text(node, "country");
    entity.region = text(node, "region");
    entity.capital = truth(node, "capital", false);
    auto const latitude = number(node, "lat", -90, 90), longitude = number(node, "lon", -180, 180);
    if (latitude && longitude)
      entity.point = {*latitude, *longitude};
    else if (latitude || longitude)
      fault(node, "`lat` and `lon` belong together");
    if (auto const population = number(node, "population", 0, 4e9))
      entity.population = static_cast<std::uint32_t>(*population);
    entity.source = fallback_ == nullptr ? "" : fallback_->key;
    names.push_back(own); // facts may name it by its id
    if (!table_.add_entity(std::move(entity), names)) fault(*node.find("id"), "`" + own + "` is described twice");
  }

  std::string named_entity(Node const& node, EntityType type, std::string_view prefix, std::string const& name,
                           std::vector<std::string> names) {
    std::string const key = Pack::builtin().fold(name);
    if (key.empty()) fault(node, "`" + name + "` has no letters that a name can be found by");
    Candidate entity;
    entity.id = std::string(prefix) + ':' + key;
    entity.type = type;
    entity.name = name;
    entity.country = text(node, "country");
    entity.source = fallback_ == nullptr ? "" : fallback_->key;
    std::string const id = entity.id;
    names.push_back(name);
    table_.add_entity(std::move(entity), names);
    return id;
  }
  std::string person_named(Node const& node, std::string const& name, std::vector<std::string> names = {}) {
    return named_entity(node, EntityType::person, "person", name, std::move(names));
  }

  void person(Node const& node) {
    only(node, {"person", "names", "born", "died", "source", "url", "checked"});
    std::string const id = person_named(node, required(node, "person"), list(node, "names"));
    for (auto const& [key, property] : {std::pair{"born", Property::birth}, {"died", Property::death}}) {
      if (node.find(key) == nullptr) continue;
      Fact fact = begin(node, property, id);
      fact.text = text(node, key);
      fact.from = day(node, key, false);
      fact.to = day(node, key, true);
      fact.approximate_from = fact.approximate_to = fact.text.size() < 10;
      table_.add_fact(std::move(fact));
    }
  }

  void office(Node const& node) {
    only(node, {"office", "country", "titles", "names", "source", "url", "holders", "complete_from"});
    std::string const name = required(node, "office");
    std::vector<std::string> names = list(node, "names");
    std::string const id = named_entity(node, EntityType::office, "office", name, names);
    for (auto const& title : list(node, "titles")) table_.add_name(id, title, NameMatch::alternate);
    if (Node const* holders = node.find("holders"))
      for (Node const& row : holders->children) {
        if (!row.is_map()) {
          fault(row, "a holder is a map with `person` and `from`");
          continue;
        }
        only(row, {"person", "names", "from", "to", "checked", "acting", "source", "url"});
        add_tenure(row, id, name, required(row, "person"), list(row, "names"), source_of(node), text(node, "url"));
      }
  }
  void add_tenure(Node const& row, std::string const& office, std::string const& title, std::string const& name,
                  std::vector<std::string> names, SourceInfo const* of_office, std::string const& url) {
    std::string const person = person_named(row, name, std::move(names));
    Fact fact = begin(row, Property::holder, office);
    if (row.find("source") == nullptr && of_office != nullptr) fact.source = of_office;
    if (fact.url.empty()) fact.url = url;
    fact.object = person;
    fact.text = name;
    if (truth(row, "acting", false)) fact.definition = "acting";
    Fact other = fact;
    other.property = Property::position_held;
    other.subject = person;
    other.object = office;
    other.text = title;
    table_.add_fact(std::move(fact));
    table_.add_fact(std::move(other));
  }
  /// A user's way to say one tenure: the title with its country in words.
  void tenure(Node const& node) {
    only(node,
         {"office", "person", "names", "from", "to", "start", "end", "country", "checked", "acting", "source", "url"});
    Node row = node;
    for (std::size_t i = 0; i < row.size(); ++i) { // `start` and `end` are other words for `from` and `to`
      if (row.children[2 * i].scalar == "start") row.children[2 * i].scalar = "from";
      if (row.children[2 * i].scalar == "end") row.children[2 * i].scalar = "to";
    }
    std::string const name = required(node, "office");
    std::string const id = named_entity(node, EntityType::office, "office", name, {});
    add_tenure(row, id, name, required(node, "person"), list(node, "names"), source_of(node), "");
  }

  void fact(Node const& node) {
    only(node, {"subject", "prop", "value", "unit", "text", "object", "from", "to", "as_of", "definition", "url",
                "note", "checked", "source"});
    std::string const name = required(node, "prop");
    auto const property = reference::property_named(name);
    if (!property && !name.empty()) {
      std::vector<std::string> known;
      for (int i = 0; i <= static_cast<int>(Property::count); ++i)
        known.emplace_back(reference::name_of(static_cast<Property>(i)));
      std::string const meant = nearest(name, known);
      return fault(*node.find("prop"), "unknown property `" + name + "`",
                   meant.empty() ? "" : "did you mean `" + meant + "`?");
    }
    if (!property) return;
    Fact fact = begin(node, *property, required(node, "subject"));
    set_value(fact, node, "value");
    fact.text = text(node, "text");
    fact.object = text(node, "object");
    if (!fact.value && fact.text.empty() && fact.object.empty())
      fault(node, "a fact says a `value`, a `text` or an `object`");
    if (fact.definition.empty()) fact.definition = text(node, "note");
    table_.add_fact(std::move(fact));
  }

  void event(Node const& node) {
    only(node, {"event", "names", "date", "from", "to", "country", "source", "url", "checked", "definition"});
    std::string const name = required(node, "event");
    std::string const id = named_entity(node, EntityType::event, "event", name, list(node, "names"));
    Fact fact = begin(node, Property::date, id);
    fact.text = text(node, "date");
    if (!fact.text.empty()) {
      fact.from = day(node, "date", false, &fact.approximate_from);
      fact.to = day(node, "date", true, &fact.approximate_to);
    } else {
      fact.text = text(node, "from") + (text(node, "to").empty() ? "" : "/" + text(node, "to"));
    }
    if (!fact.from) return fault(node, "an event has a `date`, or `from` and `to`");
    table_.add_fact(std::move(fact));
  }

  void distance(Node const& node) {
    only(node, {"from", "to", "km", "mi", "mode", "source", "url", "checked"});
    Fact fact;
    fact.property = Property::road_distance;
    fact.source = source_of(node);
    fact.subject = required(node, "from");
    fact.object = required(node, "to");
    fact.definition = text(node, "mode").empty() ? "road" : text(node, "mode");
    fact.checked = truth(node, "checked", true);
    bool const miles = node.find("km") == nullptr;
    set_value(fact, node, miles ? "mi" : "km");
    fact.unit = miles ? "[mi_i]" : "km";
    if (!fact.value) return fault(node, "a distance is given in `km` or `mi`");
    Fact back = fact;
    std::swap(back.subject, back.object);
    table_.add_fact(std::move(fact));
    table_.add_fact(std::move(back));
  }

  void constant(Node const& node) {
    only(node,
         {"constant", "names", "value", "unit", "low", "high", "source", "url", "definition", "as_of", "checked"});
    std::string const id =
        named_entity(node, EntityType::constant, "constant", required(node, "constant"), list(node, "names"));
    Fact fact = begin(node, Property::value, id);
    set_value(fact, node, "value");
    if (!fact.value) return fault(node, "`value` is missing");
    auto const low = parse_amount(text(node, "low")), high = parse_amount(text(node, "high"));
    if (low && high) fact.interval = Interval::between(*low, *high);
    table_.add_fact(std::move(fact));
  }

  void holiday(Node const& node) {
    only(node, {"holiday", "names", "country", "rule", "from", "to", "source", "url", "checked"});
    std::string const id =
        named_entity(node, EntityType::holiday, "holiday", required(node, "holiday"), list(node, "names"));
    Fact fact = begin(node, Property::date, id);
    fact.text = required(node, "rule");
    table_.add_fact(std::move(fact));
  }

  yaml::Tree const& tree_;
  FactTable& table_;
  std::map<std::string, SourceInfo const*, std::less<>>& sources_;
  SourceInfo const* fallback_ = nullptr;
};

} // namespace

Diagnostics read_facts(std::vector<yaml::Tree> const& trees, FactTable& table) {
  std::map<std::string, SourceInfo const*, std::less<>> sources;
  std::deque<Reader> readers;
  for (auto const& tree : trees) readers.emplace_back(tree, table, sources).describe_sources();
  Diagnostics faults;
  for (Reader& reader : readers) {
    reader.read();
    faults.insert(faults.end(), reader.faults.begin(), reader.faults.end());
  }
  return faults;
}

} // namespace claimcheck::sources
