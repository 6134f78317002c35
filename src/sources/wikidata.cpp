#include "sources/wikidata.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sources/json.hpp"
#include "sources/pack.hpp"

namespace claimcheck::sources::wikidata {

using nlohmann::json;
using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;

namespace {

constexpr std::string_view julian_calendar = "Q1985786", earth = "Q2";

struct UnitCode {
  std::string_view item, ucum;
};
constexpr std::array<UnitCode, 9> unit_codes{{
    {"Q712226", "km2"},
    {"Q25343", "m2"},
    {"Q35852", "har"},
    {"Q232291", "[mi_us]2"},
    {"Q81292", "[acr_us]"},
    {"Q11573", "m"},
    {"Q828224", "km"},
    {"Q3710", "[ft_i]"},
    {"Q253276", "[mi_i]"},
}};

std::vector<std::string_view> property_ids(Property property) {
  switch (property) {
  case Property::population:
    return {"P1082"};
  case Property::area:
    return {"P2046"};
  case Property::capital:
    return {"P36"};
  case Property::neighbour:
    return {"P47"};
  case Property::currency:
    return {"P38"};
  case Property::birth:
    return {"P569"};
  case Property::death:
    return {"P570"};
  case Property::date:
    return {"P585", "P580"};
  case Property::position_held:
    return {"P39"};
  case Property::holder:
    return {"P1308", "P6", "P35"};
  default:
    return {};
  }
}

/// Q6487 of "http://www.wikidata.org/entity/Q6487".
std::string item_of(std::string_view uri) {
  std::size_t const slash = uri.rfind('/');
  return std::string(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
}

std::optional<Span> time_of(json const& snak) {
  json const* const value = node_at(snak, {"datavalue", "value"});
  if (value == nullptr || text_at(snak, {"snaktype"}) != "value") return {};
  json const* const precision = node_at(*value, {"precision"});
  return time_span(text_at(*value, {"time"}),
                   precision != nullptr && precision->is_number_integer() ? precision->get<int>() : 0,
                   item_of(text_at(*value, {"calendarmodel"})) == julian_calendar);
}

json const* first_qualifier(json const& statement, std::string_view property) {
  json const* const list = node_at(statement, {"qualifiers", property});
  return list != nullptr && list->is_array() && !list->empty() ? &(*list)[0] : nullptr;
}

std::string iso(Days day) {
  std::chrono::year_month_day const date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

void set_quantity(Fact& fact, json const& value) {
  auto const number = [&](std::string_view key) {
    std::string text = text_at(value, {key});
    if (text.starts_with('+')) text.erase(0, 1);
    return Decimal::parse(text);
  };
  fact.value = number("amount");
  if (!fact.value) return;
  fact.interval = Interval::point(*fact.value);
  if (auto const a = number("lowerBound"), b = number("upperBound"); a && b)
    fact.interval = Interval::between(std::min(*a, *b), std::max(*a, *b)); // sometimes swapped
  std::string const unit = item_of(text_at(value, {"unit"}));
  for (auto const& [item, ucum] : unit_codes)
    if (item == unit) fact.unit = ucum;
  if (fact.unit.empty() && unit != "1") fact.value.reset(); // a unit that we cannot compare in
}

/// One statement as a fact; nothing when it has no value, or one that we cannot read.
std::optional<Fact> fact_of(json const& statement, std::string_view id, Property property) {
  json const* const snak = node_at(statement, {"mainsnak"});
  if (snak == nullptr || text_at(*snak, {"snaktype"}) != "value" || text_at(statement, {"rank"}) == "deprecated")
    return {};
  json const* const value = node_at(*snak, {"datavalue", "value"});
  if (value == nullptr) return {};
  Fact fact;
  fact.property = property;
  fact.subject = "wd:" + std::string(id);
  fact.url = "https://www.wikidata.org/wiki/" + std::string(id);
  std::string const type = text_at(*snak, {"datavalue", "type"});
  if (type == "quantity") {
    set_quantity(fact, *value);
    if (!fact.value) return {};
  } else if (type == "wikibase-entityid") {
    fact.object = "wd:" + text_at(*value, {"id"});
  } else if (type == "time") {
    auto const span = time_of(*snak);
    if (!span) return {};
    fact.from = span->first;
    fact.to = span->last;
    fact.approximate_from = fact.approximate_to = span->precision < 11;
    fact.text = iso(span->first);
    return fact;
  } else {
    return {};
  }
  if (json const* const start = first_qualifier(statement, "P580"))
    if (auto const span = time_of(*start)) {
      fact.from = span->first;
      fact.approximate_from = span->precision < 11;
    }
  if (json const* const end = first_qualifier(statement, "P582"))
    if (auto const span = time_of(*end)) {
      fact.to = span->last;
      fact.approximate_to = span->precision < 11;
    }
  if (json const* const point = first_qualifier(statement, "P585"))
    if (auto const span = time_of(*point)) fact.as_of = iso(span->first);
  return fact;
}

} // namespace

std::optional<Span> time_span(std::string_view time, int precision, bool julian) {
  constexpr int century = 7, year_precision = 9, month_precision = 10, day_precision = 11;
  if (time.size() < 12 || precision < century || (time[0] != '+' && time[0] != '-')) return {};
  int year = 0, month = 0, day = 0;
  auto const* const end = time.data() + time.size();
  auto parsed = std::from_chars(time.data() + 1, end, year);
  if (parsed.ec != std::errc{} || parsed.ptr == end || *parsed.ptr != '-') return {};
  parsed = std::from_chars(parsed.ptr + 1, end, month);
  if (parsed.ec != std::errc{} || parsed.ptr == end || *parsed.ptr != '-') return {};
  parsed = std::from_chars(parsed.ptr + 1, end, day);
  if (parsed.ec != std::errc{} || month > 12 || day > 31 || year > 9999) return {};
  if (time[0] == '-') year = 1 - year; // "-0044" is 44 BC, the astronomical year -43
  if (precision >= month_precision && month == 0) precision = year_precision;
  if (precision >= day_precision && day == 0) precision = month_precision;
  using std::chrono::last;
  auto const first_of = [](int y, int m, int d) { return Days{std::chrono::year{y} / m / d}; };
  if (precision >= day_precision) {
    std::chrono::year_month_day const date = std::chrono::year{year} / month / day;
    if (!julian) {
      if (!date.ok()) return {};
      return Span{Days{date}, Days{date}, day_precision};
    }
    // Days of the Julian calendar from its own March-based count; 719470 days lie between its 1 March of year 0 and
    // 1970-01-01.
    int const y = month <= 2 ? year - 1 : year;
    int const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    Days const same{std::chrono::days{365LL * y + static_cast<int>(std::floor(y / 4.0)) + day_of_year - 719470}};
    return Span{same, same, day_precision};
  }
  if (precision == month_precision)
    return Span{first_of(year, month, 1), Days{std::chrono::year{year} / month / last}, precision};
  int const span = precision == year_precision ? 1 : precision == year_precision - 1 ? 10 : 100;
  int const first = span == 1    ? year
                    : span == 10 ? static_cast<int>(std::floor(year / 10.0)) * 10
                                 : static_cast<int>(std::floor((year - 1) / 100.0)) * 100 + 1;
  return Span{first_of(first, 1, 1), first_of(first + span - 1, 12, 31), precision};
}

std::optional<std::vector<std::string>> search_results(std::string_view body, std::string_view name) {
  auto const answer = parse_json(body);
  json const* const list = answer ? node_at(*answer, {"search"}) : nullptr;
  if (list == nullptr || !list->is_array()) return {};
  std::string const wanted = Pack::builtin().fold(name);
  std::vector<std::string> ids;
  for (json const& item : *list) {
    std::string const matched = text_at(item, {"match", "text"});
    bool const same =
        Pack::builtin().fold(matched) == wanted || Pack::builtin().fold(text_at(item, {"label"})) == wanted;
    if (same && !wanted.empty()) ids.push_back(text_at(item, {"id"}));
  }
  std::erase_if(ids, [](std::string const& id) { return id.size() < 2 || id[0] != 'Q'; });
  return ids;
}

std::optional<std::vector<Candidate>> candidates(std::string_view body) {
  auto const answer = parse_json(body);
  json const* const entities = answer ? node_at(*answer, {"entities"}) : nullptr;
  if (entities == nullptr || !entities->is_object()) return {};
  std::vector<Candidate> found;
  for (auto const& [id, entity] : entities->items()) {
    if (!entity.is_object() || entity.contains("missing")) continue;
    Candidate candidate;
    candidate.id = "wd:" + id;
    candidate.name = text_at(entity, {"labels", "en", "value"});
    candidate.source = "wikidata";
    if (json const* const births = node_at(entity, {"claims", "P569"}); births != nullptr && !births->empty())
      candidate.type = EntityType::person;
    if (json const* const points = node_at(entity, {"claims", "P625"});
        points != nullptr && points->is_array() && !points->empty()) {
      json const* const value = node_at((*points)[0], {"mainsnak", "datavalue", "value"});
      json const* const latitude = value == nullptr ? nullptr : node_at(*value, {"latitude"});
      json const* const longitude = value == nullptr ? nullptr : node_at(*value, {"longitude"});
      if (latitude != nullptr && longitude != nullptr && latitude->is_number() && longitude->is_number() &&
          item_of(text_at(*value, {"globe"})) == earth) {
        candidate.type = EntityType::place;
        candidate.point = {latitude->get<double>(), longitude->get<double>()};
      }
    }
    auto const people = statements(body, id, Property::population);
    if (people && !people->empty() && people->front().value) {
      double const count = people->front().value->to_double();
      if (count > 0 && count < 4e9) candidate.population = static_cast<std::uint32_t>(count);
    }
    found.push_back(std::move(candidate));
  }
  return found;
}

std::optional<std::vector<Fact>> statements(std::string_view body, std::string_view id, Property property) {
  auto const answer = parse_json(body);
  json const* const entity = answer ? node_at(*answer, {"entities", id}) : nullptr;
  if (entity == nullptr || !entity->is_object()) return {};
  std::vector<Fact> preferred, normal;
  for (auto const property_id : property_ids(property)) {
    json const* const list = node_at(*entity, {"claims", property_id});
    if (list == nullptr || !list->is_array()) continue;
    for (json const& statement : *list)
      if (auto fact = fact_of(statement, id, property))
        (text_at(statement, {"rank"}) == "preferred" ? preferred : normal).push_back(std::move(*fact));
  }
  preferred.insert(preferred.end(), normal.begin(), normal.end());
  return preferred;
}

} // namespace claimcheck::sources::wikidata
