// Sums of money that are given in two currencies, of which each gives a rate of exchange.
#include <map>
#include <optional>

#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// A list of prices in two currencies is a table.
constexpr std::size_t most_pairs = 40;

/// "100 euros ($110)".
struct Conversion {
  ClaimId amount, other;
};

bool is_sum(Claim const& claim) {
  return claim.kind == Kind::money && claim.figure.exact_known && claim.figure.per == no_unit &&
         claim.figure.value > Decimal{0} && (claim.hedge == Hedge::none || claim.hedge == Hedge::about);
}

std::vector<Conversion> conversions(Article const& article) {
  std::vector<Conversion> out;
  auto const& claims = article.claims;
  std::string_view const text = article.document.folded;
  for (ClaimId id = 0; id + 1 < claims.size() && out.size() < most_pairs; ++id) {
    if (!is_sum(claims[id]) || !is_sum(claims[id + 1]) || claims[id].figure.unit == claims[id + 1].figure.unit)
      continue;
    std::uint32_t const from = claims[id].span.end, to = claims[id + 1].span.begin;
    std::string_view const gap = text.substr(from, to > from ? to - from : 0);
    if ((gap == " (" || gap == " (about " || gap == " (or ") && claims[id + 1].span.end < text.size() &&
        text[claims[id + 1].span.end] == ')')
      out.push_back({id, id + 1});
  }
  return out;
}

std::vector<Binding> rate_pairs(Article const& article) {
  std::vector<Binding> out;
  std::map<std::pair<UnitId, UnitId>, Conversion> first;
  auto const& claims = article.claims;
  auto const slot = [&](ClaimId id) { return Slot::of_claim(id, claims[id].span); };
  auto const number = [&](ClaimId id) {
    Figure const& figure = claims[id].figure;
    Value out_value = Value::number(figure.value);
    out_value.interval = Interval::around(figure.value, multiply(figure.value.last_place(), Decimal{5, -1}));
    return Slot::of_value(out_value);
  };
  for (Conversion const& each : conversions(article)) {
    auto const [found, fresh] =
        first.try_emplace({claims[each.amount].figure.unit, claims[each.other].figure.unit}, each);
    if (fresh) continue;
    Conversion const& before = found->second;
    out.push_back({{slot(before.amount), slot(before.other), slot(each.amount), slot(each.other), number(before.amount),
                    number(before.other), number(each.amount), number(each.other)}});
  }
  return out;
}

} // namespace

std::vector<Relation> money_relations() {
  Type const plain = Type::figure(Measure::plain);
  return {
      {"exchange-rates",
       "two sums of money in the same pair of currencies, each with its conversion in brackets: 100 euros ($110) ... "
       "200 euros ($190)",
       {{"amount", "money", {}, false, "the first sum"},
        {"converted", "money", {}, false, "its conversion"},
        {"later", "money", {}, false, "another sum"},
        {"later_converted", "money", {}, false, "its conversion"},
        {"a", "", plain, false, "the first sum as a number"},
        {"b", "", plain, false, "its conversion as a number"},
        {"c", "", plain, false, "the other sum as a number"},
        {"d", "", plain, false, "its conversion as a number"}},
       rate_pairs}};
}

} // namespace claimcheck::rules
