// Lengths of time and recurrences: "three months", "the past two weeks", "every Monday".
#pragma once

#include "resolve/time_resolver.hpp"

namespace claimcheck::resolve {

/// A duration; one that is counted from the document's date ("the past two weeks") also gets its days.
Temporal resolve_length(TemporalReading const& reading, TimeContext const& context);

/// A TIMEX3 SET.
Temporal resolve_set(TemporalReading const& reading);

} // namespace claimcheck::resolve
