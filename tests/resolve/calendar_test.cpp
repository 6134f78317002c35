#include "resolve/calendar.hpp"

#include <gtest/gtest.h>

namespace claimcheck::calendar {
namespace {

Days at(int y, unsigned m, unsigned d) { return *day(y, m, d); }

TEST(Calendar, KnowsWhichDatesExist) {
  EXPECT_TRUE(day(2024, 2, 29));
  EXPECT_FALSE(day(2023, 2, 29));
  EXPECT_FALSE(day(2023, 9, 31));
  EXPECT_FALSE(day(2023, 13, 1));
  PartialDate feb_30;
  feb_30.month = 2, feb_30.day = 30;
  EXPECT_FALSE(possible(feb_30));
  PartialDate feb_29 = feb_30;
  feb_29.day = 29;
  EXPECT_TRUE(possible(feb_29)) << "some year has it";
  feb_29.year = 2023;
  EXPECT_FALSE(possible(feb_29));
}

TEST(Calendar, Weekdays) {
  EXPECT_EQ(weekday(at(2022, 3, 10)), 4);
  EXPECT_EQ(weekday(at(1776, 7, 4)), 4);
  EXPECT_EQ(*nth_weekday(2024, 11, 4, 4), at(2024, 11, 28));
  EXPECT_EQ(*nth_weekday(2024, 5, 1, -1), at(2024, 5, 27));
  EXPECT_FALSE(nth_weekday(2024, 2, 1, 5));
  EXPECT_EQ(weekday_before(at(2024, 6, 14), 2), at(2024, 6, 11));
  EXPECT_EQ(weekday_before(at(2024, 6, 14), 5), at(2024, 6, 7));
  EXPECT_EQ(weekday_before(at(2024, 6, 14), 5, true), at(2024, 6, 14));
  EXPECT_EQ(weekday_after(at(2024, 6, 14), 2), at(2024, 6, 18));
}

TEST(Calendar, Easter) {
  EXPECT_EQ(easter(2024), at(2024, 3, 31));
  EXPECT_EQ(easter(2011), at(2011, 4, 24));
  EXPECT_EQ(easter(1818), at(1818, 3, 22)) << "the earliest possible";
  EXPECT_EQ(easter(2038), at(2038, 4, 25)) << "the latest possible";
  EXPECT_EQ(orthodox_easter(2024), at(2024, 5, 5));
  EXPECT_EQ(orthodox_easter(2017), at(2017, 4, 16));
}

TEST(Calendar, IsoWeeks) {
  EXPECT_EQ(iso_week(at(2013, 3, 20)).week, 12u);
  EXPECT_EQ(iso_week(at(2021, 1, 3)).year, 2020);
  EXPECT_EQ(iso_week(at(2021, 1, 3)).week, 53u);
  EXPECT_EQ(monday_of({2013, 12}), at(2013, 3, 18));
  for (Days d = at(1999, 12, 20); d < at(2006, 1, 20); d += std::chrono::days{1}) {
    auto const week = of_week(iso_week(d));
    EXPECT_TRUE(week.first_day() <= d && d <= week.last_day());
  }
}

TEST(Calendar, MonthArithmetic) {
  EXPECT_EQ(add_months(at(2024, 1, 31), 1), at(2024, 2, 29));
  EXPECT_EQ(add_months(at(2024, 3, 31), -1), at(2024, 2, 29));
  EXPECT_EQ(add_months(at(2024, 1, 15), -13), at(2022, 12, 15));
  EXPECT_EQ(add_years(at(2024, 2, 29), 1), at(2025, 2, 28));
  EXPECT_EQ(age_at(at(1980, 6, 15), at(2024, 6, 14)), 43);
  EXPECT_EQ(age_at(at(1980, 6, 15), at(2024, 6, 15)), 44);
  EXPECT_EQ(months_between(at(2024, 1, 31), at(2024, 2, 29)), 1);
  EXPECT_EQ(days_between(at(2022, 2, 24), at(2022, 3, 10)), 14);
}

TEST(Calendar, Periods) {
  EXPECT_EQ(of_month(2022, 12).last_day(), at(2022, 12, 31));
  EXPECT_EQ(of_quarter(2023, 3).first_day(), at(2023, 7, 1));
  EXPECT_EQ(of_half(2024, 2).first_day(), at(2024, 7, 1));
  EXPECT_EQ(of_decade(1990).last_day(), at(1999, 12, 31));
  EXPECT_TRUE(overlap(of_century(19), of_year(1900)));
  EXPECT_TRUE(overlap(of_century(19), of_year(1800)));
  EXPECT_EQ(period_holding(at(1900, 5, 1), Grain::century).first_day(), at(1800, 1, 1));
  EXPECT_EQ(of_weekend(iso_week(at(2024, 6, 14))).first_day(), at(2024, 6, 15));
  EXPECT_EQ(nth_period(of_year(2008), Grain::half, 2), of_half(2008, 2));
  EXPECT_EQ(nth_period(of_year(2008), Grain::month, -1), of_month(2008, 12));
  EXPECT_FALSE(nth_period(of_month(2008, 2), Grain::week, 7));
  EXPECT_EQ(of_season(1964, Season::summer).first_day(), at(1964, 6, 1));
}

TEST(Calendar, ExtremesAreClampedNotUndefined) {
  EXPECT_NO_THROW(add_months(at(9999, 12, 31), 1'000'000));
  EXPECT_NO_THROW(shifted(at(1, 1, 1), Grain::century, -100'000));
  EXPECT_FALSE(of_month(2020, 13).known());
  EXPECT_FALSE(day(100'000, 1, 1));
}

} // namespace
} // namespace claimcheck::calendar
