#include <algorithm>
#include <iterator>

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/Rhumb.hpp>

#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::Fact;

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
  if (found.empty() && live_) add(live_->resolve(mention, limit));
  return found;
}

std::vector<Fact> Bundle::lookup(std::string_view entity, reference::Property property, std::optional<Days> day) const {
  if (user_)
    if (auto found = user_->lookup(entity, property, day); !found.empty()) return found;
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
