// Any bytes in any format: the readers keep the promises of document.hpp. The first byte chooses the format and the
// headline.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "text/check_document.hpp"
#include "text/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace claimcheck;
  if (size == 0) return 0;
  auto const format = static_cast<text::Format>(data[0] % 3);
  std::optional<std::uint32_t> headline;
  if (data[0] >= 128) headline = data[0] - 128u;
  std::string source(reinterpret_cast<char const*>(data + 1), size - 1);
  text::Document document = text::read(source, format, headline);
  std::vector<Span> unbreakable;
  if (document.plain.size() > 20) unbreakable = {{3, 12}, {10, 15}, {12, 20}};
  text::segment(document, unbreakable);
  if (auto const broken = text::broken_promise(document)) {
    std::fprintf(stderr, "broken promise: %s\n", broken->c_str());
    std::abort();
  }
  auto const end = static_cast<std::uint32_t>(document.plain.size());
  for (std::uint32_t at = 0; at < end; at += 5) {
    Span const hull = document.to_source({at, std::min(at + 3, end)});
    if (hull.begin > hull.end || hull.end > document.source.size()) std::abort();
    (void)document.position(hull.begin);
    (void)document.source_pieces({at, std::min(at + 3, end)});
  }
  return 0;
}
