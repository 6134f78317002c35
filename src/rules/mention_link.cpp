// Whether two figures are said of one thing.
#include <algorithm>

#include "rules/mention.hpp"

namespace claimcheck::rules {
namespace {

/// A thing that was told of longer ago is told of again.
constexpr std::size_t most_looked_back = 80;
/// Words between a figure and the noun that it is said of: "the merger is valued at $18.5 billion".
constexpr int words_around = 8;
/// Figures before a mention that it may be the sum of.
constexpr ClaimId most_summands = 300;

/// Bytes in which a clause that tells things apart gives its date.
constexpr std::uint32_t clause_reach = 30;

} // namespace

/// A part, a remainder or an addition: "the other 50 workers", "30 of the 50 workers", "the first 50 workers".
bool Mentions::is_part(Mention const& mention) const {
  Claim const& claim = at(mention);
  Span const where = sentence(claim.span.begin);
  std::uint32_t from = claim.span.begin;
  for (int n = 0; n < 2; ++n) {
    Span const word = previous(from, where.begin);
    if (word.empty()) break;
    if (is(word, class_.part)) return true;
    from = word.begin;
  }
  std::uint32_t const noun_end = std::max(claim.span.end, claim.subject.head.end);
  for (std::uint32_t p = claim.core.begin; p < noun_end;) {
    Span const word = next(p, noun_end);
    if (!word.empty() && is(word, class_.part)) return true;
    p = std::max(p + 1, word.end);
  }
  return is(next(noun_end, where.end), class_.part_behind);
}

/// Compared with another, not told again: "more than the 16 workers", "unlike the $3.9 billion budget".
bool Mentions::refers(Mention const& mention, Determiner const& determiner) const {
  Span const where = sentence(at(mention).span.begin);
  std::uint32_t from = determiner.owner.empty() ? determiner.span.begin : determiner.owner.begin;
  for (int n = 0; n < 3; ++n) {
    Span const word = previous(from, where.begin);
    if (word.empty()) break;
    if (is(word, class_.contrast)) return false;
    from = word.begin;
  }
  return true;
}

/// An auxiliary, or a word that ends like a verb of the past.
bool Mentions::has_verb(Span where) const {
  for (std::uint32_t p = where.begin; p < where.end;) {
    Span const word = next(p, where.end);
    if (!word.empty() &&
        (is(word, class_.verb) || is(word, class_.auxiliary) || text_.substr(word.begin, word.size()).ends_with("ed")))
      return true;
    p = std::max(p + 1, word.end);
  }
  return false;
}

/// Behind the noun it is told which one is meant, in words that the first telling does not have: "the 14-story tower on
/// Oak Street".
bool Mentions::is_apart(Mention const& mention, Mention const& first) {
  Claim const& claim = at(mention);
  Span const where = sentence(claim.span.begin);
  std::uint32_t p = mention.heads.empty() ? std::max(claim.span.end, claim.subject.head.end)
                                          : mention.words[mention.heads.back()].end;
  Span word = next(p, where.end);
  std::string_view const letters = text_.substr(word.begin, word.size());
  // "the 16 workers dismissed in March have found": with a verb behind it a participle, else the verb itself
  bool const participle = (letters.ends_with("ed") || letters.ends_with("en")) && has_verb({word.end, where.end});
  if (participle || letters.ends_with("ed")) word = next(word.end, where.end);
  if (!is(word, class_.apart) || (letters.ends_with("ed") && !participle)) return false;
  // "approved the settlement on Friday": the day belongs to the verb; "the 16 workers who were laid off in March": to
  // them
  bool const clause = participle || text_[word.begin] == 'w' || text_.substr(word.begin, word.size()) == "that";
  auto const [from, to] = claims_in({word.end, std::min(where.end, word.end + (clause ? clause_reach : 2))});
  if (std::any_of(from, to, [](Claim const& c) { return is_temporal(c.kind); })) return clause;
  std::uint32_t at_word = word.end;
  for (int n = 0; n < 5; ++n) {
    Span const each = next(at_word, where.end);
    if (each.empty()) return false;
    if (!is(each, class_.end)) return !in_sentence(at(first).sentence, each);
    at_word = each.end;
  }
  return false;
}

/// A word of time in one sentence that the other does not have.
bool Mentions::has_time_without(Span where, std::uint32_t other) {
  if (class_.time == nullptr || where.size() > longest_sentence) return true;
  for (std::uint32_t p = where.begin; p < where.end;) {
    Span const word = next(p, where.end);
    if (!word.empty() && class_.time->longest(text_.data() + word.begin, text_.data() + where.end) &&
        !in_sentence(other, word))
      return true;
    p = std::max(p + 1, word.end);
  }
  return false;
}

/// The sentence of the second tells of another time: last year's budget, the work force of today.
bool Mentions::has_time_of_its_own(Mention const& mention, Mention const& first) {
  Span const where = sentence(at(mention).span.begin);
  if (has_time_without(where, at(first).sentence)) return true;
  if (!in_caption(mention) && has_time_without(sentence(at(first).span.begin), at(mention).sentence)) return true;
  // "The $3.9 billion budget of 2020", "In 2011 the 48 injured": a year before it or right behind it
  auto const has_year = [](Claim const& c) { return c.kind == Kind::date && c.time && c.time->stated.has_year(); };
  auto const [own, own_end] = claims_in(where);
  auto const others = claims_in(sentence(at(first).span.begin));
  std::uint32_t const noun_end = mention.heads.empty() ? at(mention).span.end : mention.words[mention.heads.back()].end;
  return std::any_of(own, own_end, [&](Claim const& claim) {
    if (!has_year(claim) || claim.span.begin > noun_end + 8) return false;
    return std::none_of(others.first, others.second, [&](Claim const& other) {
      return has_year(other) && other.time->stated.year == claim.time->stated.year;
    });
  });
}

// Joining two.

/// The noun stands around the figure in its clause: "the merger is valued at $18.5 billion", "the bridge, 1,450 feet
/// long", "Mayor Dan Orton, 47".
bool Mentions::said_near(Mention const& first, Span head) const {
  Claim const& claim = at(first);
  Span const where = sentence(claim.span.begin);
  if (where.size() > longest_sentence) return false;
  std::uint64_t const wanted = key(head);
  std::string_view const letters = text_.substr(head.begin, head.size());
  auto const matches = [&](Span word) {
    if (key(word) == wanted) return true;
    for (WordClass const* const act : acts_)
      if (is(head, act) && is(word, act)) return true;
    std::string_view const other = text_.substr(word.begin, word.size());
    std::size_t const shared = std::min(letters.size(), other.size());
    if (shared < 4 || letters.substr(0, 4) != other.substr(0, 4)) return false;
    std::size_t const common = static_cast<std::size_t>(
        std::mismatch(letters.begin(), letters.begin() + static_cast<std::ptrdiff_t>(shared), other.begin()).first -
        letters.begin());
    return common >= 5 && common + 1 >= shared;
  };
  auto const figure_in = [&](Span gap) {
    auto const [from, to] = claims_in(gap);
    return std::any_of(from, to, [&](Claim const& c) { return is_figure(c.kind) && gap.contains(c.span); });
  };
  std::uint32_t from = claim.span.begin;
  for (int n = 0, marks = 0; n < words_around && from > where.begin; ++n) {
    Span const word = previous(from, where.begin);
    if (word.empty()) { // one comma: "Mayor Dan Orton, 47", "The bridge, which is 1,450 feet long"
      if (++marks > 1 || text_[word.end - 1] != ',') break;
      from = word.end - 1;
      continue;
    }
    if (matches(word)) return !figure_in({word.end, claim.span.begin});
    from = word.begin;
  }
  if (claim.kind == Kind::age) return false;
  std::uint32_t p = claim.span.end;
  for (int n = 0; n < words_around / 2; ++n) {
    Span const word = next(p, where.end);
    if (word.empty()) break;
    if (matches(word)) return !figure_in({claim.span.end, word.begin});
    p = word.end;
  }
  return false;
}

/// The words from the modifier to the noun stand together earlier in the text: "the solar farm".
bool Mentions::named_before(Mention const& again, Span phrase) const {
  std::string_view const words = text_.substr(phrase.begin, phrase.size());
  return words.find(' ') != std::string_view::npos &&
         text_.substr(0, at(again).span.begin).rfind(words) != std::string_view::npos;
}

/// "charged 23 people ... the 32 defendants": what happened to the people names them afterwards.
bool Mentions::taken_up(Mention const& first, Mention const& again) const {
  if (first.form != MentionForm::counted || again.form != MentionForm::counted) return false;
  Span const told = at(first).subject.head;
  bool const people = is(told, class_.people);
  for (WordClass const* const fate : fates_) {
    if (!is(at(again).subject.head, fate) || (!people && !is(told, fate))) continue;
    Span const where = sentence(at(first).span.begin);
    std::uint32_t before = at(first).span.begin, behind = at(first).subject.head.end;
    for (int n = 0; n < 3; ++n) {
      Span const word = previous(before, where.begin), later = next(behind, where.end);
      if (!people || is(word, fate) || is(later, fate)) return true;
      before = word.begin, behind = later.end;
    }
  }
  return false;
}

bool Mentions::same_thing(Mention const& first, Mention const& again) {
  if (taken_up(first, again)) return true;
  // "the 350-room hotel" was told as a hotel with 300 rooms
  bool const loose_count = again.form == MentionForm::measured && first.form == MentionForm::counted;
  if (first.measure != again.measure || (first.form != again.form && !loose_count)) return false;
  std::uint32_t const told_in = at(first).sentence;
  for (std::size_t const head : again.heads) {
    Span const noun = again.words[head];
    bool linked = false;
    if (again.form == MentionForm::counted) {
      linked = true;
    } else if (!loose_count) {
      for (Span const other : first.words) linked = linked || key(other) == key(noun);
      if (!linked && first.heads.empty()) linked = said_near(first, noun);
    } else {
      linked = said_near(first, noun);
    }
    if (!linked) continue;
    // What stands before the noun narrows it: the school budget is not the budget.
    bool narrowed = false;
    for (std::size_t i = 0; i < head && !narrowed; ++i)
      narrowed = !is(again.words[i], class_.filler) && !in_sentence(told_in, again.words[i]) &&
                 !named_before(again, {again.words[i].begin, noun.end});
    if (narrowed) continue;
    if (again.form == MentionForm::counted && is(noun, class_.generic)) { // "the 48 people": which?
      Span const where = sentence(at(again).span.begin);
      Span const behind = next(noun.end, where.end);
      bool shared = false;
      for (std::size_t i = 0; i < head; ++i) shared = shared || in_sentence(told_in, again.words[i]);
      if (!shared && !is_whole(again) && (behind.empty() || is(behind, class_.end) || !in_sentence(told_in, behind)))
        continue;
    }
    return true;
  }
  return false;
}

/// What was told first allows the second value: as it stands, rounded, or by its hedge.
bool Mentions::agrees(Claim const& first, Claim const& again) const {
  Decimal const v = again.figure.value;
  if (!first.figure.exact_known || (first.hedge != Hedge::none && first.hedge != Hedge::exactly))
    return first.figure.interval.contains(v);
  Decimal const u = first.figure.value;
  if (u == v) return true;
  if (first.kind == Kind::age || u.abs() < Decimal{100}) {
    if (u.is_integer() && v.is_integer()) return false;
  }
  Decimal const coarse = std::max(u.rounding_unit(), v.rounding_unit());
  Decimal const apart = subtract(u, v).abs();
  return apart < multiply(coarse, Decimal{5, -1}) && !(apart > multiply(std::max(u.abs(), v.abs()), Decimal{8, -2}));
}

/// The second is the sum or difference of the first and another number of the same things, or of all of them.
bool Mentions::follows_from(std::size_t first, std::size_t again) const {
  Claim const& u = at(mentions_[first]);
  Claim const& m = at(mentions_[again]);
  Decimal const v = m.figure.value;
  Decimal sum{0};
  ClaimId const last =
      static_cast<ClaimId>(claims_in({sentence(m.span.begin).begin, m.span.begin}).first - article_.claims.begin());
  for (ClaimId id = last > most_summands ? last - most_summands : 0; id < last; ++id) {
    Claim const& claim = article_.claims[id];
    if (!is_figure(claim.kind) || !claim.figure.exact_known) continue;
    bool const same_sort = claim.kind == m.kind && claim.figure.unit == m.figure.unit;
    if (!same_sort && claim.kind != Kind::number && !(claim.kind == Kind::count && m.kind == Kind::count)) continue;
    Decimal const w = claim.figure.value;
    if (same_sort && w == v) return true; // told before of something else
    if (claim.kind == Kind::number && w == v) return true;
    if (&claim == &u) continue;
    bool const near = claim.sentence == u.sentence || claim.subject.key == u.subject.key || claim.subject.key == 0;
    if (!near) continue;
    if (add(u.figure.value, w) == v || subtract(u.figure.value, w).abs() == v) return true;
    if (claim.subject.key == u.subject.key) sum = add(sum, w);
  }
  return add(sum, u.figure.value) == v;
}

/// A person who is named for the first time between the two may be the one that the second is said of.
bool Mentions::new_person_between(Mention const& first, Mention const& again) const {
  std::uint32_t const from = at(first).span.end, to = at(again).span.begin;
  for (Entity const& entity : article_.entities) {
    if (entity.kind != EntityKind::person || entity.mentions.empty()) continue;
    std::uint32_t earliest = entity.mentions.front().begin;
    for (Span const mention : entity.mentions) earliest = std::min(earliest, mention.begin);
    if (earliest >= from && earliest < to) return true;
  }
  return false;
}

/// "He got six years ... during her sentence": somebody else's.
bool Mentions::other_owner(Mention const& first, Mention const& again, Span determiner) const {
  auto const owned = [&](WordClass const* own, WordClass const* other) {
    if (!is(determiner, own)) return false;
    Span const where{sentence(at(first).span.begin).begin, at(again).span.begin};
    if (where.size() > longest_sentence) return true;
    for (std::uint32_t p = where.begin; p < where.end;) {
      Span const word = next(p, where.end);
      if (!word.empty() && is(word, other)) return true;
      p = std::max(p + 1, word.end);
    }
    return false;
  };
  return owned(class_.his, class_.hers) || owned(class_.hers, class_.his);
}

/// A caption says again what the text says, with no article needed: "three firefighters were hurt".
bool Mentions::in_caption(Mention const& mention) const {
  std::uint32_t const region = at(mention).region;
  return article_.document.regions[region].kind == text::RegionKind::caption;
}

/// The verb behind the noun of the one stands in the sentence of the other: both were hurt. A picture may show two of
/// four climbers, but not five: then any word of the scene will do.
bool Mentions::shares_event(Mention const& again, Mention const& first) {
  Span const where = sentence(at(again).span.begin);
  if (at(again).figure.value > at(first).figure.value)
    for (std::uint32_t p = again.words[again.heads.back()].end; p < where.end;) {
      Span const word = next(p, where.end);
      if (word.size() > 3 && !is(word, class_.end) && in_sentence(at(first).sentence, word)) return true;
      p = std::max(p + 1, word.end);
    }
  std::uint32_t p = again.words[again.heads.back()].end;
  for (int n = 0; n < 5; ++n) {
    Span const word = next(p, where.end);
    if (word.empty()) return false;
    if (!is(word, class_.end)) return in_sentence(at(first).sentence, word);
    p = word.end;
  }
  return false;
}

/// The only value that the text gave of the same thing, before the mention or, for a caption, anywhere outside it; none
/// where the mention agrees with one, or there are two others.
std::optional<std::size_t> Mentions::told_otherwise(std::size_t i) {
  Mention const& again = mentions_[i];
  bool const caption = in_caption(again);
  std::optional<std::size_t> found;
  std::size_t const from = i > most_looked_back ? i - most_looked_back : 0;
  std::size_t const to = caption ? std::min(mentions_.size(), i + most_looked_back) : i;
  for (std::size_t k = to; k-- > from;) {
    Mention& first = mentions_[k];
    if (k == i || (first.measure != again.measure && !taken_up(first, again)) ||
        (caption && at(first).region == at(again).region))
      continue;
    if (first.words.empty()) read_phrase(first);
    if (!same_thing(first, again)) continue;
    Claim const& told = at(first);
    if (agrees(told, at(again))) return {};
    if (!told.figure.exact_known || told.figure.range) continue;
    if (found && at(mentions_[*found]).figure.value != told.figure.value) return {}; // nobody knows which is meant
    if (!found) found = k;
  }
  return found;
}

/// In one sentence two figures of one noun are compared, unless they have the same digits: "the $3.2 billion plan and
/// the critics of the $3.2 million plan".
bool Mentions::same_digits(Mention const& first, Mention const& again) const {
  return at(first).figure.value.normalized().coefficient == at(again).figure.value.normalized().coefficient;
}

std::vector<Mentions::Retelling> Mentions::retellings() {
  std::vector<Retelling> out;
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    Mention& again = mentions_[i];
    Claim const& claim = at(again);
    if (!is_plain(claim) || (again.form != MentionForm::counted && !again.adjectival)) continue;
    auto article = determiner(again);
    if (!article && is_whole(again)) article = Determiner{{claim.span.begin, claim.span.begin}, {}};
    bool const caption = !article && in_caption(again);
    if (!article && !caption) continue;
    // "these two projects" of three may be those that were told last
    bool const few = claim.figure.value < Decimal{10};
    if (few && !caption &&
        (is(article->span, class_.demonstrative) ||
         (again.form == MentionForm::counted && is(claim.subject.head, class_.group))))
      continue;
    if (is_part(again) || (article && !refers(again, *article))) continue;
    read_phrase(again);
    if (again.heads.empty()) continue;
    auto const found = told_otherwise(i);
    if (!found) continue;
    Mention const& first = mentions_[*found];
    if (is_part(first) || (at(first).sentence == claim.sentence && !same_digits(first, again))) continue;
    if (caption && !shares_event(again, first)) continue;
    if (article && !article->owner.empty() && !in_sentence(at(first).sentence, article->owner)) continue;
    bool const free = is_whole(again) || in_caption(again); // what stands behind it says no more which one is meant
    if ((!free && is_apart(again, first)) || has_time_of_its_own(again, first) || follows_from(*found, i)) continue;
    if (is_whole_of(again, first) || (article && other_owner(first, again, article->span))) continue;
    if (claim.kind == Kind::age && is(again.words[again.heads.front()], class_.person) &&
        claim.sentence != at(first).sentence + 1)
      continue; // the next man need not be the same one
    if (claim.kind == Kind::age && new_person_between(first, again)) continue;
    out.push_back({first.claim, again.claim});
  }
  return out;
}

} // namespace claimcheck::rules
