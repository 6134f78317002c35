// `claimcheck reference ...`: what the reference knows, from where, and whether a file of facts is sound. And the
// options by which the other commands use it.
#include <chrono>
#include <cstdio>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_status.hpp"
#include "engine/reference.hpp"

namespace claimcheck::app {

using reference::Candidate;
using reference::Fact;
using reference::Property;
using reference::Reference;

namespace {

int list_licences(Reference const& reference) {
  for (auto const& source : reference.sources()) {
    fmt::print("{}\n  {}\n  licence: {}\n", source.title, source.publisher.empty() ? source.key : source.publisher,
               source.licence.empty() ? "not stated" : source.licence);
    if (!source.url.empty()) fmt::print("  {}\n", source.url);
    if (!source.as_of.empty()) fmt::print("  data of {}\n", source.as_of);
    if (!source.attribution.empty()) fmt::print("  {}\n", source.attribution);
    fmt::print("\n");
  }
  return exit_clean;
}

int list_sources(Reference const& reference) {
  for (auto const& source : reference.sources())
    fmt::print("{:<12} {:<12} {:<28} {}\n", source.key, source.as_of, source.licence, source.title);
  return exit_clean;
}

std::string day_text(std::optional<Days> day) {
  if (!day) return "";
  std::chrono::year_month_day const date(*day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string fact_text(Fact const& fact) {
  std::string text = fmt::format("  {}: ", reference::name_of(fact.property));
  if (fact.value)
    text += fact.value->to_string() + (fact.unit.empty() ? "" : " " + fact.unit);
  else
    text += !fact.text.empty() ? fact.text : fact.object;
  if (fact.from || fact.to) text += fmt::format(" [{}..{}]", day_text(fact.from), day_text(fact.to));
  if (!fact.as_of.empty()) text += " as of " + fact.as_of;
  if (!fact.definition.empty()) text += " (" + fact.definition + ")";
  if (fact.source != nullptr) text += fmt::format(" - {}, {}", fact.source->title, fact.source->licence);
  if (!fact.checked) text += ", not cross-checked";
  if (fact.stale) text += ", stale";
  return text;
}

std::string candidate_text(Candidate const& candidate) {
  std::string text = fmt::format("{} {} {}", candidate.id, reference::name_of(candidate.type), candidate.name);
  if (!candidate.region.empty())
    text += ", " + candidate.region;
  else if (!candidate.country.empty())
    text += ", " + candidate.country;
  if (candidate.point) text += fmt::format(" {:.5f} {:.5f}", candidate.point->latitude, candidate.point->longitude);
  if (candidate.population != 0) text += fmt::format(" population {}", candidate.population);
  if (candidate.capital) text += " capital";
  return text;
}

int query(Reference const& reference, std::string const& name, std::string const& date) {
  std::optional<Days> day;
  if (!date.empty()) {
    int year = 0;
    unsigned month = 0, of_month = 0;
    if (std::sscanf(date.c_str(), "%d-%u-%u", &year, &month, &of_month) != 3) return exit_usage;
    day = Days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
  }
  auto const found = reference.resolve({name, {}}, 10);
  if (found.empty()) fmt::print("nothing known bears the name {}\n", name);
  for (Candidate const& candidate : found) {
    fmt::print("{}\n", candidate_text(candidate));
    for (int p = 0; p <= static_cast<int>(Property::count); ++p)
      for (Fact const& fact : reference.lookup(candidate.id, static_cast<Property>(p), day))
        fmt::print("{}\n", fact_text(fact));
  }
  for (auto const& reason : reference.unavailable()) fmt::print(stderr, "claimcheck: {}\n", reason);
  return found.empty() ? exit_findings : exit_clean;
}

int measure(Reference const& reference, std::string const& from, std::string const& to) {
  auto const start = reference.resolve({from, {reference::EntityType::place}}, 1),
             end = reference.resolve({to, {reference::EntityType::place}}, 1);
  for (auto const& [name, found] : {std::pair{from, start}, {to, end}})
    if (found.empty() || !found.front().point) {
      fmt::print(stderr, "claimcheck: no place known bears the name {}\n", name);
      return exit_usage;
    }
  auto const way = reference.measure(*start.front().point, *end.front().point);
  fmt::print("{}\n{}\n{:.1f} km = {:.1f} mi, bearing {:.1f} degrees, on the map {:.1f}\n",
             candidate_text(start.front()), candidate_text(end.front()), way.metres / 1000, way.metres / 1609.344,
             way.bearing, way.rhumb_bearing);
  return exit_clean;
}

int lint(std::vector<std::string> const& files) {
  bool faulty = false;
  for (auto const& file : files)
    for (Diagnostic const& fault : lint_reference_facts(file)) {
      say(fault);
      faulty = true;
    }
  return faulty ? exit_usage : exit_clean;
}

} // namespace

void add_reference_options(CLI::App& command, Options& options) {
  auto& choice = options.overlay.sources;
  command
      .add_option("--facts", choice.facts,
                  "Your own facts (.yaml, .csv, .sqlite), which go before the embedded ones; implies --reference")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--contact", choice.contact, "Where the people of live sources can reach you, for --online")
      ->type_name("MAIL|URL")
      ->envname("CLAIMCHECK_CONTACT");
  command.add_option("--record", choice.record, "With --online: record what live sources answer")->type_name("DIR");
  command.add_option("--replay", choice.replay, "Answer from a recording instead of the network; implies --reference")
      ->type_name("DIR");
  command.add_flag("--refresh", choice.refresh, "With --online: ask again, whatever was kept");
}

void add_reference_command(CLI::App& command, Options& options) {
  command.require_subcommand(1);
  auto const add = [&](char const* name, char const* about) {
    CLI::App* const sub = command.add_subcommand(name, about);
    sub->final_callback([&options, name] { options.action = name; });
    return sub;
  };
  for (CLI::App* const sub :
       {add("licences", "The notices of all sources"), add("list", "The sources with their dates and licences")})
    add_reference_options(*sub, options);
  CLI::App* const ask = add("query", "Everything that a name can mean, and what is known of it");
  ask->add_option("name", options.paths, "A place, country, person, office or event")
      ->required()
      ->type_name("NAME")
      ->expected(1);
  ask->add_option("--date", options.date, "As of this day, YYYY-MM-DD")->type_name("DATE");
  ask->add_flag("--online", options.overlay.online, "Ask live sources too");
  add_reference_options(*ask, options);
  CLI::App* const way = add("measure", "Distance and direction from one place to another");
  way->add_option("places", options.paths, "From, to")->required()->type_name("PLACE")->expected(2);
  add_reference_options(*way, options);
  add("lint", "What is wrong with files of facts")
      ->add_option("files", options.paths, "Files of facts")
      ->required()
      ->type_name("FILE");
}

bool report_silences(Session const& session, bool quiet) {
  bool missing = false;
  for (Reference const* reference : session.references()) {
    if (!quiet)
      for (auto const& reason : reference->unavailable()) fmt::print(stderr, "claimcheck: unverifiable: {}\n", reason);
    for (auto const& request : reference->unrecorded()) {
      fmt::print(stderr, "claimcheck: {}\n", request);
      missing = true;
    }
  }
  return missing;
}

int run_reference(Options const& options) {
  if (options.action == "lint") return lint(options.paths);
  ReferenceChoice choice = options.overlay.sources;
  choice.online = options.overlay.online;
  choice.progress = ::isatty(STDERR_FILENO) == 1;
  auto const opened = open_reference(choice);
  if (!opened) {
    for (Diagnostic const& fault : opened.error()) say(fault);
    return exit_usage;
  }
  Reference const& reference = **opened;
  if (options.action == "licences") return list_licences(reference);
  if (options.action == "list") return list_sources(reference);
  if (options.action == "query") return query(reference, options.paths.front(), options.date);
  return measure(reference, options.paths[0], options.paths[1]);
}

} // namespace claimcheck::app
