// tests/spec/figures.yaml: one reading, many phrasings, and phrasings that must give nothing.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/yaml.hpp"
#include "engine/engine.hpp"

namespace claimcheck {
namespace {

std::string file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The claim as figures.yaml writes it.
std::string reading_of(Article const& article, Claim const& claim) {
  Figure const& figure = claim.figure;
  std::string out(name_of(claim.kind));
  auto const plain = [](Decimal value) { return value.normalized().to_string(); };
  out += ' ';
  if (claim.hedge == Hedge::vague) {
    out += '(' + plain(figure.interval.low.value) + ".." + plain(figure.interval.high.value) + ')';
  } else if (figure.range) {
    out += plain(figure.interval.low.value) + ".." + plain(figure.interval.high.value);
  } else {
    switch (claim.hedge) {
    case Hedge::more_than:
      out += '>';
      break;
    case Hedge::at_least:
      out += ">=";
      break;
    case Hedge::less_than:
      out += '<';
      break;
    case Hedge::at_most:
      out += "<=";
      break;
    case Hedge::about:
      out += '~';
      break;
    default:
      break;
    }
    out += plain(figure.value);
    if (claim.kind == Kind::vote || claim.kind == Kind::score) out += '-' + plain(figure.second);
  }
  Lexicon const& lexicon = *article.lexicon;
  if ((claim.kind == Kind::money || claim.kind == Kind::rate) && figure.unit != no_unit)
    out += ' ' + lexicon.units[figure.unit].code;
  else if (is_quantity(claim.kind) && claim.kind != Kind::magnitude && figure.unit != no_unit)
    out += ' ' + lexicon.units[figure.unit].name;
  if (claim.kind == Kind::count && !claim.subject.head.empty())
    out += ' ' + lexicon.singular(article.document.folded_text(claim.subject.head));
  return out;
}

struct Text {
  std::string plain;
  std::string marked; ///< empty when nothing is marked
};

Text unmark(std::string const& text) {
  auto const open = text.find("[["), close = text.find("]]");
  if (open == std::string::npos) return {text, ""};
  std::string const inner = text.substr(open + 2, close - open - 2);
  return {text.substr(0, open) + inner + text.substr(close + 2), inner};
}

class Figures : public testing::Test {
 protected:
  static yaml::Tree const& table() {
    static yaml::Tree const tree = *yaml::parse(file(CLAIMCHECK_SOURCE_DIR "/tests/spec/figures.yaml"), "figures.yaml");
    return tree;
  }
  static Article read(std::string text) {
    return read_article(Input{.name = "spec", .bytes = std::move(text), .date = "2024-06-14", .headline_bytes = {}});
  }
};

TEST_F(Figures, EveryPhrasingGivesItsReading) {
  yaml::Node const* const entries = table().root.find("figures");
  ASSERT_NE(entries, nullptr);
  for (yaml::Node const& entry : entries->children) {
    std::string const expected = entry.find("reading")->scalar;
    for (yaml::Node const& phrasing : entry.find("of")->children) {
      Text const text = unmark(phrasing.scalar);
      Article const article = read(text.plain);
      std::string found;
      bool good = false;
      for (Claim const& claim : article.claims) {
        std::string const reading = reading_of(article, claim);
        good = good || (reading == expected && (text.marked.empty() || article.text(claim) == text.marked));
        found += "\n  " + reading + " | " + std::string(article.text(claim));
      }
      EXPECT_TRUE(good) << "figures.yaml:" << phrasing.line << ": " << text.plain << "\nexpected " << expected
                        << ", read:" << found;
      EXPECT_EQ(article.claims.size(), 1u) << "figures.yaml:" << phrasing.line << ": " << text.plain << found;
    }
  }
}

TEST_F(Figures, PairsAreReadInOrder) {
  yaml::Node const* const entries = table().root.find("pairs");
  ASSERT_NE(entries, nullptr);
  for (yaml::Node const& entry : entries->children) {
    std::vector<std::string> expected;
    for (yaml::Node const& reading : entry.find("readings")->children) expected.push_back(reading.scalar);
    for (yaml::Node const& phrasing : entry.find("of")->children) {
      Article const article = read(unmark(phrasing.scalar).plain);
      std::vector<std::string> found;
      for (Claim const& claim : article.claims) found.push_back(reading_of(article, claim));
      EXPECT_EQ(found, expected) << "figures.yaml:" << phrasing.line << ": " << phrasing.scalar;
    }
  }
}

TEST_F(Figures, DozensAreCountedInTwelves) {
  Article const more = read("It opened more than three dozen cases."), plain = read("It opened three dozen cases.");
  ASSERT_EQ(more.claims.size(), 1u);
  ASSERT_EQ(plain.claims.size(), 1u);
  Interval const& above = more.claims[0].figure.interval;
  EXPECT_EQ(above.low.value, Decimal{36});
  EXPECT_EQ(above.high.value, Decimal{48});
  EXPECT_TRUE(above.low.open && above.high.open);
  EXPECT_EQ(plain.claims[0].figure.interval.low.value, Decimal{30});
  EXPECT_EQ(plain.claims[0].figure.interval.high.value, Decimal{42});
}

TEST_F(Figures, NamesAndIdiomsStateNothing) {
  yaml::Node const* const entries = table().root.find("nothing");
  ASSERT_NE(entries, nullptr);
  for (yaml::Node const& entry : entries->children) {
    Article const article = read(entry.scalar);
    for (Claim const& claim : article.claims)
      ADD_FAILURE() << "figures.yaml:" << entry.line << ": " << entry.scalar << " | " << reading_of(article, claim);
  }
}

} // namespace
} // namespace claimcheck
