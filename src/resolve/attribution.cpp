#include "resolve/attribution.hpp"

#include <algorithm>

#include "resolve/attribution_sieves.hpp"

namespace claimcheck::resolve {
namespace {

using text::RegionKind;

bool speaks(RegionKind kind) { return kind != RegionKind::code && kind != RegionKind::front_matter && kind != RegionKind::boilerplate; }

std::uint32_t anchor(Attribution const& attribution) {
  return attribution.cue.empty() ? attribution.content.front().begin : attribution.cue.begin;
}

} // namespace

void attribute(Article& article) {
  text::Document const& document = article.document;
  AttributionWords const& words = AttributionWords::builtin();
  Quotations const quotations = find_quotations(document);
  std::vector<Candidate> candidates;
  Sieves sieves(document, quotations, words, candidates);
  Tokenizer tokenizer(document, quotations, words);
  std::vector<Token> tokens;
  for (std::uint32_t region = 0; region < document.regions.size(); ++region) {
    if (!speaks(document.regions[region].kind)) continue;
    tokenizer.read(document.regions[region], tokens);
    sieves.block(region, tokens);
  }
  sieves.finish();
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](Candidate const& a, Candidate const& b) { return anchor(a.attribution) < anchor(b.attribution); });
  article.quotations.clear();
  for (Quotation const& quotation : quotations.list) article.quotations.push_back(quotation.inner);
  article.attributions.clear();
  for (Candidate& candidate : candidates) {
    candidate.attribution.confidence = precision_of(candidate.attribution.sieve);
    article.attributions.push_back(std::move(candidate.attribution));
  }
}

} // namespace claimcheck::resolve
