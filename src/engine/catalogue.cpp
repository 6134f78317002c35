#include "engine/catalogue.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "report/json_writer.hpp"
#include "rules/manual.hpp"

namespace claimcheck {

std::string rule_list(Plan const& plan) {
  std::map<std::string, std::vector<report::RuleInfo>> topics;
  std::size_t on = 0, all = 0, width = 0;
  for (report::RuleInfo& rule : all_rules(plan)) {
    ++all;
    on += rule.level == Level::off ? 0 : 1;
    width = std::max(width, rule.id.size());
    topics[rule.topic].push_back(std::move(rule));
  }
  std::string out;
  for (auto const& [topic, rules] : topics) {
    out += topic + '\n';
    for (report::RuleInfo const& rule : rules)
      out += fmt::format("  {:<{}}  {:<7}  {}\n", rule.id, width, name_of(rule.level), rule.title);
    out += '\n';
  }
  return out + fmt::format("{} rules, {} on. `claimcheck explain RULE` tells more.\n", all, on);
}

std::string rule_list_json(Plan const& plan) {
  std::string out;
  report::JsonWriter json(out, 1);
  json.begin_array();
  for (report::RuleInfo const& rule : all_rules(plan)) {
    json.begin_object();
    json.field("id", rule.id);
    json.field("topic", rule.topic);
    json.field("level", name_of(rule.level));
    json.field("title", rule.title);
    json.field("explain", rule.explain);
    json.end_object();
  }
  json.end_array();
  return out + '\n';
}

std::optional<std::string> rule_page(Plan const& plan, std::string const& id) {
  if (rules::Rule const* const rule = plan.rules->find(id)) return rules::rule_page(*plan.rules, *rule);
  for (report::RuleInfo const& rule : all_rules(plan))
    if (rule.id == id)
      return fmt::format("# {}\n\n{}.\n\nLevel: {} · topic: {}\n\n{}", rule.id, rule.title, name_of(rule.level),
                         rule.topic, rule.explain);
  return std::nullopt;
}

std::string nearest_rule(Plan const& plan, std::string const& word) {
  std::vector<std::string> ids;
  for (report::RuleInfo const& rule : all_rules(plan)) ids.push_back(rule.id);
  return nearest(word, ids);
}

} // namespace claimcheck
