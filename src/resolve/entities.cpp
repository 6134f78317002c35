#include "resolve/entities.hpp"

#include "base/hash.hpp"
#include <algorithm>

namespace claimcheck::resolve {
namespace {

constexpr std::uint64_t no_name = determiner | possessive_word | subject_pronoun | object_pronoun | auxiliary |
                                  negation | preposition | subordinator | coordinator | relative_word | clause_opener |
                                  according | no_content;
constexpr std::uint64_t rank = title_word | honorific | role_word;

bool is_suffix(std::string_view word) {
  for (std::string_view const suffix : {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
    if (word == suffix) return true;
  return false;
}

/// The text with single spaces, as a name is shown.
std::string tidy(std::string_view text) {
  char before = ' ';
  bool const plain = std::all_of(text.begin(), text.end(), [&](char c) {
    bool const kept = c != '\n' && c != '\t' && c != '\xC2' && c != '\xA0' && !(c == ' ' && before == ' ');
    before = c;
    return kept;
  });
  if (plain && before != ' ') return std::string(text);
  std::string result;
  for (char const c : text) {
    bool const space = c == ' ' || c == '\n' || c == '\t' || c == '\xA0';
    if (c == '\xC2') continue; // of a no-break space; names hold no other Latin-1 sign
    if (!space)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

Gender gender_of(std::uint64_t classes) {
  bool const male = (classes & (male_word | male_name)) != 0;
  bool const female = (classes & (female_word | female_name)) != 0;
  return male == female ? Gender::unknown : male ? Gender::male : Gender::female;
}

} // namespace

/// Without 's, without the point of an abbreviation.
std::string_view EntityCollector::folded(Token const& token) const {
  std::string_view text = document_.folded_text(token.span());
  if (token.clitic == Clitic::s) {
    std::size_t const cut = std::min(text.rfind('\''), text.rfind("\xE2\x80\x99"));
    if (cut != std::string_view::npos) text = text.substr(0, cut);
  }
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  return text;
}

std::uint64_t EntityCollector::key(std::vector<Token> const& tokens, std::size_t begin, std::size_t end) const {
  std::uint64_t hash = fnv1a("");
  for (std::size_t i = begin; i < end; ++i) {
    std::string_view const word = folded(tokens[i]);
    if (word.size() == 1 && i > begin && i + 1 < end) continue; // a middle initial
    hash = fnv1a(word, hash);
    hash = fnv1a(" ", hash);
  }
  return hash;
}

bool EntityCollector::name_token(std::vector<Token> const& tokens, std::size_t i) const {
  Token const& token = tokens[i];
  if (!token.is_word() || !token.capital) return false;
  if (token.is(no_name) || token.clitic == Clitic::verb || token.clitic == Clitic::negation) return false;
  bool const opens = opens_sentence(tokens, i);
  if (token.is(time_word) && !token.is(modal)) return false;
  return !(opens && (token.is(modal | adverb | other_verb) || token.verb.uses != 0));
}

bool EntityCollector::adjacent(Token const& a, Token const& b) const {
  if (a.clitic != Clitic::none || b.begin < a.end || b.begin - a.end > 4) return false;
  for (std::uint32_t at = a.end; at < b.begin; ++at)
    if (document_.folded[at] != ' ') return false;
  return true;
}

bool EntityCollector::opens_sentence(std::vector<Token> const& tokens, std::size_t i) const {
  if (i == 0) return true;
  TokenKind const kind = tokens[i - 1].kind;
  return kind == TokenKind::end || kind == TokenKind::quotation || kind == TokenKind::colon ||
         tokens[i - 1].quoted != tokens[i].quoted;
}

std::size_t EntityCollector::run_end(std::vector<Token> const& tokens, std::size_t begin) const {
  std::size_t end = begin + 1;
  bool has_body = tokens[begin].is(body | document_noun | medium_noun);
  while (end < tokens.size() && end - begin < 12 && tokens[end].quoted == tokens[begin].quoted) {
    if (!adjacent(tokens[end - 1], tokens[end])) break;
    if (name_token(tokens, end)) {
      has_body |= tokens[end].is(body);
      ++end;
      continue;
    }
    std::string_view const word = folded(tokens[end]);
    auto const name_at = [&](std::size_t i) {
      return i < tokens.size() && adjacent(tokens[i - 1], tokens[i]) && name_token(tokens, i);
    };
    if (tokens[end].is(particle) && !tokens[end].capital && name_at(end + 1)) {
      end += 2;
      continue;
    }
    // "Bureau of Investigation", "University of North Carolina at Chapel Hill", "Secretary of State Jane Hale"
    bool const joins =
        (word == "of" && (has_body || tokens[end - 1].is(title_word))) ||
        ((word == "for" || word == "and" || word == "at") && has_body && tokens[end - 1].capital && word != "and");
    if (joins && name_at(end + 1)) {
      end += 2;
      continue;
    }
    if (joins && end + 2 < tokens.size() && folded(tokens[end + 1]) == "the" && name_at(end + 2)) {
      end += 3;
      continue;
    }
    break;
  }
  return end;
}

/// Moves title words from the name's front to its title, and takes lower-case ones that stand before it.
void EntityCollector::take_titles(std::vector<Token> const& tokens, Name& name) const {
  std::size_t split = name.begin;
  if (!tokens[name.end - 1].is(body)) {
    for (std::size_t i = name.begin; i + 1 < name.end; ++i) {
      if (!tokens[i].is(rank)) continue;
      split = i + 1;
      if (folded(tokens[split]) == "of" && split + 2 < name.end)
        split += folded(tokens[split + 1]) == "the" ? 3 : 2; // Secretary of State
      if (split >= name.end) return;                         // "Speaker of the House": an office, and nobody in it
    }
  }
  std::size_t first = name.begin;
  while (
      first > 0 && name.begin - first < 6 && tokens[first - 1].quoted == tokens[name.begin].quoted &&
      adjacent(tokens[first - 1], tokens[first]) &&
      (tokens[first - 1].is(rank | adjective | demonym) || (!tokens[first - 1].capital && tokens[first - 1].is(body))))
    --first;
  // "Danish harbour minister": other words belong to the title when a nationality stands before them.
  for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
    Token const& token = tokens[first - back];
    if (!adjacent(token, tokens[first - back + 1]) || token.quoted != tokens[name.begin].quoted || !token.is_word())
      break;
    if (token.is(demonym) && first < name.begin) {
      first -= back;
      break;
    }
    if (token.capital || token.is(no_name)) break;
  }
  bool ranked = split > name.begin;
  for (std::size_t i = first; i < name.begin; ++i) ranked |= tokens[i].is(rank);
  if (!ranked) return;
  for (std::size_t i = first; i < split; ++i)
    if (tokens[i].is(honorific | role_word) && name.gender == Gender::unknown)
      name.gender = gender_of(tokens[i].classes);
  if (tokens[first].is(demonym)) {
    name.affiliation = tokens[first].span();
    ++first;
  }
  std::size_t last = split;
  while (first < last && tokens[first].is(honorific) && !tokens[first].is(title_word)) ++first; // "Mr." is no title
  if (first < last) name.title = {tokens[first].begin, tokens[last - 1].end};
  name.begin = split;
  name.kind = EntityKind::person;
}

void EntityCollector::classify(std::vector<Token> const& tokens, Name& name) const {
  if (name.begin > 0 && !tokens[name.begin - 1].capital && folded(tokens[name.begin - 1]) == "late")
    name.kind = EntityKind::person; // the late Karl Holm
  if (name.kind == EntityKind::person) {
    if (name.gender == Gender::unknown && name.end - name.begin > 1)
      name.gender = gender_of(tokens[name.begin].classes & (male_name | female_name));
    return;
  }
  bool bodies = false;
  for (std::size_t i = name.begin; i < name.end; ++i) bodies |= tokens[i].is(body) || folded(tokens[i]) == "of";
  std::size_t const size = name.end - name.begin;
  std::string_view const text = document_.text(tokens[name.begin].span());
  bool const acronym = size == 1 && text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
                         return (c >= 'A' && c <= 'Z') || c == '.' || c == '&';
                       });
  bool const after_article = name.begin > 0 && tokens[name.begin - 1].is(article) && !tokens[name.begin - 1].quoted;
  if (bodies || acronym || after_article) {
    name.kind = EntityKind::organization;
    name.gender = Gender::neuter;
    return;
  }
  if (size < 2) return;
  Gender const given = gender_of(tokens[name.begin].classes & (male_name | female_name));
  bool const known_given = tokens[name.begin].is(male_name | female_name);
  // ", a lawyer", ", 34,": an appositive of persons.
  bool appositive = false;
  std::size_t after = name.end;
  if (after + 2 < tokens.size() && tokens[after].kind == TokenKind::comma) {
    if (tokens[after + 1].kind == TokenKind::number) appositive = true;
    for (std::size_t i = after + 1;
         i < tokens.size() && i < after + 7 && tokens[i].kind != TokenKind::comma && tokens[i].kind != TokenKind::end;
         ++i)
      if (tokens[after + 1].is(determiner) && tokens[i].is(role_word | title_word)) {
        appositive = true;
        if (name.title.empty()) name.title = {tokens[std::min(after + 2, i)].begin, tokens[i].end};
        if (name.gender == Gender::unknown) name.gender = gender_of(tokens[i].classes & (male_word | female_word));
      }
  }
  if (known_given || appositive) {
    name.kind = EntityKind::person;
    if (name.gender == Gender::unknown) name.gender = given;
  }
}

void EntityCollector::give_words(EntityId id, std::string_view words, std::uint32_t since) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end < words.size() && words[end] != ' ') ++end;
    if (end - at > 3) {
      auto& known = by_word_[word_key(words.substr(at, end - at))];
      if (known.empty() || known.back().entity != id) known.push_back({id, since});
    }
    at = end + 1;
  }
}

