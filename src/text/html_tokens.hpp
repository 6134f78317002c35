// HTML cut into tags, text and comments, each with its place in the source.
//
// Why not gumbo, which the tests compare us with: its tree must be built before anything can be read (25 MB/s, 100
// bytes a byte), its stack searches are quadratic in the depth of nesting and in the number of attributes, it frees its
// tree recursively, and it moves misplaced nodes, so that the map back to the source would not be monotonic. Text and
// the few elements that shape it need no tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimcheck::text {

enum class HtmlTokenKind : std::uint8_t { text, start_tag, end_tag, comment, other };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  std::uint32_t begin = 0; ///< source bytes, `<` and `>` included
  std::uint32_t end = 0;
  std::string_view name;       ///< of a tag, as written
  std::string_view attributes; ///< of a start tag: what stands between its name and '>'
};

/// Linear: no byte is looked at more than a constant number of times, whatever is left open.
class HtmlTokenizer {
 public:
  HtmlTokenizer(std::string_view source, std::size_t begin, std::size_t end)
      : source_(source.substr(0, end)), at_(begin) {}

  /// The next token; false at the end.
  bool next(HtmlToken& token);
  /// After the start tag of an element whose content is no markup (script, style, title ...): its content, up to but
  /// without the end tag `name`. Unclosed, it reaches to the end of the source, as in browsers.
  std::string_view raw_content(std::string_view name);

 private:
  bool begins_markup(std::size_t at) const;
  std::optional<std::size_t> tag_end(std::size_t at) const;

  std::string_view source_;
  std::size_t at_;
  bool text_only_ = false; ///< a tag was never closed: the rest is text, lest every '<' look for a '>' in vain
};

/// The value of an attribute, decoded; empty text for one without a value; nothing when the tag has none of this name
/// (lower case).
std::optional<std::string> attribute(std::string_view attributes, std::string_view name);

/// ASCII only.
bool equal_ignoring_case(std::string_view a, std::string_view lower);

} // namespace claimcheck::text
