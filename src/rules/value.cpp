#include "rules/value.hpp"

#include "base/hash.hpp"

namespace claimcheck::rules {
namespace {

/// Counts of whole things: what is written is what was counted, unless it was rounded.
bool is_discrete(Kind kind) {
  return kind == Kind::count || kind == Kind::number || kind == Kind::ordinal || kind == Kind::vote ||
         kind == Kind::score || kind == Kind::record;
}

/// Half of what a writer rounds a percentage to: "30 percent" may be 27.5 to 32.5, "25 percent" 24.5 to 25.5, "5.0
/// percent" 4.95 to 5.05 (research/checks.md 3.1). Small ones are not rounded by more than a tenth of themselves.
Decimal percent_margin(Decimal value) {
  Decimal const half_place = multiply(value.last_place(), Decimal{5, -1});
  if (!value.is_integer() || value.exponent < 0) return half_place;
  Decimal const ten = multiply(value.abs(), Decimal{1, -1});
  bool const tens = value.rounded_to(1, Rounding::down) == value && !value.is_zero();
  return !tens ? Decimal{5, -1} : ten < Decimal{25, -1} ? ten : Decimal{25, -1};
}

} // namespace

Value Value::of(Truth truth) {
  Value out;
  out.base = Base::truth;
  out.truth = truth;
  return out;
}

Value Value::of_text(std::string_view text) {
  Value out;
  out.base = Base::text;
  out.text = text;
  out.key = fnv1a(text);
  return out;
}

Value Value::figure(Interval interval, Measure measure, UnitId unit) {
  Value out;
  out.base = Base::figure;
  out.interval = interval;
  out.measure = measure;
  out.unit = unit;
  if (interval.is_point()) {
    out.exact = interval.low.value;
    out.exact_known = true;
  }
  return out;
}

Value Value::point(Decimal value, Measure measure, UnitId unit) {
  return figure(Interval::point(value), measure, unit);
}
Value Value::number(Decimal value) { return point(value, Measure::plain); }

Value Value::of_date(TimeInterval when) {
  Value out;
  if (!when.known()) return out;
  out.base = Base::date;
  out.when = when;
  return out;
}

Value Value::of_weekday(WeekdayNumber day) {
  Value out;
  if (day > 6) return out;
  out.base = Base::weekday;
  out.weekday = day;
  return out;
}

bool is_small_whole(Value const& value) {
  return value.exact_known && value.exact.is_integer() && value.exact.exponent >= 0 &&
         value.exact.abs() < Decimal{100} && (value.measure == Measure::plain || value.measure == Measure::money) &&
         !value.is_rate();
}

Value value_of(Claim const& claim) {
  Value out;
  if (!is_figure(claim.kind)) {
    if (claim.kind == Kind::direction)
      out = Value::number(Decimal::from_double(static_cast<double>(claim.bearing)));
    else if (claim.time)
      out = Value::of_date(claim.time->when);
    out.claim = &claim;
    return out;
  }
  Figure const& figure = claim.figure;
  out.base = Base::figure;
  out.measure = measure_of(claim.kind);
  out.unit = figure.unit;
  if (claim.kind == Kind::rate) { // measured as what it is a rate of is, once its unit is known
    out.per = figure.per;
    out.per_amount = figure.per_amount;
  }
  out.exact_known = figure.exact_known;
  out.exact = figure.value;
  out.rounding = figure.rounding;
  out.interval = figure.interval;
  out.difference = claim.guards.difference;
  out.claim = &claim;
  bool const sharp = claim.hedge == Hedge::none || claim.hedge == Hedge::exactly;
  if (sharp && figure.exact_known && !figure.range && is_discrete(claim.kind) && figure.value.is_integer() &&
      figure.rounding == Decimal{1}) {
    out.interval = Interval::point(figure.value);
    out.rounding = Decimal{};
  }
  if (sharp && !figure.range && claim.kind != Kind::multiplier && claim.kind != Kind::ratio && is_small_whole(out)) {
    out.interval = Interval::point(figure.value);
    out.rounding = Decimal{};
  }
  if (sharp && figure.exact_known && !figure.range && claim.kind == Kind::percent) {
    out.interval = Interval::around(figure.value, percent_margin(figure.value));
    out.rounding = figure.value.last_place() < Decimal{1} ? figure.value.last_place() : Decimal{1};
  }
  if (sharp && figure.exact_known && !figure.range && claim.kind == Kind::temperature && figure.value.is_integer()) {
    out.interval = Interval::around(figure.value, Decimal{5, -1}); // nobody rounds a reading to tens
    out.rounding = Decimal{1};
  }
  return out;
}

} // namespace claimcheck::rules
