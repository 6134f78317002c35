// The fetcher against a server on this machine that bears the names of the real ones. Every case of
// research/reference.md 5.1 and 5.6.
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
namespace {

constexpr char const* wikidata = "www.wikidata.org";
std::string const url = "https://www.wikidata.org/w/api.php?action=x";

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

LoopbackServer::Handler always(int status, std::string body, std::string headers = "") {
  return [=](std::string const&, Connection& connection) { return connection.answer(status, body, headers); };
}

// --- the network
// -----------------------------------------------------------------------------------------------------------------

TEST_F(Fetching, ReadsAnAnswer) {
  std::string seen;
  LoopbackServer server([&](std::string const& request, Connection& connection) {
    seen = request;
    return connection.answer(200, R"({"a":1})", "ETag: \"5\"\r\nX-Twice: first\r\nX-Twice: second\r\n");
  });
  auto const response = ask(server, options(server));
  EXPECT_EQ(response.failure, HttpFailure::none) << response.message;
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"a":1})");
  EXPECT_EQ(response.header("etag"), "\"5\"");
  EXPECT_EQ(response.header("x-twice"), "first");
  EXPECT_NE(seen.find("User-Agent: claimcheck/test (mailto:test@example.org)"), std::string::npos);
  EXPECT_EQ(seen.find("Cookie"), std::string::npos);
}

