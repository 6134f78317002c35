// Relations between towns and the countries and regions that hold them: capitals, parts by the compass, containment,
// borders.
#include <algorithm>
#include <cmath>
#include <optional>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_names.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;
using resolve::NamedPlace;
using resolve::NameRun;
using resolve::PlaceNames;

namespace {

constexpr std::uint32_t well_known = 100'000; ///< a town of this size is not missed, and its namesakes are smaller
constexpr double same_weight = 0.6;           ///< readings so near to the best are as good

/// What all relations of this file work with; nothing without a reference.
struct Reading {
  Article const& article;
  PlaceNames names;
  std::string_view folded;

  explicit Reading(Article const& from) : article(from), names(from), folded(from.document.folded) {}

  std::string_view text(Span span) const { return article.document.text(span); }
  WordClass const& words(std::string_view name) const { return article.lexicon->words(name); }
  std::string_view at(std::uint32_t offset) const {
    return folded.substr(std::min<std::size_t>(offset, folded.size()));
  }
  /// The run that begins or ends at the offset.
  std::optional<NameRun> beginning_at(std::uint32_t offset) const { return names.beginning_at(offset); }
  std::optional<NameRun> ending_at(std::uint32_t offset) const { return names.ending_at(offset); }
  Candidate country(Span name) const {
    Candidate const area = names.area(name);
    return area.type == EntityType::country ? area : Candidate{};
  }
  /// "the" before a name of a country is no part of it.
  Candidate country_at(std::uint32_t offset, Span& name) const {
    if (at(offset).starts_with("the ")) offset += 4;
    auto const run = beginning_at(offset);
    if (!run) return {};
    name = run->span;
    return country(run->span);
  }
};

SourceCitation citation(Fact const& fact, std::string detail) {
  SourceCitation out;
  if (fact.source != nullptr)
    out = {fact.source->title,
           fact.source->licence,
           fact.source->as_of,
           fact.url.empty() ? fact.source->url : fact.url,
           "",
           ""};
  if (!fact.as_of.empty()) out.as_of = fact.as_of;
  out.detail = std::move(detail);
  return out;
}

bool same_name(reference::Reference const& reference, std::string_view a, Candidate const& b) {
  for (Candidate const& candidate : reference.resolve({a, {EntityType::place}}, 8))
    if (candidate.id == b.id) return true;
  return a == b.name;
}

// --- capitals
// --------------------------------------------------------------------------------------------------------------------

/// A statement that a town is the capital of a country; `stated` when the text names the country.
struct CapitalStatement {
  NameRun town;
  std::string country;
  bool stated = false;
};

std::optional<CapitalStatement> capital_statement(Reading const& in, std::uint32_t word) {
  auto const behind = word + 7; // "capital"
  if (in.folded.size() > behind && is_word_byte(in.folded[behind])) return {};
  if (contains(in.words("other-capital"), in.names.word_before(word))) return {};
  CapitalStatement statement;
  std::uint32_t start = word; // where the whole phrase begins
  Span name;
  if (word >= 4 && in.at(word - 4).starts_with("the ")) {
    start = word - 4;
  } else if (word >= 1) { // "the Turkish capital", "Turkey's capital"
    std::uint32_t end = word - 1;
    for (std::string_view const genitive : {"'s", "\xE2\x80\x99s"})
      if (end >= genitive.size() && in.folded.substr(end - genitive.size(), genitive.size()) == genitive)
        end -= static_cast<std::uint32_t>(genitive.size());
    if (auto const run = in.ending_at(end)) {
      statement.country = in.country(run->span).country;
      start = run->span.begin;
      if (start >= 4 && in.at(start - 4).starts_with("the ")) start -= 4;
    }
    if (statement.country.empty() && !in.at(behind).starts_with(" of ")) return {};
  }
  std::uint32_t next = behind;
  if (in.at(next).starts_with(" city")) next += 5;
  if (statement.country.empty() && in.at(next).starts_with(" of ")) {
    statement.country = in.country_at(next + 4, name).country;
    if (statement.country.empty()) return {};
    next = name.end;
  }
  statement.stated = !statement.country.empty();
  std::optional<NameRun> town;
  if (start >= 2 && in.folded.substr(start - 2, 2) == ", ")
    town = in.ending_at(start - 2); // "Ankara, the capital of Turkey"
  if (town && !in.country(town->span).id.empty()) town.reset();
  if (!town && in.at(next).starts_with(", ")) town = in.beginning_at(next + 2);
  if (!town && in.at(next).starts_with(" ") && next == behind) town = in.beginning_at(next + 1);
  if (!town) return {};
  statement.town = *town;
  return statement;
}

std::vector<Binding> find_capitals(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr || article.document.folded.find("capital") == std::string::npos) return found;
  Reading const in(article);
  for (std::size_t at = in.folded.find("capital"); at != std::string_view::npos;
       at = in.folded.find("capital", at + 7)) {
    if (at > 0 && is_word_byte(in.folded[at - 1])) continue;
    auto statement = capital_statement(in, static_cast<std::uint32_t>(at));
    if (!statement) continue;
    NamedPlace const town = in.names.place(statement->town);
    if (town.readings.empty() || town.qualified()) continue;
    Candidate const& best = town.readings.front().place;
    if (!statement->stated) { // "the capital Istanbul": of its own country, where the article speaks of that and not of
                              // a province
      if (best.population < well_known || in.names.mentions(best.country) == 0) continue;
      bool const own_region = !best.region.empty() && in.names.mentions(best.region) > 0;
      auto const region = article.reference->resolve({best.name, {EntityType::region}}, 8);
      bool const named_alike =
          std::any_of(region.begin(), region.end(), [&](Candidate const& each) { return each.region == best.region; });
      if (!named_alike && (own_region || best.seat)) continue;
      statement->country = best.country;
    }
    auto capitals = article.reference->lookup("iso:" + statement->country, Property::capital, article.date.day);
    if (!article.date.day)
      std::erase_if(capitals, [](Fact const& fact) { return fact.to.has_value(); }); // those of today
    if (capitals.empty()) continue;
    bool right = false;
    std::string names;
    for (Fact const& fact : capitals) {
      names += (names.empty() ? "" : " or ") + fact.text;
      for (auto const& reading : town.readings) {
        if (reading.place.country != statement->country) continue;
        right = right || reading.place.id == fact.object || same_name(*article.reference, fact.text, reading.place);
      }
      right = right || in.text(town.span) == fact.text;
    }
    auto const country = article.reference->resolve({in.text(town.span), {EntityType::country}}, 1);
    right = right || !country.empty(); // "Mexico", "Luxembourg", "Singapore": the country's own name
    bool const known = std::any_of(town.readings.begin(), town.readings.end(),
                                   [](auto const& reading) { return reading.place.population >= well_known; });
    if (!right && !known) continue; // a small place may be a capital that is spelled in another way
    Texts texts;
    std::string country_name = statement->country;
    for (NameRun const& run : in.names.runs())
      if (auto const area = in.country(run.span); area.country == statement->country) country_name = area.name;
    Binding binding;
    binding.slots = {Slot::of_text(town.span, in.text(town.span)), Slot::of_value(texts.value(country_name)),
                     Slot::of_value(texts.value(names)), Slot::of_value(Value::of(right))};
    binding.citations = {citation(capitals.front(), "capital of " + country_name + ": " + names)};
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

// --- parts of a country
// ----------------------------------------------------------------------------------------------------------

/// How far the point lies towards the named side of the extent: 0 at the other end, 1 at this one. Of "southeastern"
/// the lesser of two.
double towards(Reading const& in, std::string_view word, reference::Extent const& extent, reference::GeoPoint point) {
  double longitude = point.longitude;
  if (longitude > extent.east) longitude -= 360; // west of the date line
  double const north = (point.latitude - extent.south) / std::max(1e-6, extent.north - extent.south);
  double const east = (longitude - extent.west) / std::max(1e-6, extent.east - extent.west);
  double position = 1;
  if (contains(in.words("northern"), word)) position = std::min(position, north);
  if (contains(in.words("southern"), word)) position = std::min(position, 1 - north);
  if (contains(in.words("eastern"), word)) position = std::min(position, east);
  if (contains(in.words("western"), word)) position = std::min(position, 1 - east);
  return std::clamp(position, 0.0, 1.0);
}

bool is_part_word(Reading const& in, std::string_view word) {
  return contains(in.words("northern"), word) || contains(in.words("southern"), word) ||
         contains(in.words("eastern"), word) || contains(in.words("western"), word);
}

/// The town that a phrase "in southern Turkey" is said of: "Antalya, a coastal city in southern Turkey", "Antalya in
/// southern Turkey".
std::optional<NameRun> town_before(Reading const& in, std::uint32_t phrase, std::uint32_t sentence) {
  auto const before = in.names.runs_before(phrase - 1, sentence);
  std::optional<NameRun> nearest;
  if (!before.empty()) nearest = before.back();
  if (!nearest || phrase - nearest->span.end > 60) return {};
  std::string_view const between = in.folded.substr(nearest->span.end, phrase - nearest->span.end);
  if (between == " in " || between == ", in " || between == ", ") return nearest;
  if (!between.starts_with(", a ") && !between.starts_with(", an ") && !between.starts_with(", the ")) return {};
  if (!between.ends_with(" in ") || between.find_first_of(",;:\"(", 2) != std::string_view::npos) return {};
  for (std::size_t i = 0; i < between.size(); ++i)
    if ((i == 0 || !is_word_byte(between[i - 1])) && is_word_byte(between[i]) &&
        in.words("place-unlink").longest(between.data() + i, between.data() + between.size()))
      return {};
  return nearest;
}

std::vector<Binding> find_parts(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  Reading const in(article);
  for (NameRun const& run : in.names.runs()) {
    if (run.span.begin < 2) continue;
    std::string_view const word = in.names.word_before(run.span.begin);
    if (word.empty() || !is_part_word(in, word)) continue;
    auto const begin = static_cast<std::uint32_t>(word.data() - in.folded.data());
    if (run.span.begin - begin != word.size() + 1 || article.document.plain[begin] != in.folded[begin])
      continue; // "Northern Ireland" is a name
    Span name = run.span;
    std::optional<NameRun> town;
    Candidate area = in.names.area(name);
    if (area.id.empty()) continue;
    if (area.match == reference::NameMatch::demonym) { // "the southern Turkish city of Antalya"
      for (std::string_view const noun :
           {" city of ", " town of ", " village of ", " port of ", " port city of ", " resort of ", " city ", " town "})
        if (!town && in.at(name.end).starts_with(noun))
          town = in.beginning_at(name.end + static_cast<std::uint32_t>(noun.size()));
    } else {
      town = town_before(in, begin, run.sentence);
    }
    auto const extent = article.reference->extent(area.id);
    if (!town || !extent || extent->north - extent->south < 1 || in.names.is_entity(town->span))
      continue; // too small to have parts
    NamedPlace const named = in.names.place(*town);
    double best = -1, score = 0;
    Candidate place;
    for (auto const& reading : named.readings) {
      bool const inside = area.type == EntityType::country ? reading.place.country == area.country
                                                           : reading.place.region == area.region;
      if (!inside) continue;
      if (best < 0) score = reading.score;
      if (reading.score < score - same_weight) break;
      double const position = towards(in, word, *extent, *reading.place.point);
      if (position > best) {
        best = position;
        place = reading.place;
      }
    }
    if (best < 0 || place.population < 10'000) continue;
    Texts texts;
    Span const phrase{begin, name.end};
    Binding binding;
    binding.slots = {Slot::of_text(phrase, in.text(phrase)), Slot::of_text(named.span, in.text(named.span)),
                     Slot::of_value(Value::point(Decimal::from_double(std::round(best * 100) / 100), Measure::plain))};
    SourceCitation cited{"GeoNames",
                         "CC-BY-4.0",
                         "2023-03-05",
                         "",
                         "",
                         place.name + " at " + Decimal::from_double(place.point->latitude).to_string() + ", " +
                             Decimal::from_double(place.point->longitude).to_string()};
    if (place.id.starts_with("gn:")) cited.url = "https://www.geonames.org/" + place.id.substr(3);
    binding.citations = {std::move(cited)};
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

// --- containment
// -----------------------------------------------------------------------------------------------------------------

std::vector<Binding> find_containments(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  Reading const in(article);
  for (NameRun const& run : in.names.runs()) {
    NamedPlace const named = in.names.place(run);
    if (!named.qualified() || !contains(in.words("place-locative"), in.names.word_before(run.span.begin))) continue;
    std::string_view const rest = in.at(named.qualifier.end);
    std::uint32_t joined = 0; // behind ", and", where another name makes it a list
    for (std::string_view const joint : {", and ", ", or "})
      if (rest.starts_with(joint)) joined = named.qualifier.end + static_cast<std::uint32_t>(joint.size());
    bool const listed =
        rest.starts_with(" and") || rest.starts_with(" or") || (joined != 0 && in.beginning_at(joined).has_value());
    auto const after = rest.starts_with(", ") ? in.beginning_at(named.qualifier.end + 2) : std::nullopt;
    if (listed || (after && !in.names.area(after->span).id.empty())) continue; // "in Damascus, Iraq and Iran" is a list
    if (!rest.empty() && !rest.starts_with(",") && !rest.starts_with(".") && !rest.starts_with("\n") &&
        !rest.starts_with(")"))
      continue; // "in Paris, Ireland face"
    bool const inside = !named.readings.empty();
    std::string where;
    if (!inside) { // only towns that nobody overlooks can be said to lie elsewhere
      auto const all = article.reference->resolve({in.text(named.span), {EntityType::place}}, 4);
      if (all.empty() || all.front().population < 2 * well_known || all.front().match != reference::NameMatch::main)
        continue;
      where = "iso:" + all.front().country;
    }
    Candidate const area = in.names.area(named.qualifier);
    Texts texts;
    Binding binding;
    binding.slots = {
        Slot::of_text(named.qualifier, in.text(named.qualifier)), Slot::of_text(named.span, in.text(named.span)),
        Slot::of_value(Value::of(inside)),
        Slot::of_value(texts.value(
            where.empty() ? area.name
                          : article.reference->resolve({in.text(named.span), {EntityType::place}}, 1).front().region))};
    binding.citations = {{"GeoNames", "CC-BY-4.0", "2023-03-05", "https://www.geonames.org/", "",
                          std::string(in.text(named.span)) + (inside ? " lies in " : " is not known in ") + area.name}};
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

// --- borders and coasts
// ----------------------------------------------------------------------------------------------------------

std::vector<Binding> find_borders(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  Reading const in(article);
  auto const add = [&](Span said, Candidate const& country, std::string claim, bool right, Fact const& fact) {
    Texts texts;
    Binding binding;
    binding.slots = {Slot::of_text(said, in.text(said)), Slot::of_value(texts.value(country.name)),
                     Slot::of_value(texts.value(claim)), Slot::of_value(Value::of(right))};
    binding.citations = {citation(fact, country.name + (right ? " " : " not ") + claim)};
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  };
  for (NameRun const& run : in.names.runs()) {
    Candidate const country = in.country(run.span);
    if (country.id.empty() || country.match == reference::NameMatch::demonym) continue;
    auto const coast = article.reference->lookup(country.id, Property::coastline);
    if (in.names.word_before(run.span.begin) == "landlocked" && !coast.empty() && coast.front().value) {
      add(run.span, country, "landlocked", coast.front().value->is_zero(), coast.front());
      continue;
    }
    for (std::string_view const verb :
         {", which borders ", " borders ", " shares a border with ", ", which shares a border with "}) {
      if (!in.at(run.span.end).starts_with(verb)) continue;
      Span name;
      Candidate const other = in.country_at(run.span.end + static_cast<std::uint32_t>(verb.size()), name);
      auto const neighbours = article.reference->lookup(country.id, Property::neighbour);
      if (other.id.empty() || neighbours.empty() || other.id == country.id) continue;
      bool const right =
          std::any_of(neighbours.begin(), neighbours.end(), [&](Fact const& fact) { return fact.object == other.id; });
      add(name, country, "a neighbor of " + other.name, right, neighbours.front());
      break;
    }
  }
  return found;
}

} // namespace

std::vector<Relation> area_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), number = Type::figure(Measure::plain);
  return {
      {"capital",
       "A town that the text calls the capital of a country: \"the capital Ankara\", \"Ankara, the capital of "
       "Turkey\", \"Turkey's capital, Ankara\". Only with --reference.",
       {{"town", "", text, false, "the town"},
        {"country", "", text, false, "the country"},
        {"capital", "", text, false, "its capital on the day of the article, or several"},
        {"right", "", truth, false, "the town is one of them"}},
       find_capitals},
      {"area-part",
       "A town and the part of a country or region in which the text puts it: \"Antalya, a city in southern Turkey\". "
       "Only with --reference.",
       {{"part", "", text, false, "the part: \"southern Turkey\""},
        {"town", "", text, false, "the town"},
        {"towards", "", number, false,
         "how far towards that side the town lies: 0 at the opposite end of the inhabited land, 1 at this end"}},
       find_parts},
      {"containment",
       "A town with the country or state in which the text puts it: \"in Aleppo, Syria\". Only with --reference.",
       {{"area", "", text, false, "the country or state"},
        {"town", "", text, false, "the town"},
        {"inside", "", truth, false, "there is a town of this name in it"},
        {"known_in", "", text, false, "where the largest town of the name lies"}},
       find_containments},
      {"border",
       "\"Landlocked Laos\", \"Portugal borders Spain\". Only with --reference.",
       {{"said", "", text, false, "the country, or its neighbor"},
        {"country", "", text, false, "the country of which it is said"},
        {"statement", "", text, false, "landlocked, or a neighbor of another country"},
        {"right", "", truth, false, "the reference agrees"}},
       find_borders},
  };
}

} // namespace claimcheck::rules
