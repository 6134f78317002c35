#include "claim/reference.hpp"

#include <array>

namespace claimcheck::reference {

namespace {

constexpr std::array<std::string_view, 10> type_names{"place",    "region", "country",  "person",  "office",
                                                      "currency", "event",  "constant", "holiday", "other"};
constexpr std::array<std::string_view, 17> property_names{
    "capital",  "area",          "land_area",     "population", "neighbour",     "coastline",
    "currency", "exchange_rate", "road_distance", "holder",     "position_held", "birth",
    "death",    "date",          "value",         "spelling",   "count"};
constexpr std::array<std::string_view, 4> origin_names{"user", "pack", "cache", "live"};

template <class Enum, std::size_t n>
std::optional<Enum> named(std::array<std::string_view, n> const& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace

std::string_view name_of(EntityType type) { return type_names[static_cast<std::size_t>(type)]; }
std::optional<EntityType> entity_type_named(std::string_view name) { return named<EntityType>(type_names, name); }
std::string_view name_of(Property property) { return property_names[static_cast<std::size_t>(property)]; }
std::optional<Property> property_named(std::string_view name) { return named<Property>(property_names, name); }
std::string_view name_of(Origin origin) { return origin_names[static_cast<std::size_t>(origin)]; }

bool valid_on(Fact const& fact, Days day) { return (!fact.from || *fact.from <= day) && (!fact.to || day <= *fact.to); }

} // namespace claimcheck::reference
