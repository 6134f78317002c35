#include "one_rule.hpp"

#include "base/yaml.hpp"
#include "marked_article.hpp"

namespace claimcheck::test {

using rules::RuleSet;

std::string rule_text(std::string const& lines) {
  std::string out = "id: test\nlevel: error\n" + lines + "\n";
  auto const add = [&](std::string const& key, std::string const& value) {
    if (lines.find(key + ":") == std::string::npos) out += key + ": " + value + "\n";
  };
  add("title", "a test");
  add("explain", "a test");
  add("message", "no");
  add("examples", "{wrong: [a], fine: [b]}");
  return out;
}

Result<RuleSet> load(std::string const& lines) {
  auto tree = yaml::parse(rule_text(lines), "test.yaml");
  if (!tree) return tl::make_unexpected(tree.error());
  return RuleSet::load({*tree}, false);
}

std::string faults_of(std::string const& bytes, std::string const& file) {
  Diagnostics faults;
  std::vector<yaml::Tree> trees;
  if (auto tree = yaml::parse(bytes, file, faults)) trees.push_back(std::move(*tree));
  auto const set = RuleSet::load(trees, false);
  if (!set) faults.insert(faults.end(), set.error().begin(), set.error().end());
  std::string out;
  for (auto const& fault : faults) out += to_string(fault) + "\n";
  return out;
}

std::vector<std::string> found(std::string const& lines, std::string const& text, std::string const& headline) {
  std::vector<std::string> out;
  auto const set = load(lines);
  if (!set) {
    for (auto const& fault : set.error()) out.push_back(to_string(fault));
    return out;
  }
  Article article = marked(text, headline);
  for (Finding const& f : set->check(article).findings)
    out.push_back(std::string(article.document.text(f.primary.span)) + ": " + f.message);
  return out;
}

} // namespace claimcheck::test
