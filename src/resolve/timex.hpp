// TIMEX3 values (ISO-TimeML) and the plainer ISO 8601 that reports print.
#pragma once

#include <string>

#include "claim/temporal.hpp"
#include "claim/temporal_reading.hpp"

namespace claimcheck::resolve {

/// "2022", "0476"; years before 1 as TimeML has them: "BC0044" for 44 BC.
std::string year_text(int year);
/// The value of a period by its grain: 2022-03-10, 2013-W12, 2013-W12-WE, 2022-03, 2012-Q3, 2024-H1, 2022, 199X, 18XX.
/// Seasons are not told by their interval: see season_text.
std::string period_text(TimeInterval const& period);
std::string season_text(int year, Season season);
std::string_view season_code(Season season);  ///< SP, SU, FA, WI
std::string_view day_part_code(DayPart part); ///< MO, MI, AF, EV, NI, DT
/// "T15:00", "T15:00:30", "T15:00Z", "T15:00-0500", "TMO"; as written also where no such time exists. Empty without
/// hour and part.
std::string clock_text(ClockTime const& clock, DayPart part);
/// A date as far as it is known, X for the rest: "2022-03-10", "XXXX-03-10", "XXXX-WXX-4", "2023-02-30".
std::string partial_text(PartialDate const& date);
/// "P3Y", "P2Y3M", "PT1H20M", "P3.5Y", "PXM", "P2W/P3W".
std::string length_text(DurationFields const& length);

/// How reports print the time meant: the TIMEX3 value where that names one period of the calendar, "1939..1945",
/// "20:00..21:00" for ranges and for parts of longer periods ("the mid-1990s" is 1994..1996). Empty where nothing is
/// known but X.
std::string stated_value(Temporal const& time);

/// A period of which only the kind is known: "XXXX-WXX" for some week.
std::string unknown_period_text(Grain grain);

} // namespace claimcheck::resolve
