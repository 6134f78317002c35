// The calendar as arithmetic: weekdays, months that differ in length, ISO weeks, Easter, ages. Proleptic Gregorian
// throughout.
//
// Every function is total: it takes what a text may say (year -3000, month 13) and either clamps as its comment says or
// answers with an empty optional. Intervals are half-open, as TimeInterval says.
#pragma once

#include <cstdint>
#include <optional>

#include "claim/temporal.hpp"

namespace claimcheck::calendar {

/// Years that the calendar computes with; beyond them a date is as good as unknown.
inline constexpr int min_year = -9999;
inline constexpr int max_year = 9999;

/// The day, when the year, month and day exist. "Feb. 30" has none.
std::optional<Days> day(int year, unsigned month, unsigned day_of_month);
/// The day of a partial date that names year, month and day.
std::optional<Days> day(PartialDate const& date);
/// False for a date that no year can make true: month 13, Feb. 30, Feb. 29 of a stated common year. Absent fields are
/// no fault.
bool possible(PartialDate const& date);

int year_of(Days day);
unsigned month_of(Days day);     ///< 1..12
unsigned day_of_month(Days day); ///< 1..31
WeekdayNumber weekday(Days day);
bool is_leap_year(int year);
/// 28..31; 0 when the month is not 1..12.
unsigned days_in_month(int year, unsigned month);

/// The nth (1..5) weekday of a month, or the nth from its end (-1..-5). Nothing when the month has no fifth one.
std::optional<Days> nth_weekday(int year, unsigned month, WeekdayNumber weekday, int nth);
/// The latest such weekday before `from`, or on it when `same_day` is allowed.
Days weekday_before(Days from, WeekdayNumber weekday, bool same_day = false);
/// The earliest such weekday after `from`, or on it when `same_day` is allowed.
Days weekday_after(Days from, WeekdayNumber weekday, bool same_day = false);

/// Easter Sunday of the western churches (anonymous Gregorian algorithm) and of the eastern ones (Julian computus,
/// given in the Gregorian calendar).
Days easter(int year);
Days orthodox_easter(int year);

/// ISO 8601: weeks begin on Monday, week 1 holds the year's first Thursday.
struct IsoWeek {
  int year = 0;
  unsigned week = 0; ///< 1..53
};
IsoWeek iso_week(Days day);
Days monday_of(IsoWeek week);

/// The same day of another month; the 31st becomes the last day of a shorter month.
Days add_months(Days day, int months);
/// The same day of another year; Feb. 29 becomes Feb. 28 of a common year.
Days add_years(Days day, int years);
/// Whole years from one day to a later one: an age. Negative when `on` is earlier than `born`.
int age_at(Days born, Days on);
/// Whole months from one day to a later one.
int months_between(Days from, Days to);
/// Days from one day to another; negative when `to` is earlier.
inline std::int64_t days_between(Days from, Days to) { return (to - from).count(); }

TimeInterval of_day(Days day);
/// Whole days, both included.
TimeInterval of_days(Days first, Days last, Grain grain = Grain::day);
TimeInterval of_week(IsoWeek week);
/// Saturday and Sunday of an ISO week.
TimeInterval of_weekend(IsoWeek week);
TimeInterval of_month(int year, unsigned month);
/// Quarter 1..4, half 1..2 of the calendar year.
TimeInterval of_quarter(int year, unsigned quarter);
TimeInterval of_half(int year, unsigned half);
/// Northern meteorological seasons. "Winter 1914" may have begun in December 1913 or 1914: the interval holds both.
TimeInterval of_season(int year, Season season);
TimeInterval of_year(int year);
/// The ten years that begin with `first_year` (1990 for the 1990s).
TimeInterval of_decade(int first_year);
/// The 19th century is 1801 to 1900 for the strict and 1800 to 1899 for the many: the interval holds both. Negative:
/// BC.
TimeInterval of_century(int century);

/// The period of that grain (day, week, weekend, month, season, quarter, half, year, decade, century) that holds the
/// day; for a weekend the one of the day's ISO week.
TimeInterval period_holding(Days day, Grain grain);
/// The day moved by so many periods: weeks are 7 days, quarters 3 months, decades 10 years. Finer grains than a day
/// move nothing.
Days shifted(Days day, Grain grain, int periods);
/// The nth period (from 1, or from the end when negative) of one grain inside an interval: the third week of April, the
/// second half of 2008. Nothing when the interval does not hold so many.
std::optional<TimeInterval> nth_period(TimeInterval const& whole, Grain grain, int nth);

/// The hull of two intervals, in either order.
TimeInterval hull(TimeInterval const& a, TimeInterval const& b);
inline bool overlap(TimeInterval const& a, TimeInterval const& b) { return a.begin < b.end && b.begin < a.end; }

} // namespace claimcheck::calendar
