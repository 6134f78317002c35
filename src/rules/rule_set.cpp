#include "rules/rule_set.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/embedded.hpp"

namespace claimcheck::rules {
namespace {

bool names(std::string_view wanted, Rule const& rule) {
  if (wanted == rule.id() || wanted == rule.source.topic.text || wanted == "all") return true;
  return !wanted.empty() && wanted.back() == '*' && rule.id().starts_with(wanted.substr(0, wanted.size() - 1));
}

Diagnostic option_fault(std::string_view what, std::string const& name, std::vector<Rule> const& rules) {
  std::vector<std::string> known;
  for (Rule const& rule : rules) {
    known.push_back(rule.id());
    known.push_back(rule.source.topic.text);
  }
  std::string const best = nearest(name, known);
  return {"", 0, 0, "unknown rule `" + name + "` in " + std::string(what),
          best.empty() ? "`claimcheck rules` lists them" : "did you mean `" + best + "`?"};
}

std::vector<yaml::Tree> const& builtin_trees() {
  static std::vector<yaml::Tree> const trees = yaml::restore(embedded::rules());
  return trees;
}

} // namespace

Result<RuleSet> RuleSet::builtin(RuleOptions const& options, Lexicon const& lexicon) {
  return load({}, true, options, lexicon);
}

Result<RuleSet> RuleSet::load(std::vector<yaml::Tree> const& trees, bool with_builtin, RuleOptions const& options,
                              Lexicon const& lexicon) {
  RuleSet out;
  Diagnostics faults;
  auto const add = [&](yaml::Tree const& tree) {
    RuleSource source = read_rule(tree, faults);
    std::vector<std::pair<std::string, std::string>> values;
    if (auto const found = options.options.find(source.id.text); found != options.options.end())
      values.assign(found->second.begin(), found->second.end());
    if (auto rule = compile_rule(std::move(source), lexicon, values, faults)) out.rules_.push_back(std::move(*rule));
  };
  if (with_builtin) {
    for (yaml::Tree const& tree : builtin_trees()) add(tree);
    if (!faults.empty()) throw std::logic_error("a built-in rule is broken: " + to_string(faults.front()));
  }
  for (yaml::Tree const& tree : trees) add(tree);

  std::stable_sort(out.rules_.begin(), out.rules_.end(), [](Rule const& a, Rule const& b) { return a.id() < b.id(); });
  for (std::size_t i = 1; i < out.rules_.size(); ++i)
    if (out.rules_[i].id() == out.rules_[i - 1].id() && !out.rules_[i].id().empty())
      faults.push_back(fault_at(out.rules_[i].source, out.rules_[i].source.id, 0,
                                "there are two rules `" + out.rules_[i].id() + "`",
                                "the other one is in " + out.rules_[i - 1].source.file));
  auto const check_names = [&](std::string_view what, std::string const& name) {
    if (std::none_of(out.rules_.begin(), out.rules_.end(), [&](Rule const& rule) { return names(name, rule); }))
      faults.push_back(option_fault(what, name, out.rules_));
  };
  for (auto const& name : options.select) check_names("select", name);
  for (auto const& name : options.ignore) check_names("ignore", name);
  for (auto const& [name, level] : options.levels) check_names("levels", name);
  for (auto const& [name, values] : options.options) {
    Rule const* const rule = out.find(name);
    if (rule == nullptr) {
      if (faults.empty()) faults.push_back(option_fault("options", name, out.rules_));
      continue;
    }
    for (auto const& [key, value] : values)
      if (std::none_of(rule->source.options.begin(), rule->source.options.end(),
                       [&wanted = key](NamedText const& o) { return o.name.text == wanted; }))
        faults.push_back({"", 0, 0, "rule `" + name + "` has no option `" + key + "`",
                          "`claimcheck explain " + name + "` shows its options"});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));

  for (std::uint32_t i = 0; i < out.rules_.size(); ++i) {
    Rule const& rule = out.rules_[i];
    Level level = rule.source.level;
    bool named = false;
    for (auto const& [name, wanted] : options.levels)
      if (names(name, rule)) level = wanted;
    if (auto const own = options.levels.find(rule.id()); own != options.levels.end())
      level = own->second; // over its topic's
    for (auto const& name : options.select) named = named || names(name, rule);
    if (!options.select.empty() && !named) level = Level::off;
    if (named && level == Level::off) level = Level::warning; // selecting a rule that is off turns it on
    for (auto const& name : options.ignore)
      if (names(name, rule)) level = Level::off;
    out.levels_.push_back(level);
    if (level == Level::off) continue;
    for (std::size_t p = 0; p < rule.patterns.size(); ++p) {
      std::uint32_t const number = out.automaton_.add(rule.patterns[p], lexicon);
      if (out.uses_.size() <= number) out.uses_.resize(number + 1);
      out.uses_[number].push_back({i, rule.hole_slots[p]});
    }
    if (!rule.bind.empty()) out.binding_rules_.push_back(i);
    if (rule.relation != nullptr) out.relation_rules_.push_back(i);
  }
  out.automaton_.settle();
  return out;
}

Rule const* RuleSet::find(std::string_view id) const {
  auto const at = std::partition_point(rules_.begin(), rules_.end(), [&](Rule const& rule) { return rule.id() < id; });
  return at != rules_.end() && at->id() == id ? &*at : nullptr;
}

} // namespace claimcheck::rules
