// Functions on what calendar expressions say: stated weekdays, both ends of a range, stretches of time, named days.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "resolve/calendar.hpp"
#include "resolve/time_resolver.hpp"
#include "rules/few.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

namespace cal = calendar;
using Arguments = std::span<Value const>;

/// Further than this from the document's date a date without a year may be of this year or of the next one.
constexpr std::int64_t sure_of_year = 130;

/// The years in which a date without one may fall, seen from a day: that of the nearest occurrence, and of the next
/// nearest unless the first is near.
Few years_seen_from(Days from, PartialDate const& stated) {
  constexpr std::pair<std::int64_t, int> none{INT64_MAX, 0};
  auto nearest = none, next = none;
  for (int const year : {cal::year_of(from) - 1, cal::year_of(from), cal::year_of(from) + 1}) {
    auto const day = cal::day(year, stated.month, stated.day);
    if (!day) continue;
    std::pair<std::int64_t, int> const found{std::abs(cal::days_between(from, *day)), year};
    next = std::min(next, std::max(nearest, found));
    nearest = std::min(nearest, found);
  }
  Few out;
  if (nearest != none) out.add(nearest.second);
  if (next != none && nearest.first > sure_of_year) out.add(next.second);
  return out;
}

/// So many claims before and behind a date may name its year; more are not looked at, so that long lists of dates stay
/// linear.
constexpr std::ptrdiff_t years_within = 300;

/// Whether one of the years that a stated day and month may be of is accepted; unknown when nothing decides the year.
template <class Accept>
Truth any_year_meant(Scope const& scope, Claim const& date_claim, Accept&& accept) {
  Temporal const& time = *date_claim.time;
  if (time.stated.has_year()) return accept(time.stated.year) ? Truth::yes : Truth::no;
  auto const& date = scope.article.date;
  if (!date.day) return Truth::unknown;
  bool some = false;
  auto const fits = [&](int year) {
    some = true;
    return accept(year);
  };
  auto const fits_from = [&](Days from) {
    Few const years = years_seen_from(from, time.stated);
    return std::any_of(years.list().begin(), years.list().end(), fits);
  };
  if (fits_from(*date.day)) return Truth::yes;
  if (!date.certain && std::any_of(date.candidates.begin(), date.candidates.end(), fits_from)) return Truth::yes;
  // What was counted from the document's date says nothing that the date does not.
  bool const told = time.when.known() && time.resolved_from != ResolvedFrom::document_date;
  if (told && fits(cal::year_of(time.when.first_day()))) return Truth::yes;
  // A story that looks back names the year somewhere.
  auto const& claims = scope.article.claims;
  std::ptrdiff_t const here = &date_claim - claims.data(), size = static_cast<std::ptrdiff_t>(claims.size());
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, here - years_within); i < std::min(size, here + years_within);
       ++i)
    if (Temporal const* const other = claims[static_cast<std::size_t>(i)].time.get();
        other != nullptr && other->stated.has_year() && fits(other->stated.year))
      return Truth::yes;
  return some ? Truth::no : Truth::unknown;
}

/// "Tuesday the 16th," in figures and with nothing behind that the ordinal could number ("Friday the 9th Circuit"):
/// such a day in the month of the document's date or in one beside it. Friday the 13th is a name.
Value day_of_near_month(Scope const& scope, Claim const& claim, WeekdayNumber wanted) {
  Temporal const& time = *claim.time;
  auto const& date = scope.article.date;
  if (!date.day || !date.certain || time.stated.has_year() || time.range || time.stated.day == 13) return {};
  std::string_view const folded = scope.article.document.folded;
  char const behind = claim.span.end < folded.size() ? folded[claim.span.end] : '.';
  if (behind != ',' && behind != '.' && behind != ';' && behind != ')') return {};
  if (scope.article.document.folded_text(claim.span).find_first_of("0123456789") == std::string_view::npos) return {};
  int const month = static_cast<int>(cal::month_of(*date.day)) - 1, year = cal::year_of(*date.day);
  bool some = false;
  for (int const step : {-1, 0, 1}) {
    int const at = year * 12 + month + step;
    auto const day = cal::day(at / 12, static_cast<unsigned>(at % 12 + 1), time.stated.day);
    if (!day) continue;
    some = true;
    if (cal::weekday(*day) == wanted) return Value::of(true);
  }
  return some ? Value::of(false) : Value{};
}

