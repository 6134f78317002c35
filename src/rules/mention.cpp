#include "rules/mention.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "rules/article_words.hpp"

namespace claimcheck::rules {
namespace {

using text::RegionKind;

/// More figures of one text are a table or a list.
constexpr std::size_t most_mentions = 600;
/// Words of a noun phrase behind its figure.
constexpr std::size_t most_words = 4;

bool is_prose(RegionKind kind) {
  return kind == RegionKind::body || kind == RegionKind::list_item || kind == RegionKind::block_quote ||
         kind == RegionKind::caption;
}

/// Letters of words: a typographic mark (U+20xx) is none, though its bytes are above ASCII.
bool is_letter(std::string_view text, std::uint32_t at) {
  char const c = text[at];
  auto const u = static_cast<unsigned char>(c);
  if ((u >= 'a' && u <= 'z') || (u >= '0' && u <= '9')) return true;
  if (u < 0x80 || u == 0xE2) return false;
  if (u >= 0xC0) return true;
  for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) // a byte inside a character
    if (auto const lead = static_cast<unsigned char>(text[at - back]); lead >= 0xC0) return lead != 0xE2;
  return false;
}

} // namespace

Mentions::Mentions(Article const& article) : article_(article), text_(article.document.folded) {
  auto const named = [&](std::string_view name) { return article.lexicon->word_class(name); };
  class_ = {named("mention-determiner"),
            named("mention-adjective"),
            named("mention-verb"),
            article.lexicon->figure_words.noun_stop,
            named("mention-part"),
            named("mention-contrast"),
            named("mention-apart"),
            named("mention-time"),
            named("mention-generic"),
            named("mention-filler"),
            named("mention-demonstrative"),
            named("mention-part-behind"),
            named("mention-of"),
            named("mention-his"),
            named("mention-hers"),
            named("mention-whole"),
            named("group-stop"),
            named("mention-person"),
            named("mention-people"),
            named("auxiliary")};
  for (std::string_view const name : families(article, "people-as ")) fates_.push_back(named(name));
  for (std::string_view const name : families(article, "told-as ")) acts_.push_back(named(name));
  for (ClaimId id = 0; id < article.claims.size() && mentions_.size() < most_mentions; ++id)
    if (auto mention = read(id)) mentions_.push_back(std::move(*mention));
}

// Words.

bool Mentions::is(Span word, WordClass const* words) const {
  if (words == nullptr || word.empty()) return false;
  auto const match = words->longest(text_.data() + word.begin, text_.data() + text_.size());
  return match && match.end == text_.data() + word.end;
}

std::uint64_t Mentions::key(Span word) const {
  return fnv1a(article_.lexicon->singular(text_.substr(word.begin, word.size())));
}

Span Mentions::sentence(std::uint32_t offset) const {
  auto const& sentences = article_.document.sentences;
  std::uint32_t const index = article_.document.sentence_at(offset);
  return index < sentences.size() ? sentences[index] : Span{offset, offset};
}

/// The word that begins at or, behind spaces, after `at`; empty at a mark.
Span Mentions::next(std::uint32_t at, std::uint32_t limit) const {
  while (at < limit && text_[at] == ' ') ++at;
  std::uint32_t end = at;
  while (end < limit &&
         (is_letter(text_, end) || (text_[end] == '-' && end > at && end + 1 < limit && is_letter(text_, end + 1))))
    ++end;
  return {at, end};
}

/// The word that ends before `at`; empty at a mark.
Span Mentions::previous(std::uint32_t at, std::uint32_t limit) const {
  while (at > limit && text_[at - 1] == ' ') --at;
  std::uint32_t begin = at;
  while (begin > limit && (is_letter(text_, begin - 1) ||
                           (text_[begin - 1] == '-' && begin < at && begin - 1 > limit && is_letter(text_, begin - 2))))
    --begin;
  return {begin, at};
}

/// The word stands in the sentence, in the singular or plural, or one with the same first letters does: "bought" is not
/// found for "purchase", but "awarded" is for "award".
bool Mentions::in_sentence(std::uint32_t index, Span word) {
  auto const [found, fresh] = words_of_.try_emplace(index);
  if (fresh && index < article_.document.sentences.size()) {
    Span const where = article_.document.sentences[index];
    if (where.size() <= longest_sentence)
      for (std::uint32_t at = where.begin; at < where.end;) {
        Span const each = next(at, where.end);
        if (!each.empty()) found->second.push_back(key(each));
        at = std::max(at + 1, each.end);
      }
    std::sort(found->second.begin(), found->second.end());
  }
  return std::binary_search(found->second.begin(), found->second.end(), key(word));
}

std::pair<Mentions::ClaimAt, Mentions::ClaimAt> Mentions::claims_in(Span where) const {
  auto const& claims = article_.claims;
  auto const begins_before = [](Claim const& c, std::uint32_t offset) { return c.span.begin < offset; };
  return {std::lower_bound(claims.begin(), claims.end(), where.begin, begins_before),
          std::lower_bound(claims.begin(), claims.end(), where.end, begins_before)};
}

// Reading one mention.

