#include <cstdio>

#include "app/commands.hpp"

namespace claimcheck::app {

std::shared_ptr<rules::RuleSet const> chosen_rules(Options const& options) {
  RuleChoice choice;
  choice.files = options.rules;
  choice.options.select = options.select;
  choice.options.ignore = options.ignore;
  auto loaded = load_rules(choice);
  if (loaded) return std::move(*loaded);
  for (Diagnostic const& fault : loaded.error()) std::fprintf(stderr, "claimcheck: %s\n", to_string(fault).c_str());
  return nullptr;
}

} // namespace claimcheck::app