void EntityCollector::enrich(Entity& entity, EntityId id, std::vector<Token> const& tokens, Name const& name) {
  if (entity.kind == EntityKind::unknown) entity.kind = name.kind;
  if (entity.gender == Gender::unknown) entity.gender = name.gender;
  std::uint32_t const since = tokens[name.begin].begin;
  if (entity.title.empty() && !name.title.empty()) {
    entity.title = tidy(document_.text(name.title));
  }
  if (!name.title.empty()) give_words(id, document_.folded_text(name.title), since);
  if (entity.affiliation.empty() && !name.affiliation.empty())
    entity.affiliation = tidy(document_.text(name.affiliation));
}

void EntityCollector::add(std::vector<Token> const& tokens, Name const& name) {
  Mention mention;
  Token const& last = tokens[name.end - 1];
  mention.span = {tokens[name.begin].begin, last.begin + static_cast<std::uint32_t>(folded(last).size())};
  if (last.clitic == Clitic::none && document_.text(last.span()).ends_with('.') &&
      (is_suffix(folded(last)) || name.end - name.begin > 1))
    mention.span.end = last.end;
  mention.quoted = tokens[name.begin].quoted;
  mention.opens_sentence = name.opens;
  std::size_t const size = name.end - name.begin;
  std::size_t surname = name.end - 1;
  if (surname > name.begin && is_suffix(folded(tokens[surname]))) --surname;
  std::uint64_t const surname_key = word_key(folded(tokens[surname]));
  std::uint64_t const full = key(tokens, name.begin, name.end);
  auto const known = [&]() -> EntityId {
    if (EntityId const* const found = by_name_.find(full)) return *found;
    if (size == 1 || (name.kind == EntityKind::person && size == 1)) {
      if (EntityId const* const found = by_surname_.find(surname_key)) return *found;
      if (EntityId const* const found = by_given_.find(surname_key)) return *found;
    }
    return no_entity;
  }();
  if (known != no_entity) {
    mention.entity = known;
    entities[known].mentions.push_back(mention.span);
    enrich(entities[known], known, tokens, name);
    if (entities[known].kind == EntityKind::person) by_surname_[surname_key] = known;
    mentions.push_back(mention);
    return;
  }
  if (size == 1 && name.kind != EntityKind::person && name.kind != EntityKind::organization) {
    Chain& chain = loose_[surname_key];
    auto const at = static_cast<std::uint32_t>(loose_mentions_.size());
    loose_mentions_.push_back({mention, no_entity});
    (chain.first == no_entity ? chain.first : loose_mentions_[chain.last].next) = at;
    chain.last = at;
    return;
  }
  auto const id = static_cast<EntityId>(entities.size());
  Entity& entity = entities.emplace_back();
  entity.name = tidy(document_.text(mention.span));
  entity.kind = name.kind;
  if (name.kind != EntityKind::organization) {
    Token const& bearer = tokens[surname];
    entity.surname =
        tidy(document_.text({bearer.begin, bearer.begin + static_cast<std::uint32_t>(folded(bearer).size())}));
    by_surname_[surname_key] = id;
    if (size > 1) by_given_.try_emplace(word_key(folded(tokens[name.begin])), id);
  } else {
    give_words(id, document_.folded_text(mention.span), mention.span.begin);
    if (size > 1) { // ACLU, FBI
      std::string initials;
      for (std::size_t i = name.begin; i < name.end; ++i)
        if (tokens[i].capital) initials += document_.folded[tokens[i].begin];
      if (initials.size() > 2) by_surname_.try_emplace(word_key(initials), id);
    }
  }
  by_name_[full] = id;
  enrich(entity, id, tokens, name);
  // Earlier single mentions ("Kuleba" in the headline) are the same person's.
  if (name.kind != EntityKind::organization)
    if (Chain* const chain = loose_.find(surname_key)) take_loose(*chain, id);
  mention.entity = id;
  entities[id].mentions.push_back(mention.span);
  mentions.push_back(mention);
}

