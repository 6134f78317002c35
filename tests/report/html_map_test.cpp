// The sketch of places in the HTML report.
#include <gtest/gtest.h>

#include "report/html_parts.hpp"
#include "report/sample.hpp"

namespace claimcheck::report {
namespace {

CitedPlace ankara() { return {"gn:323786", "Ankara", "TR", 39.92, 32.85}; }
CitedPlace antalya() { return {"gn:323777", "Antalya & coast", "TR", 36.91, 30.70}; }

/// "A, DISTANCE DIRECTION of B", judged as told.
FileReport judged(std::string_view verdict, CitedWay way) {
  FileReport file;
  file.path = "a.txt";
  file.article = article_of("Antalya lies about 425 miles southwest of Ankara.\n");
  auto const add = [&](Kind kind, std::string_view words) {
    Claim claim;
    claim.kind = kind;
    claim.span = claim.core = find(*file.article, words);
    claim.sentence = 0;
    claim.bearing = 225;
    auto const id = static_cast<ClaimId>(file.article->claims.size());
    SourceVerdict said{"distance-mismatch", claim.span, id, {}, way};
    said.citation.verdict = verdict;
    file.sources.push_back(said);
    file.article->claims.push_back(std::move(claim));
  };
  add(Kind::distance, "about 425 miles");
  Figure& figure = file.article->claims[0].figure;
  figure.exact_known = true;
  figure.value = 425;
  figure.unit = *file.article->lexicon->units.find("[mi_i]");
  add(Kind::direction, "southwest");
  return file;
}

std::size_t count_of(std::string const& text, std::string_view words) {
  std::size_t n = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
  return n;
}

TEST(HtmlMap, ShowsWhatIsWrongAndWhereTheTextPutsIt) {
  std::string const map = html_map(judged("contradicted", {ankara(), antalya(), 383.8, 210.1}), 1);
  EXPECT_EQ(count_of(map, "<line "), 2U); // as it is, as stated
  EXPECT_EQ(count_of(map, "class=\"ghost\""), 1U);
  EXPECT_EQ(count_of(map, "<li>"), 1U); // distance and direction are one statement
  EXPECT_NE(map.find("384 km (238 mi)"), std::string::npos);
  EXPECT_NE(map.find("href=\"#c1-1\">about 425 miles</a>, <a href=\"#c1-2\">southwest</a>"), std::string::npos) << map;
}

TEST(HtmlMap, SaysTheSameInWords) {
  std::string const map = html_map(judged("supported", {ankara(), antalya(), 383.8, 210.1}), 2);
  EXPECT_EQ(count_of(map, "<line "), 1U);
  EXPECT_EQ(count_of(map, "as-stated"), 0U);
  EXPECT_NE(map.find("role=\"img\" aria-labelledby=\"map-2-title map-2-desc\""), std::string::npos);
  EXPECT_NE(map.find("Antalya &amp; coast lies 384 km (238 mi) from Ankara, bearing 210 degrees."), std::string::npos);
  EXPECT_EQ(count_of(map, "Antalya & coast"), 0U); // escaped everywhere
  EXPECT_EQ(count_of(map, "http"), 0U);            // nothing is loaded
}

TEST(HtmlMap, CrossesTheDateLine) {
  CitedPlace const suva{"gn:1", "Suva", "FJ", -18.1, 178.4}, apia{"gn:2", "Apia", "WS", -13.8, -171.8};
  std::string const map = html_map(judged("supported", {suva, apia, 1147, 65}), 1);
  EXPECT_NE(map.find("Apia"), std::string::npos);
  EXPECT_EQ(map.find("nan"), std::string::npos);
  // Both points within the sketch, Apia to the right.
  auto const x_of = [&](std::size_t from) { return std::stod(map.substr(map.find("cx=\"", from) + 4)); };
  std::size_t const first = map.find("<circle"), second = map.find("<circle", first + 1);
  EXPECT_GT(std::abs(x_of(first) - x_of(second)), 100);
  for (std::size_t const at : {first, second}) EXPECT_TRUE(x_of(at) > 0 && x_of(at) < 640) << x_of(at);
}

TEST(HtmlMap, OfOnePlaceTwiceIsDrawn) { // no extent at all
  std::string const map = html_map(judged("supported", {ankara(), ankara(), 0, 0}), 1);
  EXPECT_EQ(map.find("nan"), std::string::npos);
  EXPECT_EQ(map.find("inf"), std::string::npos);
}

TEST(HtmlMap, IsLeftOutWithoutPlaces) {
  FileReport file = judged("unresolved", {});
  for (SourceVerdict& said : file.sources) said.way.reset();
  EXPECT_EQ(html_map(file, 1), "");
}

} // namespace
} // namespace claimcheck::report
