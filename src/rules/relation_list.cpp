// Counts and the lists that they announce: "three reasons: cost, delay and noise", bullets, "both A, B and C",
// "respectively".
#include <algorithm>
#include <optional>
#include <string>

#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

using text::RegionKind;

/// Longer runs of capitals are headings or tables, and would make the work quadratic.
constexpr int most_words_in_list = 80;
constexpr std::size_t longest_title = 120; ///< bytes

bool is_space(char c) { return c == ' '; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && !is_word_byte(text[span.begin])) ++span.begin;
  while (span.begin < span.end && !is_word_byte(text[span.end - 1])) --span.end;
  return span;
}

int words_in(std::string_view text) {
  int words = 0;
  for (std::size_t p = 0; p < text.size(); ++p)
    words += is_word_byte(text[p]) && (p == 0 || !is_word_byte(text[p - 1]));
  return words;
}

/// The place of a whole word, or npos.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
  for (std::size_t p = text.find(word, from); p != std::string_view::npos; p = text.find(word, p + 1)) {
    bool const starts = p == 0 || !is_word_byte(text[p - 1]),
               ends = p + word.size() == text.size() || !is_word_byte(text[p + word.size()]);
    if (starts && ends) return p;
  }
  return std::string_view::npos;
}

/// "A, B and C" taken apart. Empty when the stretch is no list whose items can be told apart for certain: it must end
/// in one "and" or "or", and no other item may hold one.
std::vector<Span> items_of_list(std::string_view text, Span list) {
  std::vector<Span> items;
  std::uint32_t begin = list.begin;
  for (std::uint32_t p = list.begin; p < list.end; ++p) {
    if (text[p] != ',') continue;
    if (p + 1 < list.end && is_digit(text[p + 1])) continue; // 1,200
    items.push_back({begin, p});
    begin = p + 1;
  }
  Span last{begin, list.end};
  std::string_view const words = text.substr(last.begin, last.size());
  for (std::string_view const joint : {"and", "or"}) {
    std::size_t const at = find_word(words, joint);
    if (at == std::string_view::npos) continue;
    Span const before = trimmed(text, {last.begin, last.begin + static_cast<std::uint32_t>(at)});
    if (!before.empty()) items.push_back(before);
    last.begin += static_cast<std::uint32_t>(at + joint.size());
    items.push_back(last);
    for (Span& item : items) {
      item = trimmed(text, item);
      std::string_view const item_words = text.substr(item.begin, item.size());
      if (item.empty() || find_word(item_words, "and") != std::string_view::npos ||
          find_word(item_words, "or") != std::string_view::npos)
        return {};
    }
    return items;
  }
  return {};
}

bool has_class(Lexicon const& lexicon, std::string_view text, std::string_view name) {
  WordClass const* const words = lexicon.word_class(name);
  if (words == nullptr) return false;
  for (std::size_t p = 0; p < text.size(); ++p)
    if ((p == 0 || !is_word_byte(text[p - 1])) && is_word_byte(text[p]) &&
        words->longest(text.data() + p, text.data() + text.size()))
      return true;
  return false;
}

class Lists {
 public:
  explicit Lists(Article const& article)
      : article_(article), folded_(article.document.folded), plain_(article.document.plain) {}

  /// "three reasons: cost, delay and noise": a count, a few words and a colon.
  void announced(std::vector<Binding>& out) const {
    for (Span const sentence : article_.document.sentences) {
      std::size_t const colon = folded_.substr(0, sentence.end).find(':', sentence.begin);
      if (colon == std::string_view::npos) continue;
      auto const at = static_cast<std::uint32_t>(colon);
      ClaimId const count = count_before(sentence, at);
      if (count == no_id) continue;
      Span const list = trimmed(folded_, {at + 1, sentence.end});
      std::size_t const items = items_behind(list);
      if (items >= 2) out.push_back(binding(count, list, items));
    }
  }

