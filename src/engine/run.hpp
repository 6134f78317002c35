// Many files through the pipeline, on several cores, into one report that does not depend on how many.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/session.hpp"
#include "report/report.hpp"

namespace claimcheck {

struct Job {
  std::string path; ///< "-" is standard input
  std::shared_ptr<Plan const> plan;
};

struct RunOptions {
  std::string date; ///< for documents that state none; ISO or empty
  std::string stdin_filename;
  unsigned jobs = 0;                                             ///< 0: one a core
  bool keep_articles = false;                                    ///< some renderer needs texts and claims
  void (*progress)(std::size_t done, std::size_t all) = nullptr; ///< called from any thread, one call at a time
};

/// One report a job, in their order. Never throws for an input's sake.
std::vector<report::FileReport> run(std::vector<Job> const& jobs, RunOptions const& options);

/// One file whose bytes are at hand: checked, signed off, filtered by level. `path` names it and finds its sidecar.
report::FileReport check_bytes(std::string bytes, std::string const& path, Plan const& plan, RunOptions const& options);

} // namespace claimcheck
