// What the ledger says of every question put to the reference: supported, note, contradicted, unresolved, unverifiable.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "engine/check.hpp"
#include "engine/reference.hpp"
#include "report/ledger.hpp"
#include "sources/http.hpp"

namespace claimcheck {
namespace {

Checked checked(std::string text, std::string date = "2022-03-10",
                reference::Reference const& reference = builtin_reference()) {
  static auto const rules = load_rules().value();
  Input input;
  input.name = "test";
  input.bytes = std::move(text);
  input.date = std::move(date);
  input.reference = &reference;
  return check(std::move(input), *rules);
}

/// What was said of the words; nothing when no source was asked.
SourceVerdict const* said_of(Checked const& result, std::string_view words) {
  for (SourceVerdict const& said : result.sources)
    if (result.article.document.text(said.span) == words) return &said;
  return nullptr;
}

Claim const* claim_of(Checked const& result, std::string_view words) {
  for (Claim const& claim : result.article.claims)
    if (result.article.text(claim) == words) return &claim;
  return nullptr;
}

void expect(std::string text, std::string_view words, std::string_view verdict, std::string_view detail,
            std::string date = "2022-03-10") {
  auto const result = checked(text, std::move(date));
  SourceVerdict const* const said = said_of(result, words);
  ASSERT_NE(said, nullptr) << text;
  EXPECT_EQ(said->citation.verdict, verdict) << text;
  EXPECT_NE(said->citation.detail.find(detail), std::string::npos) << said->citation.detail;
  bool const objects = verdict == "contradicted" || verdict == "note";
  EXPECT_EQ(result.findings.empty(), !objects) << text;
}

TEST(Verdicts, OfDistances) {
  expect("The fair was held in Antalya, about 225 miles southwest of Ankara.", "about 225 miles", "supported",
         "stated -5.6 %");
  expect("The fair was held in Antalya, about 330 miles southwest of Ankara.", "about 330 miles", "note", "383.8 km");
  expect("The fair was held in Antalya, about 425 miles southwest of Ankara.", "about 425 miles", "contradicted",
         "383.8 km");
  expect("The fair was held in Qwertyville, about 225 miles southwest of Ankara.", "about 225 miles", "unresolved",
         "no source knows a place named Qwertyville");
  expect("The fair was held in Antalya, about 225 miles southwest of Qwertyville.", "southwest", "unresolved",
         "no source knows a place named Qwertyville");
  expect("The fair in Llano, about 45 miles northeast of Los Angeles, was held.", "about 45 miles", "unresolved",
         "lie elsewhere");
}

TEST(Verdicts, SetTheStatusOfTheirClaim) {
  auto const status = [](std::string text, std::string_view words) {
    auto const result = checked(std::move(text));
    Claim const* const claim = claim_of(result, words);
    if (claim == nullptr) return std::string("no claim");
    std::string out(name_of(claim->status));
    out += '|';
    return out += claim->reason;
  };
  EXPECT_EQ(status("The fair was held in Antalya, 230 miles southwest of Ankara.", "230 miles"), "consistent|");
  EXPECT_EQ(status("The fair was held in Antalya, 330 miles southwest of Ankara.", "330 miles"), "tension|");
  EXPECT_EQ(status("The fair was held in Antalya, 430 miles southwest of Ankara.", "430 miles"), "contradicted|");
  EXPECT_EQ(status("The fair was held in Qwertyville, 230 miles southwest of Ankara.", "230 miles"),
            "unchecked|unresolved: no source knows a place named Qwertyville");
}

TEST(Verdicts, OfWordsThatAreNoClaim) {
  expect("Officials in Turkey spoke in the capital Ankara.", "Ankara", "supported", "capital of Turkey");
  expect("Officials in Turkey spoke in the capital Istanbul.", "Istanbul", "contradicted", "capital of Turkey");
  expect("German Chancellor Olaf Scholz spoke.", "Olaf Scholz", "supported", "Scholz");
  expect("German Chancellor Olaf Scholz spoke.", "Olaf Scholz", "unresolved", "the article's date", "");
  expect("German Chancellor Olaf Scholz spoke.", "Olaf Scholz", "unverifiable", "on that day", "2031-03-10");
}

TEST(Verdicts, OfExchangeRatesOutsideTheData) {
  std::string const text = "They paid 10 million pounds ($19 million).";
  EXPECT_EQ(checked(text, "2022-03-10").findings.size(), 1U); // 13 million
  expect(text, "$19 million", "unverifiable", "no source has the rate between GBP and USD in 2025-03", "2025-03-10");
  expect(text, "$19 million", "unresolved", "the article's date is not", "");
}

TEST(Verdicts, SayOnceWhatSeveralRulesAsked) { // how far; how far by road
  auto const result = checked("The fair was held in Antalya, about 330 miles southwest of Ankara.");
  EXPECT_EQ(result.sources.size(), 2U); // the distance and the direction
}

TEST(Verdicts, StandInTheLedger) {
  report::FileReport file;
  Checked result =
      checked("Officials in Turkey spoke in the capital Ankara. The fair was held in Qwertyville, about 225 "
              "miles southwest of Ankara.");
  file.sources = std::move(result.sources);
  file.agreements = std::move(result.agreements);
  file.article = std::make_unique<Article>(std::move(result.article));
  auto const rows = report::ledger_of(file);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].words, "Ankara");
  EXPECT_EQ(rows[0].claim, no_id);
  EXPECT_EQ(rows[0].verdict, "supported");
  EXPECT_EQ(rows[0].status, "consistent");
  EXPECT_EQ(rows[1].words, "about 225 miles");
  EXPECT_EQ(rows[1].verdict, "unresolved");
  ASSERT_EQ(rows[1].evidence.size(), 1U);
  EXPECT_EQ(rows[1].evidence[0], "unresolved: GeoNames (2023-03-05): no source knows a place named Qwertyville");
}

