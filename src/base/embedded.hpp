// What CMake's claimcheck_embed put into the program: snapshots of YAML files (base/yaml.hpp).
#pragma once

#include <string_view>

namespace claimcheck::embedded {

std::string_view lexicon(); ///< grammars/en/*.yaml
std::string_view rules();   ///< rules/*/*.yaml

} // namespace claimcheck::embedded
