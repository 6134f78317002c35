// What the words of a calendar expression say, before the document's date gives them a place in time.
// (Owner: the temporal grammars. A first shape, to be filled.)
#pragma once

#include "claim/temporal.hpp"

namespace claimcheck::grammar {

struct TemporalReading {
  PartialDate stated;
  ClockTime clock;
};

} // namespace claimcheck::grammar
