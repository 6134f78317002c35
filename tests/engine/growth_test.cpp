// Ten times the text takes about ten times as long, whatever it is full of: no relation, join or pattern looks at all
// pairs. Processor time and wide margins, so that a busy machine does not fail the test; a quadratic rule would take a
// hundred times as long.
#include <ctime>

#include <gtest/gtest.h>

#include "engine/check.hpp"

namespace claimcheck {
namespace {

struct Growing {
  std::string name;
  std::string begin, item, link, end; ///< `#` in the item is a number that goes round
  text::Format format = text::Format::plain;
};

std::string text_of(Growing const& growing, int n) {
  std::string out = growing.begin;
  for (int i = 0; i < n; ++i) {
    std::string item = growing.item;
    for (std::size_t at = 0; (at = item.find('#', at)) != std::string::npos;)
      item.replace(at, 1, std::to_string(1 + (i * 7) % 28));
    out += (i == 0 ? "" : growing.link) + item;
  }
  return out + growing.end;
}

double seconds(Growing const& growing, int n, rules::RuleSet const& rules) {
  Input input;
  input.name = "growing";
  input.bytes = text_of(growing, n);
  input.date = "2022-03-10";
  input.format = growing.format;
  std::clock_t const begin = std::clock();
  check(std::move(input), rules);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

class Growth : public testing::TestWithParam<Growing> {};

TEST_P(Growth, IsLinear) {
  static auto const rules = load_rules().value();
  int const n = 1000;
  double const small = std::max(seconds(GetParam(), n, *rules), 0.01); // less is noise
  EXPECT_LT(seconds(GetParam(), 10 * n, *rules), 40 * small) << GetParam().name;
}

constexpr auto markdown = text::Format::markdown;
INSTANTIATE_TEST_SUITE_P(
    Of, Growth,
    testing::Values(Growing{"DatesInASentence", "It met on ", "Tuesday, March #", ", ", "."},
                    Growing{"DatesInSentences", "", "It met on Tuesday, March #, 2022.", " ", ""},
                    Growing{"DaysWithoutDates", "It met ", "Friday", " and March 5 ", "."},
                    Growing{"PercentagesInASentence", "Of them ", "# percent", ", ", " came."},
                    Growing{"PercentagesInAParagraph", "", "About # percent of the 400 voters came.", " ", ""},
                    Growing{"CountsInASentence", "They had ", "# dogs", ", ", " in all."},
                    Growing{"CountsInADocument", "", "The # workers of 300 people left.", "\n\n", ""},
                    Growing{"NumbersOfNumbers", "", "#", " of ", "."},
                    Growing{"Money", "It cost ", "$# million", ", ", "."},
                    Growing{"Conversions", "It is ", "# miles (# km)", " and ", "."},
                    Growing{"Durations", "It took ", "# days", ", ", " in all."},
                    Growing{"Periods", "", "In its #th week the strike that began March # went on.", " ", ""},
                    Growing{"Tolls", "", "Police said # people died and # were hurt.", " ", ""},
                    Growing{"Quotations", "", "\"We have waited long enough for # boats,\" said Ann Smith.", "\n\n",
                            ""},
                    Growing{"OpenQuotations", "", "\"We go to # towns.", " ", ""},
                    Growing{"Names", "", "Mayor John Smith# met Ann Corey#, #.", " ", ""},
                    Growing{"Ages", "", "John Smith, #, was born on March #, 1971.", " ", ""},
                    Growing{"Votes", "", "The council voted #-# to go.", " ", ""},
                    Growing{"Tests", "", "t(28) = 2.#, p = .#", ", ", ""},
                    Growing{"Headline", "# ", "# dead", " and ", "\n\nThere were 12 dead.\n", markdown},
                    Growing{"Rows", "| a | b | Total |\n|---|---|---|\n", "| # | # | # |", "\n", "\n", markdown},
                    Growing{"Columns", "|", " # |", "", "\n|---|\n| 5 |\n", markdown},
                    Growing{"Bullets", "Five reasons:\n\n", "- reason #", "\n", "\n", markdown}),
    [](auto const& one) { return one.param.name; });

} // namespace
} // namespace claimcheck
