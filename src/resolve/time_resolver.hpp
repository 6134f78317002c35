// From what a temporal expression says to the time it means, given the document's date and what the text spoke of
// before.
#pragma once

#include <optional>

#include "claim/temporal.hpp"
#include "claim/temporal_reading.hpp"
#include "lexicon/calendar_words.hpp"
#include "resolve/document_date.hpp"
#include "resolve/tense.hpp"

namespace claimcheck::resolve {

/// What a single expression is resolved against.
struct TimeContext {
  std::optional<Days> document; ///< the day from which the document speaks
  bool narrative = false;       ///< history: dates hang on one another, not on the document's date
  TimeInterval last;            ///< the date that the text spoke of last
  TimeInterval last_day;        ///< the last one that was a single day
  TimeInterval story;           ///< where a narrative stands: `last` without what it says by the way
  TimeInterval mentioned;       ///< the last of all, limits included: "until 1940 ... that year"
  bool near_last_day = false;   ///< `last_day` stands in the same paragraph or the one before
  bool same_sentence = false;   ///< `last` stands in the same sentence
  bool indefinite = false;      ///< "one Friday": the weekday singles no day out
  Tense tense = Tense::unknown;
};

/// The time meant. Always gives a value where TIMEX3 has one; `when` stays unknown where nothing decides or where the
/// date does not exist ("Feb. 30"), and the value then is as written.
Temporal resolve_reading(TemporalReading const& reading, CalendarWords const& words, TimeContext const& context);

/// The expression needs `tense` to be resolved: a weekday, a month without a year.
bool needs_tense(TemporalReading const& reading);

/// The named day in that year; nothing when no rule of ours gives it.
std::optional<Days> named_day_in(NamedDay const& named, int year);

} // namespace claimcheck::resolve