/// The weekday that a claim states, or that is given, on the day and month that it states.
Value weekday_fits(Scope const& scope, Arguments in) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr) return {};
  WeekdayNumber const wanted = in.size() > 1 && in[1].base == Base::weekday ? in[1].weekday : time->stated.weekday;
  if (wanted > 6 || !time->stated.has_day()) return {};
  if (!time->stated.has_month()) return day_of_near_month(scope, *in[0].claim, wanted);
  Truth const on_it = any_year_meant(scope, *in[0].claim, [&](int year) {
    auto const day = cal::day(year, time->stated.month, time->stated.day);
    return day && cal::weekday(*day) == wanted;
  });
  if (on_it == Truth::unknown) return {};
  // 3/9/2022 may be the third of September.
  bool const other = std::any_of(time->alternatives.begin(), time->alternatives.end(), [&](TimeInterval const& t) {
    return t.known() && cal::weekday(t.first_day()) == wanted;
  });
  // So may 9/3 without a year.
  bool const either = !time->stated.has_year() && time->stated.day <= 12 &&
                      scope.article.document.folded_text(in[0].claim->core).find('/') != std::string_view::npos;
  bool const swapped = either && any_year_meant(scope, *in[0].claim, [&](int year) {
                                   auto const day = cal::day(year, time->stated.day, time->stated.month);
                                   return day && cal::weekday(*day) == wanted;
                                 }) == Truth::yes;
  return Value::of(on_it == Truth::yes || other || swapped);
}

/// The day with that weekday that is nearest to a date.
Value nearest_weekday(Scope const& scope, Arguments in) {
  auto const meant = day_meant(scope, in[0]);
  if (!meant || in[1].base != Base::weekday) return {};
  Days const day = *meant;
  Days const before = cal::weekday_before(day, in[1].weekday, true),
             after = cal::weekday_after(day, in[1].weekday, true);
  return Value::of_date(cal::of_day(cal::days_between(before, day) <= cal::days_between(day, after) ? before : after));
}

constexpr int any_common_year = 2001;

/// One end of "2022-03-01/2022-03-22", the TIMEX3 value of a range, which keeps the order in which it was written.
std::optional<TimeInterval> iso_period(std::string_view text) {
  auto const number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  // Without a year the order of the days can still be told.
  int const year = text.substr(0, 4) == "XXXX" ? any_common_year : number(0, 4);
  if (year < 0) return {};
  if (text.size() == 4) return cal::of_year(year);
  int const month = number(5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return {};
  if (text.size() == 7) return cal::of_month(year, static_cast<unsigned>(month));
  int const day = number(8, 2);
  if (text.size() != 10 || text[7] != '-' || day < 1) return {};
  auto const found = cal::day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  return found ? std::optional(cal::of_day(*found)) : std::nullopt;
}

Value range_end(Arguments in, bool last) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr || !time->range) return {};
  std::string_view const value = time->value;
  std::size_t const slash = value.find('/');
  if (slash == std::string_view::npos) return {};
  auto const when = iso_period(last ? value.substr(slash + 1) : value.substr(0, slash));
  return when ? Value::of_date(*when) : Value{};
}

/// The weekday of a claim that names nothing else.
std::optional<WeekdayNumber> bare_weekday(Value const& value) {
  Temporal const* const time = time_of(value);
  if (time == nullptr || !time->stated.has_weekday() || time->stated.has_day() || time->stated.has_month() ||
      time->range)
    return {};
  return time->stated.weekday;
}

