// What all grammars share: one iterator, one context, and the terminals that ask the word lists.
//
// A grammar reads the folded text (lower case, white space as ' '); the context leads to the text as written, which has
// the same offsets, for the few questions where capitals matter. Grammar objects hold no tables and are constants:
// threads share them. Rules for authors (research/architecture.md 2.4): take text with raw[]; an action comes last in
// its branch, since its effect stays when the branch fails; never x3::digit (it aborts on UTF-8 bytes in Boost 1.74);
// no no_case; no `>` in grammars of prose.
#pragma once

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <cstring>

#include "grammars/text.hpp"

namespace claimcheck::grammar {

namespace x3 = boost::spirit::x3;

struct text_tag;
using iterator = char const*;
using context = x3::context<text_tag, TextContext const>;

template <class Context>
TextContext const& text_of(Context const& ctx) {
  return x3::get<text_tag>(ctx);
}

/// The longest entry of a word list: lex<&Lexicon::fractions>. Attribute: its value.
template <auto Table>
struct LexiconParser : x3::parser<LexiconParser<Table>> {
  template <class T>
  struct ValueOf;
  template <class T>
  struct ValueOf<PhraseTable<T> Lexicon::*> {
    using type = T;
  };
  using attribute_type = typename ValueOf<std::remove_cv_t<decltype(Table)>>::type;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const found = text.longest(text.lexicon->*Table, first, last);
    if (!found) return false;
    first = found.end;
    x3::traits::move_to(attribute_type(*found.value), attr);
    return true;
  }
};
template <auto Table>
inline constexpr LexiconParser<Table> lex{};

/// "about", "more than": lex<&Lexicon::hedges_before>, remembered for its place.
struct HedgeParser : x3::parser<HedgeParser> {
  using attribute_type = Hedge;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const found = last == text.end ? text.hedge(first) : text.longest(text.lexicon->hedges_before, first, last);
    if (!found) return false;
    first = found.end;
    x3::traits::move_to(Hedge(*found.value), attr);
    return true;
  }
};
inline constexpr HedgeParser hedge_word{};

/// The same for lists whose entries must be written with exact capitals: "mW" is not "MW".
template <auto Table>
struct ExactParser : x3::parser<ExactParser<Table>> {
  template <class T>
  struct ValueOf;
  template <class T>
  struct ValueOf<ExactTable<T> Lexicon::*> {
    using type = T;
  };
  using attribute_type = typename ValueOf<std::remove_cv_t<decltype(Table)>>::type;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const found = text.longest(text.lexicon->*Table, first, last);
    if (!found) return false;
    std::string_view const written(text.original(first), static_cast<std::size_t>(found.end - first));
    for (auto const& form : *found.value) {
      if (form.written != written) continue;
      first = found.end;
      x3::traits::move_to(attribute_type(form.value), attr);
      return true;
    }
    return false;
  }
};
template <auto Table>
inline constexpr ExactParser<Table> exact{};

/// A parser made of a function `char const* f(char const* first, char const* last, TextContext const&)` that returns
/// the end or nullptr.
template <auto Function>
struct FunctionParser : x3::parser<FunctionParser<Function>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute&) const {
    char const* const end = Function(first, last, text_of(ctx));
    if (end == nullptr) return false;
    first = end;
    return true;
  }
};
template <auto Function>
inline constexpr FunctionParser<Function> scan{};

/// Reads a rule straight into what the enclosing rule reads, or into a member of it: into<>[amount],
/// into<&FigureReading::first>[amount]. An action would read into a value of its own and copy that. What is read into
/// is blank again when the rule fails: only for what has not been read before.
template <class Subject, auto Member>
struct IntoDirective : x3::unary_parser<Subject, IntoDirective<Subject, Member>> {
  using base = x3::unary_parser<Subject, IntoDirective<Subject, Member>>;
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  explicit constexpr IntoDirective(Subject const& wrapped) : base(wrapped) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext& value, Attribute&) const {
    auto const read = [&](auto& place) {
      if (this->subject.parse(first, last, ctx, x3::unused, place)) return true;
      place = {};
      return false;
    };
    if constexpr (std::is_null_pointer_v<decltype(Member)>)
      return read(value);
    else
      return read(value.*Member);
  }
};
template <auto Member>
struct IntoGenerator {
  template <class Subject>
  IntoDirective<typename x3::extension::as_parser<Subject>::value_type, Member>
  operator[](Subject const& subject) const {
    return IntoDirective<typename x3::extension::as_parser<Subject>::value_type, Member>(x3::as_parser(subject));
  }
};
template <auto Member = nullptr>
inline constexpr IntoGenerator<Member> into{};

