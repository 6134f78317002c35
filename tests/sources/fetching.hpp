// What the tests of the network share: a server on this machine that bears the names of the real ones, a clock that
// only sleeping moves, a folder that goes away.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>

#include <openssl/ssl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sources/address_guard.hpp"
#include "sources/cassette.hpp"
#include "sources/curl_transport.hpp"
#include "sources/fetcher.hpp"
#include "sources/http_cache.hpp"
#include "sources/json.hpp"
#include "sources/loopback.hpp"

namespace claimcheck::sources {

constexpr char const* wikidata = "www.wikidata.org";
inline std::string const url = "https://www.wikidata.org/w/api.php?action=x";

/// Time that passes only when somebody sleeps.
class TestClock : public Clock {
 public:
  double now() const override { return seconds; }
  void sleep(double by) override {
    seconds += by;
    slept += by;
  }
  double seconds = 1'700'000'000, slept = 0;
};

class Fetching : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "claimcheck-fetch-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  static CurlOptions options(LoopbackServer const& server) {
    CurlOptions options;
    options.user_agent = "claimcheck/test (mailto:test@example.org)";
    options.ca_file = server.ca_file();
    options.connect_to = {server.connect_to(wikidata), server.connect_to("en.wikipedia.org")};
    options.permitted_addresses = {server.address()};
    return options;
  }
  static HttpResponse ask(LoopbackServer const& server, CurlOptions const& options, std::string const& address = url) {
    (void)server;
    CurlTransport transport(options);
    return transport.perform({{address, {}}}).front();
  }
  Fetched fetch(LoopbackServer const& server, HttpCache* cache = nullptr, FetcherOptions policy = {}) {
    CurlTransport transport(options(server));
    if (policy.hosts.empty()) policy.hosts = default_hosts();
    Fetcher fetcher(transport, cache, clock, std::move(policy));
    return fetcher.get({url}).front();
  }
  std::string cache_file() const { return (folder / "http.sqlite").string(); }

  TestClock clock;
  std::filesystem::path folder;
};

inline LoopbackServer::Handler always(int status, std::string body, std::string headers = "") {
  return [=](std::string const&, Connection& connection) { return connection.answer(status, body, headers); };
}

} // namespace claimcheck::sources
