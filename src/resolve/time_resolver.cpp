#include "resolve/time_resolver.hpp"

#include <algorithm>
#include <array>

#include "resolve/calendar.hpp"
#include "resolve/length_resolver.hpp"
#include "resolve/period_parts.hpp"
#include "resolve/timex.hpp"
#include "resolve/year_choice.hpp"

namespace claimcheck::resolve {
namespace {

namespace cal = calendar;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// A moment or period, the TIMEX3 text that names it, and what decided it.
struct Located {
  TimeInterval when;
  std::string value;
  ResolvedFrom from = ResolvedFrom::nothing;
};

Located located(TimeInterval const& when, ResolvedFrom from) { return {when, period_text(when), from}; }
Located unknown(std::string value) { return {{}, std::move(value), ResolvedFrom::nothing}; }

struct AnchorDay {
  Days day;
  ResolvedFrom from;
};

class Resolver {
 public:
  Resolver(CalendarWords const& words, TimeContext const& context) : words_(words), context_(context) {}

  Located locate(TemporalReading const& reading) const {
    Located found;
    if (reading.frame.anchor != Anchor::none)
      found = framed(reading);
    else if (reading.shift.anchor != Anchor::none && reading.shift.anchor != Anchor::stated)
      found = moved(reading);
    else
      found = fields(reading.point, {}, ResolvedFrom::nothing);
    for (TimeShift const* shift : {&reading.shift, &reading.second_shift})
      if (shift->anchor == Anchor::stated)
        found = found.when.known() ? shifted(found.when.first_day(), *shift, found.from, found.when.grain)
                                   : unknown(unknown_period_text(shift->grain));
    return found;
  }

  /// The end of a range, which may lean on its begin.
  Located locate_end(TemporalReading const& reading, Located const& begin) const {
    CalendarPoint const& p = reading.until;
    if (p.clock.has_hour() && p.date.empty()) return begin;
    if (p.date.has_weekday() && !p.date.has_day() && !p.date.has_month() && begin.when.known())
      return located(cal::of_day(cal::weekday_after(begin.when.first_day(), p.date.weekday)), begin.from);
    CalendarPoint end = p;
    if (!end.date.has_year() && begin.when.known() && end.date.has_month()) {
      int const year = cal::year_of(begin.when.first_day());
      end.date.year = static_cast<std::int16_t>(end.date.month < reading.point.date.month ? year + 1 : year);
      Located out = fields(end, {}, begin.from);
      out.from = begin.from;
      return out;
    }
    return fields(end, {}, begin.from);
  }

  /// The day that a bare time of day belongs to.
  std::optional<AnchorDay> day_of_clock() const {
    if (context_.narrative && context_.last_day.known())
      return AnchorDay{context_.last_day.first_day(), ResolvedFrom::earlier_expression};
    if (context_.document) return AnchorDay{*context_.document, ResolvedFrom::document_date};
    if (context_.last_day.known()) return AnchorDay{context_.last_day.first_day(), ResolvedFrom::earlier_expression};
    return {};
  }

 private:
  std::optional<AnchorDay> document_day() const {
    if (!context_.document) return {};
    return AnchorDay{*context_.document, ResolvedFrom::document_date};
  }

  /// The date spoken of before, as far as a step of `grain` can lean on it: a day for days and weeks, else anything.
  std::optional<AnchorDay> previous_day(Grain grain) const {
    if (grain <= Grain::day) {
      if (!context_.last_day.known() || !context_.last.known()) return {};
      if (!cal::overlap(context_.last_day, context_.last)) return {};
      return AnchorDay{context_.last_day.first_day(), ResolvedFrom::earlier_expression};
    }
    if (!context_.last.known()) return {};
    return AnchorDay{context_.last.first_day(), ResolvedFrom::earlier_expression};
  }

