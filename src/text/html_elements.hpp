// The elements that shape a text; all others are inline and leave no trace.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimcheck::text {

enum class Element : std::uint8_t {
  inline_, ///< everything that is not named here
  block,   ///< div, section, article ...
  paragraph,
  heading,
  block_quote,
  list,
  list_item,
  table,
  table_section,
  row,
  cell,
  header_cell,
  table_caption,
  figure_caption,
  preformatted,
  code,
  aside,     ///< nav, footer, button: boilerplate
  quotation, ///< q
  superscript,
  line_break,
  rule,
  time,
  skipped, ///< its content is not read: template, svg, struck text ...
  raw,     ///< its content is no markup: script, style ...
  title,
  meta,
  void_, ///< void_: has no content and no effect
};
inline constexpr std::size_t element_count = static_cast<std::size_t>(Element::void_) + 1;

/// By tag name, in any case.
Element element_named(std::string_view name);

/// Begins and ends a block.
constexpr bool is_block(Element e) {
  return (e >= Element::block && e <= Element::preformatted) || e == Element::aside || e == Element::rule;
}

} // namespace claimcheck::text
