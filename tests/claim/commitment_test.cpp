// What the words commit a writer to (src/claim/commitment.hpp), and the names that the rule language and the reports
// share.
#include "claim/commitment.hpp"

#include <gtest/gtest.h>

#include <set>

#include "claim/attribution.hpp"
#include "claim/finding.hpp"

namespace claimcheck {
namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

/// As `[1, 2)`, `(-inf, 3]`.
std::string committed(Decimal value, Hedge hedge) {
  Interval const i = commitment(value, hedge, rounding_of(value));
  return (i.low.unbounded ? "(-inf" : (i.low.open ? "(" : "[") + i.low.value.normalized().to_string()) + ", " +
         (i.high.unbounded ? "inf)" : i.high.value.normalized().to_string() + (i.high.open ? ")" : "]"));
}
std::string committed(std::string_view value, Hedge hedge) { return committed(decimal(value), hedge); }

TEST(Commitment, ABareFigureIsRoundedAtItsLastDigit) {
  EXPECT_EQ(committed("1263", Hedge::none), "[1262.5, 1263.5]");
  EXPECT_EQ(committed("17.4", Hedge::none), "[17.35, 17.45]");
  EXPECT_EQ(committed("7.0", Hedge::none), "[6.95, 7.05]");
  EXPECT_EQ(committed("35000", Hedge::none), "[34500, 35500]");
  EXPECT_EQ(committed(Decimal{35, 5}, Hedge::none), "[3450000, 3550000]") << "3.5 million";
  EXPECT_EQ(committed(Decimal{3, 6}, Hedge::none), "[2500000, 3500000]");
  EXPECT_EQ(committed("-2.5", Hedge::none), "[-2.55, -2.45]");
  EXPECT_EQ(committed("0", Hedge::none), "[-0.5, 0.5]");
}

TEST(Commitment, AnApproximationReachesTenPercentAndHalfAUnitAtLeast) {
  EXPECT_EQ(committed("250", Hedge::about), "[225, 275]");
  EXPECT_EQ(committed("2", Hedge::about), "[1.5, 2.5]") << "a tenth of 2 would be narrower than the bare figure";
  EXPECT_EQ(committed("-250", Hedge::about), "[-275, -225]");
  EXPECT_EQ(committed(Decimal{3, 6}, Hedge::about), "[2500000, 3500000]");
}

TEST(Commitment, OneSidedHedgesStopBeforeTheFigure) {
  EXPECT_EQ(committed("250", Hedge::nearly), "[225, 250)");
  EXPECT_EQ(committed("260", Hedge::just_under), "[247, 260)");
  EXPECT_EQ(committed("260", Hedge::just_over), "(260, 273]");
  EXPECT_EQ(committed("2", Hedge::nearly), "[1.5, 2)");
}

TEST(Commitment, BoundsReachToInfinity) {
  EXPECT_EQ(committed("50", Hedge::more_than), "(50, inf)");
  EXPECT_EQ(committed("50", Hedge::at_least), "[50, inf)");
  EXPECT_EQ(committed("50", Hedge::less_than), "(-inf, 50)");
  EXPECT_EQ(committed("50", Hedge::at_most), "(-inf, 50]");
}

TEST(Commitment, ExactlyIsOneCountOrTheLastWrittenPlace) {
  EXPECT_EQ(committed("300", Hedge::exactly), "[300, 300]");
  EXPECT_EQ(committed("2.5", Hedge::exactly), "[2.45, 2.55]");
}

TEST(Commitment, VagueWordsBringTheirOwnInterval) { EXPECT_EQ(committed("12", Hedge::vague), "(-inf, inf)"); }

TEST(Commitment, NoHedgeExcludesMoreThanItSays) {
  for (Decimal const value : {decimal("1"), decimal("7.0"), decimal("225"), decimal("35000"),
                              decimal("999999999999999999"), Decimal{1, -18}, Decimal{3, 1000}}) {
    for (int i = 0; i <= static_cast<int>(Hedge::vague); ++i) {
      auto const hedge = static_cast<Hedge>(i);
      Interval const interval = commitment(value, hedge, rounding_of(value));
      EXPECT_FALSE(interval.is_empty()) << value.to_string() << ' ' << name_of(hedge);
      bool const excluded = hedge == Hedge::nearly || hedge == Hedge::just_under || hedge == Hedge::just_over ||
                            hedge == Hedge::more_than || hedge == Hedge::less_than;
      EXPECT_EQ(interval.contains(value), !excluded) << value.to_string() << ' ' << name_of(hedge);
    }
  }
}

TEST(Names, OfKindsAndGroupsAreReadBack) {
  std::set<std::string_view> names;
  std::set<Group> groups;
  for (int i = 0; i <= static_cast<int>(Kind::direction); ++i) {
    auto const kind = static_cast<Kind>(i);
    EXPECT_EQ(kind_named(name_of(kind)), kind);
    EXPECT_TRUE(names.insert(name_of(kind)).second) << name_of(kind);
    groups.insert(group_of(kind));
    EXPECT_EQ(is_temporal(kind), group_of(kind) == Group::temporal) << name_of(kind);
    EXPECT_EQ(is_quantity(kind), group_of(kind) == Group::quantity) << name_of(kind);
  }
  EXPECT_EQ(name_of(Kind::fuel_economy), "fuel-economy");
  EXPECT_EQ(name_of(Kind::date), "date");
  for (int i = 0; i <= static_cast<int>(Group::direction); ++i) {
    auto const group = static_cast<Group>(i);
    EXPECT_EQ(group_named(name_of(group)), group);
    EXPECT_TRUE(groups.contains(group)) << name_of(group) << " has no kind";
  }
  for (auto const* stranger : {"", "Date", "dates", "figure"}) {
    EXPECT_FALSE(kind_named(stranger)) << stranger;
    EXPECT_FALSE(group_named(stranger)) << stranger;
  }
}

TEST(Names, FiguresHaveANumber) {
  for (Kind const kind : {Kind::duration, Kind::age, Kind::score, Kind::number, Kind::fuel_economy})
    EXPECT_TRUE(is_figure(kind)) << name_of(kind);
  for (Kind const kind : {Kind::date, Kind::time, Kind::recurrence, Kind::reference, Kind::direction})
    EXPECT_FALSE(is_figure(kind)) << name_of(kind);
}

TEST(Names, OfLevelsAreReadBack) {
  for (auto const level : {Level::off, Level::note, Level::warning, Level::error})
    EXPECT_EQ(level_named(name_of(level)), level);
  EXPECT_FALSE(level_named("fatal"));
}

} // namespace
} // namespace claimcheck
