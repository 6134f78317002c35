#include "text/encoding.hpp"

#include <string>

namespace claimcheck::text {
namespace {

using namespace std::string_literals;

TEST(Encoding, ValidPrefix) {
  struct {
    std::string bytes;
    std::size_t valid;
  } const cases[] = {
      {"", 0},
      {"plain ascii that is longer than a word of eight", 47},
      {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9},
      {"abcdefgh\xC3", 8},       // cut off
      {"ab\x80", 2},             // no lead byte
      {"ab\xC0\xAF", 2},         // overlong
      {"ab\xE0\x9F\xBF", 2},     // overlong
      {"ab\xED\xA0\x80", 2},     // surrogate
      {"ab\xF0\x8F\xBF\xBF", 2}, // overlong
      {"ab\xF4\x90\x80\x80", 2}, // past U+10FFFF
      {"ab\xF4\x8F\xBF\xBF", 6}, // U+10FFFF
      {"ab\xE2\x82"
       "c",
       2},
  };
  for (auto const& [bytes, valid] : cases) EXPECT_EQ(valid_utf8_prefix(bytes), valid) << bytes;
}

TEST(Encoding, Faults) {
  struct {
    std::string bytes;
    std::string fault; ///< what to_string begins with; empty: none
  } const cases[] = {
      {"", ""},
      {"\xEF\xBB\xBFtext", ""},
      {"one\ncaf\xC3\xA9 \x92quote", "f.txt:2:6: not UTF-8: byte 0x92 at offset 10"},
      {"\xEF\xBB\xBF"
       "ab\xFF",
       "f.txt:1:3: not UTF-8: byte 0xFF at offset 5"},
      {"\xFF\xFEh\0i\0"s, "f.txt: this is UTF-16 text, not UTF-8 text"},
      {"\xFE\xFF\0h"s, "f.txt: this is UTF-16 text, not UTF-8 text"},
      {"\xFF\xFE\0\0h\0\0\0"s, "f.txt: this is UTF-32 text, not UTF-8 text"},
      {"GIF89a\x01\0\xFF"s, "f.txt: this is a binary file (a NUL byte at offset 7)"},
      {"%PDF-1.4\n", "f.txt: this is a PDF file, not UTF-8 text"},
      {"PK\x03\x04...", "f.txt: this is a ZIP archive"},
  };
  for (auto const& [bytes, expected] : cases) {
    auto const fault = encoding_fault(bytes, "f.txt");
    EXPECT_EQ(fault.has_value(), !expected.empty()) << bytes;
    if (!fault) continue;
    EXPECT_EQ(to_string(*fault).substr(0, expected.size()), expected);
    EXPECT_FALSE(fault->remedy.empty()) << expected;
  }
}

TEST(Encoding, CodePoints) {
  std::string all;
  for (char32_t const c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600', char32_t{0xD800}, char32_t{0x110000}})
    append_utf8(all, c);
  EXPECT_EQ(all, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(count_code_points(all), 6u);
  EXPECT_EQ(code_point_at(all, 3).value, U'\u20AC');
  EXPECT_EQ(code_point_at(all, 3).size, 3);
  EXPECT_EQ(code_point_at("\xFFx", 0).value, 0xFFFDu);
  EXPECT_EQ(code_point_at("\xFFx", 0).size, 1);
}

} // namespace
} // namespace claimcheck::text
