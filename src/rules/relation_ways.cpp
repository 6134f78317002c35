// Ways between places that the reference knows: how far they are and how fast one would have to travel.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "resolve/ways.hpp"
#include "rules/place_evidence.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using resolve::PlacePair;
using resolve::WayStatement;

namespace {

/// The time a stated duration leaves at most, in hours; nothing where it has no upper end.
std::optional<double> longest_hours(Scope const& scope, Claim const& claim) {
  auto const hour = scope.units().find("h");
  Interval const& interval = claim.figure.interval;
  if (!hour || interval.high.unbounded || !scope.units().convertible(claim.figure.unit, *hour)) return {};
  return scope.units().convert(interval.high.value, claim.figure.unit, *hour, Rounding::nearest, true).to_double();
}

/// The straight line between the edges of two places.
double apart_km(Article const& article, PlacePair const& pair) {
  double const km = article.reference->measure(*pair.anchor.point, *pair.subject.point).metres / 1000;
  return std::max(0.0, km - radius_km(pair.anchor) - radius_km(pair.subject));
}

std::vector<Binding> find_ways(Article const& article) {
  std::vector<Binding> found;
  Binding const nothing;
  Scope const scope{article, nothing, nullptr};
  auto const kilometre = article.lexicon->units.find("km");
  for (WayStatement const& way : resolve::way_statements(article)) {
    Claim const& claim = article.claims[way.figure];
    bool const timed = claim.kind == Kind::duration;
    if (!kilometre || (!timed && !scope.units().convertible(claim.figure.unit, *kilometre))) continue;
    auto const stated = stated_distance(claim);
    if (!timed && !stated) continue;
    if (way.readings.empty()) {
      found.push_back(open_place(article, way.figure, way.unresolved, way.unknown_name));
      continue;
    }
    // Of several places of one name those that lie nearest to each other: no reading makes a shorter way.
    PlacePair const& pair =
        *std::min_element(way.readings.begin(), way.readings.end(), [&](PlacePair const& a, PlacePair const& b) {
          return apart_km(article, a) < apart_km(article, b);
        });
    auto const line = article.reference->measure(*pair.anchor.point, *pair.subject.point);
    double const km = line.metres / 1000;
    UnitId const unit = timed ? *kilometre : claim.figure.unit;
    Texts texts;
    Binding binding;
    binding.slots = {timed ? Slot{} : Slot::of_claim(way.figure, claim.span),
                     timed ? Slot::of_claim(way.figure, claim.span) : Slot{},
                     Slot::of_text(way.word, article.document.text(way.word)),
                     Slot::of_text(way.from, article.document.text(way.from)),
                     Slot::of_text(way.to, article.document.text(way.to)),
                     Slot::of_value(texts.value(std::string(way.means))),
                     Slot::of_value(length_of(scope, km, unit)),
                     Slot::of_value(length_of(scope, radius_km(pair.subject) + radius_km(pair.anchor), unit)),
                     Slot::of_value(Value{}),
                     Slot::of_value(Value{}),
                     Slot::of_value(timed ? Value{} : *stated)};
    binding.citations = {cite_way(article, pair, line)};
    binding.way = way_of(pair, line);
    if (timed) {
      auto const hours = longest_hours(scope, claim);
      if (!hours || *hours <= 0) continue;
      // A hamlet that the gazetteer lacks may have a namesake far away that it knows.
      if (!way.sure && km > 3 * 100 * *hours) {
        found.push_back(open_place(article, way.figure, namesake_words(pair)));
        continue;
      }
      double const speed = apart_km(article, pair) / *hours;
      binding.slots[9] = Slot::of_value(Value::point(Decimal::from_double(std::round(speed)), Measure::plain));
      binding.citations.front().detail += fmt::format("; at least {:.0f} km/h", speed);
    } else if (!way.sure &&
               km > 3 * scope.units()
                            .convert(claim.figure.value, claim.figure.unit, *kilometre, Rounding::nearest, true)
                            .to_double()) {
      found.push_back(open_place(article, way.figure, namesake_words(pair)));
      continue;
    }
    bool const by_road = way.means == "road" || way.means.empty();
    if (auto const road = known_road(article, pair); road && road->checked && by_road) {
      binding.slots[8] = Slot::of_value(length_of(scope, road->km, unit));
      if (!timed) binding.citations.push_back(road->citation);
    }
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

} // namespace

std::vector<Relation> way_relations() {
  Type const text = Type::of(Base::text), number = Type::figure(Measure::plain);
  Dimension along;
  along.exponent[Dimension::length] = 1;
  Type const distance = Type::physical(along);
  return {
      {"way",
       "A way between two places that the reference knows, with its length or the time it takes: \"a four-hour drive "
       "from Ankara to Antalya\", \"Antalya, 300 miles by road from Ankara\". Only with --reference.",
       {{"distance", "distance", {}, false, "the stated length, where the text gives one"},
        {"duration", "duration", {}, false, "the stated time, where the text gives one"},
        {"way", "", text, false, "the word for the way: \"drive\", \"by train\""},
        {"from", "", text, false, "where it begins"},
        {"to", "", text, false, "where it ends"},
        {"means", "", text, false, "air, rail, road, sea or foot; empty where the text does not say"},
        {"geodesic", "", distance, false, "the straight line between the middles of the two places"},
        {"extent", "", distance, false, "from the middles of both places to their edges"},
        {"road", "", distance, false, "the way by road, where the user's facts have it and the means allow it"},
        {"speed", "", number, false,
         "kilometers an hour that the straight line between the edges asks for in the longest time meant"},
        {"stated", "", distance, false, "the stated length with half a rounding step on both sides"}},
       find_ways}};
}

} // namespace claimcheck::rules
