#include <string>

#include "text/document.hpp"

namespace claimcheck::text {
namespace {

TEST(Fold, LettersAndWhiteSpace) {
  struct {
    char const* plain;
    char const* folded;
  } const cases[] = {
      {"ABCxyz [@`{ 019", "abcxyz [@`{ 019"},
      {"a\tb\vc\fd\re\nf", "a b c d e\nf"},                                     // walls stay
      {"\xC3\x80\xC3\x9E\xC3\x97\xC3\x9F", "\xC3\xA0\xC3\xBE\xC3\x97\xC3\x9F"}, // À Þ × ß
      {"\xC4\x8C\xC4\x8D\xC5\xBD\xC5\xA0\xC4\xB0\xC4\xB1",
       "\xC4\x8D\xC4\x8D\xC5\xBE\xC5\xA1\xC4\xB0\xC4\xB1"},     // Č č Ž Š İ ı
      {"\xC5\xB8\xC4\xBF", "\xC3\xBF\xC5\x80"},                 // Ÿ Ŀ change their lead byte
      {"\xE1\xBA\xBE\xE1\xBA\x9E", "\xE1\xBA\xBF\xE1\xBA\x9E"}, // Ế; capital sharp s has no partner of its length
      {"5\xC2\xA0km 1\xE2\x80\x89"
       "000\xE2\x80\xAFm\xE3\x80\x80.",
       "5  km 1   000   m   ."},
      {"\xE2\x80\x9CNo\xE2\x80\x9D \xE2\x80\x94 \xF0\x9F\x98\x80",
       "\xE2\x80\x9Cno\xE2\x80\x9D \xE2\x80\x94 \xF0\x9F\x98\x80"},
  };
  for (auto const& c : cases) EXPECT_EQ(fold(c.plain), c.folded);
}

TEST(Fold, SequencesAcrossTheBlocksOfTheFastLoop) {
  for (std::size_t before = 55; before < 70; ++before) {
    std::string const plain = std::string(before, 'A') + "\xC3\x89\xE2\x80\x89\xC2\xA0" + std::string(70, 'B');
    EXPECT_EQ(fold(plain), std::string(before, 'a') + "\xC3\xA9     " + std::string(70, 'b')) << before;
  }
}

} // namespace
} // namespace claimcheck::text
