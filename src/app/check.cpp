#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/run.hpp"
#include "report/formats.hpp"

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

void say(Diagnostic const& diagnostic) { std::fprintf(stderr, "claimcheck: %s\n", to_string(diagnostic).c_str()); }

/// True when all was written.
bool write_all(std::FILE* file, std::string const& text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

bool write_report(std::string const& path, std::string const& text) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  bool const written = file != nullptr && write_all(file, text);
  int const fault = errno;
  if (file != nullptr) std::fclose(file);
  if (!written)
    say({path, 0, 0, fmt::format("the report cannot be written: {}", std::strerror(fault)),
         "check the folder and its permissions"});
  return written;
}

} // namespace

int run_check(Options const& options) {
  auto const& formats = options.command == Command::check ? report::check_formats() : report::claims_formats();
  std::vector<Output> outputs = options.outputs;
  bool const printed =
      std::any_of(outputs.begin(), outputs.end(), [](Output const& output) { return output.file.empty(); });
  if (!printed && outputs.empty()) outputs.push_back({std::string(formats.front().name), ""});

  RunOptions run_options;
  run_options.date = options.date;
  run_options.stdin_filename = options.stdin_filename;
  run_options.max_size = options.max_size;
  run_options.jobs = options.jobs;
  run_options.min_level = options.min_level;
  auto const rules = chosen_rules(options);
  if (!rules) return exit_usage;
  run_options.check = [&rules](Input input) { return check(std::move(input), *rules); };
  for (Output const& output : outputs)
    run_options.keep_articles |= report::format_named(formats, output.format)->needs_article;

  FoundFiles const found = find_files(options.paths);
  report::Report report;
  report.version = CLAIMCHECK_VERSION;
  report.fail_level = options.fail_level;
  report.files = run(found.paths, run_options);

  bool unreadable = false;
  for (report::FileReport const& file : report.files) {
    for (Diagnostic const& fault : file.faults) say(fault);
    unreadable |= !file.readable;
    if (!options.quiet)
      for (Diagnostic const& note : file.notes) say(note);
  }
  if (!options.quiet)
    for (Diagnostic const& note : found.notes) say(note);

  bool unwritable = false;
  for (Output const& output : outputs) {
    report::Style style;
    style.color = output.file.empty() && colored(options.color);
    style.width = output.file.empty() ? terminal_width() : 120;
    std::string const text = report::format_named(formats, output.format)->render(report, style);
    unwritable |= output.file.empty() ? !write_all(stdout, text) : !write_report(output.file, text);
  }
  if (unreadable) return exit_unreadable;
  if (unwritable) return exit_usage;
  if (options.command == Command::claims || options.fail_level == Level::off) return exit_clean;
  for (Level level = options.fail_level; level <= Level::error; level = static_cast<Level>(static_cast<int>(level) + 1))
    if (report.count(level) != 0) return exit_findings;
  return exit_clean;
}

} // namespace claimcheck::app
