#include "engine/run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include <unistd.h>

namespace claimcheck {
namespace {

report::FileReport check_file(std::string const& path, RunOptions const& options) {
  report::FileReport out;
  bool const standard_input = path == "-";
  out.path = standard_input ? (options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename) : path;
  auto bytes =
      standard_input ? read_descriptor(STDIN_FILENO, out.path, options.max_size) : read_file(path, options.max_size);
  if (!bytes) {
    out.readable = false;
    out.faults = std::move(bytes.error());
    return out;
  }
  if (bytes->empty()) out.notes.push_back({out.path, 0, 0, "the file is empty: nothing to check", ""});
  Input input;
  input.name = out.path;
  input.bytes = std::move(*bytes);
  input.format = format_of(out.path);
  input.date = options.date;
  Checked checked = options.check(std::move(input));
  report::Locator locator(checked.article.document);
  for (Finding& finding : checked.findings)
    if (finding.level >= options.min_level)
      out.findings.push_back(report::reported(checked.article, locator, std::move(finding)));
  out.agreements = std::move(checked.agreements);
  out.coverage = report::coverage_of(checked.article);
  if (options.keep_articles) out.article = std::make_unique<Article>(std::move(checked.article));
  return out;
}

} // namespace

std::vector<report::FileReport> run(std::vector<std::string> const& paths, RunOptions const& options) {
  std::vector<report::FileReport> reports(paths.size());
  std::vector<std::exception_ptr> failures(paths.size());
  std::atomic<std::size_t> next{0};
  auto const work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) {
      try {
        reports[i] = check_file(paths[i], options);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  std::size_t const wanted = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min(wanted, paths.size()); ++i) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  // An internal error is reported as one, and always the same one: that of the first file.
  for (std::exception_ptr const& failure : failures)
    if (failure) std::rethrow_exception(failure);
  return reports;
}

} // namespace claimcheck
