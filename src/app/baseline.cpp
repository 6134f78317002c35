#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "app/baseline_file.hpp"
#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "report/ledger.hpp"

namespace fs = std::filesystem;

namespace claimcheck::app {
namespace {

std::optional<report::Baseline> read_baseline(std::string const& path) {
  auto bytes = claimcheck::read_file(path, std::uint64_t{256} << 20, "write the baseline anew");
  auto baseline = bytes ? report::Baseline::read(*bytes, path)
                        : Result<report::Baseline>(tl::make_unexpected(std::move(bytes.error())));
  if (baseline) return std::move(*baseline);
  for (Diagnostic& fault : baseline.error()) {
    if (fault.message == "no such file") fault.remedy = "make it with: claimcheck baseline write PATH";
    say(fault);
  }
  return std::nullopt;
}

} // namespace

std::string baseline_key(std::string const& baseline, std::string const& path) {
  fs::path const folder = fs::absolute(baseline).lexically_normal().parent_path();
  return fs::absolute(path).lexically_normal().lexically_relative(folder).generic_string();
}

bool apply_baselines(std::vector<Job> const& jobs, report::Report& report) {
  std::map<std::string, std::optional<report::Baseline>> baselines;
  bool sound = true;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    std::string const& name = jobs[i].plan->settings.baseline;
    if (name.empty()) continue;
    auto const [at, fresh] = baselines.try_emplace(name);
    if (fresh) {
      at->second = read_baseline(name);
      sound &= at->second.has_value();
    }
    if (at->second) at->second->apply(baseline_key(name, report.files[i].path), report.files[i]);
  }
  return sound;
}

int run_baseline(Options const& options) {
  Session session(options.config, options.overlay);
  auto const jobs = jobs_of(options, session);
  if (!jobs) return exit_usage;
  std::string name = default_baseline;
  for (Job const& job : *jobs)
    if (!job.plan->settings.baseline.empty()) name = job.plan->settings.baseline;
  bool const pruning = options.command == Command::baseline_prune;
  report::Baseline baseline;
  std::error_code error;
  if (pruning || fs::exists(name, error)) {
    auto old = read_baseline(name);
    if (!old) return exit_usage;
    baseline = std::move(*old);
  }
  std::vector<report::FileReport> files = run(*jobs, run_options_of(options));
  bool unreadable = false;
  std::vector<std::string> keys;
  std::size_t added = 0;
  for (report::FileReport& file : files) {
    for (Diagnostic const& fault : file.faults) say(fault);
    unreadable |= !file.readable;
    if (!file.readable) continue; // its entries stay: nobody knows
    keys.push_back(baseline_key(name, file.path));
    baseline.apply(keys.back(), file);
    if (pruning) continue;
    for (report::Reported const& found : file.findings) baseline.add(keys.back(), found);
    added += file.findings.size();
  }
  std::size_t const removed = baseline.prune(keys);
  if (!write_file(name, baseline.write())) return exit_usage;
  if (!print(fmt::format("{}: {} ({} added, {} removed)\n", name,
                         baseline.size() == 1 ? "1 known finding" : fmt::format("{} known findings", baseline.size()),
                         added, removed)))
    return exit_usage;
  return unreadable ? exit_unreadable : exit_clean;
}

} // namespace claimcheck::app
