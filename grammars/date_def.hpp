// The grammar of date.hpp.
#pragma once

#include "grammars/clock.hpp"
#include "grammars/date.hpp"
#include "grammars/date_words.hpp"
#include "grammars/look_ahead.hpp"

namespace claimcheck::grammar {

namespace date_detail {

inline constexpr auto month_word = number_scan<&month_name>;
inline constexpr auto month_by_itself = number_scan<&month_alone>;
inline constexpr auto weekday_word = number_scan<&weekday_name>;
inline constexpr auto weekday_by_itself = number_scan<&weekday_alone>;
inline constexpr auto plain_year = number_scan<&bare_year>;
inline constexpr auto year_in_words = number_scan<&spoken_year>;
inline constexpr auto era_mark = number_scan<&era>;
inline constexpr auto era_mark_before = number_scan<&era_before>;

auto const set_year = on([](TemporalReading& r, int y) { r.point.date.year = static_cast<std::int16_t>(y); });
auto const set_short_year = on([](TemporalReading& r, int y) {
  r.point.date.year = static_cast<std::int16_t>(y < 50 ? y + 2000 : y < 100 ? y + 1900 : y);
  r.point.two_digits = true;
});
auto const set_spelled_year = on([](TemporalReading& r, Numeral const& n) { // the year two thousand
  if (n.words && n.value.is_integer() && n.value >= Decimal{1000} && n.value < Decimal{3000})
    r.point.date.year = static_cast<std::int16_t>(n.value.to_double());
});
auto const set_month = on([](TemporalReading& r, int m) { r.point.date.month = static_cast<std::uint8_t>(m); });
auto const set_day = on([](TemporalReading& r, int d) { r.point.date.day = static_cast<std::uint8_t>(d); });
auto const set_weekday = on([](TemporalReading& r, int w) { r.point.date.weekday = static_cast<WeekdayNumber>(w); });
auto const set_era = on([](TemporalReading& r, int sign) {
  r.point.era_stated = true;
  if (sign < 0) r.point.date.year = static_cast<std::int16_t>(1 - r.point.date.year);
});

// The other end of a range.
auto const until_year = on([](TemporalReading& r, int y) { r.until.date.year = static_cast<std::int16_t>(y); });
auto const until_month = on([](TemporalReading& r, int m) { r.until.date.month = static_cast<std::uint8_t>(m); });
auto const until_day = on([](TemporalReading& r, int d) { r.until.date.day = static_cast<std::uint8_t>(d); });
auto const until_weekday = on([](TemporalReading& r, int w) { r.until.date.weekday = static_cast<WeekdayNumber>(w); });
auto const until_short_year =
    on([](TemporalReading& r, int y) { r.until.date.year = completed_year(r.point.date.year, y); });
/// Both ends of a range of days share the month and year that are written once.
auto const close_range = then([](TemporalReading& r) {
  PartialDate& a = r.point.date;
  PartialDate& b = r.until.date;
  // "November 2015 through January" ends in the year after
  bool const wraps = a.has_month() && b.has_month() && b.month < a.month;
  if (!b.has_year() && a.has_year()) b.year = static_cast<std::int16_t>(a.year + wraps);
  if (!a.has_year() && b.has_year()) a.year = static_cast<std::int16_t>(b.year - wraps);
  if (!b.has_month()) b.month = a.month;
  if (!a.has_month()) a.month = b.month;
  r.range = true;
});
auto const ordered_years = check([](TemporalReading const& r) {
  return r.until.date.year != PartialDate::no_year && r.point.date.year < r.until.date.year &&
         r.until.date.year - r.point.date.year <= 1200;
});

struct weekday_part_class;
struct month_day_class;
struct day_month_class;
struct day_range_class;
struct figures_class;
struct years_class;
x3::rule<month_day_class> const month_day{"month and day"};
x3::rule<day_month_class> const day_month{"day and month"};
x3::rule<day_range_class> const day_range{"range of days"};
x3::rule<figures_class> const figures{"date in figures"};
x3::rule<years_class> const years{"range of years"};

auto const year_suffix = (year_digits[set_year] | short_year[set_short_year]) >> -era_mark[set_era];
auto const era_year = digits_between<1, 4>[set_year] >> era_mark[set_era];
auto const joined = (-space >> dash >> -space) | (space >> cal<&CalendarWords::range_words> >> space);
auto const and_joined = joined | (space >> word<"and"> >> space);
auto const weekday_prefix = weekday_word[set_weekday] >> ((x3::lit(',') >> -space) | space);

auto const month_day_def = month_word[set_month] >> -x3::lit(',') >> space >> -the >> day_digits[set_day] >>
                           -attempt[-x3::lit(',') >> space >> (era_year | year_suffix)];
// "the 9th day of May", but no "10-Day March"
auto const of_month = (word<"day"> >> space >> word<"of"> >> space) | -(word<"of"> >> space);
auto const day_month_def = (day_digits[set_day] | ordinal[set_day]) >> (space | dash) >> of_month
                           >> month_word[set_month] >> -(attempt[(comma_space | dash) >> (era_year | year_suffix)]);

/// Behind the name of a month or weekday: a day, an ordinal, another name, or what joins them to a range. Most names
/// stand alone.
inline bool joined_to_more(char const* p, char const* last, TextContext const& text) {
  char const* next = p + leading_letters(p, last);
  if (next != last && *next == '.') ++next;
  if (grammar::detail::dash(next, last, text) != nullptr) return true;
  while (next != last && (*next == ' ' || *next == ',')) ++next;
  if (next == last) return false;
  if (digit_at(next, last) || grammar::detail::dash(next, last, text) != nullptr) return true;
  if (last - next > 4 && std::string_view(next, 4) == "the ") return true;
  return (families_at(next, last, text) & (family_month | family_weekday | family_ordinal | family_numeral)) != 0 ||
         text.longest(text.lexicon->calendar.range_words, next, last);
}
/// Asked before each of the longer forms of a date.
inline char const* name_goes_on(char const* p, char const* last, TextContext const& text) {
  auto const look = [&] { return joined_to_more(p, last, text); };
  return (last == text.end ? text.memo.names(p, look) : look()) ? p : nullptr;
}
auto const name_before_more = begins<family_month | family_weekday> >> scan<&name_goes_on>;
auto const day_in_digits = digits_open<few, letter_behind | dash_behind | space_behind>;
auto const range_may_begin = name_before_more | day_in_digits;
auto const day_may_begin = begins<family_month | family_ordinal> | day_in_digits;
auto const end_year = -attempt[comma_space >> year_digits[until_year]];
/// "May 4 and 5": two days that touch are a range; others stand for themselves.
auto const next_day = check([](TemporalReading const& r) { return r.until.date.day == r.point.date.day + 1; });
auto const by_and = space >> word<"and"> >> space;
auto const day_range_def =
    attempt[month_word[set_month] >> space >> day_digits[set_day] >> by_and >> day_digits[until_day] >> next_day >>
            !(space >> (month_word | letter)) >> end_year] |
    attempt[day_digits[set_day] >> by_and >> day_digits[until_day] >> next_day >> space >> -(word<"of"> >> space) >>
            month_word[until_month] >> end_year] |
    attempt[month_word[set_month] >> space >> day_digits[set_day] >> joined >> day_digits[until_day] >>
            !(space >> month_word) >> end_year] |
    attempt[month_word[set_month] >> space >> day_digits[set_day] >> -attempt[comma_space >> year_digits[set_year]] >>
            joined >> month_word[until_month] >> space >> day_digits[until_day] >> end_year] |
    attempt[day_digits[set_day] >> joined >> day_digits[until_day] >> space >> -(word<"of"> >> space) >>
            month_word[until_month] >> end_year] |
    attempt[day_digits[set_day] >> space >> -(word<"of"> >> space) >> month_word[set_month] >>
            -attempt[comma_space >> year_digits[set_year]] >> joined >> day_digits[until_day] >> space >>
            -(word<"of"> >> space) >> month_word[until_month] >> end_year] |
    attempt[month_word[set_month] >> -attempt[space >> year_digits[set_year]] >> joined >> month_word[until_month] >>
            !(space >> day_digits) >> -attempt[comma_space >> year_digits[until_year]]] |
    attempt[weekday_word[set_weekday] >> joined >> weekday_word[until_weekday]];

/// Day and month may stand in either order where both are at most 12.
auto const us_order = on([](TemporalReading& r, int y) {
  PartialDate& d = r.point.date; // read as month/day
  d.year = static_cast<std::int16_t>(y < 50 ? y + 2000 : y < 100 ? y + 1900 : y);
  r.point.two_digits = y < 100;
  if (d.month > 12 && d.day <= 12)
    std::swap(d.month, d.day);
  else
    r.point.either_order = d.month <= 12 && d.day <= 12 && d.month != d.day;
});
/// "Tue 9/3": month first unless it cannot be one.
auto const day_before_month = then([](TemporalReading& r) {
  PartialDate& d = r.point.date;
  if (d.month > 12 && d.day <= 12)
    std::swap(d.month, d.day);
  else
    r.point.either_order = d.month <= 12 && d.day <= 12 && d.month != d.day;
});
auto const european_order = on([](TemporalReading& r, int y) {
  PartialDate& d = r.point.date; // read as day.month
  d.year = static_cast<std::int16_t>(y < 50 ? y + 2000 : y < 100 ? y + 1900 : y);
  r.point.two_digits = y < 100;
  if (d.month > 12 && d.day <= 12) std::swap(d.month, d.day);
});
auto const plausible_day_and_month = check([](TemporalReading const& r) {
  PartialDate const& d = r.point.date;
  return d.month >= 1 && d.day >= 1 && d.day <= 39 && d.month <= 39 && (d.month <= 12 || d.day <= 12);
});
/// "2.39.92", "2.31.22" are states of a program: of dotted dates with a short year only those that exist are read.
auto const no_version = check([](TemporalReading const& r) {
  PartialDate const& d = r.point.date;
  if (!r.point.two_digits) return d.day <= 31;
  return (std::chrono::year{d.year} / d.month / d.day).ok();
});
auto const written_year = number_scan<&year_of_figures>;
auto const stop = !(-(x3::lit('/') | '-' | '.') >> digit);

auto const figures_def =
    attempt[digits_between<4, 4>[set_year] >> '-' >> digits_between<2, 2>[set_month] >>
            check([](TemporalReading const& r) {
              return r.point.date.year >= 1000 && r.point.date.year < 3000 && r.point.date.month >= 1;
            }) >>
            -attempt['-' >> digits_between<2, 2>[set_day] >>
                     -attempt[(x3::lit('t') | ' ') >> &(digit >> digit >> ':' | digit >> digit >> !letter) >>
                              iso_clock]] >>
            check([](TemporalReading const& r) { // "2003-04" is a season, "2008-04" a month
              PartialDate const& d = r.point.date;
              return d.has_day() || (d.month <= 12 && d.month != (d.year + 1) % 100);
            }) >>
            stop] |
    attempt[digits_between<1, 2>[set_month] >> '/' >> digits_between<1, 2>[set_day] >> '/' >> written_year[us_order] >>
            plausible_day_and_month >> stop] |
    attempt[digits_between<1, 2>[set_month] >> '-' >> digits_between<1, 2>[set_day] >> '-' >>
            digits_between<4, 4>[us_order] >> plausible_day_and_month >> stop] |
    attempt[digits_between<1, 2>[set_day] >> '.' >> digits_between<2, 2>[set_month] >> '.' >>
            written_year[european_order] >> plausible_day_and_month >> no_version >> stop] |
    attempt[digits_between<1, 2>[set_day] >> '.' >> digits_between<1, 1>[set_month] >> '.' >>
            digits_between<4, 4>[european_order] >> plausible_day_and_month >>
            check([](TemporalReading const& r) { // 9.3.2022; 4.2.1024 is a version
              return r.point.date.year >= 1800 && r.point.date.year < 2100;
            }) >>
            stop] |
    attempt[digits_between<4, 4>[set_year] >> '/' >> digits_between<2, 2>[set_month] >> '/' >>
            digits_between<2, 2>[set_day] >> plausible_day_and_month >> stop];

/// Between years "and" joins only where "between" stands before.
inline char const* behind_between(char const* p, char const*, TextContext const& text) {
  return word_before(p, text) == "between" ? p : nullptr;
}
auto const after_between = scan<&behind_between>;

auto const years_def =
    attempt[after_between >> year_digits[set_year] >> -era_mark[set_era] >> space >> word<"and"> >> space >>
            year_digits[until_year] >> ordered_years] |
    attempt[plain_year[set_year] >> (dash | '/') >> digits_between<2, 2>[until_short_year] >> ordered_years >> stop] |
    attempt[plain_year[set_year] >> -space >> dash >> -space >> year_digits[until_year] >> ordered_years >> stop] |
    attempt[plain_year[set_year] >> space >> cal<&CalendarWords::range_words> >> space >> year_digits[until_year] >>
            ordered_years] |
    attempt[digits_between<1, 4>[set_year] >> -space >> (dash | word<"to"> | word<"and">) >> -space >>
            digits_between<1, 4>[until_year] >> era_mark[on([](TemporalReading& r, int sign) {
              r.point.era_stated = r.until.era_stated = true;
              if (sign > 0) return;
              r.point.date.year = static_cast<std::int16_t>(1 - r.point.date.year);
              r.until.date.year = static_cast<std::int16_t>(1 - r.until.date.year);
            })] >>
            ordered_years];

/// "the Sept. 11 attacks": the event's own year.
template <class Iterator, class Context>
bool event_follows(Iterator first, Iterator last, Context const& ctx) {
  PartialDate const& date = reading_so_far(ctx).point.date;
  if (date.has_year() || !date.has_month() || !date.has_day()) return false;
  if (first == last || *first != ' ') return false;
  while (first != last && *first == ' ') ++first;
  for (NamedEvent const& event : text_of(ctx).lexicon->calendar.events) {
    if (event.date.month != date.month || event.date.day != date.day || !event.after.longest(first, last)) continue;
    TemporalReading& r = change_reading(ctx);
    r.point.date.year = event.date.year;
    r.point.event = true;
    return true;
  }
  return false;
}
struct EventParser : x3::parser<EventParser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute&) const {
    return event_follows(first, last, ctx);
  }
};
inline constexpr EventParser event_name{};

