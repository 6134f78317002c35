// A block of text as the sieves read it: words with all that the word lists know of them, and each quotation as one
// unit.
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/attribution_words.hpp"
#include "resolve/quotation.hpp"
#include "text/document.hpp"

namespace claimcheck::resolve {

enum class TokenKind : std::uint8_t {
  word,
  number,
  comma,
  colon,
  semicolon,
  dash,
  open_bracket,
  close_bracket,
  quotation,
  end,
  other
};
/// What hangs on a word by an apostrophe: Trump's; they're, I'd; don't.
enum class Clitic : std::uint8_t { none, s, verb, negation };

struct Token {
  std::uint32_t begin = 0; ///< into Document::plain; of an `end` token: the end of the sentence
  std::uint32_t end = 0;
  std::uint64_t classes = 0;
  VerbWord verb;
  TokenKind kind = TokenKind::word;
  Clitic clitic = Clitic::none;
  bool capital = false;
  bool quoted = false;         ///< inside a quotation
  std::uint32_t quotation = 0; ///< of a `quotation` token: index into Quotations::list

  bool is(std::uint64_t bits) const { return (classes & bits) != 0; }
  bool is_word() const { return kind == TokenKind::word; }
  Span span() const { return {begin, end}; }
};

/// Reads blocks one after another; sentences and quotations are looked up by cursors that only move forward.
class Tokenizer {
 public:
  Tokenizer(text::Document const& document, Quotations const& quotations, AttributionWords const& words)
      : document_(document), quotations_(quotations), words_(words) {}

  /// All tokens of a block, in order; those inside a quotation follow its `quotation` token and are marked `quoted`.
  /// The last one is an `end`. Blocks must be asked for in reading order.
  void read(text::Region const& region, std::vector<Token>& tokens);

 private:
  bool amount_at(std::uint32_t at) const;
  bool plain_word(std::uint32_t at, std::uint32_t limit, Token& token) const;
  std::uint32_t word(std::uint32_t at, std::uint32_t limit, Token& token) const;

  text::Document const& document_;
  Quotations const& quotations_;
  AttributionWords const& words_;
  std::size_t sentence_ = 0;
  std::size_t quotation_ = 0;
};

} // namespace claimcheck::resolve
