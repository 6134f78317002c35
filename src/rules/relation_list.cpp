#include "rules/relation.hpp"

namespace claimcheck::rules {

std::vector<Relation> list_relations() { return {}; }

} // namespace claimcheck::rules
