// What a figure is said of, and whether a later figure speaks of the same thing: "a 12-story tower" and "the 14-story
// tower", "laid off 14 workers" and "the 16 workers", "a profit of $6.4 billion" and "the $6.4 million profit".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::rules {

enum class MentionForm : std::uint8_t {
  counted,  ///< 12 workers: the things are the noun
  priced,   ///< the $4 million grant
  measured, ///< the 12-story tower, the six-year sentence, the 49-year-old mayor
};

/// A figure and the noun phrase that it stands in.
struct Mention {
  ClaimId claim = no_id;
  MentionForm form = MentionForm::counted;
  std::uint64_t measure = 0;      ///< equal for figures that could be one: the unit, the counted noun
  bool adjectival = false;        ///< joined to its noun; else the noun is to be looked for around it
  std::vector<Span> words;        ///< of the noun phrase behind the figure
  std::vector<std::size_t> heads; ///< indices into `words` that may be its head
};

/// The mentions of one article, for looking up what a definite one refers to.
class Mentions {
 public:
  explicit Mentions(Article const& article);

  /// A figure that refers to something told before, and the only other value that was told of it.
  struct Retelling {
    ClaimId first = no_id, again = no_id;
  };
  /// In reading order. Empty where a text has more figures than an article.
  std::vector<Retelling> retellings();

 private:
  /// Longer sentences are texts without full stops.
  static constexpr std::uint32_t longest_sentence = 2000;
  using Words = std::vector<std::uint64_t>; ///< hashes of singulars, sorted
  using ClaimAt = std::vector<Claim>::const_iterator;

  Claim const& at(Mention const& mention) const { return article_.claims[mention.claim]; }
  std::optional<Mention> read(ClaimId id) const;
  void read_phrase(Mention& mention) const;
  bool ends_phrase(Span word) const;

  struct Determiner {
    Span span;
    Span owner; ///< "city" in "the city's 33 parks"
  };
  std::optional<Determiner> determiner(Mention const& mention) const;

  bool refers(Mention const& mention, Determiner const& determiner) const;
  bool in_caption(Mention const& mention) const;
  bool shares_event(Mention const& again, Mention const& first);
  bool named_before(Mention const& again, Span phrase) const;
  std::optional<std::size_t> told_otherwise(std::size_t i);
  bool has_verb(Span where) const;
  bool taken_up(Mention const& first, Mention const& again) const;
  bool same_digits(Mention const& first, Mention const& again) const;
  bool is_whole(Mention const& mention) const;
  bool other_owner(Mention const& first, Mention const& again, Span determiner) const;
  bool is_whole_of(Mention const& again, Mention const& first) const;
  bool is_plain(Claim const& claim) const;
  bool is_part(Mention const& mention) const;
  bool is_apart(Mention const& mention, Mention const& first);
  bool has_time_without(Span where, std::uint32_t other);
  bool has_time_of_its_own(Mention const& mention, Mention const& first);
  bool same_thing(Mention const& first, Mention const& again);
  bool said_near(Mention const& first, Span head) const;
  bool agrees(Claim const& first, Claim const& again) const;
  bool follows_from(std::size_t first, std::size_t again) const;
  bool new_person_between(Mention const& first, Mention const& again) const;

  bool is(Span word, WordClass const* words) const;
  bool in_sentence(std::uint32_t sentence, Span word);
  std::uint64_t key(Span word) const;
  Span sentence(std::uint32_t offset) const;
  std::pair<ClaimAt, ClaimAt> claims_in(Span where) const;
  Span next(std::uint32_t at, std::uint32_t limit) const;
  Span previous(std::uint32_t at, std::uint32_t limit) const;

  Article const& article_;
  std::string_view text_;
  std::vector<Mention> mentions_;
  std::map<std::uint32_t, Words> words_of_; ///< by sentence, those that were asked for
  struct {
    WordClass const *determiner, *adjective, *verb, *end, *part, *contrast, *apart, *time, *generic, *filler,
        *demonstrative, *part_behind, *of, *his, *hers, *whole, *group, *person, *people, *auxiliary;
  } class_;
  std::vector<WordClass const*> fates_; ///< what happens to people and what they are called then
  std::vector<WordClass const*> acts_;  ///< verbs and the nouns that take them up
};

} // namespace claimcheck::rules
