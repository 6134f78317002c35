// How long runs of letters and digits are. Words are short and where they end cannot be predicted, so that a loop over
// their bytes costs a mispredicted branch at each word: eight bytes are looked at together instead.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace claimcheck {

namespace runs {

inline constexpr std::uint64_t ones = 0x0101010101010101ULL, high = 0x80 * ones;

/// The top bit of each of eight bytes that is not from `first` to `last`; both are ASCII.
constexpr std::uint64_t outside(std::uint64_t bytes, unsigned char first, unsigned char last) {
  std::uint64_t const low = bytes & ~high;
  std::uint64_t const reaches = low + (0x80U - first) * ones, passes = low + (0x7FU - last) * ones;
  return (~reaches | passes | bytes) & high;
}

template <char First, char Last>
std::size_t leading(char const* at, char const* last) {
  char const* p = at;
  while (last - p >= 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, p, 8);
    std::uint64_t const others = outside(bytes, First, Last);
    if (others != 0) return static_cast<std::size_t>(p - at) + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    p += 8;
  }
  while (p != last && *p >= First && *p <= Last) ++p;
  return static_cast<std::size_t>(p - at);
}

} // namespace runs

/// The length of the leading run of letters a-z.
inline std::size_t leading_letters(char const* at, char const* last) { return runs::leading<'a', 'z'>(at, last); }
/// The length of the leading run of digits.
inline std::size_t leading_digits(char const* at, char const* last) { return runs::leading<'0', '9'>(at, last); }

/// The length of the run of letters a-z that ends before `at`; `begin` bounds it.
inline std::size_t trailing_letters(char const* begin, char const* at) {
  char const* p = at;
  while (p - begin >= 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, p - 8, 8);
    std::uint64_t const others = runs::outside(bytes, 'a', 'z');
    if (others != 0) return static_cast<std::size_t>(at - p) + static_cast<std::size_t>(std::countl_zero(others)) / 8;
    p -= 8;
  }
  while (p != begin && p[-1] >= 'a' && p[-1] <= 'z') --p;
  return static_cast<std::size_t>(at - p);
}

} // namespace claimcheck
