// One match of one rule, judged: the guards, the conditions, the requirement, and the evidence that a report needs.
#pragma once

#include <optional>

#include "claim/finding.hpp"
#include "rules/rule.hpp"

namespace claimcheck::rules {

/// What a match came to; neither when the rule has nothing to say.
struct Outcome {
  std::optional<Finding> finding;
  std::optional<Agreement> agreement;
  std::vector<SourceVerdict> sources; ///< what the sources said, also when they settled nothing
};

/// `binding` holds the evidence; options and lets are computed into it. `ledger`: also work out in words what agrees.
Outcome judge_match(Rule const& rule, Level level, Article const& article, Binding& binding, bool ledger);

/// The claims of all evidence, in reading order, each once.
std::vector<ClaimId> claims_of(Binding const& binding);

} // namespace claimcheck::rules
