// Seeded errors are reproducible, change only what they say, and are found again.
#include <gtest/gtest.h>

#include "engine/check.hpp"
#include "rules/mutate.hpp"

namespace claimcheck {
namespace {

Input input(std::string text) {
  Input out;
  out.name = "article";
  out.bytes = std::move(text);
  return out;
}

TEST(Mutate, ChangesOneFigureOfEachBoundPairAndTheRulesFindIt) {
  auto const rules = rules::RuleSet::builtin();
  ASSERT_TRUE(rules);
  std::string const text =
      "The town lies 225 miles (362 km) from the coast. Membership rose from 121 to 152, an increase of 31.\n";
  Checked const clean = check(input(text), *rules);
  EXPECT_TRUE(clean.findings.empty());
  auto const changes = rules::mutations(clean.article, clean.agreements, 7);
  ASSERT_GE(changes.size(), 3U);
  for (auto const& change : changes) {
    std::string const wrong = rules::mutated(clean.article, change);
    EXPECT_EQ(wrong.size(), text.size() - change.from.size() + change.to.size());
    EXPECT_NE(wrong, text);
    EXPECT_TRUE(rules::caught(change, check(input(wrong), *rules).findings))
        << change.from << " -> " << change.to << " in: " << wrong;
  }
}

TEST(Mutate, IsTheSameForTheSameSeed) {
  auto const rules = rules::RuleSet::builtin();
  ASSERT_TRUE(rules);
  Checked const clean =
      check(input("He ran 26.2 miles (42 km), and 15 of the 60 runners (25 percent) gave up.\n"), *rules);
  auto const once = rules::mutations(clean.article, clean.agreements, 3),
             again = rules::mutations(clean.article, clean.agreements, 3);
  ASSERT_EQ(once.size(), again.size());
  ASSERT_FALSE(once.empty());
  bool other_differs = false;
  auto const other = rules::mutations(clean.article, clean.agreements, 4);
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].to, again[i].to);
    other_differs = other_differs || other[i].to != once[i].to;
  }
  EXPECT_TRUE(other_differs);
}

} // namespace
} // namespace claimcheck
