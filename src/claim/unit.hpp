// Units of measure and currencies. Codes are UCUM (https://ucum.org) and ISO 4217.
//
// A unit is a line of a table that the word lists fill; claims hold its index. Every physical unit knows its factor to
// the base unit of its dimension, so that conversion is one multiplication; temperatures have an offset besides.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/interval.hpp"
#include "claim/kind.hpp"

namespace claimcheck {

/// Exponents of the base dimensions; speed is {length 1, time -1}. `money` has no common base unit: see `convertible`.
struct Dimension {
  enum Base : std::uint8_t {
    length,
    mass,
    time,
    temperature,
    current,
    amount,
    luminosity,
    information,
    angle,
    money,
    bases
  };
  std::array<std::int8_t, bases> exponent{};

  bool is_none() const { return *this == Dimension{}; }
  friend bool operator==(Dimension const&, Dimension const&) = default;
};
Dimension operator*(Dimension const& a, Dimension const& b);
Dimension operator/(Dimension const& a, Dimension const& b);
/// "length", "length/time"; "none" for a pure number.
std::string to_string(Dimension const& dimension);
/// Reads what to_string writes ("length^2", "mass*length/time^2"); nothing on an unknown base.
std::optional<Dimension> dimension_named(std::string_view text);

using UnitId = std::uint16_t;
inline constexpr UnitId no_unit = 0;

struct Unit {
  std::string code;         ///< UCUM or ISO 4217, unique in the table
  std::string name;         ///< "mile"
  std::string plural;       ///< "miles"
  std::string symbol;       ///< "mi", as reports print it
  Kind kind = Kind::number; ///< the kind that a figure in this unit has
  Dimension dimension;
  Decimal factor{1}; ///< base = (value x factor / divisor) + offset
  Decimal divisor{1};
  Decimal offset{0};    ///< only for readings on a temperature scale; differences ignore it
  std::string system;   ///< "metric", "imperial", "us", "" where it does not matter
  std::string quantity; ///< what is measured, where kind and dimension do not tell: "absorbed dose"; else empty
};

/// Immutable after loading; entry 0 is "no unit".
class UnitTable {
 public:
  UnitTable();
  /// The new unit's id; the code must not be there yet.
  UnitId add(Unit unit);
  Unit const& operator[](UnitId id) const { return units_[id]; }
  std::size_t size() const { return units_.size(); }
  std::optional<UnitId> find(std::string_view code) const;

  /// Same kind of quantity and a fixed factor between them: miles and kilometres, not dollars and euros, not decibels
  /// and anything, not becquerels and hertz.
  bool convertible(UnitId from, UnitId to) const;
  /// The same measurement in another unit; both must be convertible. `difference` leaves offsets out: a rise of 2
  /// degrees Celsius is one of 3.6 degrees Fahrenheit.
  Interval convert(Interval const& value, UnitId from, UnitId to, bool difference = false) const;
  Decimal convert(Decimal value, UnitId from, UnitId to, Rounding rounding, bool difference = false) const;

 private:
  std::vector<Unit> units_;
  std::unordered_map<std::string, UnitId> by_code_;
};

} // namespace claimcheck