void EntityCollector::read(std::vector<Token> const& tokens) {
  for (std::size_t i = 0; i < tokens.size();) {
    if (!tokens[i].capital || !name_token(tokens, i)) {
      ++i;
      continue;
    }
    Name name;
    name.begin = i;
    name.end = run_end(tokens, i);
    i = name.end;
    name.opens = opens_sentence(tokens, name.begin);
    std::size_t const size = name.end - name.begin;
    if (size == 1 && tokens[name.begin].is(demonym | honorific | title_word | role_word | collective | adjective))
      continue;
    take_titles(tokens, name);
    if (name.end - name.begin == 1 && name.opens &&
        tokens[name.begin].is(collective | role_word | body | document_noun))
      continue;
    classify(tokens, name);
    add(tokens, name);
  }
}

EntityId EntityCollector::describe(Span phrase, EntityKind kind, Gender gender) {
  std::uint64_t const hash = fnv1a(document_.folded_text(phrase), fnv1a("\n")); // apart from names
  auto const [at, fresh] = by_name_.try_emplace(hash, static_cast<EntityId>(entities.size()));
  if (fresh) {
    Entity& entity = entities.emplace_back();
    entity.kind = kind;
    entity.gender = gender;
    entity.name = tidy(document_.text(phrase));
  }
  entities[*at].mentions.push_back(phrase);
  return *at;
}

