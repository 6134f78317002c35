// Character references of HTML and Markdown: `&nbsp;`, `&#8217;`, `&eacute`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimcheck::text {

struct Entity {
  std::string text;     ///< UTF-8
  std::size_t size = 0; ///< bytes in the source; 0 when no reference begins there
};

/// Reads the reference that begins with the '&' at `at`, as HTML prescribes: `&copy` and 105 other old names need no
/// semicolon (but do in attributes, before letters, digits and '='); numbers 128 to 159 mean Windows-1252; impossible
/// numbers become U+FFFD.
Entity entity_at(std::string_view source, std::size_t at, bool in_attribute = false);

/// A whole text with its references replaced: attribute values and titles.
std::string decode_entities(std::string_view text, bool in_attribute);

} // namespace claimcheck::text
