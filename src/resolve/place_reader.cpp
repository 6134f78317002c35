#include "resolve/place_reader.hpp"

#include <algorithm>

#include "lexicon/phrase_table.hpp"

namespace claimcheck::resolve {

using reference::Candidate;
using reference::EntityType;
using reference::Property;

namespace {

constexpr std::uint32_t certain_population = 50'000; ///< a gazetteer lacks no place of this size
constexpr std::uint32_t longest_apposition = 140;    ///< bytes between a place and the distance said of it

} // namespace

std::uint32_t PlaceReader::skip_spaces(std::uint32_t at) const {
  while (at < folded_.size() && folded_[at] == ' ') ++at;
  return at;
}

std::optional<std::uint32_t> PlaceReader::behind(std::uint32_t at, std::string_view words) const {
  at = skip_spaces(at);
  if (!folded_.substr(at).starts_with(words)) return {};
  auto const end = at + static_cast<std::uint32_t>(words.size());
  return word_ends(folded_.data() + end, folded_.data() + folded_.size()) ? std::optional(end) : std::nullopt;
}

std::optional<PlaceReader::Anchor> PlaceReader::anchor_at(std::uint32_t at, std::uint32_t sentence) {
  std::uint32_t const begin = skip_spaces(at);
  for (std::string_view const words : {"downtown", "central", "present-day", "the city of", "the town of",
                                       "the port of", "the port city of", "the village of"})
    if (auto const end = behind(at, words)) at = *end;
  std::optional<std::uint32_t> capital;
  std::string country;
  if (auto const the = behind(at, "the")) {
    capital = behind(*the, "capital");
    if (auto const run = run_at(skip_spaces(*the), sentence); run && !capital) { // "the Iraqi capital"
      Candidate const area = names_.area(run->span);
      if (area.type == EntityType::country) capital = behind(run->span.end, "capital");
      if (capital) country = area.country;
    }
  }
  if (capital) {
    std::uint32_t next = *capital;
    if (auto const city = behind(next, "city")) next = *city;
    if (auto const of = behind(next, "of")) next = *of;
    if (next < folded_.size() && folded_[next] == ',') ++next;
    if (auto const run = run_at(skip_spaces(next), sentence)) // "the capital Ankara", "the capital, Seoul"
      if (auto named = measured_from(*run); named && !named->readings.empty() && !is_country(*run)) return *named;
    Anchor anchor;
    anchor.is_name = false;
    anchor.span = {begin, *capital};
    if (country.empty()) country = names_.country();
    if (country.empty())
      anchor.capital_of_subject = true;
    else
      anchor.readings = capital_readings(country);
    return anchor;
  }
  auto const run = run_at(skip_spaces(at), sentence);
  return run ? measured_from(*run) : std::nullopt;
}

bool PlaceReader::is_country(NameRun const& run) const { return names_.area(run.span).type == EntityType::country; }

std::optional<NameRun> PlaceReader::run_at(std::uint32_t at, std::uint32_t sentence) const {
  auto run = names_.beginning_at(at);
  return run && run->sentence == sentence ? run : std::nullopt;
}

std::optional<PlaceReader::Anchor> PlaceReader::measured_from(NameRun const& run) const {
  auto const& part = lexicon_.words("place-part");
  std::string_view const rest = folded_.substr(run.span.end);
  if (rest.starts_with("'") || rest.starts_with("\xE2\x80\x99")) return {};
  if (contains(part, names_.word_after(run.span.end)) && rest.starts_with(" ")) return {};
  Anchor anchor;
  static_cast<NamedPlace&>(anchor) = names_.place(run);
  return anchor;
}

std::vector<PlaceReading> PlaceReader::capital_readings(std::string const& country) const {
  std::vector<PlaceReading> readings;
  for (auto const& fact : article_.reference->lookup("iso:" + country, Property::capital, article_.date.day)) {
    if (!fact.definition.empty()) continue; // one of several, or disputed
    for (Candidate& candidate : article_.reference->resolve({fact.text, {EntityType::place}}, 8))
      if (candidate.country == country && candidate.point && (fact.object.empty() || candidate.id == fact.object)) {
        readings.push_back({std::move(candidate), 7});
        break;
      }
  }
  if (readings.size() != 1) readings.clear();
  return readings;
}

std::vector<PlaceReading> PlaceReader::capitals_of(std::vector<PlaceReading> const& places) const {
  return places.empty() ? std::vector<PlaceReading>{} : capital_readings(places.front().place.country);
}

std::optional<NamedPlace> PlaceReader::subject_before(std::uint32_t figures, std::uint32_t sentence) const {
  auto const runs = names_.runs_before(figures, sentence);
  for (auto it = runs.rbegin(); it != runs.rend(); ++it) {
    NameRun const& run = *it;
    if (figures - run.span.end > longest_apposition) return {};
    std::string_view const name = folded_.substr(run.span.begin, run.span.size());
    std::string_view const last = name.substr(name.rfind(' ') + 1);
    if (contains(lexicon_.words("place-feature"), last) || contains(lexicon_.words("place-day"), last)) continue;
    if (is_qualifier(run)) continue;
    if (Candidate const area = names_.area(run.span); !area.id.empty() && !is_town(run, area)) continue;
    if (contains(lexicon_.words("place-beside"), names_.word_before(run.span.begin)) && std::next(it) != runs.rend() &&
        names_.area(std::next(it)->span).id.empty() &&
        std::next(it)->span.begin != article_.document.sentences[sentence].begin)
      return {}; // "the hamlet of X near Lyon, 20 miles ...": said of X
    bool const located = contains(lexicon_.words("place-locative"), names_.word_before(run.span.begin));
    if ((names_.is_entity(run.span) && !located) || !linked({run.span.end, figures}, run)) return {};
    auto named = measured_from(run);
    if (!named || !stands_as_place(run, *named)) return {};
    return *named;
  }
  return {};
}

bool PlaceReader::is_qualifier(NameRun const& run) const {
  auto const before = run.span.begin >= 2 ? names_.ending_at(run.span.begin - 2) : std::nullopt;
  return before && before->sentence == run.sentence && names_.place(*before).qualifier == run.span;
}

bool PlaceReader::is_town(NameRun const& run, Candidate const& area) const {
  if (area.type == EntityType::country) return false;
  auto const towns = names_.place(run);
  return !towns.readings.empty() && towns.readings.front().place.population >= certain_population;
}

bool PlaceReader::linked(Span between, NameRun const& run) const {
  Span rest = between;
  if (NamedPlace const named = names_.place(run); named.qualified()) rest.begin = named.qualifier.end;
  std::string_view text = folded_.substr(rest.begin, rest.size());
  if (text.find_first_of(";:\"") != std::string_view::npos || text.find("\xE2\x80\x9C") != std::string_view::npos)
    return false;
  bool const apposition = text.find(',') != std::string_view::npos || text.find('(') != std::string_view::npos;
  for (std::uint32_t at = rest.begin; at < rest.end;) {
    if (!is_word_byte(folded_[at])) {
      ++at;
      continue;
    }
    char const* const word = folded_.data() + at;
    char const* const end = folded_.data() + rest.end;
    if (lexicon_.words("place-unlink").longest(word, end)) return false;
    if (auto const link = lexicon_.words("place-link").longest(word, end)) {
      at = static_cast<std::uint32_t>(link.end - folded_.data());
      continue;
    }
    if (!apposition) return false;
    while (at < rest.end && is_word_byte(folded_[at])) ++at;
  }
  return true;
}

bool PlaceReader::stands_as_place(NameRun const& run, NamedPlace const& named) const {
  if (named.qualified()) return true;
  if (contains(lexicon_.words("place-locative"), names_.word_before(run.span.begin))) return true;
  std::string_view const rest = folded_.substr(run.span.end);
  return rest.starts_with(",") || rest.starts_with(" (") || rest.starts_with(" is ") || rest.starts_with(" lies ") ||
         rest.starts_with(" sits ") || rest.starts_with(" was ") ||
         contains(lexicon_.words("place-link"), names_.word_after(run.span.end)) ||
         names_.word_after(run.span.end).empty();
}

std::optional<NamedPlace> PlaceReader::subject_after(std::uint32_t at, std::uint32_t sentence,
                                                     std::uint32_t figures) const {
  auto const runs = names_.runs_before(figures, sentence);
  // With a name before the figures the sentence may mean that; one far back is the business of another clause.
  for (NameRun const& run : runs.last(std::min<std::size_t>(runs.size(), 8)))
    if (names_.area(run.span).id.empty() && run.span.begin != article_.document.sentences[sentence].begin) return {};
  std::optional<std::uint32_t> start = behind(at, "at");
  if (!start) start = behind(at, "in");
  if (!start) return {};
  auto const run = run_at(skip_spaces(*start), sentence);
  if (!run || !names_.area(run->span).id.empty() || names_.is_entity(run->span)) return {};
  auto named = measured_from(*run);
  if (!named || named->readings.empty()) return {};
  return *named;
}
bool PlaceReader::are_certain(NamedPlace const& subject, NamedPlace const& anchor, PlacePair const& best) {
  return (subject.qualified() || best.subject.population >= certain_population) &&
         (anchor.qualified() || best.anchor.capital || best.anchor.population >= certain_population);
}

std::string PlaceReader::unknown_words(NamedPlace const& place) const {
  std::string out = "no source knows a place named ";
  out += article_.document.text(place.span);
  if (place.qualified()) (out += " in ") += article_.document.text(place.qualifier);
  return out;
}

} // namespace claimcheck::resolve
