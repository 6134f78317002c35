#include "app/options.hpp"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "engine/stream.hpp"
#include "report/formats.hpp"

namespace claimcheck::app {

// reference_command.cpp
void add_reference_options(CLI::App& command, Options& options);
void add_reference_command(CLI::App& command, Options& options);

namespace {

/// The shells ask with it (packaging/): not for people, and so in no help.
constexpr std::string_view completion_word = "__complete";

/// The words of the command line as CLI11 collects them, before they are checked.
struct Raw {
  std::vector<std::string> formats;
  std::string min_level, fail_level, color = "auto", max_size, baseline;
  bool json = false;
};

[[noreturn]] void refuse(std::string const& option, std::string const& message) {
  throw CLI::ValidationError(option, message);
}

Level level_of(std::string const& option, std::string const& word) {
  bool const may_be_never = option == "--fail-level";
  if (word == "never" && may_be_never) return Level::off;
  auto const level = level_named(word);
  if (!level || *level == Level::off) {
    std::vector<std::string> known{"note", "warning", "error"};
    if (may_be_never) known.emplace_back("never");
    std::string const near = nearest(word, known);
    refuse(option, fmt::format("`{}` is no level{}", word,
                               near.empty() ? ": " + fmt::format("{}", fmt::join(known, ", "))
                                            : "; did you mean `" + near + "`?"));
  }
  return *level;
}

std::vector<Output> outputs_of(std::vector<std::string> const& words, std::vector<report::Format> const& formats) {
  std::vector<Output> outputs;
  std::size_t to_standard_output = 0;
  for (std::string const& word : words) {
    std::size_t const equals = word.find('=');
    Output output{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
    auto const known = report::names_of(formats);
    if (report::format_named(formats, output.format) == nullptr) {
      std::string const near = nearest(output.format, known);
      refuse("--format", fmt::format("unknown format `{}`{}; known here: {}", output.format,
                                     near.empty() ? "" : "; did you mean `" + near + "`?", fmt::join(known, ", ")));
    }
    if (equals != std::string::npos && output.file.empty())
      refuse("--format", fmt::format("no file name behind `{}`", word));
    if (output.file == "-") output.file.clear();
    to_standard_output += output.file.empty() ? 1 : 0;
    outputs.push_back(std::move(output));
  }
  if (to_standard_output > 1)
    refuse("--format", "only one format can go to standard output: give the others files, as in `-f sarif=out.sarif`");
  return outputs;
}

/// Builds the commands and their options, and reads the words into Options.
class CommandLine {
 public:
  CommandLine() {
    app_.set_version_flag("--version", "claimcheck " CLAIMCHECK_VERSION);
    app_.require_subcommand(1);
    app_.get_formatter()->column_width(30);
    app_.footer("`claimcheck PATH` means `claimcheck check PATH`. Exit status: 0 nothing at or above --fail-level, 1 "
                "findings, 2 usage,\n"
                "configuration, rule or baseline error, 3 an input could not be read, 4 internal error.");
    add_checking_commands();
    add_rule_commands();
    add_configuration_commands();
    add_sign_off_commands();
    add_reference_command(*add(Command::reference, app_, "reference", "What the reference knows, and from where"),
                          options_);
  }

  Options read(std::vector<std::string> words) {
    if (!words.empty() && !names_command(words.front())) words.insert(words.begin(), "check");
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    app_.parse(std::move(words));
    for (auto const& [command, app] : commands_)
      if (app->parsed()) options_.command = command;
    finish();
    return std::move(options_);
  }
  /// One word a line that may follow the words, a tab, and what it means: commands, then options. `--format` asks for
  /// the formats.
  void print_completions(std::vector<std::string> const& words) const {
    if (!words.empty() && words.back() == "--format") {
      for (std::string const& name : report::names_of(report::check_formats())) fmt::print("{}\n", name);
      return;
    }
    CLI::App const* const command = command_at(words);
    auto const say = [](std::string const& word, std::string const& meaning) { // in one line
      fmt::print("{}\t{}\n", word, meaning.substr(0, meaning.find('\n')));
    };
    for (CLI::App const* sub : command->get_subcommands([](CLI::App const*) { return true; }))
      say(sub->get_name(), sub->get_description());
    std::vector<CLI::App const*> options{command};
    if (command == &app_) options.push_back(commands_.front().second); // `claimcheck PATH` is `claimcheck check PATH`
    for (CLI::App const* from : options) {
      for (CLI::Option const* option : from->get_options())
        for (std::string const& name : option->get_lnames()) say("--" + name, option->get_description());
    }
  }
  int exit(CLI::ParseError const& error) const { return app_.exit(error); }
  std::string help_of(Command wanted) const {
    for (auto const& [command, app] : commands_)
      if (command == wanted) return app->help();
    return {};
  }

 private:
  CLI::App* add(Command command, CLI::App& parent, std::string const& name, std::string const& about) {
    CLI::App* const app = parent.add_subcommand(name, about);
    commands_.emplace_back(command, app);
    return app;
  }

  bool names_command(std::string const& word) const {
    if (word == "-h" || word == "--help" || word == "--version") return true;
    auto const all = app_.get_subcommands([](CLI::App const*) { return true; });
    return std::any_of(all.begin(), all.end(), [&](CLI::App const* app) { return app->check_name(word); });
  }

  void add_paths(CLI::App& app, std::string const& about = "Files, folders, or - for standard input") {
    app.add_option("paths", options_.paths, about)->type_name("PATH");
  }

  void add_config_options(CLI::App& app) {
    app.add_option("--config", options_.config.explicit_file, "Use this configuration for every file")
        ->type_name("FILE");
    app.add_flag("--no-config", options_.config.none, "Use no configuration file");
  }

  void add_rule_options(CLI::App& app) {
    app.add_option("--rules", options_.overlay.rule_paths, "More rule files, or folders of them")
        ->type_name("PATH")
        ->allow_extra_args(false);
    app.add_option("--select", options_.overlay.select, "Run only these rules or topics")
        ->type_name("RULE,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--ignore", options_.overlay.ignore, "Leave out these rules or topics")
        ->type_name("RULE,...")
        ->delimiter(',')
        ->allow_extra_args(false);
  }

  void add_reading_options(CLI::App& app) {
    app.add_option("--date", options_.date, "The documents' date, YYYY-MM-DD, for those that state none")
        ->type_name("DATE");
    app.add_option("--max-size", raw_.max_size, "Largest text to read, for instance 256MiB (default 64MiB)")
        ->type_name("SIZE");
    app.add_option("--min-level", raw_.min_level, "Show findings from this level on: note, warning, error")
        ->type_name("LEVEL");
    app.add_flag("--reference", options_.overlay.reference, "Compare with the embedded reference pack and your facts");
    app.add_flag("--online", options_.overlay.online, "Ask live sources too (implies --reference)");
    add_reference_options(app, options_);
  }

  void add_output_options(CLI::App& app, std::vector<report::Format> const& formats) {
    std::string about = "How to write the result, several times if wanted; =FILE writes to a file:";
    for (report::Format const& format : formats) about += fmt::format("\n  {:<12}{}", format.name, format.about);
    app.add_option("-f,--format", raw_.formats, about)->type_name("NAME[=FILE]")->take_all()->allow_extra_args(false);
    app.add_option("-j,--jobs", options_.jobs, "Files checked at the same time (default: one a core)")
        ->type_name("N")
        ->check(CLI::Range(0U, 1024U));
    app.add_option("--color", raw_.color, "auto, always or never; NO_COLOR is obeyed")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option("--stdin-filename", options_.stdin_filename, "The name, and by its ending the format, of `-`")
        ->type_name("NAME");
    app.add_flag("-q,--quiet", options_.quiet, "No closing line, no notes");
    app.add_option("--baseline", raw_.baseline, "Do not report what this file lists")->type_name("FILE");
    app.add_flag("--no-baseline", options_.no_baseline, "Report what the baseline lists too");
  }

  void add_checking_commands() {
    CLI::App* const check = add(Command::check, app_, "check", "Print what does not agree (the default command)");
    CLI::App* const claims = add(Command::claims, app_, "claims",
                                 "Print the ledger: every claim with its reading and what it was checked against");
    CLI::App* const stream = add(Command::stream, app_, "stream", "JSON Lines in, JSON Lines out, for other programs");
    for (CLI::App* const app : {check, claims}) {
      add_paths(*app);
      add_output_options(*app, app == check ? report::check_formats() : report::claims_formats());
    }
    check
        ->add_option("--fail-level", raw_.fail_level,
                     "Exit with 1 from this level on: note, warning, error (default), never")
        ->type_name("LEVEL");
    claims->add_flag("--unattributed", options_.unattributed,
                     "List only the hard figures that nobody is named as the source of");
    check->add_flag("--stats", options_.stats, "Also print how many findings each rule made");
    for (CLI::App* const app : {check, claims, stream}) {
      add_reading_options(*app);
      add_rule_options(*app);
      add_config_options(*app);
    }
    stream->footer("Reads no configuration unless --config is given: what drives it decides.");
  }

  void add_rule_commands() {
    CLI::App* const rules = add(Command::rules, app_, "rules", "List the rules");
    rules->add_flag("--json", raw_.json, "As JSON");
    rules->add_flag("--relations", options_.relations, "The relations that `on:` may name, for writing rules");
    rules->add_flag("--functions", options_.functions, "The functions that expressions may call");
    rules->add_flag("--classes", options_.classes, "The word classes that patterns may name");
    rules->add_flag("--fields", options_.fields, "The fields that claims have in expressions");
    add_rule_options(*rules);
    add_config_options(*rules);
    CLI::App* const explain =
        add(Command::explain, app_, "explain", "Explain a rule: why, how it decides, when it is silent, examples");
    explain->add_option("rule", options_.paths, "The rule's id")->type_name("RULE");

    explain->add_option("--rules", options_.overlay.rule_paths, "More rule files, or folders of them")
        ->type_name("PATH")
        ->allow_extra_args(false);
    CLI::App* const mutate =
        add(Command::mutate, app_, "mutate", "Change one bound figure at a time and count what the rules catch");
    mutate->add_option("--seed", options_.seed, "Another seed makes other changes")->type_name("N");
    mutate->add_option("--date", options_.date, "The documents' date, YYYY-MM-DD, for those that state none")
        ->type_name("DATE");
    add_paths(*mutate);
    add_rule_options(*mutate);
    add_config_options(*mutate);
    CLI::App* const test = add(Command::test, app_, "test", "Run the examples that rule files carry");
    test->add_option("rules", options_.paths, "Rule files, or folders of them; none: the built-in rules")
        ->type_name("RULES.yaml");
    test->add_flag("-q,--quiet", options_.quiet, "Print failures only");
  }

  void add_configuration_commands() {
    CLI::App* const config = app_.add_subcommand("config", "Show the configuration");
    config->require_subcommand(1);
    CLI::App* const show = add(Command::config_show, *config, "show", "Print the settings in force for a file");
    show->add_flag("--origin", options_.origin, "Say which file set each key");
    add_paths(*show, "The file to be checked");
    add_rule_options(*show);
    add_config_options(*show);
    add(Command::config_schema, *config, "schema", "Print the JSON Schema of .claimcheck.yaml, for editors");
    CLI::App* const files = add(Command::files, app_, "files", "List the files that would be checked");
    add_paths(*files);
    add_config_options(*files);
    CLI::App* const init = add(Command::init, app_, "init", "Write a commented .claimcheck.yaml into this folder");
    init->add_flag("--force", options_.force, "Replace the one that is there");
  }

  void add_sign_off_commands() {
    CLI::App* const accept =
        add(Command::accept, app_, "accept", "Sign off what is reported: write comments, or a sidecar for plain text");
    accept->add_option("--reason", options_.reason, "Why it is no error; stands in the sign-off")->type_name("TEXT");
    accept->add_option("--until", options_.until, "Until when it counts")->type_name("YYYY-MM-DD");
    CLI::App* const baseline = app_.add_subcommand("baseline", "Keep known findings from being reported");
    baseline->require_subcommand(1);
    CLI::App* const write = add(Command::baseline_write, *baseline, "write", "Write all that is found now as known");
    CLI::App* const prune = add(Command::baseline_prune, *baseline, "prune", "Take out what is found no more");
    for (CLI::App* const app : {accept, write, prune}) {
      add_paths(*app);
      add_reading_options(*app);
      add_rule_options(*app);
      add_config_options(*app);
    }
    for (CLI::App* const app : {write, prune})
      app->add_option("--baseline", raw_.baseline,
                      "The file (default: the configuration's, else .claimcheck-baseline.jsonl)")
          ->type_name("FILE");
  }

  void finish() {
    if (!raw_.min_level.empty()) options_.overlay.min_level = level_of("--min-level", raw_.min_level);
    if (!raw_.fail_level.empty()) options_.overlay.fail_level = level_of("--fail-level", raw_.fail_level);
    if (!raw_.baseline.empty()) options_.overlay.baseline = raw_.baseline;
    options_.json = raw_.json;
    options_.color = raw_.color == "always" ? Color::always : raw_.color == "never" ? Color::never : Color::automatic;
    if (!options_.date.empty() && !is_iso_date(options_.date))
      refuse("--date", fmt::format("`{}` is no date: YYYY-MM-DD", options_.date));
    if (!options_.until.empty() && !is_iso_date(options_.until))
      refuse("--until", fmt::format("`{}` is no date: YYYY-MM-DD", options_.until));
    if (!raw_.max_size.empty()) {
      options_.overlay.max_size = size_named(raw_.max_size);
      if (!options_.overlay.max_size)
        refuse("--max-size", fmt::format("`{}` is no size: 500k, 64MiB, 1G", raw_.max_size));
    }
    if (!options_.config.explicit_file.empty() && options_.config.none) refuse("--config", "contradicts --no-config");
    if (options_.command == Command::stream && options_.config.explicit_file.empty()) options_.config.none = true;
    if (options_.command == Command::check || options_.command == Command::claims)
      options_.outputs = outputs_of(raw_.formats, options_.command == Command::check ? report::check_formats()
                                                                                     : report::claims_formats());
    demand_paths();
  }

  void demand_paths() const {
    switch (options_.command) {
    case Command::check:
    case Command::claims:
    case Command::files:
    case Command::accept:
    case Command::baseline_write:
    case Command::baseline_prune:
    case Command::mutate:
      if (options_.paths.empty()) throw CLI::RequiredError("a file or folder (`-` is standard input)");
      break;
    case Command::explain:
      if (options_.paths.empty()) throw CLI::RequiredError("a rule (`claimcheck rules` lists them)");
      break;
    case Command::config_show:
      if (options_.paths.size() > 1) refuse("paths", "one file at a time");
      break;
    default:
      break;
    }
  }

  CLI::App const* command_at(std::vector<std::string> const& words) const {
    CLI::App const* at = &app_;
    for (std::string const& word : words)
      for (CLI::App const* sub : at->get_subcommands([](CLI::App const*) { return true; }))
        if (sub->get_name() == word) {
          at = sub;
          break;
        }
    return at;
  }

  CLI::App app_{"Checks the figures, dates, units and quotations of an article against each other.", "claimcheck"};
  std::vector<std::pair<Command, CLI::App*>> commands_;
  Options options_;
  Raw raw_;
};

} // namespace

Parsed parse_command_line(int argc, char const* const* argv) {
  CommandLine command_line;
  if (argc > 1 && argv[1] == completion_word) {
    command_line.print_completions({argv + 2, argv + argc});
    return {std::nullopt, exit_clean};
  }
  try {
    return {command_line.read({argv + std::min(argc, 1), argv + argc}), 0};
  } catch (CLI::ParseError const& error) {
    bool const asked = error.get_exit_code() == 0; // --help, --version
    command_line.exit(error);
    return {std::nullopt, asked ? exit_clean : exit_usage};
  }
}

} // namespace claimcheck::app
