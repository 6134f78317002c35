// How complaints read, and when another word is suggested.
#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

#include "base/hash.hpp"

namespace claimcheck {
namespace {

TEST(Diagnostic, NamesWhatItKnowsOfThePlace) {
  EXPECT_EQ(to_string(Diagnostic{"rules/a.yaml", 3, 7, "unknown key `knd`", "did you mean `kind`?"}),
            "rules/a.yaml:3:7: unknown key `knd`; did you mean `kind`?");
  EXPECT_EQ(to_string(Diagnostic{"a.yaml", 3, 0, "odd", ""}), "a.yaml:3: odd");
  EXPECT_EQ(to_string(Diagnostic{"a.yaml", 0, 0, "cannot be read", "check the name"}),
            "a.yaml: cannot be read; check the name");
  EXPECT_EQ(to_string(Diagnostic{"", 0, 0, "nothing to do", ""}), "nothing to do");
}

TEST(Nearest, FindsTheSlip) {
  std::vector<std::string> const keys{"kind", "within", "message", "severity"};
  EXPECT_EQ(nearest("knd", keys), "kind") << "a letter left out";
  EXPECT_EQ(nearest("kiind", keys), "kind") << "a letter too many";
  EXPECT_EQ(nearest("mesage", keys), "message");
  EXPECT_EQ(nearest("sevirety", keys), "severity") << "two letters changed";
  EXPECT_EQ(nearest("kind", keys), "kind");
}

TEST(Nearest, IsSilentAboutStrangers) {
  std::vector<std::string> const keys{"kind", "on", "severity"};
  EXPECT_EQ(nearest("", keys), "");
  EXPECT_EQ(nearest("temperature", keys), "");
  EXPECT_EQ(nearest("x", keys), "") << "two letters are two edits from everything";
  EXPECT_EQ(nearest("if", keys), "");
  EXPECT_EQ(nearest("kind", {}), "");
  EXPECT_EQ(nearest(std::string(65, 'k'), {std::string(65, 'k')}), "")
      << "no word is so long: not worth the square of its length";
}

TEST(Nearest, TakesTheNearestAndOfEqualsTheFirst) {
  EXPECT_EQ(nearest("word", {"ward", "words", "word list"}), "ward");
  EXPECT_EQ(nearest("words", {"ward", "wordy", "cords"}), "wordy");
  EXPECT_EQ(nearest("severities", {"severitxxs", "severitiex"}), "severitiex");
}

// The published test vectors of FNV-1a: hashes stand in baselines, so they must never change.
TEST(Hash, IsFnv1a) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cULL);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8ULL);
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

} // namespace
} // namespace claimcheck
