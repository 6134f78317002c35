#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace claimcheck::rules {

/// A few numbers without allocation.
struct Few {
  std::array<int, 2> values{};
  std::size_t count = 0;

  void add(int value) { values[count++] = value; }
  std::span<int const> list() const { return {values.data(), count}; }
  bool empty() const { return count == 0; }
};

} // namespace claimcheck::rules