void EntityCollector::take_loose(Chain& chain, EntityId id) {
  for (std::uint32_t at = chain.first; at != no_entity; at = loose_mentions_[at].next) {
    Mention& mention = mentions.emplace_back(loose_mentions_[at].mention);
    mention.entity = id;
    entities[id].mentions.push_back(mention.span);
  }
  chain = {};
}

void EntityCollector::adopt(Span word, EntityKind kind) {
  Chain* const chain = loose_.find(word_key(document_.folded_text(word)));
  if (chain == nullptr || chain->first == no_entity) return;
  auto const id = static_cast<EntityId>(entities.size());
  Entity& entity = entities.emplace_back();
  entity.kind = kind;
  entity.name = entity.surname = tidy(document_.text(word));
  take_loose(*chain, id);
}

void EntityCollector::keep_rest() {
  // In the order of the array the first mentions are in reading order.
  std::vector<bool> follows(loose_mentions_.size()), held(loose_mentions_.size());
  loose_.each([&](Chain const& chain) {
    for (std::uint32_t at = chain.first; at != no_entity; at = loose_mentions_[at].next) {
      held[at] = true;
      follows[at] = at != chain.first;
    }
  });
  for (std::uint32_t first = 0; first < loose_mentions_.size(); ++first) {
    if (!held[first] || follows[first]) continue;
    Entity& entity = entities.emplace_back();
    entity.name = entity.surname = tidy(document_.text(loose_mentions_[first].mention.span));
    for (std::uint32_t at = first; at != no_entity; at = loose_mentions_[at].next)
      entity.mentions.push_back(loose_mentions_[at].mention.span);
  }
}

void EntityCollector::settle() {
  // Nearly all are in reading order as they were found.
  auto const earlier = [](Mention const& a, Mention const& b) { return a.span < b.span; };
  if (!std::is_sorted(mentions.begin(), mentions.end(), earlier)) std::sort(mentions.begin(), mentions.end(), earlier);
  for (Entity& entity : entities)
    if (auto& spans = entity.mentions; !std::is_sorted(spans.begin(), spans.end()))
      std::sort(spans.begin(), spans.end());
}

Mention const* EntityCollector::first_within(Span span) const {
  auto const at = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                   [](Mention const& m, std::uint32_t begin) { return m.span.begin < begin; });
  return at != mentions.end() && at->span.begin < span.end ? &*at : nullptr;
}

bool EntityCollector::named_within(EntityId entity, Span span) const {
  auto const& spans = entities[entity].mentions;
  auto const at = std::lower_bound(spans.begin(), spans.end(), span.begin,
                                   [](Span s, std::uint32_t begin) { return s.begin < begin; });
  return at != spans.end() && at->begin < span.end;
}

Mention const* EntityCollector::last_subject(std::uint32_t offset) const {
  auto at = std::lower_bound(mentions.begin(), mentions.end(), offset,
                             [](Mention const& m, std::uint32_t begin) { return m.span.begin < begin; });
  for (int turn = 0; at != mentions.begin() && turn < 40; ++turn) {
    --at;
    if (!at->quoted && at->opens_sentence && entities[at->entity].kind == EntityKind::person) return &*at;
  }
  return nullptr;
}

EntityId EntityCollector::by_word(std::string_view word, std::uint32_t before) const {
  std::vector<Known> const* const found = by_word_.find(word_key(word));
  if (found == nullptr) return no_entity;
  for (auto at = found->rbegin(); at != found->rend(); ++at)
    if (at->since < before) return at->entity;
  return no_entity;
}

} // namespace claimcheck::resolve
