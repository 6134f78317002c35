#include "rules/binding.hpp"

#include <array>

namespace claimcheck::rules {
namespace {

constexpr std::array groups{Group::temporal, Group::quantity, Group::number, Group::share,    Group::money,
                            Group::contest,  Group::age,      Group::rate,   Group::direction};

template <class Predicate>
KindMask kinds_where(Predicate&& accept) {
  KindMask out = 0;
  for (int i = 0; i <= static_cast<int>(Kind::direction); ++i)
    if (accept(static_cast<Kind>(i))) out |= bit(static_cast<Kind>(i));
  return out;
}

KindMask one_word(std::string_view word) {
  if (auto const kind = kind_named(word)) return bit(*kind);
  if (auto const group = group_named(word)) return kinds_where([&](Kind k) { return group_of(k) == *group; });
  if (word == "figure") return kinds_where([](Kind k) { return is_figure(k); });
  if (word == "any") return kinds_where([](Kind) { return true; });
  if (word == "place") return place_bit;
  if (word == "person") return person_bit;
  return 0;
}

} // namespace

KindMask kinds_named(std::string_view text, std::string& unknown) {
  KindMask out = 0;
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('|'), text.size());
    KindMask const mask = one_word(text.substr(0, end));
    if (mask == 0) {
      unknown = std::string(text.substr(0, end));
      return 0;
    }
    out |= mask;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> kind_words() {
  std::vector<std::string> out{"figure", "any", "place", "person"};
  for (Group const group : groups) out.emplace_back(name_of(group));
  for (int i = 0; i <= static_cast<int>(Kind::direction); ++i) out.emplace_back(name_of(static_cast<Kind>(i)));
  return out;
}

Value value_of(Scope const& scope, Claim const& claim) {
  Value out = value_of(claim);
  if (out.base != Base::figure) return out;
  Unit const& unit = scope.units()[out.unit];
  if (out.unit != no_unit && unit.dimension.exponent[Dimension::money] != 0) out.measure = Measure::money;
  if (out.unit != no_unit && out.measure == Measure::plain && !unit.dimension.is_none())
    out.measure = Measure::physical;
  out.dimension = out.unit == no_unit ? Dimension{} : unit.dimension;
  return out;
}

Value converted(Scope const& scope, Value const& value, UnitId unit) {
  if (value.base != Base::figure) return {};
  if (value.unit == unit) return value;
  UnitTable const& units = scope.units();
  if (!units.convertible(value.unit, unit)) return {};
  Value out = value;
  out.unit = unit;
  out.dimension = units[unit].dimension;
  out.interval = units.convert(value.interval, value.unit, unit, value.difference);
  if (value.exact_known) out.exact = units.convert(value.exact, value.unit, unit, Rounding::nearest, value.difference);
  out.rounding = units.convert(value.rounding, value.unit, unit, Rounding::up, true);
  out.claim = nullptr;
  return out;
}

} // namespace claimcheck::rules
