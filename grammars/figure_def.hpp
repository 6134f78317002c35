// The grammar of figure.hpp. What follows the first amount is optional and tried once each, so that reading stays
// linear.
#pragma once

#include "grammars/amount.hpp"
#include "grammars/figure.hpp"
#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::grammar {

namespace figure_detail {

auto const set_hedge = [](auto& ctx) { x3::_val(ctx).hedge = x3::_attr(ctx); };
auto const set_after = [](auto& ctx) { x3::_val(ctx).after = x3::_attr(ctx); };
auto const set_first = [](auto& ctx) { x3::_val(ctx).first = x3::_attr(ctx); };

/// Something may stand behind an amount that belongs to it: the other end of a range, the smaller part of a compound, a
/// margin, the base of a rate, a bound. Behind most amounts stands a noun or the end of a clause.
inline char const* goes_on(char const* p, char const* last, TextContext const& text) {
  if (p == last) return nullptr;
  switch (*p) {
  case '.':
  case ';':
  case ':':
  case ')':
  case '"':
  case '?':
  case '!':
  case '%':
    return nullptr;
  case ' ':
  case ',':
    break;
  default:
    return p;
  }
  char const* next = p + 1;
  while (next != last && *next == ' ') ++next;
  if (next == last || *next == '(' || *next == '"' || *next == '$') return nullptr;
  if (*next < 'a' || *next > 'z') return p;
  constexpr std::uint32_t counts = family_numeral | family_vague | family_currency | family_hedge;
  if ((detail::gate_families(next, last, text) & counts) != 0) return p;
  std::string_view const word(next, leading_letters(next, last));
  switch (word.size()) {
  case 1:
    return word == "a" ? p : nullptr;
  case 2:
    return word == "to" || word == "or" || word == "an" ? p : nullptr;
  case 3:
    return word == "and" || word == "per" || word == "for" || word == "out" || word == "odd" ? p : nullptr;
  case 4:
    if (word == "each" || word == "plus" || word == "thru") return p;
    break;
  case 5:
    if (word == "every" || word == "minus") return p;
    break;
  case 7:
    if (word == "through") return p;
    break;
  default:
    break;
  }
  return text.longest(text.lexicon->hedges_after, next, last) ? p : nullptr;
}

/// A second amount makes a range only where the first one lets it.
auto const may_range = [](auto& ctx) {
  Amount const& first = x3::_val(ctx).first;
  x3::_pass(ctx) = !first.vague && first.tail.kind != TailKind::times && first.tail.kind != TailKind::year_old &&
                   x3::_val(ctx).mark == RangeMark::none;
};

/// Takes the second end of a range when both are the same sort of thing, with nothing but the unit between them.
template <RangeMark Mark>
auto const set_end = [](auto& ctx) {
  Amount const& a = x3::_val(ctx).first;
  Amount const& b = x3::_attr(ctx);
  bool const bare_a = a.tail.kind == TailKind::none, bare_b = b.tail.kind == TailKind::none;
  bool good = !b.vague && (a.sign.unit == no_unit || b.sign.unit == no_unit || a.sign.unit == b.sign.unit);
  good = good && (a.sign.unit != no_unit || b.sign.unit == no_unit); // not "20 to $30"
  good = good && (bare_a || (!bare_b && a.tail.kind == b.tail.kind) ||
                  (bare_b && a.sign.unit != no_unit));                  // not "5 miles to 10"
  if (a.tail.kind == TailKind::unit && b.tail.kind == TailKind::unit) { // "44 ml to 50 mg" are two figures
    UnitTable const& units = text_of(ctx).lexicon->units;
    good = good && units[a.tail.unit].dimension == units[b.tail.unit].dimension;
  }
  if (Mark == RangeMark::by_dash && a.tail.unit != b.tail.unit && !bare_a) good = false; // 5-foot-11-inch is a compound
  if (Mark == RangeMark::by_dash && bare_a && bare_b && a.sign.unit == no_unit && a.number.value > b.number.value)
    good = false;                 // 312-7
  if (Mark == RangeMark::by_or) { // "two or three", "10 or 15": neighbours; not "one or 200"
    good = good && a.glued_power == b.glued_power && a.number.value < b.number.value &&
           !(b.number.value > multiply(a.number.value, Decimal{3})) && bare_a;
  }
  x3::_pass(ctx) = good;
  if (!good) return;
  x3::_val(ctx).second = b;
  x3::_val(ctx).mark = Mark;
};

/// The smaller part of a compound: same dimension, smaller unit, "6-foot-2" without any.
auto const has_unit = [](auto& ctx) {
  auto const& figure = x3::_val(ctx);
  TailKind const kind = figure.first.tail.kind;
  x3::_pass(ctx) =
      (kind == TailKind::unit || kind == TailKind::currency) && !figure.first.vague && figure.mark == RangeMark::none;
};

struct TakeSmaller {
  template <class Context>
  void operator()(Context& ctx) const {
    auto const& figure = x3::_val(ctx);
    Amount const& part = x3::_attr(ctx);
    Amount const& above = figure.smaller_count == 0 ? figure.first : figure.smaller[figure.smaller_count - 1];
    UnitTable const& units = text_of(ctx).lexicon->units;
    bool good = part.tail.kind == TailKind::unit && above.tail.kind == TailKind::unit && !part.vague &&
                part.sign.unit == no_unit && figure.smaller_count < figure.smaller.size();
    bool const cents = part.tail.kind == TailKind::currency && above.tail.kind == TailKind::currency &&
                       above.tail.parts == 1 && part.tail.parts > 1 && part.tail.unit == above.tail.unit &&
                       part.sign.unit == no_unit && part.number.value < Decimal{part.tail.parts};
    if (good) {
      Unit const& a = units[above.tail.unit];
      Unit const& b = units[part.tail.unit];
      // The part must be less than one of the unit above: "six feet, nine yards" are two figures, "5 years, 24 months"
      // too.
      // Other kinds come in lists ("5 TWh, 6 MWh"), and so do units of two systems ("3 tons, 5 kilos").
      bool const divided = a.kind == Kind::distance || a.kind == Kind::mass || a.kind == Kind::volume ||
                           a.kind == Kind::duration || a.kind == Kind::angle;
      good = divided && (a.system == "metric") == (b.system == "metric") && a.dimension == b.dimension &&
             !a.dimension.is_none() && b.factor < a.factor && a.offset.is_zero() &&
             multiply(part.number.value, b.factor) < multiply(a.factor, Decimal{11, -1});
    }
    good = good || (cents && figure.smaller_count == 0);
    x3::_pass(ctx) = good;
    if (good) x3::_val(ctx).smaller[x3::_val(ctx).smaller_count++] = part;
  }
};

/// "6-foot-2", "6'3": inches without a name.
struct TakeInches {
  template <class Context>
  void operator()(Context& ctx) const {
    auto const& figure = x3::_val(ctx);
    Numeral const& n = x3::_attr(ctx);
    UnitTable const& units = text_of(ctx).lexicon->units;
    x3::_pass(ctx) = false;
    if (figure.first.tail.kind != TailKind::unit) return;
    if (units[figure.first.tail.unit].code != "[ft_i]" || figure.smaller_count > 0 || n.scaled) return;
    if (!(n.value < Decimal{12}) || n.value.is_negative()) return;
    x3::_pass(ctx) = true;
    Amount& part = x3::_val(ctx).smaller[x3::_val(ctx).smaller_count++];
    part.number = n;
    part.tail.kind = TailKind::unit;
    part.tail.unit = units.find("[in_i]").value_or(no_unit);
  }
};

auto const inches =
    (-dash >> numeral >> word_end)[TakeInches{}] | (space >> numeral >> space >> word<"in">)[TakeInches{}]; // 5 ft 2 in

/// "15 dollars 50", "thirteen dollars forty-five": parts of the currency without their name.
struct TakeCents {
  template <class Context>
  void operator()(Context& ctx) const {
    FigureReading& figure = x3::_val(ctx);
    Numeral const& n = x3::_attr(ctx);
    Tail const& tail = figure.first.tail;
    bool const two_digits = n.digits == 2 || (n.words && n.value > Decimal{9});
    bool const good = tail.kind == TailKind::currency && tail.parts == 1 && figure.smaller_count == 0 &&
                      figure.mark == RangeMark::none && !figure.first.number.scaled && two_digits &&
                      n.value < Decimal{100} && !n.point && !n.fraction && !n.scaled;
    x3::_pass(ctx) = good;
    if (!good) return;
    Amount& part = figure.smaller[figure.smaller_count++];
    part.number = n;
    part.tail = tail;
    part.tail.parts = 100;
  }
};
/// "a mile and a half", "two hours and a quarter": a part of the same unit behind its name.
struct TakePart {
  template <class Context>
  void operator()(Context& ctx) const {
    FigureReading& figure = x3::_val(ctx);
    Fraction const part = x3::_attr(ctx);
    bool const good = figure.smaller_count == 0 && figure.mark == RangeMark::none && !figure.first.number.scaled &&
                      part.denominator <= 4;
    x3::_pass(ctx) = good;
    if (!good) return;
    Numeral& number = figure.first.number;
    number.value = number.value + divide(Decimal{part.numerator}, Decimal{part.denominator});
    number.fraction = true;
  }
};
// Asked before the part is taken: "a day and a half-dozen men".
auto const ends_with_part =
    &(x3::omit[lex<&Lexicon::fractions>] >> !((space >> (word<"of"> | tail_word)) | (dash >> letter)));
auto const and_a_half =
    space >> word<"and"> >> space >> word<"a"> >> space >> ends_with_part >> lex<&Lexicon::fractions>[TakePart{}];
auto const sentence_mark = x3::eoi | x3::lit('.') | ',' | ';';
auto const bare_cents = x3::eps[has_unit] >> space >> -(word<"and"> >> space) >>
                        (numeral >> &sentence_mark >> !(x3::lit('.') >> digit))[TakeCents{}];

auto const joint =
    (x3::lit(',') >> space >> -(word<"and"> >> space)) | (space >> word<"and"> >> space) | space | dash | x3::eps;

// Marks between the ends of a range.
auto const to = (space >> (word<"to"> | word<"through"> | word<"thru">) >> space) | (dash >> literal<"to"> >> dash) |
                (dash >> space >> (word<"to"> | word<"or"> | word<"and">) >> space); // 18- to 24-year-olds
auto const or_ = space >> word<"or"> >> space;
auto const and_ = space >> word<"and"> >> space;
auto const joined = -space >> dash >> -space;

auto const range = x3::eps[may_range] >>
                   ((to >> amount[set_end<RangeMark::by_to>]) | (joined >> amount[set_end<RangeMark::by_dash>]) |
                    (or_ >> amount[set_end<RangeMark::by_or>]));
auto const between = word<"between"> >> space >> amount[set_first] >> and_ >>
                     -(hedge_word >> space) >> amount[set_end<RangeMark::by_and>];

// per 100,000; per square mile; a month; an hour; each year; /km; apiece is no base
struct per_class;
x3::rule<per_class, Per> const per{"rate"};
auto const per_unit = [](auto& ctx) { x3::_val(ctx).unit = x3::_attr(ctx).unit; };
auto const per_amount = [](auto& ctx) { x3::_val(ctx).amount = x3::_attr(ctx).value; };
auto const present = [](auto& ctx) { x3::_val(ctx).present = true; };
auto const is_unit = [](auto& ctx) { x3::_pass(ctx) = x3::_attr(ctx).kind == TailKind::unit; };
auto const unit_word = &tail_word[is_unit] >> tail_word[per_unit];
auto const each = word<"a"> | word<"an"> | word<"each"> | word<"every">;
auto const per_word = word<"per"> | word<"for every"> | word<"for each"> | word<"out of every">;
// "$9 million a year earlier" is no rate
auto const from_now = space >> (word<"earlier"> | word<"ago"> | word<"later"> | word<"prior"> | word<"previously">);
auto const per_def = ((space >> per_word >> space >> here<&Per::begin> >>
                       (unit_word | (numeral[per_amount] >> -(space >> unit_word)) | any_word)) |
                      (space >> each >> space >> here<&Per::begin> >> unit_word >> !from_now) |
                      // a $100-a-month job, a $10-per-hour wage
                      (dash >> (word<"a"> | word<"an"> | word<"per">) >> dash >> here<&Per::begin> >> unit_word) |
                      (x3::lit('/') >> here<&Per::begin> >> (unit_word | any_word))) >>
                     here<&Per::end> >> x3::eps[present];
auto const set_per = [](auto& ctx) { x3::_val(ctx).per = x3::_attr(ctx); };

// 2,000.45±0.01 pounds, 12.3 +/- 0.2 km, 5 plus or minus 1: the margin in the same unit, written once or twice
auto const set_margin = [](auto& ctx) {
  Amount const& a = x3::_val(ctx).first;
  Amount const& b = x3::_attr(ctx);
  bool const same = a.tail.kind == TailKind::none || b.tail.kind == TailKind::none ||
                    (a.tail.kind == b.tail.kind && a.tail.unit == b.tail.unit);
  x3::_pass(ctx) = same && !a.vague && !b.vague && b.sign.unit == no_unit && !b.number.negative &&
                   x3::_val(ctx).mark == RangeMark::none;
  if (!x3::_pass(ctx)) return;
  x3::_val(ctx).margin = b;
  x3::_val(ctx).has_margin = true;
};
auto const margin_mark = literal<"\xC2\xB1"> | literal<"+/-"> | (literal<"plus or minus"> >> word_end);
auto const margin = -space >> margin_mark >> -space >> amount[set_margin];

auto const hedge = here<&FigureReading::hedge_begin> >> hedge_word[set_hedge] >> here<&FigureReading::hedge_end> >>
                   (space | !dash); // "under-21" is a name
auto const after = (-(space) >> lex<&Lexicon::hedges_after>)[set_after];

} // namespace figure_detail

namespace fd = figure_detail;

auto const figure_def = -(!digit >> fd::hedge) >>
                        ((&x3::lit('b') >> fd::between) | into<&FigureReading::first>[amount]) >>
                        -(scan<&fd::goes_on> >> -(fd::range) >>
                          x3::repeat(0, 2)[x3::eps[fd::has_unit] >> fd::joint >> amount[fd::TakeSmaller{}]] >>
                          -(x3::eps[fd::has_unit] >> fd::and_a_half) >> -(x3::eps[fd::has_unit] >> fd::inches) >>
                          -fd::bare_cents >> -fd::margin >> -fd::per[fd::set_per] >> -fd::after) >>
                        here<&FigureReading::end>;

namespace figure_detail {
BOOST_SPIRIT_DEFINE(per)
}
BOOST_SPIRIT_DEFINE(figure)

} // namespace claimcheck::grammar