  std::optional<AnchorDay> anchor_day(Anchor anchor, Grain grain, int direction, bool is_shift) const {
    switch (anchor) {
    case Anchor::document:
      if (context_.narrative && grain > Grain::day && context_.last.known()) return previous_day(grain);
      return document_day();
    case Anchor::context:
      if (context_.narrative && context_.last.known()) return previous_day(grain);
      return document_day();
    case Anchor::previous:
      // "until 1940; in August of that year"
      if (!is_shift && direction == 0 && grain > Grain::day && context_.mentioned.known())
        return AnchorDay{context_.mentioned.first_day(), ResolvedFrom::earlier_expression};
      // In news "a year earlier" looks back from the document's date unless the sentence has just named another.
      if (is_shift && direction < 0 && !context_.narrative && !context_.same_sentence && grain > Grain::day)
        return document_day();
      if (auto const day = previous_day(grain)) return day;
      return !context_.narrative && !is_shift && grain > Grain::day ? document_day() : std::nullopt;
    default:
      return {};
    }
  }

  Located shifted(Days day, TimeShift const& shift, ResolvedFrom from, Grain precision = Grain::none) const {
    if (shift.vague) return {{}, shift.direction < 0 ? "PAST_REF" : "FUTURE_REF", ResolvedFrom::nothing};
    if (shift.grain < Grain::day) return {{}, period_text(cal::of_day(day)) + "TXX", ResolvedFrom::nothing};
    // A year after a day is a day; a year ago is a year.
    Grain grain = shift.grain == Grain::week || shift.grain == Grain::weekend ? Grain::day : shift.grain;
    if (precision == Grain::day || precision == Grain::minute || precision == Grain::day_part) grain = Grain::day;
    return located(cal::period_holding(cal::shifted(day, shift.grain, shift.direction * shift.amount), grain), from);
  }

  Located moved(TemporalReading const& reading) const {
    TimeShift const& shift = reading.shift;
    if (shift.vague) return {{}, shift.direction < 0 ? "PAST_REF" : "FUTURE_REF", ResolvedFrom::nothing};
    auto const anchor = anchor_day(shift.anchor, shift.grain, shift.direction, true);
    if (!anchor) return unknown(unknown_period_text(shift.grain == Grain::week ? Grain::day : shift.grain));
    return shifted(anchor->day, shift, anchor->from);
  }

  Located framed(TemporalReading const& reading) const {
    PeriodStep const& frame = reading.frame;
    CalendarPoint const& p = reading.point;
    int step = frame.step;
    if (frame.grain == Grain::none) return stepped_fields(reading);
    auto const anchor = anchor_day(frame.anchor, frame.grain, step, false);
    if (!anchor) return unknown(unknown_period_text(frame.grain));
    if (frame.grain == Grain::weekend && frame.anchor == Anchor::context) {
      // "the weekend": the one behind, or the one ahead where the sentence looks ahead.
      bool const in_it = cal::weekday(anchor->day) == 0 || cal::weekday(anchor->day) == 6;
      step = context_.tense == Tense::future || in_it ? 0 : -1;
    }
    TimeInterval const here = cal::period_holding(anchor->day, frame.grain);
    TimeInterval const whole =
        step == 0 ? here : cal::period_holding(cal::shifted(here.first_day(), frame.grain, step), frame.grain);
    bool const has_fields = p.date.has_month() || p.date.has_day() || p.date.has_weekday() ||
                            p.season != Season::none || p.quarter != 0 || p.half != 0 || p.named_day >= 0 || p.nth != 0;
    if (!has_fields) return located(whole, anchor->from);
    return fields(p, whole, anchor->from);
  }

