#include "resolve/timex.hpp"

#include <fmt/format.h>

#include "resolve/calendar.hpp"

namespace claimcheck::resolve {
namespace {

bool finer_than_day(Grain grain) {
  return grain == Grain::second || grain == Grain::minute || grain == Grain::hour || grain == Grain::day_part;
}

std::string minute_text(Minutes at) {
  Days const day = std::chrono::floor<std::chrono::days>(at);
  auto const minutes = (at - day).count();
  return fmt::format("{}T{:02}:{:02}", period_text(calendar::of_day(day)), minutes / 60, minutes % 60);
}

/// One end of an interval as precisely as its grain: years for years and decades, months for months and quarters, else
/// days.
std::string end_text(Days day, Grain grain) {
  switch (grain) {
  case Grain::year:
  case Grain::decade:
  case Grain::century:
    return year_text(calendar::year_of(day)).starts_with("BC") ? fmt::format("-{:04}", -calendar::year_of(day))
                                                               : year_text(calendar::year_of(day));
  case Grain::month:
    return fmt::format("{}-{:02}", year_text(calendar::year_of(day)), calendar::month_of(day));
  default:
    return period_text(calendar::of_day(day));
  }
}

/// fmt::format for the years that nearly all dates have: the pattern with its zeros overwritten.
template <std::size_t size>
std::string filled(char const (&pattern)[size], int year, unsigned month = 0, unsigned day = 0) {
  std::string out(pattern, size - 1);
  auto const put = [&](std::size_t at, unsigned value) {
    out[at] = static_cast<char>('0' + value / 10 % 10);
    out[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(0, static_cast<unsigned>(year) / 100);
  put(2, static_cast<unsigned>(year));
  if (size > 5) put(5, month);
  if (size > 8) put(8, day);
  return out;
}
bool four_digits(int year) { return year > 0 && year < 10000; }

void append_amount(std::string& out, Decimal amount, char unit) { out += amount.normalized().to_string() + unit; }

} // namespace

std::string year_text(int year) {
  if (four_digits(year)) return filled("0000", year);
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::string period_text(TimeInterval const& period) {
  if (!period.known()) return {};
  Days const first = period.first_day();
  int const year = calendar::year_of(first);
  unsigned const month = calendar::month_of(first);
  switch (period.grain) {
  case Grain::week:
  case Grain::weekend: {
    auto const week = calendar::iso_week(first);
    return fmt::format("{}-W{:02}{}", year_text(week.year), week.week, period.grain == Grain::weekend ? "-WE" : "");
  }
  case Grain::month:
    return four_digits(year) ? filled("0000-00", year, month) : fmt::format("{}-{:02}", year_text(year), month);
  case Grain::quarter:
    return fmt::format("{}-Q{}", year_text(year), (month + 2) / 3);
  case Grain::half:
    return fmt::format("{}-H{}", year_text(year), month <= 6 ? 1 : 2);
  case Grain::year:
    return year_text(year);
  case Grain::decade:
    return year > 0 ? fmt::format("{:03}X", year / 10) : fmt::format("BC{:03}X", (1 - year) / 10);
  case Grain::century:
    return year >= 0 ? fmt::format("{:02}XX", year / 100) : fmt::format("BC{:02}XX", -year / 100);
  default: {
    unsigned const day = calendar::day_of_month(first);
    return four_digits(year) ? filled("0000-00-00", year, month, day)
                             : fmt::format("{}-{:02}-{:02}", year_text(year), month, day);
  }
  }
}

std::string_view season_code(Season season) {
  switch (season) {
  case Season::spring:
    return "SP";
  case Season::summer:
    return "SU";
  case Season::autumn:
    return "FA";
  case Season::winter:
    return "WI";
  case Season::none:
    break;
  }
  return "";
}

std::string season_text(int year, Season season) { return year_text(year) + '-' + std::string(season_code(season)); }

std::string_view day_part_code(DayPart part) {
  switch (part) {
  case DayPart::morning:
    return "MO";
  case DayPart::midday:
    return "MI";
  case DayPart::afternoon:
    return "AF";
  case DayPart::evening:
    return "EV";
  case DayPart::night:
    return "NI";
  case DayPart::daytime:
    return "DT";
  case DayPart::none:
    break;
  }
  return "";
}

std::string clock_text(ClockTime const& clock, DayPart part) {
  if (!clock.has_hour()) return part == DayPart::none ? "" : "T" + std::string(day_part_code(part));
  std::string out = fmt::format("T{:02}", clock.hour);
  if (clock.minute != ClockTime::none) out += fmt::format(":{:02}", clock.minute);
  if (clock.second != ClockTime::none) out += fmt::format(":{:02}", clock.second);
  if (clock.zone == 0) return out + 'Z';
  if (clock.zone != ClockTime::no_zone) {
    int const minutes = clock.zone < 0 ? -clock.zone : clock.zone;
    out += fmt::format("{}{:02}{:02}", clock.zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  return out;
}

std::string partial_text(PartialDate const& date) {
  std::string const year = date.has_year() ? year_text(date.year) : "XXXX";
  if (date.has_month() && date.has_day()) return fmt::format("{}-{:02}-{:02}", year, date.month, date.day);
  if (date.has_month()) return fmt::format("{}-{:02}", year, date.month);
  if (date.has_day()) return fmt::format("{}-XX-{:02}", year, date.day);
  if (date.has_weekday()) return fmt::format("{}-WXX-{}", year, date.weekday == 0 ? 7 : date.weekday);
  return year;
}

std::string length_text(DurationFields const& length) {
  if (length.count == 0) return {};
  auto const letter = [](Grain grain) {
    switch (grain) {
    case Grain::second:
      return 'S';
    case Grain::minute:
      return 'M';
    case Grain::hour:
      return 'H';
    case Grain::week:
      return 'W';
    case Grain::month:
    case Grain::quarter:
      return 'M';
    case Grain::year:
      return 'Y';
    default:
      return 'D';
    }
  };
  auto const clock = [](Grain grain) {
    return grain == Grain::second || grain == Grain::minute || grain == Grain::hour;
  };
  auto const one = [&](Decimal amount, Grain grain) {
    std::string out = clock(grain) ? "PT" : "P";
    append_amount(out, grain == Grain::quarter ? amount * Decimal{3} : amount, letter(grain));
    if (grain == Grain::weekend) out.replace(out.size() - 1, 1, "WE");
    return out;
  };
  DurationPart const& first = length.parts[0];
  if (length.vague) return (clock(first.grain) ? "PTX" : "PX") + std::string(1, letter(first.grain));
  if (length.range) return one(first.amount, first.grain) + '/' + one(length.upper, first.grain);
  std::string out = "P";
  bool in_clock = false;
  for (int i = 0; i < length.count; ++i) {
    DurationPart const& part = length.parts[i];
    if (clock(part.grain) && !in_clock) {
      out += 'T';
      in_clock = true;
    }
    append_amount(out, part.grain == Grain::quarter ? part.amount * Decimal{3} : part.amount, letter(part.grain));
    if (part.grain == Grain::weekend) out.replace(out.size() - 1, 1, "WE");
  }
  return out;
}

std::string stated_value(Temporal const& time) {
  bool const calendar = !time.value.empty() && time.value.front() >= '0' && time.value.front() <= '9';
  bool const fiscal = time.value.starts_with("FY") && !time.value.starts_with("FYX");
  if (!time.when.known()) return calendar || fiscal ? time.value : std::string();
  Grain const grain = time.when.grain;
  if (finer_than_day(grain)) {
    if (!time.range) return time.value;
    std::string const begin = minute_text(time.when.begin), end = minute_text(time.when.end);
    std::size_t const clock = begin.find('T') + 1;
    return begin.substr(clock) + ".." + end.substr(end.find('T') + 1);
  }
  bool const part = time.mod == TimexMod::start || time.mod == TimexMod::mid || time.mod == TimexMod::end;
  bool const several =
      time.range || grain == Grain::weekend || (part && (grain == Grain::decade || grain == Grain::century));
  std::string const low = end_text(time.when.first_day(), grain), high = end_text(time.when.last_day(), grain);
  return several && low != high ? low + ".." + high : calendar ? time.value : low;
}

std::string unknown_period_text(Grain grain) {
  switch (grain) {
  case Grain::week:
    return "XXXX-WXX";
  case Grain::weekend:
    return "XXXX-WXX-WE";
  case Grain::month:
    return "XXXX-XX";
  case Grain::season:
    return "XXXX-XX";
  case Grain::quarter:
    return "XXXX-QX";
  case Grain::half:
    return "XXXX-HX";
  case Grain::year:
    return "XXXX";
  case Grain::decade:
    return "XXX";
  case Grain::century:
    return "XX";
  default:
    return "XXXX-XX-XX";
  }
}

} // namespace claimcheck::resolve
