#include "resolve/places.hpp"

#include <algorithm>
#include <optional>

#include "lexicon/phrase_table.hpp"

namespace claimcheck::resolve {

using reference::Candidate;
using reference::EntityType;
using reference::Property;

namespace {

constexpr std::uint32_t longest_apposition = 140;    ///< bytes between a place and the distance said of it
constexpr std::uint32_t certain_population = 50'000; ///< a gazetteer lacks no place of this size

class Finder {
 public:
  explicit Finder(Article const& article)
      : article_(article), lexicon_(*article.lexicon), names_(article), folded_(article.document.folded) {}

  std::vector<PlaceStatement> find() {
    std::vector<PlaceStatement> found;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      std::optional<PlaceStatement> statement;
      if (claim.kind == Kind::distance && claim.sentence != no_id)
        statement = at_distance(id);
      else if (claim.kind == Kind::direction && claim.sentence != no_id && !used(found, id))
        statement = at_direction(id);
      if (statement) found.push_back(std::move(*statement));
    }
    return found;
  }

 private:
  static bool used(std::vector<PlaceStatement> const& found, ClaimId direction) {
    return std::any_of(found.begin(), found.end(),
                       [&](PlaceStatement const& each) { return each.direction == direction; });
  }

  std::uint32_t skip_spaces(std::uint32_t at) const {
    while (at < folded_.size() && folded_[at] == ' ') ++at;
    return at;
  }
  /// Behind the words at `at`, or nothing when they do not stand there.
  std::optional<std::uint32_t> behind(std::uint32_t at, std::string_view words) const {
    at = skip_spaces(at);
    if (!folded_.substr(at).starts_with(words)) return {};
    auto const end = at + static_cast<std::uint32_t>(words.size());
    return word_ends(folded_.data() + end, folded_.data() + folded_.size()) ? std::optional(end) : std::nullopt;
  }

  std::optional<PlaceStatement> at_distance(ClaimId id) {
    Claim const& distance = article_.claims[id];
    PlaceStatement statement;
    statement.distance = id;
    std::uint32_t at = distance.span.end;
    ClaimId next = id + 1;
    if (skip_spaces(at) < folded_.size() && folded_[skip_spaces(at)] == '(') { // "70 miles (113 kilometers) south"
      std::size_t const close = folded_.find(')', at);
      if (close == std::string_view::npos || close - at > 40) return {};
      at = static_cast<std::uint32_t>(close) + 1;
    }
    while (next < article_.claims.size() && article_.claims[next].span.begin < at) ++next;
    for (std::string_view const words : {"to the", "due", "straight", "directly"})
      if (auto const end = behind(at, words)) at = *end;
    if (next < article_.claims.size() && article_.claims[next].kind == Kind::direction &&
        article_.claims[next].span.begin == skip_spaces(at)) {
      statement.direction = next;
      at = article_.claims[next].span.end;
    }
    return complete(std::move(statement), distance.span, at);
  }

  std::optional<PlaceStatement> at_direction(ClaimId id) {
    PlaceStatement statement;
    statement.direction = id;
    return complete(std::move(statement), article_.claims[id].span, article_.claims[id].span.end);
  }

