#include "extract/settle.hpp"

#include <algorithm>
#include <optional>

#include "extract/left_context.hpp"
#include "extract/subject.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::extract {

using grammar::Amount;
using grammar::Tail;
using grammar::TextContext;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view written(TextContext const& text, char const* begin, char const* end) {
  return {text.original(begin), static_cast<std::size_t>(end - begin)};
}

/// Abbreviated scales that are units of measure as well: "5m" may be metres, "3mm" millimetres, "10T" tonnes, "573.15K"
/// kelvins.
bool doubtful_scale(TextContext const& text, Amount const& amount) {
  std::string_view const letters = written(text, amount.number_end, amount.glued_end);
  return letters == "m" || letters == "M" || letters == "b" || letters == "T" || letters == "mm" || letters == "MM" ||
         (letters == "K" && amount.number.point);
}

/// A currency sign before a digit within `reach` bytes on either side.
bool near_sum(TextContext const& text, char const* begin, char const* end, int reach) {
  char const* const left = begin - text.begin > reach ? begin - reach : text.begin;
  char const* const right = text.end - end > reach ? end + reach : text.end;
  for (char const* p = left; p < right; ++p) {
    if (p >= begin && p < end) continue;
    if (*p != '$' && *p != '\xC2' && *p != '\xE2') continue;
    if (text.lexicon->currency_signs.longest_before_digit(p, text.end)) return true;
  }
  return false;
}

/// "drew 4m viewers, up from 3.8m", "£3m in March and 4m in May": millions of what is spoken of, where no noun of its
/// own follows.
bool in_millions(TextContext const& text, Amount const& amount) {
  FigureWords const& words = text.lexicon->figure_words;
  auto const next = word_after(text, amount.glued_end);
  if (!next.empty() && next.data() == amount.glued_end + 1 && !contains(*words.noun_stop, next)) return false;
  return near_sum(text, amount.begin, amount.glued_end, 60) ||
         near_word(text, amount.begin, amount.glued_end, *words.money_context, 40) ||
         near_word(text, amount.begin, amount.glued_end, text.lexicon->words("audience"), 40);
}

/// A degree sign within 40 bytes: figures of heat stand together.
bool near_degrees(TextContext const& text, char const* begin, char const* end) {
  std::string_view const left(text.begin, static_cast<std::size_t>(begin - text.begin));
  std::string_view const right(end, static_cast<std::size_t>(text.end - end));
  constexpr std::string_view sign = "\xC2\xB0";
  return left.substr(left.size() > 40 ? left.size() - 40 : 0).find(sign) != std::string_view::npos ||
         right.substr(0, 40).find(sign) != std::string_view::npos;
}

/// "the 50K classical race": a K behind a round number of kilometres where a race is spoken of and nothing is counted.
bool is_race(TextContext const& text, Amount const& amount) {
  if (amount.glued_end - amount.number_end != 1 || *amount.number_end != 'k') return false;
  if (amount.sign.unit != no_unit || amount.tail.kind != TailKind::none || amount.number.value > Decimal{100})
    return false;
  if (!counted_noun(text, amount.glued_end, false).subject.head.empty()) return false;
  return near_word(text, amount.begin, amount.glued_end, text.lexicon->words("race word"), 40);
}

/// A sum in other money follows in brackets: "372 riyals ($99)".
bool sum_in_brackets(TextContext const& text, char const* end) {
  if (text.end - end < 4 || end[0] != ' ' || end[1] != '(') return false;
  return static_cast<bool>(text.lexicon->currency_signs.longest_before_digit(end + 2, text.end));
}

/// The end of "-18.5 F", "64F", "64 degrees F" that begins at `p`; nullptr when none does.
char const* letter_degrees(char const* p, char const* last) {
  if (p != last && *p == '-') ++p;
  char const* const digits = p;
  while (p != last && (is_digit(*p) || (*p == '.' && p + 1 != last && is_digit(p[1])))) ++p;
  if (p == digits) return nullptr;
  while (p != last && (*p == ' ' || *p == '\xC2' || *p == '\xB0')) ++p;
  if (p == last || (*p != 'c' && *p != 'f') || !word_ends(p + 1, last)) return nullptr;
  return p + 1;
}

/// "18 C (64 F)", "20 to 22 C (68 to 72 F)", "18 C/64 F": another temperature in brackets behind it, or before the
/// bracket.
bool beside_temperature(TextContext const& text, char const* begin, char const* end) {
  char const* p = end;
  while (p != text.end && *p == ' ') ++p;
  if (p != text.end && (*p == '(' || *p == '/')) {
    char const* const stop = std::min(p + 24, text.end);
    for (++p; p < stop && *p != ')'; ++p)
      if (is_digit(*p) && letter_degrees(p, text.end) != nullptr) return true;
    return false;
  }
  char const* q = begin;
  char const* const reach = begin - text.begin > 12 ? begin - 12 : text.begin;
  while (q > reach && *q != '(' && *q != '/') --q;
  if (*q != '(' && *q != '/') return false;
  while (q > text.begin && q[-1] == ' ') --q;
  if (q - text.begin < 3 || (q[-1] != 'c' && q[-1] != 'f')) return false;
  --q;
  while (q > text.begin && (q[-1] == ' ' || q[-1] == '\xC2' || q[-1] == '\xB0')) --q;
  return q > text.begin && is_digit(q[-1]);
}

