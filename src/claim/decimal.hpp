// Decimal numbers as a writer wrote them: the value and the place of the last written digit.
//
// Binary floats are never used for what stands in a text: 0.1 + 0.2 must be 0.3, and "7.0" says more than "7".
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck {

/// Where a result goes that does not fit into 18 digits. Interval arithmetic rounds its ends outward.
enum class Rounding : std::uint8_t { nearest, down, up };

/// coefficient x 10^exponent. |coefficient| < 10^18, exponent in [-1000, 1000]; "1.20" is 120e-2, "3 million" is 3e6.
/// Equality and order compare values ("1.2" == "1.20"); `same_digits` compares what was written.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int32_t exponent = 0;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : coefficient(whole) {}
  constexpr Decimal(std::int64_t digits, std::int32_t power) : coefficient(digits), exponent(power) {}

  /// Reads `-12.50`, `1e6`, `.5`. Nothing when the text is not wholly a number; digits past the 18th are rounded off.
  static std::optional<Decimal> parse(std::string_view text);
  /// The nearest decimal of 15 significant digits: for results of libraries (geodesics, statistics), not for texts.
  static Decimal from_double(double value);

  bool is_zero() const { return coefficient == 0; }
  bool is_negative() const { return coefficient < 0; }
  bool is_integer() const;
  double to_double() const;
  /// Plain digits where they are short ("361.9", "1200000"), scientific beyond 21 places.
  std::string to_string() const;

  /// 10^exponent: one unit of the last written place ("7.0" -> 0.1, "35,000" -> 1).
  Decimal last_place() const { return {1, exponent}; }
  /// One unit of the last place that is not zero ("35,000" -> 1000, "7.0" -> 0.1 since its zero was written after a
  /// point).
  Decimal rounding_unit() const;
  /// Without trailing zeros in the coefficient.
  Decimal normalized() const;
  /// Rounded to a multiple of 10^place.
  Decimal rounded_to(std::int32_t place, Rounding rounding = Rounding::nearest) const;
  /// Rounded to so many significant digits.
  Decimal significant(int digits, Rounding rounding = Rounding::nearest) const;
  Decimal negated() const { return {-coefficient, exponent}; }
  Decimal abs() const { return coefficient < 0 ? negated() : *this; }

  friend bool same_digits(Decimal a, Decimal b) { return a.coefficient == b.coefficient && a.exponent == b.exponent; }
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == std::strong_ordering::equal; }
};

Decimal add(Decimal a, Decimal b, Rounding rounding = Rounding::nearest);
Decimal subtract(Decimal a, Decimal b, Rounding rounding = Rounding::nearest);
Decimal multiply(Decimal a, Decimal b, Rounding rounding = Rounding::nearest);
/// To 18 significant digits. `b` must not be zero.
Decimal divide(Decimal a, Decimal b, Rounding rounding = Rounding::nearest);

inline Decimal operator+(Decimal a, Decimal b) { return add(a, b); }
inline Decimal operator-(Decimal a, Decimal b) { return subtract(a, b); }
inline Decimal operator*(Decimal a, Decimal b) { return multiply(a, b); }

} // namespace claimcheck
