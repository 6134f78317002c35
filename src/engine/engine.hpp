// The library's front door: bytes in, a checked article out. What the program, the tests, the benchmarks and others
// call.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/finding.hpp"
#include "claim/reference.hpp"
#include "resolve/article.hpp"
#include "text/document.hpp"

namespace claimcheck {

/// One document to check. Nothing here is read from the wall clock.
struct Input {
  std::string name;  ///< for messages and fingerprints; not opened
  std::string bytes; ///< valid UTF-8 (see text/encoding.hpp)
  text::Format format = text::Format::plain;
  std::string date;                                ///< ISO date of publication; empty when unknown
  std::optional<std::uint32_t> headline_bytes;     ///< how far the headline reaches into `bytes`
  reference::Reference const* reference = nullptr; ///< compares with what is known; must outlive the article
};

/// The article with everything that was found in it.
struct Checked {
  Article article;
  std::vector<Finding> findings;      ///< sorted by place, then rule
  std::vector<Agreement> agreements;  ///< sorted by first claim, then rule
  std::vector<SourceVerdict> sources; ///< what the reference said, by place
};

/// Reads and resolves; runs no rule. Thread-safe.
Article read_article(Input input, Lexicon const& lexicon = Lexicon::builtin());

} // namespace claimcheck
