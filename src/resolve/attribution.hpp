// Who said what: fills an article's quotations, entities and attributions, and gives every claim its speaker.
#pragma once

#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// Runs after `text::segment`. Sets article.quotations, article.entities, article.attributions (in reading order of
/// their cues), and of each claim that lies inside a content `attribution` (the innermost one) and `guards.quoted`.
/// Linear in the text's size.
void attribute(Article& article);

} // namespace claimcheck::resolve
