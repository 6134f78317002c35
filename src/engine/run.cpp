#include "engine/run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>

#include <unistd.h>

#include "base/yaml.hpp"
#include "engine/check.hpp"
#include "report/sign_off_parser.hpp"
#include "report/suppression.hpp"

namespace claimcheck {
namespace {

report::SignOffPolicy policy_of(Plan const& plan, Article const& article, std::string const& date) {
  report::SignOffPolicy policy;
  for (report::RuleInfo const& rule : all_rules(plan)) {
    policy.known.insert({rule.id, rule.topic});
    if (rule.level != Level::off) policy.active.insert({rule.id, rule.topic});
  }
  policy.require_reason = plan.settings.require_reason;
  policy.date = article.date.day;
  if (!policy.date) policy.date = report::day_named(date);
  for (auto const& [name, setting] : plan.settings.rules)
    if (setting.level) policy.levels[name] = *setting.level;
  for (std::string const& name : plan.settings.ignore) policy.levels[name] = Level::off;
  return policy;
}

report::SignOffs sign_offs_of(text::Document const& document, report::FileReport& file) {
  report::SignOffs out = report::read_comments(document, file.path);
  std::string const sidecar = report::sidecar_of(file.path);
  std::error_code error;
  if (!std::filesystem::is_regular_file(sidecar, error)) return out;
  auto bytes = read_file(sidecar, 1 << 20, "no sidecar is so large; remove it");
  auto tree = bytes ? yaml::parse(*bytes, sidecar) : Result<yaml::Tree>(tl::make_unexpected(std::move(bytes.error())));
  file.config_faults = tree ? report::read_sidecar(*tree, out) : std::move(tree.error());
  return out;
}

report::FileReport check_file(Job const& job, RunOptions const& options) {
  bool const standard_input = job.path == "-";
  std::string const name = !standard_input                  ? job.path
                           : options.stdin_filename.empty() ? "<stdin>"
                                                            : options.stdin_filename;
  auto bytes = standard_input ? read_descriptor(STDIN_FILENO, name, job.plan->settings.max_size)
                              : read_file(job.path, job.plan->settings.max_size);
  if (bytes) return check_bytes(std::move(*bytes), name, *job.plan, options);
  report::FileReport out;
  out.path = name;
  out.readable = false;
  out.faults = std::move(bytes.error());
  out.fail_level = job.plan->settings.fail_level;
  return out;
}

} // namespace

report::FileReport check_bytes(std::string bytes, std::string const& path, Plan const& plan,
                               RunOptions const& options) {
  report::FileReport out;
  out.path = path;
  out.fail_level = plan.settings.fail_level;
  if (bytes.empty()) out.notes.push_back({path, 0, 0, "the file is empty: nothing to check", ""});
  Input input;
  input.name = path;
  input.bytes = std::move(bytes);
  input.format = format_of(path);
  input.date = options.date;
  input.reference = plan.reference.get();
  Checked checked = check(std::move(input), *plan.rules, options.keep_articles);
  Article const& article = checked.article;
  report::Locator locator(article.document);
  for (Finding& finding : checked.findings)
    out.findings.push_back(report::reported(article, locator, std::move(finding)));
  report::SignOffs signoffs = sign_offs_of(article.document, out);
  if (!signoffs.entries.empty() || !signoffs.faults.empty())
    report::apply_sign_offs(std::move(signoffs), policy_of(plan, article, options.date), out);
  out.findings.erase(
      std::remove_if(out.findings.begin(), out.findings.end(),
                     [&](report::Reported const& found) { return found.finding.level < plan.settings.min_level; }),
      out.findings.end());
  out.coverage = report::coverage_of(article);
  if (options.keep_articles) { // what only a ledger shows is not kept for thousands of files
    out.agreements = std::move(checked.agreements);
    out.sources = std::move(checked.sources);
    out.article = std::make_unique<Article>(std::move(checked.article));
  }
  return out;
}

std::vector<report::FileReport> run(std::vector<Job> const& jobs, RunOptions const& options) {
  std::vector<report::FileReport> reports(jobs.size());
  std::vector<std::exception_ptr> failures(jobs.size());
  std::atomic<std::size_t> next{0};
  std::mutex progress;
  std::size_t done = 0;
  auto const work = [&] {
    for (std::size_t i = next++; i < jobs.size(); i = next++) {
      try {
        reports[i] = check_file(jobs[i], options);
      } catch (...) {
        failures[i] = std::current_exception();
      }
      if (options.progress == nullptr) continue;
      std::lock_guard const lock(progress);
      options.progress(++done, jobs.size());
    }
  };
  std::size_t const wanted = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min(wanted, jobs.size()); ++i) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  // An internal error is reported as one, and always the same one: that of the first file.
  for (std::exception_ptr const& failure : failures)
    if (failure) std::rethrow_exception(failure);
  return reports;
}

} // namespace claimcheck
