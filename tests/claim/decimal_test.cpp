// Decimals: what is read is what is written again, and every result is the exact one or a neighbour on the side that
// was asked for.
#include "claim/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "claim/samples.hpp"

namespace claimcheck {
namespace {

Decimal decimal(std::string_view text) {
  auto const value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal{});
}

std::string written(std::string_view text) { return decimal(text).to_string(); }

TEST(Decimal, KeepsWhatWasWritten) {
  for (auto const* text : {"0", "7", "7.0", "-12.50", "0.05", "0.00", "35000", "361.9", "999999999999999999",
                           "-0.000000000000000001", "100000000000000000000"})
    EXPECT_EQ(written(text), text);
  EXPECT_TRUE(same_digits(decimal("1.20"), {120, -2}));
  EXPECT_FALSE(same_digits(decimal("1.20"), decimal("1.2")));
  EXPECT_EQ(decimal("1.20"), decimal("1.2"));
  EXPECT_EQ(written(".5"), "0.5");
  EXPECT_EQ(written("+5."), "5");
  EXPECT_EQ(written("007"), "7");
  EXPECT_EQ(written("3e6"), "3000000");
  EXPECT_EQ(written("12.5E-1"), "1.25");
  EXPECT_EQ(written("-0"), "0");
}

TEST(Decimal, ReadsNothingElse) {
  for (auto const* text : {"", "-", "+", ".", "-.", "e5", "1e", "1e+", "1e5.5", "1,000", " 1", "1 ", "1.2.3", "--1",
                           "0x1", "inf", "nan", "1e5x", "\xC2\xBD"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, RoundsOffDigitsPastTheEighteenth) {
  EXPECT_EQ(written("1234567890123456784"), "1234567890123456780");
  EXPECT_EQ(written("1234567890123456785"), "1234567890123456790");
  EXPECT_EQ(written("-0.1234567890123456785"), "-0.123456789012345679");
  EXPECT_EQ(written("0.12345678901234567849999"), "0.123456789012345678");
  EXPECT_EQ(decimal("0.9999999999999999999"), Decimal{1}) << "the carry runs through";
  EXPECT_EQ(decimal("9999999999999999999"), decimal("1e19"));
  EXPECT_EQ(decimal(std::string(400, '9')), decimal("1e400"));
  EXPECT_EQ(decimal("0." + std::string(400, '0') + "7"), decimal("7e-401"));
}

TEST(Decimal, ExponentsEndAtAThousand) {
  Decimal const greatest{999'999'999'999'999'999, 1000};
  EXPECT_EQ(decimal("1e1010"), (Decimal{10'000'000'000, 1000}));
  for (auto const* text : {"1e1018", "2e2000", "1e99999999999999999999"}) EXPECT_EQ(decimal(text), greatest) << text;
  EXPECT_EQ(decimal("-1e5000"), greatest.negated());
  EXPECT_EQ(decimal("5e-1001"), (Decimal{1, -1000})) << "rounded, half away from zero";
  EXPECT_TRUE(decimal("4e-1001").is_zero());
  EXPECT_TRUE(decimal("1e-99999999999999999999").is_zero());
  Decimal const tiny{1, -1000};
  EXPECT_EQ(multiply(tiny, tiny, Rounding::up), tiny);
  EXPECT_TRUE(multiply(tiny, tiny, Rounding::down).is_zero());
  EXPECT_EQ(multiply(tiny, tiny.negated(), Rounding::down), tiny.negated());
  EXPECT_TRUE(multiply(tiny, tiny.negated(), Rounding::up).is_zero());
  EXPECT_EQ(multiply(greatest, greatest), greatest);
  EXPECT_EQ(add(greatest, greatest), greatest);
}

TEST(Decimal, LongNumbersAreWrittenScientifically) {
  EXPECT_EQ((Decimal{1, 20}).to_string(), "100000000000000000000");
  EXPECT_EQ((Decimal{1, 21}).to_string(), "1e21");
  EXPECT_EQ((Decimal{-15, 30}).to_string(), "-15e30");
  EXPECT_EQ((Decimal{1, -21}).to_string(), "0.000000000000000000001");
  EXPECT_EQ((Decimal{1, -22}).to_string(), "1e-22");
  EXPECT_EQ((Decimal{0, 50}).to_string(), "0");
  EXPECT_EQ((Decimal{0, -50}).to_string(), "0");
}

TEST(Decimal, IsReadBackAsItself) {
  holds("to_string and parse", [] {
    Decimal const value = *any_decimal();
    auto const back = Decimal::parse(value.to_string());
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == value);
  });
}

TEST(Decimal, OrderGoesByValueAcrossExponents) {
  EXPECT_EQ((Decimal{12, -1}), (Decimal{120, -2}));
  EXPECT_LT((Decimal{999, -3}), Decimal{1});
  EXPECT_LT((Decimal{-1}), (Decimal{-999, -3}));
  EXPECT_LT((Decimal{999'999'999'999'999'999, 0}), (Decimal{1, 19})) << "18 digits below one digit";
  EXPECT_LT((Decimal{-1, 19}), (Decimal{-999'999'999'999'999'999, 0}));
  EXPECT_GT((Decimal{1, 1000}), (Decimal{999'999'999'999'999'999, -1000}));
  EXPECT_EQ((Decimal{1, 18}), (Decimal{1'000'000, 12}));
  EXPECT_EQ((Decimal{0, 5}), (Decimal{0, -5}));
  EXPECT_GT(Decimal{0}, (Decimal{-1, -1000}));
  holds("order is that of the difference", [] {
    Decimal const a = *near_decimal(), b = *near_decimal();
    Decimal const d = subtract(a, b);
    RC_ASSERT((a <=> b) == (d <=> Decimal{}));
    RC_ASSERT((b <=> a) == (Decimal{} <=> d));
  });
}

TEST(Decimal, SumsAreExactWhereTheyFit) {
  EXPECT_EQ(decimal("0.1") + decimal("0.2"), decimal("0.3"));
  EXPECT_EQ((decimal("0.1") + decimal("0.20")).to_string(), "0.30") << "the finer place stays";
  EXPECT_EQ(decimal("999999999999999999") - decimal("999999999999999998"), Decimal{1});
  EXPECT_EQ(decimal("1e18") - Decimal{1}, decimal("999999999999999999"));
}

// A quotient has 18 digits: 1 and a thirtieth are 19 places apart, which is no reason to forget the thirtieth.
TEST(Decimal, SumsOfDistantPlacesKeepBoth) {
  Decimal const thirtieth = divide(1, 30);
  EXPECT_EQ((Decimal{1} + thirtieth).to_string(), "1.03333333333333333");
  EXPECT_EQ((Decimal{100} - thirtieth).significant(10), decimal("99.96666667"));
  EXPECT_EQ((Decimal{1} + Decimal{999'999'999'999'999'999, -19}).significant(9), decimal("1.1"));
  Decimal const big{1, 20};
  EXPECT_EQ(subtract(big, 1, Rounding::nearest), big);
  EXPECT_EQ(subtract(big, 1, Rounding::up), big);
  EXPECT_EQ(subtract(big, 1, Rounding::down), decimal("99999999999999999900"));
  EXPECT_EQ(add(big, 1, Rounding::down), big);
  EXPECT_EQ(add(big, 1, Rounding::up), decimal("100000000000000001000"));
  EXPECT_EQ(add(Decimal{0, 30}, 1), Decimal{1});
  EXPECT_EQ(add(big, Decimal{0, -900}), big);
}

TEST(Decimal, ProductsAndQuotients) {
  EXPECT_EQ(decimal("1.5") * decimal("-0.2"), decimal("-0.3"));
  EXPECT_EQ(divide(12, 4).to_string(), "3");
  EXPECT_EQ(divide(1, 8), decimal("0.125"));
  EXPECT_EQ(divide(-1, 8), decimal("-0.125"));
  EXPECT_EQ(divide(1, 3).to_string(), "0.333333333333333333");
  EXPECT_EQ(divide(2, 3).to_string(), "0.666666666666666667");
  EXPECT_EQ(divide(2, 3, Rounding::down).to_string(), "0.666666666666666666");
  EXPECT_EQ(divide(-2, 3, Rounding::down).to_string(), "-0.666666666666666667");
  EXPECT_EQ(divide(-2, 3, Rounding::up).to_string(), "-0.666666666666666666");
  EXPECT_EQ(divide(0, 7), Decimal{0});
  EXPECT_EQ(divide(999'999'999'999'999'999, 1), decimal("999999999999999999"));
  EXPECT_EQ(divide(1, 999'999'999'999'999'999).significant(3), decimal("1.00e-18"));
  // (10^9 + 1)(10^9 - 1) = 10^18 - 1, (10^9 + 1)^2 = 10^18 + 2 x 10^9 + 1
  EXPECT_EQ(Decimal{1'000'000'001} * Decimal{999'999'999}, decimal("999999999999999999"));
  EXPECT_EQ(multiply(1'000'000'001, 1'000'000'001, Rounding::down), decimal("1000000002000000000"));
  EXPECT_EQ(multiply(1'000'000'001, 1'000'000'001, Rounding::up), decimal("1000000002000000010"));
  EXPECT_EQ(multiply(-1'000'000'001, 1'000'000'001, Rounding::down), decimal("-1000000002000000010"));
}

/// `down` and `up` are the same number, or neighbours with the exact result between them, and `nearest` is one of the
/// two.
void bracket(Decimal down, Decimal nearest, Decimal up) {
  RC_ASSERT(down <= nearest);
  RC_ASSERT(nearest <= up);
  RC_ASSERT(nearest == down || nearest == up);
  if (down == up) return;
  Decimal const coarser = down.abs() < up.abs() ? up.abs() : down.abs();
  RC_ASSERT(subtract(up, down) <= multiply(coarser, Decimal{1, -17}));
}

TEST(Decimal, DirectedRoundingBracketsTheExactResult) {
  holds("sums", [] {
    Decimal const a = *any_decimal(), b = *any_decimal();
    Decimal const down = add(a, b, Rounding::down), up = add(a, b, Rounding::up);
    bracket(down, add(a, b), up);
    RC_ASSERT(compare_sum(a, b, down) >= 0);
    RC_ASSERT(compare_sum(a, b, up) <= 0);
  });
  holds("products", [] {
    Decimal const a = *any_decimal(), b = *any_decimal();
    Decimal const down = multiply(a, b, Rounding::down), up = multiply(a, b, Rounding::up);
    bracket(down, multiply(a, b), up);
    RC_ASSERT(compare_product(a, b, down) >= 0);
    RC_ASSERT(compare_product(a, b, up) <= 0);
  });
  holds("quotients", [] {
    Decimal const a = *any_decimal(), b = *any_decimal();
    RC_PRE(!b.is_zero());
    Decimal const down = divide(a, b, Rounding::down), up = divide(a, b, Rounding::up);
    bracket(down, divide(a, b), up);
    int const sign = b.is_negative() ? -1 : 1; // down <= a / b  <=>  down x b <= a where b > 0
    RC_ASSERT(compare_product(down, b, a) * sign <= 0);
    RC_ASSERT(compare_product(up, b, a) * sign >= 0);
  });
}

TEST(Decimal, RoundsToAPlace) {
  Decimal const value = decimal("-1234.567");
  EXPECT_EQ(value.rounded_to(-2).to_string(), "-1234.57");
  EXPECT_EQ(value.rounded_to(-2, Rounding::up).to_string(), "-1234.56");
  EXPECT_EQ(value.rounded_to(-2, Rounding::down).to_string(), "-1234.57");
  EXPECT_EQ(value.rounded_to(2).to_string(), "-1200");
  EXPECT_EQ(value.rounded_to(-5).to_string(), "-1234.567") << "nothing to round";
  EXPECT_EQ(decimal("2.5").rounded_to(0), Decimal{3}) << "half away from zero";
  EXPECT_EQ(decimal("-2.5").rounded_to(0), Decimal{-3});
  EXPECT_EQ(decimal("2.49").rounded_to(0), Decimal{2});
  EXPECT_EQ(decimal("5").rounded_to(18), Decimal{0});
  EXPECT_EQ(decimal("5").rounded_to(30, Rounding::up), (Decimal{1, 30}));
  EXPECT_EQ(decimal("-5").rounded_to(30, Rounding::down), (Decimal{-1, 30}));
  EXPECT_EQ(decimal("-5").rounded_to(30, Rounding::up), Decimal{0});
  EXPECT_EQ(Decimal{0}.rounded_to(30, Rounding::up), Decimal{0});
  EXPECT_EQ(decimal("0.5").rounded_to(std::numeric_limits<std::int32_t>::max()), Decimal{0});
  EXPECT_EQ(decimal("0.5").rounded_to(std::numeric_limits<std::int32_t>::min()), decimal("0.5"));
}

TEST(Decimal, RoundsToSignificantDigits) {
  EXPECT_EQ(decimal("123456").significant(3), Decimal{123000});
  EXPECT_EQ(decimal("-123456").significant(3, Rounding::down), Decimal{-124000});
  EXPECT_EQ(decimal("999.96").significant(4), Decimal{1000});
  EXPECT_EQ(decimal("0.00012345").significant(2).to_string(), "0.00012");
  EXPECT_EQ(decimal("12").significant(5).to_string(), "12");
  EXPECT_EQ(decimal("999999999999999999").significant(17), decimal("1e18"));
  EXPECT_EQ(Decimal{0}.significant(3), Decimal{0});
}

TEST(Decimal, TheRoundingUnitIsTheLastDigitThatSaysSomething) {
  EXPECT_EQ(decimal("7.0").rounding_unit(), decimal("0.1"));
  EXPECT_EQ(decimal("225").rounding_unit(), Decimal{1});
  EXPECT_EQ(decimal("35000").rounding_unit(), Decimal{1000});
  EXPECT_EQ((Decimal{35, 5}).rounding_unit(), Decimal{100'000}) << "3.5 million";
  EXPECT_EQ(decimal("-300").rounding_unit(), Decimal{100});
  EXPECT_EQ(Decimal{0}.rounding_unit(), Decimal{1});
  EXPECT_EQ(decimal("0.00").rounding_unit(), decimal("0.01"));
  EXPECT_EQ(decimal("35000").last_place(), Decimal{1});
}

TEST(Decimal, KnowsWholeNumbers) {
  for (auto const* text : {"0", "7", "7.0", "-12.000", "3e6", "0.00"}) EXPECT_TRUE(decimal(text).is_integer()) << text;
  for (auto const* text : {"7.1", "-0.5", "1e-3"}) EXPECT_FALSE(decimal(text).is_integer()) << text;
}

TEST(Decimal, GoesToDoubleAndBack) {
  EXPECT_EQ(decimal("0.1").to_double(), 0.1);
  EXPECT_EQ(decimal("-1234.5678").to_double(), -1234.5678);
  EXPECT_EQ(decimal("6.02214076e23").to_double(), 6.02214076e23);
  EXPECT_EQ(decimal("123456789012345678").to_double(), 123456789012345678.0);
  EXPECT_EQ((Decimal{1, 1000}).to_double(), std::numeric_limits<double>::infinity());
  EXPECT_EQ((Decimal{-1, 1000}).to_double(), -std::numeric_limits<double>::infinity());
  EXPECT_EQ((Decimal{1, -1000}).to_double(), 0.0);
  EXPECT_EQ(Decimal::from_double(0.1), decimal("0.1"));
  EXPECT_EQ(Decimal::from_double(-361.9), decimal("-361.9"));
  EXPECT_EQ(Decimal::from_double(1e300), decimal("1e300"));
  EXPECT_EQ(Decimal::from_double(0.1 + 0.2), decimal("0.3")) << "15 digits do not show the noise";
  EXPECT_EQ(Decimal::from_double(std::nan("")), Decimal{0});
  EXPECT_EQ(Decimal::from_double(std::numeric_limits<double>::infinity()), Decimal{0});
}

} // namespace
} // namespace claimcheck
