#include "report/place.hpp"

#include <algorithm>

namespace claimcheck::report {

Locator::Locator(text::Document const& document) : document_(&document) {}

std::uint32_t Locator::byte_column(std::uint32_t offset) {
  std::string_view const source = document_->source;
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t at = source.find_first_of("\r\n"); at != std::string_view::npos;
         at = source.find_first_of("\r\n", at + 1))
      line_starts_.push_back(static_cast<std::uint32_t>(at) +
                             1); // CR LF makes an empty line between them, where no place begins
  }
  return offset - *std::prev(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset)) + 1;
}

Place Locator::locate(Span plain) {
  Place place;
  place.source = document_->to_source(plain);
  place.start = document_->position(place.source.begin);
  place.end = document_->position(place.source.end);
  place.start_byte = byte_column(place.source.begin);
  place.end_byte = byte_column(place.source.end);
  place.text = document_->text(plain);
  return place;
}

} // namespace claimcheck::report
