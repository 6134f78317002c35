// A TLS server on this machine that can misbehave in every way, with certificates of its own authority.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace claimcheck::sources {

struct CertificateOptions {
  std::string name = "www.wikidata.org"; ///< the host it is for
  long valid_from_days = -1;             ///< from today
  long valid_to_days = 2;
  bool own_authority = true; ///< false: signed by nobody that the client knows
};

/// One connection as a handler sees it.
class Connection {
 public:
  explicit Connection(SSL* ssl, std::atomic<bool> const& stop) : ssl_(ssl), stop_(stop) {}
  /// False when the client has gone.
  bool write(std::string_view bytes);
  /// A whole answer with its length.
  bool answer(int status, std::string_view body, std::string_view headers = "");
  bool stopping() const { return stop_; }

 private:
  SSL* ssl_;
  std::atomic<bool> const& stop_;
};

class LoopbackServer {
 public:
  /// `request` is the request line and its headers. Several connections are served at once, each kept open for more
  /// requests until the handler returns false.
  using Handler = std::function<bool(std::string const& request, Connection& connection)>;
  LoopbackServer(Handler handler, CertificateOptions certificate = {}, int highest_tls = 0);
  ~LoopbackServer();
  LoopbackServer(LoopbackServer const&) = delete;
  LoopbackServer& operator=(LoopbackServer const&) = delete;

  int port() const { return port_; }
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
  /// `HOST:443:127.0.0.1:PORT`
  std::string connect_to(std::string const& host) const { return host + ":443:" + address(); }
  /// A file with the authority's certificate.
  std::string const& ca_file() const { return ca_file_; }
  int requests() const { return requests_; }
  int connections() const { return connections_; }

 private:
  void serve(int socket);

  Handler handler_;
  SSL_CTX* context_ = nullptr;
  std::string ca_file_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stop_ = false;
  std::atomic<int> requests_ = 0, connections_ = 0;
  std::thread acceptor_;
  std::mutex mutex_;
  std::vector<std::thread> workers_;
};

std::string gzip(std::string_view text);

} // namespace claimcheck::sources
