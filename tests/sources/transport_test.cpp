// The transport: addresses, certificates, sizes, times. Cases of research/reference.md 5.1 and 5.6.
#include "fetching.hpp"

namespace claimcheck::sources {
namespace {

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

} // namespace
} // namespace claimcheck::sources
