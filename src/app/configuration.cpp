#include <filesystem>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"

namespace claimcheck::app {

int run_files(Options const& options) {
  Session session(options.config, options.overlay);
  auto const jobs = jobs_of(options, session);
  if (!jobs) return exit_usage;
  std::string out;
  for (Job const& job : *jobs) out += job.path + '\n';
  return print(out) ? exit_clean : exit_usage;
}

int run_config_show(Options const& options) {
  std::string const path = options.paths.empty() ? "article.md" : options.paths.front();
  Session session(options.config, options.overlay);
  auto const plan = session.plan_for(path);
  if (!plan) {
    for (Diagnostic const& fault : plan.error()) say(fault);
    return exit_usage;
  }
  std::string const config = session.config_for(path);
  std::string out = config.empty() ? "# no configuration file applies\n" : "# " + config + '\n';
  return print(out + show((*plan)->settings, options.origin)) ? exit_clean : exit_usage;
}

int run_config_schema() { return print(config_schema()) ? exit_clean : exit_usage; }

int run_init(Options const& options) {
  std::string const path(config_name);
  std::error_code error;
  if (std::filesystem::exists(path, error) && !options.force) {
    say({path, 0, 0, "is there already", "--force replaces it"});
    return exit_usage;
  }
  if (!write_file(path, starting_config())) return exit_usage;
  return print("wrote " + path + '\n') ? exit_clean : exit_usage;
}

} // namespace claimcheck::app
