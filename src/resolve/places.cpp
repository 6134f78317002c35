#include "resolve/places.hpp"

#include <algorithm>
#include <optional>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_reader.hpp"

namespace claimcheck::resolve {

namespace {

class Finder : PlaceReader {
 public:
  explicit Finder(Article const& article) : PlaceReader(article) {}

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
    auto const unknown = [&](NamedPlace const& place) { return unresolved(unknown_words(place), place.span); };
    if (anchor->readings.empty() && !anchor->capital_of_subject)
      return anchor->is_name ? unknown(*anchor) : unresolved("which capital is meant is not certain");
    if (!subject) return unresolved("which place it is said of is not certain");
    if (subject->readings.empty()) return unknown(*subject);
    NamedPlace from = *anchor;
    if (anchor->capital_of_subject) from.readings = capitals_of(subject->readings);
    statement.readings = read_together(*subject, from, *article_.reference);
    if (statement.readings.empty()) return unresolved("which places are meant is not certain");
    statement.sure = are_certain(*subject, from, statement.readings.front());
    statement.by_road = names_road(sentence, first, from.span);
    return statement;
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
