#include "engine/config.hpp"

namespace claimcheck {

std::vector<ConfigKey> const& config_keys() {
  static std::vector<ConfigKey> const keys{
      {"extends", ValueKind::paths,
       "Configurations to build upon, relative to this file; later ones win, this file wins over all.", false},
      {"rules", ValueKind::rules, "Level (off, note, warning, error) and options of rules, by rule id or topic.", true},
      {"select", ValueKind::texts, "Run only these rules or topics.", true},
      {"ignore", ValueKind::texts, "Leave out these rules or topics.", true},
      {"min-level", ValueKind::level, "Show findings from this level on.", true},
      {"fail-level", ValueKind::fail_level, "Exit with 1 from this level on; never: always 0.", true},
      {"rule-paths", ValueKind::paths, "More rule files, or folders of them, relative to this file.", false},
      {"exclude", ValueKind::patterns, "Files that folders and patterns leave out, relative to this file.", false},
      {"baseline", ValueKind::path, "Findings listed in this file are known and not reported.", false},
      {"require-reason", ValueKind::truth, "A suppression must say why, behind `--`.", true},
      {"reference", ValueKind::truth, "Compare with the embedded reference pack and the facts.", true},
      {"facts", ValueKind::paths, "Your own facts to compare with, relative to this file.", false},
      {"online", ValueKind::truth, "Ask live sources too.", true},
      {"hosts", ValueKind::texts, "Hosts that live sources may ask.", false},
      {"max-size", ValueKind::size, "Largest file to read, for instance 256MiB.", false},
      {"overrides", ValueKind::overrides,
       "Settings for some paths: a list of maps, each with `paths` and the keys to change.", false},
  };
  return keys;
}

} // namespace claimcheck
