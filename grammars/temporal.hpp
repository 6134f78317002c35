// A whole expression of time: dates, periods and relative dates with their parts of day, times, modifiers and frames.
//
//   Friday morning   yesterday afternoon   the morning of January 31   the early morning hours of May 3
//   9 a.m. Friday, October 1, 1999   12:15 on Thursday   Friday at 8:00 pm   tomorrow at noon
//   early 1941   mid-1990s   mid-September   the end of March   the beginning of 1864   late last year   the end of the
//   year August last year   Saturday last week   July 25 of that year   this year's summer   later that month 9-to-5 is
//   an idiom, not a time
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

struct temporal_class;
using temporal_type = x3::rule<temporal_class>;
inline temporal_type const temporal{"time expression"};
BOOST_SPIRIT_DECLARE(temporal_type)

/// What an amount of time may be counted from: "two days before Christmas", "a week from next Tuesday".
struct moment_class;
using moment_type = x3::rule<moment_class>;
inline moment_type const moment{"moment"};
BOOST_SPIRIT_DECLARE(moment_type)

} // namespace claimcheck::grammar
