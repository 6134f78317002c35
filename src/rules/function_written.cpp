// Functions that read a figure by its digits: for tables and statistics, where nobody rounds for the reader.
#include <algorithm>
#include <cmath>

#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using Arguments = std::span<Value const>;

bool is_hedged(Value const& value) {
  return value.claim != nullptr &&
         ((value.claim->hedge != Hedge::none && value.claim->hedge != Hedge::exactly) || value.claim->figure.range);
}

/// Whole counts are themselves; everything else is rounded at its last written digit.
Value to_the_digit(Value out) {
  if (out.base != Base::figure || !out.exact_known || is_hedged(out)) return out;
  bool const whole_count = out.measure == Measure::plain && out.exact.exponent >= 0 && out.exact.exponent < 3;
  out.rounding = whole_count ? Decimal{} : out.exact.last_place();
  out.interval = Interval::around(out.exact, multiply(out.rounding, Decimal{5, -1}));
  out.claim = nullptr;
  return out;
}

/// The first figure of a conversion: by its digits. "About 30 miles" is converted as 30, not as 33; a bound reaches a
/// fifth beyond, for a writer who converts "more than 5 inches" has a figure in mind that is not much more.
Value as_told(Scope const&, Arguments in) {
  Value const& told = in[0];
  if (told.claim == nullptr || !told.exact_known || told.claim->figure.range) return to_the_digit(told);
  Hedge const hedge = told.claim->hedge;
  Value out = told;
  out.rounding = out.exact.last_place();
  out.claim = nullptr;
  Decimal const half = multiply(out.rounding, Decimal{5, -1}), slight = multiply(out.exact.abs(), Decimal{5, -2});
  Interval const digits = Interval::around(out.exact, half);
  switch (hedge) {
  case Hedge::more_than:
  case Hedge::at_least:
    out.interval = hull(digits, Interval::point(multiply(out.exact, Decimal{12, -1})));
    return out;
  case Hedge::less_than:
  case Hedge::at_most:
    out.interval = hull(digits, Interval::point(multiply(out.exact, Decimal{8, -1})));
    return out;
  case Hedge::about:
    out.interval = Interval::around(out.exact, half < slight ? slight : half);
    return out;
  default:
    return to_the_digit(told);
  }
}

Value sum_to_the_digit(Scope const& scope, Arguments in) {
  Value out;
  Items(scope, in).each(
      [&](Value const& item) { out = out.known() ? sum(scope, out, to_the_digit(item)) : to_the_digit(item); });
  out.claim = nullptr;
  out.slot = nullptr;
  return out;
}

/// GRIM: with `n` whole answers, can their total give this mean (or percentage) to its last digit? Unknown where every
/// value is possible.
Value granular(Scope const&, Arguments in) {
  Value const& mean = in[0];
  Value const& n = in[1];
  if (mean.base != Base::figure || !mean.exact_known || is_hedged(mean) || !n.exact_known || !n.exact.is_integer() ||
      is_hedged(n))
    return {};
  bool const percent = mean.measure == Measure::percent;
  if (!percent && mean.measure != Measure::plain) return {};
  std::int32_t const places = -mean.exact.exponent + (percent ? 2 : 0);
  if (places < 1 || places > 9 || !(n.exact > Decimal{0}) || !(n.exact < Decimal{1, places})) return {};
  Decimal const scale = percent ? Decimal{1, -2} : Decimal{1};
  Interval const share =
      Interval::around(multiply(mean.exact, scale), multiply(Decimal{5, mean.exact.exponent - 1}, scale));
  Interval const totals = share * Interval::point(n.exact);
  Decimal const least = totals.low.value.rounded_to(0, Rounding::up);
  Decimal const first = totals.contains(least) || !(least < totals.low.value) ? least : add(least, Decimal{1});
  return Value::of(totals.contains(first));
}

/// The margin of error of a simple random sample of n, 95 percent, in percentage points: from 0.9 to 1.6 times 98 /
/// sqrt(n), since weighting widens it.
Value margin_of_error(Scope const&, Arguments in) {
  if (in[0].base != Base::figure || !in[0].exact_known || !(in[0].exact > Decimal{1})) return {};
  double const plain = 98.0 / std::sqrt(in[0].exact.to_double());
  Value out = Value::figure(Interval::between(Decimal::from_double(0.9 * plain), Decimal::from_double(1.6 * plain)),
                            Measure::points);
  out.exact_known = true;
  out.exact = Decimal::from_double(plain).rounded_to(-1);
  return out;
}

/// The sets of a score as written ("6-4, 7-6 (7-5)"): all won by the side that is named first, or all by the other.
Value one_sided(Scope const& scope, Arguments in) {
  if (in[0].claim == nullptr) return {};
  std::string_view const text = scope.article.document.folded_text(in[0].claim->core);
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  int first = -1, won = 0, lost = 0, depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    depth += (text[at] == '(') - (text[at] == ')');
    if (!digit(text[at])) {
      if (text[at] == ',' || text[at] == ' ') first = -1;
      ++at;
      continue;
    }
    int value = 0;
    for (; at < text.size() && digit(text[at]); ++at) value = std::min(value * 10 + (text[at] - '0'), 9999);
    if (depth > 0) continue; // of a tie-break
    if (first >= 0) {
      won += first > value;
      lost += first < value;
    }
    first = first < 0 ? value : -1;
  }
  return won + lost < 2 ? Value{} : Value::of(won == 0 || lost == 0);
}

} // namespace

std::vector<Function> written_functions() {
  return {
      {"to_the_digit", "f", '1', "to_the_digit(figure)",
       "read by its digits: whole counts are exact, others rounded at the last written digit", "{1}",
       [](Scope const&, Arguments in) { return to_the_digit(in[0]); }},
      {"as_told", "f", '1', "as_told(a)",
       "the first figure of a conversion: read by its digits, a bound a fifth beyond: `more than 5 inches` is 5 to 6",
       "{1}", as_told},
      {"sum_to_the_digit", "x*", '1', "sum_to_the_digit(list)", "the sum of the figures, each read by its digits",
       "{+}", sum_to_the_digit},
      {"granular", "ff", 'b', "granular(mean, n)",
       "n whole answers can have this mean or percentage to its last digit (the GRIM test); unknown where n is so "
       "large that every value is possible",
       "", granular},
      {"margin_of_error", "f", 'o', "margin_of_error(n)",
       "of a sample of n at 95 percent, in points; an interval that allows for weighting", "98 / sqrt({1})",
       margin_of_error},
      {"one_sided", "x", 'b', "one_sided(score)",
       "one side won all sets of the score; unknown when there are fewer than two", "", one_sided},
  };
}

} // namespace claimcheck::rules
