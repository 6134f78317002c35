// Words and phrases that mean something: the longest one that stands at a place of the folded text.
//
// Keys are folded (lower case). In a key a space matches one or more spaces, ' matches also the typographic apostrophe,
// and - also the non-breaking hyphen. A phrase matches whole words only.
#pragma once

#include <algorithm>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/runs.hpp"

namespace claimcheck {

/// Letters, digits and every byte of a multi-byte character: what a word is made of.
inline bool is_word_byte(char c) {
  auto const u = static_cast<unsigned char>(c);
  return (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || u >= 0x80;
}

/// A word ends at `at`: the next character is no letter or digit. Typographic punctuation (U+2000..206F, 0xE2
/// 0x80/0x81) ends a word.
inline bool word_ends(char const* at, char const* last) {
  if (at == last) return true;
  auto const u = static_cast<unsigned char>(*at);
  if (u == 0xE2 && last - at >= 2 &&
      (static_cast<unsigned char>(at[1]) == 0x80 || static_cast<unsigned char>(at[1]) == 0x81))
    return true;
  if (u == 0xC2) return true; // no-break space, degree sign, pound sign, section sign ...
  return !is_word_byte(*at);
}

/// Matches one key at `at`; the end of the match, or nullptr. Does not look at word ends.
inline char const* match_phrase(std::string_view key, char const* at, char const* last) {
  for (char const k : key) {
    if (at == last) return nullptr;
    if (k == ' ') {
      if (*at != ' ') return nullptr;
      while (at != last && *at == ' ') ++at;
    } else if (*at == k) {
      ++at;
    } else if (k == '\'' && last - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' && at[2] == '\x99') {
      at += 3;
    } else if (k == '-' && last - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' &&
               (at[2] == '\x90' || at[2] == '\x91')) {
      at += 3;
    } else {
      return nullptr;
    }
  }
  return at;
}

/// The leading letters at a place, or the one sign of phrases that begin with none ("$", "°c"), hashed: what a table
/// finds its phrases by. One key serves all tables, which tell most words that they do not have by one bit of it.
struct PhraseKey {
  std::uint64_t value = 0;
};
/// Of the first eight bytes and the length: longer words may share it, the phrases themselves are compared afterwards.
/// A letter behind a sign is part of the key, and so is a digit behind a digit: the mark that opens "black hole" is no
/// inch, "24" no beginning of "2x4".
inline PhraseKey phrase_key(char const* at, char const* last) {
  std::size_t n = leading_letters(at, last);
  if (n == 0 && at != last) {
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    n = last - at > 1 && ((at[1] >= 'a' && at[1] <= 'z') || (digit(at[0]) && digit(at[1]))) ? 2 : 1;
  }
  std::uint64_t bytes = 0;
  if (last - at >= 8) {
    std::memcpy(&bytes, at, 8);
    if (n < 8) bytes &= (std::uint64_t{1} << (8 * n)) - 1;
  } else if (n != 0) { // `at` may be null
    std::memcpy(&bytes, at, n);
  }
  return {(bytes + n) * 0x9E3779B97F4A7C15ULL};
}

template <class Value>
class PhraseTable {
 public:
  struct Match {
    Value const* value = nullptr;
    char const* end = nullptr;
    explicit operator bool() const { return value != nullptr; }
  };

  /// A key may be added once; the first one stays. False when it was there already.
  bool add(std::string_view key, Value value) {
    auto const word = phrase_key(key.data(), key.data() + key.size());
    first_words_.set(filter_place(word));
    std::size_t const letters = leading_letters(key.data(), key.data() + key.size());
    Slot& slot = slot_for(word.value, letters < 8 ? letters : 0);
    slot.seconds |= second_letter(key.data(), key.data() + key.size());
    auto& bucket = buckets_[slot.bucket - 1];
    for (auto const& entry : bucket)
      if (entry.key == key) return false;
    Entry entry{std::string(key), std::move(value)};
    auto const place =
        std::find_if(bucket.begin(), bucket.end(), [&](Entry const& e) { return e.key.size() < entry.key.size(); });
    bucket.insert(place, std::move(entry));
    ++size_;
    return true;
  }

  /// The longest key that stands at `at` and ends a word there. Keys that end in punctuation ("p.m.") need no word end.
  Match longest(char const* at, char const* last) const { return longest(phrase_key(at, last), at, last); }
  /// The same where the key of the place is known.
  Match longest(PhraseKey key, char const* at, char const* last) const {
    return first_words_.test(filter_place(key)) ? longest(key, at, last, false) : Match{};
  }
  /// The same, but a digit may follow directly: "Rs500", "US$5".
  Match longest_before_digit(char const* at, char const* last) const {
    return longest(phrase_key(at, last), at, last, true);
  }
  Value const* find(std::string_view key) const {
    Match const match = longest(key.data(), key.data() + key.size());
    return match && match.end == key.data() + key.size() ? match.value : nullptr;
  }
  std::size_t size() const { return size_; }
  /// Every key, in no particular order.
  template <class Function>
  void each(Function&& function) const {
    for (auto const& bucket : buckets_)
      for (auto const& entry : bucket) function(entry.key, entry.value);
  }

 private:
  struct Entry {
    std::string key;
    Value value;
  };
  /// Where the keys with one first word are: buckets_[bucket - 1], longest first. 0 marks a free slot.
  struct Slot {
    std::uint64_t word = 0;
    std::uint32_t bucket = 0;
    std::uint32_t same =
        0; ///< how many bytes an equal key proves to be equal: all letters of a word of fewer than eight
    std::uint32_t seconds = 0; ///< what the second words of the phrases begin with: a bit each, see second_letter
  };
  static constexpr std::uint32_t other_second = 1U << 26;
  /// What the second word of a phrase begins with: one bit a letter, `other_second` for anything else or none.
  static std::uint32_t second_letter(char const* at, char const* last) {
    char const* second = at + leading_letters(at, last);
    if (last - second < 2 || *second != ' ') return other_second;
    ++second;
    while (second != last && *second == ' ') ++second;
    return second != last && *second >= 'a' && *second <= 'z' ? 1U << (*second - 'a') : other_second;
  }
  Match longest(PhraseKey key, char const* at, char const* last, bool digit_may_follow) const {
    if (slots_.empty()) return {};
    std::size_t slot = slot_of(key.value);
    while (slots_[slot].word != key.value) {
      if (slots_[slot].bucket == 0) return {};
      slot = (slot + 1) & (slots_.size() - 1);
    }
    if (slots_[slot].bucket == 0) return {};
    std::size_t const same = slots_[slot].same;
    auto const& bucket = buckets_[slots_[slot].bucket - 1];
    // Many phrases begin with "in" or "more", and nearly all have another second word than the text.
    if (bucket.size() > 1 && (slots_[slot].seconds & (second_letter(at, last) | other_second)) == 0) return {};
    for (auto const& entry : bucket) {
      char const* const end = match_phrase(std::string_view(entry.key).substr(same), at + same, last);
      if (end == nullptr) continue;
      if (!is_word_byte(entry.key.back()) || word_ends(end, last) || (digit_may_follow && *end >= '0' && *end <= '9'))
        return {&entry.value, end};
    }
    return {};
  }
  /// Of 512 bits, 64 bytes a table.
  static std::size_t filter_place(PhraseKey key) { return static_cast<std::size_t>(key.value >> 55); }
  std::size_t slot_of(std::uint64_t word) const { return static_cast<std::size_t>(word >> 32) & (slots_.size() - 1); }

  Slot& slot_for(std::uint64_t word, std::size_t same) {
    if ((buckets_.size() + 1) * 3 > slots_.size()) { // a third full at most
      std::vector<Slot> const old =
          std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(16, slots_.size() * 2)));
      for (Slot const& entry : old)
        if (entry.bucket != 0) slots_[free_slot(entry.word)] = entry;
    }
    std::size_t const slot = free_slot(word);
    if (slots_[slot].bucket == 0) {
      buckets_.emplace_back();
      slots_[slot] = {word, static_cast<std::uint32_t>(buckets_.size()), static_cast<std::uint32_t>(same), 0};
    }
    return slots_[slot];
  }
  /// The slot of this word, or the free one where it belongs.
  std::size_t free_slot(std::uint64_t word) const {
    std::size_t slot = slot_of(word);
    while (slots_[slot].bucket != 0 && slots_[slot].word != word) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  std::bitset<512> first_words_; ///< which keys may be there: most look-ups end here
  std::vector<Slot> slots_;      // open addressing, a power of two
  std::vector<std::vector<Entry>> buckets_;
  std::size_t size_ = 0;
};

} // namespace claimcheck
