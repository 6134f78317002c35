// How each file is to be checked: its settings and its compiled rules, made once for all files that share them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/config.hpp"
#include "engine/engine.hpp"
#include "engine/reference.hpp"
#include "report/report.hpp"
#include "rules/rule_set.hpp"

namespace claimcheck {

/// What the command line sets over every configuration.
struct Overlay {
  std::vector<std::string> select;     ///< replaces the configuration's
  std::vector<std::string> ignore;     ///< added to the configuration's
  std::vector<std::string> rule_paths; ///< added
  std::optional<Level> min_level, fail_level;
  std::optional<std::uint64_t> max_size;
  std::optional<std::string> baseline;
  bool reference = false, online = false;
  ReferenceChoice sources; ///< facts (added to the configuration's), contact, record, replay, refresh
};

struct Plan {
  Settings settings;
  std::shared_ptr<rules::RuleSet const> rules;
  std::shared_ptr<reference::Reference const> reference; ///< null where the settings ask for none
};

/// Not for two threads; the plans are.
class Session {
 public:
  Session(ConfigStore::Options config, Overlay overlay) : configs_(std::move(config)), overlay_(std::move(overlay)) {}

  /// Faults: those of the configurations and rule files. Every file that they concern gives the same ones again.
  Result<std::shared_ptr<Plan const>> plan_for(std::string const& path);
  std::string config_for(std::string const& path) { return configs_.config_for(path); }
  /// Those that the plans use, each once.
  std::vector<reference::Reference const*> references() const;

 private:
  Result<std::shared_ptr<rules::RuleSet const>> rules_for(Settings const& settings);
  Result<std::shared_ptr<reference::Reference const>> reference_for(Settings const& settings);

  ConfigStore configs_;
  Overlay overlay_;
  std::map<std::string, std::shared_ptr<Plan const>> plans_; ///< by everything that they depend on
  std::map<std::string, Result<std::shared_ptr<rules::RuleSet const>>>
      rules_; ///< faults too: a folder asks for each file
  std::map<std::string, std::shared_ptr<reference::Reference const>> references_;
};

/// The rules that are on, by id, and the ids and topics of all that exist; those about sign-offs included.
std::vector<report::RuleInfo> rules_in_force(Plan const& plan);
std::vector<report::RuleInfo> all_rules(Plan const& plan);

} // namespace claimcheck
