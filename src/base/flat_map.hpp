// A hash map from well-mixed 64-bit keys (fnv1a, word_key) to small values, in one array. std::unordered_map allocates
// a node for each entry, which was a tenth of the time of attribution; boost::unordered_flat_map is newer than Debian's
// Boost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace claimcheck {

/// Entries are never removed. Pointers to values are valid until the next insertion. Key 0 is taken for key 1.
template <class Value>
class FlatMap {
 public:
  /// nullptr when the key is not there.
  Value* find(std::uint64_t key) { return const_cast<Value*>(std::as_const(*this).find(key)); }
  Value const* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    Slot const& slot = slots_[place(slots_, used_key(key))];
    return slot.key == 0 ? nullptr : &slot.value;
  }
  /// The value, made anew when the key is not there.
  Value& operator[](std::uint64_t key) { return *try_emplace(key, Value{}).first; }
  /// Puts `value` in place unless the key is there already: the value that is there, and whether it is the new one.
  std::pair<Value*, bool> try_emplace(std::uint64_t key, Value value) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    key = used_key(key);
    Slot& slot = slots_[place(slots_, key)];
    bool const fresh = slot.key == 0;
    if (fresh) {
      slot = {key, std::move(value)};
      ++size_;
    }
    return {&slot.value, fresh};
  }
  std::size_t size() const { return size_; }
  template <class Function>
  void each(Function&& function) {
    for (Slot& slot : slots_)
      if (slot.key != 0) function(slot.value);
  }

 private:
  struct Slot {
    std::uint64_t key = 0; ///< 0: free
    Value value{};
  };
  static std::uint64_t used_key(std::uint64_t key) { return key != 0 ? key : 1; }
  /// The key's slot, or the free one where it belongs.
  static std::size_t place(std::vector<Slot> const& slots, std::uint64_t key) {
    std::size_t const mask = slots.size() - 1;
    std::size_t at = (key ^ key >> 32) & mask;
    while (slots[at].key != 0 && slots[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> larger(slots_.empty() ? 16 : slots_.size() * 2);
    for (Slot& slot : slots_)
      if (slot.key != 0) larger[place(larger, slot.key)] = std::move(slot);
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_; // a power of two, half full at most
  std::size_t size_ = 0;
};

} // namespace claimcheck
