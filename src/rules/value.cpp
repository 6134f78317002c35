#include "rules/value.hpp"

#include "base/hash.hpp"

namespace claimcheck::rules {
namespace {

Dimension time_dimension() {
  Dimension out;
  out.exponent[Dimension::time] = 1;
  return out;
}

Measure measure_of(Kind kind) {
  switch (kind) {
  case Kind::percent:
    return Measure::percent;
  case Kind::points:
    return Measure::points;
  case Kind::money:
    return Measure::money;
  case Kind::duration:
  case Kind::age:
    return Measure::physical;
  default:
    return is_quantity(kind) ? Measure::physical : Measure::plain;
  }
}

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

Type Type::duration() { return physical(time_dimension()); }

Type type_of(Kind kind) {
  if (kind == Kind::date || kind == Kind::time || kind == Kind::recurrence) return Type::of(Base::date);
  if (kind == Kind::duration || kind == Kind::age) return Type::duration();
  if (kind == Kind::rate) return Type::figure(Measure::any);
  if (kind == Kind::direction) return Type::figure(Measure::plain);
  Dimension dimension;
  auto const with = [&](Dimension::Base base, int power) {
    dimension.exponent[base] = static_cast<std::int8_t>(power);
    return Type::physical(dimension);
  };
  switch (kind) {
  case Kind::distance:
    return with(Dimension::length, 1);
  case Kind::area:
    return with(Dimension::length, 2);
  case Kind::volume:
    return with(Dimension::length, 3);
  case Kind::mass:
    return with(Dimension::mass, 1);
  case Kind::temperature:
    return with(Dimension::temperature, 1);
  case Kind::data:
    return with(Dimension::information, 1);
  case Kind::speed:
    dimension.exponent[Dimension::time] = -1;
    return with(Dimension::length, 1);
  default:
    return Type::figure(measure_of(kind));
  }
}

std::string describe(Type const& type) {
  switch (type.base) {
  case Base::unknown:
    return "something unknown";
  case Base::truth:
    return "a condition";
  case Base::date:
    return "a date";
  case Base::weekday:
    return "a day of the week";
  case Base::text:
    return "a text";
  case Base::unit:
    return "a unit";
  case Base::dimension:
    return "a dimension";
  case Base::list:
    return "a list";
  case Base::figure:
    break;
  }
  switch (type.measure) {
  case Measure::any:
    return "a figure";
  case Measure::plain:
    return "a pure number";
  case Measure::percent:
    return "a percentage";
  case Measure::points:
    return "percentage points";
  case Measure::money:
    return "money";
  case Measure::physical:
    break;
  }
  if (!type.dimension_known) return "a quantity";
  std::string const name = to_string(type.dimension);
  if (name == "time") return "a duration";
  return (name.find_first_of("aeiou") == 0 ? "an " : "a ") + (name == "length^2"      ? "area"
                                                              : name == "length^3"    ? "volume"
                                                              : name == "length/time" ? "speed"
                                                                                      : name);
}

bool comparable(Type const& a, Type const& b) {
  if (a.base == Base::unknown || b.base == Base::unknown) return true;
  if (a.base != b.base) return false;
  if (!a.is_figure() || a.measure == Measure::any || b.measure == Measure::any) return true;
  auto const is_share = [](Measure m) { return m == Measure::percent || m == Measure::points; };
  if (is_share(a.measure) && is_share(b.measure)) return true;
  if (a.measure != b.measure) return false;
  return !a.dimension_known || !b.dimension_known || a.dimension == b.dimension;
}

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
