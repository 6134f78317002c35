#include "resolve/holiday.hpp"

namespace claimcheck::resolve {
namespace {

Days day(int year, unsigned month, unsigned of_month) {
  return Days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

TEST(Holiday, FollowsItsRule) {
  EXPECT_EQ(holiday("December 25", 2022), day(2022, 12, 25));
  EXPECT_EQ(holiday("fourth Thursday of November", 2022), day(2022, 11, 24));
  EXPECT_EQ(holiday("last Monday of May", 2023), day(2023, 5, 29));
  EXPECT_EQ(holiday("Tuesday after first Monday of November", 2020), day(2020, 11, 3));
  EXPECT_EQ(holiday("Friday after fourth Thursday of November", 2024), day(2024, 11, 29));
  EXPECT_EQ(holiday("Monday before May 25", 2024), day(2024, 5, 20));
  EXPECT_EQ(holiday("easter", 2024), day(2024, 3, 31));
  EXPECT_EQ(holiday("easter - 2", 2022), day(2022, 4, 15));
  EXPECT_EQ(holiday("easter + 1", 2022), day(2022, 4, 18));
  EXPECT_EQ(holiday("orthodox easter", 2022), day(2022, 4, 24));
}

TEST(Holiday, KnowsNoOtherRules) {
  for (char const* rule : {"", "easter -", "easter x 2", "orthodox", "Xmas 25", "February 30", "sixth Monday of May",
                           "first Someday of May", "Monday around May 25", "25 December"})
    EXPECT_FALSE(holiday(rule, 2023)) << rule;
  EXPECT_FALSE(holiday("December 25", 1200));
}

} // namespace
} // namespace claimcheck::resolve
