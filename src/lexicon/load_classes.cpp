// classes.yaml: named sets of words; singulars.yaml: plural -> singular where no rule helps.
#include "lexicon/loader.hpp"

namespace claimcheck {

void load_classes(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "classes", [&](std::string const& name, yaml::Node const& list) {
    WordClass& words = loader.classes()[name];
    loader.scalars(&list, [&](std::string const& word, yaml::Node const&) { words.add(word, {}); });
    if (words.size() == 0) loader.fault(list, "the class `" + name + "` is empty");
  });
}

void load_singulars(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "singulars", [&](std::string const& plural, yaml::Node const& singular) {
    loader.irregular_singulars()[plural] = singular.scalar;
  });
}

} // namespace claimcheck
