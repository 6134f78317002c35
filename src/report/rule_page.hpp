// Where the documentation of a rule stands.
#pragma once

#include <string>
#include <string_view>

namespace claimcheck::report {

inline constexpr std::string_view home_page = "https://github.com/claimcheck/claimcheck";

/// The page that docs/rules/*.md become.
inline std::string rule_url(std::string_view rule) {
  return std::string(home_page) + "/blob/main/docs/rules/" + std::string(rule) + ".md";
}

} // namespace claimcheck::report
