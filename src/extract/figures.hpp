// Figures: the readers that the scanner calls at a number, a number word, a currency sign or a hedge.
#pragma once

#include "claim/claim.hpp"
#include "extract/claim_slot.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// Each reads one claim that begins at `at` into `slot` (spans in document offsets); false when there is none, and what
/// the slot then holds is unusable. None of them looks at what was read before.

/// Quantities, money, percentages, counts, durations, rates, ranges: all that figure.hpp accepts.
bool read_figure(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `one in five`, `3-to-1`, `3:1`, `two-thirds`, `half of`.
bool read_ratio(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `3-2`, `217-213`, `5-to-4`, `6-3, 7-5`, `10-2-1`, `5-1`: scores, votes, records, odds, told apart by the words near
/// them.
bool read_contest(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `aged 45`, `Smith, 45,`, `in her mid-30s`, `over-65s`, `his 60th birthday`, `turned 40`.
bool read_age(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `21st`, `third`, `second-largest`.
bool read_ordinal(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `doubled`, `twice as many`, `fivefold`.
bool read_multiplier(grammar::TextContext const& text, char const* at, ClaimSlot& slot);
/// `southwest of`; `after_distance` when a distance ends just before.
bool read_direction(grammar::TextContext const& text, char const* at, bool after_distance, ClaimSlot& slot);
/// `magnitude 6.5`, `no survivors`: words that are no number themselves.
bool read_worded(grammar::TextContext const& text, char const* at, ClaimSlot& slot);

/// Fills span, core, interval and rounding of a figure with one stated value.
void set_value(Claim& claim, Decimal value, Hedge hedge);

} // namespace claimcheck::extract
