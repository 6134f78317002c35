#include "resolve/place_names.hpp"

#include <algorithm>
#include <cmath>

#include "lexicon/phrase_table.hpp"

namespace claimcheck::resolve {

using reference::Candidate;
using reference::EntityType;
using reference::NameMatch;

namespace {

constexpr std::size_t longest_run = 6, most_readings = 24;
/// How much less likely a reading may be than the best and still count as what the writer may have meant (softmax 0.8 :
/// 0.2).
constexpr double plausible_gap = 0.6;

} // namespace

PlaceNames::PlaceNames(Article const& article) : article_(article) {
  find_runs();
  count_areas();
}

void PlaceNames::find_runs() {
  auto const& document = article_.document;
  std::string const& plain = document.plain;
  std::string const& folded = document.folded;
  auto const word_end = [&](std::uint32_t at, std::uint32_t end) {
    while (at < end && !word_ends(folded.data() + at, folded.data() + end)) ++at;
    if (folded[at] == '.' && at + 1 < end && is_word_byte(folded[at + 1]) &&
        (at < 2 || !is_word_byte(folded[at - 2]))) { // "N.Y.", "U.S."
      while (at + 1 < end && folded[at] == '.' && is_word_byte(folded[at + 1]) &&
             (at + 2 >= end || !is_word_byte(folded[at + 2])))
        at += 2;
      return at < end && folded[at] == '.' ? at + 1 : at;
    }
    // A hyphen or apostrophe inside a word, and the period of "St." and "Ft.", belong to it.
    while (at + 1 < end && (folded[at] == '-' || folded[at] == '\'') && is_word_byte(folded[at + 1])) {
      ++at;
      while (at < end && !word_ends(folded.data() + at, folded.data() + end)) ++at;
    }
    return at;
  };
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    Span const sentence = document.sentences[s];
    NameRun run;
    std::size_t words = 0;
    auto const close = [&] {
      if (words > 0) runs_.push_back(run);
      words = 0;
    };
    std::uint32_t pending = 0; // end of the particles after the last capital
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      if (!is_word_byte(folded[at])) {
        if (folded[at] != ' ') close();
        ++at;
        continue;
      }
      std::uint32_t end = word_end(at, sentence.end);
      if (end == at) end = at + 1;
      std::string_view const word = std::string_view(folded).substr(at, end - at);
      // "In Adana", "But Izmir": the first word of a sentence has its capital from there.
      bool const first = at == sentence.begin && (contains(article_.lexicon->words("place-locative"), word) ||
                                                  contains(article_.lexicon->words("place-unlink"), word));
      bool const capital = !first && (plain[at] != folded[at] || (static_cast<unsigned char>(plain[at]) >= 0xC3 &&
                                                                  plain.compare(at, 2, folded, at, 2) != 0));
      if (capital) {
        if (words == 0) run = {{at, end}, s};
        run.span.end = end;
        if (++words >= longest_run) close();
        pending = 0;
        bool const abbreviated =
            end < sentence.end && folded[end] == '.' && (word == "st" || word == "ft" || word == "mt" || word == "ste");
        if (abbreviated) run.span.end = ++end;
      } else if (words > 0 && pending == 0 && contains(article_.lexicon->words("place-particle"), word)) {
        pending = end; // kept only when a capital follows: run.span.end moves with it
      } else {
        close();
        pending = 0;
      }
      at = end;
    }
    close();
  }
}

std::vector<Candidate> PlaceNames::resolve(std::string_view name, std::vector<EntityType> types) const {
  return article_.reference->resolve({name, std::move(types)}, most_readings);
}

