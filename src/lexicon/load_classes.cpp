// classes.yaml: named sets of words; singulars.yaml: plural -> singular where no rule helps.
#include "lexicon/loader.hpp"

namespace claimcheck {

void load_classes(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "classes", [&](std::string const& name, yaml::Node const& list) {
    WordClass& words = loader.classes()[name];
    loader.scalars(&list, [&](std::string const& word, yaml::Node const&) { words.add(word, {}); });
    // Classes that the scanner itself asks for at the beginning of a claim.
    static std::map<std::string, std::uint32_t> const families{{"idiom", family_idiom},
                                                               {"name before", family_name_before},
                                                               {"name before capital", family_name_before},
                                                               {"age before", family_age},
                                                               {"age verb", family_age},
                                                               {"decades of life", family_age},
                                                               {"figure word", family_numeral}};
    auto const family = families.find(name);
    if (family != families.end())
      words.each([&](std::string const& word, Unmarked) { loader.lexicon.gate.add(word, family->second); });
    if (words.size() == 0) loader.fault(list, "the class `" + name + "` is empty");
  });
}

void load_singulars(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "singulars", [&](std::string const& plural, yaml::Node const& singular) {
    loader.irregular_singulars().add(plural, singular.scalar);
  });
}

} // namespace claimcheck
