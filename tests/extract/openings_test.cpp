// The first sieve of the scanner lets every place through where the gate opens, and the masks are those of the bytes.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "extract/openings.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck::extract {
namespace {

Gate const& gate() { return Lexicon::builtin().gate; }

/// What the scanner asks at a word: the gate, and the second word where that decides.
std::uint32_t families(std::string_view text, std::size_t at) {
  std::string const padded = std::string(text.substr(at)) + std::string(8, '\0');
  char const* const last = padded.data() + text.size() - at;
  std::size_t const letters = leading_letters(padded.data(), last);
  std::uint32_t const all = gate().families(padded.data(), letters);
  return all & family_in_pair ? (all & ~family_in_pair) | gate().pair_families(padded.data(), letters, last) : all;
}

/// Goes through the text as the scanner does, and looks whether the sieve hides a word that the gate knows.
void check(std::string const& text) {
  char const* const last = text.data() + text.size();
  for (char const* from = text.data(); from != last;) {
    Openings const open = find_openings(gate(), from, last, last);
    ASSERT_LE(open.size, static_cast<std::size_t>(last - from));
    for (std::size_t i = 0; i < open.size; ++i) {
      ByteClass const c = class_of(from[i]);
      ASSERT_NE(c, high) << text;
      bool const starts = i == 0 || (class_of(from[i - 1]) != small_letter && class_of(from[i - 1]) != number);
      bool const expected = c == sign || (c == number && starts) ||
                            (c == small_letter && starts &&
                             (families(text, static_cast<std::size_t>(from - text.data()) + i) &
                              ~std::uint32_t{family_name_before}) != 0);
      if (expected) {
        ASSERT_TRUE(open.at >> i & 1) << "hidden: " << std::string_view(from + i, 40) << "\nin: " << text;
      }
    }
    from += std::max<std::size_t>(open.size, 1);
    if (open.size != 0) continue;
    while (from != last && (class_of(*from) == small_letter || class_of(*from) == number)) ++from;
  }
}

TEST(Openings, HideNoWordThatTheGateKnows) {
  std::vector<std::string> const pieces{"the",
                                        "of",
                                        "in",
                                        "a",
                                        "an",
                                        "one",
                                        "two",
                                        "last",
                                        "week",
                                        "monday",
                                        "hundreds",
                                        "yesterday",
                                        "neighborhood",
                                        "said",
                                        "at",
                                        "least",
                                        "more",
                                        "than",
                                        "mile",
                                        "20",
                                        "1990s",
                                        "5km",
                                        "b2b",
                                        "$5",
                                        "'90s",
                                        "caf\xC3\xA9",
                                        "\xE2\x80\x99s",
                                        "\xC2\xA3"
                                        "5",
                                        "no.",
                                        "route",
                                        "half",
                                        "third",
                                        "north",
                                        "s",
                                        "twenty-one",
                                        "aged",
                                        "x",
                                        "incomprehensibilities",
                                        "pneumonoultramicroscopicsilicovolcanoconiosisandmorelettersthansixtyfour"};
  std::mt19937 random(20220310);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    auto const words = 1 + random() % 40;
    for (std::size_t i = 0; i < words; ++i) {
      std::string piece = pieces[random() % pieces.size()];
      if (random() % 8 == 0) piece.resize(1 + random() % piece.size()); // half a word, half a character
      text += piece;
      constexpr std::string_view joints[] = {" ", " ", " ", " ", "  ", ", ", ". ", "-", "", "'", "\xE2\x80\x94"};
      text += joints[random() % std::size(joints)];
    }
    check(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Openings, PassOverWordsThatBeginNothing) {
  std::string const text = "the mayor of the town said that he would speak to her about it when she came home";
  Openings const open = find_openings(gate(), text.data(), text.data() + text.size(), text.data() + text.size());
  EXPECT_GT(open.size, 50U);
  EXPECT_LT(std::popcount(open.at), 4) << "of 12 words";
}

TEST(ByteMasks, AreThoseOfTheBytes) {
  std::mt19937 random(20220310);
  for (int round = 0; round < 2000; ++round) {
    char bytes[64];
    for (char& byte : bytes) byte = static_cast<char>(round < 256 ? round : static_cast<int>(random() % 256));
    ASSERT_EQ(byte_masks(bytes), byte_masks_one_by_one(bytes));
  }
}

} // namespace
} // namespace claimcheck::extract
