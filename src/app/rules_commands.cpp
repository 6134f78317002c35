// `rules`, `explain` and `test`.
#include <cstdio>

#include "app/commands.hpp"
#include "app/exit_status.hpp"

namespace claimcheck::app {
namespace {

void print(std::string const& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void say(Diagnostics const& faults) {
  for (Diagnostic const& fault : faults) std::fprintf(stderr, "claimcheck: %s\n", to_string(fault).c_str());
}

} // namespace

int run_rules(Options const& options) {
  if (options.table == "fields") return print(rules::fields_table()), exit_clean;
  if (options.table == "functions") return print(rules::functions_table()), exit_clean;
  if (options.table == "relations") return print(rules::relations_table()), exit_clean;
  if (options.table == "classes") return print(rules::classes_table(Lexicon::builtin())), exit_clean;
  auto const rules = chosen_rules(options);
  if (!rules) return exit_usage;
  print(rules::rule_list(*rules));
  return exit_clean;
}

int run_explain(Options const& options) {
  auto const rules = chosen_rules(options);
  if (!rules) return exit_usage;
  for (std::string const& id : options.paths) {
    rules::Rule const* const rule = rules->find(id);
    if (rule == nullptr) {
      std::vector<std::string> known;
      for (auto const& each : rules->rules()) known.push_back(each.id());
      std::string const best = nearest(id, known);
      std::fprintf(stderr, "claimcheck: unknown rule `%s`; %s\n", id.c_str(), best.empty() ? "`claimcheck rules` lists them" : ("did you mean `" + best + "`?").c_str());
      return exit_usage;
    }
    print(rules::rule_page(*rules, *rule));
  }
  return exit_clean;
}

int run_test(Options const& options) {
  auto const rules = load_rules_alone(options.paths);
  if (!rules) return say(rules.error()), exit_usage;
  std::size_t passed = 0, failed = 0;
  for (auto const& result : rules::run_examples(**rules, read_example)) {
    if (result.failure.empty()) {
      ++passed;
      continue;
    }
    ++failed;
    print(result.rule->source.file + ":" + std::to_string(result.example->line) + ": " + result.name + ": " + result.example->text + "\n  " + result.failure + "\n");
  }
  print(std::to_string(passed) + " examples passed, " + std::to_string(failed) + " failed\n");
  return failed == 0 ? exit_clean : exit_findings;
}

} // namespace claimcheck::app
