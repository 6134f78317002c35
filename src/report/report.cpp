#include "report/report.hpp"

#include <algorithm>

#include "report/claim_json.hpp"
#include "report/utf8.hpp"

namespace claimcheck::report {
namespace {

constexpr std::uint32_t longest_excerpt = 160; // bytes kept on either side of the place

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

Excerpt excerpt_of(std::string_view source, Span place) {
  Excerpt out;
  auto const size = static_cast<std::uint32_t>(source.size());
  place.end = std::min(std::max(place.begin, place.end), size);
  place.begin = std::min(place.begin, place.end);
  auto const is_end = [&](std::uint32_t at) { return source[at] == '\n' || source[at] == '\r'; };
  std::uint32_t begin = place.begin;
  while (begin > 0 && !is_end(begin - 1) && place.begin - begin < longest_excerpt) --begin;
  while (begin < place.begin && is_continuation(source[begin])) ++begin;
  out.cut_left = begin > 0 && !is_end(begin - 1);
  std::uint32_t last = place.begin; // the place's end on this line
  while (last < place.end && !is_end(last) && last - place.begin < 2 * longest_excerpt) ++last;
  std::uint32_t end = last;
  while (end < size && !is_end(end) && end - last < longest_excerpt) ++end;
  while (end > last && end < size && is_continuation(source[end])) --end;
  out.cut_right = end < size && !is_end(end);
  out.line = source.substr(begin, end - begin);
  std::replace(out.line.begin(), out.line.end(), '\t', ' '); // one column each, so that carets stand below their words
  out.begin = place.begin - begin;
  out.size = last - place.begin;
  return out;
}

} // namespace

Coverage& Coverage::operator+=(Coverage const& other) {
  claims += other.claims;
  consistent += other.consistent;
  tension += other.tension;
  contradicted += other.contradicted;
  unbound += other.unbound;
  unchecked += other.unchecked;
  attributed += other.attributed;
  return *this;
}

Coverage coverage_of(Article const& article) {
  Coverage out;
  out.claims = article.claims.size();
  for (Claim const& claim : article.claims) {
    switch (claim.status) {
    case Status::consistent:
      ++out.consistent;
      break;
    case Status::tension:
      ++out.tension;
      break;
    case Status::contradicted:
      ++out.contradicted;
      break;
    case Status::unbound:
      ++out.unbound;
      break;
    case Status::unchecked:
      ++out.unchecked;
      break;
    }
    if (claim.attribution != no_id) ++out.attributed;
  }
  return out;
}

std::size_t Report::count(Level level) const {
  std::size_t n = 0;
  for (FileReport const& file : files)
    n += static_cast<std::size_t>(std::count_if(file.findings.begin(), file.findings.end(),
                                                [&](Reported const& r) { return r.finding.level == level; }));
  return n;
}

Coverage Report::coverage() const {
  Coverage out;
  for (FileReport const& file : files) out += file.coverage;
  return out;
}

Located locate(Article const& article, Locator& locator, Evidence const& evidence) {
  Located out{evidence.role, evidence.claim, locator.locate(evidence.span), {}};
  out.excerpt = excerpt_of(article.document.source, out.place.source);
  return out;
}

Reported reported(Article const& article, Locator& locator, Finding finding) {
  Reported out;
  out.primary = locate(article, locator, finding.primary);
  for (Evidence const& evidence : finding.related) out.related.push_back(locate(article, locator, evidence));
  if (finding.attribution < article.attributions.size())
    out.speaker = speaker_name(article, article.attributions[finding.attribution]);
  out.finding = std::move(finding);
  return out;
}

} // namespace claimcheck::report
