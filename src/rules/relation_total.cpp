// Totals that are told in steps: "The toll stood at 53. Four more deaths brought the toll to 58", "Twelve of the 20
// passed. The other seven failed."
#include <optional>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

constexpr std::size_t most_totals = 100;
/// The total before stands at most so many sentences above.
constexpr std::uint32_t sentences_back = 4;

class Totals {
 public:
  explicit Totals(Article const& article) : article_(article), words_(article) {}

  /// "four more deaths brought the toll to 58", with the last total told before.
  std::vector<Binding> raised() const {
    std::vector<Binding> out;
    auto const& claims = article_.claims;
    for (ClaimId id = 0; id < claims.size() && out.size() < most_totals; ++id) {
      if (!is_count(id) || !is_new_total(id)) continue;
      auto const added = added_before(id);
      auto const before = total_before(id);
      if (added && before) out.push_back(three(*before, *added, id));
    }
    return out;
  }

  /// "Twelve of the 20 passed. The remaining seven failed."
  std::vector<Binding> left() const {
    std::vector<Binding> out;
    auto const& claims = article_.claims;
    for (ClaimId id = 1; id < claims.size() && out.size() < most_totals; ++id) {
      if (!is_count(id)) continue;
      Span const sentence = words_.sentence(claims[id].span.begin);
      Span const word = words_.previous(claims[id].span.begin, sentence.begin);
      if (!words_.is(word, "remaining-word") || words_(words_.previous(word.begin, sentence.begin)) != "the") continue;
      if (words_.previous(word.begin, sentence.begin).begin > sentence.begin + 1) continue; // it begins the sentence
      // The figures of the sentence before are the part and its whole and no others, and none stands between.
      std::uint32_t const before = claims[id].sentence - 1;
      if (claims[id - 1].sentence != before || claims[id].sentence == 0) continue;
      std::vector<ClaimId> figures;
      for (ClaimId k = id; k-- > 0 && claims[k].sentence == before && figures.size() < 3;)
        if (is_figure(claims[k].kind)) figures.push_back(k);
      if (figures.size() == 2 && is_part_of(figures[1], figures[0])) out.push_back(three(figures[0], figures[1], id));
    }
    return out;
  }

  /// "The festival booked 28 acts. Sixteen are local and the remaining seven from abroad."
  std::vector<Binding> divided() const {
    std::vector<Binding> out;
    auto const& claims = article_.claims;
    for (ClaimId id = 1; id < claims.size() && out.size() < most_totals; ++id) {
      if (!is_count(id) || !is_count(id - 1) || claims[id - 1].sentence != claims[id].sentence) continue;
      Claim const& part = claims[id - 1];
      Span const sentence = words_.sentence(part.span.begin);
      if (part.subject.key != 0 || part.span.begin > sentence.begin + 1) continue; // it begins the sentence
      Span const word = words_.previous(claims[id].span.begin, sentence.begin);
      if (!words_.is(word, "remaining-word") || words_(words_.previous(word.begin, sentence.begin)) != "the") continue;
      if (auto const whole = only_count_before(id - 1)) out.push_back(three(*whole, id - 1, id));
    }
    return out;
  }

  /// "The firm has 4,500 workers. It will cut 900 jobs, or 25 percent of its work force."
  std::vector<Binding> shares() const {
    std::vector<Binding> out;
    auto const& claims = article_.claims;
    for (ClaimId id = 1; id < claims.size() && out.size() < most_totals; ++id) {
      if (claims[id].kind != Kind::percent || !claims[id].figure.exact_known || claims[id].guards.quoted) continue;
      ClaimId const part = id - 1;
      if (!is_count_or_about(part) || claims[part].sentence != claims[id].sentence) continue;
      Span const sentence = words_.sentence(claims[id].span.begin);
      Span const last = words_.previous(claims[id].span.begin, sentence.begin);
      Span const between{claims[part].span.end, claims[id].span.begin};
      bool const restated =
          words_(last) == "or" && words_(between).size() < 40 && words_(between).find(',') != std::string_view::npos;
      if (!restated || !is_of_all(claims[id].span.end, sentence, claims[part].subject.key == 0)) continue;
      if (auto const whole = only_count_before(part)) out.push_back(three(*whole, part, id));
    }
    return out;
  }

