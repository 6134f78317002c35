// Puts extracted claims into their context: sentence, date of the document, times, guards.
#pragma once

#include <string_view>

#include "extract/extract.hpp"
#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// Moves the claims into the article, splits its text into sentences that respect them, and tells each claim its
/// sentence.
void place_claims(Article& article, extract::Extraction&& extraction);

/// Marks claims of hypothetical, negated and revised sentences (Guards). Needs sentences; linear in claims and
/// sentences.
void mark_guards(Article& article);

} // namespace claimcheck::resolve
