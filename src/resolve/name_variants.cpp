// Names that differ by a letter, and spellings that differ by the way of writing a foreign script.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.hpp"
#include "resolve/attribution_words.hpp"
#include "resolve/people_checks.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::size_t shortest = 5; ///< below, one letter makes another name: Lee and Lea
constexpr std::size_t longest = 24;
/// An article has a handful of such pairs; a list of thousands of like names is no article.
constexpr int most_lookups = 100;

bool plain_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); } // npos + 1 is 0
std::string_view first_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos ? std::string_view{} : name.substr(0, name.find(' '));
}

/// One surname as the text uses it.
struct Surname {
  std::string word;  ///< folded
  std::string given; ///< folded given name; empty when only the surname is met
  EntityId entity = 0;
  std::vector<Span> places; ///< also in quotations: the spelling there is the writer's, too
  std::size_t in_text = 0;  ///< how many of them are not in the headline
  bool person = false;
};

/// A title or honorific stands before, or the name is a source: a place where only persons stand.
bool in_person_slot(Article const& article, Span name, std::unordered_set<std::uint32_t> const& sources) {
  if (sources.contains(name.begin)) return true;
  std::string_view const text = article.document.folded;
  std::uint32_t end = name.begin;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.')) --end;
  std::uint32_t begin = end;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  WordInfo const* const info = AttributionWords::builtin().find(text.substr(begin, end - begin));
  return info != nullptr && (info->classes & (honorific | title_word)) != 0;
}

/// The word also stands in lower case somewhere: a common noun.
bool common_word(Article const& article, std::string_view word) {
  std::string_view const plain = article.document.plain;
  for (std::size_t at = plain.find(word); at != std::string_view::npos; at = plain.find(word, at + 1)) {
    bool const whole = (at == 0 || !is_word_byte(plain[at - 1])) &&
                       (at + word.size() == plain.size() || !is_word_byte(plain[at + word.size()]));
    if (whole) return true;
  }
  return false;
}

bool same_but_ending(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.size() == a.size() + 1 && b.starts_with(a); // Clinton, Clintons; Korea, Korean
}

/// "the Barry Bennetts of the world" have one letter more and are no other spelling.
bool plural_of(std::string_view plural, std::string_view word) {
  return plural.size() == word.size() + 1 && plural.back() == 's' && plural.starts_with(word);
}

/// The writer has seen it: "Angela Correy's [sic]".
bool marked_sic(Article const& article, Span name) {
  std::string_view const behind = std::string_view(article.document.folded).substr(name.end, 10);
  return behind.find("[sic]") != std::string_view::npos || behind.find("(sic)") != std::string_view::npos;
}

bool is_demonym(std::string_view word) {
  auto const has = [](std::string_view w) {
    WordInfo const* const info = AttributionWords::builtin().find(w);
    return info != nullptr && (info->classes & demonym) != 0;
  };
  return has(word) || (word.ends_with('s') && has(word.substr(0, word.size() - 1)));
}

bool is_listed_word(std::string_view word) {
  WordInfo const* const info = AttributionWords::builtin().find(word);
  return info != nullptr && ((info->classes & ~(male_name | female_name)) != 0 || info->verb.uses != 0);
}

} // namespace

bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() != b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size()) return true;
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

