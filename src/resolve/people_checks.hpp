// What an editor would ask about the names of an article. Plain findings of fact; rules decide what to say about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::resolve {

/// At most one letter is added, left out, exchanged for another or swapped with its neighbour. Bytes are compared.
bool one_letter_apart(std::string_view a, std::string_view b);

/// A name that differs by one letter from one that the article uses more often, both in places where persons stand.
struct NameVariant {
  Span variant;            ///< the odd one, its surname or whole name
  Span usual;              ///< the first place of the other
  std::uint32_t times = 0; ///< how often the usual one stands
};
/// Silent about nationalities and countries, plurals, words that the text also writes in lower case, different given
/// names, and names inside quotations. Linear: names meet through the words that are left when one letter is taken out.
std::vector<NameVariant> name_variants(Article const& article);

/// Two spellings of one name by different ways of writing a foreign script (people.yaml, `transliterations`), outside
/// quotations.
std::vector<NameVariant> transliterations(Article const& article);

/// A person's name with the title before it: "Ukrainian foreign minister Dmytro Kuleba".
struct TitledName {
  Span name;
  Span title;       ///< "foreign minister"
  Span affiliation; ///< "Ukrainian"; may be empty
  EntityId entity = 0;
  bool former = false; ///< "former", "then", "acting", "the late"
};
/// Outside quotations, in reading order.
std::vector<TitledName> titled_names(Article const& article);

struct TitlePair {
  TitledName first, second;
};
/// One surname with one title and two given names: "Mayor John Hale ... Mayor Jack Hale".
std::vector<TitlePair> given_name_conflicts(Article const& article);
/// One surname with two given names and no title, in a text that tells of no relatives: names one letter apart ("Tommy
/// Whittle ... Timmy Whittle"), or another name that stands once, after the person was named and taken up by the
/// surname.
std::vector<TitlePair> changed_given_names(Article const& article);
/// One person with two titles of which nobody holds both (people.yaml, `exclusive_titles`).
std::vector<TitlePair> title_conflicts(Article const& article);
/// One office of one country with two holders, or one holder of one office in two countries.
std::vector<TitlePair> office_conflicts(Article const& article);

struct LateIntroduction {
  Span surname; ///< the first mention in the body
  Span full;    ///< the full name that follows
};
std::vector<LateIntroduction> late_introductions(Article const& article);

/// A speaker of whom the text gives a surname only.
std::vector<Span> unintroduced_speakers(Article const& article);

struct AcronymFault {
  Span acronym;         ///< "ICO"
  Span expansion;       ///< "International Olympic Committee"
  std::string initials; ///< "IOC"
};
/// "International Olympic Committee (ICO)": the initials with two neighbours exchanged.
std::vector<AcronymFault> acronym_faults(Article const& article);

struct CountedNames {
  ClaimId count = no_id;
  Span list;
  std::uint32_t names = 0;
};
/// "three children, Ann and Bob": relatives that are counted and then named one by one.
std::vector<CountedNames> counted_relatives(Article const& article);

/// Somebody who is called late and speaks in the present tense.
struct LateSpeaker {
  Span late; ///< "the late Jane Hale"
  Span cue;  ///< "says"
};
std::vector<LateSpeaker> late_speakers(Article const& article);

} // namespace claimcheck::resolve
