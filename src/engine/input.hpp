// Files and folders into inputs: what may be read, how it is recognised, and what to say when it cannot be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "text/document.hpp"

namespace claimcheck {

inline constexpr std::uint64_t default_max_size = std::uint64_t{64} << 20;
inline constexpr std::string_view raise_max_size = "raise the limit with --max-size, for instance --max-size 256MiB";

/// The format that a file's ending names; plain text for any other.
text::Format format_of(std::string_view path);
/// An ending that folders are searched for.
bool is_article(std::string_view path);

/// The bytes of a file, valid UTF-8. A fault names the file, what is wrong and what to do: missing, a folder,
/// unreadable, larger than `max_size` bytes, binary, not UTF-8.
/// `remedy` is the advice for a file that is too large: the limits of other files than articles cannot be raised.
Result<std::string> read_file(std::string const& path, std::uint64_t max_size,
                              std::string_view remedy = raise_max_size);
/// The same for a stream that is already open (standard input); `name` is for messages, `expected` a guess at its size.
Result<std::string> read_descriptor(int descriptor, std::string const& name, std::uint64_t max_size,
                                    std::uint64_t expected = 0, std::string_view remedy = raise_max_size);

/// "64MiB", "10k", "1048576" as bytes; nothing when it is no size.
std::optional<std::uint64_t> size_named(std::string_view text);

struct FoundFiles {
  std::vector<std::string> paths; ///< in the order of the arguments; a folder's files sorted by path; none twice
  Diagnostics notes;              ///< folders that hold no article
};
/// Files stand for themselves whether they exist or not; folders for the articles below them. Hidden folders,
/// node_modules and links to folders are passed over.
FoundFiles find_files(std::vector<std::string> const& arguments);

} // namespace claimcheck
