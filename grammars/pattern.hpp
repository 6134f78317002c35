// The pattern language of rule files: words, typed holes, word classes, alternatives and short gaps.
//
//   {a:quantity} ({b:quantity})              holes; punctuation stands for itself
//   {a:quantity}, [or|about|roughly]? {b:quantity}
//   <rise> from {a:figure} to {b:figure}     a word class of grammars/en/classes.yaml
//   {k:count} of ... {n:count|number}        a gap of a few words; kinds may be listed
//   {total:count}: {parts:count+}            a list of two or more: "five men, four women and two children"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace claimcheck::grammar {

/// Where a text of the rule language stops making sense, as a byte offset into it.
struct SyntaxFault {
  std::uint32_t offset = 0;
  std::string message;
};

enum class ElementKind : std::uint8_t { word, punctuation, hole, word_class, gap, alternatives };

/// One step of a pattern.
struct Element {
  ElementKind kind = ElementKind::word;
  std::string text;      ///< the word in lower case, the punctuation's class, the kinds of a hole, the class name
  std::string name;      ///< of a hole
  bool list = false;     ///< a hole that takes two or more claims: {parts:count+}
  bool optional = false; ///< alternatives with `?`
  std::vector<std::vector<Element>> alternatives;
  std::uint32_t offset = 0; ///< where it begins in the pattern
};

using Pattern = std::vector<Element>;

/// How deep [ ] may stand in [ ].
inline constexpr std::size_t deepest_alternatives = 8;

/// All dashes are "-", all double quotation marks "\"", all apostrophes and single ones "'"; other punctuation is
/// itself. The length of the mark at `at` goes to `size`; empty when no punctuation stands there.
std::string_view punctuation_class(char const* at, char const* last, std::size_t& size);

/// Reads one pattern. Words come out folded. A fault: what stands where nothing fits, or alternatives nested too deep.
tl::expected<Pattern, SyntaxFault> parse_pattern(std::string_view text);

} // namespace claimcheck::grammar
