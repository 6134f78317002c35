// Ages.
//
//   aged 45   age 45   ages 5 to 12   at the age of 45   age of 45
//   over-65s   under-18s   over 65s   (in his) 90s   (in her early) thirties   60th birthday   turned 40   turns 18
//
// "45-year-old" is read by the figure grammar, ", 45," behind a name by the reader itself.
// not: under-21 team, age 45 minutes, aged care
#pragma once

#include "grammars/context.hpp"

namespace claimcheck::grammar {

struct AgeReading {
  Hedge hedge = Hedge::none;
  Decimal low;
  Decimal high;
  bool range = false;
  bool decade = false; ///< "90s": only after "in his"
  bool words = false;
  char const* number_begin = nullptr;
};

struct age_class;
using age_type = x3::rule<age_class, AgeReading>;
inline age_type const age{"age"};
BOOST_SPIRIT_DECLARE(age_type)

} // namespace claimcheck::grammar
