// The grammar of clock.hpp.
#pragma once

#include "grammars/clock.hpp"

namespace claimcheck::grammar {

namespace clock_detail {

using detail::digit_at;
using detail::digits_of;

/// a.m., am, A.M. (0) and p.m. (1), behind optional spaces. The dot belongs to the abbreviation also at the end of a
/// sentence.
inline char const* meridiem(char const* p, char const* last, TextContext const&, int& value) {
  while (p != last && *p == ' ') ++p;
  if (last - p < 2 || (*p != 'a' && *p != 'p')) return nullptr;
  value = *p++ == 'p';
  bool const dotted = *p == '.';
  if (dotted) ++p;
  if (dotted && p != last && *p == ' ' && last - p > 1 && p[1] == 'm') ++p; // "p. m."
  if (p == last || *p != 'm') return nullptr;
  ++p;
  if (dotted && p != last && *p == '.') return p + 1;
  return word_ends(p, last) ? p : nullptr;
}

/// 0..29 in one or two digits, or one to twelve in words.
inline char const* hour(char const* p, char const* last, TextContext const& text, int& value) {
  if (digit_at(p, last)) {
    p = digits_of(p, last, 1, 2, value);
    return p != nullptr && value < 30 ? p : nullptr;
  }
  auto const found = text.longest(text.lexicon->number_words, p, last);
  if (!found || (found.value->role != NumberWord::unit && found.value->role != NumberWord::teen)) return nullptr;
  value = found.value->value;
  return value >= 1 && value <= 12 ? found.end : nullptr;
}

/// One to fifty-nine, in words or digits.
inline char const* minutes(char const* p, char const* last, TextContext const& text, int& value) {
  if (digit_at(p, last)) return digits_of(p, last, 1, 2, value);
  auto const found = text.longest(text.lexicon->number_words, p, last);
  if (!found || found.value->role == NumberWord::scale || found.value->role == NumberWord::dozen) return nullptr;
  value = found.value->value;
  char const* end = found.end;
  if (found.value->role == NumberWord::tens && end != last && (*end == '-' || *end == ' '))
    if (auto const ones = text.longest(text.lexicon->number_words, end + 1, last);
        ones && ones.value->role == NumberWord::unit && ones.value->value > 0) {
      value += ones.value->value;
      end = ones.end;
    }
  return value >= 1 && value <= 59 ? end : nullptr;
}

/// Words that show the number behind them to be a time: "at three in the morning".
inline char const* strictly_behind_at(char const* p, char const*, TextContext const& text) {
  bool const* const sure = text.lexicon->calendar.clock_prepositions.find(detail::word_before(p, text));
  return sure != nullptr && *sure ? p : nullptr;
}
inline char const* behind_at(char const* p, char const*, TextContext const& text) {
  return text.lexicon->calendar.clock_prepositions.find(detail::word_before(p, text)) != nullptr ? p : nullptr;
}

/// 15:00, 9:30 ... may be a verse, a ratio or a score when a name stands before it ("John 3:16").
inline char const* no_verse(char const* p, char const*, TextContext const& text) {
  std::string_view const before = detail::word_before(p, text);
  if (before.empty() || !text.capital(before.data()) || before.data() == text.begin) return p;
  CalendarWords const& words = text.lexicon->calendar;
  return words.weekdays.find(before) != nullptr || words.months.find(before) != nullptr ||
                 words.date_prepositions.find(before) != nullptr || words.clock_prepositions.find(before) != nullptr
             ? p
             : nullptr;
}

/// "Baghdad time", "New York time": the clock of a place that no list of zones holds.
inline char const* time_of_place(char const* p, char const* last, TextContext const& text) {
  for (int words = 0; words < 3 && p != last && text.capital(p); ++words) {
    p += leading_letters(p, last);
    if (p == last || *p != ' ') return nullptr;
    ++p;
    if (last - p >= 4 && std::string_view(p, 4) == "time" && word_ends(p + 4, last)) return p + 4;
  }
  return nullptr;
}

/// GMT, Pacific Time, local time, Baghdad time. Attribute: minutes east, or ClockTime::no_zone.
inline char const* zone_words(char const* p, char const* last, TextContext const& text, int& value) {
  while (p != last && (*p == ' ' || *p == '(')) ++p;
  auto const found = text.longest(text.lexicon->calendar.zones, p, last);
  if (!found) {
    value = ClockTime::no_zone;
    return time_of_place(p, last, text);
  }
  value = found.value->minutes;
  if (value == ClockTime::no_zone) return found.end;
  if (!text.capital(p) || (found.value->capital && !text.capital(found.end - 1))) return nullptr;
  return found.end;
}

/// Z, +01:00, -0800, +1600.
inline char const* zone_offset(char const* p, char const* last, TextContext const&, int& value) {
  if (p == last) return nullptr;
  value = 0;
  if (*p == 'z') return word_ends(p + 1, last) ? p + 1 : nullptr;
  if (*p != '+' && *p != '-') return nullptr;
  int const sign = *p++ == '-' ? -1 : 1;
  int hours = 0, rest = 0;
  if (char const* const four = digits_of(p, last, 4, 4, hours)) {
    value = sign * (hours / 100 * 60 + hours % 100);
    return four;
  }
  p = digits_of(p, last, 2, 2, hours);
  if (p == nullptr) return nullptr;
  if (p != last && *p == ':')
    if (char const* const end = digits_of(p + 1, last, 2, 2, rest)) p = end;
  value = sign * (hours * 60 + rest);
  return p;
}

/// A look behind the number with which a spoken time would begin: "eight o'clock", "ten past", "twenty-five minutes
/// to", "3 in the morning". Of the numbers in news one in forty goes on so, and the grammar tries ten shapes on each.
inline char const* number_may_tell_time(char const* p, char const* last, TextContext const& text) {
  auto const skip_joint = [&](char const* at) {
    while (at != last && (*at == ' ' || *at == '-')) ++at;
    return at;
  };
  auto const number_end = [&](char const* at) -> char const* {
    auto const found = text.longest(text.lexicon->number_words, at, last);
    return found ? found.end : nullptr;
  };
  char const* end = p;
  while (digit_at(end, last)) ++end;
  if (end == p) {
    end = number_end(p);
    if (end == nullptr) return p; // noon, half past, a quarter to
    char const* const ones = skip_joint(end);
    if (char const* const two = number_end(ones)) end = two;
  }
  char const* const next = skip_joint(end);
  std::string_view const word(next, leading_letters(next, last));
  switch (word.size()) {
  case 1:
    return word == "o" ? p : nullptr;
  case 2:
    return word == "to" || word == "of" || word == "in" || word == "at" ? p : nullptr;
  case 4:
    return word == "past" || word == "till" || word == "noon" ? p : nullptr;
  case 5:
    return word == "after" || word == "hours" ? p : nullptr;
  case 6:
    return word == "before" || word == "minute" || word == "oclock" || word == "midday" ? p : nullptr;
  case 7:
    return word == "minutes" ? p : nullptr;
  case 8:
    return word == "midnight" ? p : nullptr;
  default:
    return nullptr;
  }
}

/// Behind the hour stands what is counted: "about 5 to 10 people", "around 10 to 12 percent" are ranges.
inline char const* counted_behind(char const* p, char const* last, TextContext const& text) {
  if (p == last || *p != ' ') return nullptr;
  std::string_view const word(p + 1, leading_letters(p + 1, last));
  if (word.empty()) return nullptr;
  if (word == "percent" || word == "per" || word == "pct" || text.lexicon->number_words.find(word) != nullptr ||
      text.lexicon->is_irregular_plural(word))
    return p;
  bool const plural = word.size() > 3 && word.back() == 's' && !word.ends_with("ss") && !word.ends_with("us");
  return plural && text.longest(text.lexicon->words("noun stop"), p + 1, last).end != p + 1 + word.size() ? p : nullptr;
}

inline constexpr auto meridiem_mark = number_scan<&meridiem>;
inline constexpr auto hour_number = number_scan<&hour>;
inline constexpr auto minute_number = number_scan<&minutes>;
inline constexpr auto after_at = scan<&behind_at>;
inline constexpr auto strictly_after_at = scan<&strictly_behind_at>;
inline constexpr auto not_a_verse = scan<&no_verse>;

auto const set_hour = on([](TemporalReading& r, int h) { r.point.clock.hour = static_cast<std::uint8_t>(h); });
auto const set_minute = on([](TemporalReading& r, int m) { r.point.clock.minute = static_cast<std::uint8_t>(m); });
auto const set_second = on([](TemporalReading& r, int s) { r.point.clock.second = static_cast<std::uint8_t>(s); });
auto const full_hour = then([](TemporalReading& r) {
  if (r.point.clock.minute == ClockTime::none) r.point.clock.minute = 0;
});
inline void halve_day(ClockTime& clock, bool afternoon) {
  if (clock.hour == 12)
    clock.hour = afternoon ? 12 : 0;
  else if (afternoon && clock.hour < 12)
    clock.hour = static_cast<std::uint8_t>(clock.hour + 12);
}
auto const set_meridiem = on([](TemporalReading& r, int afternoon) { halve_day(r.point.clock, afternoon != 0); });
auto const set_zone =
    on([](TemporalReading& r, int minutes_east) { r.point.clock.zone = static_cast<std::int16_t>(minutes_east); });
auto const set_clock = on([](TemporalReading& r, ClockTime const* clock) { r.point.clock = *clock; });
auto const minutes_past = on([](TemporalReading& r, int h) { r.point.clock.hour = static_cast<std::uint8_t>(h); });
auto const minutes_to = on([](TemporalReading& r, int h) {
  r.point.clock.hour = static_cast<std::uint8_t>(h == 0 ? 23 : h - 1);
  r.point.clock.minute = static_cast<std::uint8_t>((60 - r.point.clock.minute) % 60);
});
auto const quarter_hour = then([](TemporalReading& r) { r.point.clock.minute = 15; });
auto const half_hour = then([](TemporalReading& r) { r.point.clock.minute = 30; });
auto const by_day_part = on([](TemporalReading& r, DayPart const* part) {
  ClockTime& clock = r.point.clock;
  switch (*part) {
  case DayPart::morning:
    halve_day(clock, false);
    break;
  case DayPart::afternoon:
  case DayPart::evening:
  case DayPart::midday:
    halve_day(clock, true);
    break;
  case DayPart::night:
    if (clock.hour == 12)
      clock.hour = 0;
    else if (clock.hour >= 6)
      halve_day(clock, true);
    break;
  default:
    break;
  }
});
auto const midnight = then([](TemporalReading& r) { r.point.clock.hour = r.point.clock.minute = 0; });
auto const noon_hour = then([](TemporalReading& r) { r.point.clock.hour = 12; });
auto const midnight_hour = then([](TemporalReading& r) { r.point.clock.hour = 0; });
auto const military = on([](TemporalReading& r, int digits) {
  r.point.clock.hour = static_cast<std::uint8_t>(digits / 100);
  r.point.clock.minute = static_cast<std::uint8_t>(digits % 100);
});
// A range is read begin first: `keep_begin` moves the begin to `until` while the end is read, `close_range` puts both
// in place.
auto const keep_begin = then([](TemporalReading& r) {
  r.until.clock = r.point.clock;
  r.point.clock = {};
});
auto const close_range = then([](TemporalReading& r) {
  std::swap(r.point.clock, r.until.clock);
  ClockTime& begin = r.point.clock;
  if (begin.minute == ClockTime::none) begin.minute = 0;
  if (begin.zone == ClockTime::no_zone) begin.zone = r.until.clock.zone;
  r.range = true;
});
/// "8-9pm": the first hour lies in the second one's half of the day.
auto const share_meridiem = then([](TemporalReading& r) {
  ClockTime& begin = r.until.clock;
  int const end = r.point.clock.hour;
  if (end > 12 && begin.hour < 12 && begin.hour + 12 <= end) begin.hour = static_cast<std::uint8_t>(begin.hour + 12);
});

/// 4:07.13 and 1:02:03.4 are times taken by a stopwatch: durations.
inline char const* stopwatch_fraction(char const* p, char const* last, TextContext const& text, Decimal& seconds) {
  (void)text;
  int whole = 0;
  p = digits_of(p, last, 2, 2, whole);
  if (p == nullptr || p == last || *p != '.' || !digit_at(p + 1, last)) return nullptr;
  std::int64_t coefficient = whole;
  std::int32_t exponent = 0;
  for (++p; digit_at(p, last) && exponent > -6; ++p, --exponent) coefficient = coefficient * 10 + (*p - '0');
  seconds = Decimal{coefficient, exponent};
  return p;
}
/// "2:14 p.m.", "2:14:04:09": no time taken by a stopwatch.
inline bool clock_goes_on(char const* p, char const* last) {
  while (p != last && *p == ' ') ++p;
  if (last - p < 2) return false;
  return (*p == ':' && digit_at(p + 1, last)) || ((*p == 'a' || *p == 'p') && (p[1] == 'm' || p[1] == '.'));
}
struct StopwatchParser : x3::parser<StopwatchParser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute&) const {
    TextContext const& text = text_of(ctx);
    int values[2] = {}, count = 0;
    char const* p = first;
    Decimal seconds;
    while (count < 2) {
      char const* const colon = digits_of(p, last, 1, 2, values[count]);
      if (colon == nullptr || colon == last || *colon != ':') break;
      p = colon + 1;
      ++count;
    }
    if (count == 0) return false;
    char const* end = stopwatch_fraction(p, last, text, seconds);
    if (end == nullptr) { // "finished in 2:14:04", "in 28:15": no clock stands behind "in"
      std::string_view const before = detail::word_before(first, text);
      int whole = 0;
      end = before == "in" || (before == "of" && count == 2) ? digits_of(p, last, 2, 2, whole) : nullptr;
      if (end == nullptr || clock_goes_on(end, last)) return false;
      seconds = Decimal{whole};
    }
    if (!word_ends(end, last)) return false;
    TemporalReading& r = change_reading(ctx);
    r.form = TemporalForm::duration;
    DurationFields& length = r.length;
    if (count == 2) length.parts[length.count++] = {Decimal{values[0]}, Grain::hour};
    length.parts[length.count++] = {Decimal{values[count - 1]}, Grain::minute};
    length.parts[length.count++] = {seconds, Grain::second};
    first = end;
    return true;
  }
};
inline constexpr StopwatchParser stopwatch_time{};

