#include "sources/pack.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/hash.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::EntityType;
using reference::NameMatch;

namespace {

constexpr std::size_t place_size = 20, region_size = 28, country_size = 24, rate_size = 16, fold_size = 8;
constexpr unsigned capital_class = 1, seat_class = 2;
constexpr double degree = 1e5;

template <class Number>
Number read(std::string_view bytes, std::size_t offset) {
  Number number;
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return number;
}

/// Words that gazetteers and news write in two ways.
std::string_view shortened(std::string_view word) {
  if (word == "saint") return "st";
  if (word == "sainte") return "ste";
  if (word == "fort") return "ft";
  if (word == "mount") return "mt";
  return word;
}

/// The next code point of valid UTF-8; advances `at`.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto const lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  int const more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t code = lead & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i)
    code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return code;
}

} // namespace

Pack::Pack(std::string_view bytes) : bytes_(bytes) {
  static_assert(std::endian::native == std::endian::little, "the pack is read in place");
  constexpr std::string_view magic{"CCPACK\0\1", 8};
  Section* const sections[] = {&places_, &regions_, &countries_, &names_, &rates_, &values_, &folds_, &strings_};
  constexpr std::size_t header = 16 + 8 * std::size(sections);
  if (bytes.size() < header || bytes.substr(0, 8) != magic || word(8) != std::size(sections) ||
      word(12) != bytes.size())
    throw std::runtime_error("the reference pack is damaged or of another version");
  for (std::size_t i = 0; i < std::size(sections); ++i) {
    *sections[i] = {word(16 + 8 * i), word(20 + 8 * i)};
    if (sections[i]->offset > bytes.size() || sections[i]->size > bytes.size() - sections[i]->offset)
      throw std::runtime_error("the reference pack is cut short");
  }
  if (strings_.size == 0 || bytes[strings_.offset + strings_.size - 1] != '\0')
    throw std::runtime_error("the reference pack is cut short");
  place_count_ = static_cast<std::uint32_t>(places_.size / place_size);
  region_count_ = static_cast<std::uint32_t>(regions_.size / region_size);
  country_count_ = static_cast<std::uint32_t>(countries_.size / country_size);
}

Pack const& Pack::builtin() {
  static Pack const pack(embedded::places());
  return pack;
}

std::uint32_t Pack::word(std::size_t offset) const { return read<std::uint32_t>(bytes_, offset); }
char const* Pack::string(std::uint32_t offset) const {
  return bytes_.data() + strings_.offset + std::min<std::size_t>(offset, strings_.size - 1);
}

