// Functions on figures: conversion, sums of parts, shares and changes.
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using Arguments = std::span<Value const>;

Value convert(Scope const& scope, Arguments in) {
  return in[1].base == Base::unit ? converted(scope, in[0], in[1].unit) : Value{};
}

Value total(Scope const& scope, Arguments in) {
  Value out;
  bool first = true;
  Items(scope, in).each([&](Value const& item) {
    out = first ? item : sum(scope, out, item);
    first = false;
  });
  out.claim = nullptr;
  out.slot = nullptr;
  return out;
}

Value count(Scope const&, Arguments in) {
  if (in[0].base != Base::list || in[0].slot == nullptr) return {};
  return Value::number(Decimal{static_cast<std::int64_t>(in[0].slot->claims.size())});
}

Value average(Scope const& scope, Arguments in) {
  Items const items(scope, in);
  if (items.empty()) return {};
  return quotient(scope, total(scope, in), Value::number(Decimal{static_cast<std::int64_t>(items.size())}));
}

template <bool most>
Value extreme(Scope const& scope, Arguments in) {
  Value out;
  bool comparable = true;
  Items(scope, in).each([&](Value item) {
    if (!out.known()) {
      out = item;
      return;
    }
    comparable = comparable && in_one_unit(scope, item, out);
    if (!comparable) return;
    // The interval of the maximum: the larger of both ends.
    bool const low = (out.interval.low.unbounded || item.interval.low.value > out.interval.low.value) == most;
    bool const high = (!out.interval.high.unbounded &&
                       (item.interval.high.unbounded || item.interval.high.value > out.interval.high.value)) == most;
    if (low) out.interval.low = item.interval.low;
    if (high) out.interval.high = item.interval.high;
    if (out.exact_known && item.exact_known && (item.exact > out.exact) == most) out.exact = item.exact;
    out.exact_known = out.exact_known && item.exact_known;
    out.claim = nullptr;
  });
  return comparable ? out : Value{};
}

Value as_percent(Value value) {
  if (value.base != Base::figure) return {};
  value.interval = value.interval * Interval::point(Decimal{100});
  if (value.exact_known) value.exact = multiply(value.exact, Decimal{100});
  value.measure = Measure::percent;
  value.unit = no_unit;
  value.rounding = Decimal{};
  value.claim = nullptr;
  return value;
}

Value share(Scope const&, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure) return {};
  if (out.measure == Measure::percent || out.measure == Measure::points) {
    out.interval = out.interval * Interval::point(Decimal{1, -2});
    out.exact = multiply(out.exact, Decimal{1, -2});
    out.rounding = multiply(out.rounding, Decimal{1, -2});
  } else if (out.measure != Measure::plain) {
    return {};
  }
  out.measure = Measure::plain;
  out.unit = no_unit;
  return out;
}

Value percent(Scope const& scope, Arguments in) {
  return in[0].base == Base::figure && in[0].measure == Measure::percent ? in[0] : as_percent(share(scope, in));
}

Value percent_of(Scope const& scope, Arguments in) { return as_percent(quotient(scope, in[0], in[1])); }

/// (to - from) / from. The quotient to/from - 1 is tighter than the difference over `from`, which would count `from`
/// twice.
Value percent_change(Scope const& scope, Arguments in) {
  Value const ratio = quotient(scope, in[1], in[0]);
  if (!ratio.known()) return {};
  return as_percent(difference(scope, ratio, Value::number(Decimal{1})));
}

Value as_points(Value value) {
  if (value.base == Base::figure && (value.measure == Measure::percent || value.measure == Measure::points))
    value.measure = Measure::points;
  return value;
}

Value points_change(Scope const& scope, Arguments in) {
  if (in[0].measure != Measure::percent || in[1].measure != Measure::percent) return {};
  return as_points(difference(scope, in[1], in[0]));
}

Value absolute_value(Scope const&, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure) return {};
  out.interval = absolute(out.interval);
  out.exact = out.exact.abs();
  out.claim = nullptr;
  return out;
}

Value exactly(Scope const&, Arguments in) {
  if (in[0].base != Base::figure || !in[0].exact_known) return {};
  Value out = in[0];
  out.interval = Interval::point(out.exact);
  out.rounding = Decimal{};
  return out;
}

Value rounded(Scope const&, Arguments in) {
  if (in[0].base != Base::figure || !in[0].exact_known) return {};
  Value out = in[0];
  Decimal const unit = in[0].claim != nullptr ? in[0].claim->figure.rounding : out.rounding;
  out.interval = hull(Interval::around(out.exact, multiply(unit, Decimal{5, -1})), out.interval);
  return out;
}

