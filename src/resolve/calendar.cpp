#include "resolve/calendar.hpp"

#include <algorithm>

namespace claimcheck::calendar {
namespace {

namespace ch = std::chrono;

ch::year_month_day ymd(Days day) { return ch::year_month_day{day}; }

int clamp_year(std::int64_t year) { return static_cast<int>(std::clamp<std::int64_t>(year, min_year, max_year)); }

/// `month` is 1..12; the year is clamped.
Days first_of_month(int year, unsigned month) { return Days{ch::year{clamp_year(year)} / ch::month{month} / 1}; }

/// Months counted from year 0, so that arithmetic over year ends needs no cases.
std::int64_t month_index(Days day) { return std::int64_t{year_of(day)} * 12 + month_of(day) - 1; }

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

Days from_month_index(std::int64_t index) {
  auto const year = floor_div(index, 12);
  return first_of_month(clamp_year(year), static_cast<unsigned>(index - year * 12) + 1);
}

TimeInterval months(std::int64_t first, std::int64_t count, Grain grain) {
  return {from_month_index(first), from_month_index(first + count), grain};
}

TimeInterval years(int first, int count, Grain grain) { return months(std::int64_t{first} * 12, count * 12, grain); }

} // namespace

std::optional<Days> day(int year, unsigned month, unsigned day_of_month) {
  if (year < min_year || year > max_year) return {};
  ch::year_month_day const date{ch::year{year}, ch::month{month}, ch::day{day_of_month}};
  if (!date.ok()) return {};
  return Days{date};
}

std::optional<Days> day(PartialDate const& date) {
  if (!date.has_year() || !date.has_month() || !date.has_day()) return {};
  return day(date.year, date.month, date.day);
}

bool possible(PartialDate const& date) {
  if (date.has_month() && (date.month < 1 || date.month > 12)) return false;
  if (!date.has_day()) return true;
  if (date.day < 1 || date.day > 31) return false;
  if (!date.has_month()) return true;
  return date.day <= days_in_month(date.has_year() ? date.year : 2000, date.month);
}

int year_of(Days day) { return static_cast<int>(ymd(day).year()); }
unsigned month_of(Days day) { return static_cast<unsigned>(ymd(day).month()); }
unsigned day_of_month(Days day) { return static_cast<unsigned>(ymd(day).day()); }
WeekdayNumber weekday(Days day) { return static_cast<WeekdayNumber>(ch::weekday{day}.c_encoding()); }
bool is_leap_year(int year) { return ch::year{clamp_year(year)}.is_leap(); }

unsigned days_in_month(int year, unsigned month) {
  if (month < 1 || month > 12) return 0;
  return static_cast<unsigned>((ch::year{clamp_year(year)} / ch::month{month} / ch::last).day());
}

std::optional<Days> nth_weekday(int year, unsigned month, WeekdayNumber weekday_number, int nth) {
  if (month < 1 || month > 12 || nth == 0 || nth < -5 || nth > 5) return {};
  Days const first = first_of_month(year, month);
  Days const found =
      nth > 0 ? weekday_after(first, weekday_number, true) + ch::days{7 * (nth - 1)}
              : weekday_before(first + ch::days{days_in_month(year, month)}, weekday_number) + ch::days{7 * (nth + 1)};
  if (month_of(found) != month) return {};
  return found;
}

Days weekday_before(Days from, WeekdayNumber weekday_number, bool same_day) {
  int back = (weekday(from) + 7 - weekday_number) % 7;
  if (back == 0 && !same_day) back = 7;
  return from - ch::days{back};
}

Days weekday_after(Days from, WeekdayNumber weekday_number, bool same_day) {
  int ahead = (weekday_number + 7 - weekday(from)) % 7;
  if (ahead == 0 && !same_day) ahead = 7;
  return from + ch::days{ahead};
}

Days easter(int year) {
  // The cycle of Gregorian Easters is 5,700,000 years; shifting by 400-year cycles is wrong, so years before 0 are
  // clamped.
  int const y = std::clamp(year, 0, max_year);
  int const a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int const h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int const m = (a + 11 * h + 22 * l) / 451;
  int const month = (h + l - 7 * m + 114) / 31, day_number = (h + l - 7 * m + 114) % 31 + 1;
  return first_of_month(y, static_cast<unsigned>(month)) + ch::days{day_number - 1};
}

Days orthodox_easter(int year) {
  int const y = std::clamp(year, 0, max_year);
  int const d = (19 * (y % 19) + 15) % 30, e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
  int const month = (d + e + 114) / 31, day_number = (d + e + 114) % 31 + 1;
  int const julian_lag = y / 100 - y / 400 - 2; // days by which the Julian calendar is behind after February
  return first_of_month(y, static_cast<unsigned>(month)) + ch::days{day_number - 1 + julian_lag};
}

IsoWeek iso_week(Days day_) {
  Days const thursday = day_ + ch::days{3 - (weekday(day_) + 6) % 7};
  int const year = year_of(thursday);
  return {year, static_cast<unsigned>((thursday - first_of_month(year, 1)).count() / 7) + 1};
}

Days monday_of(IsoWeek week) {
  Days const in_week_one = first_of_month(week.year, 1) + ch::days{3}; // Jan. 4 is always in week 1
  return in_week_one - ch::days{(weekday(in_week_one) + 6) % 7} + ch::days{7 * (static_cast<int>(week.week) - 1)};
}

Days add_months(Days day_, int months_) {
  Days const first = from_month_index(month_index(day_) + months_);
  unsigned const last = days_in_month(year_of(first), month_of(first));
  return first + ch::days{std::min(day_of_month(day_), last) - 1};
}

Days add_years(Days day_, int years_) { return add_months(day_, std::clamp(years_, -3 * max_year, 3 * max_year) * 12); }

int months_between(Days from, Days to) {
  if (to < from) return -months_between(to, from);
  auto const whole = static_cast<int>(month_index(to) - month_index(from));
  return add_months(from, whole) > to ? whole - 1 : whole;
}

int age_at(Days born, Days on) { return months_between(born, on) / 12; }

TimeInterval of_day(Days day_) { return {day_, day_ + ch::days{1}, Grain::day}; }
TimeInterval of_days(Days first, Days last, Grain grain) { return {first, last + ch::days{1}, grain}; }
TimeInterval of_week(IsoWeek week) {
  Days const monday = monday_of(week);
  return of_days(monday, monday + ch::days{6}, Grain::week);
}
TimeInterval of_weekend(IsoWeek week) {
  Days const monday = monday_of(week);
  return of_days(monday + ch::days{5}, monday + ch::days{6}, Grain::weekend);
}
TimeInterval of_month(int year, unsigned month) {
  if (month < 1 || month > 12) return {};
  return months(std::int64_t{year} * 12 + month - 1, 1, Grain::month);
}
TimeInterval of_quarter(int year, unsigned quarter) {
  return months(std::int64_t{year} * 12 + (quarter - 1) * 3, 3, Grain::quarter);
}
TimeInterval of_half(int year, unsigned half) {
  return months(std::int64_t{year} * 12 + (half - 1) * 6, 6, Grain::half);
}

TimeInterval of_season(int year, Season season) {
  std::int64_t const january = std::int64_t{year} * 12;
  switch (season) {
  case Season::spring:
    return months(january + 2, 3, Grain::season);
  case Season::summer:
    return months(january + 5, 3, Grain::season);
  case Season::autumn:
    return months(january + 8, 3, Grain::season);
  case Season::winter:
    return months(january - 1, 15, Grain::season);
  case Season::none:
    break;
  }
  return {};
}

TimeInterval of_year(int year) { return years(year, 1, Grain::year); }
TimeInterval of_decade(int first_year) { return years(first_year, 10, Grain::decade); }
TimeInterval of_century(int century) {
  // The 1st century BC is 100 BC (-99) to 1 BC (0).
  if (century < 0) return years(century * 100 + 1, 100, Grain::century);
  return years((century - 1) * 100, 101, Grain::century);
}

TimeInterval period_holding(Days day_, Grain grain) {
  int const year = year_of(day_);
  unsigned const month = month_of(day_);
  switch (grain) {
  case Grain::week:
    return of_week(iso_week(day_));
  case Grain::weekend:
    return of_weekend(iso_week(day_));
  case Grain::month:
    return of_month(year, month);
  case Grain::season:
    return month == 12 ? of_season(year, Season::winter)
                       : of_season(year, month < 3   ? Season::winter
                                         : month < 6 ? Season::spring
                                         : month < 9 ? Season::summer
                                                     : Season::autumn);
  case Grain::quarter:
    return of_quarter(year, (month + 2) / 3);
  case Grain::half:
    return of_half(year, month <= 6 ? 1 : 2);
  case Grain::year:
    return of_year(year);
  case Grain::decade:
    return of_decade(static_cast<int>(floor_div(year, 10)) * 10);
  case Grain::century:
    return year > 0 ? of_century((year - 1) / 100 + 1) : of_century(static_cast<int>(floor_div(year - 1, 100)));
  default:
    return of_day(day_);
  }
}

Days shifted(Days day_, Grain grain, int periods) {
  periods = std::clamp(periods, -100'000, 100'000);
  switch (grain) {
  case Grain::day:
    return day_ + ch::days{periods};
  case Grain::weekend:
  case Grain::week:
    return day_ + ch::days{7 * periods};
  case Grain::month:
    return add_months(day_, periods);
  case Grain::season:
  case Grain::quarter:
    return add_months(day_, 3 * periods);
  case Grain::half:
    return add_months(day_, 6 * periods);
  case Grain::year:
    return add_months(day_, 12 * periods);
  case Grain::decade:
    return add_months(day_, 120 * periods);
  case Grain::century:
    return add_months(day_, 1200 * periods);
  default:
    return day_;
  }
}

std::optional<TimeInterval> nth_period(TimeInterval const& whole, Grain grain, int nth) {
  if (!whole.known() || nth == 0 || nth < -1000 || nth > 1000) return {};
  // Weeks are counted from the first day of the whole when it is a month or year, as people do ("the first week of May"
  // begins on May 1 or its Monday): the ISO week that holds that day.
  Days const start = nth > 0 ? shifted(whole.first_day(), grain, nth - 1) : shifted(whole.last_day(), grain, nth + 1);
  TimeInterval const found = period_holding(start, grain);
  if (!overlap(found, whole)) return {};
  return found;
}

TimeInterval hull(TimeInterval const& a, TimeInterval const& b) {
  if (!a.known()) return b;
  if (!b.known()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end), a.grain};
}

} // namespace claimcheck::calendar
