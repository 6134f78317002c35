#include "resolve/ways.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_reader.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::size_t words_around = 4; ///< between a figure and the word for the way: "four-hour scenic train ride"
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds_of_way{{{"way-by-air", "air"},
                                                                                     {"way-by-rail", "rail"},
                                                                                     {"way-by-sea", "sea"},
                                                                                     {"way-on-foot", "foot"},
                                                                                     {"way-by-road", "road"},
                                                                                     {"way", ""}}};

class Finder : PlaceReader {
 public:
  explicit Finder(Article const& article) : PlaceReader(article) {}

  std::vector<WayStatement> find() {
    std::vector<WayStatement> found;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.kind != Kind::distance && claim.kind != Kind::duration) continue;
      if (claim.sentence == no_id || !claim.figure.exact_known) continue;
      auto statement = way_behind(id);
      if (!statement) statement = way_before(id);
      if (statement) found.push_back(std::move(*statement));
    }
    return found;
  }

 private:
  struct Ends {
    NamedPlace from, to;
  };

  /// The word for a way that begins at the offset, and of which kind it is.
  struct Word {
    Span span;
    std::string_view means;
  };
  std::optional<Word> word_at(std::uint32_t at, std::uint32_t end) const {
    std::optional<Word> longest;
    for (auto const& [list, means] : kinds_of_way)
      if (auto const match = lexicon_.words(list).longest(folded_.data() + at, folded_.data() + end)) {
        Word const word{{at, static_cast<std::uint32_t>(match.end - folded_.data())}, means};
        if (!longest || word.span.end > longest->span.end) longest = word;
      }
    return longest;
  }

  std::uint32_t word_end(std::uint32_t at, std::uint32_t end) const {
    while (at < end && is_word_byte(folded_[at])) ++at;
    return at;
  }

  /// "a four-hour train ride from Ankara to Antalya"; "Antalya, two hours by car from Ankara".
  std::optional<WayStatement> way_behind(ClaimId id) {
    Claim const& claim = article_.claims[id];
    Span const sentence = article_.document.sentences[claim.sentence];
    std::uint32_t at = claim.span.end;
    if (folded_.substr(at).starts_with("'s") || folded_.substr(at).starts_with("' ")) // "an hour's drive"
      at += folded_[at + 1] == 's' ? 2 : 1;
    for (std::size_t n = 0; n < words_around; ++n) {
      if (at >= sentence.end || folded_[at] != ' ') return {};
      std::uint32_t const begin = at + 1;
      at = word_end(begin, sentence.end);
      if (at == begin) return {};
      auto const word = word_at(begin, sentence.end);
      if (!word) continue;
      auto const ends = ends_behind(word->span.end, claim);
      return ends ? complete(id, *word, std::move(ends->first), ends->second) : std::nullopt;
    }
    return {};
  }

  /// Behind "drive": "from A to B", "between A and B", or "from A" where the place it leads to stands before.
  std::optional<std::pair<NamedPlace, std::optional<NamedPlace>>> ends_behind(std::uint32_t at, Claim const& claim) {
    if (auto const two = two_ends(at, claim.sentence)) return std::pair(two->from, std::optional(two->to));
    std::optional<std::uint32_t> start = behind(at, "from");
    if (!start) start = behind(at, "away from");
    if (!start) return {};
    auto const from = anchor_at(*start, claim.sentence);
    if (!from || from->capital_of_subject) return {};
    auto to = subject_before(claim.span.begin, claim.sentence);
    return std::pair(NamedPlace(*from), std::move(to));
  }

  std::optional<Ends> two_ends(std::uint32_t at, std::uint32_t sentence) {
    for (auto const& [first, second] : {std::pair{"from", "to"}, std::pair{"between", "and"}}) {
      auto const start = behind(at, first);
      if (!start) continue;
      auto const from = anchor_at(*start, sentence);
      if (!from || from->capital_of_subject) return {};
      std::uint32_t end = from->qualified() ? from->qualifier.end : from->span.end;
      if (from->qualified() && folded_.substr(end).starts_with(",")) ++end; // "from Paris, France, to Lyon"
      auto const next = behind(end, second);
      if (!next) return {};
      auto const to = anchor_at(*next, sentence);
      if (!to || to->capital_of_subject) return {};
      return Ends{*from, *to};
    }
    return {};
  }

  /// "The drive from Ankara to Antalya takes four hours"; "they flew from Ankara to Antalya in 50 minutes".
  std::optional<WayStatement> way_before(ClaimId id) {
    Claim const& claim = article_.claims[id];
    Span const sentence = article_.document.sentences[claim.sentence];
    auto const runs = names_.runs_before(claim.span.begin, claim.sentence);
    if (runs.size() < 2) return {};
    auto const to = runs.rbegin();
    std::uint32_t const begin = claim.span.begin;
    if (begin - to->span.end > 40 || !only_links({to->span.end, begin})) return {};
    // The word for the way stands before the first place, with "from" or "between" between.
    std::uint32_t const end = std::next(to)->span.begin;
    std::uint32_t at = end > sentence.begin + 60 ? end - 60 : sentence.begin;
    while (at < end) {
      bool const begins = is_word_byte(folded_[at]) && (at == sentence.begin || !is_word_byte(folded_[at - 1]));
      auto const word = begins ? word_at(at, end) : std::nullopt; // the longest: "train ride" is more than a ride
      if (!word) {
        ++at;
        continue;
      }
      auto const ends = two_ends(word->span.end, claim.sentence);
      if (ends && ends->to.span.begin == to->span.begin) return complete(id, *word, ends->from, ends->to);
      at = word->span.end;
    }
    return {};
  }

  bool only_links(Span between) const {
    auto const& links = lexicon_.words("way-takes");
    for (std::uint32_t at = between.begin; at < between.end;) {
      if (folded_[at] == ' ') {
        ++at;
        continue;
      }
      auto const link = links.longest(folded_.data() + at, folded_.data() + between.end);
      if (!link) return false;
      at = static_cast<std::uint32_t>(link.end - folded_.data());
    }
    return true;
  }

  std::optional<WayStatement> complete(ClaimId id, Word const& word, NamedPlace const& from,
                                       std::optional<NamedPlace> const& to) {
    WayStatement statement;
    statement.figure = id;
    statement.word = word.span;
    statement.means = word.means;
    statement.from = from.span;
    if (!to) return {}; // "a four-hour drive from Ankara": to where, the sentence does not say
    statement.to = to->span;
    for (NamedPlace const* place : {&from, &*to})
      if (place->readings.empty() && statement.unresolved.empty()) {
        statement.unresolved = unknown_words(*place);
        statement.unknown_name = article_.document.text(place->span);
      }
    if (!statement.unresolved.empty()) return statement;
    statement.readings = read_together(*to, from, *article_.reference);
    if (statement.readings.empty())
      statement.unresolved = "which places are meant is not certain";
    else
      statement.sure = are_certain(*to, from, statement.readings.front());
    return statement;
  }
};

} // namespace

std::vector<WayStatement> way_statements(Article const& article) {
  if (article.reference == nullptr || article.lexicon == nullptr) return {};
  bool const any = std::any_of(article.claims.begin(), article.claims.end(), [](Claim const& claim) {
    return claim.kind == Kind::distance || claim.kind == Kind::duration;
  });
  return any ? Finder(article).find() : std::vector<WayStatement>{};
}

} // namespace claimcheck::resolve
