#include "resolve/people_checks.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "resolve/attribution_words.hpp"

namespace claimcheck::resolve {
namespace {

using text::RegionKind;

RegionKind region_kind(Article const& article, std::uint32_t at) {
  std::uint32_t const region = article.document.region_at(at);
  return region < article.document.regions.size() ? article.document.regions[region].kind : RegionKind::body;
}

/// The word that ends before `at` on the same line, across single spaces and the point of an abbreviation; empty when
/// there is none.
Span word_before(Article const& article, std::uint32_t at) {
  std::string_view const text = article.document.folded;
  std::uint32_t end = at;
  if (end == 0 || text[end - 1] != ' ') return {};
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end > 0 && text[end - 1] == '.') --end;
  std::uint32_t begin = end;
  while (begin > 0 && (is_word_byte(text[begin - 1]) || text[begin - 1] == '-')) --begin;
  return {begin, end};
}

std::uint64_t classes_of(Article const& article, Span word) {
  WordInfo const* const info = AttributionWords::builtin().find(article.document.folded_text(word));
  return info == nullptr ? 0 : info->classes;
}

bool says_former(std::string_view word) {
  for (std::string_view const w : {"former", "then", "ex", "acting", "late", "ousted", "outgoing", "incoming", "deputy",
                                   "retired", "longtime", "onetime"})
    if (word == w) return true;
  return word.starts_with("ex-") || word.starts_with("then-");
}

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }
std::string_view first_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos ? std::string_view{} : name.substr(0, name.find(' '));
}

/// "Sen." and "Senator" name one title: the words in lower case without points.
std::string title_key(Article const& article, Span title) {
  std::string key(article.document.folded_text(title));
  std::erase(key, '.');
  return key;
}

} // namespace

std::vector<TitledName> titled_names(Article const& article) {
  std::vector<TitledName> result;
  for (EntityId id = 0; id < article.entities.size(); ++id) {
    Entity const& entity = article.entities[id];
    if (entity.kind != EntityKind::person) continue;
    for (Span const mention : entity.mentions) {
      if (article.in_quotation(mention)) continue;
      TitledName named;
      named.name = mention;
      named.entity = id;
      Span title;
      for (int turn = 0; turn < 6; ++turn) {
        Span const word = word_before(article, title.empty() ? mention.begin : title.begin);
        if (word.empty()) break;
        std::uint64_t const classes = classes_of(article, word);
        if (says_former(article.document.folded_text(word))) {
          named.former = true;
          break;
        }
        if ((classes & demonym) != 0) {
          named.affiliation = word;
          Span const further = word_before(article, word.begin);
          named.former |= !further.empty() && says_former(article.document.folded_text(further));
          break;
        }
        bool const part = (classes & (title_word | role_word)) != 0 || (!title.empty() && (classes & adjective) != 0);
        if (!part || (classes & determiner) != 0) break;
        title = {word.begin, title.empty() ? word.end : title.end};
      }
      if (title.empty()) continue;
      named.title = title;
      result.push_back(named);
    }
  }
  std::sort(result.begin(), result.end(), [](TitledName const& a, TitledName const& b) { return a.name < b.name; });
  return result;
}

std::vector<TitlePair> given_name_conflicts(Article const& article) {
  std::vector<TitlePair> result;
  std::map<std::string, TitledName> first; // title and surname: who bore them first
  for (TitledName const& named : titled_names(article)) {
    std::string const name(article.document.folded_text(named.name));
    std::string_view const given = first_word(name);
    if (given.empty() || named.former) continue;
    auto const [at, fresh] =
        first.try_emplace(title_key(article, named.title) + '\n' + std::string(last_word(name)), named);
    if (fresh) continue;
    std::string const other(article.document.folded_text(at->second.name));
    std::string_view const before = first_word(other);
    // "J.D." and "James", "Bill" and "William" may be one person; so may "Mary Ann" and "Mary".
    bool const alike = before.front() == given.front() || before.find('.') != std::string_view::npos ||
                       given.find('.') != std::string_view::npos;
    if (before == given || (alike && !one_letter_apart(before, given))) continue;
    result.push_back({at->second, named});
  }
  return result;
}

