// Articles for tests of the rule language, made without extraction: the claims are marked in the text.
//
//   The town lies <<distance 225 [mi_i]: 225 miles>> from <<count 12: 12>> jurors.
//
// After the kind comes the value, then the unit where there is one; "low..high" is a range, "~" before the value means
// `about`, ">" more than, "q" quoted, "?" hypothetical. A count takes the next word as its subject. Dates are ISO:
// <<date 2022-03-10: March 10>>.
#pragma once

#include <string>

#include "resolve/article.hpp"

namespace claimcheck::test {

Article marked(std::string const& text, std::string const& headline = "");

} // namespace claimcheck::test
