// What the shell sees (interface.md, "Exit status").
#pragma once

namespace claimcheck::app {

enum ExitStatus : int {
  exit_clean = 0, ///< nothing at or above --fail-level
  exit_findings = 1,
  exit_usage = 2,      ///< usage, configuration, rule or baseline error
  exit_unreadable = 3, ///< an input could not be read; the others were checked. Wins over findings
  exit_internal = 4,
};

} // namespace claimcheck::app