std::vector<TitlePair> title_conflicts(Article const& article) {
  std::vector<TitlePair> result;
  AttributionWords const& words = AttributionWords::builtin();
  std::map<std::pair<EntityId, std::uint16_t>, TitledName> first;
  for (TitledName const& named : titled_names(article)) {
    std::string const title = title_key(article, named.title);
    std::uint16_t const set = words.exclusive_set(title);
    if (set == 0 || named.former || !named.affiliation.empty()) continue;
    auto const [at, fresh] = first.try_emplace({named.entity, set}, named);
    if (fresh || words.exclusive_member(title_key(article, at->second.title)) == words.exclusive_member(title))
      continue;
    result.push_back({at->second, named});
  }
  return result;
}

std::vector<TitlePair> office_conflicts(Article const& article) {
  std::vector<TitlePair> result;
  AttributionWords const& words = AttributionWords::builtin();
  std::map<std::string, TitledName> holder;                          // country and office
  std::map<std::pair<EntityId, std::string>, TitledName> country_of; // person and office
  for (TitledName const& named : titled_names(article)) {
    std::string const title = title_key(article, named.title);
    if (named.former || named.affiliation.empty() || !words.unique_office(title)) continue;
    std::string const country(article.document.folded_text(named.affiliation));
    auto const [same_person, first_office] = country_of.try_emplace({named.entity, title}, named);
    if (!first_office && article.document.folded_text(same_person->second.affiliation) != country) {
      result.push_back({same_person->second, named});
      continue;
    }
    auto const [same_office, first_holder] = holder.try_emplace(country + ' ' + title, named);
    if (!first_holder && same_office->second.entity != named.entity) result.push_back({same_office->second, named});
  }
  return result;
}

std::vector<LateIntroduction> late_introductions(Article const& article) {
  std::vector<LateIntroduction> result;
  for (Entity const& entity : article.entities) {
    if (entity.kind != EntityKind::person) continue;
    Span surname;
    for (Span const mention : entity.mentions) {
      if (region_kind(article, mention.begin) != RegionKind::body || article.in_quotation(mention)) continue;
      bool const full = article.document.text(mention).find(' ') != std::string_view::npos;
      if (!full && surname.empty()) {
        surname = mention;
        Span const title = word_before(article, mention.begin); // "President Obama" is introduction enough
        if (!title.empty() && (classes_of(article, title) & (title_word | role_word)) != 0) break;
      }
      if (full) {
        if (!surname.empty()) result.push_back({surname, mention});
        break;
      }
    }
  }
  return result;
}

std::vector<Span> unintroduced_speakers(Article const& article) {
  std::vector<Span> result;
  std::vector<char> done(article.entities.size());
  for (Attribution const& attribution : article.attributions) {
    if (attribution.speaker >= article.entities.size() || done[attribution.speaker]) continue;
    done[attribution.speaker] = 1;
    Entity const& entity = article.entities[attribution.speaker];
    if (entity.kind != EntityKind::person || entity.surname != entity.name || !entity.title.empty()) continue;
    // Known as a person (by "he said" or an honorific), but never with a given name or an office.
    if (entity.gender != Gender::unknown && region_kind(article, attribution.source.begin) == RegionKind::body)
      result.push_back(attribution.source);
  }
  return result;
}

