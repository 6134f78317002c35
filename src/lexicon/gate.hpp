// The trigger gate: can a claim begin at this word? One probe a word, so that grammars run only where they have a
// chance.
//
// Grammars cost about 80 ns an attempt and more, and most words begin nothing; a table of the words that do (from the
// same word lists that the grammars use) lets 90 % of a text pass at memory speed (research/architecture.md 2.5).
// Phrases are registered by their first two words: "the", "in" and "of" begin some phrases and nearly always something
// else.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace claimcheck {

/// What may begin at a word; several may.
enum Family : std::uint32_t {
  family_numeral = 1u << 0, ///< number words, "half"; "a" before a scale word, unit or fraction
  family_ordinal = 1u << 1,
  family_hedge = 1u << 2,
  family_vague = 1u << 3,
  family_currency = 1u << 4, ///< US$, Rs, USD before a number
  family_multiplier = 1u << 5,
  family_month = 1u << 6,
  family_weekday = 1u << 7,
  family_time_word = 1u << 8, ///< today, last, noon, spring ...: the first words of calendar expressions
  family_direction = 1u << 9,
  family_age = 1u << 10,         ///< aged, under-18s
  family_idiom = 1u << 11,       ///< a false friend begins here: skip it as a whole
  family_name_before = 1u << 13, ///< "No.", "Route", "Room", "Boeing": the number behind it is a name
  // Which kind of calendar expression a word begins: each word of these has family_time_word too (but for months,
  // weekdays, ordinals).
  family_time_modifier = 1u << 14, ///< early, "end of", mid
  family_time_step = 1u << 15,     ///< last, this, next, following, same
  family_time_unit = 1u << 16,     ///< day, weeks
  family_time_season = 1u << 17,
  family_time_part = 1u << 18,       ///< morning, noon; half, quarter (past six)
  family_time_named = 1u << 19,      ///< first words of named days and events
  family_time_deictic = 1u << 20,    ///< yesterday
  family_time_reference = 1u << 21,  ///< now
  family_time_recurrence = 1u << 22, ///< every, daily
  family_time_decade = 1u << 23,     ///< nineties
  family_time_mark = 1u << 24,       ///< fy, q, h, fiscal, AD, recent
  family_in_pair = 1u << 29,         ///< the word begins phrases whose second word decides: ask pair_families
};

/// Which hashes occur, by their upper bits: most words and pairs end here, in 8 KiB that stay in the nearest cache.
template <unsigned Bits>
class HashFilter {
 public:
  void add(std::uint64_t hash) { words_[place(hash) / 64] |= std::uint64_t{1} << (place(hash) % 64); }
  /// 1 when this hash was added, or another with the same upper bits.
  std::uint64_t test(std::uint64_t hash) const { return words_[place(hash) / 64] >> (place(hash) % 64) & 1; }

 private:
  static std::uint64_t place(std::uint64_t hash) { return hash >> (64 - Bits); }
  std::array<std::uint64_t, (std::size_t{1} << Bits) / 64> words_{};
};

class Gate {
 public:
  Gate();
  /// Registers a folded phrase: a single word by itself, a longer phrase by its first two words and what stands between
  /// them. Phrases that begin with no letter are not gated by words and are ignored.
  void add(std::string_view folded_phrase, std::uint32_t families);

  /// The families of a word of `length` letters a-z at `word`, among them perhaps family_in_pair. Reads 8 bytes from
  /// `word`.
  std::uint32_t families(char const* word, std::size_t length) const {
    std::uint64_t const key = key_of(word, length);
    std::uint64_t const hash = hash_of(key, length);
    if (words_.test(hash) == 0) return 0;
    for (std::size_t slot = hash >> 20 & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot].length == length && slots_[slot].key == key) return slots_[slot].families;
      if (slots_[slot].length == 0) return 0;
    }
  }
  /// For the first sieve of the scanner (extract/openings.hpp): the first eight letters of a word, hashed.
  struct WordHash {
    std::uint64_t value = 0;
  };
  /// Reads 8 bytes from `word`. `length` is not 0.
  static WordHash hash(char const* word, std::size_t length) {
    std::uint64_t letters;
    std::memcpy(&letters, word, 8);
    return {(letters << (64 - 8 * std::min<std::size_t>(length, 8))) * 0x9E3779B97F4A7C15ULL};
  }
  /// 0 or 1 each: whether `families` of this word may be other than 0 by the word itself, and whether it may become so
  /// by what follows.
  struct Opens {
    std::uint64_t alone;
    std::uint64_t phrases;
  };
  Opens opens(WordHash word) const {
    std::uint64_t const bits = opens_[word.value >> 54] >> (word.value >> 48 & 62);
    return {bits & 1, bits >> 1 & 1};
  }
  /// 1 where both words, with one space between, may begin a phrase.
  std::uint64_t may_be_pair(WordHash first, WordHash second) const { return word_pairs_.test(pair_of(first, second)); }

  /// The families of the phrases that begin with the word of `length` letters at `word` and go on as the text does, up
  /// to `last`.
  std::uint32_t pair_families(char const* word, std::size_t length, char const* last) const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t length = 0; ///< 0 marks a free slot
    std::uint32_t families = 0;
  };
  static std::uint64_t key_of(char const* word, std::size_t length) {
    std::uint64_t key;
    std::memcpy(&key, word, 8);
    return length >= 8 ? key : key & ((std::uint64_t{1} << (8 * length)) - 1);
  }
  static std::uint64_t hash_of(std::uint64_t key, std::size_t length) { return (key ^ length) * 0x9E3779B97F4A7C15ULL; }
  static std::uint64_t pair_of(WordHash first, WordHash second) { return std::rotl(first.value, 7) ^ second.value; }
  void insert(std::uint64_t key, std::uint32_t length, std::uint32_t families);

  HashFilter<16> words_;
  std::array<std::uint64_t, 1024> opens_{}; ///< two bits for each hash by its upper 15 bits: Opens
  HashFilter<16> word_pairs_;               ///< of the first two words of phrases
  HashFilter<16> phrase_starts_;            ///< the same with any joint between them, as pair_families hashes them
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>>
      phrases_; ///< open addressing by the hash of the first two words; hash 0 is free
  std::size_t phrase_count_ = 0;
};

} // namespace claimcheck
