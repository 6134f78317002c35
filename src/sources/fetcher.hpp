// Asks the hosts on the list, politely, and remembers what they said: the policy between what a source wants to know
// and the network.
//
// Only https URLs of listed hosts are asked, never one found in a text. A redirect is followed at most five times and
// only to listed hosts. What may pass is tried again with growing pauses; what a host asks for (Retry-After) is kept; a
// host that fails five times in a row is left alone. Every answer says whether it is fresh, kept or stale.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/http.hpp"
#include "sources/http_cache.hpp"

namespace claimcheck::sources {

/// Time as the fetcher sees it, so that tests and replays decide it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual double now() const = 0; ///< seconds since 1970
  virtual void sleep(double seconds) = 0;
};
/// The machine's.
Clock& system_clock();

struct HostPolicy {
  double requests_per_second = 1;
  std::size_t concurrency = 1;
  std::int64_t keep_seconds = 7 * 86400; ///< where the host gives no sensible time itself
};

struct FetcherOptions {
  std::map<std::string, HostPolicy> hosts; ///< the list: no other host is asked
  bool offline = false;                    ///< only what was kept
  bool refresh = false;                    ///< ask again even where what was kept is fresh
  int tries = 4;
  double max_wait = 60; ///< seconds; a host that asks for more is left alone, and later runs know
  std::int64_t stale_seconds =
      90 * 86400; ///< how long after its time an answer may stand in for one that cannot be had
};

/// Wikidata, Wikipedia and the World Bank, at the rates that research/reference.md 5.3 gives.
std::map<std::string, HostPolicy> default_hosts();

struct Fetched {
  bool ok = false; ///< there is a body, of status 200
  int status = 0;
  std::string body;
  std::string url; ///< after redirects
  bool from_cache = false;
  bool stale = false; ///< kept past its time, because the host could not be asked
  std::int64_t fetched_at = 0;
  std::string failure; ///< why not, for people: "www.wikidata.org: no connection"
  HttpFailure reason = HttpFailure::none;
};

class Fetcher {
 public:
  /// `cache` may be null. All must outlive the fetcher.
  Fetcher(Transport& transport, HttpCache* cache, Clock& clock, FetcherOptions options);

  /// All at once, as far as the hosts' rates allow; answers in the order of the URLs.
  std::vector<Fetched> get(std::vector<std::string> const& urls);

  std::size_t requests_sent() const { return requests_sent_; }
  /// Requests for which a replay has no answer: the run must fail.
  std::vector<std::string> const& unrecorded() const { return unrecorded_; }

 private:
  struct Host {
    double next_allowed = 0;
    double slowdown = 1; ///< doubled by every 429
    int failures = 0;
  };
  struct Task;
  void finish_from_cache(Task& task, std::string failure, HttpFailure reason);
  void begin(Task& task);
  void settle(Task& task, HttpResponse response);
  void redirect(Task& task, HttpResponse const& response);
  void try_again(Task& task, HttpResponse const& response, std::string why);
  void keep(Task const& task, HttpResponse const& response);
  HostPolicy const* policy(std::string_view url) const;

  Transport& transport_;
  HttpCache* cache_;
  Clock& clock_;
  FetcherOptions options_;
  std::map<std::string, Host> hosts_;
  std::size_t requests_sent_ = 0;
  std::vector<std::string> unrecorded_;
};

/// Seconds that a Retry-After header asks to wait: a number, whole or not, or an HTTP date; nothing for nonsense and
/// the past.
double retry_after(std::string_view header, double now);
/// How long an answer holds: Cache-Control max-age or the host's own time, between an hour and ninety days.
std::int64_t lifetime(HttpResponse const& response, std::int64_t fallback);

} // namespace claimcheck::sources
