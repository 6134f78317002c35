#include "sources/live_source.hpp"

#include <algorithm>

#include "sources/fact_table.hpp"
#include "sources/json.hpp"
#include "sources/wikidata.hpp"

namespace claimcheck::sources {

using nlohmann::json;
using reference::Candidate;
using reference::Fact;
using reference::Property;
using reference::SourceInfo;

namespace {

SourceInfo const wikidata_info{"wikidata", "Wikidata", "Wikimedia Foundation", "https://www.wikidata.org/", "CC0-1.0",
                               "",         ""};
SourceInfo const world_bank_info{"worldbank",
                                 "World Bank Open Data",
                                 "World Bank",
                                 "https://data.worldbank.org/",
                                 "CC-BY-4.0",
                                 "Data: World Bank, World Development Indicators, licensed under CC BY 4.0.",
                                 ""};

std::string entities_url(std::string const& ids) {
  return "https://www.wikidata.org/w/api.php?action=wbgetentities&ids=" + ids +
         "&props=labels%7Caliases%7Cclaims%7Cinfo&languages=en&format=json&formatversion=2&maxlag=5";
}

std::string indicator_of(Property property) {
  return property == Property::population  ? "SP.POP.TOTL"
         : property == Property::area      ? "AG.SRF.TOTL.K2"
         : property == Property::land_area ? "AG.LND.TOTL.K2"
                                           : "";
}

/// No name holds a line feed.
std::string property_question(std::string_view entity, Property property) {
  return std::string(entity) + '\n' + std::string(name_of(property));
}

} // namespace

LiveSource::LiveSource(Fetcher& fetcher) : fetcher_(fetcher) {}

void LiveSource::note(std::string failure) const {
  unanswered_[question_] = failure;
  unavailable_.insert(std::move(failure));
}

std::string LiveSource::unanswered(std::string_view entity, Property property) const {
  return unanswered(property_question(entity, property));
}

std::string LiveSource::unanswered(std::string_view name) const {
  std::lock_guard const lock(mutex_);
  auto const known = unanswered_.find(std::string(name));
  return known == unanswered_.end() ? std::string{} : known->second;
}

std::vector<std::string> LiveSource::unavailable() const {
  std::lock_guard const lock(mutex_);
  return {unavailable_.begin(), unavailable_.end()};
}

Fetched LiveSource::get(std::string const& url) const {
  Fetched answer = std::move(fetcher_.get({url}).front());
  if (!answer.failure.empty() && answer.status != 404) note(answer.failure);
  return answer;
}

void LiveSource::stamp(Fact& fact, Fetched const& from, SourceInfo const& source) const {
  fact.source = &source;
  fact.origin = from.from_cache ? reference::Origin::cache : reference::Origin::live;
  fact.stale = from.stale;
  if (fact.url.empty()) fact.url = from.url;
}

std::vector<Candidate> LiveSource::resolve(reference::Mention const& mention, std::size_t limit) const {
  std::lock_guard const lock(mutex_);
  if (mention.name.empty() || mention.name.size() > 200) return {};
  question_ = mention.name;
  unanswered_.erase(question_);
  Fetched const search =
      get("https://www.wikidata.org/w/api.php?action=wbsearchentities&search=" + percent_encoded(mention.name) +
          "&language=en&uselang=en&type=item&limit=10&continue=0&format=json&formatversion=2&maxlag=5");
  if (!search.ok) return {};
  auto ids = wikidata::search_results(search.body, mention.name);
  if (!ids) note("www.wikidata.org: the answer cannot be read");
  if (ids && ids->empty()) { // Wikipedia knows other titles: redirects, older names
    Fetched const page =
        get("https://en.wikipedia.org/api/rest_v1/page/summary/" + percent_encoded(mention.name) + "?redirect=true");
    auto const summary = page.ok ? wikipedia_summary(page.body) : std::nullopt;
    if (page.ok && !summary) note("en.wikipedia.org: the answer cannot be read");
    if (summary && !summary->ambiguous && !summary->item.empty()) ids->push_back(summary->item);
  }
  if (!ids || ids->empty()) return {};
  std::string joined;
  for (auto const& one : *ids) joined += (joined.empty() ? "" : "%7C") + percent_encoded(one);
  Fetched const entities = get(entities_url(joined));
  if (!entities.ok) return {};
  auto found = wikidata::candidates(entities.body);
  if (!found) {
    note("www.wikidata.org: the answer cannot be read");
    return {};
  }
  std::erase_if(*found, [&](Candidate const& candidate) {
    return !mention.types.empty() &&
           std::find(mention.types.begin(), mention.types.end(), candidate.type) == mention.types.end();
  });
  std::stable_sort(found->begin(), found->end(),
                   [](Candidate const& a, Candidate const& b) { return a.population > b.population; });
  if (found->size() > limit) found->resize(limit);
  return *found;
}

std::vector<Fact> LiveSource::lookup(std::string_view entity, Property property, std::optional<Days> day) const {
  std::lock_guard const lock(mutex_);
  question_ = property_question(entity, property);
  unanswered_.erase(question_);
  if (entity.starts_with("iso:") && !indicator_of(property).empty()) return world_bank(entity.substr(4), property, day);
  if (!entity.starts_with("wd:Q")) return {};
  std::string const id(entity.substr(3));
  Fetched const answer = get(entities_url(percent_encoded(id)));
  if (!answer.ok) return {};
  auto facts = wikidata::statements(answer.body, id, property);
  if (!facts) {
    note("www.wikidata.org: the answer cannot be read");
    return {};
  }
  bool const dated = property == Property::birth || property == Property::death ||
                     property == Property::date; // their days are the value
  if (day && !dated) {
    std::erase_if(*facts, [&](Fact const& fact) { return !reference::valid_on(fact, *day); });
    keep_nearest(*facts, *day);
  }
  for (Fact& fact : *facts) stamp(fact, answer, wikidata_info);
  return *facts;
}

std::vector<Fact> LiveSource::world_bank(std::string_view country, Property property, std::optional<Days> day) const {
  std::string range;
  if (day) {
    int const year = static_cast<int>(std::chrono::year_month_day(*day).year());
    range = "&date=" + std::to_string(year - 3) + "%3A" + std::to_string(year);
  }
  Fetched const answer = get("https://api.worldbank.org/v2/country/" + percent_encoded(country) + "/indicator/" +
                             indicator_of(property) + "?format=json&per_page=500" + (range.empty() ? "&MRV=1" : range));
  if (!answer.ok) return {};
  auto facts = world_bank_values(answer.body, country, property);
  if (!facts) {
    note("api.worldbank.org: the answer cannot be read");
    return {};
  }
  if (day) keep_nearest(*facts, *day);
  for (Fact& fact : *facts) stamp(fact, answer, world_bank_info);
  return *facts;
}

std::optional<std::vector<Fact>> world_bank_values(std::string_view body, std::string_view country, Property property) {
  auto const answer = parse_json(body);
  if (!answer || !answer->is_array() || answer->size() != 2) return {}; // an error is an array of one
  if ((*answer)[1].is_null()) return std::vector<Fact>{};
  if (!(*answer)[1].is_array()) return {};
  std::vector<Fact> facts;
  for (json const& row : (*answer)[1]) {
    json const* const value = node_at(row, {"value"});
    if (value == nullptr || !value->is_number()) continue;
    auto const number = Decimal::parse(value->dump());
    if (!number) continue;
    Fact fact;
    fact.property = property;
    fact.subject = "iso:" + std::string(country);
    fact.value = number;
    fact.interval = Interval::point(*number);
    fact.unit = property == Property::population ? "" : "km2";
    fact.as_of = text_at(row, {"date"});
    fact.definition = text_at(row, {"indicator", "value"});
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::optional<Summary> wikipedia_summary(std::string_view body) {
  auto const answer = parse_json(body);
  if (!answer || !answer->is_object() || text_at(*answer, {"type"}).empty()) return {};
  Summary summary;
  summary.ambiguous = text_at(*answer, {"type"}) == "disambiguation";
  if (!summary.ambiguous) summary.item = text_at(*answer, {"wikibase_item"});
  std::string const revision = text_at(*answer, {"revision"});
  summary.url = revision.empty() ? text_at(*answer, {"content_urls", "desktop", "page"})
                                 : "https://en.wikipedia.org/w/index.php?oldid=" + revision;
  return summary;
}

} // namespace claimcheck::sources
