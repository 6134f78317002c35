#include "rules/tokens.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "grammars/pattern.hpp"

namespace claimcheck::rules {
namespace {

/// U+2019 inside a word is the apostrophe.
bool typographic_apostrophe(char const* at, char const* last) {
  return last - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' && at[2] == '\x99';
}

bool letter_at(char const* at, char const* last) { return at < last && is_word_byte(*at) && !word_ends(at, last); }

/// The end of the word at `at`: letters and digits, with single hyphens and apostrophes inside. Stops at `last`.
char const* end_of_word(char const* at, char const* last) {
  if (!letter_at(at, last)) return at;
  while (at < last) {
    if (letter_at(at, last)) {
      ++at;
      while (at < last && (static_cast<unsigned char>(*at) & 0xC0) == 0x80) ++at;
    } else if ((*at == '-' || *at == '\'') && letter_at(at + 1, last)) {
      ++at;
    } else if (typographic_apostrophe(at, last) && letter_at(at + 3, last)) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

std::uint64_t hash_of_word(char const* at, char const* end) {
  std::uint64_t state = fnv1a({});
  for (; at < end; ++at) {
    if (typographic_apostrophe(at, end)) {
      state = fnv1a("'", state);
      at += 2;
    } else {
      state = fnv1a({at, 1}, state);
    }
  }
  return state;
}

} // namespace

std::uint64_t word_hash(std::string_view word) { return hash_of_word(word.data(), word.data() + word.size()); }
std::uint64_t first_word_hash(std::string_view phrase) {
  char const* const last = phrase.data() + phrase.size();
  return hash_of_word(phrase.data(), end_of_word(phrase.data(), last));
}
std::uint64_t mark_hash(std::string_view mark) { return fnv1a(mark, 0x70756e6374ULL); }

Tokens::Tokens(Article const& article) {
  std::string_view const text = article.document.folded;
  for (ClaimId i = 0; i < article.claims.size(); ++i)
    fillers.push_back({bit(article.claims[i].kind), i, article.claims[i].span, 0, 0, 0});
  for (auto const& entity : article.entities) {
    if (entity.kind != EntityKind::person && entity.kind != EntityKind::place) continue;
    for (Span const mention : entity.mentions)
      fillers.push_back({entity.kind == EntityKind::person ? person_bit : place_bit, no_id, mention, 0, 0, 0});
  }
  // Words end where a claim begins or ends: "two-week-old" is a claim of two weeks and the rest.
  std::vector<std::uint32_t> walls;
  walls.reserve(fillers.size() * 2 + 1);
  for (auto const& filler : fillers) {
    walls.push_back(filler.span.begin);
    walls.push_back(filler.span.end);
  }
  walls.push_back(static_cast<std::uint32_t>(text.size()));
  std::sort(walls.begin(), walls.end());

  tokens.reserve(text.size() / 5);
  std::size_t wall = 0, sentence = 0;
  auto const& sentences = article.document.sentences;
  for (std::uint32_t at = 0; at < text.size();) {
    while (walls[wall] <= at && walls[wall] < text.size()) ++wall;
    while (sentence < sentences.size() && sentences[sentence].end <= at) ++sentence;
    char const* const here = text.data() + at;
    char const* const stop = text.data() + walls[wall];
    Token token;
    token.begin = at;
    token.sentence = static_cast<std::uint32_t>(sentence);
    if (char const* const end = end_of_word(here, stop); end != here) {
      token.end = static_cast<std::uint32_t>(end - text.data());
      token.is_word = true;
      token.word = hash_of_word(here, end);
    } else {
      std::size_t size = 0;
      std::string_view const mark = grammar::punctuation_class(here, text.data() + text.size(), size);
      if (mark.empty()) {
        ++at;
        continue;
      }
      token.end = at + static_cast<std::uint32_t>(size);
      token.word = mark_hash(mark);
    }
    at = token.end;
    tokens.push_back(token);
  }

  auto const token_at = [&](std::uint32_t offset) {
    return static_cast<std::uint32_t>(
        std::partition_point(tokens.begin(), tokens.end(), [&](Token const& t) { return t.begin < offset; }) -
        tokens.begin());
  };
  for (auto& filler : fillers) {
    filler.first = token_at(filler.span.begin);
    filler.after = std::max(token_at(filler.span.end), filler.first);
    filler.subject_after = filler.after;
    if (filler.claim == no_id) continue;
    Claim const& claim = article.claims[filler.claim];
    if (is_figure(claim.kind))
      for (std::uint32_t t = filler.first; t < filler.after; ++t) tokens[t].in_figure = true;
    Span const subject = claim.subject.phrase;
    if (!subject.empty() && subject.begin >= claim.span.end && subject.begin <= claim.span.end + 2)
      filler.subject_after = token_at(subject.end);
  }
  std::stable_sort(fillers.begin(), fillers.end(), [](Filler const& a, Filler const& b) { return a.first < b.first; });
  filler_at.resize(tokens.size() + 1);
  std::uint32_t next = 0;
  for (std::uint32_t t = 0; t <= tokens.size(); ++t) {
    while (next < fillers.size() && fillers[next].first < t) ++next;
    filler_at[t] = next;
  }
}

} // namespace claimcheck::rules
