// Relations that ask the reference about places: how far, in which direction.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include <fmt/format.h>

#include "resolve/places.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using resolve::PlacePair;
using resolve::PlaceStatement;

namespace {

constexpr double people_per_km2 = 4000, unknown_radius_km = 2, largest_radius_km = 15; // research/reference.md 2.3

/// How far the edge of a town is from its middle.
double radius_km(Candidate const& place) {
  if (place.population == 0) return unknown_radius_km;
  return std::min(largest_radius_km, std::sqrt(place.population / (3.14159265358979 * people_per_km2)));
}

/// Half the step in which a writer rounded: the largest round number that divides the figure, at most a tenth of it.
Decimal half_a_step(Decimal value) {
  Decimal const tenth = divide(value.abs(), Decimal{10});
  for (int const step : {1000, 500, 250, 100, 50, 25, 10, 5})
    if (!value.is_zero() && divide(value, Decimal{step}).is_integer())
      return std::min(divide(Decimal{step}, Decimal{2}), tenth);
  return std::min(divide(value.last_place(), Decimal{2}), tenth);
}

/// The stated distance with half a rounding step on both sides. "About" does not widen it: hedged distances are no
/// worse than others (research/reference.md 2.2). "More than" and "less than" leave one side open.
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

Value length(Scope const& scope, double km, UnitId unit) {
  auto const kilometre = scope.units().find("km");
  if (!kilometre) return {};
  Decimal const length = scope.units().convert(Decimal::from_double(km), *kilometre, unit, Rounding::nearest, true);
  return Value::point(length.significant(5).normalized(), Measure::physical, unit);
}

Value degrees(double amount) {
  return Value::point(Decimal::from_double(std::round(amount * 10) / 10), Measure::plain);
}

double apart(double a, double b) {
  double const difference = std::fabs(std::fmod(a - b + 540, 360) - 180);
  return difference;
}

std::string point_of_compass(double bearing) {
  constexpr std::array<char const*, 16> points{"north", "north-northeast", "northeast", "east-northeast",
                                               "east",  "east-southeast",  "southeast", "south-southeast",
                                               "south", "south-southwest", "southwest", "west-southwest",
                                               "west",  "west-northwest",  "northwest", "north-northwest"};
  return points[static_cast<std::size_t>(std::lround(bearing / 22.5)) % 16];
}

SourceCitation cite(PlacePair const& pair, reference::Way const& way) {
  auto const url = [](Candidate const& place) {
    return place.id.starts_with("gn:") ? "https://www.geonames.org/" + place.id.substr(3) : std::string{};
  };
  std::string const km = Decimal::from_double(std::round(way.metres / 100) / 10).to_string(),
                    miles = Decimal::from_double(std::round(way.metres / 160.9344) / 10).to_string();
  return {"GeoNames",
          "CC-BY-4.0",
          "2023-03-05",
          url(pair.subject),
          "",
          pair.subject.name + ", " + pair.subject.country + " from " + pair.anchor.name + ", " + pair.anchor.country +
              ": geodesic " + km + " km = " + miles + " mi, bearing " + degrees(way.bearing).exact.to_string() +
              " degrees (" + point_of_compass(way.bearing) + ")"};
}

CitedWay way_of(PlacePair const& pair, reference::Way const& way) {
  auto const place = [](Candidate const& from) {
    return CitedPlace{from.id, from.name, from.country, from.point->latitude, from.point->longitude};
  };
  return {place(pair.anchor), place(pair.subject), way.metres / 1000, way.bearing};
}

/// The reading under which the text is least wrong: an ambiguous name must not make an alarm.
PlacePair const& most_charitable(PlaceStatement const& statement,
                                 std::function<double(PlacePair const&)> const& fault) {
  return *std::min_element(statement.readings.begin(), statement.readings.end(),
                           [&](PlacePair const& a, PlacePair const& b) { return fault(a) < fault(b); });
}

/// The ledger's line for a statement whose places are not known.
Binding unresolved(Article const& article, ClaimId claim, PlaceStatement const& statement, std::string reason) {
  Binding binding;
  binding.slots = {Slot::of_claim(claim, article.claims[claim].span)};
  binding.citations = {{"GeoNames", "CC-BY-4.0", "2023-03-05", "", "", ""}};
  std::string const unreached =
      statement.unknown_name.empty()
          ? std::string{}
          : article.reference->unanswered({statement.unknown_name, {reference::EntityType::place}});
  if (unreached.empty())
    binding.open = OpenQuestion{"unresolved", std::move(reason)};
  else
    binding.open = OpenQuestion{"unverifiable", reason + "; " + unreached};
  return binding;
}

std::string namesake(PlacePair const& pair) {
  return "the only places of these names that are known lie elsewhere (" + pair.subject.name + ", " +
         (pair.subject.region.empty() ? pair.subject.country : pair.subject.region) + ")";
}

std::vector<Binding> find_distances(Article const& article) {
  std::vector<Binding> found;
  Binding const nothing;
  Scope const scope{article, nothing, nullptr};
  auto const kilometre = scope.units().find("km");
  for (PlaceStatement const& statement : resolve::place_statements(article)) {
    if (statement.distance == no_id || !kilometre) continue;
    Claim const& claim = article.claims[statement.distance];
    auto const stated = stated_distance(claim);
    if (!stated || !scope.units().convertible(claim.figure.unit, *kilometre)) continue;
    if (statement.readings.empty()) {
      found.push_back(unresolved(article, statement.distance, statement, statement.unresolved));
      continue;
    }
    Value const in_km = converted(scope, *stated, *kilometre);
    double const middle = in_km.interval.middle().to_double();
    PlacePair const& pair = most_charitable(statement, [&](PlacePair const& each) {
      double const km = article.reference->measure(*each.anchor.point, *each.subject.point).metres / 1000;
      double const slack = radius_km(each.subject) + radius_km(each.anchor);
      return std::max(
          {0.0, std::log((middle + 1) / (km * 1.2 + slack + 1)), std::log((km + 1) / (middle + slack + 1))});
    });
    auto const way = article.reference->measure(*pair.anchor.point, *pair.subject.point);
    double const km = way.metres / 1000;
    // A hamlet that the gazetteer lacks may have a namesake far away that it knows: "Llano" near Los Angeles and Llano
    // in Texas.
    if (!statement.sure && km > 3 * middle) {
      found.push_back(unresolved(article, statement.distance, statement, namesake(pair)));
      continue;
    }
    Texts texts;
    Binding binding;
    binding.slots = {Slot::of_claim(statement.distance, claim.span),
                     Slot::of_text(statement.subject, article.document.text(statement.subject)),
                     Slot::of_text(statement.anchor, article.document.text(statement.anchor)),
                     Slot::of_value(*stated),
                     Slot::of_value(length(scope, km, claim.figure.unit)),
                     Slot::of_value(length(scope, radius_km(pair.subject) + radius_km(pair.anchor), claim.figure.unit)),
                     Slot::of_value(Value::of(statement.by_road)),
                     Slot::of_value(texts.value(pair.anchor.name))};
    binding.citations = {cite(pair, way)};
    binding.way = way_of(pair, way);
    if (claim.figure.exact_known && km > 0.1) {
      double const stated_km =
          scope.units().convert(claim.figure.value, claim.figure.unit, *kilometre, Rounding::nearest, true).to_double();
      binding.citations.front().detail += fmt::format("; stated {:+.1f} %", 100 * (stated_km / km - 1));
    }
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

std::vector<Binding> find_directions(Article const& article) {
  std::vector<Binding> found;
  for (PlaceStatement const& statement : resolve::place_statements(article)) {
    if (statement.direction == no_id) continue;
    if (statement.readings.empty()) {
      found.push_back(unresolved(article, statement.direction, statement, statement.unresolved));
      continue;
    }
    Claim const& claim = article.claims[statement.direction];
    double const word = static_cast<double>(claim.bearing);
    auto const off = [&](PlacePair const& pair) {
      auto const way = article.reference->measure(*pair.anchor.point, *pair.subject.point);
      return std::min(apart(way.bearing, word), apart(way.rhumb_bearing, word));
    };
    PlacePair const& pair = most_charitable(statement, off);
    auto const way = article.reference->measure(*pair.anchor.point, *pair.subject.point);
    double const km = way.metres / 1000, radius = radius_km(pair.subject) + radius_km(pair.anchor);
    if (!statement.sure && statement.distance != no_id) { // a namesake far away lies in any direction
      auto const figure = article.claims[statement.distance].figure;
      if (figure.exact_known && km > 3 * std::max(1.0, figure.value.to_double()) * 1.609) {
        found.push_back(unresolved(article, statement.direction, statement, namesake(pair)));
        continue;
      }
    }
    Texts texts;
    Binding binding;
    binding.slots = {Slot::of_claim(statement.direction, claim.span),
                     Slot::of_text(statement.subject, article.document.text(statement.subject)),
                     Slot::of_text(statement.anchor, article.document.text(statement.anchor)),
                     Slot::of_value(degrees(off(pair))),
                     Slot::of_value(degrees(way.bearing)),
                     Slot::of_value(degrees(std::atan2(radius, km) * 180 / 3.14159265358979)),
                     Slot::of_value(Value::of(std::fmod(word, 45) != 0)),
                     Slot::of_value(texts.value(point_of_compass(way.bearing)))};
    binding.citations = {cite(pair, way)};
    binding.way = way_of(pair, way);
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

} // namespace

std::vector<Relation> place_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), number = Type::figure(Measure::plain);
  Dimension along;
  along.exponent[Dimension::length] = 1;
  Type const distance = Type::physical(along);
  return {
      {"place-distance",
       "A distance between two places that the reference knows: \"A, 40 miles west of B\", \"A is 40 miles from B\". "
       "Only with --reference.",
       {{"distance", "distance", {}, false, "the stated distance"},
        {"place", "", text, false, "the place of which it is said"},
        {"from", "", text, false, "the place from which it is measured"},
        {"stated", "", distance, false,
         "the stated distance with half a rounding step on both sides; open where the text says more or less than"},
        {"geodesic", "", distance, false,
         "between the middles of the two places, on the ellipsoid, in the unit of the text"},
        {"extent", "", distance, false, "from the middles of both places to their edges"},
        {"by_road", "", truth, false, "the text speaks of the way, not of the straight line"},
        {"from_name", "", text, false, "the place from which it is measured, as the reference writes it"}},
       find_distances},
      {"place-direction",
       "A direction between two places that the reference knows: \"A, north of B\". Only with --reference.",
       {{"direction", "direction", {}, false, "the stated direction"},
        {"place", "", text, false, "the place of which it is said"},
        {"from", "", text, false, "the place from which one looks"},
        {"off", "", number, false,
         "degrees between the stated direction and the nearer of the geodesic's and the map's"},
        {"bearing", "", number, false, "degrees clockwise from north at which the place lies"},
        {"slack", "", number, false, "degrees that the extent of both places may turn it"},
        {"fine_word", "", truth, false, "the word names one of sixteen points, not of eight"},
        {"compass", "", text, false, "the bearing as the nearest of sixteen points"}},
       find_directions},
  };
}

} // namespace claimcheck::rules
