#include "extract/figure_context.hpp"

#include <algorithm>

#include "extract/left_context.hpp"
#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::extract {

using grammar::Amount;
using grammar::FigureReading;
using grammar::Numeral;
using grammar::RangeMark;
using grammar::Tail;
using grammar::TextContext;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view rest(TextContext const& text, char const* p) { return {p, static_cast<std::size_t>(text.end - p)}; }

/// Behind " by ", "-by-", " x " or " × ", where another number may stand; null elsewhere.
char const* behind_by(TextContext const& text, char const* p) {
  if (text.end - p < 4 || (*p != ' ' && *p != '-')) return nullptr;
  auto const words = rest(text, p);
  for (std::string_view const joint : {" by ", "-by-", " x ", " \xC3\x97 "})
    if (words.starts_with(joint)) return p + joint.size();
  return nullptr;
}

/// The unit of length at `p`, after a space, a hyphen or nothing.
bool length_unit(TextContext const& text, char const* p, Tail& out) {
  bool const apart = p != text.end && (*p == ' ' || *p == '-');
  Tail tail;
  if (apart)
    grammar::TailWordParser<false>::read(p + 1, text.end, text, tail);
  else
    grammar::TailWordParser<true>::read(p, text.end, text, tail);
  if (tail.end == nullptr || tail.kind != TailKind::unit || text.lexicon->units[tail.unit].kind != Kind::distance)
    return false;
  tail.hyphen = apart && *p == '-';
  tail.glued = !apart;
  out = tail;
  return true;
}

} // namespace

bool borrow_unit_of_sides(TextContext const& text, Amount& amount) {
  char const* p = behind_by(text, amount.number_end);
  grammar::context const ctx{text};
  for (int sides = 1; p != nullptr && sides < 3; ++sides) {
    grammar::Numeral number;
    char const* end = p;
    if (!grammar::numeral.parse(end, text.end, ctx, grammar::x3::unused, number) || number.scaled) return false;
    Tail tail;
    if (length_unit(text, end, tail)) {
      tail.begin = tail.end = nullptr; // the word stands behind another number
      amount.tail = tail;
      amount.end = amount.number_end;
      return true;
    }
    p = behind_by(text, end);
  }
  return false;
}

bool take_inch_mark(TextContext const& text, Amount& amount) {
  char const* const mark = amount.number_end;
  if (mark == text.end || *mark != '"' || !is_digit(mark[-1])) return false;
  if (mark + 1 != text.end && is_word_byte(mark[1])) return false;
  constexpr std::ptrdiff_t reach = 1000; // a quotation that was opened further off cannot be told from none
  if (mark - text.begin > reach || std::count(text.begin, mark, '"') % 2 != 0) return false;
  amount.tail = Tail{};
  amount.tail.kind = TailKind::unit;
  amount.tail.unit = text.lexicon->units.find("[in_i]").value_or(no_unit);
  amount.tail.begin = mark;
  amount.tail.end = amount.end = mark + 1;
  amount.tail.glued = true;
  return true;
}

char const* magnitude_end(TextContext const& text, char const* end) {
  auto const words = rest(text, end);
  constexpr std::string_view word = "magnitude", scale = " on the richter scale";
  if (words.size() > word.size() && (words[0] == '-' || words[0] == ' ') && words.substr(1).starts_with(word) &&
      word_ends(end + 1 + word.size(), text.end))
    return end + 1 + word.size();
  if (words.starts_with(scale)) return end + scale.size();
  // "a 7.8 quake": whole numbers count quakes
  char const* digits = end;
  while (digits != text.begin && is_digit(digits[-1])) --digits;
  if (digits == end || digits == text.begin || digits[-1] != '.' || words.empty() || words[0] != ' ') return nullptr;
  std::string_view const next(end + 1, leading_letters(end + 1, text.end));
  if (contains(text.lexicon->words("quake noun"), next)) return end;
  return nullptr;
}

