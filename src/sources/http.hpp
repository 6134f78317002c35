// What the layers of the fetcher pass to each other: requests, responses, and the transport that turns one into the
// other.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace claimcheck::sources {

/// A GET request. Nothing else is ever sent.
struct HttpRequest {
  std::string url;
  std::map<std::string, std::string> headers; ///< If-None-Match and the like; names in lower case
};

/// Why there is no answer. Those marked (again) may pass by themselves.
enum class HttpFailure : std::uint8_t {
  none,
  refused,    ///< our own policy: host not on the list, private address, not https
  connection, ///< (again) name not found, no connection, connection lost, body cut short
  tls,        ///< certificate expired, of another name, of an unknown authority
  timeout,    ///< (again)
  too_large,  ///< the body, decoded, exceeds the cap
  malformed,  ///< what came is no valid HTTP or does not decode
  cancelled,
  unrecorded, ///< replay only: nothing was recorded for this request
};
std::string_view name_of(HttpFailure failure);
bool may_pass(HttpFailure failure);

struct HttpResponse {
  HttpFailure failure = HttpFailure::none;
  std::string message; ///< of a failure, for people
  int status = 0;
  std::map<std::string, std::string> headers; ///< names in lower case; of a repeated one the first
  std::string body;                           ///< decoded
  std::string header(std::string const& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
  }
};

/// Performs requests, all at once where it can; answers in their order. Follows no redirect.
class Transport {
 public:
  virtual ~Transport() = default;
  virtual std::vector<HttpResponse> perform(std::vector<HttpRequest> const& requests) = 0;
};

/// Scheme, host in lower case, path and sorted query of an https URL; empty when it is none, or holds user names,
/// ports, control characters or a fragment. Two URLs that mean the same get the same form.
std::string canonical_url(std::string_view url);
std::string host_of(std::string_view url);
/// A part of a path or query, percent-encoded but for letters, digits, `-`, `.`, `_` and `~`.
std::string percent_encoded(std::string_view text);

} // namespace claimcheck::sources
