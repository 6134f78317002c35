#include "engine/engine.hpp"

#include "resolve/attribution.hpp"

namespace claimcheck {

Article read_article(Input input, Lexicon const& lexicon) {
  Article article;
  article.lexicon = &lexicon;
  article.document = text::read(std::move(input.bytes), input.format, input.headline_bytes);
  // CALL SITE of extraction and resolution: src/extract and src/resolve plug in here.
  text::segment(article.document, {});
  resolve::attribute(article);
  return article;
}

} // namespace claimcheck
