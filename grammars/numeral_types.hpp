// What a numeral states.
#pragma once

#include <cstdint>

#include "claim/decimal.hpp"

namespace claimcheck::grammar {

struct Numeral {
  Decimal value;
  bool words = false;      ///< written in words: "twelve", "half a million"
  bool article = false;    ///< begins with "a", "an": "a hundred" is softer than "one hundred"
  bool fraction = false;   ///< has a fraction sign or word: 1/4, 2½, "and a half"
  bool grouped = false;    ///< thousands separators were written: no year
  bool point = false;      ///< a decimal point was written
  bool scaled = false;     ///< a scale word or mark follows the digits: "1.5 million"
  bool negative = false;   ///< a minus sign was written
  bool dozens = false;     ///< "three dozen": counted in twelves, and no closer
  std::int32_t scale = 0;  ///< power of ten of the last scale word
  std::uint8_t digits = 0; ///< how many digits stand before the point
};

} // namespace claimcheck::grammar
