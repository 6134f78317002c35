// The grammar of numeral.hpp. An action that changes _val comes only after everything that can fail in its branch.
#pragma once

#include "grammars/digits.hpp"
#include "grammars/number_word.hpp"
#include "grammars/numeral.hpp"

namespace claimcheck::grammar {

namespace numeral_detail {

inline Decimal share(Fraction f) { return divide(Decimal{f.numerator}, Decimal{f.denominator}); }
inline Decimal scaled(Decimal value, int power) { return {value.coefficient, value.exponent + power}; }

// Actions on a Numeral.
auto const set = [](auto& ctx) {
  x3::_val(ctx).value = Decimal{x3::_attr(ctx)};
  x3::_val(ctx).words = true;
};
auto const plus = [](auto& ctx) { x3::_val(ctx).value = x3::_val(ctx).value + Decimal{x3::_attr(ctx)}; };
auto const plus_numeral = [](auto& ctx) { x3::_val(ctx).value = x3::_val(ctx).value + x3::_attr(ctx).value; };
auto const take = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
auto const one = [](auto& ctx) {
  x3::_val(ctx).value = Decimal{1};
  x3::_val(ctx).words = x3::_val(ctx).article = true;
};
auto const scale_by = [](auto& ctx) {
  x3::_val(ctx).value = scaled(x3::_val(ctx).value, x3::_attr(ctx));
  x3::_val(ctx).scaled = true;
  x3::_val(ctx).scale = x3::_attr(ctx);
};
auto const dozens = [](auto& ctx) {
  x3::_val(ctx).dozens = x3::_val(ctx).value > Decimal{1};
  x3::_val(ctx).value = x3::_val(ctx).value * Decimal{x3::_attr(ctx)};
  x3::_val(ctx).scaled = true;
};
auto const plus_fraction =
    [](auto& ctx) { // "two and a half", "2½", "3-1/2"; "a million and a half" adds half a million
      // "$6.12-1/2" adds half a cent.
      Numeral& n = x3::_val(ctx);
      std::int32_t const place = n.point && !n.scaled ? n.value.exponent : n.scale;
      n.value = n.value + scaled(share(x3::_attr(ctx)), place);
      n.fraction = true;
    };
auto const set_fraction = [](auto& ctx) {
  x3::_val(ctx).value = share(x3::_attr(ctx));
  x3::_val(ctx).fraction = true;
};
auto const set_word_fraction = [](auto& ctx) {
  x3::_val(ctx).value = share(x3::_attr(ctx));
  x3::_val(ctx).fraction = x3::_val(ctx).words = true;
};

struct below_hundred_class;
struct group_class;
struct slash_class;
struct of_scale_class;
struct point_class;
x3::rule<below_hundred_class, Numeral> const below_hundred{"a number below a hundred"};
x3::rule<group_class, Numeral> const group{"a number below a thousand"};
x3::rule<slash_class, Fraction> const slash_fraction{"a fraction"};
x3::rule<of_scale_class, Numeral> const part_of_scale{"a part of a scale word"};
x3::rule<point_class, Numeral> const point_words{"digits in words"};

auto const unit = number_word<NumberWord::unit>;
auto const teen = number_word<NumberWord::teen>;
auto const tens = number_word<NumberWord::tens>;
auto const scale = number_word<NumberWord::scale>;
auto const dozen = number_word<NumberWord::dozen>;
auto const article = (literal<"an"> | x3::lit('a')) >> word_end;
auto const joint = dash | space; // twenty-one, twenty one
auto const and_ = space >> (word<"and"> | '&') >> space;
auto const comma_or_and = (x3::lit(',') >> space >> -(word<"and"> >> space)) | and_ | space;
auto const half = lex<&Lexicon::fractions>; // half, quarter(s), thirds ...

auto const hundred = x3::rule<struct hundred_class, std::int32_t>{"hundred"} = &literal<"hundred"> >> scale;

auto const below_hundred_def = (tens[set] >> -(joint >> unit[plus])) | teen[set] | unit[set];
// "eleven hundred", "one hundred and one"
auto const group_def = below_hundred[take] >>
                       -(joint >> hundred[scale_by] >> -(comma_or_and >> !scale >> below_hundred[plus_numeral]));

// 1/2, 3/4: small denominators only, the numerator below it. "9/11" is a date, "24/7" an idiom: the caller's guards see
// to them.
auto const slash_value = [](auto& ctx) {
  using boost::fusion::at_c;
  x3::_val(ctx) =
      Fraction{static_cast<std::int32_t>(at_c<0>(x3::_attr(ctx))), static_cast<std::int32_t>(at_c<1>(x3::_attr(ctx)))};
};
inline char const* slash_behind_digits(char const* p, char const* last, TextContext const&) {
  char const* end = p;
  while (end != last && end - p < 3 && *end >= '0' && *end <= '9') ++end;
  return end != p && end != last && *end == '/' ? p : nullptr;
}
auto const small_number = x3::uint_parser<unsigned, 10, 1, 2>{};
auto const proper = [](auto& ctx) {
  using boost::fusion::at_c;
  unsigned const d = at_c<1>(x3::_attr(ctx));
  bool const usual = (d >= 2 && d <= 10) || d == 12 || d == 16 || d == 20 || d == 32 || d == 64;
  x3::_pass(ctx) = at_c<0>(x3::_attr(ctx)) < d && at_c<0>(x3::_attr(ctx)) > 0 && usual;
};
auto const slash_shape = small_number >> '/' >> small_number >> !(digit | x3::lit('/'));
// Other denominators only where "of" says that a part is meant: 1/40 of the wavelength.
auto const part_of = [](auto& ctx) {
  x3::_pass(ctx) = boost::fusion::at_c<0>(x3::_attr(ctx)) < boost::fusion::at_c<1>(x3::_attr(ctx));
};
auto const slash_of = small_number >> '/' >> x3::uint_parser<unsigned, 10, 1, 4>{} >> &(space >> word<"of">);
auto const slash_fraction_def = scan<&slash_behind_digits> >> ((&slash_shape[proper] >> slash_shape[slash_value]) |
                                                               (&slash_of[part_of] >> slash_of[slash_value]));

// A scale word after digits or words: " million", "-million", "million". Also "47 mln".
auto const scale_tail = x3::rule<struct scale_tail_class, std::int32_t>{"scale"} =
    (-(space | dash) >> scale) | (space >> exact<&Lexicon::spaced_scales>);
// and a half, and one-half, and three-quarters
struct mixed_part_class;
x3::rule<mixed_part_class, Fraction> const mixed_part{"a part behind and"};
auto const set_part = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
auto const set_count = [](auto& ctx) { x3::_val(ctx).numerator = x3::_attr(ctx); };
auto const count_parts = [](auto& ctx) {
  Fraction const part = x3::_attr(ctx);
  x3::_pass(ctx) = x3::_val(ctx).numerator < part.denominator;
  x3::_val(ctx) = {x3::_val(ctx).numerator * part.numerator, part.denominator};
};
auto const mixed_part_def = (article >> (dash | space) >> half[set_part]) |
                            (unit[set_count] >> (dash | space) >> half[count_parts] >> !(space >> word<"of">));
auto const and_half_digits = (dash | space) >> word<"and"> >> (dash | space) >> article >> (dash | space) >> half;
auto const and_a_half = (dash | space) >> word<"and"> >> (dash | space) >> mixed_part;
auto const dozen_tail = joint >> dozen;

// half a million, half-a-dozen, a quarter of a million, three-quarters of a billion, half million
auto const of_a = ((dash | space) >> -(word<"of"> >> space) >> article >> (dash | space)) | (dash | space);
auto const scale_word_of = x3::rule<struct scale_of_class, Decimal>{"million"} =
    scale[([](auto& ctx) {
      x3::_val(ctx) = Decimal{1, x3::_attr(ctx)};
    })] |
    dozen[([](auto& ctx) { x3::_val(ctx) = Decimal{x3::_attr(ctx)}; })];
auto const times_scale = [](auto& ctx) {
  x3::_val(ctx).value = (x3::_val(ctx).value * x3::_attr(ctx)).normalized();
  x3::_val(ctx).scaled = true;
};
auto const numerators = [](auto& ctx) {
  x3::_val(ctx).value = x3::_val(ctx).value * share(x3::_attr(ctx));
  x3::_val(ctx).fraction = true;
};
auto const part = (below_hundred[take] >> joint >> half[numerators]) | (-(article >> space) >> half[set_word_fraction]);
auto const part_of_scale_def = part >> of_a >> scale_word_of[times_scale];

// five point three three
auto const more_digits = [](auto& ctx) {
  Numeral& n = x3::_val(ctx);
  n.value = Decimal{n.value.coefficient * 10 + x3::_attr(ctx), n.value.exponent - 1};
  n.point = true;
};
auto const point_words_def = below_hundred[take] >> space >> word<"point"> >>
                             x3::repeat(1, 6)[space >> unit[more_digits]];

struct chain_class;
x3::rule<chain_class, Numeral> const chain{"a number in words"};
auto const add_group = [](auto& ctx) { // three thousand + two hundred and six
  x3::_val(ctx).value = x3::_val(ctx).value + x3::_attr(ctx).value;
};
auto const thousands = [](auto& ctx) { x3::_pass(ctx) = x3::_val(ctx).scale >= 2; };
struct scaled_group_class;
x3::rule<scaled_group_class, Numeral> const scaled_group{"a scaled number"};
auto const scaled_group_def = (group[take] | (article >> x3::eps[one] >> &(space >> (scale | dozen)))) >>
                              -and_a_half[plus_fraction] >> *(joint >> !dozen >> scale[scale_by]) >>
                              -dozen_tail[dozens];
auto const chain_def = scaled_group[take] >> -(and_a_half[plus_fraction]) >>
                       *(comma_or_and >> &(group >> joint >> scale) >> scaled_group[add_group]) >>
                       -(x3::eps[thousands] >> comma_or_and >> group[add_group] >> !(space >> scale));

} // namespace numeral_detail

namespace nd = numeral_detail;

// The article alone is no number: it needs a scale word ("a hundred", "a dozen"), which scaled_group asks for.
auto const cardinal_def = lone_number[nd::set] | nd::part_of_scale[nd::take] |
                          (nd::point_words[nd::take] >> -nd::scale_tail[nd::scale_by]) | nd::chain[nd::take];

auto const negative = [](auto& ctx) {
  x3::_val(ctx).value = x3::_val(ctx).value.negated();
  x3::_val(ctx).negative = true;
};
auto const slash_alone = [](auto& ctx) {
  x3::_val(ctx).value = nd::share(x3::_attr(ctx));
  x3::_val(ctx).fraction = true;
};
auto const digit_numeral_def = (nd::slash_fraction[slash_alone] |
                                (digits[nd::take] >> -(lex<&Lexicon::glyphs>[nd::plus_fraction] |
                                                       ((dash | space) >> nd::slash_fraction[nd::plus_fraction]))) |
                                lex<&Lexicon::glyphs>[nd::set_fraction]) >>
                               -(nd::and_half_digits[nd::plus_fraction]) >>
                               -(+nd::scale_tail[nd::scale_by] >> -(nd::and_half_digits[nd::plus_fraction])) >>
                               -nd::dozen_tail[nd::dozens];

auto const numeral_def = if_number >> ((!letter >> digit_numeral[nd::take]) | (&letter >> cardinal[nd::take]));

namespace numeral_detail {
BOOST_SPIRIT_DEFINE(mixed_part, below_hundred, group, slash_fraction, part_of_scale, point_words, scaled_group, chain)
}
BOOST_SPIRIT_DEFINE(cardinal, digit_numeral, numeral)

} // namespace claimcheck::grammar
