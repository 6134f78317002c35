// The date from which a document speaks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/span.hpp"
#include "claim/temporal.hpp"

namespace claimcheck::resolve {

enum class DateOrigin : std::uint8_t { none, option, front_matter, metadata, dateline, inferred };
std::string_view name_of(DateOrigin origin);

/// Never the wall clock. With a dateline but no year, `candidates` are the years in which its weekday and the text's
/// other dates agree, oldest first, and `day` is the latest of them with `certain` false.
struct DocumentDate {
  std::optional<Days> day;
  DateOrigin origin = DateOrigin::none;
  bool certain = false;         ///< the year was stated, not inferred
  Span span;                    ///< where the text says it; empty otherwise
  std::vector<Days> candidates; ///< when only month and day are known
};

} // namespace claimcheck::resolve
