#include "sources/address_guard.hpp"

#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace claimcheck::sources {

namespace {

struct Block {
  std::uint32_t prefix;
  unsigned bits;
};
// IANA IPv4 Special-Purpose Address Registry, with multicast and the reserved class E.
constexpr std::array<Block, 15> special_v4{{
    {0x00000000, 8},
    {0x0A000000, 8},
    {0x64400000, 10},
    {0x7F000000, 8},
    {0xA9FE0000, 16},
    {0xAC100000, 12},
    {0xC0000000, 24},
    {0xC0000200, 24},
    {0xC0586300, 24},
    {0xC0A80000, 16},
    {0xC6120000, 15},
    {0xC6336400, 24},
    {0xCB007100, 24},
    {0xE0000000, 4},
    {0xF0000000, 4},
}};

bool is_public(std::uint32_t address) {
  for (auto const& [prefix, bits] : special_v4)
    if (address >> (32 - bits) == prefix >> (32 - bits)) return false;
  return true;
}

bool is_public(unsigned char const (&a)[16]) {
  if ((a[0] & 0xE0) != 0x20)
    return false; // only 2000::/3 is global unicast: no loopback, ULA, link-local, multicast, v4-mapped, NAT64
  if (a[0] == 0x20 && a[1] == 0x02) return false;                // 6to4 carries any IPv4 address
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] < 0x02) return false; // 2001::/23: Teredo, ORCHID and other protocols
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return false; // documentation
  if (a[0] == 0x3F && a[1] == 0xFF && (a[2] & 0xF0) == 0) return false;           // documentation
  return true;
}

} // namespace

bool is_public_address(sockaddr const& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_public(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    return is_public(v6.sin6_addr.s6_addr);
  }
  return false;
}

bool is_public_address(std::string_view figures) {
  std::string const text(figures);
  in_addr v4{};
  if (inet_pton(AF_INET, text.c_str(), &v4) == 1) return is_public(ntohl(v4.s_addr));
  in6_addr v6{};
  return inet_pton(AF_INET6, text.c_str(), &v6) == 1 && is_public(v6.s6_addr);
}

std::string to_string(sockaddr const& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
    return std::string(text.data()) + ':' + std::to_string(ntohs(v4.sin_port));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    return '[' + std::string(text.data()) + "]:" + std::to_string(ntohs(v6.sin6_port));
  }
  return {};
}

} // namespace claimcheck::sources
