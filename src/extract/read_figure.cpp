// From what the figure grammar read to a claim: which kind it is, what value it states, what it commits the writer to.
#include <optional>

#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/subject.hpp"
#include "grammars/figure.hpp"
#include "grammars/tail_word.hpp"

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

/// Abbreviated scales that are units of measure as well: "5m" may be metres, "3mm" millimetres, "10T" tonnes.
bool doubtful_scale(TextContext const& text, Amount const& amount) {
  std::string_view const written(text.original(amount.number_end),
                                 static_cast<std::size_t>(amount.glued_end - amount.number_end));
  return written == "m" || written == "M" || written == "b" || written == "T" || written == "mm" || written == "MM";
}

/// Decides whether letters that touch the digits are a scale, and applies them.
void settle_glued_scale(TextContext const& text, Amount& amount) {
  if (amount.glued_power == 0) return;
  bool scale = amount.sign.unit != no_unit || amount.tail.kind == TailKind::currency || !doubtful_scale(text, amount);
  if (!scale && amount.tail.kind == TailKind::none) {
    char const letter = *text.original(amount.number_end);
    // "5m people" counts people, "the 5m final" measures; a capital M is no metre.
    scale = letter == 'M' || !counted_noun(text, amount.glued_end, false).subject.head.empty();
    if (scale && amount.glued_end - amount.number_end == 1 && letter == 'm') {
      auto const next = word_after(text, amount.glued_end);
      if (next == "races" || next == "sprints" || next == "metres") scale = false;
    }
  }
  if (scale) {
    amount.number.value.exponent += amount.glued_power;
    amount.number.scaled = true;
    amount.number.scale = amount.glued_power;
    return;
  }
  amount.glued_power = 0;
  char const* at = amount.number_end;
  Tail tail;
  grammar::TailWordParser<true>::read(at, text.end, text, tail);
  if (tail.end != nullptr) {
    tail.glued = true;
    amount.tail = tail;
    amount.end = tail.end;
  } else {
    amount.end = amount.number_end;
  }
}

/// A sum in other money follows in brackets: "372 riyals ($99)".
bool sum_in_brackets(TextContext const& text, char const* end) {
  if (text.end - end < 4 || end[0] != ' ' || end[1] != '(') return false;
  return static_cast<bool>(text.lexicon->currency_signs.longest_before_digit(end + 2, text.end));
}

/// The text bears an ambiguous name out: "weighed 11 stone", "a 30-second ad", "500 won" in a sentence about Seoul.
bool is_borne_out(TextContext const& text, Amount const& amount) {
  Tail const& tail = amount.tail;
  UnitTable const& units = text.lexicon->units;
  bool const money = tail.kind == TailKind::currency;
  if (!money && !amount.number.words && (tail.hyphen || units[tail.unit].kind == Kind::angle))
    return true; // degrees: of angle or heat, but a figure
  if (money && sum_in_brackets(text, tail.end)) return true;
  WordClass const* const context = text.lexicon->context_of(tail.unit);
  return context != nullptr &&
         near_word(text, amount.begin, tail.end, *context, money ? 200 : 40); // a country may be named far off
}

/// "pounds" is money or mass: the words around decide. Other ambiguous names ("won", "league", a closing quotation
/// mark) are no unit unless the text bears them out.
void settle_ambiguous_tail(TextContext const& text, Amount& amount) {
  Tail& tail = amount.tail;
  if (tail.kind == TailKind::unit && tail.currency != no_unit) {
    FigureWords const& words = text.lexicon->figure_words;
    bool const of_stuff = word_after(text, tail.end) == "of";
    bool const mass = of_stuff || near_word(text, amount.begin, tail.end, *words.mass_context, 40);
    bool const money = amount.number.scale >= 6 || near_word(text, amount.begin, tail.end, *words.money_context, 40);
    if (money && !mass) {
      tail.kind = TailKind::currency;
      tail.unit = tail.currency;
    }
  } else if (tail.ambiguous && amount.number_end != nullptr && !is_borne_out(text, amount)) {
    tail = Tail{};
    amount.end = amount.number_end;
  }
}

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

/// A number inside another token: part of a word, a path, an address, a version.
bool inside_token(TextContext const& text, char const* at) {
  if (at == text.begin) return false;
  char const c = at[-1];
  if (is_word_byte(c) && !(at - text.begin >= 3 && at[-3] == '\xE2' && at[-2] == '\x80') &&
      static_cast<unsigned char>(c) < 0x80)
    return true;
  if (c == '#' || c == '@' || c == '_' || c == '\\' || c == '=') return true;
  if (c == '-' && at - text.begin >= 2 && is_word_byte(at[-2])) return true; // Covid-19, 22-cv-01234
  if (c == '.' && at - text.begin >= 2 && is_word_byte(at[-2])) return true; // v2.5 read from the middle
  if (c == '/' && at - text.begin >= 2 && (is_word_byte(at[-2]) || at[-2] == '/')) return true;
  return false;
}