/// The days from a day and month to another of which nothing says the year: within a year of each other, a leap day
/// between them or not.
std::optional<std::pair<std::int64_t, std::int64_t>> days_in_unknown_year(Value const& from, Value const& to) {
  Temporal const *const a = time_of(from), *const b = time_of(to);
  if (a == nullptr || b == nullptr || a->range || b->range || a->when.known() || b->when.known()) return {};
  auto const lacks_year = [](PartialDate const& d) { return !d.has_year() && d.has_month() && d.has_day(); };
  if (!lacks_year(a->stated) || !lacks_year(b->stated)) return {};
  std::optional<std::pair<std::int64_t, std::int64_t>> out;
  for (int const year : {any_common_year, any_common_year + 2, any_common_year + 3}) { // 2004 is a leap year
    auto const first = cal::day(year, a->stated.month, a->stated.day);
    auto last = cal::day(year, b->stated.month, b->stated.day);
    if (first && last && *last < *first) last = cal::day(year + 1, b->stated.month, b->stated.day);
    if (!first || !last) continue;
    std::int64_t const days = cal::days_between(*first, *last);
    out = out ? std::pair{std::min(out->first, days), std::max(out->second, days)} : std::pair{days, days};
  }
  return out;
}

/// From the first day to the last: the last one may be counted or not, and the ends may be anywhere in a month or year.
/// Readings of the clock have a function of their own.
Value stretch(Scope const& scope, Arguments in) {
  auto const is_clock = [](Value const& v) { return v.claim != nullptr && v.claim->kind == Kind::time; };
  if (is_clock(in[0]) || is_clock(in[1])) return {};
  auto const from = bare_weekday(in[0]), to = bare_weekday(in[1]);
  if (from && to) {
    int const days = (*to - *from + 7) % 7;
    return of_unit(scope, Decimal{days}, Decimal{days + 1}, "d");
  }
  if (auto const days = days_in_unknown_year(in[0], in[1]))
    return of_unit(scope, Decimal{days->first}, Decimal{days->second + 1}, "d");
  if (in[0].base != Base::date || in[1].base != Base::date) return {};
  std::int64_t const low = cal::days_between(in[0].when.last_day(), in[1].when.first_day());
  std::int64_t const high = cal::days_between(in[0].when.first_day(), in[1].when.last_day()) + 1;
  if (high < low || high < 0) return {};
  return of_unit(scope, Decimal{std::max<std::int64_t>(0, low)}, Decimal{high}, "d");
}

/// How far a date is from another; where one lacks its year or is a bare weekday, the nearest such day counts.
Value days_apart(Scope const& scope, Arguments in) {
  if (in[0].base != Base::date || in[0].when.first_day() != in[0].when.last_day()) return {};
  Days const day = in[0].when.first_day();
  Temporal const* const other = time_of(in[1]);
  std::int64_t best = INT64_MAX;
  if (auto const weekday = bare_weekday(in[1])) {
    best = std::min(cal::days_between(cal::weekday_before(day, *weekday, true), day),
                    cal::days_between(day, cal::weekday_after(day, *weekday, true)));
  } else if (other != nullptr && !other->stated.has_year() && other->stated.has_month() && other->stated.has_day()) {
    for (int const year : {cal::year_of(day) - 1, cal::year_of(day), cal::year_of(day) + 1})
      if (auto const there = cal::day(year, other->stated.month, other->stated.day))
        best = std::min<std::int64_t>(best, std::abs(cal::days_between(day, *there)));
  } else if (in[1].base == Base::date && in[1].when.first_day() == in[1].when.last_day()) {
    best = std::abs(cal::days_between(day, in[1].when.first_day()));
  }
  return best == INT64_MAX ? Value{} : of_unit(scope, Decimal{best}, Decimal{best}, "d");
}

/// Days are counted, longer units are rounded: a two-week trip is 10 to 18 days long. Nothing is left of its last
/// digit.
Value as_length(Scope const& scope, Arguments in) {
  Value out = in[0];
  if (out.base != Base::figure || !out.exact_known || out.unit == no_unit) return out;
  bool const hedged = out.claim != nullptr && out.claim->hedge != Hedge::none && out.claim->hedge != Hedge::exactly;
  if (!hedged) {
    bool const counted = scope.units()[out.unit].code == "d";
    out.interval = counted ? Interval::point(out.exact) : Interval::around(out.exact, Decimal{5, -1});
  }
  out.rounding = Decimal{};
  out.claim = nullptr;
  return out;
}

