// `bind`: claims of the whole document joined by the keys that they share. An index join, never all pairs.
#pragma once

#include <functional>

#include "rules/rule.hpp"

namespace claimcheck::rules {

/// The most combinations of one rule in one document.
inline constexpr std::size_t most_combinations = 10000;

/// Which claims there are of each kind, made once an article.
struct ClaimIndex {
  std::vector<std::vector<ClaimId>> by_kind;
  KindMask kinds = 0;

  explicit ClaimIndex(Article const& article);
};

/// Calls `found` for every combination; false when it stopped at the limit.
bool join(Rule const& rule, Article const& article, ClaimIndex const& index,
          std::function<void(Binding&)> const& found);

} // namespace claimcheck::rules
