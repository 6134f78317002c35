// A complaint about an input: where it stands, what is wrong and what to do about it. Every reader of files reports
// with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace claimcheck {

/// Line and column count from 1; 0 means that the complaint is about the file as a whole.
struct Diagnostic {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string remedy; ///< "did you mean `kind`?"; empty when nothing useful can be said
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: message; remedy`, the form that editors can jump to.
std::string to_string(Diagnostic const& diagnostic);

/// A value, or everything that was wrong with its source.
template <class T>
using Result = tl::expected<T, Diagnostics>;

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be what was meant.
std::string nearest(std::string_view word, std::vector<std::string> const& candidates);

} // namespace claimcheck
