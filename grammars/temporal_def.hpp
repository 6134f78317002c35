// The grammar of temporal.hpp.
#pragma once

#include "grammars/clock.hpp"
#include "grammars/date.hpp"
#include "grammars/look_ahead.hpp"
#include "grammars/period.hpp"
#include "grammars/relative.hpp"
#include "grammars/temporal.hpp"

namespace claimcheck::grammar {

namespace temporal_detail {

/// One day at the most: a part of day or a time can follow.
auto const is_day = check([](TemporalReading const& r) {
  CalendarPoint const& p = r.point;
  if (r.form != TemporalForm::none || r.range || p.clock.has_hour() || p.part != DayPart::none) return false;
  return p.date.has_weekday() || p.date.has_day() || p.named_day >= 0 ||
         (r.shift.anchor != Anchor::none && r.shift.grain == Grain::day) ||
         (r.frame.anchor != Anchor::none && r.frame.grain == Grain::day);
});
auto const frameable = check([](TemporalReading const& r) {
  CalendarPoint const& p = r.point;
  return r.form == TemporalForm::none && r.frame.anchor == Anchor::none && r.shift.anchor == Anchor::none &&
         !p.date.has_year() && p.span == Grain::none &&
         (p.date.has_weekday() || p.date.has_month() || p.quarter != 0 || p.half != 0 || p.season != Season::none ||
          p.nth != 0);
});
auto const set_part = on([](TemporalReading& r, DayPart const* part) { r.point.part = *part; });
auto const set_mod = on([](TemporalReading& r, TimexMod const* mod) { r.mod = *mod; });
auto const has_day = check([](TemporalReading const& r) {
  return r.point.date.has_weekday() || r.point.date.has_day() || r.shift.anchor != Anchor::none ||
         r.frame.anchor != Anchor::none || r.point.named_day >= 0;
});

struct base_class;
struct dated_class;
struct timed_class;
struct part_first_class;
struct modified_class;
x3::rule<base_class> const base{"calendar expression"};
x3::rule<dated_class> const dated{"calendar expression with time of day"};
x3::rule<timed_class> const timed{"time of day with date"};
x3::rule<part_first_class> const part_first{"part of a day"};
x3::rule<modified_class> const modified{"part of a period"};
struct eve_class;
x3::rule<eve_class> const eve{"the day before"};

auto const set_month = on([](TemporalReading& r, MonthWord const* m) { r.point.date.month = m->month; });
/// "March last year", "August of that year": the frame shows that the word is a month.
auto const framed_month =
    attempt[capital >> cal<&CalendarWords::months>[set_month] >> space >> -(word<"of"> >> space) >> frame];
auto const base_def =
    ((begins<family_time_named> | &digit) >> named_day) |
    ((begins<family_ordinal> |
      (begins<family_time_step | family_time_modifier> >> &(literal<"last"> | literal<"final">)) |
      digits_open<few | three, letter_behind>) >>
     period_is_numbered >> nth_period) |
    (begins<family_month> >> framed_month) |
    (begins<family_time_deictic | family_time_unit | family_time_step | family_time_mark> >> relative) |
    ((begins<family_ordinal | family_time_season | family_time_decade | family_time_mark | family_numeral |
             family_time_modifier | family_time_step | at_apostrophe> |
      digits_open<short_run, letter_behind | quote_behind> | digits_open<four, space_behind | dash_behind>) >>
     period) |
    ((begins<family_month | family_weekday | family_ordinal | family_numeral | family_time_unit | family_time_mark> |
      &digit) >>
     date);

/// A time of day can begin here.
auto const clock_may_begin = digits_may_tell_time | begins<family_numeral | family_time_part>;
auto const comma = -x3::lit(',') >> space;
auto const of_frame = attempt[frameable >> -x3::lit(',') >> space >> -(word<"of"> >> space) >> frame];

auto const part_of_that_day = attempt[is_day >> comma >> -((word<"in"> | word<"on">) >> space >> the) >>
                                      cal<&CalendarWords::day_parts>[set_part]] |
                              attempt[is_day >> comma >> word<"at"> >> space >>
                                      word<"night">[then([](TemporalReading& r) { r.point.part = DayPart::night; })]];
auto const time_of_that_day =
    attempt[check([](TemporalReading const& r) {
              return r.form == TemporalForm::none && !r.point.clock.has_hour() && !r.range;
            }) >>
            has_day >> comma >> -((word<"at"> | word<"from"> | word<"around"> | word<"about">) >> space) >>
            clock_range];
auto const dated_def = base >> -(time_may_follow >> -of_frame >> -part_of_that_day >> -time_of_that_day);

auto const on_day = attempt[comma >> -((word<"on"> | word<"of">) >> space) >> -(the) >> base >> has_day >> -of_frame >>
                            -attempt[space >> cal<&CalendarWords::day_parts>[set_part]]];
auto const timed_def = clock_range >> -on_day;

auto const part_first_def = cal<&CalendarWords::day_parts>[set_part] >> -(space >> word<"hours">) >> space >>
                            (word<"of"> | word<"on">) >> space >> -the >> (named_day | date | relative) >> has_day >>
                            -attempt[space >> x3::omit[cal<&CalendarWords::day_parts>]];

/// "on the eve of Friday's vote", "on the eve of the summit": the day before; of what no calendar knows, some day.
auto const the_eve = then([](TemporalReading& r) { r.shift = {Anchor::stated, -1, false, Grain::day, 1, false}; });
auto const eve_def =
    word<"eve"> >>
    (attempt[space >> word<"of"> >> space >> -the >> (named_day | date | relative) >> has_day >>
             check([](TemporalReading const& r) { return r.shift.anchor == Anchor::none; }) >> x3::eps[the_eve]] |
     x3::eps[the_eve]) >>
    x3::eps[then([](TemporalReading& r) { r.form = TemporalForm::none; })];

auto const modified_def =
    attempt[(cal<&CalendarWords::glued_modifiers>[set_mod] >> (dash | space)) >> -the >> (dated | part_first)] |
    attempt[cal<&CalendarWords::modifiers>[set_mod] >> space >> &(-the) >> cal<&CalendarWords::day_parts>[set_part] >>
            !(space >> word<"of">)] |
    attempt[cal<&CalendarWords::modifiers>[set_mod] >> space >>
            (attempt[context_unit] | attempt[-the >> dated] | attempt[-the >> part_first] |
             attempt[word<"this"> >> space >> dated])];

} // namespace temporal_detail

auto const moment_def = attempt[-the >> temporal_detail::dated] | attempt[temporal_detail::timed];

namespace temporal_detail {
/// "at night", "by dawn", "until sundown"
inline char const* behind_preposition(char const* p, char const*, TextContext const& text) {
  std::string_view const before = detail::word_before(p, text);
  for (std::string_view const w : {"at", "by", "before", "after", "until", "till", "from", "around", "near"})
    if (before == w) return p;
  return nullptr;
}
} // namespace temporal_detail

auto const temporal_def =
    (digits_open<few, colon_behind> >> stopwatch) | (begins<family_time_part> >> attempt[temporal_detail::part_first]) |
    (begins<family_time_modifier> >> (attempt[temporal_detail::eve] | attempt[temporal_detail::modified])) |
    (temporal_detail::clock_may_begin >> attempt[temporal_detail::timed]) |
    (begins<family_time_recurrence | family_weekday> >> recurrence) | attempt[temporal_detail::dated] |
    (begins<family_time_reference> >> reference) |
    (begins<family_time_part> >>
     attempt[scan<&temporal_detail::behind_preposition> >> cal<&CalendarWords::day_parts>[temporal_detail::set_part]]);

namespace temporal_detail {
BOOST_SPIRIT_DEFINE(base, dated, timed, part_first, eve, modified)
}
BOOST_SPIRIT_DEFINE(temporal, moment)

} // namespace claimcheck::grammar
