// What stands behind a number and says what it measures, beyond the unit that the grammar takes: the sides of an area,
// the scale of an earthquake, the base of a rate.
#pragma once

#include "claim/decimal.hpp"
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

} // namespace claimcheck::extract
