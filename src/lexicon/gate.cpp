#include "lexicon/gate.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "lexicon/phrase_table.hpp"

namespace claimcheck {
namespace {

/// Behind these a second word belongs to the phrase; behind any other sign ("us$") the sign alone.
bool joins(char c) { return c == ' ' || c == '-' || c == '\'' || c == '.' || c == '&' || c == '/'; }

/// The first eight letters of a word, as a number. Words that differ only behind them share it: the gate may open once
/// too often.
std::uint64_t letters_of(char const* word, std::size_t length, char const* last) {
  std::uint64_t value = 0;
  if (last - word >= 8) {
    std::memcpy(&value, word, 8);
    if (length < 8) value &= (std::uint64_t{1} << (8 * length)) - 1;
  } else {
    std::memcpy(&value, word, std::min<std::size_t>(length, 7));
  }
  return value + length;
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ hash >> 29;
}

/// Hashes of a first word and of what joins it to the second, and of these with the second: its letters, or just that a
/// digit begins there. Spaces count as one; typographic apostrophes and hyphens as their plain forms, as in
/// PhraseTable. Never 0.
struct PairHash {
  std::uint64_t with_joint;
  std::uint64_t with_second; ///< the same where no second word belongs to the phrase
};

PairHash pair_hash(char const* word, std::size_t length, char const* last) {
  std::uint64_t const first = mix(0, letters_of(word, length, last));
  char const* p = word + length;
  if (p == last) return {first | 1, first | 1};
  char joint = *p;
  if (joint == ' ') {
    while (p != last && *p == ' ') ++p;
  } else if (joint == '\xE2' && last - p >= 3 && p[1] == '\x80') {
    joint = p[2] == '\x99' ? '\'' : '-';
    p += 3;
  } else {
    ++p;
  }
  std::uint64_t const joined = first + static_cast<unsigned char>(joint);
  if (p == last || !joins(joint)) return {joined | 1, joined | 1};
  std::size_t const letters = leading_letters(p, last);
  if (letters > 0) return {joined | 1, mix(joined, letters_of(p, letters, last)) | 1};
  return {joined | 1, mix(joined, *p >= '0' && *p <= '9' ? std::uint64_t{'0'} : static_cast<unsigned char>(*p)) | 1};
}

/// "jan." and "approx." are single words.
bool is_single_word(std::string_view phrase, std::size_t length) {
  return length == phrase.size() || (length + 1 == phrase.size() && phrase.back() == '.');
}

} // namespace

Gate::Gate() : slots_(1024), mask_(1023), phrases_(2048) {}

void Gate::add(std::string_view phrase, std::uint32_t families) {
  char const* const last = phrase.data() + phrase.size();
  std::size_t const length = leading_letters(phrase.data(), last);
  if (length == 0) return;
  if (!is_single_word(phrase, length)) {
    if (++phrase_count_ * 2 > phrases_.size()) {
      auto const old =
          std::exchange(phrases_, std::vector<std::pair<std::uint64_t, std::uint32_t>>(phrases_.size() * 2));
      for (auto const& [hash, value] : old) {
        if (hash == 0) continue;
        std::size_t at = hash >> 20 & (phrases_.size() - 1);
        while (phrases_[at].first != 0) at = (at + 1) & (phrases_.size() - 1);
        phrases_[at] = {hash, value};
      }
    }
    std::uint64_t const hash = pair_hash(phrase.data(), length, last).with_second;
    phrase_starts_.add(hash);
    std::size_t at = hash >> 20 & (phrases_.size() - 1);
    while (phrases_[at].first != 0 && phrases_[at].first != hash) at = (at + 1) & (phrases_.size() - 1);
    phrases_[at].first = hash;
    phrases_[at].second |= families;
    families = family_in_pair;
  }
  std::string const padded = std::string(phrase) + std::string(8, '\0');
  WordHash const word = hash(padded.data(), length);
  constexpr std::uint32_t next_decides = family_in_pair | family_name_before; // a name needs a number behind it
  std::uint64_t const opens = ((families & ~next_decides) != 0 ? 1U : 0U) | ((families & next_decides) != 0 ? 2U : 0U);
  opens_[word.value >> 54] |= opens << (word.value >> 48 & 62);
  if (!is_single_word(phrase, length) && phrase[length] == ' ') {
    char const* const second = padded.data() + length + 1;
    if (std::size_t const letters = leading_letters(second, padded.data() + phrase.size()); letters > 0)
      word_pairs_.add(pair_of(word, hash(second, letters)));
  }
  insert(key_of(padded.data(), length), static_cast<std::uint32_t>(length), families);
}

std::uint32_t Gate::pair_families(char const* word, std::size_t length, char const* last) const {
  auto const families_of = [&](std::uint64_t hash) -> std::uint32_t {
    if (phrase_starts_.test(hash) == 0) return 0;
    for (std::size_t at = hash >> 20 & (phrases_.size() - 1);; at = (at + 1) & (phrases_.size() - 1)) {
      if (phrases_[at].first == hash) return phrases_[at].second;
      if (phrases_[at].first == 0) return 0;
    }
  };
  PairHash const hash = pair_hash(word, length, last);
  std::uint32_t const families = families_of(hash.with_second);
  // A phrase may end with its joint ("s/" before 500), but not with a space.
  bool const spaced = word + length != last && word[length] == ' ';
  return spaced || hash.with_joint == hash.with_second ? families : families | families_of(hash.with_joint);
}

void Gate::insert(std::uint64_t key, std::uint32_t length, std::uint32_t families) {
  if (used_ * 4 > slots_.size()) { // a quarter full at most: a miss then costs one probe
    std::vector<Slot> const old = std::move(slots_);
    slots_.assign(old.size() * 2, {});
    mask_ = slots_.size() - 1;
    used_ = 0;
    for (Slot const& slot : old)
      if (slot.length != 0) insert(slot.key, slot.length, slot.families);
  }
  std::uint64_t const hash = hash_of(key, length);
  words_.add(hash);
  std::size_t at = hash >> 20 & mask_;
  while (slots_[at].length != 0 && !(slots_[at].length == length && slots_[at].key == key)) at = (at + 1) & mask_;
  if (slots_[at].length == 0) ++used_;
  slots_[at].key = key;
  slots_[at].length = length;
  slots_[at].families |= families;
}

} // namespace claimcheck
