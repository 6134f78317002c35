// What the readers know of English: abbreviations, agencies, photo credits (grammars/en/text/*.yaml). Immutable after
// loading.
#pragma once

#include <array>
#include <cstdint>
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
  /// `text` begins (ends) with one of them.
  bool begins(std::string_view text) const {
    return by_first_[index(text.empty() ? '\0' : text.front())] && begins_slowly(text);
  }
  bool ends(std::string_view text) const {
    return by_last_[index(text.empty() ? '\0' : text.back())] && ends_slowly(text);
  }
  std::vector<std::string> const& all() const { return words_; }
  std::size_t longest() const { return longest_; }

 private:
  static std::size_t index(char c) { return static_cast<unsigned char>(c); }
  bool begins_slowly(std::string_view text) const;
  bool ends_slowly(std::string_view text) const;

  std::vector<std::string> words_;               // sorted
  std::array<bool, 256> by_first_{}, by_last_{}; // most texts are refused by one byte
  std::vector<std::uint32_t> slots_;             // 1 + index into `words_` by their word_key; 0 is free. A power of two
  std::size_t longest_ = 0;
};

/// The lists by the names they have in the files.
struct Words {
  WordSet titles, numbered, dates, either, places, never, starters, attribution_verbs;
  WordSet agencies, months, weekdays, date_words, place_words, labels;
  WordSet credit_openers, credit_endings, boilerplate, boilerplate_openers, boilerplate_endings, glued;

  /// Loaded on first use; thread-safe. A list that is missing is a broken build: throws std::runtime_error.
  static Words const& english();
};

} // namespace claimcheck::text
