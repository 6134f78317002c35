#include "sources/loopback.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <arpa/inet.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <zlib.h>

namespace claimcheck::sources {

namespace {

struct Authority {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = nullptr;
};

void add_extension(X509* certificate, X509* issuer, int kind, char const* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

X509* certify(EVP_PKEY* key, std::string const& name, X509* issuer, EVP_PKEY* issuer_key, long from_days, long to_days,
              bool authority) {
  static std::atomic<long> serial = 1;
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), serial++);
  X509_gmtime_adj(X509_getm_notBefore(certificate), from_days * 86400);
  X509_gmtime_adj(X509_getm_notAfter(certificate), to_days * 86400);
  X509_set_pubkey(certificate, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                             reinterpret_cast<unsigned char const*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate,
                       issuer == nullptr ? X509_get_subject_name(certificate) : X509_get_subject_name(issuer));
  X509* const signer = issuer == nullptr ? certificate : issuer;
  if (authority)
    add_extension(certificate, signer, NID_basic_constraints, "critical,CA:TRUE");
  else
    add_extension(certificate, signer, NID_subject_alt_name, ("DNS:" + name).c_str());
  X509_sign(certificate, issuer_key, EVP_sha256());
  return certificate;
}

Authority new_authority(std::string const& name) {
  Authority authority;
  authority.certificate = certify(authority.key, name, nullptr, authority.key, -1, 2, true);
  return authority;
}

Authority const& known_authority() {
  static Authority const authority = new_authority("claimcheck test authority");
  return authority;
}

/// The authority's certificate in a file that lives as long as the program.
std::string const& known_authority_file() {
  static struct File {
    std::string path = "/tmp/claimcheck-ca-XXXXXX";
    File() {
      int const descriptor = mkstemp(path.data());
      FILE* const file = fdopen(descriptor, "w");
      PEM_write_X509(file, known_authority().certificate);
      fclose(file);
    }
    ~File() { unlink(path.c_str()); }
  } const file;
  return file.path;
}

} // namespace

bool Connection::write(std::string_view bytes) {
  while (!bytes.empty()) {
    int const written = SSL_write(ssl_, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 16384)));
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool Connection::answer(int status, std::string_view body, std::string_view headers) {
  return write("HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: application/json\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n" + std::string(headers) + "\r\n" + std::string(body));
}

LoopbackServer::LoopbackServer(Handler handler, CertificateOptions options, int highest_tls)
    : handler_(std::move(handler)), ca_file_(known_authority_file()) {
  static bool const no_signal = signal(SIGPIPE, SIG_IGN) != SIG_ERR;
  (void)no_signal;
  context_ = SSL_CTX_new(TLS_server_method());
  static Authority const stranger = new_authority("an authority that nobody knows");
  Authority const& signer = options.own_authority ? known_authority() : stranger;
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate =
      certify(key, options.name, signer.certificate, signer.key, options.valid_from_days, options.valid_to_days, false);
  SSL_CTX_use_certificate(context_, certificate);
  SSL_CTX_use_PrivateKey(context_, key);
  X509_free(certificate);
  EVP_PKEY_free(key);
  if (highest_tls != 0) {
    SSL_CTX_set_security_level(context_, 0);
    SSL_CTX_set_min_proto_version(context_, highest_tls);
    SSL_CTX_set_max_proto_version(context_, highest_tls);
  }
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 16) != 0)
    throw std::runtime_error("no loopback socket");
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] {
    while (!stop_) {
      pollfd ready{listener_, POLLIN, 0};
      if (poll(&ready, 1, 20) <= 0) continue;
      int const client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      std::lock_guard const lock(mutex_);
      workers_.emplace_back([this, client] { serve(client); });
    }
  });
}

LoopbackServer::~LoopbackServer() {
  stop_ = true;
  acceptor_.join();
  for (auto& worker : workers_) worker.join();
  close(listener_);
  SSL_CTX_free(context_);
}

void LoopbackServer::serve(int client) {
  timeval const patience{0, 50'000};
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  SSL* ssl = SSL_new(context_);
  SSL_set_fd(ssl, client);
  int accepted = 0;
  while (!stop_ && (accepted = SSL_accept(ssl)) <= 0 && SSL_get_error(ssl, accepted) == SSL_ERROR_WANT_READ) {
  }
  if (accepted > 0) {
    ++connections_;
    Connection connection(ssl, stop_);
    std::string pending;
    for (bool open = true; open && !stop_;) {
      std::array<char, 8192> buffer{};
      int const got = SSL_read(ssl, buffer.data(), static_cast<int>(buffer.size()));
      if (got <= 0) {
        if (SSL_get_error(ssl, got) == SSL_ERROR_WANT_READ) continue;
        break;
      }
      pending.append(buffer.data(), static_cast<std::size_t>(got));
      for (std::size_t end; open && (end = pending.find("\r\n\r\n")) != std::string::npos; pending.erase(0, end + 4)) {
        ++requests_;
        open = handler_(pending.substr(0, end), connection);
      }
    }
    SSL_shutdown(ssl);
  }
  SSL_free(ssl);
  close(client);
}

std::string gzip(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

} // namespace claimcheck::sources
