// What relations about places and ways share: stated and measured lengths, and the evidence that the ledger shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "resolve/place_names.hpp"
#include "rules/binding.hpp"

namespace claimcheck::rules {

/// How far the edge of a town is from its middle, by its population; at most 15 km.
double radius_km(reference::Candidate const& place);

/// The stated distance with half a rounding step on both sides. "About" does not widen it: hedged distances are no
/// worse than others (research/reference.md 2.2). "More than" and "less than" leave one side open. Nothing for vague
/// words.
std::optional<Value> stated_distance(Claim const& claim);

/// A length in a unit of length, to five figures.
Value length_of(Scope const& scope, double km, UnitId unit);

/// The nearest of the sixteen points: "south-southwest".
std::string point_of_compass(double bearing);

/// The source of the two places, with the line between them in words.
SourceCitation cite_way(Article const& article, resolve::PlacePair const& pair, reference::Way const& way);
CitedWay way_of(resolve::PlacePair const& pair, reference::Way const& way);

/// The length of the road between two places as the user's facts have it.
struct KnownRoad {
  double km = 0;
  SourceCitation citation;
  bool checked = true;
};
std::optional<KnownRoad> known_road(Article const& article, resolve::PlacePair const& pair);

/// The ledger's line for a statement whose places are not known; unverifiable where a host that might know
/// `unknown_name` did not answer.
Binding open_place(Article const& article, ClaimId claim, std::string reason, std::string_view unknown_name = {});
/// Why a pair that fits nowhere is left open: a hamlet that the gazetteer lacks may have namesakes that it knows.
std::string namesake_words(resolve::PlacePair const& pair);

} // namespace claimcheck::rules
