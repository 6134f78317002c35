#include "marked_article.hpp"

#include <sstream>

#include "base/hash.hpp"
#include "resolve/calendar.hpp"

namespace claimcheck::test {
namespace {

Claim claim_of(std::string const& mark, Lexicon const& lexicon) {
  std::istringstream in(mark);
  std::string kind, value, unit, flag;
  in >> kind >> value >> unit >> flag;
  if (unit == "q" || unit == "?") std::swap(unit, flag);
  Claim claim;
  claim.kind = kind_named(kind).value();
  claim.guards.quoted = flag == "q";
  claim.guards.hypothetical = flag == "?";
  if (claim.kind == Kind::date) {
    claim.time = std::make_unique<Temporal>();
    int const year = std::stoi(value.substr(0, 4));
    auto const month = static_cast<unsigned>(std::stoi(value.substr(5, 2))),
               day = static_cast<unsigned>(std::stoi(value.substr(8, 2)));
    claim.time->stated = {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                          static_cast<std::uint8_t>(day), PartialDate::none};
    if (auto const exact = calendar::day(year, month, day)) claim.time->when = calendar::of_day(*exact);
    return claim;
  }
  if (value[0] == '~') claim.hedge = Hedge::about;
  if (value[0] == '>') claim.hedge = Hedge::more_than;
  if (claim.hedge != Hedge::none) value.erase(0, 1);
  if (std::size_t const dots = value.find(".."); dots != std::string::npos) {
    claim.figure.range = true;
    claim.figure.interval =
        Interval::between(*Decimal::parse(value.substr(0, dots)), *Decimal::parse(value.substr(dots + 2)));
  } else {
    Decimal const number = *Decimal::parse(value);
    claim.figure.exact_known = true;
    claim.figure.value = number;
    claim.figure.rounding = number.rounding_unit();
    claim.figure.interval = Interval::around(number, multiply(claim.figure.rounding, Decimal{5, -1}));
    if (claim.hedge == Hedge::about) claim.figure.interval = Interval::around(number, multiply(number, Decimal{1, -1}));
    if (claim.hedge == Hedge::more_than) claim.figure.interval = Interval::more_than(number);
  }
  if (!unit.empty()) claim.figure.unit = lexicon.units.find(unit).value();
  return claim;
}

} // namespace

Article marked(std::string const& text, std::string const& headline) {
  Article article;
  article.lexicon = &Lexicon::builtin();
  std::string const source = headline.empty() ? text : headline + "\n\n" + text;
  std::string plain;
  for (std::size_t at = 0; at < source.size();) {
    if (source.compare(at, 2, "<<") != 0) {
      plain += source[at++];
      continue;
    }
    std::size_t const colon = source.find(": ", at), end = source.find(">>", at);
    Claim claim = claim_of(source.substr(at + 2, colon - at - 2), *article.lexicon);
    claim.span.begin = static_cast<std::uint32_t>(plain.size());
    plain += source.substr(colon + 2, end - colon - 2);
    claim.span.end = static_cast<std::uint32_t>(plain.size());
    claim.core = claim.span;
    if (claim.figure.unit != no_unit) {
      claim.unit_span = claim.span;
      claim.unit_span.begin = static_cast<std::uint32_t>(plain.find_last_of(" -") + 1);
    }
    if (claim.kind == Kind::count) {
      std::size_t const begin = end + 3, stop = source.find_first_of(" ,.;:)", begin);
      std::string const word = source.substr(begin, stop - begin);
      claim.subject.head = {claim.span.end + 1, claim.span.end + 1 + static_cast<std::uint32_t>(word.size())};
      claim.subject.phrase = claim.subject.head;
      claim.subject.key = fnv1a(article.lexicon->singular(word));
    }
    article.claims.push_back(std::move(claim));
    at = end + 2;
  }
  article.document = text::read_plain(
      plain, headline.empty() ? std::nullopt : std::optional(static_cast<std::uint32_t>(plain.find('\n'))));
  if (!headline.empty()) { // the blank line has become one wall
    std::size_t const wall = plain.find("\n\n");
    auto const shift = [&](Span& span) {
      if (span.begin > wall) span = {span.begin - 1, span.end - 1};
    };
    for (Claim& claim : article.claims)
      for (Span* span : {&claim.span, &claim.core, &claim.unit_span, &claim.subject.head, &claim.subject.phrase})
        shift(*span);
  }
  std::vector<Span> spans;
  for (Claim const& claim : article.claims) spans.push_back(claim.span);
  text::segment(article.document, spans);
  for (Claim& claim : article.claims) {
    claim.sentence = article.document.sentence_at(claim.span.begin);
    claim.region = article.document.region_at(claim.span.begin);
  }
  return article;
}

} // namespace claimcheck::test
