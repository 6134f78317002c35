#include "resolve/attribution_sieves.hpp"

#include <algorithm>

namespace claimcheck::resolve {
namespace {

constexpr std::uint32_t nobody = 0xffffffff;
/// A bare clause is looked for over so many units; contents and quotations may be longer.
constexpr int clause_window = 25;

bool year_like(std::string_view word) { return word.size() == 4 && (word[0] == '1' || word[0] == '2'); }

} // namespace

Span Sieves::span_of(Range range) const {
  if (range.empty()) return {};
  Token const& last = phrases_.at(range.end - 1);
  std::uint32_t end = last.end;
  if (last.clitic == Clitic::s && last.is_word()) { // the owner, without 's
    std::string_view const text = std::string_view(document_.folded).substr(last.begin, last.end - last.begin);
    std::size_t const apostrophe = std::min(text.find('\''), text.find("\xE2\x80\x99"));
    if (apostrophe != std::string_view::npos) end = last.begin + static_cast<std::uint32_t>(apostrophe);
  }
  return {phrases_.at(range.begin).begin, end};
}

/// Words as spaces divide them.
std::size_t Sieves::word_count(Span span) const {
  std::string_view const text = document_.folded_text(span);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

Candidate& Sieves::add(Sieve sieve, Subject const& subject, int cue) {
  Candidate& candidate = out_.emplace_back();
  candidate.region = region_;
  candidate.source_kind = subject.kind;
  candidate.attribution.sieve = sieve;
  candidate.attribution.source = span_of(subject.range);
  candidate.antecedent = span_of(subject.antecedent);
  if (cue >= 0) candidate.attribution.cue = phrases_.at(cue).span();
  return candidate;
}

/// Units [from, to) become a piece of content. A piece that is one quotation is given without its marks and without the comma that
/// belongs to the attribution.
void Sieves::add_content(Candidate& candidate, int from, int to) {
  auto const skippable = [&](int i) {
    TokenKind const kind = phrases_.at(i).kind;
    return kind == TokenKind::comma || kind == TokenKind::dash || kind == TokenKind::semicolon || kind == TokenKind::colon || kind == TokenKind::end;
  };
  while (from < to && skippable(from)) ++from;
  while (to > from && skippable(to - 1)) --to;
  if (from >= to) return;
  auto const id = static_cast<std::uint32_t>(&candidate - out_.data());
  for (int i = from; i < to; ++i)
    if (phrases_.at(i).kind == TokenKind::quotation) owner_[phrases_.at(i).quotation] = id;
  Span piece{phrases_.at(from).begin, phrases_.at(to - 1).end};
  if (to - from == 1 && phrases_.at(from).kind == TokenKind::quotation) {
    piece = quotations_.list[phrases_.at(from).quotation].inner;
    if (!piece.empty() && document_.plain[piece.end - 1] == ',') --piece.end;
  }
  candidate.attribution.content.push_back(piece);
}

void Sieves::set_mode(Candidate& candidate) const {
  bool quoted = false, plain = false;
  for (Span const piece : candidate.attribution.content) {
    bool inside = false;
    auto const& list = quotations_.list;
    auto at = std::lower_bound(list.begin(), list.end(), piece.begin, [](Quotation const& q, std::uint32_t begin) { return q.marked.end <= begin; });
    for (; at != list.end() && at->marked.begin < piece.end; ++at) {
      quoted = true;
      inside |= at->marked.contains(piece);
    }
    plain |= !inside;
  }
  candidate.attribution.mode = !quoted ? Mode::indirect : plain ? Mode::mixed : Mode::direct;
}

bool Sieves::finite_between(int from, int last) const {
  for (int i = from; i < last; ++i)
    if (phrases_.finite_at(i) || phrases_.is(i, other_verb) || phrases_.is(i, TokenKind::quotation) || (phrases_.at(i).is_word() && phrases_.text(i).ends_with("ed"))) return true;
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
    if (i > from && phrases_.is(i, time_word) && i + 1 < last && (phrases_.is(i + 1, "later") || phrases_.is(i + 1, "ago") || phrases_.is(i + 1, "earlier"))) return i + 2;
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
    if (phrases_.is(i, object_pronoun)) end = i + 1;
    else if (phrases_.starts_phrase(i) && !phrases_.is(i, clause_opener | subject_pronoun)) end = phrases_.phrase_end(i, last, false);
    bool const marked = in(end) && (phrases_.is(end, clause_opener) || phrases_.is(end, "to") || phrases_.is(end, TokenKind::comma) || phrases_.is(end, TokenKind::quotation));
    if (end > i && (always || marked)) i = end;
  }
  int const start = i;
  while (in(i)) {
    Token const& token = phrases_.at(i);
    if ((phrases_.is(i, "this") || phrases_.is(i, "last") || phrases_.is(i, "next") || phrases_.is(i, "late") || phrases_.is(i, "early")) && phrases_.is(i + 1, time_word)) {
      i += 2;
      after.adverbial = true;
      continue;
    }
    if (int const end = later(i, last); end > i) { // "a few days later"
      i = end;
      after.adverbial = true;
      continue;
    }
    if (phrases_.adverb_at(i) || (token.is(time_word) && !token.is(modal)) || (token.kind == TokenKind::number && i > start && phrases_.is(i - 1, time_word))) {
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
      if (in(end) && phrases_.at(end).kind == TokenKind::quotation && (end == i + 1 || phrases_.at(end - 1).clitic == Clitic::s)) ++end;
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
    if (token.kind == TokenKind::comma && i > start && phrases_.name_like(i - 1) && in(i + 1) && phrases_.name_like(i + 1)) {
      int const end = phrases_.phrase_end(i + 1, last, false);
      if (!in(end) || phrases_.at(end).kind == TokenKind::comma || phrases_.is(end, preposition | time_word) || phrases_.is(end, "that")) {
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
    after.kind = !in(i + 1) ? Right::colon_end : phrases_.at(i + 1).kind == TokenKind::quotation ? Right::quotation : Right::clause;
    if (after.kind == Right::clause && (verb.uses & takes_quote) == 0) after.kind = Right::none;
  } else if (phrases_.is(i, clause_opener) && (verb.uses & takes_marked) != 0) {
    bool const asks = verb.lemma == words_.lemma_ask();
    // "states that have suffered": a relative clause, no content.
    bool const relative = phrases_.is(i, "that") && in(i + 1) && (phrases_.finite_at(i + 1) || phrases_.is(i + 1, other_verb)) && !phrases_.is(i + 1, subject_pronoun);
    if (relative) return after;
    bool const adjunct = phrases_.is(i, "when") || phrases_.is(i, "where") || phrases_.is(i, "if") || phrases_.is(i, "who") || phrases_.is(i, "which");
    bool const spoken = (verb.forms & (past_form | gerund_form)) != 0 && !after.adverbial && !phrases_.is(i, "when");
    after.kind = !adjunct || asks || spoken ? Right::marked : Right::none;
  } else if (phrases_.is(i, "to") && (verb.uses & takes_infinitive) != 0) {
    after.kind = Right::infinitive;
  } else {
    bool const plain = verb.lemma == words_.lemma_say() || (verb.lemma == words_.lemma_tell() && i > cue + 1);
    bool const bare = (verb.uses & takes_clause) != 0;
    int from = i;
    // "said under the plan workers would ...": what looked like an adverbial was the content's beginning.
    if (after.adverbial && bare && (phrases_.finite_at(i) || !phrases_.starts_phrase(i)) && !phrases_.is(i, coordinator | subordinator) && finite_between(i, std::min(last, i + 4)))
      from = start;
    if (bare && plain && (phrases_.starts_phrase(from) || from != i || phrases_.text(from).ends_with("ing") || phrases_.is(from, "there") || phrases_.is(from, preposition) || phrases_.finite_at(from))) {
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
    if (comma && !joined && (verb.verb.forms & gerund_form) != 0) return i; // ", adding"
    if (comma && !joined && (verb.verb.forms & past_form) != 0 && !verb.is(noun_cue)) return i; // ", said"
    if (joined && (verb.verb.forms & past_form) != 0 && !verb.is(noun_cue | document_noun)) return i; // "and suggested"
    if (joined && comma && (verb.verb.forms & gerund_form) != 0) return i;
  }
  return last;
}

int Sieves::content_begin(int end, int first) const {
  // Behind an attribution of the same sentence its content cannot be ours: "..., Smith said, ..., Jones said."
  int begin = first;
  while (begin < end && (phrases_.is(begin, "but") || phrases_.is(begin, "and") || phrases_.at(begin).kind == TokenKind::dash)) ++begin;
  return begin;
}

bool Sieves::lend(Candidate& candidate, int first, int cue, bool spoken) {
  std::size_t const self = static_cast<std::size_t>(&candidate - out_.data());
  for (std::size_t i = self; i > sentence_begin_; --i) {
    Candidate const& other = out_[i - 1];
    if (other.attribution.source.empty() || other.attribution.sieve == Sieve::noun_cue) continue;
    candidate.attribution.source = other.attribution.source;
    candidate.source_kind = other.source_kind;
    candidate.antecedent = other.antecedent;
    candidate.passed_on = true;
    return true;
  }
  if (!spoken) return false;
  Subject const subject = phrases_.sentence_subject(first, cue);
  if (!subject) return false;
  candidate.attribution.source = span_of(subject.range);
  candidate.source_kind = subject.kind;
  return true;
}

/// "Q," said S, the mayor / P, say experts.
bool Sieves::inverted(int cue, int first, int last) {
  VerbWord const verb = phrases_.at(cue).verb;
  if ((verb.uses & takes_quote) == 0 || (verb.forms & (past_form | third_person | base_form)) == 0) return false;
  int left = cue - 1;
  if (left >= first && (phrases_.at(left).kind == TokenKind::comma || phrases_.at(left).kind == TokenKind::dash)) --left;
  bool const quotation = left >= first && phrases_.at(left).kind == TokenKind::quotation;
  bool const clause = !quotation && left < cue - 1 && left > first && finite_between(first, left + 1);
  if (!quotation && !clause) return false;
  Subject const subject = phrases_.subject_after(cue + 1, last, quotation);
  if (!subject) return false;
  // "Smith, a lawyer who had heard it, said the court ...": the comma closes a parenthesis behind the subject.
  if (clause && phrases_.subject_before(cue, first)) return false;
  int const behind = subject.range.end;
  if (behind < last) {
    Token const& next = phrases_.at(behind);
    bool const boundary = next.kind == TokenKind::comma || next.kind == TokenKind::quotation || next.kind == TokenKind::dash || next.kind == TokenKind::colon ||
                          next.is(preposition | time_word | subordinator | coordinator | relative_word | according) || phrases_.adverb_at(behind) || phrases_.text(behind).ends_with("ing");
    if (!boundary) return false;
    if (clause && phrases_.finite_at(behind)) return false;
  }
  if (clause && !phrases_.name_like(cue + 1) && !phrases_.is(cue + 1, determiner | role_word | collective | title_word | honorific)) return false;
  if (clause && (verb.forms & base_form) != 0 && verb.lemma != words_.lemma_say()) return false;
  Candidate& candidate = add(Sieve::quote_cue_source, subject, cue);
  add_content(candidate, quotation && (left == first || !finite_between(first, left)) ? left : content_begin(left + 1, first), left + 1);
  // Split: "Q1," said S, "Q2"; P1, said S, P2.
  if (behind < last && phrases_.at(behind).kind == TokenKind::comma && behind + 1 < last && phrases_.at(behind + 1).kind == TokenKind::quotation)
    add_content(candidate, behind + 1, content_end(behind + 1, last));
  for (int k = behind; k < last && k < behind + 6; ++k)
    if (phrases_.is(k, medium_noun)) candidate.attribution.medium_span = phrases_.at(k).span();
  set_mode(candidate);
  return true;
}

void Sieves::verb_cue(int cue, int first, int last) {
  Token const& token = phrases_.at(cue);
  VerbWord const verb = token.verb;
  if (token.clitic != Clitic::none) return;
  if (token.capital && cue > first && !title_case_) return;
  if (cue > first) {
    if (phrases_.is(cue + 1, "by") && (verb.forms & past_form) != 0) return; // "the facts reported by the office"
    // A noun or an adjective: "the report", "a stated goal", "swing states", "the editor's note".
    Token const& before = phrases_.at(cue - 1);
    bool const bare = (verb.forms & (past_form | gerund_form)) == 0;
    if (before.is(article | possessive_word)) return;
    if (before.kind == TokenKind::number && (verb.forms & participle_form) != 0 && phrases_.noun_like(cue + 1) && !phrases_.at(cue + 1).capital && (verb.uses & takes_quote) != 0 && verb.lemma != words_.lemma_say()) return; // "eight reported cases"
    if (before.clitic == Clitic::s && !before.is(subject_pronoun | relative_word)) return;
    if (bare && before.is(adjective | demonym) && !before.is(role_word | collective)) return;
    if (before.is(preposition) && !phrases_.is(cue - 1, "to") && (verb.forms & gerund_form) == 0) return;
  }
  VerbGroup group = phrases_.verb_group(cue, first);
  if (group.infinitive) {
    int const leading = group.begin - 1; // "went on to say"
    if (leading < first || !(phrases_.is(leading, "on") || phrases_.is(leading, "continued") || phrases_.is(leading, "continues") || phrases_.is(leading, "proceeded") || phrases_.is(leading, "went on") || phrases_.is(leading, "goes on"))) return;
    group = phrases_.verb_group(phrases_.is(leading, "on") ? std::max(first, leading - 1) : leading, first);
    group.helped = true;
  }
  if ((verb.forms & gerund_form) != 0 && !group.be) return gerund_cue(cue, first, last);
  if (group.be && (verb.forms & (past_form | participle_form)) != 0 && (verb.forms & gerund_form) == 0) return passive_cue_at(cue, group, first, last);
  if (verb.forms == participle_form && !group.have) return;
  bool const unreal = group.modal && !(cue > first && phrases_.is(cue - 1, "will")); // "would say", "should show"
  if (unreal && !std::any_of(units_.begin() + first, units_.begin() + cue, [](Token const& t) { return t.kind == TokenKind::quotation; })) return;
  if (group.begin == cue && inverted(cue, first, last)) return;

  if (phrases_.is(cue + 1, "than")) return; // easier said than done
  After after = look_after(cue, last);
  Subject const subject = phrases_.subject_before(group.begin, first);
  int const before = subject ? subject.range.begin - 1 : group.begin - 1;
  if (!subject) {
    // "... and said P": the subject of the clause before.
    bool const joined = phrases_.is(group.begin - 1, coordinator);
    if (!joined || after.kind == Right::none || (verb.forms & (past_form | third_person)) == 0 || group.begin - 1 <= first) return;
    // "S said P and suggested that P": one statement in two pieces.
    if (phrases_.is(group.begin - 1, "and") && out_.size() > sentence_begin_ && !out_.back().attribution.content.empty() &&
        (after.kind == Right::marked || after.kind == Right::clause || after.kind == Right::quotation) &&
        out_.back().attribution.sieve == Sieve::source_cue_clause && (verb.uses & takes_clause) != 0) {
      Candidate& said = out_.back();
      int between = group.begin - 2;
      if (between >= first && phrases_.at(between).kind == TokenKind::comma) --between;
      if (between >= first && phrases_.at(between).end == said.attribution.content.back().end) {
        add_content(said, after.from, content_end(after.from, last));
        set_mode(said);
        return;
      }
    }
    Candidate& candidate = add(Sieve::relative_participle, {}, cue);
    bool const spoken = after.kind == Right::marked || after.kind == Right::quotation || (verb.uses & takes_clause) != 0;
    if (!lend(candidate, first, cue, spoken)) {
      out_.pop_back();
      return;
    }
    add_content(candidate, after.from, content_end(after.from, last));
    if (candidate.attribution.content.empty()) {
      out_.pop_back();
      return;
    }
    candidate.attribution.medium_span = after.medium;
    set_mode(candidate);
    return;
  }
  if ((verb.forms & ~participle_form) == base_form && !group.helped && !group.modal) {
    // "they say", "officials say"; a bare form behind a singular is a noun.
    Token const& head = phrases_.at(subject.range.end - 1);
    bool const plural = subject.kind == SubjectKind::relative || head.is(collective) || phrases_.text(subject.range.end - 1).ends_with("s") || phrases_.is(subject.range.begin, "they") ||
                        phrases_.is(subject.range.begin, "we") || phrases_.is(subject.range.begin, "i") || phrases_.is(subject.range.begin, "you") || phrases_.is(subject.range.end - 1, "people") ||
                        head.is(document_noun | determiner) || phrases_.is(subject.range.end - 1, "others") || head.kind == TokenKind::number;
    bool joined = false;
    for (int i = subject.range.begin; i < subject.range.end; ++i) joined |= phrases_.is(i, "and");
    if (!plural && !joined) return;
  }
  bool const document_subject = subject.kind == SubjectKind::phrase && [&] {
    for (int i = subject.range.begin; i < subject.range.end; ++i)
      if (phrases_.is(i, document_noun) && !phrases_.at(i).capital) return true;
    return false;
  }();
  if (verb.forms == third_person && subject.kind == SubjectKind::phrase) {
    // "swing states", "credit reports": a plural noun, unless what stands before can be one speaker.
    Token const& head = phrases_.at(subject.range.end - 1);
    bool const speaker = phrases_.name_like(subject.range.end - 1) || head.is(role_word | body | document_noun | title_word | collective) || (phrases_.is(subject.range.begin, "the") && after.kind == Right::marked) || (verb.lemma == words_.lemma_say() && phrases_.is(subject.range.begin, determiner | possessive_word)) || phrases_.is(subject.range.end - 1, TokenKind::close_bracket) ||
                         phrases_.is(subject.range.end, TokenKind::comma);
    bool const clear = after.kind != Right::none || phrases_.is(before, TokenKind::comma) || phrases_.is(before, TokenKind::quotation);
    if (!speaker || !clear || phrases_.at(subject.range.end - 1).kind == TokenKind::number) return;
    if (head.is(collective) && !head.is(body)) return;
  }
  bool const indefinite = subject.kind == SubjectKind::phrase && !phrases_.name_like(subject.range.end - 1) && !phrases_.at(subject.range.end - 1).is(role_word | collective | body);
  bool unnamed = false; // the last noun phrase of the subject is "a firm"
  for (int i = subject.range.begin; i < subject.range.end && subject.kind == SubjectKind::phrase; ++i)
    if (phrases_.is(i, article | possessive_word)) unnamed = phrases_.is(i, "a") || phrases_.is(i, "an");
  unnamed |= subject.kind == SubjectKind::phrase && !phrases_.at(subject.range.begin).capital && !phrases_.is(subject.range.begin, determiner | possessive_word);
  if ((verb.uses & takes_naming) != 0 && (verb.uses & (takes_clause | takes_marked)) == 0 && !group.helped && (indefinite || unnamed)) return; // "a website called ..."
  if ((verb.uses & is_evidence) != 0 && after.kind != Right::marked && after.kind != Right::quotation && !document_subject) return;
  if (verb.forms == base_form && !group.helped && after.kind == Right::quotation && subject.kind == SubjectKind::phrase) return; // "his late show “Harbour Nights”"
  if ((verb.uses & is_private) != 0) {
    if (phrases_.is(subject.range.begin, "i") || phrases_.is(subject.range.begin, "you") || phrases_.is(subject.range.begin, "we")) return;
    for (std::size_t i = sentence_begin_; i < out_.size(); ++i)
      for (Span const piece : out_[i].attribution.content)
        if (piece.contains(token.begin)) return;
  }
  Sieve const clause_sieve = subject.kind == SubjectKind::relative ? Sieve::relative_participle : document_subject ? Sieve::document_source : Sieve::source_cue_clause;

  if (phrases_.is(before, "what") || phrases_.is(before, "whatever")) return;
  if (phrases_.is(before, "as") && after.kind != Right::quotation && after.kind != Right::marked) {
    // "As Smith reported, P"; "P, as Smith reported"
    int const comma = after.behind;
    bool const leading = before - first <= 3 && !finite_between(first, before);
    Candidate& candidate = add(Sieve::quote_source_cue, subject, cue);
    if (leading && comma < last && phrases_.at(comma).kind == TokenKind::comma) add_content(candidate, comma + 1, last);
    else if (!leading && after.kind == Right::none && phrases_.is(before - 1, TokenKind::comma)) add_content(candidate, content_begin(before - 1, first), before - 1);
    if (candidate.attribution.content.empty()) out_.pop_back();
    else set_mode(candidate);
    return;
  }
  int left = before;
  if (left >= first && (phrases_.at(left).kind == TokenKind::comma || phrases_.at(left).kind == TokenKind::dash)) --left;
  bool const quotation_left = left >= first && phrases_.at(left).kind == TokenKind::quotation && subject.kind != SubjectKind::relative;
  bool const quotable = (verb.uses & takes_quote) != 0;
  if (quotation_left && quotable) {
    Quotation const& quotation = quotations_.list[phrases_.at(left).quotation];
    char const mark = quotation.inner.empty() ? ' ' : document_.plain[quotation.inner.end - 1];
    bool const open = mark == '?' || mark == '!';
    // In "on “Morning Call,” Smith said P" the quotation is a name, and the content follows.
    bool const content_right = after.kind == Right::clause || after.kind == Right::marked || after.kind == Right::infinitive;
    bool const closes = mark == ',' || open || mark == '-' || left < before || after.kind == Right::none;
    bool const name = (left > first && content_right) || (left > first && !closes);
    if (!name && (!open || after.kind == Right::none || after.kind == Right::quotation)) {
      Candidate& candidate = add(Sieve::quote_source_cue, subject, cue);
      add_content(candidate, finite_between(first, left) ? content_begin(left + 1, first) : left, left + 1);
      if (after.kind == Right::quotation) add_content(candidate, after.from, content_end(after.from, last));
      candidate.attribution.medium_span = after.medium;
      set_mode(candidate);
      return;
    }
  }
  if (after.kind == Right::colon_end && quotable) {
    Candidate& candidate = add(Sieve::source_cue_quote, subject, cue);
    candidate.attribution.medium_span = after.medium;
    awaiting_ = static_cast<std::uint32_t>(out_.size() - 1);
    return;
  }
  if (after.kind == Right::quotation && (verb.uses & (takes_clause | takes_object | takes_naming)) == 0) {
    // "continued “to break barriers”": no verb of saying there.
    Quotation const& quotation = quotations_.list[phrases_.at(after.from).quotation];
    bool const announced = phrases_.is(after.from - 1, TokenKind::comma) || phrases_.is(after.from - 1, TokenKind::colon);
    bool const whole = !quotation.inner.empty() && document_.plain[quotation.inner.begin] != document_.folded[quotation.inner.begin];
    if (!announced && !whole) return;
  }
  if (after.kind == Right::quotation && !quotable && (verb.uses & (takes_object | takes_naming | takes_clause)) == 0) return;
  if (after.kind != Right::none && after.kind != Right::colon_end) {
    Candidate& candidate = add(after.kind == Right::quotation ? Sieve::source_cue_quote : clause_sieve, subject, cue);
    add_content(candidate, after.from, content_end(after.from, last));
    candidate.attribution.medium_span = after.medium;
    if (candidate.attribution.content.empty()) {
      out_.pop_back();
      return;
    }
    set_mode(candidate);
    return;
  }
  // P, S said. / P1, S said, P2.
  if (quotable && (verb.uses & takes_clause) != 0 && (verb.forms & gerund_form) == 0 && left < before && left >= first && subject.kind != SubjectKind::relative && (left - first >= 2 || phrases_.is(after.behind, TokenKind::comma))) {
    bool const adjunct = phrases_.is(first, preposition | subordinator) && !phrases_.is(first, "if");
    bool const more = after.behind < last && phrases_.at(after.behind).kind == TokenKind::comma;
    if (adjunct && !more) {
      bool second = false; // "In Iowa, the vote was close, Smith said."
      for (int i = first; i < left; ++i) second |= phrases_.at(i).kind == TokenKind::comma;
      if (!second) return;
    }
    Candidate& candidate = add(Sieve::quote_source_cue, subject, cue);
    if (left > first || phrases_.name_like(left)) add_content(candidate, content_begin(left + 1, first), left + 1);
    if (more && after.behind + 1 < last && !phrases_.text(after.behind + 1).ends_with("ing") && !phrases_.is(after.behind + 1, subordinator | coordinator | according | relative_word) && (!after.adverbial || left == first))
      add_content(candidate, after.behind + 1, content_end(after.behind + 1, last));
    if (candidate.attribution.content.empty()) {
      out_.pop_back();
      return;
    }
    candidate.attribution.medium_span = after.medium;
    set_mode(candidate);
  }
}

/// "..., adding that P"; "a letter saying P"; "was quoted as saying P".
void Sieves::gerund_cue(int cue, int first, int last) {
  int before = cue - 1;
  while (before >= first && phrases_.adverb_at(before)) --before;
  if (before < first) return;
  After const after = look_after(cue, last);
  if (after.kind == Right::none || after.kind == Right::colon_end || (phrases_.at(cue).verb.uses & is_private) != 0) return;
  Candidate& candidate = add(Sieve::relative_participle, {}, cue);
  bool const spoken = after.kind == Right::marked || after.kind == Right::quotation || after.kind == Right::clause;
  bool found = false;
  if (phrases_.is(before, TokenKind::comma) || phrases_.is(before, TokenKind::dash) || phrases_.is(before, TokenKind::quotation) || phrases_.is(before, "by") || phrases_.is(before, "while") || phrases_.is(before, coordinator)) {
    found = lend(candidate, first, cue, spoken);
  } else if (after.kind == Right::quotation && phrases_.noun_like(before) && !phrases_.is(before, document_noun | medium_noun)) {
    found = lend(candidate, first, cue, true); // "wrote to the board saying: “Q”"
  } else if (phrases_.is(before, document_noun | medium_noun)) {
    int const begin = phrases_.phrase_begin(before, first);
    if (!spoken) {
      out_.pop_back();
      return;
    }
    // "The town released a statement saying P": the town speaks, the statement is its medium.
    Subject const author = phrases_.is(begin, "a") || phrases_.is(begin, "an") ? phrases_.sentence_subject(first, begin) : Subject{};
    if (author && author.range.end < begin) {
      candidate.attribution.source = span_of(author.range);
      candidate.source_kind = author.kind;
      candidate.attribution.medium_span = phrases_.at(before).span();
      add_content(candidate, after.from, content_end(after.from, last));
      if (candidate.attribution.content.empty()) out_.pop_back();
      else set_mode(candidate);
      return;
    }
    candidate.attribution.source = span_of({begin, before + 1});
    candidate.source_kind = SubjectKind::phrase;
    candidate.attribution.sieve = Sieve::document_source;
    found = true;
  } else if (phrases_.is(before, "as") && phrases_.is(before - 1, "quoted")) {
    VerbGroup const group = phrases_.verb_group(before - 1, first);
    if (Subject const subject = phrases_.subject_before(group.begin, first)) {
      candidate.attribution.source = span_of(subject.range);
      candidate.source_kind = subject.kind;
      candidate.antecedent = span_of(subject.antecedent);
      found = true;
    }
  }
  if (found) add_content(candidate, after.from, content_end(after.from, last));
  if (!found || candidate.attribution.content.empty()) {
    out_.pop_back();
    return;
  }
  candidate.attribution.medium_span = after.medium;
  set_mode(candidate);
}

/// "it is believed that P", "officials were told that P": content without a source.
void Sieves::passive_cue_at(int cue, VerbGroup const& group, int first, int last) {
  if (!phrases_.is(cue, passive_cue) || group.begin - 1 < first) return;
  int const next = cue + 1;
  if (next >= last || !phrases_.is(next, "that") || group.negated || group.modal) return;
  if (!phrases_.is(group.begin - 1, "it") && !phrases_.is(cue, "told")) return;
  Candidate& candidate = add(Sieve::passive, {}, cue);
  add_content(candidate, next, content_end(next, last));
  set_mode(candidate);
}

/// "Smith's claim that P", "his warning that P".
void Sieves::noun_cue_at(int cue, int first, int last) {
  if (cue - 1 < first || cue + 1 >= last || !phrases_.is(cue + 1, "that")) return;
  Token const& owner = phrases_.at(cue - 1);
  Subject subject;
  if (owner.is(possessive_word)) {
    subject.kind = SubjectKind::pronoun;
    subject.range = {cue - 1, cue};
  } else if (owner.clitic == Clitic::s && owner.is_word()) {
    subject.kind = SubjectKind::phrase;
    subject.range = {phrases_.phrase_begin(cue - 1, first), cue};
  } else {
    return;
  }
  Candidate& candidate = add(Sieve::noun_cue, subject, cue);
  add_content(candidate, cue + 1, content_end(cue + 1, last));
  set_mode(candidate);
}

void Sieves::according_cue(int cue, int first, int last) {
  int const from = cue + 1;
  int end = phrases_.phrase_end(from, last, true);
  if (end == from) return;
  Subject subject;
  subject.kind = SubjectKind::phrase;
  if (phrases_.at(from).is(object_pronoun)) subject.kind = SubjectKind::pronoun;
  subject.range = {from, end};
  // ", the mayor," behind the source belongs to it.
  while (end + 1 < last && phrases_.at(end).kind == TokenKind::comma && phrases_.is(end + 1, determiner | relative_word)) {
    int stop = end + 1;
    while (stop < last && phrases_.at(stop).kind != TokenKind::comma) ++stop;
    if (stop == last && cue == first) break;
    if (cue == first && stop + 1 < last && !finite_between(stop + 1, last)) break;
    end = stop;
  }
  subject.range.end = end;
  int left = cue - 1;
  while (left >= first && (phrases_.at(left).kind == TokenKind::comma || phrases_.adverb_at(left))) --left;
  if (left >= first && !(left == first && phrases_.is(left, coordinator))) {
    // "Kuleba said, according to The New York Times": the second is a relay.
    for (std::size_t i = out_.size(); i > sentence_begin_; --i) {
      Attribution& other = out_[i - 1].attribution;
      if (other.source.empty() || other.sieve == Sieve::noun_cue || other.sieve == Sieve::according_to || !other.relay.empty()) continue;
      other.relay = span_of(subject.range);
      return;
    }
  }
  Candidate& candidate = add(Sieve::according_to, subject, cue);
  if (left < first || (left == first && phrases_.is(left, coordinator))) {
    int content = end;
    while (content < last && phrases_.at(content).kind != TokenKind::comma && phrases_.at(content).kind != TokenKind::quotation && phrases_.at(content).kind != TokenKind::colon) ++content;
    add_content(candidate, content, content_end(content, last));
  } else {
    add_content(candidate, content_begin(left + 1, first), left + 1);
    if (end < last && phrases_.at(end).kind == TokenKind::comma && end + 1 < last && !phrases_.is(end + 1, relative_word | coordinator | subordinator | determiner)) add_content(candidate, end + 1, last);
  }
  if (candidate.attribution.content.empty()) {
    out_.pop_back();
    return;
  }
  set_mode(candidate);
}

void Sieves::sentence(int first, int last) {
  sentence_begin_ = out_.size();
  int words = 0, capitals = 0;
  for (int i = first; i < last; ++i)
    if (phrases_.at(i).is_word()) {
      ++words;
      capitals += phrases_.at(i).capital;
    }
  title_case_ = words >= 4 && capitals * 10 >= words * 6;
  for (int i = first; i < last; ++i) {
    Token const& token = phrases_.at(i);
    if (!token.is_word()) continue;
    if (token.is(according)) according_cue(i, first, last);
    else if (token.is(noun_cue) && phrases_.is(i + 1, "that")) noun_cue_at(i, first, last);
    if (token.verb.uses != 0) verb_cue(i, first, last);
  }
}

bool Sieves::only_quotations(int first, int last) const {
  bool quoted = false;
  for (int i = first; i < last; ++i) {
    if (phrases_.at(i).is_word() || phrases_.at(i).kind == TokenKind::number) return false;
    quoted |= phrases_.at(i).kind == TokenKind::quotation;
  }
  return quoted;
}

/// What goes on: a quotation over several blocks, one announced by a colon, and whole sentences of quotation behind an attributed one.
void Sieves::continue_quotations() {
  std::uint32_t holder = nobody; // the last attribution before the sentence at hand
  std::uint32_t ends_speaking = nobody;
  std::size_t next = block_begin_;
  int first = 0;
  for (int last = 0; last < phrases_.size(); ++last) {
    if (phrases_.at(last).kind != TokenKind::end) continue;
    if (only_quotations(first, last)) {
      for (int i = first; i < last; ++i) {
        if (phrases_.at(i).kind != TokenKind::quotation) continue;
        std::uint32_t const id = phrases_.at(i).quotation;
        if (owner_[id] != nobody) continue;
        std::uint32_t speaker = holder;
        if (quotations_.list[id].continued && id > 0) speaker = owner_[id - 1];
        else if (i == 0 && awaiting_ != nobody) speaker = awaiting_;
        bool const inherited = speaker == nobody && first == 0 && speaks_on_ != nobody && word_count(quotations_.list[id].inner) > 5;
        if (inherited) speaker = speaks_on_;
        if (speaker == nobody) continue;
        Candidate& given = out_[speaker];
        if (inherited || (given.attribution.mode == Mode::indirect && !given.attribution.content.empty())) {
          Candidate copy;
          copy.region = region_;
          copy.source_kind = given.source_kind;
          copy.antecedent = given.antecedent;
          copy.passed_on = true;
          copy.attribution.source = given.attribution.source;
          copy.attribution.cue = given.attribution.cue;
          copy.attribution.sieve = inherited ? Sieve::paragraph_inherited : Sieve::same_paragraph;
          out_.push_back(std::move(copy));
          add_content(out_.back(), i, i + 1);
          set_mode(out_.back());
          speaker = static_cast<std::uint32_t>(out_.size() - 1);
        } else {
          add_content(given, i, i + 1);
          set_mode(given);
        }
        holder = speaker;
      }
    }
    // Attributions of this sentence speak on in the next.
    std::uint32_t const end = phrases_.at(last).end;
    std::uint32_t const before = holder;
    for (; next < out_.size() && out_[next].region == region_ && out_[next].attribution.cue.begin < end && out_[next].attribution.sieve != Sieve::same_paragraph; ++next)
      if (!out_[next].attribution.source.empty() && !out_[next].attribution.content.empty() && out_[next].attribution.sieve != Sieve::noun_cue) holder = static_cast<std::uint32_t>(next);
    if (last > first) ends_speaking = holder != before || only_quotations(first, last) ? holder : nobody;
    first = last + 1;
  }
  // Who ends a block speaking, in a quotation, may go on in the next.
  speaks_on_ = ends_speaking != nobody && out_[ends_speaking].attribution.mode == Mode::direct ? ends_speaking : nobody;
}

void Sieves::block(std::uint32_t region, std::vector<Token> const& tokens) {
  owner_.resize(quotations_.list.size(), nobody);
  region_ = region;
  block_begin_ = out_.size();
  std::uint32_t const awaited = awaiting_;
  units_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token const& token = tokens[i];
    if (token.quoted) continue;
    if (token.kind == TokenKind::end && !units_.empty() && units_.back().kind == TokenKind::quotation) {
      // A sentence that ends inside the marks goes on behind them, unless by a full stop: "Why?" he asked.
      Quotation const& quotation = quotations_.list[units_.back().quotation];
      char const mark = quotation.inner.empty() ? ' ' : document_.plain[quotation.inner.end - 1];
      std::size_t next = i + 1;
      bool const lower = next < tokens.size() && tokens[next].is_word() && !tokens[next].capital;
      if (lower || (mark != '.' && next < tokens.size() && tokens[next].is_word())) continue;
    }
    units_.push_back(token);
    // "... end." Next: a full stop inside the marks ends the sentence where the segmenter saw none.
    if (token.kind == TokenKind::quotation) {
      Quotation const& quotation = quotations_.list[token.quotation];
      std::size_t next = i + 1;
      while (next < tokens.size() && tokens[next].quoted) ++next;
      if (!quotation.inner.empty() && document_.plain[quotation.inner.end - 1] == '.' && next < tokens.size() &&
          (tokens[next].kind == TokenKind::quotation || (tokens[next].is_word() && tokens[next].capital))) {
        Token end;
        end.kind = TokenKind::end;
        end.begin = end.end = token.end;
        units_.push_back(end);
      }
    }
  }
  int first = 0;
  for (int i = 0; i < phrases_.size(); ++i) {
    if (phrases_.at(i).kind != TokenKind::end) continue;
    if (i > first) sentence(first, i);
    first = i + 1;
  }
  continue_quotations();
  if (awaiting_ == awaited) awaiting_ = nobody;
}

void Sieves::finish() {
  // An announcement whose quotation never came is no attribution.
  std::erase_if(out_, [](Candidate const& candidate) { return candidate.attribution.content.empty(); });
  for (std::size_t id = 0; id < quotations_.list.size(); ++id) {
    if (id < owner_.size() && owner_[id] != nobody) continue;
    Quotation const& quotation = quotations_.list[id];
    if (word_count(quotation.inner) < 4) continue; // a title, a scare quote
    Candidate& candidate = out_.emplace_back();
    candidate.region = quotation.region;
    candidate.attribution.sieve = Sieve::unresolved;
    candidate.attribution.mode = Mode::direct;
    candidate.attribution.content = {quotation.inner};
  }
}

} // namespace claimcheck::resolve
