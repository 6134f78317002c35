// Does a sentence speak of the past or of the future where it names a day?
#pragma once

#include <cstdint>

#include "claim/span.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"

namespace claimcheck::resolve {

enum class Tense : std::uint8_t { unknown, past, future };

/// Looks at the verbs nearest to the expression within its sentence: "Police said on Tuesday", "the court will rule on
/// Tuesday". Bounded work.
Tense tense_at(text::Document const& document, CalendarWords const& words, Span expression, std::uint32_t sentence);

} // namespace claimcheck::resolve
