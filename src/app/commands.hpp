// The commands. Each returns the exit status.
#pragma once

#include "app/options.hpp"

namespace claimcheck::app {

int run_check(Options const& options); ///< `check` and `claims`
int run_stream(Options const& options);

} // namespace claimcheck::app
