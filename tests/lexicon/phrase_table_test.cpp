// The phrase table: the longest phrase that stands at a place and ends a word there.
#include "lexicon/phrase_table.hpp"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

PhraseTable<int> table(std::vector<std::string> const& keys) {
  PhraseTable<int> out;
  for (std::size_t i = 0; i < keys.size(); ++i) EXPECT_TRUE(out.add(keys[i], static_cast<int>(i))) << keys[i];
  return out;
}

/// What is found at the beginning of a text.
std::string found(PhraseTable<int> const& words, std::string_view text) {
  auto const match = words.longest(text.data(), text.data() + text.size());
  return match ? std::string(text.data(), match.end) : "nothing";
}

TEST(PhraseTable, TheLongestWins) {
  for (auto const& keys : {std::vector<std::string>{"more", "more than", "more than half"},
                           std::vector<std::string>{"more than half", "more", "more than"}}) {
    PhraseTable<int> const words = table(keys);
    EXPECT_EQ(found(words, "more than half of it"), "more than half");
    EXPECT_EQ(found(words, "more than a few"), "more than");
    EXPECT_EQ(found(words, "more thanks"), "more") << "the longer one does not end a word here";
    EXPECT_EQ(found(words, "more"), "more");
    EXPECT_EQ(found(words, "moreover"), "nothing");
    EXPECT_EQ(found(words, ""), "nothing");
  }
}

TEST(PhraseTable, WholeWordsOnly) {
  PhraseTable<int> const words = table({"may", "p.m.", "us$", "rs"});
  for (auto const* text : {"may", "may.", "may-be", "may's", "may\xE2\x80\x99s",
                           "may\xC2\xA0"
                           "5",
                           "may\xE2\x80\x94so", "may,"})
    EXPECT_EQ(found(words, text), "may") << text;
  for (auto const* text : {"maybe", "may5", "may\xC3\xA9", "ma", "mai"})
    EXPECT_EQ(found(words, text), "nothing") << text;
  EXPECT_EQ(found(words, "p.m.and"), "p.m.") << "a full stop ends it";
  EXPECT_EQ(found(words, "us$5"), "us$");
  EXPECT_EQ(found(words, "rs500"), "nothing");
  std::string_view const rupees = "rs500";
  EXPECT_EQ(words.longest_before_digit(rupees.data(), rupees.data() + rupees.size()).end, rupees.data() + 2);
  std::string_view const letters = "rsx";
  EXPECT_FALSE(words.longest_before_digit(letters.data(), letters.data() + letters.size()));
}

TEST(PhraseTable, SpacesApostrophesAndHyphensAreForgiving) {
  PhraseTable<int> const words = table({"new year's eve", "half-dozen", "at least"});
  EXPECT_EQ(found(words, "new   year's  eve party"), "new   year's  eve");
  EXPECT_EQ(found(words, "new year\xE2\x80\x99s eve"), "new year\xE2\x80\x99s eve");
  EXPECT_EQ(found(words, "half\xE2\x80\x91"
                         "dozen eggs"),
            "half\xE2\x80\x91"
            "dozen")
      << "the hyphen that does not break";
  EXPECT_EQ(found(words, "half\xE2\x80\x90"
                         "dozen"),
            "half\xE2\x80\x90"
            "dozen");
  EXPECT_EQ(found(words, "half\xE2\x80\x93"
                         "dozen"),
            "nothing")
      << "a dash parts";
  EXPECT_EQ(found(words, "half dozen"), "nothing");
  EXPECT_EQ(found(words, "at\nleast"), "nothing") << "folded text has no line breaks within a sentence";
  EXPECT_EQ(found(words, "atleast"), "nothing");
  EXPECT_EQ(found(words, "new year\xE2\x80"), "nothing") << "cut within a character";
}

TEST(PhraseTable, ReadsNoFurtherThanItsText) {
  PhraseTable<int> const words = table({"more than", "more"});
  std::string_view const text = "more than";
  for (std::size_t n = 0; n <= text.size(); ++n)
    EXPECT_EQ(found(words, text.substr(0, n)), n == 9 ? "more than" : n >= 4 ? "more" : "nothing") << n;
}

TEST(PhraseTable, KeysMayBeginWithoutALetter) {
  PhraseTable<int> const words = table({"$", "\xC2\xA3", "9/11",
                                        "\xC2\xB0"
                                        "c",
                                        "\xC3\xA9t\xC3\xA9"});
  EXPECT_EQ(found(words, "$5"), "$");
  EXPECT_EQ(found(words, "9/11 attacks"), "9/11");
  EXPECT_EQ(found(words, "9/112"), "nothing");
  EXPECT_EQ(found(words, "\xC2\xB0"
                         "c."),
            "\xC2\xB0"
            "c");
  EXPECT_EQ(found(words, "\xC3\xA9t\xC3\xA9 1990"), "\xC3\xA9t\xC3\xA9");
}

TEST(PhraseTable, TheFirstOwnerKeepsAKey) {
  PhraseTable<int> words;
  EXPECT_TRUE(words.add("may", 1));
  EXPECT_FALSE(words.add("may", 2));
  EXPECT_EQ(*words.find("may"), 1);
  EXPECT_EQ(words.size(), 1u);
  EXPECT_EQ(words.find("may "), nullptr) << "the whole key";
  EXPECT_EQ(words.find("ma"), nullptr);
  EXPECT_EQ(words.find(""), nullptr);
  std::vector<std::string> keys;
  words.add("mayor", 3);
  words.each([&](std::string const& key, int) { keys.push_back(key); });
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(keys, (std::vector<std::string>{"may", "mayor"}));
}

} // namespace
} // namespace claimcheck
