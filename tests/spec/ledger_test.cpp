// The whole ledger of one article: every figure, date and direction in it with its value, and nothing else.
#include <gtest/gtest.h>

#include <string>

#include "engine/engine.hpp"
#include "resolve/timex.hpp"

namespace claimcheck {
namespace {

constexpr char const* article_text =
    "A crew clears the road near the dam at Varnholt on Monday. Photo by River Board/ AP | License Photo\n"
    "\n"
    "Nov. 14 (AP) -- The flood in the Orle valley began its second week on Tuesday as engineers from both countries "
    "met for "
    "talks that showed how far apart the two sides are. The river broke its banks on Nov. 1. As in three earlier "
    "rounds of "
    "talks, there was no agreement.\n"
    "\n"
    "The talks were held in Tessin, a town about 140 miles northeast of the capital. Minister Jonas Feld also took "
    "part in "
    "Tuesday's meeting.\n"
    "\n"
    "While both sides agreed to go on, Feld told reporters that one of the dams remains at risk.\n"
    "\n"
    "Officials said on Tuesday that at least four people were killed and several were hurt. They opened more than two "
    "dozen "
    "shelters in several towns.\n"
    "\n"
    "\"We will meet again soon,\" Feld said in an interview late Monday.\n"
    "\n"
    "The water board said about 12,000 people left their homes on Monday after several failed attempts.\n";

std::string ledger() {
  Input input;
  input.bytes = article_text;
  Article const article = read_article(std::move(input));
  std::string out;
  for (Claim const& claim : article.claims) {
    out += std::string(article.text(claim)) + " = ";
    if (claim.time && is_temporal(claim.kind))
      out += claim.time->value;
    else if (claim.kind == Kind::direction)
      out += std::to_string(static_cast<int>(claim.bearing));
    else if (claim.figure.exact_known)
      out += claim.figure.value.normalized().to_string();
    else
      out += claim.figure.interval.low.value.to_string() + ".." + claim.figure.interval.high.value.to_string();
    if (!claim.subject.head.empty()) out += ' ' + std::string(article.document.text(claim.subject.head));
    out += '\n';
  }
  return out;
}

TEST(Ledger, HoldsEveryFigureOfAnArticleAndNothingElse) {
  // Nov. 14 is a Tuesday in 2023: the year follows from the text alone.
  EXPECT_EQ(ledger(), "Monday = 2023-11-13\n"
                      "Nov. 14 = 2023-11-14\n"
                      "second = 2 week\n"
                      "Tuesday = 2023-11-14\n"
                      "both = 2 countries\n"
                      "two = 2 sides\n"
                      "Nov. 1 = 2023-11-01\n"
                      "three = 3 rounds\n"
                      "about 140 miles = 140\n"
                      "northeast = 45\n"
                      "Tuesday = 2023-11-14\n"
                      "both = 2 sides\n"
                      "Tuesday = 2023-11-14\n"
                      "at least four = 4 people\n"
                      "several = 3..12\n"
                      "more than two dozen = 24 shelters\n"
                      "several = 3..12 towns\n"
                      "late Monday = 2023-11-13\n"
                      "about 12,000 = 12000 people\n"
                      "Monday = 2023-11-13\n"
                      "several = 3..12 attempts\n");
}

} // namespace
} // namespace claimcheck
