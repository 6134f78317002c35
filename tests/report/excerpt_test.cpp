#include <gtest/gtest.h>

#include "report/excerpt.hpp"
#include "report/formats.hpp"
#include "report/sample.hpp"
#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

/// The excerpt of a finding whose primary place is `primary` and whose others are `related`, the words being their own
/// labels.
std::string drawn(std::string source, std::string_view primary, std::vector<std::string> const& related,
                  std::size_t width = 80) {
  auto const article = article_of(std::move(source));
  Locator locator(article->document);
  Finding finding;
  finding.primary = {"", find(*article, primary), no_id};
  for (std::string const& words : related) finding.related.push_back({"as " + words, find(*article, words), no_id});
  Reported const found = reported(*article, locator, finding);
  std::vector<Mark> marks{{&found.primary, "here", true}};
  for (Located const& other : found.related) marks.push_back({&other, other.role, false});
  return draw_excerpts(marks, 2, Style{false, width, true}, Paint::red);
}

TEST(Excerpt, MarksTwoPlacesOnOneLine) {
  EXPECT_EQ(drawn("It lies 225 miles (262 km) away.\n", "262 km", {"225 miles"}),
            "   |\n"
            " 1 | It lies 225 miles (262 km) away.\n"
            "   |         ---------  ^^^^^^ here\n"
            "   |         as 225 miles\n");
}

TEST(Excerpt, JoinsPendingLabelsWithBars) {
  EXPECT_EQ(drawn("One two three.\n", "three", {"One", "two"}), "   |\n"
                                                                " 1 | One two three.\n"
                                                                "   | --- --- ^^^^^ here\n"
                                                                "   | |   as two\n"
                                                                "   | as One\n");
}

TEST(Excerpt, SkipsLinesInBetween) {
  EXPECT_EQ(drawn("One.\n\nTwo.\n\nThree.\n", "Three", {"One"}), "   |\n"
                                                                 " 1 | One.\n"
                                                                 "   | --- as One\n"
                                                                 "...\n"
                                                                 " 5 | Three.\n"
                                                                 "   | ^^^^^ here\n");
}

TEST(Excerpt, KeepsWideAndCombiningCharactersInStep) {
  std::string const out = drawn("Café “日本” 12 km.\n", "12 km", {});
  EXPECT_NE(out.find(" 1 | Café “日本” 12 km.\n   |             ^^^^^ here\n"), std::string::npos) << out;
}

TEST(Excerpt, CutsLongLinesAroundTheMarksAtWords) {
  std::string line;
  for (int i = 0; i < 400; ++i) line += "word ";
  std::string const out = drawn(line + "the 262 km mark " + line + "\n", "262 km", {}, 60);
  for (std::size_t at = 0, end = 0; at < out.size(); at = end + 1) {
    end = out.find('\n', at);
    EXPECT_LE(display_width(std::string_view(out).substr(at, end - at)), 60U) << out;
  }
  EXPECT_NE(out.find("the 262 km mark"), std::string::npos) << out;
  EXPECT_NE(out.find("…word"), std::string::npos) << out;
}

TEST(Excerpt, SplitsALineWhoseMarksAreFarApart) {
  std::string line;
  for (int i = 0; i < 60; ++i) line += "word ";
  std::string const out = drawn("First 225 miles " + line + " then 262 km.\n", "262 km", {"225 miles"}, 60);
  EXPECT_NE(out.find("---------"), std::string::npos) << out;
  EXPECT_NE(out.find("^^^^^^"), std::string::npos) << out;
}

TEST(Excerpt, LetsNoTextDriveTheTerminal) {
  std::string const out = drawn("A \x1b[31mred \xC2\x9B"
                                "31m 262 km\n",
                                "262 km", {});
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos);
}

TEST(Locator, IsNotQuadraticOnOneLongLine) {
  std::string line;
  for (int i = 0; i < 100000; ++i) line += "naïve 12 km, ";
  auto const article = article_of(line);
  Locator locator(article->document);
  std::uint32_t column = 0;
  for (std::uint32_t i = 100000; i-- > 0;)
    column = locator.locate({i * 14 + 7, i * 14 + 12}).start.column; // backwards: the worst order
  EXPECT_EQ(column, 7U);
  Place const last = locator.locate({99999 * 14 + 7, 99999 * 14 + 12});
  EXPECT_EQ(last.text, "12 km");
  EXPECT_EQ(last.start.column, 99999U * 13 + 7);
  EXPECT_EQ(last.start_byte, 99999U * 14 + 8);
}

TEST(Human, NamesNothingTwiceAndEndsWithCoverage) {
  std::string const out = render_human(sample_report(), Style{false, 80, true});
  EXPECT_NE(out.find("error[unit-conversion]: 225 miles is 362 km, not 262 km\n  --> news/draft one.txt:3:26\n"),
            std::string::npos)
      << out;
  EXPECT_NE(out.find("accepted: 361 to 363 km"), std::string::npos);
  EXPECT_NE(out.find("7 claims, 7 checked against another, 0 unbound; 1 error, 1 warning, 1 note in 2 files; 1 "
                     "suppressed; 1 file could not be read\n"),
            std::string::npos)
      << out;
}

} // namespace
} // namespace claimcheck::report
