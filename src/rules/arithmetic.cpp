// Sums, products and comparisons of values with units, percentages, dates and durations.
#include "resolve/calendar.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

Value with_exact(Value value, Value const& a, Value const& b, Decimal exact) {
  value.exact_known = a.exact_known && b.exact_known;
  if (value.exact_known) value.exact = exact;
  value.claim = nullptr;
  value.slot = nullptr;
  return value;
}

Decimal larger(Decimal a, Decimal b) { return a < b ? b : a; }

/// A date moved by a duration. A duration that is no whole number of days leaves the day.
Value moved(Scope const& scope, Value const& date, Value const& duration, bool back) {
  auto const day = scope.units().find("d");
  if (!day) return {};
  Value const days = converted(scope, duration, *day);
  if (!days.known() || !days.interval.bounded()) return {};
  auto const whole = [&](Decimal d, Rounding r) {
    return std::chrono::days{static_cast<int>(d.rounded_to(0, r).to_double())};
  };
  if (days.interval.high.value.abs() > Decimal{1000000} || days.interval.low.value.abs() > Decimal{1000000}) return {};
  auto low = whole(days.interval.low.value, Rounding::nearest),
       high = whole(days.interval.high.value, Rounding::nearest);
  if (back) {
    auto const swap = low;
    low = -high;
    high = -swap;
  }
  TimeInterval when = date.when;
  when.begin += low;
  when.end += high;
  return Value::of_date(when);
}

/// Gives a bare 0 the other value's unit: no length, no money. False for readings on a scale, where 0 is anywhere.
bool zero_as(Scope const& scope, Value const& other, Value& zero) {
  if (other.unit != no_unit && !scope.units()[other.unit].offset.is_zero() && !other.difference) return false;
  zero.measure = other.measure;
  zero.unit = other.unit;
  zero.per = other.per;
  zero.per_amount = other.per_amount;
  return true;
}

/// "between 60 and 40": no value, so nothing is computed from it.
bool is_empty(Value const& a) { return a.interval.is_empty(); }

} // namespace

bool in_one_unit(Scope const& scope, Value& a, Value& b) {
  if (a.base != Base::figure || b.base != Base::figure) return false;
  if (b.measure == Measure::any) return zero_as(scope, a, b);
  if (a.measure == Measure::any) return zero_as(scope, b, a);
  if (is_share(a.measure) && is_share(b.measure)) return true;
  if (a.measure != b.measure) return false;
  if (a.is_rate() != b.is_rate()) return false;
  if (a.is_rate() && (a.per != b.per || a.per_amount != b.per_amount)) {
    if (!scope.units().convertible(a.per, b.per) || a.per_amount != b.per_amount) return false;
    // A rate per hour as a rate per week: more for the longer time.
    Decimal const factor = scope.units().convert(Decimal{1}, b.per, a.per, Rounding::nearest, true);
    a.interval = a.interval * Interval::point(factor);
    a.exact = a.exact * factor;
    a.per = b.per;
  }
  if (a.unit == b.unit) return true;
  if (a.measure != Measure::physical) return false;
  a = converted(scope, a, b.unit);
  return a.known();
}

Value negated(Value const& a) {
  if (a.base != Base::figure) return {};
  Value out = a;
  out.interval = negate(a.interval);
  out.exact = a.exact.negated();
  out.claim = nullptr;
  return out;
}

Value sum(Scope const& scope, Value const& x, Value const& y) {
  if (x.base == Base::date && y.base == Base::figure) return moved(scope, x, y, false);
  if (y.base == Base::date && x.base == Base::figure) return moved(scope, y, x, false);
  Value a = x, b = y;
  if (!in_one_unit(scope, a, b)) return {};
  Value out = b;
  out.interval = a.interval + b.interval;
  out.rounding = larger(a.rounding, b.rounding);
  return with_exact(out, a, b, add(a.exact, b.exact));
}

Value difference(Scope const& scope, Value const& x, Value const& y) {
  if (x.base == Base::date && y.base == Base::date) {
    auto const day = scope.units().find("d");
    if (!day) return {};
    auto const low = calendar::days_between(y.when.last_day(), x.when.first_day());
    auto const high = calendar::days_between(y.when.first_day(), x.when.last_day());
    return Value::figure(Interval::between(Decimal{low}, Decimal{high}), Measure::physical, *day);
  }
  if (x.base == Base::date && y.base == Base::figure) return moved(scope, x, y, true);
  Value a = x, b = y;
  if (!in_one_unit(scope, a, b)) return {};
  Value out = b;
  out.interval = a.interval - b.interval;
  out.rounding = larger(a.rounding, b.rounding);
  out.difference = true;
  if (a.measure == Measure::percent && b.measure == Measure::percent) out.measure = Measure::points;
  return with_exact(out, a, b, subtract(a.exact, b.exact));
}

