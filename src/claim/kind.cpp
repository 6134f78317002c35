#include "claim/kind.hpp"

#include <array>
#include <utility>

namespace claimcheck {
namespace {

struct Row {
  Kind kind;
  std::string_view name;
  Group group;
};

constexpr std::array rows{
    Row{Kind::date, "date", Group::temporal},
    Row{Kind::time, "time", Group::temporal},
    Row{Kind::duration, "duration", Group::temporal},
    Row{Kind::recurrence, "recurrence", Group::temporal},
    Row{Kind::reference, "reference", Group::temporal},
    Row{Kind::age, "age", Group::age},
    Row{Kind::count, "count", Group::number},
    Row{Kind::ordinal, "ordinal", Group::number},
    Row{Kind::percent, "percent", Group::share},
    Row{Kind::points, "points", Group::share},
    Row{Kind::money, "money", Group::money},
    Row{Kind::ratio, "ratio", Group::share},
    Row{Kind::multiplier, "multiplier", Group::share},
    Row{Kind::rate, "rate", Group::rate},
    Row{Kind::score, "score", Group::contest},
    Row{Kind::vote, "vote", Group::contest},
    Row{Kind::record, "record", Group::contest},
    Row{Kind::odds, "odds", Group::contest},
    Row{Kind::number, "number", Group::number},
    Row{Kind::distance, "distance", Group::quantity},
    Row{Kind::area, "area", Group::quantity},
    Row{Kind::volume, "volume", Group::quantity},
    Row{Kind::mass, "mass", Group::quantity},
    Row{Kind::speed, "speed", Group::quantity},
    Row{Kind::acceleration, "acceleration", Group::quantity},
    Row{Kind::temperature, "temperature", Group::quantity},
    Row{Kind::energy, "energy", Group::quantity},
    Row{Kind::power, "power", Group::quantity},
    Row{Kind::pressure, "pressure", Group::quantity},
    Row{Kind::frequency, "frequency", Group::quantity},
    Row{Kind::data, "data", Group::quantity},
    Row{Kind::data_rate, "data-rate", Group::quantity},
    Row{Kind::force, "force", Group::quantity},
    Row{Kind::voltage, "voltage", Group::quantity},
    Row{Kind::current, "current", Group::quantity},
    Row{Kind::resistance, "resistance", Group::quantity},
    Row{Kind::angle, "angle", Group::quantity},
    Row{Kind::density, "density", Group::quantity},
    Row{Kind::concentration, "concentration", Group::quantity},
    Row{Kind::radiation, "radiation", Group::quantity},
    Row{Kind::luminosity, "luminosity", Group::quantity},
    Row{Kind::magnitude, "magnitude", Group::quantity},
    Row{Kind::sound, "sound", Group::quantity},
    Row{Kind::flow, "flow", Group::quantity},
    Row{Kind::fuel_economy, "fuel-economy", Group::quantity},
    Row{Kind::other_quantity, "other", Group::quantity},
    Row{Kind::direction, "direction", Group::direction},
};
static_assert(rows.size() == static_cast<std::size_t>(Kind::direction) + 1,
              "one row a kind, in the order of the enumeration");

constexpr std::array<std::pair<Group, std::string_view>, 9> groups{{{Group::temporal, "temporal"},
                                                                    {Group::quantity, "quantity"},
                                                                    {Group::number, "number"},
                                                                    {Group::share, "share"},
                                                                    {Group::money, "money"},
                                                                    {Group::contest, "contest"},
                                                                    {Group::age, "age"},
                                                                    {Group::rate, "rate"},
                                                                    {Group::direction, "direction"}}};

} // namespace

std::string_view name_of(Kind kind) { return rows[static_cast<std::size_t>(kind)].name; }
Group group_of(Kind kind) { return rows[static_cast<std::size_t>(kind)].group; }

std::optional<Kind> kind_named(std::string_view name) {
  for (auto const& row : rows)
    if (row.name == name) return row.kind;
  return std::nullopt;
}

std::string_view name_of(Group group) { return groups[static_cast<std::size_t>(group)].second; }

std::optional<Group> group_named(std::string_view name) {
  for (auto const& [group, text] : groups)
    if (text == name) return group;
  return std::nullopt;
}

} // namespace claimcheck
