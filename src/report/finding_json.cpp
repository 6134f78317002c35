#include "report/finding_json.hpp"

#include "report/claim_json.hpp"

namespace claimcheck::report {
namespace {

void write_bound(JsonWriter& json, std::string_view name, Bound const& bound) {
  json.key(name);
  if (bound.unbounded)
    json.null();
  else
    json.number(bound.value);
}

void write_computed(JsonWriter& json, Computed const& computed) {
  json.begin_object();
  json.field("formula", computed.formula);
  if (computed.numeric) {
    json.field("value", computed.value);
    write_interval(json, computed.interval);
    json.optional_field("unit", computed.unit);
  } else {
    json.optional_field("value", computed.text);
  }
  json.optional_field("text", computed.text);
  json.optional_field("accepted", computed.accepted);
  json.end_object();
}

void write_citation(JsonWriter& json, SourceCitation const& source) {
  json.optional_field("source", source.source);
  json.optional_field("licence", source.licence);
  json.optional_field("as_of", source.as_of);
  json.optional_field("url", source.url);
  json.field("verdict", source.verdict);
  json.optional_field("detail", source.detail);
}

void write_way(JsonWriter& json, CitedWay const& way) {
  auto const end = [&](std::string_view key, CitedPlace const& place) {
    json.key(key);
    json.begin_object();
    json.field("id", place.id);
    json.field("name", place.name);
    json.optional_field("country", place.country);
    json.key("latitude");
    json.real(place.latitude, 5);
    json.key("longitude");
    json.real(place.longitude, 5);
    json.end_object();
  };
  json.begin_object();
  end("from", way.from);
  end("to", way.to);
  json.key("km");
  json.real(way.km, 1);
  json.key("bearing");
  json.real(way.bearing, 1);
  json.end_object();
}

void write_sources(JsonWriter& json, std::vector<SourceCitation> const& sources) {
  json.begin_array();
  for (SourceCitation const& source : sources) {
    json.begin_object();
    write_citation(json, source);
    json.end_object();
  }
  json.end_array();
}

void write_located(JsonWriter& json, Located const& evidence) {
  json.begin_object();
  json.optional_field("role", evidence.role);
  write_place(json, evidence.place);
  if (evidence.claim != no_id) json.field("claim", claim_name(evidence.claim));
  json.end_object();
}

} // namespace

void write_interval(JsonWriter& json, Interval const& interval) {
  write_bound(json, "low", interval.low);
  write_bound(json, "high", interval.high);
}

void write_source_verdicts(JsonWriter& json, std::vector<SourceVerdict> const& verdicts, Locator& locator) {
  json.begin_array();
  for (SourceVerdict const& said : verdicts) {
    json.begin_object();
    json.field("rule", said.rule);
    if (said.claim != no_id) json.field("claim", claim_name(said.claim));
    write_place(json, locator.locate(said.span));
    write_citation(json, said.citation);
    if (said.way) {
      json.key("way");
      write_way(json, *said.way);
    }
    json.end_object();
  }
  json.end_array();
}

void write_reported(JsonWriter& json, Reported const& found, std::string_view path) {
  Finding const& finding = found.finding;
  json.begin_object();
  if (!path.empty()) json.field("path", path);
  json.field("rule", finding.rule);
  json.optional_field("topic", finding.topic);
  json.field("level", name_of(finding.level));
  json.field("message", finding.message);
  json.key("primary");
  write_located(json, found.primary);
  json.key("related");
  json.begin_array();
  for (Located const& place : found.related) write_located(json, place);
  json.end_array();
  json.key("computed");
  if (finding.computed)
    write_computed(json, *finding.computed);
  else
    json.null();
  json.optional_field("diagnosis", finding.diagnosis);
  json.key("alternatives");
  json.begin_array();
  for (std::string const& text : finding.alternatives) json.string(text);
  json.end_array();
  json.key("confidence");
  json.real(static_cast<double>(finding.confidence), 2);
  json.optional_field("speaker", found.speaker);
  if (!finding.sources.empty()) {
    json.key("sources");
    write_sources(json, finding.sources);
  }
  json.field("fingerprint", finding.fingerprint);
  json.end_object();
}

} // namespace claimcheck::report
