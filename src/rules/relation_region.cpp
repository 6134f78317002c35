// Figures whose digits were exchanged, and groups that are told with two sizes.
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "base/hash.hpp"
#include "rules/mention.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

using text::RegionKind;

/// A figure with what it is said of.
struct Told {
  ClaimId claim = no_id;
  std::uint64_t noun = 0;   ///< of the counted things, or of what a sum of money is for; 0 when there is none
  std::uint64_t phrase = 0; ///< with the words before the noun; equal to `noun` when there are none
  bool definite = false;    ///< the, its, these: said of something that was mentioned before
};

/// Of one group; an article that speaks of "the two sides" more often is not an article.
constexpr std::size_t most_mentions = 60;

/// Of exchanged digits; where there are more, the text is a list of numbers.
constexpr std::size_t most_slips = 12;

bool is_prose(RegionKind kind) {
  return kind == RegionKind::body || kind == RegionKind::list_item || kind == RegionKind::block_quote ||
         kind == RegionKind::caption;
}

class Retold {
 public:
  explicit Retold(Article const& article) : article_(article), folded_(article.document.folded) {
    for (ClaimId id = 0; id < article.claims.size(); ++id) {
      Claim const& claim = article.claims[id];
      if (!is_figure(claim.kind) || !claim.figure.exact_known || claim.region == no_id ||
          !is_prose(article.document.regions[claim.region].kind))
        continue;
      if (claim.span.end < folded_.size() && folded_[claim.span.end] == '-') continue; // an 18-hole course is one thing
      if (claim.kind == Kind::count || claim.kind == Kind::money || claim.kind == Kind::number ||
          is_quantity(claim.kind))
        told_.push_back(told(id));
    }
  }

