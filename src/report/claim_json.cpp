#include "report/claim_json.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/finding_json.hpp"
#include "resolve/timex.hpp"

namespace claimcheck::report {
namespace {

std::string iso_minutes(Minutes at, bool clock) {
  Days const day = std::chrono::floor<std::chrono::days>(at);
  if (!clock) return iso_date(day);
  std::chrono::hh_mm_ss const time(at - day);
  return fmt::format("{}T{:02}:{:02}", iso_date(day), time.hours().count(), time.minutes().count());
}

bool is_clock(Grain grain) {
  return grain == Grain::second || grain == Grain::minute || grain == Grain::hour || grain == Grain::day_part;
}

std::string_view name_of(TimexType type) {
  switch (type) {
  case TimexType::date:
    return "DATE";
  case TimexType::time:
    return "TIME";
  case TimexType::duration:
    return "DURATION";
  case TimexType::set:
    return "SET";
  case TimexType::none:
    break;
  }
  return "";
}

std::string_view name_of(ResolvedFrom origin) {
  switch (origin) {
  case ResolvedFrom::nothing:
    return "";
  case ResolvedFrom::text:
    return "text";
  case ResolvedFrom::document_date:
    return "document date";
  case ResolvedFrom::earlier_expression:
    return "earlier expression";
  case ResolvedFrom::named_event:
    return "named event";
  }
  return "";
}

/// value, low and high of a date or time. The ends are inclusive: March is 2022-03-01 to 2022-03-31.
void write_when(JsonWriter& json, Temporal const& time) {
  json.optional_field("value", resolve::stated_value(time));
  TimeInterval range = time.when;
  for (TimeInterval const& other : time.alternatives) {
    if (!other.known()) continue;
    if (!range.known()) {
      range = other;
      continue;
    }
    range.begin = std::min(range.begin, other.begin);
    range.end = std::max(range.end, other.end);
  }
  if (!range.known()) {
    json.null_field("low");
    json.null_field("high");
    return;
  }
  bool const clock = is_clock(range.grain);
  json.field("low", iso_minutes(range.begin, clock));
  json.field("high", iso_minutes(clock ? range.end : range.end - std::chrono::minutes{1}, clock));
  if (time.alternatives.empty()) return;
  json.key("alternatives");
  json.begin_array();
  for (TimeInterval const& other : time.alternatives) json.string(iso_minutes(other.begin, clock));
  json.end_array();
}

void write_figure(JsonWriter& json, Claim const& claim) {
  Figure const& figure = claim.figure;
  json.key("value");
  if (figure.exact_known)
    json.number(figure.value);
  else if (figure.range &&
           figure.interval.bounded()) // one number for programs that take one; the ends are what was stated
    json.number(figure.interval.middle().normalized());
  else
    json.null();
  write_interval(json, figure.interval);
  bool const pair = claim.kind == Kind::score || claim.kind == Kind::vote || claim.kind == Kind::record ||
                    claim.kind == Kind::ratio || claim.kind == Kind::odds;
  if (pair) {
    json.field("second", figure.second);
    if (claim.kind == Kind::record || claim.kind == Kind::score) json.field("third", figure.third);
  }
}

void write_unit(JsonWriter& json, Article const& article, Claim const& claim) {
  Figure const& figure = claim.figure;
  json.key("unit");
  if (figure.unit == no_unit || article.lexicon == nullptr) {
    json.null();
    json.optional_field("unit_text",
                        claim.unit_span.empty() ? std::string_view{} : article.document.text(claim.unit_span));
    return;
  }
  Unit const& unit = article.lexicon->units[figure.unit];
  json.string(unit.code);
  json.optional_field("unit_text",
                      claim.unit_span.empty() ? std::string_view{} : article.document.text(claim.unit_span));
  json.field("unit_name", unit.name);
  json.optional_field("dimension", unit.dimension.is_none() ? std::string() : to_string(unit.dimension));
  if (figure.per == no_unit && figure.per_amount == Decimal(1)) return;
  json.key("per");
  json.begin_object();
  json.field("amount", figure.per_amount);
  json.optional_field("unit", figure.per == no_unit ? std::string_view{}
                                                    : std::string_view(article.lexicon->units[figure.per].code));
  json.end_object();
}

void write_span(JsonWriter& json, Article const& article, Span span, bool with_text) {
  Span const source = article.document.to_source(span);
  if (with_text) json.field("text", article.document.text(span));
  json.field("start", source.begin);
  json.field("end", source.end);
}

} // namespace

std::string claim_name(ClaimId id) { return 'c' + std::to_string(id + 1); }
std::string attribution_name(std::uint32_t id) { return 'a' + std::to_string(id + 1); }

std::string iso_date(Days day) {
  std::chrono::year_month_day const date(day);
  int const year = static_cast<int>(date.year()); // ISO 8601: 44 BC is -0043
  return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", year < 0 ? -year : year,
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string speaker_name(Article const& article, Attribution const& attribution) {
  if (attribution.speaker < article.entities.size()) return article.entities[attribution.speaker].name;
  return std::string(attribution.source.empty() ? std::string_view{} : article.document.text(attribution.source));
}

void write_place(JsonWriter& json, Place const& place) {
  json.field("start", place.source.begin);
  json.field("end", place.source.end);
  json.field("text", place.text);
  json.field("line", place.start.line);
  json.field("column", place.start.column);
  json.field("end_line", place.end.line);
  json.field("end_column", place.end.column);
}

void write_claim(JsonWriter& json, Article const& article, ClaimId id, Locator& locator) {
  Claim const& claim = article.claims[id];
  json.begin_object();
  json.field("id", claim_name(id));
  json.field("kind", claimcheck::name_of(claim.kind));
  json.field("group", reported_group(claim));
  write_place(json, locator.locate(claim.span));
  if (is_figure(claim.kind)) {
    write_figure(json, claim);
  } else if (claim.time) {
    write_when(json, *claim.time);
  } else if (claim.kind == Kind::direction) {
    json.key("value");
    json.real(claim.bearing, 2);
  }
  json.optional_field("hedge", claimcheck::name_of(claim.hedge));
  if (is_figure(claim.kind)) write_unit(json, article, claim);
  if (claim.time) {
    json.optional_field("resolved_from", name_of(claim.time->resolved_from));
    if (claim.time->type != TimexType::none) {
      json.key("timex");
      json.begin_object();
      json.field("type", name_of(claim.time->type));
      json.field("value", claim.time->value);
      json.end_object();
    }
  }
  json.optional_field("subject",
                      claim.subject.phrase.empty() ? std::string_view{} : article.document.text(claim.subject.phrase));
  json.field("quoted", claim.guards.quoted);
  json.optional_field("attribution", claim.attribution == no_id ? std::string() : attribution_name(claim.attribution));
  json.field("status", claimcheck::name_of(claim.status));
  if (!claim.reason.empty()) json.field("reason", claim.reason);
  json.end_object();
}

void write_attribution(JsonWriter& json, Article const& article, std::uint32_t id) {
  Attribution const& attribution = article.attributions[id];
  json.begin_object();
  json.field("id", attribution_name(id));
  json.field("mode", claimcheck::name_of(attribution.mode));
  json.key("source");
  if (attribution.source.empty()) {
    json.null();
  } else {
    json.begin_object();
    write_span(json, article, attribution.source, true);
    json.optional_field(
        "name", attribution.speaker < article.entities.size() ? article.entities[attribution.speaker].name : "");
    json.end_object();
  }
  json.key("cue");
  if (attribution.cue.empty()) {
    json.null();
  } else {
    json.begin_object();
    write_span(json, article, attribution.cue, true);
    json.end_object();
  }
  json.key("content");
  json.begin_array();
  for (Span const piece : attribution.content) {
    json.begin_object();
    write_span(json, article, piece, false);
    json.end_object();
  }
  json.end_array();
  json.optional_field("relay",
                      attribution.relay.empty() ? std::string_view{} : article.document.text(attribution.relay));
  json.optional_field("medium", attribution.medium);
  json.field("found_by", claimcheck::name_of(attribution.sieve));
  json.key("confidence");
  json.real(attribution.confidence, 2);
  json.end_object();
}

void write_finding(JsonWriter& json, Article const& article, Finding const& finding, Locator& locator) {
  write_reported(json, reported(article, locator, finding));
}

} // namespace claimcheck::report
