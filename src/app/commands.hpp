// The commands. Each returns the exit status.
#pragma once

#include <memory>

#include "app/options.hpp"
#include "engine/check.hpp"

namespace claimcheck::app {

int run_check(Options const& options); ///< `check` and `claims`
int run_stream(Options const& options);
int run_rules(Options const& options);   ///< lists rules, or a table of the rule language
int run_explain(Options const& options);
int run_test(Options const& options);    ///< 1 when an example fails

/// The rules that the options choose; null, with the faults printed, when they cannot be loaded.
std::shared_ptr<rules::RuleSet const> chosen_rules(Options const& options);

} // namespace claimcheck::app
