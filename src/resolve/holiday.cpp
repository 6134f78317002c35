#include "resolve/holiday.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "resolve/calendar.hpp"

namespace claimcheck::resolve {

namespace {

// The words of the rules themselves (data/holidays.yaml), not of texts.
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 5> ordinals{"first", "second", "third", "fourth", "fifth"};

template <std::size_t n>
std::optional<unsigned> index_of(std::array<std::string_view, n> const& words, std::string_view word) {
  auto const found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? std::nullopt : std::optional(static_cast<unsigned>(found - words.begin()));
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

using Words = std::vector<std::string_view>;

std::optional<Days> day_of(Words const& words, int year) {
  if (words.size() == 2) { // December 25
    auto const month = index_of(months, words[0]);
    auto const day = number(words[1]);
    return month && day && *day > 0 ? calendar::day(year, *month + 1, static_cast<unsigned>(*day)) : std::nullopt;
  }
  if (words.size() == 4 && words[2] == "of") { // fourth Thursday of November
    auto const weekday = index_of(weekdays, words[1]), month = index_of(months, words[3]);
    auto const ordinal = index_of(ordinals, words[0]);
    if (!weekday || !month || (!ordinal && words[0] != "last")) return {};
    return calendar::nth_weekday(year, *month + 1, static_cast<WeekdayNumber>(*weekday),
                                 ordinal ? static_cast<int>(*ordinal) + 1 : -1);
  }
  if (words.size() > 2 && (words[1] == "before" || words[1] == "after")) { // Monday before May 25
    auto const weekday = index_of(weekdays, words[0]);
    auto const anchor = day_of(Words(words.begin() + 2, words.end()), year);
    if (!weekday || !anchor) return {};
    auto const day = static_cast<WeekdayNumber>(*weekday);
    return words[1] == "before" ? calendar::weekday_before(*anchor, day) : calendar::weekday_after(*anchor, day);
  }
  return {};
}

} // namespace

std::optional<Days> holiday(std::string_view rule, int year) {
  if (year < 1583 || year > calendar::max_year) return {};
  Words words;
  for (std::size_t at = 0; at < rule.size();) {
    std::size_t const end = std::min(rule.find(' ', at), rule.size());
    if (end > at) words.push_back(rule.substr(at, end - at));
    at = end + 1;
  }
  bool const orthodox = !words.empty() && words[0] == "orthodox";
  if (orthodox) words.erase(words.begin());
  if (!words.empty() && words[0] == "easter") {
    Days const easter = orthodox ? calendar::orthodox_easter(year) : calendar::easter(year);
    if (words.size() == 1) return easter;
    auto const days = words.size() == 3 ? number(words[2]) : std::nullopt;
    if (!days || (words[1] != "+" && words[1] != "-")) return {};
    return easter + std::chrono::days{words[1] == "+" ? *days : -*days};
  }
  return orthodox ? std::nullopt : day_of(words, year);
}

} // namespace claimcheck::resolve
