// `claimcheck stream`: JSON Lines in, JSON Lines out, in order and flushed line by line, so that other programs can
// drive it.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "engine/engine.hpp"
#include "engine/input.hpp"

namespace claimcheck {

/// Reads up to so many bytes; 0 at the end. As read(2), but with signals handled.
using ReadBytes = std::function<std::size_t(char*, std::size_t)>;
ReadBytes read_from_descriptor(int descriptor);

struct StreamOptions {
  std::uint64_t max_size = default_max_size; ///< bytes of `text`
  std::string date;                          ///< for lines without one; ISO or empty
  std::function<Checked(Input)> check;
  Level min_level = Level::note; ///< findings below it are left out
};

/// One answer a line: the result, or {"id": ..., "error": ...} for a line that cannot be checked. Blank lines have no
/// answer. Ends at the end of the input or when nobody reads the output any more.
void stream(ReadBytes const& in, std::ostream& out, StreamOptions const& options);

/// The answer to one line, without the line's end.
std::string stream_answer(std::string_view line, StreamOptions const& options);

/// YYYY-MM-DD of a day that exists.
bool is_iso_date(std::string_view text);

} // namespace claimcheck
