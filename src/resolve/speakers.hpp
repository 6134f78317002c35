// Whose words: from the words of a source ("Kuleba", "he", "the bureau") to the entity that speaks.
#pragma once

#include <vector>

#include "resolve/attribution_sieves.hpp"
#include "resolve/entities.hpp"

namespace claimcheck::resolve {

/// Sets Attribution::speaker of every candidate; the candidates are in reading order. A speaker that cannot be told
/// stays no_entity: a pronoun goes to the last source that fits it, and never to somebody whom the content names in the
/// third person.
void resolve_speakers(text::Document const& document, AttributionWords const& words, EntityCollector& entities,
                      std::vector<Candidate>& candidates);

} // namespace claimcheck::resolve
