// `mutate`: what share of seeded errors the rules catch in these articles.
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/check.hpp"

namespace claimcheck::app {
namespace {

Input input_of(std::string const& path, std::string bytes, Options const& options) {
  Input input;
  input.name = path;
  input.bytes = std::move(bytes);
  input.format = format_of(path);
  input.date = options.date;
  return input;
}

} // namespace

int run_mutate(Options const& options) {
  Session session(options.config, options.overlay);
  auto const jobs = jobs_of(options, session);
  if (!jobs) return exit_usage;
  std::size_t made = 0, found = 0, fitting = 0;
  bool unreadable = false;
  std::string out;
  for (Job const& job : *jobs) {
    auto const bytes = job.path == "-" ? read_descriptor(0, "<stdin>", default_max_size)
                                       : read_file(job.path, default_max_size, "mutate reads no larger texts");
    if (!bytes) {
      for (Diagnostic const& fault : bytes.error()) say(fault);
      unreadable = true;
      continue;
    }
    Checked const clean = check(input_of(job.path, *bytes, options), *job.plan->rules);
    for (auto const& change : rules::mutations(clean.article, clean.agreements, options.seed)) {
      Checked const wrong = check(input_of(job.path, rules::mutated(clean.article, change), options), *job.plan->rules);
      bool const caught = rules::caught(change, wrong.findings);
      // A change that the rounding of the figures allows contradicts nothing and is no error to be found.
      bool const fits = !caught && rules::still_fits(change, wrong.agreements);
      made += !fits;
      found += caught;
      fitting += fits;
      auto const at = clean.article.document.position(change.source.begin);
      out += fmt::format("{} {}:{}:{}: {} -> {} ({})\n",
                         caught ? "caught"
                         : fits ? "fits"
                                : "missed",
                         job.path, at.line, at.column, change.from, change.to, change.rule);
    }
  }
  out += made == 0 ? "no figure is bound to another: nothing to change\n"
                   : fmt::format("{} of {} changes caught = {:.1f} %\n", found, made,
                                 100.0 * static_cast<double>(found) / static_cast<double>(made));
  if (fitting != 0)
    out += fmt::format("{} more leave the figures consistent within their rounding: no contradictions\n", fitting);
  if (!print(out)) return exit_usage;
  return unreadable ? exit_unreadable : exit_clean;
}

} // namespace claimcheck::app
