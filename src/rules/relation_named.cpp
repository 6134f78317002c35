// Counts and the proper names that complete them: "the six defendants are A, B and C", "three states (Ohio, Texas and
// Iowa)", "Four people were killed. The victims were A, B and C."
#include <optional>
#include <string>

#include "base/find_byte.hpp"
#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// Longer lists are tables in disguise.
constexpr int most_words_in_list = 80;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class NamedLists {
 public:
  explicit NamedLists(Article const& article)
      : article_(article), words_(article), plain_(article.document.plain), folded_(article.document.folded) {}

  std::vector<Binding> find() const {
    std::vector<Binding> out;
    auto const& sentences = article_.document.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      Span const sentence = sentences[i];
      if (!has_claim(sentence) && (i == 0 || !has_claim(sentences[i - 1]))) continue; // nothing counts the names
      for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
        at = next_opening(at, sentence.end);
        if (at == sentence.end) break;
        std::optional<std::uint32_t> const begin = opening_at(at, sentence);
        if (!begin) continue;
        auto const list = names_at(*begin, sentence.end, closing_for(at));
        if (!list) continue;
        ClaimId count = count_before({sentence.begin, at});
        if (count == no_id && i > 0) count = count_of_previous(sentences[i - 1], {sentence.begin, at});
        if (count == no_id || is_excused(count, *list)) continue;
        out.push_back({{Slot::of_claim(count, article_.claims[count].span),
                        Slot::of_text(list->span, article_.document.text(list->span)),
                        Slot::of_value(Value::number(Decimal{list->names}))}});
        break;
      }
    }
    return out;
  }

 private:
  struct Names {
    Span span;
    int names = 0;
    bool abbreviated = false; ///< D.C., Inc.: what a comma divides is not certain
  };

  std::string_view at_most(std::uint32_t at, std::uint32_t end, std::uint32_t size) const {
    return folded_.substr(at, std::min(end - at, size));
  }

  /// The next byte that `opening_at` can say yes to.
  std::uint32_t next_opening(std::uint32_t at, std::uint32_t end) const {
    return static_cast<std::uint32_t>(find_byte<' ', ':', '(', '-', ',', '\xE2'>(folded_, at, end));
  }
  /// Where the names may begin behind the mark or word at `at`: a colon, an opening bracket, a dash, `namely`, `are`,
  /// `were` and `as`.
  std::optional<std::uint32_t> opening_at(std::uint32_t at, Span sentence) const {
    char const c = folded_[at];
    std::uint32_t begin = 0;
    if (c == ':' || c == '(') {
      begin = at + 1;
    } else if (c == '-' && at > sentence.begin && folded_[at - 1] == ' ') {
      begin = at + 1;
      while (begin < sentence.end && folded_[begin] == '-') ++begin;
      if (begin >= sentence.end || folded_[begin] != ' ') return {};
    } else if (folded_.substr(at, 2) == "\xE2\x80" && at + 2 < sentence.end &&
               (folded_[at + 2] == '\x93' || folded_[at + 2] == '\x94')) {
      begin = at + 3;
    } else if (c == ',' && closes_count(at)) { // "the three suspects, Tom Gray and Bill White, were"
      begin = at + 1;
    } else if (c == ' ') {
      char const next = at + 1 < sentence.end ? folded_[at + 1] : ' ';
      if (next != 'a' && next != 'w' && next != 'n') return {}; // most words need no comparison
      for (std::string_view const word : {" are ", " were ", " namely ", " as "})
        if (at_most(at, sentence.end, static_cast<std::uint32_t>(word.size())) == word)
          begin = at + static_cast<std::uint32_t>(word.size());
      if (begin == 0) return {};
    } else {
      return {};
    }
    while (begin < sentence.end && folded_[begin] == ' ') ++begin;
    if (begin >= sentence.end || !is_capital(plain_[begin])) return {};
    return begin;
  }
  /// The counted noun ends right before the mark.
  bool closes_count(std::uint32_t at) const {
    auto const& claims = article_.claims;
    auto next = std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < at; });
    if (next == claims.begin()) return false;
    Claim const& claim = *(next - 1);
    return claim.kind == Kind::count && !claim.figure.adjectival && claim.subject.head.end == at;
  }

  /// The mark that ends the names: a bracket or dash its partner, everything else the end of the sentence.
  char closing_for(std::uint32_t at) const {
    if (folded_[at] == '(') return ')';
    if (folded_[at] == ',') return ',';
    return folded_[at] == '-' || folded_[at] == '\xE2' ? '-' : '.';
  }

  bool is_dash(std::uint32_t at) const {
    if (folded_[at] == '-') return at > 0 && folded_[at - 1] == ' ';
    return folded_.substr(at, 2) == "\xE2\x80" && at + 2 < folded_.size() &&
           (folded_[at + 2] == '\x93' || folded_[at + 2] == '\x94');
  }

  /// "John Smith, 34, Ann Reed (28) and Paul Holt": capitalised words, ages, commas and one "and", up to the mark.
  std::optional<Names> names_at(std::uint32_t begin, std::uint32_t end, char closing) const {
    Names out{{begin, begin}, 0, false};
    bool joined = false, fresh = true;
    int words = 0;
    for (std::uint32_t at = begin; at < end && ++words <= most_words_in_list;) {
      char const c = folded_[at];
      if (c == ' ') {
        ++at;
        --words;
        continue;
      }
      if (c == '.' && at + 2 < end && folded_[at + 1] == ' ' && is_capital(plain_[at + 2])) { // Sgt. Carl Hunt
        out.abbreviated = out.abbreviated || !fresh_title(out.span, at);
        ++at;
        --words;
        continue;
      }
      bool const stop = closing == ')' ? c == ')' : closing == '-' ? is_dash(at) || c == '.' : c == '.';
      if (stop && c == '.' && at + 1 < end && folded_[at + 1] != ' ') { // D.C.
        out.abbreviated = true;
        ++at;
        continue;
      }
      if (stop)
        return joined && out.names >= 2 && at + 1 >= (closing == '.' ? end - 1 : 0) ? std::optional(out) : std::nullopt;
      if (c == ';') { // "Maria Lopez, 34; Juan Lopez, 36"
        fresh = true;
        ++at;
        --words;
        continue;
      }
      if (c == ',') {
        // Behind "A, B and C" a comma goes on with the sentence, but for ages and in "namely A, B and C, were".
        std::uint32_t next = at + 1;
        while (next < end && folded_[next] == ' ') ++next;
        if (joined && !(next < end && is_digit(folded_[next])) && !fresh)
          return out.names >= 2 && (closing != ',' || goes_on(next, end)) ? std::optional(out) : std::nullopt;
        fresh = true;
        ++at;
        continue;
      }
      if (c == '(' || is_digit(c)) { // an age
        std::uint32_t p = at + (c == '(');
        std::uint32_t const digits = p;
        while (p < end && is_digit(folded_[p])) ++p;
        if (p == digits || p - digits > 3 || (c == '(' && (p >= end || folded_[p] != ')'))) return {};
        at = p + (c == '(');
        continue;
      }
      if (!is_word_byte(c)) return {};
      std::uint32_t word_end = at;
      while (word_end < end &&
             (is_word_byte(folded_[word_end]) || ((folded_[word_end] == '\'' || folded_[word_end] == '-') &&
                                                  word_end + 1 < end && is_word_byte(folded_[word_end + 1]))))
        ++word_end;
      std::string_view const word = folded_.substr(at, word_end - at);
      if (word == "and") {
        if (joined) return {};
        joined = fresh = true;
      } else if (is_capital(plain_[at])) {
        out.names += fresh;
        fresh = false;
        out.span.end = word_end;
      } else if (fresh || (word != "of" && word != "de" && word != "van" && word != "von" && word != "al")) {
        return {};
      }
      at = word_end;
    }
    return {};
  }

  /// The abbreviation that ends at `at` is the first word of its name: a rank, not "Jr." or "Inc.".
  bool fresh_title(Span names, std::uint32_t at) const {
    return names.end == at && words_.is(words_.previous(at, names.begin), "rank-abbreviation");
  }
  /// Behind an apposition the sentence goes on: no further name, no "and".
  bool goes_on(std::uint32_t at, std::uint32_t end) const {
    return at < end && is_word_byte(folded_[at]) && !is_capital(plain_[at]) && words_(words_.next(at, end)) != "and";
  }

  bool counts(Claim const& claim) const {
    return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known &&
           claim.figure.value.is_integer() && claim.hedge == Hedge::none && claim.figure.value > Decimal{1} &&
           claim.figure.value < Decimal{21} && !claim.guards.quoted && !claim.guards.hypothetical &&
           !claim.guards.negated;
  }

  /// The only count of the stretch, with at most four words behind its noun: "the four dead", "three people were
  /// charged".
  ClaimId count_before(Span where) const {
    auto const [first, last] = claims_in(where);
    if (last - first != 1) return no_id;
    Claim const& claim = article_.claims[first];
    if (!counts(claim) || has(where, "list-stop-names")) return no_id;
    std::uint32_t const behind = std::max(claim.span.end, claim.subject.head.end);
    if (behind > where.end) return no_id;
    int words = 0;
    for (std::uint32_t at = behind; at < where.end;) {
      Span const word = words_.next(at, where.end);
      if (word.empty()) { // the end, or a comma right before `namely`
        if (word.begin < where.end && (folded_[word.begin] != ',' || word.begin + 1 < where.end)) return no_id;
        break;
      }
      if (++words > 4) return no_id;
      at = word.end;
    }
    return first;
  }
  /// "Four people were killed. The victims were": a sentence that names nobody else and a group without a number.
  ClaimId count_of_previous(Span previous, Span where) const {
    auto const [own_first, own_last] = claims_in(where);
    if (own_first != own_last || !has(where, "named-group") || where.size() > 60 || has(where, "list-stop-names"))
      return no_id;
    auto const [first, last] = claims_in(previous);
    ClaimId found = no_id;
    for (ClaimId id = first; id < last; ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.kind != Kind::count && claim.kind != Kind::number) continue;
      if (found != no_id) return no_id;
      found = id;
    }
    return found != no_id && counts(article_.claims[found]) ? found : no_id;
  }

  std::pair<ClaimId, ClaimId> claims_in(Span where) const {
    auto const& claims = article_.claims;
    auto const at = [&](std::uint32_t offset) {
      return static_cast<ClaimId>(
          std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < offset; }) -
          claims.begin());
    };
    return {at(where.begin), at(where.end)};
  }
  bool has_claim(Span where) const {
    auto const [first, last] = claims_in(where);
    return first != last;
  }
  bool has(Span where, std::string_view class_name) const { return !words_.last(where, class_name).empty(); }

  /// "Two cities - Paris, France, and Rome, Italy": commas divide a place from its country. "D.C.", "Inc."
  bool is_excused(ClaimId count, Names const& list) const {
    Claim const& claim = article_.claims[count];
    bool const places = !claim.subject.head.empty() && words_.is(claim.subject.head, "place-noun");
    return list.abbreviated || (places && Decimal{list.names} > claim.figure.value);
  }

  Article const& article_;
  Words words_;
  std::string_view plain_;
  std::string_view folded_;
};

std::vector<Binding> named_lists(Article const& article) { return NamedLists(article).find(); }

} // namespace

std::vector<Relation> named_relations() {
  return {
      {"named-list",
       "a count and the proper names that complete it: behind a colon, a dash, `namely`, `are` or `as`, in brackets, "
       "or in the next sentence (`The victims were ...`); silent where the names cannot be told apart for certain",
       {{"count", "count|number", {}, false, "the number that is announced"},
        {"list", "", Type::of(Base::text), false, "the names"},
        {"items", "", Type::figure(Measure::plain), false, "how many names there are"}},
       named_lists}};
}

} // namespace claimcheck::rules
