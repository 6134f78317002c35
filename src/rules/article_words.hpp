// Reads the words around a claim: for relations that no pattern can state.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::rules {

/// Reads the folded text by words, within bounds.
class Words {
 public:
  explicit Words(Article const& article) : article_(article), text_(article.document.folded) {}

  Span sentence(std::uint32_t at) const {
    auto const& sentences = article_.document.sentences;
    std::uint32_t const index = article_.document.sentence_at(at);
    return index < sentences.size() ? sentences[index] : Span{at, at};
  }
  /// The word that begins at `at`, spaces and hyphens before it skipped; empty at a mark of punctuation.
  Span next(std::uint32_t at, std::uint32_t limit) const {
    while (at < limit && (text_[at] == ' ' || text_[at] == '-')) ++at;
    std::uint32_t end = at;
    while (end < limit && is_word_byte(text_[end])) ++end;
    return {at, end};
  }
  /// The word that ends before `at`.
  Span previous(std::uint32_t at, std::uint32_t limit) const {
    while (at > limit && text_[at - 1] == ' ') --at;
    std::uint32_t begin = at;
    while (begin > limit && (is_word_byte(text_[begin - 1]))) --begin;
    return {begin, at};
  }
  std::string_view operator()(Span span) const { return text_.substr(span.begin, span.size()); }
  /// A class by its name, for callers that ask for many words: each search by name costs more than a look at a word.
  WordClass const* word_class(std::string_view name) const { return article_.lexicon->word_class(name); }
  bool is(Span span, std::string_view class_name) const { return is(span, word_class(class_name)); }
  bool is(Span span, WordClass const* words) const {
    if (words == nullptr || span.empty()) return false;
    auto const match = words->longest(text_.data() + span.begin, text_.data() + text_.size());
    return match && match.end == text_.data() + span.end;
  }
  /// The last word of the class that begins in `where`; empty when there is none.
  Span last(Span where, std::string_view class_name) const {
    Span out;
    WordClass const* const words = article_.lexicon->word_class(class_name);
    if (words == nullptr) return out;
    bool start = true;
    for (std::uint32_t at = where.begin; at < where.end; ++at) {
      if (start)
        if (auto const match = words->longest(text_.data() + at, text_.data() + where.end))
          out = {at, static_cast<std::uint32_t>(match.end - text_.data())};
      start = !is_word_byte(text_[at]);
    }
    return out;
  }

 private:
  Article const& article_;
  std::string_view text_;
};

/// Word classes whose names begin alike, such as the families of words for one kind of event: "running war", "running
/// strike".
inline std::vector<std::string_view> families(Article const& article, std::string_view prefix) {
  return article.lexicon->class_names(prefix);
}

} // namespace claimcheck::rules
