// From text to claims: the gate finds where a claim can begin, a grammar reads it.
#pragma once

#include <vector>

#include "claim/claim.hpp"
#include "grammars/temporal_reading.hpp"
#include "lexicon/lexicon.hpp"
#include "text/document.hpp"

namespace claimcheck::extract {

/// Claims in reading order; their spans do not overlap. Figures are complete but for the subject of counts; temporal
/// claims have no `time` yet: what their words said lies in `readings`, to be resolved once the document's date is
/// known.
struct Extraction {
  std::vector<Claim> claims;
  std::vector<grammar::TemporalReading> readings;
  /// For each claim its index into `readings`, or no_id.
  std::vector<std::uint32_t> reading_of;
};

/// Linear in the document's size. Code and front matter are not read.
Extraction extract(text::Document const& document, Lexicon const& lexicon);

} // namespace claimcheck::extract
