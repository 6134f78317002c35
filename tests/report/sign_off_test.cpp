#include <gtest/gtest.h>

#include "report/sample.hpp"
#include "report/sign_off_parser.hpp"
#include "report/suppression.hpp"

namespace claimcheck::report {
namespace {

TEST(SignOffParser, ReadsEveryPart) {
  auto const parsed = parse_sign_off(
      " ignore unit-conversion, calendar \"225 miles\" “five” -- as printed -- in the source until=2026-12-31 ");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(parsed->action, SignOffAction::ignore);
  EXPECT_EQ(parsed->rules, (std::vector<std::string>{"unit-conversion", "calendar"}));
  EXPECT_EQ(parsed->words, (std::vector<std::string>{"225 miles", "five"}));
  EXPECT_EQ(parsed->reason, "as printed -- in the source");
  EXPECT_EQ(parsed->until, Days(std::chrono::year(2026) / 12 / 31));
}

TEST(SignOffParser, TakesUntilInFrontOfTheReasonToo) {
  auto const parsed = parse_sign_off("disable all until=2024-02-29");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(parsed->until, Days(std::chrono::year(2024) / 2 / 29));
  EXPECT_TRUE(parsed->reason.empty());
}

TEST(SignOffParser, DashesInsideQuotedWordsBeginNoReason) {
  auto const parsed = parse_sign_off("ignore x \"10 -- 15\"");
  ASSERT_TRUE(parsed) << parsed.error();
  EXPECT_EQ(parsed->words, std::vector<std::string>{"10 -- 15"});
}

TEST(SignOffParser, SaysWhatIsWrong) {
  auto const error = [](std::string_view text) {
    auto const parsed = parse_sign_off(text);
    return parsed ? std::string("accepted") : parsed.error();
  };
  EXPECT_NE(error("ingore x").find("did you mean `ignore`?"), std::string::npos);
  EXPECT_NE(error("").find("is no action"), std::string::npos);
  EXPECT_NE(error("ignore").find("name the rules"), std::string::npos);
  EXPECT_NE(error("ignore -- reason").find("name the rules"), std::string::npos);
  EXPECT_NE(error("ignore x \"open").find("not closed"), std::string::npos);
  EXPECT_NE(error("ignore x until=2023-02-29").find("is no date"), std::string::npos);
}

/// What is left and what is held back of one finding on each line that holds "262 km".
struct Outcome {
  std::vector<std::string> kept; ///< "rule:line"
  std::size_t suppressed = 0;
};

Outcome applied(std::string source, SignOffPolicy policy = {}, text::Format format = text::Format::markdown) {
  auto const article = article_of(std::move(source), format);
  FileReport file;
  file.path = "a.md";
  Locator locator(article->document);
  std::string const& plain = article->document.plain;
  for (std::size_t at = plain.find("262 km"); at != std::string::npos; at = plain.find("262 km", at + 1)) {
    Finding finding;
    finding.rule = "unit-conversion";
    finding.topic = "conversion";
    finding.level = Level::error;
    finding.primary.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 6)};
    file.findings.push_back(reported(*article, locator, finding));
  }
  policy.known.insert({"unit-conversion", "conversion", "percent-change"});
  policy.active.insert({"unit-conversion", "conversion"});
  apply_sign_offs(read_comments(article->document, file.path), policy, file);
  Outcome out;
  for (Reported const& found : file.findings)
    out.kept.push_back(found.finding.rule + ':' + std::to_string(found.primary.place.start.line));
  out.suppressed = file.suppressed.size();
  return out;
}

using Kept = std::vector<std::string>;

TEST(SignOff, AloneOnItsLineItCountsForTheNextBlockOnly) {
  Outcome const out =
      applied("<!-- claimcheck: ignore unit-conversion -->\nIt is 262 km\nor 262 km.\n\nIt is 262 km.\n");
  EXPECT_EQ(out.suppressed, 2U);
  EXPECT_EQ(out.kept, Kept{"unit-conversion:5"});
}

TEST(SignOff, InsideALineItCountsForThatLine) {
  Outcome const out = applied("It is 262 km. <!-- claimcheck: ignore conversion -- the topic -->\nIt is 262 km.\n");
  EXPECT_EQ(out.suppressed, 1U);
  EXPECT_EQ(out.kept, Kept{"unit-conversion:2"});
}

