// One number with its sign, currency, scale and unit.
//
//   $5   US$5m   £1.5bn   Rs 500 crore   50p   25 cents   47 mln dlrs   five pounds   10 grand   -$3.50
//   12%   12 per cent   12pc   3 percentage points   50 basis points
//   26.2 miles   10-mile   5,000 sq ft   30C   30°C   minus 20 degrees   2GW   100km
//   45-year-old   18 months old   five times   tenfold   several   tens of thousands   double-digit
#pragma once

#include "grammars/context.hpp"
#include "grammars/figure_types.hpp"

namespace claimcheck::grammar {

struct amount_class;
using amount_type = x3::rule<amount_class, Amount>;
inline amount_type const amount{"amount"};
BOOST_SPIRIT_DECLARE(amount_type)

struct tail_class;
using tail_type = x3::rule<tail_class, Tail>;
inline tail_type const tail{"unit"};
BOOST_SPIRIT_DECLARE(tail_type)

} // namespace claimcheck::grammar
