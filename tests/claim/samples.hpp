// Random decimals and intervals, and an exact judge of sums and products: whole numbers of any length.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "claim/interval.hpp"

namespace claimcheck {

/// Runs a property and hands its counterexample to GoogleTest. CTest fixes the seed; RC_PARAMS="seed=..." tries others.
template <class Property>
void holds(char const* name, Property property) {
  EXPECT_TRUE(rc::check(name, property));
}

/// Up to 18 digits, of every length alike; places as far apart as `spread`.
inline rc::Gen<Decimal> decimals(int spread) {
  return rc::gen::exec([spread] {
    int const digits = *rc::gen::inRange(0, 19);
    std::int64_t bound = 1;
    for (int i = 0; i < digits; ++i) bound *= 10;
    std::int64_t coefficient = *rc::gen::resize(1000, rc::gen::inRange<std::int64_t>(-bound + 1, bound));
    if (*rc::gen::inRange(0, 8) == 0) coefficient = bound - 1;  // nines carry
    if (*rc::gen::inRange(0, 8) == 0) coefficient = bound / 10; // a power of ten
    return Decimal{coefficient, *rc::gen::inRange(-spread, spread + 1)};
  });
}
inline rc::Gen<Decimal> any_decimal() { return decimals(45); }
/// Close enough that differences are often small.
inline rc::Gen<Decimal> near_decimal() { return decimals(3); }

using Whole = boost::multiprecision::cpp_int;

inline Whole scaled(Whole coefficient, int places) {
  for (int i = 0; i < places; ++i) coefficient *= 10;
  return coefficient;
}

/// The sign of (a + b) - c, computed without rounding.
inline int compare_sum(Decimal a, Decimal b, Decimal c) {
  int const least = std::min({a.exponent, b.exponent, c.exponent});
  auto const whole = [&](Decimal d) { return scaled(d.coefficient, d.exponent - least); };
  return (whole(a) + whole(b)).compare(whole(c));
}

/// The sign of a x b - c, computed without rounding.
inline int compare_product(Decimal a, Decimal b, Decimal c) {
  int const power = a.exponent + b.exponent;
  int const least = std::min(power, c.exponent);
  return scaled(Whole(a.coefficient) * b.coefficient, power - least).compare(scaled(c.coefficient, c.exponent - least));
}

} // namespace claimcheck
