// Functions on dates, days of the week and durations.
#include <cstdlib>
#include <optional>

#include "resolve/calendar.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {

Value of_unit(Scope const& scope, Decimal low, Decimal high, std::string_view code) {
  auto const unit = scope.units().find(code);
  return unit ? Value::figure(Interval::between(low, high), Measure::physical, *unit) : Value{};
}

std::optional<Days> day_meant(Scope const& scope, Value const& date) {
  if (date.base != Base::date || date.when.first_day() != date.when.last_day()) return {};
  Days const read = date.when.first_day();
  auto const& document = scope.article.date;
  if (date.claim == nullptr || date.claim->time == nullptr || !document.day || !document.certain) return read;
  PartialDate const& stated = date.claim->time->stated;
  bool const self_borne = stated.has_weekday() && stated.has_day() && stated.has_month() && !stated.has_year() &&
                          stated.weekday == calendar::weekday(read);
  if (!self_borne) return read;
  std::optional<Days> nearest;
  for (int const step : {0, -1, 1})
    if (auto const day = calendar::day(calendar::year_of(*document.day) + step, stated.month, stated.day))
      if (!nearest || std::abs(calendar::days_between(*document.day, *day)) <
                          std::abs(calendar::days_between(*document.day, *nearest)))
        nearest = day;
  return nearest ? nearest : read;
}

namespace {

using Arguments = std::span<Value const>;

Value weekday(Scope const& scope, Arguments in) {
  auto const day = day_meant(scope, in[0]);
  return day ? Value::of_weekday(calendar::weekday(*day)) : Value{};
}

Value days_between(Scope const& scope, Arguments in) {
  if (in[0].base != Base::date || in[1].base != Base::date) return {};
  return difference(scope, in[1], in[0]);
}

Value years_between(Scope const& scope, Arguments in) {
  if (in[0].base != Base::date || in[1].base != Base::date) return {};
  return of_unit(scope, Decimal{calendar::age_at(in[0].when.last_day(), in[1].when.first_day())},
                 Decimal{calendar::age_at(in[0].when.first_day(), in[1].when.last_day())}, "a");
}

Value months_between(Scope const& scope, Arguments in) {
  if (in[0].base != Base::date || in[1].base != Base::date) return {};
  return of_unit(scope, Decimal{calendar::months_between(in[0].when.last_day(), in[1].when.first_day())},
                 Decimal{calendar::months_between(in[0].when.first_day(), in[1].when.last_day())}, "mo");
}

/// The number of the period that is running on a day, from 1. A text may count the first day as day 0 or as day 1.
Value nth_period(Scope const&, Arguments in) {
  if (in[0].base != Base::date || in[1].base != Base::date || in[2].base != Base::text) return {};
  Days const first = in[0].when.first_day(), last = in[0].when.last_day();
  Days const from = in[1].when.first_day(), to = in[1].when.last_day();
  std::string_view const unit = in[2].text;
  auto const numbered = [&](auto&& completed) {
    std::int64_t const low = completed(last, from), high = completed(first, to);
    return Value::figure(Interval::between(Decimal{low + 1}, Decimal{high + 1}), Measure::plain);
  };
  auto const floored = [](std::int64_t a, std::int64_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); };
  if (unit == "day") {
    std::int64_t const low = calendar::days_between(last, from), high = calendar::days_between(first, to);
    return Value::figure(Interval::between(Decimal{low}, Decimal{high + 1}), Measure::plain);
  }
  if (unit == "week") return numbered([&](Days a, Days b) { return floored(calendar::days_between(a, b), 7); });
  if (unit == "month")
    return numbered([](Days a, Days b) { return static_cast<std::int64_t>(calendar::months_between(a, b)); });
  if (unit == "year") return numbered([](Days a, Days b) { return static_cast<std::int64_t>(calendar::age_at(a, b)); });
  if (unit == "decade") return numbered([&](Days a, Days b) { return floored(calendar::age_at(a, b), 10); });
  return {};
}

