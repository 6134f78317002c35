// The fields of claims that expressions may ask for: `a.unit`, `b.hedge`, `d.weekday`. One table, which the manual
// prints.
#pragma once

#include <string_view>
#include <vector>

#include "rules/binding.hpp"

namespace claimcheck::rules {

struct Field {
  std::string_view name;
  KindMask kinds; ///< of which claims it may be asked
  std::string_view documentation;
  Type (*type)(Type const& claim);
  Value (*read)(Scope const& scope, Claim const& claim);
};

/// In the order of the manual.
std::vector<Field> const& fields();
/// Index into fields(), or -1.
int field_named(std::string_view name);

} // namespace claimcheck::rules
