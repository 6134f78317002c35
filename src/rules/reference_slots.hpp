// For relations that ask the reference: names and sentences of sources, kept alive as long as the match that shows
// them.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "rules/binding.hpp"

namespace claimcheck::rules {

class Texts {
 public:
  /// The text as a value; valid while the binding that took `keep` lives.
  Value value(std::string text) { return Value::of_text(texts_->emplace_back(std::move(text))); }
  std::shared_ptr<void const> keep() const { return texts_; }

 private:
  std::shared_ptr<std::deque<std::string>> texts_ = std::make_shared<std::deque<std::string>>();
};

} // namespace claimcheck::rules