BOOST_SPIRIT_DEFINE(month_day, day_month, day_range, figures, years)

} // namespace date_detail

auto const year_def = attempt[date_detail::era_mark_before >> digits_between<1, 4>[date_detail::set_year] >>
                              x3::eps[then([](TemporalReading& r) { r.point.era_stated = true; })]] |
                      attempt[date_detail::era_year] | year_digits[date_detail::set_year] |
                      short_year[date_detail::set_short_year];

auto const month_def = attempt[date_detail::month_word[date_detail::set_month] >>
                               ((-x3::lit(',') >> space >> -(word<"of"> >> space)) | (x3::lit('-') | '/')) >>
                               (attempt[date_detail::era_year] | date_detail::year_suffix)] |
                       attempt[date_detail::month_by_itself[date_detail::set_month]];

auto const date_def =
    (digits_open<few | four, dash_behind | slash_behind | point_behind> >> attempt[date_detail::figures]) |
    (date_detail::range_may_begin >> attempt[-attempt[date_detail::weekday_prefix >> &(begins<family_month> | digit)] >>
                                             (begins<family_month | family_weekday> | date_detail::day_in_digits) >>
                                             date_detail::day_range >> x3::eps[date_detail::close_range]]) |
    ((date_detail::name_before_more | begins<family_ordinal> | date_detail::day_in_digits) >>
     attempt[-attempt[date_detail::weekday_prefix >> -the] >> date_detail::day_may_begin >>
             (attempt[date_detail::month_day] | attempt[date_detail::day_month]) >> -date_detail::event_name]) |
    (begins<family_weekday> >> date_detail::name_before_more >>
     (attempt[date_detail::weekday_word[date_detail::set_weekday] >> space >> -the >> ordinal[date_detail::set_day] >>
              check([](TemporalReading const& r) { return r.point.date.day <= 31; })] |
      // "Tuesday, the 9th," with nothing behind that the ordinal could number
      attempt[date_detail::weekday_word[date_detail::set_weekday] >> ',' >> space >> the >>
              ordinal[date_detail::set_day] >> check([](TemporalReading const& r) { return r.point.date.day <= 31; }) >>
              &(x3::eoi | ',' | '.' | ';' | ')' | (space >> word<"of">))] |
      attempt[date_detail::weekday_prefix >> digits_between<1, 2>[date_detail::set_month] >> '/' >>
              digits_between<1, 2>[date_detail::set_day] >> x3::eps[date_detail::day_before_month] >>
              date_detail::plausible_day_and_month >> !(-(x3::lit('/') | '-' | '.') >> digit)])) |
    (begins<family_month> >> ((date_detail::name_before_more >>
                               attempt[date_detail::month_word[date_detail::set_month] >> -x3::lit('.') >> space >>
                                       ordinal[date_detail::set_day] >>
                                       check([](TemporalReading const& r) { return r.point.date.day <= 31; }) >>
                                       -attempt[comma_space >> date_detail::year_suffix]]) |
                              month)) |
    (digits_open<short_run, dash_behind | slash_behind | space_behind> >> years_are_joined >>
     attempt[date_detail::years >> x3::eps[then([](TemporalReading& r) { r.range = true; })]]) |
    (begins<family_time_mark> >> attempt[date_detail::era_mark_before >> digits_between<1, 4>[date_detail::set_year] >>
                                         x3::eps[then([](TemporalReading& r) { r.point.era_stated = true; })]]) |
    (digits_open<short_run, space_behind | letter_behind> >> attempt[date_detail::era_year]) |
    (digits_open<four, any_behind> >> attempt[date_detail::plain_year[date_detail::set_year]]) |
    attempt[(word<"year"> | word<"years">) >> space >>
            (attempt[date_detail::years >> x3::eps[then([](TemporalReading& r) { r.range = true; })]] |
             year_digits[date_detail::set_year] | date_detail::year_in_words[date_detail::set_year] |
             a_number[date_detail::set_spelled_year] >>
                 check([](TemporalReading const& r) { return r.point.date.has_year(); }))] |
    (begins<family_numeral> >> attempt[date_detail::year_in_words[date_detail::set_year]]) |
    (begins<family_weekday> >> attempt[date_detail::weekday_by_itself[date_detail::set_weekday]]);

BOOST_SPIRIT_DEFINE(year, month, date)

} // namespace claimcheck::grammar
