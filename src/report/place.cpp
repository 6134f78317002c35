#include "report/place.hpp"

#include <algorithm>

#include "text/encoding.hpp"

namespace claimcheck::report {

text::LineColumn Locator::position(std::uint32_t offset) {
  std::string_view const source = document_->source;
  offset = std::min(offset, static_cast<std::uint32_t>(source.size()));
  // Only a step within a line is taken here: how lines end is the document's knowledge.
  bool const same_line = offset >= offset_ && offset_ > 0 &&
                         source.substr(offset_, offset - offset_).find_first_of("\r\n") == std::string_view::npos;
  if (same_line) {
    last_.column += static_cast<std::uint32_t>(text::count_code_points(source.substr(offset_, offset - offset_)));
  } else {
    last_ = document_->position(offset);
    std::size_t const before = offset == 0 ? std::string_view::npos : source.find_last_of("\r\n", offset - 1);
    line_start_ = before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before) + 1;
  }
  offset_ = offset;
  return last_;
}

Place Locator::locate(Span plain) {
  Place place;
  place.source = document_->to_source(plain);
  place.start = position(place.source.begin);
  place.start_byte = place.source.begin - line_start_ + 1;
  // The next claim may begin before this one ends (nested figures): the anchor stays at the start.
  std::uint32_t const offset = offset_;
  text::LineColumn const last = last_;
  std::uint32_t const line_start = line_start_;
  place.end = position(place.source.end);
  place.end_byte = std::max(place.source.end, line_start_) - line_start_ + 1;
  offset_ = offset;
  last_ = last;
  line_start_ = line_start;
  place.text = document_->text(plain);
  return place;
}

} // namespace claimcheck::report
