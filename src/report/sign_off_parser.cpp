#include "report/sign_off_parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/diagnostic.hpp"

namespace claimcheck::report {
namespace {

constexpr std::array<std::pair<std::string_view, SignOffAction>, 5> actions{
    {{"ignore", SignOffAction::ignore},
     {"ignore-next-line", SignOffAction::ignore_next_line},
     {"ignore-file", SignOffAction::ignore_file},
     {"disable", SignOffAction::disable},
     {"enable", SignOffAction::enable}}};
constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view until_key = "until=";

std::string_view trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Takes `until=DATE` out of the text, wherever it stands.
tl::expected<std::optional<Days>, std::string> take_until(std::string& text) {
  std::size_t const at = text.find(until_key);
  if (at == std::string::npos || (at > 0 && spaces.find(text[at - 1]) == std::string_view::npos)) return std::nullopt;
  std::size_t const end = std::min(text.find_first_of(spaces, at), text.size());
  std::string const date = text.substr(at + until_key.size(), end - at - until_key.size());
  auto const day = day_named(date);
  if (!day) return tl::make_unexpected(fmt::format("`until={}` is no date: write until=YYYY-MM-DD", date));
  text.erase(at, end - at);
  return day;
}

/// Reads `"words"` or `“words”` at the beginning of `rest`.
tl::expected<std::string, std::string> take_words(std::string_view& rest) {
  bool const typographic = rest.substr(0, 3) == "“";
  std::size_t const open = typographic ? 3 : 1;
  std::size_t const end = rest.find(typographic ? "”" : "\"", open);
  if (end == std::string_view::npos) return tl::make_unexpected(std::string("a quotation mark is not closed"));
  std::string const words(rest.substr(open, end - open));
  rest.remove_prefix(end + (typographic ? 3 : 1));
  if (words.empty()) return tl::make_unexpected(std::string("empty words"));
  return words;
}

} // namespace

std::optional<Days> day_named(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    for (char const c : text.substr(from, size))
      value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -100000; // stays negative
    return value;
  };
  int const year = number(0, 4), month = number(5, 2), day_of_month = number(8, 2);
  if (year < 0 || month < 0 || day_of_month < 0) return std::nullopt;
  std::chrono::year_month_day const day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day_of_month)));
  if (!day.ok()) return std::nullopt;
  return Days(day);
}

tl::expected<ParsedSignOff, std::string> parse_sign_off(std::string_view text) {
  ParsedSignOff out;
  std::string_view head = trimmed(text);
  std::string reason;
  // The reason begins at " -- "; a rule or a word in quotation marks cannot hold it.
  for (std::size_t at = head.find("--"); at != std::string_view::npos; at = head.find("--", at + 1)) {
    bool const alone = (at == 0 || spaces.find(head[at - 1]) != std::string_view::npos) &&
                       (at + 2 == head.size() || spaces.find(head[at + 2]) != std::string_view::npos);
    if (!alone || std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(at), '"') % 2 != 0) continue;
    reason = head.substr(at + 2);
    head = trimmed(head.substr(0, at));
    break;
  }
  std::string body(head);
  for (std::string* part : {&body, &reason}) {
    auto until = take_until(*part);
    if (!until) return tl::make_unexpected(until.error());
    if (*until) out.until = **until;
  }
  out.reason = trimmed(reason);

  std::string_view rest = trimmed(body);
  std::size_t const end = std::min(rest.find_first_of(spaces), rest.size());
  std::string const word(rest.substr(0, end));
  auto const* const action =
      std::find_if(actions.begin(), actions.end(), [&](auto const& known) { return known.first == word; });
  if (action == actions.end()) {
    std::vector<std::string> known;
    for (auto const& one : actions) known.emplace_back(one.first);
    std::string const near = nearest(word, known);
    return tl::make_unexpected(fmt::format("`{}` is no action{}", word,
                                           near.empty() ? ": ignore, ignore-next-line, ignore-file, disable, enable"
                                                        : "; did you mean `" + near + "`?"));
  }
  out.action = action->second;
  rest.remove_prefix(end);
  for (rest = trimmed(rest); !rest.empty(); rest = trimmed(rest)) {
    if (rest[0] == ',') {
      rest.remove_prefix(1);
    } else if (rest[0] == '"' || rest.substr(0, 3) == "“") {
      auto words = take_words(rest);
      if (!words) return tl::make_unexpected(words.error());
      out.words.push_back(std::move(*words));
    } else {
      std::size_t const stop = std::min(rest.find_first_of(" \t\r\n,\""), rest.size());
      out.rules.emplace_back(rest.substr(0, stop));
      rest.remove_prefix(stop);
    }
  }
  if (out.rules.empty()) return tl::make_unexpected(fmt::format("name the rules that `{}` is for, or `all`", word));
  return out;
}

} // namespace claimcheck::report
