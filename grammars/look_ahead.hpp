// Looks at the word behind the first one of a calendar expression, which nearly always tells that a longer shape does
// not stand here: "first" begins "first half of 2019" and "first Monday of May", but mostly "first time". Each look
// spares a grammar of several alternatives that would read the first word anew and fail at the second one. All of them
// consume nothing, and may let through what the grammar refuses; never the other way round.
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

namespace look {

using detail::digit_at;

inline bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

inline char const* skip_spaces(char const* p, char const* last) {
  while (p != last && *p == ' ') ++p;
  return p;
}

/// Where the second word begins: behind spaces or a dash that follow the letters and digits at `p`; `last` where
/// something else follows.
inline char const* second_word(char const* p, char const* last, TextContext const& text) {
  while (p != last && (is_letter(*p) || digit_at(p, last))) ++p;
  if (p == last) return last;
  if (*p == ' ') return skip_spaces(p, last);
  char const* const behind = detail::dash(p, last, text);
  return behind != nullptr ? behind : last;
}

/// A quarter or half of a year: "q3", "3q", "2019 q3", "third quarter", "latter half"; not of anything else.
inline char const* quarter_or_half(char const* p, char const* last, TextContext const& text) {
  char const* q = p;
  while (digit_at(q, last)) ++q;
  if (q != p && q != last && (*q == 'q' || *q == 'h')) return p;
  if (q - p == 4) return p; // a year: its fiscal quarters and Q's are read behind it
  std::string_view const first(q, leading_letters(q, last));
  if (first == "q" || first == "h" || first == "fiscal") return p;
  char const* const second = second_word(q, last, text);
  std::string_view const word(second, leading_letters(second, last));
  return word == "quarter" || word == "half" ? p : nullptr;
}

/// "first Monday of", "last day in", "first six months of", "third straight year": behind an ordinal stands a unit of
/// time, a weekday or a number.
inline char const* period_numbered(char const* p, char const* last, TextContext const& text) {
  char const* const second = second_word(p, last, text);
  if (second == last) return nullptr;
  if (digit_at(second, last)) return p;
  constexpr std::uint32_t counted = family_time_unit | family_weekday | family_numeral | family_ordinal;
  if ((families_at(second, last, text) & counted) != 0) return p;
  return text.longest(text.lexicon->calendar.streak_words, second, last) ? p : nullptr;
}

/// Behind digits stands what joins them to a second year, or the mark of an era: "1939 to", "300 BC and".
inline char const* years_joined(char const* p, char const* last, TextContext const& text) {
  char const* end = p;
  while (digit_at(end, last)) ++end;
  if (end == last || *end != ' ') return p; // a dash or slash, that was asked for before
  char const* const next = skip_spaces(end, last);
  if (next == last) return nullptr;
  if (!is_letter(*next)) return detail::dash(next, last, text) != nullptr ? p : nullptr;
  std::size_t const n = leading_letters(next, last);
  std::string_view const word(next, n);
  return word == "and" || word == "to" || (n <= 3 && (*next == 'b' || *next == 'a' || *next == 'c')) ||
                 text.longest(text.lexicon->calendar.range_words, next, last)
             ? p
             : nullptr;
}

/// Digits with which a time of day may begin: "5 p.m.", "8-9pm", "7:15", "3.30pm", "1400 GMT", "10 to three", "8
/// o'clock"; not those of "5 people" and "10 May".
inline char const* digits_tell_time(char const* p, char const* last, TextContext const& text) {
  char const* q = p;
  while (digit_at(q, last)) ++q;
  auto const n = q - p;
  if (n == 0 || n == 3 || n > 4 || q == last) return nullptr;
  if (*q == ' ') {
    char const* const next = skip_spaces(q, last);
    if (next == last) return nullptr;
    if (!is_letter(*next)) return digit_at(next, last) ? nullptr : p; // a dash
    std::size_t const letters = leading_letters(next, last);
    if (n == 4) return text.longest(text.lexicon->calendar.zones, next, last) || letters == 5 ? p : nullptr; // hours
    if (letters <= 2) return p; // a.m., pm, o'clock, to, in, at
    std::string_view const word(next, letters);
    for (std::string_view const joint : {"and", "past", "till", "noon", "after", "until", "before", "minute", "midday",
                                         "oclock", "minutes", "midnight"})
      if (word == joint) return p;
    return nullptr;
  }
  if (n == 4) return nullptr;
  if (is_letter(*q)) return *q == 'a' || *q == 'p' || *q == 'o' ? p : nullptr;
  return *q == ':' || (*q == '.' && digit_at(q + 1, last)) || detail::dash(q, last, text) != nullptr ? p : nullptr;
}

/// Behind a day, month or period: a comma or space and then a time, a part of the day, or a period that frames it
/// ("Monday night", "March of that year", "Friday at 8").
inline char const* goes_on_with_time(char const* p, char const* last, TextContext const& text) {
  if (p == last || (*p != ' ' && *p != ',')) return nullptr;
  char const* const next = skip_spaces(*p == ',' ? p + 1 : p, last);
  if (next == last || (*p == ',' && next == p + 1)) return nullptr;
  if (!is_letter(*next)) return digit_at(next, last) ? p : nullptr;
  constexpr std::uint32_t timely = family_time_step | family_time_part | family_numeral | family_ordinal;
  if ((families_at(next, last, text) & timely) != 0) return p;
  std::string_view const word(next, leading_letters(next, last));
  for (std::string_view const joint : {"in", "on", "of", "at", "the", "from", "around", "about"})
    if (word == joint) return p;
  return nullptr;
}

} // namespace look

inline constexpr auto quarter_or_half_may_begin = scan<&look::quarter_or_half>;
inline constexpr auto period_is_numbered = scan<&look::period_numbered>;
inline constexpr auto years_are_joined = scan<&look::years_joined>;
inline constexpr auto digits_may_tell_time = scan<&look::digits_tell_time>;
inline constexpr auto time_may_follow = scan<&look::goes_on_with_time>;

} // namespace claimcheck::grammar
