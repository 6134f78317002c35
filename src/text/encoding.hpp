// What bytes may be read as text: UTF-8 is checked once, at the door, so that no later stage need care.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace claimcheck::text {

/// What hinders `bytes` from being read, with the line and column (in code points) of the first bad byte; nothing when
/// they are UTF-8 text. UTF-16, UTF-32 and binary files are named as such. `file` is for the message. An empty text is
/// fine.
std::optional<Diagnostic> encoding_fault(std::string_view bytes, std::string const& file);

/// Offset of the first byte that is not part of valid UTF-8 (overlong forms and surrogates are not valid); bytes.size()
/// when all are.
std::size_t valid_utf8_prefix(std::string_view bytes);

/// Number of code points; bytes that are not UTF-8 count one by one unless they look like continuation bytes.
std::size_t count_code_points(std::string_view utf8);

/// The code point that begins at `at`, and its length in bytes. Bad or cut-off sequences are one byte, U+FFFD.
struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint8_t size = 1;
};
CodePoint code_point_at(std::string_view utf8, std::size_t at);

/// Appends the UTF-8 form; surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t value);

/// Length of the UTF-8 byte order mark at the beginning: 3 or 0.
inline std::size_t byte_order_mark(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

} // namespace claimcheck::text
