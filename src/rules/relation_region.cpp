#include "rules/relation.hpp"

namespace claimcheck::rules {

std::vector<Relation> region_relations() { return {}; }

} // namespace claimcheck::rules
