// What holds for every article, whatever was read and checked. Used by a test over all formats and by the fuzzer.
#pragma once

#include <optional>
#include <string>

#include "engine/check.hpp"
#include "text/check_document.hpp"

namespace claimcheck {

/// What the source bytes under [span] show to a reader, piece by piece; nothing when a piece does not show what the
/// document says it does.
inline std::optional<std::string> rendered_source(text::Document const& d, Span span) {
  std::string out;
  for (text::Piece const& piece : d.pieces) {
    Span const part{std::max(span.begin, piece.plain), std::min(span.end, piece.plain + piece.plain_size)};
    if (part.empty()) continue;
    std::string_view const shown = d.text(part);
    switch (piece.kind) {
    case text::PieceKind::verbatim:
      for (std::uint32_t i = 0; i < part.size(); ++i) {
        char const c = d.source[piece.source + (part.begin - piece.plain) + i];
        out += shown[i] == ' ' && c != ' ' ? ' ' : c; // white space is shown as a space
      }
      break;
    case text::PieceKind::decoded: { // an entity or escape, read by itself
      text::Document const alone = text::read(d.source.substr(piece.source, piece.source_size), d.format);
      bool const blank = shown.find_first_not_of(" \xC2\xA0") == std::string_view::npos;
      if (!blank && piece.plain_size == part.size() && alone.plain != shown) return std::nullopt;
      out += shown;
      break;
    }
    case text::PieceKind::synthetic:
      out += shown;
      break;
    }
  }
  return out;
}

/// The first promise that a checked article breaks; nothing when it keeps them all.
inline std::optional<std::string> broken_promise(Checked const& checked) {
  Article const& article = checked.article;
  text::Document const& d = article.document;
  if (auto broken = text::broken_promise(d)) return broken;
  auto const size = static_cast<std::uint32_t>(d.plain.size());
  auto const inside = [&](Span s) { return s.begin <= s.end && s.end <= size; };
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < article.claims.size(); ++i) {
    Claim const& claim = article.claims[i];
    auto const at = [&](char const* what) { return std::string(what) + " in claim " + std::to_string(i); };
    if (claim.span.empty() || !inside(claim.span)) return at("span out of the text");
    if (claim.span.begin < last) return at("claims overlap or stand out of order");
    last = claim.span.end;
    if (d.text(claim.span).find('\n') != std::string_view::npos) return at("a wall");
    if (d.region_at(claim.span.begin) != claim.region) return at("wrong region");
    if (claim.sentence < d.sentences.size() && !d.sentences[claim.sentence].contains(claim.span.begin))
      return at("wrong sentence");
    for (Span const part : {claim.core, claim.hedge_span, claim.unit_span, claim.subject.phrase, claim.subject.head})
      if (!inside(part)) return at("part out of the text");
    if (is_figure(claim.kind)) {
      Interval const& interval = claim.figure.interval;
      if (!interval.low.unbounded && !interval.high.unbounded && interval.high.value < interval.low.value &&
          !claim.figure.range)
        return at("empty interval");
    }
    if (is_temporal(claim.kind) && !claim.time) return at("no time");
    auto const shown = rendered_source(d, claim.span);
    if (!shown || *shown != d.text(claim.span)) return at("the source shows something else");
  }
  for (Attribution const& attribution : article.attributions) {
    if (!inside(attribution.source) || !inside(attribution.cue) || !inside(attribution.relay))
      return "attribution out of the text";
    for (Span const part : attribution.content)
      if (!inside(part)) return "content out of the text";
  }
  for (Finding const& finding : checked.findings) {
    if (finding.rule.empty() || finding.message.empty()) return "a finding without rule or message";
    if (!inside(finding.primary.span)) return "finding out of the text: " + finding.rule;
    for (Evidence const& evidence : finding.related)
      if (!inside(evidence.span)) return "evidence out of the text: " + finding.rule;
  }
  for (Agreement const& agreement : checked.agreements)
    for (ClaimId const id : agreement.claims)
      if (id >= article.claims.size()) return "agreement of no claim: " + agreement.rule;
  return std::nullopt;
}

} // namespace claimcheck
