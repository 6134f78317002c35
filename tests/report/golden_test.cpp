// Every format against its golden file; how each is read back by a real parser is tested in read_back_test.cpp.
#include <gtest/gtest.h>

#include <sstream>

#include "report/formats.hpp"
#include "report/sample.hpp"
#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

class Golden : public testing::TestWithParam<Format> {};

TEST_P(Golden, CheckFormat) {
  Report const report = sample_report();
  Format const& format = GetParam();
  std::string const text = format.render(report, Style{false, 80, true});
  ASSERT_FALSE(text.empty());
  EXPECT_EQ(text.back(), '\n');
  expect_golden("report." + std::string(format.name), text);
  EXPECT_EQ(text, format.render(report, Style{false, 80, true})) << "not deterministic";
}

std::string name_of_format(testing::TestParamInfo<Format> const& info) { return std::string(info.param.name); }

INSTANTIATE_TEST_SUITE_P(Every, Golden, testing::ValuesIn(check_formats()), name_of_format);

class GoldenClaims : public testing::TestWithParam<Format> {};

TEST_P(GoldenClaims, ClaimsFormat) {
  Report const report = sample_report();
  Format const& format = GetParam();
  expect_golden("claims." + std::string(format.name), format.render(report, Style{false, 100, true}));
}

INSTANTIATE_TEST_SUITE_P(Every, GoldenClaims, testing::ValuesIn(claims_formats()), name_of_format);

TEST(ClaimsHuman, FitsANarrowTerminal) {
  for (std::size_t const width : {80U, 100U, 120U}) {
    std::istringstream lines(render_claims_human(sample_report(), Style{false, width, true}));
    bool table = false;
    for (std::string line; std::getline(lines, line);) {
      table = line.starts_with("where") || (table && line != "sources");
      EXPECT_TRUE(!table || display_width(line) <= width) << width << ": " << line;
    }
  }
}

TEST(Golden, HumanInColour) {
  expect_golden("report.human-color", render_human(sample_report(), Style{true, 80, true}));
}

} // namespace
} // namespace claimcheck::report
