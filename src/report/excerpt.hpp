// Source lines with marks below them, as compilers draw them.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"
#include "report/terminal.hpp"

namespace claimcheck::report {

struct Mark {
  Located const* at = nullptr;
  std::string label;    ///< written beside or below the mark; may be empty
  bool primary = false; ///< drawn ^^^^ and in the level's colour, others ----
};

/// Columns that the line numbers of a finding need.
std::size_t gutter_width(Reported const& found);

/// The lines that the marks stand on, in order, cut to the terminal's width around the marks. `gutter` is the width of
/// the numbers.
std::string draw_excerpts(std::vector<Mark> const& marks, std::size_t gutter, Style const& style, Paint primary);

} // namespace claimcheck::report
