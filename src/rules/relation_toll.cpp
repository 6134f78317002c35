// Dead, injured and missing: "at least three people were killed" and, later, "the two killed".
#include <array>
#include <optional>
#include <string>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// One number of dead, injured or missing, as the text gives it.
struct Toll {
  ClaimId claim = no_id;
  int fate = 0;           ///< index into `fates`
  std::uint64_t noun = 0; ///< of those who are more than people: miners; 0 for people
  bool definite = false;  ///< "the 13 dead": said of those of whom the text has spoken
};

constexpr std::array<std::string_view, 3> fates{"dead", "hurt", "missing"};

/// Longer articles are lists of disasters; what goes beyond is not looked at.
constexpr std::size_t most_tolls = 200;

class Tolls {
 public:
  explicit Tolls(Article const& article) : article_(article), words_(article) {
    for (std::size_t i = 0; i < fates.size(); ++i) {
      suffered_[i] = words_.word_class("fate " + std::string(fates[i]));
      inflicted_[i] = words_.word_class("inflict " + std::string(fates[i]));
    }
  }

  std::vector<Binding> find() const {
    std::vector<Toll> told;
    for (ClaimId id = 0; id < article_.claims.size() && told.size() < most_tolls; ++id)
      if (auto const toll = read(id)) told.push_back(*toll);
    std::vector<Binding> out;
    for (std::size_t i = 0; i < told.size(); ++i)
      if (told[i].definite)
        if (auto const first = only_before(told, i)) out.push_back(pair(*first, told[i].claim));
    return out;
  }

 private:
  Claim const& at(Toll const& toll) const { return article_.claims[toll.claim]; }

  /// The only number of that fate before the mention; none when the text has given several: then nobody knows whose
  /// dead are meant.
  std::optional<ClaimId> only_before(std::vector<Toll> const& told, std::size_t mention) const {
    std::optional<ClaimId> out;
    for (std::size_t i = 0; i < mention; ++i) {
      Toll const& toll = told[i];
      if (toll.fate != told[mention].fate || toll.noun != told[mention].noun) continue;
      if (out && article_.claims[*out].figure.value != at(toll).figure.value) return {};
      if (!out) out = toll.claim;
    }
    if (out && article_.claims[*out].sentence == at(told[mention]).sentence) return {};
    return out;
  }

  std::optional<Toll> read(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    if ((claim.kind != Kind::count && claim.kind != Kind::number) || !claim.figure.exact_known) return {};
    if (claim.guards.quoted || claim.guards.hypothetical || claim.guards.negated) return {};
    Span const sentence = words_.sentence(claim.span.begin);
    Span const before = words_.previous(claim.span.begin, sentence.begin);
    Toll out{id, 0, noun_of(claim), words_.is(before, article_word_)};
    // "31 people were killed", "the two dead", "six miners are missing"
    Span word = words_.next(out.noun == 0 ? claim.span.end : claim.subject.head.end, sentence.end);
    // "the eight missing miners", "the 13 dead children"
    if (out.noun != 0)
      for (std::size_t fate = 0; fate < fates.size(); ++fate)
        if (words_.is(words_.next(claim.span.end, sentence.end), suffered_[fate])) {
          out.fate = static_cast<int>(fate);
          if (alone(out, sentence, claim.subject.head.end)) return out;
        }
    for (int n = 0; n < 4 && words_.is(word, filler_); ++n) word = words_.next(word.end, sentence.end);
    for (std::size_t fate = 0; fate < fates.size(); ++fate) {
      out.fate = static_cast<int>(fate);
      if (words_.is(word, suffered_[fate]) && alone(out, sentence, word.end)) return out;
      // "killed 31 people", "killing at least 31"
      if (!words_.is(before, inflicted_[fate]) || !alone(out, sentence, claim.span.end)) continue;
      Span const noun = words_.next(claim.span.end, sentence.end);
      if (noun.empty() || words_.is(noun, "toll-noun") || words_.is(noun, "toll-end")) return out;
    }
    return {};
  }

  /// What the dead were besides people; 0 where the text says no more.
  std::uint64_t noun_of(Claim const& claim) const {
    if (claim.kind != Kind::count || claim.subject.key == 0 || words_.is(claim.subject.head, "toll-noun")) return 0;
    for (std::string_view const fate : fates)
      if (words_.is(claim.subject.head, "fate " + std::string(fate))) return 0;
    return claim.subject.key;
  }

  /// No part and no addition ("two of them", "another two"), and for a mention no place or time of its own behind it.
  bool alone(Toll const& toll, Span sentence, std::uint32_t end) const {
    Claim const& claim = article_.claims[toll.claim];
    std::uint32_t from = claim.span.begin;
    for (int n = 0; n < 3 && from > sentence.begin; ++n) {
      Span const word = words_.previous(from, sentence.begin);
      if (words_.is(word, "part-word")) return false;
      if (word.begin == from) break;
      from = word.begin;
    }
    Span const behind = words_.next(claim.span.end, sentence.end);
    if (words_.is(behind, "part-word") || words_(behind) == "of") return false;
    return !toll.definite || !words_.is(words_.next(end, sentence.end), "toll-apart");
  }

  Binding pair(ClaimId first, ClaimId again) const {
    return {{Slot::of_claim(first, article_.claims[first].span), Slot::of_claim(again, article_.claims[again].span)}};
  }

  Article const& article_;
  Words words_;
  WordClass const* article_word_ = words_.word_class("definite-article");
  WordClass const* filler_ = words_.word_class("toll-filler");
  std::array<WordClass const*, fates.size()> suffered_{}, inflicted_{}; ///< "31 were killed", "killed 31"
};

std::vector<Binding> retold_tolls(Article const& article) { return Tolls(article).find(); }

} // namespace

std::vector<Relation> toll_relations() {
  return {
      {"retold-toll",
       "the number of dead, injured or missing with a definite article (the 13 dead, the two people killed) and the "
       "only number of that fate that the text gave before",
       {{"first", "count|number", {}, false, "the number as it was told first"},
        {"again", "count|number", {}, false, "the number that refers to it"}},
       retold_tolls}};
}

} // namespace claimcheck::rules