std::optional<Mention> Mentions::read(ClaimId id) const {
  Claim const& claim = article_.claims[id];
  if (claim.region == no_id || !is_prose(article_.document.regions[claim.region].kind)) return {};
  Mention out;
  out.claim = id;
  switch (claim.kind) {
  case Kind::count:
    if (claim.subject.key == 0) return {};
    out.measure = claim.subject.key;
    if (claim.figure.adjectival) {
      out.form = MentionForm::measured;
      out.adjectival = true;
    }
    break;
  case Kind::money:
    if (claim.figure.per != no_unit) return {};
    out.form = MentionForm::priced;
    out.measure = claim.figure.unit + 1u;
    out.adjectival = true;
    break;
  case Kind::age:
  case Kind::duration:
  case Kind::distance:
  case Kind::area:
  case Kind::mass:
  case Kind::volume:
    out.form = MentionForm::measured;
    out.measure = (std::uint64_t{static_cast<unsigned>(claim.kind)} + 1) << 32 | (claim.figure.unit + 1u);
    out.adjectival = claim.figure.adjectival;
    break;
  default:
    return {};
  }
  return out;
}

/// Behind it the noun phrase is over.
bool Mentions::ends_phrase(Span word) const {
  if (word.empty() || is(word, class_.end) || is(word, class_.verb)) return true;
  std::string_view const letters = text_.substr(word.begin, word.size());
  return letters.ends_with("ly") || letters[0] <= '9';
}

void Mentions::read_phrase(Mention& mention) const {
  Claim const& claim = at(mention);
  if (mention.form == MentionForm::counted) {
    Span const phrase = claim.subject.phrase;
    for (std::uint32_t at = phrase.begin; at < claim.subject.head.begin;) {
      Span const word = next(at, claim.subject.head.begin);
      if (!word.empty()) mention.words.push_back(word);
      at = std::max(at + 1, word.end);
    }
    mention.words.push_back(claim.subject.head);
    mention.heads.push_back(mention.words.size() - 1);
    return;
  }
  if (!mention.adjectival) return;
  Span const where = sentence(claim.span.begin);
  std::uint32_t p = std::max(claim.span.end, claim.kind == Kind::count ? claim.subject.head.end : claim.span.end);
  if (p >= where.end || (text_[p] != ' ' && text_[p] != '-')) return;
  if (text_[p] == '-') ++p;
  if (Span const of = next(p, where.end); mention.form == MentionForm::priced && is(of, class_.of))
    p = of.end; // "$1.5 trillion in spending"
  while (mention.words.size() < most_words) {
    Span const word = next(p, where.end);
    if (word.begin > p + 1 || ends_phrase(word)) break;
    mention.words.push_back(word);
    p = word.end;
    if (p >= where.end || text_[p] != ' ') break;
  }
  // Behind the head a verb may stand that is in no list: "the 14-story tower casts", "the 45 planes landed".
  for (std::size_t i = 0; i < mention.words.size(); ++i) {
    bool head = i + 1 == mention.words.size();
    if (!head) {
      Span const after = mention.words[i + 1];
      std::string_view const letters = text_.substr(after.begin, after.size());
      head =
          letters.ends_with("ed") || letters.ends_with("ing") || (letters.ends_with("s") && !letters.ends_with("ss"));
    }
    if (head) mention.heads.push_back(i);
  }
}

/// "the", "its", "the city's", "all", one or two adjectives between allowed: "the proposed 12-story tower".
std::optional<Mentions::Determiner> Mentions::determiner(Mention const& mention) const {
  Claim const& claim = at(mention);
  Span const where = sentence(claim.span.begin);
  if (where.size() > longest_sentence) return {};
  std::uint32_t from = claim.span.begin;
  for (int n = 0; n < 3; ++n) {
    Span const word = previous(from, where.begin);
    if (word.empty()) return {};
    if (is(word, class_.determiner)) return Determiner{word, {}};
    if (word.size() == 1 && text_[word.begin] == 's' && word.begin > where.begin + 1) { // a possessive
      std::uint32_t owner_end = word.begin;
      if (text_[owner_end - 1] == '\'')
        owner_end -= 1;
      else if (owner_end >= 3 && text_.substr(owner_end - 3, 3) == "\xE2\x80\x99")
        owner_end -= 3;
      else
        return {};
      Span const owner = previous(owner_end, where.begin);
      if (owner.empty()) return {};
      return Determiner{word, owner};
    }
    if (!is(word, class_.adjective)) return {};
    from = word.begin;
  }
  return {};
}

/// "512 people in all", "a total of 512 people".
bool Mentions::is_whole(Mention const& mention) const {
  Claim const& claim = at(mention);
  Span const where = sentence(claim.span.begin);
  std::uint32_t const noun_end = std::max(claim.span.end, claim.subject.head.end);
  if (class_.whole == nullptr || noun_end + 1 >= where.end || text_[noun_end] != ' ') return false;
  if (Span const joint = previous(claim.span.begin, where.begin); text_.substr(joint.begin, joint.size()) == "and")
    return false; // "12 golds and 27 medals in all": a sum of its own
  return bool{class_.whole->longest(text_.data() + noun_end + 1, text_.data() + where.end)};
}

/// "144 of the 275 lawmakers" after "144 lawmakers": the whole was not told before.
bool Mentions::is_whole_of(Mention const& again, Mention const& first) const {
  Claim const& claim = at(again);
  if (again.claim == 0) return false;
  Claim const& part = article_.claims[again.claim - 1];
  if (part.sentence != claim.sentence || part.span.end > claim.span.begin || !is_figure(part.kind)) return false;
  Span const of = next(part.span.end, claim.span.begin);
  return text_.substr(of.begin, of.size()) == "of" && part.figure.value == at(first).figure.value;
}

bool Mentions::is_plain(Claim const& claim) const {
  return claim.figure.exact_known && !claim.figure.range &&
         (claim.hedge == Hedge::none || claim.hedge == Hedge::exactly);
}

} // namespace claimcheck::rules
