// Reads names as places where a statement needs them: the place that is measured from, and the place that something is
// said of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/place_names.hpp"

namespace claimcheck::resolve {

/// Shared by those who look for statements about places. Needs article.reference and article.lexicon; the article must
/// outlive it.
class PlaceReader {
 public:
  explicit PlaceReader(Article const& article)
      : article_(article), lexicon_(*article.lexicon), names_(article), folded_(article.document.folded) {}

  struct Anchor : NamedPlace {
    bool is_name = true;
    bool capital_of_subject = false; ///< "the capital", of the country in which the subject lies
  };

  std::uint32_t skip_spaces(std::uint32_t at) const;
  /// Behind the words at `at`, or nothing when they do not stand there.
  std::optional<std::uint32_t> behind(std::uint32_t at, std::string_view words) const;
  /// The name that begins at the offset.
  std::optional<NameRun> run_at(std::uint32_t at, std::uint32_t sentence) const;
  /// The place that stands behind "of" or "from": a town, or a capital by that word. Without readings when no source
  /// knows it, nothing when no place stands there.
  std::optional<Anchor> anchor_at(std::uint32_t at, std::uint32_t sentence);
  /// The town that the run names; nothing when it is only part of a longer name ("Mexico border", "Ankara's airport").
  std::optional<Anchor> measured_from(NameRun const& run) const;
  /// The nearest name before the figures that can be a town, when the words between say that the distance is its own.
  std::optional<NamedPlace> subject_before(std::uint32_t figures, std::uint32_t sentence) const;
  /// "225 km east of Lima at Chacapalca".
  std::optional<NamedPlace> subject_after(std::uint32_t at, std::uint32_t sentence, std::uint32_t figures) const;
  /// The capitals of the country in which the most likely of the places lies.
  std::vector<PlaceReading> capitals_of(std::vector<PlaceReading> const& places) const;
  /// Both places are qualified by the text, or too large for a gazetteer to miss them.
  static bool are_certain(NamedPlace const& subject, NamedPlace const& anchor, PlacePair const& best);
  /// "no source knows a place named Qwertyville in Turkey"
  std::string unknown_words(NamedPlace const& place) const;

 protected:
  Article const& article_;
  Lexicon const& lexicon_;
  PlaceNames names_;
  std::string_view folded_;

 private:
  bool is_country(NameRun const& run) const;
  std::vector<PlaceReading> capital_readings(std::string const& country) const;
  /// "Kan." of "Chapman, Kan.".
  bool is_qualifier(NameRun const& run) const;
  /// "Luxembourg", "Mexico" and "Georgia" are areas, unless the text goes on as after a town.
  bool is_town(NameRun const& run, reference::Candidate const& area) const;
  /// The words between a place and the figures let the distance be said of the place.
  bool linked(Span between, NameRun const& run) const;
  /// Something says that the name is a place: a preposition before it, or the description that follows.
  bool stands_as_place(NameRun const& run, NamedPlace const& named) const;
};

} // namespace claimcheck::resolve
