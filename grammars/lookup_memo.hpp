// The last answers of the lists that grammars ask again and again at one place: alternatives of a grammar begin with
// the same word, and each would look it up anew.
#pragma once

#include <cstddef>
#include <cstdint>

#include "grammars/figure_types.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck::grammar {

/// A few places at a time, told apart by their addresses: enough for a word and those behind it.
template <class Answer, std::size_t Places = 4>
class PlaceMemo {
 public:
  /// The answer for `at`: the one kept, or what `look_up` returns. Valid as long as the text stays the same.
  template <class LookUp>
  Answer const& operator()(char const* at, LookUp const& look_up) {
    Entry& entry = entries_[reinterpret_cast<std::uintptr_t>(at) % Places];
    if (entry.at != at) {
      entry.answer = look_up();
      entry.at = at;
    }
    return entry.answer;
  }

  /// Keeps an answer that is known already.
  void set(char const* at, Answer const& answer) {
    entries_[reinterpret_cast<std::uintptr_t>(at) % Places] = {at, answer};
  }

 private:
  struct Entry {
    char const* at = nullptr;
    Answer answer{};
  };
  Entry entries_[Places];
};

/// Holds for one text and its end: a grammar that reads only a part of the text must not use it.
struct LookupMemo {
  PlaceMemo<PhraseKey, 8> keys;      ///< by which every list is asked
  PlaceMemo<std::uint32_t> families; ///< of the gate
  PlaceMemo<PhraseTable<NumberWord>::Match> numbers;
  PlaceMemo<bool> names; ///< of months and weekdays: whether the name goes on to a longer date
  PlaceMemo<PhraseTable<Hedge>::Match> hedges;
  PlaceMemo<Tail> tails;       ///< of tail_word; `end` is null where there is none
  PlaceMemo<Tail> glued_tails; ///< of glued_tail_word
};

} // namespace claimcheck::grammar