  /// Finds the two places around the figures, which end at `at`.
  std::optional<PlaceStatement> complete(PlaceStatement statement, Span first, std::uint32_t at) {
    std::uint32_t const sentence =
        article_.claims[statement.distance != no_id ? statement.distance : statement.direction].sentence;
    bool const compass = statement.direction != no_id;
    std::optional<std::uint32_t> start;
    start = behind(at, compass ? "of" : "away from");
    for (std::string_view const words : {"from", "outside of", "outside"})
      if (!start) start = behind(at, words);
    if (!start) return {};
    auto const anchor = anchor_at(*start, sentence);
    if (!anchor) return {};
    auto subject = subject_before(first.begin, sentence);
    if (!subject || subject->readings.empty())
      if (auto after = subject_after(anchor->span.end, sentence, first.begin)) subject = std::move(after);
    statement.anchor = anchor->span;
    if (subject) statement.subject = subject->span;
    auto const unresolved = [&](std::string reason, Span name = {}) {
      statement.unresolved = std::move(reason);
      statement.unknown_name = article_.document.text(name);
      return std::optional(std::move(statement));
    };
    auto const unknown = [&](NamedPlace const& place) {
      return unresolved(
          "no source knows a place named " + std::string(article_.document.text(place.span)) +
              (place.qualified() ? " in " + std::string(article_.document.text(place.qualifier)) : std::string{}),
          place.span);
    };
    if (anchor->readings.empty() && !anchor->capital_of_subject)
      return anchor->is_name ? unknown(*anchor) : unresolved("which capital is meant is not certain");
    if (!subject) return unresolved("which place it is said of is not certain");
    if (subject->readings.empty()) return unknown(*subject);
    NamedPlace from = *anchor;
    if (anchor->capital_of_subject) from.readings = capitals_of(subject->readings);
    statement.readings = read_together(*subject, from, *article_.reference);
    if (statement.readings.empty()) return unresolved("which places are meant is not certain");
    PlacePair const& best = statement.readings.front();
    statement.sure = (subject->qualified() || best.subject.population >= certain_population) &&
                     (from.qualified() || best.anchor.capital || best.anchor.population >= certain_population);
    statement.by_road = names_road(sentence, first, from.span);
    return statement;
  }

  struct Anchor : NamedPlace {
    bool is_name = true;
    bool capital_of_subject = false; ///< "the capital", of the country in which the subject lies
  };