/// The day of a month-and-day that lies nearest to the document's date; a date with a year, and every other, as it is.
Value nearest(Scope const& scope, Arguments in) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr || time->range) return {};
  PartialDate const& stated = time->stated;
  if (stated.has_year() || !stated.has_month() || !stated.has_day())
    return time->when.known() ? Value::of_date(time->when) : Value{};
  auto const& date = scope.article.date;
  if (!date.day || !date.certain) return {};
  Few const years = years_seen_from(*date.day, stated);
  if (years.count != 1) return {};
  return Value::of_date(cal::of_day(*cal::day(years.values[0], stated.month, stated.day)));
}

NamedDay const* named_day_of(Scope const& scope, Value const& value) {
  if (value.claim == nullptr) return nullptr;
  std::string_view const text = scope.article.document.folded_text(value.claim->core);
  auto const& words = scope.article.lexicon->calendar;
  for (std::string_view const article : {"", "the "}) {
    if (text.substr(0, article.size()) != article) continue;
    auto const match = words.named_day_names.longest(text.data() + article.size(), text.data() + text.size());
    if (match && match.end == text.data() + text.size())
      return &words.named_days[static_cast<std::size_t>(*match.value)];
  }
  return nullptr;
}

/// When the named day falls in the year of a date.
Value holiday(Scope const& scope, Arguments in) {
  NamedDay const* const named = named_day_of(scope, in[0]);
  if (named == nullptr || in[1].base != Base::date) return {};
  int const first = cal::year_of(in[1].when.first_day()), last = cal::year_of(in[1].when.last_day());
  if (first != last) return {};
  auto const day = resolve::named_day_in(*named, first);
  return day ? Value::of_date(cal::of_day(*day)) : Value{};
}

/// The stated day and month are those of a named day that has the same date every year.
Value on_fixed_holiday(Scope const& scope, Arguments in) {
  NamedDay const* const named = named_day_of(scope, in[0]);
  Temporal const* const time = time_of(in[1]);
  if (named == nullptr || time == nullptr || time->range || !time->stated.has_month() || !time->stated.has_day())
    return {};
  auto const one = resolve::named_day_in(*named, any_common_year), other = resolve::named_day_in(*named, 2002);
  if (!one || !other || cal::month_of(*one) != cal::month_of(*other) ||
      cal::day_of_month(*one) != cal::day_of_month(*other))
    return {};
  return Value::of(cal::month_of(*one) == time->stated.month && cal::day_of_month(*one) == time->stated.day);
}

/// "The second Sunday in May" in the year of a date.
Value counted_weekday(Scope const& scope, Arguments in) {
  Temporal const* const time = time_of(in[0]);
  if (time == nullptr || in[1].base != Base::date || !time->stated.has_weekday() || !time->stated.has_month() ||
      time->stated.has_day())
    return {};
  int const year = cal::year_of(in[1].when.first_day());
  if (year != cal::year_of(in[1].when.last_day()) || (time->stated.has_year() && time->stated.year != year)) return {};
  std::string_view const text = scope.article.document.folded_text(in[0].claim->span);
  int nth = 0;
  for (std::size_t at = 0; at < text.size() && nth == 0;) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    std::string_view const word = text.substr(at, end - at);
    if (word == "last")
      nth = -1;
    else if (std::int32_t const* n = scope.article.lexicon->ordinals.find(word))
      nth = *n;
    else if (word.size() == 3 && word[0] >= '1' && word[0] <= '5')
      nth = word[0] - '0'; // 2nd
    at = end + 1;
  }
  if (nth == 0 || nth > 5) return {};
  auto const day = cal::nth_weekday(year, time->stated.month, time->stated.weekday, nth);
  return day ? Value::of_date(cal::of_day(*day)) : Value{};
}

