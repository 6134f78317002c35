#include "text/encoding.hpp"

#include <algorithm>
#include <cstring>

namespace claimcheck::text {
namespace {

unsigned char byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool continuation(std::string_view text, std::size_t at) { return at < text.size() && (byte(text, at) & 0xC0) == 0x80; }

/// Length of the valid sequence at `at`, 0 when there is none (Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  unsigned char const lead = byte(text, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continuation(text, at + 1)) return 0;
  if (lead < 0xE0) return 2;
  unsigned char const second = byte(text, at + 1);
  if (!continuation(text, at + 2)) return 0;
  if (lead < 0xF0) {
    bool const overlong = lead == 0xE0 && second < 0xA0;
    bool const surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  bool const overlong = lead == 0xF0 && second < 0x90;
  bool const too_large = lead == 0xF4 && second > 0x8F;
  return overlong || too_large || !continuation(text, at + 3) ? 0 : 4;
}

/// Where the run of ASCII that begins at `at` ends, to the next multiple of eight.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if (word & 0x8080808080808080ULL) break;
    at += 8;
  }
  return at;
}

Diagnostic fault_at(std::string_view bytes, std::size_t offset, std::string const& file) {
  std::string_view const before = bytes.substr(0, offset);
  std::size_t const newline = before.rfind('\n');
  std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  std::uint32_t line = 1;
  for (char const c : before) line += c == '\n';
  if (line_start == 0) line_start = byte_order_mark(bytes);
  std::size_t const column = count_code_points(before.substr(std::min(line_start, offset))) + 1;
  return {file, line, static_cast<std::uint32_t>(column), {}, {}};
}

std::string hexadecimal(unsigned char value) {
  constexpr char digits[] = "0123456789ABCDEF";
  return {digits[value >> 4], digits[value & 15]};
}

/// Formats that editors hand in by mistake. A PDF may hold no NUL for pages.
struct Signature {
  std::string_view begin;
  char const* what;
  char const* remedy;
};
constexpr Signature signatures[] = {
    {{"\xFF\xFE\0\0", 4}, "UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8"},
    {"\xFF\xFE", "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8"},
    {"\xFE\xFF", "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8"},
    {"%PDF-", "a PDF file", "extract its text: pdftotext FILE -"},
    {"PK\x03\x04", "a ZIP archive (DOCX, ODT or EPUB?)", "export it as text, Markdown or HTML"},
    {"\xD0\xCF\x11\xE0", "an old Office file", "export it as text, Markdown or HTML"},
    {"{\\rtf", "an RTF file", "export it as text, Markdown or HTML"},
    {"\x1F\x8B", "a gzip file", "unpack it first"},
};

} // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while ((at = skip_ascii(bytes, at)) < bytes.size()) {
    std::size_t const length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

std::optional<Diagnostic> encoding_fault(std::string_view bytes, std::string const& file) {
  for (auto const& [begin, what, remedy] : signatures) {
    if (bytes.starts_with(begin))
      return Diagnostic{file, 0, 0, std::string("this is ") + what + ", not UTF-8 text", remedy};
  }
  // A NUL stands in no prose; looking for it first gives "binary" instead of a complaint about some byte in the middle
  // of a picture.
  std::size_t const bad = valid_utf8_prefix(bytes);
  std::size_t const nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return Diagnostic{file, 0, 0, "this is a binary file (a NUL byte at offset " + std::to_string(nul) + ")",
                      "give text, Markdown or HTML in UTF-8"};
  }
  if (bad == bytes.size()) return std::nullopt;
  Diagnostic fault = fault_at(bytes, bad, file);
  fault.message = "not UTF-8: byte 0x" + hexadecimal(byte(bytes, bad)) + " at offset " + std::to_string(bad);
  fault.remedy = "if the file is Windows or Latin-1 text, convert it: iconv -f WINDOWS-1252 -t UTF-8";
  return fault;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (char const c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  std::size_t const length = sequence_length(utf8, at);
  auto const tail = [&](std::size_t i) { return static_cast<char32_t>(byte(utf8, at + i) & 0x3F); };
  char32_t const lead = byte(utf8, at);
  switch (length) {
  case 1:
    return {lead, 1};
  case 2:
    return {(lead & 0x1F) << 6 | tail(1), 2};
  case 3:
    return {(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
  case 4:
    return {(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
  default:
    return {};
  }
}

void append_utf8(std::string& out, char32_t value) {
  auto const put = [&](char32_t b) { out.push_back(static_cast<char>(static_cast<unsigned char>(b))); };
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6), put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12), put(0x80 | (value >> 6 & 0x3F)), put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18), put(0x80 | (value >> 12 & 0x3F)), put(0x80 | (value >> 6 & 0x3F)),
        put(0x80 | (value & 0x3F));
  }
}

} // namespace claimcheck::text
