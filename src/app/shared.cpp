#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include <fmt/format.h>

#include "app/commands.hpp"

namespace claimcheck::app {
namespace {

bool write_all(std::FILE* file, std::string const& text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

} // namespace

void say(Diagnostic const& diagnostic) { std::fprintf(stderr, "claimcheck: %s\n", to_string(diagnostic).c_str()); }

bool print(std::string const& text) {
  if (write_all(stdout, text)) return true;
  say({"standard output", 0, 0, fmt::format("cannot be written: {}", std::strerror(errno)), ""});
  return false;
}

bool write_file(std::string const& path, std::string const& text) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  bool written = file != nullptr && write_all(file, text);
  int const fault = errno;
  if (file != nullptr) written = std::fclose(file) == 0 && written;
  if (!written)
    say({path, 0, 0, fmt::format("cannot be written: {}", std::strerror(fault)),
         "check the folder and its permissions"});
  return written;
}

std::optional<std::vector<Job>> jobs_of(Options const& options, Session& session) {
  FoundFiles const found = find_files(options.paths);
  std::vector<Job> jobs;
  std::set<std::string> said;
  bool broken = false;
  for (std::string const& path : found.paths) {
    std::string const named = path == "-" && !options.stdin_filename.empty() ? options.stdin_filename : path;
    auto plan = session.plan_for(named);
    if (!plan) {
      for (Diagnostic const& fault : plan.error())
        if (said.insert(to_string(fault)).second) say(fault); // once, however many files it concerns
      broken = true;
    } else if (is_excluded((*plan)->settings, named)) {
      bool const by_name = std::find(options.paths.begin(), options.paths.end(), path) != options.paths.end();
      if (by_name && !options.quiet)
        say({path, 0, 0, "left out by `exclude` in " + (*plan)->settings.origins.at("exclude"), ""});
    } else {
      jobs.push_back({path, std::move(*plan)});
    }
  }
  if (broken) return std::nullopt;
  if (!options.quiet)
    for (Diagnostic const& note : found.notes) say(note);
  return jobs;
}

RunOptions run_options_of(Options const& options) {
  RunOptions out;
  out.date = options.date;
  out.stdin_filename = options.stdin_filename;
  out.jobs = options.jobs;
  return out;
}

} // namespace claimcheck::app
