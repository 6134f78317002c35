// Dates and times: as far as the words say (PartialDate), and after resolution (TimeInterval, TIMEX3).
//
// A partial date is a type of its own, not a date with zeros: "March 10" has no year until the document gives it one,
// and "Feb. 30" is read as written so that a rule can object.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace claimcheck {

using Minutes = std::chrono::sys_time<std::chrono::minutes>;
using Days = std::chrono::sys_days;

/// Sunday = 0 ... Saturday = 6, as std::chrono counts.
using WeekdayNumber = std::uint8_t;

/// Absent fields hold the sentinels. Values are as written and may be impossible (month 13, day 30 of February).
struct PartialDate {
  static constexpr std::int16_t no_year = INT16_MIN;
  static constexpr std::uint8_t none = 0xff;

  std::int16_t year = no_year; ///< astronomical: 44 BC is -43
  std::uint8_t month = none;
  std::uint8_t day = none;
  WeekdayNumber weekday = none;

  bool has_year() const { return year != no_year; }
  bool has_month() const { return month != none; }
  bool has_day() const { return day != none; }
  bool has_weekday() const { return weekday != none; }
  bool empty() const { return !has_year() && !has_month() && !has_day() && !has_weekday(); }
  friend bool operator==(PartialDate const&, PartialDate const&) = default;
};

/// A clock reading as written; hour may be 25 or minute 75.
struct ClockTime {
  static constexpr std::uint8_t none = 0xff;
  static constexpr std::int16_t no_zone = INT16_MIN;

  std::uint8_t hour = none; ///< 0..23 after a.m. and p.m. have been applied
  std::uint8_t minute = none;
  std::uint8_t second = none;
  std::int16_t zone = no_zone; ///< minutes east of Greenwich

  bool has_hour() const { return hour != none; }
  friend bool operator==(ClockTime const&, ClockTime const&) = default;
};

enum class Grain : std::uint8_t {
  second,
  minute,
  hour,
  day_part,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  none
};

/// Parts of a day as TIMEX3 names them (TMO, TMI, TAF, TEV, TNI, TDT).
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };
enum class Season : std::uint8_t { none, spring, summer, autumn, winter };

/// TIMEX3 `mod`: which part of the period is meant, or how the amount is bounded.
enum class TimexMod : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more,
};

/// Half-open, in minutes of the document's own clock: "March 2022" is [2022-03-01 00:00, 2022-04-01 00:00).
struct TimeInterval {
  Minutes begin{};
  Minutes end{};
  Grain grain = Grain::none;

  bool known() const { return begin < end; }
  Days first_day() const { return std::chrono::floor<std::chrono::days>(begin); }
  /// The last day that the interval touches.
  Days last_day() const { return std::chrono::floor<std::chrono::days>(end - std::chrono::minutes{1}); }
  friend bool operator==(TimeInterval const&, TimeInterval const&) = default;
};

/// TIMEX3 of ISO-TimeML. `value` is as in interface.md: 2013-W12, P2D, 2012-SU, PXM, PAST_REF.
enum class TimexType : std::uint8_t { none, date, time, duration, set };

/// What decided a partial or relative expression.
enum class ResolvedFrom : std::uint8_t {
  nothing,            ///< not resolved: the value holds X for what is unknown
  text,               ///< complete as written
  document_date,      ///< dateline, front matter, metadata or --date
  earlier_expression, ///< another date of the text
  named_event,        ///< "the Sept. 11 attacks"
};

/// The temporal part of a claim of kind date, time, duration or recurrence.
struct Temporal {
  TimexType type = TimexType::none;
  ResolvedFrom resolved_from = ResolvedFrom::nothing;
  PartialDate stated; ///< exactly the fields that the words name
  ClockTime clock;
  TimeInterval when; ///< the dates meant; unknown (begin == end) when nothing decides
  std::string value; ///< TIMEX3 value
  TimexMod mod = TimexMod::none;
  /// Days that the same words could also mean ("03/04/2023"; year candidates of a document without a date).
  std::vector<TimeInterval> alternatives;
  bool range = false;       ///< two ends were written: "March 1-15", "2am to 4am"
  bool relative = false;    ///< spoken from the document's date ("Thursday", "last week", "yesterday")
  bool approximate = false; ///< "about 1900", "early March" narrow or widen `when`; this says that they were hedged
};

} // namespace claimcheck
