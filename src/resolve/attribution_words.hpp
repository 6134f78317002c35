// The word lists of attribution (grammars/en/attribution.yaml, people.yaml) as one hash table: one look-up a word tells
// everything that the sieves want to know about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.hpp"
#include "claim/attribution.hpp"
#include "lexicon/phrase_table.hpp"

namespace claimcheck::resolve {

/// What a word can be. A word may be several things ("report": a document, and a verb of saying).
enum WordBit : std::uint64_t {
  determiner = 1ULL << 0,
  possessive_word = 1ULL << 1,
  subject_pronoun = 1ULL << 2,
  object_pronoun = 1ULL << 3,
  relative_word = 1ULL << 4,
  auxiliary = 1ULL << 5,
  modal = 1ULL << 6,
  negation = 1ULL << 7,
  preposition = 1ULL << 8,
  subordinator = 1ULL << 9,
  coordinator = 1ULL << 10,
  adverb = 1ULL << 11,
  adjective = 1ULL << 12,
  time_word = 1ULL << 13,
  other_verb = 1ULL << 14, ///< a verb, no verb of saying
  no_source = 1ULL << 15,
  clause_opener = 1ULL << 16,
  noun_cue = 1ULL << 17,
  medium_noun = 1ULL << 18,
  document_noun = 1ULL << 19,
  honorific = 1ULL << 20,
  title_word = 1ULL << 21,
  role_word = 1ULL << 22,
  collective = 1ULL << 23,
  body = 1ULL << 24,
  demonym = 1ULL << 25,
  male_word = 1ULL << 26, ///< "father", "Mr."
  female_word = 1ULL << 27,
  male_name = 1ULL << 28, ///< a given name of most often men
  female_name = 1ULL << 29,
  passive_cue = 1ULL << 30,
  according = 1ULL << 31,  ///< "according to": only on merged tokens
  no_content = 1ULL << 32, ///< "declined to comment": only on merged tokens
  be_form = 1ULL << 33,
  have_form = 1ULL << 34,
  nouns_in_ly = 1ULL << 36, ///< "family": no adverb
  article = 1ULL << 37,
  number_word = 1ULL << 38,  ///< "two", "dozens", "half"
  particle = 1ULL << 39,     ///< "de", "van": a lower-case part of a surname
  phrase_start = 1ULL << 35, ///< a phrase of several words may begin here
};

/// What may follow a verb of saying.
enum VerbUse : std::uint16_t {
  takes_quote = 1,
  takes_clause = 2,
  takes_marked = 4,
  takes_recipient = 8,
  takes_object = 16,
  takes_infinitive = 32,
  takes_naming = 64,
  takes_document = 128,
  is_private = 256,  ///< thinks rather than says
  is_evidence = 512, ///< says something only of documents, unless with "that"
};
enum VerbForm : std::uint8_t { base_form = 1, third_person = 2, past_form = 4, participle_form = 8, gerund_form = 16 };

struct VerbWord {
  std::uint16_t uses = 0; ///< VerbUse bits; 0: no verb of saying
  std::uint16_t lemma = 0;
  std::uint8_t forms = 0; ///< VerbForm bits
};

struct WordInfo {
  std::uint64_t classes = 0;
  VerbWord verb;
};

class AttributionWords {
 public:
  /// The lists that the program carries. Loaded on first use; a fault in them is a broken build and throws.
  static AttributionWords const& builtin();

  /// A folded word, without clitic; nullptr when it is in no list.
  /// Most words of a text are in no list: a filter of a few kilobytes tells so without touching the table.
  WordInfo const* find(std::string_view folded) const {
    std::uint64_t const hash = word_key(folded);
    if ((filter_[filter_slot(hash)] >> (hash & 63) & 1) == 0) return nullptr;
    for (std::size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot].hash == hash) return &slots_[slot].info;
      if (slots_[slot].hash == 0) return nullptr;
    }
  }
  /// The longest phrase of several words ("according to", "pointed out") at a place of the folded text.
  PhraseTable<WordInfo>::Match phrase(char const* at, char const* last) const { return phrases_.longest(at, last); }

  /// Which set of spellings of one foreign name a folded word belongs to (people.yaml, `transliterations`); 0: none.
  std::uint16_t transliteration(std::string_view folded) const { return set_of(transliterations_, folded); }
  /// Which set of titles that exclude each other a folded title belongs to, and which of them it is; 0: none.
  std::uint16_t exclusive_set(std::string_view title) const {
    return static_cast<std::uint16_t>(set_of(exclusive_titles_, title) >> 8);
  }
  std::uint16_t exclusive_member(std::string_view title) const {
    return static_cast<std::uint16_t>(set_of(exclusive_titles_, title) & 0xff);
  }
  /// Is this an office that one person holds at a time: "foreign minister", "president"?
  bool unique_office(std::string_view title) const { return set_of(unique_offices_, title) != 0; }

  std::uint16_t lemma_say() const { return say_; }
  std::uint16_t lemma_tell() const { return tell_; }
  std::uint16_t lemma_ask() const { return ask_; }

 private:
  struct Slot {
    std::uint64_t hash = 0; ///< 0: free
    WordInfo info;
  };
  static constexpr std::size_t filter_words = 1024; ///< 65,536 bits
  static std::size_t filter_slot(std::uint64_t hash) { return hash >> 20 & (filter_words - 1); }
  friend class AttributionWordsLoader;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(filter_words);
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  using Sets = std::unordered_map<std::uint64_t, std::uint16_t>;
  static std::uint16_t set_of(Sets const& sets, std::string_view word) {
    auto const found = sets.find(fnv1a(word));
    return found == sets.end() ? std::uint16_t{0} : found->second;
  }
  PhraseTable<WordInfo> phrases_;
  Sets transliterations_, exclusive_titles_, unique_offices_;
  std::uint16_t say_ = 0, tell_ = 0, ask_ = 0;
};

} // namespace claimcheck::resolve
