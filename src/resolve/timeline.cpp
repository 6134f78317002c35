#include "resolve/timeline.hpp"

#include <algorithm>
#include <string_view>

#include "resolve/calendar.hpp"
#include "resolve/tense.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::uint32_t near_sentences = 5; ///< a day so many sentences back is still the day being told of

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Does a resolved expression become one that later ones lean on?
bool can_be_leant_on(TemporalReading const& r, Temporal const& time) {
  if (r.form != TemporalForm::point || !time.when.known() || r.point.event) return false;
  if (r.shift.direction < 0 && r.shift.grain > Grain::day) return false; // "two decades earlier" is an aside
  if (r.range && time.when.grain >= Grain::year) return false;           // "(1876-1910)" is said by the way
  return r.point.span != Grain::century;
}

/// How many words stand in the text, up to `most`.
int count_words(std::string_view text, int most) {
  int n = 0;
  for (std::size_t i = 0; i < text.size() && n < most; ++i)
    n += is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]));
  return n;
}

} // namespace

std::string_view word_ending_before(std::string_view folded, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && folded[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter(folded[begin - 1])) --begin;
  return folded.substr(begin, end - begin);
}

bool stands_before(std::string_view folded, std::size_t at, PhraseTable<bool> const& words, int most) {
  for (int n = 0; n < most && at > 0; ++n) {
    std::string_view const word = word_ending_before(folded, at);
    if (word.empty()) return false;
    if (words.find(word) != nullptr) return true;
    at = static_cast<std::size_t>(word.data() - folded.data());
  }
  return false;
}

/// "until 1976", "since 513 BC", "by the end of 1942": the story stays where it is.
bool Timeline::is_limit(Span expression) const {
  return words_.limit_words.find(word_ending_before(document_.folded, expression.begin)) != nullptr;
}

/// What opens a sentence tells where the story stands.
bool Timeline::is_opening(Span expression, std::uint32_t sentence) const {
  if (sentence >= document_.sentences.size()) return false;
  std::uint32_t const from = document_.sentences[sentence].begin;
  if (expression.begin <= from) return true;
  return count_words(std::string_view(document_.folded).substr(from, expression.begin - from), 4) < 4;
}

/// Said by the way, in the midst of a sentence that is about another time: "the troops that had landed in late 1943",
/// "a campaign planned for 1976", "the 1968 convention".
bool Timeline::is_aside(TemporalReading const& r, Span expression, std::uint32_t sentence,
                        TimeInterval const& when) const {
  if (is_opening(expression, sentence)) return false;
  if (is_limit(expression) && !r.point.date.has_year()) return true; // "by December"
  std::string_view const folded = document_.folded;
  int const years =
      calendar::year_of(when.first_day()) - calendar::year_of(context_.story.first_day()); // how far the story would go
  if (years < 0 || years > 1) {
    std::string_view const before = word_ending_before(folded, expression.begin);
    bool const* const preposition = words_.date_prepositions.find(before);
    if (is_limit(expression) || before == "of" || before.empty()) return true; // "the treaty of 1954", "(1954)"
    if (when.grain > Grain::day && (preposition == nullptr || !*preposition) && before != "on" && before != "from")
      return true; // "the 1968 convention"
  }
  if (tense_at(document_, words_, expression, sentence) == Tense::future) return true;
  // "had landed in", "until the fall of the city in", "following the vote in"
  std::string_view const lead =
      folded.substr(document_.sentences[sentence].begin, expression.begin - document_.sentences[sentence].begin);
  return stands_before(lead, lead.size(), words_.aside_words, 8);
}

void Timeline::enter(TemporalReading const& r, Span span, std::uint32_t sentence) {
  context_.indefinite = r.point.date.has_weekday() &&
                        words_.indefinite_words.find(word_ending_before(document_.folded, span.begin)) != nullptr;
  context_.same_sentence = sentence == sentence_ && sentence != no_id;
  context_.near_last_day =
      sentence != no_id && sentence_of_day_ != no_id && sentence - sentence_of_day_ <= near_sentences;
}

void Timeline::remember(TemporalReading const& r, Temporal const& time, Span span, std::uint32_t sentence) {
  if (!can_be_leant_on(r, time)) return;
  if (context_.narrative && time.resolved_from == ResolvedFrom::document_date) return;
  TimeInterval when = time.when;
  if (when.grain < Grain::day) when = calendar::of_day(when.first_day());
  context_.mentioned = when;
  if (when.grain >= Grain::year && context_.last.known() && is_limit(span) && !is_opening(span, sentence)) return;
  bool const aside = context_.narrative && context_.story.known() && is_aside(r, span, sentence, when);
  context_.last = when;
  sentence_ = sentence;
  if (!aside) context_.story = when;
  if (when.grain == Grain::day) {
    context_.last_day = calendar::of_day(when.first_day());
    sentence_of_day_ = sentence;
  }
}

} // namespace claimcheck::resolve