  std::optional<Anchor> anchor_at(std::uint32_t at, std::uint32_t sentence) {
    std::uint32_t const begin = skip_spaces(at);
    for (std::string_view const words : {"downtown", "central", "present-day", "the city of", "the town of",
                                         "the port of", "the port city of", "the village of"})
      if (auto const end = behind(at, words)) at = *end;
    std::optional<std::uint32_t> capital;
    std::string country;
    if (auto const the = behind(at, "the")) {
      capital = behind(*the, "capital");
      for (NameRun const& run : names_.runs_of(sentence)) { // "the Iraqi capital"
        if (capital || run.span.begin != skip_spaces(*the)) continue;
        Candidate const area = names_.area(run.span);
        if (area.type == EntityType::country) capital = behind(run.span.end, "capital");
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

  bool is_country(NameRun const& run) const { return names_.area(run.span).type == EntityType::country; }

  std::optional<NameRun> run_at(std::uint32_t at, std::uint32_t sentence) const {
    for (NameRun const& run : names_.runs_of(sentence))
      if (run.span.begin == at) return run;
    return {};
  }

  /// The town that the run names; nothing when it is only part of a longer name ("Mexico border", "Ankara's airport").
  std::optional<Anchor> measured_from(NameRun const& run) const {
    auto const& part = lexicon_.words("place-part");
    std::string_view const rest = folded_.substr(run.span.end);
    if (rest.starts_with("'") || rest.starts_with("\xE2\x80\x99")) return {};
    if (contains(part, names_.word_after(run.span.end)) && rest.starts_with(" ")) return {};
    Anchor anchor;
    static_cast<NamedPlace&>(anchor) = names_.place(run);
    return anchor;
  }

  std::vector<PlaceReading> capital_readings(std::string const& country) const {
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
  std::vector<PlaceReading> capitals_of(std::vector<PlaceReading> const& places) const {
    return places.empty() ? std::vector<PlaceReading>{} : capital_readings(places.front().place.country);
  }

  /// The nearest name before the figures that can be a town, when the words between say that the distance is its own.
  std::optional<NamedPlace> subject_before(std::uint32_t figures, std::uint32_t sentence) const {
    auto runs = names_.runs_of(sentence);
    for (auto it = runs.rbegin(); it != runs.rend(); ++it) {
      NameRun const& run = *it;
      if (run.span.end > figures) continue;
      if (figures - run.span.end > longest_apposition) return {};
      std::string_view const name = folded_.substr(run.span.begin, run.span.size());
      std::string_view const last = name.substr(name.rfind(' ') + 1);
      if (contains(lexicon_.words("place-feature"), last) || contains(lexicon_.words("place-day"), last)) continue;
      if (is_qualifier(run, runs)) continue;
      if (Candidate const area = names_.area(run.span); !area.id.empty() && !is_town(run, area)) continue;
      if (contains(lexicon_.words("place-beside"), names_.word_before(run.span.begin)) &&
          std::next(it) != runs.rend() && names_.area(std::next(it)->span).id.empty() &&
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

  /// "Kan." of "Chapman, Kan.".
  bool is_qualifier(NameRun const& run, std::vector<NameRun> const& runs) const {
    return std::any_of(runs.begin(), runs.end(), [&](NameRun const& other) {
      return other.span.end + 2 == run.span.begin && names_.place(other).qualifier == run.span;
    });
  }

  /// "Luxembourg", "Mexico" and "Georgia" are areas, unless the text goes on as after a town.
  bool is_town(NameRun const& run, Candidate const& area) const {
    if (area.type == EntityType::country) return false;
    auto const towns = names_.place(run);
    return !towns.readings.empty() && towns.readings.front().place.population >= certain_population;
  }

  /// The words between a place and the figures let the distance be said of the place.
  bool linked(Span between, NameRun const& run) const {
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

  /// Something says that the name is a place: a preposition before it, or the description that follows.
  bool stands_as_place(NameRun const& run, NamedPlace const& named) const {
    if (named.qualified()) return true;
    if (contains(lexicon_.words("place-locative"), names_.word_before(run.span.begin))) return true;
    std::string_view const rest = folded_.substr(run.span.end);
    return rest.starts_with(",") || rest.starts_with(" (") || rest.starts_with(" is ") || rest.starts_with(" lies ") ||
           rest.starts_with(" sits ") || rest.starts_with(" was ") ||
           contains(lexicon_.words("place-link"), names_.word_after(run.span.end)) ||
           names_.word_after(run.span.end).empty();
  }

  /// "225 km east of Lima at Chacapalca".
  std::optional<NamedPlace> subject_after(std::uint32_t at, std::uint32_t sentence, std::uint32_t figures) const {
    for (NameRun const& run : names_.runs_of(sentence)) // with a name before the figures the sentence may mean that
      if (run.span.end <= figures && names_.area(run.span).id.empty() &&
          run.span.begin != article_.document.sentences[sentence].begin)
        return {};
    std::optional<std::uint32_t> start = behind(at, "at");
    if (!start) start = behind(at, "in");
    if (!start) return {};
    auto const run = run_at(skip_spaces(*start), sentence);
    if (!run || !names_.area(run->span).id.empty() || names_.is_entity(run->span)) return {};
    auto named = measured_from(*run);
    if (!named || named->readings.empty()) return {};
    return *named;
  }

  bool names_road(std::uint32_t sentence, Span figures, Span anchor) const {
    Span const all = article_.document.sentences[sentence];
    std::uint32_t const begin = figures.begin > all.begin + 30 ? figures.begin - 30 : all.begin;
    std::uint32_t const end = std::min(all.end, std::max(figures.end, anchor.end) + 30);
    auto const& road = lexicon_.words("by-road");
    for (std::uint32_t at = begin; at < end; ++at)
      if ((at == begin || !is_word_byte(folded_[at - 1])) && is_word_byte(folded_[at]) &&
          road.longest(folded_.data() + at, folded_.data() + end))
        return true;
    return false;
  }

  Article const& article_;
  Lexicon const& lexicon_;
  PlaceNames names_;
  std::string_view folded_;
};

} // namespace

std::vector<PlaceStatement> place_statements(Article const& article) {
  if (article.reference == nullptr || article.lexicon == nullptr) return {};
  bool const any = std::any_of(article.claims.begin(), article.claims.end(), [](Claim const& claim) {
    return claim.kind == Kind::distance || claim.kind == Kind::direction;
  });
  return any ? Finder(article).find() : std::vector<PlaceStatement>{};
}

} // namespace claimcheck::resolve
