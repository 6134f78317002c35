// Letters and words behind a number that mean several things: the text around decides, or they are no unit.
#pragma once

#include "grammars/figure_types.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

/// Decides whether letters that touch the digits are a scale ("4m viewers"), a unit ("4m long") or nothing, and applies
/// them.
void settle_glued_scale(grammar::TextContext const& text, grammar::Amount& amount);

/// "pounds" is money or mass, "won" a currency or a verb, "18 C" a temperature only beside another one: unless the text
/// bears an ambiguous name out it is dropped. Bare degrees become those of the scale that the sentence names.
void settle_ambiguous_tail(grammar::TextContext const& text, grammar::Amount& amount);

/// Degrees without a scale in a sentence about the weather: a temperature, though in no unit that could be converted.
bool degrees_of_heat(grammar::TextContext const& text, grammar::Amount const& amount);

} // namespace claimcheck::extract
