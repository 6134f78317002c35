// FNV-1a, 64 bits: a hash that is the same on every machine and in every run, so that it may be written into reports.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimcheck {

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = 14695981039346656037ULL) {
  for (char const byte : bytes) {
    state ^= static_cast<unsigned char>(byte);
    state *= 1099511628211ULL;
  }
  return state;
}

} // namespace claimcheck