Value product(Scope const& scope, Value const& a, Value const& b) {
  if (a.base != Base::figure || b.base != Base::figure || is_empty(a) || is_empty(b)) return {};
  if (a.measure == Measure::percent && !a.is_rate() && b.measure != Measure::percent)
    return product(scope, b, a); // 5 % x 60 people is 3 people
  if (b.measure == Measure::plain || b.measure == Measure::percent) {
    Decimal const scale = b.measure == Measure::percent ? Decimal{1, -2} : Decimal{1};
    if (!(b.is_rate() && !a.is_rate())) {
      Value out = a;
      out.interval = a.interval * b.interval * Interval::point(scale);
      out.rounding = multiply(multiply(a.rounding, b.interval.middle().abs()), scale);
      return with_exact(out, a, b, multiply(multiply(a.exact, b.exact), scale));
    }
  }
  if (a.measure == Measure::plain && !a.is_rate()) return product(scope, b, a);
  // A rate times what it is a rate of: $12 an hour x 40 hours.
  if (a.is_rate() && !b.is_rate()) {
    if (a.per == no_unit) return {};
    Value const amount = converted(scope, b, a.per);
    if (!amount.known()) return {};
    Value out = a;
    out.per = no_unit;
    out.per_amount = Decimal{1};
    out.interval = a.interval * amount.interval / Interval::point(a.per_amount);
    out.rounding = Decimal{};
    return with_exact(out, a, amount, divide(multiply(a.exact, amount.exact), a.per_amount));
  }
  return b.is_rate() && !a.is_rate() ? product(scope, b, a) : Value{};
}

Value quotient(Scope const& scope, Value const& x, Value const& y) {
  if (x.base != Base::figure || y.base != Base::figure || is_empty(x) || is_empty(y)) return {};
  if (y.interval.contains(Decimal{})) return {};
  Value a = x, b = y;
  Value out;
  if (b.measure == Measure::plain && !b.is_rate())
    out = a;
  else if (in_one_unit(scope, a, b))
    out = Value::number(Decimal{});
  else
    return {};
  out.interval = a.interval / b.interval;
  out.rounding = Decimal{};
  bool const exact = a.exact_known && b.exact_known && !b.exact.is_zero();
  return with_exact(out, a, b, exact ? divide(a.exact, b.exact) : Decimal{});
}

Truth equal(Scope const& scope, Value const& x, Value const& y) {
  if (!x.known() || !y.known()) return Truth::unknown;
  auto const truth = [](bool same) { return same ? Truth::yes : Truth::no; };
  if (x.base != y.base) return Truth::unknown;
  switch (x.base) {
  case Base::text:
    return truth(x.key == y.key);
  case Base::unit:
    return truth(x.unit == y.unit);
  case Base::dimension:
    return truth(x.dimension == y.dimension);
  case Base::weekday:
    return truth(x.weekday == y.weekday);
  case Base::truth:
    return x.truth == Truth::unknown || y.truth == Truth::unknown ? Truth::unknown : truth(x.truth == y.truth);
  case Base::date:
    return x.when == y.when ? Truth::yes : calendar::overlap(x.when, y.when) ? Truth::unknown : Truth::no;
  case Base::figure:
    break;
  default:
    return Truth::unknown;
  }
  Value a = x, b = y;
  return in_one_unit(scope, a, b) ? equal(a.interval, b.interval) : Truth::unknown;
}

Truth less(Scope const& scope, Value const& x, Value const& y) {
  if (x.base == Base::date && y.base == Base::date) {
    if (x.when.end <= y.when.begin) return Truth::yes;
    return x.when.begin >= y.when.end || x.when == y.when ? Truth::no : Truth::unknown;
  }
  Value a = x, b = y;
  return in_one_unit(scope, a, b) ? less(a.interval, b.interval) : Truth::unknown;
}

Truth less_equal(Scope const& scope, Value const& x, Value const& y) {
  Truth const more = less(scope, y, x);
  return more == Truth::yes ? Truth::no : more == Truth::no ? Truth::yes : Truth::unknown;
}

Truth meets(Scope const& scope, Value const& x, Value const& y) {
  if (x.base == Base::date && y.base == Base::date) return calendar::overlap(x.when, y.when) ? Truth::yes : Truth::no;
  if (x.base != Base::figure || y.base != Base::figure) return equal(scope, x, y);
  Value a = x, b = y;
  if (!in_one_unit(scope, a, b) || a.interval.is_everything() || b.interval.is_everything()) return Truth::unknown;
  if (is_empty(a) || is_empty(b)) return Truth::unknown;
  return meet(a.interval, b.interval) ? Truth::yes : Truth::no;
}

} // namespace claimcheck::rules
