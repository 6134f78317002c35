#include "report/xml.hpp"

#include "report/utf8.hpp"

namespace claimcheck::report {

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const size = utf8_sequence(text, at);
    char32_t const c = size == 0 ? 0 : code_point(text, at, size);
    switch (c) {
    case U'&':
      out += "&amp;";
      break;
    case U'<':
      out += "&lt;";
      break;
    case U'>':
      out += "&gt;";
      break;
    case U'"':
      out += "&quot;";
      break;
    case U'\'':
      out += "&#39;";
      break;
    case U'\n':
      out += "&#10;";
      break;
    case U'\r':
      out += "&#13;";
      break;
    case U'\t':
      out += "&#9;";
      break;
    default:
      if (c < 0x20 || c == 0xfffe || c == 0xffff)
        out += "\xEF\xBF\xBD";
      else
        out += text.substr(at, size);
    }
    at += size == 0 ? 1 : size;
  }
  return out;
}

} // namespace claimcheck::report