Value edge(Arguments in, bool last) {
  if (in[0].base != Base::date) return {};
  return Value::of_date(calendar::of_day(last ? in[0].when.last_day() : in[0].when.first_day()));
}

Value document_date(Scope const& scope, Arguments) {
  auto const& date = scope.article.date;
  return date.day && date.certain ? Value::of_date(calendar::of_day(*date.day)) : Value{};
}

Value year_of(Scope const&, Arguments in) {
  if (in[0].base != Base::date) return {};
  return Value::figure(Interval::between(Decimal{calendar::year_of(in[0].when.first_day())},
                                         Decimal{calendar::year_of(in[0].when.last_day())}),
                       Measure::plain);
}

/// The second end of a range by its TIMEX3 value, which keeps what was written: false for "Feb. 15 to Feb. 30".
bool possible_end(Temporal const& time) {
  std::size_t const slash = time.value.find('/');
  if (!time.range || slash == std::string::npos) return true;
  std::string_view const end = std::string_view(time.value).substr(slash + 1, 10);
  if (end.size() < 10 || end[4] != '-' || end[7] != '-') return true;
  auto const number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (char const c : end.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  PartialDate date;
  if (int const year = number(0, 4); year > 0) date.year = static_cast<std::int16_t>(year);
  int const month = number(5, 2), day = number(8, 2);
  if (month < 1 || day < 1) return true;
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  return calendar::possible(date);
}

Value is_possible(Scope const&, Arguments in) {
  if (in[0].claim == nullptr || in[0].claim->time == nullptr) return {};
  Temporal const& time = *in[0].claim->time;
  return Value::of(calendar::possible(time.stated) && possible_end(time));
}

Value day_of_week(Scope const&, Arguments in) {
  static constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                               "Thursday", "Friday", "Saturday"};
  return in[0].base == Base::weekday ? Value::of_text(names[in[0].weekday]) : Value{};
}

} // namespace

std::vector<Function> date_functions() {
  return {
      {"weekday", "d", 'w', "weekday(date)", "the day of the week of a date that is one day", "weekday of {1}",
       weekday},
      {"weekday_name", "w", 't', "weekday_name(weekday)", "Sunday, Monday ... for messages", "{1}", day_of_week},
      {"possible", "x", 'b', "possible(date)",
       "the calendar has such a date, at both ends of a range: false for Feb. 30", "", is_possible},
      {"days_between", "dd", 'D', "days_between(from, to)",
       "the days from one date to another; negative when `to` is earlier", "{2} - {1}", days_between},
      {"months_between", "dd", 'D', "months_between(from, to)", "whole months", "{2} - {1}", months_between},
      {"years_between", "dd", 'D', "years_between(from, to)", "whole years", "{2} - {1}", years_between},
      {"age_at", "dd", 'D', "age_at(birth, date)",
       "completed years of age; an interval when the birth date is not a day", "{2} - {1}", years_between},
      {"nth_period", "ddn", 'p', "nth_period(start, date, \"week\")",
       "which day, week, month, year or decade since `start` is running on the date, from 1; days may also be counted "
       "from 0",
       "{2} - {1}, in {3}s", nth_period},
      {"first_day", "d", 'd', "first_day(date)", "the first day of a week, month, year ...", "{1}",
       [](Scope const&, Arguments in) { return edge(in, false); }},
      {"last_day", "d", 'd', "last_day(date)", "the last day of a week, month, year ...", "{1}",
       [](Scope const&, Arguments in) { return edge(in, true); }},
      {"year_of", "d", 'p', "year_of(date)", "the calendar year", "{1}", year_of},
      {"document_date", "", 'd', "document_date()",
       "the day from which the document speaks; unknown when it is not certain", "{=}", document_date},
  };
}

} // namespace claimcheck::rules
