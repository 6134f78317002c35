// Where the readers put what they read.
#pragma once

#include <cstddef>
#include <vector>

#include "claim/claim.hpp"

namespace claimcheck::extract {

/// Where a reader puts its claim: behind those found so far, and not before it has something to write. Most attempts
/// end earlier, and a blank claim for each of them was a twentieth of the time of reading.
class ClaimSlot {
 public:
  explicit ClaimSlot(std::vector<Claim>& claims) : claims_(claims), before_(claims.size()) {}
  /// The claim, blank when it is asked for first. Valid until another one is added.
  Claim& open() { return claims_.size() == before_ ? claims_.emplace_back() : claims_.back(); }
  /// Takes it back.
  void drop() {
    if (claims_.size() != before_) claims_.pop_back();
  }

 private:
  std::vector<Claim>& claims_;
  std::size_t before_;
};

} // namespace claimcheck::extract
