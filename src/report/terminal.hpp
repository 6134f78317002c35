// Colour for terminals. Meaning never rests on it alone: every coloured word says the same in black and white.
#pragma once

#include <string>
#include <string_view>

namespace claimcheck::report {

enum class Paint { none, bold, dim, red, yellow, blue, green, cyan };

/// `text` between escape sequences, or as it is when `color` is false.
std::string painted(std::string_view text, Paint paint, bool color);
/// Control characters that an article may hold made visible, so that no text can drive the reader's terminal.
std::string printable(std::string_view text);

} // namespace claimcheck::report
