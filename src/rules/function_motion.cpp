// Functions on things that move.
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using Arguments = std::span<Value const>;

/// The time that a distance takes at a speed, in hours; unknown for anything that is not a distance and a speed.
Value travel_time(Scope const& scope, Arguments in) {
  auto const per_hour = scope.units().find("km/h"), hour = scope.units().find("h"),
             kilometer = scope.units().find("km");
  if (!per_hour || !hour || !kilometer) return {};
  Value const way = converted(scope, in[0], *kilometer), speed = converted(scope, in[1], *per_hour);
  if (!way.known() || !speed.known() || speed.interval.contains(Decimal{})) return {};
  Value out = Value::figure(way.interval / speed.interval, Measure::physical, *hour);
  out.exact_known = way.exact_known && speed.exact_known && !speed.exact.is_zero();
  if (out.exact_known) out.exact = divide(way.exact, speed.exact);
  return out;
}

/// "every 15 minutes": its TIMEX value is P, an optional T, a number and the letter of a unit.
Value interval_of(Scope const& scope, Arguments in) {
  if (in[0].claim == nullptr || in[0].claim->kind != Kind::recurrence || !in[0].claim->time) return {};
  std::string_view text = in[0].claim->time->value;
  if (text.size() < 3 || text.front() != 'P') return {};
  text.remove_prefix(1);
  bool const of_a_day = text.front() == 'T';
  if (of_a_day) text.remove_prefix(1);
  auto const number = Decimal::parse(text.substr(0, text.size() - 1));
  std::string_view unit;
  switch (text.back()) {
  case 'S':
    unit = "s";
    break;
  case 'M':
    unit = of_a_day ? "min" : "mo";
    break;
  case 'H':
    unit = "h";
    break;
  case 'D':
    unit = "d";
    break;
  case 'W':
    unit = "wk";
    break;
  default:
    return {};
  }
  auto const known = scope.units().find(unit);
  if (!number || !(*number > Decimal{0}) || !known) return {};
  return Value::point(*number, Measure::physical, *known);
}

} // namespace

std::vector<Function> motion_functions() {
  return {{"interval_of", "x", 'D', "interval_of(recurrence)",
           "the time of `every 15 minutes`; unknown for `every Monday`", "", interval_of},
          {"travel_time", "ff", 'D', "travel_time(distance, speed)", "the time that the distance takes at the speed",
           "{1} / {2}", travel_time}};
}

} // namespace claimcheck::rules
