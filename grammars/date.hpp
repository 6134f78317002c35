// Calendar dates: days, months, years, weekdays.
//
//   March 3, 2023   3 March 2023   the 3rd of March, 2023   Oct. 31st   Thursday, March 10   Sat., May 3   March 2023
//   May of 1940 2023-03-03   2004-03-04T18:32:56+0100   2008-04   13/04/2023   9/18/05   19.02.2010   3-Mar-2023
//   20230303 is a number 1939   44 BC   AD 70   '97   the year 2000   nineteen ninety-six Thursday   Tuesday the 14th
//   March the Sept. 11 attacks (a named event has its own year) impossible ones are read as written: Feb. 30, Sept. 31,
//   2023-13-45
// Ranges: March 1-15   1-15 March 2023   May 3 to June 5, 2020   March to May 2022   1914-18   2023/24   1939 to 1945
// Monday to Friday   May 4 and 5
//
// not: may 20 people   Theresa May   march on Paris   the Sunday Times   April Jones   Room 2019   2,019
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

/// A day, month or year, or a range of them.
struct date_class;
using date_type = x3::rule<date_class>;
inline date_type const date{"date"};
BOOST_SPIRIT_DECLARE(date_type)

/// A year by itself: "1939", "44 BC", "'97". As the end of other expressions ("the summer of 1964").
struct year_class;
using year_type = x3::rule<year_class>;
inline year_type const year{"year"};
BOOST_SPIRIT_DECLARE(year_type)

/// A month with its year where there is one: "April", "May of 1940".
struct month_class;
using month_type = x3::rule<month_class>;
inline month_type const month{"month"};
BOOST_SPIRIT_DECLARE(month_type)

} // namespace claimcheck::grammar