struct digital_class;
struct spoken_class;
struct zone_class;
x3::rule<digital_class> const digital{"digital time"};
x3::rule<spoken_class> const spoken{"spoken time"};
x3::rule<zone_class> const zone{"time zone"};

auto const colon_time = hour_number[set_hour] >> ':' >> digits_between<2, 2>[set_minute] >>
                        -(':' >> digits_between<2, 2>[set_second] >> -('.' >> x3::omit[digits_between<1, 9>])) >>
                        !(x3::lit(':') >> digit);
auto const word_to = word<"to"> | word<"till"> | word<"before"> | word<"of">;
auto const word_past = word<"past"> | word<"after">;

auto const zone_def = number_scan<&zone_words>[set_zone] | number_scan<&zone_offset>[set_zone];

auto const digital_def =
    attempt[digits_between<1, 2>[set_hour] >> (x3::lit(':') | '.') >> digits_between<2, 2>[set_minute] >>
            meridiem_mark[set_meridiem]] |
    attempt[not_a_verse >> &digit >> colon_time >> !x3::lit('.') >> -(space >> literal<"hours"> >> word_end) >>
            -meridiem_mark[set_meridiem]] |
    attempt[not_a_verse >> &digit >> colon_time >> &(x3::lit('.') >> !digit)] |
    attempt[&digit >> hour_number[set_hour] >> meridiem_mark[set_meridiem] >> x3::eps[full_hour]] |
    // "1400 GMT"
    attempt[digits_between<4, 4>[military] >>
            check([](TemporalReading const& r) { return r.point.clock.hour < 25 && r.point.clock.minute < 60; }) >>
            number_scan<&zone_words>[set_zone]];

