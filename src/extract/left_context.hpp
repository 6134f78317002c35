// What stands before a place: the questions that a grammar, which reads forward, cannot ask. Light backward steps over
// folded text.
#pragma once

#include <string_view>

#include "grammars/text.hpp"

namespace claimcheck::extract {

/// The word that ends before `at`, spaces skipped; empty at the block's beginning or after punctuation. Hyphens and
/// apostrophes are no part of it.
std::string_view word_before(grammar::TextContext const& text, char const* at);

/// The last character before `at` that is no space; 0 at the block's beginning.
char mark_before(grammar::TextContext const& text, char const* at);

/// `at` begins a sentence, as far as the marks before it tell: block's beginning, or a full stop, question or
/// exclamation mark, colon, or opening quotation mark.
bool sentence_may_begin(grammar::TextContext const& text, char const* at);

/// Any word of `words` stands within `reach` bytes on either side of [begin, end), without crossing a full stop and
/// space.
bool near_word(grammar::TextContext const& text, char const* begin, char const* end, WordClass const& words, int reach);

/// The word that starts at `at`, spaces skipped (letters only); empty when none does.
std::string_view word_after(grammar::TextContext const& text, char const* at);

/// "10 Downing Street", "1600 Pennsylvania Avenue": behind the number that ends at `end` stand capitals and a street
/// word.
bool is_address(grammar::TextContext const& text, char const* end);

} // namespace claimcheck::extract
