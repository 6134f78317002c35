#include "sources/http.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace claimcheck::sources {

std::string_view name_of(HttpFailure failure) {
  constexpr std::array<std::string_view, 9> names{"none",      "refused",   "connection", "tls",       "timeout",
                                                  "too large", "malformed", "cancelled",  "unrecorded"};
  return names[static_cast<std::size_t>(failure)];
}

bool may_pass(HttpFailure failure) { return failure == HttpFailure::connection || failure == HttpFailure::timeout; }

std::string host_of(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme)) return {};
  std::string host(url.substr(scheme.size(), url.find_first_of("/?#", scheme.size()) - scheme.size()));
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  bool const plain = !host.empty() && host.size() < 254 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  return plain ? host : std::string{};
}

std::string canonical_url(std::string_view url) {
  std::string const host = host_of(url);
  if (host.empty() || url.size() > 8192) return {};
  for (char const c : url)
    if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7F || c == '#' || c == '\\')
      return {};
  std::string_view rest = url.substr(8 + host.size());
  std::size_t const question = rest.find('?');
  std::string result =
      "https://" + host + (rest.empty() || rest[0] == '?' ? "/" : "") + std::string(rest.substr(0, question));
  if (question == std::string_view::npos) return result;
  std::vector<std::string> parameters;
  for (std::string_view query = rest.substr(question + 1); !query.empty();) {
    std::size_t const end = std::min(query.find('&'), query.size());
    if (end > 0) parameters.emplace_back(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  std::stable_sort(parameters.begin(), parameters.end());
  for (std::size_t i = 0; i < parameters.size(); ++i) result += (i == 0 ? '?' : '&') + parameters[i];
  return result;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (char const c : text) {
    auto const u = static_cast<unsigned char>(c);
    bool const plain = (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || u == '-' ||
                       u == '.' || u == '_' || u == '~';
    if (plain) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[u >> 4];
      encoded += digits[u & 15];
    }
  }
  return encoded;
}

} // namespace claimcheck::sources
