// The block of keys at the head of a Markdown file: YAML between "---" lines, TOML between "+++" lines.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/document.hpp"

namespace claimcheck::text {

struct FrontMatter {
  std::uint32_t begin = 0; ///< first byte after the opening line
  std::uint32_t end = 0;   ///< first byte of the closing line
  std::uint32_t next = 0;  ///< first byte of the text proper
};

/// Finds front matter at `at` (the beginning, past a byte order mark); next == at when there is none.
FrontMatter front_matter_at(std::string_view source, std::uint32_t at);

/// Reads date, title, author and site from its top-level keys; anything else, and anything malformed, is passed over.
Metadata read_front_matter(std::string_view lines);

} // namespace claimcheck::text
