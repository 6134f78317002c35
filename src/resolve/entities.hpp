// Persons and organisations: every name of a document, gathered under one entry each.
#pragma once

#include <cstdint>
#include <vector>

#include "base/flat_map.hpp"
#include "claim/attribution.hpp"
#include "resolve/attribution_tokens.hpp"

namespace claimcheck::resolve {

inline constexpr EntityId no_entity = 0xffffffff;

/// One place where an entity is named.
struct Mention {
  Span span; ///< the name without title: "Kuleba"
  EntityId entity = no_entity;
  bool quoted = false;
  bool opens_sentence = false; ///< the first words of a sentence: most often its subject
};

/// Reads the blocks of a document in order.
class EntityCollector {
 public:
  explicit EntityCollector(text::Document const& document) : document_(document) {}

  void read(std::vector<Token> const& tokens);

  /// The entity for a source that is no known name: "Ukrainian authorities", "the annual report". One entry for each
  /// wording.
  EntityId describe(Span phrase, EntityKind kind, Gender gender);
  /// Gives an entry to a single capitalised word that nobody bears yet, because it is a source: "Madonna". Nothing
  /// happens when it is unknown or has an entry. Call `settle` afterwards.
  void adopt(Span word, EntityKind kind);
  /// Gives an entry of unknown kind to every capitalised word that is still nobody's, in reading order of their first
  /// mentions.
  void keep_rest();
  /// Sorts all mentions; before any of the look-ups below.
  void settle();
  /// The first mention inside `span`; nullptr when there is none.
  Mention const* first_within(Span span) const;
  /// Is the entity named inside `span`?
  bool named_within(EntityId entity, Span span) const;
  /// The latest mention of a person, outside quotations, that ends before `offset` and opens a sentence; nullptr when
  /// there is none.
  Mention const* last_subject(std::uint32_t offset) const;
  /// The entity that was last given this (folded) word in its title or, for organisations, in its name: "bureau",
  /// "minister".
  EntityId by_word(std::string_view folded_word, std::uint32_t before) const;

  std::vector<Entity> entities;
  std::vector<Mention> mentions; ///< in reading order

 private:
  struct Name {
    std::size_t begin = 0, end = 0; ///< tokens of the name
    std::size_t title_begin = 0, title_end = 0;
    Span title;
    Span affiliation;
    EntityKind kind = EntityKind::unknown;
    Gender gender = Gender::unknown;
    bool opens = false;
  };
  struct Known {
    EntityId entity;
    std::uint32_t since; ///< where the word was first given
  };

  bool name_token(std::vector<Token> const& tokens, std::size_t i) const;
  bool adjacent(Token const& a, Token const& b) const;
  bool opens_sentence(std::vector<Token> const& tokens, std::size_t i) const;
  std::size_t run_end(std::vector<Token> const& tokens, std::size_t begin) const;
  void take_titles(std::vector<Token> const& tokens, Name& name) const;
  void classify(std::vector<Token> const& tokens, Name& name) const;
  void add(std::vector<Token> const& tokens, Name const& name);
  void enrich(Entity& entity, EntityId id, std::vector<Token> const& tokens, Name const& name);
  void give_words(EntityId id, std::string_view folded_words, std::uint32_t since);
  std::string_view folded(Token const& token) const;
  std::uint64_t key(std::vector<Token> const& tokens, std::size_t begin, std::size_t end) const;

  text::Document const& document_;
  FlatMap<EntityId> by_name_;    ///< all words of a name; descriptions
  FlatMap<EntityId> by_surname_; ///< the latest bearer
  FlatMap<EntityId> by_given_;
  FlatMap<std::vector<Known>> by_word_;

  /// Single capitalised words that belong to nobody yet: of each word its mentions, chained through one array.
  struct Loose {
    Mention mention;
    std::uint32_t next = no_entity;
  };
  struct Chain {
    std::uint32_t first = no_entity, last = no_entity; ///< into loose_mentions_; none when somebody has taken them
  };
  /// Gives all mentions of a loose word to an entity.
  void take_loose(Chain& chain, EntityId id);
  FlatMap<Chain> loose_;
  std::vector<Loose> loose_mentions_;
};

} // namespace claimcheck::resolve
