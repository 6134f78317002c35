// What a claim is about. The names are those of interface.md and of the rule language.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace claimcheck {

enum class Kind : std::uint8_t {
  // temporal
  date,
  time,
  duration,
  recurrence,
  reference, ///< "now", "recently", "former": speaks of time and states none
  // figures without a physical dimension
  age,
  count,
  ordinal,
  percent,
  points,
  money,
  ratio,
  multiplier,
  rate,
  score,
  vote,
  record,
  odds,
  number,
  // physical quantities: the dimension says which
  distance,
  area,
  volume,
  mass,
  speed,
  acceleration,
  temperature,
  energy,
  power,
  pressure,
  frequency,
  data,
  data_rate,
  force,
  voltage,
  current,
  resistance,
  angle,
  density,
  concentration,
  radiation,
  luminosity,
  magnitude,
  sound,
  flow,
  fuel_economy,
  other_quantity,
  // not figures
  direction,
};

/// Kinds that rules may name together. `figure` holds every numeric kind, `any` everything.
enum class Group : std::uint8_t { temporal, quantity, number, share, money, contest, age, rate, direction };

std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);
Group group_of(Kind kind);
std::string_view name_of(Group group);
std::optional<Group> group_named(std::string_view name);

inline bool is_temporal(Kind kind) { return kind <= Kind::reference; }
inline bool is_quantity(Kind kind) { return kind >= Kind::distance && kind <= Kind::other_quantity; }
/// Has a numeric value: everything but dates, times, recurrences, vague references and directions.
inline bool is_figure(Kind kind) {
  return kind == Kind::duration || (kind > Kind::reference && kind != Kind::direction);
}

} // namespace claimcheck
