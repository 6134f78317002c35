// The text of one sign-off comment, behind "claimcheck:".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "claim/temporal.hpp"

namespace claimcheck::report {

enum class SignOffAction : std::uint8_t { ignore, ignore_next_line, ignore_file, disable, enable };

struct ParsedSignOff {
  SignOffAction action = SignOffAction::ignore;
  std::vector<std::string> rules, words;
  std::string reason;
  std::optional<Days> until;
};

/// What is wrong is said in words that end up in a finding's message.
tl::expected<ParsedSignOff, std::string> parse_sign_off(std::string_view text);

/// YYYY-MM-DD of a day that exists.
std::optional<Days> day_named(std::string_view text);

} // namespace claimcheck::report
