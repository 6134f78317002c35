// Relations that ask the reference about places: how far, in which direction.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include <fmt/format.h>

#include "resolve/places.hpp"
#include "rules/place_evidence.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using resolve::PlacePair;
using resolve::PlaceStatement;

namespace {

Value degrees(double amount) {
  return Value::point(Decimal::from_double(std::round(amount * 10) / 10), Measure::plain);
}

double apart(double a, double b) {
  double const difference = std::fabs(std::fmod(a - b + 540, 360) - 180);
  return difference;
}

/// The reading under which the text is least wrong: an ambiguous name must not make an alarm.
PlacePair const& most_charitable(PlaceStatement const& statement,
                                 std::function<double(PlacePair const&)> const& fault) {
  return *std::min_element(statement.readings.begin(), statement.readings.end(),
                           [&](PlacePair const& a, PlacePair const& b) { return fault(a) < fault(b); });
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
      found.push_back(open_place(article, statement.distance, statement.unresolved, statement.unknown_name));
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
      found.push_back(open_place(article, statement.distance, namesake_words(pair)));
      continue;
    }
    Texts texts;
    Binding binding;
    binding.slots = {
        Slot::of_claim(statement.distance, claim.span),
        Slot::of_text(statement.subject, article.document.text(statement.subject)),
        Slot::of_text(statement.anchor, article.document.text(statement.anchor)),
        Slot::of_value(*stated),
        Slot::of_value(length_of(scope, km, claim.figure.unit)),
        Slot::of_value(length_of(scope, radius_km(pair.subject) + radius_km(pair.anchor), claim.figure.unit)),
        Slot::of_value(Value::of(statement.by_road)),
        Slot::of_value(texts.value(pair.anchor.name)),
        Slot::of_value(Value{})};
    binding.citations = {cite_way(article, pair, way)};
    binding.way = way_of(pair, way);
    if (auto const road = known_road(article, pair); road && road->checked) {
      binding.slots.back() = Slot::of_value(length_of(scope, road->km, claim.figure.unit));
      binding.citations.push_back(road->citation);
    }
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
      found.push_back(open_place(article, statement.direction, statement.unresolved, statement.unknown_name));
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
        found.push_back(open_place(article, statement.direction, namesake_words(pair)));
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
    binding.citations = {cite_way(article, pair, way)};
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
        {"from_name", "", text, false, "the place from which it is measured, as the reference writes it"},
        {"road", "", distance, false, "the way by road, where the user's facts have it"}},
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
