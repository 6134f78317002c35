#include "report/place.hpp"

#include <algorithm>

#include "report/utf8.hpp"

namespace claimcheck::report {

text::LineColumn Locator::position(std::uint32_t offset) {
  std::string_view const source = document_->source;
  offset = std::min(offset, static_cast<std::uint32_t>(source.size()));
  // Only a step within a line is taken here: how lines end is the document's knowledge.
  bool const same_line = offset >= offset_ && offset_ > 0 &&
                         source.substr(offset_, offset - offset_).find_first_of("\r\n") == std::string_view::npos;
  if (same_line)
    last_.column += static_cast<std::uint32_t>(count_code_points(source.substr(offset_, offset - offset_)));
  else
    last_ = document_->position(offset);
  offset_ = offset;
  return last_;
}

Place Locator::locate(Span plain) {
  Place place;
  place.source = document_->to_source(plain);
  place.start = position(place.source.begin);
  // The next claim may begin before this one ends (nested figures): the anchor stays at the start.
  std::uint32_t const offset = offset_;
  text::LineColumn const last = last_;
  place.end = position(place.source.end);
  offset_ = offset;
  last_ = last;
  place.text = document_->text(plain);
  return place;
}

} // namespace claimcheck::report
