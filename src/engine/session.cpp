#include "engine/session.hpp"

#include <algorithm>

#include "engine/check.hpp"
#include "report/suppression.hpp"

namespace claimcheck {
namespace {

bool is_sign_off_rule(std::string_view name) {
  auto const& rules = report::sign_off_rules();
  return std::any_of(rules.begin(), rules.end(),
                     [&](report::RuleInfo const& rule) { return name == rule.id || name == rule.topic; });
}

/// Everything that decides which rules run, as one text.
std::string rules_key(Settings const& settings) {
  std::string key;
  auto add = [&](char tag, std::string const& text) { key += tag + text + '\n'; };
  for (std::string const& name : settings.select) add('s', name);
  for (std::string const& name : settings.ignore) add('i', name);
  for (std::string const& path : settings.rule_paths) add('p', path);
  for (auto const& [rule, setting] : settings.rules) {
    add('r', rule + '=' + (setting.level ? std::string(name_of(*setting.level)) : ""));
    for (auto const& [name, value] : setting.options) add('o', name + '=' + value);
  }
  return key;
}

/// A fault about a name that stands in a configuration gets the place where it stands.
void locate(Diagnostics& faults, Settings const& settings) {
  auto set = [](Diagnostic& fault, std::string const& origin) {
    std::size_t const colon = origin.rfind(':');
    if (colon == std::string::npos) return;
    fault.file = origin.substr(0, colon);
    fault.line = static_cast<std::uint32_t>(std::stoul(origin.substr(colon + 1)));
  };
  for (Diagnostic& fault : faults) {
    if (!fault.file.empty()) continue;
    for (auto const& [rule, setting] : settings.rules)
      if (fault.message.find('`' + rule + '`') != std::string::npos &&
          fault.message.find("in select") == std::string::npos && fault.message.find("in ignore") == std::string::npos)
        set(fault, setting.origin);
    for (std::string_view const key : {"select", "ignore"}) {
      auto const origin = settings.origins.find(std::string(key));
      if (origin != settings.origins.end() && origin->second != "command line" &&
          fault.message.find("in " + std::string(key)) != std::string::npos)
        set(fault, origin->second);
    }
  }
}

report::RuleInfo info_of(rules::RuleSet const& set, rules::Rule const& rule) {
  return {rule.id(), rule.source.topic.text, rule.source.title.text, set.level(rule), rule.source.explain.text};
}

std::vector<report::RuleInfo> listed(Plan const& plan, bool off_too) {
  std::vector<report::RuleInfo> out;
  for (rules::Rule const& rule : plan.rules->rules())
    if (off_too || plan.rules->level(rule) != Level::off) out.push_back(info_of(*plan.rules, rule));
  for (report::RuleInfo const& rule : report::sign_off_rules()) out.push_back(rule);
  std::sort(out.begin(), out.end(), [](report::RuleInfo const& a, report::RuleInfo const& b) { return a.id < b.id; });
  return out;
}

} // namespace

Result<std::shared_ptr<rules::RuleSet const>> Session::rules_for(Settings const& settings) {
  std::string const key = rules_key(settings);
  if (auto const known = rules_.find(key); known != rules_.end()) return known->second;
  rules::RuleOptions options;
  // The rules about sign-offs are the report's own; the rule set does not know them.
  for (std::string const& name : settings.select)
    if (!is_sign_off_rule(name)) options.select.push_back(name);
  for (std::string const& name : settings.ignore)
    if (!is_sign_off_rule(name)) options.ignore.push_back(name);
  for (auto const& [name, setting] : settings.rules) {
    if (is_sign_off_rule(name)) continue;
    if (setting.level) options.levels[name] = *setting.level;
    for (auto const& [option, value] : setting.options) options.options[name][option] = value;
  }
  auto set = load_rules({settings.rule_paths, options});
  if (!set) locate(set.error(), settings);
  return rules_.emplace(key, std::move(set)).first->second;
}

Result<std::shared_ptr<reference::Reference const>> Session::reference_for(Settings const& settings) {
  if (!settings.reference && !settings.online) return nullptr;
  ReferenceChoice choice = overlay_.sources;
  choice.facts = settings.facts;
  choice.online = settings.online;
  choice.hosts = settings.hosts;
  std::string key = choice.online ? "online" : "";
  for (auto const* names : {&choice.facts, &choice.hosts})
    for (std::string const& name : *names) key += '\n' + name;
  if (auto const known = references_.find(key); known != references_.end()) return known->second;
  auto opened = open_reference(choice);
  if (opened) references_[key] = *opened;
  return opened;
}

std::vector<reference::Reference const*> Session::references() const {
  std::vector<reference::Reference const*> out;
  for (auto const& [key, reference] : references_) out.push_back(reference.get());
  return out;
}

Result<std::shared_ptr<Plan const>> Session::plan_for(std::string const& path) {
  auto settings = configs_.settings_for(path);
  if (!settings) return tl::make_unexpected(std::move(settings.error()));
  auto from_command_line = [&](char const* key) { settings->origins[key] = "command line"; };
  if (!overlay_.select.empty()) settings->select = overlay_.select, from_command_line("select");
  if (!overlay_.ignore.empty()) {
    settings->ignore.insert(settings->ignore.end(), overlay_.ignore.begin(), overlay_.ignore.end());
    from_command_line("ignore");
  }
  if (!overlay_.rule_paths.empty()) {
    settings->rule_paths.insert(settings->rule_paths.end(), overlay_.rule_paths.begin(), overlay_.rule_paths.end());
    from_command_line("rule-paths");
  }
  if (overlay_.min_level) settings->min_level = *overlay_.min_level, from_command_line("min-level");
  if (overlay_.fail_level) settings->fail_level = *overlay_.fail_level, from_command_line("fail-level");
  if (overlay_.max_size) settings->max_size = *overlay_.max_size, from_command_line("max-size");
  if (overlay_.baseline) settings->baseline = *overlay_.baseline, from_command_line("baseline");
  if (overlay_.reference) settings->reference = true, from_command_line("reference");
  if (overlay_.online) settings->online = settings->reference = true, from_command_line("online");
  if (!overlay_.sources.facts.empty()) {
    settings->facts.insert(settings->facts.end(), overlay_.sources.facts.begin(), overlay_.sources.facts.end());
    from_command_line("facts");
  }
  if (!overlay_.sources.facts.empty() || !overlay_.sources.replay.empty()) settings->reference = true;

  std::string const key = show(*settings, true);
  if (auto const known = plans_.find(key); known != plans_.end()) return known->second;
  auto rules = rules_for(*settings);
  if (!rules) return tl::make_unexpected(std::move(rules.error()));
  auto reference = reference_for(*settings);
  if (!reference) return tl::make_unexpected(std::move(reference.error()));
  auto plan = std::make_shared<Plan const>(Plan{std::move(*settings), std::move(*rules), std::move(*reference)});
  return plans_[key] = plan;
}

std::vector<report::RuleInfo> rules_in_force(Plan const& plan) { return listed(plan, false); }
std::vector<report::RuleInfo> all_rules(Plan const& plan) { return listed(plan, true); }

} // namespace claimcheck
