#include "claim/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace claimcheck {
namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
using Wide = __int128;
using Unsigned = unsigned __int128;
#pragma GCC diagnostic pop

constexpr std::int64_t limit = 1'000'000'000'000'000'000; // 10^18
constexpr std::int32_t most = 1000;                       // powers beyond it are no figures of a text

constexpr std::array<std::int64_t, 19> powers = [] {
  std::array<std::int64_t, 19> table{};
  std::int64_t value = 1;
  for (auto& entry : table) {
    entry = value;
    if (value < limit) value *= 10;
  }
  return table;
}();

constexpr std::int64_t power_of_ten(int n) { return powers[static_cast<std::size_t>(n)]; }

/// One step of rounding: the quotient moved by the remainder that was cut off.
Wide settle(Wide quotient, Wide remainder, Wide divisor, bool negative, Rounding rounding) {
  if (remainder == 0) return quotient;
  switch (rounding) {
  case Rounding::down: return negative ? quotient - 1 : quotient;
  case Rounding::up: return negative ? quotient : quotient + 1;
  case Rounding::nearest: break;
  }
  Wide const twice = (remainder < 0 ? -remainder : remainder) * 2;
  if (twice < divisor) return quotient;
  return negative ? quotient - 1 : quotient + 1;
}

/// Cuts a wide coefficient to 18 digits and clamps the exponent.
Decimal fit(Wide coefficient, std::int64_t exponent, Rounding rounding) {
  bool const negative = coefficient < 0;
  while (coefficient >= limit || coefficient <= -limit) {
    int drop = 1;
    Wide rest = (coefficient < 0 ? -coefficient : coefficient) / limit;
    while (rest >= 10 && drop < 18) {
      rest /= 10;
      ++drop;
    }
    Wide const divisor = power_of_ten(drop);
    coefficient = settle(coefficient / divisor, coefficient % divisor, divisor, negative, rounding);
    exponent += drop;
  }
  if (coefficient == 0) return {0, static_cast<std::int32_t>(std::clamp<std::int64_t>(exponent, -most, most))};
  while (exponent > most && coefficient < limit / 10 && coefficient > -limit / 10) {
    coefficient *= 10;
    --exponent;
  }
  return {static_cast<std::int64_t>(coefficient),
          static_cast<std::int32_t>(std::clamp<std::int64_t>(exponent, -most, most))};
}

int digits_of(std::int64_t value) {
  value = value < 0 ? -value : value;
  int n = 1;
  while (n < 18 && value >= power_of_ten(n)) ++n;
  return n;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::size_t at = 0;
  bool negative = false;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  std::int64_t value = 0;
  std::int64_t exponent = 0;
  bool any = false, point = false;
  for (; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      any = true;
      if (value < limit / 10) {
        value = value * 10 + (c - '0');
        if (point) --exponent;
      } else if (!point) {
        ++exponent;
      }
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    bool minus = false;
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) minus = text[at++] == '-';
    if (at == text.size()) return std::nullopt;
    std::int64_t power = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
      power = std::min<std::int64_t>(power * 10 + (text[at] - '0'), 100'000);
    exponent += minus ? -power : power;
  }
  if (at != text.size()) return std::nullopt;
  return fit(negative ? -value : value, exponent, Rounding::nearest);
}

Decimal Decimal::from_double(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.14e", value);
  return parse(buffer.data()).value_or(Decimal{}).normalized();
}

bool Decimal::is_integer() const { return normalized().exponent >= 0; }

double Decimal::to_double() const {
  // Powers up to 10^22 are exact in a double, so that 1.2 and 35,000 come out as the nearest double; others go by text.
  if (exponent == 0) return static_cast<double>(coefficient);
  std::int64_t const magnitude = coefficient < 0 ? -coefficient : coefficient;
  if (magnitude < (std::int64_t{1} << 53)) {
    if (exponent < 0 && exponent >= -18)
      return static_cast<double>(coefficient) / static_cast<double>(power_of_ten(-exponent));
    if (exponent > 0 && exponent <= 18)
      return static_cast<double>(coefficient) * static_cast<double>(power_of_ten(exponent));
  }
  return std::strtod((std::to_string(coefficient) + 'e' + std::to_string(exponent)).c_str(), nullptr);
}

std::string Decimal::to_string() const {
  if (coefficient == 0) return exponent < 0 && exponent > -12 ? "0." + std::string(static_cast<std::size_t>(-exponent), '0') : "0";
  std::string digits = std::to_string(coefficient < 0 ? -coefficient : coefficient);
  std::string const sign = coefficient < 0 ? "-" : "";
  if (exponent >= 0) {
    if (digits.size() + static_cast<std::size_t>(exponent) <= 21)
      return sign + digits + std::string(static_cast<std::size_t>(exponent), '0');
    return sign + digits + 'e' + std::to_string(exponent);
  }
  std::size_t const places = static_cast<std::size_t>(-exponent);
  if (places > 21) return sign + digits + 'e' + std::to_string(exponent);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return sign + digits;
}

