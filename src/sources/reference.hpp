// All knowledge in one: the user's facts before the pack, the pack before what was fetched.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "claim/reference.hpp"
#include "sources/fact_table.hpp"
#include "sources/online.hpp"

namespace claimcheck::sources {

/// The pack and the facts that the program carries (data/). The first call costs a few milliseconds; thread-safe.
reference::FactSource const& builtin_source();

/// The notices of the program's own sources, in the order of data/sources.yaml.
std::vector<reference::SourceInfo> builtin_notices();

class Bundle : public reference::Reference {
 public:
  /// `user` may be null; `live` as well: then nothing leaves the machine.
  explicit Bundle(std::shared_ptr<FactTable const> user = nullptr, std::shared_ptr<Online const> live = nullptr);

  std::string_view id() const override { return "reference"; }
  /// The user's candidates first; one that a user describes replaces the pack's of the same id.
  std::vector<reference::Candidate> resolve(reference::Mention const& mention, std::size_t limit = 64) const override;
  /// The facts of the first layer that knows any. The populations of countries are asked of all layers: they differ by
  /// year.
  std::vector<reference::Fact> lookup(std::string_view entity, reference::Property property,
                                      std::optional<Days> day = {}) const override;
  std::vector<std::string> unavailable() const override;
  std::vector<std::string> unrecorded() const override;
  std::string folded(std::string_view name) const override;
  bool holds(reference::Property property) const override;
  std::string unanswered(std::string_view entity, reference::Property property) const override;
  std::string unanswered(reference::Mention const& mention) const override;
  reference::Way measure(reference::GeoPoint from, reference::GeoPoint to) const override;
  std::optional<reference::Extent> extent(std::string_view entity) const override;
  std::vector<reference::SourceInfo> sources() const override;

 private:
  /// The user's facts of an entity of any layer. A name in them stands for the largest place that bears it.
  std::vector<reference::Fact> of_user(std::string_view entity, reference::Property property,
                                       std::optional<Days> day) const;

  std::shared_ptr<FactTable const> user_;
  std::shared_ptr<Online const> live_;
};

} // namespace claimcheck::sources
