// The sieves proper: one function for each way in which a cue, a source and a content stand to one another.
#include "resolve/attribution_sieves.hpp"

#include <algorithm>

namespace claimcheck::resolve {
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
  if (left >= first && (phrases_.at(left).kind == TokenKind::comma || phrases_.at(left).kind == TokenKind::dash))
    --left;
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
    bool const boundary = next.kind == TokenKind::comma || next.kind == TokenKind::quotation ||
                          next.kind == TokenKind::dash || next.kind == TokenKind::colon ||
                          next.is(preposition | time_word | subordinator | coordinator | relative_word | according) ||
                          phrases_.adverb_at(behind) || phrases_.text(behind).ends_with("ing");
    if (!boundary) return false;
    if (clause && phrases_.finite_at(behind)) return false;
  }
  if (clause && !phrases_.name_like(cue + 1) &&
      !phrases_.is(cue + 1, determiner | role_word | collective | title_word | honorific))
    return false;
  if (clause && (verb.forms & base_form) != 0 && verb.lemma != words_.lemma_say()) return false;
  Candidate& candidate = add(Sieve::quote_cue_source, subject, cue);
  add_content(candidate,
              quotation && (left == first || !finite_between(first, left)) ? left : content_begin(left + 1, first),
              left + 1);
  // Split: "Q1," said S, "Q2"; P1, said S, P2.
  if (behind < last && phrases_.at(behind).kind == TokenKind::comma && behind + 1 < last &&
      phrases_.at(behind + 1).kind == TokenKind::quotation)
    add_content(candidate, behind + 1, content_end(behind + 1, last));
  for (int k = behind; k < last && k < behind + 6; ++k)
    if (phrases_.is(k, medium_noun)) candidate.attribution.medium_span = phrases_.at(k).span();
  set_mode(candidate);
  return true;
}

/// A noun or an adjective, no verb: "the report", "a stated goal", "swing states", "the editor's note", "the facts
/// reported by the office".
bool Sieves::nominal(int cue, int first) const {
  Token const& token = phrases_.at(cue);
  VerbWord const verb = token.verb;
  if (token.clitic != Clitic::none || phrases_.is(cue + 1, "than")) return true; // easier said than done
  if (cue == first) return false;
  if (token.capital && !title_case_) return true; // part of a name
  Token const& before = phrases_.at(cue - 1);
  if (phrases_.is(cue + 1, "by") && (verb.forms & past_form) != 0) return true;
  if (before.is(article | possessive_word)) return true;
  if (before.clitic == Clitic::s && !before.is(subject_pronoun | relative_word)) return true;
  if (before.is(preposition) && !phrases_.is(cue - 1, "to") && (verb.forms & gerund_form) == 0) return true;
  bool const counted = before.kind == TokenKind::number && (verb.forms & participle_form) != 0 &&
                       phrases_.noun_like(cue + 1) && !phrases_.at(cue + 1).capital;
  if (counted && (verb.uses & takes_quote) != 0 && verb.lemma != words_.lemma_say())
    return true; // "eight reported cases"
  bool const bare = (verb.forms & (past_form | gerund_form)) == 0;
  return bare && before.is(adjective | demonym) && !before.is(role_word | collective);
}

/// "went on to say" is as good as "said"; other infinitives say nothing. False when the group is no statement.
bool Sieves::finite_group(int cue, int first, VerbGroup& group) const {
  group = phrases_.verb_group(cue, first);
  if (group.infinitive) {
    int const leading = group.begin - 1;
    bool const goes_on = leading >= first && (phrases_.is(leading, "on") || phrases_.is(leading, "continued") ||
                                              phrases_.is(leading, "continues") || phrases_.is(leading, "proceeded") ||
                                              phrases_.is(leading, "went on") || phrases_.is(leading, "goes on"));
    if (!goes_on) return false;
    group = phrases_.verb_group(phrases_.is(leading, "on") ? std::max(first, leading - 1) : leading, first);
    group.helped = true;
  }
  bool const unreal = group.modal && !phrases_.is(cue - 1, "will"); // "would say", "should show"
  return !unreal || std::any_of(units_.begin() + first, units_.begin() + cue,
                                [](Token const& t) { return t.kind == TokenKind::quotation; });
}