bool PlaceNames::is_entity(Span name) const {
  auto const& regions = article_.document.regions;
  auto const opens_the_text = [&](Span mention) { // "ANTALYA, Turkey, March 10 --" names a place, in capitals or not
    auto const region = article_.document.region_at(mention.begin);
    return region < regions.size() && regions[region].kind == text::RegionKind::dateline;
  };
  return std::any_of(article_.entities.begin(), article_.entities.end(), [&](Entity const& entity) {
    bool const being = entity.kind == EntityKind::person || entity.kind == EntityKind::organization;
    if (!being || std::any_of(entity.mentions.begin(), entity.mentions.end(), opens_the_text)) return false;
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](Span mention) { return mention.overlaps(name); });
  });
}

std::vector<Candidate> PlaceNames::areas(Span name) const {
  if (article_.document.folded_text(name).starts_with("the ")) name.begin += 4;
  auto found = resolve(article_.document.text(name), {EntityType::country, EntityType::region});
  std::erase_if(found, [](Candidate const& candidate) { return candidate.match == NameMatch::alternate; });
  // Countries first, then the divisions that English texts name without their country.
  auto const rank = [](Candidate const& candidate) {
    bool const known = candidate.country == "US" || candidate.country == "CA" || candidate.country == "GB" ||
                       candidate.country == "AU";
    return candidate.type == EntityType::country ? 0 : known ? 1 : 2;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](Candidate const& a, Candidate const& b) { return rank(a) < rank(b); });
  return found;
}

Candidate PlaceNames::area(Span name) const {
  auto found = areas(name);
  return found.empty() ? Candidate{} : std::move(found.front());
}

void PlaceNames::count_areas() {
  std::map<std::string, int> countries;
  std::string dateline;
  for (NameRun const& run : runs_) {
    Candidate const found = area(run.span);
    if (found.id.empty()) continue;
    if (found.type == EntityType::country || found.country == "US" || found.country == "CA" || found.country == "GB" ||
        found.country == "AU") {
      ++mentions_[found.country];
      if (found.type == EntityType::country) ++countries[found.country];
    }
    if (found.type == EntityType::region) ++mentions_[found.region];
    auto const region = article_.document.region_at(run.span.begin);
    bool const of_dateline = region < article_.document.regions.size() &&
                             article_.document.regions[region].kind == text::RegionKind::dateline;
    if (of_dateline && dateline.empty()) dateline = found.country;
  }
  if (!dateline.empty()) {
    country_ = dateline;
    return;
  }
  auto const most = std::max_element(countries.begin(), countries.end(),
                                     [](auto const& a, auto const& b) { return a.second < b.second; });
  if (most == countries.end()) return;
  auto const as_often =
      std::count_if(countries.begin(), countries.end(), [&](auto const& each) { return each.second == most->second; });
  if (as_often == 1) country_ = most->first;
}

int PlaceNames::mentions(std::string const& code) const {
  auto const found = mentions_.find(code);
  return found == mentions_.end() ? 0 : found->second;
}

std::span<NameRun const> PlaceNames::runs_before(std::uint32_t offset, std::uint32_t sentence) const {
  auto const first =
      std::partition_point(runs_.begin(), runs_.end(), [&](NameRun const& run) { return run.sentence < sentence; });
  auto const last =
      std::partition_point(first, runs_.end(), [&](NameRun const& run) { return run.span.end <= offset; });
  return {first, last};
}

std::optional<NameRun> PlaceNames::beginning_at(std::uint32_t offset) const {
  auto const at =
      std::partition_point(runs_.begin(), runs_.end(), [&](NameRun const& run) { return run.span.begin < offset; });
  return at != runs_.end() && at->span.begin == offset ? std::optional(*at) : std::nullopt;
}

std::optional<NameRun> PlaceNames::ending_at(std::uint32_t offset) const {
  auto const at =
      std::partition_point(runs_.begin(), runs_.end(), [&](NameRun const& run) { return run.span.end < offset; });
  return at != runs_.end() && at->span.end == offset ? std::optional(*at) : std::nullopt;
}

