// Noun phrases around a verb of saying, found without a parser: closed word classes, capitals and commas bound them.
#pragma once

#include <string_view>
#include <vector>

#include "resolve/attribution_tokens.hpp"

namespace claimcheck::resolve {

/// Units [begin, end) of a block.
struct Range {
  int begin = 0;
  int end = 0;
  bool empty() const { return begin >= end; }
};

/// What precedes a verb of saying and belongs to it: "has repeatedly", "on Tuesday".
struct VerbGroup {
  int begin = 0;
  bool be = false, have = false, modal = false, negated = false, infinitive = false, helped = false;
};

enum class SubjectKind : std::uint8_t { none, pronoun, relative, phrase };

struct Subject {
  SubjectKind kind = SubjectKind::none;
  Range range;
  Range antecedent; ///< of a relative pronoun
  bool plural = false;
  explicit operator bool() const { return kind != SubjectKind::none; }
};

class Phrases {
 public:
  Phrases(std::vector<Token> const& units, std::string_view folded) : units_(units), folded_(folded) {}

  Token const& at(int i) const { return units_[static_cast<std::size_t>(i)]; }
  int size() const { return static_cast<int>(units_.size()); }
  std::string_view text(int i) const { return folded_.substr(at(i).begin, at(i).end - at(i).begin); }
  bool is(int i, std::uint64_t bits) const { return i >= 0 && i < size() && at(i).is(bits); }
  bool is(int i, TokenKind kind) const { return i >= 0 && i < size() && at(i).kind == kind; }
  bool is(int i, std::string_view word) const { return i >= 0 && i < size() && text(i) == word; }

  bool adverb_at(int i) const;
  /// A word that may stand inside a noun phrase: noun, name, adjective, number, participle.
  bool noun_like(int i) const;
  bool name_like(int i) const;
  /// A noun phrase may begin here.
  bool starts_phrase(int i) const;
  bool finite_at(int i) const; ///< an auxiliary, a modal or a pronoun that carries one

  VerbGroup verb_group(int verb, int first) const;
  /// The subject that ends before `group`, in the sentence that begins at `first`.
  Subject subject_before(int group, int first) const;
  /// The subject of an inverted verb: "said Smith, the mayor". With `any` also nouns that are not known to speak: "said
  /// the 46-year-old".
  Subject subject_after(int from, int last, bool any) const;
  /// The subject with which the sentence begins, for a participle or a second verb that shares it.
  Subject sentence_subject(int first, int last) const;
  /// The end of the noun phrase that begins at `from`; `from` when none does.
  int phrase_end(int from, int last, bool with_prepositions) const;
  /// Where the noun phrase begins whose last unit is `last`.
  int phrase_begin(int last, int first) const;

 private:
  Subject classify(int begin, int end) const;
  Subject after_comma(int comma, int first) const;
  int relative_inside(int first, int last) const;

  std::vector<Token> const& units_;
  std::string_view folded_;
};

} // namespace claimcheck::resolve
