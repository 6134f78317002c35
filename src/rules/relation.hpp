// Relations: what no pattern can find. Each is a function from an article to the matches it sees, with its roles
// documented.
//
// To add a family: write src/rules/relation_FAMILY.cpp with a function that returns its relations, and name it in
// relation.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "rules/binding.hpp"

namespace claimcheck::rules {

/// One name that a rule with `on: the-relation` may use.
struct Role {
  std::string_view name;
  std::string_view kinds; ///< of a claim or of a list's items, as in a hole; empty for a text or value
  Type type;              ///< where `kinds` is empty
  bool list = false;
  std::string_view documentation;
};

struct Relation {
  std::string_view name;
  std::string_view documentation;
  std::vector<Role> roles;
  /// Bindings whose slots stand in the order of the roles. A slot may be SlotKind::none.
  std::vector<Binding> (*find)(Article const& article);
};

/// All relations, by family.
std::vector<Relation> const& relations();
/// nullptr when there is none of that name.
Relation const* relation_named(std::string_view name);

std::vector<Relation> headline_relations();
std::vector<Relation> headline_word_relations();
std::vector<Relation> region_relations();
std::vector<Relation> mention_relations();
std::vector<Relation> toll_relations();
std::vector<Relation> named_relations();
std::vector<Relation> cited_relations();
std::vector<Relation> life_relations();
std::vector<Relation> total_relations();
std::vector<Relation> change_relations();
std::vector<Relation> money_relations();
std::vector<Relation> step_relations();
std::vector<Relation> series_relations();
std::vector<Relation> list_relations();
std::vector<Relation> table_relations();
std::vector<Relation> statistics_relations();
std::vector<Relation> attribution_relations();
std::vector<Relation> people_relations();
std::vector<Relation> date_relations();
std::vector<Relation> place_relations();
std::vector<Relation> area_relations();
std::vector<Relation> office_relations();
std::vector<Relation> known_date_relations();
std::vector<Relation> known_value_relations();
std::vector<Relation> way_relations();
std::vector<Relation> known_people_relations();
std::vector<Relation> desk_relations();
std::vector<Relation> age_relations();
std::vector<Relation> later_relations();

} // namespace claimcheck::rules
