// Units: dimensions as text, conversions of readings and of differences. The factors of the word lists are tested in
// tests/lexicon.
#include "claim/unit.hpp"

#include <gtest/gtest.h>

#include "claim/samples.hpp"

namespace claimcheck {
namespace {

Dimension dimension(std::string_view text) {
  auto const found = dimension_named(text);
  EXPECT_TRUE(found) << text;
  return found.value_or(Dimension{});
}

struct Table {
  UnitTable units;
  UnitId metre, mile, celsius, fahrenheit, dollar, euro, seat, chair;

  Table() {
    auto const add = [&](std::string const& code, std::string_view of, Decimal factor = 1, Decimal divisor = 1,
                         Decimal offset = 0) {
      Unit unit;
      unit.code = code;
      unit.dimension = dimension(of);
      unit.factor = factor, unit.divisor = divisor, unit.offset = offset;
      return units.add(unit);
    };
    metre = add("m", "length");
    mile = add("[mi_i]", "length", Decimal{1609344, -3});
    celsius = add("Cel", "temperature", 1, 1, Decimal{27315, -2});
    fahrenheit = add("[degF]", "temperature", 5, 9, divide(Decimal{45967 * 5, -2}, 9));
    dollar = add("USD", "money");
    euro = add("EUR", "money");
    seat = add("{seat}", "none");
    chair = add("{chair}", "none");
  }
};

TEST(Dimension, IsReadBackAsWritten) {
  for (auto const* text : {"none", "length", "length^2", "length/time", "length*mass/time^2", "1/time",
                           "information/time", "1/length^2", "length^2*mass/time^3/current^2"})
    EXPECT_EQ(to_string(dimension(text)), text);
  EXPECT_EQ(to_string(dimension("mass*length/time^2")), "length*mass/time^2") << "in the order of the base";
  EXPECT_TRUE(dimension("length/length").is_none());
}

TEST(Dimension, RefusesWhatIsNone) {
  for (auto const* text : {"", "weight", "length^", "length^0", "length^x", "length^2^3", "length/", "*length",
                           "length**mass", "length mass", "Length"})
    EXPECT_FALSE(dimension_named(text)) << text;
  std::string huge = "length^9";
  for (int i = 0; i < 20; ++i) huge += "*length^9";
  EXPECT_FALSE(dimension_named(huge));
}

TEST(Dimension, MultipliesAndDivides) {
  EXPECT_EQ(dimension("length") * dimension("length"), dimension("length^2"));
  EXPECT_EQ(dimension("length") / dimension("time"), dimension("length/time"));
  EXPECT_TRUE((dimension("mass") / dimension("mass")).is_none());
}

TEST(UnitTable, FindsByCode) {
  Table const t;
  EXPECT_EQ(t.units.find("[mi_i]"), t.mile);
  EXPECT_EQ(t.units[t.mile].code, "[mi_i]");
  EXPECT_FALSE(t.units.find("mi"));
  EXPECT_FALSE(t.units.find(""));
  EXPECT_EQ(t.units.size(), 9u) << "eight and no unit";
}

TEST(UnitTable, ConvertsWithinADimension) {
  Table const t;
  EXPECT_TRUE(t.units.convertible(t.mile, t.metre));
  EXPECT_TRUE(t.units.convertible(no_unit, no_unit));
  EXPECT_TRUE(t.units.convertible(t.dollar, t.dollar));
  EXPECT_FALSE(t.units.convertible(t.mile, t.celsius));
  EXPECT_FALSE(t.units.convertible(t.dollar, t.euro)) << "no fixed rate";
  EXPECT_FALSE(t.units.convertible(t.seat, t.chair)) << "no dimension says that they are alike";
  EXPECT_FALSE(t.units.convertible(t.mile, no_unit));
}

TEST(UnitTable, ReadingsHaveAnOffsetAndDifferencesNone) {
  Table const t;
  auto const convert = [&](Decimal value, UnitId from, UnitId to, bool difference = false) {
    return t.units.convert(value, from, to, Rounding::nearest, difference).significant(9);
  };
  EXPECT_EQ(convert(100, t.celsius, t.fahrenheit), Decimal{212});
  EXPECT_EQ(convert(-40, t.celsius, t.fahrenheit), Decimal{-40});
  EXPECT_EQ(convert(50, t.fahrenheit, t.celsius), Decimal{10});
  EXPECT_EQ(convert(2, t.celsius, t.fahrenheit, true), (Decimal{36, -1}));
  EXPECT_EQ(convert(-5, t.mile, t.metre), (Decimal{-804672, -2}));
  EXPECT_TRUE(same_digits(t.units.convert(Decimal{50, -1}, t.mile, t.mile, Rounding::nearest), {50, -1}))
      << "the same unit: nothing is touched";
}

TEST(UnitTable, ConvertedIntervalsEncloseAndKeepTheirEnds) {
  Table const t;
  Interval const far = t.units.convert(Interval::more_than(3), t.mile, t.metre);
  EXPECT_TRUE(far.low.open);
  EXPECT_EQ(far.low.value, (Decimal{4828032, -3}));
  EXPECT_TRUE(far.high.unbounded);
  holds("there and back", [&t] {
    Decimal const value = *decimals(6);
    for (auto const& [from, to] :
         {std::pair{t.metre, t.mile}, std::pair{t.mile, t.metre}, std::pair{t.celsius, t.fahrenheit}}) {
      Interval const there = t.units.convert(Interval::point(value), from, to);
      RC_ASSERT(!there.is_empty());
      RC_ASSERT(t.units.convert(there, to, from).contains(value));
    }
  });
}

} // namespace
} // namespace claimcheck
