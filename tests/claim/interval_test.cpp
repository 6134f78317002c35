// Intervals: what their order and distance say, and that arithmetic on them never loses a value.
#include "claim/interval.hpp"

#include <gtest/gtest.h>

#include "claim/samples.hpp"

namespace claimcheck {
namespace {

Interval const nothing = Interval::between(60, 40);
Interval const open_unit{Bound::open_at(0), Bound::open_at(1)};

/// As `[1, 2)`, `(-inf, 3]`.
std::string form(Interval const& i) {
  return (i.low.unbounded ? "(-inf" : (i.low.open ? "(" : "[") + i.low.value.normalized().to_string()) + ", " +
         (i.high.unbounded ? "inf)" : i.high.value.normalized().to_string() + (i.high.open ? ")" : "]"));
}

TEST(Interval, ContainsItsClosedEndsOnly) {
  EXPECT_TRUE(Interval::between(1, 2).contains(1));
  EXPECT_TRUE(Interval::between(1, 2).contains(Decimal{15, -1}));
  EXPECT_FALSE(Interval::between(1, 2).contains(Decimal{200001, -5}));
  EXPECT_FALSE(Interval::more_than(5).contains(5));
  EXPECT_TRUE(Interval::more_than(5).contains(Decimal{1, 900}));
  EXPECT_TRUE(Interval::at_least(5).contains(5));
  EXPECT_FALSE(Interval::less_than(5).contains(5));
  EXPECT_TRUE(Interval::at_most(5).contains(5));
  EXPECT_TRUE(Interval::everything().contains(-7));
  EXPECT_FALSE(nothing.contains(50));
  EXPECT_EQ(form(Interval::around(5, -2)), "[3, 7]") << "a margin is an amount";
}

TEST(Interval, EmptyOnesAreKnown) {
  EXPECT_TRUE(nothing.is_empty());
  EXPECT_TRUE((Interval{Bound::open_at(1), Bound::closed_at(1)}).is_empty());
  EXPECT_FALSE(Interval::point(1).is_empty());
  EXPECT_FALSE(Interval::everything().is_empty());
  EXPECT_FALSE(meet(nothing, Interval::everything()));
  EXPECT_FALSE(intersection(nothing, nothing));
}

TEST(Interval, MeetsWhereAValueIsShared) {
  EXPECT_TRUE(meet(Interval::between(1, 2), Interval::between(2, 3)));
  EXPECT_FALSE(meet(Interval::between(1, 2), Interval::more_than(2)));
  EXPECT_FALSE(meet(Interval::less_than(2), Interval::point(2)));
  EXPECT_TRUE(meet(Interval::at_least(100), Interval::more_than(200)));
  EXPECT_FALSE(meet(Interval::at_most(10), Interval::at_least(11)));
  EXPECT_TRUE(meet(Interval::between(0, 10), Interval::point(5)));
}

TEST(Interval, WithinMeansEveryValue) {
  EXPECT_TRUE(within(Interval::between(1, 2), Interval::between(1, 2)));
  EXPECT_TRUE(within(open_unit, Interval::between(0, 1)));
  EXPECT_FALSE(within(Interval::between(0, 1), open_unit));
  EXPECT_FALSE(within(Interval::at_least(5), Interval::between(0, 100)));
  EXPECT_TRUE(within(Interval::point(5), Interval::at_least(5)));
  EXPECT_FALSE(within(Interval::everything(), Interval::at_least(5)));
}

TEST(Interval, TheGapIsTheDistance) {
  EXPECT_EQ(gap(Interval::between(1, 2), Interval::between(5, 6)), Decimal{3});
  EXPECT_EQ(gap(Interval::between(5, 6), Interval::between(1, 2)), Decimal{3});
  EXPECT_EQ(gap(Interval::between(1, 5), Interval::between(3, 6)), Decimal{0});
  EXPECT_EQ(gap(Interval::less_than(2), Interval::at_least(2)), Decimal{0}) << "disjoint, but nothing lies between";
  EXPECT_EQ(gap(Interval::at_most(-10), Interval::at_least(5)), Decimal{15});
}

TEST(Interval, HullAndIntersection) {
  EXPECT_EQ(form(hull(Interval::between(1, 2), Interval::between(5, 6))), "[1, 6]");
  EXPECT_EQ(form(hull(open_unit, Interval::between(0, Decimal{5, -1}))), "[0, 1)");
  EXPECT_EQ(form(hull(Interval::at_most(1), Interval::at_least(9))), "(-inf, inf)");
  EXPECT_EQ(form(*intersection(Interval::between(1, 5), Interval::more_than(3))), "(3, 5]");
  EXPECT_EQ(form(*intersection(open_unit, Interval::between(0, 1))), "(0, 1)");
  EXPECT_FALSE(intersection(Interval::point(1), Interval::point(2)));
}

TEST(Interval, OrderIsCertainOrUnknown) {
  EXPECT_EQ(less(Interval::between(1, 2), Interval::between(3, 4)), Truth::yes);
  EXPECT_EQ(less(Interval::between(3, 4), Interval::between(1, 2)), Truth::no);
  EXPECT_EQ(less(Interval::between(1, 3), Interval::between(2, 4)), Truth::unknown);
  EXPECT_EQ(less(Interval::between(1, 2), Interval::between(2, 3)), Truth::unknown) << "2 and 2";
  EXPECT_EQ(less(Interval::less_than(2), Interval::between(2, 3)), Truth::yes);
  EXPECT_EQ(less(Interval::between(2, 3), Interval::between(1, 2)), Truth::no) << "at least equal";
  EXPECT_EQ(less(Interval::point(2), Interval::point(2)), Truth::no);
  EXPECT_EQ(less(Interval::more_than(5), Interval::at_most(5)), Truth::no);
  EXPECT_EQ(less(Interval::everything(), Interval::point(1)), Truth::unknown);
  EXPECT_EQ(less_or_equal(Interval::between(1, 2), Interval::between(2, 3)), Truth::yes);
  EXPECT_EQ(less_or_equal(Interval::more_than(2), Interval::between(1, 2)), Truth::no);
  EXPECT_EQ(less_or_equal(Interval::between(2, 3), Interval::between(1, 2)), Truth::unknown);
  EXPECT_EQ(equal(Interval::point(2), Interval::point(Decimal{20, -1})), Truth::yes);
  EXPECT_EQ(equal(Interval::point(2), Interval::between(1, 3)), Truth::unknown);
  EXPECT_EQ(equal(Interval::point(2), Interval::more_than(2)), Truth::no);
}

TEST(Interval, NothingIsDecidedAboutTheImpossible) {
  for (Interval const& other : {Interval::point(50), Interval::everything(), nothing}) {
    EXPECT_EQ(less(nothing, other), Truth::unknown);
    EXPECT_EQ(less_or_equal(other, nothing), Truth::unknown);
    EXPECT_EQ(equal(nothing, other), Truth::unknown);
    EXPECT_EQ(equal(other, nothing), Truth::unknown);
  }
}

TEST(Interval, ReadsAsWords) {
  EXPECT_EQ(Interval::between(361, 363).to_string(), "361 to 363");
  EXPECT_EQ(Interval::point(7).to_string(), "7");
  EXPECT_EQ(Interval::more_than(50).to_string(), "more than 50");
  EXPECT_EQ(Interval::at_least(50).to_string(), "at least 50");
  EXPECT_EQ(Interval::less_than(12).to_string(), "less than 12");
  EXPECT_EQ(Interval::at_most(12).to_string(), "at most 12");
  EXPECT_EQ(Interval::everything().to_string(), "anything");
}

TEST(Interval, HasAMiddle) {
  EXPECT_EQ(Interval::between(1, 4).middle(), (Decimal{25, -1}));
  EXPECT_EQ(Interval::between(-4, 1).middle(), (Decimal{-15, -1}));
  EXPECT_EQ(Interval::more_than(3).middle(), Decimal{3});
  EXPECT_EQ(Interval::at_most(3).middle(), Decimal{3});
  EXPECT_EQ(Interval::everything().middle(), Decimal{0});
}

TEST(Interval, SumsAndProductsKeepOpenEnds) {
  EXPECT_EQ(form(Interval::between(1, 2) + Interval::between(10, 20)), "[11, 22]");
  EXPECT_EQ(form(Interval::between(1, 2) - Interval::between(10, 20)), "[-19, -8]");
  EXPECT_EQ(form(open_unit + Interval::between(1, 2)), "(1, 3)");
  EXPECT_EQ(form(Interval::at_least(1) + Interval::point(5)), "[6, inf)");
  EXPECT_EQ(form(Interval::at_least(1) - Interval::at_least(1)), "(-inf, inf)");
  EXPECT_EQ(form(Interval::between(-2, 3) * Interval::between(-5, 4)), "[-15, 12]");
  EXPECT_EQ(form(Interval::at_least(2) * Interval::at_least(3)), "[6, inf)");
  EXPECT_EQ(form(Interval::at_least(2) * Interval::point(-3)), "(-inf, -6]");
  EXPECT_EQ(form(Interval::at_most(-2) * Interval::less_than(-3)), "(6, inf)");
  EXPECT_EQ(form(Interval::everything() * Interval::point(0)), "[0, 0]") << "0 times whatever";
  EXPECT_EQ(form(Interval::more_than(0) * Interval::between(0, 2)), "[0, inf)") << "0 is reached";
  EXPECT_EQ(form(open_unit * Interval::between(1, 2)), "(0, 2)");
  EXPECT_EQ(form(negate(Interval::more_than(5))), "(-inf, -5)");
  EXPECT_EQ(form(widen(Interval::between(1, 2), Decimal{5, -1})), "[0.5, 2.5]");
  EXPECT_EQ(form(absolute(Interval::between(-3, 2))), "[0, 3]");
  EXPECT_EQ(form(absolute(Interval::between(-3, -2))), "[2, 3]");
  EXPECT_EQ(form(absolute(Interval::at_most(2))), "[0, inf)");
  EXPECT_EQ(form(absolute(Interval{Bound::open_at(-3), Bound::closed_at(3)})), "[0, 3]");
}

TEST(Interval, DivisionMindsZero) {
  EXPECT_EQ(form(Interval::point(12) / Interval::point(4)), "[3, 3]");
  EXPECT_EQ(form(Interval::between(10, 20) / Interval::between(2, 4)), "[2.5, 10]");
  EXPECT_EQ(form(Interval::between(10, 20) / Interval::between(-4, -2)), "[-10, -2.5]");
  for (Interval const& zero : {Interval::between(-1, 1), Interval::between(0, 1), Interval::between(-1, 0),
                               Interval::point(0), Interval::everything(), Interval::at_least(0)})
    EXPECT_TRUE((Interval::between(10, 20) / zero).is_everything()) << form(zero);
  EXPECT_EQ(form(Interval::between(10, 20) / Interval{Bound::open_at(0), Bound::closed_at(2)}), "[5, inf)")
      << "as near to zero as you like";
  EXPECT_EQ(form(Interval::between(10, 20) / Interval{Bound::closed_at(-2), Bound::open_at(0)}), "(-inf, -5]");
  EXPECT_EQ(form(Interval::between(10, 20) / Interval::more_than(0)), "(0, inf)");
  EXPECT_EQ(form(Interval::between(10, 20) / Interval::at_least(2)), "(0, 10]");
  EXPECT_TRUE((Interval::point(1) / nothing).is_everything());
  Interval const third = Interval::point(1) / Interval::point(3);
  EXPECT_LT(compare_product(third.low.value, 3, 1), 0);
  EXPECT_GT(compare_product(third.high.value, 3, 1), 0);
}

/// An interval and a value in it.
struct Sample {
  Interval interval;
  Decimal value;
};

Sample sample() {
  Decimal const value = *decimals(12);
  auto const margin = [] { return (*decimals(12)).abs(); };
  Sample out{Interval::point(value), value};
  if (*rc::gen::inRange(0, 5) == 0) return out;
  Decimal const below = margin(), above = margin();
  out.interval = {Bound::closed_at(subtract(value, below, Rounding::down)),
                  Bound::closed_at(add(value, above, Rounding::up))};
  out.interval.low.open = out.interval.low.value < value && *rc::gen::arbitrary<bool>();
  out.interval.high.open = out.interval.high.value > value && *rc::gen::arbitrary<bool>();
  if (*rc::gen::inRange(0, 6) == 0) out.interval.low = Bound::none();
  if (*rc::gen::inRange(0, 6) == 0) out.interval.high = Bound::none();
  return out;
}

/// `sign_of(end)` tells on which side of the exact result an end lies: below it, above it, at it (-1, 1, 0).
template <class Sign>
bool encloses(Interval const& i, Sign const& sign_of) {
  if (!i.low.unbounded && (sign_of(i.low.value) > 0 || (i.low.open && sign_of(i.low.value) == 0))) return false;
  return i.high.unbounded || (sign_of(i.high.value) > 0 || (!i.high.open && sign_of(i.high.value) == 0));
}

TEST(Interval, ArithmeticEnclosesEveryResult) {
  holds("sums", [] {
    Sample const a = sample(), b = sample();
    RC_ASSERT(encloses(a.interval + b.interval, [&](Decimal end) { return -compare_sum(a.value, b.value, end); }));
  });
  holds("differences", [] {
    Sample const a = sample(), b = sample();
    RC_ASSERT(
        encloses(a.interval - b.interval, [&](Decimal end) { return -compare_sum(a.value, b.value.negated(), end); }));
  });
  holds("products", [] {
    Sample const a = sample(), b = sample();
    RC_ASSERT(encloses(a.interval * b.interval, [&](Decimal end) { return -compare_product(a.value, b.value, end); }));
  });
  holds("quotients", [] {
    Sample const a = sample(), b = sample();
    RC_PRE(!b.value.is_zero());
    int const sign = b.value.is_negative() ? -1 : 1;
    RC_ASSERT(
        encloses(a.interval / b.interval, [&](Decimal end) { return sign * compare_product(end, b.value, a.value); }));
  });
  holds("amounts and hulls", [] {
    Sample const a = sample(), b = sample();
    RC_ASSERT(absolute(a.interval).contains(a.value.abs()));
    RC_ASSERT(negate(a.interval).contains(a.value.negated()));
    RC_ASSERT(hull(a.interval, b.interval).contains(a.value));
    RC_ASSERT(within(a.interval, hull(a.interval, b.interval)));
    RC_ASSERT(widen(a.interval, b.value).contains(a.value));
  });
}

TEST(Interval, RelationsAgreeWithTheirValues) {
  holds("relations", [] {
    Sample const a = sample(), b = sample();
    Truth const before = less(a.interval, b.interval);
    RC_ASSERT(before == Truth::unknown || (before == Truth::yes) == (a.value < b.value));
    Truth const same = equal(a.interval, b.interval);
    RC_ASSERT(same == Truth::unknown || (same == Truth::yes) == (a.value == b.value));
    RC_ASSERT(meet(a.interval, b.interval) == intersection(a.interval, b.interval).has_value());
    RC_ASSERT(meet(a.interval, b.interval) == meet(b.interval, a.interval));
    if (a.interval.contains(b.value)) RC_ASSERT(meet(a.interval, b.interval));
    if (!gap(a.interval, b.interval).is_zero()) RC_ASSERT(!meet(a.interval, b.interval));
  });
}

} // namespace
} // namespace claimcheck
