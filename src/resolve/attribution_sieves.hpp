// The sieves: from each cue of a block to a source and the content that it vouches for.
#pragma once

#include <vector>

#include "claim/attribution.hpp"
#include "resolve/attribution_phrases.hpp"

namespace claimcheck::resolve {

/// An attribution with what the resolution of its speaker needs to know.
struct Candidate {
  Attribution attribution;
  SubjectKind source_kind = SubjectKind::none;
  Span antecedent; ///< of a relative pronoun: the noun phrase before it
  std::uint32_t region = 0;
  bool passed_on = false; ///< the source is that of another attribution
};

/// Reads the blocks of one document in order and collects candidates.
class Sieves {
 public:
  Sieves(text::Document const& document, Quotations const& quotations, AttributionWords const& words,
         std::vector<Candidate>& out)
      : document_(document), quotations_(quotations), words_(words), out_(out), phrases_(units_, document.folded) {}

  /// One block, as the tokenizer read it.
  void block(std::uint32_t region, std::vector<Token> const& tokens);
  /// After the last block: quotations that nobody was found for.
  void finish();

 private:
  enum class Right : std::uint8_t { none, quotation, clause, marked, object, infinitive, colon_end };
  struct After {
    Right kind = Right::none;
    int from = 0;   ///< where the content begins
    int behind = 0; ///< the first unit behind adverbials and recipient
    Span medium;
    bool adverbial = false;
  };

  /// A finite verb of saying with what stands around it.
  struct Statement {
    int cue = 0, first = 0, last = 0; ///< the sentence is [first, last)
    VerbGroup group;
    After after;
    Subject subject;
    int before = 0; ///< the unit before the subject; first - 1 when there is none
  };

  void sentence(int first, int last);
  void transcript_line();
  bool nominal(int cue, int first) const;
  bool finite_group(int cue, int first, VerbGroup& group) const;
  bool agrees(Statement const& s) const;
  bool names_document(Subject const& subject) const;
  void joined_cue(Statement const& s);
  void as_clause(Statement const& s);
  bool behind_quotation(Statement const& s, int left);
  void before_content(Statement const& s);
  void behind_clause(Statement const& s, int left);
  void keep(Candidate& candidate, After const& after);
  void verb_cue(int cue, int first, int last);
  void gerund_cue(int cue, int first, int last);
  void passive_cue_at(int cue, VerbGroup const& group, int first, int last);
  void noun_cue_at(int cue, int first, int last);
  void according_cue(int cue, int first, int last);
  bool inverted(int cue, int first, int last);
  After look_after(int cue, int last) const;
  int later(int from, int last) const;
  int content_end(int from, int last) const;
  bool clause_like(int from, int last) const;
  bool finite_between(int from, int last) const;
  /// Where the content that ends before `end` begins, in the sentence that begins at `first`.
  int content_begin(int end, int first) const;
  Candidate& add(Sieve sieve, Subject const& subject, int cue);
  void add_content(Candidate& candidate, int from, int to);
  void set_mode(Candidate& candidate) const;
  /// The source of the last attribution of this sentence, else, where something was certainly said, the sentence's
  /// subject. False when there is neither.
  bool lend(Candidate& candidate, int first, int cue, bool spoken);
  void continue_quotations();
  bool only_quotations(int first, int last) const;
  Span span_of(Range range) const;
  std::size_t word_count(Span span) const;

  text::Document const& document_;
  Quotations const& quotations_;
  AttributionWords const& words_;
  std::vector<Candidate>& out_;
  std::vector<Token> units_;
  std::vector<Candidate> transcript_; ///< lines that would be a transcript's
  Phrases phrases_;
  std::uint32_t region_ = 0;
  std::size_t block_begin_ = 0;    ///< first candidate of this block
  std::size_t sentence_begin_ = 0; ///< first candidate of this sentence
  bool title_case_ = false;
  std::vector<std::uint32_t> owner_;     ///< of each quotation: the candidate that holds it, or no_id
  std::uint32_t speaks_on_ = 0xffffffff; ///< the quoted speaker with whom the block before ended
  std::uint32_t awaiting_ = 0xffffffff;  ///< "Smith said:" at the end of the block before
};

} // namespace claimcheck::resolve