/// A recording in which the hosts answer as told, however often they are asked.
class Recorded : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "verdicts-" + std::to_string(::getpid());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void record(std::string const& url, int status, std::string const& body) {
    std::ofstream(folder_ + '/' + sources::host_of(url) + ".jsonl", std::ios::app)
        << R"({"v":1,"request":")" << sources::canonical_url(url) << R"(","status":)" << status
        << R"(,"headers":{},"body":")" << body << "\"}\n";
  }
  std::shared_ptr<reference::Reference const> replay() {
    ReferenceChoice choice;
    choice.replay = folder_;
    return open_reference(choice).value();
  }
  static std::string population_url() {
    return "https://api.worldbank.org/v2/country/TR/indicator/SP.POP.TOTL?format=json&per_page=500&date=2019%3A2022";
  }

 private:
  std::string folder_;
};

TEST_F(Recorded, AHostThatCannotBeAskedContradictsNothing) {
  std::string const text = "Turkey, a country of 12 million, spoke.";
  EXPECT_EQ(checked(text).findings.size(), 1U); // by the pack alone
  record(population_url(), 503, "busy");
  auto const reference = replay();
  auto const result = checked(text, "2022-03-10", *reference);
  EXPECT_TRUE(result.findings.empty());
  SourceVerdict const* const said = said_of(result, "12 million");
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->citation.verdict, "unverifiable");
  EXPECT_NE(said->citation.detail.find("api.worldbank.org"), std::string::npos) << said->citation.detail;
  EXPECT_EQ(claim_of(result, "12 million")->status, Status::unchecked);
  EXPECT_NE(claim_of(result, "12 million")->reason.find("unverifiable: "), std::string::npos);
  EXPECT_FALSE(reference->unavailable().empty());
}

TEST_F(Recorded, WhatThePackBearsOutStaysSupported) {
  record(population_url(), 503, "busy");
  auto const reference = replay();
  auto const result = checked("Turkey, a country of 84 million, spoke.", "2022-03-10", *reference);
  ASSERT_NE(said_of(result, "84 million"), nullptr);
  EXPECT_EQ(said_of(result, "84 million")->citation.verdict, "supported");
}

TEST_F(Recorded, APlaceThatOnlyADumbHostMightKnow) {
  record(
      "https://www.wikidata.org/w/api.php?action=wbsearchentities&search=Qwertyville&language=en&uselang=en&type=item"
      "&limit=10&continue=0&format=json&formatversion=2&maxlag=5",
      503, "busy");
  auto const reference = replay();
  auto const result =
      checked("The fair was held in Qwertyville, 225 miles southwest of Ankara.", "2022-03-10", *reference);
  EXPECT_TRUE(result.findings.empty());
  ASSERT_NE(said_of(result, "225 miles"), nullptr);
  EXPECT_EQ(said_of(result, "225 miles")->citation.verdict, "unverifiable");
  EXPECT_TRUE(reference->unrecorded().empty()); // no other word of the text was sent to a host
}

} // namespace
} // namespace claimcheck
