// Facts in memory: what hand-written YAML, a user's CSV or SQLite file, or a live source said, ready to be asked.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/reference.hpp"

namespace claimcheck::sources {

/// Filled by readers, then only read: lookups from several threads need no lock.
class FactTable : public reference::FactSource {
 public:
  FactTable(std::string id, reference::Origin origin) : id_(std::move(id)), origin_(origin) {}

  /// Keeps a source's description and returns its lasting address; the same key returns the first one.
  reference::SourceInfo const* add_source(reference::SourceInfo info);
  /// False when an entity with this id is there already; its new names are added all the same.
  bool add_entity(reference::Candidate entity, std::vector<std::string> const& names,
                  reference::NameMatch match = reference::NameMatch::main);
  void add_name(std::string_view entity, std::string_view name, reference::NameMatch match);
  /// `subject` and `object` may be ids, ISO country codes or names; they are made ids here.
  void add_fact(reference::Fact fact);
  /// The id that a subject as written stands for: an entity of this table, `iso:TR` for TR, else `name:` and the folded
  /// name.
  std::string canonical(std::string_view subject) const;

  std::size_t entity_count() const { return entities_.size(); }
  std::size_t fact_count() const { return facts_.size(); }
  std::vector<reference::SourceInfo> sources() const { return {sources_.begin(), sources_.end()}; }
  std::deque<reference::Fact> const& facts() const { return facts_; }
  std::deque<reference::Candidate> const& entities() const { return entities_; }
  reference::Candidate const* entity(std::string_view id) const;

  std::string_view id() const override { return id_; }
  std::vector<reference::Candidate> resolve(reference::Mention const& mention, std::size_t limit = 64) const override;
  std::vector<reference::Fact> lookup(std::string_view entity, reference::Property property,
                                      std::optional<Days> day = {}) const override;

 private:
  struct Named {
    std::size_t entity;
    reference::NameMatch match;
  };
  std::string id_;
  reference::Origin origin_;
  std::deque<reference::SourceInfo> sources_; // addresses last
  std::deque<reference::Candidate> entities_;
  std::deque<reference::Fact> facts_;
  std::unordered_map<std::string, std::size_t> entity_by_id_;
  std::unordered_multimap<std::string, Named> by_name_;
  std::unordered_multimap<std::string, std::size_t> fact_by_subject_;
};

/// Of values that carry their own date, those nearest to the day; facts without one stay. For populations and the like.
void keep_nearest(std::vector<reference::Fact>& facts, Days day);

} // namespace claimcheck::sources
