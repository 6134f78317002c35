// Sentences. News ends sentences plainly; what needs care is the stop that ends none (sentence.cpp).
#include "text/document.hpp"
#include "text/sentence.hpp"

namespace claimcheck::text {
namespace {

/// Without white space at its ends; the folded text has a plain space for each of its bytes.
Span trimmed(std::string_view folded, std::size_t begin, std::size_t end) {
  while (begin < end && folded[begin] == ' ') ++begin;
  while (end > begin && folded[end - 1] == ' ') --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Walks along the sorted spans: does one begin before `offset` and end after it?
class Unbreakable {
 public:
  explicit Unbreakable(std::vector<Span> const& spans) : spans_(spans) {}
  bool holds(std::uint32_t offset) {
    for (; next_ < spans_.size() && spans_[next_].begin < offset; ++next_) reach_ = std::max(reach_, spans_[next_].end);
    return reach_ > offset;
  }

 private:
  std::vector<Span> const& spans_;
  std::size_t next_ = 0;
  std::uint32_t reach_ = 0;
};

} // namespace

void segment(Document& document, std::vector<Span> const& unbreakable) {
  Words const& words = Words::english();
  std::string_view const plain = document.plain;
  Unbreakable claims(unbreakable);
  document.sentences.clear();
  for (Region const& region : document.regions) {
    if (!is_text(region.kind)) continue;
    std::size_t begin = region.span.begin;
    auto const add = [&](std::size_t end) {
      Span const sentence = trimmed(document.folded, begin, end);
      if (!sentence.empty()) document.sentences.push_back(sentence);
      begin = end;
    };
    bool const prose = region.kind != RegionKind::dateline;
    for (std::size_t at = begin; prose && (at = next_stop(plain, at, region.span.end)) < region.span.end;) {
      Stop const stop = sentence_end(plain, begin, at, region.span.end, words);
      at = stop.resume;
      if (!stop.boundary || stop.end >= region.span.end || claims.holds(static_cast<std::uint32_t>(stop.end))) continue;
      add(stop.end);
    }
    add(region.span.end);
  }
}

} // namespace claimcheck::text