/// What follows the figure makes it part of something else: "12abc", "3.2.1", "1-800-", "22-cv-01234", "10 Downing
/// Street".
bool goes_on(TextContext const& text, char const* end, bool bare) {
  if (end == text.end) return false;
  char const c = *end;
  char const next = end + 1 < text.end ? end[1] : '\0';
  if (is_lower(c) || is_digit(c) || c == '_' || c == '@') return true;
  if ((c == '-' || c == '/' || c == ':' || c == '.') && is_digit(next)) return true;
  if (c == '(' && is_lower(next)) return true; // 401(k)
  if (c == '-' && bare && is_lower(next)) {    // 22-cv-01234: a hyphenated noun must end in letters
    char const* p = end + 1;
    while (p != text.end && is_lower(*p)) ++p;
    return p != text.end && *p == '-' && p + 1 != text.end && is_digit(p[1]);
  }
  return false;
}

/// A bare number behind a capitalised word in the middle of a sentence is its name: "Boeing 737", "Summer Camp 12".
bool is_name_number(TextContext const& text, char const* at) {
  if (at == text.begin || at[-1] != ' ') return false;
  auto const before = word_before(text, at);
  return !before.empty() && text.capital(before.data()) && !sentence_may_begin(text, before.data());
}

/// Four digits without separators, between 1500 and 2100.
bool is_year(Amount const& amount) {
  Numeral const& n = amount.number;
  return n.digits == 4 && !n.grouped && !n.point && !n.scaled && !(n.value < Decimal{1500}) && n.value < Decimal{2100};
}

/// "one man", "one state": a singular noun behind "one". Verbs ("one wonders"), adverbs and capitals ("One America") do
/// not pass.
bool one_counts(TextContext const& text, Subject const& subject) {
  std::string_view const word(text.folded + subject.head.begin, subject.head.size());
  if (contains(*text.lexicon->figure_words.one_counts, word)) return true;
  if (word.size() < 3 || text.capital(word.data()) || subject.phrase.begin != subject.head.begin) return false;
  for (std::string_view const ending : {"s", "ed", "ing", "ly"})
    if (word.ends_with(ending)) return false;
  return true;
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

bool read_figure(TextContext const& text, char const* at, Claim& claim) {
  using namespace grammar;
  if (inside_token(text, at)) return false;
  FigureReading reading;
  context const ctx{text};
  char const* p = at;
  if (!figure.parse(p, text.end, ctx, x3::unused, reading)) return false;
  Amount& first = reading.first;
  first.begin = reading.hedge != Hedge::none ? reading.hedge_end : at;
  while (first.begin != text.end && *first.begin == ' ') ++first.begin;
  bool const range = reading.mark != RangeMark::none;
  char const* const behind_first = first.end;
  settle_glued_scale(text, first);
  if (range) {
    settle_glued_scale(text, reading.second);
    reading.second.begin = first.begin;
    char const* const behind_second = reading.second.end;
    settle_ambiguous_tail(text, reading.second);
    if (reading.second.end != behind_second) { // what was read behind the name that is no unit goes with it
      reading.end = reading.second.end;
      reading.per = {};
      reading.after = Hedge::none;
    }
  }
  if (reading.smaller_count == 0) settle_ambiguous_tail(text, first); // inches behind `'` bear the feet out
  // Letters that were first taken for a scale have become a unit, or nothing: what was read behind them is read anew by
  // the scanner.
  bool const shortened = first.end != behind_first;
  char const* end = reading.end;
  if (shortened && !range) {
    end = first.end;
    reading.per = {};
    reading.after = Hedge::none;
  }

  Amount const& main = range && first.tail.kind == TailKind::none ? reading.second : first;
  Amount deciding = main;
  if (range && first.sign.unit != no_unit) deciding.sign = first.sign;
  auto const kind = kind_of(text, deciding);
  if (!kind) return false;
  claim.kind = kind->kind;
  Figure& out = claim.figure;
  out.unit = kind->unit;
  out.written_as_words = first.number.words;

  bool const bare = deciding.tail.kind == TailKind::none && deciding.sign.unit == no_unit;
  if (goes_on(text, end, bare)) return false;
  if (bare && !first.vague && is_address(text, end)) return false;

  if (claim.kind == Kind::distance && contains(text.lexicon->words("distance event"), word_after(text, end)))
    return false; // the 100m final

  if (first.vague && bare && first.bounds.low.is_zero()) return false; // "few": hardly any, no amount
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
    out.interval = Interval::between(stated(*kind, first.number.value), stated(*kind, reading.second.number.value));
    out.rounding = rounding_of(stated(*kind, reading.second.number.value));
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
  if (bare && claim.kind == Kind::number) {
    bool const one =
        !first.vague && !range && first.number.words && first.number.value == Decimal{1} && !first.number.scaled;
    CountedNoun const noun = counted_noun(text, end, one);
    if (one && text.capital(at) && !sentence_may_begin(text, at)) return false; // Primary One
    if (one && !first.number.article) { // "one" is a pronoun but before some nouns
      if (noun.subject.head.empty() || !one_counts(text, noun.subject)) return false;
    }
    if (!noun.subject.head.empty()) {
      claim.kind = Kind::count;
      out.adjectival = *end == '-';
      claim.subject = noun.subject;
      claim.subject.definite = is_definite(text, begin);
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
