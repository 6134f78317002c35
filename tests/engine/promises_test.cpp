// The promises of check_article.hpp on one text in each format; tests/fuzz asks for them on any text.
#include <gtest/gtest.h>

#include <string>

#include "engine/check_article.hpp"
#include "engine/reference.hpp"

namespace claimcheck {
namespace {

Checked checked(std::string bytes, text::Format format) {
  auto const rules = load_rules();
  Input input;
  input.name = "promises";
  input.bytes = std::move(bytes);
  input.format = format;
  input.reference = &builtin_reference();
  return check(std::move(input), **rules);
}

/// The words of the claims and what the source shows in their place, "words|words;".
std::string shown(Checked const& article) {
  std::string out;
  text::Document const& document = article.article.document;
  for (Claim const& claim : article.article.claims)
    out += std::string(document.text(claim.span)) + '|' + rendered_source(document, claim.span).value_or("?") + ';';
  return out;
}

TEST(Promises, HoldInEveryFormat) {
  struct Case {
    text::Format format;
    char const* source;
    char const* claims;
  };
  for (Case const& c :
       {Case{text::Format::plain, "The dam cost $5 million.\r\nIt is 30\xC2\xA0m high, 225 miles\nfrom Ankara.\r\n",
             "$5 million|$5 million;30\xC2\xA0m|30\xC2\xA0m;225 miles|225 miles;"},
        Case{text::Format::markdown, "The dam cost **$5** *million* and is 30&nbsp;m high.\n",
             "$5 million|$5 million;30\xC2\xA0m|30\xC2\xA0m;"},
        Case{text::Format::html, "<p>The dam cost &pound;5 <b>million</b> on Feb.&nbsp;30.</p>",
             "\xC2\xA3"
             "5 million|\xC2\xA3"
             "5 million;Feb.\xC2\xA0"
             "30|Feb.\xC2\xA0"
             "30;"}}) {
    Checked const article = checked(c.source, c.format);
    EXPECT_EQ(broken_promise(article).value_or("none"), "none") << c.source;
    EXPECT_EQ(shown(article), c.claims);
  }
}

TEST(Promises, ASpanThatLiesIsFound) {
  Checked article = checked("The dam cost $5 million.", text::Format::plain);
  ASSERT_EQ(article.article.claims.size(), 1u);
  article.article.claims[0].span.end = 1000;
  EXPECT_TRUE(broken_promise(article));
}

} // namespace
} // namespace claimcheck
