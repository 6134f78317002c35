// Shares of a whole and proportions: one in five, two-thirds, 3-to-1.
#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/subject.hpp"
#include "grammars/ratio.hpp"

namespace claimcheck::extract {
namespace {

/// "by a third", "to half", "up a quarter": what a share is changed by or to.
bool of_change(grammar::TextContext const& text, char const* at) {
  auto const before = word_before(text, at);
  if (before == "own" && *at == 'h') return false; // in their own half
  return before == "by" || before == "to" || contains(*text.lexicon->figure_words.go_up, before) ||
         contains(*text.lexicon->figure_words.go_down, before) ||
         contains(text.lexicon->words("part verb"), before); // owns a third, only a third
}

/// The clause ends at `p` or goes on with a word that is no noun: a share that stands alone, not "a third party".
bool stands_alone(grammar::TextContext const& text, char const* p) {
  if (p == text.end || *p == ',' || *p == '.' || *p == ';' || *p == ')' || *p == ':') return true;
  auto const next = word_after(text, p);
  return *p == ' ' && next != "a" && next != "an" && contains(*text.lexicon->figure_words.noun_stop, next);
}

/// "a third more", "a quarter fewer jobs", "a fifth cheaper than": a comparison by the share; "a third more serious
/// case" is none.
bool compares(grammar::TextContext const& text, char const* p) {
  if (p == text.end || *p != ' ') return false;
  auto const next = word_after(text, p);
  if (!contains(text.lexicon->words("comparative"), next)) return false;
  char const* const behind = next.data() + next.size();
  if (behind == text.end || *behind == '.' || *behind == ',' || *behind == ';' || *behind == ')') return true;
  auto const word = word_after(text, behind);
  if (contains(*text.lexicon->figure_words.noun_stop, word)) return true;
  bool const counts = next == "more" || next == "fewer" || next == "less";
  return counts && word.size() > 3 && (word.back() == 's' || text.lexicon->is_irregular_plural(word)) &&
         !word.ends_with("ss") && !word.ends_with("us");
}

/// "A third, or 33 percent,": said again in figures.
bool said_again(grammar::TextContext const& text, char const* p) {
  if (text.end - p < 6 || std::string_view(p, 5) != ", or ") return false;
  return p[5] >= '0' && p[5] <= '9';
}

/// The two numbers stand in words or hyphens, no colon.
bool has_no_colon(char const* begin, char const* end) {
  return std::string_view(begin, static_cast<std::size_t>(end - begin)).find(':') == std::string_view::npos;
}

/// A look at what stands behind the first number: most numbers begin no ratio, and the grammar costs more than this.
bool may_be_ratio(grammar::TextContext const& text, char const* at) {
  Lexicon const& lexicon = *text.lexicon;
  auto const is = [&](auto const& table, char const* word, char const* end) { // the word, wholly
    auto const found = text.longest(table, word, text.end);
    return found && found.end <= end;
  };
  char const* const begin = at;
  if (*at >= 'a' && *at <= 'z') {
    if (auto const hedge = text.hedge(at)) {
      at = hedge.end;
      while (at != text.end && *at == ' ') ++at;
    }
  }
  char const* p = at;
  while (p != text.end && *p >= '0' && *p <= '9') ++p;
  bool const digits = p != at;
  bool part = false; // half, a third, one tenth: of something, without a second number
  if (!digits) {
    p = at + leading_letters(at, text.end);
    if (p == at) return false;
    bool const fraction = is(lexicon.fractions, at, p);
    if (fraction && (at != begin || of_change(text, begin))) return true; // nearly half, by half
    std::string_view const word(at, static_cast<std::size_t>(p - at));
    part = fraction || word == "a" || word == "an" || word == "one";
  }
  if (p == text.end) return false;
  if (*p == ':') return digits && p + 1 != text.end && p[1] >= '0' && p[1] <= '9';
  if (*p == ' ') {
    auto const next = word_after(text, p);
    if (next == "in" || next == "out") return true;
    if (next == "of" && word_after(text, next.data() + next.size()) == "every") return true;
    if (part) {
      for (std::string_view const word : {"of", "as", "the", "its", "his", "her", "our", "all", "are", "say", "their",
                                          "those", "that", "were", "said"})
        if (next == word) return true;
    }
    return !next.empty() && is(lexicon.fractions, next.data(), next.data() + next.size());
  }
  char const* const second = grammar::detail::dash(p, text.end, text); // three-to-one, two-thirds
  if (second == nullptr || second == text.end || *second < 'a' || *second > 'z') return false;
  char const* const second_end = second + leading_letters(second, text.end);
  std::string_view const joint(second, static_cast<std::size_t>(second_end - second));
  return joint == "to" || joint == "in" || joint == "out" || is(lexicon.fractions, second, second_end) ||
         is(lexicon.number_words, second, second_end);
}

} // namespace

bool read_ratio(grammar::TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  if (at != text.begin && (is_word_byte(at[-1]) || at[-1] == '-' || at[-1] == '.' || at[-1] == '/')) return false;
  if (!may_be_ratio(text, at)) return false;
  RatioReading reading;
  context const ctx{text};
  char const* p = at;
  if (!ratio.parse(p, text.end, ctx, x3::unused, reading)) return false;
  // "the 16-to-24 bracket" is a range; proportions that rise are rare and named so.
  if (reading.colon && reading.second > reading.first && reading.first > Decimal{1} && has_no_colon(at, p) &&
      !near_word(text, at, p, text.lexicon->words("proportion verb"), 40))
    return false;
  if (reading.first == Decimal{1} && reading.second == Decimal{2} && *at == 'h' &&
      contains(text.lexicon->words("half of time"), word_before(text, at)))
    return false; // the second half of the year
  if (reading.lone && !said_again(text, p) && !compares(text, p) &&
      !(stands_alone(text, p) && (reading.hedge != Hedge::none || of_change(text, at))))
    return false;
  Claim& claim = slot.open();
  Figure& out = claim.figure;
  claim.kind = Kind::ratio;
  if (reading.colon) { // 3:1 and 3-to-1 state both numbers; the value is their quotient
    out.second = reading.second;
    set_value(claim, divide(reading.first, reading.second), reading.hedge);
    out.rounding = Decimal{0};
  } else {
    Decimal const value = divide(reading.first, reading.second);
    set_value(claim, value, reading.hedge);
    // Words for a share are round: one in five is [18 %, 22 %], two-thirds [62 %, 71 %] (research/checks.md 3.1).
    out.rounding = multiply(value, Decimal{1, -1});
    out.interval = commitment(value, reading.hedge, out.rounding);
    out.second = reading.second;
  }
  out.written_as_words = reading.words;
  if (reading.hedge != Hedge::none) claim.hedge_span = {text.offset(at), text.offset(reading.hedge_end)};
  claim.span = {text.offset(at), text.offset(p)};
  claim.core = {text.offset(reading.hedge != Hedge::none ? reading.hedge_end : at), text.offset(p)};
  claim.subject = counted_noun(text, p, false).subject;
  return true;
}

} // namespace claimcheck::extract
