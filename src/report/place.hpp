// Where a stretch of plain text stands in its source file, as every report shows it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

/// Finds places in one document, each in logarithmic time. Not for two threads.
class Locator {
 public:
  explicit Locator(text::Document const& document);
  Place locate(Span plain);
  text::LineColumn position(std::uint32_t source_offset) { return document_->position(source_offset); }

 private:
  /// Bytes between the beginning of the offset's line and the offset, counted from 1.
  std::uint32_t byte_column(std::uint32_t source_offset);

  text::Document const* document_;
  std::vector<std::uint32_t> line_starts_; ///< filled on first use
};

} // namespace claimcheck::report
