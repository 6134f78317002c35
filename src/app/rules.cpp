// `rules`, `explain` and `test`.
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/catalogue.hpp"
#include "engine/check.hpp"

namespace claimcheck::app {
namespace {

/// The plan for an article in this folder; nothing when a configuration or rule file is broken: the faults were said.
std::shared_ptr<Plan const> plan_here(Options const& options) {
  Session session(options.config, options.overlay);
  auto plan = session.plan_for("article.md");
  if (plan) return *plan;
  for (Diagnostic const& fault : plan.error()) say(fault);
  return nullptr;
}

} // namespace

int run_rules(Options const& options) {
  std::string out;
  if (options.relations) out += rules::relations_table();
  if (options.functions) out += rules::functions_table();
  if (options.fields) out += rules::fields_table();
  if (options.classes) out += rules::classes_table(Lexicon::builtin());
  if (out.empty()) {
    auto const plan = plan_here(options);
    if (!plan) return exit_usage;
    out = options.json ? rule_list_json(*plan) : rule_list(*plan);
  }
  return print(out) ? exit_clean : exit_usage;
}

int run_explain(Options const& options) {
  Options own = options;
  own.config.none = true; // the rule as it is, whatever this folder makes of it
  auto const plan = plan_here(own);
  if (!plan) return exit_usage;
  for (std::string const& id : options.paths) {
    auto const page = rule_page(*plan, id);
    if (!page) {
      std::string const near = nearest_rule(*plan, id);
      say({"", 0, 0, "there is no rule `" + id + '`',
           near.empty() ? "`claimcheck rules` lists them" : "did you mean `" + near + "`?"});
      return exit_usage;
    }
    if (!print(*page)) return exit_usage;
  }
  return exit_clean;
}

int run_test(Options const& options) {
  auto const rules = options.paths.empty() ? load_rules() : load_rules_alone(options.paths);
  if (!rules) {
    for (Diagnostic const& fault : rules.error()) say(fault);
    return exit_usage;
  }
  std::size_t passed = 0, failed = 0;
  std::string out;
  for (auto const& result : rules::run_examples(**rules, read_example)) {
    bool const good = result.failure.empty();
    (good ? passed : failed) += 1;
    if (!good)
      out += fmt::format("{}:{}: {}: {}\n  {}\n", result.rule->source.file, result.example->line, result.name,
                         result.example->text, result.failure);
    else if (!options.quiet)
      out += "ok " + result.name + '\n';
  }
  if (!print(out + fmt::format("{} examples passed, {} failed\n", passed, failed))) return exit_usage;
  return failed == 0 ? exit_clean : exit_findings;
}

} // namespace claimcheck::app