TEST_F(Fetching, RefusesPrivateAddressesHoweverTheyAreWritten) {
  LoopbackServer server(always(200, "{}"));
  CurlOptions guarded = options(server);
  guarded.permitted_addresses.clear(); // the name leads to 127.0.0.1
  auto const response = ask(server, guarded);
  EXPECT_EQ(response.failure, HttpFailure::refused);
  EXPECT_NE(response.message.find("127.0.0.1"), std::string::npos) << response.message;
  CurlOptions bare = guarded;
  bare.connect_to.clear();
  bare.connect_timeout_ms = 500;
  for (char const* host :
       {"127.0.0.1", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "localhost"})
    EXPECT_EQ(ask(server, bare, "https://" + std::string(host) + ':' + std::to_string(server.port()) + '/').failure,
              HttpFailure::refused)
        << host;
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(Fetching, SpeaksOnlyHttps) {
  LoopbackServer server(always(200, "{}"));
  for (char const* address :
       {"http://www.wikidata.org/", "file:///etc/passwd", "ftp://www.wikidata.org/", "gopher://www.wikidata.org/"})
    EXPECT_EQ(ask(server, options(server), address).failure, HttpFailure::refused) << address;
}

TEST_F(Fetching, RefusesBadCertificates) {
  CertificateOptions expired, other_name, unknown, early;
  expired.valid_from_days = -10;
  expired.valid_to_days = -5;
  other_name.name = "example.org";
  unknown.own_authority = false;
  early.valid_from_days = 1;
  for (auto const& certificate : {expired, other_name, unknown, early}) {
    LoopbackServer server(always(200, "{}"), certificate);
    EXPECT_EQ(ask(server, options(server)).failure, HttpFailure::tls);
    auto const fetched = fetch(server);
    EXPECT_FALSE(fetched.ok);
    EXPECT_EQ(fetched.reason, HttpFailure::tls);
    EXPECT_EQ(server.requests(), 0);
  }
  LoopbackServer old(always(200, "{}"), {}, TLS1_1_VERSION);
  EXPECT_EQ(ask(old, options(old)).failure, HttpFailure::tls);
}

TEST_F(Fetching, CapsBodies) {
  CurlOptions capped;
  std::string const large(3 << 20, 'x');
  {
    LoopbackServer server(always(200, large));
    capped = options(server);
    capped.max_bytes = 1 << 20;
    EXPECT_EQ(ask(server, capped).failure, HttpFailure::too_large);
  }
  {
    LoopbackServer server([&](std::string const&, Connection& connection) { // MAXFILESIZE does not see this one
      if (!connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")) return false;
      for (int i = 0; i < 48; ++i)
        if (!connection.write("10000\r\n" + std::string(65536, 'x') + "\r\n")) return false;
      return connection.write("0\r\n\r\n");
    });
    capped = options(server);
    capped.max_bytes = 1 << 20;
    EXPECT_EQ(ask(server, capped).failure, HttpFailure::too_large);
  }
  {
    std::string const bomb = gzip(std::string(50 << 20, '\0'));
    EXPECT_LT(bomb.size(), 100'000U);
    LoopbackServer server(always(200, bomb, "Content-Encoding: gzip\r\n"));
    capped = options(server);
    capped.max_bytes = 1 << 20;
    EXPECT_EQ(ask(server, capped).failure, HttpFailure::too_large);
  }
  {
    LoopbackServer server(always(200, "{}", "X-Long: " + std::string(80'000, 'h') + "\r\n"));
    EXPECT_NE(ask(server, options(server)).failure, HttpFailure::none);
  }
}

TEST_F(Fetching, EndsASlowDrip) {
  LoopbackServer server([](std::string const&, Connection& connection) {
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    while (!connection.stopping() && connection.write("x")) usleep(200'000);
    return false;
  });
  CurlOptions impatient = options(server);
  impatient.low_speed_seconds = 1;
  auto const start = std::chrono::steady_clock::now();
  EXPECT_EQ(ask(server, impatient).failure, HttpFailure::timeout);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST_F(Fetching, SeesTruncatedAndBrokenBodies) {
  LoopbackServer truncated([](std::string const&, Connection& connection) {
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":");
    return false;
  });
  EXPECT_EQ(ask(truncated, options(truncated)).failure, HttpFailure::connection);
  LoopbackServer no_gzip(always(200, "this is no gzip at all, only text", "Content-Encoding: gzip\r\n"));
  auto const broken = ask(no_gzip, options(no_gzip)).failure;
  EXPECT_TRUE(broken == HttpFailure::malformed || broken == HttpFailure::too_large ||
              broken == HttpFailure::connection);
  LoopbackServer no_http([](std::string const&, Connection& connection) {
    connection.write("hello there\r\n\r\n");
    return false;
  });
  EXPECT_NE(ask(no_http, options(no_http)).failure, HttpFailure::none);
}

TEST_F(Fetching, ReadsHttp10AndReusesConnections) {
  LoopbackServer old([](std::string const&, Connection& connection) {
    connection.write("HTTP/1.0 200 OK\r\n\r\n{}"); // its end is the end of the connection
    return false;
  });
  EXPECT_EQ(ask(old, options(old)).body, "{}");
  LoopbackServer server(always(200, "{}"));
  CurlTransport transport(options(server));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(transport.perform({{url, {}}}).front().status, 200);
  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(server.requests(), 3);
}

TEST_F(Fetching, CanBeCancelled) {
  LoopbackServer server([](std::string const&, Connection& connection) {
    while (!connection.stopping()) usleep(20'000);
    return false;
  });
  std::atomic<bool> cancelled = false;
  CurlOptions with_flag = options(server);
  with_flag.cancelled = &cancelled;
  std::thread user([&] {
    usleep(200'000);
    cancelled = true;
  });
  auto const start = std::chrono::steady_clock::now();
  auto const response = ask(server, with_flag);
  user.join();
  EXPECT_EQ(response.failure, HttpFailure::cancelled);
  EXPECT_LT(std::chrono::steady_clock::now() - start,
            std::chrono::seconds(10)); // at once, on a machine that does nothing else
}

TEST(AddressGuard, KnowsPublicAddresses) {
  for (char const* address : {"8.8.8.8", "208.80.154.224", "2620:0:861:ed1a::1", "172.15.0.1", "172.32.0.1",
                              "100.63.0.1", "2001:4860:4860::8888"})
    EXPECT_TRUE(is_public_address(address)) << address;
  for (char const* address : {"0.0.0.0",
                              "10.1.2.3",
                              "100.64.0.1",
                              "127.0.0.1",
                              "127.255.255.255",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.168.1.1",
                              "192.0.2.1",
                              "198.18.0.1",
                              "203.0.113.1",
                              "224.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "::ffff:8.8.8.8",
                              "fe80::1",
                              "fc00::1",
                              "ff02::1",
                              "2002:7f00:1::",
                              "64:ff9b::7f00:1",
                              "2001::1",
                              "2001:db8::1",
                              "not an address",
                              ""})
    EXPECT_FALSE(is_public_address(address)) << address;
}

// --- the policy
// ------------------------------------------------------------------------------------------------------------------

TEST_F(Fetching, AsksOnlyHostsOnTheList) {
  LoopbackServer server(always(200, "{}"));
  CurlTransport transport(options(server));
  Fetcher fetcher(transport, nullptr, clock, {default_hosts()});
  for (char const* address :
       {"https://example.org/", "http://www.wikidata.org/", "https://user@www.wikidata.org/",
        "https://www.wikidata.org:8443/", "https://www.wikidata.org.example.org/",
        "https://www.wikidata.org\\@example.org/", "https://www.wikidata.org/a b", "", "www.wikidata.org"}) {
    auto const fetched = fetcher.get({address}).front();
    EXPECT_FALSE(fetched.ok) << address;
    EXPECT_EQ(fetched.reason, HttpFailure::refused) << address;
  }
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(Fetching, FollowsRedirectsOnlyOnTheList) {
  for (char const* target :
       {"http://www.wikidata.org/", "file:///etc/passwd", "https://169.254.169.254/latest/meta-data",
        "https://example.org/", "https://127.0.0.1/", ""}) {
    LoopbackServer server(always(302, "", "Location: " + std::string(target) + "\r\n"));
    auto const fetched = fetch(server);
    EXPECT_FALSE(fetched.ok) << target;
    EXPECT_EQ(fetched.reason, HttpFailure::refused) << target;
    EXPECT_EQ(server.requests(), 1) << target;
  }
  LoopbackServer relative([](std::string const& request, Connection& connection) {
    return request.starts_with("GET /w/new ") ? connection.answer(200, "here")
                                              : connection.answer(301, "", "Location: new\r\n");
  });
  auto const moved = fetch(relative);
  EXPECT_TRUE(moved.ok) << moved.failure;
  EXPECT_EQ(moved.body, "here");
  EXPECT_EQ(moved.url, "https://www.wikidata.org/w/new");
  LoopbackServer circle(always(302, "", "Location: /w/api.php\r\n"));
  EXPECT_NE(fetch(circle).failure.find("circles"), std::string::npos);
  EXPECT_EQ(circle.requests(), 6);
}

TEST_F(Fetching, TriesAgainWhatMayPass) {
  std::atomic<int> asked = 0;
  LoopbackServer server([&](std::string const&, Connection& connection) {
    return ++asked < 3 ? connection.answer(429, "", "Retry-After: 7\r\n") : connection.answer(200, "{}");
  });
  EXPECT_TRUE(fetch(server).ok);
  EXPECT_EQ(asked, 3);
  EXPECT_GE(clock.slept, 14);
  EXPECT_LT(clock.slept, 40);
}

TEST_F(Fetching, SeesABusyDatabaseInA200) {
  std::atomic<int> asked = 0;
  LoopbackServer server([&](std::string const&, Connection& connection) {
    return ++asked < 2 ? connection.answer(200, R"({"error":{"code":"maxlag","lag":6}})", "Retry-After: 5\r\n")
                       : connection.answer(200, "{}");
  });
  auto const fetched = fetch(server);
  EXPECT_EQ(fetched.body, "{}");
  EXPECT_GE(clock.slept, 5);
}

TEST_F(Fetching, GivesUpAndSaysWhy) {
  for (int const status : {500, 502, 503, 504, 408, 429}) {
    LoopbackServer server(always(status, "no"));
    auto const fetched = fetch(server);
    EXPECT_FALSE(fetched.ok);
    EXPECT_NE(fetched.failure.find(std::to_string(status)), std::string::npos) << fetched.failure;
    EXPECT_EQ(server.requests(), 4) << status;
  }
  for (int const status : {400, 401, 403, 404, 501}) {
    LoopbackServer server(always(status, "no"));
    EXPECT_FALSE(fetch(server).ok);
    EXPECT_EQ(server.requests(), 1) << status;
  }
}

TEST_F(Fetching, LeavesAHostAloneThatAsksForIt) {
  LoopbackServer server(always(503, "", "Retry-After: 86400\r\n"));
  HttpCache cache(cache_file());
  EXPECT_FALSE(fetch(server, &cache).ok);
  EXPECT_EQ(server.requests(), 1);
  EXPECT_FALSE(fetch(server, &cache).ok); // a later run knows
  EXPECT_EQ(server.requests(), 1);
  clock.seconds += 86401;
  EXPECT_FALSE(fetch(server, &cache).ok);
  EXPECT_EQ(server.requests(), 2);
}

TEST_F(Fetching, LeavesAHostAloneThatKeepsFailing) {
  LoopbackServer server(always(500, ""));
  CurlTransport transport(options(server));
  Fetcher fetcher(transport, nullptr, clock, {default_hosts()});
  std::vector<std::string> urls;
  for (int i = 0; i < 20; ++i) urls.push_back(url + std::to_string(i));
  for (auto const& fetched : fetcher.get(urls)) EXPECT_FALSE(fetched.ok);
  EXPECT_LE(server.requests(), 6);
}

TEST(RetryAfter, ReadsSecondsAndDates) {
  double const now = 784'111'777; // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(retry_after("120", now), 120);
  EXPECT_EQ(retry_after("1.5", now), 1.5);
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:50:37 GMT", now), 60);
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:48:37 GMT", now), 0);
  EXPECT_EQ(retry_after("-5", now), 0);
  EXPECT_EQ(retry_after("soon", now), 0);
  EXPECT_EQ(retry_after("", now), 0);
  EXPECT_GT(retry_after("1e400", now), 1e6);
  EXPECT_EQ(retry_after("nan", now), 0);
}

TEST_F(Fetching, KeepsTheRateOfAHost) {
  LoopbackServer server(always(200, "{}"));
  CurlTransport transport(options(server));
  Fetcher fetcher(transport, nullptr, clock, {default_hosts()});
  for (auto const& fetched : fetcher.get({url + "1", url + "2", url + "3", url + "4"})) EXPECT_TRUE(fetched.ok);
  EXPECT_GE(clock.slept, 2.9); // one a second
  EXPECT_EQ(server.connections(), 1);
}

// --- the cache
// -------------------------------------------------------------------------------------------------------------------

TEST_F(Fetching, AsksAgainOnlyWhetherItChanged) {
  LoopbackServer server([](std::string const& request, Connection& connection) {
    return request.find("If-None-Match: \"v1\"") != std::string::npos ||
                   request.find("if-none-match: \"v1\"") != std::string::npos
               ? connection.write("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")
               : connection.answer(200, "{}", "ETag: \"v1\"\r\nCache-Control: max-age=7200\r\n");
  });
  HttpCache cache(cache_file());
  EXPECT_FALSE(fetch(server, &cache).from_cache);
  auto const fresh = fetch(server, &cache);
  EXPECT_TRUE(fresh.from_cache);
  EXPECT_FALSE(fresh.stale);
  EXPECT_EQ(server.requests(), 1);
  clock.seconds += 7201;
  auto const renewed = fetch(server, &cache);
  EXPECT_TRUE(renewed.ok);
  EXPECT_FALSE(renewed.stale);
  EXPECT_EQ(renewed.body, "{}");
  EXPECT_EQ(server.requests(), 2);
}

TEST_F(Fetching, MarksWhatIsStale) {
  HttpCache cache(cache_file());
  {
    LoopbackServer server(always(200, "old"));
    EXPECT_TRUE(fetch(server, &cache).ok);
  }
  clock.seconds += 8 * 86400;
  LoopbackServer server(always(500, ""));
  auto const fetched = fetch(server, &cache);
  EXPECT_TRUE(fetched.ok);
  EXPECT_TRUE(fetched.stale);
  EXPECT_EQ(fetched.body, "old");
  EXPECT_FALSE(fetched.failure.empty());
  clock.seconds += 200 * 86400;
  EXPECT_FALSE(fetch(server, &cache).ok);
}

TEST_F(Fetching, OfflineSendsNothing) {
  HttpCache cache(cache_file());
  LoopbackServer server(always(200, "kept"));
  FetcherOptions offline{default_hosts()};
  offline.offline = true;
  EXPECT_FALSE(fetch(server, &cache, offline).ok);
  EXPECT_EQ(server.requests(), 0);
  EXPECT_TRUE(fetch(server, &cache).ok);
  clock.seconds += 30 * 86400;
  auto const fetched = fetch(server, &cache, offline);
  EXPECT_EQ(fetched.body, "kept");
  EXPECT_TRUE(fetched.stale);
  EXPECT_EQ(server.requests(), 1);
}

TEST_F(Fetching, A304WithoutAKeptBodyIsNoAnswer) {
  LoopbackServer server(
      [](std::string const&, Connection& connection) { return connection.write("HTTP/1.1 304 Not Modified\r\n\r\n"); });
  EXPECT_FALSE(fetch(server).ok);
}

TEST_F(Fetching, ErrorsAreNotKept) {
  HttpCache cache(cache_file());
  {
    LoopbackServer server(always(500, ""));
    EXPECT_FALSE(fetch(server, &cache).ok);
  }
  LoopbackServer server(always(200, "good"));
  EXPECT_EQ(fetch(server, &cache).body, "good");
}

TEST_F(Fetching, ADamagedCacheIsBegunAnew) {
  std::ofstream(cache_file(), std::ios::binary) << "SQLite format 3\0 and then rubbish, enough of it to fill a header "
                                                   "of a hundred bytes, and some more after that";
  HttpCache cache(cache_file());
  EXPECT_TRUE(cache.rebuilt());
  EXPECT_TRUE(cache.usable());
  cache.store(url, {200, "body", "", "", 1, 2});
  EXPECT_EQ(cache.find(url)->body, "body");
  EXPECT_TRUE(std::filesystem::exists(cache_file() + ".damaged"));
  HttpCache nowhere("/proc/none/http.sqlite");
  EXPECT_FALSE(nowhere.usable());
  nowhere.store(url, {});
  EXPECT_FALSE(nowhere.find(url));
}

TEST_F(Fetching, TwoProcessesShareOneCache) {
  constexpr int rows = 200;
  pid_t const child = fork();
  if (child == 0) {
    HttpCache cache(cache_file());
    for (int i = 0; i < rows; ++i)
      cache.store("child" + std::to_string(i), {200, std::string(1000, 'c'), "", "", 1, 2});
    _exit(cache.usable() ? 0 : 1);
  }
  {
    HttpCache cache(cache_file());
    for (int i = 0; i < rows; ++i)
      cache.store("parent" + std::to_string(i), {200, std::string(1000, 'p'), "", "", 1, 2});
    EXPECT_TRUE(cache.usable());
    EXPECT_FALSE(cache.rebuilt());
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  HttpCache cache(cache_file());
  for (int i = 0; i < rows; ++i) {
    EXPECT_TRUE(cache.find("child" + std::to_string(i))) << i;
    EXPECT_TRUE(cache.find("parent" + std::to_string(i))) << i;
  }
}

// --- recordings
// ------------------------------------------------------------------------------------------------------------------

TEST_F(Fetching, ReplaysWhatWasRecorded) {
  std::atomic<int> asked = 0;
  std::string const tape = (folder / "tape").string();
  {
    LoopbackServer server([&](std::string const&, Connection& connection) {
      return ++asked == 1 ? connection.answer(429, "", "Retry-After: 3\r\nSet-Cookie: secret=1\r\n")
                          : connection.answer(200, "bytes \xff\xfe");
    });
    CurlTransport network(options(server));
    RecordingTransport recorder(network, tape);
    Fetcher fetcher(recorder, nullptr, clock, {default_hosts()});
    EXPECT_EQ(fetcher.get({url}).front().body, "bytes \xff\xfe");
  }
  std::ifstream in(tape + "/www.wikidata.org.jsonl");
  std::string const recorded{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(recorded.find("secret"), std::string::npos);
  for (int run = 0; run < 2; ++run) {
    auto replay = ReplayTransport::open(tape);
    ASSERT_TRUE(replay);
    TestClock time;
    Fetcher fetcher(*replay, nullptr, time, {default_hosts()});
    EXPECT_EQ(fetcher.get({url}).front().body, "bytes \xff\xfe");
    EXPECT_GE(time.slept, 3);
    auto const miss = fetcher.get({url + "other"}).front();
    EXPECT_EQ(miss.reason, HttpFailure::unrecorded);
    ASSERT_EQ(fetcher.unrecorded().size(), 1U);
    EXPECT_NE(fetcher.unrecorded().front().find("the nearest is " + url), std::string::npos)
        << fetcher.unrecorded().front();
  }
  EXPECT_FALSE(ReplayTransport::open((folder / "none").string()));
  std::ofstream(tape + "/www.wikidata.org.jsonl", std::ios::app) << "{broken\n";
  EXPECT_FALSE(ReplayTransport::open(tape));
}

// --- small parts
// -----------------------------------------------------------------------------------------------------------------

TEST(Http, BringsUrlsToOneForm) {
  EXPECT_EQ(canonical_url("https://WWW.Wikidata.org/w?b=2&a=1"), "https://www.wikidata.org/w?a=1&b=2");
  EXPECT_EQ(canonical_url("https://www.wikidata.org?x=1"), "https://www.wikidata.org/?x=1");
  for (char const* bad :
       {"http://a.org/", "https://", "https://a.org/#x", "https://a.org/\n", "https://a:1/", "https://ü.org/"})
    EXPECT_EQ(canonical_url(bad), "") << bad;
  EXPECT_EQ(percent_encoded("São Paulo/x"), "S%C3%A3o%20Paulo%2Fx");
}

TEST(Json, RefusesWhatIsUnsound) {
  EXPECT_TRUE(parse_json(R"({"a":[1,2,{"b":"]"}]})"));
  EXPECT_FALSE(parse_json("{\"a\":"));
  EXPECT_FALSE(parse_json("{\"a\":\"\xff\"}"));
  EXPECT_FALSE(parse_json(std::string(100, '[') + std::string(100, ']')));
  EXPECT_TRUE(parse_json(std::string(60, '[') + std::string(60, ']')));
  EXPECT_FALSE(parse_json(std::string(1 << 20, '[')));
  EXPECT_FALSE(parse_json("<html>"));
}

} // namespace
} // namespace claimcheck::sources