auto const part_of_day =
    space >>
    ((word<"in"> >> space >> the) | (word<"at"> >> space) | x3::eps) >> cal<&CalendarWords::day_parts>[by_day_part];
auto const named_time = cal<&CalendarWords::clock_words>[set_clock];

/// Behind the hour: "40 minutes to two hours", "20 minutes to two and a half days" are ranges of lengths.
auto const no_length = !(space >> -(word<"and"> >> space >> word<"a"> >> space >> word<"half"> >> space) >>
                         (word<"hours"> | word<"hour"> | word<"days"> | word<"weeks"> | word<"months">));

auto const spoken_def =
    attempt[hour_number[set_hour] >> space >> (literal<"noon"> | literal<"midday">) >> word_end >> x3::eps[full_hour]] |
    attempt[x3::omit[hour_number] >> space >> (literal<"midnight"> >> word_end)[midnight]] |
    attempt[hour_number[set_hour] >> -space >> literal<"o"> >> -apostrophe >> literal<"clock"> >> word_end >>
            x3::eps[full_hour] >> -(attempt[space >> named_time] | attempt[part_of_day])] |
    attempt[(word<"half"> >> space >> word<"past"> >> space)[half_hour] >>
            (hour_number[minutes_past] | word<"noon">[noon_hour] | word<"midnight">[midnight_hour])] |
    attempt[-(word<"a"> >> space) >> (word<"quarter"> >> space)[quarter_hour] >>
            ((word_past >> space >>
              (hour_number[minutes_past] | word<"noon">[noon_hour] | word<"midnight">[midnight_hour])) |
             (word_to >> space >> hour_number[minutes_to]))] |
    attempt[minute_number[set_minute] >> space >> (word<"minutes"> | word<"minute">) >> space >>
            ((word_past >> space >> hour_number[minutes_past]) | (word_to >> space >> hour_number[minutes_to])) >>
            no_length] |
    attempt[strictly_after_at >> minute_number[set_minute] >> space >>
            ((word_past >> space >> hour_number[minutes_past]) | (word_to >> space >> hour_number[minutes_to])) >>
            !(space >> digit) >> !scan<&counted_behind>] |
    attempt[after_at >> hour_number[set_hour] >> space >> ((word<"in"> >> space >> the) | (word<"at"> >> space)) >>
            cal<&CalendarWords::day_parts>[by_day_part] >> x3::eps[full_hour]] |
    attempt[after_at >> &digit >> digits_between<4, 4>[military] >> space >> word<"hours">] | named_time;

