// The first sieve of the scanner: where in the next bytes of a text a claim can begin.
//
// Nearly every word begins nothing, and a branch on each ("does the gate know it?") is mispredicted at every third: the
// commonest words of English ("the", "of", "in", "a") begin phrases that their second words decide. So all words of up
// to 64 bytes are looked up without a branch, each together with the one behind it, and only what passes is looked at:
// in news 68,000 of 562,000 words instead of 167,000. The search itself takes 1 ns a byte, a tenth of the whole
// reading.
#pragma once

#include <algorithm>
#include <bit>
#include <cstring>

#include "extract/byte_masks.hpp"
#include "lexicon/gate.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck::extract {

struct Openings {
  std::size_t size = 0;      ///< how many bytes were looked at; 0 where the first word needs another way of reading
  std::uint64_t at = 0;      ///< one bit a byte: a claim may begin there
  std::uint64_t letters = 0; ///< which bytes are letters a-z
  std::uint64_t words = 0;   ///< which are letters or digits

  /// Where the letters, or the letters and digits, that stand at `i` end; `i` where there are none.
  std::size_t letters_end(std::size_t i) const { return i + static_cast<std::size_t>(std::countr_one(letters >> i)); }
  std::size_t word_end(std::size_t i) const { return i + static_cast<std::size_t>(std::countr_one(words >> i)); }
};

/// Looks at the bytes from `from`, where a word may begin, to `last` at the most. Stops before a byte that is no ASCII
/// and before a word that is not wholly in sight or touches such a byte.
inline Openings find_openings(Gate const& gate, char const* from, char const* last, char const* readable_end) {
  // 64 bytes at a time, and 8 at each word: the end of the text is copied to where they can be read.
  constexpr std::size_t reach = 64 + 8;
  auto const left = static_cast<std::size_t>(last - from);
  char copy[reach] = {};
  char const* bytes = from;
  if (readable_end - from < static_cast<std::ptrdiff_t>(reach)) {
    std::memcpy(copy, from, std::min(left, reach));
    bytes = copy;
  }
  auto const below = [](std::size_t size) { return (std::uint64_t{1} << size) - 1; };
  ByteMasks const masks = byte_masks(bytes);
  Openings out;
  out.size = std::min<std::size_t>(left, 63); // the bit behind the last byte must exist
  if (std::uint64_t const highs = masks.highs & below(out.size); highs != 0)
    out.size = static_cast<std::size_t>(std::countr_zero(highs));
  out.words = (masks.letters | masks.numbers) & below(out.size);
  if (out.size < left && out.size > 0)
    out.size -= static_cast<std::size_t>(std::countl_one(out.words << (64 - out.size)));
  out.words &= below(out.size);
  out.letters = masks.letters & out.words;
  out.at = (masks.signs & below(out.size)) | (out.words & ~(out.words << 1) & masks.numbers);

  // The words by their first bits and the bits behind them. Behind a `plain` end stand a space and another word.
  std::uint64_t starts = out.letters & ~(out.letters << 1);
  std::uint64_t ends = ~out.letters & (out.letters << 1);
  std::uint64_t const plain = ends & masks.spaces & (masks.letters >> 1);
  std::uint64_t const inner = starts & (masks.numbers << 1); // the letters of "5km": no words
  Gate::WordHash before{};
  std::uint64_t phrase = 0; // the bit of the word before where it begins phrases: the next word decides
  std::size_t next = 0;     // where that stands
  for (; ends != 0; starts &= starts - 1, ends &= ends - 1) {
    auto const i = static_cast<std::size_t>(std::countr_zero(starts));
    auto const end = static_cast<std::size_t>(std::countr_zero(ends));
    Gate::WordHash const word = Gate::hash(bytes + i, end - i);
    Gate::Opens const opens = gate.opens(word);
    std::uint64_t const decided = plain >> end & 1; // else it is no word that the phrase goes on with: look closely
    out.at |= phrase & (0 - gate.may_be_pair(before, word));
    out.at |= (opens.alone | (opens.phrases & ~decided)) << i;
    phrase = (opens.phrases & decided) << i;
    before = word;
    next = end + 1;
  }
  if (phrase != 0) { // the next word is not wholly in sight
    Gate::WordHash const word = Gate::hash(bytes + next, leading_letters(bytes + next, bytes + reach));
    out.at |= phrase & (0 - gate.may_be_pair(before, word));
  }
  out.at &= ~inner;
  return out;
}

} // namespace claimcheck::extract
