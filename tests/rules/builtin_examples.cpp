// Every example of every built-in rule is a test of its own, named and placed by its rule file:
//   test_rules --gtest_filter='Rule/unit-conversion.*'
#include <cstdio>
#include <memory>

#include <gtest/gtest.h>

#include "engine/check.hpp"

namespace claimcheck {
namespace {

rules::RuleSet const& builtin() {
  static rules::RuleSet const set = std::move(*rules::RuleSet::builtin());
  return set;
}

class ExampleTest : public testing::Test {
 public:
  ExampleTest(rules::Rule const& rule, rules::Example const& example) : rule_(rule), example_(example) {}
  void TestBody() override {
    if (builtin().level(rule_) == Level::off) GTEST_SKIP() << "the rule is off by default";
    auto const result = rules::run_example(builtin(), rule_, example_, read_example);
    if (!result.failure.empty())
      ADD_FAILURE_AT((CLAIMCHECK_SOURCE_DIR "/" + rule_.source.file).c_str(), static_cast<int>(example_.line))
          << example_.text << '\n'
          << result.failure;
  }

 private:
  rules::Rule const& rule_;
  rules::Example const& example_;
};

int register_examples() {
  int count = 0;
  for (rules::Rule const& rule : builtin().rules()) {
    int wrong = 0, fine = 0;
    for (rules::Example const& example : rule.source.examples) {
      std::string const name = example.wrong ? "wrong_" + std::to_string(++wrong) : "fine_" + std::to_string(++fine);
      testing::RegisterTest(("Rule/" + rule.id()).c_str(), name.c_str(), nullptr, nullptr, rule.source.file.c_str(),
                            static_cast<int>(example.line),
                            [&rule, &example]() -> testing::Test* { return new ExampleTest(rule, example); });
      ++count;
    }
  }
  return count;
}

} // namespace
} // namespace claimcheck

/// The examples are known only when the rules have been loaded, which is too early while static objects are still being
/// made.
int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (claimcheck::register_examples() == 0) {
    std::fputs("there are no built-in rules\n", stderr);
    return 1;
  }
  return RUN_ALL_TESTS();
}
