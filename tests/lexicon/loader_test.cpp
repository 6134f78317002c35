// Faults of word lists: all are reported together, each with its place.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/yaml.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck {
namespace {

/// Loads lists of these texts, named 1.yaml, 2.yaml ...; the faults, one a line.
std::string faults(std::vector<std::string> const& texts) {
  std::vector<yaml::Tree> trees;
  for (std::string const& text : texts) {
    auto tree = yaml::parse(text, std::to_string(trees.size() + 1) + ".yaml");
    if (!tree) return "no YAML: " + to_string(tree.error().front());
    trees.push_back(std::move(*tree));
  }
  auto const lexicon = Lexicon::load(trees);
  if (lexicon) return "no fault";
  std::string out;
  for (auto const& fault : lexicon.error()) out += (out.empty() ? "" : "\n") + to_string(fault);
  return out;
}

TEST(Loader, TheKindOfListMustBeKnown) {
  EXPECT_EQ(faults({"list: number\n"}), "1.yaml:1:1: unknown kind of word list `number`; did you mean `numbers`?");
  EXPECT_EQ(faults({"list: recipes of old\n"}), "1.yaml:1:1: unknown kind of word list `recipes of old`");
  EXPECT_EQ(faults({"units: {one: 1}\n"}), "1.yaml:1:1: unknown kind of word list ``");
  EXPECT_NE(faults({""}), "no fault");
  EXPECT_NE(faults({"[a, b]\n"}), "no fault");
  EXPECT_EQ(faults({"list: numbers\n"}), "no fault");
}

TEST(Loader, AllFaultsOfAllListsAreReportedTogether) {
  EXPECT_EQ(
      faults(
          {"list: numbers\nunits: {one: 1, two: zwei}\nordinals: {first: 1.5}\nfractions: {half: [1, 0], third: 3}\n",
           "list: hedges\nbefore:\n  aboot: [circa]\n  about: [around, around]\n", "list: wrong\n"}),
      "1.yaml:2:22: expected a whole number\n"
      "1.yaml:4:19: the denominator must be above zero\n"
      "1.yaml:4:34: a fraction is [numerator, denominator]\n"
      "1.yaml:3:19: expected a whole number\n"
      "2.yaml:3:10: unknown hedge `aboot`\n"
      "2.yaml:4:19: `around` is a hedge already\n"
      "3.yaml:1:1: unknown kind of word list `wrong`");
}

TEST(Loader, NumbersMustFit) {
  EXPECT_EQ(faults({"list: numbers\nunits: {one: 70000}\n"}),
            "1.yaml:2:14: a number word stands for 0 to 99, a scale for a power of ten up to 99");
  EXPECT_EQ(faults({"list: numbers\nordinals: {first: 99999999999}\n"}), "1.yaml:2:19: expected a whole number");
  EXPECT_EQ(faults({"list: numbers\nvague: {some: [3, x], few: 3}\n"}),
            "1.yaml:2:19: expected a number\n1.yaml:2:28: an amount is [low, high]");
  EXPECT_EQ(
      faults({"list: directions\ndirections: {north: 0, up: 1e30, down: -1}\n"}),
      "1.yaml:2:28: a direction is 0 degrees to less than 360\n1.yaml:2:40: a direction is 0 degrees to less than 360");
  EXPECT_EQ(faults({"list: directions\ndirections: {north-northeast: 22.5}\n"}), "no fault");
}

TEST(Loader, AWordHasLetters) {
  EXPECT_EQ(faults({"list: classes\nclasses:\n  a: [x, '', [y]]\n  b: ['']\n"}), "1.yaml:3:10: an empty word\n"
                                                                                 "1.yaml:3:14: expected a word\n"
                                                                                 "1.yaml:4:7: an empty word\n"
                                                                                 "1.yaml:4:6: the class `b` is empty");
  EXPECT_EQ(faults({"list: numbers\nunits: {'': 1}\n"}), "1.yaml:2:9: an empty word");
}

TEST(Loader, UnitsMustBeSound) {
  EXPECT_EQ(faults({"list: units\nunits:\n"
                    "  - {code: m, kind: distance, dimension: length, names: [metre]}\n"
                    "  - {code: m, kind: distance, dimension: length}\n"
                    "  - {code: x, kind: length, dimension: size, factor: 0}\n"
                    "  - {code: g, kind: mass, dimension: mass, factor: light, prefixes: [k, q]}\n"
                    "  - {kind: mass}\n"}),
            "1.yaml:4:5: the unit `m` is there already\n"
            "1.yaml:5:5: unknown kind `length` of unit `x`\n"
            "1.yaml:5:5: unknown dimension `size`; write it like length^2 or mass*length/time^2\n"
            "1.yaml:5:5: `factor` and `divisor` must be above zero\n"
            "1.yaml:6:52: expected a number\n"
            "1.yaml:6:5: `factor` and `divisor` must be above zero\n"
            "1.yaml:6:5: `q` is no SI prefix\n"
            "1.yaml:7:5: a unit needs a `code`");
  EXPECT_EQ(faults({"list: units\nunits: {m: 1}\n"}), "1.yaml:1:1: expected `units`, a list");
  EXPECT_EQ(faults({"list: units\nunits: [{code: km, kind: distance}, {code: m, kind: distance, prefixes: [k]}]\n"}),
            "1.yaml:2:37: the unit `km` is there already")
      << "a derived unit";
}

TEST(Loader, CurrenciesAndUnitsShareTheirCodes) {
  EXPECT_EQ(faults({"list: units\nunits: [{code: XXX, kind: other}]\n",
                    "list: currencies\ncurrencies: [{code: XXX}, {code: XTS}, {code: XTS}, {names: [florin]}]\n"}),
            "2.yaml:2:14: a currency needs a `code` of its own\n2.yaml:2:40: a currency needs a `code` of its "
            "own\n2.yaml:2:53: a currency needs a `code` of its own");
}

TEST(Loader, CalendarsMustBeSound) {
  EXPECT_EQ(
      faults({"list: calendar\nseasons: {spring: sprung}\nclock_words: {noon: high}\nunits: {day: d, week: [wk]}\n"}),
      "1.yaml:4:14: a unit is [code, multiple]\n"
      "1.yaml:4:23: a unit is [code, multiple]\n"
      "1.yaml:2:19: unknown name `sprung`; did you mean `spring`?\n"
      "1.yaml:3:21: expected a time of day, HH:MM");
  EXPECT_EQ(faults({"list: named days\ndays: [{names: [pancake day]}]\nevents: [{names: [the storm]}]\n"}),
            "1.yaml:2:8: a named day needs `on`, `nth`, `easter` or `unknown`\n1.yaml:3:10: an event needs `date: "
            "YYYY-MM-DD`");
}

TEST(Loader, ALexiconWithoutListsKnowsNothing) {
  auto const lexicon = Lexicon::load({});
  ASSERT_TRUE(lexicon);
  EXPECT_EQ((*lexicon)->number_words.size(), 0u);
  EXPECT_EQ((*lexicon)->word_class("rise"), nullptr);
  EXPECT_THROW((*lexicon)->words("rise"), std::runtime_error);
  EXPECT_NE((*lexicon)->figure_words.idiom, nullptr) << "grammars ask without looking";
  EXPECT_EQ((*lexicon)->gate.families("seventy ", 7), 0u);
}

TEST(Loader, FoldsAsTextsAreFolded) {
  auto const lexicon = Lexicon::load(
      {yaml::parse("list: numbers\nunits: {one: 1}\nglued_scales: {k: 3, K: 3, M: 6, m: -3}\n", "n.yaml").value()});
  ASSERT_TRUE(lexicon);
  auto const* forms = (*lexicon)->glued_scales.find("m");
  ASSERT_NE(forms, nullptr);
  EXPECT_EQ(forms->size(), 2u) << "M and m share a key and keep their case";
  EXPECT_EQ((*lexicon)->number_words.find("one")->value, 1);
}

TEST(Singular, ByRuleAndByList) {
  Lexicon const& words = Lexicon::builtin();
  std::vector<std::pair<std::string_view, std::string_view>> const nouns{{"voters", "voter"},
                                                                         {"countries", "country"},
                                                                         {"men", "man"},
                                                                         {"women", "woman"},
                                                                         {"churches", "church"},
                                                                         {"boxes", "box"},
                                                                         {"losses", "loss"},
                                                                         {"children", "child"},
                                                                         {"people", "person"},
                                                                         {"glass", "glass"},
                                                                         {"voter", "voter"},
                                                                         {"s", "s"},
                                                                         {"", ""}};
  for (auto const& [plural, singular] : nouns) EXPECT_EQ(words.singular(plural), singular) << plural;
  EXPECT_TRUE(words.is_irregular_plural("children"));
  EXPECT_FALSE(words.is_irregular_plural("voters"));
}

} // namespace
} // namespace claimcheck