  /// Two figures of one sort whose digits differ by one exchange of neighbours.
  void transposed(std::vector<Binding>& out) const {
    std::unordered_map<std::uint64_t, std::vector<Told const*>> by_digits;
    for (Told const& each : told_) {
      Claim const& claim = at(each);
      std::string const digits = claim.figure.value.normalized().to_string();
      auto& others = by_digits[digits_key(claim, digits)];
      auto const informative = std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '1' && c <= '9'; });
      for (Told const* first : others) {
        if (at(*first).figure.value == claim.figure.value) continue;
        bool const one_noun = first->noun != 0 && first->noun == each.noun;
        bool const refers = each.definite && (each.noun == 0 || one_noun);
        if (!(refers && informative >= 2) && !(one_noun && informative >= 3 && !is_year(claim.figure.value))) continue;
        if (claim.figure.value < Decimal{1000} && claim.figure.value.exponent >= 0) continue;
        if (!is_year(claim) && !is_compact_date(claim.figure.value)) out.push_back(pair(*first, each));
        break;
      }
      if (others.size() < 16) others.push_back(&each);
    }
    if (out.size() > most_slips) out.clear();
  }

  /// "both sides", "the two sides" and once "all three sides".
  void groups(std::vector<Binding>& out) const {
    struct Mention {
      Span span;
      int members;
    };
    std::map<std::uint64_t, std::vector<Mention>> by_noun;
    for (Told const& each : told_) {
      Claim const& claim = at(each);
      if (claim.kind != Kind::count || !each.definite || each.phrase != each.noun || claim.hedge != Hedge::none ||
          claim.guards.quoted)
        continue;
      if (!claim.figure.value.is_integer() || claim.figure.value > Decimal{9} || claim.figure.value < Decimal{2})
        continue;
      by_noun[each.noun].push_back(
          {{claim.span.begin, claim.subject.head.end}, static_cast<int>(claim.figure.value.to_double())});
    }
    if (by_noun.empty()) return;
    for (std::size_t p = folded_.find("both "); p != std::string_view::npos; p = folded_.find("both ", p + 5)) {
      if (p > 0 && is_word_byte(folded_[p - 1])) continue;
      std::size_t end = p + 5;
      while (end < folded_.size() && folded_[end] >= 'a' && folded_[end] <= 'z') ++end;
      auto const found = by_noun.find(fnv1a(article_.lexicon->singular(folded_.substr(p + 5, end - p - 5))));
      if (found != by_noun.end())
        found->second.push_back({{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(end)}, 2});
    }
    for (auto const& [noun, mentions] : by_noun) {
      if (mentions.size() > most_mentions) continue;
      for (Mention const& odd : mentions) {
        auto const same =
            std::count_if(mentions.begin(), mentions.end(), [&](Mention const& m) { return m.members == odd.members; });
        auto const other =
            std::find_if(mentions.begin(), mentions.end(), [&](Mention const& m) { return m.members != odd.members; });
        if (same != 1 || other == mentions.end() || mentions.size() < 3) continue;
        bool const one_other = std::all_of(mentions.begin(), mentions.end(), [&](Mention const& m) {
          return m.members == odd.members || m.members == other->members;
        });
        if (!one_other || stops(noun, odd.span)) continue;
        out.push_back({{Slot::of_text(other->span, article_.document.text(other->span)),
                        Slot::of_text(odd.span, article_.document.text(odd.span)),
                        Slot::of_value(Value::number(Decimal{other->members})),
                        Slot::of_value(Value::number(Decimal{odd.members}))}});
      }
    }
  }

 private:
  Claim const& at(Told const& told) const { return article_.claims[told.claim]; }

  /// Equal for figures of one sort that are written with the same digits, whatever their order.
  static std::uint64_t digits_key(Claim const& claim, std::string digits) {
    std::sort(digits.begin(), digits.end());
    Kind const kind = claim.kind == Kind::number ? Kind::count : claim.kind;
    return fnv1a(digits, (static_cast<std::uint64_t>(kind) << 32 | claim.figure.unit) * 0x9E3779B97F4A7C15ULL);
  }

  static bool is_year(Decimal value) { return value.is_integer() && value >= Decimal{1500} && value < Decimal{2200}; }
  /// 20050403
  static bool is_compact_date(Decimal value) {
    return value.is_integer() && value > Decimal{19'000'000} && value < Decimal{21'000'000};
  }
  /// Four digits without a comma.
  bool is_year(Claim const& claim) const {
    Decimal const value = claim.figure.value;
    return is_year(value) && article_.document.folded_text(claim.span).find(',') == std::string_view::npos;
  }

  Told told(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    Told out{id, claim.subject.key, claim.subject.key, claim.subject.definite || follows_article(claim.span.begin)};
    if (claim.subject.key != 0) {
      if (claim.subject.phrase.begin < claim.subject.head.begin)
        out.phrase = fnv1a(article_.document.folded_text(claim.subject.phrase));
      return out;
    }
    if (claim.kind != Kind::money) return out;
    // "the $4 million grant": the noun behind a sum.
    std::uint32_t p = claim.span.end;
    if (p >= folded_.size() || folded_[p] != ' ') return out;
    std::uint32_t end = ++p;
    while (end < folded_.size() && folded_[end] >= 'a' && folded_[end] <= 'z') ++end;
    std::string_view const word = folded_.substr(p, end - p);
    if (word.size() < 3 || contains(*article_.lexicon->figure_words.noun_stop, word)) return out;
    out.noun = out.phrase = fnv1a(article_.lexicon->singular(word));
    return out;
  }

  bool follows_article(std::uint32_t begin) const {
    std::string_view const before = folded_.substr(0, begin);
    for (std::string_view const word : {"the ", "these ", "those ", "its ", "their "})
      if (before.ends_with(word) &&
          (before.size() == word.size() || !is_word_byte(before[before.size() - word.size() - 1])))
        return true;
    return false;
  }

  bool stops(std::uint64_t, Span span) const {
    WordClass const* const words = article_.lexicon->word_class("group-stop");
    std::string_view const text = folded_.substr(span.begin, span.size());
    std::size_t const noun = text.rfind(' ');
    return words == nullptr || noun == std::string_view::npos || contains(*words, text.substr(noun + 1));
  }

  Binding pair(Told const& first, Told const& again) const {
    return {{Slot::of_claim(first.claim, at(first).span), Slot::of_claim(again.claim, at(again).span)}};
  }

  Article const& article_;
  std::string_view folded_;
  std::vector<Told> told_;
};

std::vector<Binding> transposed_figures(Article const& article) {
  std::vector<Binding> out;
  Retold(article).transposed(out);
  for (auto const [first, again] : Mentions(article).retellings()) {
    bool const found =
        std::any_of(out.begin(), out.end(), [again = again](Binding const& b) { return b.slots[1].claim == again; });
    if (!found)
      out.push_back(
          {{Slot::of_claim(first, article.claims[first].span), Slot::of_claim(again, article.claims[again].span)}});
  }
  return out;
}

template <void (Retold::*find)(std::vector<Binding>&) const>
std::vector<Binding> found_by(Article const& article) {
  std::vector<Binding> out;
  (Retold(article).*find)(out);
  return out;
}

std::vector<Role> pair_roles() {
  return {{"first", "figure", {}, false, "the figure as it was told first"},
          {"again", "figure", {}, false, "the figure that refers to it"}};
}

} // namespace

std::vector<Relation> region_relations() {
  Type const text = Type::of(Base::text), number = Type::figure(Measure::plain);
  return {
      {"transposed-figure",
       "two figures of one sort and noun whose digits differ in their order only, and every second-mention",
       pair_roles(), transposed_figures},
      {"group-size",
       "both sides, the two sides, all three sides: mentions of the whole of a small group, of which one gives another "
       "number",
       {{"first", "", text, false, "a mention that agrees with the others"},
        {"odd", "", text, false, "the one that does not"},
        {"members", "", number, false, "what the others say"},
        {"stated", "", number, false, "what the odd one says"}},
       found_by<&Retold::groups>},
  };
}

} // namespace claimcheck::rules
