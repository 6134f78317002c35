#include "resolve/period_parts.hpp"

#include "resolve/calendar.hpp"

namespace claimcheck::resolve {

namespace cal = calendar;
using std::chrono::hours;
using std::chrono::minutes;

TimeInterval narrow_season(int year, Season season) {
  if (season != Season::winter) return cal::of_season(year, season);
  TimeInterval const december = cal::of_month(year - 1, 12), february = cal::of_month(year, 2);
  return {december.begin, february.end, Grain::season};
}

TimeInterval part_of(TimeInterval const& whole, TimexMod mod) {
  if (!whole.known() || (mod != TimexMod::start && mod != TimexMod::mid && mod != TimexMod::end)) return whole;
  auto const third = [&](int from, int to, auto&& at) {
    TimeInterval out = whole;
    out.begin = at(from);
    out.end = at(to);
    return out;
  };
  Days const first = whole.first_day();
  auto const cut = [&](int a, int b, int c, Grain grain) {
    auto const at = [&](int n) { return Minutes{cal::shifted(first, grain, n)}; };
    return mod == TimexMod::start ? third(0, a, at) : mod == TimexMod::mid ? third(a, b, at) : third(b, c, at);
  };
  switch (whole.grain) {
  case Grain::century:
    return cut(34, 67, 101, Grain::year);
  case Grain::decade:
    return cut(4, 7, 10, Grain::year);
  case Grain::year:
    return cut(4, 8, 12, Grain::month);
  case Grain::quarter:
    return cut(1, 2, 3, Grain::month);
  case Grain::half:
    return cut(2, 4, 6, Grain::month);
  default:
    break;
  }
  auto const length = (whole.end - whole.begin).count();
  if (whole.grain == Grain::month || whole.grain == Grain::season || whole.grain == Grain::week) {
    auto const total = static_cast<int>(length / (24 * 60));
    return cut(total / 3, total * 2 / 3, total, Grain::day);
  }
  return whole;
}

TimeInterval part_of_day(Days day, DayPart part) {
  Minutes const begin{day};
  auto const between = [&](int from, int to) {
    return TimeInterval{begin + hours{from}, begin + hours{to}, Grain::day_part};
  };
  switch (part) {
  case DayPart::morning:
    return between(0, 12);
  case DayPart::midday:
    return between(11, 14);
  case DayPart::afternoon:
    return between(12, 18);
  case DayPart::evening:
    return between(17, 24);
  case DayPart::night:
    return between(18, 30);
  case DayPart::daytime:
    return between(6, 18);
  case DayPart::none:
    break;
  }
  return cal::of_day(day);
}

TimeInterval minute_of_day(Days day, ClockTime const& clock) {
  int const minute = clock.minute == ClockTime::none ? 0 : clock.minute;
  if (clock.hour > 24 || minute > 59 || (clock.hour == 24 && minute != 0) ||
      (clock.second != ClockTime::none && clock.second > 60))
    return {};
  Minutes const begin = Minutes{day} + hours{clock.hour} + minutes{minute};
  return {begin, begin + minutes{1}, Grain::minute};
}

} // namespace claimcheck::resolve
