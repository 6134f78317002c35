#include <cstdio>
#include <exception>
#include <new>

#include "app/commands.hpp"
#include "app/exit_status.hpp"

int main(int argc, char** argv) {
  using namespace claimcheck::app;
  try {
    Parsed const parsed = parse_command_line(argc, argv);
    if (!parsed.options) return parsed.status;
    switch (parsed.options->command) {
    case Command::check:
    case Command::claims:
      return run_check(*parsed.options);
    case Command::stream:
      return run_stream(*parsed.options);
    case Command::rules:
      return run_rules(*parsed.options);
    case Command::explain:
      return run_explain(*parsed.options);
    case Command::test:
      return run_test(*parsed.options);
    }
  } catch (std::bad_alloc const&) {
    std::fputs("claimcheck: internal error: out of memory; try fewer files at once (-j 1) or a smaller --max-size\n",
               stderr);
  } catch (std::exception const& error) {
    std::fprintf(stderr, "claimcheck: internal error: %s\n", error.what());
  }
  return exit_internal;
}
