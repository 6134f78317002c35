// Names in a text that a gazetteer may know: capitalised runs, what follows and precedes them, and what they could be
// in context.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claim/reference.hpp"
#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// Words that begin with a capital, with the small words inside a name ("Rio de Janeiro"), within one sentence.
struct NameRun {
  Span span;
  std::uint32_t sentence = 0;
};

/// One thing that a name may mean in this article, with how likely it is (log10 of its weight; only differences mean
/// something).
struct PlaceReading {
  reference::Candidate place;
  double score = 0;
};

/// A name as a place: what it could be, most likely first; empty when the gazetteer does not know it.
struct NamedPlace {
  Span span;      ///< the name alone
  Span qualifier; ///< "Texas" of "Paris, Texas"; empty when none stands there
  std::vector<PlaceReading> readings;
  bool qualified() const { return !qualifier.empty(); }
};

/// Everything about names in one article. Needs article.reference; linear in the text. The article must outlive it.
class PlaceNames {
 public:
  explicit PlaceNames(Article const& article);

  std::vector<NameRun> const& runs() const { return runs_; }
  /// Runs of a sentence that end at the offset or before it, in reading order.
  std::span<NameRun const> runs_before(std::uint32_t offset, std::uint32_t sentence) const;
  std::optional<NameRun> beginning_at(std::uint32_t offset) const;
  std::optional<NameRun> ending_at(std::uint32_t offset) const;

  /// The run as populated places. Without readings when the whole run is not known as one: "Ankara Airport" is not
  /// Ankara.
  NamedPlace place(NameRun const& run) const;
  /// The country or region that the run names ("Turkey", "Turkish", "Calif."); no id when none.
  reference::Candidate area(Span name) const;
  /// All that it can name: Florida is a state and a department of Uruguay.
  std::vector<reference::Candidate> areas(Span name) const;
  /// A person or organisation of the article bears the name here.
  bool is_entity(Span name) const;

  /// The country that the article is about, as far as it says: of its dateline, else the one that it names most. Empty
  /// when unsure.
  std::string const& country() const { return country_; }
  /// How often the article names a country or a region (`US.KY`).
  int mentions(std::string const& code) const;

  std::string_view word_before(std::uint32_t offset) const;
  std::string_view word_after(std::uint32_t offset) const;

 private:
  void find_runs();
  void count_areas();
  std::vector<reference::Candidate> resolve(std::string_view name, std::vector<reference::EntityType> types) const;

  Article const& article_;
  std::vector<NameRun> runs_;
  std::map<std::string, int> mentions_;
  std::string country_;
};

/// The two ends of a distance or direction, read together.
struct PlacePair {
  reference::Candidate subject, anchor;
  double score = 0;
};
/// Joint readings, most likely first, down to those that a reader could still mean; empty when one of the two is
/// unknown.
std::vector<PlacePair> read_together(NamedPlace const& subject, NamedPlace const& anchor,
                                     reference::Reference const& reference);

} // namespace claimcheck::resolve