std::string Pack::fold(std::string_view name) const {
  std::string letters;
  letters.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    auto const byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x80) {
      ++at;
      if (byte >= 'A' && byte <= 'Z')
        letters += static_cast<char>(byte + 32);
      else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
        letters += static_cast<char>(byte);
      else if (byte != '\'' && byte != '.' && byte != '`')
        letters += ' ';
      continue;
    }
    char32_t const code = next_code_point(name, at);
    std::size_t low = 0, high = folds_.size / fold_size;
    while (low < high) {
      std::size_t const middle = (low + high) / 2;
      if (word(folds_.offset + middle * fold_size) < code)
        low = middle + 1;
      else
        high = middle;
    }
    if (low == folds_.size / fold_size || word(folds_.offset + low * fold_size) != code) return {};
    char const* const to = bytes_.data() + folds_.offset + low * fold_size + 4;
    letters.append(to, strnlen(to, 4));
  }
  std::string folded;
  folded.reserve(letters.size());
  for (std::size_t at = 0; at < letters.size();) {
    if (letters[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t const end = std::min(letters.find(' ', at), letters.size());
    if (!folded.empty()) folded += ' ';
    folded += shortened(std::string_view(letters).substr(at, end - at));
    at = end;
  }
  return folded;
}

std::vector<Pack::Hit> Pack::find(std::string_view folded) const {
  std::vector<Hit> hits;
  if (folded.empty()) return hits;
  std::uint64_t const key = fnv1a(folded) >> 20;
  std::size_t low = 0, high = names_.size / 8;
  auto const at = [&](std::size_t i) { return read<std::uint64_t>(bytes_, names_.offset + 8 * i); };
  while (low < high) {
    std::size_t const middle = (low + high) / 2;
    if (at(middle) >> 20 < key)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < names_.size / 8 && at(low) >> 20 == key; ++low) {
    std::uint64_t const entry = at(low);
    auto const entity = static_cast<std::uint32_t>(entry >> 2 & 0x3FFFF);
    if (entity < entity_count()) hits.push_back({entity, static_cast<NameMatch>(entry & 3)});
  }
  return hits;
}

EntityType Pack::type(std::uint32_t entity) const {
  return entity < place_count_                   ? EntityType::place
         : entity < place_count_ + region_count_ ? EntityType::region
                                                 : EntityType::country;
}

std::uint32_t Pack::region_of(std::uint32_t place) const {
  std::size_t const row = places_.offset + place * place_size;
  std::uint32_t const region = word(row + 4) >> 26 | (word(row + 8) >> 27) << 6 | (word(row + 12) >> 24) << 11;
  return std::min(region, region_count_ - 1);
}

std::uint32_t Pack::population(std::uint32_t entity) const {
  return entity < place_count_ ? word(places_.offset + entity * place_size + 8) & 0x7FFFFFF : 0;
}

bool Pack::is_capital(std::uint32_t entity) const {
  return entity < place_count_ && word(places_.offset + entity * place_size) >> 25 == capital_class;
}

/// `TR.07`; only the country's code where the place belongs to no region.
std::string Pack::region_code(std::uint32_t region) const {
  std::size_t const row = regions_.offset + region * region_size;
  std::size_t const country =
      countries_.offset + std::min<std::uint32_t>(read<std::uint16_t>(bytes_, row), country_count_ - 1) * country_size;
  return std::string(bytes_.substr(country, 2)) + '.' + string(word(row + 8));
}

Candidate Pack::candidate(Hit hit) const {
  Candidate candidate;
  candidate.match = hit.match;
  candidate.type = type(hit.entity);
  candidate.source = "geonames";
  if (candidate.type == EntityType::place) {
    std::size_t const row = places_.offset + hit.entity * place_size;
    unsigned const place_class = word(row) >> 25;
    candidate.id = "gn:" + std::to_string(word(row + 12) & 0xFFFFFF);
    candidate.name = string(word(row + 16));
    candidate.region = region_code(region_of(hit.entity));
    candidate.country = candidate.region.substr(0, 2);
    candidate.point = {(word(row) & 0x1FFFFFF) / degree - 90, (word(row + 4) & 0x3FFFFFF) / degree - 180};
    candidate.population = population(hit.entity);
    candidate.capital = place_class == capital_class;
    candidate.seat = place_class == seat_class;
  } else if (candidate.type == EntityType::region) {
    std::uint32_t const region = hit.entity - place_count_;
    candidate.region = region_code(region);
    candidate.id = "adm:" + candidate.region;
    candidate.name = string(word(regions_.offset + region * region_size + 4));
    candidate.country = candidate.region.substr(0, 2);
  } else {
    std::size_t const row = countries_.offset + (hit.entity - place_count_ - region_count_) * country_size;
    candidate.country = bytes_.substr(row, 2);
    candidate.id = "iso:" + candidate.country;
    candidate.name = string(word(row + 4));
    candidate.source = "cldr";
  }
  return candidate;
}

std::optional<std::uint32_t> Pack::entity(std::string_view id) const {
  if (id.starts_with("gn:")) {
    std::uint32_t number = 0;
    if (std::from_chars(id.data() + 3, id.data() + id.size(), number).ptr != id.data() + id.size()) return {};
    std::uint32_t low = 0, high = place_count_; // places are sorted by their GeoNames number
    while (low < high) {
      std::uint32_t const middle = (low + high) / 2;
      if ((word(places_.offset + middle * place_size + 12) & 0xFFFFFF) < number)
        low = middle + 1;
      else
        high = middle;
    }
    if (low < place_count_ && (word(places_.offset + low * place_size + 12) & 0xFFFFFF) == number) return low;
  } else if (id.starts_with("adm:")) {
    for (std::uint32_t i = 0; i < region_count_; ++i)
      if (region_code(i) == id.substr(4)) return place_count_ + i;
  } else if (id.starts_with("iso:")) {
    for (std::uint32_t i = 0; i < country_count_; ++i)
      if (bytes_.substr(countries_.offset + i * country_size, 2) == id.substr(4))
        return place_count_ + region_count_ + i;
  }
  return {};
}

std::optional<reference::Extent> Pack::extent(std::uint32_t entity) const {
  if (entity < place_count_ || entity >= entity_count()) return {};
  std::size_t const row = type(entity) == EntityType::region
                              ? regions_.offset + (entity - place_count_) * region_size + 12
                              : countries_.offset + (entity - place_count_ - region_count_) * country_size + 8;
  auto const at = [&](std::size_t i) { return read<std::int32_t>(bytes_, row + 4 * i) / degree; };
  return reference::Extent{at(0), at(1), at(2), at(3)};
}

std::optional<double> Pack::rate(std::string_view currency, int year, unsigned month) const {
  if (currency == "USD") return 1.0;
  for (std::size_t row = rates_.offset; row < rates_.offset + rates_.size; row += rate_size) {
    std::string_view const code = bytes_.substr(row, 3);
    if (code != currency) continue;
    std::int64_t const index = std::int64_t{year} * 12 + month - 1 - word(row + 4);
    if (index < 0 || index >= word(row + 8)) return {};
    float const rate = read<float>(bytes_, values_.offset + 4 * (word(row + 12) + static_cast<std::size_t>(index)));
    if (rate > 0) return static_cast<double>(rate);
  }
  return {};
}

} // namespace claimcheck::sources
