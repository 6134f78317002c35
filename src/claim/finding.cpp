#include "claim/finding.hpp"

#include <array>

#include "claim/attribution.hpp"

namespace claimcheck {
namespace {
constexpr std::array<std::string_view, 4> levels{"off", "note", "warning", "error"};
}

std::string_view name_of(Level level) { return levels[static_cast<std::size_t>(level)]; }

std::optional<Level> level_named(std::string_view name) {
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] == name) return static_cast<Level>(i);
  return std::nullopt;
}

} // namespace claimcheck
