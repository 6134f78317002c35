#include <iostream>

#include <unistd.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/check.hpp"
#include "engine/stream.hpp"

namespace claimcheck::app {

int run_stream(Options const& options) {
  Session session(options.config, options.overlay);
  auto const plan = session.plan_for("-");
  if (!plan) {
    for (Diagnostic const& fault : plan.error()) say(fault);
    return exit_usage;
  }
  StreamOptions stream_options;
  stream_options.max_size = (*plan)->settings.max_size;
  stream_options.date = options.date;
  stream_options.min_level = (*plan)->settings.min_level;
  stream_options.check = [&](Input input) {
    input.reference = (*plan)->reference.get();
    return check(std::move(input), *(*plan)->rules, false);
  };
  std::ios::sync_with_stdio(false);
  stream(read_from_descriptor(STDIN_FILENO), std::cout, stream_options);
  return report_silences(session, options.quiet) ? exit_usage : exit_clean;
}

} // namespace claimcheck::app
