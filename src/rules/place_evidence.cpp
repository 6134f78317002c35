#include "rules/place_evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace claimcheck::rules {

using reference::Candidate;
using resolve::PlacePair;

namespace {

constexpr double people_per_km2 = 4000, unknown_radius_km = 2, largest_radius_km = 15; // research/reference.md 2.3

/// Half the step in which a writer rounded: the largest round number that divides the figure, at most a tenth of it.
Decimal half_a_step(Decimal value) {
  Decimal const tenth = divide(value.abs(), Decimal{10});
  for (int const step : {1000, 500, 250, 100, 50, 25, 10, 5})
    if (!value.is_zero() && divide(value, Decimal{step}).is_integer())
      return std::min(divide(Decimal{step}, Decimal{2}), tenth);
  return std::min(divide(value.last_place(), Decimal{2}), tenth);
}

/// The data that the program carries.
SourceCitation gazetteer() { return {"GeoNames", "CC-BY-4.0", "2023-03-05", "", "", ""}; }

/// The source that described a place.
SourceCitation source_of(Article const& article, Candidate const& place) {
  SourceCitation citation = gazetteer();
  if (place.id.starts_with("gn:")) citation.url = "https://www.geonames.org/" + place.id.substr(3);
  if (place.source == "geonames") return citation;
  for (reference::SourceInfo const& info : article.reference->sources())
    if (info.key == place.source) return {info.title, info.licence, info.as_of, info.url, "", ""};
  return citation;
}

} // namespace

double radius_km(Candidate const& place) {
  if (place.population == 0) return unknown_radius_km;
  return std::min(largest_radius_km, std::sqrt(place.population / (3.14159265358979 * people_per_km2)));
}

std::optional<Value> stated_distance(Claim const& claim) {
  Figure const& figure = claim.figure;
  Interval interval = figure.interval;
  if (figure.exact_known) {
    interval = Interval::around(figure.value, half_a_step(figure.value));
    if (claim.hedge == Hedge::less_than || claim.hedge == Hedge::at_most) interval.low = Bound::none();
    if (claim.hedge == Hedge::more_than || claim.hedge == Hedge::at_least) interval.high = Bound::none();
  } else if (!figure.range) {
    return {};
  }
  Value value = Value::figure(interval, Measure::physical, figure.unit);
  value.claim = &claim; // reports show it as it stands
  return value;
}

Value length_of(Scope const& scope, double km, UnitId unit) {
  auto const kilometre = scope.units().find("km");
  if (!kilometre) return {};
  Decimal const length = scope.units().convert(Decimal::from_double(km), *kilometre, unit, Rounding::nearest, true);
  return Value::point(length.significant(5).normalized(), Measure::physical, unit);
}

std::string point_of_compass(double bearing) {
  constexpr std::array<char const*, 16> points{"north", "north-northeast", "northeast", "east-northeast",
                                               "east",  "east-southeast",  "southeast", "south-southeast",
                                               "south", "south-southwest", "southwest", "west-southwest",
                                               "west",  "west-northwest",  "northwest", "north-northwest"};
  return points[static_cast<std::size_t>(std::lround(bearing / 22.5)) % 16];
}

SourceCitation cite_way(Article const& article, PlacePair const& pair, reference::Way const& way) {
  bool const own_anchor = pair.subject.source == "geonames" && pair.anchor.source != "geonames";
  SourceCitation citation = source_of(article, own_anchor ? pair.anchor : pair.subject);
  citation.detail = fmt::format("{}, {} from {}, {}: geodesic {:.1f} km = {:.1f} mi, bearing {:.1f} degrees ({})",
                                pair.subject.name, pair.subject.country, pair.anchor.name, pair.anchor.country,
                                way.metres / 1000, way.metres / 1609.344, way.bearing, point_of_compass(way.bearing));
  return citation;
}

CitedWay way_of(PlacePair const& pair, reference::Way const& way) {
  auto const place = [](Candidate const& from) {
    return CitedPlace{from.id, from.name, from.country, from.point->latitude, from.point->longitude};
  };
  return {place(pair.anchor), place(pair.subject), way.metres / 1000, way.bearing};
}

std::optional<KnownRoad> known_road(Article const& article, PlacePair const& pair) {
  for (reference::Fact const& fact : article.reference->lookup(pair.anchor.id, reference::Property::road_distance)) {
    if (fact.object != pair.subject.id || fact.definition != "road" || !fact.value) continue;
    KnownRoad road;
    road.km = fact.value->to_double() * (fact.unit == "[mi_i]" ? 1.609344 : 1);
    road.checked = fact.checked;
    if (fact.source != nullptr)
      road.citation = {fact.source->title, fact.source->licence, fact.source->as_of, fact.url, "", ""};
    road.citation.detail = fmt::format("{} to {} by road: {} {}", pair.anchor.name, pair.subject.name,
                                       fact.value->to_string(), fact.unit == "[mi_i]" ? "mi" : "km");
    return road;
  }
  return {};
}

Binding open_place(Article const& article, ClaimId claim, std::string reason, std::string_view unknown_name) {
  Binding binding;
  binding.slots = {Slot::of_claim(claim, article.claims[claim].span)};
  binding.citations = {gazetteer()};
  std::string const unreached = unknown_name.empty()
                                    ? std::string{}
                                    : article.reference->unanswered({unknown_name, {reference::EntityType::place}});
  if (unreached.empty())
    binding.open = OpenQuestion{"unresolved", std::move(reason)};
  else
    binding.open = OpenQuestion{"unverifiable", reason + "; " + unreached};
  return binding;
}

std::string namesake_words(PlacePair const& pair) {
  return "the only places of these names that are known lie elsewhere (" + pair.subject.name + ", " +
         (pair.subject.region.empty() ? pair.subject.country : pair.subject.region) + ")";
}

} // namespace claimcheck::rules