/// A text that is part of a grammar, as a constant of the compiler's: x3::lit would keep a pointer and compare byte by
/// byte, and grammars of prose are for the most part words that do not stand where they are looked for.
template <std::size_t N>
struct FixedText {
  char letters[N]{};
  consteval FixedText(char const (&text)[N]) { std::copy_n(text, N, letters); }
  static constexpr std::size_t size = N - 1;
};
template <FixedText Text, bool WholeWord>
struct FixedTextParser : x3::parser<FixedTextParser<Text, WholeWord>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    if (last - first < static_cast<std::ptrdiff_t>(Text.size) || std::memcmp(first, Text.letters, Text.size) != 0)
      return false;
    if (WholeWord && !word_ends(first + Text.size, last)) return false;
    first += Text.size;
    return true;
  }
};
/// Exactly this text, whatever follows: literal<"fy">.
template <FixedText Text>
inline constexpr FixedTextParser<Text, false> literal{};
/// A word that ends where it ends: word<"and">.
template <FixedText Text>
inline constexpr FixedTextParser<Text, true> word{};

namespace detail {

inline char const* spaces(char const* p, char const* last, TextContext const&) {
  char const* const from = p;
  while (p != last && *p == ' ') ++p;
  return p == from ? nullptr : p;
}

/// '-', and the Unicode hyphens and dashes U+2010..2015, U+2212.
inline char const* dash(char const* p, char const* last, TextContext const&) {
  if (p == last) return nullptr;
  if (*p == '-') return p + 1;
  if (last - p >= 3 && p[0] == '\xE2') {
    auto const b = static_cast<unsigned char>(p[2]);
    if (p[1] == '\x80' && b >= 0x90 && b <= 0x95) return p + 3;
    if (p[1] == '\x88' && b == 0x92) return p + 3;
  }
  return nullptr;
}

/// ' and the typographic apostrophe.
inline char const* apostrophe(char const* p, char const* last, TextContext const&) {
  if (p == last) return nullptr;
  if (*p == '\'') return p + 1;
  if (last - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && p[2] == '\x99') return p + 3;
  return nullptr;
}

inline char const* word_boundary(char const* p, char const* last, TextContext const&) {
  return word_ends(p, last) ? p : nullptr;
}

inline char const* capital_here(char const* p, char const* last, TextContext const& text) {
  return p != last && text.capital(p) ? p : nullptr;
}

/// One letter a-z at least.
inline char const* letters(char const* p, char const* last, TextContext const&) {
  std::size_t const n = leading_letters(p, last);
  return n == 0 ? nullptr : p + n;
}

/// The gate's families of the word at `p`, those of phrases that go on as the text does included.
inline std::uint32_t gate_families(char const* p, char const* last, TextContext const& text) {
  auto const look_up = [&]() -> std::uint32_t {
    std::size_t const n = leading_letters(p, last);
    if (n == 0) return 0;
    Gate const& gate = text.lexicon->gate;
    std::uint32_t families = 0;
    if (last - p >= 8) {
      families = gate.families(p, n);
    } else {
      char word[8] = {};
      for (std::size_t i = 0; i < n; ++i) word[i] = p[i];
      families = gate.families(word, n);
    }
    return families & family_in_pair ? (families & ~family_in_pair) | gate.pair_families(p, n, last) : families;
  };
  return last == text.end ? text.memo.families(p, look_up) : look_up();
}

template <std::uint32_t Families>
char const* begins_word(char const* p, char const* last, TextContext const& text) {
  return p != last && (gate_families(p, last, text) & Families) != 0 ? p : nullptr;
}

/// A numeral can begin here: a digit, a point before one, a fraction sign, or a number word.
inline char const* begins_number(char const* p, char const* last, TextContext const& text) {
  if (p == last) return nullptr;
  if ((*p >= '0' && *p <= '9') || *p == '.' || *p == '\xC2' || *p == '\xE2') return p;
  return *p >= 'a' && *p <= 'z' && (gate_families(p, last, text) & (family_numeral | family_ordinal)) != 0 ? p
                                                                                                           : nullptr;
}

} // namespace detail

/// Consume nothing; spare a grammar where no word of its lists stands.
template <std::uint32_t Families>
inline constexpr auto if_begins = scan<&detail::begins_word<Families>>;
inline constexpr auto if_number = scan<&detail::begins_number>;

inline constexpr auto space = scan<&detail::spaces>; ///< one or more
inline constexpr auto dash = scan<&detail::dash>;
inline constexpr auto apostrophe = scan<&detail::apostrophe>;
inline constexpr auto word_end = scan<&detail::word_boundary>; ///< consumes nothing
inline constexpr auto capital =
    scan<&detail::capital_here>; ///< consumes nothing: the next letter was written as a capital
inline constexpr auto any_word = scan<&detail::letters>;

// Own ranges: x3::digit aborts on bytes >= 0x80 in debug builds of Boost 1.74.
inline auto const digit = x3::char_('0', '9');
inline auto const letter = x3::char_('a', 'z');

} // namespace claimcheck::grammar