/// Gives a candidate what all have in common; drops it when it has no content.
void Sieves::keep(Candidate& candidate, After const& after) {
  if (candidate.attribution.content.empty()) {
    out_.pop_back();
    return;
  }
  candidate.attribution.medium_span = after.medium;
  set_mode(candidate);
}

/// "... and said P": the subject is that of the clause before.
void Sieves::joined_cue(Statement const& s) {
  int const joint = s.group.begin - 1;
  VerbWord const verb = phrases_.at(s.cue).verb;
  if (!phrases_.is(joint, coordinator) || joint <= s.first || s.after.kind == Right::none ||
      (verb.forms & (past_form | third_person)) == 0)
    return;
  bool const clause =
      s.after.kind == Right::marked || s.after.kind == Right::clause || s.after.kind == Right::quotation;
  if (phrases_.is(joint, "and") && clause && (verb.uses & takes_clause) != 0 && out_.size() > sentence_begin_ &&
      out_.back().attribution.sieve == Sieve::source_cue_clause) {
    // "S said P and suggested that P": one statement in two pieces.
    Candidate& said = out_.back();
    int between = joint - 1;
    if (between >= s.first && phrases_.at(between).kind == TokenKind::comma) --between;
    if (between >= s.first && !said.attribution.content.empty() &&
        phrases_.at(between).end == said.attribution.content.back().end) {
      add_content(said, s.after.from, content_end(s.after.from, s.last));
      set_mode(said);
      return;
    }
  }
  Candidate& candidate = add(Sieve::relative_participle, {}, s.cue);
  bool const spoken =
      s.after.kind == Right::marked || s.after.kind == Right::quotation || (verb.uses & takes_clause) != 0;
  if (lend(candidate, s.first, s.cue, spoken)) add_content(candidate, s.after.from, content_end(s.after.from, s.last));
  keep(candidate, s.after);
}

/// Can the subject say this? A bare form needs a plural, a form in -s one speaker; "a firm called" names, and so on.
bool Sieves::agrees(Statement const& s) const {
  VerbWord const verb = phrases_.at(s.cue).verb;
  Range const range = s.subject.range;
  int const last = range.end - 1;
  Token const& head = phrases_.at(last);
  bool const phrase = s.subject.kind == SubjectKind::phrase;
  if ((verb.forms & ~participle_form) == base_form && !s.group.helped && !s.group.modal) {
    bool plural = !phrase || head.is(collective | document_noun | determiner) || phrases_.text(last).ends_with("s") ||
                  phrases_.is(last, "people") || phrases_.is(last, "others") || head.kind == TokenKind::number;
    if (s.subject.kind == SubjectKind::pronoun)
      plural = phrases_.is(last, "they") || phrases_.is(last, "we") || phrases_.is(last, "i") ||
               phrases_.is(last, "you") || phrases_.is(last, "others");
    for (int i = range.begin; i < range.end; ++i) plural |= phrases_.is(i, "and");
    if (!plural) return false;
    if (phrase && s.after.kind == Right::quotation) return false; // "his late show “Harbour Nights”"
  }
  if (verb.forms == third_person && phrase) {
    // "swing states", "credit reports": a plural noun, unless what stands before can be one speaker.
    bool const definite = (phrases_.is(range.begin, "the") && s.after.kind == Right::marked) ||
                          (verb.lemma == words_.lemma_say() && phrases_.is(range.begin, determiner | possessive_word));
    bool const speaker = phrases_.name_like(last) ||
                         head.is(role_word | body | document_noun | title_word | collective) || definite ||
                         head.kind == TokenKind::close_bracket || phrases_.is(range.end, TokenKind::comma);
    bool const clear = s.after.kind != Right::none || phrases_.is(s.before, TokenKind::comma) ||
                       phrases_.is(s.before, TokenKind::quotation);
    if (!speaker || !clear || head.kind == TokenKind::number || (head.is(collective) && !head.is(body))) return false;
  }
  if ((verb.uses & takes_naming) != 0 && (verb.uses & (takes_clause | takes_marked)) == 0 && !s.group.helped &&
      phrase) {
    // "a website called ...", "items labeled ..."
    bool unnamed = !phrases_.at(range.begin).capital && !phrases_.is(range.begin, determiner | possessive_word);
    for (int i = range.begin; i < range.end; ++i)
      if (phrases_.is(i, article | possessive_word)) unnamed = phrases_.is(i, "a") || phrases_.is(i, "an");
    if (unnamed || (!phrases_.name_like(last) && !head.is(role_word | collective | body))) return false;
  }
  if ((verb.uses & is_evidence) != 0 && s.after.kind != Right::marked && s.after.kind != Right::quotation &&
      !names_document(s.subject))
    return false;
  if ((verb.uses & is_private) != 0) {
    if (phrases_.is(range.begin, "i") || phrases_.is(range.begin, "you") || phrases_.is(range.begin, "we"))
      return false;
    std::uint32_t const at = phrases_.at(s.cue).begin; // what somebody is said to think is no statement of his
    for (std::size_t i = sentence_begin_; i < out_.size(); ++i)
      for (Span const piece : out_[i].attribution.content)
        if (piece.contains(at)) return false;
  }
  return !phrases_.is(s.before, "what") && !phrases_.is(s.before, "whatever");
}

