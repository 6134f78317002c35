#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "reading.hpp"

namespace claimcheck::resolve {
namespace {

/// One line an attribution: source | cue | content / content.
std::vector<std::string> lines(Article const& article) {
  std::vector<std::string> result;
  for (Attribution const& attribution : article.attributions) {
    std::string line(article.document.text(attribution.source));
    line += " | ";
    line += article.document.text(attribution.cue);
    for (std::size_t i = 0; i < attribution.content.size(); ++i) {
      line += i == 0 ? " | " : " / ";
      line += article.document.text(attribution.content[i]);
    }
    result.push_back(line);
  }
  return result;
}

struct Case {
  char const* text;
  std::vector<std::string> expected;
};

class Structures : public testing::TestWithParam<Case> {};

TEST_P(Structures, AreRead) { EXPECT_EQ(lines(attributed(GetParam().text)), GetParam().expected) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    Direct, Structures,
    testing::Values(Case{"Harbour pilot Ines Moor said: \"The tide was wrong.\"",
                         {"Harbour pilot Ines Moor | said | The tide was wrong."}},
                    Case{"\"The tide was wrong,\" Moor said.", {"Moor | said | The tide was wrong"}},
                    Case{"\"The tide was wrong,\" said Ines Moor, the harbour pilot.",
                         {"Ines Moor, the harbour pilot | said | The tide was wrong"}},
                    Case{"\"The tide was wrong,\" Ines Moor, the harbour pilot, said.",
                         {"Ines Moor, the harbour pilot | said | The tide was wrong"}},
                    Case{"\"The tide was wrong,\" Moor said. \"We should have waited.\"",
                         {"Moor | said | The tide was wrong / We should have waited."}},
                    Case{"\"The tide,\" Moor said, \"was wrong.\"", {"Moor | said | The tide / was wrong."}},
                    Case{"''Was the tide wrong?'' asked Moor.", {"Moor | asked | Was the tide wrong?"}}));

INSTANTIATE_TEST_SUITE_P(
    Indirect, Structures,
    testing::Values(Case{"Moor said that the tide was wrong.", {"Moor | said | that the tide was wrong"}},
                    Case{"Moor told reporters on Tuesday that the tide was wrong.",
                         {"Moor | told | that the tide was wrong"}},
                    Case{"According to the harbour board, two barges sank.",
                         {"the harbour board | According to | two barges sank"}},
                    Case{"Two barges sank, according to the harbour board.",
                         {"the harbour board | according to | Two barges sank"}},
                    Case{"Two barges sank, Moor said.", {"Moor | said | Two barges sank"}},
                    Case{"Moor said two barges sank, adding that nobody was hurt.",
                         {"Moor | said | two barges sank", "Moor | adding | that nobody was hurt"}},
                    Case{"The report found that two barges sank.", {"The report | found | that two barges sank"}}));

INSTANTIATE_TEST_SUITE_P(NoAttribution, Structures,
                         testing::Values(Case{"The team added five players.", {}},
                                         Case{"The jury found him guilty.", {}}, Case{"The reported cases rose.", {}},
                                         Case{"Moor declined to comment.", {}}, Case{"She told a story.", {}}));

TEST(Relay, IsNoSecondSpeaker) {
  Article const article = attributed("\"The tide was wrong,\" Moor said, according to The Quay Gazette.");
  ASSERT_EQ(article.attributions.size(), 1U);
  EXPECT_EQ(article.document.text(article.attributions[0].relay), "The Quay Gazette");
}

} // namespace
} // namespace claimcheck::resolve