  /// "last Friday", "next summer", "this May".
  Located stepped_fields(TemporalReading const& reading) const {
    CalendarPoint const& p = reading.point;
    int const step = reading.frame.step;
    auto const anchor = anchor_day(reading.frame.anchor, Grain::week, step, false);
    if (reading.frame.anchor == Anchor::previous && step > 0 && !context_.last.known()) // "the following spring"
      return unknown(p.season != Season::none ? "XXXX-" + std::string(season_code(p.season)) : partial_text(p.date));
    if (!anchor) return fields(p, {}, ResolvedFrom::nothing);
    Days const day = anchor->day;
    if (p.date.has_weekday()) {
      if (step == 0)
        return located(cal::of_day(cal::monday_of(cal::iso_week(day)) + days{(p.date.weekday + 6) % 7}), anchor->from);
      return located(
          cal::of_day(step < 0 ? cal::weekday_before(day, p.date.weekday) : cal::weekday_after(day, p.date.weekday)),
          anchor->from);
    }
    int const year = cal::year_of(day);
    auto const choose = [&](auto&& in_year) -> std::optional<int> {
      if (step == 0) return year;
      for (int const y : std::array{year, year + step, year + 2 * step}) {
        TimeInterval const candidate = in_year(y);
        if (candidate.known() && (step < 0 ? candidate.last_day() < day : candidate.first_day() > day)) return y;
      }
      return {};
    };
    if (p.season != Season::none) {
      auto const y = choose([&](int candidate) { return narrow_season(candidate, p.season); });
      if (!y) return unknown("XXXX-" + std::string(season_code(p.season)));
      return {cal::of_season(*y, p.season), season_text(*y, p.season), anchor->from};
    }
    if (p.date.has_month()) {
      auto const y = choose([&](int candidate) { return cal::of_month(candidate, p.date.month); });
      return y ? located(cal::of_month(*y, p.date.month), anchor->from) : unknown(partial_text(p.date));
    }
    if (p.named_day >= 0) {
      if (p.event) return named(p, {}, anchor->from);
      NamedDay const& rule = words_.named_days[static_cast<std::size_t>(p.named_day)];
      auto const y = choose([&](int candidate) {
        auto const found = named_day_in(rule, candidate);
        return found ? cal::of_day(*found) : TimeInterval{};
      });
      auto const date = y ? named_day_in(rule, *y) : std::nullopt; // "that Ramadan": no rule tells its days
      if (date) return located(cal::of_day(*date), anchor->from);
    }
    return unknown("");
  }

  /// The calendar fields; inside `whole` where one frames them.
  Located fields(CalendarPoint const& p, TimeInterval const& whole, ResolvedFrom from) const {
    if (p.named_day >= 0) return named(p, whole, from);
    if (p.span == Grain::decade) return located(cal::of_decade(p.date.year), ResolvedFrom::text);
    if (p.span == Grain::century) return century(p);
    if (p.fiscal) {
      std::string value = (p.date.has_year() ? "FY" + year_text(p.date.year) : std::string("FYXXXX"));
      if (p.quarter != 0) value += "-Q" + std::to_string(p.quarter);
      return {{}, std::move(value), p.date.has_year() ? ResolvedFrom::text : ResolvedFrom::nothing};
    }
    if (p.season != Season::none)
      return in_a_year(
          p, whole, from, [&](int y) { return narrow_season(y, p.season); }, false,
          "-" + std::string(season_code(p.season)));
    if (p.quarter != 0)
      return in_a_year(
          p, whole, from, [&](int y) { return cal::of_quarter(y, p.quarter); }, true, "-Q" + std::to_string(p.quarter));
    if (p.half != 0)
      return in_a_year(
          p, whole, from, [&](int y) { return cal::of_half(y, p.half); }, true, "-H" + std::to_string(p.half));
    if (p.nth != 0) return nth(p, whole, from);
    return date(p.date, whole, from);
  }

  Located century(CalendarPoint const& p) const {
    int const number = p.date.year;
    Located out{cal::of_century(number), "", ResolvedFrom::text};
    // TimeML counts a century by the digits of its years: the 19th is 18XX, the 4th BC is BC03XX.
    int const hundreds = (number < 0 ? -number : number) - 1;
    out.value = (number < 0 ? "BC" : "") + std::string(hundreds < 10 ? "0" : "") + std::to_string(hundreds) + "XX";
    return out;
  }

