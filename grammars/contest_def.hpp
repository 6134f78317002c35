// The grammar of contest.hpp.
#pragma once

#include "grammars/contest.hpp"
#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::grammar {

namespace contest_detail {

auto const usable = [](Numeral const& n) {
  return !n.point && !n.fraction && !n.scaled && !n.negative && n.value < Decimal{100'000};
};
auto const first = [](auto& ctx) {
  x3::_pass(ctx) = usable(x3::_attr(ctx));
  x3::_val(ctx).first = x3::_attr(ctx).value;
};
auto const second = [](auto& ctx) {
  x3::_pass(ctx) = usable(x3::_attr(ctx));
  x3::_val(ctx).second = x3::_attr(ctx).value;
  x3::_val(ctx).numbers = 2;
};
auto const third = [](auto& ctx) {
  x3::_pass(ctx) = usable(x3::_attr(ctx));
  x3::_val(ctx).third = x3::_attr(ctx).value;
  x3::_val(ctx).numbers = 3;
};
auto const another = [](auto& ctx) { ++x3::_val(ctx).sets; };
auto const by_words = [](auto& ctx) { x3::_val(ctx).to = true; };

auto const tight = dash;
auto const to = ((dash >> literal<"to"> >> dash) | (space >> word<"to"> >> space)) >> x3::eps[by_words];
auto const small = x3::omit[x3::uint_parser<unsigned, 10, 1, 2>{}];
auto const tie_break = space >> '(' >> small >> -(dash >> small) >> ')';
auto const more_sets = (-x3::lit(',') >> space >> &(small >> dash >> small >> !(dash | digit)) >> small >> dash >>
                        small >> -tie_break)[another];
// A unit, a fraction or a further hyphen behind makes it something else.
auto const certain = [](auto& ctx) { x3::_pass(ctx) = !x3::_attr(ctx).ambiguous; }; // "3-1 Real Madrid" are no reais
auto const nothing_behind = !(dash >> (digit | letter)) >> !((space | dash | x3::eps) >> tail_word[certain]) >>
                            !x3::lit('/') >> !(x3::lit(':') >> digit) >> !x3::lit('(') >> !(x3::lit('.') >> digit) >>
                            !apostrophe >> !(x3::lit(',') >> digit) >> word_end;

} // namespace contest_detail

namespace cd = contest_detail;

auto const contest_def = digit_numeral[cd::first] >> (cd::to | cd::tight) >> digit_numeral[cd::second] >>
                         -(cd::tight >> digit_numeral[cd::third]) >> -(cd::tie_break) >> *cd::more_sets
                         >> cd::nothing_behind;

BOOST_SPIRIT_DEFINE(contest)

} // namespace claimcheck::grammar
