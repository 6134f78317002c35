// Expressions are evaluated without asking for memory: counted by an `operator new` of this program.
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "marked_article.hpp"
#include "rules/expression.hpp"

namespace {

thread_local std::size_t allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  if (void* const out = std::malloc(size == 0 ? 1 : size)) return out;
  throw std::bad_alloc();
}

} // namespace

// The sized and array forms come here by default.
void* operator new(std::size_t size) { return counted(size); }
/// std::stable_sort asks this way, and gives back what it got to the operator below.
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return std::malloc(size != 0 ? size : 1); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace claimcheck::rules {
namespace {

/// Memory that one evaluation of the expression asks for, after a first one.
std::size_t allocations_of(std::string const& text) {
  Article const article =
      test::marked("It was <<count 12: 12>> jurors, <<count 15: 15>> jurors, <<percent 4: 4 percent>>, <<percent 6: 6 "
                   "percent>>, <<distance 225 [mi_i]: 225 miles>>, <<distance 362 km: 362 km>>, <<duration 4 d: 4 "
                   "days>> from <<date 2022-03-10: March 10>> to <<date 2022-02-24: Feb. 24>>.");
  std::vector<SlotType> types;
  Binding binding;
  auto const bind = [&](std::string name, ClaimId id) {
    Claim const& claim = article.claims[id];
    types.push_back({std::move(name), type_of(claim.kind), false, true, bit(claim.kind)});
    binding.slots.push_back(Slot::of_claim(id, claim.span));
  };
  for (std::string const name : {"n", "m", "p", "q", "a", "b", "t", "d", "e"})
    bind(name, static_cast<ClaimId>(types.size()));
  types.push_back({"list", type_of(Kind::count), true, true, bit(Kind::count)});
  binding.slots.push_back(Slot::of_claims({0, 1}, {0, 10}));
  auto const compiled = compile(text, types, Lexicon::builtin());
  EXPECT_TRUE(compiled) << text << ": " << (compiled ? "" : compiled.error().front().message);
  if (!compiled) return 0;
  Scope const scope{article, binding, nullptr};
  EXPECT_TRUE(evaluate(*compiled, scope).known()) << text;
  std::size_t const before = allocations;
  evaluate(*compiled, scope);
  return allocations - before;
}

TEST(Evaluation, AsksForNoMemory) {
  for (std::string const text : {"n.value + m.value * 2 - n / m > 3 and not (a ~ b) or n in [12, 13]",
                                 "sum(list) ~ 27",
                                 "average(list) > max(list) - min(list)",
                                 "sum(n, m, 3) == 30",
                                 "count(list) == 2",
                                 "convert(a, \"km\") ~ b",
                                 "convert(a, b.unit) ~ b",
                                 "percent_change(n, m) ~ 25 %",
                                 "points_change(p, q) ~ 2 points",
                                 "ratio(n, m) < 1",
                                 "known(n, m) == 12",
                                 "abs(n.value - m.value) == 3",
                                 "precise(n) ~ m",
                                 "n.text == \"12\"",
                                 "n.subject == \"juror\" and n.subject == m.subject",
                                 "n.region == \"body\"",
                                 "a.unit == \"mile\"",
                                 "a.dimension == b.dimension",
                                 "d - e == 14 days",
                                 "e + t < d",
                                 "days_between(e, d) == 14 days",
                                 "nth_period(e, d, \"week\") == 3",
                                 "weekday(d) == \"Thursday\"",
                                 "weekday_name(weekday(d)) == \"Thursday\"",
                                 "year_of(d) == 2022",
                                 "first_day(d) == last_day(d)",
                                 "contains(n.text, \"1\")",
                                 "near(n, m)",
                                 "sentence_has(n, \"rise\")",
                                 "before(n, \"rise\")",
                                 "after(n, \"rise\")",
                                 "between(n, m, \"rise\")",
                                 "figures_between(n, m) == 0",
                                 "transposed(n, m)",
                                 "weekday_fits(d, weekday(d))",
                                 "nearest(d) == d",
                                 "years_between(e, d) == 0 a",
                                 "months_between(e, d) == 0 mo"})
    EXPECT_EQ(allocations_of(text), 0u) << text;
}

} // namespace
} // namespace claimcheck::rules
