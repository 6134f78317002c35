#include "sources/curl_transport.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include <curl/curl.h>
#include <sys/socket.h>

#include "sources/address_guard.hpp"

namespace claimcheck::sources {

namespace {

constexpr std::size_t max_header_bytes = 64U << 10;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, std::string const& text) { list.reset(curl_slist_append(list.release(), text.c_str())); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

/// One request under way. Lives until its handle is removed from the multi handle.
struct Transfer {
  CurlOptions const* options = nullptr;
  CURL* easy = nullptr;
  HttpResponse response;
  std::size_t header_bytes = 0;
  std::string blocked; ///< the address that the guard refused
  bool too_large = false;
  char error[CURL_ERROR_SIZE] = {};
  List headers, connect_to;

  Transfer() = default;
  Transfer(Transfer const&) = delete;
  Transfer& operator=(Transfer const&) = delete;
  ~Transfer() { curl_easy_cleanup(easy); }
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.response.body.size() + size >
      transfer.options->max_bytes) { // decoded bytes: MAXFILESIZE does not see those
    transfer.too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  transfer.response.body.append(data, size);
  return size;
}

std::size_t on_header(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  std::string_view const line(data, size);
  if (line.starts_with("HTTP/")) transfer.response.headers.clear(); // 100 Continue and the like come first
  transfer.header_bytes += size;
  if (transfer.header_bytes > max_header_bytes) {
    transfer.too_large = true;
    return 0;
  }
  std::size_t const colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  std::string name(trimmed(line.substr(0, colon)));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  transfer.response.headers.emplace(std::move(name), trimmed(line.substr(colon + 1)));
  return size;
}

bool permitted(Transfer& transfer, bool is_public, std::string const& address) {
  auto const& exceptions = transfer.options->permitted_addresses;
  if (is_public || std::find(exceptions.begin(), exceptions.end(), address) != exceptions.end()) return true;
  transfer.blocked = address;
  return false;
}

curl_socket_t on_open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  bool const proxied =
      !transfer.options->proxy.empty(); // the address is then the proxy's: only the list of hosts guards
  if (!proxied && !permitted(transfer, is_public_address(address->addr), to_string(address->addr)))
    return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// A kept connection opens no socket: its address is looked at again before every request.
int on_request(void* user, char* primary_ip, char*, int primary_port, int) {
  auto& transfer = *static_cast<Transfer*>(user);
  bool const v6 = std::string_view(primary_ip).find(':') != std::string_view::npos;
  std::string const address =
      (v6 ? '[' + std::string(primary_ip) + ']' : std::string(primary_ip)) + ':' + std::to_string(primary_port);
  if (!transfer.options->proxy.empty() || permitted(transfer, is_public_address(primary_ip), address))
    return CURL_PREREQFUNC_OK;
  return CURL_PREREQFUNC_ABORT;
}

HttpFailure failure_of(CURLcode code) {
  switch (code) {
  case CURLE_OK:
    return HttpFailure::none;
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_URL_MALFORMAT:
    return HttpFailure::refused;
  case CURLE_OPERATION_TIMEDOUT:
    return HttpFailure::timeout;
  case CURLE_FILESIZE_EXCEEDED:
    return HttpFailure::too_large;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_CACERT_BADFILE:
    return HttpFailure::tls;
  case CURLE_BAD_CONTENT_ENCODING:
  case CURLE_WEIRD_SERVER_REPLY:
    return HttpFailure::malformed;
  default:
    return HttpFailure::connection;
  }
}

void prepare(Transfer& transfer, CurlOptions const& options, HttpRequest const& request) {
  CURL* const easy = transfer.easy;
  transfer.options = &options;
  auto const set = [easy](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_PIPEWAIT, 1L);
  set(CURLOPT_MAXLIFETIME_CONN, 300L);
  set(CURLOPT_CONNECTTIMEOUT_MS, options.connect_timeout_ms);
  set(CURLOPT_TIMEOUT_MS, options.timeout_ms);
  set(CURLOPT_LOW_SPEED_LIMIT, options.low_speed_bytes);
  set(CURLOPT_LOW_SPEED_TIME, options.low_speed_seconds);
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.max_bytes));
  set(CURLOPT_ACCEPT_ENCODING, "gzip");
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_PROXY, options.proxy.c_str());
  set(CURLOPT_USERAGENT, options.user_agent.c_str());
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, &transfer);
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, &transfer);
  set(CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
  set(CURLOPT_OPENSOCKETDATA, &transfer);
  set(CURLOPT_PREREQFUNCTION, &on_request);
  set(CURLOPT_PREREQDATA, &transfer);
  set(CURLOPT_ERRORBUFFER, &transfer.error[0]);
  set(CURLOPT_PRIVATE, &transfer);
  if (!options.ca_file.empty()) set(CURLOPT_CAINFO, options.ca_file.c_str());
  for (auto const& [name, value] : request.headers)
    if (name.find_first_of("\r\n") == std::string::npos && value.find_first_of("\r\n") == std::string::npos)
      append(transfer.headers, name + ": " + value);
  if (transfer.headers) set(CURLOPT_HTTPHEADER, transfer.headers.get());
  for (auto const& rule : options.connect_to) append(transfer.connect_to, rule);
  if (transfer.connect_to) set(CURLOPT_CONNECT_TO, transfer.connect_to.get());
}

