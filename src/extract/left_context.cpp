#include "extract/left_context.hpp"

namespace claimcheck::extract {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3; }

} // namespace

std::string_view word_before(grammar::TextContext const& text, char const* at) {
  while (at != text.begin && at[-1] == ' ') --at;
  char const* begin = at - trailing_letters(text.begin, at);
  if (begin == text.begin || static_cast<unsigned char>(begin[-1]) < 0x80) // most words are of plain letters
    return {begin, static_cast<std::size_t>(at - begin)};
  while (begin != text.begin && (is_letter(begin[-1]) || (static_cast<unsigned char>(begin[-1]) & 0xC0) == 0x80))
    --begin;
  // A typographic mark (U+20xx) is no letter although its bytes are high.
  if (auto const mark = std::string_view(begin, static_cast<std::size_t>(at - begin)).rfind("\xE2\x80");
      mark != std::string_view::npos)
    begin += mark + 3;
  return begin >= at ? std::string_view{} : std::string_view(begin, static_cast<std::size_t>(at - begin));
}

char mark_before(grammar::TextContext const& text, char const* at) {
  while (at != text.begin && at[-1] == ' ') --at;
  return at == text.begin ? '\0' : at[-1];
}

bool sentence_may_begin(grammar::TextContext const& text, char const* at) {
  while (at != text.begin && at[-1] == ' ') --at;
  if (at == text.begin) return true;
  char const c = at[-1];
  if (c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '`' || c == '\n') return true;
  return at - text.begin >= 3 && at[-3] == '\xE2' && at[-2] == '\x80' &&
         (at[-1] == '\x9C' || at[-1] == '\x98' || at[-1] == '\x94');
}

std::string_view word_after(grammar::TextContext const& text, char const* at) {
  while (at != text.end && *at == ' ') ++at;
  return {at, leading_letters(at, text.end)};
}

bool near_word(grammar::TextContext const& text, char const* begin, char const* end, WordClass const& words,
               int reach) {
  auto const search = [&](char const* from, char const* to) {
    for (char const* p = from; p < to; ++p) {
      if (!is_letter(*p)) continue;
      if ((p == text.begin || !is_letter(p[-1])) && words.longest(p, text.end)) return true;
      if (std::size_t const n = leading_letters(p, to); n > 1) p += n - 1;
    }
    return false;
  };
  char const* left = begin - text.begin > reach ? begin - reach : text.begin;
  char const* right = text.end - end > reach ? end + reach : text.end;
  for (char const* p = begin; p > left; --p) {
    if (p[-1] == '.' && *p == ' ' && p - 1 > text.begin && is_letter(p[-2]) && p - text.begin > 4 && is_letter(p[-3]) &&
        is_letter(p[-4])) {
      left = p;
      break;
    }
  }
  for (char const* p = end; p + 1 < right; ++p) {
    if (*p == '.' && p[1] == ' ') {
      right = p;
      break;
    }
  }
  return search(left, begin) || search(end, right);
}

bool is_address(grammar::TextContext const& text, char const* end) {
  WordClass const& street = *text.lexicon->figure_words.street;
  char const* p = end;
  for (int n = 0; n < 4; ++n) {
    while (p != text.end && *p == ' ') ++p;
    std::size_t const length = leading_letters(p, text.end);
    if (length == 0 || !text.capital(p)) return false;
    bool const dotted = p + length != text.end && p[length] == '.';
    if (n > 0 && (contains(street, {p, length}) || (dotted && contains(street, {p, length + 1})))) return true;
    p += length;
    if (p != text.end && *p == '.') ++p;
  }
  return false;
}

} // namespace claimcheck::extract
