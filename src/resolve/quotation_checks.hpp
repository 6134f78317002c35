// What an editor would ask about an article's quotations. Plain findings of fact; rules decide what to say about them.
#pragma once

#include <string_view>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// Two direct quotations of one article, by index into Article::quotations.
struct QuotationPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t first_attribution = no_id; ///< no_id: nobody was found for it
  std::uint32_t second_attribution = no_id;
};

/// Pairs with the same six or more words (case, punctuation and marks aside). Each quotation is paired with the first
/// of its kind.
std::vector<QuotationPair> repeated_quotations(Article const& article);
/// Pairs of six or more words each, by one speaker, of which at least 80 but not all 100 percent are the same words in
/// order; neither is a part of the other, and none holds an ellipsis or a bracket, which would say that it was changed.
std::vector<QuotationPair> reworded_quotations(Article const& article);

enum class TextFault : std::uint8_t { bracket, ellipsis };
struct QuotationTextFault {
  TextFault kind;
  Span at;
};
/// Square brackets that do not pair within a quotation, and runs of two or of five and more points.
std::vector<QuotationTextFault> quotation_text_faults(Article const& article);

/// Whole sentences in quotation marks that no sieve found a speaker for.
std::vector<Span> orphan_quotations(Article const& article);

/// Two attributions of one content with different sources and no relay between them.
struct DoubleAttribution {
  std::uint32_t first = 0, second = 0; ///< indices into Article::attributions
};
std::vector<DoubleAttribution> double_attributions(Article const& article);

/// Of each quotation the attribution whose content holds it, the smallest first; no_id where there is none.
std::vector<std::uint32_t> quotation_attributions(Article const& article);

} // namespace claimcheck::resolve
