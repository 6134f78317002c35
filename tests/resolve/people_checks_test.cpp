#include "resolve/people_checks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"

namespace claimcheck::resolve {
namespace {

using Texts = std::vector<std::string>;

Texts variants(std::string const& source) {
  Article const article = attributed(source);
  Texts result;
  for (NameVariant const& v : name_variants(article))
    result.push_back(std::string(article.document.text(v.variant)) + " for " +
                     std::string(article.document.text(v.usual)));
  return result;
}

TEST(OneLetterApart, IsDamerauOne) {
  EXPECT_TRUE(one_letter_apart("kulesa", "kuelsa"));
  EXPECT_TRUE(one_letter_apart("corrin", "correin"));
  EXPECT_TRUE(one_letter_apart("halden", "hadlen"));
  EXPECT_TRUE(one_letter_apart("moor", "moor"));
  EXPECT_FALSE(one_letter_apart("kulesa", "kuseal"));
  EXPECT_FALSE(one_letter_apart("moor", "moorns"));
  EXPECT_FALSE(one_letter_apart("", "ab"));
}

TEST(NameVariants, NeedAPersonAndAnotherSpelling) {
  EXPECT_EQ(variants("Mayor Ines Halden came. Halden spoke first. \"It leaks,\" Hadlen said."),
            Texts{"Hadlen for Ines Halden"});
  EXPECT_EQ(variants("Mayor Ines Halden came. Halden spoke. Her cousin Paul Holden said nothing."), Texts{})
      << "a given name of his own";
  EXPECT_EQ(variants("Mayor Ines Halden came. Halden spoke. The Haldens said no."), Texts{}) << "a plural";
  EXPECT_EQ(variants("Mayor Ines Halden came. Halden spoke. \"Mr. Hadlen is late,\" Mr. Paul Reed said."),
            Texts{"Hadlen for Ines Halden"})
      << "in a quotation the spelling is the writer's, too";
  EXPECT_EQ(variants("Mayor Ines Halden came. He called her \"Mayor Ines Hallden [sic]\" in a letter."), Texts{});
  EXPECT_EQ(variants("Mayor Ines Halden came. There are Ines Haldens in every town."), Texts{}) << "a plural";
}

TEST(Titles, ConflictOnlyWhereNobodyHoldsBoth) {
  EXPECT_EQ(title_conflicts(attributed("Sen. Ines Halden came. Voters saw Rep. Ines Halden.")).size(), 1U);
  EXPECT_EQ(title_conflicts(attributed("Sen. Ines Halden came. Voters saw former Rep. Ines Halden.")).size(), 0U);
  EXPECT_EQ(title_conflicts(attributed("Chairman Ines Halden came. Voters saw Mayor Ines Halden.")).size(), 0U);
}

TEST(Offices, HaveOneHolder) {
  EXPECT_EQ(
      office_conflicts(attributed("Danish foreign minister Ines Moor met Danish foreign minister Karl Stone.")).size(),
      1U);
  EXPECT_EQ(
      office_conflicts(attributed("Danish foreign minister Ines Moor met Swedish foreign minister Karl Stone.")).size(),
      0U);
}

} // namespace
} // namespace claimcheck::resolve
