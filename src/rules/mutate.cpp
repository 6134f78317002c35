#include "rules/mutate.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "claim/decimal.hpp"
#include "rules/format.hpp"

namespace claimcheck::rules {
namespace {

/// SplitMix64: small, and the same on every machine.
std::uint64_t next(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

constexpr std::array<std::string_view, 13> small_numbers{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};

bool digit(char c) { return c >= '0' && c <= '9'; }

/// The first run of digits, with its commas and decimal point.
std::optional<Span> digits_in(std::string_view text, Span within) {
  std::uint32_t begin = within.begin;
  while (begin < within.end && !digit(text[begin])) ++begin;
  if (begin == within.end) return std::nullopt;
  std::uint32_t end = begin;
  while (end < within.end &&
         (digit(text[end]) || ((text[end] == ',' || text[end] == '.') && end + 1 < within.end && digit(text[end + 1]))))
    ++end;
  return Span{begin, end};
}

/// The same count of digits and commas, another value.
std::string other_digits(std::string_view written, std::uint64_t& state) {
  std::string plain(written);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  auto const value = Decimal::parse(plain);
  if (!value || value->is_zero()) return {};
  for (int attempt = 0; attempt < 40; ++attempt) {
    // 12 to 60 percent more or less, and at least two units of the last digit.
    auto const percent = static_cast<std::int64_t>(12 + next(state) % 49);
    bool const up = next(state) % 2 == 0;
    Decimal step = multiply(*value, Decimal{percent, -2}).rounded_to(value->exponent);
    if (step < multiply(value->last_place(), Decimal{2})) step = multiply(value->last_place(), Decimal{2});
    Decimal const changed = up ? add(*value, step) : subtract(*value, step);
    if (changed.is_negative() || changed.is_zero() || changed == *value) continue;
    Decimal const rounded = changed.rounded_to(value->exponent);
    std::string text = rounded.to_string();
    if (value->exponent < 0) { // keeps the written decimal places
      std::size_t const point = text.find('.');
      std::size_t const places = static_cast<std::size_t>(-value->exponent);
      if (point == std::string::npos)
        text += '.' + std::string(places, '0');
      else
        text.append(places - std::min(places, text.size() - point - 1), '0');
    }
    if (text.size() != plain.size()) continue;
    if (written.find(',') != std::string_view::npos)
      for (std::size_t at = 0; at < written.size() && at <= text.size(); ++at)
        if (written[at] == ',') text.insert(at, ",");
    return text;
  }
  return {};
}

std::string other_word(std::string_view word, std::uint64_t& state) {
  for (std::size_t i = 2; i < small_numbers.size(); ++i) {
    if (small_numbers[i] != word) continue;
    std::size_t other = 2 + next(state) % (small_numbers.size() - 2);
    if (other == i) other = i == small_numbers.size() - 1 ? 2 : i + 1;
    return std::string(small_numbers[other]);
  }
  return {};
}

} // namespace

std::vector<Mutation> mutations(Article const& article, std::vector<Agreement> const& agreements, std::uint64_t seed) {
  std::vector<Mutation> out;
  std::set<ClaimId> done;
  for (Agreement const& agreement : agreements) {
    if (agreement.tension || !agreement.equation || agreement.claims.size() < 2) continue;
    for (ClaimId const id : agreement.claims) {
      if (!done.insert(id).second) continue;
      Claim const& claim = article.claims[id];
      std::uint64_t state = seed ^ (std::uint64_t{id} * 0xD1B54A32D192ED03ULL);
      Mutation mutation;
      mutation.rule = agreement.rule;
      mutation.claims = agreement.claims;
      if (auto const digits = digits_in(article.document.plain, claim.span)) {
        mutation.plain = *digits;
        mutation.from = std::string(article.document.text(*digits));
        mutation.to = other_digits(mutation.from, state);
      } else {
        std::string_view const words = article.document.folded_text(claim.span);
        std::size_t const last = words.find_last_of(' ');
        for (std::string_view const word :
             {words.substr(last == std::string_view::npos ? 0 : last + 1), words.substr(0, words.find(' '))}) {
          mutation.to = other_word(word, state);
          if (mutation.to.empty()) continue;
          mutation.from = std::string(word);
          mutation.plain.begin = claim.span.begin + static_cast<std::uint32_t>(word.data() - words.data());
          mutation.plain.end = mutation.plain.begin + static_cast<std::uint32_t>(word.size());
          break;
        }
      }
      if (mutation.to.empty()) continue;
      mutation.source = article.document.to_source(mutation.plain);
      // A figure split by markup is left alone: its digits do not lie together.
      if (mutation.source.size() != mutation.plain.size()) continue;
      out.push_back(std::move(mutation));
    }
  }
  std::sort(out.begin(), out.end(), [](Mutation const& a, Mutation const& b) { return a.plain < b.plain; });
  return out;
}

std::string mutated(Article const& article, Mutation const& mutation) {
  std::string out = article.document.source;
  out.replace(mutation.source.begin, mutation.source.size(), mutation.to);
  return out;
}

bool still_fits(Mutation const& mutation, std::vector<Agreement> const& agreements) {
  return std::any_of(agreements.begin(), agreements.end(), [&](Agreement const& agreement) {
    return agreement.rule == mutation.rule && !agreement.tension && agreement.claims == mutation.claims;
  });
}

bool caught(Mutation const& mutation, std::vector<Finding> const& findings) {
  Span const changed{mutation.plain.begin, mutation.plain.begin + static_cast<std::uint32_t>(mutation.to.size())};
  for (Finding const& finding : findings) {
    if (finding.level < Level::warning) continue;
    if (finding.primary.span.overlaps(changed)) return true;
    for (Evidence const& evidence : finding.related)
      if (evidence.span.overlaps(changed)) return true;
  }
  return false;
}

} // namespace claimcheck::rules
