#include "resolve/speakers.hpp"

#include <algorithm>
#include <unordered_map>

namespace claimcheck::resolve {
namespace {

/// So many sources back a pronoun may reach; farther back no reader would look.
constexpr std::size_t reach = 8;

struct Word {
  Span span;
  std::uint64_t classes = 0;
  bool capital = false;
  bool owner = false; ///< 's behind it
};

bool is_letter(char c) { return is_word_byte(c); }

class Speakers {
 public:
  Speakers(text::Document const& document, AttributionWords const& words, EntityCollector& entities)
      : document_(document), words_(words), entities_(entities) {}

  /// The head of a noun phrase: its words up to the first comma, bracket, preposition or relative word.
  std::vector<Word> head(Span phrase) const {
    std::vector<Word> result;
    std::string_view const text = document_.folded;
    for (std::uint32_t at = phrase.begin; at < phrase.end && result.size() < 16;) {
      if (text[at] == ',' || text[at] == '(' || text[at] == ';') {
        if (!result.empty()) break;
        ++at;
        continue;
      }
      if (!is_letter(text[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < phrase.end && (is_letter(text[end]) || ((text[end] == '-' || text[end] == '.') &&
                                                           end + 1 < phrase.end && is_letter(text[end + 1])))) {
        if (text.substr(end, 2) == "\xE2\x80") break; // typographic apostrophe or dash
        ++end;
      }
      if (end == at) {
        at += 3;
        continue;
      }
      Word word;
      word.span = {at, end};
      if (WordInfo const* const info = words_.find(text.substr(at, end - at))) word.classes = info->classes;
      word.capital = document_.plain[at] != text[at];
      word.owner = end < text.size() && (text[end] == '\'' || text.substr(end, 3) == "\xE2\x80\x99");
      if (!result.empty() && !word.capital && (word.classes & (preposition | relative_word)) != 0 &&
          (word.classes & determiner) == 0)
        break;
      result.push_back(word);
      at = end;
      if (word.owner) { // skip the s
        while (at < phrase.end && text[at] != ' ') ++at;
      }
    }
    return result;
  }

  EntityId phrase(Span source) {
    std::vector<Word> const words = head(source);
    if (words.empty()) return no_entity;
    Span const span{words.front().span.begin, words.back().span.end};
    // The last name of the head, when the head ends with it: "Breitbart News' Michael Leahy", but not "Clinton
    // supporters".
    Mention const* name = nullptr;
    for (Mention const* m = entities_.first_within(span); m != nullptr && m->span.begin < span.end; m = next(m))
      name = m;
    if (name != nullptr && name->span.end >= words.back().span.end && !words.back().owner) {
      Entity& entity = entities_.entities[name->entity];
      if (entity.kind == EntityKind::unknown && words.size() > 1 && (words.front().classes & honorific) != 0)
        entity.kind = EntityKind::person;
      return name->entity;
    }
    Word const& last = words.back();
    bool const definite = (words.front().classes & (article | determiner)) != 0 &&
                          document_.folded_text(words.front().span).starts_with("th");
    if (definite && words.size() <= 4 && name == nullptr && (last.classes & collective & ~body) == 0) {
      EntityId const known = entities_.by_word(document_.folded_text(last.span), source.begin);
      if (known != no_entity) return known;
    }
    EntityKind kind = EntityKind::unknown;
    Gender gender = Gender::unknown;
    if ((last.classes & (collective)) != 0 || (last.classes & determiner) != 0)
      kind = EntityKind::group, gender = Gender::plural;
    else if ((last.classes & (role_word | title_word)) != 0)
      kind = EntityKind::person;
    else if ((last.classes & body) != 0)
      kind = EntityKind::organization, gender = Gender::neuter;
    else if ((last.classes & (document_noun | medium_noun)) != 0)
      kind = EntityKind::document, gender = Gender::neuter;
    if ((last.classes & male_word) != 0 && (last.classes & female_word) == 0) gender = Gender::male;
    if ((last.classes & female_word) != 0 && (last.classes & male_word) == 0) gender = Gender::female;
    return entities_.describe(span, kind, gender);
  }

  EntityId pronoun(Candidate const& candidate) {
    std::string_view const word = document_.folded_text(candidate.attribution.source);
    auto const is = [&](std::string_view form) { return word == form; };
    Gender const gender = is("he") || is("his") || is("him")        ? Gender::male
                          : is("she") || is("her")                  ? Gender::female
                          : is("they") || is("their") || is("them") ? Gender::plural
                          : is("it") || is("its")                   ? Gender::neuter
                                                                    : Gender::unknown;
    if (gender == Gender::unknown) return no_entity;
    bool const personal = gender == Gender::male || gender == Gender::female;
    EntityId const last = recent_fitting(candidate, gender);
    if (!personal) return last;
    // A person who opened a sentence since the last source spoke has taken over: "Hale arrived on Monday. He said ..."
    if (Mention const* const subject = entities_.last_subject(candidate.attribution.source.begin)) {
      bool const later = last == no_entity || subject->span.begin > last_spoken_;
      bool const near = candidate.attribution.source.begin - subject->span.begin < 1500;
      if (later && near && fits(subject->entity, candidate, gender)) return learn(subject->entity, gender);
    }
    return last == no_entity ? last : learn(last, gender);
  }

  void spoke(EntityId entity, std::uint32_t at) {
    last_spoken_ = at;
    std::erase(recent_, entity);
    recent_.push_back(entity);
    if (recent_.size() > reach) recent_.erase(recent_.begin());
  }

 private:
  Mention const* next(Mention const* mention) const {
    ++mention;
    return mention == entities_.mentions.data() + entities_.mentions.size() ? nullptr : mention;
  }
  EntityId recent_fitting(Candidate const& candidate, Gender gender) const {
    for (auto at = recent_.rbegin(); at != recent_.rend(); ++at)
      if (fits(*at, candidate, gender)) return *at;
    return no_entity;
  }
  bool fits(EntityId id, Candidate const& candidate, Gender gender) const {
    Entity const& entity = entities_.entities[id];
    bool const agrees =
        gender == Gender::plural ? entity.kind == EntityKind::group || entity.kind == EntityKind::organization ||
                                       entity.gender == Gender::plural
        : gender == Gender::neuter ? entity.kind == EntityKind::organization || entity.kind == EntityKind::document
                                   : (entity.kind == EntityKind::person || entity.kind == EntityKind::unknown) &&
                                         (entity.gender == gender || entity.gender == Gender::unknown);
    if (!agrees) return false;
    for (Span const piece : candidate.attribution.content)
      if (entities_.named_within(id, piece)) return false;
    return true;
  }
  EntityId learn(EntityId id, Gender gender) {
    Entity& entity = entities_.entities[id];
    if (entity.gender == Gender::unknown) entity.gender = gender;
    if (entity.kind == EntityKind::unknown) entity.kind = EntityKind::person;
    return id;
  }

  text::Document const& document_;
  AttributionWords const& words_;
  EntityCollector& entities_;
  std::vector<EntityId> recent_; ///< who spoke, the latest last
  std::uint32_t last_spoken_ = 0;
};

} // namespace

void resolve_speakers(text::Document const& document, AttributionWords const& words, EntityCollector& entities,
                      std::vector<Candidate>& candidates) {
  Speakers speakers(document, words, entities);
  for (Candidate const& candidate : candidates) {
    Span const named =
        candidate.source_kind == SubjectKind::relative ? candidate.antecedent : candidate.attribution.source;
    if (candidate.source_kind != SubjectKind::phrase && candidate.source_kind != SubjectKind::relative) continue;
    std::vector<Word> const head = speakers.head(named);
    if (!head.empty() && head.back().capital) entities.adopt(head.back().span, EntityKind::unknown);
  }
  entities.settle();
  std::unordered_map<std::uint32_t, EntityId> known; // sources that several attributions share
  for (Candidate& candidate : candidates) {
    Attribution& attribution = candidate.attribution;
    if (attribution.source.empty()) continue;
    if (candidate.passed_on) {
      if (auto const found = known.find(attribution.source.begin); found != known.end()) {
        attribution.speaker = found->second;
        continue;
      }
    }
    attribution.speaker = candidate.source_kind == SubjectKind::pronoun    ? speakers.pronoun(candidate)
                          : candidate.source_kind == SubjectKind::relative ? speakers.phrase(candidate.antecedent)
                                                                           : speakers.phrase(attribution.source);
    known[attribution.source.begin] = attribution.speaker;
    if (attribution.speaker != no_entity) speakers.spoke(attribution.speaker, attribution.source.begin);
  }
  entities.settle();
}

} // namespace claimcheck::resolve
