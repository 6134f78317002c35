// The parts of a news page that are not running text: headline, dateline, byline, photo captions, "Advertisement".
#pragma once

#include <cstdint>
#include <optional>

#include "text/document.hpp"

namespace claimcheck::text {

struct PageOptions {
  std::optional<std::uint32_t> headline_bytes; ///< how far the headline reaches into the source; overrides every guess
  bool guess_headline = false;                 ///< a first short block without a full stop is the headline
};

/// Gives body regions their true kind and parts datelines and glued "Advertisement" from their paragraphs. Linear.
void mark_page_parts(Document& document, PageOptions const& options);

} // namespace claimcheck::text
