// What a count counts.
#pragma once

#include "claim/claim.hpp"
#include "grammars/text.hpp"

namespace claimcheck::extract {

struct CountedNoun {
  Subject subject;           ///< empty phrase when nothing countable follows
  char const* end = nullptr; ///< behind the phrase
};

/// The noun phrase behind a number at `at`: "12 registered Ohio voters" -> voters. Its head is the last word of the
/// first run of plurals; a hyphenated noun ("50,000-seat") and invariable plurals ("12 aircraft") count too.
CountedNoun counted_noun(grammar::TextContext const& text, char const* at, bool singular_allowed);

/// The determiner before `at` says that the thing is known: the, these, those, his, all the ...
bool is_definite(grammar::TextContext const& text, char const* at);

} // namespace claimcheck::extract
