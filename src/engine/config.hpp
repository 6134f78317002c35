// The configuration: .claimcheck.yaml nearest to each file, what it extends, its overrides by path, and the command
// line over all.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "claim/finding.hpp"
#include "engine/input.hpp"

namespace claimcheck {

inline constexpr std::string_view config_name = ".claimcheck.yaml";

/// What a configuration says of one rule or topic.
struct RuleSetting {
  std::optional<Level> level;                               ///< `off` silences it
  std::vector<std::pair<std::string, std::string>> options; ///< name and value, of a rule only
  std::string origin;                                       ///< "file:line"
};

/// Everything that may be set, with its value in force. Paths are as the program can open them.
struct Settings {
  std::map<std::string, RuleSetting> rules; ///< by id or topic
  std::vector<std::string> select;          ///< ids or topics; empty: all
  std::vector<std::string> ignore;
  std::vector<std::string> rule_paths;
  std::vector<std::string> facts;
  std::vector<std::string> hosts;   ///< that live sources may ask
  std::vector<std::string> exclude; ///< patterns relative to their configuration; kept as "folder\tpattern"
  std::string baseline;             ///< empty: none
  Level min_level = Level::note;
  Level fail_level = Level::error; ///< `off` is written `never`
  std::uint64_t max_size = default_max_size;
  bool reference = false;
  bool online = false;
  bool require_reason = false;                ///< of suppressions
  std::map<std::string, std::string> origins; ///< key -> "file:line", "command line"; absent: the default
};

/// What kind of value a key takes.
enum class ValueKind : std::uint8_t {
  truth,
  level,
  fail_level,
  size,
  text,
  texts,
  paths,
  path,
  patterns,
  rules,
  overrides
};

struct ConfigKey {
  std::string_view name;
  ValueKind kind;
  std::string_view about; ///< one sentence, for `init`, the manual and the JSON Schema
  bool in_overrides;      ///< may stand under `overrides`
};
std::vector<ConfigKey> const& config_keys();

/// Finds and reads configurations, each file once. Not for two threads.
class ConfigStore {
 public:
  /// `explicit_file`: --config; used for every file. `none`: --no-config. `overlay` is applied last (the command line).
  struct Options {
    std::string explicit_file;
    bool none = false;
  };
  explicit ConfigStore(Options options) : options_(std::move(options)) {}

  /// The settings for one file to be checked. All faults of the configurations together.
  Result<Settings> settings_for(std::string const& path);
  /// The configuration file that applies to it; empty when there is none.
  std::string config_for(std::string const& path);

 private:
  struct File;
  std::shared_ptr<File const> load(std::string const& config, std::vector<std::string> const& chain,
                                   Diagnostics& faults);

  Options options_;
  std::map<std::string, std::string> nearest_;               ///< folder -> configuration
  std::map<std::string, std::shared_ptr<File const>> files_; ///< null: faulty, and reported
  Diagnostics faults_;
};

/// Whether the `exclude` patterns leave the file out.
bool is_excluded(Settings const& settings, std::string const& path);

/// `config show`: YAML of the settings; with origins as comments.
std::string show(Settings const& settings, bool origins);
/// `init`: a starting configuration with every key commented.
std::string starting_config();
/// The JSON Schema that editors complete with.
std::string config_schema();

} // namespace claimcheck
