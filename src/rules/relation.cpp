#include "rules/relation.hpp"

namespace claimcheck::rules {

std::vector<Relation> const& relations() {
  static std::vector<Relation> const table = [] {
    std::vector<Relation> out;
    for (auto const& family :
         {headline_relations(),     headline_word_relations(), region_relations(),      mention_relations(),
          toll_relations(),         named_relations(),         cited_relations(),       life_relations(),
          total_relations(),        money_relations(),         step_relations(),        series_relations(),
          list_relations(),         table_relations(),         statistics_relations(),  attribution_relations(),
          people_relations(),       date_relations(),          place_relations(),       area_relations(),
          office_relations(),       known_date_relations(),    known_value_relations(), way_relations(),
          known_people_relations(), desk_relations(),          age_relations(),         later_relations(),
          change_relations()})
      out.insert(out.end(), family.begin(), family.end());
    return out;
  }();
  return table;
}

Relation const* relation_named(std::string_view name) {
  for (Relation const& relation : relations())
    if (relation.name == name) return &relation;
  return nullptr;
}

} // namespace claimcheck::rules
