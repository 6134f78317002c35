// The embedded gazetteer: places, regions, countries, their names, and exchange rates, in one flat file that is read in
// place.
//
// Nothing is parsed or copied when it opens. Layout (little-endian, written by tools/pack/build.py):
//   "CCPACK\0\1", number of sections, size of the file; for each section its offset and size; then the sections
//   places    5 words of 32 bits: latitude + 90 deg (25 bits, 1e-5 deg) and class | longitude + 180 deg (26) and region
//   bits 0-5 |
//             population (27) and region bits 6-10 | GeoNames number (24) and region bit 11 | offset of the name
//   regions   country, offset of the name, offset of the code, extent: south north west east
//   countries ISO code, offset of the name, extent
//   names     sorted 64-bit words: 44 bits of FNV-1a of the folded name, 18 of the entity, 2 of NameMatch
//   rates     currency, first month, months, index of the first value; then the values, units of the currency for one
//   US dollar folds     code point and the ASCII letters it stands for strings   zero-terminated
// An entity number counts places, then regions, then countries.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/reference.hpp"

namespace claimcheck::sources {

class Pack {
 public:
  /// Views the bytes, which must outlive the pack and be aligned to 8. Throws std::runtime_error when they are no pack
  /// or cut short: the embedded one is then a broken build.
  explicit Pack(std::string_view bytes);
  /// The pack that the program carries.
  static Pack const& builtin();

  struct Hit {
    std::uint32_t entity = 0;
    reference::NameMatch match = reference::NameMatch::main;
  };

  /// The key under which a name is found: ASCII lower case, marks and apostrophes gone, everything else a space, Saint
  /// as st. Empty when the name holds a letter of another script.
  std::string fold(std::string_view name) const;
  /// The entities that bear the name, by number.
  std::vector<Hit> find(std::string_view folded) const;

  /// What it was opened on.
  std::string_view bytes() const { return bytes_; }
  std::uint32_t place_count() const { return place_count_; }
  std::uint32_t region_count() const { return region_count_; }
  std::uint32_t country_count() const { return country_count_; }
  std::uint32_t entity_count() const { return place_count_ + region_count_ + country_count_; }

  reference::Candidate candidate(Hit hit) const;
  std::uint32_t population(std::uint32_t entity) const;
  bool is_capital(std::uint32_t entity) const;
  reference::EntityType type(std::uint32_t entity) const;
  /// The entity with an id as `candidate` gives it.
  std::optional<std::uint32_t> entity(std::string_view id) const;
  std::optional<reference::Extent> extent(std::uint32_t entity) const;

  /// Units of a currency for one US dollar, the average of a month; nothing when it is not known.
  std::optional<double> rate(std::string_view currency, int year, unsigned month) const;

 private:
  std::uint32_t word(std::size_t offset) const;
  char const* string(std::uint32_t offset) const;
  std::uint32_t region_of(std::uint32_t place) const;
  std::string region_code(std::uint32_t region) const;

  struct Section {
    std::size_t offset = 0, size = 0;
  };
  std::string_view bytes_;
  Section places_, regions_, countries_, names_, rates_, values_, folds_, strings_;
  std::uint32_t place_count_ = 0, region_count_ = 0, country_count_ = 0;
};

} // namespace claimcheck::sources
