// Ways between places, persons' lives and what a desk has put down, through the whole program.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/check.hpp"
#include "engine/reference.hpp"

namespace claimcheck {
namespace {

Checked checked(std::string text, std::string const& facts = "", std::string date = "2022-03-10") {
  static auto const rules = load_rules().value();
  Input input;
  input.name = "test";
  input.bytes = std::move(text);
  input.date = std::move(date);
  input.reference = facts.empty() ? &builtin_reference() : &example_reference(facts);
  return check(std::move(input), *rules);
}

/// "rule level" of every finding.
std::vector<std::string> findings_of(Checked const& result) {
  std::vector<std::string> out;
  for (Finding const& finding : result.findings)
    out.push_back(finding.rule + ' ' + std::string(name_of(finding.level)));
  return out;
}
using Found = std::vector<std::string>;

std::string desk(std::string const& rest) { return "source: {key: desk, title: The desk}\n" + rest; }

TEST(Ways, AreReadInAllTheirForms) {
  for (char const* text : {
           "It is a one-hour drive from Ankara to Antalya.",
           "They drove from Ankara to Antalya in 45 minutes.",
           "The drive from Ankara to Antalya takes only 50 minutes.",
           "Antalya is a one-hour drive from Ankara.",
           "Antalya, an hour by car from Ankara, is hot.",
           "The drive between Ankara and Antalya is about 50 minutes.",
           "It is a 20-minute scenic train ride from Paris, France, to Lyon.",
       })
    EXPECT_EQ(findings_of(checked(text)), Found{"travel-time-plausibility warning"}) << text;
}

TEST(Ways, ThatArePossibleAreSupported) {
  for (char const* text : {
           "It is a seven-hour drive from Ankara to Antalya.", "Antalya is an hour by plane from Ankara.",
           "It is a two-day walk from Ankara to Antalya by way of nothing.", // slow enough
           "The trip from Ankara to Antalya takes an hour.",                 // by what, nobody says
       }) {
    auto const result = checked(text);
    EXPECT_TRUE(result.findings.empty()) << text;
  }
}

TEST(Ways, AreLeftAloneWhereNothingIsCertain) {
  for (char const* text : {
           "It is a one-hour drive from Qwertyville to Antalya.", // unknown
           "It is a one-hour drive from Ankara.",                 // to where?
           "It is a one-hour drive from Ankara to the lake.",
           "The one-hour show travels from Ankara to Antalya.",
           "\"It is a one-hour flight from Ankara to Antalya,\" he said.",
       })
    EXPECT_TRUE(checked(text).findings.empty()) << text;
  auto const unknown = checked("It is a one-hour drive from Qwertyville to Antalya.");
  ASSERT_EQ(unknown.sources.size(), 1U);
  EXPECT_EQ(unknown.sources.front().citation.verdict, "unresolved");
}

TEST(Ways, FollowTheDesksOwnRoads) {
  std::string const own = desk("distances: [{from: Ankara, to: Antalya, km: 542}]");
  EXPECT_EQ(findings_of(checked("The 250-mile drive from Ankara to Antalya is long.")), Found{});
  EXPECT_EQ(findings_of(checked("The 250-mile drive from Ankara to Antalya is long.", own)),
            Found{"road-distance-mismatch warning"});
  EXPECT_EQ(findings_of(checked("The 335-mile drive from Antalya to Ankara is long.", own)), Found{}); // the other way
  // A straight line that is longer than the road.
  EXPECT_EQ(findings_of(checked("The fair was held in Antalya, 650 km southwest of Ankara.", own)),
            Found{"distance-mismatch error"});
  std::string const doubtful = desk("distances: [{from: Ankara, to: Antalya, km: 542, checked: false}]");
  EXPECT_EQ(findings_of(checked("The 250-mile drive from Ankara to Antalya is long.", doubtful)), Found{});
  std::string const rail = desk("distances: [{from: Ankara, to: Antalya, km: 900, mode: rail}]");
  EXPECT_EQ(findings_of(checked("The 250-mile drive from Ankara to Antalya is long.", rail)), Found{});
}

TEST(Lives, AreThoseThatTheFactsHold) {
  std::string const own = desk("people:\n- {person: Ada Deniz, born: 1970-05-01, died: 2020-03}\n");
  EXPECT_EQ(findings_of(checked("Ada Deniz, born May 2, 1970, wrote hymns.", own)), Found{"life-dates error"});
  EXPECT_EQ(findings_of(checked("Ada Deniz was born in 1970.", own)), Found{});
  EXPECT_EQ(findings_of(checked("Ada Deniz died in 2021.", own)), Found{"life-dates error"});
  EXPECT_EQ(findings_of(checked("Eda Deniz died in 2021.", own)), Found{}); // somebody else
  EXPECT_EQ(findings_of(checked("Ada Deniz, 49, spoke.", own, "2020-01-10")), Found{});
  EXPECT_EQ(findings_of(checked("Ada Deniz, 47, spoke.", own, "2020-01-10")), Found{"known-age warning"});
  EXPECT_EQ(findings_of(checked("Ada Deniz, 47, spoke.", own, "")), Found{}); // on which day?
  std::string const doubtful = desk("people:\n- {person: Ada Deniz, born: 1970-05-01, checked: false}\n");
  EXPECT_EQ(findings_of(checked("Ada Deniz, born May 2, 1970, wrote hymns.", doubtful)), Found{});
}

TEST(Desk, SpellsItsNames) {
  std::string const own = desk("facts: [{subject: Zelenskyy, prop: spelling, text: Zelensky}]");
  EXPECT_EQ(findings_of(checked("Mr. Zelenskyy spoke. Mr. Zelensky spoke.", own)).front(), "desk-spelling note");
  EXPECT_EQ(findings_of(checked("Mr. Zelensky spoke.", own)), Found{});
}

TEST(Desk, CountsRounds) {
  std::string const own =
      desk("facts: [{subject: rounds of talks, prop: count, value: 3, from: 2022-03-08, to: 2022-03-13}]");
  EXPECT_EQ(findings_of(checked("As in two prior rounds of talks, nothing came of it.", own)), Found{});
  EXPECT_EQ(findings_of(checked("As in three prior rounds of talks, nothing came of it.", own)), Found{});
  EXPECT_EQ(findings_of(checked("As in five prior rounds of talks, nothing came of it.", own)),
            Found{"known-count note"});
  EXPECT_EQ(findings_of(checked("As in five prior rounds of talks, nothing came of it.", own, "2022-04-10")), Found{});
  EXPECT_EQ(findings_of(checked("As in five prior rounds of golf, nothing came of it.", own)), Found{});
}

TEST(Desk, SpeaksOfPlacesByName) { // the largest of the name
  std::string const own = desk("facts: [{subject: Antalya, prop: population, value: 2.7 million, as_of: 2024}]");
  auto const result = checked("Antalya has a population of 2.7 million.", own);
  ASSERT_EQ(result.sources.size(), 1U);
  EXPECT_EQ(result.sources.front().citation.source, "The desk");
  EXPECT_EQ(result.sources.front().citation.verdict, "supported");
}

} // namespace
} // namespace claimcheck
