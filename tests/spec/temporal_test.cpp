// One meaning, many phrasings; and phrasings that must mean nothing.
#include <gtest/gtest.h>

#include "engine/engine.hpp"
#include "resolve/timex.hpp"
#include "tests/spec/temporal_cases.hpp"

namespace claimcheck {
namespace {

TEST(Temporal, DaysInFull) {
  for (char const* text : {"It shut on May 7, 2019.", "It shut on 7 May 2019.", "It shut on the 7th of May, 2019.",
                           "It shut on Tuesday, May 7, 2019.", "It shut on 2019-05-07.", "It shut on 07.05.2019.",
                           "It shut on May 7th 2019."})
    EXPECT_EQ(read(text), "2019-05-07") << text;
}

TEST(Temporal, DaysWithoutYearFollowTheTense) {
  expect({{"The bridge closed on Oct. 30.", "2023-10-30"},
          {"The bridge closed on March 3.", "2024-03-03"},
          {"The bridge will close on Oct. 30.", "2024-10-30"},
          {"Crews said on Tuesday that it held.", "2024-06-11"},
          {"The council will vote on Tuesday.", "2024-06-18"},
          {"It opened Friday.", "2024-06-14"}});
}

TEST(Temporal, PresentOfProgrammesAndWhatLastsUntilADayLieAhead) {
  expect({{"They host Rovers on Wednesday.", "2024-06-19"},
          {"City travel to Ashby on Sunday.", "2024-06-16"},
          {"The singer headlines the fair Saturday.", "2024-06-15"},
          {"The school will stay closed until Monday.", "2024-06-17"},
          {"The lane is closed through Sept. 30.", "2024-09-30"},
          {"He missed two visits on Tuesday.", "2024-06-11"},
          {"The lane was closed until Monday.", "2024-06-10"},
          {"Crews did meet on Tuesday.", "2024-06-11"},
          {"He is accused of having robbed a bank on Tuesday.", "2024-06-11"}});
}

TEST(Temporal, DecadesOfTwoDigits) {
  for (char const* text : {"She sang in the '80s.", "She sang in the \u201980s.", "'80s fashion was loud.",
                           "She sang in the early '80s.", "Of the '80s he said little."})
    EXPECT_EQ(read(text), "198X") << text;
}

TEST(Temporal, ManyYearsAreALengthOfUnknownSize) {
  EXPECT_EQ(read("The row has gone on for many years."), "duration:PXY");
  EXPECT_EQ(read("It took many months."), "duration:PXM");
  EXPECT_EQ(read("Too many people came."), "");
}

TEST(Temporal, FeastsOfNoKnownDayStayOpenInEveryYear) {
  EXPECT_EQ(read("It began in October 2021. He fasted that Ramadan."), "2021-10 ");
  EXPECT_EQ(read("It began in October 2021. He fasted in the same Ramadan."), "2021-10 ");
}

TEST(Temporal, DaysInFiguresAndOrdinalsBehindWeekdays) {
  expect({{"The fee is due Tue 9/3.", "2024-09-03"},
          {"It is due on Tuesday, the 9th.", "2024-06-09"},
          {"It opened on the 9th day of May.", "2024-05-09"},
          {"It ended Tuesday, the 9th Circuit said.", "2024-06-11"}});
}

TEST(Temporal, MonthsThatRunOverTheYear) {
  expect({{"It ran from November 2015 through January.", "2015-11/2016-01"},
          {"It ran from March 2015 through May.", "2015-03/2015-05"},
          {"It ran from Dec. 20 to Jan. 5, 2016.", "2015-12-20/2016-01-05"}});
}

TEST(Temporal, YearsBeforeNamesAndTimesBeforeZones) {
  expect({{"They played at the 1999 Women's Open.", "1999"},
          {"It is the 1994 men's title.", "1994"},
          {"The 2000 men left.", ""},
          {"It is due at 1400 GMT.", "time:2024-06-14T14:00Z"},
          {"The fort fell at 1400 feet.", ""},
          {"Voters chose them by two to one.", ""}});
}

TEST(Temporal, ImpossibleDatesAreReadAsWritten) {
  expect({{"He signed it on Feb. 30, 2021.", "2021-02-30"}, {"He signed it on 31 September 2020.", "2020-09-31"}});
  Input input;
  input.bytes = "He signed it on Feb. 30, 2021.";
  Article const article = read_article(std::move(input));
  ASSERT_EQ(article.claims.size(), 1u);
  EXPECT_EQ(article.claims[0].time->stated.day, 30);
  EXPECT_FALSE(article.claims[0].time->when.known());
}

TEST(Temporal, MonthsYearsAndLongerPeriods) {
  expect({{"It began in August 2003.", "2003-08"},
          {"It began in 1987.", "1987"},
          {"It began in 44 BC.", "BC0044"},
          {"It began in the 1970s.", "197X"},
          {"It began in the seventies.", "197X"},
          {"It was built in the 12th century.", "11XX"},
          {"Sales rose in the third quarter of 2011.", "2011-Q3"},
          {"Sales rose in Q3 2011.", "2011-Q3"},
          {"Sales rose in the first half of 2020.", "2020-H1"},
          {"They met in the summer of 1999.", "1999-SU"},
          {"They met in autumn 1999.", "1999-FA"},
          {"They met in the first week of May 2021.", "2021-W17"},
          {"They met on the first Monday of September 2021.", "2021-09-06"}});
}

TEST(Temporal, RangesAreOneClaim) {
  expect({{"The fair ran from May 3 to June 5, 2018.", "2018-05-03/2018-06-05"},
          {"The fair ran March 1-15, 2018.", "2018-03-01/2018-03-15"},
          {"He ruled from 1702 to 1714.", "1702/1714"},
          {"The 1987-91 drought ended.", "1987/1991"},
          {"The 2003-04 season ended.", "2003/2004"},
          {"He led it for five years from 1996 to 2001.", "duration:P5Y 1996/2001"}});
}

TEST(Temporal, RelativeToTheDocument) {
  expect({{"He fled yesterday.", "2024-06-13"},
          {"He fled last month.", "2024-05"},
          {"He fled last year.", "2023"},
          {"He fled last week.", "2024-W23"},
          {"He fled two weeks ago.", "2024-05-31"},
          {"He fled three years ago.", "2021"},
          {"He fled last Friday.", "2024-06-07"},
          {"He will return next Tuesday.", "2024-06-18"},
          {"He fled last summer.", "2023-SU"},
          {"He fled in August last year.", "2023-08"},
          {"He fled last night.", "time:2024-06-13TNI"},
          {"The work will be done in five years.", "2029"},
          {"He left two days before Christmas 2022.", "2022-12-23"}});
}

TEST(Temporal, RelativeToTheText) {
  expect({{"The fort fell on July 4, 1863. Two days later the army left.", "1863-07-04 1863-07-06"},
          {"The fort fell on July 4, 1863. The next day the army left.", "1863-07-04 1863-07-05"},
          {"The school opened in 1911. The following year it burned.", "1911 1912"},
          {"Three days later, he fled.", "duration:P3D"}});
}

TEST(Temporal, NamedDays) {
  expect({{"They met on Christmas Eve 2015.", "2015-12-24"},
          {"They met on Thanksgiving 2018.", "2018-11-22"},
          {"They met on Easter Monday 2021.", "2021-04-05"},
          {"They met on Labor Day 2019.", "2019-09-02"},
          {"The law followed the Sept. 11 attacks.", "2001-09-11"}});
}

TEST(Temporal, TimesOfDay) {
  expect({{"It began at 3 p.m.", "time:2024-06-14T15:00"},
          {"It began at 6:30pm.", "time:2024-06-14T18:30"},
          {"It began at noon.", "time:2024-06-14T12:00"},
          {"It began at half past nine.", "time:2024-06-14T09:30"},
          {"It began at ten minutes to four.", "time:2024-06-14T03:50"},
          {"It began at 15:00 GMT.", "time:2024-06-14T15:00Z"},
          {"It began at 9 a.m. Monday, May 6, 2019.", "time:2019-05-06T09:00"},
          {"It began at 25:00.", "time:2024-06-14T25:00"}});
}

TEST(Temporal, Durations) {
  expect({{"It lasted three and a half years.", "duration:P3.5Y"},
          {"It lasted two decades.", "duration:P20Y"},
          {"It lasted an hour and 40 minutes.", "duration:PT1H40M"},
          {"A 36-hour strike began.", "duration:PT36H"},
          {"The past several months were dry.", "duration:PXM"},
          {"Sales fell for the fourth straight year.", "duration:P4Y"},
          {"He won in 4:07.13.", "duration:PT4M7.13S"}});
}

TEST(Temporal, Recurrences) {
  expect({{"They meet every Monday.", "recurrence:XXXX-WXX-1"},
          {"They meet daily.", "recurrence:XXXX-XX-XX"},
          {"They meet on Fridays.", "recurrence:XXXX-WXX-5"}});
}

TEST(Temporal, LengthsWithAnAdjective) {
  expect({{"Fighting raged for two bloody weeks.", "duration:P2W"},
          {"It rained for six consecutive days.", "duration:P6D"},
          {"She spent an entire year abroad.", "duration:P1Y"},
          {"They waited two more hours.", "duration:PT2H"},
          {"He led for 10 straight years.", "duration:P10Y"},
          {"It took an hour and a half.", "duration:PT1.5H"},
          {"It took two years and a half.", "duration:P2.5Y"},
          {"They won six straight games.", ""},
          {"Two more men left.", ""},
          {"It took a day and a half-dozen men.", "duration:P1D"}});
}

TEST(Temporal, TheDayBeforeSomething) {
  expect({{"They met on the eve of the summit.", "XXXX-XX-XX"},
          {"They met on the eve of Christmas 2022.", "2022-12-24"},
          {"They met on the eve of Friday's vote.", "2024-06-13"},
          {"They met on the eve of July 4, 2019.", "2019-07-03"},
          {"They met on the eve of his wedding.", "XXXX-XX-XX"},
          {"They met on New Year's Eve 2019.", "2019-12-31"}});
}

TEST(Temporal, PartsOfTheYearAndMonthThatIsSpokenOf) {
  expect({{"Growth will pick up in the second half of the year.", "2024-H2"},
          {"Growth slowed in the first half of last year.", "2023-H1"},
          {"They will meet on the last Friday of the month.", "2024-06-28"},
          {"They meet on the first Tuesday of every month.", "recurrence:XXXX-WXX-2"},
          {"They met in the first week of the year.", "2024-W01"},
          {"He scored in the second half of the match.", ""}});
}

TEST(Temporal, CenturiesThatShareTheirUnit) {
  expect({{"It was built between the 12th and 14th centuries.", "11XX 13XX"},
          {"It grew in the late 19th and early 20th centuries.", "18XX 19XX"},
          {"It was used from the seventeenth to the nineteenth century.", "16XX 18XX"},
          {"It dates from the 2nd or 1st century BC.", "BC01XX BC00XX"},
          {"He came 12th and 14th.", ""}});
}

TEST(Temporal, EarlyHoursAndOtherClocks) {
  expect({{"It fell in the early hours of Sunday.", "time:2024-06-09TMO"},
          {"It fell in the small hours of Monday morning.", "time:2024-06-10TMO"},
          {"It fell in the wee hours of May 3, 2019.", "time:2019-05-03TMO"},
          {"It fell at 5:34 a.m. Baghdad time on March 20, 2003.", "time:2003-03-20T05:34"},
          {"It fell at 3 p.m. New York time on March 20, 2003.", "time:2003-03-20T15:00-0500"}});
}

TEST(Temporal, SpansOfYearsAndDays) {
  expect({{"Eastern Theater 1861-1863", "1861/1863"},
          {"End of the war 1864-1865", "1864/1865"},
          {"The academic year 2022-23 begins.", "2022/2023"},
          {"They left in the years 1955-1957.", "1955/1957"},
          {"It is told on pages 1861-1863.", ""},
          {"They met on May 4 and 5.", "2024-05-04/2024-05-05"},
          {"They met on 6 and 7 February 2020.", "2020-02-06/2020-02-07"}});
}

TEST(Temporal, RatesOfTime) {
  expect({{"About 300 people die per year.", "recurrence:P1Y"},
          {"It is published twice a week.", "recurrence:P1W"},
          {"They meet once a month.", "recurrence:P1M"},
          {"They felled 30 trees per day.", "recurrence:P1D"}});
}

TEST(Temporal, MonthsAndSeasonsBeforeNouns) {
  expect({{"A March report found fault.", "2024-03"},
          {"The May elections were close.", "2024-05"},
          {"March sales rose.", "2024-03"},
          {"The August 2019 earthquake killed two.", "2019-08"},
          {"The army launched a spring offensive in May 2021.", "2024-SP 2021-05"},
          {"The fall semester began.", "2023-FA"},
          {"The May government fell.", ""},
          {"The Theresa May vote failed.", ""},
          {"Mrs. May report cards said so.", ""},
          {"They will spring training on us.", ""}});
}

TEST(Temporal, LengthsInOneWord) {
  expect({{"A yearlong study ended.", "duration:P1Y"},
          {"The decade-long war ended.", "duration:P10Y"},
          {"The monthslong siege ended.", "duration:PXM"},
          {"The all-day meeting ended.", "duration:P1D"},
          {"He slept all day.", "duration:P1D"},
          {"A three-month-long siege ended.", "duration:P3M"},
          {"They all danced.", ""}});
}

TEST(Temporal, MarksOfThePeriod) {
  expect({{"The loan is due by year-end.", "2024"},
          {"He will step down at year's end.", "2024"},
          {"The deal should close by mid-year.", "2024"},
          {"The economy grew in the three months to end-June.", "duration:P3M 2024-06"},
          {"The year ended badly.", ""}});
}

TEST(Temporal, VagueReferences) {
  expect({{"In the past, such cases were rare.", "reference:PAST_REF"},
          {"At this time, no charges are known.", "reference:PRESENT_REF"},
          {"It is his largest deal to date.", "reference:PRESENT_REF"},
          {"He wrote in the past tense.", ""},
          {"The list is up to date.", ""},
          {"He began to date a singer.", ""},
          {"Minutes before kickoff, it rained.", ""}});
}

TEST(Temporal, WeekdaysThatSingleNoDayOut) {
  expect({{"One Friday in 1998, she vanished.", "XXXX-WXX-5 1998"},
          {"It was a Monday.", "XXXX-WXX-1"},
          {"Any Tuesday will do.", "XXXX-WXX-2"},
          {"She vanished on Friday.", "2024-06-14"},
          {"They met from Monday to Wednesday.", "2024-06-10/2024-06-12"},
          {"They met Monday through Thursday.", "2024-06-10/2024-06-13"}});
}

TEST(Temporal, YearsAheadAndSpansThatRecordsLast) {
  expect({{"The bridge will be rebuilt in ten years.", "2034"},
          {"It will be the first strike in ten years.", "duration:P10Y"},
          {"The drought will be the worst in a century.", "duration:P100Y"},
          {"For First Time in 52 Years, Bee Ends in Tie", "duration:P52Y"}});
}

TEST(Temporal, TimesOfRunners) {
  expect({{"She finished in 2:14:04.", "duration:PT2H14M4S"},
          {"He ran it in 28:15.", "duration:PT28M15S"},
          {"He had a time of 2:05:30.", "duration:PT2H5M30S"},
          {"It began at 2:14:04.", "time:2024-06-14T02:14:04"},
          {"The winter of 1941-42 was cold.", "1941-WI"}});
}

TEST(Temporal, CalendarWordsInNames) {
  for (char const* text : {"The Good Friday Agreement held.", "He fought in the Tet Offensive.",
                           "The Easter Rising failed.", "He sang White Christmas.", "He wrote for the Daily Mail.",
                           "She works for 20th Century Fox.", "He told USA Today so.", "He was on the \"Today\" show."})
    EXPECT_EQ(read(text), "") << text;
}

TEST(Temporal, CalendarWordsThatAreNone) {
  for (char const* text :
       {"Theresa May resigned.", "May I go?", "They march on Rome.", "An august body met.", "He sat down.",
        "Stocks fall again.", "The Sunday Times said so.", "The October Revolution failed.", "April Jones sang.",
        "The fall of Saigon shook them.", "They spring into action.", "The ratio was 2:1."})
    EXPECT_EQ(read(text), "") << text;
}

TEST(Temporal, UndatedNewsKeepsTheYearsThatFit) {
  Input input;
  input.bytes = "April 6 (UPI) -- The strike entered its second week on Wednesday, officials said. It began on March "
                "30.\n\nPolice said Tuesday that all was calm.";
  Article const article = read_article(std::move(input));
  ASSERT_TRUE(article.date.day);
  EXPECT_FALSE(article.date.certain);
  bool has_2022 = false;
  for (Days const day : article.date.candidates) {
    EXPECT_EQ(std::chrono::weekday(day).c_encoding(), 3u);
    has_2022 |= std::chrono::year_month_day(day).year() == std::chrono::year(2022);
  }
  EXPECT_TRUE(has_2022);
}

TEST(Temporal, TheDocumentSaysItsDate) {
  Input markdown;
  markdown.format = text::Format::markdown;
  markdown.bytes = "---\ntitle: Flood\ndate: 2019-02-08\n---\n\nThe river rose on Tuesday.\n";
  Article const front = read_article(std::move(markdown));
  ASSERT_TRUE(front.date.day);
  EXPECT_EQ(front.date.origin, resolve::DateOrigin::front_matter);
  ASSERT_EQ(front.claims.size(), 1u);
  EXPECT_EQ(front.claims[0].time->value, "2019-02-05");

  Input html;
  html.format = text::Format::html;
  html.bytes = "<html><head><meta property=\"article:published_time\" "
               "content=\"2019-02-08T10:00:00Z\"></head><body><p>The river rose on Tuesday.</p></body></html>";
  Article const meta = read_article(std::move(html));
  ASSERT_TRUE(meta.date.day);
  EXPECT_EQ(meta.date.origin, resolve::DateOrigin::metadata);

  Input plain;
  plain.bytes = "LISBON, Feb. 8, 2019 (AP) -- The river rose on Tuesday.";
  Article const dateline = read_article(std::move(plain));
  EXPECT_EQ(dateline.date.origin, resolve::DateOrigin::dateline);
  EXPECT_TRUE(dateline.date.certain);
  ASSERT_EQ(dateline.claims.size(), 2u);
  EXPECT_EQ(dateline.claims[1].time->value, "2019-02-05");
}

TEST(Temporal, WithoutAnyDateNothingIsGuessed) {
  EXPECT_EQ(read("The river rose on Tuesday.", ""), "XXXX-WXX-2");
  EXPECT_EQ(read("The river rose last year.", ""), "XXXX");
  EXPECT_EQ(read("The river rose on May 3.", ""), "XXXX-05-03");
}

TEST(Temporal, PartsOfPeriodsNarrowTheInterval) {
  Input input;
  input.bytes = "It was built in the mid-1990s.";
  Article const article = read_article(std::move(input));
  ASSERT_EQ(article.claims.size(), 1u);
  EXPECT_EQ(resolve::stated_value(*article.claims[0].time), "1994..1996");
}

} // namespace
} // namespace claimcheck
