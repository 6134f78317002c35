// The network itself: libcurl's multi interface with the settings that research/reference.md 5.2 measured. https only,
// no redirects, no cookies, no netrc, public addresses only, a cap on decoded bodies.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sources/http.hpp"

namespace claimcheck::sources {

struct CurlOptions {
  std::string user_agent;           ///< with a contact; the hosts ask for one
  std::size_t max_bytes = 2U << 20; ///< of a decoded body
  long connect_timeout_ms = 5'000;
  long timeout_ms = 30'000;
  long low_speed_bytes = 100;  ///< fewer a second ...
  long low_speed_seconds = 10; ///< ... for so long end the transfer
  long connections_per_host = 2;
  long connections = 8;
  std::string proxy;                   ///< empty: none, also where the environment names one
  std::string ca_file;                 ///< empty: the system's
  std::vector<std::string> connect_to; ///< for tests: `HOST:443:127.0.0.1:PORT`, as CURLOPT_CONNECT_TO takes them
  std::vector<std::string> permitted_addresses; ///< for tests: `127.0.0.1:PORT` that the guard lets through
  std::atomic<bool> const* cancelled = nullptr; ///< looked at ten times a second
  std::function<void(std::size_t done, std::size_t all, std::size_t bytes)> progress;
};

class CurlTransport : public Transport {
 public:
  /// Throws std::runtime_error when libcurl cannot start or was built without TLS.
  explicit CurlTransport(CurlOptions options);
  ~CurlTransport() override;
  std::vector<HttpResponse> perform(std::vector<HttpRequest> const& requests) override;

 private:
  struct Multi;
  CurlOptions options_;
  std::unique_ptr<Multi> multi_; // keeps connections and TLS sessions for the next call
};

} // namespace claimcheck::sources
