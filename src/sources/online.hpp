// The live sources put together: network or replay, cache, fetcher. What `--online` switches on.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "claim/reference.hpp"
#include "sources/curl_transport.hpp"
#include "sources/fetcher.hpp"
#include "sources/live_source.hpp"

namespace claimcheck::sources {

struct OnlineOptions {
  std::string contact; ///< an address or a page where the hosts' people can reach the user; required unless replaying
  std::string cache_file;    ///< empty: nothing is kept
  std::string record_folder; ///< empty: nothing is recorded
  std::string replay_folder; ///< where set, the network and the cache are not touched
  bool refresh = false;
  bool progress = false; ///< on standard error
  std::atomic<bool> const* cancelled = nullptr;
  CurlOptions network;   ///< limits; the user agent is set here
  FetcherOptions policy; ///< an empty list of hosts means default_hosts()
};

class Online : public reference::FactSource {
 public:
  /// Complains about a missing contact and a recording that cannot be read.
  static Result<std::shared_ptr<Online const>> open(OnlineOptions options);
  ~Online() override;

  std::string_view id() const override { return "live"; }
  std::vector<reference::Candidate> resolve(reference::Mention const& mention, std::size_t limit = 64) const override;
  std::vector<reference::Fact> lookup(std::string_view entity, reference::Property property,
                                      std::optional<Days> day = {}) const override;
  std::string unanswered(std::string_view entity, reference::Property property) const;
  std::string unanswered(std::string_view name) const;
  std::vector<std::string> unavailable() const;
  /// A replay had no answer to these: the run must not pass for a good one.
  std::vector<std::string> unrecorded() const;

 private:
  struct Parts;
  explicit Online(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// $XDG_CACHE_HOME/claimcheck/http.sqlite, or below ~/.cache; empty when neither is known.
std::string default_cache_file();

} // namespace claimcheck::sources
