// The text that grammars read; light, for the facades that must not include Boost.Spirit.
#pragma once

#include "grammars/lookup_memo.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck::grammar {

/// All pointers are into buffers of one length; `begin` and `end` bound the block that is being read.
struct TextContext {
  Lexicon const* lexicon = nullptr;
  char const* folded = nullptr;
  char const* plain = nullptr;
  char const* begin = nullptr; ///< folded
  char const* end = nullptr;   ///< folded
  bool title_case = false;     ///< nearly every word of the block has a capital: capitals say nothing
  mutable LookupMemo memo;

  /// The longest phrase of `table` at `at`. `last` is nearly always `end`: then one key of the place serves all tables.
  template <class Value>
  typename PhraseTable<Value>::Match longest(PhraseTable<Value> const& table, char const* at, char const* last) const {
    if (last != end) return table.longest(at, last);
    return table.longest(memo.keys(at, [&] { return phrase_key(at, last); }), at, last);
  }
  /// The hedge at `at`: "about", "more than". Five readers ask for it at one place.
  PhraseTable<Hedge>::Match hedge(char const* at) const {
    return memo.hedges(at, [&] { return longest(lexicon->hedges_before, at, end); });
  }

  char const* original(char const* at) const { return plain + (at - folded); }
  std::uint32_t offset(char const* at) const { return static_cast<std::uint32_t>(at - folded); }
  /// The letter at `at` was written as a capital (ASCII).
  bool capital(char const* at) const {
    char const c = *original(at);
    return c >= 'A' && c <= 'Z';
  }
};

} // namespace claimcheck::grammar
