// Who is meant: surnames, pronouns, roles; and which claim belongs to whom.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"

namespace claimcheck::resolve {
namespace {

using Texts = std::vector<std::string>;

Texts speakers(std::string const& source) {
  Article const article = attributed(source);
  Texts result;
  for (Attribution const& attribution : article.attributions)
    result.push_back(attribution.speaker < article.entities.size() ? article.entities[attribution.speaker].name : "?");
  return result;
}

TEST(Speakers, KeepTheirFullNames) {
  EXPECT_EQ(speakers("Harbour master Ines Moor said the gate was open.\n\n\"It jammed,\" Moor said."),
            (Texts{"Ines Moor", "Ines Moor"}));
  Article const article = attributed("Danish harbour minister Ines Moor said the gate was open.");
  ASSERT_EQ(article.attributions.size(), 1U);
  Entity const& moor = article.entities[article.attributions[0].speaker];
  EXPECT_EQ(moor.kind, EntityKind::person);
  EXPECT_EQ(moor.surname, "Moor");
  EXPECT_EQ(moor.affiliation, "Danish");
  EXPECT_NE(moor.title.find("minister"), std::string::npos);
}

TEST(Speakers, GatherAllMentions) {
  Article const article = attributed("Ines Moor opened the gate. Moor waited. \"Moor was late,\" Mr. Karl Stone said.");
  std::size_t mentions = 0;
  for (Entity const& entity : article.entities)
    if (entity.name == "Ines Moor") mentions = entity.mentions.size();
  EXPECT_EQ(mentions, 3U);
}

TEST(Pronouns, GoToTheLastSourceThatFits) {
  EXPECT_EQ(speakers("Mr. Karl Stone said the gate was open.\n\n\"It jammed,\" he said."),
            (Texts{"Karl Stone", "Karl Stone"}));
  EXPECT_EQ(
      speakers("Mr. Karl Stone said the gate was open. Ms. Ines Moor said it was shut.\n\n\"It jammed,\" he said."),
      (Texts{"Karl Stone", "Ines Moor", "Karl Stone"}));
}

TEST(Pronouns, NeverGoToWhomTheQuotationNames) {
  EXPECT_EQ(
      speakers(
          "Mr. Paul Reed said the gate was open. Mr. Karl Stone said it was shut.\n\n\"Stone never looked,\" he said."),
      (Texts{"Paul Reed", "Karl Stone", "Paul Reed"}));
  EXPECT_EQ(speakers("Mr. Karl Stone said the gate was open.\n\n\"Stone never looked,\" he said."),
            (Texts{"Karl Stone", "?"}));
}

TEST(Roles, GoToTheBodyThatBearsThem) {
  EXPECT_EQ(speakers("The Northern Bureau of Harbours said it closed the gate.\n\n\"It jammed,\" the bureau said."),
            (Texts{"Northern Bureau of Harbours", "Northern Bureau of Harbours"}));
}

TEST(Media, AreNamedWithTheirKind) {
  Article const article = attributed(
      "\"It jammed,\" Ines Moor said in a televised address late Monday. \"It jammed,\" Karl Stone said in a tweet.");
  ASSERT_EQ(article.attributions.size(), 2U);
  EXPECT_EQ(article.attributions[0].medium, "televised address");
  EXPECT_EQ(article.attributions[1].medium, "tweet");
}

TEST(Claims, BelongToTheInnermostContent) {
  std::string const source = "Ines Moor said 40 barges sank. \"We saw 12 boats,\" she said. The quay has 9 gates.";
  Article article;
  article.document = text::read_plain(source);
  text::segment(article.document, {});
  for (std::string const number : {"40", "12", "9"}) {
    Claim claim;
    auto const at = static_cast<std::uint32_t>(source.find(number));
    claim.span = claim.core = {at, at + static_cast<std::uint32_t>(number.size())};
    article.claims.push_back(std::move(claim));
  }
  attribute(article);
  ASSERT_EQ(article.attributions.size(), 2U);
  EXPECT_EQ(article.claims[0].attribution, 0U);
  EXPECT_FALSE(article.claims[0].guards.quoted);
  EXPECT_EQ(article.claims[1].attribution, 1U);
  EXPECT_TRUE(article.claims[1].guards.quoted);
  EXPECT_EQ(article.claims[2].attribution, no_id);
}

TEST(Unresolved, IsSaidSo) {
  Article const article =
      attributed("The quay was empty. \"Nobody told us that the water would rise.\" The gate was open.");
  ASSERT_EQ(article.attributions.size(), 1U);
  EXPECT_EQ(article.attributions[0].sieve, Sieve::unresolved);
  EXPECT_TRUE(article.attributions[0].source.empty());
}

TEST(Attribution, SurvivesAnything) {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "said said, that Moor's \"said, \" according to ";
  for (std::string const& text : {std::string(), std::string("said"), std::string("\"\" said"),
                                  std::string("according to"), std::string("Moor's"), many}) {
    Article const article = attributed(text);
    for (Attribution const& attribution : article.attributions)
      for (Span const piece : attribution.content) EXPECT_LE(piece.end, article.document.plain.size());
  }
}

} // namespace
} // namespace claimcheck::resolve
