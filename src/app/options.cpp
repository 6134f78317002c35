#include "app/options.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "engine/stream.hpp"
#include "report/formats.hpp"

namespace claimcheck::app {
namespace {

constexpr std::array<std::string_view, 6> commands{"check", "claims", "stream", "rules", "explain", "test"};

/// The words of the command line as CLI11 collects them, before they are checked.
struct Raw {
  std::vector<std::string> formats;
  std::string min_level = "note", fail_level = "error", color = "auto", max_size;
};

std::string suggestion(std::string const& word, std::vector<std::string> const& known) {
  std::string const near = nearest(word, known);
  return near.empty() ? std::string() : "; did you mean `" + near + "`?";
}

[[noreturn]] void refuse(std::string const& option, std::string const& message) {
  throw CLI::ValidationError(option, message);
}

Level level_of(std::string const& option, std::string const& word) {
  if (word == "never" && option == "--fail-level") return Level::off;
  auto const level = level_named(word);
  if (!level || *level == Level::off)
    refuse(option,
           fmt::format("`{}` is no level: note, warning, error{}", word, option == "--fail-level" ? ", never" : ""));
  return *level;
}

std::vector<Output> outputs_of(std::vector<std::string> const& words, std::vector<report::Format> const& formats) {
  std::vector<Output> outputs;
  std::size_t to_standard_output = 0;
  for (std::string const& word : words) {
    std::size_t const equals = word.find('=');
    Output output{word.substr(0, equals), equals == std::string::npos ? "" : word.substr(equals + 1)};
    if (report::format_named(formats, output.format) == nullptr) {
      std::string known;
      for (report::Format const& format : formats) known += (known.empty() ? "" : ", ") + std::string(format.name);
      refuse("--format", fmt::format("unknown format `{}`{}; known here: {}", output.format,
                                     suggestion(output.format, report::names_of(formats)), known));
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

void add_reading_options(CLI::App& command, Options& options, Raw& raw) {
  command.add_option("--date", options.date, "The documents' date, YYYY-MM-DD, for those that state none")
      ->type_name("DATE");
  command.add_option("--max-size", raw.max_size, "Largest file to read, for instance 256MiB (default 64MiB)")
      ->type_name("SIZE");
}

void add_rule_options(CLI::App& command, Options& options) {
  command.add_option("--rules", options.rules, "More rule files, or folders of them")->type_name("PATH")->take_all();
  command.add_option("--select", options.select, "Run only these rules or topics")
      ->type_name("RULE,...")
      ->delimiter(',');
  command.add_option("--ignore", options.ignore, "Leave out these rules or topics")
      ->type_name("RULE,...")
      ->delimiter(',');
}

void add_level_options(CLI::App& command, Options& options, Raw& raw) {
  command.add_option("--min-level", raw.min_level, "Show findings from this level on: note, warning, error")
      ->type_name("LEVEL");
  add_rule_options(command, options);
}

void add_output_options(CLI::App& command, Options& options, Raw& raw, std::vector<report::Format> const& formats) {
  std::string about = "How to write the result, several times if wanted; =FILE writes to a file:";
  for (report::Format const& format : formats) about += fmt::format("\n  {:<12}{}", format.name, format.about);
  command.add_option("-f,--format", raw.formats, about)->type_name("NAME[=FILE]")->take_all();
  command.add_option("-j,--jobs", options.jobs, "Files read at the same time (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(0U, 1024U));
  command.add_option("--color", raw.color, "auto, always or never; NO_COLOR is obeyed")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--stdin-filename", options.stdin_filename, "The name, and by its ending the format, of `-`")
      ->type_name("NAME");
  command.add_flag("-q,--quiet", options.quiet, "No closing line, no notes");
  command.add_option("paths", options.paths, "Files, folders, or - for standard input")->type_name("PATH");
}

/// `claimcheck draft.md` means `claimcheck check draft.md`.
std::vector<std::string> with_command(int argc, char const* const* argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  bool const named =
      !words.empty() && (std::find(commands.begin(), commands.end(), words[0]) != commands.end() ||
                         words[0] == "--help" || words[0] == "-h" || words[0] == "--version" || words[0] == "help");
  if (!named && !words.empty()) words.insert(words.begin(), "check");
  return words;
}

} // namespace

Parsed parse_command_line(int argc, char const* const* argv) {
  Options options;
  Raw raw;
  CLI::App app{"Checks the figures, dates, units and quotations of an article against each other.", "claimcheck"};
  app.set_version_flag("--version", "claimcheck " CLAIMCHECK_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);
  CLI::App* const check = app.add_subcommand("check", "Print what does not agree (the default command)");
  CLI::App* const claims =
      app.add_subcommand("claims", "Print the ledger: every claim with its reading and what it was checked against");
  CLI::App* const stream = app.add_subcommand("stream", "JSON Lines in, JSON Lines out, for other programs");
  for (CLI::App* const command : {check, claims}) {
    add_reading_options(*command, options, raw);
    add_level_options(*command, options, raw);
    add_output_options(*command, options, raw, command == check ? report::check_formats() : report::claims_formats());
  }
  check->add_option("--fail-level", raw.fail_level, "Exit with 1 from this level on: note, warning, error, never")
      ->type_name("LEVEL");
  add_reading_options(*stream, options, raw);
  add_level_options(*stream, options, raw);

  CLI::App* const rules = app.add_subcommand("rules", "List the rules, or the tables of the rule language");
  add_rule_options(*rules, options);
  for (char const* const table : {"fields", "functions", "relations", "classes"})
    rules->add_flag_callback(std::string("--") + table, [&options, table] { options.table = table; }, std::string("The ") + table + " that rules may use");
  CLI::App* const explain = app.add_subcommand("explain", "One rule: why, how it decides, when it is silent, examples");
  explain->add_option("rule", options.paths, "The rule's id")->required()->type_name("RULE");
  explain->add_option("--rules", options.rules, "More rule files, or folders of them")->type_name("PATH")->take_all();
  CLI::App* const test = app.add_subcommand("test", "Run the examples that rule files carry");
  test->add_option("paths", options.paths, "Rule files, or folders of them")->required()->type_name("PATH");

  try {
    std::vector<std::string> words = with_command(argc, argv);
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    app.parse(std::move(words));
    options.command = check->parsed() ? Command::check : claims->parsed() ? Command::claims : rules->parsed() ? Command::rules
                      : explain->parsed() ? Command::explain : test->parsed() ? Command::test : Command::stream;
    options.min_level = level_of("--min-level", raw.min_level);
    options.fail_level = level_of("--fail-level", raw.fail_level);
    options.color = raw.color == "always" ? Color::always : raw.color == "never" ? Color::never : Color::automatic;
    if (!options.date.empty() && !is_iso_date(options.date))
      refuse("--date", fmt::format("`{}` is no date: YYYY-MM-DD", options.date));
    if (!raw.max_size.empty()) {
      auto const size = size_named(raw.max_size);
      if (!size) refuse("--max-size", fmt::format("`{}` is no size: 500k, 64MiB, 1G", raw.max_size));
      options.max_size = *size;
    }
    if (options.command == Command::check || options.command == Command::claims) {
      options.outputs = outputs_of(raw.formats, options.command == Command::check ? report::check_formats()
                                                                                  : report::claims_formats());
      if (options.paths.empty()) throw CLI::RequiredError("a file or folder; `-` for standard input");
    }
  } catch (CLI::ParseError const& error) {
    bool const asked = error.get_exit_code() == 0; // --help, --version
    app.exit(error);
    return {std::nullopt, asked ? exit_clean : exit_usage};
  }
  return {std::move(options), 0};
}

} // namespace claimcheck::app
