// The commands. Each returns the exit status.
#pragma once

#include <string>

#include "app/options.hpp"
#include "engine/run.hpp"

namespace claimcheck::app {

int run_check(Options const& options); ///< `check` and `claims`
int run_stream(Options const& options);
int run_rules(Options const& options);
int run_explain(Options const& options);
int run_test(Options const& options);
int run_files(Options const& options);
int run_config_show(Options const& options);
int run_config_schema();
int run_init(Options const& options);
int run_accept(Options const& options);
int run_baseline(Options const& options);
int run_mutate(Options const& options);

// What several commands share.

/// "claimcheck: file:line: message; remedy" on standard error.
void say(Diagnostic const& diagnostic);
/// To standard output, flushed. False, with a message, when it cannot be written.
bool print(std::string const& text);
/// False, with a message, when it cannot be written.
bool write_file(std::string const& path, std::string const& text);

/// The files to check, each with its plan. Nothing when a configuration or rule file is broken: the faults were said.
std::optional<std::vector<Job>> jobs_of(Options const& options, Session& session);
RunOptions run_options_of(Options const& options);

int run_reference(Options const& options); ///< `reference licences` and its sisters

/// Says what live sources could not answer. True when a replay had no answer to something: the run must not pass.
bool report_silences(Session const& session, bool quiet);

} // namespace claimcheck::app
