// The command line, read and checked. The only user of CLI11 is options.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claim/finding.hpp"
#include "engine/session.hpp"

namespace claimcheck::app {

enum class Command : std::uint8_t {
  check,
  claims,
  stream,
  rules,
  explain,
  test,
  reference,
  files,
  config_show,
  config_schema,
  init,
  accept,
  baseline_write,
  baseline_prune,
  mutate,
};
enum class Color : std::uint8_t { automatic, always, never };

/// `-f sarif=out.sarif`
struct Output {
  std::string format;
  std::string file; ///< empty: standard output
};

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths; ///< files and folders; rule ids of `explain`; rule files of `test`
  std::string stdin_filename;     ///< how standard input is named in reports; its ending names the format
  std::vector<Output> outputs;
  std::string date;
  Overlay overlay; ///< what goes over the configuration
  ConfigStore::Options config;
  unsigned jobs = 0; ///< 0: as many as the machine has cores
  Color color = Color::automatic;
  bool quiet = false;
  bool stats = false;                                                         ///< findings by rule
  bool json = false;                                                          ///< of `rules`, `explain`
  bool relations = false, functions = false, fields = false, classes = false; ///< of `rules`
  bool origin = false;                                                        ///< of `config show`
  bool force = false;                                                         ///< of `init`
  std::string reason, until;                                                  ///< of `accept`
  bool no_baseline = false;
  std::uint64_t seed = 1;    ///< of `mutate`
  bool unattributed = false; ///< of `claims`
  std::string action;        ///< of `reference`
};

/// What is left to do after reading the command line: run, or end with a status (help, version, usage error).
struct Parsed {
  std::optional<Options> options;
  int status = 0;
};

/// Prints help and usage errors itself.
Parsed parse_command_line(int argc, char const* const* argv);

} // namespace claimcheck::app