void finish(Transfer& transfer, CURLcode code) {
  HttpResponse& response = transfer.response;
  long status = 0;
  curl_easy_getinfo(transfer.easy, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  if (code == CURLE_OK) return;
  response.body.clear();
  response.failure = failure_of(code);
  response.message = transfer.error[0] != '\0' ? &transfer.error[0] : curl_easy_strerror(code);
  if (transfer.too_large) {
    response.failure = HttpFailure::too_large;
    response.message = "the answer is larger than " + std::to_string(transfer.options->max_bytes) + " bytes";
  }
  if (!transfer.blocked.empty()) {
    response.failure = HttpFailure::refused;
    response.message = "its name leads to " + transfer.blocked + ", which is no public address";
  }
}

} // namespace

struct CurlTransport::Multi {
  CURLM* handle = curl_multi_init();
  Multi() = default;
  Multi(Multi const&) = delete;
  Multi& operator=(Multi const&) = delete;
  ~Multi() { curl_multi_cleanup(handle); }
};

CurlTransport::CurlTransport(CurlOptions options) : options_(std::move(options)) {
  static std::once_flag started;
  static CURLcode start = CURLE_OK;
  std::call_once(started, [] { start = curl_global_init(CURL_GLOBAL_DEFAULT); });
  if (start != CURLE_OK) throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(start));
  multi_ = std::make_unique<Multi>();
  if (multi_->handle == nullptr) throw std::runtime_error("libcurl cannot start");
  curl_multi_setopt(multi_->handle, CURLMOPT_MAX_HOST_CONNECTIONS, options_.connections_per_host);
  curl_multi_setopt(multi_->handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, options_.connections);
  curl_multi_setopt(multi_->handle, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
}

CurlTransport::~CurlTransport() = default;

std::vector<HttpResponse> CurlTransport::perform(std::vector<HttpRequest> const& requests) {
  std::vector<std::unique_ptr<Transfer>> transfers;
  for (HttpRequest const& request : requests) {
    auto transfer = std::make_unique<Transfer>();
    transfer->easy = curl_easy_init();
    if (transfer->easy == nullptr) throw std::runtime_error("libcurl is out of memory");
    prepare(*transfer, options_, request);
    curl_multi_add_handle(multi_->handle, transfer->easy);
    transfers.push_back(std::move(transfer));
  }
  std::size_t done = 0;
  int running = 1;
  bool cancelled = false;
  while (running > 0 && !cancelled) {
    if (curl_multi_perform(multi_->handle, &running) != CURLM_OK) break;
    int queued = 0;
    while (CURLMsg const* message = curl_multi_info_read(multi_->handle, &queued)) {
      if (message->msg != CURLMSG_DONE) continue;
      Transfer* transfer = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
      finish(*transfer, message->data.result);
      curl_multi_remove_handle(multi_->handle, transfer->easy);
      curl_easy_cleanup(transfer->easy);
      transfer->easy = nullptr;
      ++done;
    }
    if (options_.progress) {
      std::size_t bytes = 0;
      for (auto const& transfer : transfers) bytes += transfer->response.body.size();
      options_.progress(done, transfers.size(), bytes);
    }
    cancelled = options_.cancelled != nullptr && options_.cancelled->load();
    if (running > 0 && !cancelled) curl_multi_poll(multi_->handle, nullptr, 0, 100, nullptr);
  }
  std::vector<HttpResponse> responses;
  for (auto& transfer : transfers) {
    if (transfer->easy != nullptr) { // still under way
      curl_multi_remove_handle(multi_->handle, transfer->easy);
      transfer->response = {};
      transfer->response.failure = cancelled ? HttpFailure::cancelled : HttpFailure::connection;
      transfer->response.message = cancelled ? "cancelled" : "libcurl gave up";
    }
    responses.push_back(std::move(transfer->response));
  }
  return responses;
}

} // namespace claimcheck::sources
