#include "rules/decide.hpp"

#include <array>
#include <cmath>

#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

/// To which figures a factor applies. A factor that fits by chance is a false alarm, so each is tried only where it has
/// a meaning.
enum class Of : std::uint8_t { anything, time, length, area, volume, mass };

/// Factors by which writers are off, and what they did.
struct KnownFactor {
  Decimal factor;
  Of of;
  std::string_view diagnosis;
  std::string_view units = {}; ///< the codes of the stated unit with which it makes sense; empty: any
};

constexpr std::string_view miles_and_kilometers = " km [mi_i] km/h [mi_i]/h ";
constexpr std::string_view feet_and_meters = " [ft_i] m ";
constexpr std::string_view pounds_and_kilograms = " [lb_av] kg ";

constexpr std::array known_factors{
    KnownFactor{Decimal{10}, Of::anything, "off by 10: a slipped decimal point or zero"},
    KnownFactor{Decimal{100}, Of::anything, "off by 100: a slipped decimal point, or a percentage taken for a number"},
    KnownFactor{Decimal{1000}, Of::anything, "off by 1,000: thousand, million or billion mixed up"},
    KnownFactor{Decimal{1000000}, Of::anything, "off by a million: the scale word is wrong"},
    KnownFactor{Decimal{12}, Of::time, "off by 12: months and years"},
    KnownFactor{Decimal{52}, Of::time, "off by 52: weeks and years"},
    KnownFactor{Decimal{60}, Of::time, "off by 60: minutes and hours, or seconds and minutes"},
    KnownFactor{Decimal{24}, Of::time, "off by 24: hours and days"},
    KnownFactor{Decimal{7}, Of::time, "off by 7: days and weeks"},
    KnownFactor{Decimal{1609344, -6}, Of::length,
                "off by 1.609: miles and kilometers, not converted or converted twice", miles_and_kilometers},
    KnownFactor{Decimal{2589988, -6}, Of::length, "off by 2.59: converted the wrong way, miles and kilometers",
                miles_and_kilometers},
    KnownFactor{Decimal{328084, -5}, Of::length, "off by 3.28: feet and meters", feet_and_meters},
    KnownFactor{Decimal{1076391, -5}, Of::length, "off by 10.76: converted the wrong way, feet and meters",
                feet_and_meters},
    KnownFactor{Decimal{3}, Of::length, "off by 3: feet and yards", " [ft_i] [yd_i] "},
    KnownFactor{Decimal{12}, Of::length, "off by 12: inches and feet", " [in_i] [ft_i] "},
    KnownFactor{Decimal{254, -2}, Of::length, "off by 2.54: inches and centimeters", " [in_i] cm "},
    KnownFactor{Decimal{5280}, Of::length, "off by 5,280: feet and miles", " [ft_i] [mi_i] km m "},
    KnownFactor{Decimal{2589988, -6}, Of::area, "off by 2.59: square miles and square kilometers", " km2 [smi_us] "},
    KnownFactor{Decimal{2471054, -6}, Of::area, "off by 2.47: acres and hectares", " [acr_us] har "},
    KnownFactor{Decimal{10763910, -6}, Of::area, "off by 10.76: square feet and square meters", " [sft_i] m2 "},
    KnownFactor{Decimal{640}, Of::area, "off by 640: acres and square miles", " [acr_us] [smi_us] "},
    KnownFactor{Decimal{43560}, Of::area, "off by 43,560: square feet and acres", " [sft_i] [acr_us] "},
    KnownFactor{Decimal{27878400}, Of::area, "converted as square miles, not square feet"},
    KnownFactor{Decimal{3785412, -6}, Of::volume, "off by 3.785: gallons and liters", " [gal_us] L "},
    KnownFactor{Decimal{2204623, -6}, Of::mass, "off by 2.2: pounds and kilograms", pounds_and_kilograms},
    KnownFactor{Decimal{4860367, -6}, Of::mass, "off by 4.86: converted the wrong way, pounds and kilograms",
                pounds_and_kilograms},
    KnownFactor{Decimal{16}, Of::mass, "off by 16: ounces and pounds", " [oz_av] [lb_av] "},
};

