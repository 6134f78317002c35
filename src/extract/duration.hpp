// Lengths of time between figure and calendar: what a duration claim says in calendar units, and the other way about.
#pragma once

#include "claim/claim.hpp"
#include "grammars/temporal_reading.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// Fills reading.length from a duration claim that the figure grammar has read, part by part: "two years and three
/// months".
void read_length(grammar::TextContext const& text, Claim const& claim, grammar::TemporalReading& reading);

/// The figure of a duration that the calendar grammar has read: "the past two years".
void figure_of_length(grammar::TextContext const& text, grammar::TemporalReading const& reading, Claim& claim);

/// Turns the length into a shift ("two weeks" + "ago"). False, and nothing changed, when no single unit can carry it.
bool shift_of_length(grammar::TemporalReading& reading, StepWord step);

/// Words before a duration that place it: "every two years", "in five years".
void frame_length(grammar::TextContext const& text, char const* begin, grammar::TemporalReading& reading, Claim& claim);

} // namespace claimcheck::extract
