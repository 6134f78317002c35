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

} // namespace

std::vector<Function> motion_functions() {
  return {{"travel_time", "ff", 'D', "travel_time(distance, speed)", "the time that the distance takes at the speed",
           "{1} / {2}", travel_time}};
}

} // namespace claimcheck::rules
