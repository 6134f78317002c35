// The commands. Each returns the exit status.
#pragma once

#include <memory>

#include "app/options.hpp"
#include "engine/check.hpp"

namespace claimcheck::app {

int run_check(Options const& options); ///< `check` and `claims`
int run_stream(Options const& options);

/// The rules that the options choose; null, with the faults printed, when they cannot be loaded.
std::shared_ptr<rules::RuleSet const> chosen_rules(Options const& options);

} // namespace claimcheck::app