auto const to_the_end =
    (-space >> dash >> -space) | (space >> (word<"to"> | word<"and"> | word<"until"> | word<"till">) >> space);
auto const marked_time = digital >> -zone;

} // namespace clock_detail

auto const stopwatch_def = &digit >> clock_detail::stopwatch_time;

auto const clock_def =
    ((&digit >> clock_detail::digital) | (scan<&clock_detail::number_may_tell_time> >> clock_detail::spoken)) >>
    -clock_detail::zone;

auto const clock_range_def =
    attempt[&digit >> clock_detail::hour_number[clock_detail::set_hour] >>
            -(':' >> digits_between<2, 2>[clock_detail::set_minute]) >> x3::eps[clock_detail::keep_begin] >>
            clock_detail::to_the_end >> clock_detail::hour_number[clock_detail::set_hour] >>
            -(':' >> digits_between<2, 2>[clock_detail::set_minute]) >>
            clock_detail::meridiem_mark[clock_detail::set_meridiem] >> x3::eps[clock_detail::full_hour] >>
            -clock_detail::zone >> x3::eps[clock_detail::share_meridiem] >> x3::eps[clock_detail::close_range]] |
    (clock >> -attempt[clock_detail::to_the_end >> x3::eps[clock_detail::keep_begin] >> clock >>
                       x3::eps[clock_detail::close_range]]);

auto const iso_clock_def = &digit >> digits_between<2, 2>[clock_detail::set_hour] >>
                           -(':' >> digits_between<2, 2>[clock_detail::set_minute] >>
                             -(':' >> digits_between<2, 2>[clock_detail::set_second] >>
                               -('.' >> x3::omit[digits_between<1, 9>]))) >>
                           -(number_scan<&clock_detail::zone_offset>[clock_detail::set_zone] | clock_detail::zone);

namespace clock_detail {
BOOST_SPIRIT_DEFINE(digital, spoken, zone)
}
BOOST_SPIRIT_DEFINE(stopwatch, clock, clock_range, iso_clock)

} // namespace claimcheck::grammar
