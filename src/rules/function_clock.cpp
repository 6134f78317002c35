// Functions on readings of the clock: how far apart they are, how long a range of them is, whether the clock has them.
#include <algorithm>
#include <optional>
#include <vector>

#include "resolve/calendar.hpp"
#include "rules/few.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

namespace cal = calendar;
using Arguments = std::span<Value const>;

/// Minutes after midnight in Greenwich, one for each zone that the words may mean: "ET" is standard or daylight time.
Few greenwich_minutes(Scope const& scope, Value const& value) {
  if (value.claim == nullptr) return {};
  if (Temporal const* const time = value.claim->time.get()) {
    ClockTime const& clock = time->clock;
    if (!clock.has_hour() || clock.zone == ClockTime::no_zone) return {};
    int const minutes = clock.hour * 60 + (clock.minute == ClockTime::none ? 0 : clock.minute) - clock.zone;
    Few out;
    out.add(minutes);
    std::string_view const text = scope.article.document.folded_text(value.claim->span);
    auto const ends = [&](std::string_view tail) {
      return text.size() > tail.size() && text.substr(text.size() - tail.size()) == tail;
    };
    bool const either = ends(" et") || ends(" ct") || ends(" mt") || ends(" pt") || ends("eastern time") ||
                        ends("central time") || ends("mountain time") || ends("pacific time") ||
                        ends("new york time") || ends("london time") || ends("paris time") || ends(" eastern") ||
                        ends(" pacific");
    if (either) out.add(minutes - 60);
    return out;
  }
  // "1400 GMT" is a number to those who read figures.
  Decimal const written = value.claim->figure.value;
  if (!value.claim->figure.exact_known || !written.is_integer() || written.is_negative() || written > Decimal{2400})
    return {};
  int const hhmm = static_cast<int>(written.to_double());
  Few out;
  if (hhmm % 100 <= 59) out.add(hhmm / 100 * 60 + hhmm % 100);
  return out;
}

/// How far two readings of the clock with zones are apart, 0 to 12 hours: the day may differ.
Value clock_difference(Scope const& scope, Arguments in) {
  auto const a = greenwich_minutes(scope, in[0]), b = greenwich_minutes(scope, in[1]);
  if (a.empty() || b.empty()) return {};
  int best = 720;
  auto const compare = [&](int x, int y) {
    int const apart = ((x - y) % 1440 + 1440) % 1440;
    best = std::min({best, apart, 1440 - apart});
  };
  if (a.count == 2 && b.count == 2) { // both in winter or both in summer
    compare(a.values[0], b.values[0]);
    compare(a.values[1], b.values[1]);
  } else {
    for (int const x : a.list())
      for (int const y : b.list()) compare(x, y);
  }
  return of_unit(scope, Decimal{best}, Decimal{best}, "min");
}

/// Minutes after midnight of a time that leaves no doubt about the half of the day: "6 p.m.", "noon", "18:30", not "6".
std::optional<int> plain_minutes(Scope const& scope, Value const& value) {
  Temporal const* const time = time_of(value);
  if (time == nullptr || !time->clock.has_hour() || time->range || time->clock.hour >= 24) return {};
  std::string_view const text = scope.article.document.folded_text(value.claim->span);
  bool const sure =
      time->clock.hour > 12 || text.find('m') != std::string_view::npos || text.find("noon") != std::string_view::npos;
  if (!sure) return {};
  return time->clock.hour * 60 + (time->clock.minute == ClockTime::none ? 0 : time->clock.minute);
}

Value in_hours(Scope const& scope, std::int64_t minutes) {
  Decimal const hours = divide(Decimal{minutes}, Decimal{60});
  return of_unit(scope, hours, hours, "h");
}

/// From one reading of the clock to the next time that it shows the other: under 24 hours, unless both name their day.
/// Unknown with different zones.
Value clock_stretch(Scope const& scope, Arguments in) {
  auto const from = plain_minutes(scope, in[0]), to = plain_minutes(scope, in[1]);
  if (!from || !to || time_of(in[0])->clock.zone != time_of(in[1])->clock.zone) return {};
  std::int64_t const apart = (*to - *from + 1440) % 1440;
  auto const names_day = [](Temporal const& time) { return time.stated.has_weekday() || time.stated.has_day(); };
  Temporal const &first = *time_of(in[0]), &last = *time_of(in[1]);
  if (!names_day(first) || !names_day(last)) return in_hours(scope, apart);
  if (!first.when.known() || !last.when.known()) return {};
  std::int64_t const days = cal::days_between(first.when.first_day(), last.when.first_day());
  return days < 0 ? Value{} : in_hours(scope, days * 1440 + *to - *from);
}

/// How long a range of two readings of the clock is: "9 a.m. to 5 p.m." is eight hours.
Value clock_span(Scope const& scope, Arguments in) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr || !time->range || in[0].claim->kind != Kind::time) return {};
  std::string_view const text = scope.article.document.folded_text(in[0].claim->span);
  bool const sure = text.find(".m") != std::string_view::npos || text.find("am") != std::string_view::npos ||
                    text.find("pm") != std::string_view::npos || text.find(':') != std::string_view::npos;
  // Each end of "2022-03-10T09:00/2022-03-10T17:00" has its minutes behind the T.
  std::array<int, 2> minutes{-1, -1};
  std::string_view rest = time->value;
  for (int& each : minutes) {
    std::string_view const end = rest.substr(0, rest.find('/'));
    std::size_t const t = end.find('T');
    if (t == std::string_view::npos || end.size() < t + 6) return {};
    auto const digit = [&](std::size_t i) { return end[t + i] - '0'; };
    for (std::size_t const i : {1u, 2u, 4u, 5u})
      if (digit(i) < 0 || digit(i) > 9) return {};
    each = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
    rest.remove_prefix(std::min(rest.size(), end.size() + 1));
  }
  if (!sure || minutes[0] == minutes[1]) return {};
  return in_hours(scope, (minutes[1] - minutes[0] + 1440) % 1440);
}

Value clock_possible(Scope const&, Arguments in) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr || !time->clock.has_hour()) return {};
  ClockTime const& clock = time->clock;
  bool const minute = clock.minute == ClockTime::none || clock.minute < 60;
  return Value::of(minute &&
                   (clock.hour < 24 || (clock.hour == 24 && (clock.minute == ClockTime::none || clock.minute == 0))));
}

} // namespace

std::vector<Function> clock_functions() {
  return {
      {"clock_difference", "xx", 'D', "clock_difference(a, b)",
       "how far two times with zones are apart on the clock, 0 to 12 hours; `1400 GMT` may be a number", "{1} - {2}",
       clock_difference},
      {"clock_stretch", "xx", 'D', "clock_stretch(from, to)",
       "the time from one reading of the clock to the next: 6 p.m. to 1 a.m. is seven hours; more than 24 hours only "
       "where both name their day",
       "{1} to {2}", clock_stretch},
      {"clock_span", "x", 'D', "clock_span(range)",
       "how long a range of clock times is: 9 a.m. to 5 p.m. is eight hours; unknown for other ranges", "{1}",
       clock_span},
      {"clock_possible", "x", 'b', "clock_possible(time)", "the clock has such a time: false for 13:75", "",
       clock_possible},
  };
}

} // namespace claimcheck::rules
