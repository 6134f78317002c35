// Loading rules, and checking articles with them. Articles a second are items_per_second.
#include <string>

#include <benchmark/benchmark.h>

#include "base/yaml.hpp"
#include "engine/check.hpp"

namespace claimcheck {
namespace {

/// About a thousand words with the figures of ordinary news: some forty claims.
std::string article_text() {
  std::string const paragraph =
      "The council of the harbor town voted on Tuesday to spend $4.2 million on a new pier, two years after a storm "
      "took the old one. "
      "The work will employ 120 people for 18 months, officials said, and the pier will be 310 meters (1,017 feet) "
      "long. "
      "Sales at the market rose from $210,000 to $260,000 in the year, a 24 percent increase, while 45 of the 60 "
      "stalls were let. "
      "\"We have waited long enough,\" said the mayor, who has held the office since 2011. \"The boats need it.\" "
      "About a third of the 9,400 residents live from the sea, according to the chamber, and fishing brings in $1,200 "
      "a month for a crew. "
      "A poll found 52 percent in favor and 41 percent against, with a margin of error of 3 percentage points.\n\n";
  std::string out = "New pier for the harbor\n\n";
  for (int i = 0; i < 9; ++i) out += paragraph;
  return out;
}

Article article() {
  Input input;
  input.name = "article";
  input.bytes = article_text();
  input.date = "2022-03-10";
  input.headline_bytes = 23;
  return read_article(std::move(input));
}

/// So many rules, all different, none of which matches: words that no article has stand around ordinary holes.
std::vector<yaml::Tree> strange_rules(int count) {
  std::vector<yaml::Tree> out;
  for (int i = 0; i < count; ++i) {
    std::string const n = std::to_string(i), id = "strange-" + n;
    std::string const text = "id: " + id +
                             "\ntitle: t\nexplain: e\nmessage: m\nexamples: {wrong: [a], fine: [b]}\nmatch:\n"
                             "  - \"wombat" +
                             n +
                             " ... {a:count|number} of {b:count|number}\"\n"
                             "  - \"{a:count|number} wombat" +
                             n + " ... {b:count|number}\"\nrequire: a <= b\n";
    out.push_back(std::move(*yaml::parse(text, id + ".yaml")));
  }
  return out;
}

void load_builtin(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(rules::RuleSet::builtin());
}
BENCHMARK(load_builtin)->Unit(benchmark::kMillisecond);

void read_thousand_words(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(article());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_thousand_words)->Unit(benchmark::kMicrosecond);

void check_thousand_words(benchmark::State& state) {
  auto const rules = rules::RuleSet::builtin();
  Article text = article();
  for (auto _ : state) benchmark::DoNotOptimize(rules->check(text, false)); // as `claimcheck PATH` does
  state.SetItemsProcessed(state.iterations());
  state.counters["claims"] = static_cast<double>(text.claims.size());
}
BENCHMARK(check_thousand_words)->Unit(benchmark::kMicrosecond);

void rules_that_do_not_match(benchmark::State& state) {
  auto const rules = rules::RuleSet::load(strange_rules(static_cast<int>(state.range(0))), false);
  Article text = article();
  for (auto _ : state) benchmark::DoNotOptimize(rules->check(text));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(rules_that_do_not_match)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace claimcheck
