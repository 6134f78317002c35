// Parts of periods and days as news means them: early 1941, the late 19th century, winter, the evening, 2:30 p.m.
#pragma once

#include "claim/temporal.hpp"

namespace claimcheck::resolve {

/// A season as TIMEX3 counts it: winter by the year in which it ends, two months wide; the wide interval of
/// calendar::of_season is for comparing.
TimeInterval narrow_season(int year, Season season);

/// A third of a period, to whole units of the next finer grain: early 1941, mid-1990s, the late 19th century. The whole
/// where `mod` names no part.
TimeInterval part_of(TimeInterval const& whole, TimexMod mod);

/// The hours of a part of a day; the night reaches into the next day.
TimeInterval part_of_day(Days day, DayPart part);

/// One minute of a day. Nothing for 25:00 and 13:75.
TimeInterval minute_of_day(Days day, ClockTime const& clock);

} // namespace claimcheck::resolve