  template <class InYear>
  Located in_a_year(CalendarPoint const& p, TimeInterval const& whole, ResolvedFrom from, InYear&& in_year,
                    bool complete, std::string const& code) const {
    int year = p.date.year;
    if (p.date.has_year()) {
      from = ResolvedFrom::text;
    } else if (whole.known()) {
      year = cal::year_of(whole.first_day());
    } else {
      auto const found = choose_year(context_, in_year, complete);
      if (!found) return unknown("XXXX" + code);
      year = found->year;
      from = found->from;
    }
    TimeInterval const when = p.season != Season::none ? cal::of_season(year, p.season) : in_year(year);
    return {when, year_text(year) + code, from};
  }

  Located named(CalendarPoint const& p, TimeInterval const& whole, ResolvedFrom from) const {
    if (p.event) {
      auto const day = cal::day(words_.events[static_cast<std::size_t>(p.named_day)].date);
      return day ? located(cal::of_day(*day), ResolvedFrom::named_event) : unknown("");
    }
    NamedDay const& rule = words_.named_days[static_cast<std::size_t>(p.named_day)];
    if (rule.rule == NamedDay::Rule::unknown)
      return unknown((p.date.has_year() ? year_text(p.date.year) : std::string("XXXX")) + "-XX-XX");
    int year = p.date.year;
    if (p.date.has_year()) {
      from = ResolvedFrom::text;
    } else if (whole.known()) {
      year = cal::year_of(whole.first_day());
    } else {
      auto const found = choose_year(context_, [&](int y) {
        auto const date = named_day_in(rule, y);
        return date ? cal::of_day(*date) : TimeInterval{};
      });
      if (!found) {
        PartialDate date;
        date.month = rule.month, date.day = rule.day;
        return unknown(rule.rule == NamedDay::Rule::fixed ? partial_text(date) : "XXXX-XX-XX");
      }
      year = found->year;
      from = found->from;
    }
    auto const day = named_day_in(rule, year);
    if (!day) return unknown("");
    if (p.span == Grain::weekend) {
      // Memorial Day weekend ends on the Monday: the weekend nearest to the day.
      Days const near = cal::weekday(*day) == 1 ? *day - days{1} : *day;
      return located(cal::of_weekend(cal::iso_week(near)), from);
    }
    return located(cal::of_day(*day), from);
  }

  /// "the third week of April", "the first Monday of September", "4th day last week".
  Located nth(CalendarPoint const& p, TimeInterval whole, ResolvedFrom from) const {
    PartialDate enclosing = p.date;
    enclosing.weekday = PartialDate::none;
    if (!enclosing.empty()) {
      Located const found = date(enclosing, whole, from);
      whole = found.when;
      from = found.from;
    }
    if (!whole.known()) return unknown(unknown_period_text(p.nth_grain));
    if (p.nth_grain == Grain::day && p.date.has_weekday()) {
      auto const day =
          cal::nth_weekday(cal::year_of(whole.first_day()), cal::month_of(whole.first_day()), p.date.weekday, p.nth);
      return day ? located(cal::of_day(*day), from) : unknown(unknown_period_text(Grain::day));
    }
    if (p.nth_count > 1) {
      auto const first = cal::nth_period(whole, p.nth_grain, p.nth > 0 ? 1 : -p.nth_count),
                 last = cal::nth_period(whole, p.nth_grain, p.nth > 0 ? p.nth_count : -1);
      if (!first || !last) return unknown(unknown_period_text(p.nth_grain));
      return {cal::hull(*first, *last), period_text(*first) + '/' + period_text(*last), from};
    }
    auto const found = cal::nth_period(whole, p.nth_grain, p.nth);
    return found ? located(*found, from) : unknown(unknown_period_text(p.nth_grain));
  }

