#include <fmt/format.h>

#include "engine/config.hpp"
#include "report/json_writer.hpp"

namespace claimcheck {
namespace {

/// A YAML scalar: quoted as JSON unless it is plainly a word, a path or a number.
std::string scalar(std::string const& text) {
  bool const plain =
      !text.empty() &&
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./") == std::string::npos;
  return plain ? text : report::json_quoted(text);
}

std::string list(std::vector<std::string> const& texts) {
  std::string out;
  for (std::string const& text : texts) out += (out.empty() ? "" : ", ") + scalar(text);
  return '[' + out + ']';
}

std::vector<std::string> patterns_of(std::vector<std::string> const& exclude) {
  std::vector<std::string> out;
  for (std::string const& entry : exclude) out.push_back(entry.substr(entry.find('\t') + 1));
  return out;
}

std::string value_of(Settings const& settings, std::string_view key) {
  auto const truth = [](bool value) { return std::string(value ? "true" : "false"); };
  if (key == "select") return list(settings.select);
  if (key == "ignore") return list(settings.ignore);
  if (key == "min-level") return std::string(name_of(settings.min_level));
  if (key == "fail-level")
    return settings.fail_level == Level::off ? "never" : std::string(name_of(settings.fail_level));
  if (key == "rule-paths") return list(settings.rule_paths);
  if (key == "exclude") return list(patterns_of(settings.exclude));
  if (key == "baseline") return settings.baseline.empty() ? "~" : scalar(settings.baseline);
  if (key == "require-reason") return truth(settings.require_reason);
  if (key == "reference") return truth(settings.reference);
  if (key == "facts") return list(settings.facts);
  if (key == "online") return truth(settings.online);
  if (key == "hosts") return list(settings.hosts);
  if (key == "max-size") return fmt::format("{}", settings.max_size);
  return {};
}

std::string rule_setting(RuleSetting const& setting) {
  std::string level = setting.level ? std::string(name_of(*setting.level)) : std::string();
  if (setting.options.empty()) return level;
  std::string out = level.empty() ? "{options: {" : "{level: " + level + ", options: {";
  bool first = true;
  for (auto const& [name, value] : setting.options) {
    out += (first ? "" : ", ") + name + ": " + scalar(value);
    first = false;
  }
  return out + "}}";
}

} // namespace

std::string show(Settings const& settings, bool origins) {
  std::string out;
  auto line = [&](std::string const& text, std::string const& origin) {
    out += text;
    if (origins) out += std::string(text.size() < 40 ? 40 - text.size() : 1, ' ') + "# " + origin;
    out += '\n';
  };
  for (ConfigKey const& key : config_keys()) {
    std::string const name(key.name);
    if (key.kind == ValueKind::overrides || name == "extends") continue; // applied already
    auto const origin = settings.origins.find(name);
    std::string const from = origin == settings.origins.end() ? "default" : origin->second;
    if (key.kind != ValueKind::rules) {
      line(name + ": " + value_of(settings, name), from);
    } else if (settings.rules.empty()) {
      line("rules: {}", from);
    } else {
      out += "rules:\n";
      for (auto const& [rule, setting] : settings.rules)
        line("  " + rule + ": " + rule_setting(setting), setting.origin);
    }
  }
  return out;
}

std::string starting_config() {
  Settings const defaults;
  std::string out =
      "# claimcheck configuration: the nearest file of this name above an article applies to it.\n"
      "# Every key is shown with its default; take the # away to change it. `claimcheck config show --origin FILE`\n"
      "# prints what is in force for a file. Unknown keys are errors.\n"
      "# yaml-language-server: "
      "$schema=https://raw.githubusercontent.com/claimcheck/claimcheck/main/docs/claimcheck.schema.json\n";
  for (ConfigKey const& key : config_keys()) {
    out += fmt::format("\n# {}\n", key.about);
    if (key.kind == ValueKind::rules)
      out += "# rules:\n#   calendar: error                # a topic\n#   unit-conversion: warning       # one rule\n# "
             "  false-precision: off\n";
    else if (key.kind == ValueKind::overrides)
      out += "# overrides:\n#   - paths: [\"wire/**\"]\n#     min-level: warning\n";
    else if (key.name == "extends")
      out += "# extends: [house-style.yaml]\n";
    else
      out += fmt::format("# {}: {}\n", key.name, key.kind == ValueKind::size ? "64MiB" : value_of(defaults, key.name));
  }
  return out;
}

namespace {

void write_list_schema(report::JsonWriter& json) {
  json.key("oneOf");
  json.begin_array();
  json.begin_object();
  json.field("type", "string");
  json.end_object();
  json.begin_object();
  json.field("type", "array");
  json.key("items");
  json.begin_object();
  json.field("type", "string");
  json.end_object();
  json.end_object();
  json.end_array();
}

void write_enum(report::JsonWriter& json, std::vector<std::string_view> const& words) {
  json.key("enum");
  json.begin_array();
  for (std::string_view const word : words) {
    if (word == "off") json.boolean(false); // YAML 1.1 reads a bare off as false
    json.string(word);
  }
  json.end_array();
}

void write_level_schema(report::JsonWriter& json) {
  json.begin_object();
  write_enum(json, {"off", "note", "warning", "error"});
  json.end_object();
}

void write_rules_schema(report::JsonWriter& json) {
  json.field("type", "object");
  json.key("additionalProperties");
  json.begin_object();
  json.key("oneOf");
  json.begin_array();
  write_level_schema(json);
  json.begin_object();
  json.field("type", "object");
  json.field("additionalProperties", false);
  json.key("properties");
  json.begin_object();
  json.key("level");
  write_level_schema(json);
  json.key("options");
  json.begin_object();
  json.field("type", "object");
  json.end_object();
  json.end_object();
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_properties(report::JsonWriter& json, bool overrides);

void write_key_schema(report::JsonWriter& json, ConfigKey const& key) {
  json.key(key.name);
  json.begin_object();
  json.field("description", key.about);
  switch (key.kind) {
  case ValueKind::truth:
    json.field("type", "boolean");
    break;
  case ValueKind::level:
    write_enum(json, {"note", "warning", "error"});
    break;
  case ValueKind::fail_level:
    write_enum(json, {"note", "warning", "error", "never"});
    break;
  case ValueKind::size:
    json.key("type");
    json.begin_array();
    json.string("string");
    json.string("integer");
    json.end_array();
    break;
  case ValueKind::text:
  case ValueKind::path:
    json.field("type", "string");
    break;
  case ValueKind::texts:
  case ValueKind::paths:
  case ValueKind::patterns:
    write_list_schema(json);
    break;
  case ValueKind::rules:
    write_rules_schema(json);
    break;
  case ValueKind::overrides:
    json.field("type", "array");
    json.key("items");
    json.begin_object();
    json.field("type", "object");
    json.key("required");
    json.begin_array();
    json.string("paths");
    json.end_array();
    json.field("additionalProperties", false);
    json.key("properties");
    json.begin_object();
    json.key("paths");
    json.begin_object();
    write_list_schema(json);
    json.end_object();
    write_properties(json, true);
    json.end_object();
    json.end_object();
    break;
  }
  json.end_object();
}

void write_properties(report::JsonWriter& json, bool overrides) {
  for (ConfigKey const& key : config_keys())
    if (!overrides || key.in_overrides) write_key_schema(json, key);
}

} // namespace

std::string config_schema() {
  std::string out;
  report::JsonWriter json(out, 2);
  json.begin_object();
  json.field("$schema", "http://json-schema.org/draft-07/schema#");
  json.field("title", ".claimcheck.yaml");
  json.field("type", "object");
  json.field("additionalProperties", false);
  json.key("properties");
  json.begin_object();
  write_properties(json, false);
  json.end_object();
  json.end_object();
  return out + '\n';
}

} // namespace claimcheck
