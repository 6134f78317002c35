// reviewdog's diagnostic format. Its columns count bytes of UTF-8 from 1.
#include "report/formats.hpp"
#include "report/json_writer.hpp"
#include "report/rule_page.hpp"

namespace claimcheck::report {
namespace {

void write_location(JsonWriter& json, std::string const& path, Place const& place) {
  json.key("location");
  json.begin_object();
  json.field("path", path);
  json.key("range");
  json.begin_object();
  json.key("start");
  json.begin_object();
  json.field("line", place.start.line);
  json.field("column", place.start_byte);
  json.end_object();
  json.key("end");
  json.begin_object();
  json.field("line", place.end.line);
  json.field("column", place.end_byte);
  json.end_object();
  json.end_object();
  json.end_object();
}

std::string_view severity_of(Level level) {
  return level == Level::error ? "ERROR" : level == Level::warning ? "WARNING" : "INFO";
}

} // namespace

std::string render_rdjson(Report const& report, Style const&) {
  std::string out;
  JsonWriter json(out, 1);
  json.begin_object();
  json.key("source");
  json.begin_object();
  json.field("name", "claimcheck");
  if (!home_page().empty()) json.field("url", home_page());
  json.end_object();
  json.key("diagnostics");
  json.begin_array();
  for (FileReport const& file : report.files) {
    for (Reported const& found : file.findings) {
      json.begin_object();
      json.field("message", found.finding.message);
      write_location(json, file.path, found.primary.place);
      json.field("severity", severity_of(found.finding.level));
      json.key("code");
      json.begin_object();
      json.field("value", found.finding.rule);
      if (std::string const url = rule_url(found.finding.rule); !url.empty()) json.field("url", url);
      json.end_object();
      json.key("relatedLocations");
      json.begin_array();
      for (Located const& other : found.related) {
        json.begin_object();
        json.field("message", other.role.empty() ? std::string("see also") : other.role);
        write_location(json, file.path, other.place);
        json.end_object();
      }
      json.end_array();
      json.end_object();
    }
  }
  json.end_array();
  json.end_object();
  return out + '\n';
}

} // namespace claimcheck::report
