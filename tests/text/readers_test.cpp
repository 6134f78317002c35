// The readers: what blocks a text has. Expected blocks are written "kind: text", a list item's list and a cell's place
// in brackets.
#include <set>
#include <string>
#include <vector>

#include "text/check_document.hpp"
#include "text/document.hpp"

namespace claimcheck::text {
namespace {

using Blocks = std::vector<std::string>;

std::string describe(Region const& r) {
  std::string text(name_of(r.kind));
  if (r.heading_level > 1) text += std::to_string(r.heading_level);
  if (r.quote_depth > 1) text += " depth " + std::to_string(r.quote_depth);
  if (r.list != 0xffffffff) text += " [" + std::to_string(r.list) + "]";
  if (r.table != 0xffffffff)
    text += " [" + std::to_string(r.table) + ": " + std::to_string(r.row) + "," + std::to_string(r.column) + "]";
  return text;
}

Blocks blocks_of(std::string source, Format format, std::optional<std::uint32_t> headline = {}) {
  Document document = read(std::move(source), format, headline);
  segment(document, {});
  EXPECT_EQ(broken_promise(document).value_or(""), "") << document.source;
  Blocks blocks;
  for (Region const& r : document.regions) blocks.push_back(describe(r) + ": " + std::string(document.text(r.span)));
  return blocks;
}

struct Case {
  char const* source;
  Blocks blocks;
};

TEST(ReadPlain, Paragraphs) {
  Case const cases[] = {
      {"", {}},
      {" \n\t\n  ", {}},
      {"One.\n\nTwo.", {"body: One.", "body: Two."}},
      {"about 225\nmiles\nsouth", {"body: about 225 miles south"}},
      {"signed on Feb.\n24 in\nKyiv", {"body: signed on Feb. 24 in Kyiv"}},
      {"President\nAnn Reed said so", {"body: President Ann Reed said so"}},
      {"a 20-\nyear-old and pre-\nand post-war", {"body: a 20-year-old and pre- and post-war"}},
      {"One\r\ntwo.\r\n\r\nThree.", {"body: One two.", "body: Three."}},
      {"One\rtwo.\r\rThree.", {"body: One two.", "body: Three."}},
      {"\xEF\xBB\xBFOne  two\t three", {"body: One two three"}},
      {"One.\fTwo.\xE2\x80\xA9Three.", {"body: One.", "body: Two.", "body: Three."}},
      {"one\xE2\x80\xA8two", {"body: one two"}},
      {"35\xC2\xAD,000 peo\xE2\x80\x8Bple", {"body: 35,000 people"}},
      {"5\xC2\xA0km", {"body: 5\xC2\xA0km"}},
      {"AT&amp;T", {"body: AT&amp;T"}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::plain), blocks) << source;
}

TEST(ReadPlain, HardWrappedCopyWithIndents) {
  EXPECT_EQ(
      blocks_of("Strike shuts port\n\n\t   SOUTHPORT, Norland (AP) _ Thousands of dockers walked out\non Saturday, "
                "closing the "
                "port.\n\t   The port's owner said that it lost 3 million crowns a day\nand would not pay more.\n",
                Format::plain),
      (Blocks{"headline: Strike shuts port", "dateline: SOUTHPORT, Norland (AP) _ ",
              "body: Thousands of dockers walked out on Saturday, closing the port.",
              "body: The port's owner said that it lost 3 million crowns a day and would not pay more."}));
}

TEST(ReadPlain, OneParagraphALine) {
  std::string const first = "The council met on Monday and talked for nine hours about the bridge, which has been "
                            "closed since the flood of last spring took two of its piers away.";
  std::string const second = "It will meet again in June.";
  EXPECT_EQ(blocks_of("Bridge stays shut\n" + first + "\n" + second + "\n" + first, Format::plain),
            (Blocks{"headline: Bridge stays shut", "body: " + first, "body: " + second, "body: " + first}));
}

TEST(ReadPlain, ListsOfLines) {
  Case const cases[] = {
      {"The plan:\n- Build 3 schools\n- Close 2\n  old ones\n\nDone.",
       {"body: The plan:", "list_item [0]: Build 3 schools", "list_item [0]: Close 2 old ones", "body: Done."}},
      {"1. First\n2. Second\n3) Third", {"list_item [0]: First", "list_item [0]: Second", "list_item [0]: Third"}},
      {"\xE2\x80\xA2 One\n\xE2\x80\xA2 Two", {"list_item [0]: One", "list_item [0]: Two"}},
      {"it rose from 3\n- 4 percent of all\n- to 5", {"body: it rose from 3 - 4 percent of all - to 5"}},
      {"Gold: Ann\nSilver: Bob\nBronze: Cid", {"body: Gold: Ann", "body: Silver: Bob", "body: Bronze: Cid"}},
      {"14. of May\nwas it", {"body: 14. of May was it"}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::plain), blocks) << source;
}

TEST(ReadPlain, Headline) {
  Case const cases[] = {
      {"Port strike ends\n\nThe strike ended.", {"headline: Port strike ends", "body: The strike ended."}},
      {"The strike ended.\n\nAll went home.", {"body: The strike ended.", "body: All went home."}},
      {"Port strike ends", {"body: Port strike ends"}},
      {"Who won? Nobody knows\n\nIt is over.", {"headline: Who won? Nobody knows", "body: It is over."}},
      {"It ended. Nobody knows\n\nIt is over.", {"body: It ended. Nobody knows", "body: It is over."}},
      {"Dockers in port. Photo by Ann Reed/ UPI | License Photo\n\nIt is over.",
       {"caption: Dockers in port. Photo by Ann Reed/ UPI | License Photo", "body: It is over."}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::plain), blocks) << source;
  EXPECT_EQ(blocks_of("It ended.\n\nAll went home.", Format::plain, 9),
            (Blocks{"headline: It ended.", "body: All went home."}));
  EXPECT_EQ(blocks_of("It ended.\nAll went home.", Format::plain, 9),
            (Blocks{"headline: It ended.", "body: All went home."}));
  EXPECT_EQ(blocks_of("It ended. All went home.", Format::plain, 9),
            (Blocks{"headline: It ended. ", "body: All went home."}));
  EXPECT_EQ(blocks_of("It ended\n\nAll went.", Format::plain, 0), (Blocks{"body: It ended", "body: All went."}))
      << "0: there is none";
}

TEST(ReadPlain, PartsOfThePage) {
  Case const cases[] = {
      {"March 10 (UPI) -- Two ships met.", {"dateline: March 10 (UPI) -- ", "body: Two ships met."}},
      {"LONDON, June 3 (Reuters) - Two ships met.", {"dateline: LONDON, June 3 (Reuters) - ", "body: Two ships met."}},
      {"NEW YORK \xE2\x80\x94 Two ships met.", {"dateline: NEW YORK \xE2\x80\x94 ", "body: Two ships met."}},
      {"Mexico City (AFP) \xE2\x80\x93 Two ships met.",
       {"dateline: Mexico City (AFP) \xE2\x80\x93 ", "body: Two ships met."}},
      {"RIO DE LA PAZ, Norland, Thurs. - Two ships met.",
       {"dateline: RIO DE LA PAZ, Norland, Thurs. - ", "body: Two ships met."}},
      {"The Workers' Party (PWP) - which won - is glad.", {"body: The Workers' Party (PWP) - which won - is glad."}},
      {"Ann Reed (AP) writes - well - of it.", {"body: Ann Reed (AP) writes - well - of it."}},
      {"ST. PAUL - Two ships met.", {"dateline: ST. PAUL - ", "body: Two ships met."}},
      {"EXCLUSIVE - Two ships met.", {"body: EXCLUSIVE - Two ships met."}},
      {"TALKS FAIL - AGAIN AND AGAIN", {"body: TALKS FAIL - AGAIN AND AGAIN"}},
      {"A twenty-year war -- and more -- Reed said.", {"body: A twenty-year war -- and more -- Reed said."}},
      {"Port strike ends\n\nSaturday, May 14, 2011\n\nIt is over.",
       {"headline: Port strike ends", "dateline: Saturday, May 14, 2011", "body: It is over."}},
      {"Published: 2011-05-14\n\nIt is over.", {"dateline: Published: 2011-05-14", "body: It is over."}},
      {"Port strike ends\n\nBy ANN REED and Bob Low\n\nIt is over.",
       {"headline: Port strike ends", "byline: By ANN REED and Bob Low", "body: It is over."}},
      {"It is over.\n\nBy Monday all had left", {"body: It is over.", "body: By Monday all had left"}},
      {"It is over.\n\n(AP Photo/Ann Reed)", {"body: It is over.", "caption: (AP Photo/Ann Reed)"}},
      {"It is over.\n\nA ship in port. Ann Reed/Getty Images",
       {"body: It is over.", "caption: A ship in port. Ann Reed/Getty Images"}},
      {"It is over.\n\nThe photo by Ann Reed won 3 prizes.",
       {"body: It is over.", "body: The photo by Ann Reed won 3 prizes."}},
      {"It is over. Advertisement\n\nIt is.", {"body: It is over. ", "boilerplate: Advertisement", "body: It is."}},
      {"It was an Advertisement\n\nIt is.", {"headline: It was an Advertisement", "body: It is."}},
      {"It is over.\n\nAdvertisement\n\nRead more: 3 ships lost\n\n\xC2\xA9 2020 Port News. All rights reserved.",
       {"body: It is over.", "boilerplate: Advertisement", "boilerplate: Read more: 3 ships lost",
        "boilerplate: \xC2\xA9 2020 Port News. All rights reserved."}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::plain), blocks) << source;
}

TEST(ReadMarkdown, Blocks) {
  Case const cases[] = {
      {"# Port *strike* ends\n\nIt is\nover.\n\n## Why\n\nNobody knows.",
       {"headline: Port strike ends", "body: It is over.", "heading2: Why", "body: Nobody knows."}},
      {"## Why\n\n# Late", {"heading2: Why", "heading: Late"}},
      {"> One\n> two\n>> three", {"block_quote: One two", "block_quote depth 2: three"}},
      {"- one\n- two\n\n  more\n\ntext\n\n1. other",
       {"list_item [0]: one", "list_item [0]: two", "list_item [0]: more", "body: text", "list_item [1]: other"}},
      {"|Year|N|\n|---|--:|\n|2020|**1**,200|\n|2021||\n|2022|`5`|",
       {"table_header [0: 0,0]: Year", "table_header [0: 0,1]: N", "table_cell [0: 1,0]: 2020",
        "table_cell [0: 1,1]: 1,200", "table_cell [0: 2,0]: 2021", "table_cell [0: 3,0]: 2022",
        "table_cell [0: 3,1]: 5"}},
      {"Use `x = 3` now.\n\n    y = 4\n\n    z\n\n```\nw  w\n```",
       {"body: Use ", "code: x = 3", "body:  now.", "code: y = 4", "code: z", "code: w  w"}},
      {"![A ship of 3](s.png)\n\n*It* left.", {"caption: A ship of 3", "body: It left."}},
      {"3&nbsp;km &amp; 4&#8211;5 &nosuch; \\*",
       {"body: 3\xC2\xA0km & 4\xE2\x80\x93"
        "5 &nosuch; *"}},
      {"~~30~~ 40 [men](http://a.b) left[^1].\n\n[^1]: A note.", {"body: 40 men left[^1].", "body: [^1]: A note."}},
      {"a<!-- x -->b<br>c 5<sup>2</sup> d<sup>th</sup>", {"body: ab c 5 2 dth"}},
      {"<div>\n<!-- a\nb -->\n3 <b>men</b>\n</div>\n\nend", {"body: 3 men", "body: end"}},
      {"one  \ntwo\\\nthree", {"body: one two three"}},
      {"WASHINGTON (AP) -- **Two** left. Advertisement",
       {"dateline: WASHINGTON (AP) -- ", "body: Two left. ", "boilerplate: Advertisement"}},
      {"---\n\nNo front matter: none\n\n---\n", {"body: No front matter: none"}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::markdown), blocks) << source;
}

TEST(ReadMarkdown, FrontMatter) {
  Document yaml = read_markdown(
      "---\ntitle: \"Strike: day 3\"\ndate: 2022-03-10 # late\nauthor:\n  - Ann Reed\nweight: 3\n---\nIt is over.");
  EXPECT_EQ(yaml.metadata.title, "Strike: day 3");
  EXPECT_EQ(yaml.metadata.date, "2022-03-10");
  EXPECT_EQ(yaml.metadata.author, "Ann Reed");
  ASSERT_EQ(yaml.regions.size(), 6u);
  EXPECT_EQ(yaml.regions[0].kind, RegionKind::front_matter);
  EXPECT_EQ(yaml.text(yaml.regions[5].span), "It is over.");
  EXPECT_EQ(yaml.regions[5].kind, RegionKind::body);
  Document toml =
      read_markdown("+++\ntitle = 'Strike'\ndate = 2022-03-10T10:00:00Z\nauthors = [\"Ann Reed\", \"Bob\"]\n+++\n# H");
  EXPECT_EQ(toml.metadata.date, "2022-03-10T10:00:00Z");
  EXPECT_EQ(toml.metadata.author, "Ann Reed");
  EXPECT_EQ(toml.regions.back().kind, RegionKind::headline);
}

TEST(ReadHtml, Blocks) {
  Case const cases[] = {
      {"<title>T</title><p>One<p>two", {"headline: T", "body: One", "body: two"}},
      {"<title>T</title><h1>Port</h1><h1>Again</h1><h2>Why", {"headline: Port", "heading: Again", "heading2: Why"}},
      {"<p><b>35</b>,000&nbsp;men &amp; 1&#44;2&hellip; &copy 5 &nosuch;",
       {"body: 35,000\xC2\xA0men & 1,2\xE2\x80\xA6 \xC2\xA9 5 &nosuch;"}},
      {"a<br>b<br><br>c\n   d", {"body: a b", "body: c d"}},
      {"<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c",
       {"block_quote: a", "block_quote depth 2: b", "body: c"}},
      {"<ul><li>a<li>b<ol><li>c</ol><li>d</ul>e",
       {"list_item [0]: a", "list_item [0]: b", "list_item [1]: c", "list_item [0]: d", "body: e"}},
      {"<table><caption>T</caption><tr><th>Y<th>N<tr><td rowspan=2>2020<td>1<tr><td colspan=2>2<td>3</table>x",
       {"caption: T", "table_header [0: 0,0]: Y", "table_header [0: 0,1]: N", "table_cell [0: 1,0]: 2020",
        "table_cell [0: 1,1]: 1", "table_cell [0: 2,1]: 2", "table_cell [0: 2,3]: 3", "body: x"}},
      {"<table><tr><td>a<table><tr><td>b</table>c<td>d</table>",
       {"table_cell [0: 0,0]: a", "table_cell [1: 0,0]: b", "table_cell [0: 0,0]: c", "table_cell [0: 0,1]: d"}},
      {"<pre>a  b\n\n  c</pre>d <code>e</code> f", {"code: a  b", "code:   c", "body: d ", "code: e", "body:  f"}},
      {"<figure><img alt=x><figcaption>Ship</figcaption></figure>", {"caption: Ship"}},
      {"<p class='lead wp-caption-text'>Ship<p class=captions>x", {"caption: Ship", "body: x"}},
      {"<nav><ul><li>Home 24</ul></nav><footer>Foot</footer>x",
       {"boilerplate [0]: Home 24", "boilerplate: Foot", "body: x"}},
      {"<script>if (a < b) "
       "'<p>'</script><style>p{}</style><template><p>t</template><noscript>n</noscript><svg><text>s</text></svg>x",
       {"body: x"}},
      {"<p hidden>h</p><div style='display: none'>x<div>y</div></div><p>z", {"body: z"}},
      {"<del>30</del> 40 <s>50<p>60", {"body: 40", "body: 60"}},
      {"he said <q>no</q>.", {"body: he said \xE2\x80\x9Cno\xE2\x80\x9D."}},
      {"5<sup>2</sup> 4<sup>th</sup> so&shy;ft<wbr>ly", {"body: 5 2 4th softly"}},
      {"a < b, 3 <4, x<", {"body: a < b, 3 <4, x<"}},
      {"one <a href='x", {"body: one <a href='x"}},
      {"<p>SOUTHPORT (Reuters) - <b>Two</b> left. Advertisement</p>",
       {"dateline: SOUTHPORT (Reuters) - ", "body: Two left. ", "boilerplate: Advertisement"}},
  };
  for (auto const& [source, blocks] : cases) EXPECT_EQ(blocks_of(source, Format::html), blocks) << source;
}

TEST(ReadHtml, Metadata) {
  auto const metadata = [](char const* source) { return read_html(source).metadata; };
  EXPECT_EQ(metadata("<meta name=date content='2022-03-08'><meta property=\"article:published_time\" "
                     "content=\"2022-03-10T10:00Z\">")
                .date,
            "2022-03-10T10:00Z");
  EXPECT_EQ(metadata("<time datetime=2022-03-11>F</time><meta name=DATE content='2022-03-08'>").date, "2022-03-08");
  EXPECT_EQ(metadata("<time datetime=2022-03-11>F</time><time datetime=2022-03-12>S</time>").date, "2022-03-11");
  auto const ld = metadata(
      "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2022-03-09\",\"author\":[{\"name\":\"Ann "
      "Reed\"}],"
      "\"publisher\":{\"name\":\"Port News\"}}]}</script><title> Port &amp; ship </title>");
  EXPECT_EQ(ld.date, "2022-03-09");
  EXPECT_EQ(ld.author, "Ann Reed");
  EXPECT_EQ(ld.site, "Port News");
  EXPECT_EQ(ld.title, "Port & ship");
  EXPECT_EQ(metadata("<script type='application/ld+json'>{\"datePublished\": </script>").date, "");
}

/// The items of the outermost list, however many blocks and pieces of code each has.
std::size_t items_of_first_list(Document const& document) {
  std::set<std::uint32_t> items;
  for (Region const& region : document.regions)
    if (region.list == 0) items.insert(region.item);
  return items.size();
}

TEST(Readers, CountAnItemOnceHoweverManyBlocksItHas) {
  EXPECT_EQ(items_of_first_list(read_markdown("* `a` one\n* two `b` more\n\n  again\n* three\n  - inner\n  - inner\n")),
            3u);
  EXPECT_EQ(
      items_of_first_list(read_html("<ul><li><code>a</code> one<li>two <code>b</code><p>more</p><ul><li>x</ul></ul>")),
      2u);
  EXPECT_EQ(items_of_first_list(read_html("<dl><dt>term<dd>meaning<dt>other<dd>meaning<dd>second</dl>")), 2u);
  EXPECT_EQ(items_of_first_list(read_plain("- one\n    - inner\n    - inner\n- two")), 2u);
}

TEST(Readers, ReadTablesDrawnWithPipesInPlainText) {
  auto const blocks = [](std::string text) { return blocks_of(std::move(text), Format::plain); };
  EXPECT_EQ(blocks("Seats\n\n| Party | Seats |\n|---|---:|\n| A | 12 |\n| B | |\n\nMore."),
            (Blocks{"body: Seats", "table_header [0: 0,0]: Party", "table_header [0: 0,1]: Seats",
                    "table_cell [0: 1,0]: A", "table_cell [0: 1,1]: 12", "table_cell [0: 2,0]: B", "body: More."}));
  // Without the row of dashes a pipe is a mark like others.
  EXPECT_EQ(blocks("A | B\nC | D"), (Blocks{"body: A | B C | D"}));
}

} // namespace
} // namespace claimcheck::text
