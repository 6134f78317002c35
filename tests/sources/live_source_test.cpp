#include "sources/live_source.hpp"
#include "sources/online.hpp"
#include "sources/reference.hpp"
#include "sources/wikidata.hpp"

namespace claimcheck::sources {
namespace {

using reference::EntityType;
using reference::Property;

Days day(int year, unsigned month, unsigned of_month) {
  return Days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

constexpr std::string_view search = R"({"search":[
  {"id":"Q900001","label":"Testville","match":{"type":"label","language":"en","text":"Testville"}},
  {"id":"Q900002","label":"Testville Bridge","match":{"type":"label","language":"en","text":"Testville Bridge"}},
  {"id":"Q900003","label":"Prüfstadt","match":{"type":"alias","language":"en","text":"Testville"}}],"success":1})";

constexpr std::string_view entities =
    R"({"entities":{"Q900001":{"id":"Q900001","labels":{"en":{"language":"en","value":"Testville"}},"claims":{
 "P625":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"latitude":12.5,"longitude":-7.25,"globe":"http://www.wikidata.org/entity/Q2"},"type":"globecoordinate"}},"rank":"normal"}],
 "P1082":[
  {"mainsnak":{"snaktype":"value","datavalue":{"value":{"amount":"+1000","unit":"1"},"type":"quantity"}},"rank":"normal",
   "qualifiers":{"P585":[{"snaktype":"value","datavalue":{"value":{"time":"+2010-00-00T00:00:00Z","precision":9,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"}}]}},
  {"mainsnak":{"snaktype":"value","datavalue":{"value":{"amount":"+2000","unit":"1","upperBound":"+1990","lowerBound":"+2010"},"type":"quantity"}},"rank":"preferred",
   "qualifiers":{"P585":[{"snaktype":"value","datavalue":{"value":{"time":"+2021-12-31T00:00:00Z","precision":11,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"}}]}},
  {"mainsnak":{"snaktype":"value","datavalue":{"value":{"amount":"+9","unit":"1"},"type":"quantity"}},"rank":"deprecated"},
  {"mainsnak":{"snaktype":"somevalue"},"rank":"normal"}],
 "P2046":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"amount":"+258.82","unit":"http://www.wikidata.org/entity/Q712226"},"type":"quantity"}},"rank":"normal"},
          {"mainsnak":{"snaktype":"value","datavalue":{"value":{"amount":"+3","unit":"http://www.wikidata.org/entity/Q999"},"type":"quantity"}},"rank":"normal"}],
 "P39":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q77"},"type":"wikibase-entityid"}},"rank":"normal",
   "qualifiers":{"P580":[{"snaktype":"value","datavalue":{"value":{"time":"+1982-09-10T00:00:00Z","precision":11},"type":"time"}}],
                 "P582":[{"snaktype":"value","datavalue":{"value":{"time":"+1985-00-00T00:00:00Z","precision":9},"type":"time"}}]}}]}},
 "Q900003":{"id":"Q900003","missing":""}},"success":1})";

TEST(Wikidata, FindsNamesNotPrefixes) {
  auto const ids = wikidata::search_results(search, "testville");
  ASSERT_TRUE(ids);
  EXPECT_EQ(*ids, (std::vector<std::string>{"Q900001", "Q900003"}));
  EXPECT_FALSE(wikidata::search_results("<html>busy</html>", "x"));
  EXPECT_FALSE(wikidata::search_results(R"({"error":{}})", "x"));
}

TEST(Wikidata, ReadsEntities) {
  auto const found = wikidata::candidates(entities);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->front().id, "wd:Q900001");
  EXPECT_EQ(found->front().type, EntityType::place);
  EXPECT_EQ(found->front().point->longitude, -7.25);
  EXPECT_EQ(found->front().population, 2000U);
}

TEST(Wikidata, ReadsStatementsByRankDateAndUnit) {
  auto const people = wikidata::statements(entities, "Q900001", Property::population);
  ASSERT_TRUE(people);
  ASSERT_EQ(people->size(), 2U); // neither the deprecated nor the unknown one
  EXPECT_EQ(people->at(0).value, Decimal(2000));
  EXPECT_EQ(people->at(0).as_of, "2021-12-31");
  EXPECT_EQ(people->at(0).interval.low.value, Decimal(1990)); // the bounds came swapped
  EXPECT_EQ(people->at(1).as_of, "2010-01-01");
  auto const area = wikidata::statements(entities, "Q900001", Property::area);
  ASSERT_EQ(area->size(), 1U); // the other has a unit that nobody knows
  EXPECT_EQ(area->front().unit, "km2");
  auto const held = wikidata::statements(entities, "Q900001", Property::position_held);
  ASSERT_EQ(held->size(), 1U);
  EXPECT_EQ(held->front().from, day(1982, 9, 10));
  EXPECT_EQ(held->front().to, day(1985, 12, 31));
  EXPECT_TRUE(held->front().approximate_to);
  EXPECT_FALSE(wikidata::statements(entities, "Q5", Property::population));
}

