// Helpers for reading word lists: every fault is collected with its place.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/yaml.hpp"
#include "lexicon/lexicon.hpp"

namespace claimcheck {

/// One word list while it is read into a lexicon. Faults go to `faults`, reading goes on.
class LexiconLoader {
 public:
  LexiconLoader(Lexicon& into, yaml::Tree const& from, Diagnostics& complaints)
      : lexicon(into), tree(from), faults(complaints) {}

  Lexicon& lexicon;
  yaml::Tree const& tree;
  Diagnostics& faults;

  void fault(yaml::Node const& at, std::string message, std::string remedy = {}) const;
  /// Calls `take(key, value)` for every entry of the map under `section`; a missing section is none.
  void entries(yaml::Node const& map, std::string_view section,
               std::function<void(std::string const&, yaml::Node const&)> const& take) const;
  /// Calls `take` for every scalar of a sequence; a single scalar counts as a sequence of one; null as an empty one.
  void scalars(yaml::Node const* node, std::function<void(std::string const&, yaml::Node const&)> const& take) const;
  /// A scalar as decimal; 0 and a fault when it is none.
  Decimal decimal(yaml::Node const& node) const;
  std::int32_t integer(yaml::Node const& node) const;
  /// The scalar under `key`, or `fallback`.
  std::string text(yaml::Node const& map, std::string_view key, std::string fallback = {}) const;

  /// `list: classes`.
  std::map<std::string, WordClass, std::less<>>& classes() const { return lexicon.classes_; }
  std::map<UnitId, WordClass>& unit_contexts() const { return lexicon.unit_contexts_; }
  PhraseTable<std::string>& irregular_singulars() const { return lexicon.irregular_singulars_; }
};

// One reader a kind of list, each in a file of its own.
void load_numbers(LexiconLoader& loader);
void load_hedges(LexiconLoader& loader);
void load_tails(LexiconLoader& loader);
void load_directions(LexiconLoader& loader);
void load_units(LexiconLoader& loader);
void load_currencies(LexiconLoader& loader);
void load_classes(LexiconLoader& loader);
void load_singulars(LexiconLoader& loader);
void load_calendar(LexiconLoader& loader);
void load_named_days(LexiconLoader& loader);

/// ASCII and Latin-1 letters in lower case, as texts are folded (text/document.hpp): keys of tables are compared with
/// those.
std::string folded(std::string_view text);

} // namespace claimcheck
