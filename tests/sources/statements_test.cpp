// Statements about places and offices through the whole program: what is borne out, what is not, and what must stay
// silent.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/check.hpp"
#include "engine/reference.hpp"

namespace claimcheck {
namespace {

rules::RuleSet const& all_rules() {
  static auto const rules = load_rules().value();
  return *rules;
}

Checked checked(std::string text, std::string date = "2022-03-10") {
  Input input;
  input.name = "test";
  input.bytes = std::move(text);
  input.date = std::move(date);
  input.reference = &builtin_reference();
  return check(std::move(input), all_rules());
}

std::vector<std::string> rules_of(Checked const& result, Level level) {
  std::vector<std::string> out;
  for (Finding const& finding : result.findings)
    if (finding.level == level) out.push_back(finding.rule);
  return out;
}

bool agreed(Checked const& result, std::string_view rule) {
  return std::any_of(result.agreements.begin(), result.agreements.end(),
                     [&](Agreement const& agreement) { return agreement.rule == rule; });
}

struct Pair {
  char const* place;
  int kilometers; ///< along the geodesic
  char const* direction;
  char const* from;
};
constexpr std::array<Pair, 12> pairs{{
    {"Antalya", 384, "southwest", "Ankara"},
    {"Kharkiv", 411, "east", "Kyiv"},
    {"Lyon", 393, "southeast", "Paris"},
    {"Naples", 189, "southeast", "Rome"},
    {"Osaka", 397, "southwest", "Tokyo"},
    {"Mombasa", 441, "southeast", "Nairobi"},
    {"Rosario", 279, "northwest", "Buenos Aires"},
    {"Geelong", 65, "southwest", "Melbourne"},
    {"Cordoba, Spain,", 297, "southwest", "Madrid"},
    {"Chiang Mai", 586, "north", "Bangkok"},
    {"Lahore", 271, "southeast", "Islamabad"},
    {"Aberdeen, Scotland,", 151, "northeast", "Edinburgh"},
}};

std::string opposite(std::string_view direction) {
  for (auto const& [a, b] :
       {std::pair{"north", "south"}, {"east", "west"}, {"northeast", "southwest"}, {"northwest", "southeast"}}) {
    if (direction == a) return b;
    if (direction == b) return a;
  }
  return {};
}

std::string sentence(Pair const& pair, double kilometers, std::string_view direction) {
  double const step = kilometers > 100 ? 10 : 5;
  std::string const place = pair.place;
  return "The fair was held in " + place + (place.ends_with(',') ? "" : ",") + " about " +
         std::to_string(static_cast<int>(std::round(kilometers / step) * step)) + " kilometers " +
         std::string(direction) + " of " + pair.from + ".";
}

TEST(Statements, AreSupportedWhereTheMapBearsThemOut) {
  for (Pair const& pair : pairs) {
    auto const result = checked(sentence(pair, pair.kilometers, pair.direction));
    EXPECT_TRUE(rules_of(result, Level::error).empty()) << pair.place;
    EXPECT_TRUE(agreed(result, "distance-mismatch")) << pair.place;
    EXPECT_TRUE(agreed(result, "bearing-mismatch")) << pair.place;
  }
}

TEST(Statements, AreContradictedWhereItDoesNot) {
  for (Pair const& pair : pairs) {
    for (double const factor : {0.5, 2.0, 10.0}) {
      if (pair.kilometers < 100 && factor < 1) continue; // the towns themselves are that large
      auto const wrong = rules_of(checked(sentence(pair, pair.kilometers * factor, pair.direction)), Level::error);
      EXPECT_EQ(std::count(wrong.begin(), wrong.end(), "distance-mismatch"), 1) << pair.place << " x " << factor;
    }
    auto const turned = rules_of(checked(sentence(pair, pair.kilometers, opposite(pair.direction))), Level::error);
    EXPECT_EQ(std::count(turned.begin(), turned.end(), "bearing-mismatch"), 1) << pair.place;
  }
}

TEST(Statements, CiteTheirEvidence) {
  auto const result = checked("The summit was held in Antalya, about 125 miles southwest of the capital Ankara.");
  ASSERT_EQ(result.findings.size(), 1U);
  ASSERT_EQ(result.findings.front().sources.size(), 1U);
  SourceCitation const& cited = result.findings.front().sources.front();
  EXPECT_EQ(cited.source, "GeoNames");
  EXPECT_EQ(cited.licence, "CC-BY-4.0");
  EXPECT_EQ(cited.verdict, "contradicted");
  EXPECT_NE(cited.detail.find("383.8 km = 238.5 mi"), std::string::npos) << cited.detail;
  EXPECT_NE(cited.detail.find("210.1 degrees"), std::string::npos) << cited.detail;
}

TEST(Statements, AreLeftAloneWhereNothingIsCertain) {
  for (char const* text : {
           "The fair was held in Qwertyville, about 300 miles west of Ankara.",      // unknown
           "Jones, who lives 900 miles north of Austin, came too.",                  // a person
           "Houston said the herd was seen 900 miles west of Dallas.",               // said of something else
           "He drove from Paris to a farm 900 miles north of Rome.",                 // the farm, not Paris
           "The village of Upper Qwerty near Lyon, 900 km north of Paris, was hit.", // the village
           "The plant near Ankara Airport, 900 miles north of Antalya, was hit.",    // an airport
           "It is a 900-mile drive from Ankara to Antalya.",                         // a way
           "The quake struck 900 miles north of here.",                              // no place
           "They met in Antalya, 900 miles by road from Ankara.",                    // by road
       }) {
    auto const result = checked(text);
    EXPECT_TRUE(result.findings.empty()) << text << "\n"
                                         << (result.findings.empty() ? "" : result.findings.front().message);
  }
}

TEST(Statements, AreReadInContext) {
  EXPECT_TRUE(agreed(checked("Fire crews from Ada, Okla., about 70 miles southeast of Oklahoma City, came first."),
                     "distance-mismatch"));
  EXPECT_TRUE(
      agreed(checked("The fair was held in Paris, Texas, about 95 miles northeast of Dallas."), "distance-mismatch"));
  EXPECT_TRUE(agreed(checked("Officials in Iraq said the rally in Ramadi, 65 miles west of the capital, was peaceful."),
                     "distance-mismatch"));
  EXPECT_TRUE(agreed(checked("The rally in Kandahar, 285 miles southwest of the Afghan capital, was peaceful."),
                     "distance-mismatch"));
}

TEST(Statements, BeginWithADatelineOrAPreposition) {
  auto const dateline =
      checked("ANTALYA, Turkey, March 10 -- Workers in Antalya, a resort in northern Turkey, searched.");
  EXPECT_EQ(rules_of(dateline, Level::warning), std::vector<std::string>{"region-direction-conflict"});
  EXPECT_TRUE(agreed(checked("In Adana, 240 miles southeast of Ankara, schools stayed closed."), "distance-mismatch"));
}

TEST(Statements, AreNotJudgedWithoutTheReference) {
  Input input;
  input.bytes = "The summit was held in Antalya, about 125 miles southwest of the capital Istanbul.";
  EXPECT_TRUE(check(std::move(input), all_rules()).findings.empty());
}

TEST(Statements, OfOfficesAreJudgedOnTheDayOfTheArticle) {
  std::string const text = "British Prime Minister Boris Johnson spoke to reporters.";
  auto const then = checked(text, "2022-03-10");
  EXPECT_TRUE(agreed(then, "office-holder-conflict") || agreed(then, "office-holder-unconfirmed"));
  EXPECT_TRUE(checked(text, "2012-03-10").findings.empty()); // he held it at another time: the text may speak of that
  EXPECT_TRUE(checked(text, "").findings.empty());           // no date, no judgement
  EXPECT_TRUE(checked(text, "2026-03-10").findings.empty()); // later than the data
  EXPECT_TRUE(checked("Turkish President Tayyip Erdo\u011fan\u2019s aides spoke.", "2022-03-10").findings.empty());
  auto const wrong = checked("British Prime Minister Emmanuel Macron spoke to reporters.", "2022-03-10");
  ASSERT_EQ(wrong.findings.size(), 1U);
  EXPECT_NE(wrong.findings.front().message.find("Boris Johnson"), std::string::npos);
}

TEST(Statements, DoNotDependOnTheirNumber) { // linear in the text: no name is looked for in the whole of it
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "The fair was held in Antalya, about 225 miles southwest of the capital Ankara. ";
  auto const result = checked(std::move(text));
  EXPECT_TRUE(result.findings.empty());
}

} // namespace
} // namespace claimcheck
