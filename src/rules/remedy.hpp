// What the author of a rule file probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace claimcheck::rules {

/// "did you mean `x`?", or nothing when none of the known words is near.
inline std::string meant(std::string_view word, std::vector<std::string> const& known) {
  std::string const best = nearest(word, known);
  return best.empty() ? std::string{} : "did you mean `" + best + "`?";
}

} // namespace claimcheck::rules
