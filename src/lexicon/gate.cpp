#include "lexicon/gate.hpp"

#include "lexicon/phrase_table.hpp"

namespace claimcheck {

Gate::Gate() : slots_(1024), mask_(1023) {}

void Gate::add(std::string_view phrase, std::uint32_t families) {
  std::size_t const length = leading_letters(phrase.data(), phrase.data() + phrase.size());
  if (length == 0) return;
  if (length == 1) {
    single_[static_cast<std::size_t>(phrase[0] - 'a')] |= families;
    return;
  }
  pairs_[static_cast<std::size_t>(phrase[0] - 'a') * 26 + static_cast<std::size_t>(phrase[1] - 'a')] = true;
  char padded[8] = {};
  std::memcpy(padded, phrase.data(), std::min<std::size_t>(length, 8));
  insert(key_of(padded, length), static_cast<std::uint32_t>(length), families);
}

void Gate::insert(std::uint64_t key, std::uint32_t length, std::uint32_t families) {
  if (used_ * 4 > slots_.size()) { // a quarter full at most: a miss then costs one probe
    std::vector<Slot> const old = std::move(slots_);
    slots_.assign(old.size() * 2, {});
    mask_ = slots_.size() - 1;
    used_ = 0;
    for (Slot const& slot : old)
      if (slot.length != 0) insert(slot.key, slot.length, slot.families);
  }
  std::size_t at = slot_of(key, length);
  while (slots_[at].length != 0 && !(slots_[at].length == length && slots_[at].key == key)) at = (at + 1) & mask_;
  if (slots_[at].length == 0) ++used_;
  slots_[at].key = key;
  slots_[at].length = length;
  slots_[at].families |= families;
}

} // namespace claimcheck
