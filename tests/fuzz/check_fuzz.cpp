// Any text in any format through the whole road: read, extract, resolve, all rules, with and without the
// reference pack. The first byte chooses the format, the second how the rest becomes text: as it stands, or as a
// row of words that the grammars and rules wait for, which random bytes would hardly ever spell.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/check_article.hpp"
#include "engine/reference.hpp"
#include "text/encoding.hpp"

namespace {

using namespace claimcheck;

// clang-format off
constexpr std::array words{
    "0", "1", "2", "3", "5", "7", "9", "10", "12", "15", "20", "30", "45", "60", "75", "99", "100", "1,000", "1999", "2022", "2,000,000", "3.5",
    "0.05", ".5", "1/2", "\xC2\xBD", "-", "\xE2\x80\x93", "--", "\xE2\x88\x92", "$", "\xE2\x82\xAC", "\xC2\xA3", "%", "\xC2\xB0", "C", "F", "m", "km",
    "k", "bn", " ", " ", " ", " ", " ", " ", " ", " ", ",", ", ", ".", ". ", ":", ": ", ";", "(", ")", "[", "]", "/", "'", "\"", "\xE2\x80\x9C",
    "\xE2\x80\x9D", "\xE2\x80\x99", "+", "\n", "\n\n", "\t", "|", "\n- ", "\n# ", "\n> ", "**", "<p>", "</p>", "<b>", "<td>", "<tr>", "<table>",
    "&nbsp;", "&#163;", "&amp;", "a", "an", "the", "of", "in", "on", "at", "to", "from", "by", "and", "or", "per", "than", "about", "nearly", "more",
    "at least", "up to", "between", "over", "under", "one", "two", "three", "twenty", "hundred", "thousand", "million", "dozen", "half", "third",
    "quarter", "several", "both", "first", "second", "double", "doubled", "twice", "times", "percent", "percentage points", "point", "dollars",
    "cents", "pounds", "miles", "feet", "inches", "degrees", "years", "year-old", "months", "weeks", "days", "hours", "minutes", "people", "votes",
    "seats", "north", "southwest", "January", "Feb.", "March", "May", "Oct.", "Monday", "Tuesday", "Wednesday", "today", "yesterday", "last", "next",
    "ago", "later", "earlier", "since", "until", "noon", "a.m.", "p.m.", "GMT", "EST", "o'clock", "spring", "'90s", "century", "decade", "aged",
    "born", "died", "rose", "fell", "increased", "won", "lost", "beat", "voted", "said", "told", "according to", "added", "killed", "total",
    "average", "mean", "n =", "p <", "t(", "SD", "chapter", "Paris", "France", "Turkey", "Ankara", "London", "Ohio", "Mr. Smith", "Jane Doe",
    "President", "Putin", "capital", "anniversary", "birthday", "Easter", "Christmas", "respectively", "including", "each", "every", "odds", "ratio",
    "margin of error"};
// clang-format on

/// Bytes that are not UTF-8 become question marks: at the program's door such files are refused.
std::string repaired(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    at += text::valid_utf8_prefix(std::string_view(text).substr(at));
    if (at < text.size()) text[at] = '?';
  }
  return text;
}

std::string sentence(std::uint8_t const* data, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    out += words[data[i] % words.size()];
    if (data[i] >= 128 && i % 2 == 0) out += ' ';
  }
  return out;
}

rules::RuleSet const& all_rules() {
  static auto const rules = [] {
    auto loaded = load_rules();
    if (!loaded) std::abort();
    return *loaded;
  }();
  return *rules;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  bool const headline = (data[0] & 0x40) != 0, with_reference = (data[0] & 0x20) != 0;
  Input input;
  input.name = "fuzz";
  input.format = static_cast<text::Format>(data[0] % 3);
  input.bytes = (data[1] & 1) != 0 ? sentence(data + 2, size - 2)
                                   : repaired(std::string(reinterpret_cast<char const*>(data + 2), size - 2));
  if ((data[1] & 2) != 0) input.date = "2022-03-10";
  if (headline) input.headline_bytes = static_cast<std::uint32_t>(input.bytes.size() / 4);
  if (headline)
    while (*input.headline_bytes < input.bytes.size() &&
           (static_cast<unsigned char>(input.bytes[*input.headline_bytes]) & 0xC0) == 0x80)
      ++*input.headline_bytes;
  if (with_reference) input.reference = &builtin_reference();
  std::string const bytes = input.bytes;
  Checked const checked = check(std::move(input), all_rules());
  if (auto const broken = broken_promise(checked)) {
    std::fprintf(stderr, "broken promise: %s\nof the text:\n%s\n", broken->c_str(), bytes.c_str());
    std::abort();
  }
  return 0;
}