Value widened(Scope const&, Arguments in) {
  if (in[0].base != Base::figure || in[1].base != Base::figure || !in[1].exact_known) return {};
  Value out = in[0];
  Decimal const margin = multiply(out.interval.middle().abs(), multiply(in[1].exact, Decimal{1, -2}));
  out.interval = widen(out.interval, in[1].measure == Measure::percent ? margin : in[1].exact.abs());
  return out;
}

/// An end that is itself an interval gives its outer bound.
Value span(Scope const& scope, Arguments in) {
  Value low = in[0], high = in[1];
  if (!in_one_unit(scope, low, high)) return {};
  Value out = high;
  out.interval = Interval{low.interval.low, high.interval.high};
  out.exact_known = false;
  out.rounding = {};
  return out.interval.is_empty() ? Value{} : out;
}

Value whole(Scope const&, Arguments in) {
  if (in[0].base != Base::figure || !in[0].exact_known) return {};
  return Value::of(in[0].exact.is_integer());
}

Value rounds_to(Scope const& scope, Arguments in) {
  Value a = in[0], b = in[1];
  if (!b.exact_known || !in_one_unit(scope, a, b)) return {};
  return Value::of(meet(a.interval, Interval::around(b.exact, multiply(b.exact.rounding_unit(), Decimal{5, -1}))));
}

Value power(Scope const& scope, Arguments in) {
  if (!in[1].exact_known || !in[1].exact.is_integer() || in[1].exact.is_negative() || in[1].exact > Decimal{200})
    return {};
  Value out = Value::number(Decimal{1});
  for (int i = static_cast<int>(in[1].exact.to_double()); i > 0; --i) out = product(scope, out, in[0]);
  return out;
}

/// k of n with whole numbers: does some whole k give this percentage of n?
Value some_count_gives(Scope const& scope, Arguments in) {
  if (!in[1].exact_known || !in[1].exact.is_integer() || in[0].base != Base::figure) return {};
  Interval const share_wanted = share(scope, in.first(1)).interval;
  if (!share_wanted.bounded()) return {};
  Interval const wanted = share_wanted * Interval::point(in[1].exact);
  Decimal const first = wanted.low.value.rounded_to(0, Rounding::up);
  Decimal const next = wanted.contains(first) ? first : add(first, Decimal{1});
  return Value::of(wanted.contains(next));
}

/// What the last digit stands for that a writer beside other figures means: a million in "$40 million", a hundred in
/// 35,000 (a tenth of its rounding), one in 35,120 and in 120.
Decimal written_unit(Decimal value) {
  if (value.exponent != 0) return value.last_place();
  Decimal const tenth = multiply(value.rounding_unit(), Decimal{1, -1});
  return value.abs() < Decimal{1000} || tenth < Decimal{1} ? Decimal{1} : tenth;
}

/// Beside other figures of the same sum a writer means what the digits say: $40 million is not $36 million.
Value precise(Value out) {
  if (out.base != Base::figure || !out.exact_known) return out;
  bool const hedged = out.claim != nullptr && out.claim->hedge != Hedge::none && out.claim->hedge != Hedge::exactly;
  if (hedged || (out.claim != nullptr && out.claim->figure.range)) return out;
  Decimal const unit = written_unit(out.exact);
  if (out.interval.is_point()) { // "a total of $200,000" is not within $100,000 of $150,000
    if (unit < out.rounding) out.rounding = unit;
    return out;
  }
  if (out.measure == Measure::percent || !(unit < out.rounding)) return out;
  out.rounding = unit;
  out.interval = Interval::around(out.exact, multiply(unit, Decimal{5, -1}));
  return out;
}

/// "$9 million" beside "$8.2 million" is $9.0 million: of two figures of one sentence the one with fewer digits is
/// read as closely as the other, where it is short of one digit.
Value precise_beside(Scope const& scope, Arguments in) {
  Value out = precise(in[0]), other = precise(in[1]);
  if (!out.exact_known || !other.exact_known || !in_one_unit(scope, other, out)) return out;
  bool const hedged = out.claim != nullptr && out.claim->hedge != Hedge::none && out.claim->hedge != Hedge::exactly;
  Decimal const unit = multiply(out.rounding, Decimal{1, -1});
  if (hedged || out.rounding.is_zero() || other.rounding.is_zero() || !(other.rounding == unit)) return out;
  out.rounding = unit;
  out.interval = Interval::around(out.exact, multiply(unit, Decimal{5, -1}));
  return out;
}