/// Two neighbouring letters are exchanged. Another letter proves nothing: many acronyms come from another language.
static bool swapped(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

std::vector<AcronymFault> acronym_faults(Article const& article) {
  std::vector<AcronymFault> result;
  std::string_view const text = article.document.plain;
  for (Entity const& entity : article.entities) {
    if (entity.kind != EntityKind::organization) continue;
    for (Span const mention : entity.mentions) {
      if (text.substr(mention.end, 2) != " (") continue;
      std::uint32_t const begin = mention.end + 2;
      std::uint32_t end = begin;
      while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
      if (end - begin < 3 || end >= text.size() || text[end] != ')') continue;
      std::string initials;
      bool start = true, plain = true;
      for (char const c : article.document.text(mention)) {
        if (start && c >= 'A' && c <= 'Z') initials += c;
        if (c == '-' || c == '&' || static_cast<unsigned char>(c) >= 0x80) plain = false;
        start = c == ' ';
      }
      std::string_view const acronym = text.substr(begin, end - begin);
      if (!plain || initials == acronym || initials.size() != acronym.size() || !swapped(initials, acronym)) continue;
      result.push_back({{begin, end}, mention, initials});
    }
  }
  std::sort(result.begin(), result.end(),
            [](AcronymFault const& a, AcronymFault const& b) { return a.acronym < b.acronym; });
  return result;
}

std::vector<CountedNames> counted_relatives(Article const& article) {
  std::vector<CountedNames> result;
  std::string_view const plain = article.document.plain;
  std::string_view const folded = article.document.folded;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (claim.kind != Kind::count || claim.hedge != Hedge::none || claim.guards.quoted || !claim.figure.exact_known ||
        claim.subject.head.empty())
      continue;
    std::string_view const head = article.document.folded_text(claim.subject.head);
    bool const relatives = head == "children" || head == "sons" || head == "daughters" || head == "brothers" ||
                           head == "sisters" || head == "siblings" || head == "grandchildren";
    if (!relatives) continue;
    std::uint32_t at = std::max(claim.span.end, claim.subject.phrase.end);
    if (at >= plain.size() || (plain[at] != ',' && plain[at] != ':')) continue;
    // Capitalised names divided by commas and one "and", up to the end of the sentence or a semicolon.
    std::uint32_t const begin = ++at;
    std::uint32_t names = 0, words = 0;
    bool closed = false, joined = false;
    while (at < plain.size() && words < 40) {
      if (plain[at] == ' ') {
        ++at;
        continue;
      }
      if (plain[at] == ',') {
        if (joined) break; // behind "and" a comma begins something else
        ++at;
        continue;
      }
      if (plain[at] == '.' || plain[at] == ';') {
        closed = true;
        break;
      }
      std::uint32_t end = at;
      while (end < plain.size() && is_word_byte(plain[end])) ++end;
      if (end == at) break;
      ++words;
      if (folded.substr(at, end - at) == "and") {
        joined = true;
      } else if (plain[at] >= 'A' && plain[at] <= 'Z') {
        bool const fresh = plain[at - 1] == ' ' && (at < 4 || plain[at - 2] == ',' || plain[at - 2] == ':' ||
                                                    folded.substr(at - 4, 4) == "and ");
        names += fresh;
      } else {
        break;
      }
      at = end;
    }
    if (closed && joined && names >= 2) result.push_back({id, {begin + 1, at}, names});
  }
  return result;
}

std::vector<LateSpeaker> late_speakers(Article const& article) {
  std::vector<LateSpeaker> result;
  std::unordered_map<EntityId, Span> late;
  for (EntityId id = 0; id < article.entities.size(); ++id) {
    if (article.entities[id].kind != EntityKind::person) continue;
    for (Span const mention : article.entities[id].mentions) {
      if (article.in_quotation(mention)) continue;
      std::uint32_t begin = mention.begin;
      Span word = word_before(article, begin);
      if (!word.empty() && (classes_of(article, word) & title_word) != 0)
        word = word_before(article, begin = word.begin); // the late Sen. Hale
      if (word.empty() || article.document.folded_text(word) != "late") continue;
      Span const the = word_before(article, word.begin);
      if (!the.empty() && article.document.folded_text(the) == "the")
        late.try_emplace(id, Span{the.begin, mention.end});
    }
  }
  if (late.empty()) return result;
  for (Attribution const& attribution : article.attributions) {
    auto const found = late.find(attribution.speaker);
    if (found == late.end() || article.document.folded_text(attribution.cue) != "says") continue;
    result.push_back({found->second, attribution.cue});
  }
  return result;
}

} // namespace claimcheck::resolve
