// The grammar of amount.hpp.
#pragma once

#include "grammars/amount.hpp"
#include "grammars/number_word.hpp"
#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::grammar {

namespace amount_detail {

/// A currency sign or code before the number; its digits may follow without a space ("Rs500").
struct CurrencySignParser : x3::parser<CurrencySignParser> {
  using attribute_type = CurrencyWord;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const found = text.lexicon->currency_signs.longest_before_digit(first, last);
    if (!found) return false;
    std::string_view const written(text.original(first), static_cast<std::size_t>(found.end - first));
    for (auto const& form : *found.value) {
      if (form.written != written) continue;
      first = found.end;
      x3::traits::move_to(CurrencyWord(form.value), attr);
      return true;
    }
    return false;
  }
};
inline constexpr CurrencySignParser currency_sign{};

auto const take = [](auto& ctx) { x3::_val(ctx) = x3::_attr(ctx); };
auto const hyphenated = [](auto& ctx) { x3::_val(ctx).hyphen = true; };
auto const touching = [](auto& ctx) { x3::_val(ctx).glued = true; };

auto const set_sign = [](auto& ctx) { x3::_val(ctx).sign = x3::_attr(ctx); };
auto const set_number = [](auto& ctx) {
  bool const negative = x3::_val(ctx).number.negative; // "$-5"
  x3::_val(ctx).number = x3::_attr(ctx);
  if (negative) {
    x3::_val(ctx).number.value = x3::_val(ctx).number.value.negated();
    x3::_val(ctx).number.negative = true;
  }
};
auto const set_word = [](auto& ctx) {
  x3::_val(ctx).number.value = Decimal{x3::_attr(ctx)};
  x3::_val(ctx).number.words = true;
};
auto const set_vague = [](auto& ctx) {
  x3::_val(ctx).vague = true;
  x3::_val(ctx).bounds = x3::_attr(ctx);
};
auto const set_glued = [](auto& ctx) { x3::_val(ctx).glued_power = x3::_attr(ctx); };
auto const set_tail = [](auto& ctx) { x3::_val(ctx).tail = x3::_attr(ctx); };
auto const negate = [](auto& ctx) {
  x3::_val(ctx).number.value = x3::_val(ctx).number.value.negated();
  x3::_val(ctx).number.negative = true;
};

auto const below_zero = [](auto& ctx) { x3::_val(ctx).number.negative = true; };
auto const minus = dash | (literal<"minus"> >> space) | (literal<"negative"> >> space);
auto const glued_scale = here<&Amount::number_end> >>
                         -(exact<&Lexicon::glued_scales>[set_glued] >> here<&Amount::glued_end>);
// half a mile, a quarter of a percentage point, three-quarters of 1 percent, a quarter-point, half an hour: a part of
// one unit
auto const set_part = [](auto& ctx) {
  Fraction const f = x3::_attr(ctx);
  Numeral& n = x3::_val(ctx).number;
  n.value = n.words ? multiply(n.value, divide(Decimal{f.numerator}, Decimal{f.denominator}))
                    : divide(Decimal{f.numerator}, Decimal{f.denominator});
  n.fraction = n.words = true;
};
auto const has_unit_tail = [](auto& ctx) {
  x3::_pass(ctx) = x3::_attr(ctx).kind != TailKind::times && x3::_attr(ctx).kind != TailKind::fold;
};
auto const of_thing = -(space >> word<"of">);
struct money_class;
struct signed_class;
struct vague_class;
struct fraction_class;
struct in_digits_class;
struct in_words_class;
struct lone_word_class;
struct point_tail_class;
struct cardinal_small_class;
x3::rule<money_class, Amount> const money{"money"};
x3::rule<signed_class, Amount> const negative{"negative number"};
x3::rule<vague_class, Amount> const vague{"vague amount"};
x3::rule<in_digits_class, Amount> const in_digits{"number in digits"};
x3::rule<in_words_class, Amount> const in_words{"number in words"};
x3::rule<lone_word_class, Amount> const lone_word{"one number word"};
x3::rule<fraction_class, Amount> const fraction{"part of a unit"};
x3::rule<point_tail_class, Tail> const point_tail{"point"};
x3::rule<cardinal_small_class, Numeral> const cardinal_small{"numerator"};
auto const take_small = [](auto& ctx) {
  x3::_val(ctx) = x3::_attr(ctx);
  x3::_pass(ctx) = x3::_attr(ctx).value < Decimal{20} && !x3::_attr(ctx).fraction;
};
auto const cardinal_small_def = cardinal[take_small];
// "a quarter-point", "half a point": percentage points, as of interest rates
auto const set_points = [](auto& ctx) { x3::_val(ctx).kind = TailKind::points; };
auto const point_tail_def = (space | dash) >> here<&Tail::begin> >>
                            (word<"point"> | word<"points">)[set_points] >> here<&Tail::end>;

// $5, US$5m, Rs 500 crore, €2bn; a currency name may repeat the sign ("$5 dollars")
auto const money_def = currency_sign[set_sign] >> -space >> -(dash >> x3::eps[below_zero]) >>
                       ((digit_numeral[set_number] >> glued_scale) |
                        cardinal[set_number] >> here<&Amount::number_end>) >>
                       -tail[set_tail];
// hundreds of millions of dollars, several miles, double-digit
auto const vague_def = (lex<&Lexicon::digit_words>[set_vague] | lex<&Lexicon::vague>[set_vague]) >>
                       here<&Amount::number_end> >> of_thing >> -tail[set_tail];
