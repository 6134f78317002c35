// Inputs made to hurt: ten times as much may take about ten times as long, never a hundred times. Margins are wide, the
// machine is shared.
#include <algorithm>
#include <ctime>
#include <string>

#include "text/check_document.hpp"
#include "text/document.hpp"

namespace claimcheck::text {
namespace {

struct Pattern {
  Format format;
  char const* unit;
};

constexpr Pattern patterns[] = {
    {Format::plain, "word "},
    {Format::plain, "."},
    {Format::plain, ".\" "},
    {Format::plain, "\""},
    {Format::plain, "?\" A"},
    {Format::plain, "a  "},
    {Format::plain, "\n"},
    {Format::plain, "a\n"},
    {Format::plain, "ab\r"},
    {Format::plain, "\ta\n"},
    {Format::plain, "a\xE2\x80\xA8"},
    {Format::plain, "a\xC2\xAD"},
    {Format::plain, "(A) - B\n\n"},
    {Format::plain, "- a\n"},
    {Format::plain, "U.S. A"},
    {Format::plain, "Aaaa"},
    {Format::plain, "one hundred "},
    {Format::html, "<div>"},
    {Format::html, "<b><p>x"},
    {Format::html, "<"},
    {Format::html, "<a "},
    {Format::html, "<a b=\""},
    {Format::html, "<!--"},
    {Format::html, "</"},
    {Format::html, "&"},
    {Format::html, "&ampamp"},
    {Format::html, "<p"},
    {Format::html, "<td colspan=1000 rowspan=65000>x<tr>"},
    {Format::html, "<table><tr><td>"},
    {Format::html, "<ul><li>"},
    {Format::html, "<script>"},
    {Format::html, "<svg>"},
    {Format::html, "<blockquote>x</p>"},
    {Format::html, "</div>"},
    {Format::html, "<div><table></div></table>"},
    {Format::html, "<code>a"},
    {Format::html, "<q>"},
    {Format::markdown, "["},
    {Format::markdown, "[a](b"},
    {Format::markdown, "*a "},
    {Format::markdown, "a**b_c*"},
    {Format::markdown, ">"},
    {Format::markdown, "> > > > a\n"},
    {Format::markdown, "`a"},
    {Format::markdown, "- a\n"},
    {Format::markdown, "|"},
    {Format::markdown, "<"},
    {Format::markdown, "<!-- "},
    {Format::markdown, "[a]: b\n"},
    {Format::markdown, "a@b"},
};

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

double seconds(std::string source, Format format) {
  std::clock_t const begin = std::clock();
  Document d = read(std::move(source), format);
  segment(d, {});
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(Growth, IsLinear) {
  for (auto const& [format, unit] : patterns) {
    double const small = std::max(seconds(repeated(unit, 30'000), format), 0.001);
    EXPECT_LT(seconds(repeated(unit, 300'000), format), 25 * small) << unit;
    Document d = read(repeated(unit, 3'000), format);
    segment(d, {});
    EXPECT_EQ(broken_promise(d).value_or(""), "") << unit;
  }
}

TEST(Growth, AWideHeaderOverManyShortRowsIsNoTrap) {
  // 20,000 columns and 60,000 rows of one cell: md4c alone would make 1.2 billion cells.
  std::string const source =
      repeated("|a", 40'000) + "|\n" + repeated("|-", 40'000) + "|\n" + repeated("|x|\n", 240'000);
  EXPECT_LT(seconds(source, Format::markdown), 2.0);
}

TEST(Growth, DeepNestingLosesNothing) {
  std::string source;
  for (int i = 0; i < 100'000; ++i) source += "<div>";
  source += "35 men";
  for (int i = 0; i < 100'000; ++i) source += "</div>";
  EXPECT_EQ(read_html(source + "<p>The end.").plain, "35 men\nThe end.");
}

TEST(Growth, MemoryStaysSmall) {
  // Hard-wrapped copy: its map is one piece a paragraph, not one a line.
  std::string const source = repeated(
      "Some words of a line that was wrapped by a program long ago, and that\ngo on here to make it longer.\n\n",
      100'000);
  Document const d = read_plain(source);
  EXPECT_LT(d.pieces.size() * sizeof(Piece) + d.regions.size() * sizeof(Region), 2 * source.size());
}

} // namespace
} // namespace claimcheck::text