  Located date(PartialDate date, TimeInterval const& whole, ResolvedFrom from) const {
    if (date.empty()) return whole.known() ? located(whole, from) : unknown("");
    if (!cal::possible(date)) return unknown(partial_text(date));
    if (date.has_year()) from = ResolvedFrom::text;
    if (date.has_month()) {
      if (!date.has_year()) {
        if (whole.known()) {
          date.year = static_cast<std::int16_t>(cal::year_of(whole.first_day()));
        } else {
          auto const found = choose_year(context_, [&](int y) {
            auto const day = date.has_day() ? cal::day(y, date.month, date.day) : std::nullopt;
            return day ? cal::of_day(*day) : date.has_day() ? TimeInterval{} : cal::of_month(y, date.month);
          });
          if (!found) return unknown(partial_text(date));
          date.year = static_cast<std::int16_t>(found->year);
          from = found->from;
        }
      }
      if (!date.has_day()) return located(cal::of_month(date.year, date.month), from);
      auto const day = cal::day(date);
      return day ? located(cal::of_day(*day), from) : unknown(partial_text(date));
    }
    if (date.has_day()) return day_of_month(date, whole, from);
    if (date.has_weekday()) return weekday(date, whole, from);
    return located(cal::of_year(date.year), from);
  }

  /// "the 14th", "Tuesday the 14th": of the month that is being spoken of.
  Located day_of_month(PartialDate date, TimeInterval const& whole, ResolvedFrom from) const {
    std::optional<AnchorDay> anchor =
        whole.known() ? AnchorDay{whole.first_day(), from} : anchor_day(Anchor::context, Grain::month, 0, false);
    if (!anchor) return unknown(partial_text(date));
    Days month = anchor->day;
    if (!whole.known() && context_.tense == Tense::past && anchor->from == ResolvedFrom::document_date &&
        date.day > cal::day_of_month(month))
      month = cal::add_months(month, -1);
    auto const day = cal::day(cal::year_of(month), cal::month_of(month), date.day);
    return day ? located(cal::of_day(*day), anchor->from) : unknown(partial_text(date));
  }

  Located weekday(PartialDate date, TimeInterval const& whole, ResolvedFrom from) const {
    if (whole.known() && whole.grain == Grain::week)
      return located(cal::of_day(whole.first_day() + days{(date.weekday + 6) % 7}), from);
    if (context_.indefinite) return unknown(partial_text(date));
    if (context_.narrative) {
      if (!context_.last_day.known()) return unknown(partial_text(date));
      return located(cal::of_day(cal::weekday_after(context_.last_day.first_day(), date.weekday, true)),
                     ResolvedFrom::earlier_expression);
    }
    if (!context_.document) return unknown(partial_text(date));
    bool const future = context_.tense == Tense::future;
    return located(cal::of_day(future ? cal::weekday_after(*context_.document, date.weekday)
                                      : cal::weekday_before(*context_.document, date.weekday, true)),
                   ResolvedFrom::document_date);
  }

