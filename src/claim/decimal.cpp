#include "claim/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace claimcheck {
namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
using Wide = __int128;
using Unsigned = unsigned __int128;
#pragma GCC diagnostic pop

constexpr std::int64_t limit = 1'000'000'000'000'000'000; // 10^18
constexpr std::int32_t most = 1000;                       // powers beyond it are no figures of a text

constexpr Wide widest = static_cast<Wide>(limit) * limit * 10; // 10^37: ten times as much still fits into 127 bits

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
  case Rounding::down:
    return negative ? quotient - 1 : quotient;
  case Rounding::up:
    return negative ? quotient : quotient + 1;
  case Rounding::nearest:
    break;
  }
  Wide const twice = (remainder < 0 ? -remainder : remainder) * 2;
  if (twice < divisor) return quotient;
  return negative ? quotient - 1 : quotient + 1;
}

/// How many digits a number beyond the limit has too many.
int excess_digits(Unsigned magnitude) {
  int drop = 1;
  for (Unsigned bound = static_cast<Unsigned>(limit) * 10; drop < 21 && magnitude >= bound; bound *= 10) ++drop;
  return drop;
}

/// `fit` where the digits or the power do not fit as they are.
Decimal squeeze(Wide coefficient, std::int64_t exponent, Rounding rounding) {
  bool const negative = coefficient < 0;
  while (coefficient >= limit || coefficient <= -limit) { // twice only where rounding carries into a 19th digit
    int const drop = excess_digits(static_cast<Unsigned>(negative ? -coefficient : coefficient));
    Wide const divisor =
        drop <= 18 ? Wide{power_of_ten(drop)} : static_cast<Wide>(power_of_ten(18)) * power_of_ten(drop - 18);
    coefficient = settle(coefficient / divisor, coefficient % divisor, divisor, negative, rounding);
    exponent += drop;
  }
  if (coefficient == 0) return {0, static_cast<std::int32_t>(std::clamp<std::int64_t>(exponent, -most, most))};
  if (exponent < -most) {
    Wide const divisor = power_of_ten(static_cast<int>(std::min<std::int64_t>(-most - exponent, 18)));
    Wide rest = coefficient % divisor;
    if (exponent < -most - 18) rest = negative ? -1 : 1; // less than a tenth of the least place
    coefficient = settle(coefficient / divisor, rest, divisor, negative, rounding);
    exponent = -most;
  }
  while (exponent > most && coefficient < limit / 10 && coefficient > -limit / 10) {
    coefficient *= 10;
    --exponent;
  }
  if (exponent > most) return {negative ? 1 - limit : limit - 1, most};
  return {static_cast<std::int64_t>(coefficient), static_cast<std::int32_t>(exponent)};
}

/// A number of at most 38 digits cut to 18, its exponent brought into range: below the least exponent it is rounded to
/// a multiple of that place, above the greatest it stays at the largest number there is.
Decimal fit(Wide coefficient, std::int64_t exponent, Rounding rounding) {
  bool const fits = coefficient < limit && coefficient > -limit && exponent >= -most && exponent <= most;
  return fits ? Decimal{static_cast<std::int64_t>(coefficient), static_cast<std::int32_t>(exponent)}
              : squeeze(coefficient, exponent, rounding);
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
  bool full = false, round_up = false; // by the first digit that finds no room
  for (; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      any = true;
      if (value < limit / 10) {
        value = value * 10 + (c - '0');
        if (point) --exponent;
      } else {
        if (!full) round_up = c >= '5';
        full = true;
        if (!point) ++exponent;
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
  if (round_up) ++value;
  return fit(negative ? -value : value, exponent, Rounding::nearest);
}

Decimal Decimal::from_double(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 40> buffer{};
  auto const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14).ptr;
  return parse({buffer.data(), static_cast<std::size_t>(end - buffer.data())}).value_or(Decimal{}).normalized();
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
  std::string const text = std::to_string(coefficient) + 'e' + std::to_string(exponent);
  double value = 0; // stays so where the number is too small for a double
  auto const error = std::from_chars(text.data(), text.data() + text.size(), value).ec;
  if (error == std::errc::result_out_of_range && exponent > 0) return coefficient < 0 ? -HUGE_VAL : HUGE_VAL;
  return value;
}

std::string Decimal::to_string() const {
  if (coefficient == 0)
    return exponent < 0 && exponent > -12 ? "0." + std::string(static_cast<std::size_t>(-exponent), '0') : "0";
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
  std::int64_t const drop = std::int64_t{place} - exponent;
  bool const negative = coefficient < 0;
  if (drop > 18) {
    bool const away =
        coefficient != 0 && ((rounding == Rounding::up && !negative) || (rounding == Rounding::down && negative));
    return fit(away ? (negative ? -1 : 1) : 0, place, rounding);
  }
  Wide const divisor = power_of_ten(static_cast<int>(drop));
  return fit(settle(coefficient / divisor, coefficient % divisor, divisor, negative, rounding), place, rounding);
}

Decimal Decimal::significant(int digits, Rounding rounding) const {
  int const have = digits_of(coefficient);
  return have <= digits ? *this : rounded_to(exponent + have - digits, rounding);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  if (a.exponent == b.exponent) return a.coefficient <=> b.coefficient;
  int const sign_a = (a.coefficient > 0) - (a.coefficient < 0);
  int const sign_b = (b.coefficient > 0) - (b.coefficient < 0);
  if (sign_a != sign_b) return sign_a <=> sign_b;
  if (sign_a == 0) return sign_a <=> sign_b;
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
  if (shift <= 18)
    return fit(static_cast<Wide>(a.coefficient) * power_of_ten(shift) + b.coefficient, b.exponent, rounding);
  if (a.coefficient == 0) return b;
  if (b.coefficient == 0) return fit(a.coefficient, a.exponent, rounding);
  // The sum may have more digits than fit: a goes to 37 of them at most, and of b counts what reaches so far, with one
  // more digit that stands for all of the rest. That one is far behind the 18th, so that it decides the rounding and
  // nothing else.
  Wide sum = a.coefficient;
  int raised = 0;
  for (; raised < shift && sum < widest / 10 && sum > -widest / 10; ++raised) sum *= 10;
  int const cut = shift - raised; // places of b below the last of the sum
  std::int64_t const divisor = cut <= 18 ? power_of_ten(cut) : 0;
  std::int64_t const whole = cut <= 18 ? b.coefficient / divisor : 0;
  bool const rest = cut > 18 || b.coefficient % divisor != 0;
  sum = (sum + whole) * 10 + (rest ? (b.coefficient > 0 ? 1 : -1) : 0);
  return fit(sum, std::int64_t{a.exponent} - raised - 1, rounding);
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
  Wide const enough = denominator * (limit / 10); // from here on the quotient has 18 digits
  while (numerator < enough && numerator < static_cast<Wide>(limit) * limit) {
    numerator *= 10;
    --exponent;
  }
  Wide quotient = numerator / denominator;
  Wide const remainder = numerator % denominator;
  if (remainder == 0) return fit(negative ? -quotient : quotient, exponent, rounding).normalized();
  // Rounded once, by fit: the next digit, and a last one that only says that there is more.
  quotient = quotient * 10 + remainder * 10 / denominator;
  quotient = quotient * 10 + (remainder * 10 % denominator != 0 ? 1 : 0);
  return fit(negative ? -quotient : quotient, exponent - 2, rounding);
}

} // namespace claimcheck
