#include "engine/config.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/yaml.hpp"
#include "engine/glob.hpp"

namespace fs = std::filesystem;

namespace claimcheck {
namespace {

/// One key of a configuration as it was read, not yet applied.
struct Assignment {
  ConfigKey const* key;
  yaml::Node const* value;
};

struct Override {
  std::vector<std::string> patterns;
  std::vector<Assignment> assignments;
};

ConfigKey const* key_named(std::string_view name) {
  auto const& keys = config_keys();
  auto const found = std::find_if(keys.begin(), keys.end(), [&](ConfigKey const& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> key_names(bool overrides) {
  std::vector<std::string> names;
  for (ConfigKey const& key : config_keys())
    if (!overrides || key.in_overrides) names.emplace_back(key.name);
  if (overrides) names.emplace_back("paths");
  return names;
}

std::string did_you_mean(std::string_view word, std::vector<std::string> const& known) {
  std::string const near = nearest(word, known);
  if (!near.empty()) return "did you mean `" + near + "`?";
  std::string all;
  for (std::string const& name : known) all += (all.empty() ? "" : ", ") + name;
  return "known: " + all;
}

/// Checks the shape of one value. Faults carry its position.
void check_value(yaml::Tree const& tree, ConfigKey const& key, yaml::Node const& value, Diagnostics& faults) {
  auto fault = [&](yaml::Node const& at, std::string message, std::string remedy) {
    faults.push_back(tree.fault(at, std::move(message), std::move(remedy)));
  };
  std::string const name = "`" + std::string(key.name) + "`";
  auto const is_text_list = [](yaml::Node const& node) {
    if (node.is_scalar()) return true;
    return node.is_sequence() && std::all_of(node.children.begin(), node.children.end(),
                                             [](yaml::Node const& child) { return child.is_scalar(); });
  };
  switch (key.kind) {
  case ValueKind::truth:
    if (!yaml::as_bool(value)) fault(value, name + " must be true or false", "");
    break;
  case ValueKind::level:
  case ValueKind::fail_level: {
    bool const never = key.kind == ValueKind::fail_level && value.is_scalar() && value.scalar == "never";
    auto const level = value.is_scalar() ? level_named(value.scalar) : std::nullopt;
    if (!never && (!level || *level == Level::off))
      fault(value, name + " must be a level",
            key.kind == ValueKind::fail_level ? "note, warning, error or never" : "note, warning or error");
    break;
  }
  case ValueKind::size:
    if (!value.is_scalar() || !size_named(value.scalar))
      fault(value, name + " must be a size", "for instance 500k, 64MiB, 1G");
    break;
  case ValueKind::text:
  case ValueKind::path:
    if (!value.is_scalar()) fault(value, name + " must be one text", "");
    break;
  case ValueKind::texts:
  case ValueKind::paths:
  case ValueKind::patterns:
    if (!is_text_list(value)) fault(value, name + " must be a list of texts", "for instance [one, two]");
    break;
  case ValueKind::rules:
    if (!value.is_map()) {
      fault(value, name + " must map rules to levels", "for instance {unit-conversion: warning}");
      break;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
      yaml::Node const& setting = value.value(i);
      if (setting.is_scalar()) {
        if (!level_named(setting.scalar) && yaml::as_bool(setting) != false)
          fault(setting, "`" + setting.scalar + "` is no level",
                did_you_mean(setting.scalar, {"off", "note", "warning", "error"}));
        continue;
      }
      if (!setting.is_map()) {
        fault(setting, "a rule takes a level or a map with `level` and `options`", "");
        continue;
      }
      for (std::size_t k = 0; k < setting.size(); ++k) {
        std::string const& part = setting.key(k).scalar;
        yaml::Node const& given = setting.value(k);
        if (part == "level") {
          if (!given.is_scalar() || (!level_named(given.scalar) && yaml::as_bool(given) != false))
            fault(given, "`level` must be off, note, warning or error", "");
        } else if (part == "options") {
          bool const flat = given.is_map() && std::all_of(given.children.begin(), given.children.end(),
                                                          [](yaml::Node const& child) { return child.is_scalar(); });
          if (!flat) fault(given, "`options` must map names to values", "");
        } else {
          fault(setting.key(k), "unknown key `" + part + "`", did_you_mean(part, {"level", "options"}));
        }
      }
    }
    break;
  case ValueKind::overrides:
    break; // by its caller
  }
}

std::vector<std::string> texts_of(yaml::Node const& node) {
  if (node.is_scalar()) return {node.scalar};
  std::vector<std::string> out;
  for (yaml::Node const& child : node.children) out.push_back(child.scalar);
  return out;
}

/// A path of a configuration in `folder` as the program can open it.
std::string located(std::string const& folder, std::string const& path) {
  if (fs::path(path).is_absolute() || folder.empty()) return path;
  return (fs::path(folder) / path).lexically_normal().generic_string();
}

Level level_of(yaml::Node const& node) {
  if (yaml::as_bool(node) == false) return Level::off; // YAML reads a bare `off` so
  return level_named(node.scalar).value_or(Level::off);
}

void apply(Settings& settings, Assignment const& assignment, std::string const& file, std::string const& folder) {
  yaml::Node const& value = *assignment.value;
  std::string_view const key = assignment.key->name;
  std::string const origin = fmt::format("{}:{}", file, value.line);
  settings.origins[std::string(key)] = origin;
  auto paths = [&] {
    std::vector<std::string> out;
    for (std::string const& path : texts_of(value)) out.push_back(located(folder, path));
    return out;
  };
  if (key == "rules") {
    for (std::size_t i = 0; i < value.size(); ++i) {
      yaml::Node const& given = value.value(i);
      RuleSetting& setting = settings.rules[value.key(i).scalar];
      setting.origin = fmt::format("{}:{}", file, value.key(i).line);
      if (given.is_scalar()) setting.level = level_of(given);
      if (yaml::Node const* level = given.find("level")) setting.level = level_of(*level);
      if (yaml::Node const* options = given.find("options")) {
        for (std::size_t k = 0; k < options->size(); ++k) {
          auto const same = [&](auto const& known) { return known.first == options->key(k).scalar; };
          auto const known = std::find_if(setting.options.begin(), setting.options.end(), same);
          if (known == setting.options.end())
            setting.options.emplace_back(options->key(k).scalar, options->value(k).scalar);
          else
            known->second = options->value(k).scalar;
        }
      }
    }
  } else if (key == "select") {
    settings.select = texts_of(value);
  } else if (key == "ignore") {
    settings.ignore = texts_of(value);
  } else if (key == "min-level") {
    settings.min_level = level_of(value);
  } else if (key == "fail-level") {
    settings.fail_level = value.scalar == "never" ? Level::off : level_of(value);
  } else if (key == "rule-paths") {
    settings.rule_paths = paths();
  } else if (key == "facts") {
    settings.facts = paths();
  } else if (key == "hosts") {
    settings.hosts = texts_of(value);
  } else if (key == "exclude") {
    settings.exclude.clear();
    for (std::string const& pattern : texts_of(value)) settings.exclude.push_back(folder + '\t' + pattern);
  } else if (key == "baseline") {
    settings.baseline = located(folder, value.scalar);
  } else if (key == "require-reason") {
    settings.require_reason = yaml::as_bool(value).value_or(false);
  } else if (key == "reference") {
    settings.reference = yaml::as_bool(value).value_or(false);
  } else if (key == "online") {
    settings.online = yaml::as_bool(value).value_or(false);
  } else if (key == "max-size") {
    settings.max_size = size_named(value.scalar).value_or(default_max_size);
  }
}

/// `path` as seen from `folder`, both possibly relative to the working folder; empty when it lies elsewhere.
std::string relative_to(std::string const& path, std::string const& folder) {
  fs::path const relative = fs::absolute(path).lexically_normal().lexically_relative(
      fs::absolute(folder.empty() ? "." : folder).lexically_normal());
  std::string const text = relative.generic_string();
  return text.substr(0, 2) == ".." ? std::string() : text;
}

} // namespace

struct ConfigStore::File {
  std::string name;
  std::string folder;
  yaml::Tree tree;
  std::vector<std::shared_ptr<File const>> bases;
  std::vector<Assignment> assignments;
  std::vector<Override> overrides;

  void apply_to(Settings& settings, std::string const& path) const {
    for (auto const& base : bases) base->apply_to(settings, path);
    for (Assignment const& assignment : assignments) apply(settings, assignment, name, folder);
    std::string const inside = relative_to(path, folder);
    for (Override const& one : overrides) {
      bool const hit = std::any_of(one.patterns.begin(), one.patterns.end(),
                                   [&](std::string const& pattern) { return glob_matches(pattern, inside); });
      if (hit)
        for (Assignment const& assignment : one.assignments) apply(settings, assignment, name, folder);
    }
  }
};

std::shared_ptr<ConfigStore::File const> ConfigStore::load(std::string const& config,
                                                           std::vector<std::string> const& chain, Diagnostics& faults) {
  if (auto const known = files_.find(config); known != files_.end()) return known->second;
  auto bytes = read_file(config, 1 << 20, "no configuration is so large: is it the file that you mean?");
  if (!bytes) {
    faults.insert(faults.end(), bytes.error().begin(), bytes.error().end());
    return files_[config] = nullptr;
  }
  auto tree = yaml::parse(*bytes, config);
  if (!tree) {
    faults.insert(faults.end(), tree.error().begin(), tree.error().end());
    return files_[config] = nullptr;
  }
  auto file = std::make_shared<File>();
  file->name = config;
  file->folder = fs::path(config).parent_path().generic_string();
  file->tree = std::move(*tree);
  yaml::Node const& root = file->tree.root;
  std::size_t const before = faults.size();
  if (!root.is_map() && !root.is_null())
    faults.push_back(file->tree.fault(root, "a configuration is a map of keys", "see `claimcheck init`"));
  auto read_override = [&](yaml::Node const& node) {
    Override one;
    yaml::Node const* const patterns = node.find("paths");
    if (!node.is_map() || patterns == nullptr) {
      faults.push_back(file->tree.fault(node, "an override needs `paths`",
                                        "for instance {paths: [\"wire/**\"], rules: {calendar: warning}}"));
      return;
    }
    one.patterns = texts_of(*patterns);
    for (std::size_t i = 0; i < node.size(); ++i) {
      std::string const& name = node.key(i).scalar;
      if (name == "paths") continue;
      ConfigKey const* const key = key_named(name);
      if (key == nullptr) {
        faults.push_back(
            file->tree.fault(node.key(i), "unknown key `" + name + "`", did_you_mean(name, key_names(true))));
      } else if (!key->in_overrides) {
        faults.push_back(file->tree.fault(node.key(i), "`" + name + "` cannot be set for some paths only",
                                          "set it at the top of the file"));
      } else {
        check_value(file->tree, *key, node.value(i), faults);
        one.assignments.push_back({key, &node.value(i)});
      }
    }
    file->overrides.push_back(std::move(one));
  };
  for (std::size_t i = 0; i < root.size() && root.is_map(); ++i) {
    std::string const& name = root.key(i).scalar;
    yaml::Node const& value = root.value(i);
    ConfigKey const* const key = key_named(name);
    if (key == nullptr) {
      faults.push_back(
          file->tree.fault(root.key(i), "unknown key `" + name + "`", did_you_mean(name, key_names(false))));
      continue;
    }
    if (value.is_null()) continue; // a key that was left empty
    check_value(file->tree, *key, value, faults);
    if (key->kind == ValueKind::overrides) {
      if (!value.is_sequence()) faults.push_back(file->tree.fault(value, "`overrides` must be a list", ""));
      for (yaml::Node const& one : value.children)
        if (value.is_sequence()) read_override(one);
    } else if (name == "extends") {
      for (std::string const& base : texts_of(value)) {
        std::string const path = located(file->folder, base);
        std::vector<std::string> deeper = chain;
        deeper.push_back(config);
        if (std::find(deeper.begin(), deeper.end(), path) != deeper.end()) {
          faults.push_back(
              file->tree.fault(value, "`" + base + "` extends itself in a circle", "take it out of one of the files"));
          continue;
        }
        if (!fs::exists(path)) {
          faults.push_back(file->tree.fault(value, "`" + base + "` does not exist", "paths are relative to this file"));
          continue;
        }
        if (auto loaded = load(path, deeper, faults)) file->bases.push_back(std::move(loaded));
      }
    } else {
      file->assignments.push_back({key, &value});
    }
  }
  if (faults.size() != before) return files_[config] = nullptr;
  return files_[config] = file;
}

std::string ConfigStore::config_for(std::string const& path) {
  if (options_.none) return {};
  if (!options_.explicit_file.empty()) return options_.explicit_file;
  std::error_code error;
  fs::path folder = fs::absolute(path == "-" ? fs::path("x") : fs::path(path), error).lexically_normal().parent_path();
  std::vector<std::string> visited;
  std::string found;
  for (;; folder = folder.parent_path()) {
    std::string const name = folder.generic_string();
    if (auto const known = nearest_.find(name); known != nearest_.end()) {
      found = known->second;
      break;
    }
    visited.push_back(name);
    fs::path const candidate = folder / config_name;
    if (fs::is_regular_file(candidate, error)) {
      // Named as people would: relative to where they stand.
      fs::path const relative = candidate.lexically_relative(fs::current_path(error));
      found = relative.empty() ? candidate.generic_string() : relative.generic_string();
      break;
    }
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) break;
  }
  for (std::string const& name : visited) nearest_[name] = found;
  return found;
}

Result<Settings> ConfigStore::settings_for(std::string const& path) {
  Settings settings;
  std::string const config = config_for(path);
  if (config.empty()) return settings;
  Diagnostics faults;
  auto const file = load(config, {}, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  if (!file) return tl::make_unexpected(Diagnostics{}); // its faults were reported for another file
  file->apply_to(settings, path);
  return settings;
}

bool is_excluded(Settings const& settings, std::string const& path) {
  return std::any_of(settings.exclude.begin(), settings.exclude.end(), [&](std::string const& entry) {
    std::size_t const tab = entry.find('\t');
    std::string const inside = relative_to(path, entry.substr(0, tab));
    return !inside.empty() && glob_matches(std::string_view(entry).substr(tab + 1), inside);
  });
}

} // namespace claimcheck
