// The words and figures that dates are made of: names of months and weekdays, years in digits and words, eras.
// Functions, because each asks what stands around it: "May" is a month or a name, "2019" a year or a count.
#pragma once

#include "grammars/temporal_context.hpp"

namespace claimcheck::grammar {

namespace date_detail {

using detail::digit_at;
using detail::digits_of;
using detail::word_before;
using detail::word_before_is;

/// A month by its name or abbreviation, dot included. Months that are words too need their capital.
inline char const* month_name(char const* p, char const* last, TextContext const& text, int& value) {
  auto const found = text.longest(text.lexicon->calendar.months, p, last);
  if (!found || (found.value->capital && !text.capital(p))) return nullptr;
  value = found.value->month;
  return found.value->abbreviated && found.end != last && *found.end == '.' ? found.end + 1 : found.end;
}

/// "Mrs. May", "Gen. August": a short word with a capital and a dot.
inline bool behind_title(char const* p, TextContext const& text) {
  while (p != text.begin && p[-1] == ' ') --p;
  if (p == text.begin || p[-1] != '.') return false;
  std::string_view const word = word_before(p - 1, text);
  return !word.empty() && word.size() <= 4 && text.capital(word.data());
}

/// A month that stands alone is a month only where it cannot be a name or a verb.
inline char const* month_alone(char const* p, char const* last, TextContext const& text, int& value) {
  CalendarWords const& words = text.lexicon->calendar;
  auto const found = text.longest(words.months, p, last);
  if (!found || !text.capital(p)) return nullptr;
  value = found.value->month;
  char const* end = found.end;
  bool const dotted = end != last && *end == '.';
  if (found.value->abbreviated && dotted) ++end;
  char const* next = end;
  while (next != last && *next == ' ') ++next;
  if (text.longest(words.name_followers, next, last) && text.capital(next)) return nullptr;
  std::string_view const before = word_before(p, text);
  if (!before.empty() && words.name_leaders.find(before) != nullptr) return nullptr;
  bool const named = !before.empty() && before.data() != text.begin && text.capital(before.data()) &&
                     words.date_prepositions.find(before) == nullptr;
  if (!named && !behind_title(p, text) && next != end && !text.capital(next) &&
      text.longest(words.dated_nouns, next, last))
    return end; // "a March report", but not "the Theresa May vote"
  bool const glued = p - text.begin > 3 && (p[-1] == '-' || static_cast<unsigned char>(p[-1]) >= 0x80); // mid-June
  bool const sure = true;
  bool const* const preposition = glued ? &sure : before.empty() ? nullptr : words.date_prepositions.find(before);
  bool const name_like = found.value->doubtful || found.value->abbreviated ||
                         words.name_months.find({p, static_cast<std::size_t>(found.end - p)}) != nullptr;
  if (name_like) {
    if (preposition == nullptr || before == "the" || before == "his" || before == "her" || before == "their")
      return nullptr;
    // "to May Smith": a capitalised word behind it makes it a name, but not "in April Nixon appointed".
    if (!*preposition && next != end && detail::next_is_capitalised(next, last, text) &&
        !text.longest(words.weekdays, next, last))
      return nullptr;
  }
  // "Washington May": behind a capitalised word that is no preposition it belongs to a name.
  if (preposition == nullptr && !before.empty() && text.capital(before.data()) && before.data() != text.begin &&
      name_like)
    return nullptr;
  return end;
}

/// A weekday; the abbreviations that are words ("sun", "sat") need a dot or a following date, and a capital.
inline char const* weekday_name(char const* p, char const* last, TextContext const& text, int& value) {
  auto const found = text.longest(text.lexicon->calendar.weekdays, p, last);
  if (!found || found.value->plural) return nullptr;
  if (found.value->abbreviated && !text.capital(p)) return nullptr;
  value = found.value->weekday;
  char const* end = found.end;
  if (found.value->abbreviated && end != last && *end == '.') ++end;
  if (found.value->doubtful) {
    char const* q = end;
    while (q != last && (*q == ' ' || *q == ',')) ++q;
    int ignored = 0;
    if (q == end || (!digit_at(q, last) && month_name(q, last, text, ignored) == nullptr)) return nullptr;
  }
  return end;
}

/// A weekday that stands alone and is no part of a name: "the Sunday Times", "Black Friday", "Bloody Sunday".
inline char const* weekday_alone(char const* p, char const* last, TextContext const& text, int& value) {
  CalendarWords const& words = text.lexicon->calendar;
  char const* const end = weekday_name(p, last, text, value);
  if (end == nullptr) return nullptr;
  char const* next = end;
  while (next != last && *next == ' ') ++next;
  if (next != end && text.longest(words.name_followers, next, last) && text.capital(next)) return nullptr;
  std::string_view const before = word_before(p, text);
  if (!before.empty() && words.name_leaders.find(before) != nullptr && text.capital(before.data())) return nullptr;
  return end;
}

/// A word that four digits count: "2019 people", but not "the 1999 Women's Cup", "the 1994 men's title".
inline bool counts_things(char const* p, char const* last, TextContext const& text) {
  auto const found = text.longest(text.lexicon->calendar.counted_words, p, last);
  return found && grammar::detail::apostrophe(found.end, last, text) == nullptr;
}

/// "1861-1863", "1958-59" behind these four digits: the two ends of a span of years.
inline bool later_year_follows(char const* end, char const* last, TextContext const& text, int first) {
  char const* const next = grammar::detail::dash(end, last, text);
  int other = 0;
  if (next == nullptr) return false;
  if (char const* const four = digits_of(next, last, 4, 4, other))
    return other > first && other - first <= 200 && other <= 2100 && !grammar::detail::number_goes_on(four, last);
  return false;
}

/// Four digits as a year where nothing says that they count or name something.
inline char const* bare_year(char const* p, char const* last, TextContext const& text, int& value) {
  char const* const end = detail::year_digits(p, last, text, value);
  if (end == nullptr) return nullptr;
  if (p != text.begin) { // $2000, #1984, No.1999, 12.2000
    char const c = p[-1];
    if (c != ' ' && c != '(' && c != '"' && c != '[' && c != '-' && c != '/' && static_cast<unsigned char>(c) < 0x80 &&
        c != ',' && c != '\'')
      return nullptr;
    if (static_cast<unsigned char>(c) == 0xA3 || static_cast<unsigned char>(c) == 0xA5)
      return nullptr; // pound, yen signs
  }
  if (end != last && (*end == '-' || *end == '/') && digit_at(end + 1, last)) {
    char const* q = end + 1;
    while (digit_at(q, last)) ++q;
    if (q - end > 5 || (q != last && (*q == '-' || *q == '/'))) return nullptr; // a telephone number, a date in figures
  }
  if (p != text.begin && p[-1] == '"' && end != last && *end == '"') return nullptr; // Orwell's "1984"
  CalendarWords const& words = text.lexicon->calendar;
  std::string_view const before = word_before(p, text);
  bool const* const preposition = before.empty() ? nullptr : words.date_prepositions.find(before);
  if (preposition != nullptr && *preposition) return end;
  bool const numbered = !before.empty() && words.numbered_words.find(before) != nullptr;
  if (value >= 1500 && value <= 2100 && !numbered && later_year_follows(end, last, text, value)) return end;
  if (before == "at") return nullptr; // at 1600 Pennsylvania Avenue
  char const* next = end;
  while (next != last && *next == ' ') ++next;
  if (next != end && counts_things(next, last, text)) return nullptr;
  if (value < 1500 || value > 2100)
    return preposition != nullptr && (before == "of" || before == "to" || before == "from") && value < 2100 ? end
                                                                                                            : nullptr;
  if (preposition != nullptr) {
    // "the 2008 Olympics", "from 1939", but "of 2,019 voters", "about 2000 voters".
    if (before == "about" || before == "around" || before == "over" || before == "than" || before == "at" ||
        before == "or") {
      std::size_t const n = leading_letters(next, last);
      return n > 0 && next[n - 1] == 's' && !text.capital(next) ? nullptr : end;
    }
    return end;
  }
  if (before.empty()) { // at the start of a sentence, in brackets, behind a comma
    std::size_t const n = leading_letters(next, last);
    bool const plural = n > 3 && next[n - 1] == 's' && next[n - 2] != 's' && next[n - 2] != 'u' && next[n - 2] != 'i' &&
                        !text.capital(next);
    return plural && value != 2000 ? (value >= 1900 && value <= 2040 ? end : nullptr) : end;
  }
  if (text.capital(before.data()) && before.data() != text.begin) {
    // "Room 2019" is a label; "Tokyo 1964", "Olympics 2012" are years.
    return value >= 1900 && value <= 2040 && !numbered ? end : nullptr;
  }
  std::size_t const n = leading_letters(next, last);
  bool const plural = n > 2 && next[n - 1] == 's' && !text.capital(next) && next != end;
  return value >= 1900 && value <= 2040 && !plural ? end : nullptr;
}

/// "nineteen ninety-six", "twenty ten": a century and the years in it.
inline char const* spoken_year(char const* p, char const* last, TextContext const& text, int& value) {
  auto const& numbers = text.lexicon->number_words;
  auto const century = text.longest(numbers, p, last);
  if (!century || century.end == last || *century.end != ' ') return nullptr;
  int const hundreds = century.value->value;
  if (!(century.value->role == NumberWord::teen && hundreds >= 15) &&
      !(century.value->role == NumberWord::tens && hundreds == 20))
    return nullptr;
  auto const rest = text.longest(numbers, century.end + 1, last);
  if (!rest || (rest.value->role != NumberWord::tens && rest.value->role != NumberWord::teen)) return nullptr;
  int years = rest.value->value;
  char const* end = rest.end;
  if (rest.value->role == NumberWord::tens && end != last && (*end == '-' || *end == ' '))
    if (auto const ones = text.longest(numbers, end + 1, last);
        ones && ones.value->role == NumberWord::unit && ones.value->value > 0) {
      years += ones.value->value;
      end = ones.end;
    }
  value = hundreds * 100 + years;
  return end;
}

/// BC, B.C., AD, C.E. behind a year. Attribute: -1 or 1.
inline char const* era(char const* p, char const* last, TextContext const& text, int& value) {
  while (p != last && *p == ' ') ++p;
  auto const found = text.longest(text.lexicon->calendar.eras, p, last);
  if (!found) return nullptr;
  value = *found.value;
  if (!text.capital(p) && !(value < 0 && *p == 'b')) return nullptr;
  return found.end;
}
inline char const* era_before(char const* p, char const* last, TextContext const& text, int& value) {
  auto const found = text.longest(text.lexicon->calendar.eras, p, last);
  if (!found || *found.value < 0 || !text.capital(p) || found.end == last || *found.end != ' ') return nullptr;
  value = 1;
  return found.end + 1;
}

/// The two digits that end "1914-18", "2023/24": the year they mean, or nothing when they do not go upwards from
/// `first_year`.
inline std::int16_t completed_year(int first_year, int two_digits) {
  int const year = first_year - first_year % 100 + two_digits;
  if (year > first_year) return static_cast<std::int16_t>(year);
  return two_digits == 0 && first_year % 100 == 99 ? static_cast<std::int16_t>(year + 100) : PartialDate::no_year;
}

/// Two or four digits.
inline char const* year_of_figures(char const* p, char const* last, TextContext const&, int& value) {
  char const* const four = digits_of(p, last, 4, 4, value);
  return four != nullptr ? four : digits_of(p, last, 2, 2, value);
}

} // namespace date_detail

} // namespace claimcheck::grammar
