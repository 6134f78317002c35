// Sentences: a table of texts with '|' where a sentence ends.
#include <string>
#include <vector>

#include "text/document.hpp"

namespace claimcheck::text {
namespace {

std::vector<std::string> sentences_of(std::string const& text, std::vector<Span> const& unbreakable = {}) {
  Document document = read_plain(text);
  segment(document, unbreakable);
  std::vector<std::string> found;
  for (Span const s : document.sentences) found.emplace_back(document.text(s));
  return found;
}

/// Takes the bars out and expects them back.
void expect_split(std::string const& marked) {
  std::string text;
  std::vector<std::string> expected(1);
  for (char const c : marked) {
    if (c == '|') {
      expected.emplace_back();
      continue;
    }
    text.push_back(c);
    if (c != ' ' || !expected.back().empty()) expected.back().push_back(c);
  }
  EXPECT_EQ(sentences_of(text), expected) << marked;
}

TEST(Segment, AbbreviationsEndNoSentence) {
  for (auto const* text : {
           "The deal was signed on Oct. 4 in the capital.| It took effect at once.",
           "Gen. James Hale spoke first.| Then Lt. Col. Ann Reed did.",
           "The vote is set for 5 p.m. Tuesday in St. Mary's Hall.| Nobody objected.",
           "The U.S. Army sent two units.| They arrived late.",
           "He was No. 1 in the ranking.| She was no. 2.",
           "The author J. K. Doe lives here.| Her friend J.R.R. Smith does not.",
           "Some fruit, e.g. Apples, was sold.| Prices, i.e. Fees, rose.",
           "Acme Inc. said it lost $3.5 million.| Shares of Beta Corp. Europe fell.",
           "It closed at 9 a.m. EST on Monday.| It reopened later.",
           "Sen. Bob Low (R-Calif.) Chairs the panel.",
           "Mr. Fox met Mrs. Fox and Dr. Fox.| All left.",
           "Read art. 5 and sec. 12 of vol. 3 first.",
           "They live in Boise, Idaho, and in Ft. Wayne, Ind. Nobody else does.",
       }) {
    expect_split(text);
  }
}

TEST(Segment, AbbreviationsThatDoEndOne) {
  for (auto const* text : {
           "They moved to the U.S.| The move cost a lot.",
           "It was signed in Oct.| The rest followed.",
           "It ended at 5 p.m.| Smith went home.",
           "He was employed by Acme Inc.| In May he left.",
           "They fell ill.| Smith stayed home.",
           "He said no.| Then he came in.| Jones followed.",
           "Eat vitamin C.| It helps.",
           "It grew to $16bn.| Norport followed.",
           "It is made by A&B.| Norport makes none.",
           "The S.&P. 500 rose.",
           "\"Who is it?\"| He said no more.",
       }) {
    expect_split(text);
  }
}

TEST(Segment, QuotationsStayWithTheirSpeaker) {
  for (auto const* text : {
           "\"Who would do this and tell nobody?\" Mayor Ann Reed said on Monday.| Nobody answered.",
           "\"Stop!\" he cried.| \"I will not!\" she said.",
           "\"We lost.\"| \"We won.\"",
           "\xE2\x80\x9CWe lost 35 men.\xE2\x80\x9D| Smith left the room.",
           "``We lost,'' he said.| ``They won.''| Smith left.",
           "Was it you?| Yes.| It was!| Good.",
           "\"Is it over?\"| The crowd went home.",
       }) {
    expect_split(text);
  }
}

TEST(Segment, FiguresAndEllipses) {
  for (auto const* text : {
           "It rose 3.5 percent.| It fell .5 points.",
           "We will ... defend our land.| We ... Will not yield.",
           "He thought...| Then he left.",
           "He thought\xE2\x80\xA6| Then he left.",
           "See example.com or mail.me.Now for more.",
           "It cost $5.| $6 was too much.",
           "It ended in 2019.| 35 people left.",
           "Wait....| The end?!| Yes.",
       }) {
    expect_split(text);
  }
}

TEST(Segment, NeverInsideAClaim) {
  std::string const text = "It happened on Smarch. 4 Monday. The rest is known.";
  EXPECT_EQ(sentences_of(text).size(), 3u);
  EXPECT_EQ(sentences_of(text, {{15, 24}}),
            (std::vector<std::string>{"It happened on Smarch. 4 Monday.", "The rest is known."}));
  EXPECT_EQ(sentences_of(text, {{15, 22}}).size(), 3u) << "a claim that ends with the stop does not hold it";
  EXPECT_EQ(sentences_of(text, {{0, 50}, {15, 22}}).size(), 1u) << "the longer of overlapping claims holds";
}

TEST(Segment, NoSentenceCrossesARegion) {
  Document document = read_plain("A headline without an end\n\nNAIROBI, Kenya (AP) -- One thing happened. Another did "
                                 "not. Advertisement\n\n- First item. Second part\n- Other item");
  segment(document, {});
  ASSERT_FALSE(document.sentences.empty());
  for (Span const s : document.sentences) {
    auto const region = document.region_at(s.begin);
    ASSERT_NE(region, 0xffffffffu);
    EXPECT_TRUE(document.regions[region].span.contains(s)) << document.text(s);
    EXPECT_EQ(document.sentence_at(s.begin), document.sentence_at(s.end - 1));
  }
  EXPECT_EQ(document.sentence_at(static_cast<std::uint32_t>(document.plain.find('\n'))), 0xffffffffu);
}

} // namespace
} // namespace claimcheck::text
