// Values as a reader writes them: "362 km", "$14,600", "25 percent", "Wednesday", "March 9, 2022".
#pragma once

#include <string>

#include "rules/expression.hpp"

namespace claimcheck::rules {

/// 1234567.5 -> "1,234,567.5"; from a million on with a scale word where that is shorter: "1.2 million".
std::string number_text(Decimal value);
/// The place (power of ten) to which a computed figure is worth printing: three significant digits, or the place of
/// `precision` where that is finer. Whole numbers of up to five digits stay as they are.
Decimal for_readers(Decimal value, Decimal precision);

/// The value in words. Units, percent and currency signs are written as the article's claims in the binding write them.
/// `precision` is one unit of the last digit of the figure that it is compared with; 0 when there is none.
std::string text_of(Scope const& scope, Value const& value, Decimal precision = {});
/// "361 to 363 km", "at least 50".
std::string interval_text(Scope const& scope, Value const& value, Decimal precision = {});
/// "Wednesday, March 9, 2022" without the weekday; "March 2022", "2022" for longer intervals.
std::string date_text(TimeInterval const& when);

/// How an expression was computed, with the numbers in it: "225 mi x 1.609344", "5 + 4 + 2". Steps [first, last].
std::string formula_text(Expression const& expression, std::uint16_t first, std::uint16_t last, Scope const& scope,
                         std::vector<std::pair<std::string, std::string>> const& names);

} // namespace claimcheck::rules
