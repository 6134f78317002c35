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

} // namespace claimcheck::grammar