TEST(Wikidata, ReadsItsDates) {
  auto const exact = wikidata::time_span("+2022-03-10T00:00:00Z", 11, false);
  ASSERT_TRUE(exact);
  EXPECT_EQ(exact->first, day(2022, 3, 10));
  auto const year = wikidata::time_span("+1214-00-00T00:00:00Z", 9, false);
  ASSERT_TRUE(year);
  EXPECT_EQ(year->last, day(1214, 12, 31));
  auto const october = wikidata::time_span("+1917-10-25T00:00:00Z", 11, true); // Julian
  ASSERT_TRUE(october);
  EXPECT_EQ(october->first, day(1917, 11, 7));
  EXPECT_EQ(wikidata::time_span("+1752-09-02T00:00:00Z", 11, true)->first, day(1752, 9, 13));
  EXPECT_EQ(static_cast<int>(
                std::chrono::year_month_day(wikidata::time_span("-0044-03-15T00:00:00Z", 11, true)->first).year()),
            -43);
  EXPECT_EQ(wikidata::time_span("+1990-00-00T00:00:00Z", 8, false)->last, day(1999, 12, 31));
  EXPECT_EQ(wikidata::time_span("+1900-00-00T00:00:00Z", 7, false)->first, day(1801, 1, 1));
  for (char const* bad : {"", "+2022", "2022-03-10T00:00:00Z", "+2022-13-10T00:00:00Z", "+2022-02-30T00:00:00Z",
                          "+abcd-01-01T00:00:00Z", "+99999999999-01-01T00:00:00Z"})
    EXPECT_FALSE(wikidata::time_span(bad, 11, false)) << bad;
  EXPECT_FALSE(wikidata::time_span("+2022-03-10T00:00:00Z", 3, false));
}

TEST(WorldBank, ReadsValuesAndErrors) {
  auto const facts = world_bank_values(
      R"([{"page":1,"pages":1},[{"indicator":{"id":"SP.POP.TOTL","value":"Population, total"},"date":"2022","value":84979913},
    {"indicator":{"value":"Population, total"},"date":"2023","value":null}]])",
      "TR", Property::population);
  ASSERT_TRUE(facts);
  ASSERT_EQ(facts->size(), 1U);
  EXPECT_EQ(facts->front().as_of, "2022");
  EXPECT_EQ(facts->front().value, Decimal(84979913));
  EXPECT_FALSE(world_bank_values(R"([{"message":[{"id":"120","key":"Invalid value","value":"x"}]}])", "TR",
                                 Property::population));
  EXPECT_TRUE(world_bank_values(R"([{"page":0,"total":0},null])", "TR", Property::population)->empty());
}

TEST(Wikipedia, ReadsSummaries) {
  auto const page = wikipedia_summary(R"({"type":"standard","wikibase_item":"Q900001","revision":"12345"})");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->item, "Q900001");
  EXPECT_EQ(page->url, "https://en.wikipedia.org/w/index.php?oldid=12345");
  EXPECT_TRUE(wikipedia_summary(R"({"type":"disambiguation","wikibase_item":"Q1"})")->ambiguous);
  EXPECT_FALSE(wikipedia_summary("[]"));
}

/// Answers by what the URL holds.
class Scripted : public Transport {
 public:
  std::vector<HttpResponse> perform(std::vector<HttpRequest> const& requests) override {
    std::vector<HttpResponse> responses;
    for (auto const& request : requests) {
      HttpResponse response;
      response.status = 200;
      if (request.url.find("wbsearchentities") != std::string::npos)
        response.body = search;
      else if (request.url.find("wbgetentities") != std::string::npos)
        response.body = entities;
      else
        response.status = 500;
      responses.push_back(std::move(response));
    }
    return responses;
  }
};

class StillClock : public Clock {
 public:
  double now() const override { return seconds; }
  void sleep(double by) override { seconds += by; }
  double seconds = 0;
};

TEST(LiveSource, ResolvesAndLooksUp) {
  Scripted transport;
  StillClock clock;
  Fetcher fetcher(transport, nullptr, clock, {default_hosts()});
  LiveSource const live(fetcher);
  auto const found = live.resolve({"Testville", {EntityType::place}});
  ASSERT_EQ(found.size(), 1U);
  auto const then = live.lookup("wd:Q900001", Property::population, day(2011, 5, 1));
  ASSERT_EQ(then.size(), 1U);
  EXPECT_EQ(then.front().value, Decimal(1000)); // the count nearest to the article's year
  EXPECT_EQ(then.front().origin, reference::Origin::live);
  EXPECT_EQ(then.front().source->licence, "CC0-1.0");
  EXPECT_TRUE(live.unavailable().empty());
  EXPECT_TRUE(live.lookup("iso:TR", Property::population, day(2022, 1, 1)).empty());
  ASSERT_EQ(live.unavailable().size(), 1U);
  EXPECT_NE(live.unavailable().front().find("api.worldbank.org"), std::string::npos);
}

TEST(Online, AsksForAContactAndForASoundRecording) {
  EXPECT_FALSE(Online::open({}));
  OnlineOptions options;
  options.contact = "nobody";
  EXPECT_FALSE(Online::open(options));
  options.contact = "desk@example.org";
  EXPECT_TRUE(Online::open(options));
  options.contact = "desk@example.org\r\nX: y";
  EXPECT_FALSE(Online::open(options));
  OnlineOptions replay;
  replay.replay_folder = "/nonexistent";
  EXPECT_FALSE(Online::open(replay));
}

} // namespace
} // namespace claimcheck::sources
