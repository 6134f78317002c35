#include <cstdio>
#include <exception>
#include <new>

#include "app/commands.hpp"
#include "app/exit_status.hpp"

namespace {

int dispatch(claimcheck::app::Options const& options) {
  using namespace claimcheck::app;
  switch (options.command) {
  case Command::check:
  case Command::claims:
    return run_check(options);
  case Command::stream:
    return run_stream(options);
  case Command::rules:
    return run_rules(options);
  case Command::explain:
    return run_explain(options);
  case Command::reference:
    return run_reference(options);
  case Command::test:
    return run_test(options);
  case Command::files:
    return run_files(options);
  case Command::config_show:
    return run_config_show(options);
  case Command::config_schema:
    return run_config_schema();
  case Command::init:
    return run_init(options);
  case Command::accept:
    return run_accept(options);
  case Command::baseline_write:
  case Command::baseline_prune:
    return run_baseline(options);
  case Command::mutate:
    return run_mutate(options);
  }
  return exit_internal;
}

} // namespace

int main(int argc, char** argv) {
  try {
    claimcheck::app::Parsed const parsed = claimcheck::app::parse_command_line(argc, argv);
    return parsed.options ? dispatch(*parsed.options) : parsed.status;
  } catch (std::bad_alloc const&) {
    std::fputs("claimcheck: internal error: out of memory; try fewer files at once (-j 1) or a smaller --max-size\n",
               stderr);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "claimcheck: internal error: %s\n", error.what());
  }
  return claimcheck::app::exit_internal;
}
