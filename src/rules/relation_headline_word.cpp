// A headline's number in words against the text: "Seven arrested in raid" over "Police arrested nine people".
//
// Words such as "seven" stand in headlines of every sort ("Seven habits"), so that the number must be said of something
// that the text counts too: its noun, or what happened to the people.
#include <algorithm>
#include <set>

#include "base/hash.hpp"
#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

using text::RegionKind;

/// A line with more numbers is no headline.
constexpr std::size_t most_in_headline = 8;
/// Counts of one text that are looked at.
constexpr std::size_t most_counts = 200;

class HeadlineWords {
 public:
  explicit HeadlineWords(Article const& article) : article_(article), words_(article), text_(article.document.folded) {}

  std::vector<Binding> find() {
    std::vector<Binding> out;
    auto const& regions = article_.document.regions;
    std::vector<ClaimId> headline, body;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.region == no_id || !is_count(claim)) continue;
      RegionKind const kind = regions[claim.region].kind;
      if (kind == RegionKind::headline) {
        if (is_word(claim) && headline.size() < most_in_headline) headline.push_back(id);
      } else if ((kind == RegionKind::body || kind == RegionKind::list_item) && body.size() < most_counts) {
        body.push_back(id);
      }
    }
    if (headline.empty()) return out;
    for (std::string_view const name : families(article_, "people-as "))
      fates_.push_back(article_.lexicon->word_class(name));
    for (ClaimId const id : headline)
      if (auto const told = told_otherwise(id, body))
        out.push_back(
            {{Slot::of_claim(id, article_.claims[id].span), Slot::of_claim(*told, article_.claims[*told].span)}});
    return out;
  }

 private:
  static bool is_count(Claim const& claim) {
    return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known &&
           claim.figure.value.is_integer() && !claim.figure.range && !claim.figure.adjectival;
  }
  /// Written in words, from three on: "one" and "two" stand for articles and pronouns.
  bool is_word(Claim const& claim) const {
    std::string_view const written = article_.document.folded_text(claim.span);
    return claim.figure.value > Decimal{2} && claim.figure.value < Decimal{100} && claim.hedge == Hedge::none &&
           written.find_first_of("0123456789") == std::string_view::npos;
  }

  /// What the words from `at` on say of the figure: hashes of the words, and of the fates that they tell.
  std::set<std::uint64_t> said(std::uint32_t at, std::uint32_t limit, int most) const {
    std::set<std::uint64_t> out;
    for (int n = 0; n < most; ++n) {
      Span const word = words_.next(at, limit);
      if (word.empty()) break;
      add(word, out);
      at = word.end;
    }
    return out;
  }
  void add(Span word, std::set<std::uint64_t>& out) const {
    if (contains(*article_.lexicon->figure_words.noun_stop, words_(word)) && fate_of(word) == 0) return;
    if (words_.is(word, "mention-people")) return;
    out.insert(fnv1a(article_.lexicon->singular(words_(word))));
    if (std::uint64_t const fate = fate_of(word); fate != 0) out.insert(fate);
  }
  std::uint64_t fate_of(Span word) const {
    for (std::size_t i = 0; i < fates_.size(); ++i)
      if (contains(*fates_[i], words_(word))) return i + 1;
    return 0;
  }

  /// The only count that the text gives of the same; none when the headline's number stands anywhere in the text, or
  /// may be the sum of what does.
  std::optional<ClaimId> told_otherwise(ClaimId headline, std::vector<ClaimId> const& body) const {
    Claim const& head = article_.claims[headline];
    Decimal const stated = head.figure.value;
    Span const line = article_.document.regions[head.region].span;
    auto const wanted = said(head.span.end, line.end, 3);
    if (wanted.empty() || stands_elsewhere(head)) return {};
    std::optional<ClaimId> found;
    Decimal sum{0};
    for (ClaimId const id : body) {
      Claim const& claim = article_.claims[id];
      if (claim.figure.value == stated) return {};
      sum = claimcheck::add(sum, claim.figure.value);
      Span const sentence = words_.sentence(claim.span.begin);
      auto told = said(claim.span.end, sentence.end, 4);
      Span const before = words_.previous(claim.span.begin, sentence.begin);
      if (!before.empty()) add(before, told);
      bool const same =
          std::any_of(wanted.begin(), wanted.end(), [&](std::uint64_t key) { return told.contains(key); });
      if (!same) continue;
      if (found && article_.claims[*found].figure.value != claim.figure.value) return {};
      if (!found) found = id;
    }
    if (!found) return {};
    Decimal const told = article_.claims[*found].figure.value;
    // "killed three people and then himself" are four dead
    bool const one_more = claimcheck::add(told, Decimal{1}) == stated;
    if (one_more || sum == stated || !(told < claimcheck::multiply(stated, Decimal{3})) ||
        !(stated < claimcheck::multiply(told, Decimal{3})) || adds_up(stated, told, body))
      return {};
    Claim const& claim = article_.claims[*found];
    if (claim.hedge != Hedge::none && claim.figure.interval.contains(stated)) return {};
    return found;
  }

  bool adds_up(Decimal stated, Decimal told, std::vector<ClaimId> const& body) const {
    return std::any_of(body.begin(), body.end(), [&](ClaimId id) {
      Decimal const other = article_.claims[id].figure.value;
      return claimcheck::add(told, other) == stated || subtract(told, other) == stated;
    });
  }

  /// The number's word, or its digits, anywhere in the text below.
  bool stands_elsewhere(Claim const& head) const {
    std::string const word(article_.document.folded_text(head.core));
    std::string_view const rest = text_.substr(article_.document.regions[head.region].span.end);
    for (std::string const& form : {word.substr(0, word.find(' ')), head.figure.value.to_string()})
      for (std::size_t at = rest.find(form); at != std::string_view::npos; at = rest.find(form, at + 1)) {
        bool const starts = at == 0 || !is_word_byte(rest[at - 1]);
        bool const ends = at + form.size() >= rest.size() || !is_word_byte(rest[at + form.size()]);
        if (starts && ends) return true;
      }
    return false;
  }

  Article const& article_;
  Words words_;
  std::string_view text_;
  std::vector<WordClass const*> fates_;
};

} // namespace

std::vector<Relation> headline_word_relations() {
  return {
      {"headline-number-word",
       "a number in words in the headline and the only count that the text gives of the same noun or the same fate; "
       "silent where the number stands anywhere in the text or may be a sum",
       {{"headline", "count|number", {}, false, "the number in the headline"},
        {"body", "count|number", {}, false, "the count of the text"}},
       [](Article const& article) { return HeadlineWords(article).find(); }}};
}

} // namespace claimcheck::rules
