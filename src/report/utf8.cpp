#include "report/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace claimcheck::report {
namespace {

// Blocks that a terminal draws without a column of their own, and with two. Coarse on purpose: a caret one column off
// is no harm.
constexpr std::array<std::pair<char32_t, char32_t>, 7> zero_width{{{0x300, 0x36f},
                                                                   {0x483, 0x489},
                                                                   {0x591, 0x5bd},
                                                                   {0x64b, 0x65f},
                                                                   {0x200b, 0x200f},
                                                                   {0x20d0, 0x20f0},
                                                                   {0xfe00, 0xfe0f}}};
constexpr std::array<std::pair<char32_t, char32_t>, 9> double_width{{{0x1100, 0x115f},
                                                                     {0x2e80, 0x303e},
                                                                     {0x3041, 0xa4cf},
                                                                     {0xac00, 0xd7a3},
                                                                     {0xf900, 0xfaff},
                                                                     {0xfe30, 0xfe6f},
                                                                     {0xff00, 0xff60},
                                                                     {0x1f300, 0x1faff},
                                                                     {0x20000, 0x3fffd}}};

template <class Table>
bool listed(Table const& table, char32_t c) {
  auto const after = std::upper_bound(table.begin(), table.end(), c,
                                      [](char32_t value, auto const& range) { return value < range.first; });
  return after != table.begin() && c <= std::prev(after)->second;
}

std::size_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  return listed(zero_width, c) ? 0 : listed(double_width, c) ? 2 : 1;
}

} // namespace

std::size_t utf8_sequence(std::string_view text, std::size_t at) {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  auto const continues = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  unsigned const lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return continues(at + 1) ? 2 : 0;
  if (lead < 0xf0) {
    if (!continues(at + 1) || !continues(at + 2)) return 0;
    if (lead == 0xe0 && byte(at + 1) < 0xa0) return 0;
    if (lead == 0xed && byte(at + 1) >= 0xa0) return 0;
    return 3;
  }
  if (lead > 0xf4 || !continues(at + 1) || !continues(at + 2) || !continues(at + 3)) return 0;
  if (lead == 0xf0 && byte(at + 1) < 0x90) return 0;
  if (lead == 0xf4 && byte(at + 1) >= 0x90) return 0;
  return 4;
}

char32_t code_point(std::string_view text, std::size_t at, std::size_t size) {
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  switch (size) {
  case 2:
    return (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f);
  case 3:
    return (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
  case 4:
    return (byte(0) & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
  default:
    return byte(0);
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = std::max<std::size_t>(utf8_sequence(text, at), 1);
    width += width_of(code_point(text, at, size));
    at += size;
  }
  return width;
}

std::string_view prefix_of_width(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = std::max<std::size_t>(utf8_sequence(text, at), 1);
    width += width_of(code_point(text, at, size));
    if (width > columns) return text.substr(0, at);
    at += size;
  }
  return text;
}

} // namespace claimcheck::report