 private:
  bool is_count_or_about(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known &&
           claim.figure.value.is_integer() && !claim.guards.quoted &&
           (claim.hedge == Hedge::none || claim.hedge == Hedge::exactly || claim.hedge == Hedge::about);
  }
  /// The only count of the sentence before, and the sentence of `part` has none before it.
  std::optional<ClaimId> only_count_before(ClaimId part) const {
    auto const& claims = article_.claims;
    std::optional<ClaimId> out;
    for (ClaimId id = part; id-- > 0 && claims[id].sentence + 1 >= claims[part].sentence;) {
      if (claims[id].kind != Kind::count && claims[id].kind != Kind::number) continue;
      if (claims[id].sentence == claims[part].sentence || out) return {};
      out = id;
    }
    bool const counts = out && is_count(*out) && claims[*out].kind == Kind::count && !claims[*out].figure.adjectival &&
                        claims[*out].figure.value > claims[part].figure.value;
    return counts ? out : std::nullopt;
  }
  /// "of its work force" and no more, or directly a mark: "6,300, or 60 percent, have fled".
  bool is_of_all(std::uint32_t at, Span sentence, bool bare) const {
    std::string_view const text = article_.document.folded;
    if (at < sentence.end && text[at] == ',') return bare;
    Span const of = words_.next(at, sentence.end);
    if (words_(of) != "of") return false;
    Span const whose = words_.next(of.end, sentence.end);
    Span const all = words_.last({whose.end, std::min(whose.end + 20, sentence.end)}, "whole-noun");
    if (all.empty() || words_(whose).size() > 5) return false;
    Span const next = words_.next(all.end, sentence.end);
    return next.empty() ||
           (words_(next) != "in" && words_(next) != "at" && words_(next) != "on" && words_(next) != "there");
  }
  bool is_count(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known &&
           claim.figure.value.is_integer() && (claim.hedge == Hedge::none || claim.hedge == Hedge::exactly) &&
           !claim.guards.quoted && !claim.guards.hypothetical;
  }
  /// "12 of the 20".
  bool is_part_of(ClaimId part, ClaimId whole) const {
    auto const& claims = article_.claims;
    if (!is_count(part) || !is_count(whole) || claims[part].sentence != claims[whole].sentence) return false;
    Span const of = words_.next(claims[part].span.end, claims[whole].span.begin);
    if (words_(of) != "of") return false;
    Span const the = words_.next(of.end, claims[whole].span.begin);
    return the.empty() || words_.next(the.end, claims[whole].span.begin).empty();
  }
  bool is_new_total(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    Span const sentence = words_.sentence(claim.span.begin);
    Span const to = words_.previous(claim.span.begin, sentence.begin);
    if (words_(to) != "to") return false;
    std::uint32_t from = to.begin;
    for (int n = 0; n < 6 && from > sentence.begin; ++n) {
      Span const word = words_.previous(from, sentence.begin);
      if (word.begin == from) break; // at a mark
      from = word.begin;
    }
    Span const clause{from, to.begin};
    return !words_.last(clause, "total-noun").empty() && !words_.last(clause, "bring-verb").empty();
  }
  /// The only count before it in its sentence, with `more`, `new`, `another` beside it.
  std::optional<ClaimId> added_before(ClaimId total) const {
    auto const& claims = article_.claims;
    std::optional<ClaimId> out;
    for (ClaimId id = total; id-- > 0 && claims[id].sentence == claims[total].sentence;) {
      if (!is_figure(claims[id].kind)) continue;
      if (out || !is_count(id)) return {};
      out = id;
    }
    if (!out) return {};
    Span const sentence = words_.sentence(claims[*out].span.begin);
    bool const more = words_.is(words_.next(claims[*out].span.end, sentence.end), "more-word") ||
                      words_.is(words_.previous(claims[*out].span.begin, sentence.begin), "more-word");
    return more ? out : std::nullopt;
  }
  /// "The toll stood at 53", "a total of 53": the last one told, within a few sentences.
  std::optional<ClaimId> total_before(ClaimId total) const {
    auto const& claims = article_.claims;
    for (ClaimId id = total; id-- > 0 && claims[id].sentence + sentences_back >= claims[total].sentence;) {
      if (claims[id].sentence == claims[total].sentence || !is_count(id)) continue;
      Span const sentence = words_.sentence(claims[id].span.begin);
      std::uint32_t from = claims[id].span.begin;
      for (int n = 0; n < 5 && from > sentence.begin; ++n) {
        Span const word = words_.previous(from, sentence.begin);
        if (word.begin == from) break;
        from = word.begin;
      }
      if (!words_.last({from, claims[id].core.begin}, "total-noun").empty()) return id;
    }
    return {};
  }
  Binding three(ClaimId a, ClaimId b, ClaimId c) const {
    auto const slot = [&](ClaimId id) { return Slot::of_claim(id, article_.claims[id].span); };
    return {{slot(a), slot(b), slot(c)}};
  }

  Article const& article_;
  Words words_;
};

std::vector<Binding> raised_totals(Article const& article) { return Totals(article).raised(); }
std::vector<Binding> left_over(Article const& article) {
  std::vector<Binding> out = Totals(article).left();
  for (Binding& binding : Totals(article).divided()) out.push_back(std::move(binding));
  return out;
}
std::vector<Binding> shares_of_before(Article const& article) { return Totals(article).shares(); }

} // namespace

std::vector<Relation> total_relations() {
  return {
      {"raised-total",
       "a total that something brought to a new value (`four more deaths brought the toll to 58`) and the last total "
       "told before",
       {{"before", "count|number", {}, false, "the total before"},
        {"added", "count|number", {}, false, "what came on top"},
        {"total", "count|number", {}, false, "the new total"}},
       raised_totals},
      {"left-over",
       "a part of a whole, and in the next sentence what is left (`Twelve of the 20 passed. The other seven failed.`)",
       {{"whole", "count|number", {}, false, "the whole"},
        {"part", "count|number", {}, false, "the part"},
        {"rest", "count|number", {}, false, "what is left"}},
       left_over},
      {"share-of-before",
       "a part with its percentage and the only count of the sentence before, of which it is said (`The firm has 4,500 "
       "workers. It will cut 900 jobs, or 25 percent of its work force.`)",
       {{"whole", "count|number", {}, false, "the whole"},
        {"part", "count|number", {}, false, "the part"},
        {"share", "percent", {}, false, "the percentage"}},
       shares_of_before}};
}

} // namespace claimcheck::rules
