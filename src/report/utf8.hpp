// What renderers need to know of UTF-8. Validation of inputs is the readers' affair.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimcheck::report {

/// Length of the well-formed sequence at `at` (1..4), 0 when there is none: overlong forms and surrogates are none.
std::size_t utf8_sequence(std::string_view text, std::size_t at);
/// The code point of the well-formed sequence at `at`, which has `size` bytes.
char32_t code_point(std::string_view text, std::size_t at, std::size_t size);
/// Columns that a terminal needs: 0 for combining marks, 2 for East Asian wide characters and emoji. A tab counts as
/// one.
std::size_t display_width(std::string_view text);
/// The longest prefix of at most `columns` columns; cuts between code points.
std::string_view prefix_of_width(std::string_view text, std::size_t columns);

} // namespace claimcheck::report
