// One surname with two given names, of which one may be a slip: "Sergey Lavrov ... Igor Lavrov".
#include <algorithm>
#include <map>

#include "resolve/attribution_words.hpp"
#include "resolve/people_checks.hpp"

namespace claimcheck::resolve {
namespace {

constexpr std::size_t shortest_given = 4; ///< below, one letter makes another name: Ann and Anna, Jo and Joe
constexpr std::size_t shortest_surname = 4;

/// A person of the text by given name and surname, as the text writes them.
struct Bearer {
  std::string given;
  bool person = false;
  bool titled = false;      ///< "Foreign Minister Sergey Lavrov"
  std::uint64_t sexes = 0;  ///< of the given name, as classes
  Span first;               ///< the first mention with the given name
  std::uint32_t full = 0;   ///< mentions with the given name
  std::uint32_t in_all = 0; ///< the surname alone included
};

/// A brother, a wife, a family: then two given names are two people.
bool tells_of_kin(Article const& article) {
  WordClass const* const kin = article.lexicon->word_class("kin-word");
  if (kin == nullptr) return true;
  std::string_view const text = article.document.folded;
  bool start = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (start && is_word_byte(text[at]) && kin->longest(text.data() + at, text.data() + text.size())) return true;
    start = !is_word_byte(text[at]);
  }
  return false;
}

bool is_initial(std::string_view given) { return given.size() < 3 || given.find('.') != std::string_view::npos; }

/// A comma or bracket behind the name, or a word for what the person is before it: the text says who that is, so that
/// it is another person.
bool is_introduced(Article const& article, Span name) {
  std::string_view const text = article.document.folded;
  if (name.end < text.size() && (text[name.end] == ',' || text.substr(name.end, 2) == " (")) return true;
  if (name.begin < 2 || text[name.begin - 1] != ' ' || !is_word_byte(text[name.begin - 2])) return false;
  std::uint32_t begin = name.begin - 1;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  std::string_view const word = text.substr(begin, name.begin - 1 - begin);
  WordInfo const* const info = AttributionWords::builtin().find(word);
  return !contains(*article.lexicon->figure_words.noun_stop, word) && (info == nullptr || info->verb.uses == 0);
}

} // namespace

std::vector<TitlePair> changed_given_names(Article const& article) {
  std::map<std::string, std::vector<Bearer>> by_surname;
  for (Entity const& entity : article.entities) {
    if ((entity.kind != EntityKind::person && entity.kind != EntityKind::unknown) ||
        std::count(entity.name.begin(), entity.name.end(), ' ') != 1)
      continue;
    Bearer bearer;
    std::string const name = text::fold(entity.name);
    bearer.given = name.substr(0, name.find(' '));
    std::string const surname = name.substr(name.find(' ') + 1);
    if (surname.size() < shortest_surname || is_initial(bearer.given)) continue;
    WordInfo const* const info = AttributionWords::builtin().find(bearer.given);
    bearer.sexes = info == nullptr ? 0 : info->classes & (male_name | female_name);
    bearer.titled = !entity.title.empty();
    bearer.person = entity.kind == EntityKind::person || bearer.sexes != 0; // not New Orleans, Black Friday
    for (Span const mention : entity.mentions) {
      bool const full = article.document.folded_text(mention) == name;
      if (full && (bearer.full++ == 0 || mention < bearer.first)) bearer.first = mention;
      ++bearer.in_all;
    }
    if (bearer.full > 0) by_surname[surname].push_back(std::move(bearer));
  }
  std::vector<TitlePair> result;
  bool asked = false, kin = false;
  for (auto& [surname, bearers] : by_surname) {
    if (bearers.size() != 2) continue;
    Bearer* usual = &bearers[0];
    Bearer* odd = &bearers[1];
    if (odd->first < usual->first) std::swap(usual, odd);
    bool const alike = usual->given.size() >= shortest_given && odd->given.size() >= shortest_given &&
                       one_letter_apart(usual->given, odd->given);
    // A different name altogether: only where it stands once, and the person was named with a title.
    bool const other_sex = usual->sexes != 0 && odd->sexes != 0 && (usual->sexes & odd->sexes) == 0;
    bool const slip =
        alike || (odd->full == 1 && odd->in_all == 1 && usual->person && odd->person && usual->titled && !odd->titled &&
                  !other_sex && usual->given.front() != odd->given.front() && !is_introduced(article, odd->first));
    if (!slip || article.in_quotation(odd->first) || article.in_quotation(usual->first)) continue;
    if (article.document.sentence_at(odd->first.begin) == article.document.sentence_at(usual->first.begin)) continue;
    if (!asked) kin = tells_of_kin(article);
    asked = true;
    if (kin) return {};
    TitledName first, second;
    first.name = usual->first, second.name = odd->first;
    result.push_back({first, second});
  }
  std::sort(result.begin(), result.end(),
            [](TitlePair const& a, TitlePair const& b) { return a.second.name < b.second.name; });
  return result;
}

} // namespace claimcheck::resolve
