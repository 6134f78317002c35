// What a text says about ways between places: "a four-hour drive from Ankara to Antalya", "the 300-mile flight from
// Boston to Buffalo", "Antalya, two hours by car from Ankara".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/place_names.hpp"

namespace claimcheck::resolve {

/// One way, with how long it takes or how far it is.
struct WayStatement {
  ClaimId figure = no_id; ///< a duration or a distance
  Span word;              ///< "drive", "train ride", "by car"
  std::string_view means; ///< air, rail, road, sea, foot; empty when the text does not say
  Span from, to;
  bool sure = false;               ///< both places are qualified by the text, or too large for a gazetteer to miss them
  std::vector<PlacePair> readings; ///< `anchor` is the place from which, `subject` the place to which it goes
  std::string unresolved;          ///< why there are no readings, for people
  std::string unknown_name;        ///< the name that no source knows; empty when that is not the reason
};

/// All statements of the article, in reading order. Empty when it has no reference. At most one search a figure.
std::vector<WayStatement> way_statements(Article const& article);

} // namespace claimcheck::resolve
