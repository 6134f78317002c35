// Finds the next of a few bytes, or of words' beginnings: a text is mostly letters, and its readers wait for a mark or
// for one of a few words. Sixteen bytes a step where the processor has SSE2, which is every x86-64.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace claimcheck {

/// The first place from `at` on, before `end`, that holds one of `bytes`; `end` when there is none. `end` is at most
/// the text's size.
template <char... bytes>
std::size_t find_byte(std::string_view text, std::size_t at, std::size_t end) {
#if defined(__SSE2__)
  for (; at + 16 <= end; at += 16) {
    __m128i const block = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text.data() + at));
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(bytes)))), ...);
    if (int const mask = _mm_movemask_epi8(found); mask != 0)
      return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(mask)));
  }
#endif
  while (at < end && !((text[at] == bytes) || ...)) ++at;
  return at;
}

/// The first place from `at` on, before `end`, of two bytes side by side; `end` when there is none.
template <char first, char second>
std::size_t find_pair(std::string_view text, std::size_t at, std::size_t end) {
#if defined(__SSE2__)
  for (; at + 17 <= end; at += 16) {
    auto const* const here = reinterpret_cast<__m128i const*>(text.data() + at);
    auto const* const next = reinterpret_cast<__m128i const*>(text.data() + at + 1);
    __m128i const found = _mm_and_si128(_mm_cmpeq_epi8(_mm_loadu_si128(here), _mm_set1_epi8(first)),
                                        _mm_cmpeq_epi8(_mm_loadu_si128(next), _mm_set1_epi8(second)));
    if (int const mask = _mm_movemask_epi8(found); mask != 0)
      return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(mask)));
  }
#endif
  for (; at + 1 < end; ++at)
    if (text[at] == first && text[at + 1] == second) return at;
  return end;
}

/// Calls `found` with each place where a run of letters a-z begins.
template <class Found>
void each_letter_run(std::string_view text, Found&& found) {
  std::size_t at = 0;
  bool inside = false; // a run goes on from before
#if defined(__SSE2__)
  for (; at + 16 <= text.size(); at += 16) {
    __m128i const block = _mm_loadu_si128(reinterpret_cast<__m128i const*>(text.data() + at));
    __m128i const letters =
        _mm_and_si128(_mm_cmpgt_epi8(block, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(block, _mm_set1_epi8('z' + 1)));
    auto const mask = static_cast<std::uint32_t>(_mm_movemask_epi8(letters));
    for (std::uint32_t begins = mask & ~(mask << 1 | std::uint32_t{inside}); begins != 0; begins &= begins - 1)
      found(at + static_cast<std::size_t>(__builtin_ctz(begins)));
    inside = (mask >> 15) != 0;
  }
#endif
  for (; at < text.size(); ++at) {
    bool const letter = text[at] >= 'a' && text[at] <= 'z';
    if (letter && !inside) found(at);
    inside = letter;
  }
}

} // namespace claimcheck