// "A fifth day" is one more day, "a fifth of a day" a part of it: without "of" only halves and quarters are parts.
auto const no_ordinal = [](auto& ctx) {
  Amount const& a = x3::_val(ctx);
  x3::_pass(ctx) = a.number_end[-1] == 's' || a.number_end[-1] == 'f' || a.number_end[-1] == 'r';
};
auto const of_one = (space >> word<"of"> >> space >> (word<"a"> | word<"an"> | word<"one"> | x3::lit('1'))) |
                    ((space | dash) >> (word<"a"> | word<"an">)) | x3::eps[no_ordinal];
auto const fraction_def = ((-((word<"a"> | word<"an"> | word<"one">) >> (space | dash)) >>
                            lex<&Lexicon::fractions>[set_part]) |
                           (cardinal_small[set_number] >> (space | dash) >> lex<&Lexicon::fractions>[set_part])) >>
                          here<&Amount::number_end> >> of_one >>
                          (point_tail[set_tail] | (&tail[has_unit_tail] >> tail[set_tail]));
// a dollar, an hour, a mile: one of a unit that is seldom anything else
auto const one_of = [](auto& ctx) {
  Tail const& t = x3::_attr(ctx);
  Unit const& unit = text_of(ctx).lexicon->units[t.unit];
  // a gallon of milk; a ton of things is many
  bool const of_stuff = unit.kind == Kind::volume || (unit.kind == Kind::mass && unit.code != "[ston_av]");
  char const* after = t.end;
  while (after != text_of(ctx).end && *after == ' ') ++after;
  bool const of = text_of(ctx).end - after > 3 && after[0] == 'o' && after[1] == 'f' && after[2] == ' ';
  bool const long_way = t.kind == TailKind::unit && unit.kind == Kind::distance && unit.factor > Decimal{999};
  bool const numbered = after != text_of(ctx).end && *after >= '0' && *after <= '9'; // a US$ 4.7 billion deal
  x3::_pass(ctx) = !t.ambiguous && t.currency == no_unit && t.end[-1] != 's' && !numbered &&
                   (t.kind == TailKind::currency || t.kind == TailKind::points || t.kind == TailKind::basis_points ||
                    (t.kind == TailKind::unit && (unit.kind == Kind::duration || long_way || (of_stuff && of))));
  x3::_val(ctx).number.value = Decimal{1};
  x3::_val(ctx).number.words = x3::_val(ctx).number.article = true;
  x3::_val(ctx).tail = t;
};
auto const article_unit =
    (word<"a"> | word<"an">) >> here<&Amount::number_end> >> space >> tail_word[one_of] >> !(dash >> letter);
// "75 USD million": the scale behind the currency
auto const currency_unscaled = [](auto& ctx) {
  Amount const& a = x3::_val(ctx);
  x3::_pass(ctx) = a.tail.kind == TailKind::currency && a.tail.parts == 1 && !a.number.scaled && a.glued_power == 0;
};
auto const scale_up = [](auto& ctx) {
  Numeral& n = x3::_val(ctx).number;
  x3::_pass(ctx) = x3::_attr(ctx) >= 6;
  if (x3::_attr(ctx) < 6) return;
  n.value.exponent += x3::_attr(ctx);
  n.scaled = true;
  n.scale = x3::_attr(ctx);
};
auto const scale_behind = -(x3::eps[currency_unscaled] >> space >> number_word<NumberWord::scale>[scale_up]);
// "0.25 of a percentage point", ".5 of a mile"
auto const below_one = [](auto& ctx) {
  Amount const& a = x3::_val(ctx);
  x3::_pass(ctx) = a.number.value < Decimal{1} && !a.number.value.is_zero() && a.tail.kind == TailKind::none;
};
auto const of_one_unit = x3::eps[below_one] >> space >> word<"of"> >> space >>
                         (word<"a"> | word<"an"> | word<"one"> | x3::lit('1')) >>
                         (point_tail[set_tail] | (&tail[has_unit_tail] >> tail[set_tail]));
auto const in_digits_def = digit_numeral[set_number] >> glued_scale >> -(tail[set_tail] | of_one_unit) >> scale_behind;
auto const lone_word_def = lone_number[set_word] >> here<&Amount::number_end> >> -into<&Amount::tail>[tail];
auto const in_words_def = (((into<&Amount::number>[cardinal] >> here<&Amount::number_end>) |
                            (lex<&Lexicon::soft>[set_word] >> here<&Amount::number_end> >> of_thing)) >>
                           -into<&Amount::tail>[tail]) |
                          article_unit;
auto const negative_def = minus >> (into<>[money] | into<>[in_digits] | into<>[in_words]) >> x3::eps[negate];

} // namespace amount_detail

namespace ad = amount_detail;

auto const tail_def = (space >> into<>[tail_word]) | (dash >> into<>[tail_word] >> x3::eps[ad::hyphenated]) |
                      (into<>[glued_tail_word] >> x3::eps[ad::touching]);

// Digits, words and signs begin different amounts: a look at the first character spares the other alternatives.
auto const amount_def =
    ((&digit >> into<>[ad::in_digits]) |
     (&letter >> ((if_begins<family_vague> >> into<>[ad::vague]) | (if_begins<family_currency> >> into<>[ad::money]) |
                  (if_begins<family_numeral> >>
                   (into<>[ad::lone_word] | into<>[ad::fraction] | into<>[ad::in_words] | into<>[ad::negative])))) |
     (!(digit | letter) >> (into<>[ad::money] | into<>[ad::in_digits] | into<>[ad::negative]))) >>
    here<&Amount::end>;

namespace amount_detail {
BOOST_SPIRIT_DEFINE(money, negative, vague, in_digits, in_words, lone_word, fraction, point_tail, cardinal_small)
}
BOOST_SPIRIT_DEFINE(tail, amount)

} // namespace claimcheck::grammar