/// The second figure of a conversion: writers round it, but not by more than a tenth: "55 mph (100 km/h)" is wrong
/// although 100 may be said of 88. Below ten they round to whole units.
Value as_converted(Scope const&, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure || !out.exact_known || out.exact.is_zero() || out.exact.is_negative()) return out;
  if (out.claim == nullptr || out.claim->hedge != Hedge::none || out.claim->figure.range || !out.interval.bounded())
    return out;
  // A last digit of five was rounded to, by a twentieth at most: "95 miles (155 km)", "1.5 miles (2.5 km)".
  if (Decimal const shortest = out.exact.normalized(); shortest.coefficient % 10 == 5) {
    Decimal const half{25, shortest.exponent - 1}, most = multiply(out.exact, Decimal{5, -2});
    Interval const five = Interval::around(out.exact, most < half ? most : half);
    if (out.interval.low.value > five.low.value) out.interval = five;
  }
  Decimal const digit = out.exact.last_place() < Decimal{1} ? out.exact.last_place() : Decimal{1};
  Decimal margin = multiply(out.exact, Decimal{1, -1});
  if (margin < multiply(digit, Decimal{5, -1})) margin = multiply(digit, Decimal{5, -1});
  if (auto const narrow = intersection(out.interval, Interval::around(out.exact, margin))) out.interval = *narrow;
  // Nor is a neighbouring round figure the right one: 600 feet for 492.
  Decimal const slack = multiply(out.exact, Decimal{2, -2});
  Decimal const unit = slack < digit ? digit : slack;
  if (unit < out.rounding) out.rounding = unit;
  return out;
}

/// "An average of 27" is the result of a division, rounded: 26.5 to 27.5. The words do not loosen it.
Value as_average(Scope const& scope, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure || !out.exact_known) return out;
  bool const sharp = out.claim == nullptr || out.claim->hedge == Hedge::none || out.claim->hedge == Hedge::exactly;
  bool const average = !sharp && out.claim->hedge == Hedge::about &&
                       scope.article.document.folded_text(out.claim->span).starts_with("an average of");
  if (!sharp && !average) return out;
  out.rounding = written_unit(out.exact);
  out.interval = Interval::around(out.exact, multiply(out.rounding, Decimal{5, -1}));
  return out;
}

Value precise_sum(Scope const& scope, Arguments in) {
  Value out;
  Items(scope, in).each([&](Value const& item) { out = out.known() ? sum(scope, out, precise(item)) : precise(item); });
  out.claim = nullptr;
  out.slot = nullptr;
  return out;
}

/// One end of a range as the writer wrote it: with half a unit of its last digit on both sides.
Value range_end(Scope const& scope, Arguments in, bool last) {
  if (in[0].claim == nullptr || !in[0].claim->figure.range) return {};
  Interval const& ends = in[0].claim->figure.interval;
  Bound const& end = last ? ends.high : ends.low;
  if (end.unbounded) return {};
  Value out = value_of(scope, *in[0].claim);
  out.exact_known = true;
  out.exact = end.value;
  out.rounding = written_unit(end.value);
  out.interval = Interval::around(end.value, multiply(out.rounding, Decimal{5, -1}));
  if (out.measure == Measure::percent) {
    out.rounding = end.value.last_place();
    out.interval = Interval::around(end.value, multiply(out.rounding, Decimal{5, -1}));
  }
  if (is_small_whole(out)) {
    out.interval = Interval::point(out.exact);
    out.rounding = Decimal{};
  }
  out.claim = nullptr;
  return out;
}

Value as_difference(Scope const&, Arguments in) {
  Value out = in[0];
  out.difference = true;
  return out;
}

/// A bare number beside a figure with a unit shares it: "from 58 percent to 55".
Value like(Scope const&, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure || in[1].base != Base::figure || out.measure != Measure::plain || out.is_rate())
    return out;
  out.measure = in[1].measure;
  out.unit = in[1].unit;
  out.dimension = in[1].dimension;
  if (out.measure == Measure::percent) out.rounding = out.exact.last_place();
  if (out.measure == Measure::percent && out.exact_known)
    out.interval = Interval::around(out.exact, multiply(out.rounding, Decimal{5, -1}));
  out.claim = nullptr;
  return out;
}

Value first_known(Scope const&, Arguments in) {
  for (Value const& value : in)
    if (value.known()) return value;
  return {};
}

Value times(Scope const&, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure) return {};
  out.measure = Measure::plain;
  out.unit = no_unit;
  out.rounding = Decimal{}; // "doubled" has no last digit
  return out;
}

Value amount(Scope const&, Arguments in) {
  Value out = in[0];
  out.per = no_unit;
  out.per_amount = Decimal{1};
  return out;
}

} // namespace

std::size_t Items::size() const {
  std::size_t out = 0;
  for (Value const& argument : arguments_) out += is_list(argument) ? argument.slot->claims.size() : 1;
  return out;
}

