// GitLab's code quality report: an array of issues with stable, unique fingerprints.
#include <map>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "report/formats.hpp"
#include "report/json_writer.hpp"

namespace claimcheck::report {
namespace {

std::string_view severity_of(Level level) {
  return level == Level::error ? "major" : level == Level::warning ? "minor" : "info";
}

void write_position(JsonWriter& json, std::string_view name, text::LineColumn at) {
  json.key(name);
  json.begin_object();
  json.field("line", at.line);
  json.field("column", at.column);
  json.end_object();
}

} // namespace

std::string render_gitlab(Report const& report, Style const&) {
  std::string out;
  JsonWriter json(out, 1);
  std::map<std::string, int> seen; // GitLab drops an issue whose fingerprint it has seen
  json.begin_array();
  for (FileReport const& file : report.files) {
    for (Reported const& found : file.findings) {
      std::string const key = file.path + '\n' + found.finding.rule + '\n' + found.finding.fingerprint;
      json.begin_object();
      json.field("type", "issue");
      json.field("check_name", found.finding.rule);
      json.field("description", found.finding.message);
      json.field("severity", severity_of(found.finding.level));
      json.field("fingerprint", fmt::format("{:016x}", fnv1a(key + '\n' + std::to_string(seen[key]++))));
      json.key("location");
      json.begin_object();
      json.field("path", file.path);
      json.key("positions");
      json.begin_object();
      write_position(json, "begin", found.primary.place.start);
      write_position(json, "end", found.primary.place.end);
      json.end_object();
      json.end_object();
      json.end_object();
    }
  }
  json.end_array();
  return out + '\n';
}

} // namespace claimcheck::report
