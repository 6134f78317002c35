// Recordings of the network, which replay without it.
#include "fetching.hpp"

namespace claimcheck::sources {
namespace {

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

} // namespace
} // namespace claimcheck::sources
