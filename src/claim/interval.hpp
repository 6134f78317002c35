// What a figure commits its writer to: the set of values that the words allow.
//
// Two figures disagree only when their intervals are disjoint (design.md, decision 1). The arithmetic rounds outward,
// so that a derived interval is never narrower than the truth.
#pragma once

#include <optional>
#include <string>

#include "claim/decimal.hpp"

namespace claimcheck {

/// Three-valued truth: what cannot be decided is silence, never an alarm.
enum class Truth : std::uint8_t { no, unknown, yes };

/// One end of an interval. An unbounded end ignores `value`.
struct Bound {
  Decimal value;
  bool open = false;
  bool unbounded = false;

  static Bound closed_at(Decimal v) { return {v, false, false}; }
  static Bound open_at(Decimal v) { return {v, true, false}; }
  static Bound none() { return {{}, true, true}; }
};

struct Interval {
  Bound low = Bound::none();
  Bound high = Bound::none();

  static Interval point(Decimal v) { return {Bound::closed_at(v), Bound::closed_at(v)}; }
  static Interval between(Decimal low, Decimal high) { return {Bound::closed_at(low), Bound::closed_at(high)}; }
  /// value +/- margin, closed. A negative margin is taken as its amount.
  static Interval around(Decimal value, Decimal margin);
  static Interval at_least(Decimal v) { return {Bound::closed_at(v), Bound::none()}; }
  static Interval more_than(Decimal v) { return {Bound::open_at(v), Bound::none()}; }
  static Interval at_most(Decimal v) { return {Bound::none(), Bound::closed_at(v)}; }
  static Interval less_than(Decimal v) { return {Bound::none(), Bound::open_at(v)}; }
  static Interval everything() { return {}; }

  bool bounded() const { return !low.unbounded && !high.unbounded; }
  bool is_everything() const { return low.unbounded && high.unbounded; }
  bool is_point() const { return bounded() && low.value == high.value; }
  /// No value satisfies it ("between 60 and 40").
  bool is_empty() const;
  bool contains(Decimal v) const;
  /// The middle; for a half-bounded interval its bound; 0 when there is none.
  Decimal middle() const;
  /// `361 to 363`, `more than 50`, `at most 12`.
  std::string to_string() const;
};

/// The intervals share a value.
bool meet(Interval const& a, Interval const& b);
/// Every value of `inner` is in `outer`.
bool within(Interval const& inner, Interval const& outer);
/// The distance between disjoint intervals; zero where they meet.
Decimal gap(Interval const& a, Interval const& b);
Interval hull(Interval const& a, Interval const& b);
std::optional<Interval> intersection(Interval const& a, Interval const& b);

/// Three-valued order of two unknown values that lie in these intervals: yes or no only when it holds for all pairs.
Truth less(Interval const& a, Interval const& b);
Truth less_or_equal(Interval const& a, Interval const& b);
/// yes only when both are the same point; no when disjoint.
Truth equal(Interval const& a, Interval const& b);

Interval operator+(Interval const& a, Interval const& b);
Interval operator-(Interval const& a, Interval const& b);
Interval operator*(Interval const& a, Interval const& b);
/// Everything, when `b` contains zero.
Interval operator/(Interval const& a, Interval const& b);
Interval negate(Interval const& a);
Interval absolute(Interval const& a);
/// Both ends moved outward by `margin` >= 0.
Interval widen(Interval const& a, Decimal margin);

} // namespace claimcheck
