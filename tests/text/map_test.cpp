// From plain text back to the source: pieces, lines and columns, comments.
#include <string>
#include <vector>

#include "text/check_document.hpp"
#include "text/document.hpp"

namespace claimcheck::text {
namespace {

/// The source bytes under `words` of the plain text, stretches parted by '|'.
std::string source_of(Document const& d, std::string_view words) {
  auto const at = static_cast<std::uint32_t>(d.plain.find(words));
  EXPECT_NE(at, static_cast<std::uint32_t>(std::string::npos)) << words;
  std::string text;
  for (Span const s : d.source_pieces({at, at + static_cast<std::uint32_t>(words.size())})) {
    if (!text.empty()) text += '|';
    text += d.source.substr(s.begin, s.size());
  }
  return text;
}

TEST(Map, StretchesOfTheSource) {
  struct {
    Format format;
    char const* source;
    char const* words;
    char const* stretches;
  } const cases[] = {
      {Format::plain, "some 5\r\nmiles", "5 miles", "5\r\nmiles"},
      {Format::plain, "some 5 \n   miles", "5 miles", "5 \n   miles"},
      {Format::plain, "35\xC2\xAD,000 men", "35,000", "35|,000"},
      {Format::plain, "\xF0\x9F\x98\x80 e\xCC\x81 5 km", "e\xCC\x81 5", "e\xCC\x81 5"},
      {Format::markdown, "the **35**,000 men", "35,000 men", "35|,000 men"},
      {Format::markdown, "> some 5\n> miles", "5 miles", "5\n|miles"},
      {Format::markdown, "1,200&nbsp;acres",
       "200\xC2\xA0"
       "acres",
       "200&nbsp;acres"},
      {Format::markdown, "\xE2\x80\x9CNo\xE2\x80\x9D \\$5", "$5", "$5"},
      {Format::html, "<b>35</b>,000 men", "35,000", "35|,000"},
      {Format::html, "1&#44;200&nbsp;acres", "1,200", "1&#44;200"},
      {Format::html, "<p>5<br>miles", "5 miles", "5<br>miles"},
  };
  for (auto const& c : cases) {
    Document const d = read(c.source, c.format);
    EXPECT_EQ(source_of(d, c.words), c.stretches) << c.source;
  }
}

TEST(Map, Hull) {
  Document const d = read_markdown("the **35**,000 men");
  EXPECT_EQ(d.to_source({4, 10}), (Span{6, 14}));
  EXPECT_EQ(d.to_source({0, 3}), (Span{0, 3}));
  EXPECT_EQ(d.to_source({4, 4}), (Span{6, 6}));
  EXPECT_EQ(d.to_source({14, 14}), (Span{18, 18})) << "the end";
  EXPECT_EQ(read_plain("").to_source({0, 0}), (Span{0, 0}));
}

TEST(Map, LinesAndColumns) {
  std::string const source = "\xEF\xBB\xBF"
                             "ab\xC3\xA9"
                             "d\r\nx\xF0\x9F\x98\x80y\rz\n\nend";
  Document const d = read_plain(source);
  struct {
    char const* at;
    std::uint32_t line, column;
  } const cases[] = {{"ab", 1, 1}, {"d\r", 1, 4}, {"x", 2, 1}, {"y\r", 2, 3}, {"z", 3, 1}, {"end", 5, 1}};
  for (auto const& c : cases) {
    auto const position = d.position(static_cast<std::uint32_t>(source.find(c.at)));
    EXPECT_EQ(position.line, c.line) << c.at;
    EXPECT_EQ(position.column, c.column) << c.at;
  }
  EXPECT_EQ(d.position(0).column, 1u);
  EXPECT_EQ(d.position(1u << 30).line, 5u) << "past the end: the end";
  std::string long_line;
  for (int i = 0; i < 3000; ++i) long_line += "\xC3\xA9";
  EXPECT_EQ(read_plain("x\n" + long_line).position(2 + 2 * 2500).column, 2501u);
}

TEST(Map, Comments) {
  std::string const source = "<p>One <!-- claimcheck: ignore -->two</p><!-- end --><!DOCTYPE x>";
  Document const d = read_html(source);
  ASSERT_EQ(d.comments.size(), 2u);
  EXPECT_EQ(d.source.substr(d.comments[0].source.begin, d.comments[0].source.size()), "<!-- claimcheck: ignore -->");
  EXPECT_EQ(d.comments[0].plain, 4u);
  EXPECT_EQ(d.plain, "One two");
  Document const m = read_markdown("One.\n\n<!-- claimcheck: ignore\nx -->\n\nTwo <!-- y -->.");
  ASSERT_EQ(m.comments.size(), 2u);
  EXPECT_EQ(m.source.substr(m.comments[0].source.begin, m.comments[0].source.size()), "<!-- claimcheck: ignore\nx -->");
  EXPECT_EQ(m.plain, "One.\nTwo .");
}

TEST(Map, RegionsBySearch) {
  Document const d = read_plain("One here.\n\nTwo.");
  EXPECT_EQ(d.region_at(0), 0u);
  EXPECT_EQ(d.region_at(8), 0u);
  EXPECT_EQ(d.region_at(9), 0xffffffffu) << "the wall";
  EXPECT_EQ(d.region_at(10), 1u);
  EXPECT_EQ(d.region_at(99), 0xffffffffu);
}

} // namespace
} // namespace claimcheck::text
