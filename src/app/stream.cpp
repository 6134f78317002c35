#include <iostream>

#include <unistd.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/stream.hpp"

namespace claimcheck::app {

int run_stream(Options const& options) {
  StreamOptions stream_options;
  stream_options.max_size = options.max_size;
  stream_options.date = options.date;
  stream_options.min_level = options.min_level;
  auto const rules = chosen_rules(options);
  if (!rules) return exit_usage;
  stream_options.check = [&rules](Input input) { return check(std::move(input), *rules); };
  std::ios::sync_with_stdio(false);
  stream(read_from_descriptor(STDIN_FILENO), std::cout, stream_options);
  return exit_clean;
}

} // namespace claimcheck::app
