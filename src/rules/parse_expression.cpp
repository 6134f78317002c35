// The only file that instantiates the expression grammar.
#include "grammars/expression_def.hpp"

namespace claimcheck::grammar {

tl::expected<std::vector<Step>, SyntaxFault> parse_expression(std::string_view text) {
  namespace g = expression_grammar;
  g::Emitter emitter;
  char const* at = text.data();
  char const* const last = at + text.size();
  emitter.begin = at;
  auto const fault = [&](char const* where, std::string message) {
    return tl::make_unexpected(SyntaxFault{static_cast<std::uint32_t>(where - text.data()), std::move(message)});
  };
  auto const space = g::x3::char_(" \t\r\n");
  auto const parser = g::x3::with<g::emitter_tag>(std::ref(emitter))[g::x3::skip(space)[g::expression]];
  try {
    if (!g::x3::parse(at, last, parser))
      return fault(at, emitter.depth > 48 ? "nested deeper than 48 levels"
                                          : "expected a value: a name, a number, a text in quotation marks, or ( )");
  } catch (g::x3::expectation_failure<char const*> const& failure) {
    return fault(failure.where(), emitter.depth > 48 ? "nested deeper than 48 levels" : "expected " + failure.which());
  }
  while (at != last && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')) ++at;
  if (at != last)
    return fault(at, "expected an operator (and, or, ==, !=, <, <=, >, >=, ~, in, +, -, *, /) or the end");
  return std::move(emitter.steps);
}

} // namespace claimcheck::grammar
