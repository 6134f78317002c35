// Seeded errors: one figure of a bound pair changed at a time, to measure what share of such errors the rules catch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/finding.hpp"
#include "resolve/article.hpp"

namespace claimcheck::rules {

/// One change. The figure belongs to an agreement: something else in the text, or the calendar, says what it must be.
struct Mutation {
  std::string rule; ///< the rule under which the figure agreed
  Span plain;       ///< of the changed characters, in the unchanged article's plain text
  Span source;      ///< the same in its source
  std::string from, to;
  std::vector<ClaimId> claims; ///< of the agreement
};

/// For each figure of each agreement one change of its digits, or of its number word: another value of the same length
/// and kind, between a tenth and three quarters away, which nobody would call rounding. The same article and seed give
/// the same changes, in reading order. Passed over are tensions, inequalities, which hold for many figures, and figures
/// without digits or simple number words.
std::vector<Mutation> mutations(Article const& article, std::vector<Agreement> const& agreements, std::uint64_t seed);

/// The article's source with the change in it.
std::string mutated(Article const& article, Mutation const& mutation);

/// The changed figure still agrees with the others of its agreement, under the same rule: the change is within what
/// their rounding and hedges allow ("1,068 people asked, a margin of 3 points" holds for 1,260 too) and contradicts
/// nothing. `agreements` are those of the mutated source.
bool still_fits(Mutation const& mutation, std::vector<Agreement> const& agreements);

/// Some error or warning rests on the changed place. `findings` are those of the mutated source, whose places after the
/// change are shifted by its growth.
bool caught(Mutation const& mutation, std::vector<Finding> const& findings);

} // namespace claimcheck::rules
