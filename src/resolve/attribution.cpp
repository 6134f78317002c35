#include "resolve/attribution.hpp"

#include <algorithm>

#include "resolve/attribution_sieves.hpp"
#include "resolve/entities.hpp"
#include "resolve/speakers.hpp"

namespace claimcheck::resolve {
namespace {

using text::RegionKind;

bool speaks(RegionKind kind) { return text::is_text(kind) && kind != RegionKind::boilerplate; }

std::uint32_t anchor(Attribution const& attribution) {
  return attribution.cue.empty() ? attribution.content.front().begin : attribution.cue.begin;
}

/// "a televised address": the noun with the words before it that say which kind. The name is in lower case but for
/// proper names.
void name_medium(text::Document const& document, AttributionWords const& words, Attribution& attribution) {
  Span& span = attribution.medium_span;
  if (span.empty()) return;
  std::string_view const text = document.folded;
  auto const word_before = [&](std::uint32_t at) -> Span {
    if (at < 2 || text[at - 1] != ' ') return {};
    std::uint32_t begin = at - 1;
    while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    return {begin, at - 1};
  };
  constexpr std::uint64_t outside =
      determiner | possessive_word | preposition | coordinator | time_word | relative_word | adverb;
  for (int turn = 0; turn < 2; ++turn) {
    Span const before = word_before(span.begin);
    if (before.empty()) break;
    WordInfo const* const info = words.find(document.folded_text(before));
    if (info != nullptr && (info->classes & outside) != 0) break;
    span.begin = before.begin;
  }
  while (!span.empty() && !is_word_byte(text[span.end - 1])) --span.end;
  attribution.medium = std::string(document.text(span));
}

/// The innermost content that holds a claim speaks for it. One sweep: contents and claims are both in reading order.
void give_speakers(Article& article) {
  struct Piece {
    Span span;
    std::uint32_t attribution;
  };
  std::vector<Piece> pieces;
  for (std::uint32_t id = 0; id < article.attributions.size(); ++id)
    for (Span const span : article.attributions[id].content) pieces.push_back({span, id});
  std::sort(pieces.begin(), pieces.end(), [](Piece const& a, Piece const& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Piece> open; // the pieces around the claim at hand, innermost last
  std::size_t next = 0, quotation = 0;
  for (Claim& claim : article.claims) {
    for (; next < pieces.size() && pieces[next].span.begin <= claim.core.begin; ++next) {
      while (!open.empty() && open.back().span.end <= pieces[next].span.begin) open.pop_back();
      open.push_back(pieces[next]);
    }
    while (!open.empty() && open.back().span.end <= claim.core.begin) open.pop_back();
    std::size_t around = open.size();
    while (around > 0 && !open[around - 1].span.contains(claim.core)) --around;
    claim.attribution = around == 0 ? no_id : open[around - 1].attribution;
    while (quotation < article.quotations.size() && article.quotations[quotation].end <= claim.core.begin) ++quotation;
    claim.guards.quoted = quotation < article.quotations.size() && article.quotations[quotation].contains(claim.core);
  }
}

} // namespace

void attribute(Article& article) {
  text::Document const& document = article.document;
  AttributionWords const& words = AttributionWords::builtin();
  Quotations const quotations = find_quotations(document);
  std::vector<Candidate> candidates;
  Sieves sieves(document, quotations, words, candidates);
  Tokenizer tokenizer(document, quotations, words);
  EntityCollector entities(document);
  std::vector<Token> tokens;
  for (std::uint32_t region = 0; region < document.regions.size(); ++region) {
    if (!speaks(document.regions[region].kind)) continue;
    tokenizer.read(document.regions[region], tokens);
    sieves.block(region, tokens);
    entities.read(tokens);
  }
  sieves.finish();
  std::stable_sort(candidates.begin(), candidates.end(), [](Candidate const& a, Candidate const& b) {
    return anchor(a.attribution) < anchor(b.attribution);
  });
  resolve_speakers(document, words, entities, candidates);
  article.quotations.clear();
  for (Quotation const& quotation : quotations.list) article.quotations.push_back(quotation.inner);
  article.attributions.clear();
  for (Candidate& candidate : candidates) {
    name_medium(document, words, candidate.attribution);
    candidate.attribution.confidence = precision_of(candidate.attribution.sieve);
    article.attributions.push_back(std::move(candidate.attribution));
  }
  entities.keep_rest();
  article.entities = std::move(entities.entities);
  give_speakers(article);
}

} // namespace claimcheck::resolve