bool Sieves::names_document(Subject const& subject) const {
  if (subject.kind != SubjectKind::phrase) return false;
  for (int i = subject.range.begin; i < subject.range.end; ++i)
    if (phrases_.is(i, document_noun) && !phrases_.at(i).capital) return true;
  return false;
}

/// "As Smith reported, P"; "P, as Smith reported".
void Sieves::as_clause(Statement const& s) {
  int const comma = s.after.behind;
  bool const leading = s.before - s.first <= 3 && !finite_between(s.first, s.before);
  Candidate& candidate = add(Sieve::quote_source_cue, s.subject, s.cue);
  if (leading && comma < s.last && phrases_.at(comma).kind == TokenKind::comma)
    add_content(candidate, comma + 1, s.last);
  else if (!leading && s.after.kind == Right::none && phrases_.is(s.before - 1, TokenKind::comma))
    add_content(candidate, content_begin(s.before - 1, s.first), s.before - 1);
  keep(candidate, s.after);
}

/// "Q," S said. False when the quotation to the left is only a name: on “Morning Call,” Smith said P.
bool Sieves::behind_quotation(Statement const& s, int left) {
  Quotation const& quotation = quotations_.list[phrases_.at(left).quotation];
  char const mark = quotation.inner.empty() ? ' ' : document_.plain[quotation.inner.end - 1];
  bool const open = mark == '?' || mark == '!';
  bool const content_right =
      s.after.kind == Right::clause || s.after.kind == Right::marked || s.after.kind == Right::infinitive;
  bool const closes = mark == ',' || open || mark == '-' || left < s.before || s.after.kind == Right::none;
  if (left > s.first && (content_right || !closes)) return false;
  if (open && s.after.kind != Right::none && s.after.kind != Right::quotation) return false;
  Candidate& candidate = add(Sieve::quote_source_cue, s.subject, s.cue);
  add_content(candidate, finite_between(s.first, left) ? content_begin(left + 1, s.first) : left, left + 1);
  if (s.after.kind == Right::quotation)
    add_content(candidate, s.after.from, content_end(s.after.from, s.last)); // "Q1," S said, "Q2"
  keep(candidate, s.after);
  return true;
}

