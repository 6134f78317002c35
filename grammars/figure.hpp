// A whole figure: hedge, amount, range, smaller units, rate, hedge behind.
//
//   about 225 miles   more than three dozen cases   at least $5   10 or so   1 million-plus
//   10 to 15 men   $1-$2 million   between £5m and £10m   10-15%   two or three   18- to 24-year-olds
//   6ft 2in   5-foot-11-inch   6-foot-2   an hour and 20 minutes   15 years and six months
//   $15 an hour   $70 a barrel   235 per 100,000   1.2 million barrels per day   5 km/s
#pragma once

#include "grammars/context.hpp"
#include "grammars/figure_types.hpp"

namespace claimcheck::grammar {

struct figure_class;
using figure_type = x3::rule<figure_class, FigureReading>;
inline figure_type const figure{"figure"};
BOOST_SPIRIT_DECLARE(figure_type)

} // namespace claimcheck::grammar
