// The word lists (grammars/en/*.yaml) as immutable tables. Loaded once, shared by all threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "claim/claim.hpp"
#include "claim/unit.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck {

struct Unmarked {};
/// A set of words and phrases, all inflections written out: <rise>, <report>, abbreviations, false friends.
using WordClass = PhraseTable<Unmarked>;

/// True when the whole of `word` (folded) is in the class.
inline bool contains(WordClass const& words, std::string_view word) { return words.find(word) != nullptr; }

class Lexicon {
public:
  /// The lists that the program carries. Loaded on first use; a fault in them is a broken build and throws.
  static Lexicon const& builtin();
  /// From parsed YAML. All faults are reported together.
  static Result<Lexicon> load(std::vector<yaml::Tree> const& trees);

  UnitTable units;

  /// The class of this name from grammars/en/classes.yaml; nullptr when there is none.
  WordClass const* word_class(std::string_view name) const;
  std::vector<std::string> class_names() const;

  /// The singular of an English noun by rule and by the list of irregular ones: "men" -> "man", "countries" -> "country".
  std::string singular(std::string_view folded_noun) const;

private:
  std::map<std::string, WordClass, std::less<>> classes_;
  std::map<std::string, std::string, std::less<>> irregular_singulars_;
};

} // namespace claimcheck
