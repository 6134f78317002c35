// The grammar of relative.hpp.
#pragma once

#include "grammars/date_def.hpp"
#include "grammars/period.hpp"
#include "grammars/relative.hpp"

namespace claimcheck::grammar {

namespace relative_detail {

using detail::word_before;

inline bool the_before(char const* p, TextContext const& text) { return word_before(p, text) == "the"; }

/// "over the next", "in the last": a stretch of time, not the period beside the present one.
inline char const* stretch(char const* p, char const*, TextContext const& text) {
  std::string_view const before = word_before(p, text);
  if (before != "the") return nullptr;
  std::string_view const preposition = word_before(before.data(), text);
  return text.lexicon->calendar.stretch_prepositions.find(preposition) != nullptr ? p : nullptr;
}
inline char const* behind_the(char const* p, char const*, TextContext const& text) {
  return the_before(p, text) ? p : nullptr;
}

/// A plural unit without a number is an amount of time only behind such words, or before "of", "later", "ago".
inline char const* loose_units(char const* p, char const*, TextContext const& text) {
  return text.lexicon->calendar.amount_leaders.find(word_before(p, text)) != nullptr ? p : nullptr;
}
/// "in the past" is a reference, "past" a preposition; "the last" needs its unit.
inline char const* not_after_digit(char const* p, char const*, TextContext const& text) {
  return p != text.begin && p[-1] == '-' ? nullptr : p;
}

/// "weeks before kickoff", "years after he died": counted from an event that no calendar knows.
inline char const* no_event(char const* p, char const* last, TextContext const& text) {
  std::string_view const shift = word_before(p, text);
  if (shift != "before" && shift != "after" && shift != "prior") return p;
  return p != last && *p == ' ' && leading_letters(p + 1, last) > 0 ? nullptr : p;
}

inline constexpr auto is_stretch = scan<&stretch>;
inline constexpr auto after_the = scan<&behind_the>;
inline constexpr auto after_amount_word = scan<&loose_units>;
inline constexpr auto free_standing = scan<&not_after_digit>;

auto const set_step = on([](TemporalReading& r, StepWord const* word) {
  r.frame.anchor = word->anchor;
  r.frame.step = word->step;
});
auto const set_grain = on([](TemporalReading& r, TimeUnitWord const* unit) {
  r.frame.grain = unit->grain;
  if (unit->grain == Grain::year && unit->multiple == 10) r.frame.grain = Grain::decade;
  if (unit->grain == Grain::year && unit->multiple == 100) r.frame.grain = Grain::century;
  if (unit->night) r.point.part = DayPart::night;
});
auto const set_weekday = on([](TemporalReading& r, int w) { r.point.date.weekday = static_cast<WeekdayNumber>(w); });
auto const set_month = on([](TemporalReading& r, int m) { r.point.date.month = static_cast<std::uint8_t>(m); });
auto const set_season = on([](TemporalReading& r, SeasonWord const* s) { r.point.season = s->season; });
auto const set_part = on([](TemporalReading& r, DayPart const* part) {
  r.point.part = *part;
  r.frame.grain = Grain::day;
});
auto const set_days = on([](TemporalReading& r, std::int32_t const* days) {
  r.shift = {Anchor::document, static_cast<std::int8_t>(*days < 0 ? -1 : 1), false, Grain::day,
             *days < 0 ? -*days : *days};
});
auto const set_named =
    on([](TemporalReading& r, std::int32_t const* index) { r.point.named_day = static_cast<std::int16_t>(*index); });
auto const tonight = then([](TemporalReading& r) { r.point.part = DayPart::night; });

// Amounts: "two years", "few months", "years".
auto const whole_length = on([](TemporalReading& r, TimeUnitWord const* unit) {
  r.length.parts[0] = {Decimal{unit->multiple}, unit->grain};
  r.length.vague = unit->plural;
  r.length.count = 1;
  r.form = TemporalForm::duration;
});
auto const set_period_mark = on([](TemporalReading& r, PeriodMark const* mark) {
  r.frame = {Anchor::context, 0, mark->grain};
  r.mod = mark->mod;
});
auto const amount_unit = on([](TemporalReading& r, TimeUnitWord const* unit) {
  DurationPart& part = r.length.parts[0];
  part.grain = unit->grain;
  part.amount = part.amount * Decimal{unit->multiple};
  r.length.count = 1;
  r.form = TemporalForm::duration;
});
auto const set_amount = on([](TemporalReading& r, Numeral const& n) { r.length.parts[0].amount = n.value; });
auto const vague_amount = on([](TemporalReading& r, VagueAmount const& v) {
  r.length.vague = true;
  r.length.low = v.low;
  r.length.high = v.high;
  r.length.parts[0].amount = Decimal{1};
});
auto const unknown_amount = then([](TemporalReading& r) {
  r.length.vague = true;
  r.length.parts[0].amount = Decimal{1};
});
auto const one = then([](TemporalReading& r) { r.length.parts[0].amount = Decimal{1}; });
auto const couple = then([](TemporalReading& r) { r.length.parts[0].amount = Decimal{2}; });
auto const scaled_vague = then([](TemporalReading& r) { // "the past few decades": X years; low and high in years
  Decimal const scale = r.length.parts[0].amount;
  if (!r.length.vague || scale == Decimal{1}) return;
  r.length.low = r.length.low * scale;
  r.length.high = r.length.high * scale;
});
/// A unit in the singular or plural.
template <bool Plural>
struct UnitParser : x3::parser<UnitParser<Plural>> {
  using attribute_type = TimeUnitWord const*;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    auto const found = text_of(ctx).longest(text_of(ctx).lexicon->calendar.units, first, last);
    if (!found || found.value->plural != Plural || (found.end != last && *found.end == '-')) return false;
    first = found.end;
    x3::traits::move_to(found.value, attr);
    return true;
  }
};
inline constexpr UnitParser<false> unit{};
inline constexpr UnitParser<true> units{};

auto const calendar_grain =
    check([](TemporalReading const& r) { return r.frame.grain >= Grain::day && r.frame.grain <= Grain::century; });
auto const step = cal<&CalendarWords::steps>[set_step] >> space;

auto const moving = check([](TemporalReading const& r) { return r.frame.step != 0; });
auto const from_document =
    check([](TemporalReading const& r) { return r.frame.anchor == Anchor::document && r.frame.step != 0; });

struct day_beside_class;
struct stretch_class;
struct step_class;
struct loose_class;
x3::rule<day_beside_class> const day_beside{"the day before or after"};
x3::rule<stretch_class> const stretch_of_time{"a stretch of time at an anchor"};
x3::rule<step_class> const stepped{"last, this or next period"};
x3::rule<loose_class> const loose_amount{"an amount of time without a number"};

auto const shift_to = on([](TemporalReading& r, StepWord const* word) {
  r.shift.anchor = word->anchor;
  r.shift.direction = word->step;
});
auto const shift_by_grain = then([](TemporalReading& r) { // "the day before": the unit was read into the frame
  r.shift.grain = r.frame.grain;
  r.shift.amount = 1;
  r.frame = {};
});
auto const shift_vaguely = then([](TemporalReading& r) { // "weeks later"
  r.form = TemporalForm::point;
  r.shift.grain = r.length.parts[0].grain;
  r.shift.vague = true;
  r.length = {};
});

auto const day_beside_def =
    after_the >> unit[set_grain] >> calendar_grain >> space >>
    (((word<"before"> | word<"earlier"> | word<"previous">)[then([](TemporalReading& r) { r.shift.direction = -1; })]) |
     ((word<"after"> | word<"later"> | word<"following">)[then([](TemporalReading& r) { r.shift.direction = 1; })])) >>
    x3::eps[shift_by_grain] >> ((attempt[space >> (date | named_day)] >>
                                 x3::eps[then([](TemporalReading& r) { r.shift.anchor = Anchor::stated; })]) |
                                x3::eps[then([](TemporalReading& r) { r.shift.anchor = Anchor::previous; })]);

auto const any_units = cal<&CalendarWords::units>[amount_unit];
auto const stretch_of_time_def =
    attempt[step >> ((begins<family_vague> >>
                      attempt[lex<&Lexicon::vague>[vague_amount] >> space >> any_units >> x3::eps[scaled_vague]]) |
                     attempt[a_number[set_amount] >> (space | dash) >> any_units] |
                     attempt[word<"couple">[couple] >> -(space >> word<"of">) >> space >> any_units] |
                     (moving >> attempt[x3::eps[unknown_amount] >>
                                        -(cal<&CalendarWords::stretch_adjectives> >> space) >> units[amount_unit]]))] |
    attempt[word<"recent"> >> space >> x3::eps[unknown_amount] >> units[amount_unit]] |
    attempt[is_stretch >> step >> from_document >> x3::eps[one] >> unit[amount_unit]] |
    attempt[after_the >> (word<"past"> | word<"last">)[then([](TemporalReading& r) {
              r.frame = {Anchor::document, -1, Grain::none};
            })] >>
            space >> x3::eps[one] >> unit[amount_unit] >> !(space >> word<"of">)];

auto const next_to_previous = then([](TemporalReading& r) { // "the next day" is the one after the day spoken of
  if (r.frame.anchor == Anchor::document && r.frame.step == 1) r.frame.anchor = Anchor::previous;
});
// One look at the word behind "last", "this", "next" decides which of these it can be.
auto const stepped_def =
    attempt[after_the >> step >> ((begins<family_time_unit> >> attempt[unit[set_grain] >> calendar_grain]) |
                                  (begins<family_time_part> >> cal<&CalendarWords::day_parts>[set_part])) >>
            x3::eps[next_to_previous]] |
    attempt[step >> ((begins<family_time_unit> >> (attempt[unit[set_grain] >> calendar_grain >> apostrophe >> 's' >>
                                                           space >> (cal<&CalendarWords::seasons>[set_season] |
                                                                     cal<&CalendarWords::named_day_names>[set_named])] |
                                                   attempt[unit[set_grain] >> calendar_grain])) |
                     (begins<family_time_part> >> cal<&CalendarWords::day_parts>[set_part]) |
                     (begins<family_weekday> >> date_detail::weekday_word[set_weekday]) |
                     (begins<family_time_season> >> cal<&CalendarWords::seasons>[set_season]) |
                     (begins<family_month> >> attempt[date_detail::month_word[set_month] >> !(space >> day_digits)]) |
                     ((begins<family_time_named> | &digit) >> named_day))];

auto const loose_amount_def =
    attempt[free_standing >> x3::eps[unknown_amount] >> units[amount_unit] >> space >>
            (cal<&CalendarWords::shifts>[shift_to]) >> scan<&no_event> >> x3::eps[shift_vaguely]] |
    attempt[free_standing >> after_amount_word >> x3::eps[unknown_amount] >> units[amount_unit]] |
    attempt[free_standing >> x3::eps[unknown_amount] >> units[amount_unit] >> &(space >> word<"of"> >> space >> !the)];

/// "the Daily Mail": a name.
inline char const* no_title(char const* p, char const* last, TextContext const& text) {
  if (!text.capital(p) || text.title_case || p == text.begin) return p;
  if (word_before(p, text).empty()) return p; // a sentence may begin here
  char const* const next = p + leading_letters(p, last);
  return next != last && *next == ' ' && text.capital(next + 1) ? nullptr : p;
}
/// "USA Today", the "Today" show.
inline char const* no_newspaper(char const* p, char const* last, TextContext const& text) {
  if (!text.capital(p) || text.title_case || p == text.begin) return p;
  std::string_view const before = word_before(p, text);
  if (!before.empty()) return text.capital(before.data()) ? nullptr : p;
  char const* const next = p + leading_letters(p, last);
  auto const quote = [](char c) { return c == '"' || c == '\'' || c == '`'; };
  return quote(p[-1]) && next != last && (quote(*next) || *next == '\xE2') ? nullptr : p;
}

// Recurrences.
auto const set_every = then([](TemporalReading& r) {
  r.form = TemporalForm::set;
  r.every = true;
});
auto const every_nth = on([](TemporalReading& r, std::int32_t const* n) {
  r.form = TemporalForm::set;
  r.every = true;
  r.length.parts[0].amount = Decimal{*n};
});
auto const every_number = on([](TemporalReading& r, Numeral const& n) { r.length.parts[0].amount = n.value; });
auto const every_ordinal = on([](TemporalReading& r, int n) { r.length.parts[0].amount = Decimal{n}; });
auto const set_value = on([](TemporalReading& r, std::string const* value) {
  r.form = TemporalForm::set;
  r.set_value = value->c_str();
});
/// "every two years" is a length; "every year" a grain.
auto const every_unit = on([](TemporalReading& r, TimeUnitWord const* u) {
  if (u->night) {
    r.point.part = DayPart::night;
    r.frame.grain = Grain::day;
    return;
  }
  r.length.parts[0].grain = u->grain;
  r.length.parts[0].amount = r.length.parts[0].amount * Decimal{u->multiple};
  r.length.count = 1;
});
auto const plural_weekday = on([](TemporalReading& r, WeekdayWord const* w) {
  r.point.date.weekday = w->weekday;
  r.form = TemporalForm::set;
  r.every = true;
});
struct PluralWeekdayParser : x3::parser<PluralWeekdayParser> {
  using attribute_type = WeekdayWord const*;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    auto const found = text_of(ctx).longest(text_of(ctx).lexicon->calendar.weekdays, first, last);
    if (!found || !found.value->plural) return false;
    first = found.end;
    x3::traits::move_to(found.value, attr);
    return true;
  }
};
inline constexpr PluralWeekdayParser weekdays_plural{};
/// "Friday mornings": the weekday and the parts of day in the plural.
inline char const* ends_in_s(char const* p, char const*, TextContext const&) { return p[-1] == 's' ? p : nullptr; }

