// Pairs and triples of bare numbers: scores, votes, records, odds, set scores.
//
//   3-2   217-213   5-to-4   52 to 48   6-3, 7-5   6-4, 3-6, 7-6 (7-4)   10-2   14-6-3   5-1
//
// Which of them it is, only the words near it tell; the reader asks them. not: 10-15 percent, 4-4-2, 555-1234, 2023-24
#pragma once

#include "grammars/context.hpp"

namespace claimcheck::grammar {

struct ContestReading {
  Decimal first, second, third;
  std::uint8_t numbers = 0; ///< 2 or 3
  std::uint8_t sets = 1;    ///< how many pairs: "6-3, 7-5" has 2
  bool to = false;          ///< "52 to 48": words join them
};

struct contest_class;
using contest_type = x3::rule<contest_class, ContestReading>;
inline contest_type const contest{"score"};
BOOST_SPIRIT_DECLARE(contest_type)

} // namespace claimcheck::grammar
