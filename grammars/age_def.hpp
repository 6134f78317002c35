// The grammar of age.hpp.
#pragma once

#include "grammars/age.hpp"
#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::grammar {

namespace age_detail {

/// A word of a class: in_class<&FigureWords::age_verb>.
template <auto Member>
struct ClassParser : x3::parser<ClassParser<Member>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute&) const {
    TextContext const& text = text_of(ctx);
    auto const found = text.longest(*(text.lexicon->figure_words.*Member), first, last);
    if (!found) return false;
    first = found.end;
    return true;
  }
};
template <auto Member>
inline constexpr ClassParser<Member> in_class{};

auto const low = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  x3::_pass(ctx) = !n.scaled && !n.negative && n.value < Decimal{150};
  x3::_val(ctx).low = n.value;
  x3::_val(ctx).words = n.words;
};
auto const high = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  x3::_pass(ctx) = !n.scaled && n.value > x3::_val(ctx).low && n.value < Decimal{150};
  x3::_val(ctx).high = n.value;
  x3::_val(ctx).range = true;
};
auto const bound = [](auto& ctx) { x3::_val(ctx).hedge = x3::_attr(ctx); };
auto const decade = [](auto& ctx) {
  x3::_val(ctx).low = Decimal{static_cast<std::int64_t>(x3::_attr(ctx))};
  x3::_val(ctx).decade = true;
};

auto const number = here<&AgeReading::number_begin>;
auto const or_over = [](auto& ctx) { x3::_val(ctx).hedge = x3::_attr(ctx); };
auto const no_unit = !((space | dash) >> tail_word);
auto const to = (space >> (word<"to"> | word<"through">) >> space) | (-space >> dash >> -space);
auto const and_ = space >> word<"and"> >> space;

// "aged 5 and 9" are two ages; "aged between 5 and 9", "between the ages of 5 and 9" is a range
auto const between_ages = (word<"between"> | word<"of">) >> space >> -(hedge_word[bound] >> space) >> number
                          >> numeral[low] >> (and_ | to) >> numeral[high];
auto const one_or_range = -((word<"of"> | word<"from">) >> space) >> -(hedge_word[bound] >> space) >> number
                          >> numeral[low] >> -(to >> numeral[high]) >>
                          -(-space >> lex<&Lexicon::hedges_after>[or_over]);
auto const aged = in_class<&FigureWords::age_before> >> space >> (between_ages | one_or_range) >> no_unit >> word_end;
auto const after_age = in_class<&FigureWords::age_after>;
auto const adult = [](auto& ctx) {
  Numeral const& n = x3::_attr(ctx);
  x3::_pass(ctx) =
      !n.scaled && !n.negative && !n.point && !n.fraction && n.value > Decimal{9} && n.value < Decimal{123};
  x3::_val(ctx).low = n.value;
  x3::_val(ctx).words = n.words;
};
auto const turned_low = [](auto& ctx) { // "turn one at a time" is no age
  low(ctx);
  if (x3::_attr(ctx).words && x3::_attr(ctx).value == Decimal{1}) x3::_pass(ctx) = false;
};
auto const turned = in_class<&FigureWords::age_verb> >> space >> number >> numeral[turned_low] >> no_unit >>
                    &(x3::lit('.') | ',' | ';' | x3::eoi | (space >> after_age));
// he is 45, she was just 28 and, when he's 67
auto const is = (word<"is"> | word<"was"> | word<"turned">) | (apostrophe >> x3::lit('s') >> word_end);
auto const person_is = in_class<&FigureWords::person_pronoun> >>
                       ((space >> is) | (apostrophe >> x3::lit('s') >> word_end)) >> space >>
                       -((word<"just"> | word<"only"> | word<"already"> | word<"still">) >> space) >> number
                       >> numeral[adult] >> no_unit >> &(x3::lit('.') | ',' | ';' | x3::eoi | (space >> after_age));
auto const over = [](auto& ctx) { x3::_val(ctx).hedge = Hedge::more_than; };
auto const under = [](auto& ctx) { x3::_val(ctx).hedge = Hedge::less_than; };
auto const group = ((literal<"over"> >> x3::eps[over]) | (literal<"under"> >> x3::eps[under])) >>
                   (dash | space) >> number >> digit_numeral[low] >> -apostrophe >> x3::lit('s') >> word_end;
auto const two_digits = x3::uint_parser<unsigned, 10, 2, 2>{};
auto const nineties = number >> &(digit >> x3::lit('0') >> -apostrophe >> 's') >> two_digits[decade] >> -apostrophe
                      >> x3::lit('s') >> word_end;
auto const thirties = number >> lex<&Lexicon::life_decades>[decade];
auto const birthday = number >>
                      ((digits[low] >> (literal<"st"> | "nd" | "rd" | "th")) | (lex<&Lexicon::ordinals>[([](auto& ctx) {
                         x3::_val(ctx).low = Decimal{x3::_attr(ctx)};
                         x3::_val(ctx).words = true;
                       })])) >>
                      space >> word<"birthday">;

} // namespace age_detail

namespace agd = age_detail;

auto const age_def =
    agd::group | agd::aged | agd::turned | agd::person_is | agd::birthday | agd::nineties | agd::thirties;

BOOST_SPIRIT_DEFINE(age)

} // namespace claimcheck::grammar
