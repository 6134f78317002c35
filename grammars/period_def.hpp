// The grammar of period.hpp.
#pragma once

#include "grammars/date.hpp"
#include "grammars/look_ahead.hpp"
#include "grammars/period.hpp"
#include "grammars/relative.hpp"

namespace claimcheck::grammar {

namespace period_detail {

using detail::digits_of;
using detail::word_before;
using detail::word_before_is;

/// 1990s, 1990's: the first year of the decade.
inline char const* decade_digits(char const* p, char const* last, TextContext const& text, int& value) {
  char const* end = p;
  int n = 0;
  value = 0;
  while (n < 4 && detail::digit_at(end, last)) {
    value = value * 10 + (*end++ - '0');
    ++n;
  }
  if (n < 3 || value % 10 != 0) return nullptr;
  if (char const* const mark = grammar::detail::apostrophe(end, last, text)) end = mark;
  if (end == last || *end != 's' || !word_ends(end + 1, last)) return nullptr;
  return end + 1;
}

/// '90s, or 90s behind "the" or a modifier; no age: "in his 90s".
inline char const* short_decade(char const* p, char const* last, TextContext const& text, int& value) {
  char const* const from = p;
  bool marked = false;
  if (char const* const mark = grammar::detail::apostrophe(p, last, text)) {
    p = mark;
    marked = true;
  }
  p = digits_of(p, last, 2, 2, value);
  if (p == nullptr || value % 10 != 0 || p == last || *p != 's' || !word_ends(p + 1, last)) return nullptr;
  std::string_view const before = word_before(from, text);
  if (!marked) {
    bool const glued = from != text.begin && from[-1] == '-'; // mid-90s
    if (before != "the" && before != "early" && before != "late" && !glued) return nullptr;
    if (glued && from - text.begin > 4 && word_before_is(from - 4, text, text.lexicon->calendar.possessives))
      return nullptr; // his mid-90s
    if (before != "the" && word_before_is(before.data(), text, text.lexicon->calendar.possessives)) return nullptr;
  }
  value += value < 30 ? 2000 : 1900;
  return p + 1;
}

/// the nineties; nineteen fifties.
inline char const* decade_name(char const* p, char const* last, TextContext const& text, int& value) {
  CalendarWords const& words = text.lexicon->calendar;
  int century = 1900;
  auto const hundreds = text.longest(text.lexicon->number_words, p, last);
  if (hundreds && hundreds.value->role == NumberWord::teen && hundreds.value->value >= 12 && hundreds.end != last &&
      (*hundreds.end == ' ' || *hundreds.end == '-')) {
    auto const found = text.longest(words.decades, hundreds.end + 1, last);
    if (!found) return nullptr;
    value = hundreds.value->value * 100 + *found.value;
    return found.end;
  }
  auto const found = text.longest(words.decades, p, last);
  if (!found) return nullptr;
  std::string_view const before = word_before(p, text);
  bool const roaring = !before.empty() && text.capital(p) && text.capital(before.data()); // the Roaring Twenties
  if (before != "the" && before != "early" && before != "late" && !roaring && !(p != text.begin && p[-1] == '-'))
    return nullptr;
  if (before != "the" && !before.empty() && word_before_is(before.data(), text, words.possessives)) return nullptr;
  value = century + *found.value;
  return found.end;
}

/// A season that is none in "stocks fall", "the fall of Saigon", "the Arab Spring", "Winter Olympics".
inline char const* plain_season(char const* p, char const* last, TextContext const& text, int& value) {
  CalendarWords const& words = text.lexicon->calendar;
  auto const found = text.longest(words.seasons, p, last);
  if (!found) return nullptr;
  value = static_cast<int>(found.value->season);
  std::string_view const before = word_before(p, text);
  if (!before.empty() && words.name_leaders.find(before) != nullptr) return nullptr;
  bool const* const preposition = before.empty() ? nullptr : words.date_prepositions.find(before);
  char const* next = found.end;
  while (next != last && *next == ' ') ++next;
  bool const of = last - next > 3 && std::string_view(next, 3) == "of ";
  bool const dated_noun = next != found.end && next != last && !text.capital(next) &&
                          (before.empty() || !text.capital(before.data()) || before.data() == text.begin) &&
                          text.longest(words.season_nouns, next, last);
  if (dated_noun && before != "to" && before != "could" && before != "will") return found.end;
  if (found.value->doubtful) {
    if (preposition == nullptr || before == "to" || before == "and" || before == "or" || before == "than" ||
        before == "his" || before == "her" || before == "its" || before == "their")
      return nullptr;
    if (of && before == "the") return nullptr; // the fall of Saigon; with a year it was read before
  } else if (preposition == nullptr && !before.empty() && before != "that" && before != "same" &&
             before != "previous" && before != "following") {
    if (text.capital(before.data())) return nullptr;
    std::size_t const n = leading_letters(next, last); // "a summer camp", "hot summer"
    if (n > 0 && before == "a") return nullptr;
  }
  if (text.capital(p) && p != text.begin && next != found.end && next != last && text.capital(next))
    return nullptr; // Summer Olympics
  return found.end;
}

/// "the 12th and 14th centuries", "late 19th to early 20th century": the unit is written once, with the last of them.
/// Attribute: -1 where an era before Christ follows it, else 1.
inline char const* more_centuries(char const* p, char const* last, TextContext const& text, int& value) {
  char const* const from = p;
  if (p != last && *p == '-') ++p; // "17th- and 18th-century"
  if (p == last || *p != ' ') return nullptr;
  ++p;
  std::string_view const joint(p, leading_letters(p, last));
  if (joint != "and" && joint != "or" && joint != "to" && joint != "through") return nullptr;
  p += joint.size();
  if (p == last || *p != ' ') return nullptr;
  ++p;
  if (last - p > 4 && std::string_view(p, 4) == "the ") p += 4;
  if (auto const modifier = text.longest(text.lexicon->calendar.modifiers, p, last);
      modifier && modifier.end != last && (*modifier.end == ' ' || *modifier.end == '-'))
    p = modifier.end + 1;
  int number = 0;
  p = detail::ordinal(p, last, text, number);
  if (p == nullptr || number > 30 || p == last || (*p != ' ' && *p != '-')) return nullptr;
  std::string_view const unit(p + 1, leading_letters(p + 1, last));
  if (unit != "century" && unit != "centuries") return nullptr;
  p += 1 + unit.size();
  value = 1;
  if (p != last && *p == ' ')
    if (auto const era = text.longest(text.lexicon->calendar.eras, p + 1, last)) value = *era.value;
  return from;
}
/// "White Christmas", "Merry Christmas": no day is spoken of.
inline char const* no_leader(char const* p, char const*, TextContext const& text) {
  std::string_view const before = word_before(p, text);
  return !before.empty() && text.capital(before.data()) && word_before_is(p, text, text.lexicon->calendar.name_leaders)
             ? nullptr
             : p;
}
/// "20th Century Fox" is a firm, "the Tet Offensive" a battle.
inline char const* no_firm(char const* p, char const* last, TextContext const& text) {
  return p != last && *p == ' ' && text.capital(p + 1) &&
                 text.longest(text.lexicon->calendar.name_followers, p + 1, last)
             ? nullptr
             : p;
}

inline constexpr auto decade_in_digits = number_scan<&decade_digits>;
inline constexpr auto decade_in_two_digits = number_scan<&short_decade>;
inline constexpr auto decade_word = number_scan<&decade_name>;
inline constexpr auto season_word = number_scan<&plain_season>;

auto const set_decade = on([](TemporalReading& r, int first_year) {
  r.point.date.year = static_cast<std::int16_t>(first_year);
  r.point.span = Grain::decade;
});
auto const set_two_digit_decade = on([](TemporalReading& r, int first_year) {
  r.point.date.year = static_cast<std::int16_t>(first_year);
  r.point.span = Grain::decade;
  r.point.two_digits = true;
});
auto const decade_era = on([](TemporalReading& r, int sign) {
  r.point.era_stated = true;
  if (sign < 0)
    r.point.date.year =
        static_cast<std::int16_t>(-r.point.date.year - 8); // the 470s BC: 479 BC to 470 BC, -478 to -469
});
auto const set_century = on([](TemporalReading& r, int number) {
  r.point.date.year = static_cast<std::int16_t>(number);
  r.point.span = Grain::century;
});
auto const century_era = on([](TemporalReading& r, int sign) {
  r.point.era_stated = true;
  if (sign < 0) r.point.date.year = static_cast<std::int16_t>(-r.point.date.year);
});
auto const set_year = on([](TemporalReading& r, int y) { r.point.date.year = static_cast<std::int16_t>(y); });
auto const set_short_year = on([](TemporalReading& r, int y) {
  r.point.date.year = static_cast<std::int16_t>(y < 50 ? y + 2000 : y + 1900);
  r.point.two_digits = true;
});
auto const set_fiscal = then([](TemporalReading& r) { r.point.fiscal = true; });
auto const set_quarter = on([](TemporalReading& r, int q) { r.point.quarter = static_cast<std::uint8_t>(q); });
auto const set_half = on([](TemporalReading& r, int h) { r.point.half = static_cast<std::uint8_t>(h); });
auto const set_season = on([](TemporalReading& r, int s) { r.point.season = static_cast<Season>(s); });
auto const last_quarter = then([](TemporalReading& r) { r.point.quarter = 4; });
auto const last_half = then([](TemporalReading& r) { r.point.half = 2; });
auto const quarter_number =
    check([](TemporalReading const& r) { return r.point.quarter >= 1 && r.point.quarter <= 4; });
auto const half_number = check([](TemporalReading const& r) { return r.point.half >= 1 && r.point.half <= 2; });
auto const century_number =
    check([](TemporalReading const& r) { return r.point.date.year >= 1 && r.point.date.year <= 30; });

struct quarter_class;
struct half_class;
struct fiscal_class;
struct decade_class;
struct century_class;
x3::rule<quarter_class> const quarter{"quarter"};
x3::rule<half_class> const half{"half year"};
x3::rule<fiscal_class> const fiscal_year{"fiscal year"};
x3::rule<decade_class> const decade{"decade"};
x3::rule<century_class> const century{"century"};

auto const gap = space | dash;
auto const four_digits = year_digits[set_year];
auto const any_year = year_digits[set_year] | short_year[set_short_year];
auto const of_year =
    attempt[space >> ((word<"of"> | word<"in">) >> space) >>
            -(word<"fiscal">[set_fiscal] >> space >> -(word<"year"> >> space)) >> any_year] |
    attempt[-x3::lit(',') >> space >> -(word<"fiscal">[set_fiscal] >> space >> -(word<"year"> >> space)) >> any_year];

auto const decade_def =
    (decade_in_digits[set_decade] | decade_in_two_digits[set_two_digit_decade] | decade_word[set_decade]) >>
    -attempt[space >> cal<&CalendarWords::eras>[on([](TemporalReading& r, std::int32_t const* sign) {
               r.point.era_stated = true;
               if (*sign < 0) r.point.date.year = static_cast<std::int16_t>(-r.point.date.year - 8);
             })]];
auto const
    century_def = (ordinal[set_century] >> century_number >> number_scan<&more_centuries>[century_era]) |
                  ordinal[set_century] >> century_number >> gap >>
                      (word<"century"> | word<"centuries">) >> scan<&no_firm> >>
                      -attempt[space >> cal<&CalendarWords::eras>[on([](TemporalReading& r, std::int32_t const* sign) {
                                 r.point.era_stated = true;
                                 if (*sign < 0) r.point.date.year = static_cast<std::int16_t>(-r.point.date.year);
                               })]];
auto const fiscal_year_def = attempt[literal<"fy"> >> -space >> -apostrophe >>
                                     (year_digits[set_year] | digits_between<2, 2>[set_short_year]) >> word_end] |
                             attempt[word<"fiscal"> >> space >> -(word<"year"> >> space) >> any_year >>
                                     -attempt[dash >> x3::omit[digits_between<2, 4>]]] |
                             attempt[four_digits >> space >> word<"fiscal"> >> space >> word<"year">];
auto const quarter_def =
    attempt[x3::lit('q') >> digits_between<1, 1>[set_quarter] >> word_end >> quarter_number >>
            -(of_year | attempt[x3::lit('/') >> four_digits])] |
    attempt[digits_between<1, 1>[set_quarter] >> 'q' >> word_end >> quarter_number >> -of_year] |
    attempt[four_digits >> -space >> -x3::lit('-') >> 'q' >> digits_between<1, 1>[set_quarter] >> word_end >>
            quarter_number] |
    attempt[-(four_digits >> space) >> -(word<"fiscal"> >> space >> x3::eps[set_fiscal]) >>
            -(word<"fiscal"> >> space) >> ordinal[set_quarter] >> gap >> word<"quarter"> >> quarter_number >>
            !(space >> word<"of"> >> space >> -the >> (word<"game"> | word<"match"> | word<"century">)) >> -of_year] |
    attempt[(word<"final"> | word<"last"> | word<"fourth">) >> space >> word<"quarter">[last_quarter] >> of_year];
// "the second half of the year", "the first half of last year"
auto const whole_year = check([](TemporalReading const& r) { return r.frame.grain == Grain::year; });
auto const of_framed_year = attempt[space >> word<"of"> >> space >> (context_unit | frame) >> whole_year];
auto const half_def =
    attempt[x3::lit('h') >> digits_between<1, 1>[set_half] >> word_end >> half_number >> -of_year] |
    attempt[digits_between<1, 1>[set_half] >> 'h' >> word_end >> half_number >> of_year] |
    attempt[ordinal[set_half] >> gap >> word<"half"> >> half_number >> (of_year | of_framed_year)] |
    attempt[(word<"latter"> | word<"last">) >> space >> word<"half">[last_half] >> (of_year | of_framed_year)];

auto const month_number = check([](TemporalReading const& r) { return r.point.nth != 0; });
auto const set_nth = on([](TemporalReading& r, int n) { r.point.nth = static_cast<std::int8_t>(n > 100 ? 100 : n); });
auto const set_last = then([](TemporalReading& r) { r.point.nth = -1; });
auto const set_nth_grain = on([](TemporalReading& r, TimeUnitWord const* unit) { r.point.nth_grain = unit->grain; });
auto const set_nth_weekday = on([](TemporalReading& r, WeekdayWord const* w) {
  r.point.nth_grain = Grain::day;
  r.point.date.weekday = w->weekday;
});
auto const set_nth_count = on([](TemporalReading& r, Numeral const& n) {
  r.point.nth_count =
      n.value.is_integer() && n.value < Decimal{100} ? static_cast<std::int8_t>(n.value.to_double()) : std::int8_t{0};
});
auto const counted = check([](TemporalReading const& r) { return r.point.nth_count > 0; });
auto const calendar_unit = check(
    [](TemporalReading const& r) { return r.point.nth_grain >= Grain::day && r.point.nth_grain <= Grain::decade; });
auto const set_plain_month = on([](TemporalReading& r, MonthWord const* m) { r.point.date.month = m->month; });
auto const this_month = on([](TemporalReading& r, StepWord const*) { r.frame = {Anchor::none, 0, Grain::none}; });
// "the fifth straight year": a stretch of five years
auto const streak = on([](TemporalReading& r, int n) { r.length.parts[0].amount = Decimal{n}; });
auto const streak_unit = on([](TemporalReading& r, TimeUnitWord const* unit) {
  r.length.parts[0].grain = unit->grain;
  r.length.parts[0].amount = r.length.parts[0].amount * Decimal{unit->multiple};
  r.length.count = 1;
  r.form = TemporalForm::duration;
});
// "the first Tuesday of every month"
auto const set_every_unit = on([](TemporalReading& r, TimeUnitWord const* unit) {
  r.form = TemporalForm::set;
  r.every = true;
  r.length.parts[0] = {Decimal{unit->multiple}, unit->grain};
  r.length.count = 1;
});
auto const every_unit = x3::omit[cal<&CalendarWords::every>] >> space >> cal<&CalendarWords::units>[set_every_unit];
auto const nth_word = ordinal[set_nth] | (word<"last"> | word<"final">)[set_last];
auto const in_or_of = word<"of"> | word<"in">;

} // namespace period_detail

auto const season_def = attempt[cal<&CalendarWords::seasons>[on(
                                    [](TemporalReading& r, SeasonWord const* s) { r.point.season = s->season; })] >>
                                ((space >> -(word<"of"> >> space)) | (space >> word<"in"> >> space) | x3::lit('-')) >>
                                year >> -attempt[(dash | '/') >> x3::omit[digits_between<2, 4>] >> word_end]] |
                        attempt[period_detail::season_word[period_detail::set_season]];

auto const period_def =
    ((begins<family_time_mark> | digits_open<four, space_behind>) >>
     attempt[period_detail::fiscal_year >> x3::eps[period_detail::set_fiscal]]) |
    ((begins<family_time_mark | family_ordinal | family_time_modifier | family_time_step> | &digit) >>
     quarter_or_half_may_begin >> (attempt[period_detail::quarter] | attempt[period_detail::half])) |
    ((begins<family_time_decade | family_numeral | at_apostrophe> |
      digits_open<short_run, letter_behind | quote_behind>) >>
     attempt[period_detail::decade]) |
    ((begins<family_ordinal> | digits_open<few, letter_behind>) >> attempt[period_detail::century]) |
    (begins<family_time_season> >> season);

// april in lower case is a month behind "of"
auto const nth_period_def =
    attempt[period_detail::nth_word >> space >>
            (cal<&CalendarWords::weekdays>[period_detail::set_nth_weekday] |
             (cal<&CalendarWords::units>[period_detail::set_nth_grain] >> period_detail::calendar_unit)) >>
            space >> (attempt[word<"of"> >> space >> period_detail::every_unit] |
                      attempt[period_detail::in_or_of >> space >> context_unit] |
                      (period_detail::in_or_of >> space >> -the >>
                       (month | year | attempt[cal<&CalendarWords::months>[period_detail::set_plain_month]] | frame)) |
                      frame |
                      attempt[cal<&CalendarWords::steps>[period_detail::this_month] >> space >>
                              cal<&CalendarWords::months>[period_detail::set_plain_month]])] |
    attempt[period_detail::nth_word >> space >> a_number[period_detail::set_nth_count] >> period_detail::counted >>
            space >> cal<&CalendarWords::units>[period_detail::set_nth_grain] >> period_detail::calendar_unit >>
            space >> period_detail::in_or_of >> space >> -the >> (month | year | frame)] |
    attempt[ordinal[period_detail::streak] >> space >> cal<&CalendarWords::streak_words> >> space >>
            cal<&CalendarWords::units>[period_detail::streak_unit] >>
            -(space >> word<"in"> >> space >> word<"a"> >> space >> word<"row">)];

auto const named_day_def =
    attempt[cal<&CalendarWords::event_names>[on([](TemporalReading& r, std::int32_t const* index) {
              r.point.named_day = static_cast<std::int16_t>(*index);
            })] >>
            x3::eps[then([](TemporalReading& r) { r.point.event = true; })]] |
    attempt[scan<&period_detail::no_leader> >>
            cal<&CalendarWords::named_day_names>[on([](TemporalReading& r, std::int32_t const* index) {
              r.point.named_day = static_cast<std::int16_t>(*index);
            })] >>
            scan<&period_detail::no_firm> >>
            -attempt[space >> word<"weekend">[then([](TemporalReading& r) { r.point.span = Grain::weekend; })]] >>
            -attempt[comma_space >> -(word<"of"> >> space) >> year_digits[period_detail::set_year]]];

namespace period_detail {
BOOST_SPIRIT_DEFINE(quarter, half, fiscal_year, decade, century)
}
BOOST_SPIRIT_DEFINE(season, period, nth_period, named_day)

} // namespace claimcheck::grammar
