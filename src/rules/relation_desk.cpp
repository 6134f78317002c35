// What a desk has put down about words: how it spells a name, and how many there have been of what is counted.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_names.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;

namespace {

constexpr std::size_t longest_phrase = 6; ///< words

/// Where words begin and end inside a span.
std::vector<Span> words_of(std::string_view folded, Span span) {
  std::vector<Span> words;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (!is_word_byte(folded[at])) {
      ++at;
      continue;
    }
    std::uint32_t const begin = at;
    while (at < span.end && (is_word_byte(folded[at]) || folded[at] == '\'' || folded[at] == '-')) ++at;
    words.push_back({begin, at});
  }
  return words;
}

/// How the desk spells the thing that the words name; by the words themselves, or as a name of a person or place of the
/// user's own.
std::optional<Fact> spelling_of(Article const& article, std::string_view name) {
  auto facts = article.reference->lookup(name, Property::spelling, article.date.day);
  if (facts.size() == 1) return std::move(facts.front());
  return {};
}

/// The words stand in the text as whole words, with the same capitals and marks.
bool holds_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    bool const begins = at == 0 || !is_word_byte(text[at - 1]);
    bool const ends = at + words.size() == text.size() || !is_word_byte(text[at + words.size()]);
    if (begins && ends) return true;
  }
  return false;
}

std::vector<Binding> find_spellings(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr || !article.reference->holds(Property::spelling)) return found;
  resolve::PlaceNames const names(article);
  for (auto const& run : names.runs()) {
    auto const words = words_of(article.document.folded, run.span);
    for (std::size_t first = 0; first < words.size(); ++first)
      for (std::size_t n = std::min(longest_phrase, words.size() - first); n > 0; --n) {
        Span const span{words[first].begin, words[first + n - 1].end};
        std::string_view const written = article.document.text(span);
        auto const fact = spelling_of(article, written);
        if (!fact || fact->text.empty()) continue;
        std::string_view const whole = article.document.text(run.span);
        bool const right = holds_words(whole, fact->text);
        Texts texts;
        Binding binding;
        binding.slots = {Slot::of_text(span, written), Slot::of_value(texts.value(fact->text)),
                         Slot::of_value(Value::of(right))};
        binding.citations = {
            cite(*fact, fmt::format("{}{}{}", fact->text, fact->definition.empty() ? "" : ": ", fact->definition))};
        binding.texts = texts.keep();
        found.push_back(std::move(binding));
        first += n - 1; // a word of a longer name is not looked at alone
        break;
      }
  }
  return found;
}

/// "two prior rounds of talks": the phrase behind the number that a fact counts, the longest first.
std::optional<std::pair<Span, Fact>> counted_phrase(Article const& article, Claim const& claim, bool& prior) {
  Span const sentence = article.document.sentences[claim.sentence];
  std::uint32_t const begin = claim.core.begin;
  auto words = words_of(article.document.folded, {begin, std::min(sentence.end, begin + 120)});
  if (words.size() < 2) return {};
  words.erase(words.begin()); // the number
  auto const& before = article.lexicon->words("counted-before");
  while (!words.empty() &&
         contains(before, article.document.folded_text(words.front()))) { // "prior", "previous", "earlier"
    prior = true;
    words.erase(words.begin());
  }
  for (std::size_t n = std::min(longest_phrase, words.size()); n > 0; --n) {
    Span const span{words.front().begin, words[n - 1].end};
    auto facts = article.reference->lookup(article.document.text(span), Property::count, article.date.day);
    if (facts.size() == 1 && facts.front().value) return std::pair(span, std::move(facts.front()));
  }
  return {};
}

std::vector<Binding> find_counts(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr || !article.reference->holds(Property::count)) return found;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    bool const counts = claim.kind == Kind::count || claim.kind == Kind::number;
    if (!counts || !claim.figure.exact_known || claim.sentence == no_id) continue;
    bool prior = false;
    auto const counted = counted_phrase(article, claim, prior);
    if (!counted) continue;
    Fact const& fact = counted->second;
    Binding binding;
    binding.slots = {Slot::of_claim(id, claim.span),
                     Slot::of_text(counted->first, article.document.text(counted->first)),
                     Slot::of_value(Value::point(*fact.value, Measure::plain)), Slot::of_value(Value::of(prior))};
    binding.citations = {
        cite(fact, fmt::format("{}: {}", article.document.text(counted->first), fact.value->to_string()))};
    if (!article.date.day && (fact.from || fact.to || !fact.as_of.empty()))
      binding.open = OpenQuestion{"unresolved", "the day on which they were counted is not certain"};
    found.push_back(std::move(binding));
  }
  return found;
}

} // namespace

std::vector<Relation> desk_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), number = Type::figure(Measure::plain);
  return {{"desk-spelling",
           "A name of which the user's facts say how it is spelled. Only with --facts.",
           {{"written", "", text, false, "the name as the text has it"},
            {"wanted", "", text, false, "as the desk spells it"},
            {"right", "", truth, false, "the text has it so"}},
           find_spellings},
          {"known-count",
           "A number of things that the user's facts count: \"two prior rounds of talks\". Only with --facts.",
           {{"stated", "count|number", {}, false, "the stated number"},
            {"counted", "", text, false, "what is counted"},
            {"known", "", number, false, "how many there had been, as the facts have it for the day of the article"},
            {"prior", "", truth, false, "the text counts those before: the one of which it tells may be left out"}},
           find_counts}};
}

} // namespace claimcheck::rules
