// Facade of the calendar grammars (owner: the temporal grammars; called by the scanner).
#pragma once

#include "claim/claim.hpp"
#include "extract/claim_slot.hpp"
#include "grammars/temporal_reading.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// Where a calendar expression may begin: behind a hedge ("about 1900"), else at the place itself.
struct CalendarOpening {
  char const* start = nullptr; ///< nullptr: none can begin here
  bool hedged = false;
};

/// A look at the word and the one behind it that spares the grammar at most places. `families` are the gate's (0 at a
/// digit).
CalendarOpening calendar_opening(grammar::TextContext const& text, char const* at, std::uint32_t families);

/// Reads the longest calendar expression that begins at `at` (a word or number start): dates, clock times, relative
/// expressions, decades, named days, recurrences, and ranges of them. `reading` comes blank; on success fills it and
/// the slot's claim: kind, span (hedge and modifiers included), hedge; otherwise leaves both unusable. Bare durations
/// ("two weeks") are figures and not its business.
bool read_calendar(grammar::TextContext const& text, char const* at, CalendarOpening opening, ClaimSlot& slot,
                   grammar::TemporalReading& reading);

/// Called with every duration claim that the figure grammar has read ("two weeks", "several months", "10 to 15 years").
/// When the words before or behind it make it more than a duration ("two weeks ago", "three days later", "the past
/// several months", "every two years"), extends claim.span, may change claim.kind, and fills `reading`. Always fills
/// `reading` for a plain duration.
void extend_duration(grammar::TextContext const& text, Claim& claim, grammar::TemporalReading& reading);

} // namespace claimcheck::extract
