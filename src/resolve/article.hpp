// An article read: the document, its claims and who said them. What rules, sources and reports work on.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "claim/attribution.hpp"
#include "claim/claim.hpp"
#include "claim/finding.hpp"
#include "claim/reference.hpp"
#include "lexicon/lexicon.hpp"
#include "resolve/document_date.hpp"
#include "text/document.hpp"

namespace claimcheck {

/// All vectors are in reading order. Spans count bytes of document.plain.
struct Article {
  text::Document document;
  resolve::DocumentDate date;
  std::vector<Claim> claims;
  std::vector<Attribution> attributions;
  std::vector<Span> quotations; ///< direct quotations, marks excluded, nested ones not listed
  std::vector<Entity> entities;
  reference::Reference const* reference =
      nullptr;                      ///< with --reference: what is known outside the text; outlives the article
  Lexicon const* lexicon = nullptr; ///< the tables it was read with; outlives the article

  std::string_view text(Claim const& claim) const { return document.text(claim.span); }
  /// The index of the quotation that holds all of `span`; quotations.size() when none does.
  std::size_t quotation_around(Span span) const {
    auto const at = std::partition_point(quotations.begin(), quotations.end(),
                                         [&](Span quotation) { return quotation.end <= span.begin; });
    bool const holds = at != quotations.end() && at->contains(span);
    return holds ? static_cast<std::size_t>(at - quotations.begin()) : quotations.size();
  }
  bool in_quotation(Span span) const { return quotation_around(span) != quotations.size(); }
};

} // namespace claimcheck
