#include "extract/figure_context.hpp"

#include <algorithm>

#include "grammars/numeral.hpp"
#include "grammars/tail_word.hpp"

namespace claimcheck::extract {

using grammar::Amount;
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
  for (std::string_view const quake : {"quake", "earthquake", "tremor", "aftershock", "temblor"})
    if (next == quake) return end;
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

} // namespace claimcheck::extract
