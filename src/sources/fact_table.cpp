#include "sources/fact_table.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "sources/pack.hpp"

namespace claimcheck::sources {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::NameMatch;
using reference::SourceInfo;

SourceInfo const* FactTable::add_source(SourceInfo info) {
  auto const same =
      std::find_if(sources_.begin(), sources_.end(), [&](SourceInfo const& known) { return known.key == info.key; });
  if (same != sources_.end()) return &*same;
  return &sources_.emplace_back(std::move(info));
}

bool FactTable::add_entity(Candidate entity, std::vector<std::string> const& names, NameMatch match) {
  std::string const id = entity.id;
  bool const fresh = entity_by_id_.emplace(id, entities_.size()).second;
  if (fresh) entities_.push_back(std::move(entity));
  for (auto const& name : names) add_name(id, name, match);
  return fresh;
}

void FactTable::add_name(std::string_view entity, std::string_view name, NameMatch match) {
  auto const known = entity_by_id_.find(std::string(entity));
  std::string const key = Pack::builtin().fold(name);
  if (known == entity_by_id_.end() || key.empty()) return;
  auto const [first, last] = by_name_.equal_range(key);
  for (auto it = first; it != last; ++it)
    if (it->second.entity == known->second) {
      it->second.match = std::min(it->second.match, match);
      return;
    }
  by_name_.emplace(key, Named{known->second, match});
}

std::string FactTable::canonical(std::string_view subject) const {
  std::string text(subject);
  if (entity_by_id_.contains(text) || text.find(':') != std::string::npos) return text;
  if (text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z') return "iso:" + text;
  std::string const key = Pack::builtin().fold(text);
  auto const [first, last] = by_name_.equal_range(key);
  if (first != last && std::next(first) == last) return entities_[first->second.entity].id;
  return "name:" + key;
}

void FactTable::add_fact(Fact fact) {
  fact.subject = canonical(fact.subject);
  if (!fact.object.empty()) fact.object = canonical(fact.object);
  fact.origin = origin_;
  fact_by_subject_.emplace(fact.subject, facts_.size());
  facts_.push_back(std::move(fact));
}

Candidate const* FactTable::entity(std::string_view id) const {
  auto const known = entity_by_id_.find(std::string(id));
  return known == entity_by_id_.end() ? nullptr : &entities_[known->second];
}

std::vector<Candidate> FactTable::resolve(reference::Mention const& mention, std::size_t limit) const {
  std::vector<Candidate> found;
  auto const [first, last] = by_name_.equal_range(Pack::builtin().fold(mention.name));
  for (auto it = first; it != last; ++it) {
    Candidate const& entity = entities_[it->second.entity];
    if (!mention.types.empty() &&
        std::find(mention.types.begin(), mention.types.end(), entity.type) == mention.types.end())
      continue;
    found.push_back(entity);
    found.back().match = it->second.match;
  }
  std::sort(found.begin(), found.end(), [](Candidate const& a, Candidate const& b) {
    return std::tuple(a.match, -std::int64_t{a.population}, std::string_view(a.id)) <
           std::tuple(b.match, -std::int64_t{b.population}, std::string_view(b.id));
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::vector<Fact> FactTable::lookup(std::string_view entity, reference::Property property,
                                    std::optional<Days> day) const {
  std::vector<std::size_t> order;
  auto const [first, last] = fact_by_subject_.equal_range(std::string(entity));
  for (auto it = first; it != last; ++it)
    if (facts_[it->second].property == property && (!day || valid_on(facts_[it->second], *day)))
      order.push_back(it->second);
  std::sort(order.begin(), order.end());
  std::vector<Fact> found;
  for (std::size_t const i : order) found.push_back(facts_[i]);
  if (day) keep_nearest(found, *day);
  return found;
}

void keep_nearest(std::vector<Fact>& facts, Days day) {
  auto const year_of = [](Fact const& fact) -> std::optional<int> {
    int year = 0;
    if (fact.as_of.size() < 4 || !fact.value) return {};
    if (std::from_chars(fact.as_of.data(), fact.as_of.data() + 4, year).ptr != fact.as_of.data() + 4) return {};
    return year;
  };
  int const wanted = static_cast<int>(std::chrono::year_month_day(day).year());
  int nearest = 1 << 20;
  for (auto const& fact : facts)
    if (auto const year = year_of(fact)) nearest = std::min(nearest, std::abs(*year - wanted));
  std::erase_if(facts, [&](Fact const& fact) {
    auto const year = year_of(fact);
    return year && std::abs(*year - wanted) > nearest;
  });
}

} // namespace claimcheck::sources