TEST(SignOff, NextLineRangeAndFile) {
  EXPECT_EQ(applied("<!-- claimcheck: ignore-next-line all -->\nIt is 262 km\nor 262 km.\n").kept,
            Kept{"unit-conversion:3"});
  Outcome const range = applied(
      "It is 262 km.\n\n<!-- claimcheck: disable all -->\n\n262 km.\n\n<!-- claimcheck: enable all -->\n\n262 km.\n");
  EXPECT_EQ(range.kept, (Kept{"unit-conversion:1", "unit-conversion:9"}));
  EXPECT_EQ(applied("262 km\n\n<!-- claimcheck: ignore-file unit-conversion -->\n\n262 km\n").suppressed, 2U);
}

TEST(SignOff, WordsMustBeExactlyThose) {
  EXPECT_EQ(applied("<!-- claimcheck: ignore all \"262 km\" -->\n262 km\n").suppressed, 1U);
  Outcome const out = applied("<!-- claimcheck: ignore all \"263 km\" -->\n262 km\n");
  EXPECT_EQ(out.kept, (Kept{"sign-off-unused:1", "unit-conversion:2"}));
}

TEST(SignOff, FaultsAreFindings) {
  EXPECT_EQ(applied("<!-- claimcheck: ignroe all -->\n262 km\n").kept,
            (Kept{"sign-off-malformed:1", "unit-conversion:2"}));
  EXPECT_EQ(applied("<!-- claimcheck: ignore unit-convertion -->\n262 km\n").kept,
            (Kept{"sign-off-unknown-rule:1", "unit-conversion:2"}));
  EXPECT_EQ(applied("<!-- claimcheck: disable all -->\n\n262 km\n").kept, Kept{"sign-off-unclosed:1"});
  EXPECT_EQ(applied("<!-- claimcheck: enable all -->\n\nNothing.\n").kept, Kept{"sign-off-malformed:1"});
  SignOffPolicy strict;
  strict.require_reason = true;
  EXPECT_EQ(applied("<!-- claimcheck: ignore all -->\n262 km\n", strict).kept,
            (Kept{"sign-off-without-reason:1", "unit-conversion:2"}));
}

TEST(SignOff, ExpiresBehindItsDayAndNeverWithoutADate) {
  std::string const text = "<!-- claimcheck: ignore all until=2022-03-10 -->\n262 km\n";
  SignOffPolicy policy;
  EXPECT_EQ(applied(text, policy).suppressed, 1U);
  policy.date = Days(std::chrono::year(2022) / 3 / 10);
  EXPECT_EQ(applied(text, policy).suppressed, 1U);
  policy.date = Days(std::chrono::year(2022) / 3 / 11);
  EXPECT_EQ(applied(text, policy).kept, (Kept{"sign-off-expired:1", "unit-conversion:2"}));
}

TEST(SignOff, RulesThatDidNotRunAreNotUnused) {
  EXPECT_TRUE(applied("<!-- claimcheck: ignore percent-change -->\nNothing here.\n").kept.empty());
}

TEST(SignOff, ShownAsCodeItIsText) {
  Outcome const out = applied("```\n<!-- claimcheck: ignore-file all -->\n```\n\nIt is 262 km.\n\n`<!-- claimcheck: "
                              "ignore-file all -- x -->`\n");
  EXPECT_EQ(out.kept, Kept{"unit-conversion:5"});
  EXPECT_TRUE(applied("<!-- claimcheck: ignore-file all -->\n", {}, text::Format::plain).kept.empty());
}

TEST(SignOff, LevelsCanBeSet) {
  SignOffPolicy policy;
  policy.levels["sign-off"] = Level::off;
  EXPECT_TRUE(applied("<!-- claimcheck: ignore all -->\nNothing here.\n", policy).kept.empty());
}

TEST(Sidecar, ReadsEntriesAndNamesFaults) {
  SignOffs entries;
  auto const good =
      yaml::parse("accept:\n  - {rule: unit-conversion, text: 262 km, reason: as printed, until: 2026-12-31}\n",
                  "a.txt.claimcheck.yaml");
  ASSERT_TRUE(good);
  EXPECT_TRUE(read_sidecar(*good, entries).empty());
  ASSERT_EQ(entries.entries.size(), 1U);
  EXPECT_EQ(entries.entries[0].by, "a.txt.claimcheck.yaml:2");
  auto const bad = yaml::parse("acept: []\n", "x");
  EXPECT_FALSE(read_sidecar(*bad, entries).empty());
  auto const worse = yaml::parse("accept:\n  - {rule: x, txt: y}\n  - {text: z, until: soon}\n", "x");
  EXPECT_EQ(read_sidecar(*worse, entries).size(), 3U);
}

} // namespace
} // namespace claimcheck::report