/// S said P; S said: "Q".
void Sieves::before_content(Statement const& s) {
  VerbWord const verb = phrases_.at(s.cue).verb;
  if (s.after.kind == Right::quotation && (verb.uses & (takes_clause | takes_object | takes_naming)) == 0) {
    // "continued “to break barriers”": no verb of saying there.
    Quotation const& quotation = quotations_.list[phrases_.at(s.after.from).quotation];
    bool const announced =
        phrases_.is(s.after.from - 1, TokenKind::comma) || phrases_.is(s.after.from - 1, TokenKind::colon);
    bool const whole =
        !quotation.inner.empty() && document_.plain[quotation.inner.begin] != document_.folded[quotation.inner.begin];
    if ((verb.uses & takes_quote) == 0 || (!announced && !whole)) return;
  }
  Sieve const sieve = s.after.kind == Right::quotation          ? Sieve::source_cue_quote
                      : s.subject.kind == SubjectKind::relative ? Sieve::relative_participle
                      : names_document(s.subject)               ? Sieve::document_source
                                                                : Sieve::source_cue_clause;
  Candidate& candidate = add(sieve, s.subject, s.cue);
  add_content(candidate, s.after.from, content_end(s.after.from, s.last));
  keep(candidate, s.after);
}

/// P, S said. P1, S said, P2.
void Sieves::behind_clause(Statement const& s, int left) {
  int const behind = s.after.behind;
  bool const more = behind < s.last && phrases_.at(behind).kind == TokenKind::comma;
  if (left - s.first < 2 && !more) return;
  bool const adjunct = phrases_.is(s.first, preposition | subordinator) && !phrases_.is(s.first, "if");
  bool const divided = std::any_of(units_.begin() + s.first, units_.begin() + left,
                                   [](Token const& t) { return t.kind == TokenKind::comma; });
  if (adjunct && !more && !divided) return; // "In Iowa, Smith said."; not "In Iowa, the vote was close, Smith said."
  Candidate& candidate = add(Sieve::quote_source_cue, s.subject, s.cue);
  if (left > s.first || phrases_.name_like(left)) add_content(candidate, content_begin(left + 1, s.first), left + 1);
  bool const goes_on = more && behind + 1 < s.last && !phrases_.text(behind + 1).ends_with("ing") &&
                       !phrases_.is(behind + 1, subordinator | coordinator | according | relative_word);
  if (goes_on && (!s.after.adverbial || left == s.first))
    add_content(candidate, behind + 1, content_end(behind + 1, s.last));
  keep(candidate, s.after);
}

void Sieves::verb_cue(int cue, int first, int last) {
  if (nominal(cue, first)) return;
  VerbWord const verb = phrases_.at(cue).verb;
  Statement s{cue, first, last, {}, {}, {}, 0};
  if (!finite_group(cue, first, s.group)) return;
  if ((verb.forms & gerund_form) != 0 && !s.group.be) return gerund_cue(cue, first, last);
  if (s.group.be && (verb.forms & (past_form | participle_form)) != 0) return passive_cue_at(cue, s.group, first, last);
  if (verb.forms == participle_form && !s.group.have) return;
  if (s.group.begin == cue && inverted(cue, first, last)) return;

  s.after = look_after(cue, last);
  s.subject = phrases_.subject_before(s.group.begin, first);
  if (!s.subject) return joined_cue(s);
  s.before = s.subject.range.begin - 1;
  if (!agrees(s)) return;
  if (phrases_.is(s.before, "as") && s.after.kind != Right::quotation && s.after.kind != Right::marked)
    return as_clause(s);

  bool const quotable = (verb.uses & takes_quote) != 0;
  int left = s.before;
  if (left >= first && (phrases_.at(left).kind == TokenKind::comma || phrases_.at(left).kind == TokenKind::dash))
    --left;
  bool const something_left = left >= first && quotable && s.subject.kind != SubjectKind::relative;
  if (something_left && phrases_.at(left).kind == TokenKind::quotation && behind_quotation(s, left)) return;
  if (s.after.kind == Right::colon_end) {
    if (!quotable) return;
    Candidate& candidate = add(Sieve::source_cue_quote, s.subject, cue);
    candidate.attribution.medium_span = s.after.medium;
    awaiting_ = static_cast<std::uint32_t>(out_.size() - 1);
  } else if (s.after.kind != Right::none) {
    before_content(s);
  } else if (something_left && left < s.before && (verb.uses & takes_clause) != 0 && (verb.forms & gerund_form) == 0) {
    behind_clause(s, left);
  }
}

