// The terminal for one number word of a given role: "seven", "million", "dozen".
#pragma once

#include "grammars/context.hpp"

namespace claimcheck::grammar {

/// Attribute: the word's value, or the power of ten of a scale.
template <NumberWord::Role Role>
struct RoleParser : x3::parser<RoleParser<Role>> {
  using attribute_type = std::int32_t;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const look_up = [&] { return text.longest(text.lexicon->number_words, first, last); };
    auto const found = last == text.end ? text.memo.numbers(first, look_up) : look_up();
    if (!found || found.value->role != Role) return false;
    first = found.end;
    x3::traits::move_to(static_cast<std::int32_t>(found.value->value), attr);
    return true;
  }
};
template <NumberWord::Role Role>
inline constexpr RoleParser<Role> number_word{};

/// One number word below a hundred that nothing behind it can go on with: "seven people", "twelve." Most numbers in
/// words are so, and the grammar of numerals would read the word a dozen times to see it. Attribute: the word's value.
struct LoneNumberParser : x3::parser<LoneNumberParser> {
  using attribute_type = std::int32_t;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    TextContext const& text = text_of(ctx);
    auto const found = number_at(first, last, text);
    if (!found || found.value->role == NumberWord::scale || found.value->role == NumberWord::dozen) return false;
    if (goes_on(found.end, last, text)) return false;
    first = found.end;
    x3::traits::move_to(static_cast<std::int32_t>(found.value->value), attr);
    return true;
  }

 private:
  static PhraseTable<NumberWord>::Match number_at(char const* at, char const* last, TextContext const& text) {
    auto const look_up = [&] { return text.longest(text.lexicon->number_words, at, last); };
    return last == text.end ? text.memo.numbers(at, look_up) : look_up();
  }
  /// Behind spaces, dashes and commas stands a word that may belong to a numeral: one-third, two and a half, two point
  /// five, three hundred.
  static bool goes_on(char const* end, char const* last, TextContext const& text) {
    char const* next = end;
    while (next != last) {
      if (*next == ' ' || *next == ',')
        ++next;
      else if (char const* const behind = detail::dash(next, last, text))
        next = behind;
      else
        break;
    }
    if (next == last || next == end) return false;
    if (*next == '&') return true;
    std::string_view const word(next, leading_letters(next, last));
    return word == "and" || word == "point" || number_at(next, last, text) ||
           text.longest(text.lexicon->fractions, next, last);
  }
};
inline constexpr LoneNumberParser lone_number{};

} // namespace claimcheck::grammar
