#include "claim/interval.hpp"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

/// True when a low bound at `a` excludes more than one at `b`.
bool low_is_above(Bound const& a, Bound const& b) {
  if (b.unbounded) return !a.unbounded;
  if (a.unbounded) return false;
  return a.value != b.value ? a.value > b.value : a.open && !b.open;
}

bool high_is_below(Bound const& a, Bound const& b) {
  if (b.unbounded) return !a.unbounded;
  if (a.unbounded) return false;
  return a.value != b.value ? a.value < b.value : a.open && !b.open;
}

/// No value is both at or above `low` and at or below `high`.
bool crossed(Bound const& low, Bound const& high) {
  if (low.unbounded || high.unbounded) return false;
  return low.value != high.value ? low.value > high.value : low.open || high.open;
}

/// An end of an interval as a number that may be infinite, for products.
struct End {
  int infinity = 0; // -1, 0, +1
  Decimal value;
  bool open = false;
};

End low_end(Interval const& i) { return i.low.unbounded ? End{-1, {}, true} : End{0, i.low.value, i.low.open}; }
End high_end(Interval const& i) { return i.high.unbounded ? End{1, {}, true} : End{0, i.high.value, i.high.open}; }

int sign(End const& e) {
  if (e.infinity != 0) return e.infinity;
  return (e.value.coefficient > 0) - (e.value.coefficient < 0);
}

/// 0 x infinity is 0 here: the zero is a value that is taken, the infinity one that is only approached.
End product(End const& a, End const& b, Rounding rounding) {
  int const s = sign(a) * sign(b);
  if (s == 0) {
    bool const open = (sign(a) == 0 && a.open) || (sign(b) == 0 && b.open);
    return {0, {}, open};
  }
  if (a.infinity != 0 || b.infinity != 0) return {s, {}, true};
  return {0, multiply(a.value, b.value, rounding), a.open || b.open};
}

bool below(End const& a, End const& b) {
  if (a.infinity != b.infinity) return a.infinity < b.infinity;
  return a.infinity == 0 && a.value < b.value;
}

Bound bound_of(End const& e) { return e.infinity != 0 ? Bound::none() : Bound{e.value, e.open, false}; }

} // namespace

Interval Interval::around(Decimal value, Decimal margin) {
  Decimal const m = margin.abs();
  return between(subtract(value, m, Rounding::down), add(value, m, Rounding::up));
}

bool Interval::is_empty() const { return crossed(low, high); }

bool Interval::contains(Decimal v) const { return meet(*this, point(v)); }

Decimal Interval::middle() const {
  if (bounded()) return multiply(add(low.value, high.value), Decimal{5, -1});
  if (!low.unbounded) return low.value;
  return high.unbounded ? Decimal{} : high.value;
}

std::string Interval::to_string() const {
  if (is_everything()) return "anything";
  if (high.unbounded) return (low.open ? "more than " : "at least ") + low.value.to_string();
  if (low.unbounded) return (high.open ? "less than " : "at most ") + high.value.to_string();
  if (low.value == high.value) return low.value.to_string();
  return low.value.to_string() + " to " + high.value.to_string();
}

bool meet(Interval const& a, Interval const& b) {
  return !crossed(a.low, b.high) && !crossed(b.low, a.high) && !a.is_empty() && !b.is_empty();
}

bool within(Interval const& inner, Interval const& outer) {
  return !low_is_above(outer.low, inner.low) && !high_is_below(outer.high, inner.high);
}

Decimal gap(Interval const& a, Interval const& b) {
  if (crossed(a.low, b.high)) return subtract(a.low.value, b.high.value);
  if (crossed(b.low, a.high)) return subtract(b.low.value, a.high.value);
  return {};
}

Interval hull(Interval const& a, Interval const& b) {
  return {low_is_above(a.low, b.low) ? b.low : a.low, high_is_below(a.high, b.high) ? b.high : a.high};
}

std::optional<Interval> intersection(Interval const& a, Interval const& b) {
  if (!meet(a, b)) return std::nullopt;
  return Interval{low_is_above(a.low, b.low) ? a.low : b.low, high_is_below(a.high, b.high) ? a.high : b.high};
}

