// Which network addresses may be connected to: public ones only. Decided on the address itself, never on its spelling:
// 127.0.0.1 can be written in a dozen ways, and a name can resolve to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace claimcheck::sources {

/// A public unicast address of IPv4 or IPv6. Private, loopback, link-local, shared (CGNAT), multicast, reserved,
/// documentation and translated (6to4, NAT64, Teredo, v4-mapped) ones are not.
bool is_public_address(sockaddr const& address);
/// The same for an address in figures; false when it is none.
bool is_public_address(std::string_view figures);
/// `203.0.113.7:443`, `[2001:db8::1]:443`, for messages; empty for other families.
std::string to_string(sockaddr const& address);

} // namespace claimcheck::sources