/// How many other claims of a sort the sentence of a claim holds.
template <class Accept>
Value others_in_sentence(Scope const& scope, Value const& value, Accept&& accept) {
  if (value.claim == nullptr || value.claim->sentence == no_id) return {};
  auto const& claims = scope.article.claims;
  std::uint32_t const sentence = value.claim->sentence;
  auto const here = static_cast<std::size_t>(value.claim - claims.data());
  constexpr std::size_t enough = 50;
  std::int64_t n = 0;
  for (std::size_t i = here; i > 0 && here - i < enough && claims[i - 1].sentence == sentence; --i)
    n += accept(claims[i - 1]);
  for (std::size_t i = here + 1; i < claims.size() && i - here < enough && claims[i].sentence == sentence; ++i)
    n += accept(claims[i]);
  return Value::number(Decimal{n});
}

/// How many other dates and times the sentence of a claim holds.
Value other_times(Scope const& scope, Arguments in) {
  return others_in_sentence(scope, in[0], [](Claim const& claim) {
    return claim.time != nullptr && claim.kind != Kind::duration && claim.kind != Kind::recurrence &&
           claim.kind != Kind::reference;
  });
}

/// How many other claims of its kind the sentence of a claim holds.
Value others_of_kind(Scope const& scope, Arguments in) {
  if (in[0].claim == nullptr) return {};
  Kind const kind = in[0].claim->kind;
  return others_in_sentence(scope, in[0], [kind](Claim const& claim) { return claim.kind == kind; });
}

} // namespace

std::vector<Function> calendar_functions() {
  return {
      {"weekday_fits", "xw?", 'b', "weekday_fits(date) or weekday_fits(date, weekday)",
       "the stated (or given) day of the week falls on the stated day and month in the stated year; without one, in a "
       "year that the document's date allows or that "
       "the text names",
       "", weekday_fits},
      {"nearest_weekday", "dw", 'd', "nearest_weekday(date, weekday)", "the day with that weekday nearest to the date",
       "{1}", nearest_weekday},
      {"range_from", "x", 'd', "range_from(range)",
       "the first end of a range of dates as written: March 1 of `March 1-15`; both ends in one common year where "
       "nothing names it",
       "{=}", [](Scope const&, Arguments in) { return range_end(in, false); }},
      {"range_to", "x", 'd', "range_to(range)", "the second end of a range of dates as written", "{=}",
       [](Scope const&, Arguments in) { return range_end(in, true); }},
      {"stretch", "xx", 'D', "stretch(from, to)",
       "the time from one date to another, the last day counted or not: March 1 to March 15 is 14 or 15 days; two bare "
       "weekdays are in one week, two dates whose year nothing names within one year",
       "{1} to {2}", stretch},
      {"days_apart", "dx", 'D', "days_apart(date, other)",
       "the days between two dates; the nearest such day where the other has no year or is a bare weekday",
       "{1} and {2}", days_apart},
      {"as_length", "D", '1', "as_length(duration)",
       "days as counted, longer units half a unit either way: a two-week trip is 1.5 to 2.5 weeks", "{1}", as_length},
      {"nearest", "x", 'd', "nearest(date)",
       "a date without a year as the day nearest to the document's date; unknown when two years are about as near",
       "{1}", nearest},
      {"holiday", "xd", 'd', "holiday(named day, date)",
       "when the named day (Thanksgiving, Easter) falls in the year of the date", "{1}", holiday},
      {"on_fixed_holiday", "xx", 'b', "on_fixed_holiday(named day, date)",
       "the date is that of a named day which has the same one every year (Valentine's Day); unknown for others", "",
       on_fixed_holiday},
      {"counted_weekday", "xd", 'd', "counted_weekday(a, date)",
       "the day that `the second Sunday in May` or `the last Monday of May` is in the year of the date", "{1}",
       counted_weekday},
      {"given", "x", 'b', "given(value)", "the text gives it: yes or no, never unknown", "",
       [](Scope const&, Arguments in) { return Value::of(in[0].known()); }},
      {"if_given", "xp", 'p', "if_given(value, number)", "the number where the text gives the value; unknown otherwise",
       "{2}", [](Scope const&, Arguments in) { return in[0].known() ? in[1] : Value{}; }},
      {"other_times", "x", 'p', "other_times(a)", "how many other dates and times stand in the sentence of `a`", "",
       other_times},
      {"others", "x", 'p', "others(a)", "how many other claims of the kind of `a` stand in its sentence", "",
       others_of_kind},
  };
}

} // namespace claimcheck::rules
