// Words of the calendar and the clock (grammars/en/calendar.yaml, named_days.yaml).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/temporal_reading.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck {

struct MonthWord {
  std::uint8_t month = 0;
  bool abbreviated = false; ///< a dot may follow
  bool capital = false;     ///< no month in lower case
  bool doubtful = false;    ///< a word of the general language: May, March, August
};

struct WeekdayWord {
  WeekdayNumber weekday = 0;
  bool abbreviated = false;
  bool plural = false;   ///< "Mondays"
  bool doubtful = false; ///< sun, sat, mon: only where a date or a time of day follows
};

struct SeasonWord {
  Season season = Season::none;
  bool doubtful = false; ///< fall, spring
};

/// A unit of time: `multiple` of a grain ("fortnight" is 2 weeks).
struct TimeUnitWord {
  Grain grain = Grain::none;
  std::int32_t multiple = 1;
  bool plural = false;
  bool night = false;
};

/// "year-end": which part of which period.
struct PeriodMark {
  Grain grain = Grain::none;
  TimexMod mod = TimexMod::none;
};

struct NamedDay {
  enum class Rule : std::uint8_t { fixed, nth, easter, unknown } rule = Rule::unknown;
  std::uint8_t month = 0, day = 0;
  std::int8_t nth = 0;
  WeekdayNumber weekday = 0;
  std::int16_t easter_offset = 0;
  std::string name; ///< the first of its names
};

/// A date that stands for an event where the event's name follows ("the Sept. 11 attacks") or that has a name of its
/// own ("9/11").
struct NamedEvent {
  PartialDate date;
  PhraseTable<bool> after; ///< words that follow the date
};

struct ZoneWord {
  std::int16_t minutes = 0; ///< east of Greenwich; ClockTime::no_zone for "local time"
  bool capital = false;
};

/// A direction in time and what it is counted from.
struct StepWord {
  Anchor anchor = Anchor::none;
  std::int8_t step = 0;
};

struct CalendarWords {
  PhraseTable<MonthWord> months;
  PhraseTable<WeekdayWord> weekdays;
  PhraseTable<SeasonWord> seasons;
  PhraseTable<DayPart> day_parts;
  PhraseTable<ClockTime> clock_words;
  PhraseTable<TimeUnitWord> units;
  PhraseTable<TimeUnitWord> lengths;    ///< "yearlong", "all day"; plural: without a number ("monthslong")
  PhraseTable<PeriodMark> period_marks; ///< "year-end"
  PhraseTable<std::int32_t> days_from_today;
  PhraseTable<std::int32_t> references; ///< -1 past, 0 present, 1 future
  PhraseTable<std::string> recurrences; ///< TIMEX3 values
  PhraseTable<std::int32_t> decades;    ///< "nineties": 90
  PhraseTable<std::int32_t> eras;       ///< -1: before the year 1
  PhraseTable<ZoneWord> zones;
  PhraseTable<bool> name_followers;       ///< "the October Revolution", "the Sunday Times"
  PhraseTable<bool> numbered_words;       ///< "Room 2019", "pages 1861-1863"
  PhraseTable<bool> name_leaders;         ///< "the Arab Spring", "Theresa May"
  PhraseTable<TimexMod> modifiers;        ///< "end of", "early in", "mid"; none: "the rest of"
  PhraseTable<TimexMod> glued_modifiers;  ///< "mid-1990s"
  PhraseTable<StepWord> steps;            ///< last, this, next, following, same
  PhraseTable<bool> step_followers;       ///< first words of what a step may stand before: "last" + "week"
  PhraseTable<StepWord> shifts;           ///< ago, later, earlier
  PhraseTable<StepWord> shifts_from;      ///< before, after, from: the anchor follows
  PhraseTable<std::int32_t> every;        ///< 1: every, each; 2: every other
  PhraseTable<bool> date_prepositions;    ///< true: they prove a date alone
  PhraseTable<bool> possessives;          ///< "in her 90s" is an age
  PhraseTable<bool> dated_nouns;          ///< "a March report"
  PhraseTable<bool> season_nouns;         ///< "a spring offensive"
  PhraseTable<bool> record_words;         ///< "the first strike in ten years"
  PhraseTable<bool> indefinite_words;     ///< "one Friday in 1998"
  PhraseTable<bool> name_months;          ///< "April Jones"
  PhraseTable<bool> streak_words;         ///< straight, consecutive: "the fifth straight year"
  PhraseTable<bool> counted_words;        ///< "2019 people"
  PhraseTable<bool> tense_words;          ///< true: future
  PhraseTable<bool> infinitives;          ///< "to meet on Tuesday"
  PhraseTable<bool> plan_verbs;           ///< "the concert is Friday"
  PhraseTable<bool> modals;               ///< "will stay closed"
  PhraseTable<bool> schedule_verbs;       ///< "they host Rovers on Friday"
  PhraseTable<bool> noun_makers;          ///< before a schedule verb: "two visits"
  PhraseTable<bool> until_words;          ///< "is closed through Sept. 30"
  PhraseTable<bool> past_lookalikes;      ///< end like a past form and are none: hundred
  PhraseTable<bool> clock_prepositions;   ///< true: the number word behind them is a time although no "o'clock" follows
  PhraseTable<bool> clock_followers;      ///< what may follow a number word that begins a time: "past", "minutes"
  PhraseTable<bool> stretch_prepositions; ///< "over the next week" is a length, "the next week" a period
  PhraseTable<bool> stretch_adjectives;   ///< "the last few years"
  PhraseTable<bool> amount_leaders;       ///< "for hours": the plural is an amount although no number stands there
  PhraseTable<bool> limit_words;          ///< "until 1976" only bounds what is told
  PhraseTable<bool> aside_words;          ///< "that had landed in 1943": what follows is told by the way
  PhraseTable<bool> period_openers;       ///< "entered its third week"
  PhraseTable<bool> range_words;          ///< to, through
  std::vector<NamedDay> named_days;
  PhraseTable<std::int32_t> named_day_names; ///< index into named_days
  std::vector<NamedEvent> events;
  PhraseTable<std::int32_t> event_names; ///< index into events
};

} // namespace claimcheck
