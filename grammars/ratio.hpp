// Ratios and shares.
//
//   one in five   1 in 5   nearly one in three   two out of three   nine out of every ten
//   two-thirds   three quarters   a third of   half of   half the   one-fifth
//   3:1   3-to-1   3 to 1 (before: ratio, margin, outnumber)
//
// not: one in 2019, 5 in 10 days, third place, half-brother, quarter-final
#pragma once

#include "grammars/context.hpp"

namespace claimcheck::grammar {

struct RatioReading {
  Hedge hedge = Hedge::none;
  char const* hedge_end = nullptr;
  Decimal first;
  Decimal second{1};
  bool colon = false; ///< a proportion of two numbers, not a share
  bool words = false;
  bool lone = false; ///< nothing says what it is a part of: "by a third", "nearly half"
};

struct ratio_class;
using ratio_type = x3::rule<ratio_class, RatioReading>;
inline ratio_type const ratio{"ratio"};
BOOST_SPIRIT_DECLARE(ratio_type)

} // namespace claimcheck::grammar