  /// A paragraph that ends in a colon, and the bullets behind it.
  void bulleted(std::vector<Binding>& out) const {
    auto const& regions = article_.document.regions;
    for (std::uint32_t i = 0; i + 1 < regions.size(); ++i) {
      if (regions[i].kind != RegionKind::body || regions[i + 1].list == no_id) continue;
      Span const paragraph = regions[i].span;
      std::string_view text = folded_.substr(paragraph.begin, paragraph.size());
      while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
      if (text.empty() || text.back() != ':') continue;
      std::uint32_t const sentence =
          article_.document.sentence_at(paragraph.begin + static_cast<std::uint32_t>(text.size()) - 1);
      if (sentence >= article_.document.sentences.size()) continue;
      ClaimId const count = count_before(article_.document.sentences[sentence],
                                         paragraph.begin + static_cast<std::uint32_t>(text.size()) - 1);
      if (count == no_id) continue;
      std::uint32_t const list = regions[i + 1].list;
      std::size_t items = 0;
      std::uint32_t item = no_id;
      Span all = regions[i + 1].span;
      for (std::uint32_t k = i + 1; k < regions.size() && regions[k].list != no_id; ++k) {
        if (regions[k].list != list) continue; // a list inside an item
        if (regions[k].item != item) ++items;
        item = regions[k].item;
        all.end = regions[k].span.end;
      }
      if (items >= 2 && !goes_on(count, items, all.end)) out.push_back(binding(count, all, items));
    }
  }

