// Everything that is known, as one JSON object of the interface "claimcheck/1".
#include "report/claim_json.hpp"
#include "report/finding_json.hpp"
#include "report/formats.hpp"
#include "report/ledger.hpp"

namespace claimcheck::report {
namespace {

void write_faults(JsonWriter& json, Diagnostics const& faults) {
  json.begin_array();
  for (Diagnostic const& fault : faults) {
    json.begin_object();
    json.field("message", fault.message);
    json.optional_field("remedy", fault.remedy);
    json.field("line", fault.line);
    json.field("column", fault.column);
    json.end_object();
  }
  json.end_array();
}

void write_coverage(JsonWriter& json, Coverage const& coverage) {
  json.field("claims", coverage.claims);
  json.field("checked", coverage.checked());
  json.field("consistent", coverage.consistent);
  json.field("tension", coverage.tension);
  json.field("contradicted", coverage.contradicted);
  json.field("unbound", coverage.unbound);
  json.field("unchecked", coverage.unchecked);
  json.field("attributed", coverage.attributed);
}

void write_agreements(JsonWriter& json, std::vector<Agreement> const& agreements) {
  json.begin_array();
  for (Agreement const& agreement : agreements) {
    json.begin_object();
    json.field("rule", agreement.rule);
    json.key("claims");
    json.begin_array();
    for (ClaimId const id : agreement.claims) json.string(claim_name(id));
    json.end_array();
    json.optional_field("formula", agreement.computed ? agreement.computed->formula : std::string());
    json.field("tension", agreement.tension);
    json.end_object();
  }
  json.end_array();
}

void write_suppressed(JsonWriter& json, FileReport const& file, Locator& locator) {
  json.begin_array();
  for (Reported const& found : file.suppressed) {
    json.begin_object();
    json.field("rule", found.finding.rule);
    json.field("message", found.finding.message);
    json.field("reason", found.suppression ? found.suppression->reason : std::string());
    json.field("by", found.suppression ? found.suppression->by : std::string());
    json.key("finding");
    write_finding(json, *file.article, found.finding, locator);
    json.end_object();
  }
  json.end_array();
}

void write_file(JsonWriter& json, FileReport const& file) {
  json.begin_object();
  json.field("path", file.path);
  json.field("status", file.readable ? "checked" : "error");
  if (!file.readable || !file.article) {
    json.key("errors");
    write_faults(json, file.faults);
    json.end_object();
    return;
  }
  Article const& article = *file.article;
  Locator locator(article.document);
  json.optional_field("date", article.date.day ? iso_date(*article.date.day) : std::string());
  json.key("claims");
  json.begin_array();
  for (ClaimId i = 0; i < article.claims.size(); ++i)
    if (is_listed(file, i)) write_claim(json, article, i, locator);
  json.end_array();
  json.key("attributions");
  json.begin_array();
  for (std::uint32_t i = 0; i < article.attributions.size(); ++i) write_attribution(json, article, i);
  json.end_array();
  json.key("findings");
  json.begin_array();
  for (Reported const& found : file.findings) write_finding(json, article, found.finding, locator);
  json.end_array();
  json.key("agreements");
  write_agreements(json, file.agreements);
  if (!file.sources.empty()) {
    json.key("reference");
    write_source_verdicts(json, file.sources, locator);
  }
  json.key("suppressed");
  write_suppressed(json, file, locator);
  json.key("coverage");
  json.begin_object();
  write_coverage(json, file.coverage);
  json.end_object();
  json.end_object();
}

} // namespace

std::string render_json(Report const& report, Style const&) {
  std::string out;
  JsonWriter json(out, 1);
  json.begin_object();
  json.field("schema", schema_name);
  json.key("tool");
  json.begin_object();
  json.field("name", "claimcheck");
  json.field("version", report.version);
  json.end_object();
  json.key("files");
  json.begin_array();
  for (FileReport const& file : report.files) write_file(json, file);
  json.end_array();
  json.key("summary");
  json.begin_object();
  json.field("files", report.files.size());
  json.field("errors", report.count(Level::error));
  json.field("warnings", report.count(Level::warning));
  json.field("notes", report.count(Level::note));
  write_coverage(json, report.coverage());
  json.end_object();
  json.end_object();
  return out + '\n';
}

} // namespace claimcheck::report
