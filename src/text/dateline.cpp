#include "text/dateline.hpp"

#include <algorithm>

#include "text/sentence.hpp"

namespace claimcheck::text {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
  auto const u = static_cast<unsigned char>(c);
  return is_digit(c) || (u >= 'a' && u <= 'z') || is_upper(c) || u >= 0x80;
}

/// Length of a dash at `at`: "--", "-", "_", en dash, em dash; 0 otherwise.
std::size_t dash_at(std::string_view text, std::size_t at) {
  if (text[at] != '-' && text[at] != '_' && text[at] != '\xE2') return 0;
  std::string_view const rest = text.substr(at, 3);
  if (rest == "\xE2\x80\x93" || rest == "\xE2\x80\x94") return 3;
  if (rest.starts_with("---")) return 3;
  if (rest.starts_with("--")) return 2;
  return rest.starts_with("-") || rest.starts_with("_") ? 1 : 0;
}

/// What the words before a dash are made of.
struct Shape {
  bool plausible = true; ///< capitalised words, small place words, figures, commas and stops only
  bool dated = false;    ///< a month or weekday
  bool shouted = false;  ///< begins with a word in capitals
  std::size_t words = 0;
};

Shape shape_of(std::string_view text, std::string_view folded, Words const& words) {
  Shape shape;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_alphanumeric(text[at])) {
      constexpr std::string_view allowed = " ,.'-/";
      if (allowed.find(text[at]) == std::string_view::npos) shape.plausible = false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == '\'')) ++end;
    std::string_view const word = text.substr(at, end - at), lower = folded.substr(at, end - at);
    bool const capitals = word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char c) {
                            return is_upper(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
                          });
    if (shape.words == 0)
      shape.shouted = capitals || (word.size() == 2 && is_upper(word[0]) && is_upper(word[1]) && end < text.size() &&
                                   (text[end] == ' ' || text[end] == '.')); // "LA PAZ", "ST. PAUL"
    shape.dated = shape.dated || words.months.contains(lower) || words.weekdays.contains(lower);
    bool const begins_large = is_upper(word[0]) || is_digit(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80;
    if (!begins_large && (shape.words == 0 || !words.place_words.contains(lower))) shape.plausible = false;
    ++shape.words;
    at = end;
  }
  return shape;
}

/// The paragraph goes on like a sentence: a capital, figure or quotation mark, and small letters soon after.
bool sentence_begins(std::string_view text, std::size_t at) {
  while (std::size_t const mark = opening_mark_at(text, at)) at += mark;
  if (at >= text.size() ||
      !(is_upper(text[at]) || is_digit(text[at]) || static_cast<unsigned char>(text[at]) >= 0xC3 || text[at] == '$'))
    return false;
  std::string_view const soon = text.substr(at, 40);
  return std::any_of(soon.begin(), soon.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

std::size_t dateline_size(std::string_view paragraph, std::string_view folded, bool leading, Words const& words) {
  std::size_t const limit = std::min(paragraph.size(), longest_dateline);
  if (paragraph.empty() ||
      !(is_upper(paragraph[0]) || paragraph[0] == '(' || static_cast<unsigned char>(paragraph[0]) >= 0x80))
    return 0;
  if (!leading && paragraph.substr(0, limit).find('(') == std::string_view::npos) return 0;
  for (std::size_t at = 0; at < limit; ++at) {
    std::size_t const dash = dash_at(paragraph, at);
    if (dash == 0) continue;
    bool const spaced = at > 0 && paragraph[at - 1] == ' ';
    std::size_t end = at + dash;
    std::size_t const white = white_space_at(paragraph, end);
    bool const closed = at > 0 && paragraph[at - 1] == ')';
    if ((!spaced && !closed) || (white == 0 && dash < 2)) continue; // a hyphen inside a word
    end += white;
    std::string_view before = paragraph.substr(0, at), lower = folded.substr(0, at);
    while (before.ends_with(' ')) before.remove_suffix(1);
    lower = lower.substr(0, before.size());
    bool agency = false;
    if (std::size_t const open = before.ends_with(')') ? before.rfind('(') : std::string_view::npos;
        open != std::string_view::npos) {
      agency = words.agencies.contains(lower.substr(open + 1, before.size() - open - 2));
      before = before.substr(0, open), lower = lower.substr(0, open);
    }
    Shape const shape = shape_of(before, lower, words);
    bool const place =
        !words.labels.contains(lower) && shape.words >= 1 && shape.words <= 8 && (shape.shouted || shape.dated);
    bool const believed = agency ? shape.words <= 10 : leading && place;
    return shape.plausible && believed && sentence_begins(paragraph, end) ? end
                                                                          : 0; // only the first dash can end a dateline
  }
  return 0;
}

bool is_date_paragraph(std::string_view folded, Words const& words) {
  if (folded.size() < 6 || folded.size() > 80) return false;
  bool month = false, figure = false;
  std::size_t separators = 0;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_alphanumeric(folded[at])) {
      if (std::string_view(" ,.:-/()|").find(folded[at]) == std::string_view::npos) return false;
      separators += folded[at] == '-' || folded[at] == '/';
      ++at;
      continue;
    }
    std::size_t end = at;
    bool const number = is_digit(folded[at]);
    while (end < folded.size() && is_alphanumeric(folded[end]) && is_digit(folded[end]) == number) ++end;
    std::string_view const word = folded.substr(at, end - at);
    bool const ordinal = at > 0 && is_digit(folded[at - 1]) &&
                         (word == "st" || word == "nd" || word == "rd" || word == "th" || word == "t" || word == "z");
    if (number) {
      if (word.size() > 4) return false;
      figure = true;
    } else if (words.months.contains(word)) {
      month = true;
    } else if (!ordinal && !words.weekdays.contains(word) && !words.date_words.contains(word)) {
      return false;
    }
    at = end;
  }
  return figure && (month || separators == 2);
}

} // namespace claimcheck::text
