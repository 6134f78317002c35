// For relations that ask the reference: names and sentences of sources, kept alive as long as the match that shows
// them.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "claim/reference.hpp"
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

/// A fact as evidence: its source with licence, date and address, where they are known.
inline SourceCitation cite(reference::Fact const& fact, std::string detail) {
  SourceCitation out;
  if (fact.source != nullptr)
    out = {fact.source->title,
           fact.source->licence,
           fact.as_of.empty() ? fact.source->as_of : fact.as_of,
           fact.url.empty() ? fact.source->url : fact.url,
           "",
           ""};
  out.detail = std::move(detail);
  return out;
}
/// The same, and whether a second source bears the fact out: one that none does may not contradict.
inline SourceCitation cite_checked(reference::Fact const& fact, std::string detail) {
  return cite(fact, std::move(detail) + (fact.checked ? "" : ", not cross-checked"));
}

} // namespace claimcheck::rules
