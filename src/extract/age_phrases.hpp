// Ages in digits that only the words before them tell: of kin, of groups of people, in lists.
#pragma once

#include "extract/claim_slot.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// States that somebody is `value` years old: the claim reaches from `begin` to `end`, its number begins at `number`.
/// Without a hedge 45 lies from the 45th birthday to the day before the 46th. Always true, for readers to return.
bool state_age(grammar::TextContext const& text, int value, Hedge hedge, char const* begin, char const* number,
               char const* end, ClaimSlot& slot);

/// `their son, 6,`, `twin sisters, both 19,`, `ages 2, 5 and 9` (each number is a claim), `the average age is 43`, `a
/// boy of 12`, `At 29, he`, `the 18-to-24 age group`. `at` stands at the digits.
bool read_told_age(grammar::TextContext const& text, char const* at, ClaimSlot& slot);

/// `people over 50`, `children under 5`: `at` stands at the preposition, a noun for people before it, nothing that is
/// counted or measured behind the number.
bool read_age_limit(grammar::TextContext const& text, char const* at, ClaimSlot& slot);

} // namespace claimcheck::extract
