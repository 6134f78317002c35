#include "claim/commitment.hpp"

namespace claimcheck {

Decimal rounding_of(Decimal value) { return value.rounding_unit(); }

Interval commitment(Decimal value, Hedge hedge, Decimal rounding) {
  Decimal const half{multiply(rounding, Decimal{5, -1})};
  Decimal const size = value.abs();
  auto const share = [&](int percent) {
    Decimal const part = multiply(size, Decimal{percent, -2});
    return part < half ? half : part;
  };
  switch (hedge) {
  case Hedge::none:
    return Interval::around(value, half);
  case Hedge::about:
    return Interval::around(value, share(10));
  case Hedge::nearly:
    return {Bound::closed_at(subtract(value, share(10), Rounding::down)), Bound::open_at(value)};
  case Hedge::just_under:
    return {Bound::closed_at(subtract(value, share(5), Rounding::down)), Bound::open_at(value)};
  case Hedge::just_over:
    return {Bound::open_at(value), Bound::closed_at(add(value, share(5), Rounding::up))};
  case Hedge::more_than:
    return Interval::more_than(value);
  case Hedge::at_least:
    return Interval::at_least(value);
  case Hedge::less_than:
    return Interval::less_than(value);
  case Hedge::at_most:
    return Interval::at_most(value);
  case Hedge::exactly:
    return value.exponent < 0 ? Interval::around(value, half)
                              : Interval::point(value); // "exactly 2.5 miles" was measured
  case Hedge::vague:
    break;
  }
  return Interval::everything();
}

} // namespace claimcheck
