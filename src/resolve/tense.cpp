#include "resolve/tense.hpp"

#include <algorithm>
#include <string_view>

#include "resolve/timeline.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::uint32_t window = 160; // bytes: further words belong to other clauses

/// A regular past tense or participle, long enough to be one: "jailed", but not "need", "speed".
bool ends_like_past(std::string_view word) {
  return word.size() >= 5 && word.ends_with("ed") && !word.ends_with("eed");
}

Tense of_word(CalendarWords const& words, std::string_view word) {
  if (bool const* future = words.tense_words.find(word)) return *future ? Tense::future : Tense::past;
  return ends_like_past(word) && words.past_lookalikes.find(word) == nullptr ? Tense::past : Tense::unknown;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z'); }

/// "will stay closed", "is closed through": a participle behind a modal, or in the present of what lasts until a day.
bool lies_ahead(CalendarWords const& words, std::string_view folded, std::uint32_t participle,
                std::uint32_t expression) {
  std::string_view const before = word_ending_before(folded, participle);
  if (stands_before(folded, participle, words.modals, 2)) return true;
  std::string_view const leads = word_ending_before(folded, expression);
  return words.until_words.find(leads) != nullptr && words.plan_verbs.find(before) != nullptr;
}

constexpr int schedule_reach = 6; // words between the verb and the day

} // namespace

Tense tense_at(text::Document const& document, CalendarWords const& words, Span expression, std::uint32_t sentence) {
  std::string_view const folded = document.folded;
  Span bounds{expression.begin > window ? expression.begin - window : 0,
              std::min<std::uint32_t>(expression.end + window, static_cast<std::uint32_t>(folded.size()))};
  if (sentence < document.sentences.size()) {
    bounds.begin = std::max(bounds.begin, document.sentences[sentence].begin);
    bounds.end = std::min(bounds.end, document.sentences[sentence].end);
  }
  // The nearest verb before the expression decides; "to meet on Tuesday" behind a past verb is the future.
  std::uint32_t p = expression.begin;
  bool infinitive = false;
  int distance = 0;
  std::string_view next_word;
  while (p > bounds.begin) {
    std::uint32_t end = p;
    while (end > bounds.begin && !is_letter(folded[end - 1])) {
      if (folded[end - 1] == '\n' || folded[end - 1] == ';') return Tense::unknown;
      --end;
    }
    std::uint32_t begin = end;
    while (begin > bounds.begin && is_letter(folded[begin - 1])) --begin;
    if (begin == end) break;
    std::string_view const word = folded.substr(begin, end - begin);
    if (begin >= bounds.begin + 1 && folded[begin - 1] == '\'' && word == "ll") return Tense::future;
    Tense const tense = of_word(words, word);
    if (word == "to" && !next_word.empty() && words.infinitives.find(next_word) != nullptr) infinitive = true;
    if (tense == Tense::future) return tense;
    // "The concert is Friday", "talks are on Tuesday": the present of a plan.
    if (++distance <= 2 && words.plan_verbs.find(word) != nullptr) return Tense::future;
    // "will be held on Tuesday": what stands before "be" says when.
    bool const passive = begin >= bounds.begin + 3 && folded.substr(begin - 3, 3) == "be " &&
                         (begin == bounds.begin + 3 || !is_letter(folded[begin - 4]));
    if (tense == Tense::past && !passive)
      return infinitive || (ends_like_past(word) && lies_ahead(words, folded, begin, expression.begin)) ? Tense::future
                                                                                                        : tense;
    if (distance <= schedule_reach && words.schedule_verbs.find(word) != nullptr) {
      std::string_view const before = word_ending_before(folded, begin);
      if (!before.empty() && words.noun_makers.find(before) == nullptr) return Tense::future;
    }
    next_word = word;
    p = begin;
  }
  for (p = expression.end; p < bounds.end;) {
    while (p < bounds.end && !is_letter(folded[p])) ++p;
    std::uint32_t const begin = p;
    while (p < bounds.end && is_letter(folded[p])) ++p;
    if (begin == p) break;
    Tense const tense = of_word(words, folded.substr(begin, p - begin));
    if (tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

} // namespace claimcheck::resolve
