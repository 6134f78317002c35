// What must hold for any input: the promises of document.hpp, and that no words are lost. RapidCheck makes the inputs
// from fragments that matter to the readers, cut and joined at random. CTest fixes the seed; RC_PARAMS="seed=..." tries
// others.
#include <cstring>
#include <gumbo.h>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "text/check_document.hpp"
#include "text/document.hpp"

namespace claimcheck::text {
namespace {

std::vector<std::string> const fragments = {
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\f",
    "\xC2\xA0",
    "\xE2\x80\xA8",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "word",
    "Word",
    "35",
    ",000",
    ".",
    "...",
    "?",
    "!",
    "\"",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "'",
    "(",
    ")",
    "[",
    "]",
    "-",
    "--",
    "\xE2\x80\x94",
    "_",
    "*",
    "**",
    "`",
    "```",
    "~~",
    "#",
    "# ",
    "> ",
    "- ",
    "1. ",
    "|",
    "|-|",
    "\n|-|-|\n",
    "\\",
    "---",
    "+++",
    "title: x",
    ":",
    "&amp;",
    "&nbsp;",
    "&#44;",
    "&",
    "&shy;",
    "&NewLine;",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<table>",
    "<tr>",
    "<td rowspan=2>",
    "<th colspan=3>",
    "</td>",
    "</table>",
    "<ul>",
    "<li>",
    "</ul>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<q>",
    "</q>",
    "<sup>",
    "</sup>",
    "<!--",
    "-->",
    "<!-- c -->",
    "<script>",
    "</script>",
    "<h1>",
    "</h1>",
    "<title>",
    "</title>",
    "<blockquote>",
    "</blockquote>",
    "<del>",
    "</del>",
    "<p hidden>",
    "<a href=\"",
    "\">",
    "<",
    ">",
    "![a](b)",
    "[a](b)",
    "http://a.b",
    "\xF0\x9F\x98\x80",
    "e\xCC\x81",
    "\xC3\x89",
    "\xFF",
    "\x80",
    "March 10 (UPI) -- ",
    "Oct. ",
    "Gen. ",
    "U.S. ",
    "5 p.m. ",
    "Advertisement",
    "Photo by X",
    "By Ann Reed",
    "    ",
};

rc::Gen<std::string> soup() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(fragments)),
                      [](std::vector<std::string> const& parts) {
                        std::string text;
                        for (auto const& part : parts) text += part;
                        return text;
                      });
}

/// Runs a property and hands its counterexample to GoogleTest.
template <class Property>
void holds(char const* name, Property property) {
  EXPECT_TRUE(rc::check(name, property));
}

TEST(Property, EveryDocumentKeepsItsPromises) {
  for (Format const format : {Format::plain, Format::markdown, Format::html}) {
    holds("promises", [format] {
      std::string const source = *soup();
      auto const headline = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(source.size()) + 20);
      Document d = headline <= source.size() ? read(source, format, headline) : read(source, format);
      std::vector<Span> unbreakable;
      for (std::uint32_t at = 0; at + 5 < d.plain.size(); at += 7) unbreakable.push_back({at, at + 5});
      segment(d, unbreakable);
      auto const broken = broken_promise(d);
      RC_LOG() << broken.value_or("") << '\n' << d.plain;
      RC_ASSERT(!broken);
      RC_ASSERT(d.source == source);
      for (Span const s : d.sentences) {
        for (Span const claim : unbreakable)
          RC_ASSERT(!(claim.begin < s.end && s.end < claim.end) || d.region_at(s.end) != d.region_at(s.begin) ||
                    d.folded[s.end] == ' ');
      }
    });
  }
}

TEST(Property, FoldKeepsLengthAndIsStable) {
  holds("fold", [] {
    std::string const text = *soup() + *rc::gen::arbitrary<std::string>();
    std::string const folded = fold(text);
    RC_ASSERT(folded.size() == text.size());
    RC_ASSERT(fold(folded) == folded);
  });
}

TEST(Property, SourceRangesAreInOrder) {
  holds("ranges", [] {
    Document const d = read(*soup(), *rc::gen::element(Format::plain, Format::markdown, Format::html));
    auto const size = static_cast<std::uint32_t>(d.plain.size());
    auto const begin = *rc::gen::inRange<std::uint32_t>(0, size + 1),
               end = *rc::gen::inRange<std::uint32_t>(begin, size + 1);
    Span const hull = d.to_source({begin, end});
    RC_ASSERT(hull.begin <= hull.end && hull.end <= d.source.size());
    std::uint32_t last = hull.begin;
    for (Span const piece : d.source_pieces({begin, end})) {
      RC_ASSERT(piece.begin >= last && piece.begin <= piece.end && piece.end <= hull.end);
      last = piece.end;
    }
    auto const position = d.position(hull.begin), next = d.position(hull.end);
    RC_ASSERT(std::make_pair(position.line, position.column) <= std::make_pair(next.line, next.column));
  });
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (char const c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters += c;
  }
  return letters;
}

TEST(Property, PlainTextLosesNoLetter) {
  holds("letters", [] {
    std::string const source = *soup();
    RC_ASSERT(letters_of(read_plain(source).plain) == letters_of(source));
  });
}

/// What gumbo, an HTML parser by the specification, shows of a page.
void gather(GumboNode const* node, std::string& text) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
    text += node->v.text.text;
  if (node->type != GUMBO_NODE_ELEMENT) return;
  for (unsigned i = 0; i < node->v.element.children.length; ++i)
    gather(static_cast<GumboNode const*>(node->v.element.children.data[i]), text);
}

std::string by_gumbo(std::string const& source) {
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, source.data(), source.size());
  std::string text;
  gather(output->root, text);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return text;
}

std::string without_white_space(std::string_view text) {
  std::string rest;
  for (char const c : text) {
    if (c != ' ' && (c < '\t' || c > '\r')) rest += c;
  }
  return rest;
}

TEST(Property, HtmlShowsWhatGumboShows) {
  static std::vector<std::string> const tame = {"word",
                                                " ",
                                                "\n",
                                                "35",
                                                ",000",
                                                "&nbsp;",
                                                "&amp;",
                                                "&eacute;x",
                                                "&copy",
                                                "&#8217;",
                                                "&ampx",
                                                "&x;",
                                                "&",
                                                "< ",
                                                "a<3",
                                                "<b>",
                                                "</b>",
                                                "<i class='a>b'>",
                                                "</i>",
                                                "<p>",
                                                "</p>",
                                                "<div a=\"<p>\">",
                                                "</div>",
                                                "<section>",
                                                "</section>",
                                                "<ul>",
                                                "<li>",
                                                "</li>",
                                                "</ul>",
                                                "<h2>",
                                                "</h2>",
                                                "<!-- <p>c -->",
                                                "<!-->",
                                                "<br/>",
                                                "<blockquote>",
                                                "</blockquote>",
                                                "</nothing>",
                                                "<span title=x>",
                                                "</span>",
                                                "<em\n>",
                                                "</em >",
                                                "\xE2\x80\x94",
                                                "\xC3\xA9"};
  holds("oracle", [] {
    auto const parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(tame));
    std::string source = "<body>";
    for (auto const& part : parts) source += part;
    source += " "; // a '<' at the very end is a matter of taste
    Document const d = read_html(source);
    RC_LOG() << source << "\nours:  " << d.plain << "\ngumbo: " << by_gumbo(source);
    RC_ASSERT(without_white_space(d.plain) == without_white_space(by_gumbo(source)));
  });
}

} // namespace
} // namespace claimcheck::text
