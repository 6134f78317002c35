// Baseline files on disk.
#pragma once

#include <string>
#include <vector>

#include "engine/run.hpp"
#include "report/baseline.hpp"

namespace claimcheck::app {

inline constexpr char const* default_baseline = ".claimcheck-baseline.jsonl";

/// How a file is named in a baseline: relative to the baseline's folder, so that it does not matter where the program
/// is started.
std::string baseline_key(std::string const& baseline, std::string const& path);

/// Takes known findings out of the report. False, with messages, when a baseline that the settings name is missing or
/// broken.
bool apply_baselines(std::vector<Job> const& jobs, report::Report& report);

} // namespace claimcheck::app
