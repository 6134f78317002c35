// Days of holidays by rule: "fourth Thursday of November", "easter - 2".
#pragma once

#include <optional>
#include <string_view>

#include "claim/temporal.hpp"

namespace claimcheck::resolve {

/// The day in a year. Rules: `December 25`; `fourth Thursday of November`, `last Monday of May`; `Monday before May
/// 25`, `Tuesday after first Monday of November`; `easter`, `orthodox easter`, with `+ N` or `- N` days. Nothing for
/// anything else.
std::optional<Days> holiday(std::string_view rule, int year);

} // namespace claimcheck::resolve
