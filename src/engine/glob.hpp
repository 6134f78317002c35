// Path patterns as .gitignore users know them.
#pragma once

#include <string_view>

namespace claimcheck {

/// `*` and `?` stop at '/', `**` does not; a pattern without '/' matches at any depth; a trailing '/' means everything
/// below. Time is at most the product of the two lengths.
bool glob_matches(std::string_view pattern, std::string_view path);

} // namespace claimcheck
