// Shares of a whole and proportions: one in five, two-thirds, 3-to-1.
#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/subject.hpp"
#include "grammars/ratio.hpp"

namespace claimcheck::extract {
namespace {

/// A look at what stands behind the first number: most numbers begin no ratio, and the grammar costs more than this.
bool may_be_ratio(grammar::TextContext const& text, char const* at) {
  if (auto const hedge = text.lexicon->hedges_before.longest(at, text.end)) {
    at = hedge.end;
    while (at != text.end && *at == ' ') ++at;
  }
  char const* p = at;
  while (p != text.end && *p >= '0' && *p <= '9') ++p;
  if (p == at) p = at + leading_letters(at, text.end);
  if (p == at || p == text.end) return false;
  if (*p == ':' || *p == '-' || *p == '\xE2') return true;
  if (*p != ' ') return false;
  auto const next = word_after(text, p);
  switch (next.size()) {
  case 0:
    return false;
  case 2:
    return next == "in" || next == "of" || next == "as";
  case 3:
    return next == "out" || next == "the" || next == "its" || next == "his" || next == "her" || next == "our" ||
           next == "all" || next == "are" || next == "say";
  default:
    break;
  }
  return next == "their" || next == "those" || next == "that" || next == "were" || next == "said" ||
         text.lexicon->fractions.find(next) != nullptr;
}

} // namespace

bool read_ratio(grammar::TextContext const& text, char const* at, Claim& claim) {
  using namespace grammar;
  if (at != text.begin && (is_word_byte(at[-1]) || at[-1] == '-' || at[-1] == '.' || at[-1] == '/')) return false;
  if (!may_be_ratio(text, at)) return false;
  RatioReading reading;
  context const ctx{text};
  char const* p = at;
  if (!ratio.parse(p, text.end, ctx, x3::unused, reading)) return false;
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