std::vector<NameVariant> name_variants(Article const& article) {
  std::vector<NameVariant> result;
  std::unordered_set<std::uint32_t> sources;
  for (Attribution const& attribution : article.attributions)
    if (!attribution.source.empty()) sources.insert(attribution.source.begin);
  std::vector<Surname> surnames;
  std::unordered_map<std::string, std::size_t> by_word_and_given;
  for (EntityId id = 0; id < article.entities.size(); ++id) {
    Entity const& entity = article.entities[id];
    if (entity.kind != EntityKind::person && entity.kind != EntityKind::unknown) continue;
    if (std::count(entity.name.begin(), entity.name.end(), ' ') > 2) continue;
    std::string word = text::fold(
        last_word(entity.surname.empty() ? std::string_view(entity.name) : std::string_view(entity.surname)));
    if (word.size() < shortest || word.size() > longest || !plain_letters(word) || is_demonym(word) ||
        is_listed_word(word))
      continue;
    Surname surname;
    surname.given = text::fold(first_word(entity.name));
    surname.entity = id;
    surname.person = entity.kind == EntityKind::person;
    surname.places = entity.mentions;
    if (surname.places.empty()) continue;
    surname.word = std::move(word);
    auto const [at, fresh] = by_word_and_given.try_emplace(surname.word + ' ' + surname.given, surnames.size());
    if (fresh)
      surnames.push_back(std::move(surname));
    else
      surnames[at->second].places.insert(surnames[at->second].places.end(), surname.places.begin(),
                                         surname.places.end());
  }
  for (Surname& surname : surnames) {
    std::sort(surname.places.begin(), surname.places.end());
    for (Span const place : surname.places) {
      std::uint32_t const region = article.document.region_at(place.begin);
      surname.in_text += region >= article.document.regions.size() ||
                         article.document.regions[region].kind != text::RegionKind::headline;
    }
  }
  // Two words one letter apart share what is left of them when one letter is taken out (or are equal then).
  // They meet through its hash: whether they are one letter apart is looked at afterwards.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rests;
  std::string rest;
  for (std::uint32_t i = 0; i < surnames.size(); ++i) {
    std::string const& word = surnames[i].word;
    rests.emplace_back(word_key(word), i);
    for (std::size_t k = 0; k < word.size(); ++k) {
      rest.assign(word, 0, k).append(word, k + 1);
      rests.emplace_back(word_key(rest), i);
    }
  }
  std::sort(rests.begin(), rests.end());
  rests.erase(std::unique(rests.begin(), rests.end()), rests.end());
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t from = 0, to = 0; from < rests.size(); from = to) {
    while (to < rests.size() && rests[to].first == rests[from].first) ++to;
    std::size_t const most = std::min(to, from + 16);
    for (std::size_t a = from; a < most; ++a)
      for (std::size_t b = a + 1; b < most; ++b) pairs.emplace_back(rests[a].second, rests[b].second);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  int looked_up = 0;
  for (auto [i, k] : pairs) {
    if (surnames[i].in_text < surnames[k].in_text ||
        (surnames[i].in_text == surnames[k].in_text && surnames[i].places.front() > surnames[k].places.front()))
      std::swap(i, k);
    Surname const& usual = surnames[i];
    Surname const& odd = surnames[k];
    if (usual.word == odd.word || !one_letter_apart(usual.word, odd.word)) continue;
    if (plural_of(odd.word, usual.word) || plural_of(usual.word, odd.word)) continue;
    if (marked_sic(article, odd.places.front()) || marked_sic(article, usual.places.front())) continue;
    bool const same_given = !usual.given.empty() && usual.given == odd.given;
    if (!same_given) {
      if (!odd.given.empty()) continue; // another person with a given name of his own
      if (same_but_ending(usual.word, odd.word)) continue;
      if (usual.given.empty() || !usual.person) continue;
      if (odd.places.size() > 1 && odd.places.size() * 2 > usual.places.size()) continue;
      if (!in_person_slot(article, odd.places.front(), sources)) continue;
    } else if (!usual.person && !odd.person) {
      continue; // places and products share first words, too
    }
    if (++looked_up > most_lookups) break;
    if (common_word(article, odd.word) || common_word(article, usual.word)) continue;
    result.push_back({odd.places.front(), usual.places.front(), static_cast<std::uint32_t>(usual.places.size())});
  }
  std::sort(result.begin(), result.end(),
            [](NameVariant const& a, NameVariant const& b) { return a.variant < b.variant; });
  return result;
}

std::vector<NameVariant> transliterations(Article const& article) {
  std::vector<NameVariant> result;
  AttributionWords const& words = AttributionWords::builtin();
  // Of each set of spellings: where each of them stands.
  // A given name is compared only where the rest of the name is the same.
  std::map<std::pair<std::uint16_t, std::string>, std::map<std::string, std::vector<Span>>> sets;
  for (Entity const& entity : article.entities)
    for (Span const place : entity.mentions) {
      if (entity.kind == EntityKind::organization) continue;
      std::string_view const text = article.document.folded_text(place);
      for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find(' ', at), text.size());
        std::string_view const word = text.substr(at, end - at);
        if (std::uint16_t const set = words.transliteration(word); set != 0 && !article.in_quotation(place))
          sets[{set,
                at == 0 && end < text.size() ? std::string(text.substr(end + 1)) : std::string()}][std::string(word)]
              .push_back({place.begin + static_cast<std::uint32_t>(at), place.begin + static_cast<std::uint32_t>(end)});
        at = end + 1;
      }
    }
  for (auto& [set, spellings] : sets) {
    if (spellings.size() < 2) continue;
    std::vector<std::vector<Span>> places;
    for (auto& [spelling, list] : spellings) {
      std::sort(list.begin(), list.end());
      places.push_back(std::move(list));
    }
    std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) {
      return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
    });
    for (std::size_t i = 1; i < places.size(); ++i)
      result.push_back({places[i].front(), places[0].front(), static_cast<std::uint32_t>(places[0].size())});
  }
  std::sort(result.begin(), result.end(),
            [](NameVariant const& a, NameVariant const& b) { return a.variant < b.variant; });
  return result;
}

} // namespace claimcheck::resolve