Decimal Decimal::rounding_unit() const {
  if (coefficient == 0 || exponent < 0) return last_place();
  return {1, normalized().exponent};
}

Decimal Decimal::normalized() const {
  if (coefficient == 0) return {};
  Decimal out = *this;
  while (out.coefficient % 10 == 0) {
    out.coefficient /= 10;
    ++out.exponent;
  }
  return out;
}

Decimal Decimal::rounded_to(std::int32_t place, Rounding rounding) const {
  if (place <= exponent) return *this;
  int const drop = place - exponent;
  bool const negative = coefficient < 0;
  if (drop > 18) {
    bool const away = coefficient != 0 && ((rounding == Rounding::up && !negative) || (rounding == Rounding::down && negative));
    return {away ? (negative ? -1 : 1) : 0, place};
  }
  Wide const divisor = power_of_ten(drop);
  return fit(settle(coefficient / divisor, coefficient % divisor, divisor, negative, rounding), place, rounding);
}

Decimal Decimal::significant(int digits, Rounding rounding) const {
  int const have = digits_of(coefficient);
  return have <= digits ? *this : rounded_to(exponent + have - digits, rounding);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  int const sign_a = (a.coefficient > 0) - (a.coefficient < 0);
  int const sign_b = (b.coefficient > 0) - (b.coefficient < 0);
  if (sign_a != sign_b) return sign_a <=> sign_b;
  if (sign_a == 0 || a.exponent == b.exponent) return a.coefficient <=> b.coefficient;
  bool const swapped = a.exponent < b.exponent;
  Decimal const& high = swapped ? b : a; // the one whose coefficient is scaled up
  Decimal const& low = swapped ? a : b;
  int const shift = high.exponent - low.exponent;
  std::strong_ordering order = std::strong_ordering::equal;
  if (shift > 18) {
    // |high| >= 10^19 units of low's last place and |low| < 10^18 of them.
    order = sign_a > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  } else {
    Wide const scaled = static_cast<Wide>(high.coefficient) * power_of_ten(shift);
    order = scaled < low.coefficient   ? std::strong_ordering::less
            : scaled > low.coefficient ? std::strong_ordering::greater
                                       : std::strong_ordering::equal;
  }
  return swapped ? 0 <=> order : order;
}

Decimal add(Decimal a, Decimal b, Rounding rounding) {
  if (a.exponent < b.exponent) std::swap(a, b);
  int const shift = a.exponent - b.exponent;
  if (shift <= 18) return fit(static_cast<Wide>(a.coefficient) * power_of_ten(shift) + b.coefficient, b.exponent, rounding);
  if (a.coefficient == 0) return b;
  // b is below a's precision: scale a as far as it goes and let b only decide the rounding.
  Wide const scaled = static_cast<Wide>(a.coefficient) * power_of_ten(18);
  return fit(scaled + (b.coefficient > 0) - (b.coefficient < 0), a.exponent - 18, rounding);
}

Decimal subtract(Decimal a, Decimal b, Rounding rounding) { return add(a, b.negated(), rounding); }

Decimal multiply(Decimal a, Decimal b, Rounding rounding) {
  return fit(static_cast<Wide>(a.coefficient) * b.coefficient, std::int64_t{a.exponent} + b.exponent, rounding);
}

Decimal divide(Decimal a, Decimal b, Rounding rounding) {
  if (a.coefficient == 0 || b.coefficient == 0) return {};
  bool const negative = (a.coefficient < 0) != (b.coefficient < 0);
  Wide numerator = a.coefficient < 0 ? -static_cast<Wide>(a.coefficient) : a.coefficient;
  Wide const denominator = b.coefficient < 0 ? -static_cast<Wide>(b.coefficient) : b.coefficient;
  // Scaled so that the quotient has at least 18 digits: a < 10^18 leaves room for 10^19 in 127 bits.
  std::int64_t exponent = std::int64_t{a.exponent} - b.exponent;
  for (int step = 0; step < 2; ++step) {
    numerator *= power_of_ten(9);
    exponent -= 9;
  }
  while (numerator / denominator < limit / 10 && numerator < static_cast<Wide>(limit) * limit) {
    numerator *= 10;
    --exponent;
  }
  Wide const quotient = numerator / denominator;
  Wide const remainder = numerator % denominator;
  if (remainder == 0) return fit(negative ? -quotient : quotient, exponent, rounding).normalized();
  return fit(settle(negative ? -quotient : quotient, negative ? -remainder : remainder, denominator, negative, rounding),
             exponent, rounding);
}

} // namespace claimcheck
