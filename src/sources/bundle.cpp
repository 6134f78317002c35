#include <algorithm>
#include <iterator>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/Rhumb.hpp>

#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::Fact;

namespace {

/// The live sources name places and persons; all countries, divisions, offices and events that rules can use are in
/// the layers before. Asking for those would send every word of a text to a host.
bool live_may_know(std::vector<reference::EntityType> const& types) {
  using reference::EntityType;
  return types.empty() || std::any_of(types.begin(), types.end(), [](EntityType type) {
           return type == EntityType::place || type == EntityType::person;
         });
}

/// The largest place of the name; empty when there is none.
std::string main_place(std::string_view name) {
  auto const places = builtin_source().resolve({name, {reference::EntityType::place}}, 1);
  return places.empty() ? std::string{} : places.front().id;
}

} // namespace

Bundle::Bundle(std::shared_ptr<FactTable const> user, std::shared_ptr<Online const> live)
    : user_(std::move(user)), live_(std::move(live)) {}

std::vector<Candidate> Bundle::resolve(reference::Mention const& mention, std::size_t limit) const {
  std::vector<Candidate> found;
  auto const add = [&](std::vector<Candidate> more) {
    for (Candidate& candidate : more) {
      if (found.size() >= limit) return;
      if (std::none_of(found.begin(), found.end(), [&](Candidate const& known) { return known.id == candidate.id; }))
        found.push_back(std::move(candidate));
    }
  };
  if (user_) add(user_->resolve(mention, limit));
  add(builtin_source().resolve(mention, limit));
  if (found.empty() && live_ && live_may_know(mention.types)) add(live_->resolve(mention, limit));
  return found;
}

std::vector<Fact> Bundle::of_user(std::string_view entity, reference::Property property,
                                  std::optional<Days> day) const {
  if (!user_) return {};
  std::string const id = user_->canonical(entity);
  auto found = user_->lookup(id, property, day);
  if (found.empty() && id.starts_with("gn:"))
    if (auto const number = Pack::builtin().entity(id)) {
      std::string const name(Pack::builtin().candidate({*number, reference::NameMatch::main}).name);
      if (main_place(name) == id) found = user_->lookup(user_->canonical(name), property, day);
    }
  for (Fact& fact : found)
    if (std::string_view const object = fact.object; object.starts_with("name:"))
      if (std::string place = main_place(object.substr(5)); !place.empty()) fact.object = std::move(place);
  return found;
}

std::vector<Fact> Bundle::lookup(std::string_view entity, reference::Property property, std::optional<Days> day) const {
  if (auto found = of_user(entity, property, day); !found.empty()) return found;
  auto found = builtin_source().lookup(entity, property, day);
  bool const by_year = property == reference::Property::population && entity.starts_with("iso:");
  if (live_ && (found.empty() || by_year)) {
    auto more = live_->lookup(entity, property, day);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    if (day && by_year) keep_nearest(found, *day);
  }
  return found;
}

std::vector<std::string> Bundle::unavailable() const {
  return live_ ? live_->unavailable() : std::vector<std::string>{};
}
std::vector<std::string> Bundle::unrecorded() const { return live_ ? live_->unrecorded() : std::vector<std::string>{}; }

std::string Bundle::folded(std::string_view name) const {
  for (std::string_view const possessive : {"'s", "\xE2\x80\x99s"})
    if (name.ends_with(possessive)) name.remove_suffix(possessive.size());
  return Pack::builtin().fold(name);
}

bool Bundle::holds(reference::Property property) const {
  return user_ && std::any_of(user_->facts().begin(), user_->facts().end(),
                              [&](Fact const& fact) { return fact.property == property; });
}

std::string Bundle::unanswered(std::string_view entity, reference::Property property) const {
  return live_ ? live_->unanswered(entity, property) : std::string{};
}
std::string Bundle::unanswered(reference::Mention const& mention) const {
  return live_ ? live_->unanswered(mention.name) : std::string{};
}

reference::Way Bundle::measure(reference::GeoPoint from, reference::GeoPoint to) const {
  reference::Way way;
  double back = 0, rhumb_metres = 0;
  GeographicLib::Geodesic::WGS84().Inverse(from.latitude, from.longitude, to.latitude, to.longitude, way.metres,
                                           way.bearing, back);
  GeographicLib::Rhumb::WGS84().Inverse(from.latitude, from.longitude, to.latitude, to.longitude, rhumb_metres,
                                        way.rhumb_bearing);
  auto const turned = [](double bearing) { return bearing < 0 ? bearing + 360 : bearing; };
  way.bearing = turned(way.bearing);
  way.rhumb_bearing = turned(way.rhumb_bearing);
  return way;
}

std::optional<reference::Extent> Bundle::extent(std::string_view entity) const {
  auto const number = Pack::builtin().entity(entity);
  return number ? Pack::builtin().extent(*number) : std::nullopt;
}

std::vector<reference::SourceInfo> Bundle::sources() const {
  std::vector<reference::SourceInfo> all = builtin_notices();
  if (user_) {
    auto const own = user_->sources();
    all.insert(all.begin(), own.begin(), own.end());
  }
  return all;
}

} // namespace claimcheck::sources
