#include "text/entities.hpp"

#include <algorithm>
#include <iterator>

#include "text/encoding.hpp"

namespace claimcheck::text {
namespace {

struct Name {
  std::string_view name;
  std::string_view text;
  bool bare; ///< known without a semicolon
};

constexpr Name names[] = {
#include "text/entity_table.inc"
};
constexpr std::size_t longest_name = 31;     // CounterClockwiseContourIntegral
constexpr std::size_t longest_bare_name = 6; // Aacute

/// Windows-1252 for the numbers 128 to 159, as browsers read them; 0 where the code page has a hole.
constexpr char32_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Name const* find(std::string_view name) {
  auto const it = std::lower_bound(std::begin(names), std::end(names), name,
                                   [](Name const& n, std::string_view key) { return n.name < key; });
  return it != std::end(names) && it->name == name ? it : nullptr;
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Entity numeric(std::string_view source, std::size_t at) {
  std::size_t end = at + 2;
  bool const hexadecimal = end < source.size() && (source[end] == 'x' || source[end] == 'X');
  end += hexadecimal;
  std::size_t const digits = end;
  char32_t value = 0;
  for (; end < source.size(); ++end) {
    int const digit = digit_value(source[end], hexadecimal ? 16 : 10);
    if (digit < 0) break;
    value = std::min<char32_t>(value * (hexadecimal ? 16u : 10u) + static_cast<char32_t>(digit), 0x110000);
  }
  if (end == digits) return {};
  if (end < source.size() && source[end] == ';') ++end;
  if (value >= 0x80 && value < 0xA0 && windows_1252[value - 0x80] != 0) value = windows_1252[value - 0x80];
  Entity entity;
  append_utf8(entity.text, value == 0 ? 0xFFFD : value);
  entity.size = end - at;
  return entity;
}

} // namespace

Entity entity_at(std::string_view source, std::size_t at, bool in_attribute) {
  if (at + 2 >= source.size()) return {};
  if (source[at + 1] == '#') return numeric(source, at);
  std::size_t end = at + 1;
  while (end < source.size() && end - at <= longest_name + 1 && is_alphanumeric(source[end])) ++end;
  if (end < source.size() && source[end] == ';') {
    if (Name const* const name = find(source.substr(at + 1, end - at - 1)))
      return {std::string(name->text), end + 1 - at};
  }
  for (std::size_t size = std::min(longest_bare_name, end - at - 1); size >= 2; --size) {
    Name const* const name = find(source.substr(at + 1, size));
    if (name == nullptr || !name->bare) continue;
    std::size_t const next = at + 1 + size;
    if (in_attribute && next < source.size() && (is_alphanumeric(source[next]) || source[next] == '=')) return {};
    return {std::string(name->text), next - at};
  }
  return {};
}

std::string decode_entities(std::string_view text, bool in_attribute) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    Entity entity = text[at] == '&' ? entity_at(text, at, in_attribute) : Entity{};
    if (entity.size == 0) {
      out.push_back(text[at++]);
    } else {
      out += entity.text;
      at += entity.size;
    }
  }
  return out;
}

} // namespace claimcheck::text
