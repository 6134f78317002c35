// Tables drawn with pipes, as GitHub's Markdown has them: reporters paste them into plain text too.
#pragma once

#include <string_view>
#include <vector>

#include "claim/span.hpp"

namespace claimcheck::text {

/// The cells of one line as offsets into it, without the blanks around them; empty cells are empty spans. A pipe at
/// either end of the line and one behind a backslash part nothing. Without a pipe there is one cell.
std::vector<Span> pipe_cells(std::string_view line);

/// The row below a table's header: cells of dashes, with or without colons. Its number of cells; 0 when the line is
/// something else.
std::size_t delimiter_cells(std::string_view line);

} // namespace claimcheck::text
