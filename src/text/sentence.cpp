#include "text/sentence.hpp"

#include <algorithm>
#include <string>

#include "base/find_byte.hpp"
#include "text/encoding.hpp"

namespace claimcheck::text {
namespace {

constexpr std::size_t longest_word =
    24; // nothing in the lists is longer; a limit on how far a stop looks back and ahead

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Also the rest of a multi-byte letter and the stops and apostrophes inside "p.m" and "int'l".
bool in_word(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  }
  return lower;
}

/// The word that ends at `end`, inner stops included: "Oct", "U.S", "p.m", "J".
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  std::size_t const limit = end - std::min(end - begin, longest_word);
  while (at > limit && (in_word(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '\'')) --at;
  while (at < end && (text[at] == '.' || text[at] == '\'')) ++at;
  return text.substr(at, end - at);
}

std::string_view word_after(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t stop = at;
  while (stop < end && stop - at < longest_word && in_word(text[stop])) ++stop;
  return text.substr(at, stop - at);
}

/// Beyond ASCII only the letters of Latin-1 are told apart: others hardly begin a word of an English text.
bool begins_lower(std::string_view text, std::size_t at) {
  if (is_lower(text[at])) return true;
  auto const lead = static_cast<unsigned char>(text[at]);
  if (lead != 0xC3 || at + 1 >= text.size()) return false;
  return static_cast<unsigned char>(text[at + 1]) >= 0x9F;
}

/// `destroys them?" Zelensky said`: up to four capitalised words and then a verb of speech.
bool attribution_follows(std::string_view text, std::size_t at, std::size_t end, Words const& words) {
  for (int i = 0; i < 5 && at < end; ++i) {
    std::string_view const word = word_after(text, at, end);
    if (word.empty() || (i == 0 && is_upper(word[0]) && words.starters.contains(lower_case(word))))
      return false; // `?" He left` begins anew
    if (words.attribution_verbs.contains(lower_case(word))) return i > 0 || is_lower(word[0]);
    if (!is_upper(word[0]) && static_cast<unsigned char>(word[0]) < 0x80) return false;
    at += word.size();
    while (at < end && (text[at] == '.' || text[at] == '-')) ++at;
    std::size_t const white = white_space_at(text, at);
    at += white;
  }
  return false;
}

/// A single stop after an abbreviation. `next` is the first letter, digit or other sign after white space and opening
/// marks.
bool abbreviation_goes_on(std::string_view text, std::size_t begin, std::size_t stop, std::size_t next, std::size_t end,
                          bool mark_follows, Words const& words) {
  std::string_view const word = word_before(text, begin, stop);
  if (word.empty()) return false;
  std::size_t const word_begin = stop - word.size();
  if (word_begin > begin) { // "$16bn.", "3D.", "AT&T." are words; "S.&P." is not
    char const before = text[word_begin - 1];
    if (is_digit(before) || (before == '&' && !(word_begin > begin + 1 && text[word_begin - 2] == '.'))) return false;
  }
  std::string const lower = lower_case(word);
  bool const digit_next = is_digit(text[next]);
  bool const starter_next = words.starters.contains(lower_case(word_after(text, next, end)));
  if (words.never.contains(lower)) return true;
  if (words.dates.contains(lower) && is_upper(word[0])) return digit_next || (!starter_next && !mark_follows);
  if (words.numbered.contains(lower) && digit_next) return true;
  if (words.titles.contains(lower) && is_upper(word[0])) return !digit_next && !(starter_next && word.size() > 2);
  bool const initial = word.size() == 1 && is_upper(word[0]);
  bool const lettered = word.size() >= 3 && word.size() <= 7 && word[1] == '.'; // U.S, p.m, J.K
  if (lower == "a.m" || lower == "p.m") { // goes on with a day or a time zone: "5 p.m. Tuesday", "9 a.m. EST"
    std::string_view const after = word_after(text, next, end);
    std::string const day = lower_case(after);
    bool const zone = after.size() >= 2 && after.size() <= 4 && std::all_of(after.begin(), after.end(), is_upper);
    return !mark_follows && (zone || words.weekdays.contains(day) || words.months.contains(day));
  }
  bool const may_go_on =
      initial || lettered || words.either.contains(lower) || (is_upper(word[0]) && words.places.contains(lower));
  if (!may_go_on) return false;
  // "in the U.S. 'Nothing ...": after an opening mark an end is the likelier, but for initials.
  return mark_follows ? initial : !starter_next;
}

} // namespace

