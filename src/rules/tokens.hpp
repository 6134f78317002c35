// An article as patterns see it: words and marks by hash, and the claims and mentions that can fill holes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "resolve/article.hpp"
#include "rules/binding.hpp"

namespace claimcheck::rules {

struct Token {
  std::uint32_t begin = 0, end = 0;
  std::uint64_t word = 0; ///< word_hash of the folded word, or mark_hash of the class of a mark of punctuation
  std::uint32_t sentence = 0;
  bool is_word = false;
  bool in_figure = false; ///< a gap may not pass it
};

/// Something that can fill a hole, by token positions.
struct Filler {
  KindMask kind = 0;
  ClaimId claim = no_id;
  Span span;
  std::uint32_t first = 0;         ///< its first token
  std::uint32_t after = 0;         ///< the token behind its last one
  std::uint32_t subject_after = 0; ///< behind what it counts, where that follows at once; else `after`
};

/// A stretch of whole sentences. Patterns match within a sentence, so an article is read stretch by stretch, and
/// sentences without anything that fills a hole are not read at all.
struct Tokens {
  std::vector<Token> tokens;
  std::vector<Filler> fillers;          ///< sorted by `first`
  std::vector<std::uint32_t> filler_at; ///< for each token the index of the first filler that does not begin before it

  bool begins_filler(std::uint32_t token) const { return filler_at[token] != filler_at[token + 1]; }
};

/// Reads an article from the first sentence to the last.
class TokenReader {
 public:
  explicit TokenReader(Article const& article);
  /// The next stretch, of at least one sentence; false when none is left. `tokens` is written over.
  bool next(Tokens& tokens);

 private:
  struct Mention {
    Span span;
    KindMask kind;
  };
  std::uint32_t end_of_stretch(std::size_t& sentence) const;
  void take_fillers(std::uint32_t end, Tokens& out);
  void take_tokens(std::uint32_t end, std::vector<std::uint32_t> const& walls, Tokens& out);
  void place_fillers(Tokens& out) const;

  Article const& article_;
  std::vector<Mention> mentions_; ///< of persons and places, by place
  std::uint32_t at_ = 0;
  std::size_t sentence_ = 0, claim_ = 0, mention_ = 0;
};

/// The hash that a word or mark of a pattern must have.
std::uint64_t word_hash(std::string_view folded_word);
/// The same of the first and of the last word of a phrase.
std::uint64_t first_word_hash(std::string_view folded_phrase);
std::uint64_t last_word_hash(std::string_view folded_phrase);
std::uint64_t mark_hash(std::string_view punctuation_class);

} // namespace claimcheck::rules
