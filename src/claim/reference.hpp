// What is known outside the text: the vocabulary in which sources answer, and the interface through which rules ask.
//
// The rooms that ask (resolve, rules) see only this header; the pack, the user's facts and the live sources that answer
// live in src/sources, which may use libcurl, SQLite and GeographicLib.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/decimal.hpp"
#include "claim/interval.hpp"
#include "claim/temporal.hpp"

namespace claimcheck::reference {

/// Degrees, WGS84: north and east are positive.
struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
};

/// The inhabited land of a country or region, in degrees. `west` may lie below -180 where it crosses the date line.
struct Extent {
  double south = 0, north = 0, west = 0, east = 0;
};

enum class EntityType : std::uint8_t {
  place,
  region,
  country,
  person,
  office,
  currency,
  event,
  constant,
  holiday,
  other
};
std::string_view name_of(EntityType type);
std::optional<EntityType> entity_type_named(std::string_view name);

/// How a name belongs to its entity, best first. An adjective ("Turkish") names a country only before a noun.
enum class NameMatch : std::uint8_t { main, alternate, demonym, abbreviation };

/// One thing that a name could mean.
struct Candidate {
  std::string id; ///< `gn:323777`, `adm:TR.07`, `iso:TR`, `wd:Q6487`, or a user's own
  EntityType type = EntityType::other;
  NameMatch match = NameMatch::main;
  std::string name;    ///< as the source writes it
  std::string country; ///< ISO 3166-1 alpha-2; empty when it has none
  std::string region;  ///< `TR.07`, the first-order division; empty when it has none
  std::optional<GeoPoint> point;
  std::uint32_t population = 0; ///< 0: unknown
  bool capital = false;         ///< of a country
  bool seat = false;            ///< of a first-order division
  std::string source;           ///< key of the source that knows it
};

/// What to look up. `types` empty means any.
struct Mention {
  std::string_view name;
  std::vector<EntityType> types;
};

enum class Property : std::uint8_t {
  capital,
  area,
  land_area,
  population,
  neighbour,
  coastline,
  currency,
  exchange_rate,
  road_distance,
  holder,
  position_held,
  birth,
  death,
  date,
  value,
  spelling,
  count,
};
std::string_view name_of(Property property);
std::optional<Property> property_named(std::string_view name);

/// Where a fact comes from: what a notice must say, and what a reader can follow.
struct SourceInfo {
  std::string key; ///< "geonames"
  std::string title;
  std::string publisher;
  std::string url;
  std::string licence;     ///< SPDX or its usual name
  std::string attribution; ///< the sentence that the licence asks for; empty when it asks for none
  std::string as_of;       ///< ISO date of the data
};

/// Which layer answered; earlier ones win.
enum class Origin : std::uint8_t { user, pack, cache, live };
std::string_view name_of(Origin origin);

/// One statement of a source about an entity.
struct Fact {
  Property property = Property::value;
  std::string subject;           ///< id or name of the entity
  std::optional<Decimal> value;  ///< of a numeric fact, in `unit`
  Interval interval;             ///< what the source commits itself to; everything when it gives no number
  std::string unit;              ///< UCUM or ISO 4217; empty for pure numbers
  std::string text;              ///< a name, a spelling, an ISO date
  std::string object;            ///< id of the other entity: the capital, the neighbour, the person
  std::optional<Days> from;      ///< first day of validity; absent: always was
  std::optional<Days> to;        ///< last day of validity; absent: still is
  bool approximate_from = false; ///< known to the month or year only: the day is its first
  bool approximate_to = false;   ///< known to the month or year only: the day is its last
  std::string as_of;             ///< ISO date, month or year that the value speaks of
  std::string definition;        ///< "metropolitan", "total incl. inland water"
  std::string url;
  bool checked =
      true; ///< cross-checked with a second source; an unchecked fact may support or raise a note, never contradict
  bool stale = false; ///< from a cache past its date
  Origin origin = Origin::pack;
  SourceInfo const* source = nullptr; ///< outlives the reference
};

/// Valid on the day, as far as the fact says.
bool valid_on(Fact const& fact, Days day);

/// One layer of knowledge. Implementations are thread-safe; they answer nothing rather than guess, and never throw.
class FactSource {
 public:
  virtual ~FactSource() = default;
  virtual std::string_view id() const = 0;
  /// Everything the name could mean, best match first, larger places before smaller ones; at most `limit` of them.
  virtual std::vector<Candidate> resolve(Mention const& mention, std::size_t limit = 64) const = 0;
  /// What is known of a property. With a day only what was valid on it, or, for dated values, what is nearest to it.
  virtual std::vector<Fact> lookup(std::string_view entity, Property property, std::optional<Days> day = {}) const = 0;
};

/// The way between two points on the WGS84 ellipsoid.
struct Way {
  double metres = 0;
  double bearing = 0;       ///< degrees clockwise from north, 0..360, at the start of the geodesic
  double rhumb_bearing = 0; ///< of the line of constant bearing, as a map shows it
};

/// All layers together: the user's facts, the pack, the cache, live sources, in this order.
class Reference : public FactSource {
 public:
  /// Why a layer could not answer ("www.wikidata.org: no connection"); such a silence is `unverifiable`, never a
  /// contradiction.
  virtual std::vector<std::string> unavailable() const = 0;
  /// Why a layer could not answer this question when it was asked: "www.wikidata.org: no connection". Empty when all
  /// answered.
  virtual std::string unanswered(std::string_view entity, Property property) const = 0;
  virtual std::string unanswered(Mention const& mention) const = 0;
  /// Requests that a replay has no answer to: the run must fail, not pass in silence.
  virtual std::vector<std::string> unrecorded() const = 0;
  /// Whether the user's own facts hold any of the property: spares looking for words that nobody has put down.
  virtual bool holds(Property property) const = 0;
  /// A name as names are compared: lower case, without marks, possessive and punctuation.
  virtual std::string folded(std::string_view name) const = 0;
  virtual Way measure(GeoPoint from, GeoPoint to) const = 0;
  /// Of a country or region (`iso:TR`, `adm:TR.07`).
  virtual std::optional<Extent> extent(std::string_view entity) const = 0;
  virtual std::vector<SourceInfo> sources() const = 0;
};

} // namespace claimcheck::reference