std::size_t white_space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  auto const c = static_cast<unsigned char>(text[at]);
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c < 0xC2) return 0;
  auto const [value, size] = code_point_at(text, at);
  bool const white =
      value == 0xA0 || (value >= 0x2000 && value <= 0x200A) || value == 0x202F || value == 0x205F || value == 0x3000;
  return white ? size : 0;
}

std::size_t closing_mark_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  char const c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
  std::string_view const rest = text.substr(at, 3);
  if (rest == "\xE2\x80\x9D" || rest == "\xE2\x80\x99" || rest == "\xE2\x80\x9C" || rest == "\xE2\x80\xBA")
    return 3;                                  // ” ’ “ (German use) ›
  return rest.starts_with("\xC2\xBB") ? 2 : 0; // »
}

std::size_t opening_mark_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  char const c = text[at];
  if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '`') return 1;
  std::string_view const rest = text.substr(at, 3);
  if (rest == "\xE2\x80\x9C" || rest == "\xE2\x80\x98" || rest == "\xE2\x80\x9E" || rest == "\xE2\x80\xB9")
    return 3;                                  // “ ‘ „ ‹
  return rest.starts_with("\xC2\xAB") ? 2 : 0; // «
}

std::size_t next_stop(std::string_view plain, std::size_t at, std::size_t end) {
  for (;; ++at) {
    at = find_byte<'.', '!', '?', '\xE2'>(plain, at, end);
    if (at == end || plain[at] != '\xE2' || plain.substr(at, 3) == "\xE2\x80\xA6") return at; // U+2026
  }
}

Stop sentence_end(std::string_view plain, std::size_t region_begin, std::size_t at, std::size_t region_end,
                  Words const& words) {
  std::size_t run = at;
  bool asks = false;
  int dots = 0;
  while (run < region_end) {
    if (plain[run] == '.') {
      ++dots, ++run;
    } else if (plain[run] == '!' || plain[run] == '?') {
      asks = true, ++run;
    } else if (plain.substr(run, 3) == "\xE2\x80\xA6") {
      dots += 3, run += 3;
    } else {
      break;
    }
  }
  Stop stop{run, run, false};
  bool closed = false; // by a quotation mark: "(R-Calif.) Chairman" says no more than "Calif. Chairman"
  while (stop.end < region_end) {
    std::size_t const mark = closing_mark_at(plain, stop.end);
    if (mark == 0) break;
    closed = closed || (plain[stop.end] != ')' && plain[stop.end] != ']');
    stop.end += mark;
  }
  std::size_t next = stop.end;
  while (next < region_end) {
    std::size_t const white = white_space_at(plain, next);
    if (white == 0) break;
    next += white;
  }
  if (next >= region_end) { // the region's end is an end in any case
    stop.boundary = true;
    return stop;
  }
  if (next == stop.end) return stop; // "3.5", "example.com", a stop without a space after it
  std::size_t const marks_begin = next;
  while (next < region_end) {
    std::size_t const mark = opening_mark_at(plain, next);
    if (mark == 0) break;
    next += mark;
  }
  bool const mark_follows = next > marks_begin;
  if (next >= region_end || white_space_at(plain, next) > 0) return stop; // a mark that stands alone
  if (begins_lower(plain, next)) return stop;
  if (plain[next] == ',' || plain[next] == ';' || plain[next] == ':') return stop;
  if (asks) {
    stop.boundary = !(closed && !mark_follows && attribution_follows(plain, next, region_end, words));
    return stop;
  }
  if (dots >= 2) {
    bool const spaced = at == region_begin || white_space_at(plain, at - 1) > 0;
    stop.boundary = !spaced || dots >= 4; // "we will ... Defend" leaves words out; "He thought... Then" ends
    return stop;
  }
  stop.boundary = closed || !abbreviation_goes_on(plain, region_begin, at, next, region_end, mark_follows, words);
  return stop;
}

} // namespace claimcheck::text
