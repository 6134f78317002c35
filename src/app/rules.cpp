#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/catalogue.hpp"

namespace fs = std::filesystem;

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

/// Rule files that the words of the command line name.
std::vector<std::string> rule_files(std::vector<std::string> const& paths) {
  std::vector<std::string> out;
  for (std::string const& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      std::string const ending = it->path().extension().string();
      if (ending == ".yaml" || ending == ".yml") out.push_back(it->path().generic_string());
    }
  }
  return out;
}

} // namespace

int run_rules(Options const& options) {
  if (options.relations || options.functions || options.fields) {
    std::string out;
    if (options.relations) out += relation_list();
    if (options.functions) out += function_list();
    if (options.fields) out += field_list();
    return print(out) ? exit_clean : exit_usage;
  }
  auto const plan = plan_here(options);
  if (!plan) return exit_usage;
  return print(options.json ? rule_list_json(*plan) : rule_list(*plan)) ? exit_clean : exit_usage;
}

int run_explain(Options const& options) {
  Options own = options;
  own.config.none = true; // the rule as it is, whatever this folder makes of it
  auto const plan = plan_here(own);
  if (!plan) return exit_usage;
  std::string const& id = options.paths.front();
  if (auto const page = rule_page(*plan, id, options.markdown)) return print(*page) ? exit_clean : exit_usage;
  std::string const near = nearest_rule(*plan, id);
  say({"", 0, 0, "there is no rule `" + id + '`',
       near.empty() ? "`claimcheck rules` lists them" : "did you mean `" + near + "`?"});
  return exit_usage;
}

int run_test(Options const& options) {
  Options own = options;
  own.config.none = true;
  own.overlay.rule_paths = options.paths;
  auto const plan = plan_here(own);
  if (!plan) return exit_usage;
  ExampleReport const result = run_rule_examples(*plan, rule_files(options.paths), !options.quiet);
  if (!print(result.text + fmt::format("{} passed, {} failed\n", result.passed, result.failed))) return exit_usage;
  return result.failed == 0 ? exit_clean : exit_findings;
}

} // namespace claimcheck::app
