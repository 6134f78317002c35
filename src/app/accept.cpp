#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/accept.hpp"
#include "report/ledger.hpp"
#include "report/suppression.hpp"

namespace claimcheck::app {
namespace {

/// The exit status for one file.
int accept_in(Job const& job, RunOptions const& run_options, Options const& options) {
  auto bytes = claimcheck::read_file(job.path, job.plan->settings.max_size);
  if (!bytes) {
    for (Diagnostic const& fault : bytes.error()) say(fault);
    return exit_unreadable;
  }
  report::FileReport const file = check_bytes(*bytes, job.path, *job.plan, run_options);
  for (Diagnostic const& fault : file.config_faults) say(fault);
  if (!file.config_faults.empty()) return exit_usage;
  std::string const sidecar = report::sidecar_of(job.path);
  std::string old_sidecar;
  if (std::filesystem::exists(sidecar))
    old_sidecar = claimcheck::read_file(sidecar, 1 << 20, "no sidecar is so large; remove it").value_or("");
  Acceptance const accepted =
      accept_findings(*bytes, old_sidecar, file, *job.plan, run_options, options.reason, options.until);
  if (accepted.bytes != *bytes && !write_file(job.path, accepted.bytes)) return exit_usage;
  if (!accepted.sidecar.empty() && !write_file(sidecar, accepted.sidecar)) return exit_usage;
  if (accepted.accepted != 0 && !options.quiet)
    print(fmt::format("{}: {} signed off\n", job.path, report::counted(accepted.accepted, "finding")));
  return exit_clean;
}

} // namespace

int run_accept(Options const& options) {
  Session session(options.config, options.overlay);
  auto const jobs = jobs_of(options, session);
  if (!jobs) return exit_usage;
  RunOptions const run_options = run_options_of(options);
  int status = exit_clean;
  for (Job const& job : *jobs) {
    if (job.path == "-") {
      say({"-", 0, 0, "standard input cannot be changed", "name a file"});
      return exit_usage;
    }
    if (job.plan->settings.require_reason && options.reason.empty()) {
      say({job.path, 0, 0, "the configuration demands a reason", "give it with --reason"});
      return exit_usage;
    }
    status = std::max(status, accept_in(job, run_options, options));
  }
  return status;
}

} // namespace claimcheck::app