bool has_unit(std::string_view codes, Scope const& scope, UnitId unit) {
  return codes.empty() || codes.find(' ' + scope.units()[unit].code + ' ') != std::string_view::npos;
}

bool applies(Of of, Scope const& scope, Value const& value) {
  if (of == Of::anything) return true;
  if (of == Of::time && (value.is_rate() || value.measure == Measure::money)) return true;
  if (value.measure != Measure::physical || value.unit == no_unit) return false;
  auto const& exponent = scope.units()[value.unit].dimension.exponent;
  switch (of) {
  case Of::time:
    return exponent[Dimension::time] != 0;
  case Of::length:
    return exponent[Dimension::length] == 1;
  case Of::area:
    return exponent[Dimension::length] == 2;
  case Of::volume:
    return exponent[Dimension::length] == 3;
  case Of::mass:
    return exponent[Dimension::mass] == 1;
  case Of::anything:
    break;
  }
  return true;
}

/// What stands for a figure in a ratio: its value, else the middle of its interval, else its only end.
double representative(Value const& value) {
  if (value.exact_known) return value.exact.to_double();
  Interval const& a = value.interval;
  if (a.bounded()) return a.middle().to_double();
  return a.low.unbounded ? a.high.value.to_double() : a.low.value.to_double();
}

} // namespace

Decision judge(Scope const& scope, Value const& computed, Value const& stated, double near_miss, bool diagnose) {
  Decision out;
  Value a = computed, b = stated;
  if (!in_one_unit(scope, a, b)) return out;
  if (meet(a.interval, b.interval)) {
    out.verdict = Verdict::agrees;
    return out;
  }
  Decimal const apart = gap(a.interval, b.interval);
  Decimal const unit = a.rounding < b.rounding ? b.rounding : a.rounding;
  // Slightly more than a unit: the conversion of an end rounds outward.
  if (!unit.is_zero() && !(apart > multiply(unit, Decimal{100001, -5}))) {
    out.verdict = Verdict::tension;
    return out;
  }
  bool const reading = b.unit != no_unit && !scope.units()[b.unit].offset.is_zero() && !b.difference;
  if (near_miss == 0 || reading) { // a ratio of temperatures on a scale with an offset says nothing
    out.verdict = Verdict::conflict;
    return out;
  }
  double const x = representative(a), y = representative(b);
  if (x == 0 || y == 0 || (x < 0) != (y < 0)) {
    // A difference of zero, or a change of sign: no ratio, so the two sides are compared with what they were computed
    // from.
    out.verdict = std::abs(x - y) <= std::max(std::abs(x), std::abs(y)) * near_miss && near_miss > 2 ? Verdict::conflict
                                                                                                     : Verdict::silent;
    return out;
  }
  double const ratio = y / x > 1 ? y / x : x / y;
  if (diagnose) {
    Value const& larger = y / x > 1 ? b : a;
    Value const& smaller = y / x > 1 ? a : b;
    for (auto const& known : known_factors) {
      if (!applies(known.of, scope, b) || !has_unit(known.units, scope, b.unit)) continue;
      // The roundness of a figure must not let any factor fit: it may be off by a tenth at most.
      if (!meet(smaller.interval * Interval::point(known.factor), larger.interval)) continue;
      double const exact = known.factor.to_double();
      if (ratio < exact * 0.9 || ratio > exact * 1.1) continue;
      out.verdict = Verdict::conflict;
      out.diagnosis = known.diagnosis;
      if (ratio > near_miss) out.confidence = 0.9f;
      return out;
    }
  }
  if (ratio <= near_miss) out.verdict = Verdict::conflict;
  return out;
}

} // namespace claimcheck::rules
