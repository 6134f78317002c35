#include "claim/attribution.hpp"

#include <array>

namespace claimcheck {
namespace {

struct SieveRow {
  std::string_view name;
  float precision;
};

// Precision of the source on PolNeAR's development part; docs/precision.md says how it was measured.
constexpr std::array<SieveRow, 13> sieves{{{"quote-source-cue", 0.96F},
                                           {"quote-cue-source", 0.98F},
                                           {"according-to", 0.94F},
                                           {"same-paragraph", 0.94F},
                                           {"source-cue-quote", 0.94F},
                                           {"source-cue-clause", 0.89F},
                                           {"noun-cue", 0.88F},
                                           {"document-source", 0.89F},
                                           {"relative-participle", 0.79F},
                                           {"paragraph-inherited", 0.77F},
                                           {"passive", 0.5F},
                                           {"colon", 0.9F},
                                           {"unresolved", 0.0F}}};

} // namespace

std::string_view name_of(Mode mode) {
  switch (mode) {
  case Mode::direct:
    return "direct";
  case Mode::indirect:
    return "indirect";
  case Mode::mixed:
    return "mixed";
  }
  return "";
}

std::string_view name_of(Sieve sieve) { return sieves[static_cast<std::size_t>(sieve)].name; }
float precision_of(Sieve sieve) { return sieves[static_cast<std::size_t>(sieve)].precision; }

} // namespace claimcheck
