#include "rules/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/hash.hpp"
#include "grammars/pattern.hpp"

namespace claimcheck::rules {
namespace {

/// U+2019 inside a word is the apostrophe.
bool typographic_apostrophe(char const* at, char const* last) {
  return last - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' && at[2] == '\x99';
}

constexpr std::array<bool, 256> ascii_letters = [] {
  std::array<bool, 256> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = true;
  return table;
}();
bool ascii_letter(char c) { return ascii_letters[static_cast<unsigned char>(c)]; }

bool letter_at(char const* at, char const* last) { return at < last && is_word_byte(*at) && !word_ends(at, last); }

/// The end of the word at `at`: letters and digits, with single hyphens and apostrophes inside. Stops at `last`.
char const* end_of_word(char const* at, char const* last) {
  if (!letter_at(at, last)) return at;
  while (at < last) {
    if (ascii_letter(*at)) {
      ++at;
    } else if (letter_at(at, last)) {
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
  std::string_view const word(at, static_cast<std::size_t>(end - at));
  if (word.find('\xE2') == std::string_view::npos) return word_key(word);
  std::string plain; // with the typewriter's apostrophe
  for (; at < end; ++at) {
    bool const apostrophe = typographic_apostrophe(at, end);
    plain += apostrophe ? '\'' : *at;
    if (apostrophe) at += 2;
  }
  return word_key(plain);
}

} // namespace

std::uint64_t word_hash(std::string_view word) { return hash_of_word(word.data(), word.data() + word.size()); }
std::uint64_t first_word_hash(std::string_view phrase) {
  char const* const last = phrase.data() + phrase.size();
  return hash_of_word(phrase.data(), end_of_word(phrase.data(), last));
}
std::uint64_t last_word_hash(std::string_view phrase) {
  std::string_view const word = phrase.substr(phrase.find_last_of(' ') + 1); // npos + 1 is 0
  return word_hash(word);
}
std::uint64_t mark_hash(std::string_view mark) { return fnv1a(mark, 0x70756e6374ULL); }

namespace {
/// Bytes of text in a stretch, about: its tokens fit into the second-nearest cache.
constexpr std::uint32_t stretch = 1 << 15;
} // namespace

TokenReader::TokenReader(Article const& article) : article_(article) {
  for (auto const& entity : article.entities) {
    if (entity.kind != EntityKind::person && entity.kind != EntityKind::place) continue;
    for (Span const mention : entity.mentions)
      mentions_.push_back({mention, entity.kind == EntityKind::person ? person_bit : place_bit});
  }
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](Mention const& a, Mention const& b) { return a.span.begin < b.span.begin; });
}

bool TokenReader::next(Tokens& out) {
  out.tokens.clear();
  out.fillers.clear();
  auto const size = static_cast<std::uint32_t>(article_.document.folded.size());
  if (at_ >= size) return false;
  std::size_t sentence = sentence_;
  std::uint32_t const end = end_of_stretch(sentence);
  take_fillers(end, out);
  // Words end where a claim begins or ends: "two-week-old" is a claim of two weeks and the rest.
  std::vector<std::uint32_t> walls;
  walls.reserve(out.fillers.size() * 2 + 1);
  for (auto const& filler : out.fillers) {
    walls.push_back(filler.span.begin);
    walls.push_back(filler.span.end);
  }
  walls.push_back(size);
  std::sort(walls.begin(), walls.end());
  take_tokens(end, walls, out);
  place_fillers(out);
  at_ = end;
  sentence_ = sentence;
  return true;
}

/// Where the stretch that begins at `at_` ends: at the end of a sentence. `sentence` moves to the first one behind it.
std::uint32_t TokenReader::end_of_stretch(std::size_t& sentence) const {
  auto const& sentences = article_.document.sentences;
  auto const size = static_cast<std::uint32_t>(article_.document.folded.size());
  while (sentence < sentences.size() && sentences[sentence].end - at_ < stretch) ++sentence;
  if (sentence >= sentences.size()) return size;
  return std::max(sentences[sentence++].end, at_ + 1);
}

void TokenReader::take_fillers(std::uint32_t end, Tokens& out) {
  for (; claim_ < article_.claims.size() && article_.claims[claim_].span.begin < end; ++claim_)
    out.fillers.push_back(
        {bit(article_.claims[claim_].kind), static_cast<ClaimId>(claim_), article_.claims[claim_].span, 0, 0, 0});
  for (; mention_ < mentions_.size() && mentions_[mention_].span.begin < end; ++mention_)
    out.fillers.push_back({mentions_[mention_].kind, no_id, mentions_[mention_].span, 0, 0, 0});
}

void TokenReader::take_tokens(std::uint32_t end, std::vector<std::uint32_t> const& walls, Tokens& out) {
  std::string_view const text = article_.document.folded;
  auto const& sentences = article_.document.sentences;
  std::size_t wall = 0, sentence = sentence_;
  bool fresh = true; // a sentence begins
  for (std::uint32_t at = at_; at < end;) {
    while (walls[wall] <= at && walls[wall] < text.size()) ++wall;
    while (sentence < sentences.size() && sentences[sentence].end <= at) {
      ++sentence;
      fresh = true;
    }
    if (fresh && sentence < sentences.size() && walls[wall] >= sentences[sentence].end &&
        !(wall > 0 && walls[wall - 1] >= at)) {
      at = std::min(sentences[sentence].end, end); // nothing in it fills a hole
      continue;
    }
    fresh = false;
    char const* const here = text.data() + at;
    char const* const stop = text.data() + walls[wall];
    Token token;
    token.begin = at;
    token.sentence = static_cast<std::uint32_t>(sentence);
    if (char const* const word = end_of_word(here, stop); word != here) {
      token.end = static_cast<std::uint32_t>(word - text.data());
      token.is_word = true;
      token.word = hash_of_word(here, word);
    } else if (*here == ' ') {
      ++at;
      continue;
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
    out.tokens.push_back(token);
  }
}

void TokenReader::place_fillers(Tokens& out) const {
  auto& tokens = out.tokens;
  auto const token_at = [&](std::uint32_t offset) {
    return static_cast<std::uint32_t>(
        std::partition_point(tokens.begin(), tokens.end(), [&](Token const& t) { return t.begin < offset; }) -
        tokens.begin());
  };
  for (auto& filler : out.fillers) {
    filler.first = token_at(filler.span.begin);
    filler.after = std::max(token_at(filler.span.end), filler.first);
    filler.subject_after = filler.after;
    if (filler.claim == no_id) continue;
    Claim const& claim = article_.claims[filler.claim];
    if (is_figure(claim.kind))
      for (std::uint32_t t = filler.first; t < filler.after; ++t) tokens[t].in_figure = true;
    Span const subject = claim.subject.phrase;
    if (!subject.empty() && subject.begin >= claim.span.end && subject.begin <= claim.span.end + 2)
      filler.subject_after = token_at(subject.end);
  }
  std::stable_sort(out.fillers.begin(), out.fillers.end(),
                   [](Filler const& a, Filler const& b) { return a.first < b.first; });
  out.filler_at.assign(tokens.size() + 1, 0);
  std::uint32_t next = 0;
  for (std::uint32_t t = 0; t <= tokens.size(); ++t) {
    while (next < out.fillers.size() && out.fillers[next].first < t) ++next;
    out.filler_at[t] = next;
  }
}

} // namespace claimcheck::rules
