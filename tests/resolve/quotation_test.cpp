#include "resolve/quotation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"

namespace claimcheck::resolve {
namespace {

using Texts = std::vector<std::string>;

text::Document read(std::string source) {
  text::Document document = text::read_plain(std::move(source));
  text::segment(document, {});
  return document;
}

Texts quotations(std::string const& source) {
  text::Document const document = read(source);
  Texts result;
  for (Quotation const& quotation : find_quotations(document).list) result.emplace_back(document.text(quotation.inner));
  return result;
}

std::vector<MarkFault> faults(std::string const& source) {
  std::vector<MarkFault> result;
  for (QuotationFault const& fault : find_quotations(read(source)).faults) result.push_back(fault.kind);
  return result;
}

TEST(Quotations, KnowTheMarks) {
  EXPECT_EQ(quotations("\"It leaks,\" Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("“It leaks,” Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("''It leaks,'' Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("``It leaks,'' Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("``It leaks,`` Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("«It leaks,» Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("‘It leaks,’ Moor said."), Texts{"It leaks,"});
  EXPECT_EQ(quotations("'It leaks,' Moor said."), Texts{"It leaks,"});
}

TEST(Quotations, KeepNestedMarksInside) {
  EXPECT_EQ(quotations("“She said ‘never’ twice,” Moor said."), Texts{"She said ‘never’ twice,"});
  EXPECT_EQ(quotations("''She said 'never,''' Moor said."), Texts{"She said 'never,'"});
}

TEST(Quotations, AreNoApostrophesFeetOrDecades) {
  EXPECT_EQ(quotations("The pilots' house of the '90s is Moor's. Rock 'n' roll."), Texts{});
  EXPECT_EQ(quotations("He is 6'3\" tall, and the plank is 12\" wide."), Texts{});
  EXPECT_EQ(quotations("\"He is 6'3\" tall,\" Moor said."), Texts{"He is 6'3\" tall,"});
  EXPECT_EQ(faults("He is 6'3\" tall, and the plank is 12\" wide."), std::vector<MarkFault>{});
}

TEST(Quotations, GoOnOverParagraphs) {
  std::string const text = "“It leaks.\n\n“It has leaked for years,” Moor said.";
  EXPECT_EQ(quotations(text), (Texts{"It leaks.", "It has leaked for years,"}));
  EXPECT_TRUE(faults(text).empty());
  auto const list = find_quotations(read(text)).list;
  ASSERT_EQ(list.size(), 2U);
  EXPECT_FALSE(list[0].closed);
  EXPECT_FALSE(list[0].continued);
  EXPECT_TRUE(list[1].continued);
}

TEST(Quotations, GoOnWhereAParagraphBreakWasLost) {
  std::string const text = "\"It leaks. \"It has leaked for years,\" Moor said.";
  EXPECT_EQ(quotations(text), (Texts{"It leaks. ", "It has leaked for years,"}));
  EXPECT_TRUE(faults(text).empty());
}

TEST(Quotations, ReportWhatDoesNotPair) {
  EXPECT_EQ(faults("“It leaks, Moor said.\n\nNobody was hurt."), std::vector{MarkFault::unclosed});
  EXPECT_EQ(faults("It leaks,” Moor said."), std::vector{MarkFault::unopened});
  EXPECT_EQ(faults("”It leaks,” Moor said."), std::vector{MarkFault::reversed});
  EXPECT_EQ(faults("“It leaks,“ Moor said."), std::vector{MarkFault::reversed});
}

TEST(Quotations, SurviveAnything) {
  for (std::string const text :
       {"\"", "''", "'", "“", "”", "\"\"", "''''''", "``", "«»", "\"\n\n\"\n\n\"", "6'", "'\"'\"'\""}) {
    text::Document const document = read(text);
    for (Quotation const& quotation : find_quotations(document).list) {
      EXPECT_LE(quotation.marked.end, document.plain.size()) << text;
      EXPECT_LT(quotation.inner.begin, quotation.inner.end) << text;
    }
  }
}

} // namespace
} // namespace claimcheck::resolve
