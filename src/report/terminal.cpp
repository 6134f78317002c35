#include "report/terminal.hpp"

#include "report/utf8.hpp"

namespace claimcheck::report {

std::string painted(std::string_view text, Paint paint, bool color) {
  if (!color || paint == Paint::none || text.empty()) return std::string(text);
  std::string_view code;
  switch (paint) {
  case Paint::none:
    break;
  case Paint::bold:
    code = "1";
    break;
  case Paint::dim:
    code = "2";
    break;
  case Paint::red:
    code = "1;31";
    break;
  case Paint::yellow:
    code = "1;33";
    break;
  case Paint::blue:
    code = "1;34";
    break;
  case Paint::green:
    code = "32";
    break;
  case Paint::cyan:
    code = "36";
    break;
  }
  std::string out = "\x1b[";
  out += code;
  out += 'm';
  out += text;
  return out + "\x1b[0m";
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = utf8_sequence(text, at);
    char32_t const c = size == 0 ? U'\0' : code_point(text, at, size);
    bool const control = c < 0x20 || (c >= 0x7f && c < 0xa0);                        // C0, DEL and C1
    bool const turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069); // reverses what follows
    if (control || turns)
      out += c == '\t' ? ' ' : '?';
    else
      out += text.substr(at, size);
    at += size == 0 ? 1 : size;
  }
  return out;
}

} // namespace claimcheck::report
