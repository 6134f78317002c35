#include "rules/relation.hpp"

namespace claimcheck::rules {

std::vector<Relation> table_relations() { return {}; }

} // namespace claimcheck::rules
