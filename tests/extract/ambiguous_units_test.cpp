// Names that are a unit or a currency only where the text bears them out: "11 stone" that a boxer weighed, no "14
// league games".
#include <gtest/gtest.h>

#include <string>

#include "extract/extract.hpp"

namespace claimcheck::extract {
namespace {

/// The figures of a text as "kind text unit", joined by "; ".
std::string figures(std::string text) {
  auto const document = text::read_plain(std::move(text));
  Lexicon const& lexicon = Lexicon::builtin();
  std::string out;
  for (Claim const& claim : extract(document, lexicon).claims) {
    if (!is_figure(claim.kind)) continue;
    if (!out.empty()) out += "; ";
    out += std::string(name_of(claim.kind)) + ' ' + std::string(document.text(claim.span));
    if (claim.figure.unit != no_unit) out += ' ' + lexicon.units[claim.figure.unit].code;
  }
  return out;
}

TEST(AmbiguousUnits, AreReadWhereTheTextBearsThemOut) {
  EXPECT_EQ(figures("The boxer weighed 11 stone at noon."), "mass 11 stone [stone_av]");
  EXPECT_EQ(figures("A 30-second advertisement."), "duration 30-second s");
  EXPECT_EQ(figures("He found a 5.16-carat diamond."), "mass 5.16-carat [car_m]");
  EXPECT_EQ(figures("The firm in Seoul paid 500 won for it."), "money 500 won KRW");
  EXPECT_EQ(figures("It traded at 372 riyals ($99) after that."), "money 372 riyals SAR; money $99 USD");
  EXPECT_EQ(figures("He is 6'2\" tall."), "distance 6'2\" [in_i]");
  EXPECT_EQ(figures("They gave 2.5 bar of pressure."), "pressure 2.5 bar bar");
}

TEST(AmbiguousUnits, LettersOfHeatStandBesideEachOther) {
  EXPECT_EQ(figures("It reached 18 C (64 F) by noon."), "temperature 18 C Cel; temperature 64 F [degF]");
  EXPECT_EQ(figures("It was 20 to 22 C (68 to 72 F) indoors."),
            "temperature 20 to 22 C Cel; temperature 68 to 72 F [degF]");
  EXPECT_EQ(figures("They met in Hall 18 C (64 seats)."), "count 64");
  EXPECT_EQ(figures("It was 92 degrees (33 Celsius) at noon."),
            "temperature 92 degrees [degF]; temperature 33 Celsius Cel");
}

TEST(AmbiguousUnits, AnMIsAMillionBesideMoneyOrViewers) {
  EXPECT_EQ(figures("The show drew 4m viewers, up from 3.8m."), "count 4m; number 3.8m");
  EXPECT_EQ(figures("Sales fell from 8m to 4m."), "number 8m to 4m");
  EXPECT_EQ(figures("The wall is 8m long and cost £3m."), "distance 8m m; money £3m GBP");
}

TEST(AmbiguousUnits, FiguresOfTwoThingsAreNoRange) {
  EXPECT_EQ(figures("It gave $6 million to two groups."), "money $6 million USD; count two");
  EXPECT_EQ(figures("It paid $5 to 10 people."), "money $5 USD; count 10");
  EXPECT_EQ(figures("It costs $5 to 10."), "money $5 to 10 USD");
  EXPECT_EQ(figures("Profit fell 15 to 210 from 225."), "number 15; number 210; number 225");
  EXPECT_EQ(figures("They have 50 dollars 40 rubles."), "money 50 dollars USD; money 40 rubles RUB");
}

TEST(Headlines, CapitalsNameNothingBehindVerbs) {
  auto const headline = [](std::string text) {
    auto const document = text::read_markdown("# " + std::move(text) + "\n\nAnd so on.\n");
    std::string out;
    for (Claim const& claim : extract(document, Lexicon::builtin()).claims)
      out += std::string(document.text(claim.span)) + ';';
    return out;
  };
  EXPECT_EQ(headline("Mudslide Kills 49 Above Mountain Village"), "49;");
  EXPECT_EQ(headline("Index Up 75 as Bank Stocks Rally"), "75;");
  EXPECT_EQ(headline("Boeing 737 Makes Landing After Engine Fire"), "");
  EXPECT_EQ(headline("Voyager 2 Leaves the Solar System"), "");
  EXPECT_EQ(headline("Formula One Comes Back"), "");
}

TEST(AmbiguousUnits, AreNoUnitElsewhere) {
  EXPECT_EQ(figures("He won 14 league games."), "count 14");
  EXPECT_EQ(figures("They sold 100 PC in May."), "number 100");
  EXPECT_EQ(figures("In Group 5 V the Reds won."), "");
  EXPECT_EQ(figures("The Reds scored three second-half goals."), "count three");
  EXPECT_EQ(figures("The index passed the three million mark."), "number three million");
  EXPECT_EQ(figures("It is the 21st film in the series.").find("[stone_av]"), std::string::npos);
  EXPECT_EQ(figures("She said: \"I was 12.\" He said \"only 5\" then.").find("[in_i]"), std::string::npos);
  EXPECT_EQ(figures("They chose 10 or 12 bars in town."), "count 10 or 12");
  EXPECT_EQ(figures("The door opens at 7 p.m. on that day.").find("GBP"), std::string::npos);
  EXPECT_EQ(figures("Shares fell to 873p in London."), "money 873p GBP");
}

} // namespace
} // namespace claimcheck::extract
