// From a requirement that does not hold to a verdict: an error is only what is near enough to have been meant
// (checks.md 3.1).
#pragma once

#include <string>
#include <string_view>

#include "rules/expression.hpp"

namespace claimcheck::rules {

enum class Verdict : std::uint8_t {
  silent, ///< undecided, or so far apart that the figures were never about the same thing
  agrees,
  tension, ///< apart by no more than one unit of the last digit of either side
  conflict,
};

struct Decision {
  Verdict verdict = Verdict::silent;
  std::string diagnosis; ///< "ten times: a slipped decimal"; empty when none is known
  float confidence = 1;  ///< factor on the rule's own
};

/// Judges two figures that were compared with `~`, `==` or an order. `near_miss` is the factor beyond which two figures
/// are not about the same thing (0: no limit); `diagnose` allows known factors beyond it.
Decision judge(Scope const& scope, Value const& computed, Value const& stated, double near_miss, bool diagnose);

} // namespace claimcheck::rules
