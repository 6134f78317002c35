#include "report/rule_page.hpp"

namespace claimcheck::report {

std::string_view home_page() { return CLAIMCHECK_HOME_PAGE; }

std::string rule_url(std::string_view rule) {
  std::string_view const base = CLAIMCHECK_RULE_PAGES;
  return base.empty() ? std::string() : std::string(base) + std::string(rule) + ".md";
}

} // namespace claimcheck::report
