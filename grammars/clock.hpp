// Times of day.
//
//   3 p.m.   3:30 p.m.   6pm   15:00   15:00:30   15:00 GMT   10 a.m. Eastern Time   18:32+01:00   noon   12 noon
//   midnight 8 o'clock   eleven o'clock in the evening   half past three   a quarter to twelve   ten minutes to three
//   at twenty past six at eleven in the morning   at 1800 hours   T13:23:42 impossible ones are read as written: 25:00,
//   13:75
//
// not: 2:1 (a ratio), 2:10.5 (a duration), John 3:16
//
// clock_range: 2am to 4am   8-9pm   3 to 4 p.m.   10:00-11:30
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

struct clock_class;
using clock_type = x3::rule<clock_class>;
inline clock_type const clock{"time of day"};
BOOST_SPIRIT_DECLARE(clock_type)

/// A time that was taken, a duration: 4:07.13, 2:01:39.5
struct stopwatch_class;
using stopwatch_type = x3::rule<stopwatch_class>;
inline stopwatch_type const stopwatch{"time taken"};
BOOST_SPIRIT_DECLARE(stopwatch_type)

struct clock_range_class;
using clock_range_type = x3::rule<clock_range_class>;
inline clock_range_type const clock_range{"time of day or range of times"};
BOOST_SPIRIT_DECLARE(clock_range_type)

/// A clock reading with its zone but without words: the time of an ISO timestamp.
struct iso_clock_class;
using iso_clock_type = x3::rule<iso_clock_class>;
inline iso_clock_type const iso_clock{"ISO time"};
BOOST_SPIRIT_DECLARE(iso_clock_type)

} // namespace claimcheck::grammar
