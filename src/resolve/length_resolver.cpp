#include "resolve/length_resolver.hpp"

#include <algorithm>

#include "resolve/calendar.hpp"
#include "resolve/timex.hpp"

namespace claimcheck::resolve {

namespace cal = calendar;

Temporal resolve_length(TemporalReading const& reading, TimeContext const& context) {
  Temporal out;
  out.type = TimexType::duration;
  out.value = length_text(reading.length);
  out.mod = reading.mod;
  out.approximate = reading.hedge == Hedge::about;
  switch (reading.hedge) {
  case Hedge::about:
    out.mod = TimexMod::approx;
    break;
  case Hedge::more_than:
  case Hedge::just_over:
    out.mod = TimexMod::more_than;
    break;
  case Hedge::at_least:
    out.mod = TimexMod::equal_or_more;
    break;
  case Hedge::less_than:
  case Hedge::nearly:
  case Hedge::just_under:
    out.mod = TimexMod::less_than;
    break;
  case Hedge::at_most:
    out.mod = TimexMod::equal_or_less;
    break;
  default:
    break;
  }
  DurationPart const& part = reading.length.parts[0];
  if (reading.frame.anchor == Anchor::none || reading.length.vague || reading.length.count != 1 || !context.document ||
      context.narrative)
    return out;
  if (part.grain < Grain::day || !part.amount.is_integer() || part.amount > Decimal{10'000}) return out;
  int const amount = static_cast<int>(part.amount.to_double());
  Days const here = *context.document,
             there = cal::shifted(here, part.grain, reading.frame.step < 0 ? -amount : amount);
  out.when = cal::of_days(std::min(here, there), std::max(here, there));
  out.resolved_from = ResolvedFrom::document_date;
  out.relative = true;
  return out;
}

Temporal resolve_set(TemporalReading const& reading) {
  Temporal out;
  out.type = TimexType::set;
  out.stated = reading.point.date;
  CalendarPoint const& p = reading.point;
  if (reading.set_value != nullptr)
    out.value = reading.set_value;
  else if (p.date.has_weekday())
    out.value = partial_text(PartialDate{PartialDate::no_year, PartialDate::none, PartialDate::none, p.date.weekday}) +
                clock_text(p.clock, p.part);
  else if (p.season != Season::none)
    out.value = "XXXX-" + std::string(season_code(p.season));
  else if (p.part != DayPart::none)
    out.value = "XXXX-XX-XX" + clock_text({}, p.part);
  else if (reading.length.count != 0)
    out.value = length_text(reading.length);
  else
    out.value = partial_text(p.date);
  if (p.date.has_weekday() && p.date.has_year()) out.value.replace(0, 4, year_text(p.date.year));
  return out;
}

} // namespace claimcheck::resolve
