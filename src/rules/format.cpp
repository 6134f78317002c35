#include "rules/format.hpp"

#include <algorithm>
#include <array>

#include "resolve/calendar.hpp"

namespace claimcheck::rules {
namespace {

std::string grouped(std::string digits) {
  std::size_t const begin = digits.front() == '-' ? 1 : 0;
  std::size_t const point = std::min(digits.find('.'), digits.size());
  if (digits.find('e') != std::string::npos || point - begin < 4) return digits;
  for (std::size_t at = point; at > begin + 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// Rounding that leaves zeros before the point: 14,571 -> 14,600.
std::int32_t place_of(Decimal value) {
  Decimal const n = value.normalized();
  std::int32_t digits = 0;
  for (std::int64_t c = n.coefficient < 0 ? -n.coefficient : n.coefficient; c > 0; c /= 10) ++digits;
  return n.exponent + digits;
}

/// How the article writes a unit: before or after the digits, and with which sign.
struct UnitForm {
  std::string text;
  bool before = false;
  bool space = true;
};

template <class Function>
void each_claim(Scope const& scope, Function&& function) {
  for (Slot const& slot : scope.binding.slots) {
    if (slot.kind == SlotKind::claim) function(scope.claim(slot.claim));
    for (ClaimId const id : slot.claims) function(scope.claim(id));
  }
}

bool is_one(Decimal value) { return value == Decimal{1}; }

/// A plain length of time.
bool is_time(Dimension const& dimension) {
  Dimension time;
  time.exponent[Dimension::time] = 1;
  return dimension == time;
}

UnitForm unit_form(Scope const& scope, UnitId id, Decimal value) {
  Unit const& unit = scope.units()[id];
  UnitForm out{unit.symbol.empty() ? unit.plural : unit.symbol, false, true};
  if (is_time(unit.dimension)) { // years, whatever the text has: "81 years old", "the 12-year-old"
    out.text = is_one(value) ? unit.name : unit.plural;
    return out;
  }
  each_claim(scope, [&](Claim const& claim) {
    if (claim.figure.unit != id || claim.unit_span.empty()) return;
    std::string const written(scope.article.document.text(claim.unit_span));
    out.before = claim.unit_span.begin <= claim.core.begin;
    out.space = !out.before && scope.article.document.plain[claim.unit_span.begin - 1] == ' ';
    out.text = written;
  });
  if (unit.dimension.exponent[Dimension::money] != 0 && out.text.size() <= 3 && !unit.symbol.empty() &&
      out.text == unit.symbol) {
    out.before = true;
    out.space = false;
  }
  if (out.text == unit.name) out.space = true;
  if (out.text == unit.name || out.text == unit.plural) out.text = is_one(value) ? unit.name : unit.plural;
  return out;
}

std::string with_unit(Scope const& scope, std::string number, Value const& value, Decimal shown) {
  if (value.measure == Measure::percent) {
    bool sign = false;
    each_claim(scope, [&](Claim const& claim) {
      sign = sign || scope.article.text(claim).find('%') != std::string_view::npos;
    });
    return number + (sign ? "%" : " percent");
  }
  if (value.measure == Measure::points) return number + (is_one(shown) ? " percentage point" : " percentage points");
  if (value.unit == no_unit) return number;
  UnitForm const form = unit_form(scope, value.unit, shown);
  if (!form.before) return number + (form.space ? " " : "") + form.text;
  bool const negative = number.front() == '-';
  return (negative ? "-" : "") + form.text + number.substr(negative ? 1 : 0);
}

} // namespace

std::string number_text(Decimal value) {
  static constexpr std::array<std::pair<int, std::string_view>, 3> scales{
      {{12, " trillion"}, {9, " billion"}, {6, " million"}}};
  Decimal const n = value.normalized();
  for (auto const& [power, word] : scales) {
    if (n.abs() < Decimal{1, power}) continue;
    if (n.exponent < power - 3) break; // too many digits: written out
    return Decimal{n.coefficient, n.exponent - power}.to_string() + std::string(word);
  }
  return grouped(n.to_string());
}

Decimal for_readers(Decimal value, Decimal precision) {
  if (value.is_zero()) return Decimal{};
  if (value.is_integer() && value.abs() < Decimal{100000}) return value;
  std::int32_t place = place_of(value) - 3;
  if (!precision.is_zero()) place = std::min(place, place_of(precision) - 1);
  return value.rounded_to(std::max(place, -6)).normalized();
}

std::string interval_text(Scope const& scope, Value const& value, Decimal precision) {
  Interval const& i = value.interval;
  auto const one = [&](Bound const& bound) { return for_readers(bound.value, precision); };
  if (i.is_everything()) return "anything";
  if (i.high.unbounded)
    return (i.low.open ? "more than " : "at least ") + with_unit(scope, number_text(one(i.low)), value, one(i.low));
  if (i.low.unbounded)
    return (i.high.open ? "less than " : "at most ") + with_unit(scope, number_text(one(i.high)), value, one(i.high));
  Decimal const low = one(i.low), high = one(i.high);
  // Half a person more or less is no other number of people.
  if (value.exact_known && value.exact.is_integer() && value.measure == Measure::plain &&
      !(subtract(i.high.value, i.low.value) > Decimal{1}))
    return number_text(value.exact);
  if (low == high) return with_unit(scope, number_text(low), value, low);
  std::string const last = with_unit(scope, number_text(high), value, high);
  // "$54 to $66", "54 to 66 miles": what stands before a number stands before both.
  return (last.find(number_text(high)) == 0 ? number_text(low) : with_unit(scope, number_text(low), value, low)) +
         " to " + last;
}

std::string date_text(TimeInterval const& when) {
  static constexpr std::string_view months[] = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
  Days const first = when.first_day(), last = when.last_day();
  auto const full = [](Days day) {
    return std::string(months[calendar::month_of(day) - 1]) + ' ' + std::to_string(calendar::day_of_month(day)) + ", " +
           std::to_string(calendar::year_of(day));
  };
  if (first == last) return full(first);
  if (when.grain == Grain::year) return std::to_string(calendar::year_of(first));
  if (first == calendar::of_year(calendar::year_of(first)).first_day() &&
      last == calendar::of_year(calendar::year_of(last)).last_day()) // a decade, a century
    return std::to_string(calendar::year_of(first)) + " to " + std::to_string(calendar::year_of(last));
  if (when.grain == Grain::month)
    return std::string(months[calendar::month_of(first) - 1]) + ' ' + std::to_string(calendar::year_of(first));
  return full(first) + " to " + full(last);
}

std::string text_of(Scope const& scope, Value const& value, Decimal precision) {
  static constexpr std::string_view days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};
  if (value.claim != nullptr) return std::string(scope.article.text(*value.claim));
  switch (value.base) {
  case Base::unknown:
    return "?";
  case Base::truth:
    return value.truth == Truth::yes ? "yes" : value.truth == Truth::no ? "no" : "unknown";
  case Base::date:
    return date_text(value.when);
  case Base::weekday:
    return std::string(days[value.weekday]);
  case Base::text:
    return std::string(value.text);
  case Base::unit:
    return scope.units()[value.unit].plural;
  case Base::dimension:
    return to_string(value.dimension);
  case Base::list: {
    std::string out;
    if (value.slot == nullptr) return out;
    auto const& ids = value.slot->claims;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out += i + 1 == ids.size() ? " and " : ", ";
      out += scope.article.text(scope.claim(ids[i]));
    }
    return out;
  }
  case Base::figure:
    break;
  }
  if (!value.exact_known) return interval_text(scope, value, precision);
  Decimal const shown = for_readers(value.exact, precision);
  return with_unit(scope, number_text(shown), value, shown);
}

} // namespace claimcheck::rules
