// The policy of the fetcher: which hosts, how often, when to give up; and the forms that it reads.
#include "fetching.hpp"

namespace claimcheck::sources {
namespace {

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
