// Blocks of a document are read one after the other with one memory of what was looked up.
#include <gtest/gtest.h>

#include <string>

#include "extract/extract.hpp"

namespace claimcheck::extract {
namespace {

std::string claims(std::string text) {
  auto const document = text::read_plain(std::move(text));
  std::string out;
  for (Claim const& claim : extract(document, Lexicon::builtin()).claims)
    out += (out.empty() ? "" : "; ") + std::string(document.text(claim.span));
  return out;
}

TEST(Blocks, TheFirstWordBehindADatelineIsRead) {
  EXPECT_EQ(claims("LEEDS, Dec. 9 - Tonight the choir sings."), "Dec. 9; Tonight");
  EXPECT_EQ(claims("LEEDS, Dec. 9 - Thirty men sang."), "Dec. 9; Thirty");
  EXPECT_EQ(claims("LEEDS, Dec. 9 \xE2\x80\x94 About 30 men sang."), "Dec. 9; About 30");
}

} // namespace
} // namespace claimcheck::extract
