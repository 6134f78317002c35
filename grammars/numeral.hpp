// Numerals.
//
//   12   1,500   2,019   1,23,456   -40   3.25   .5   2½   1/4   3-1/2   3 1/2   5.5x10^-3   1e6
//   1.5 million   1.5-million   47 mln   1.5 lakh   three hundred thousand
//   twelve   twenty-one   one hundred and one   eleven hundred   three thousand, two hundred and six   five point three
//   a hundred   a dozen   three dozen   half a million   half a dozen   two and a half   two and a half million
//   a million and a half   a quarter of a million   three-quarters of a billion
//
// not: 3.2.1 (a version), 192.168.0.1, 12abc; abbreviated scales that touch the digits ("5m", "350k") are left to the
// caller, who knows whether metres or millions are meant.
#pragma once

#include "grammars/context.hpp"
#include "grammars/numeral_types.hpp"

namespace claimcheck::grammar {

struct numeral_class;
using numeral_type = x3::rule<numeral_class, Numeral>;
inline numeral_type const numeral{"number"};
BOOST_SPIRIT_DECLARE(numeral_type)

struct cardinal_class;
using cardinal_type = x3::rule<cardinal_class, Numeral>;
inline cardinal_type const cardinal{"number in words"};
BOOST_SPIRIT_DECLARE(cardinal_type)

struct digits_class;
using digits_type = x3::rule<digits_class, Numeral>;
inline digits_type const digit_numeral{"number in digits"};
BOOST_SPIRIT_DECLARE(digits_type)

} // namespace claimcheck::grammar
