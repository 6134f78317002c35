// The only file that instantiates the pattern grammar.
#include "grammars/pattern_def.hpp"

namespace claimcheck::grammar {

std::string_view punctuation_class(char const* at, char const* last, std::size_t& size) {
  size = 0;
  if (at == last) return {};
  auto const byte = [&](std::ptrdiff_t i) { return i < last - at ? static_cast<unsigned char>(at[i]) : 0u; };
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    size = 3;
    unsigned const third = byte(2);
    if (third >= 0x90 && third <= 0x95) return "-";
    if (third == 0x98 || third == 0x99) return "'";
    if (third >= 0x9C && third <= 0x9F) return "\"";
    if (third == 0xA6) return "...";
    return {};
  }
  if (byte(0) == 0xC2 && (byte(1) == 0xAB || byte(1) == 0xBB)) { // guillemets
    size = 2;
    return "\"";
  }
  if (byte(0) == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) { // minus sign
    size = 3;
    return "-";
  }
  static constexpr std::string_view marks = "-\"',;:()./%$!?&+=*#@[]{}<>|~";
  std::size_t const mark = marks.find(*at);
  if (mark == std::string_view::npos) return {};
  size = 1;
  if (*at == '-') // "--" is the typewriter's dash
    while (byte(static_cast<std::ptrdiff_t>(size)) == '-') ++size;
  return marks.substr(mark, 1);
}

tl::expected<Pattern, SyntaxFault> parse_pattern(std::string_view text) {
  namespace g = pattern_grammar;
  g::Builder builder;
  char const* at = text.data();
  char const* const last = at + text.size();
  builder.begin = at;
  auto const fault = [&](char const* where, std::string message) {
    return tl::make_unexpected(SyntaxFault{static_cast<std::uint32_t>(where - text.data()), std::move(message)});
  };
  auto const too_deep = [&](char const* where) {
    return fault(where, "[ ] nested deeper than " + std::to_string(deepest_alternatives) + " levels");
  };
  auto const parser = g::x3::with<g::builder_tag>(std::ref(builder))[g::x3::skip(g::x3::lit(' '))[g::pattern]];
  try {
    if (!g::x3::parse(at, last, parser))
      return fault(at, "expected a word, a hole {name:kind}, a class <name> or alternatives [a|b]");
  } catch (g::x3::expectation_failure<char const*> const& failure) {
    return builder.too_deep ? too_deep(failure.where()) : fault(failure.where(), "expected " + failure.which());
  }
  while (at != last && *at == ' ') ++at;
  if (at != last) return fault(at, "expected a word, a hole {name:kind}, a class <name> or alternatives [a|b]");
  return std::move(builder.open.back());
}

} // namespace claimcheck::grammar
