// Narratives: dates without a year lean on the story, not on what it says by the way.
#include "tests/spec/temporal_cases.hpp"

namespace claimcheck {
namespace {

/// Five years that make a text history and not news, told before the story itself.
std::string told(std::string const& story) {
  return "The league was founded in 1801. It grew in 1802, 1803, 1804 and 1805.\n\n" + story;
}

/// The values of the story alone.
std::string story_values(std::string const& story) {
  std::string const lead = read(told("")) + ' ';
  std::string const all = read(told(story));
  return all.starts_with(lead) ? all.substr(lead.size()) : all;
}

void expect_story(std::vector<TemporalCase> const& cases) {
  for (TemporalCase const& c : cases) EXPECT_EQ(story_values(c.text), c.values) << c.text;
}

TEST(Story, GoesForward) {
  expect_story({{"The army marched in December 1806. In January it reached the river.", "1806-12 1807-01"},
                {"On March 3, 1806, the fort fell. On March 9 the town surrendered.", "1806-03-03 1806-03-09"},
                {"In June 1806 the king died. By September his son was crowned.", "1806-06 1806-09"},
                {"On Nov. 28, 1806, they sailed. On Jan. 4 they landed.", "1806-11-28 1807-01-04"},
                {"He was elected in 1806. In May he resigned.", "1806 1806-05"}});
}

TEST(Story, AsidesDoNotMoveIt) {
  expect_story(
      {{"On March 10, 1806, the siege began. The walls were weak against the campaign that was planned for 1807. The "
        "gate fell on March 11.",
        "1806-03-10 1807 1806-03-11"},
       {"In March 1806 the army attacked. The brigades that had entered the valley in late 1804 were cut off. By June "
        "the road was open.",
        "1806-03 1804 1806-06"},
       {"In May 1806 the talks failed. The envoys invoked the treaty of 1789. In August they left.",
        "1806-05 1789 1806-08"},
       {"In May 1806 the new duke took office following the rebellion of his uncle in 1801. In August he left.",
        "1806-05 1801 1806-08"},
       {"In March 1806 the fleet grew to forty ships by December. In May it was caught in a storm.",
        "1806-03 1806-12 1806-05"}});
}

TEST(Story, OpeningsMoveIt) {
  expect_story(
      {{"In May 1806 the talks failed. By the start of 1807, the duke had fled. In August he died.",
        "1806-05 1807 1807-08"},
       {"In May 1806 the talks failed. In 1808, the duke came back. In August he died.", "1806-05 1808 1808-08"},
       {"It was stalemate until 1806. In August of that year the duke died.", "1806 1806-08"},
       {"In May 1806 the duke left. He was recalled in 1807. In August he died.", "1806-05 1807 1807-08"}});
}

TEST(Story, OneYearIsWrittenForSeveralDates) {
  expect({{"He was there in April and June 1955.", "1955-04 1955-06"},
          {"They met in the spring and early summer of 1943.", "1943-SP 1943-SU"},
          {"They met on May 3, May 9 and June 2, 2020.", "2020-05-03 2020-05-09 2020-06-02"},
          {"It rained in November and January 1956.", "1955-11 1956-01"},
          {"They met in March or April 2012.", "2012-03 2012-04"},
          {"Sales rose in May. June 2019 was poor.", "2024-05 2019-06"},
          {"Sales rose in May, and in June 2019 they fell.", "2019-05 2019-06"}});
}

} // namespace
} // namespace claimcheck
