// What CMake's claimcheck_embed put into the program: snapshots of YAML files (base/yaml.hpp).
#pragma once

#include <string_view>

namespace claimcheck::embedded {

std::string_view lexicon(); ///< grammars/en/*.yaml
std::string_view rules();   ///< rules/*/*.yaml
std::string_view facts();   ///< data/*.yaml: countries, offices, events, constants and their sources
std::string_view places();  ///< data/places.ccpack, as it is (src/sources/pack.hpp)
std::string_view text();    ///< grammars/en/text/*.yaml: what the readers know of the language

} // namespace claimcheck::embedded
