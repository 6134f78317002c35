// What the words of a calendar expression say, before the document's date gives them a place in time.
#pragma once

#include "claim/temporal_reading.hpp"

namespace claimcheck::grammar {

using claimcheck::TemporalReading;

} // namespace claimcheck::grammar
