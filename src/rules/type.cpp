#include "rules/type.hpp"

namespace claimcheck::rules {
namespace {

Dimension time_dimension() {
  Dimension out;
  out.exponent[Dimension::time] = 1;
  return out;
}

} // namespace

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

std::string_view describe(Measure measure) {
  switch (measure) {
  case Measure::plain:
    return "a pure number";
  case Measure::percent:
    return "a percentage";
  case Measure::points:
    return "percentage points";
  case Measure::money:
    return "money";
  case Measure::physical:
    return "a quantity";
  case Measure::any:
    break;
  }
  return "a figure";
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
  if (type.measure != Measure::physical || !type.dimension_known) return std::string(describe(type.measure));
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
  if (is_share(a.measure) && is_share(b.measure)) return true;
  if (a.measure != b.measure) return false;
  return !a.dimension_known || !b.dimension_known || a.dimension == b.dimension;
}

namespace {

bool is_duration(Type const& type) { return type.is_figure() && comparable(type, Type::duration()); }

Type same_measure(Type const& a, Type const& b) {
  if (!a.is_figure() || !b.is_figure() || !comparable(a, b)) return {};
  return a.measure == Measure::any ? b : a;
}

} // namespace

Type sum_type(Type const& a, Type const& b) {
  if ((a.base == Base::date && is_duration(b)) || (b.base == Base::date && is_duration(a))) return Type::of(Base::date);
  return same_measure(a, b);
}

Type difference_type(Type const& a, Type const& b) {
  if (a.base == Base::date && b.base == Base::date) return Type::duration();
  if (a.base == Base::date && is_duration(b)) return Type::of(Base::date);
  Type out = same_measure(a, b);
  if (a.measure == Measure::percent && b.measure == Measure::percent) out.measure = Measure::points;
  return out;
}

Type product_type(Type const& a, Type const& b) {
  if (!a.is_figure() || !b.is_figure()) return {};
  auto const scalar = [](Type const& t) { return t.measure == Measure::plain || t.measure == Measure::percent; };
  return scalar(b) ? a : scalar(a) ? b : Type::figure(Measure::any);
}

Type quotient_type(Type const& a, Type const& b) {
  if (!a.is_figure() || !b.is_figure()) return {};
  if (b.measure == Measure::plain) return a;
  bool const pure = comparable(a, b) && a.measure != Measure::any && b.measure != Measure::any;
  return Type::figure(pure ? Measure::plain : Measure::any);
}

} // namespace claimcheck::rules
