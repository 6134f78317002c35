// From words to intervals: what a hedged figure commits its writer to.
//
// The table is research/checks.md 3.1: Ferson et al. 2015 and Williams & Power 2013 on hedges, AggChecker's "cannot be
// rounded to" for bare numbers.
#pragma once

#include "claim/claim.hpp"

namespace claimcheck {

/// The unit of the last digit that carries information: 0.1 for 7.0, 1 for 225, 1000 for 35,000, 100,000 for 3.5
/// million. For bare round integers it is the place of the last digit that is not zero.
Decimal rounding_of(Decimal value);

/// The interval for `value` with `hedge`; `rounding` as from rounding_of. about: +/- 10 %; nearly: from 10 % below;
/// just over and just under: 5 %; bare: half a rounding unit to both sides; bounds reach to infinity. Vague amounts
/// bring their own interval.
Interval commitment(Decimal value, Hedge hedge, Decimal rounding);

} // namespace claimcheck
