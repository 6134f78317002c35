#include "text/html_elements.hpp"

#include <algorithm>
#include <iterator>

namespace claimcheck::text {
namespace {

struct Name {
  std::string_view name;
  Element element;
};

// Sorted by name.
constexpr Name names[] = {
    {"address", Element::block},
    {"area", Element::void_},
    {"article", Element::block},
    {"aside", Element::block},
    {"audio", Element::skipped},
    {"base", Element::void_},
    {"blockquote", Element::block_quote},
    {"body", Element::block},
    {"br", Element::line_break},
    {"button", Element::aside},
    {"canvas", Element::skipped},
    {"caption", Element::table_caption},
    {"center", Element::block},
    {"code", Element::code},
    {"col", Element::void_},
    {"colgroup", Element::inline_},
    {"dd", Element::list_item},
    {"del", Element::skipped},
    {"details", Element::block},
    {"dialog", Element::block},
    {"dir", Element::list},
    {"div", Element::block},
    {"dl", Element::list},
    {"dt", Element::list_item},
    {"embed", Element::void_},
    {"fieldset", Element::block},
    {"figcaption", Element::figure_caption},
    {"figure", Element::block},
    {"footer", Element::aside},
    {"form", Element::block},
    {"frame", Element::void_},
    {"frameset", Element::block},
    {"h1", Element::heading},
    {"h2", Element::heading},
    {"h3", Element::heading},
    {"h4", Element::heading},
    {"h5", Element::heading},
    {"h6", Element::heading},
    {"head", Element::block},
    {"header", Element::block},
    {"hgroup", Element::block},
    {"hr", Element::rule},
    {"html", Element::block},
    {"iframe", Element::raw},
    {"img", Element::void_},
    {"input", Element::void_},
    {"kbd", Element::code},
    {"legend", Element::block},
    {"li", Element::list_item},
    {"link", Element::void_},
    {"listing", Element::preformatted},
    {"main", Element::block},
    {"map", Element::inline_},
    {"math", Element::skipped},
    {"menu", Element::list},
    {"meta", Element::meta},
    {"nav", Element::aside},
    {"noembed", Element::raw},
    {"noframes", Element::raw},
    {"noscript", Element::skipped},
    {"object", Element::skipped},
    {"ol", Element::list},
    {"p", Element::paragraph},
    {"param", Element::void_},
    {"pre", Element::preformatted},
    {"q", Element::quotation},
    {"s", Element::skipped},
    {"samp", Element::code},
    {"script", Element::raw},
    {"search", Element::aside},
    {"section", Element::block},
    {"select", Element::skipped},
    {"source", Element::void_},
    {"strike", Element::skipped},
    {"style", Element::raw},
    {"summary", Element::block},
    {"sup", Element::superscript},
    {"svg", Element::skipped},
    {"table", Element::table},
    {"tbody", Element::table_section},
    {"td", Element::cell},
    {"template", Element::skipped},
    {"textarea", Element::raw},
    {"tfoot", Element::table_section},
    {"th", Element::header_cell},
    {"thead", Element::table_section},
    {"time", Element::time},
    {"title", Element::title},
    {"tr", Element::row},
    {"track", Element::void_},
    {"tt", Element::code},
    {"ul", Element::list},
    {"video", Element::skipped},
    {"wbr", Element::void_},
    {"xmp", Element::raw},
};
static_assert(std::is_sorted(std::begin(names), std::end(names),
                             [](Name const& a, Name const& b) { return a.name < b.name; }));

} // namespace

Element element_named(std::string_view name) {
  char lower[10];
  if (name.size() > sizeof lower) return Element::inline_;
  std::transform(name.begin(), name.end(), lower,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  std::string_view const key(lower, name.size());
  auto const it = std::lower_bound(std::begin(names), std::end(names), key,
                                   [](Name const& n, std::string_view k) { return n.name < k; });
  return it != std::end(names) && it->name == key ? it->element : Element::inline_;
}

} // namespace claimcheck::text
