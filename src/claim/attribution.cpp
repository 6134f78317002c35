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
                                           {"quote-cue-source", 0.97F},
                                           {"according-to", 0.92F},
                                           {"same-paragraph", 0.94F},
                                           {"source-cue-quote", 0.87F},
                                           {"source-cue-clause", 0.88F},
                                           {"noun-cue", 0.8F},
                                           {"document-source", 0.85F},
                                           {"relative-participle", 0.85F},
                                           {"paragraph-inherited", 0.6F},
                                           {"passive", 0.5F},
                                           {"colon", 0.54F},
                                           {"unresolved", 0.0F}}};

} // namespace

std::string_view name_of(Mode mode) {
  switch (mode) {
  case Mode::direct: return "direct";
  case Mode::indirect: return "indirect";
  case Mode::mixed: return "mixed";
  }
  return "";
}

std::string_view name_of(Sieve sieve) { return sieves[static_cast<std::size_t>(sieve)].name; }
float precision_of(Sieve sieve) { return sieves[static_cast<std::size_t>(sieve)].precision; }

} // namespace claimcheck