std::vector<Function> number_functions() {
  return {
      {"convert", "fu", '1', "convert(figure, unit)", "the figure in another unit of its dimension", "", convert},
      {"sum", "x*", '1', "sum(list) or sum(a, b ...)", "the sum of a list's figures, or of the arguments", "{+}",
       total},
      {"precise", "f", '1', "precise(figure)",
       "read as closely as its digits say: $40 million is 39.5 to 40.5 million, not 35 to 45", "{1}",
       [](Scope const&, Arguments in) { return precise(in[0]); }},
      {"precise_beside", "ff", '1', "precise_beside(figure, other)",
       "precise(figure), and $9 million beside $8.2 million is $9.0 million", "{1}", precise_beside},
      {"as_converted", "f", '1', "as_converted(a)",
       "the second figure of a conversion, rounded by a tenth at most: 100 is 90 to 110, although it may be said of 60",
       "{1}", as_converted},
      {"as_average", "f", '1', "as_average(figure)", "a mean read by its digits: `an average of 27` is 26.5 to 27.5",
       "{1}", as_average},
      {"precise_sum", "x*", '1', "precise_sum(list)", "the sum of the figures, each read precisely", "{+}",
       precise_sum},
      {"count", "l", 'p', "count(list)", "how many claims the list holds", "{n}", count},
      {"average", "x*", '1', "average(list)", "the mean of a list's figures", "({+}) / {n}", average},
      {"max", "x*", '1', "max(list) or max(a, b ...)", "the largest figure", "", extreme<true>},
      {"min", "x*", '1', "min(list) or min(a, b ...)", "the smallest figure", "", extreme<false>},
      {"percent_of", "ff", '%', "percent_of(part, whole)", "the part as a percentage of the whole", "{1} / {2}",
       percent_of},
      {"percent_change", "ff", '%', "percent_change(from, to)", "the change relative to `from`; negative for a fall",
       "({2} - {1}) / {1}", percent_change},
      {"points_change", "%%", 'o', "points_change(from, to)",
       "the change between two percentages, in percentage points", "{2} - {1}", points_change},
      {"ratio", "ff", 'p', "ratio(a, b)", "a / b as a pure number", "{1} / {2}",
       [](Scope const& s, Arguments in) { return quotient(s, in[0], in[1]); }},
      {"share", "f", 'p', "share(figure)", "a percentage or fraction as a number between 0 and 1", "{1}", share},
      {"percent", "f", '%', "percent(figure)", "a fraction as a percentage", "{1}", percent},
      {"times", "f", 'p', "times(multiplier)", "the bare number of a multiplier, count or ratio", "{1}", times},
      {"amount", "f", '1', "amount(rate)", "the figure of a rate without its denominator: $12 of $12 an hour", "{1}",
       amount},
      {"abs", "f", '1', "abs(figure)", "the amount without its sign", "{1}", absolute_value},
      {"exactly", "f", '1', "exactly(figure)", "the stated value as a point, rounding left aside", "{1}", exactly},
      {"rounded", "f", '1', "rounded(figure)", "the value with half a unit of its last informative digit on both sides",
       "{1}", rounded},
      {"span", "ff", '1', "span(low, high)", "everything from the one figure to the other", "{1} to {2}", span},
      {"widened", "ff", '1', "widened(figure, 5 %)",
       "the interval with a margin on both sides: a percentage of it or an amount", "{1}", widened},
      {"first", "f", '1', "first(range)",
       "the first number of a range: 120 of `from 120 to 150`; unknown for other figures", "{1}",
       [](Scope const& s, Arguments in) { return range_end(s, in, false); }},
      {"second", "f", '1', "second(range)", "the second number of a range", "{1}",
       [](Scope const& s, Arguments in) { return range_end(s, in, true); }},
      {"known", "x*", '1', "known(a, b ...)", "the first of them that the text gives", "{1}", first_known},
      {"like", "ff", '1', "like(a, b)",
       "a bare number read in the unit of `b`: 55 of `from 58 percent to 55` is a percentage", "{1}", like},
      {"as_difference", "f", '1', "as_difference(figure)",
       "read as a change: 2 degrees Celsius are 3.6 degrees Fahrenheit, not 35.6", "{1}", as_difference},
      {"is_whole", "f", 'b', "is_whole(figure)", "it has no fraction", "", whole},
      {"rounds_to", "ff", 'b', "rounds_to(computed, stated)", "the computed figure can be rounded to the stated one",
       "", rounds_to},
      {"power", "fp", '1', "power(figure, n)", "the figure multiplied n times, n whole and not above 200", "{1} ^ {2}",
       power},
      {"some_count_gives", "ff", 'b', "some_count_gives(percentage, n)",
       "some whole number out of n rounds to the percentage", "", some_count_gives},
  };
}

} // namespace claimcheck::rules
