// Where what somebody said begins and ends, seen from the verb of saying.
#include "resolve/attribution_sieves.hpp"

#include <algorithm>

namespace claimcheck::resolve {
namespace {

/// A bare clause is looked for over so many units; contents and quotations may be longer.
constexpr int clause_window = 25;

bool year_like(std::string_view word) { return word.size() == 4 && (word[0] == '1' || word[0] == '2'); }

} // namespace

bool Sieves::finite_between(int from, int last) const {
  for (int i = from; i < last; ++i)
    if (phrases_.finite_at(i) || phrases_.is(i, other_verb) || phrases_.is(i, TokenKind::quotation) ||
        (phrases_.at(i).is_word() && phrases_.text(i).ends_with("ed")))
      return true;
  return false;
}

/// A subject and, before any relative word, something that is certainly a finite verb.
bool Sieves::clause_like(int from, int last) const {
  if (phrases_.is(from, subject_pronoun) || phrases_.is(from, "there")) return true;
  if (!phrases_.starts_phrase(from)) return false;
  last = std::min(last, from + clause_window);
  for (int i = from; i < last; ++i) {
    Token const& token = phrases_.at(i);
    if (token.kind == TokenKind::semicolon || token.kind == TokenKind::end) return false;
    if (i > from && token.is(relative_word)) return false;
    if (i > from && phrases_.finite_at(i)) return true;
  }
  return false;
}

/// The end of "a few days later", "two weeks ago" beginning at `from`; `from` when no such phrase stands there.
int Sieves::later(int from, int last) const {
  for (int i = from; i < last && i < from + 4; ++i) {
    if (i > from && phrases_.is(i, time_word) && i + 1 < last &&
        (phrases_.is(i + 1, "later") || phrases_.is(i + 1, "ago") || phrases_.is(i + 1, "earlier")))
      return i + 2;
    if (!phrases_.is(i, determiner) && !phrases_.noun_like(i)) break;
  }
  return from;
}

Sieves::After Sieves::look_after(int cue, int last) const {
  After after;
  VerbWord const verb = phrases_.at(cue).verb;
  int i = cue + 1;
  auto const in = [&](int k) { return k < last; };
  if ((verb.uses & takes_recipient) != 0 && in(i)) {
    bool const always = verb.lemma == words_.lemma_tell() || verb.lemma == words_.lemma_ask();
    int end = i;
    if (phrases_.is(i, object_pronoun))
      end = i + 1;
    else if (phrases_.starts_phrase(i) && !phrases_.is(i, clause_opener | subject_pronoun))
      end = phrases_.phrase_end(i, last, false);
    bool const marked = in(end) && (phrases_.is(end, clause_opener) || phrases_.is(end, "to") ||
                                    phrases_.is(end, TokenKind::comma) || phrases_.is(end, TokenKind::quotation));
    if (end > i && (always || marked)) i = end;
  }
  int const start = i;
  while (in(i)) {
    Token const& token = phrases_.at(i);
    if ((phrases_.is(i, "this") || phrases_.is(i, "last") || phrases_.is(i, "next") || phrases_.is(i, "late") ||
         phrases_.is(i, "early")) &&
        phrases_.is(i + 1, time_word)) {
      i += 2;
      after.adverbial = true;
      continue;
    }
    if (int const end = later(i, last); end > i) { // "a few days later"
      i = end;
      after.adverbial = true;
      continue;
    }
    if (phrases_.adverb_at(i) || (token.is(time_word) && !token.is(modal)) ||
        (token.kind == TokenKind::number && i > start && phrases_.is(i - 1, time_word))) {
      if (phrases_.is(i, subject_pronoun)) break;
      ++i;
      after.adverbial = true;
      continue;
    }
    if (token.is(preposition) && !token.capital && !phrases_.is(i, "as") && !phrases_.is(i, "than") && in(i + 1) &&
        !(phrases_.is(i, "to") && (verb.uses & takes_infinitive) != 0)) {
      bool const amount = phrases_.at(i + 1).kind == TokenKind::number && !year_like(phrases_.text(i + 1));
      if (amount || phrases_.is(i + 1, "least") || phrases_.is(i + 1, "most")) break;
      int end = phrases_.phrase_end(i + 1, last, true);
      // "on “Morning Call”", "on the network's “Morning Call”": a name, not what was said.
      if (in(end) && phrases_.at(end).kind == TokenKind::quotation &&
          (end == i + 1 || phrases_.at(end - 1).clitic == Clitic::s))
        ++end;
      if (end == i + 1 && phrases_.text(end).ends_with("ing")) end = phrases_.phrase_end(i + 2, last, true);
      if (end == i + 1) break;
      for (int k = i + 1; k < end; ++k)
        if (phrases_.is(k, medium_noun) && !phrases_.is(k + 1, medium_noun)) { // of "Facebook post" the second
          after.medium = phrases_.at(k).span();
          break;
        }
      i = end;
      after.adverbial = true;
      continue;
    }
    // "in Salem, New Hampshire, on Monday"
    if (token.kind == TokenKind::comma && i > start && phrases_.name_like(i - 1) && in(i + 1) &&
        phrases_.name_like(i + 1)) {
      int const end = phrases_.phrase_end(i + 1, last, false);
      if (!in(end) || phrases_.at(end).kind == TokenKind::comma || phrases_.is(end, preposition | time_word) ||
          phrases_.is(end, "that")) {
        i = end;
        if (in(i) && phrases_.at(i).kind == TokenKind::comma && in(i + 1) && phrases_.is(i + 1, "that")) ++i;
        continue;
      }
    }
    break;
  }
  // "said, twice, that"; "replied, with a smile: “"
  if (in(i) && phrases_.at(i).kind == TokenKind::comma) {
    int jump = i;
    for (int k = i + 1; k + 1 < last && k < i + 8 && jump == i; ++k) {
      if (phrases_.at(k).kind == TokenKind::quotation || phrases_.finite_at(k)) break;
      if (phrases_.at(k).kind == TokenKind::colon && phrases_.at(k + 1).kind == TokenKind::quotation) jump = k;
      if (phrases_.at(k).kind == TokenKind::comma && phrases_.is(k + 1, "that")) jump = k + 1;
    }
    i = jump;
  }
  after.behind = i;
  after.from = i;
  if (!in(i)) return after;
  Token const& token = phrases_.at(i);
  if (token.kind == TokenKind::quotation) {
    after.kind = Right::quotation;
  } else if (token.kind == TokenKind::comma) {
    if (in(i + 1) && phrases_.at(i + 1).kind == TokenKind::quotation) {
      after.kind = Right::quotation;
      after.from = i + 1;
    }
  } else if (token.kind == TokenKind::colon) {
    after.from = i + 1;
    after.kind = !in(i + 1)                                        ? Right::colon_end
                 : phrases_.at(i + 1).kind == TokenKind::quotation ? Right::quotation
                                                                   : Right::clause;
    if (after.kind == Right::clause && (verb.uses & takes_quote) == 0) after.kind = Right::none;
  } else if (phrases_.is(i, clause_opener) && (verb.uses & takes_marked) != 0) {
    bool const asks = verb.lemma == words_.lemma_ask();
    // "states that have suffered": a relative clause, no content.
    bool const relative = phrases_.is(i, "that") && in(i + 1) &&
                          (phrases_.finite_at(i + 1) || phrases_.is(i + 1, other_verb)) &&
                          !phrases_.is(i + 1, subject_pronoun);
    if (relative) return after;
    bool const adjunct = phrases_.is(i, "when") || phrases_.is(i, "where") || phrases_.is(i, "if") ||
                         phrases_.is(i, "who") || phrases_.is(i, "which");
    bool const spoken = (verb.forms & (past_form | gerund_form)) != 0 && !after.adverbial && !phrases_.is(i, "when");
    after.kind = !adjunct || asks || spoken ? Right::marked : Right::none;
  } else if (phrases_.is(i, "to") && (verb.uses & takes_infinitive) != 0) {
    after.kind = Right::infinitive;
  } else {
    bool const plain = verb.lemma == words_.lemma_say() || (verb.lemma == words_.lemma_tell() && i > cue + 1);
    bool const bare = (verb.uses & takes_clause) != 0;
    int from = i;
    // "said under the plan workers would ...": what looked like an adverbial was the content's beginning.
    if (after.adverbial && bare && (phrases_.finite_at(i) || !phrases_.starts_phrase(i)) &&
        !phrases_.is(i, coordinator | subordinator) && finite_between(i, std::min(last, i + 4)))
      from = start;
    if (bare && plain &&
        (phrases_.starts_phrase(from) || from != i || phrases_.text(from).ends_with("ing") ||
         phrases_.is(from, "there") || phrases_.is(from, preposition) || phrases_.finite_at(from))) {
      if (!phrases_.is(from, coordinator | subordinator) || phrases_.at(from).kind == TokenKind::number) {
        after.kind = Right::clause;
        after.from = from;
      }
    } else if (bare && !(after.adverbial && verb.lemma == words_.lemma_tell()) && clause_like(i, last)) {
      after.kind = Right::clause;
    } else if ((verb.uses & (takes_object | takes_naming)) != 0 && !after.adverbial && phrases_.starts_phrase(i)) {
      after.kind = Right::object;
    }
  }
  return after;
}

int Sieves::content_end(int from, int last) const {
  for (int i = from; i < last; ++i) {
    Token const& token = phrases_.at(i);
    if (token.is(according) && i > from) return i;
    if (token.kind == TokenKind::semicolon) return i;
    if (i == from || i + 1 >= last) continue;
    bool const comma = token.kind == TokenKind::comma;
    if (comma && phrases_.is(i + 1, "while")) return i;
    int next = comma ? i + 1 : i;
    bool const joined = phrases_.is(next, coordinator) && (phrases_.is(next, "and") || phrases_.is(next, "but"));
    if (joined) ++next;
    while (next < last && phrases_.adverb_at(next)) ++next;
    if (next >= last) continue;
    Token const& verb = phrases_.at(next);
    if (verb.verb.uses == 0 || verb.capital) continue;
    if (comma && !joined && (verb.verb.forms & gerund_form) != 0) return i;                           // ", adding"
    if (comma && !joined && (verb.verb.forms & past_form) != 0 && !verb.is(noun_cue)) return i;       // ", said"
    if (joined && (verb.verb.forms & past_form) != 0 && !verb.is(noun_cue | document_noun)) return i; // "and suggested"
    if (joined && comma && (verb.verb.forms & gerund_form) != 0) return i;
  }
  return last;
}

int Sieves::content_begin(int end, int first) const {
  // Behind an attribution of the same sentence its content cannot be ours: "..., Smith said, ..., Jones said."
  int begin = first;
  while (begin < end &&
         (phrases_.is(begin, "but") || phrases_.is(begin, "and") || phrases_.at(begin).kind == TokenKind::dash))
    ++begin;
  return begin;
}

} // namespace claimcheck::resolve
