// The word lists (grammars/en/*.yaml) as immutable tables. Loaded once, shared by all threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/yaml.hpp"
#include "claim/claim.hpp"
#include "claim/unit.hpp"
#include "lexicon/calendar_words.hpp"
#include "lexicon/gate.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck {

struct Unmarked {};
/// A set of words and phrases, all inflections written out: <rise>, <report>, abbreviations, false friends.
using WordClass = PhraseTable<Unmarked>;

/// True when the whole of `word` (folded) is in the class.
inline bool contains(WordClass const& words, std::string_view word) { return words.find(word) != nullptr; }

/// What a number word does: `value` for units, teens and tens, a power of ten for scales.
struct NumberWord {
  enum Role : std::uint8_t { unit, teen, tens, scale, dozen } role = unit;
  std::int16_t value = 0;
};

struct Fraction {
  std::int32_t numerator = 1;
  std::int32_t denominator = 1;
};

/// An amount given by its bounds alone: "dozens", "double-digit".
struct VagueAmount {
  Decimal low;
  Decimal high;
};

/// Forms that differ only in case ("mW", "MW") share a folded key; the text's own letters decide.
template <class T>
struct ExactForm {
  std::string written;
  T value;
};
template <class T>
using ExactTable = PhraseTable<std::vector<ExactForm<T>>>;

struct UnitWord {
  UnitId unit = no_unit;
  bool ambiguous = false; ///< "pound", "second": only where something else speaks for the unit
};
struct UnitSymbol {
  UnitId unit = no_unit;
  bool glued = false;    ///< directly behind the digits: "5C", not "5 C"
  bool doubtful = false; ///< behind a space, but only where something else speaks for the unit: "5 V"
};
struct CurrencyWord {
  UnitId unit = no_unit;
  std::int32_t parts = 1; ///< 100 for cents
  bool ambiguous = false;
  bool glued = false;     ///< only directly behind the digits: "50p", not "7 p.m."
  bool doubtful = false;  ///< a sign that needs a scale word or separators: "R50 million", not "R50"
  std::int32_t power = 0; ///< of ten: 6 for MUSD
};

/// What a word behind a number makes of it. Units and currencies are in lists of their own.
enum class TailKind : std::uint8_t {
  none,
  percent,
  points,
  basis_points,
  year_old,
  month_old,
  week_old,
  day_old,
  times,
  fold,
  thousand_money,
  unit,
  currency
};

/// The classes of figures.yaml, which the figure grammars ask at every number; found once at load, empty where a list
/// lacks them.
struct FigureWords {
  WordClass const* idiom = nullptr;
  WordClass const* name_before = nullptr;
  WordClass const* name_before_capital = nullptr;
  WordClass const* street = nullptr;
  WordClass const* comparison = nullptr;
  WordClass const* noun_stop = nullptr;
  WordClass const* one_counts = nullptr;
  WordClass const* zero_counts = nullptr;
  WordClass const* ordinal_noun = nullptr;
  WordClass const* age_before = nullptr;
  WordClass const* age_verb = nullptr;
  WordClass const* age_after = nullptr;
  WordClass const* person_pronoun = nullptr;
  WordClass const* count_invariant = nullptr;
  WordClass const* decades_of_life = nullptr;
  WordClass const* score_verb = nullptr;
  WordClass const* vote_verb = nullptr;
  WordClass const* record_verb = nullptr;
  WordClass const* odds_word = nullptr;
  WordClass const* mass_context = nullptr;
  WordClass const* money_context = nullptr;
  WordClass const* phone_word = nullptr;
  WordClass const* definite = nullptr;
  WordClass const* headline_verb = nullptr;
  WordClass const* heat_context = nullptr;
  WordClass const* pair_word = nullptr;
  WordClass const* count_prefix = nullptr;
  WordClass const* distance_event = nullptr;
  WordClass const* version_noun = nullptr;
  WordClass const* go_up = nullptr;
  WordClass const* go_down = nullptr;
  WordClass const* level_word = nullptr;
  WordClass const* vague_before_of = nullptr;
};

class Lexicon {
 public:
  /// The lists that the program carries. Loaded on first use; a fault in them is a broken build and throws.
  static Lexicon const& builtin();
  /// From parsed YAML; each tree names its kind with the key `list`. All faults are reported together.
  static Result<std::unique_ptr<Lexicon>> load(std::vector<yaml::Tree> const& trees);

  UnitTable units;
  Gate gate;

  // numbers.yaml
  PhraseTable<NumberWord> number_words;
  ExactTable<std::int32_t> glued_scales;
  ExactTable<std::int32_t> spaced_scales;
  PhraseTable<Fraction> fractions;
  PhraseTable<Fraction> glyphs;
  PhraseTable<std::int32_t> ordinals;
  PhraseTable<VagueAmount> vague;
  PhraseTable<VagueAmount> digit_words;
  PhraseTable<std::int32_t> soft;
  PhraseTable<Decimal> multipliers;
  // hedges.yaml
  PhraseTable<Hedge> hedges_before;
  PhraseTable<Hedge> hedges_after;
  PhraseTable<TailKind> tails;            ///< tails.yaml
  PhraseTable<std::int32_t> directions;   ///< directions.yaml: tenths of a degree, clockwise from north
  PhraseTable<std::int32_t> life_decades; ///< "thirties" -> 30
  // units.yaml, currencies.yaml
  PhraseTable<UnitWord> unit_names;
  ExactTable<UnitSymbol> unit_symbols;
  ExactTable<CurrencyWord> currency_signs; ///< before the number
  ExactTable<CurrencyWord> currency_codes; ///< after it, exact case
  PhraseTable<CurrencyWord> currency_names;
  // calendar.yaml, named_days.yaml
  CalendarWords calendar;

  /// The words of which one must stand near an ambiguous form of this unit or currency ("stone": weighed, lost);
  /// nullptr when the lists name none. Then only the text's own form can speak for it: feet before inches, a currency
  /// of the same sum.
  WordClass const* context_of(UnitId unit) const;

  /// The class of this name from a `list: classes` file; nullptr when there is none.
  WordClass const* word_class(std::string_view name) const;
  /// The same, but the class must exist: for classes that the program itself relies on.
  WordClass const& words(std::string_view name) const;
  std::vector<std::string> class_names() const;
  /// The names of the classes that begin so, sorted: "event strike", "event fire" for "event ".
  std::vector<std::string_view> class_names(std::string_view prefix) const;

  /// The singular of an English noun by rule and by the list of irregular ones: "men" -> "man", "countries" ->
  /// "country".
  std::string singular(std::string_view folded_noun) const;

  /// "people", "men": a plural that shows no -s. Words that are their own singular ("series") are not meant.
  bool is_irregular_plural(std::string_view folded_noun) const {
    std::string const* const found = irregular_singulars_.find(folded_noun);
    return found != nullptr && *found != folded_noun;
  }

  FigureWords figure_words;

 private:
  friend class LexiconLoader;
  void find_figure_words();
  /// Phrases that combine several lists.
  void complete_gate();
  /// By name, for relations that ask at every word: the classes of an article's check are asked for a hundred thousand
  /// times a second.
  void index_classes();
  std::map<std::string, WordClass, std::less<>> classes_;
  std::unordered_map<std::string_view, WordClass const*> class_named_;
  std::map<UnitId, WordClass> unit_contexts_;
  PhraseTable<std::string> irregular_singulars_; ///< by the plural; asked at every word behind a number
};

} // namespace claimcheck
