// Many files through the pipeline, on several cores, into one report that does not depend on how many.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/engine.hpp"
#include "engine/input.hpp"
#include "report/report.hpp"

namespace claimcheck {

struct RunOptions {
  std::string date; ///< for documents that state none
  std::string stdin_filename;
  std::uint64_t max_size = default_max_size;
  unsigned jobs = 0;          ///< 0: one a core
  bool keep_articles = false; ///< some renderer needs texts and claims
  Level min_level = Level::note;
  std::function<Checked(Input)> check;
};

/// One report a path, in the order of `paths`. "-" is standard input. Never throws for an input's sake.
std::vector<report::FileReport> run(std::vector<std::string> const& paths, RunOptions const& options);

} // namespace claimcheck
