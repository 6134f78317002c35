// From what the figure grammar read to a claim: which kind it is, what value it states, what it commits the writer to.
#include <optional>

#include "base/hash.hpp"
#include "claim/commitment.hpp"
#include "extract/figure_context.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/number_names.hpp"
#include "extract/settle.hpp"
#include "extract/subject.hpp"
#include "grammars/figure.hpp"

namespace claimcheck::extract {
namespace {

using grammar::Amount;
using grammar::FigureReading;
using grammar::Numeral;
using grammar::RangeMark;
using grammar::Tail;
using grammar::TextContext;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The unit that a figure's value is stated in, as a claim's kind and unit.
struct Reading {
  Kind kind = Kind::number;
  UnitId unit = no_unit;
  Decimal factor{1}; ///< stated value = number x factor / parts
  std::int32_t parts = 1;
};

std::optional<Reading> kind_of(TextContext const& text, Amount const& amount) {
  UnitTable const& units = text.lexicon->units;
  auto const code = [&](std::string_view name) { return units.find(name).value_or(no_unit); };
  if (amount.sign.unit != no_unit && amount.tail.kind != TailKind::unit)
    return Reading{Kind::money, amount.sign.unit, Decimal{1, amount.sign.power}, amount.sign.parts};
  switch (amount.tail.kind) {
  case TailKind::none:
    return Reading{};
  case TailKind::percent:
    return Reading{Kind::percent, no_unit, Decimal{1}, 1};
  case TailKind::points:
    return Reading{Kind::points, no_unit, Decimal{1}, 1};
  case TailKind::basis_points:
    return Reading{Kind::points, no_unit, Decimal{1}, 100};
  case TailKind::year_old:
    return Reading{Kind::age, code("a"), Decimal{1}, 1};
  case TailKind::month_old:
    return Reading{Kind::age, code("mo"), Decimal{1}, 1};
  case TailKind::week_old:
    return Reading{Kind::age, code("wk"), Decimal{1}, 1};
  case TailKind::day_old:
    return Reading{Kind::age, code("d"), Decimal{1}, 1};
  case TailKind::fold:
    return Reading{Kind::multiplier, no_unit, Decimal{1}, 1};
  case TailKind::thousand_money:
    return Reading{Kind::money, no_unit, Decimal{1, 3}, 1};
  case TailKind::currency:
    return Reading{Kind::money, amount.tail.unit, Decimal{1, amount.tail.power}, amount.tail.parts};
  case TailKind::unit:
    return Reading{units[amount.tail.unit].kind, amount.tail.unit, Decimal{1}, 1};
  case TailKind::times: {
    auto const next = word_after(text, amount.tail.end);
    bool const factor = amount.tail.glued || contains(*text.lexicon->figure_words.comparison, next);
    return Reading{factor ? Kind::multiplier : Kind::count, no_unit, Decimal{1}, 1};
  }
  }
  return std::nullopt;
}

Decimal stated(Reading const& reading, Decimal value) {
  if (reading.factor != Decimal{1}) value = multiply(value, reading.factor);
  return reading.parts == 1 ? value : divide(value, Decimal{reading.parts});
}

/// "$1-$2 million", "10 to 15 million": the first end borrows the scale word of the second, unless it is full already
/// ("$500,000 and $1 million").
bool borrow_scale(Amount& first, Amount const& second) {
  if (first.number.scaled || !second.number.scaled || second.number.scale < 2 || first.number.grouped) return false;
  Decimal const mantissa{second.number.value.coefficient, second.number.value.exponent - second.number.scale};
  if (first.number.value > multiply(mantissa, Decimal{100}) || !(first.number.value < Decimal{1000})) return false;
  first.number.value.exponent += second.number.scale;
  return true;
}

/// The second end of a range in the first one's unit: "between 40 minutes and three and a half hours", "500 meters to 2
/// km".
Decimal end_in_unit_of(TextContext const& text, Amount const& first, Amount const& second) {
  bool const measured = first.tail.kind == TailKind::unit && second.tail.kind == TailKind::unit;
  if (!measured || first.tail.unit == second.tail.unit) return second.number.value;
  UnitTable const& units = text.lexicon->units;
  return units.convert(second.number.value, second.tail.unit, first.tail.unit, Rounding::nearest)
      .significant(15)
      .normalized();
}

/// The "minus" of "plus or minus three points": the figure behind it has no sign.
bool is_either_sign(TextContext const& text, char const* at) {
  if (text.end - at < 6 || std::string_view(at, 6) != "minus ") return false;
  auto const joint = word_before(text, at);
  return (joint == "or" || joint == "and") && word_before(text, joint.data()) == "plus";
}

/// What follows the figure makes it part of something else: "12abc", "3.2.1", "1-800-", "22-cv-01234", "10 Downing
/// Street".
bool goes_on(TextContext const& text, char const* end, bool bare) {
  if (end == text.end) return false;
  char const c = *end;
  char const next = end + 1 < text.end ? end[1] : '\0';
  if (is_lower(c) || is_digit(c) || c == '_' || c == '@') return true;
  if ((c == '-' || c == '/' || c == ':' || c == '.') && is_digit(next)) return true;
  if (c == '(' && (is_lower(next) || is_digit(next))) return true;                               // 401(k), loc 11(2,7)
  if (c == '.' && is_lower(next) && (end + 2 == text.end || !is_word_byte(end[2]))) return true; // 14.x
  if (c == '-' && bare && is_lower(next)) { // 22-cv-01234: a hyphenated noun must end in letters
    char const* p = end + 1;
    while (p != text.end && is_lower(*p)) ++p;
    return p != text.end && *p == '-' && p + 1 != text.end && is_digit(p[1]);
  }
  return false;
}

/// The numbers of "6 million to two groups", "fell 15 to 210 from 220" belong to different things although "to" stands
/// between them.
bool second_is_other(TextContext const& text, char const* at, FigureReading const& reading) {
  Amount const& a = reading.first;
  Amount const& b = reading.second;
  if (reading.mark != RangeMark::by_to) return false;
  auto const preposition = word_before(text, at);
  auto const verb = preposition == "by" ? word_before(text, preposition.data()) : preposition; // rose by 5p to 212p
  bool const changes =
      contains(*text.lexicon->figure_words.go_up, verb) || contains(*text.lexicon->figure_words.go_down, verb);
  if (b.tail.kind != TailKind::none || b.sign.unit != no_unit) {
    bool const own = a.tail.kind != TailKind::none || a.sign.unit != no_unit;
    // "rose 5p to 212p", "beat him by 52 percent to 45 percent"; "from 52 percent to 45 percent" is one change. Sums
    // that fall are left to be objected to.
    return own && a.tail.unit == b.tail.unit && a.glued_power == b.glued_power &&
           ((changes && b.number.value > multiply(a.number.value, Decimal{9})) ||
            (a.number.value > b.number.value && a.tail.kind == TailKind::percent && verb != "from" &&
             verb != "between"));
  }
  if (a.sign.unit != no_unit)
    return !b.number.scaled && (a.number.scaled || b.number.words || a.number.value > b.number.value ||
                                !counted_noun(text, b.end, false).subject.head.empty());
  if (a.tail.kind != TailKind::none) return false;
  if (!changes) return false;
  if (b.number.value > multiply(a.number.value, Decimal{9})) return true;
  char const* const from = word_after(text, b.end).data();
  if (word_after(text, b.end) != "from" || text.end - from < 6 || !is_digit(from[5])) return false;
  char const* p = from + 5;
  while (p != text.end && is_digit(*p)) ++p;
  return p - from != 9 || (p != text.end && *p == ','); // "rose 5 to 10 from 2010"
}

/// "two to one", "outnumbered 9 to 1": a proportion, for no range falls.
bool is_proportion(TextContext const& text, char const* at, FigureReading const& reading) {
  Amount const& a = reading.first;
  Amount const& b = reading.second;
  if (reading.mark != RangeMark::by_to || a.tail.kind != TailKind::none || b.tail.kind != TailKind::none) return false;
  if (a.sign.unit != no_unit || b.sign.unit != no_unit || !(a.number.value > b.number.value)) return false;
  if (!a.number.value.is_integer() || b.number.value != Decimal{1} || a.number.value > Decimal{100}) return false;
  return word_before(text, at) != "from";
}

/// The full stop of "38,000ft." at a sentence's end is the sentence's.
bool ends_with_full_stop(TextContext const& text, Tail const& tail, char const* end) {
  if (tail.end != end || tail.kind == TailKind::none || end[-1] != '.') return false;
  std::string_view const word(tail.begin, static_cast<std::size_t>(end - tail.begin));
  if (word.find('.') != word.size() - 1) return false; // "p.c."
  if (end == text.end) return true;
  if (*end != ' ') return false;
  char const* p = end;
  while (p != text.end && *p == ' ') ++p;
  return p == text.end || text.capital(p);
}

/// Four digits without separators, between 1500 and 2100.
bool is_year(Amount const& amount) {
  Numeral const& n = amount.number;
  return n.digits == 4 && !n.grouped && !n.point && !n.scaled && !(n.value < Decimal{1500}) && n.value < Decimal{2100};
}

/// "one man", "one state cannot": a singular noun behind "one". Verbs ("one wonders"), adverbs and capitals ("One
/// America") do not pass.
bool one_counts(TextContext const& text, Subject& subject) {
  auto const first = word_after(text, text.folded + subject.phrase.begin);
  if (contains(*text.lexicon->figure_words.one_counts, first) && !text.capital(first.data())) {
    subject.head = subject.phrase = {text.offset(first.data()), text.offset(first.data() + first.size())};
    subject.key = fnv1a(text.lexicon->singular(first));
    return true;
  }
  std::string_view const word(text.folded + subject.head.begin, subject.head.size());
  if (contains(*text.lexicon->figure_words.one_counts, word)) return true;
  if (word.size() < 3 || text.capital(word.data()) || subject.phrase.begin != subject.head.begin) return false;
  for (std::string_view const ending : {"s", "ed", "ing", "ly"})
    if (word.ends_with(ending)) return false;
  return true;
}

void cut_second(FigureReading& reading) {
  reading.mark = RangeMark::none;
  reading.end = reading.first.end;
  reading.per = {};
  reading.after = Hedge::none;
}

} // namespace

void set_value(Claim& claim, Decimal value, Hedge hedge) {
  Figure& figure = claim.figure;
  figure.exact_known = true;
  figure.value = value;
  figure.rounding = rounding_of(value);
  figure.interval = commitment(value, hedge, figure.rounding);
  claim.hedge = hedge;
}

bool read_figure(TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  if (inside_token(text, at) || short_year(text, at) || is_either_sign(text, at)) return false;
  FigureReading reading;
  context const ctx{text};
  char const* p = at;
  if (!figure.parse(p, text.end, ctx, x3::unused, reading)) return false;
  Amount& first = reading.first;
  first.begin = reading.hedge != Hedge::none ? reading.hedge_end : at;
  while (first.begin != text.end && *first.begin == ' ') ++first.begin;
  if (second_is_other(text, first.begin, reading)) cut_second(reading);
  if (reading.hedge != Hedge::none && at != text.begin && at[-1] == '-') return false; // a 5-under 67
  if (reading.after != Hedge::none) take_unit_behind_hedge(text, reading);
  bool const range = reading.mark != RangeMark::none;
  char const* const behind_first = first.end;
  settle_glued_scale(text, first);
  if (range) {
    reading.second.begin = first.begin;
    settle_glued_scale(text, reading.second);
    char const* const behind_second = reading.second.end;
    settle_ambiguous_tail(text, reading.second);
    if (reading.second.end != behind_second) { // what was read behind the name that is no unit goes with it
      reading.end = reading.second.end;
      reading.per = {};
      reading.after = Hedge::none;
    }
  }
  if (reading.smaller_count == 0) settle_ambiguous_tail(text, first); // inches behind `'` bear the feet out
  if (reading.has_margin && first.tail.kind == TailKind::none) first.tail = reading.margin.tail;
  bool const side = !range && !first.vague && first.sign.unit == no_unit && first.number_end != nullptr &&
                    (first.tail.kind == TailKind::none || first.tail.kind == TailKind::times) &&
                    (borrow_unit_of_sides(text, first) || take_inch_mark(text, first));
  if (first.sign.doubtful && !first.number.scaled && !first.number.grouped) return false;
  // Letters that were first taken for a scale have become a unit, or nothing: what was read behind them is read anew by
  // the scanner.
  bool const shortened = first.end != behind_first;
  char const* end = reading.end;
  if ((shortened || side) && !range) {
    end = first.end;
    reading.per = {};
    reading.after = Hedge::none;
  }

  Amount const& main = range && first.tail.kind == TailKind::none ? reading.second : first;
  Amount deciding = main;
  if (range && first.sign.unit != no_unit) deciding.sign = first.sign;
  auto const kind = kind_of(text, deciding);
  if (!kind) return false;
  Claim& claim = slot.open();
  claim.kind = kind->kind;
  Figure& out = claim.figure;
  out.unit = kind->unit;
  out.written_as_words = first.number.words;
  if (degrees_of_heat(text, deciding)) {
    claim.kind = Kind::temperature;
    out.unit = no_unit;
  }

  bool const bare = deciding.tail.kind == TailKind::none && deciding.sign.unit == no_unit;
  if (reading.has_margin && goes_on(text, end, bare)) { // "9.83e-3 +/- 1e-5 km/s2": of an unknown unit
    reading.has_margin = false;
    end = first.end;
  }
  if (!side && goes_on(text, end, bare)) return false;
  if (char const* const behind = below_zero_end(text, claim.kind, bare && !range, first, end)) {
    claim.kind = Kind::temperature;
    if (bare) out.unit = no_unit;
    set_value(claim, first.number.value.negated(), reading.hedge == Hedge::none ? Hedge::none : Hedge::about);
    claim.span = {text.offset(reading.hedge != Hedge::none ? reading.hedge_begin : at), text.offset(behind)};
    claim.core = {text.offset(first.begin), text.offset(behind)};
    return true;
  }
  if (bare && !first.vague && is_address(text, end)) return false;

  if (claim.kind == Kind::distance && contains(*text.lexicon->figure_words.distance_event, word_after(text, end)))
    return false; // the 100m final

  if (bare && is_firm(text, at, end)) return false;
  if (bare && range && reading.mark == RangeMark::by_dash && first.number.value > reading.second.number.value)
    return false; // Rovers 3-1 Real Madrid
  if (bare && range && reading.mark == RangeMark::by_dash && is_airliner(at, first.number_end)) return false; // 737-800
  if (bare && !range && is_preposition_behind(text, end)) return false;
  if (bare && !range && !first.vague) {
    if (char const* const behind = magnitude_end(text, end)) {
      if (first.number.value > Decimal{10} || first.number.scaled) return false;
      claim.kind = Kind::magnitude;
      out.unit = text.lexicon->units.find("magnitude").value_or(no_unit);
      set_value(claim, first.number.value, reading.hedge);
      out.adjectival = *end == '-';
      claim.span = {text.offset(reading.hedge != Hedge::none ? reading.hedge_begin : at), text.offset(behind)};
      claim.core = {text.offset(first.begin), text.offset(behind)};
      return true;
    }
  }
  if (bare && !range && !first.number.value.is_integer() && // the 1.43 release
      contains(*text.lexicon->figure_words.version_noun, word_after(text, end)))
    return false;
  if (is_proportion(text, at, reading)) {
    claim.kind = Kind::ratio;
    set_value(claim, first.number.value, reading.hedge);
    out.second = reading.second.number.value;
    claim.span = claim.core = {text.offset(at), text.offset(reading.second.end)};
    return true;
  }

  if (first.vague && bare && first.bounds.low.is_zero()) return false; // "few": hardly any, no amount
  if (first.vague && bare && first.number_end != nullptr &&            // test scores, but scores of people
      contains(*text.lexicon->figure_words.vague_before_of,
               {first.begin, static_cast<std::size_t>(first.number_end - first.begin)}) &&
      word_after(text, first.number_end) != "of" &&
      !contains(text.lexicon->words("behind scores"), word_after(text, first.number_end)))
    return false;
  if (range && bare && reading.mark == RangeMark::by_dash && first.number.digits == 3 &&
      reading.second.number.digits == 4 && near_word(text, at, end, *text.lexicon->figure_words.phone_word, 40))
    return false; // call 555-0123
  if (range && bare && is_year(first) && is_year(reading.second))
    return false; // between 1959 and 1964: the calendar's business
  // "over several nights" is a preposition and several, no bound.
  if (first.vague && first.bounds.low < Decimal{10} && reading.hedge != Hedge::none) {
    reading.hedge = Hedge::none;
    at = first.begin;
  }
  Hedge hedge = reading.hedge != Hedge::none ? reading.hedge : reading.after;
  if (first.vague) {
    claim.hedge = Hedge::vague;
    out.exact_known = false;
    out.interval = Interval::between(stated(*kind, first.bounds.low), stated(*kind, first.bounds.high));
  } else if (range) {
    claim.guards.scaled_by_range = borrow_scale(first, reading.second);
    out.range = true;
    Decimal const last = end_in_unit_of(text, first, reading.second);
    out.interval = Interval::between(stated(*kind, first.number.value), stated(*kind, last));
    out.rounding = rounding_of(stated(*kind, last));
    out.value = out.interval.middle().normalized();
    out.second = out.interval.high.value;
    claim.hedge = hedge;
  } else {
    Decimal value = stated(*kind, first.number.value);
    Decimal smallest = rounding_of(value);
    if (reading.smaller_count > 0) { // 6ft 2in: one figure in the smallest unit
      UnitTable const& units = text.lexicon->units;
      if (claim.kind == Kind::money) { // 3 dollars 50 cents
        for (std::size_t i = 0; i < reading.smaller_count; ++i)
          value = add(value, divide(reading.smaller[i].number.value, Decimal{reading.smaller[i].tail.parts}));
        set_value(claim, value, hedge);
        out.unit = kind->unit;
      } else {
        UnitId const unit = reading.smaller[reading.smaller_count - 1].tail.unit;
        value = units.convert(value, out.unit, unit, Rounding::nearest);
        for (std::size_t i = 0; i < reading.smaller_count; ++i)
          value = add(value, units.convert(reading.smaller[i].number.value, reading.smaller[i].tail.unit, unit,
                                           Rounding::nearest));
        value = value.significant(15).normalized();
        out.unit = unit;
        smallest = rounding_of(reading.smaller[reading.smaller_count - 1].number.value);
      }
    }
    set_value(claim, value, hedge);
    if (reading.smaller_count > 0 && claim.kind != Kind::money) {
      out.rounding = smallest;
      out.interval = commitment(value, hedge, smallest);
    }
    if (first.number.dozens) { // counted in twelves: "more than three dozen" is short of four
      out.rounding = stated(*kind, Decimal{12});
      out.interval = commitment(value, hedge, out.rounding);
      if (hedge == Hedge::more_than) out.interval.high = Bound::open_at(add(value, out.rounding));
    }
    if (reading.has_margin) out.interval = Interval::around(value, stated(*kind, reading.margin.number.value));
  }

  Tail const* const last_tail = reading.smaller_count > 0 ? &reading.smaller[reading.smaller_count - 1].tail
                                : range                   ? &reading.second.tail
                                                          : nullptr;
  if (last_tail != nullptr && last_tail->end == end && last_tail->end != deciding.tail.end &&
      ends_with_full_stop(text, *last_tail, end)) {
    --end; // 14st 7lb. 2ft to 6ft.
  } else if (!bare && ends_with_full_stop(text, deciding.tail, end)) {
    --end;
    --deciding.tail.end;
  }
  char const* const begin = reading.hedge != Hedge::none ? reading.hedge_begin : at;
  if (reading.hedge != Hedge::none)
    claim.hedge_span = {text.offset(reading.hedge_begin), text.offset(reading.hedge_end)};
  out.adjectival = deciding.tail.hyphen;
  if (deciding.tail.begin != nullptr && deciding.tail.kind != TailKind::none)
    claim.unit_span = {text.offset(deciding.tail.begin), text.offset(deciding.tail.end)};

  if (reading.per.present) {
    UnitTable const& units = text.lexicon->units;
    auto const combined = out.unit != no_unit && reading.per.unit != no_unit && claim.kind == Kind::distance
                              ? units.find(units[out.unit].code + '/' + units[reading.per.unit].code)
                              : std::nullopt;
    if (combined) { // 120 miles an hour is a speed
      claim.kind = units[*combined].kind;
      out.unit = *combined;
    } else if (claim.kind != Kind::duration || reading.per.unit != no_unit) {
      claim.kind = Kind::rate;
      out.per = reading.per.unit;
      out.per_amount = reading.per.amount;
    }
  }
  if (bare && claim.kind == Kind::number && !range && !first.vague && bounds_an_age(text, reading, first.begin)) {
    claim.kind = Kind::age;
    out.unit = text.lexicon->units.find("a").value_or(no_unit);
  } else if (bare && claim.kind == Kind::number) {
    bool const one =
        !first.vague && !range && first.number.words && first.number.value == Decimal{1} && !first.number.scaled;
    CountedNoun noun = counted_noun(text, end, one);
    if (!first.vague && first.number.words && noun.subject.head.empty() &&
        contains(*text.lexicon->figure_words.name_before, word_before(text, at)))
      return false;                                                             // at number six, chapter three
    if (one && text.capital(at) && !sentence_may_begin(text, at)) return false; // Primary One
    if (one && !first.number.article) { // "one" is a pronoun but before some nouns
      if (noun.subject.head.empty() || !one_counts(text, noun.subject)) return false;
    }
    if (!range && !first.vague && (is_named_thing(text, at, end) || is_code_number(text, at, end))) return false;
    if (first.number.words && !noun.subject.head.empty() && is_titled(text, first.begin, noun.subject))
      return false; // the Six Nations
    RateBase const base = noun.subject.head.empty() || *end == '-' ? RateBase{} : rate_base(text, noun.end);
    if (base.end != nullptr && !range && !first.vague) { // 4.2 murders per 100,000 residents
      claim.kind = Kind::rate;
      out.per_amount = base.amount;
      claim.subject = noun.subject;
      end = base.end;
    } else if (ShareBase const share = share_base(text, reading, noun); share.end != nullptr) { // one person in 10
      claim.kind = Kind::ratio;
      Decimal const value = divide(first.number.value, share.base);
      set_value(claim, value, hedge);
      out.rounding = multiply(value, Decimal{1, -1});
      out.interval = commitment(value, hedge, out.rounding);
      out.second = share.base;
      claim.subject = noun.subject;
      end = share.end;
    } else if (!noun.subject.head.empty() && is_something(text, claim, noun.subject)) {
      claim.kind = Kind::age;
      out.unit = text.lexicon->units.find("a").value_or(no_unit);
      out.range = true;
      out.second = add(out.value, Decimal{9});
      out.interval = Interval::between(out.value, out.second);
      end = noun.end;
    } else if (!noun.subject.head.empty()) {
      claim.kind = Kind::count;
      out.adjectival = *end == '-';
      claim.subject = noun.subject;
      claim.subject.definite = is_definite(text, begin);
    } else if (!first.vague && is_factor(text, begin)) {
      claim.kind = Kind::multiplier;
    } else if (!first.vague && !first.number.scaled &&
               (is_name_number(text, at) || (first.number.words && word_before(text, at) == "or"))) {
      return false; // "Camp 12"; "a year or two"
    }
  } else if (claim.kind == Kind::count) { // "won five times"
    claim.subject.head = claim.subject.phrase = claim.unit_span;
  } else if (claim.kind == Kind::rate && bare) {
    claim.subject = counted_noun(text, first.end, false).subject;
  }
  claim.span = {text.offset(begin), text.offset(end)};
  claim.core = {text.offset(first.begin), text.offset(end)};
  return true;
}

} // namespace claimcheck::extract
