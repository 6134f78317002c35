// What the figure grammars read, before it becomes a claim.
#pragma once

#include <array>
#include <cstdint>

#include "claim/claim.hpp"
#include "grammars/numeral_types.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck::grammar {

/// What stands behind a number.
struct Tail {
  TailKind kind = TailKind::none;
  UnitId unit = no_unit;     ///< for unit and currency
  std::int32_t parts = 1;    ///< 100 for cents
  std::int32_t power = 0;    ///< 6 for MUSD
  UnitId currency = no_unit; ///< of a word that names a unit and a currency: "pounds"
  bool ambiguous = false;    ///< the word also means something else ("pounds", "seconds")
  bool hyphen = false;       ///< "10-mile": an adjective
  bool glued = false;        ///< "10km"
  char const* begin = nullptr;
  char const* end = nullptr;
};

/// A number with what belongs to it: "$1.2 million", "5 km", "several".
struct Amount {
  char const* begin = nullptr;
  char const* end = nullptr;
  CurrencyWord sign; ///< unit is no_unit where no currency sign stands before the number
  Numeral number;
  bool vague = false; ///< `bounds` instead of a number
  VagueAmount bounds;
  char const* number_end = nullptr; ///< before an abbreviated scale and the tail
  std::int32_t glued_power = 0;     ///< an abbreviated scale touches the digits: "5m", "350k"
  char const* glued_end = nullptr;
  Tail tail;
};

/// How the ends of a range were joined: 10 to 15, 10-15, two or three, between 10 and 15.
enum class RangeMark : std::uint8_t { none, by_to, by_dash, by_or, by_and };

/// Numerator of a rate's base: "a month", "per 100,000", "per square mile".
struct Per {
  bool present = false;
  UnitId unit = no_unit;
  Decimal amount{1};
  char const* begin = nullptr; ///< of the base's words
  char const* end = nullptr;
};

struct FigureReading {
  Hedge hedge = Hedge::none;
  char const* hedge_begin = nullptr;
  char const* hedge_end = nullptr;
  Hedge after = Hedge::none; ///< "or so", "or more", "-plus"
  Amount first;
  Amount second; ///< of a range
  RangeMark mark = RangeMark::none;
  std::array<Amount, 2> smaller; ///< of a compound: feet and inches, years and months
  std::uint8_t smaller_count = 0;
  Amount margin; ///< of a measurement: 2,000.45±0.01 pounds
  bool has_margin = false;
  Per per;
  char const* end = nullptr;
};

} // namespace claimcheck::grammar
