// Scores, votes, records and odds: the same shape, told apart by the words around it.
#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "grammars/contest.hpp"

namespace claimcheck::extract {

namespace {

/// "7/2", "100/30" where odds are spoken of: the end of the fraction, null when it is none.
char const* odds_end(grammar::TextContext const& text, char const* at, int& first, int& second) {
  auto const number = [&](char const*& p, int& out) {
    char const* const from = p;
    out = 0;
    while (p != text.end && *p >= '0' && *p <= '9' && p - from < 4) out = out * 10 + (*p++ - '0');
    return p != from && out > 0;
  };
  char const* p = at;
  if (!number(p, first) || p == text.end || *p++ != '/' || !number(p, second)) return nullptr;
  if (first > 1000 || second > 40 || !word_ends(p, text.end)) return nullptr;
  if (p != text.end && (*p == '/' || *p == '-')) return nullptr;
  bool const told = contains(text.lexicon->words("odds noun"), word_after(text, p)) ||
                    near_word(text, at, p, *text.lexicon->figure_words.odds_word, 30);
  return told ? p : nullptr;
}

} // namespace

bool read_contest(grammar::TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  if (at != text.begin &&
      (is_word_byte(at[-1]) || at[-1] == '-' || at[-1] == '.' || at[-1] == '/' || at[-1] == '$' || at[-1] == ':'))
    return false;
  // Cheap refusal: up to six digits and separators, then a dash or " to ".
  char const* q = at;
  while (q != text.end && q - at < 7 && ((*q >= '0' && *q <= '9') || *q == ',')) ++q;
  if (q != text.end && *q == '/' && q != at) {
    int first = 0, second = 0;
    char const* const end = odds_end(text, at, first, second);
    if (end == nullptr) return false;
    Claim& claim = slot.open();
    claim.kind = Kind::odds;
    set_value(claim, Decimal{first}, Hedge::exactly);
    claim.hedge = Hedge::none;
    claim.figure.second = Decimal{second};
    claim.span = claim.core = {text.offset(at), text.offset(end)};
    return true;
  }
  if (q == text.end ||
      !(*q == '-' || *q == '\xE2' || (text.end - q > 4 && q[0] == ' ' && q[1] == 't' && q[2] == 'o' && q[3] == ' ')))
    return false;
  ContestReading reading;
  context const ctx{text};
  char const* p = at;
  if (!contest.parse(p, text.end, ctx, x3::unused, reading)) return false;

  FigureWords const& words = text.lexicon->figure_words;
  auto const near = [&](WordClass const* list, int reach) { return near_word(text, at, p, *list, reach); };
  bool const small = reading.first < Decimal{200} && reading.second < Decimal{200};
  bool const innings = reading.first < Decimal{1000} && reading.second <= Decimal{10}; // 312-7: runs and wickets
  bool const falls = reading.first >= reading.second || reading.first.is_zero();
  Kind kind = Kind::score;
  auto const preposition = word_before(text, at);
  bool const improved = preposition == "to" && !reading.to && small &&
                        contains(*words.record_verb, word_before(text, preposition.data())); // improved to 9-0
  if (reading.numbers == 3) {
    if (!small || !near(words.record_verb, 30)) return false; // 4-4-2 is a formation, 555-100-1234 a telephone number
    kind = Kind::record;
  } else if (reading.sets > 1) {
    kind = Kind::score;
  } else if (improved) {
    kind = Kind::record;
  } else if (preposition == "at" && reading.second <= Decimal{10} && !reading.second.is_zero() &&
             reading.first > reading.second && near(words.odds_word, 120)) {
    kind = Kind::odds; // "the favourite at 2-1 and the singer at 5-2"
  } else if ((near(words.odds_word, 30) || contains(text.lexicon->words("odds noun"), word_after(text, p))) &&
             reading.second <= Decimal{10} && !reading.second.is_zero() && reading.first >= reading.second) {
    kind = Kind::odds;
  } else if (near(words.vote_verb, 45) && !near(words.score_verb, 20)) {
    kind = Kind::vote;
  } else if (near(words.score_verb, 40) && (small || (innings && !reading.to))) {
    kind = Kind::score;
  } else if (near(words.record_verb, 25) && (small || (falls && reading.first < Decimal{400})) && !reading.to &&
             !(falls && near(&text.lexicon->words("score context"), 40))) {
    kind = Kind::record;
  } else if (!reading.to && small && falls) {
    kind = Kind::score; // no range falls or begins at nothing: "the 10-2 loss", "begin 0-2"
  } else {
    return false; // a range, or nothing that could be named
  }
  if (reading.to && reading.second == Decimal{1} && contains(text.lexicon->words("margin noun"), word_after(text, p)))
    return false; // a 2-to-1 margin
  if (reading.to && reading.second == Decimal{1} && near(&text.lexicon->words("proportion verb"), 40)) return false;
  // "10 to 15" near a verb of winning is still a range: words join scores only when the bigger number comes first.
  if (reading.to && reading.second > reading.first && kind != Kind::vote) return false;
  if (reading.to && kind == Kind::vote && word_before(text, at) == "from") return false;
  Claim& claim = slot.open();
  claim.kind = kind;
  set_value(claim, reading.first, Hedge::exactly);
  claim.hedge = Hedge::none;
  claim.figure.second = reading.second;
  claim.figure.third = reading.third;
  claim.span = claim.core = {text.offset(at), text.offset(p)};
  return true;
}

} // namespace claimcheck::extract
