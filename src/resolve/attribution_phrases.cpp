#include "resolve/attribution_phrases.hpp"

#include <algorithm>

namespace claimcheck::resolve {
namespace {

constexpr std::uint64_t closed_class = determiner | subject_pronoun | object_pronoun | auxiliary | modal | negation |
                                       preposition | subordinator | coordinator | relative_word | clause_opener |
                                       according | no_content;
constexpr std::uint64_t noun_class =
    document_noun | body | role_word | collective | noun_cue | medium_noun | title_word | demonym | honorific;
/// What a name can look like in lower case: "Will", "May", "Grace".
constexpr std::uint64_t name_homonyms = modal | other_verb | adverb | adjective | time_word;

/// A phrase this long is no subject; it bounds the search, too.
constexpr int longest_phrase = 40;

} // namespace

bool Phrases::adverb_at(int i) const {
  if (i < 0 || i >= size() || !at(i).is_word()) return false;
  if (at(i).is(adverb)) return !(at(i).capital && i > 0 && is(i - 1, TokenKind::word) && at(i - 1).capital);
  std::string_view const word = text(i);
  return !at(i).capital && word.size() > 4 && word.ends_with("ly") && !at(i).is(noun_class | nouns_in_ly);
}

bool Phrases::noun_like(int i) const {
  if (i < 0 || i >= size()) return false;
  Token const& token = at(i);
  if (token.kind == TokenKind::number) return true;
  if (!token.is_word() || token.clitic == Clitic::negation || token.clitic == Clitic::verb) return false;
  if (token.is(noun_class)) return true;
  if (token.is(closed_class)) return token.capital && !token.is(closed_class & ~name_homonyms);
  if (token.capital) return true;
  if (token.is(no_source)) return true;
  return !token.is(other_verb) && token.verb.uses == 0 && !adverb_at(i);
}

bool Phrases::name_like(int i) const {
  return i >= 0 && i < size() && at(i).is_word() && at(i).capital && noun_like(i) && !at(i).is(time_word & ~modal);
}

bool Phrases::starts_phrase(int i) const {
  if (i < 0 || i >= size()) return false;
  return at(i).is(determiner | possessive_word | subject_pronoun) || noun_like(i);
}

bool Phrases::finite_at(int i) const {
  if (i < 0 || i >= size()) return false;
  Token const& token = at(i);
  return token.is(auxiliary | modal) || token.clitic == Clitic::verb || token.clitic == Clitic::negation ||
         (token.clitic == Clitic::s && token.is(subject_pronoun | no_source));
}

VerbGroup Phrases::verb_group(int verb, int first) const {
  VerbGroup group;
  int i = verb;
  while (i > first) {
    int const p = i - 1;
    Token const& token = at(p);
    if (token.is(auxiliary | modal | negation) &&
        !(token.capital && token.is(modal) && p > first && name_like(p - 1))) {
      group.be |= token.is(be_form);
      group.have |= token.is(have_form);
      group.modal |= token.is(modal);
      group.negated |= token.is(negation);
      group.helped |= token.is(auxiliary | modal);
      --i;
    } else if (is(p, "to") && i == verb) {
      group.infinitive = true;
      --i;
      break;
    } else if (adverb_at(p) && !token.is(no_source)) {
      --i;
    } else if (token.is(time_word) && !token.is(modal) && (token.capital || token.is(adverb)) && p > first) {
      // "Rubio on Tuesday told", "Trump late Monday said"
      int q = p - 1;
      if (q >= first && (is(q, "late") || is(q, "early") || is(q, "last"))) --q;
      if (q >= first && (is(q, "on") || is(q, "in"))) --q;
      if (q < first || !(noun_like(q) || at(q).is(subject_pronoun) || is(q, TokenKind::comma))) break;
      i = q + 1;
    } else if (token.is(time_word) && !token.capital && p - 1 > first &&
               (is(p - 1, "last") || is(p - 1, "this") || is(p - 1, "late") || is(p - 1, "earlier"))) {
      i = p - 1; // "Feinstein last week said"
    } else if (token.kind == TokenKind::comma && p - 1 > first && adverb_at(p - 1) && is(p - 2, TokenKind::comma)) {
      i = p - 2; // Smith, meanwhile, said
    } else {
      break;
    }
  }
  group.begin = i;
  if (i > first && at(i - 1).clitic == Clitic::verb) group.helped = group.have = true;
  return group;
}

int Phrases::phrase_begin(int last, int first) const {
  int j = last;
  int const limit = std::max(first, last - longest_phrase);
  while (j > limit) {
    int const p = j - 1;
    Token const& token = at(p);
    bool const complete = at(j).is(determiner | possessive_word) && !at(j).is(noun_class);
    if (!complete && token.is(determiner | possessive_word) && !token.is(subject_pronoun) &&
        !is(p, "that")) { // "that" opens a clause
      --j;
      continue;
    }
    if (!complete && token.is_word() && token.clitic == Clitic::s && (noun_like(p) || token.capital)) {
      --j;
      continue;
    }
    if (!complete && token.kind == TokenKind::number) {
      --j;
      continue;
    }
    // "a spokesman for the company", "the head of the agency"
    if (token.is(preposition) && p > limit && (noun_like(p - 1) || (is(p, "of") && at(p - 1).is(determiner))) &&
        !is(p, "as") && !is(p, "than") && !is(p, "after") && !is(p, "before") && !is(p, "since") && !is(p, "until") &&
        !is(p, "during") && !at(p - 1).is(time_word & ~modal)) {
      j = p - 1;
      continue;
    }
    if (is(p, "and") || is(p, "or")) {
      // "Smith and Jones", "the mayor and the sheriff": both sides alike.
      bool const alike =
          p > limit &&
          ((name_like(p - 1) && at(j).capital) || (at(j).is(determiner | possessive_word) && noun_like(p - 1)) ||
           (!at(j).capital && at(p - 1).is(collective | role_word)) ||
           ((at(j).is(possessive_word) || at(j).capital) && at(p - 1).is(subject_pronoun)) ||
           (at(last).is(collective) && at(p - 1).is(collective)));
      if (!alike) break;
      int const other = at(p - 1).is(subject_pronoun) ? p - 1 : phrase_begin(p - 1, limit);
      bool const bounded = other == first || is(other - 1, TokenKind::comma) || is(other - 1, TokenKind::end) ||
                           is(other - 1, TokenKind::quotation) || is(other - 1, subordinator | clause_opener);
      if (!bounded) break;
      return other;
    }
    if (complete || !token.is_word()) break;
    if (token.is(time_word) && !token.is(modal)) break;
    if (token.is(noun_class | adjective) || (token.capital && noun_like(p))) {
      if (token.is(closed_class & ~name_homonyms)) break;
      if (token.verb.uses != 0 && !token.capital && !token.is(role_word | body | collective) &&
          is(p - 1, subject_pronoun | object_pronoun))
        break;
      --j;
      continue;
    }
    if (!noun_like(p)) break;
    if (!at(j).capital || at(j).is(demonym)) {
      --j;
      continue;
    }
    // "Ludwig van Houten", "19-year-old Simpson"
    if ((token.is(particle) && p > limit && name_like(p - 1)) || text(p).find('-') != std::string_view::npos) {
      --j;
      continue;
    }
    // Lower-case words before a name belong to it only with a role: "former campaign manager Corey Lewandowski".
    int q = p;
    bool role = false;
    while (q >= limit && p - q < 6 && noun_like(q) && !at(q).capital) {
      role |= at(q).is(role_word | title_word | body);
      --q;
      if (!role && q > limit && is(q, "of") &&
          at(q - 1).is(role_word | title_word)) { // "director of rugby Nigel Melville"
        role = true;
        j = q - 1;
      }
    }
    bool const determined = q >= limit && q >= first && p - q < 5 &&
                            at(q).is(determiner | possessive_word); // "the venture capitalist Marc Hale"
    if (!role && !determined) break;
    if (j == p + 1) --j;
  }
  return j;
}

int Phrases::phrase_end(int from, int last, bool with_prepositions) const {
  int i = from;
  last = std::min(last, from + longest_phrase);
  if (i < last && at(i).is(subject_pronoun | object_pronoun) && !at(i).is(possessive_word)) return i + 1;
  bool nouns = false;
  while (i < last) {
    Token const& token = at(i);
    if (token.is(determiner | possessive_word) && !nouns) {
      ++i;
      continue;
    }
    if (token.kind == TokenKind::number && !nouns) {
      ++i;
      continue;
    }
    if (token.is(time_word) && !token.is(modal) && nouns) break;
    if (noun_like(i) || (token.verb.uses != 0 && !nouns && token.is(noun_class))) {
      nouns = true;
      ++i;
      if (token.clitic == Clitic::s) nouns = false; // the owner; what is owned follows
      continue;
    }
    if (token.kind == TokenKind::open_bracket && nouns) {
      int close = i;
      while (close < last && close < i + 12 && at(close).kind != TokenKind::close_bracket) ++close;
      if (close == last || close == i + 12) break;
      i = close + 1;
      continue;
    }
    bool const links =
        is(i, "of") || (with_prepositions && (is(i, "for") || is(i, "at") || is(i, "from") || is(i, "with") ||
                                              is(i, "in") || is(i, "to") || is(i, "on") || is(i, "like")));
    if (links && nouns && i + 1 < last && (at(i + 1).is(determiner | possessive_word) || noun_like(i + 1)) &&
        !(at(i + 1).is(time_word)) &&
        !(is(i, "in") && (at(i + 1).is(medium_noun) || (i + 2 < last && at(i + 2).is(medium_noun))))) {
      nouns = false;
      ++i;
      continue;
    }
    if ((is(i, "and") || is(i, "or") || is(i, "&")) && nouns && i + 1 < last && at(i - 1).capital && name_like(i + 1)) {
      nouns = false;
      ++i;
      continue;
    }
    break;
  }
  return nouns ? i : (i > from && at(i - 1).clitic == Clitic::s ? i : from);
}

Subject Phrases::classify(int begin, int end) const {
  Subject subject;
  subject.range = {begin, end};
  subject.kind = SubjectKind::phrase;
  Token const& head = at(end - 1);
  if (end - begin == 1) {
    if (head.is(subject_pronoun) && !head.capital)
      subject.kind = SubjectKind::pronoun;
    else if (head.is(subject_pronoun))
      subject.kind = SubjectKind::pronoun;
    if (!head.capital && head.is(no_source)) return {};
    if (head.is(time_word) && !head.is(modal)) return {};
  }
  if (head.is(no_source) && !head.capital && begin + 2 >= end) return {};
  return subject;
}

/// The first unit of a relative clause ("who", "that", "which" behind a noun) in [first, last], or -1.
int Phrases::relative_inside(int first, int last) const {
  for (int i = last; i > first && i > last - 25; --i) {
    if (!at(i).is_word()) return -1;
    if (at(i).is(relative_word) && noun_like(i - 1)) return i;
  }
  return -1;
}

Subject Phrases::subject_before(int group, int first) const {
  int i = group - 1;
  if (i < first) return {};
  Token const& token = at(i);
  if (token.kind == TokenKind::comma || token.kind == TokenKind::dash) return after_comma(i, first);
  if (token.kind == TokenKind::close_bracket) {
    int open = i;
    while (open > first && open > i - 12 && at(open).kind != TokenKind::open_bracket) --open;
    if (at(open).kind != TokenKind::open_bracket || open - 1 < first || !noun_like(open - 1)) return {};
    Subject subject = classify(phrase_begin(open - 1, first), open);
    subject.range.end = i + 1;
    return subject;
  }
  if (!token.is_word() && token.kind != TokenKind::number) return {};
  if (token.is(relative_word) && !token.is(determiner)) {
    Subject subject;
    subject.kind = SubjectKind::relative;
    subject.range = {i, i + 1};
    int noun = i - 1;
    if (noun >= first && (at(noun).kind == TokenKind::comma)) --noun;
    if (noun < first || !noun_like(noun)) return {};
    subject.antecedent = {phrase_begin(noun, first), noun + 1};
    return subject;
  }
  if (token.is(subject_pronoun) && !token.is(no_source)) return classify(i, i + 1);
  bool const relative_possible = !noun_like(i) || (i > first && at(i).is(object_pronoun));
  if (!relative_possible || token.is(collective | determiner)) {
    int const begin = noun_like(i) ? phrase_begin(i, first) : i;
    int const before = begin - 1;
    if (before >= first && at(before).is_word() &&
        !at(before).is(coordinator | subordinator | clause_opener | relative_word | no_source)) {
      // "A woman who attended the rally said": the noun phrase ends a relative clause.
      int const relative = relative_inside(first, before);
      if (relative > first) {
        Subject subject = classify(phrase_begin(relative - 1, first), i + 1);
        return subject;
      }
      // "A man identified as Smith", "people familiar with the matter": a participle clause.
      int const verb = at(before).is(preposition) && before > first ? before - 1 : before; // "started by a former aide"
      std::string_view const word = text(verb);
      bool const participle = word.ends_with("ed") || word.ends_with("ing") || at(verb).is(other_verb);
      if (participle && verb - 1 >= first && noun_like(verb - 1) && !adverb_at(verb - 1)) {
        int const outer = phrase_begin(verb - 1, first);
        if (outer == first || is(outer - 1, TokenKind::comma) || is(outer - 1, TokenKind::quotation))
          return classify(outer, i + 1);
      }
    }
    if (!noun_like(i))
      return token.is(determiner) && !token.is(article | no_source) ? classify(i, i + 1) : Subject{}; // "some said"
    return classify(begin, i + 1);
  }
  if (!token.is(object_pronoun)) return {};
  int const relative = relative_inside(first, i);
  if (relative > first) return classify(phrase_begin(relative - 1, first), i + 1); // "people who know him say"
  return {};
}

/// "Smith, the mayor of X, said": the comma before the verb closes a parenthesis behind the subject.
Subject Phrases::after_comma(int comma, int first) const {
  int end = comma;
  for (int turn = 0; turn < 6; ++turn) {
    int begin = end;
    int const limit = std::max(first, end - longest_phrase);
    while (begin > limit && at(begin - 1).kind != TokenKind::comma && at(begin - 1).kind != TokenKind::quotation &&
           at(begin - 1).kind != TokenKind::dash && at(begin - 1).kind != TokenKind::semicolon &&
           at(begin - 1).kind != TokenKind::colon)
      --begin;
    if (begin >= end) return {};
    if (turn == 0 && name_like(begin) && (begin - 2 < first || !noun_like(begin - 2))) {
      // "After the vote, Gov. Jane Hale (R-Ohio), said": nothing to close, the comma is only sloppy.
      int noun = end - 1;
      while (noun > begin && at(end - 1).kind == TokenKind::close_bracket && at(noun).kind != TokenKind::open_bracket)
        --noun;
      if (noun < end - 1) --noun;
      if (begin > first && noun - begin >= 1 && name_like(noun) && phrase_begin(noun, begin) == begin)
        return classify(begin, end);
    }
    bool const walled =
        begin > first && at(begin - 1).kind != TokenKind::comma && at(begin - 1).kind != TokenKind::dash;
    if (turn > 0) {
      int const last = end - 1;
      int const close = at(last).kind == TokenKind::close_bracket ? last : -1;
      int noun = last;
      while (close >= 0 && noun > begin && at(noun).kind != TokenKind::open_bracket) --noun;
      if (close >= 0) --noun;
      if (noun >= begin && noun_like(noun)) {
        int const start = phrase_begin(noun, begin);
        bool const whole = start == begin;
        bool named = name_like(noun);
        for (int k = start; k <= noun; ++k)
          named |= at(k).is(role_word | collective | body | document_noun | title_word);
        bool const appositive =
            whole && !name_like(noun) && begin > first && !walled && begin - 2 >= first && name_like(begin - 2);
        bool const after_opener =
            start > begin && (at(start - 1).is(subordinator | coordinator | clause_opener) || adverb_at(start - 1));
        bool const place = whole && name_like(noun) && noun - start < 2 && begin - 1 > first &&
                           is(begin - 1, TokenKind::comma) && name_like(begin - 2) && turn < 5 &&
                           !at(noun).is(honorific) && !is(start, title_word);
        // The first words of the sentence, without a finite verb: "Officials familiar with the server, speaking in
        // private, said".
        bool opening = (begin == first || walled) && starts_phrase(begin) && !at(begin).is(time_word);
        for (int k = begin; k <= noun && opening; ++k)
          opening = !finite_at(k) && (k == begin || !at(k).is(subject_pronoun));
        if (opening && !whole) {
          Subject subject = classify(begin, end);
          if (subject) subject.range.end = comma;
          return subject;
        }
        if ((named || opening) && (whole || after_opener) && !appositive && !place) {
          Subject subject = classify(start, end);
          if (subject) subject.range.end = comma;
          return subject;
        }
      }
      // A segment with a finite verb that is no relative clause ends the search.
      bool const relative = is(begin, relative_word) || is(begin, possessive_word);
      for (int i = begin; i < end && !relative; ++i) {
        if (at(i).is(relative_word)) break;
        if (finite_at(i)) return {};
      }
    }
    if (walled || begin <= first) return {};
    end = begin - 1;
  }
  return {};
}

Subject Phrases::subject_after(int from, int last, bool any) const {
  int i = from;
  while (i < last && adverb_at(i)) ++i;
  if (i >= last) return {};
  if (at(i).is(subject_pronoun) && !at(i).is(possessive_word) && !is(i, "it")) return classify(i, i + 1);
  int const end = phrase_end(i, last, true);
  if (end == i) return {};
  bool const source_like = name_like(end - 1) || [&] {
    for (int k = i; k < end; ++k)
      if (name_like(k) || at(k).is(role_word | collective | body | document_noun | title_word)) return true;
    return false;
  }();
  if (!source_like && !(any && at(i).is(determiner | possessive_word))) return {};
  Subject subject = classify(i, end);
  if (!subject) return subject;
  // ", the mayor of X," and ", 34," and ", who ..." belong to the source.
  int k = end;
  while (k < last && at(k).kind == TokenKind::comma && k + 1 < last) {
    int const n = k + 1;
    bool const appositive =
        at(n).is(determiner | relative_word | possessive_word | role_word | title_word | adjective) ||
        at(n).kind == TokenKind::number || is(n, "of") || (name_like(n) && !is(n, TokenKind::quotation));
    if (!appositive || at(n).is(subject_pronoun)) break;
    int m = n;
    while (m < last && m < n + 30 && at(m).kind != TokenKind::comma && at(m).kind != TokenKind::quotation &&
           at(m).kind != TokenKind::semicolon && at(m).kind != TokenKind::dash)
      ++m;
    if (m == n + 30) break;
    subject.range.end = m;
    k = m;
  }
  return subject;
}

Subject Phrases::sentence_subject(int first, int last) const {
  int i = first;
  while (i < last && (at(i).is(coordinator) || adverb_at(i) || (at(i).kind == TokenKind::comma && i == first))) ++i;
  // Introductory phrases end at their commas: "In Ames, Iowa, on Sunday, Clinton ...", "A month later, he ...".
  for (int turn = 0; turn < 5 && i < last; ++turn) {
    if (at(i).is(subject_pronoun) && !at(i).is(no_source)) return classify(i, i + 1);
    int const end = phrase_end(i, last, true);
    bool const timed = end < last && end > i && at(end - 1).is(time_word) && !at(end - 1).capital;
    bool const leading = at(i).is(preposition | subordinator | time_word) || text(i).ends_with("ing") ||
                         (text(i).ends_with("ed") && !at(i).is(noun_class)) || timed ||
                         (turn > 0 && end > i && end < last && at(end).kind == TokenKind::comma);
    if (!leading) break;
    int comma = i;
    while (comma < last && comma < i + 25 && at(comma).kind != TokenKind::comma) ++comma;
    if (comma >= last || comma == i + 25) return {};
    i = comma + 1;
  }
  if (i >= last) return {};
  if (at(i).is(subject_pronoun) && !at(i).is(no_source)) return classify(i, i + 1);
  int const end = phrase_end(i, last, true);
  if (end == i || end >= last) return {};
  return classify(i, end);
}

} // namespace claimcheck::resolve