bool is_degrees(TextContext const& text, Tail const& tail) {
  return tail.kind == TailKind::unit && text.lexicon->units[tail.unit].code == "deg";
}

/// The scale of bare degrees that end at `end`: "30 degrees to 40 degrees Fahrenheit" names it behind; "92 degrees (33
/// Celsius)" names the other one in brackets.
std::optional<UnitId> scale_of_degrees(TextContext const& text, char const* end) {
  WordClass const& celsius = text.lexicon->words("celsius");
  WordClass const& fahrenheit = text.lexicon->words("fahrenheit");
  UnitTable const& units = text.lexicon->units;
  bool bracket = false;
  char const* const stop = text.end - end > 40 ? end + 40 : text.end;
  for (char const* p = end; p < stop && *p != ';' && *p != ')'; ++p) {
    if (*p == '.' && (p + 1 == stop || !is_digit(p[1]))) break;
    if (*p == '(') bracket = true;
    if (p > end && is_word_byte(p[-1])) continue;
    bool const c = static_cast<bool>(celsius.longest(p, text.end));
    if (c || fahrenheit.longest(p, text.end)) return units.find(c != bracket ? "Cel" : "[degF]");
  }
  return std::nullopt;
}

/// The text bears an ambiguous name out: "weighed 11 stone", "a 30-second ad", "500 won" in a sentence about Seoul.
bool is_borne_out(TextContext const& text, Amount const& amount) {
  Tail const& tail = amount.tail;
  Unit const& unit = text.lexicon->units[tail.unit];
  bool const money = tail.kind == TailKind::currency;
  if (unit.kind == Kind::temperature)
    return amount.number.negative || beside_temperature(text, amount.begin, tail.end) ||
           near_word(text, amount.begin, tail.end, *text.lexicon->figure_words.heat_context, 40);
  if (!money && !amount.number.words && (tail.hyphen || unit.kind == Kind::angle))
    return true; // degrees: of angle or heat, but a figure
  if (money && sum_in_brackets(text, tail.end)) return true;
  WordClass const* const context = text.lexicon->context_of(tail.unit);
  return context != nullptr &&
         near_word(text, amount.begin, tail.end, *context, money ? 200 : 40); // a country may be named far off
}

} // namespace

void settle_glued_scale(TextContext const& text, Amount& amount) {
  if (amount.glued_power == 0) return;
  bool scale = amount.sign.unit != no_unit || amount.tail.kind == TailKind::currency || !doubtful_scale(text, amount);
  scale = scale || (amount.glued_end != text.end && *amount.glued_end == '+' && // 100m+ times, not 100m+ long
                    !contains(text.lexicon->words("extent"), word_after(text, amount.glued_end + 1)));
  bool const lakhs = written(text, amount.number_end, amount.glued_end) == "L"; // of rupees; litres elsewhere
  scale = scale && (!lakhs || amount.sign.unit != no_unit);
  if (!scale && !lakhs && amount.tail.kind == TailKind::none) {
    char const letter = *text.original(amount.number_end);
    bool const one_letter = amount.glued_end - amount.number_end == 1;
    // "5m people" counts people, "the 5m final" measures; a capital M is no metre.
    bool const extent = text.end - amount.glued_end > 4 && *amount.glued_end == '-' &&
                        contains(text.lexicon->words("extent"), word_after(text, amount.glued_end + 1));
    bool const millimetres = !one_letter && letter == 'm'; // 9mm rounds
    scale = letter == 'M' ||
            (!extent && !millimetres && !counted_noun(text, amount.glued_end, false).subject.head.empty()) ||
            (one_letter && (letter == 'm' || letter == 'b') && in_millions(text, amount)) ||
            (letter == 'K' && !near_degrees(text, amount.begin, amount.glued_end));
    if (scale && one_letter && letter == 'm' &&
        contains(*text.lexicon->figure_words.distance_event, word_after(text, amount.glued_end)))
      scale = false;
  }
  // "1m barrels": a unit of its own stands behind the letter
  scale = scale || (!lakhs && amount.tail.kind == TailKind::unit && amount.tail.begin > amount.glued_end &&
                    !amount.tail.ambiguous && amount.glued_end - amount.number_end == 1);
  if (scale && is_race(text, amount)) {
    amount.glued_power = 0;
    amount.tail.kind = TailKind::unit;
    amount.tail.unit = text.lexicon->units.find("km").value_or(no_unit);
    amount.tail.glued = true;
    amount.tail.begin = amount.number_end;
    amount.tail.end = amount.end = amount.glued_end;
    return;
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
  } else if (tail.kind == TailKind::percent && tail.end - tail.begin == 2 && text.capital(tail.begin) &&
             text.capital(tail.begin + 1) && !text.title_case) { // "100 PC" are computers
    tail = Tail{};
    amount.end = amount.number_end;
  }
  if (is_degrees(text, tail)) {
    auto const scale = scale_of_degrees(text, tail.end);
    if (scale) tail.unit = *scale;
  }
}

bool degrees_of_heat(TextContext const& text, Amount const& amount) {
  Tail const& tail = amount.tail;
  if (!is_degrees(text, tail)) return false;
  WordClass const* const angles = text.lexicon->context_of(tail.unit);
  if (angles != nullptr && near_word(text, amount.begin, tail.end, *angles, 40)) return false;
  return near_word(text, amount.begin, tail.end, *text.lexicon->figure_words.heat_context, 60);
}

} // namespace claimcheck::extract
