// pattern      = +element
// element      = hole | class | alternatives | gap | word | punctuation
// hole         = '{' name ':' kind *('|' kind) ['+'] '}'
// class        = '<' name '>'
// alternatives = '[' +element *('|' +element) ']' ['?']
// gap          = '...'
// word         = letters, digits, inner hyphens and apostrophes
//
// Actions build the tree by a stack; each stands after the last token that could fail, or behind an expectation point,
// so that none has to be undone (research/architecture.md 2.4, trap 1).
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammars/pattern.hpp"

namespace claimcheck::grammar::pattern_grammar {

namespace x3 = boost::spirit::x3;

/// Collects elements; the innermost open alternatives are on top.
struct Builder {
  char const* begin = nullptr;
  std::vector<Pattern> open{1};
  std::vector<Element> groups;
  bool too_deep = false;

  void add(ElementKind kind, std::string text, char const* at) {
    Element element;
    element.kind = kind;
    element.text = std::move(text);
    element.offset = static_cast<std::uint32_t>(at - begin);
    open.back().push_back(std::move(element));
  }
  /// False when the groups nest too deep: the parser's stack and the matcher's grow with them.
  bool open_group(char const* at) {
    too_deep = groups.size() >= deepest_alternatives;
    if (too_deep) return false;
    Element group;
    group.kind = ElementKind::alternatives;
    group.offset = static_cast<std::uint32_t>(at - begin);
    groups.push_back(std::move(group));
    open.emplace_back();
    return true;
  }
  void next_alternative() {
    groups.back().alternatives.push_back(std::move(open.back()));
    open.back().clear();
  }
  void close_group(bool optional) {
    next_alternative();
    open.pop_back();
    groups.back().optional = optional;
    open.back().push_back(std::move(groups.back()));
    groups.pop_back();
  }
};

struct builder_tag {};

template <class Context>
Builder& builder(Context& context) {
  return x3::get<builder_tag>(context).get();
}

template <class Context>
std::string lower(Context& context) {
  std::string out(x3::_attr(context).begin(), x3::_attr(context).end());
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

auto const add_word = [](auto& context) {
  std::string word = lower(context);
  for (std::size_t at = 0; (at = word.find("\xE2\x80\x99", at)) != std::string::npos;) word.replace(at, 3, "'");
  builder(context).add(ElementKind::word, std::move(word), x3::_attr(context).begin());
};
auto const add_class = [](auto& context) {
  builder(context).add(ElementKind::word_class, lower(context), x3::_attr(context).begin());
};
auto const add_gap = [](auto& context) { builder(context).add(ElementKind::gap, "...", x3::_attr(context).begin()); };
auto const add_hole = [](auto& context) {
  builder(context).add(ElementKind::hole, "", x3::_attr(context).begin());
  builder(context).open.back().back().name = lower(context);
};
auto const set_kinds = [](auto& context) { builder(context).open.back().back().text = lower(context); };
auto const set_list = [](auto& context) { builder(context).open.back().back().list = true; };
auto const open_group = [](auto& context) {
  x3::_pass(context) = builder(context).open_group(x3::_attr(context).begin());
};
auto const next_alternative = [](auto& context) { builder(context).next_alternative(); };
auto const close_group = [](auto& context) { builder(context).close_group(false); };
auto const set_optional = [](auto& context) { builder(context).open.back().back().optional = true; };

/// One mark of punctuation that is no syntax of the pattern language.
struct punctuation_parser : x3::parser<punctuation_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext&, Attribute&) const {
    x3::skip_over(first, last, context);
    std::size_t size = 0;
    std::string_view const mark = punctuation_class(first, last, size);
    if (mark.empty() || mark.find_first_of("[]{}<>|") != std::string_view::npos) return false;
    builder(context).add(ElementKind::punctuation, std::string(mark), first);
    first += size;
    return true;
  }
};
inline constexpr punctuation_parser punctuation{};

x3::rule<struct element_class> const element = "an element";

auto const letter = x3::char_('a', 'z') | x3::char_('A', 'Z');
auto const digit = x3::char_('0', '9');
auto const name_text =
    x3::raw[x3::lexeme[letter >> *(letter | digit | x3::char_('_') | (x3::char_('-') >> !x3::lit('-')))]];

/// Bytes of a letter beyond ASCII; the marks U+2000..U+206F (dashes, quotation marks) are not among them.
auto const beyond_ascii = !(x3::lit('\xE2') >> (x3::lit('\x80') | x3::lit('\x81'))) >> x3::char_('\x80', '\xFF');
auto const word_letter = letter | digit | beyond_ascii;
auto const apostrophe = x3::lit('\'') | x3::lit("\xE2\x80\x99");
auto const word =
    x3::raw[x3::lexeme[word_letter >> *(word_letter | ((x3::char_('-') | apostrophe) >> &word_letter))]][add_word];

auto const hole_name = x3::rule<struct hole_name_id>("the name of a hole") = name_text[add_hole];
auto const hole_kinds = x3::rule<struct hole_kinds_id>("a kind") =
    x3::raw[x3::lexeme[name_text >> *('|' >> name_text)]][set_kinds];
auto const hole = '{' > hole_name > ':' > hole_kinds > -x3::lit('+')[set_list] > '}';

auto const class_name = x3::rule<struct class_name_id>("the name of a word class") = name_text[add_class];
auto const word_class = '<' > class_name > '>';

auto const alternatives = x3::raw[x3::lit('[')][open_group] > +element >
                          *(x3::lit('|')[next_alternative] > +element) > x3::lit(']')[close_group] >
                          -x3::lit('?')[set_optional];

auto const gap = x3::raw[x3::lit("...")][add_gap];

auto const element_def = hole | word_class | alternatives | gap | word | punctuation;
BOOST_SPIRIT_DEFINE(element)

auto const pattern = x3::rule<struct pattern_id>("a pattern") = +element;

} // namespace claimcheck::grammar::pattern_grammar
