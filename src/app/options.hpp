// The command line, read and checked. The only user of CLI11 is options.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claim/finding.hpp"
#include "engine/input.hpp"

namespace claimcheck::app {

enum class Command : std::uint8_t { check, claims, stream, rules, explain, test };
enum class Color : std::uint8_t { automatic, always, never };

/// `-f sarif=out.sarif`
struct Output {
  std::string format;
  std::string file; ///< empty: standard output
};

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;
  std::string stdin_filename; ///< how standard input is named in reports; its ending names the format
  std::vector<Output> outputs;
  std::string date;
  Level min_level = Level::note;
  Level fail_level = Level::error; ///< `off` stands for never
  std::vector<std::string> select, ignore;
  std::vector<std::string> rules; ///< more rule files, or folders of them
  std::string table;              ///< of the command `rules`: fields, functions, relations or classes instead of the rules
  std::uint64_t max_size = default_max_size;
  unsigned jobs = 0; ///< 0: as many as the machine has cores
  Color color = Color::automatic;
  bool quiet = false;
};

/// What is left to do after reading the command line: run, or end with a status (help, version, usage error).
struct Parsed {
  std::optional<Options> options;
  int status = 0;
};

/// Prints help and usage errors itself.
Parsed parse_command_line(int argc, char const* const* argv);

} // namespace claimcheck::app