Truth less(Interval const& a, Interval const& b) {
  if (a.is_empty() || b.is_empty()) return Truth::unknown;
  if (!a.high.unbounded && !b.low.unbounded &&
      (a.high.value < b.low.value || (a.high.value == b.low.value && (a.high.open || b.low.open))))
    return Truth::yes;
  if (!a.low.unbounded && !b.high.unbounded && a.low.value >= b.high.value) return Truth::no;
  return Truth::unknown;
}

Truth less_or_equal(Interval const& a, Interval const& b) {
  switch (less(b, a)) {
  case Truth::yes:
    return Truth::no;
  case Truth::no:
    return Truth::yes;
  case Truth::unknown:
    break;
  }
  return Truth::unknown;
}

Truth equal(Interval const& a, Interval const& b) {
  if (a.is_empty() || b.is_empty()) return Truth::unknown;
  if (!meet(a, b)) return Truth::no;
  return a.is_point() && b.is_point() ? Truth::yes : Truth::unknown;
}

Interval operator+(Interval const& a, Interval const& b) {
  Interval out;
  if (!a.low.unbounded && !b.low.unbounded)
    out.low = {add(a.low.value, b.low.value, Rounding::down), a.low.open || b.low.open, false};
  if (!a.high.unbounded && !b.high.unbounded)
    out.high = {add(a.high.value, b.high.value, Rounding::up), a.high.open || b.high.open, false};
  return out;
}

Interval negate(Interval const& a) {
  return {{a.high.value.negated(), a.high.open, a.high.unbounded},
          {a.low.value.negated(), a.low.open, a.low.unbounded}};
}

Interval operator-(Interval const& a, Interval const& b) { return a + negate(b); }

Interval operator*(Interval const& a, Interval const& b) {
  std::array<std::array<End, 2>, 2> const ends{{{low_end(a), high_end(a)}, {low_end(b), high_end(b)}}};
  End low = product(ends[0][0], ends[1][0], Rounding::down);
  End high = product(ends[0][0], ends[1][0], Rounding::up);
  for (End const& x : ends[0]) {
    for (End const& y : ends[1]) {
      End const down = product(x, y, Rounding::down);
      End const up = product(x, y, Rounding::up);
      if (below(down, low) || (!below(low, down) && !down.open)) low = down;
      if (below(high, up) || (!below(up, high) && !up.open)) high = up;
    }
  }
  return {bound_of(low), bound_of(high)};
}

Interval operator/(Interval const& a, Interval const& b) {
  if (b.contains(Decimal{}) || b.is_empty()) return Interval::everything();
  // 1/b: an unbounded end becomes an open zero, an open zero an unbounded end.
  auto const reciprocal = [](Bound const& bound, Rounding rounding) {
    if (bound.unbounded) return Bound::open_at(Decimal{});
    if (bound.value.is_zero()) return Bound::none();
    return Bound{divide(Decimal{1}, bound.value, rounding), bound.open, false};
  };
  Interval const inverse{reciprocal(b.high, Rounding::down), reciprocal(b.low, Rounding::up)};
  if (a.is_point() && b.is_point() && !b.low.value.is_zero()) { // keeps 12 / 4 exactly 3, where 1/3 could not
    return {Bound::closed_at(divide(a.low.value, b.low.value, Rounding::down)),
            Bound::closed_at(divide(a.low.value, b.low.value, Rounding::up))};
  }
  return a * inverse;
}

Interval absolute(Interval const& a) {
  if (!a.low.unbounded && !a.low.value.is_negative()) return a;
  if (!a.high.unbounded && !(a.high.value > Decimal{})) return negate(a);
  Interval const mirrored = negate(a);
  return {Bound::closed_at(Decimal{}), high_is_below(a.high, mirrored.high) ? mirrored.high : a.high};
}

Interval widen(Interval const& a, Decimal margin) { return a + Interval::around(Decimal{}, margin); }

} // namespace claimcheck
