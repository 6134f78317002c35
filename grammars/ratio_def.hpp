// The grammar of ratio.hpp.
#pragma once

#include "grammars/number_word.hpp"
#include "grammars/numeral.hpp"
#include "grammars/ratio.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::grammar {

namespace ratio_detail {

auto const set_hedge = [](auto& ctx) { x3::_val(ctx).hedge = x3::_attr(ctx); };
auto const whole = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  x3::_pass(ctx) = n.value.is_integer() && !n.value.is_negative() && !n.scaled && !n.value.is_zero();
  x3::_val(ctx).first = n.value;
  x3::_val(ctx).words = n.words;
};
/// The base of a share: more than the part, and no year ("one in 2019").
auto const base = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  bool const year = !n.words && !n.grouped && n.digits == 4 && n.value > Decimal{1800} && n.value < Decimal{2100};
  x3::_pass(ctx) = n.value.is_integer() && n.value > x3::_val(ctx).first && !year && x3::_val(ctx).first < Decimal{100};
  x3::_val(ctx).second = n.value;
};
auto const other = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  x3::_pass(ctx) = n.value.is_integer() && !n.value.is_zero() && !n.scaled && n.value < Decimal{1000};
  x3::_val(ctx).second = n.value;
  x3::_val(ctx).colon = true;
};
auto const part = [](auto& ctx) {
  Fraction const f = x3::_attr(ctx);
  Decimal const n = x3::_val(ctx).words ? x3::_val(ctx).first : Decimal{1};
  x3::_val(ctx).first = multiply(n, Decimal{f.numerator});
  x3::_val(ctx).second = Decimal{f.denominator};
  x3::_pass(ctx) = !(x3::_val(ctx).first > x3::_val(ctx).second);
  x3::_val(ctx).words = true;
};
auto const article = [](auto& ctx) {
  x3::_val(ctx).first = Decimal{1};
  x3::_val(ctx).words = true;
};

auto const million = [](auto& ctx) { x3::_val(ctx).second = Decimal{1, x3::_attr(ctx)}; };

auto const hedge = hedge_word[set_hedge] >> here<&RatioReading::hedge_end> >> space;
auto const out_of = (word<"in"> | (word<"out"> >> space >> word<"of">)) >> space >>
                    -((word<"every"> | word<"each">) >> space);
auto const of_every = word<"of"> >> space >> word<"every"> >> space;
// A duration or unit behind the base makes it one: "one in 10 days", "two in five years".
auto const no_unit_behind = !((space | dash) >> tail_word) >> word_end;
auto const in_five = numeral[whole] >> space >> (out_of | of_every) >> numeral[base] >> no_unit_behind;
// one-in-five, a 1-in-300 chance, one-in-a-million; "a one-in-100-year flood" is none
auto const hyphened = numeral[whole] >> dash >> (word<"in"> | literal<"out-of">) >> dash
                      >> numeral[base] >> no_unit_behind >> !(dash >> letter);
auto const in_a_million = (word<"one"> | word<"1">) >> x3::eps[article] >> dash >> literal<"in-a-"> >>
                          number_word<NumberWord::scale>[million] >> word_end;

auto const colon = digit_numeral[whole] >> ':' >> digit_numeral[other] >>
                   !(x3::lit(':') | digit | (x3::lit('.') >> digit)) >>
                   !(-space >> (x3::lit('a') | 'p') >> -x3::lit('.') >> 'm');
auto const to_one = numeral[whole] >> dash >> literal<"to"> >> dash >> numeral[other] >> word_end;

auto const joint = dash | space;
// Behind a bare fraction word: what it is a part of. Without it "a third" is an ordinal and "half" a noun.
auto const of_what = &(space >> (word<"of"> | word<"the"> | word<"its"> | word<"their"> | word<"his"> | word<"her"> |
                                 word<"our"> | word<"all"> | word<"those"> | word<"as"> | word<"that"> | word<"were"> |
                                 word<"said"> | word<"are"> | word<"say">));
auto const plural_part = numeral[whole] >> joint >> lex<&Lexicon::fractions>[part];
auto const one_part =
    (word<"a"> | word<"an"> | word<"one">) >> x3::eps[article] >> joint >> lex<&Lexicon::fractions>[part] >> of_what;
auto const one_hyphen = word<"one"> >> x3::eps[article] >> dash >> lex<&Lexicon::fractions>[part];
auto const bare_half = x3::eps[article] >> &literal<"half"> >> lex<&Lexicon::fractions>[part] >> of_what;
// "one-hundredth of a percentage point" measures points, "a quarter of a million" counts: neither is a share.
auto const of_a_unit = space >> word<"of"> >> space >> (word<"a"> | word<"an"> | word<"one"> | x3::lit('1')) >> space >>
                       (tail_word | x3::omit[word<"point">] | (number_word<NumberWord::scale> >> word_end));
auto const lone = [](auto& ctx) { x3::_val(ctx).lone = true; };
auto const lone_part = (((word<"a"> | word<"an">) >> x3::eps[article] >> joint >> lex<&Lexicon::fractions>[part]) |
                        (&literal<"half"> >> x3::eps[article] >> lex<&Lexicon::fractions>[part])) >>
                       x3::eps[lone];
auto const fractions_ =
    (one_hyphen | one_part | bare_half | plural_part | lone_part) >> !(dash >> letter) >> !of_a_unit;

} // namespace ratio_detail

namespace rd = ratio_detail;

auto const ratio_def = -(rd::hedge) >>
                       (rd::in_five | rd::hyphened | rd::in_a_million | rd::colon | rd::to_one | rd::fractions_);

BOOST_SPIRIT_DEFINE(ratio)

} // namespace claimcheck::grammar