  CalendarWords const& words_;
  TimeContext const& context_;
};

Temporal resolve_point(TemporalReading const& reading, CalendarWords const& words, TimeContext const& context) {
  Temporal out;
  CalendarPoint const& p = reading.point;
  out.stated = p.date;
  if (p.span == Grain::decade || p.span == Grain::century) out.stated.year = PartialDate::no_year;
  out.clock = p.clock;
  out.mod = reading.mod;
  out.range = reading.range;
  out.relative = reading.frame.anchor != Anchor::none || reading.shift.anchor != Anchor::none ||
                 (p.date.has_weekday() && !p.date.has_day() && !p.date.has_month() && p.nth == 0);
  out.approximate = reading.hedge == Hedge::about || reading.mod != TimexMod::none;

  Resolver const resolver(words, context);
  bool const timed = p.clock.has_hour() || p.part != DayPart::none;
  bool const dated = !p.date.empty() || p.named_day >= 0 || out.relative;
  Located begin = resolver.locate(reading);
  if (timed && !dated && !p.clock.has_hour() && reading.mod == TimexMod::none) {
    begin = unknown("XXXX-XX-XX"); // "at night": any night
  } else if (timed && !dated) {
    auto const day = resolver.day_of_clock();
    begin = day ? located(cal::of_day(day->day), day->from) : unknown("");
  }
  out.resolved_from = p.event ? ResolvedFrom::named_event : begin.from;
  out.type = timed ? TimexType::time : TimexType::date;

  if (timed) {
    std::string const day = begin.value;
    bool const one_day = begin.when.known() && begin.when.grain == Grain::day;
    out.value = day + clock_text(p.clock, p.part);
    if (one_day)
      out.when = p.clock.has_hour() ? minute_of_day(begin.when.first_day(), p.clock)
                                    : part_of_day(begin.when.first_day(), p.part);
    if (reading.range && reading.until.clock.has_hour()) {
      TimeInterval end = one_day ? minute_of_day(begin.when.first_day(), reading.until.clock) : TimeInterval{};
      if (end.known() && out.when.known()) {
        if (end.begin <= out.when.begin) end.begin += days{1}, end.end += days{1}; // past midnight
        out.when.end = end.begin;
      } else {
        out.when = {};
      }
      out.value += '/' + day + clock_text(reading.until.clock, DayPart::none);
    }
    return out;
  }

  out.value = std::move(begin.value);
  out.when = begin.when;
  if (reading.range) {
    Located const end = resolver.locate_end(reading, begin);
    out.value += '/' + end.value;
    out.when = begin.when.known() && end.when.known() && begin.when.begin < end.when.end
                   ? TimeInterval{begin.when.begin, end.when.end, begin.when.grain}
                   : TimeInterval{};
  }
  out.when = part_of(out.when, reading.mod);
  if (p.either_order && out.when.known()) {
    if (auto const other = cal::day(p.date.year, p.date.day, p.date.month))
      out.alternatives = {out.when, cal::of_day(*other)};
  }
  return out;
}

} // namespace

std::optional<Days> named_day_in(NamedDay const& named, int year) {
  switch (named.rule) {
  case NamedDay::Rule::fixed:
    return cal::day(year, named.month, named.day);
  case NamedDay::Rule::nth:
    return cal::nth_weekday(year, named.month, named.weekday, named.nth);
  case NamedDay::Rule::easter:
    return cal::easter(year) + days{named.easter_offset};
  case NamedDay::Rule::unknown:
    break;
  }
  return {};
}

bool needs_tense(TemporalReading const& reading) {
  if (reading.form == TemporalForm::duration) return reading.after_in;
  if (reading.form != TemporalForm::point) return false;
  CalendarPoint const& p = reading.point;
  if (reading.frame.grain == Grain::weekend) return true;
  if (p.date.has_year() || reading.frame.anchor != Anchor::none) return false;
  return p.date.has_weekday() || p.date.has_month() || p.date.has_day() || p.season != Season::none || p.quarter != 0 ||
         p.half != 0 || p.named_day >= 0;
}

Temporal resolve_reading(TemporalReading const& reading, CalendarWords const& words, TimeContext const& context) {
  switch (reading.form) {
  case TemporalForm::point:
    return resolve_point(reading, words, context);
  case TemporalForm::duration:
    return resolve_length(reading, context);
  case TemporalForm::set:
    return resolve_set(reading);
  default:
    break;
  }
  Temporal out;
  out.type = TimexType::date;
  out.relative = true;
  out.value = reading.form == TemporalForm::past_reference      ? "PAST_REF"
              : reading.form == TemporalForm::present_reference ? "PRESENT_REF"
              : reading.form == TemporalForm::future_reference  ? "FUTURE_REF"
                                                                : "";
  return out;
}

} // namespace claimcheck::resolve
