#include "claim/unit.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, Dimension::bases> base_names{
    "length", "mass", "time", "temperature", "current", "amount", "luminosity", "information", "angle", "money"};

void append_power(std::string& out, std::size_t base, int power) {
  out += base_names[base];
  if (power != 1) out += '^' + std::to_string(power);
}

} // namespace

Dimension operator*(Dimension const& a, Dimension const& b) {
  Dimension out;
  for (std::size_t i = 0; i < out.exponent.size(); ++i)
    out.exponent[i] = static_cast<std::int8_t>(a.exponent[i] + b.exponent[i]);
  return out;
}

Dimension operator/(Dimension const& a, Dimension const& b) {
  Dimension out;
  for (std::size_t i = 0; i < out.exponent.size(); ++i)
    out.exponent[i] = static_cast<std::int8_t>(a.exponent[i] - b.exponent[i]);
  return out;
}

std::string to_string(Dimension const& dimension) {
  std::string above, below;
  for (std::size_t i = 0; i < dimension.exponent.size(); ++i) {
    int const power = dimension.exponent[i];
    if (power > 0) {
      if (!above.empty()) above += '*';
      append_power(above, i, power);
    } else if (power < 0) {
      below += '/';
      append_power(below, i, -power);
    }
  }
  if (above.empty() && below.empty()) return "none";
  return (above.empty() ? "1" : above) + below;
}

std::optional<Dimension> dimension_named(std::string_view text) {
  Dimension out;
  if (text == "none") return out;
  int sign = 1;
  while (true) {
    std::size_t const end = std::min(text.find_first_of("*/"), text.size());
    std::string_view factor = text.substr(0, end);
    int power = 1;
    if (auto const caret = factor.find('^'); caret != std::string_view::npos) {
      std::string_view const digits = factor.substr(caret + 1);
      auto const [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), power);
      if (error != std::errc{} || stop != digits.data() + digits.size() || power < 1 || power > 9) return std::nullopt;
      factor = factor.substr(0, caret);
    }
    if (factor != "1") {
      std::size_t base = 0;
      while (base < base_names.size() && base_names[base] != factor) ++base;
      if (base == base_names.size()) return std::nullopt;
      int const sum = out.exponent[base] + sign * power;
      if (sum < -99 || sum > 99) return std::nullopt;
      out.exponent[base] = static_cast<std::int8_t>(sum);
    }
    if (end == text.size()) break;
    sign = text[end] == '/' ? -1 : 1;
    text.remove_prefix(end + 1);
  }
  return out;
}

UnitTable::UnitTable() { units_.emplace_back(); }

UnitId UnitTable::add(Unit unit) {
  assert(!by_code_.contains(unit.code));
  auto const id = static_cast<UnitId>(units_.size());
  by_code_.emplace(unit.code, id);
  units_.push_back(std::move(unit));
  return id;
}

std::optional<UnitId> UnitTable::find(std::string_view code) const {
  auto const found = by_code_.find(std::string(code));
  return found == by_code_.end() ? std::nullopt : std::optional(found->second);
}

bool UnitTable::convertible(UnitId from, UnitId to) const {
  if (from == to) return true;
  if (from == no_unit || to == no_unit) return false;
  Unit const& a = units_[from];
  Unit const& b = units_[to];
  return a.kind == b.kind && a.quantity == b.quantity && a.dimension == b.dimension && !a.dimension.is_none() &&
         a.dimension.exponent[Dimension::money] == 0;
}

Decimal UnitTable::convert(Decimal value, UnitId from, UnitId to, Rounding rounding, bool difference) const {
  if (from == to) return value;
  Unit const& a = units_[from];
  Unit const& b = units_[to];
  // All factors are positive, so one direction of rounding serves the whole chain.
  Decimal base = divide(multiply(value, a.factor, rounding), a.divisor, rounding);
  if (!difference) base = subtract(claimcheck::add(base, a.offset, rounding), b.offset, rounding);
  return divide(multiply(base, b.divisor, rounding), b.factor, rounding);
}

Interval UnitTable::convert(Interval const& value, UnitId from, UnitId to, bool difference) const {
  Interval out = value;
  if (!out.low.unbounded) out.low.value = convert(out.low.value, from, to, Rounding::down, difference);
  if (!out.high.unbounded) out.high.value = convert(out.high.value, from, to, Rounding::up, difference);
  return out;
}

} // namespace claimcheck
