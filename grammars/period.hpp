// Periods of the calendar that are longer than a day and no month: decades, centuries, quarters, halves, seasons,
// fiscal years.
//
//   the 1990s   the '90s   the nineties   the nineteen fifties   the 470s BC
//   the 19th century   the twenty-first century   the 5th century BC   21st-century
//   Q3 2012   2012 Q3   the third quarter of 2012   the 1997 second quarter   third-quarter   H1 2024   the first half
//   of 2024 summer 2012   the summer of 1964   the autumn   in spring FY23   fiscal 2012   fiscal year 2012   the 2012
//   fiscal year the third week of April   the last week of October   the first Monday in May   the first nine months of
//   1997 the third month next year   the fifth straight year   the third consecutive month
//
// not: in her 90s (an age), the fall of Saigon, the Arab Spring, stocks fall, a quarter of voters, the first half (of a
// match)
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

struct period_class;
using period_type = x3::rule<period_class>;
inline period_type const period{"period of the calendar"};
BOOST_SPIRIT_DECLARE(period_type)

/// The nth unit or weekday of a longer period; a streak of units.
struct nth_period_class;
using nth_period_type = x3::rule<nth_period_class>;
inline nth_period_type const nth_period{"nth period"};
BOOST_SPIRIT_DECLARE(nth_period_type)

/// A season with its year where there is one.
struct season_class;
using season_type = x3::rule<season_class>;
inline season_type const season{"season"};
BOOST_SPIRIT_DECLARE(season_type)

/// A holiday or a named event: "Christmas Eve", "Labor Day 2012", "9/11".
struct named_day_class;
using named_day_type = x3::rule<named_day_class>;
inline named_day_type const named_day{"named day"};
BOOST_SPIRIT_DECLARE(named_day_type)

} // namespace claimcheck::grammar