std::string_view PlaceNames::word_before(std::uint32_t offset) const {
  std::string_view const folded = article_.document.folded;
  while (offset > 0 && folded[offset - 1] == ' ') --offset;
  std::uint32_t begin = offset;
  while (begin > 0 && is_word_byte(folded[begin - 1])) --begin;
  return folded.substr(begin, offset - begin);
}

std::string_view PlaceNames::word_after(std::uint32_t offset) const {
  std::string_view const folded = article_.document.folded;
  while (offset < folded.size() && folded[offset] == ' ') ++offset;
  std::uint32_t end = offset;
  while (end < folded.size() && is_word_byte(folded[end]) && folded[end] != '\n') ++end;
  return folded.substr(offset, end - offset);
}

NamedPlace PlaceNames::place(NameRun const& run) const {
  auto const& document = article_.document;
  NamedPlace named;
  named.span = run.span;
  // "The" of a sentence's beginning and a weekday behind the name ("in Kabul Thursday") are no part of it; that of The
  // Hague is.
  if (document.folded_text(run.span).starts_with("the ") &&
      resolve(document.text(run.span), {EntityType::place}).empty())
    named.span.begin += 4;
  if (std::size_t const space = document.folded_text(named.span).rfind(' ');
      space != std::string_view::npos &&
      contains(article_.lexicon->words("place-day"), document.folded_text(named.span).substr(space + 1)))
    named.span.end = named.span.begin + static_cast<std::uint32_t>(space);

  std::string_view const folded = document.folded;
  std::vector<Candidate> within;
  if (folded.substr(named.span.end, 2) == ", ") { // "Paris, Texas", "Ada, Okla."
    auto const next = beginning_at(named.span.end + 2);
    bool const fits = next && next->sentence == run.sentence &&
                      !contains(article_.lexicon->words("no-qualifier"), document.folded_text(next->span));
    if (fits) {
      within = areas(next->span);
      std::erase_if(within, [](Candidate const& found) { return found.match == NameMatch::demonym; });
      if (!within.empty()) named.qualifier = next->span;
    }
  }
  for (Candidate& candidate : resolve(document.text(named.span), {EntityType::place})) {
    if (!candidate.point) continue;
    bool const inside = std::any_of(within.begin(), within.end(), [&](Candidate const& found) {
      return found.type == EntityType::region ? candidate.region == found.region : candidate.country == found.country;
    });
    if (named.qualified() && !inside) continue;
    double score = std::log10(candidate.population + 10.0) + 0.7 * candidate.capital + 0.3 * candidate.seat;
    if (candidate.match != NameMatch::main) score -= 1.5;
    if (mentions(candidate.country) > 0) score += candidate.country == country_ ? 1.5 : 1.0;
    if (mentions(candidate.region) > 0) score += 1.5;
    named.readings.push_back({std::move(candidate), score});
  }
  std::stable_sort(named.readings.begin(), named.readings.end(),
                   [](PlaceReading const& a, PlaceReading const& b) { return a.score > b.score; });
  return named;
}

std::vector<PlacePair> read_together(NamedPlace const& subject, NamedPlace const& anchor,
                                     reference::Reference const& reference) {
  std::vector<PlacePair> pairs;
  for (PlaceReading const& s : subject.readings)
    for (PlaceReading const& a : anchor.readings) {
      if (s.place.id == a.place.id) continue;
      double const km = reference.measure(*a.place.point, *s.place.point).metres / 1000;
      double const near = -0.8 * std::log10(1 + km / 50);
      pairs.push_back({s.place, a.place, s.score + a.score + (s.place.country == a.place.country ? 1.0 : 0.0) + near});
    }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](PlacePair const& a, PlacePair const& b) { return a.score > b.score; });
  auto const end = std::find_if(pairs.begin(), pairs.end(), [&](PlacePair const& pair) {
    return pair.score < pairs.front().score - plausible_gap;
  });
  pairs.erase(end, pairs.end());
  if (pairs.size() > 12) pairs.resize(12);
  return pairs;
}

} // namespace claimcheck::resolve
