// Where a sentence ends. Shared by `segment` and by the reader of plain text, which asks it about line ends.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/words.hpp"

namespace claimcheck::text {

/// What `sentence_end` found at a run of '.', '!', '?' or an ellipsis.
struct Stop {
  std::size_t end = 0;    ///< past the stop and the closing marks after it: where the sentence would end
  std::size_t resume = 0; ///< where to look for the next stop
  bool boundary = false;
};

/// Judges the stop at `at` (its first byte) in `plain`, looking no further than `region_end`, and no further back than
/// `region_begin`. A constant amount of work besides the length of the run.
Stop sentence_end(std::string_view plain, std::size_t region_begin, std::size_t at, std::size_t region_end,
                  Words const& words);

/// The next byte at or after `at` that may be a stop; `end` when there is none.
std::size_t next_stop(std::string_view plain, std::size_t at, std::size_t end);

/// A no-break, thin or other space beyond ASCII, or ASCII white space: its length in bytes at `at`, 0 when there is
/// none.
std::size_t white_space_at(std::string_view text, std::size_t at);

/// Length of a closing (or opening) quotation mark or bracket at `at`, 0 when there is none. A straight mark is both.
std::size_t closing_mark_at(std::string_view text, std::size_t at);
std::size_t opening_mark_at(std::string_view text, std::size_t at);

} // namespace claimcheck::text
