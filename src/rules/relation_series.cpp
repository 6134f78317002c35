// Things that come one after the other: the games of a series, rounds of talks.
#include <array>
#include <optional>

#include "base/hash.hpp"
#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// Longer sentences are texts without full stops.
constexpr std::uint32_t longest_sentence = 1500;
/// "Two rounds failed. ... The fourth round": so many sentences apart at most.
constexpr std::uint32_t sentences_apart = 2;

Slot number(std::int64_t value) { return Slot::of_value(Value::number(Decimal{value})); }

class Series {
 public:
  explicit Series(Article const& article) : article_(article), words_(article), text_(article.document.folded) {}

  /// "beat the Comets 4-2 in the best-of-seven series, ... in Game 5": the one score in games and the one game.
  std::vector<Binding> ended() const {
    std::vector<Binding> out;
    for (std::size_t at = text_.find("game "); at != std::string_view::npos; at = text_.find("game ", at + 5)) {
      auto const game = static_cast<std::uint32_t>(at);
      Span const sentence = words_.sentence(game);
      if (sentence.size() > longest_sentence || words_(words_.previous(game, sentence.begin)) != "in") continue;
      // "won 4-2 in Game 3 of the series" is that game's score
      if (words_.last({sentence.begin, game}, "series-word").empty() || words_.last(sentence, "series-won").empty() ||
          !words_.last(sentence, "series-open").empty())
        continue;
      auto const last = number_at(words_.next(game + 5, sentence.end));
      auto const score = games_in(sentence);
      if (!last || !score) continue;
      Span const all{game, words_.next(game + 5, sentence.end).end};
      out.push_back({{Slot::of_text(score->span, article_.document.text(score->span)),
                      Slot::of_text(all, article_.document.text(all)), number(score->games), number(*last)}});
    }
    return out;
  }

  /// "two previous rounds ... the fourth round".
  std::vector<Binding> prior() const {
    std::vector<Binding> out;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.kind != Kind::count || !claim.figure.exact_known || claim.hedge != Hedge::none ||
          !words_.is(claim.subject.head, "turn-noun") || claim.figure.value > Decimal{11} || !all_so_far(claim))
        continue;
      if (auto const next = next_turn(id)) {
        Claim const& turn = article_.claims[*next];
        out.push_back({{Slot::of_claim(id, claim.span), Slot::of_claim(*next, turn.span)}});
      }
    }
    return out;
  }

 private:
  struct Score {
    Span span;
    std::int64_t games;
  };

  static std::optional<std::int64_t> small(Decimal value) {
    if (!value.is_integer() || value.is_negative() || value > Decimal{9}) return {};
    return static_cast<std::int64_t>(value.to_double());
  }

  std::optional<std::int64_t> number_at(Span word) const {
    std::string_view const text = words_(word);
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '7') return text[0] - '0';
    static constexpr std::array<std::string_view, 7> names{"one", "two", "three", "four", "five", "six", "seven"};
    for (std::size_t i = 0; i < names.size(); ++i)
      if (text == names[i]) return static_cast<std::int64_t>(i) + 1;
    return {};
  }

  /// The only score of the sentence that can be one of a series: 2, 3 or 4 games won by the one, fewer by the other.
  std::optional<Score> games_in(Span sentence) const {
    std::optional<Score> out;
    auto const& claims = article_.claims;
    auto at = std::partition_point(claims.begin(), claims.end(),
                                   [&](Claim const& c) { return c.span.begin < sentence.begin; });
    for (; at != claims.end() && at->span.begin < sentence.end; ++at) {
      std::optional<std::int64_t> won = small(at->figure.value), lost;
      Span span = at->span;
      if (at->kind == Kind::score || at->kind == Kind::record) {
        lost = small(at->figure.second);
      } else if (at->kind == Kind::count && words_(at->subject.head) == "games") { // four games to one
        Span const to = words_.next(at->subject.head.end, sentence.end), other = words_.next(to.end, sentence.end);
        if (words_(to) == "to") lost = words_(other) == "none" ? 0 : number_at(other);
        span.end = other.end;
      }
      if (!won || !lost) continue;
      std::int64_t const most = std::max(*won, *lost), least = std::min(*won, *lost);
      if (most < 2 || most > 4 || least >= most) continue;
      if (out) return {};
      out = Score{span, most + least};
    }
    return out;
  }

  /// "two previous rounds", "the two trials so far", "those two rounds, the only ones".
  bool all_so_far(Claim const& claim) const {
    Span const sentence = words_.sentence(claim.span.begin);
    for (std::uint32_t at = claim.span.begin; at < claim.subject.head.end;) {
      Span const word = words_.next(at, claim.subject.head.end);
      if (words_.is(word, "prior-word")) return true;
      at = std::max(at + 1, word.end);
    }
    return sentence.size() < longest_sentence &&
           !words_.last({claim.subject.head.end, std::min(sentence.end, claim.subject.head.end + 40)}, "so-far")
                .empty();
  }

  /// The ordinal of the same noun with an article, in one of the next sentences.
  std::optional<ClaimId> next_turn(ClaimId prior) const {
    Claim const& before = article_.claims[prior];
    for (ClaimId id = prior + 1; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.sentence > before.sentence + sentences_apart) break;
      if (claim.kind != Kind::ordinal || claim.figure.value < Decimal{3}) continue;
      Span const sentence = words_.sentence(claim.span.begin);
      Span const noun = words_.next(claim.span.end, sentence.end);
      if (fnv1a(article_.lexicon->singular(words_(noun))) != before.subject.key) continue;
      std::string_view const article = words_(words_.previous(claim.span.begin, sentence.begin));
      if (article != "the" && article != "a") return {};
      return id;
    }
    return {};
  }

  Article const& article_;
  Words words_;
  std::string_view text_;
};

} // namespace

std::vector<Relation> series_relations() {
  Type const text = Type::of(Base::text), plain = Type::figure(Measure::plain);
  return {{"series-end",
           "the score in games of a series that was won, and the game in which the sentence says that it ended",
           {{"score", "", text, false, "4-2, four games to one"},
            {"game", "", text, false, "Game 5"},
            {"played", "", plain, false, "the games that the score makes"},
            {"last", "", plain, false, "the number of the game"}},
           [](Article const& article) { return Series(article).ended(); }},
          {"prior-rounds",
           "a number of previous rounds, terms or trials and, in the next two sentences, the ordinal of another one",
           {{"prior", "count", {}, false, "the number of those before"},
            {"next", "ordinal", {}, false, "the one that comes then"}},
           [](Article const& article) { return Series(article).prior(); }}};
}

} // namespace claimcheck::rules
