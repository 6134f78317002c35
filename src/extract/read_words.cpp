// Figures that words alone make: multipliers, ordinals, directions, magnitudes, zeros.
#include "claim/commitment.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/subject.hpp"
#include "grammars/numeral.hpp"

namespace claimcheck::extract {

using grammar::TextContext;

namespace {

Claim& place(Claim& claim, TextContext const& text, char const* begin, char const* end) {
  claim.span = claim.core = {text.offset(begin), text.offset(end)};
  return claim;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A change that makes smaller and is "more than" so much leaves less, one that is "nearly" so much leaves more.
void mirror(Interval& interval, Decimal value, Hedge hedge) {
  Decimal const twice = add(value, value);
  if (hedge == Hedge::more_than)
    interval = {Bound::closed_at(Decimal{0}), Bound::open_at(value)};
  else if (hedge == Hedge::nearly && interval.bounded())
    interval = {Bound::closed_at(value), Bound::closed_at(subtract(twice, interval.low.value))};
}

} // namespace

bool read_multiplier(TextContext const& text, char const* at, ClaimSlot& slot) {
  auto const found = text.longest(text.lexicon->multipliers, at, text.end);
  if (!found) return false;
  std::string_view const word(at, static_cast<std::size_t>(found.end - at));
  auto const next = word_after(text, found.end);
  // Verb forms state a change of size by themselves; the others only before what is compared ("twice as many", "double
  // the rate").
  bool const verb = word.ends_with("ed") || word.ends_with("ing") || word.ends_with("fold");
  if (!verb && !(next == "as" || next == "the" || next == "that" || next == "its" || next == "their" || next == "his" ||
                 next == "what"))
    return false;
  if (next == "as") { // "twice as large", but "served twice as Nalbandian broke"
    auto const behind = word_after(text, next.data() + next.size());
    if (!behind.empty() &&
        (text.capital(behind.data()) || (behind != "many" && behind != "much" && behind != "few" && behind != "less" &&
                                         contains(*text.lexicon->figure_words.noun_stop, behind))))
      return false;
  }
  if (verb && (next == "up" || next == "down" || next == "back" || next == "over" || next == "as")) return false;
  Claim& claim = slot.open();
  claim.kind = Kind::multiplier;
  set_value(claim, *found.value, Hedge::none);
  // doubled [1.85, 2.15], N-fold +/- 10 %, halved [0.45, 0.55] (research/checks.md 3.1)
  claim.figure.rounding = multiply(*found.value, Decimal{15, -2});
  claim.figure.interval = commitment(*found.value, Hedge::none, claim.figure.rounding);
  claim.figure.written_as_words = true;
  place(claim, text, at, found.end);
  // A hedge stands before the verb: "nearly doubled", "more than tripled".
  char const* const line = at;
  auto const before = word_before(text, line);
  for (auto const& [phrase, hedge] : {std::pair{std::string_view("nearly"), Hedge::nearly},
                                      {"almost", Hedge::nearly},
                                      {"than", Hedge::more_than},
                                      {"about", Hedge::about},
                                      {"roughly", Hedge::about}}) {
    if (before != phrase) continue;
    char const* begin = before.data();
    if (hedge == Hedge::more_than) {
      auto const more = word_before(text, begin);
      if (more != "more") break;
      begin = more.data();
    }
    claim.hedge = hedge;
    claim.figure.interval = commitment(*found.value, hedge, claim.figure.rounding);
    if (*found.value < Decimal{1})
      mirror(claim.figure.interval, *found.value, hedge); // "more than halved" is below half
    claim.hedge_span = {text.offset(begin), text.offset(before.data() + before.size())};
    claim.span.begin = text.offset(begin);
  }
  return true;
}

bool read_ordinal(TextContext const& text, char const* at, ClaimSlot& slot) {
  Decimal value;
  char const* end = at;
  if (is_digit(*at)) {
    if (at != text.begin && (is_word_byte(at[-1]) || at[-1] == '-' || at[-1] == '.' || at[-1] == '/' || at[-1] == ','))
      return false;
    std::int64_t n = 0;
    int digits = 0;
    while (end != text.end && (is_digit(*end) || (*end == ',' && end + 1 != text.end && is_digit(end[1]))) &&
           digits < 9) {
      if (*end != ',') {
        n = n * 10 + (*end - '0');
        ++digits;
      }
      ++end;
    }
    if (text.end - end < 2) return false;
    std::string_view const suffix(end, 2);
    if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return false;
    end += 2;
    if (!word_ends(end, text.end)) return false;
    value = Decimal{n};
  } else {
    char const* p = at;
    std::int32_t sum = 0;
    auto const tens = text.longest(text.lexicon->number_words, p, text.end); // twenty-first
    if (tens && tens.value->role == NumberWord::tens && tens.end != text.end &&
        (*tens.end == '-' || *tens.end == ' ')) {
      sum = tens.value->value;
      p = tens.end + 1;
    }
    auto const found = text.longest(text.lexicon->ordinals, p, text.end);
    if (!found || (sum > 0 && *found.value > 9)) return false;
    end = found.end;
    value = Decimal{sum + *found.value};
  }
  auto const& words = text.lexicon->figure_words;
  auto const next = word_after(text, end);
  // "42nd Street", "Fifth Avenue"
  if (contains(*words.street, next) && text.capital(next.data())) return false;
  bool superlative = false;
  if (end != text.end && *end == '-') {
    char const* p = end + 1;
    std::size_t const n = leading_letters(p, text.end);
    if (n < 3 || std::string_view(p, n).substr(n - 3) != "est") return false; // second-hand, third-party
    superlative = true;
    end = p + n;
  }
  // "First" and "second" are mostly no counts ("first lady", "a second goal"); before some nouns they are.
  if (!superlative && value < Decimal{3} && !is_digit(*at)) {
    if (!contains(*words.ordinal_noun, next)) return false;
  } else if (!superlative && text.capital(at) && !sentence_may_begin(text, at) && !next.empty() &&
             text.capital(next.data()) && !is_digit(*at)) {
    return false; // Third Reich, Fourth Estate
  }
  Claim& claim = slot.open();
  claim.kind = Kind::ordinal;
  set_value(claim, value, Hedge::exactly);
  claim.hedge = Hedge::none;
  claim.figure.written_as_words = !is_digit(*at);
  place(claim, text, at, end);
  CountedNoun const noun = counted_noun(text, end, true);
  claim.subject = noun.subject;
  return true;
}

bool read_direction(TextContext const& text, char const* at, bool after_distance, ClaimSlot& slot) {
  auto const found = text.longest(text.lexicon->directions, at, text.end);
  if (!found) return false;
  if (text.capital(at) && !sentence_may_begin(text, at)) return false; // North Carolina, the West
  auto const next = word_after(text, found.end);
  if (!after_distance) {
    if (next != "of") return false;
    char const* p = next.data() + next.size();
    while (p != text.end && *p == ' ') ++p;
    // "north of $100m" is a hedge; "south of the border" an idiom without a place: a name or a determined noun must
    // follow.
    if (p == text.end || !(text.capital(p) || std::string_view(p, leading_letters(p, text.end)) == "the")) return false;
  }
  Claim& claim = slot.open();
  claim.kind = Kind::direction;
  claim.bearing = static_cast<float>(*found.value) / 10.0F;
  place(claim, text, at, found.end);
  return true;
}

bool read_worded(TextContext const& text, char const* at, ClaimSlot& slot) {
  using namespace grammar;
  auto const word = word_after(text, at);
  char const* p = at + word.size();
  if (word == "magnitude") { // magnitude 6.5, magnitude-6.5
    if (p == text.end || (*p != ' ' && *p != '-')) return false;
    ++p;
    Numeral number;
    context const ctx{text};
    if (!digit_numeral.parse(p, text.end, ctx, x3::unused, number)) return false;
    if (number.value > Decimal{10} || number.scaled) return false;
    Claim& claim = slot.open();
    claim.kind = Kind::magnitude;
    set_value(claim, number.value, Hedge::none);
    claim.figure.unit = text.lexicon->units.find("magnitude").value_or(no_unit);
    place(claim, text, at, p);
    return true;
  }
  if (contains(*text.lexicon->figure_words.pair_word, word)) { // both sides; not "both X and Y", which names them
    CountedNoun const noun = counted_noun(text, p, false);
    if (noun.subject.head.empty() || word_after(text, noun.end) == "and") return false;
    Claim& claim = slot.open();
    claim.kind = Kind::count;
    set_value(claim, Decimal{2}, Hedge::exactly);
    claim.hedge = Hedge::none;
    claim.figure.written_as_words = true;
    place(claim, text, at, p);
    claim.subject = noun.subject;
    claim.subject.definite = true;
    return true;
  }
  if (word == "no") { // no survivors
    auto const next = word_after(text, p);
    if (next.empty() || !contains(*text.lexicon->figure_words.zero_counts, next)) return false;
    Claim& claim = slot.open();
    claim.kind = Kind::count;
    set_value(claim, Decimal{0}, Hedge::exactly);
    claim.hedge = Hedge::none;
    claim.figure.written_as_words = true;
    place(claim, text, at, p);
    claim.subject = counted_noun(text, p, false).subject;
    return true;
  }
  return false;
}

} // namespace claimcheck::extract
