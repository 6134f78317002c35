// SARIF 2.1.0, for code scanning services.
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/json_writer.hpp"
#include "report/rule_page.hpp"

namespace claimcheck::report {
namespace {

/// Brackets begin a link in a SARIF message.
std::string message_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// RFC 3986: everything but unreserved characters and '/' is percent-encoded.
std::string uri_of(std::string_view path) {
  std::string out;
  while (path.substr(0, 2) == "./") path.remove_prefix(2);
  for (char const c : path) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return path.substr(0, 1) == "/" ? "file://" + out : out;
}

void write_text(JsonWriter& json, std::string_view name, std::string const& text) {
  json.key(name);
  json.begin_object();
  json.field("text", text);
  json.end_object();
}

void write_artifact(JsonWriter& json, std::string const& path) {
  json.key("artifactLocation");
  json.begin_object();
  std::string const uri = uri_of(path);
  json.field("uri", uri);
  if (uri.substr(0, 7) != "file://") json.field("uriBaseId", "%SRCROOT%");
  json.end_object();
}

void write_physical(JsonWriter& json, std::string const& path, Place const& place) {
  json.key("physicalLocation");
  json.begin_object();
  write_artifact(json, path);
  json.key("region");
  json.begin_object();
  json.field("startLine", place.start.line);
  json.field("startColumn", place.start.column);
  json.field("endLine", place.end.line);
  json.field("endColumn", place.end.column);
  write_text(json, "snippet", place.text);
  json.end_object();
  json.end_object();
}

void write_rule(JsonWriter& json, RuleInfo const& rule) {
  json.begin_object();
  json.field("id", rule.id);
  write_text(json, "shortDescription", rule.title.empty() ? rule.id : rule.title);
  if (std::string const url = rule_url(rule.id); !url.empty()) json.field("helpUri", url);
  json.key("help");
  json.begin_object();
  json.field("text", rule.explain.empty() ? rule.title : rule.explain);
  if (!rule.explain.empty()) json.field("markdown", rule.explain);
  json.end_object();
  json.key("defaultConfiguration");
  json.begin_object();
  json.field("level", rule.level == Level::off ? std::string_view("none") : name_of(rule.level));
  json.end_object();
  json.key("properties");
  json.begin_object();
  json.key("tags");
  json.begin_array();
  if (!rule.topic.empty()) json.string(rule.topic);
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_suppression(JsonWriter& json, Suppression const& suppression) {
  json.key("suppressions");
  json.begin_array();
  json.begin_object();
  json.field("kind", suppression.kind == Suppression::Kind::comment ? "inSource" : "external");
  json.field("status", "accepted");
  if (!suppression.reason.empty()) json.field("justification", suppression.reason);
  json.end_object();
  json.end_array();
}

void write_result(JsonWriter& json, std::string const& path, Reported const& found,
                  std::map<std::string, std::size_t> const& index) {
  Finding const& finding = found.finding;
  json.begin_object();
  json.field("ruleId", finding.rule);
  if (auto const at = index.find(finding.rule); at != index.end()) json.field("ruleIndex", at->second);
  json.field("level", name_of(finding.level));
  write_text(json, "message", message_text(finding.message));
  json.key("locations");
  json.begin_array();
  json.begin_object();
  write_physical(json, path, found.primary.place);
  json.end_object();
  json.end_array();
  if (!found.related.empty()) {
    json.key("relatedLocations");
    json.begin_array();
    int id = 0;
    for (Located const& other : found.related) {
      json.begin_object();
      json.field("id", ++id);
      write_physical(json, path, other.place);
      write_text(json, "message", message_text(other.role.empty() ? "see also" : other.role));
      json.end_object();
    }
    json.end_array();
  }
  if (!finding.fingerprint.empty()) {
    json.key("partialFingerprints");
    json.begin_object();
    json.field("claims/v1", finding.fingerprint);
    json.end_object();
  }
  if (found.suppression) write_suppression(json, *found.suppression);
  json.key("rank");
  json.real(100.0 * static_cast<double>(finding.confidence), 1);
  json.key("properties");
  json.begin_object();
  if (finding.computed) json.field("computed", finding.computed->formula);
  if (finding.computed && !finding.computed->accepted.empty()) json.field("accepted", finding.computed->accepted);
  json.key("alternatives");
  json.begin_array();
  for (std::string const& text : finding.alternatives) json.string(text);
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_invocation(JsonWriter& json, Report const& report) {
  bool all_read = true;
  for (FileReport const& file : report.files) all_read &= file.readable;
  json.key("invocations");
  json.begin_array();
  json.begin_object();
  json.field("executionSuccessful", all_read);
  json.key("toolExecutionNotifications");
  json.begin_array();
  for (FileReport const& file : report.files) {
    for (Diagnostic const& fault : file.faults) {
      json.begin_object();
      json.field("level", "error");
      write_text(json, "message",
                 message_text(fault.remedy.empty() ? fault.message : fault.message + "; " + fault.remedy));
      json.key("locations");
      json.begin_array();
      json.begin_object();
      json.key("physicalLocation");
      json.begin_object();
      write_artifact(json, file.path);
      json.end_object();
      json.end_object();
      json.end_array();
      json.end_object();
    }
  }
  json.end_array();
  json.end_object();
  json.end_array();
}

} // namespace

std::string render_sarif(Report const& report, Style const&) {
  std::string out;
  JsonWriter json(out, 1);
  json.begin_object();
  json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.field("version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  json.field("name", "claimcheck");
  json.field("version", report.version);
  if (!home_page().empty()) json.field("informationUri", home_page());
  json.key("rules");
  json.begin_array();
  std::map<std::string, std::size_t> index;
  for (RuleInfo const& rule : report.rules) {
    index.emplace(rule.id, index.size());
    write_rule(json, rule);
  }
  json.end_array();
  json.end_object();
  json.end_object();
  write_invocation(json, report);
  json.field("columnKind", "unicodeCodePoints");
  json.key("results");
  json.begin_array();
  for (FileReport const& file : report.files) {
    for (Reported const& found : file.findings) write_result(json, file.path, found, index);
    for (Reported const& found : file.suppressed) write_result(json, file.path, found, index);
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  return out + '\n';
}

} // namespace claimcheck::report
