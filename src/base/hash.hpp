// FNV-1a, 64 bits: a hash that is the same on every machine and in every run, so that it may be written into reports;
// and a faster one for tables in memory.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace claimcheck {

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = 14695981039346656037ULL) {
  for (char const byte : bytes) {
    state ^= static_cast<unsigned char>(byte);
    state *= 1099511628211ULL;
  }
  return state;
}

/// For tables of words: eight bytes a step. Words of up to eight bytes never share a hash. Never 0; differs between
/// byte orders, so it stays in memory.
inline std::uint64_t word_key(std::string_view word) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  char const* p = word.data();
  std::size_t n = word.size();
  std::uint64_t state = n * odd, chunk = 0;
  auto const take = [&] {
    state = (state ^ chunk) * odd;
    state ^= state >> 32;
  };
  for (; n > 8; n -= 8, p += 8) {
    std::memcpy(&chunk, p, 8);
    take();
  }
  chunk = 0;
  if (n >= 4) { // two overlapping halves hold all of four to eight bytes
    std::uint32_t front, back;
    std::memcpy(&front, p, 4);
    std::memcpy(&back, p + n - 4, 4);
    chunk = static_cast<std::uint64_t>(back) << 32 | front;
  } else {
    for (std::size_t i = 0; i < n; ++i)
      chunk |= static_cast<std::uint64_t>(static_cast<unsigned char>(p[i])) << (8 * i);
  }
  take();
  return state != 0 ? state : 1;
}

} // namespace claimcheck