RateBase rate_base(TextContext const& text, char const* noun_end) {
  auto const words = rest(text, noun_end);
  char const* p = nullptr;
  for (std::string_view const joint : {" per ", " for every ", " for each ", " out of every "})
    if (words.starts_with(joint)) p = noun_end + joint.size();
  if (p == nullptr || p == text.end) return {};
  grammar::context const ctx{text};
  grammar::Numeral number;
  bool const one = *p == 'a' || *p == 'o'; // "a thousand", "one"
  if ((!is_digit(*p) && !one) || !grammar::numeral.parse(p, text.end, ctx, grammar::x3::unused, number)) return {};
  if (number.negative || !(number.value > Decimal{1})) return {};
  return {p, number.value};
}

char const* below_zero_end(TextContext const& text, Kind kind, bool bare, Amount const& first, char const* end) {
  constexpr std::string_view words = " below zero";
  if (first.vague || (!bare && kind != Kind::temperature && kind != Kind::angle)) return nullptr;
  if (!std::string_view(end, static_cast<std::size_t>(text.end - end)).starts_with(words)) return nullptr;
  return end + words.size();
}

ShareBase share_base(TextContext const& text, FigureReading const& reading, CountedNoun const& noun) {
  Numeral const& part = reading.first.number;
  if (noun.subject.head.empty() || reading.first.vague || reading.mark != RangeMark::none || part.scaled) return {};
  if (!part.value.is_integer() || !(part.value < Decimal{10}) || text.end - noun.end < 5) return {};
  if (std::string_view(noun.end, 4) != " in ") return {};
  Numeral base;
  char const* end = noun.end + 4;
  grammar::context const ctx{text};
  if (!grammar::numeral.parse(end, text.end, ctx, grammar::x3::unused, base) || base.point || base.negative) return {};
  if (!base.words && !base.grouped && base.digits == 4) return {}; // three games in 2010
  bool const closed = end == text.end || *end == ',' || *end == '.' || *end == ';' ||
                      (*end == ' ' && contains(*text.lexicon->figure_words.noun_stop, word_after(text, end)));
  if (!closed || (end + 1 < text.end && *end != ' ' && end[1] != ' ') || !(base.value > part.value)) return {};
  return {end, base.value};
}

bool is_factor(TextContext const& text, char const* at) {
  auto const of = word_before(text, at);
  return of == "of" && word_before(text, of.data()) == "factor";
}

bool is_something(TextContext const& text, Claim const& claim, Subject const& subject) {
  std::string_view const word(text.folded + subject.head.begin, subject.head.size());
  if (word != "something" && word != "somethings") return false;
  Decimal const& tens = claim.figure.value;
  return claim.figure.exact_known && !claim.figure.range && multiply(tens, Decimal{1, -1}).is_integer() &&
         tens > Decimal{19} && tens < Decimal{100};
}

bool bounds_an_age(TextContext const& text, FigureReading const& reading, char const* begin) {
  if (reading.after == Hedge::none || !(reading.first.number.value < Decimal{110})) return false;
  std::string_view const words(reading.first.end, static_cast<std::size_t>(reading.end - reading.first.end));
  if (words.ends_with("older") || words.ends_with("younger")) return true;
  return (words.ends_with("over") || words.ends_with("under") || words.ends_with("up")) &&
         contains(text.lexicon->words("people noun"), word_before(text, begin));
}

void take_unit_behind_hedge(TextContext const& text, FigureReading& reading) {
  Amount& first = reading.first;
  bool const bare = first.tail.kind == TailKind::none && first.sign.unit == no_unit && !first.vague;
  if (!bare || reading.mark != RangeMark::none || reading.end == text.end || *reading.end != ' ') return;
  Tail tail;
  grammar::TailWordParser<false>::read(reading.end + 1, text.end, text, tail);
  if (tail.end == nullptr || tail.ambiguous || !word_ends(tail.end, text.end)) return;
  if (tail.kind == TailKind::times && tail.end[-1] != 's') return; // an "x"
  first.tail = tail;
  first.end = reading.end = tail.end;
}

} // namespace claimcheck::extract
