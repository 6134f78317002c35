// The folded copy: one pass that compilers turn into vector code for ASCII, then a repair of the few bytes that are
// not.
#include "text/document.hpp"
#include "text/encoding.hpp"

namespace claimcheck::text {
namespace {

/// The lower case of a Latin letter beyond ASCII, where it has as many bytes in UTF-8; the letter itself otherwise.
char32_t lower(char32_t c) {
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
  if (c == 0x178) return 0xFF;
  if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F)
    return c; // dotted I has no partner of its length
  bool const even_is_upper = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1DE && c <= 0x1EF) ||
                             (c >= 0x1F8 && c <= 0x21F) || (c >= 0x222 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1E95) ||
                             (c >= 0x1EA0 && c <= 0x1EFF);
  bool const odd_is_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC);
  if (even_is_upper) return c % 2 == 0 ? c + 1 : c;
  if (odd_is_upper) return c % 2 == 1 ? c + 1 : c;
  return c;
}

bool white_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

char fold_ascii(char c) {
  auto const u = static_cast<unsigned char>(c);
  bool const upper = static_cast<unsigned char>(u - 'A') < 26;
  bool const blank = static_cast<unsigned char>(u - '\t') < 5 && u != '\n';
  return blank ? ' ' : static_cast<char>(upper ? u | 0x20 : u);
}

/// Repairs the sequences that begin in [begin, end); the last one may reach past `end`.
void fold_beyond_ascii(std::string_view plain, std::size_t begin, std::size_t end, char* folded) {
  for (std::size_t at = begin; at < end;) {
    if (static_cast<unsigned char>(plain[at]) < 0xC2) { // ASCII, or the rest of a sequence that began before
      ++at;
      continue;
    }
    auto const [value, size] = code_point_at(plain, at);
    if (white_space(value)) {
      for (std::size_t i = 0; i < size; ++i) folded[at + i] = ' ';
    } else if (char32_t const small = lower(value); small != value) {
      std::string bytes;
      append_utf8(bytes, small);
      for (std::size_t i = 0; i < size; ++i) folded[at + i] = bytes[i];
    }
    at += size;
  }
}

} // namespace

std::string fold(std::string_view plain) {
  std::string folded(plain);
  char* const out = folded.data();
  constexpr std::size_t block = 64; // a constant trip count, which is what makes -O2 vectorise
  std::size_t at = 0;
  for (; at + block <= folded.size(); at += block) {
    unsigned char all = 0;
    for (std::size_t i = 0; i < block; ++i) {
      all |= static_cast<unsigned char>(plain[at + i]);
      out[at + i] = fold_ascii(out[at + i]);
    }
    if (all & 0x80) fold_beyond_ascii(plain, at, at + block, out);
  }
  for (std::size_t i = at; i < folded.size(); ++i) out[i] = fold_ascii(out[i]);
  fold_beyond_ascii(plain, at, plain.size(), out);
  return folded;
}

} // namespace claimcheck::text
