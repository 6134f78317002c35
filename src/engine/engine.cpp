#include "engine/engine.hpp"

#include "extract/extract.hpp"
#include "resolve/attribution.hpp"
#include "resolve/resolve.hpp"
#include "resolve/times.hpp"

namespace claimcheck {

Article read_article(Input input, Lexicon const& lexicon) {
  Article article;
  article.lexicon = &lexicon;
  article.reference = input.reference;
  article.document = text::read(std::move(input.bytes), input.format, input.headline_bytes);
  extract::Extraction extraction = extract::extract(article.document, lexicon);
  auto const readings = std::move(extraction.readings);
  auto const reading_of = std::move(extraction.reading_of);
  resolve::place_claims(article, std::move(extraction));
  resolve::resolve_times(article, readings, reading_of, input.date);
  resolve::mark_guards(article);
  resolve::attribute(article);
  return article;
}

} // namespace claimcheck
