// What a text says about where places are: "A, N miles DIRECTION of B", with the places that A and B can be.
#pragma once

#include <string>
#include <vector>

#include "resolve/place_names.hpp"

namespace claimcheck::resolve {

/// One statement of distance, of direction, or of both. It has readings where both places are known; else `unresolved`
/// says why not: an unknown place is never a contradiction.
struct PlaceStatement {
  ClaimId distance = no_id;
  ClaimId direction = no_id;
  Span subject;         ///< the place of which it is said
  Span anchor;          ///< the place from which it is measured
  bool by_road = false; ///< the text says that the way is meant, not the straight line
  bool sure = false;    ///< both places are qualified by the text, or too large for a gazetteer to miss them
  std::vector<PlacePair> readings;
  std::string unresolved;   ///< for people; empty when there are readings
  std::string unknown_name; ///< the name that no source knows; empty when that is not the reason
};

/// All statements of the article, in reading order. Empty when it has no reference. At most one search a distance and
/// one a direction.
std::vector<PlaceStatement> place_statements(Article const& article);

} // namespace claimcheck::resolve