  /// "both A, B and C", "the trio, A and B".
  void grouped(std::vector<Binding>& out) const {
    struct Group {
      std::string_view word;
      int members;
    };
    static constexpr Group groups[] = {{"both", 2},    {"duo", 2},       {"pair", 2},    {"couple", 2},
                                       {"trio", 3},    {"threesome", 3}, {"quartet", 4}, {"foursome", 4},
                                       {"quintet", 5}, {"sextet", 6}};
    for (Span const sentence : article_.document.sentences) {
      std::string_view const text = folded_.substr(0, sentence.end);
      for (Group const& group : groups) {
        std::size_t const at = find_word(text, group.word, sentence.begin);
        if (at == std::string_view::npos) continue;
        auto begin = static_cast<std::uint32_t>(at + group.word.size());
        if (group.word != "both") { // "the trio, A and B", "the trio - A and B": the mark says that a list follows
          auto const mark = list_mark(begin, sentence.end);
          if (!mark) continue;
          begin = *mark;
        }
        Span const list = names_at(begin, sentence.end);
        std::size_t const items = list.empty() ? 0 : items_of_list(folded_, list).size();
        if (items < 2) continue;
        Span const word{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + group.word.size())};
        out.push_back(
            {{Slot::of_text(word, article_.document.text(word)), Slot::of_text(list, article_.document.text(list)),
              Slot::of_value(Value::number(Decimal{group.members})),
              Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(items)}))}});
      }
    }
  }

  /// "A, B and C scored 12, 14 and 16, respectively", "A, B and C scored, respectively, 12, 14 and 16".
  void respective(std::vector<Binding>& out) const {
    for (Span const sentence : article_.document.sentences) {
      std::size_t const at = find_word(folded_.substr(0, sentence.end), "respectively", sentence.begin);
      if (at == std::string_view::npos) continue;
      auto const word = static_cast<std::uint32_t>(at);
      Span values = figures_before({sentence.begin, word});
      if (values.empty()) values = figures_after({word + 12, sentence.end});
      if (values.empty()) continue;
      auto const value_items = items_of_list(folded_, values);
      Span const names = names_before({sentence.begin, std::min(values.begin, word)});
      if (names.empty()) continue;
      auto const name_items = items_of_list(folded_, names);
      if (value_items.size() < 2 || name_items.size() < 2) continue;
      out.push_back(
          {{Slot::of_text(names, article_.document.text(names)), Slot::of_text(values, article_.document.text(values)),
            Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(name_items.size())})),
            Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(value_items.size())}))}});
    }
  }

  /// "5 reasons to ..." over numbered headings or the one list of the text.
  void listicle(std::vector<Binding>& out) const {
    auto const& regions = article_.document.regions;
    std::size_t numbered = 0, items = 0, headings = 0;
    std::uint32_t the_list = no_id, item = no_id;
    bool one_list = true;
    Span numbered_span, items_span;
    for (auto const& region : regions) {
      if (region.kind == RegionKind::heading) {
        ++headings;
        std::string_view const text = folded_.substr(region.span.begin, region.span.size());
        std::size_t digits = 0;
        while (digits < text.size() && is_digit(text[digits])) ++digits;
        if (digits == 0 || digits > 2 || digits == text.size() ||
            (text[digits] != '.' && text[digits] != ')' && text[digits] != ':'))
          continue;
        if (numbered++ == 0) numbered_span = region.span;
        numbered_span.end = region.span.end;
      } else if (region.kind == RegionKind::list_item) {
        one_list = one_list && (the_list == no_id || the_list == region.list);
        the_list = region.list;
        if (items == 0) items_span = region.span;
        if (region.item != item) ++items;
        item = region.item;
        items_span.end = region.span.end;
      }
    }
    bool const by_heading = numbered >= 2 && numbered == headings;
    bool const by_list = numbered == 0 && headings == 0 && one_list && items >= 3;
    if (!by_heading && !by_list) return;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (claim.region == no_id || !is_title(claim.region)) continue;
      if (!counts_things(claim) || claim.span.begin - regions[claim.region].span.begin > 8) continue;
      out.push_back(binding(id, by_heading ? numbered_span : items_span, by_heading ? numbered : items));
    }
  }

 private:
  /// The headline, or in a page without one a first line that ends no sentence.
  bool is_title(std::uint32_t region) const {
    auto const& regions = article_.document.regions;
    if (regions[region].kind == RegionKind::headline) return true;
    std::string_view const line = article_.document.text(regions[region].span);
    return region == 0 && regions[0].kind == RegionKind::body && line.size() < longest_title &&
           std::string_view(".:;,").find(line.back()) == std::string_view::npos;
  }

  bool counts_things(Claim const& claim) const {
    return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known &&
           claim.figure.value.is_integer() && claim.hedge == Hedge::none && claim.figure.value > Decimal{1} &&
           claim.figure.value < Decimal{100};
  }
  /// A list too short for its count that paragraphs may have cut: another one follows before the next heading.
  bool goes_on(ClaimId count, std::size_t items, std::uint32_t end) const {
    if (article_.claims[count].figure.value <= Decimal{static_cast<std::int64_t>(items)}) return false;
    auto const& regions = article_.document.regions;
    std::uint32_t at = article_.document.region_at(end - 1);
    std::uint32_t const list = regions[at].list;
    while (++at < regions.size() && regions[at].kind != RegionKind::heading)
      if (regions[at].kind == RegionKind::list_item && regions[at].list != list) return true;
    return false;
  }
  Binding binding(ClaimId count, Span list, std::size_t items) const {
    return {{Slot::of_claim(count, article_.claims[count].span), Slot::of_text(list, article_.document.text(list)),
             Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(items)}))}};
  }

  /// The count of things that the words before a colon announce: the last figure there, with at most five words behind
  /// its noun.
  ClaimId count_before(Span sentence, std::uint32_t colon) const {
    auto const first = std::partition_point(article_.claims.begin(), article_.claims.end(),
                                            [&](Claim const& c) { return c.span.begin < sentence.begin; });
    ClaimId found = no_id;
    for (auto at = first; at != article_.claims.end() && at->span.end <= colon; ++at)
      if (is_figure(at->kind)) found = static_cast<ClaimId>(at - article_.claims.begin());
    if (found == no_id) return no_id;
    Claim const& claim = article_.claims[found];
    if (claim.kind != Kind::count || !counts_things(claim) || claim.figure.value > Decimal{12}) return no_id;
    Span const behind{std::max(claim.span.end, claim.subject.head.end), colon};
    std::string_view const words = folded_.substr(behind.begin, behind.size());
    if (words_in(words) > 5 || words.find_first_of(",;(\"") != std::string_view::npos) return no_id;
    if (has_class(*article_.lexicon, words, "list-stop") ||
        has_class(*article_.lexicon, article_.document.folded_text(claim.subject.head), "list-stop"))
      return no_id;
    return found;
  }

  /// Items behind a colon: parts between semicolons, else short items between commas. 0 when they cannot be counted for
  /// certain.
  std::size_t items_behind(Span list) const {
    std::string_view const text = folded_.substr(list.begin, list.size());
    if (text.find_first_of("\"()") != std::string_view::npos || text.find("\xE2\x80\x9C") != std::string_view::npos)
      return 0;
    if (std::size_t const semicolons = static_cast<std::size_t>(std::count(text.begin(), text.end(), ';'));
        semicolons > 0)
      return semicolons + 1;
    auto const items = items_of_list(folded_, list);
    for (Span const item : items) {
      std::string_view const words = folded_.substr(item.begin, item.size());
      if (words_in(words) > 4 || has_class(*article_.lexicon, words, "clause-word") || has_figure(item)) return 0;
    }
    return items.size();
  }
  bool has_figure(Span span) const {
    auto const at = std::partition_point(article_.claims.begin(), article_.claims.end(),
                                         [&](Claim const& c) { return c.span.end <= span.begin; });
    return at != article_.claims.end() && at->span.begin < span.end;
  }

  /// Behind the mark that opens a list: "the trio, A and B", "a trio of local boats: A and B", "the trio - A and B".
  std::optional<std::uint32_t> list_mark(std::uint32_t at, std::uint32_t end) const {
    for (int words = 0; at < end && words < 5;) {
      if (is_space(folded_[at])) {
        ++at;
        continue;
      }
      char const c = folded_[at];
      if (c == ',' || c == ':' || c == '(') return at + 1;
      if (c == '-' && at + 1 < end && is_space(folded_[at + 1])) return at + 1;
      if (is_long_dash(at)) return at + 3;
      if (!is_word_byte(c)) return {};
      if (words > 0 && capital_at(at)) return at; // "the trio of Klein, Weiss and Adler"
      std::uint32_t const word = word_end(at, end);
      if (words++ == 0 && folded_.substr(at, word - at) != "of") return {};
      at = word;
    }
    return {};
  }

  bool capital_at(std::uint32_t at) const { return is_capital(plain_[at]); }
  /// A word of a name: with a capital, or a number.
  bool name_word(Span word) const { return capital_at(word.begin); }

  /// An en or em dash, whose bytes are above ASCII like those of letters.
  bool is_long_dash(std::uint32_t at) const {
    std::string_view const mark = folded_.substr(at, 3);
    return mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94";
  }

  std::uint32_t word_end(std::uint32_t at, std::uint32_t end) const {
    while (at < end && !is_long_dash(at) &&
           (is_word_byte(folded_[at]) ||
            ((folded_[at] == '\'' || folded_[at] == '-') && at + 1 < end && is_word_byte(folded_[at + 1]))))
      ++at;
    return at;
  }

  /// "Smith, Jones and Lee" from `begin` on: capitalised words, commas and one "and" behind which it ends.
  Span names_at(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin, last = begin;
    bool joined = false;
    for (int words = 0; at < end; ++words) {
      if (words > most_words_in_list) return {};
      while (at < end && (is_space(folded_[at]) || folded_[at] == ',')) {
        if (folded_[at] == ',' && joined) return trimmed(folded_, {begin, last});
        ++at;
      }
      if (at >= end || is_long_dash(at) || !is_word_byte(folded_[at])) break;
      Span const word{at, word_end(at, end)};
      std::string_view const w = folded_.substr(word.begin, word.size());
      if (w == "and" || w == "or") {
        if (joined) return {};
        joined = true;
      } else if (name_word(word)) {
        last = word.end;
      } else if (w != "the") { // "the Kittiwake, the Petrel and the Merlin"
        break;
      }
      at = word.end;
    }
    // A comma behind the last name before any "and": an apposition, not a list.
    return joined ? trimmed(folded_, {begin, last}) : Span{};
  }

  /// The list of figures that ends right before `before.end`: "12, 14 and 16".
  Span figures_before(Span before) const {
    std::uint32_t end = before.end;
    while (end > before.begin && !is_word_byte(folded_[end - 1]) && folded_[end - 1] != '%') --end;
    auto at = std::partition_point(article_.claims.begin(), article_.claims.end(),
                                   [&](Claim const& c) { return c.span.begin < end; });
    std::uint32_t begin = end;
    int found = 0;
    while (at != article_.claims.begin()) {
      --at;
      if (at->span.begin < before.begin || !is_figure(at->kind) || at->figure.range) break;
      std::uint32_t const behind = std::max(at->span.end, at->subject.head.end);
      std::string_view const gap = folded_.substr(behind, begin > behind ? begin - behind : 0);
      if (found == 0 ? words_in(gap) > 4 || gap.find(';') != std::string_view::npos : !is_joint(gap)) break;
      begin = at->span.begin;
      ++found;
    }
    return found >= 2 ? Span{begin, end} : Span{};
  }
  /// The list of figures that begins right behind `after.begin`, a comma between.
  Span figures_after(Span after) const {
    auto at = std::partition_point(article_.claims.begin(), article_.claims.end(),
                                   [&](Claim const& c) { return c.span.begin < after.begin; });
    Span out{after.begin, after.begin};
    for (int found = 0; at != article_.claims.end() && at->span.end <= after.end; ++at, ++found) {
      if (!is_figure(at->kind) || at->figure.range) break;
      std::string_view const gap = folded_.substr(out.end, at->span.begin - out.end);
      if (found == 0 ? words_in(gap) > 0 : !is_joint(gap)) return found >= 2 ? out : Span{};
      if (found == 0) out.begin = at->span.begin;
      out.end = at->span.end;
    }
    return out.begin < out.end && out.begin > after.begin ? out : Span{};
  }
  static bool is_joint(std::string_view gap) {
    std::string letters;
    for (char const c : gap)
      if (c != ' ') letters += c;
    return letters == "," || letters == "and" || letters == ",and";
  }

  /// The last list of names in a stretch.
  Span names_before(Span before) const {
    Span found;
    for (std::uint32_t at = before.begin; at < before.end;) {
      if (!is_word_byte(folded_[at]) || is_long_dash(at)) {
        ++at;
        continue;
      }
      Span const word{at, word_end(at, before.end)};
      if (name_word(word)) {
        Span const list = names_at(at, before.end);
        if (!list.empty()) {
          found = list;
          at = std::max(list.end, word.end);
          continue;
        }
      }
      at = std::max(at + 1, word.end);
    }
    return found;
  }

  Article const& article_;
  std::string_view folded_;
  std::string_view plain_;
};

