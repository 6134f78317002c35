// What kinds of bytes the next 64 of a text are, as bits: most of a text is letters and single spaces, and words are
// found by counting bits instead of looking at each byte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace claimcheck::extract {

/// What a byte of folded text can begin.
enum ByteClass : std::uint8_t { other, small_letter, number, sign, high };

inline constexpr auto byte_classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = small_letter;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = number;
  for (char const c : {'$', '~', '<', '>', '\'', '&'}) table[static_cast<std::size_t>(c)] = sign;
  for (std::size_t c = 0x80; c < 256; ++c) table[c] = high;
  return table;
}();

inline ByteClass class_of(char c) { return static_cast<ByteClass>(byte_classes[static_cast<unsigned char>(c)]); }

/// One bit a byte, the lowest for the first.
struct ByteMasks {
  std::uint64_t letters = 0;
  std::uint64_t numbers = 0;
  std::uint64_t signs = 0;
  std::uint64_t highs = 0;
  std::uint64_t spaces = 0;

  friend bool operator==(ByteMasks const&, ByteMasks const&) = default;
};

/// The masks of the 64 bytes at `at`, one byte after another: for machines without SSE2, and what tests compare with.
inline ByteMasks byte_masks_one_by_one(char const* at) {
  ByteMasks masks;
  for (std::size_t i = 0; i < 64; ++i) {
    ByteClass const c = class_of(at[i]);
    masks.letters |= std::uint64_t{c == small_letter} << i;
    masks.numbers |= std::uint64_t{c == number} << i;
    masks.signs |= std::uint64_t{c == sign} << i;
    masks.highs |= std::uint64_t{c == high} << i;
    masks.spaces |= std::uint64_t{at[i] == ' '} << i;
  }
  return masks;
}

/// The masks of the 64 bytes at `at`. SSE2, which every x86-64 has, takes about one instruction a byte.
inline ByteMasks byte_masks(char const* at) {
#if defined(__SSE2__)
  auto const all = [](int c) { return _mm_set1_epi8(static_cast<char>(c)); };
  // A range of n bytes from `first`: moved down to the lowest signed values, it is what compares less.
  auto const in_range = [&](__m128i bytes, int first, int n) {
    return _mm_cmplt_epi8(_mm_add_epi8(bytes, all(-128 - first)), all(-128 + n));
  };
  auto const bits = [](__m128i bytes) { return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))}; };
  ByteMasks masks;
  for (int i = 0; i < 64; i += 16) {
    __m128i const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at + i));
    // & and ' differ in one bit, < and > in another
    __m128i const pairs = _mm_or_si128(_mm_cmpeq_epi8(_mm_and_si128(bytes, all(~1)), all('&')),
                                       _mm_cmpeq_epi8(_mm_and_si128(bytes, all(~2)), all('<')));
    __m128i const singles = _mm_or_si128(_mm_cmpeq_epi8(bytes, all('$')), _mm_cmpeq_epi8(bytes, all('~')));
    masks.letters |= bits(in_range(bytes, 'a', 26)) << i;
    masks.numbers |= bits(in_range(bytes, '0', 10)) << i;
    masks.signs |= bits(_mm_or_si128(pairs, singles)) << i;
    masks.highs |= bits(bytes) << i; // their top bit is set
    masks.spaces |= bits(_mm_cmpeq_epi8(bytes, all(' '))) << i;
  }
  return masks;
#else
  return byte_masks_one_by_one(at);
#endif
}

} // namespace claimcheck::extract
