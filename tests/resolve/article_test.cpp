// A whole wire story: every attribution with its speaker, mode, relay and medium.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "reading.hpp"
#include "resolve/quotation.hpp"

namespace claimcheck::resolve {
namespace {

std::string fixture(std::string const& name) {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/fixtures/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(WireStory, HasTwelveAttributions) {
  Article const article = attributed(fixture("attribution/harbour-talks.txt"));
  std::vector<std::string> found;
  for (Attribution const& attribution : article.attributions) {
    std::string line(article.document.text(attribution.source));
    line += " = ";
    line += attribution.speaker < article.entities.size() ? article.entities[attribution.speaker].name : "?";
    line += " | ";
    line += article.document.text(attribution.cue);
    line += " | ";
    line += name_of(attribution.mode);
    line += " | " + std::to_string(attribution.content.size());
    if (!attribution.relay.empty()) line += " | relay " + std::string(article.document.text(attribution.relay));
    if (!attribution.medium.empty()) line += " | medium " + attribution.medium;
    found.push_back(line);
  }
  std::vector<std::string> const expected{
      "Danish transport minister Ida Kroll = Ida Kroll | told | indirect | 1",
      "Kroll = Ida Kroll | said | direct | 1 | relay The Quay Gazette",
      "she = Ida Kroll | added | direct | 1 | relay the Coast Herald",
      "Norwegian transport minister Anders Vold = Anders Vold | said | mixed | 2",
      "he = Anders Vold | said | direct | 2 | relay the state-run NRB news agency",
      "Danish authorities = Danish authorities | said | indirect | 1",
      "Town councilors = Town councilors | said | indirect | 1",
      "Lund = Mette Lund | said | direct | 1 | medium televised address",
      "she = Mette Lund | said | direct | 2 | medium tweet",
      "Denmark's National Bureau of Shipping = National Bureau of Shipping | said | indirect | 1",
      "the bureau = National Bureau of Shipping | said | direct | 2 | medium Facebook post",
      "Lund = Mette Lund | said | indirect | 1",
  };
  EXPECT_EQ(found, expected);
  EXPECT_TRUE(find_quotations(article.document).faults.empty());
  EXPECT_EQ(article.quotations.size(), 10U) << "nine pieces of speech and \"very soon\"";
}

} // namespace
} // namespace claimcheck::resolve