std::vector<Binding> enumerations(Article const& article) {
  std::vector<Binding> out;
  Lists const lists(article);
  lists.announced(out);
  lists.bulleted(out);
  return out;
}

template <void (Lists::*find)(std::vector<Binding>&) const>
std::vector<Binding> found_by(Article const& article) {
  std::vector<Binding> out;
  (Lists(article).*find)(out);
  return out;
}

std::vector<Role> counted_roles() {
  return {{"count", "count|number", {}, false, "the number that is announced"},
          {"list", "", Type::of(Base::text), false, "the list"},
          {"items", "", Type::figure(Measure::plain), false, "how many items it has"}};
}

} // namespace

std::vector<Relation> list_relations() {
  Type const text = Type::of(Base::text), number = Type::figure(Measure::plain);
  return {
      {"enumeration",
       "a count of things with a colon, and the list or the bullets behind it; silent where the items cannot be told "
       "apart for certain",
       counted_roles(), enumerations},
      {"listicle", "the number with which a headline begins, and the numbered headings or the only list of the text",
       counted_roles(), found_by<&Lists::listicle>},
      {"group-list",
       "both, duo, trio or quartet with the names behind it",
       {{"group", "", text, false, "both, duo, trio ..."},
        {"list", "", text, false, "the names"},
        {"members", "", number, false, "how many the word means"},
        {"items", "", number, false, "how many names there are"}},
       found_by<&Lists::grouped>},
      {"respectively",
       "a list of names and a list of figures in a sentence that ends in `respectively`",
       {{"names", "", text, false, "the names"},
        {"figures", "", text, false, "the figures"},
        {"name_count", "", number, false, "how many names"},
        {"figure_count", "", number, false, "how many figures"}},
       found_by<&Lists::respective>},
  };
}

} // namespace claimcheck::rules
