// What stands behind a number and says what it measures, beyond the unit that the grammar takes: the sides of an area,
// the scale of an earthquake, the base of a rate.
#pragma once

#include "claim/claim.hpp"
#include "claim/decimal.hpp"
#include "extract/subject.hpp"
#include "grammars/figure_types.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// "12-by-15-foot", "3 by 5 feet", "10 x 20 x 30 cm": gives the first number the unit of length that stands behind the
/// last one. False, and nothing changed, where there is none.
bool borrow_unit_of_sides(grammar::TextContext const& text, grammar::Amount& amount);

/// `a 17" screen`: gives the number the inches of the mark behind it, where the mark closes no quotation. False, and
/// nothing changed, elsewhere.
bool take_inch_mark(grammar::TextContext const& text, grammar::Amount& amount);

/// "5.4-magnitude", "a 7.1 magnitude quake", "6.2 on the Richter scale": behind the word that makes a magnitude of the
/// number that ends at `end`; null elsewhere.
char const* magnitude_end(grammar::TextContext const& text, char const* end);

/// Behind a noun that was counted: " per 100,000", " for every 1,000".
struct RateBase {
  char const* end = nullptr; ///< behind the number; null where there is no base
  Decimal amount;
};
RateBase rate_base(grammar::TextContext const& text, char const* noun_end);

/// "20 degrees below zero", "10 below zero": the end of the words that make the figure negative; null elsewhere.
char const* below_zero_end(grammar::TextContext const& text, Kind kind, bool bare, grammar::Amount const& first,
                           char const* end);

/// "one person in 10", "three women in five": the base of a share behind the noun that is counted.
struct ShareBase {
  char const* end = nullptr; ///< behind the base; null where there is none
  Decimal base;
};
ShareBase share_base(grammar::TextContext const& text, grammar::FigureReading const& reading, CountedNoun const& noun);

/// A number that "a factor of" makes a multiplier.
bool is_factor(grammar::TextContext const& text, char const* at);

/// "40-something", "a twenty-something": an age.
bool is_something(grammar::TextContext const& text, Claim const& claim, Subject const& subject);

/// "50 and older", "people 65 and over": the bound is one of age.
bool bounds_an_age(grammar::TextContext const& text, grammar::FigureReading const& reading, char const* begin);

/// "10-plus years", "five or more miles", "100-odd percent": the unit behind the words that loosen the figure.
void take_unit_behind_hedge(grammar::TextContext const& text, grammar::FigureReading& reading);

} // namespace claimcheck::extract
