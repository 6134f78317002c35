#include <set>

#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {
namespace {

using reference::EntityType;
using reference::Property;

Days day(int year, unsigned month, unsigned of_month) {
  return Days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

std::string id_of(std::string_view name, EntityType type) {
  auto const found = builtin_source().resolve({name, {type}});
  return found.size() == 1 ? found.front().id : "";
}

std::string holder(std::string_view office, Days on) {
  auto const found = builtin_source().lookup(id_of(office, EntityType::office), Property::holder, on);
  return found.empty() ? "" : found.back().text;
}

TEST(Builtin, KnowsWhoHeldAnOffice) {
  EXPECT_EQ(holder("Foreign Minister of Ukraine", day(2022, 3, 10)), "Dmytro Kuleba");
  EXPECT_EQ(holder("Foreign Minister of Russia", day(2022, 3, 10)), "Sergey Lavrov");
  EXPECT_EQ(holder("Foreign Minister of Turkey", day(2022, 3, 10)), "Mevlut Cavusoglu");
  EXPECT_EQ(holder("Chancellor of Germany", day(2022, 3, 10)), "Olaf Scholz");
  EXPECT_EQ(holder("President of the United States", day(1963, 11, 21)), "John F. Kennedy");
  EXPECT_EQ(holder("President of the United States", day(1900, 1, 1)), "");
  EXPECT_EQ(holder("Prime Minister of the United Kingdom", day(2022, 9, 30)), "Liz Truss");
}

TEST(Builtin, ClaimsNothingAfterItsData) {
  EXPECT_EQ(holder("President of France", day(2025, 6, 1)), "Emmanuel Macron");
  EXPECT_EQ(holder("President of France", day(2026, 11, 1)), "");
}

TEST(Builtin, FindsPersonsUnderTheirSpellings) {
  EXPECT_EQ(id_of("Volodymyr Zelensky", EntityType::person), id_of("Volodymyr Zelenskyy", EntityType::person));
  EXPECT_EQ(id_of("Mevlüt Çavuşoğlu", EntityType::person), id_of("Mevlut Cavusoglu", EntityType::person));
  auto const held =
      builtin_source().lookup(id_of("Sergei Lavrov", EntityType::person), Property::position_held, day(2022, 3, 10));
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held.front().text, "Foreign Minister of Russia");
}

TEST(Builtin, CoversWhatTheIssueAsksFor) {
  std::set<std::string> state, government, foreign;
  for (auto const& [title, into] :
       {std::pair{"foreign minister", &foreign}, {"president", &state}, {"prime minister", &government}})
    for (auto const& office : builtin_source().resolve({title, {EntityType::office}}, 1000))
      if (!office.country.empty()) into->insert(office.country);
  EXPECT_GE(foreign.size(), 40U);
  std::set<std::string> any = state;
  any.insert(government.begin(), government.end());
  EXPECT_GE(any.size(), 40U);
}

TEST(Builtin, KnowsEventsAndConstants) {
  auto const invasion =
      builtin_source().lookup(id_of("Russian invasion of Ukraine", EntityType::event), Property::date);
  ASSERT_EQ(invasion.size(), 1U);
  EXPECT_EQ(invasion.front().from, day(2022, 2, 24));
  EXPECT_FALSE(invasion.front().checked);
  auto const light = builtin_source().lookup(id_of("speed of light", EntityType::constant), Property::value);
  ASSERT_EQ(light.size(), 1U);
  EXPECT_EQ(light.front().value->to_string(), "299792.458");
  EXPECT_EQ(light.front().source->key, "si");
}

// Two holders of one office at once are a slip of the pen; heads of two terms may share the day of change.
TEST(Builtin, TenuresOfAnOfficeDoNotOverlap) {
  for (auto const* title : {"president", "prime minister", "foreign minister", "chancellor", "king", "premier", "pope"})
    for (auto const& office : builtin_source().resolve({title, {EntityType::office}}, 1000)) {
      auto tenures = builtin_source().lookup(office.id, Property::holder);
      for (std::size_t i = 1; i < tenures.size(); ++i) {
        ASSERT_TRUE(tenures[i - 1].to) << office.name << ": " << tenures[i - 1].text;
        EXPECT_LE(*tenures[i - 1].to, *tenures[i].from) << office.name << ": " << tenures[i].text;
      }
    }
}

TEST(Builtin, EveryFactNamesItsSource) {
  for (auto const* country : {"iso:TR", "iso:US", "iso:CN"})
    for (auto const property :
         {Property::capital, Property::area, Property::population, Property::neighbour, Property::currency})
      for (auto const& fact : builtin_source().lookup(country, property)) EXPECT_NE(fact.source, nullptr) << country;
}

} // namespace
} // namespace claimcheck::sources
