// Escapes for XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace claimcheck::report {

/// For element content and for attribute values in double quotes; line feeds become &#10; so that attributes keep them.
/// Characters that XML 1.0 forbids become U+FFFD.
std::string xml_escaped(std::string_view text);

} // namespace claimcheck::report