struct every_class;
x3::rule<every_class> const every_period{"every period"};
auto const every_def_point = date_detail::weekday_word[set_weekday] | date_detail::month_word[set_month] |
                             cal<&CalendarWords::seasons>[set_season] | cal<&CalendarWords::day_parts>[set_part] |
                             cal<&CalendarWords::units>[every_unit];
auto const every_period_def = cal<&CalendarWords::every>[every_nth] >> space >>
                              (every_def_point |
                               attempt[a_number[every_number] >> space >> cal<&CalendarWords::units>[every_unit]] |
                               attempt[ordinal[every_ordinal] >> space >> (cal<&CalendarWords::units>[every_unit] |
                                                                           date_detail::weekday_word[set_weekday])]) >>
                              -attempt[space >> cal<&CalendarWords::day_parts>[set_part]];

BOOST_SPIRIT_DEFINE(day_beside, stretch_of_time, stepped, loose_amount, every_period)

} // namespace relative_detail

auto const frame_def = attempt[-the >> relative_detail::step >> relative_detail::unit[relative_detail::set_grain] >>
                               relative_detail::calendar_grain];

auto const context_unit_def = the >> relative_detail::unit[relative_detail::set_grain] >>
                              relative_detail::calendar_grain >> !(space >> word<"of">) >>
                              x3::eps[then([](TemporalReading& r) {
                                r.frame = {Anchor::context, 0, r.frame.grain};
                              })];