/// "..., adding that P"; "a letter saying P"; "was quoted as saying P".
void Sieves::gerund_cue(int cue, int first, int last) {
  int before = cue - 1;
  while (before >= first && phrases_.adverb_at(before)) --before;
  if (before < first) return;
  After const after = look_after(cue, last);
  if (after.kind == Right::none || after.kind == Right::colon_end || (phrases_.at(cue).verb.uses & is_private) != 0)
    return;
  Candidate& candidate = add(Sieve::relative_participle, {}, cue);
  bool const spoken = after.kind == Right::marked || after.kind == Right::quotation || after.kind == Right::clause;
  bool found = false;
  if (phrases_.is(before, TokenKind::comma) || phrases_.is(before, TokenKind::dash) ||
      phrases_.is(before, TokenKind::quotation) || phrases_.is(before, "by") || phrases_.is(before, "while") ||
      phrases_.is(before, coordinator)) {
    found = lend(candidate, first, cue, spoken);
  } else if (after.kind == Right::quotation && phrases_.noun_like(before) &&
             !phrases_.is(before, document_noun | medium_noun)) {
    found = lend(candidate, first, cue, true); // "wrote to the board saying: “Q”"
  } else if (phrases_.is(before, document_noun | medium_noun)) {
    int const begin = phrases_.phrase_begin(before, first);
    if (!spoken) {
      out_.pop_back();
      return;
    }
    // "The town released a statement saying P": the town speaks, the statement is its medium.
    Subject const author =
        phrases_.is(begin, "a") || phrases_.is(begin, "an") ? phrases_.sentence_subject(first, begin) : Subject{};
    if (author && author.range.end < begin) {
      candidate.attribution.source = span_of(author.range);
      candidate.source_kind = author.kind;
      candidate.attribution.medium_span = phrases_.at(before).span();
      add_content(candidate, after.from, content_end(after.from, last));
      if (candidate.attribution.content.empty())
        out_.pop_back();
      else
        set_mode(candidate);
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
    for (int i = subject.range.begin; i < cue - 1; ++i)
      if (phrases_.is(i, preposition)) subject.range.begin = i + 1; // "inconsistencies with the board's claim"
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
  while (end + 1 < last && phrases_.at(end).kind == TokenKind::comma &&
         phrases_.is(end + 1, determiner | relative_word)) {
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
      if (other.source.empty() || other.sieve == Sieve::noun_cue || other.sieve == Sieve::according_to ||
          !other.relay.empty())
        continue;
      other.relay = span_of(subject.range);
      return;
    }
  }
  Candidate& candidate = add(Sieve::according_to, subject, cue);
  if (left < first || (left == first && phrases_.is(left, coordinator))) {
    int content = end;
    while (content < last && phrases_.at(content).kind != TokenKind::comma &&
           phrases_.at(content).kind != TokenKind::quotation && phrases_.at(content).kind != TokenKind::colon)
      ++content;
    add_content(candidate, content, content_end(content, last));
  } else {
    add_content(candidate, content_begin(left + 1, first), left + 1);
    if (end < last && phrases_.at(end).kind == TokenKind::comma && end + 1 < last &&
        !phrases_.is(end + 1, relative_word | coordinator | subordinator | determiner))
      add_content(candidate, end + 1, last);
  }
  if (candidate.attribution.content.empty()) {
    out_.pop_back();
    return;
  }
  set_mode(candidate);
}

} // namespace claimcheck::resolve
