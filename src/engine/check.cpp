#include "engine/check.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>

#include "engine/input.hpp"
#include "engine/reference.hpp"

namespace claimcheck {
namespace {

constexpr std::uint64_t largest_rule_file = 4 << 20;

std::vector<std::string> rule_files(std::vector<std::string> const& paths, Diagnostics& faults) {
  std::vector<std::string> out;
  for (std::string const& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (auto it = std::filesystem::recursive_directory_iterator(path, error);
         !error && it != std::filesystem::recursive_directory_iterator(); it.increment(error))
      if (it->path().extension() == ".yaml" || it->path().extension() == ".yml") inside.push_back(it->path().string());
    if (error) faults.push_back({path, 0, 0, "the folder cannot be read: " + error.message(), ""});
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

/// The files that can be read at all; their faults and those of the others go to `faults`.
std::vector<yaml::Tree> read_trees(std::vector<std::string> const& paths, Diagnostics& faults) {
  std::vector<yaml::Tree> trees;
  for (std::string const& path : rule_files(paths, faults)) {
    auto bytes = read_file(path, largest_rule_file, "split it: a rule file holds one rule");
    if (!bytes) {
      faults.insert(faults.end(), bytes.error().begin(), bytes.error().end());
      continue;
    }
    if (auto tree = yaml::parse(*bytes, path, faults)) trees.push_back(std::move(*tree));
  }
  return trees;
}

/// Files in the order in which they were first complained of; in each, what is wrong with the whole of it first.
void sort_by_place(Diagnostics& faults) {
  std::map<std::string, std::size_t> order;
  for (Diagnostic const& fault : faults) order.try_emplace(fault.file, order.size());
  std::stable_sort(faults.begin(), faults.end(), [&](Diagnostic const& a, Diagnostic const& b) {
    return std::tuple(order[a.file], a.line, a.column) < std::tuple(order[b.file], b.line, b.column);
  });
}

Result<std::shared_ptr<rules::RuleSet const>> load(std::vector<std::string> const& files, bool with_builtin,
                                                   rules::RuleOptions const& options) {
  Diagnostics faults;
  auto set = rules::RuleSet::load(read_trees(files, faults), with_builtin, options);
  if (!set) faults.insert(faults.end(), set.error().begin(), set.error().end());
  if (!faults.empty()) {
    sort_by_place(faults);
    return tl::make_unexpected(std::move(faults));
  }
  return std::make_shared<rules::RuleSet const>(std::move(*set));
}

} // namespace

Result<std::shared_ptr<rules::RuleSet const>> load_rules(RuleChoice const& choice) {
  return load(choice.files, true, choice.options);
}

Result<std::shared_ptr<rules::RuleSet const>> load_rules_alone(std::vector<std::string> const& files) {
  return load(files, false, {});
}

Checked check(Input input, rules::RuleSet const& rules, bool ledger) {
  Checked out;
  out.article = read_article(std::move(input));
  auto verdicts = rules.check(out.article, ledger);
  out.findings = std::move(verdicts.findings);
  out.agreements = std::move(verdicts.agreements);
  out.sources = std::move(verdicts.sources);
  return out;
}

Article read_example(rules::Example const& example) {
  Input input;
  input.name = "example";
  if (!example.headline.empty()) {
    input.bytes = example.headline + "\n\n";
    input.headline_bytes = static_cast<std::uint32_t>(example.headline.size());
  }
  input.bytes += example.text;
  input.date = example.date;
  input.reference = example.facts.empty() ? &builtin_reference() : &example_reference(example.facts);
  if (auto const format = text::format_named(example.format)) input.format = *format;
  return read_article(std::move(input));
}

} // namespace claimcheck