auto const relative_def =
    (begins<family_time_deictic | family_time_unit> >>
     attempt[scan<&relative_detail::no_newspaper> >> cal<&CalendarWords::days_from_today>[relative_detail::set_days] >>
             -attempt[space >> word<"night">[relative_detail::tonight]]]) |
    (begins<family_time_deictic> >> (attempt[cal<&CalendarWords::lengths>[relative_detail::whole_length]] |
                                     attempt[cal<&CalendarWords::period_marks>[relative_detail::set_period_mark]])) |
    (begins<family_time_unit> >> attempt[relative_detail::day_beside]) |
    (begins<family_time_step | family_time_mark> >>
     (attempt[relative_detail::stretch_of_time] | attempt[relative_detail::stepped])) |
    (begins<family_time_unit> >> attempt[relative_detail::loose_amount]) |
    attempt[relative_detail::after_the >> word<"weekend">[then([](TemporalReading& r) {
              r.frame = {Anchor::context, -1, Grain::weekend};
            })]];

auto const recurrence_def =
    attempt[relative_detail::every_period] |
    attempt[scan<&relative_detail::no_title> >> cal<&CalendarWords::recurrences>[relative_detail::set_value]] |
    attempt[relative_detail::weekdays_plural[relative_detail::plural_weekday] >>
            -attempt[space >> word<"in"> >> space >> year]] |
    attempt[date_detail::weekday_word[relative_detail::set_weekday] >> space >>
            cal<&CalendarWords::day_parts>[relative_detail::set_part] >> scan<&relative_detail::ends_in_s> >>
            x3::eps[relative_detail::set_every]];

