#include "engine/engine.hpp"

#include "extract/extract.hpp"
#include "resolve/attribution.hpp"
#include "resolve/resolve.hpp"

namespace claimcheck {

Article read_article(Input input, Lexicon const& lexicon) {
  Article article;
  article.lexicon = &lexicon;
  article.document = text::read(std::move(input.bytes), input.format, input.headline_bytes);
  resolve::place_claims(article, extract::extract(article.document, lexicon));
  resolve::mark_guards(article);
  resolve::attribute(article);
  return article;
}

} // namespace claimcheck
