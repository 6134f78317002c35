#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/baseline_file.hpp"
#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "report/formats.hpp"
#include "report/suppression.hpp"

namespace claimcheck::app {
namespace {

bool colored(Color color) {
  if (color == Color::always) return true;
  if (color == Color::never) return false;
  char const* const no_color = std::getenv("NO_COLOR");
  char const* const terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 120;
}

/// "1200 of 2000 files" on a terminal, from the first second on. The clock is for the eye alone: no result depends on
/// it.
void show_progress(std::size_t done, std::size_t all) {
  using Clock = std::chrono::steady_clock;
  static Clock::time_point const begin = Clock::now();
  static Clock::time_point shown = begin;
  Clock::time_point const now = Clock::now();
  bool const last = done == all;
  if (now - begin < std::chrono::seconds(1) || (!last && now - shown < std::chrono::milliseconds(100))) return;
  shown = now;
  std::fprintf(stderr, last ? "\r\x1b[K" : "\r%zu of %zu files", done, all);
}

/// Findings by rule, for planning a rollout.
std::string statistics(report::Report const& report) {
  std::map<std::string, std::size_t> counts;
  for (report::FileReport const& file : report.files)
    for (report::Reported const& found : file.findings) ++counts[found.finding.rule];
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
  std::string out;
  for (auto const& [rule, n] : sorted) out += fmt::format("{:>7}  {}\n", n, rule);
  return out;
}

/// The rules of all plans, by id.
std::vector<report::RuleInfo> rules_of(std::vector<Job> const& jobs) {
  std::map<std::string, report::RuleInfo> rules;
  std::set<Plan const*> seen;
  for (Job const& job : jobs)
    if (seen.insert(job.plan.get()).second)
      for (report::RuleInfo& rule : rules_in_force(*job.plan)) rules.emplace(rule.id, std::move(rule));
  std::vector<report::RuleInfo> out;
  for (auto& [id, rule] : rules) out.push_back(std::move(rule));
  return out;
}

/// What could not be read and what else is worth a word; true when a sidecar is broken.
bool say_faults(report::Report const& report, bool quiet) {
  bool broken = false;
  for (report::FileReport const& file : report.files) {
    for (Diagnostic const& fault : file.faults) say(fault);
    for (Diagnostic const& fault : file.config_faults) say(fault);
    broken |= !file.config_faults.empty();
    if (!quiet)
      for (Diagnostic const& note : file.notes) say(note);
  }
  return broken;
}

/// GitHub shows this file on the page of the run.
bool write_step_summary(report::Report const& report) {
  char const* const path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return true;
  std::FILE* const file = std::fopen(path, "ab");
  std::string const text = report::render_summary(report, {});
  bool const written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  bool const closed = file != nullptr && std::fclose(file) == 0;
  if (!written || !closed) say({path, 0, 0, "the step summary cannot be written", "check GITHUB_STEP_SUMMARY"});
  return written && closed;
}

bool write_outputs(report::Report const& report, std::vector<Output> const& outputs,
                   std::vector<report::Format> const& formats, Options const& options) {
  bool written = true;
  for (Output const& output : outputs) {
    report::Style style;
    style.color = output.file.empty() && colored(options.color);
    style.width = output.file.empty() ? terminal_width() : 120;
    style.closing_line = !options.quiet;
    if (output.file.empty()) style.sink = [&](std::string_view part) { written &= print(std::string(part)); };
    std::string const text = report::format_named(formats, output.format)->render(report, style);
    written &= output.file.empty() ? print(text) : write_file(output.file, text);
    if (output.format == "github") written &= write_step_summary(report);
  }
  return written;
}

bool fails(report::FileReport const& file) {
  return file.fail_level != Level::off &&
         std::any_of(file.findings.begin(), file.findings.end(),
                     [&](report::Reported const& found) { return found.finding.level >= file.fail_level; });
}

} // namespace

int run_check(Options const& options) {
  bool const ledger = options.command == Command::claims;
  auto const& formats = ledger ? report::claims_formats() : report::check_formats();
  std::vector<Output> outputs = options.outputs;
  if (outputs.empty()) outputs.push_back({std::string(formats.front().name), ""});

  Session session(options.config, options.overlay);
  auto const jobs = jobs_of(options, session);
  if (!jobs) return exit_usage;
  RunOptions run_options = run_options_of(options);
  run_options.progress = ::isatty(STDERR_FILENO) == 1 && !options.quiet ? show_progress : nullptr;
  for (Output const& output : outputs)
    run_options.keep_articles |= report::format_named(formats, output.format)->needs_article;

  report::Report report;
  report.version = CLAIMCHECK_VERSION;
  report.rules = rules_of(*jobs);
  report.files = run(*jobs, run_options);
  for (report::FileReport& file : report.files) file.only_unattributed = options.unattributed;
  bool broken = say_faults(report, options.quiet);
  if (!options.no_baseline) broken |= !apply_baselines(*jobs, report);
  if (jobs->empty() && !options.quiet) say({"", 0, 0, "no file to check", ""});

  broken |= report_silences(session, options.quiet);
  broken |= !write_outputs(report, outputs, formats, options);
  if (options.stats) broken |= !print(statistics(report));
  bool const unreadable = std::any_of(report.files.begin(), report.files.end(),
                                      [](report::FileReport const& file) { return !file.readable; });
  if (unreadable) return exit_unreadable;
  if (broken) return exit_usage;
  return !ledger && std::any_of(report.files.begin(), report.files.end(), fails) ? exit_findings : exit_clean;
}

} // namespace claimcheck::app