// "in the past" is none where a length follows: "in the past decade"
namespace relative_detail {
/// "in the past," but not "in the past tense"; "the largest to date." but not "up to date", "to date a singer".
inline char const* reference_ends(char const* p, char const* last, TextContext const& text) {
  std::string_view const word = word_before(p, text);
  if (word != "past" && word != "date") return p;
  std::string_view const next = p != last && *p == ' ' ? std::string_view(p + 1, leading_letters(p + 1, last)) : "";
  if (word == "past")
    return next.empty() || text.lexicon->calendar.tense_words.find(next) != nullptr ||
                   text.lexicon->figure_words.person_pronoun->find(next) != nullptr
               ? p
               : nullptr;
  return next.empty() && word_before(word.data() - 3, text) != "up" ? p : nullptr;
}
} // namespace relative_detail

auto const reference_def =
    attempt[cal<&CalendarWords::references>[on([](TemporalReading& r, std::int32_t const* direction) {
              r.form = *direction < 0   ? TemporalForm::past_reference
                       : *direction > 0 ? TemporalForm::future_reference
                                        : TemporalForm::present_reference;
            })] >>
            (check([](TemporalReading const& r) { return r.form != TemporalForm::past_reference; }) |
             !(space >> (cal<&CalendarWords::units> | a_number | lex<&Lexicon::vague>))) >>
            scan<&relative_detail::reference_ends>];

BOOST_SPIRIT_DEFINE(relative, frame, context_unit, recurrence, reference)

} // namespace claimcheck::grammar
