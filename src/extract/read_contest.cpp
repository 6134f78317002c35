// Scores, votes, records and odds: the same shape, told apart by the words around it.
#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "grammars/contest.hpp"

namespace claimcheck::extract {

bool read_contest(grammar::TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  if (at != text.begin &&
      (is_word_byte(at[-1]) || at[-1] == '-' || at[-1] == '.' || at[-1] == '/' || at[-1] == '$' || at[-1] == ':'))
    return false;
  // Cheap refusal: up to six digits and separators, then a dash or " to ".
  char const* q = at;
  while (q != text.end && q - at < 7 && ((*q >= '0' && *q <= '9') || *q == ',')) ++q;
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
  bool const falls = reading.first >= reading.second || reading.first.is_zero();
  Kind kind = Kind::score;
  if (reading.numbers == 3) {
    if (!near(words.record_verb, 30)) return false; // 4-4-2 is a formation
    kind = Kind::record;
  } else if (reading.sets > 1) {
    kind = Kind::score;
  } else if (near(words.odds_word, 30) && reading.second <= Decimal{10} && reading.first >= reading.second) {
    kind = Kind::odds;
  } else if (near(words.vote_verb, 45) && !near(words.score_verb, 20)) {
    kind = Kind::vote;
  } else if (near(words.score_verb, 40) && small) {
    kind = Kind::score;
  } else if (near(words.record_verb, 25) && small && !reading.to &&
             !(falls && near(&text.lexicon->words("score context"), 40))) {
    kind = Kind::record;
  } else if (!reading.to && small && falls) {
    kind = Kind::score; // no range falls or begins at nothing: "the 10-2 loss", "begin 0-2"
  } else {
    return false; // a range, or nothing that could be named
  }
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
