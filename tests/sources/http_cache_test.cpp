// The cache of the fetcher: what is asked again, what is stale, what a damaged file costs.
#include "fetching.hpp"

namespace claimcheck::sources {
namespace {

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

} // namespace
} // namespace claimcheck::sources
