// Who holds an office: "Ukrainian foreign minister Dmytro Kuleba", "U.N. Secretary-General Antonio Guterres".
#include <algorithm>
#include <optional>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_names.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;

namespace {

constexpr std::size_t longest_title = 5, longest_name = 4;
constexpr std::chrono::days handover{10}; ///< a text may still name the one who has just left, or already the next

struct Word {
  Span span;
  bool capital = false;
};

/// The words from an offset to the end of its sentence, as long as nothing but single spaces separates them.
std::vector<Word> words_from(Article const& article, std::uint32_t at, std::uint32_t end, std::size_t most) {
  std::string const& folded = article.document.folded;
  std::vector<Word> words;
  while (at < end && words.size() < most) {
    if (folded[at] == ' ') ++at;
    std::uint32_t const begin = at;
    while (at < end && (is_word_byte(folded[at]) || ((folded[at] == '-' || folded[at] == '\'' || folded[at] == '.') &&
                                                     at + 1 < end && is_word_byte(folded[at + 1]))))
      ++at;
    if (at == begin) break;
    bool const capital = article.document.plain.compare(begin, at - begin, folded, begin, at - begin) != 0;
    words.push_back({{begin, at}, capital});
    if (at < end && folded[at] == '.' && at - begin == 1) ++at; // an initial
    if (at >= end || folded[at] != ' ') break;
  }
  return words;
}

/// The office that the words from `first` name, of a country or of none, by the longest title.
struct Title {
  Candidate office;
  std::size_t words = 0;
};
std::optional<Title> title_at(Article const& article, std::vector<Word> const& words, std::size_t first,
                              std::string const& country) {
  for (std::size_t n = std::min(longest_title, words.size() - first); n > 0; --n) {
    Span const span{words[first].span.begin, words[first + n - 1].span.end};
    for (Candidate& office : article.reference->resolve({article.document.text(span), {EntityType::office}}, 400))
      if (office.country == country) return Title{std::move(office), n};
  }
  return {};
}

struct OfficeStatement {
  Span phrase, title, person;
  Candidate office;
};

/// A name behind the title; at least two words, so that a surname alone, which may be anybody's, is not judged.
std::optional<Span> name_at(Article const& article, std::vector<Word> const& words, std::size_t first) {
  auto const& particles = article.lexicon->words("name-particle");
  auto const goes_on = [&](std::size_t at) { // "de" of "Luiz de Souza", not "on" of "Erdogan on Wednesday"
    return at + 1 < words.size() && words[at + 1].capital &&
           contains(particles, article.document.folded_text(words[at].span));
  };
  std::size_t n = 0;
  while (first + n < words.size() && n < longest_name && (words[first + n].capital || (n > 0 && goes_on(first + n))))
    ++n;
  if (n < 2) return {};
  return Span{words[first].span.begin, words[first + n - 1].span.end};
}

std::vector<OfficeStatement> statements(Article const& article) {
  std::vector<OfficeStatement> found;
  resolve::PlaceNames const names(article);
  auto const& denied = article.lexicon->words("not-in-office");
  for (auto const& run : names.runs()) {
    if (contains(denied, names.word_before(run.span.begin))) continue;
    std::uint32_t const end = article.document.sentences[run.sentence].end;
    auto words = words_from(article, run.span.begin, end, 12);
    for (std::size_t n = std::min<std::size_t>(3, words.size());
         n-- > 0;) { // the country: "Ukrainian", "South Korean", or none
      std::string country;
      if (n > 0) {
        Candidate const area = names.area({words[0].span.begin, words[n - 1].span.end});
        if (area.type != EntityType::country) continue;
        country = area.country;
      }
      if (n >= words.size()) continue;
      auto const title = title_at(article, words, n, country);
      if (!title) continue;
      auto const person = name_at(article, words, n + title->words);
      if (!person) break;
      found.push_back({{words[0].span.begin, person->end},
                       {words[0].span.begin, words[n + title->words - 1].span.end},
                       *person,
                       title->office});
      break;
    }
    // "Ukraine's foreign minister, Dmytro Kuleba" and "Ukraine's foreign minister Dmytro Kuleba"
    Candidate const area = names.area(run.span);
    std::string_view const rest = std::string_view(article.document.folded).substr(run.span.end);
    std::uint32_t const genitive = rest.starts_with("'s ") ? 3 : rest.starts_with("\xE2\x80\x99s ") ? 5 : 0;
    if (area.type != EntityType::country || genitive == 0) continue;
    words = words_from(article, run.span.end + genitive, end, 10);
    auto const title = words.empty() ? std::nullopt : title_at(article, words, 0, area.country);
    if (!title) continue;
    std::uint32_t behind = words[title->words - 1].span.end;
    if (article.document.folded.compare(behind, 2, ", ") == 0) behind += 2;
    auto const rest_words = words_from(article, behind, end, longest_name);
    if (auto const person = rest_words.empty() ? std::nullopt : name_at(article, rest_words, 0))
      found.push_back(
          {{run.span.begin, person->end}, {run.span.begin, words[title->words - 1].span.end}, *person, title->office});
  }
  return found;
}

std::string last_word(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }

/// The ledger's line for an office of which nobody can say who held it then.
Binding left_open(Article const& article, OfficeStatement const& statement, std::string_view verdict,
                  std::string reason) {
  Binding binding;
  binding.slots = {Slot::of_text(statement.person, article.document.text(statement.person)),
                   Slot::of_text(statement.title, article.document.text(statement.title))};
  binding.open = OpenQuestion{verdict, std::move(reason)};
  return binding;
}

std::vector<Binding> find_offices(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  reference::Reference const& reference = *article.reference;
  bool const inferred = article.date.day && !article.date.certain && article.date.candidates.size() <= 1;
  for (OfficeStatement const& statement : statements(article)) {
    if (!article.date.day || (!article.date.certain && !inferred)) {
      found.push_back(left_open(article, statement, "unresolved",
                                "the day on which the office was held is not certain: the article's date is not"));
      continue;
    }
    std::vector<Fact> holders = reference.lookup(statement.office.id, Property::holder, article.date.day);
    if (holders.empty()) {
      found.push_back(left_open(article, statement, "unverifiable",
                                "no source knows who was " + statement.office.name + " on that day"));
      continue;
    }
    for (Fact& recent : reference.lookup(statement.office.id, Property::holder, *article.date.day - handover))
      holders.push_back(std::move(recent));
    std::string_view const name = article.document.text(statement.person);
    std::string const folded = reference.folded(name);
    auto const persons = reference.resolve({name, {EntityType::person}}, 8);
    auto const is = [&](Fact const& tenure) {
      bool const known = std::any_of(persons.begin(), persons.end(),
                                     [&](Candidate const& person) { return person.id == tenure.object; });
      std::string const holder = reference.folded(tenure.text);
      return known || last_word(holder) == last_word(folded) || folded.find(holder) != std::string::npos;
    };
    bool const right = std::any_of(holders.begin(), holders.end(), is);
    if (!right) { // who held it at another time may be spoken of at that time
      auto const all = reference.lookup(statement.office.id, Property::holder);
      if (std::any_of(all.begin(), all.end(), is)) continue;
      if (inferred) {
        found.push_back(left_open(article, statement, "unresolved",
                                  "the article's year is inferred: " + holders.front().text + " held the office then"));
        continue;
      }
    }
    Fact const& holder = holders.front();
    Texts texts;
    Binding binding;
    binding.slots = {Slot::of_text(statement.person, name),
                     Slot::of_text(statement.title, article.document.text(statement.title)),
                     Slot::of_value(texts.value(holder.text)), Slot::of_value(Value::of(right)),
                     Slot::of_value(Value::of(holder.checked))};
    SourceCitation cited;
    if (holder.source != nullptr)
      cited = {holder.source->title, holder.source->licence, holder.source->as_of, holder.url, "", ""};
    cited.detail = statement.office.name + ": " + holder.text + (holder.checked ? "" : ", not cross-checked");
    binding.citations = {std::move(cited)};
    binding.texts = texts.keep();
    found.push_back(std::move(binding));
  }
  return found;
}

} // namespace

std::vector<Relation> office_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth);
  return {{"office-holder",
           "A person with the office that the text gives: \"Ukrainian foreign minister Dmytro Kuleba\". Only with "
           "--reference and a date of the document, and only where "
           "the reference knows who held the office on that day.",
           {{"person", "", text, false, "the person as named"},
            {"office", "", text, false, "the office as named"},
            {"holder", "", text, false, "who held it on the day of the article"},
            {"right", "", truth, false, "it is this person, or one who left or came within ten days"},
            {"checked", "", truth, false, "the tenure is confirmed by a second source"}},
           find_offices}};
}

} // namespace claimcheck::rules
