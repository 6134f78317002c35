// Where a stretch of plain text stands in its source file, as every report shows it.
#pragma once

#include <cstdint>
#include <string>

#include "text/document.hpp"

namespace claimcheck::report {

struct Place {
  Span source; ///< bytes of the source file
  text::LineColumn start;
  text::LineColumn end;         ///< just behind the last character
  std::uint32_t start_byte = 1; ///< as start.column, in bytes of the line: what rdjson wants
  std::uint32_t end_byte = 1;   ///< as end.column, in bytes
  std::string text;             ///< the plain text
};

/// Finds lines and columns. Fast when asked in reading order, also on one line of 50 MB, where counting each column
/// from the line's start would be quadratic. Not for two threads.
class Locator {
 public:
  explicit Locator(text::Document const& document) : document_(&document) {}
  Place locate(Span plain);
  text::LineColumn position(std::uint32_t source_offset);

 private:
  text::Document const* document_;
  std::uint32_t offset_ = 0; ///< where the last answer stood
  text::LineColumn last_;
  std::uint32_t line_start_ = 0;
};

} // namespace claimcheck::report
