// Where this program and the documentation of its rules stand on the web, if anywhere.
#pragma once

#include <string>
#include <string_view>

namespace claimcheck::report {

/// Empty where the build names none (CLAIMCHECK_HOME_PAGE): a link that leads nowhere is worse than none.
std::string_view home_page();
/// The page that docs/rules/RULE.md became; empty where the build names none (CLAIMCHECK_RULE_PAGES).
std::string rule_url(std::string_view rule);

} // namespace claimcheck::report
