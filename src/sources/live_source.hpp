// Wikidata, Wikipedia and the World Bank as a layer of the reference. Asked only with --online; a failure is a silence
// with a reason.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "claim/reference.hpp"
#include "sources/fetcher.hpp"

namespace claimcheck::sources {

class LiveSource : public reference::FactSource {
 public:
  /// The fetcher must outlive the source. Calls from several threads take turns: the hosts' rates are shared.
  explicit LiveSource(Fetcher& fetcher);

  std::string_view id() const override { return "live"; }
  std::vector<reference::Candidate> resolve(reference::Mention const& mention, std::size_t limit = 64) const override;
  /// Of Wikidata's entities (`wd:Q6487`), and the populations and areas of countries (`iso:TR`) from the World Bank.
  std::vector<reference::Fact> lookup(std::string_view entity, reference::Property property,
                                      std::optional<Days> day = {}) const override;

  /// What could not be had and why, each once.
  std::vector<std::string> unavailable() const;
  /// Why this question got no answer; empty when it did, or was never asked.
  std::string unanswered(std::string_view entity, reference::Property property) const;
  std::string unanswered(std::string_view name) const;

 private:
  Fetched get(std::string const& url) const;
  void note(std::string failure) const;
  std::vector<reference::Fact> world_bank(std::string_view country, reference::Property property,
                                          std::optional<Days> day) const;
  void stamp(reference::Fact& fact, Fetched const& from, reference::SourceInfo const& source) const;

  Fetcher& fetcher_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> unavailable_;
  mutable std::map<std::string, std::string> unanswered_; ///< question -> why
  mutable std::string question_;                          ///< the one that is being asked
};

/// The values of a World Bank answer, one a year. Nothing when it is damaged, or an error that came as a 200.
std::optional<std::vector<reference::Fact>> world_bank_values(std::string_view body, std::string_view country,
                                                              reference::Property property);

/// What a Wikipedia summary says about itself: the Wikidata item that its title stands for, empty for a disambiguation
/// page.
struct Summary {
  std::string item;
  std::string url; ///< of the revision
  bool ambiguous = false;
};
std::optional<Summary> wikipedia_summary(std::string_view body);

} // namespace claimcheck::sources
