// What the readers know of English: abbreviations, agencies, photo credits (grammars/en/text/*.yaml). Immutable after loading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck::text {

/// A set of lower-case words and phrases.
class WordSet {
public:
  WordSet() = default;
  explicit WordSet(std::vector<std::string> words);
  bool contains(std::string_view word) const;
  std::vector<std::string> const& all() const { return words_; }
  std::size_t longest() const { return longest_; }

private:
  std::vector<std::string> words_; // sorted
  std::size_t longest_ = 0;
};

/// The lists by the names they have in the files.
struct Words {
  WordSet titles, numbered, dates, either, places, never, starters, attribution_verbs;
  WordSet agencies, months, weekdays, date_words, place_words;
  WordSet credit_openers, credit_endings, boilerplate, boilerplate_openers, boilerplate_endings, glued;

  /// Loaded on first use; thread-safe. A list that is missing is a broken build: throws std::runtime_error.
  static Words const& english();
};

} // namespace claimcheck::text
