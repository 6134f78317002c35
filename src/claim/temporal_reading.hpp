// What a grammar read in a temporal expression, before any document date is known: the fields that the words name and
// how they hang together. `resolve` turns it into a Temporal.
//
// Trivially copyable on purpose: a grammar takes a copy before an alternative and puts it back when the alternative
// fails.
#pragma once

#include <cstdint>

#include "claim/claim.hpp"
#include "claim/decimal.hpp"
#include "claim/temporal.hpp"

namespace claimcheck {

/// Where a relative expression is counted from.
enum class Anchor : std::uint8_t {
  none,     ///< nothing relative was said
  document, ///< the document's date: yesterday, last week, two weeks ago
  previous, ///< the date that the text spoke of before: the next day, two days later, that year
  context,  ///< "the end of the year": the document's in news, the story's in a narrative
  stated,   ///< the moment that the expression itself names: two days before Christmas, a week from Tuesday
};

/// A step of whole periods: last year (-1), this week (0), the following month (+1). It frames the other fields:
/// "August last year".
struct PeriodStep {
  Anchor anchor = Anchor::none;
  std::int8_t step = 0;
  Grain grain = Grain::none; ///< none: the period of the fields themselves ("last Friday", "next summer")
};

/// An amount of time from the anchor: ago, later, before, from now.
struct TimeShift {
  Anchor anchor = Anchor::none;
  std::int8_t direction = 0; ///< -1 towards the past
  bool vague = false;        ///< "a few days later": the amount is unknown
  Grain grain = Grain::none;
  std::int32_t amount = 0;    ///< in `grain`
  bool whole_decades = false; ///< "two centuries ago": no year is meant exactly
};

/// One moment or period by its calendar fields.
struct CalendarPoint {
  PartialDate date;
  ClockTime clock;
  DayPart part = DayPart::none;
  Season season = Season::none;
  std::uint8_t quarter = 0;  ///< 1..4
  std::uint8_t half = 0;     ///< 1..2
  std::uint8_t iso_week = 0; ///< 1..53, "week 12 of 2013"
  Grain span =
      Grain::none; ///< decade: date.year is its first year; century: date.year is its number, negative for BC; weekend
  bool fiscal = false;
  bool two_digits = false;     ///< the year or decade was written with two digits
  bool era_stated = false;     ///< "44 BC", "AD 70"
  bool event = false;          ///< the date of a named event ("the Sept. 11 attacks")
  bool either_order = false;   ///< 03/04/2023: day and month may change places
  std::int16_t named_day = -1; ///< index into CalendarWords::named_days
  std::int8_t nth = 0; ///< the nth (from the end when negative) of `nth_grain` within the rest: the third week of April
  Grain nth_grain = Grain::none; ///< day with date.weekday: the first Monday of September
  std::int8_t nth_count = 1;     ///< the first three months of 1997: 3
};

/// One part of a duration: "three hours" of "three hours, twenty minutes".
struct DurationPart {
  Decimal amount;
  Grain grain = Grain::none; ///< second, minute, hour, day, week, month, quarter, year; decades are ten years
};

struct DurationFields {
  DurationPart parts[4];
  std::uint8_t count = 0;
  bool range = false; ///< "two to three months": `upper` in the grain of the last part
  bool vague = false; ///< several, a few, or no number at all: the value is X, low and high what the words allow
  Decimal upper;
  Decimal low, high; ///< when vague; in the grain of the first part; both 0 when unknown
};

enum class TemporalForm : std::uint8_t {
  none,
  point,
  duration,
  set,
  past_reference,
  present_reference,
  future_reference
};

struct TemporalReading {
  TemporalForm form = TemporalForm::none;
  CalendarPoint point;
  CalendarPoint until; ///< the other end of a range
  bool range = false;  ///< "March 1-15", "from 1939 to 1945", "2am to 4am"
  PeriodStep frame;
  TimeShift shift;
  TimeShift second_shift; ///< "two weeks from next Tuesday", "a year ago tomorrow": on top of the first
  DurationFields length;
  char const* set_value = nullptr; ///< TIMEX3 value of an adverb of frequency; lives as long as the lexicon
  bool after_in = false;           ///< "in five years": a date in the future tense, a length in others
  bool at_event = false;           ///< "three days after the vote"
  bool definite = false;           ///< "the two days"
  bool every = false;              ///< "every Monday", "Mondays", "each year"
  TimexMod mod = TimexMod::none;
  Hedge hedge = Hedge::none;

  /// Has a time of day: a TIMEX3 TIME.
  bool is_time() const {
    return form == TemporalForm::point && (point.clock.has_hour() || point.part != DayPart::none);
  }
};

} // namespace claimcheck
