// Figures that the reference knows: conversions between currencies, populations and areas, constants.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "lexicon/phrase_table.hpp"
#include "resolve/place_names.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;

namespace {

/// The first claim of a kind that begins within `gap` bytes behind the offset, with only the joint between.
std::optional<ClaimId> claim_behind(Article const& article, std::uint32_t at, std::string_view joint,
                                    bool (*fits)(Claim const&)) {
  if (article.document.folded.compare(at, joint.size(), joint) != 0) return {};
  std::uint32_t const begin = at + static_cast<std::uint32_t>(joint.size());
  auto const found =
      std::lower_bound(article.claims.begin(), article.claims.end(), begin,
                       [](Claim const& claim, std::uint32_t offset) { return claim.span.begin < offset; });
  if (found == article.claims.end() || found->span.begin != begin || !fits(*found)) return {};
  return static_cast<ClaimId>(found - article.claims.begin());
}

bool is_money(Claim const& claim) {
  return claim.kind == Kind::money && claim.figure.exact_known && claim.figure.per == no_unit;
}

// --- currencies
// ------------------------------------------------------------------------------------------------------------------

std::vector<Binding> find_conversions(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  bool const dated = article.date.day && article.date.certain;
  UnitTable const& units = article.lexicon->units;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& from = article.claims[id];
    if (!is_money(from)) continue;
    std::optional<ClaimId> to;
    for (std::string_view const joint : {" (", ", or ", " - or "})
      if (!to) to = claim_behind(article, from.span.end, joint, is_money);
    if (!to || article.claims[*to].figure.unit == from.figure.unit) continue;
    Claim const& into = article.claims[*to];
    bool const bracketed = article.document.folded.compare(from.span.end, 2, " (") == 0;
    if (bracketed && article.document.folded.compare(into.span.end, 1, ")") != 0)
      continue; // "$99 (69 pounds in Britain)": two prices
    std::string const a = units[from.figure.unit].code, b = units[into.figure.unit].code;
    auto const leave_open = [&](std::string_view verdict, std::string reason) {
      Binding binding;
      binding.slots = {Slot::of_claim(id, from.span), Slot::of_claim(*to, into.span)};
      binding.open = OpenQuestion{verdict, std::move(reason)};
      found.push_back(std::move(binding));
    };
    if (!dated) {
      leave_open("unresolved", "the month whose rate counts is not certain: the article's date is not");
      continue;
    }
    auto const rate_a = article.reference->lookup("cur:" + a, Property::exchange_rate, article.date.day);
    auto const rate_b = article.reference->lookup("cur:" + b, Property::exchange_rate, article.date.day);
    if (rate_a.empty() || rate_b.empty() || !rate_a.front().value || !rate_b.front().value ||
        rate_a.front().value->is_zero()) {
      std::chrono::year_month_day const day(*article.date.day);
      leave_open("unverifiable", fmt::format("no source has the rate between {} and {} in {:04}-{:02}", a, b,
                                             static_cast<int>(day.year()), static_cast<unsigned>(day.month())));
      continue;
    }
    Decimal const rate = divide(*rate_b.front().value, *rate_a.front().value);
    // A round amount is meant more exactly than its zeros say: half its rounding step, at most a twentieth.
    Decimal const margin =
        std::min(divide(from.figure.rounding, Decimal{2}), divide(from.figure.value.abs(), Decimal{20}));
    Value converted = Value::figure(Interval::around(from.figure.value, margin) * Interval::point(rate), Measure::money,
                                    into.figure.unit);
    converted.exact_known = true;
    converted.exact = multiply(from.figure.value, rate).significant(4);
    Binding binding;
    binding.slots = {Slot::of_claim(id, from.span), Slot::of_claim(*to, into.span), Slot::of_value(converted)};
    Fact const& cited = a == "USD" ? rate_b.front() : rate_a.front();
    binding.citations = {
        cite(cited, "one " + a + " was " + rate.significant(5).to_string() + " " + b + " on the average of the month")};
    found.push_back(std::move(binding));
  }
  return found;
}

// --- populations and areas
// -------------------------------------------------------------------------------------------------------

struct Joint {
  std::string_view words;
  Property property;
};
constexpr std::array<Joint, 10> joints{{
    {" has a population of ", Property::population},
    {", with a population of ", Property::population},
    {", population ", Property::population},
    {"'s population of ", Property::population},
    {", a country of ", Property::population},
    {", a nation of ", Property::population},
    {", a city of ", Property::population},
    {", a town of ", Property::population},
    {" has an area of ", Property::area},
    {" covers ", Property::area},
}};

bool is_people(Claim const& claim) {
  return (claim.kind == Kind::count || claim.kind == Kind::number) && claim.figure.exact_known;
}
bool is_area(Claim const& claim) { return claim.kind == Kind::area && claim.figure.exact_known; }

std::vector<Binding> find_sizes(Article const& article, Property wanted) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  resolve::PlaceNames const names(article);
  for (auto const& run : names.runs())
    for (auto const& [words, property] : joints) {
      if (property != wanted) continue;
      auto const id = claim_behind(article, run.span.end, words, property == Property::area ? is_area : is_people);
      if (!id) continue;
      auto const leave_open = [&](std::string_view verdict, std::string reason) {
        Binding binding;
        binding.slots = {Slot::of_claim(*id, article.claims[*id].span)};
        binding.open = OpenQuestion{verdict, std::move(reason)};
        found.push_back(std::move(binding));
      };
      std::string const name(article.document.text(run.span));
      Candidate subject = names.area(run.span);
      if (subject.type != EntityType::country || subject.match == reference::NameMatch::demonym) {
        auto const towns = names.place(run).readings;
        if (towns.empty()) {
          std::string const unreached = article.reference->unanswered({name, {EntityType::place}});
          if (unreached.empty())
            leave_open("unresolved", "no source knows a place named " + name);
          else
            leave_open("unverifiable", unreached);
          continue;
        }
        subject = towns.front().place;
      }
      auto facts = article.reference->lookup(subject.id, property, article.date.day);
      std::erase_if(facts, [](Fact const& fact) { return !fact.value || fact.value->is_zero(); });
      std::string const unreached = article.reference->unanswered(subject.id, property);
      if (facts.empty()) {
        if (unreached.empty())
          leave_open("unverifiable", "no source has the " + std::string(reference::name_of(property)) + " of " + name);
        else
          leave_open("unverifiable", unreached);
        continue;
      }
      // Of several definitions and years the one nearest to the text.
      double const stated = article.claims[*id].figure.value.to_double();
      auto const best = std::min_element(facts.begin(), facts.end(), [&](Fact const& a, Fact const& b) {
        return std::fabs(std::log(a.value->to_double() / stated)) < std::fabs(std::log(b.value->to_double() / stated));
      });
      Value known = Value::point(*best->value, Measure::plain);
      if (property == Property::area) {
        auto const km2 = article.lexicon->units.find("km2");
        if (!km2) continue;
        Binding const nothing;
        known = converted(Scope{article, nothing, nullptr}, Value::point(*best->value, Measure::physical, *km2),
                          article.claims[*id].figure.unit);
        if (!known.known()) continue;
      }
      Texts texts;
      Binding binding;
      binding.slots = {Slot::of_claim(*id, article.claims[*id].span),
                       Slot::of_text(run.span, article.document.text(run.span)), Slot::of_value(known),
                       Slot::of_value(Value::of(subject.type == EntityType::country))};
      binding.citations = {cite(*best, subject.name + ": " + best->value->to_string() +
                                           (best->unit.empty() ? "" : " " + best->unit) +
                                           (best->definition.empty() ? "" : ", " + best->definition))};
      binding.unreached = unreached; // a newer figure may stand there
      binding.texts = texts.keep();
      found.push_back(std::move(binding));
    }
  return found;
}

std::vector<Binding> find_populations(Article const& article) { return find_sizes(article, Property::population); }
std::vector<Binding> find_areas(Article const& article) { return find_sizes(article, Property::area); }

// --- constants
// -------------------------------------------------------------------------------------------------------------------

std::vector<Binding> find_constants(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  std::string const& folded = article.document.folded;
  UnitTable const& units = article.lexicon->units;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (!is_figure(claim.kind) || claim.sentence == no_id || claim.figure.unit == no_unit) continue;
    Span const sentence = article.document.sentences[claim.sentence];
    std::uint32_t end = claim.span.begin;
    for (std::string_view const joint : {" is ", ", ", " of ", " (", " was ", " at "})
      if (end >= sentence.begin + joint.size() && folded.compare(end - joint.size(), joint.size(), joint) == 0)
        end -= static_cast<std::uint32_t>(joint.size());
    if (end == claim.span.begin) continue;
    std::uint32_t begin = end;
    Candidate constant;
    Span phrase;
    for (int n = 0; n < 8 && begin > sentence.begin; ++n) {
      while (begin > sentence.begin && folded[begin - 1] == ' ') --begin;
      while (begin > sentence.begin && folded[begin - 1] != ' ') --begin;
      auto candidates = article.reference->resolve({article.document.text({begin, end}), {EntityType::constant}}, 2);
      if (candidates.size() == 1) {
        constant = std::move(candidates.front());
        phrase = {begin, end};
      }
    }
    if (constant.id.empty()) continue;
    auto const facts = article.reference->lookup(constant.id, Property::value);
    if (facts.size() != 1 || !facts.front().checked) continue;
    std::string code = facts.front().unit;
    bool const speed = code == "km/s"; // a rate in the text: kilometers a second
    auto const unit = units.find(speed ? "km" : code == "Ga" ? "a" : code);
    if (!unit || !units.convertible(*unit, claim.figure.unit)) continue;
    auto const second = units.find("s");
    Interval interval = facts.front().interval;
    if (code == "Ga") interval = interval * Interval::point(Decimal{1, 9});
    Value known = Value::figure(interval, Measure::physical, *unit);
    if (speed) {
      if (!second || claim.figure.per == no_unit) continue;
      known.per = *second;
    }
    known.exact_known = true;
    known.exact = code == "Ga" ? multiply(*facts.front().value, Decimal{1, 9}) : *facts.front().value;
    Binding binding;
    binding.slots = {Slot::of_claim(id, claim.span), Slot::of_text(phrase, article.document.text(phrase)),
                     Slot::of_value(known)};
    binding.citations = {cite(facts.front(), constant.name + ": " + facts.front().value->to_string() + " " + code)};
    found.push_back(std::move(binding));
  }
  return found;
}

} // namespace

std::vector<Relation> known_value_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), number = Type::figure(Measure::plain),
             money = Type::figure(Measure::money);
  Dimension square;
  square.exponent[Dimension::length] = 2;
  Type const any = Type::figure(Measure::any);
  return {
      {"money-conversion",
       "An amount and the same in another currency: \"10 million lira ($680,000)\". Only with --reference and a date "
       "of the document.",
       {{"amount", "money", {}, false, "the first amount"},
        {"other", "money", {}, false, "the same in another currency"},
        {"converted", "", money, false, "the first amount at the average rate of the month, in the other currency"}},
       find_conversions},
      {"population",
       "A place and its inhabitants: \"Turkey, a country of 85 million\", \"Antalya has a population of 1.3 million\". "
       "Only with --reference.",
       {{"stated", "count|number", {}, false, "the stated number"},
        {"place", "", text, false, "the place as named"},
        {"known", "", number, false, "the number that the reference has, of several the nearest"},
        {"country", "", truth, false, "the place is a country"}},
       find_populations},
      {"surface",
       "A country and its area: \"Turkey covers 783,000 square kilometers\". Only with --reference.",
       {{"stated", "area", {}, false, "the stated area"},
        {"place", "", text, false, "the place as named"},
        {"known", "", Type::physical(square), false,
         "the area that the reference has, of several definitions the nearest"},
        {"country", "", truth, false, "the place is a country"}},
       find_areas},
      {"constant",
       "A constant of nature or measurement and its value: \"the speed of light, 186,000 miles per second\". Only with "
       "--reference.",
       {{"stated", "figure", {}, false, "the stated value"},
        {"constant", "", text, false, "the constant as named"},
        {"known", "", any, false, "its value, with what definitions allow"}},
       find_constants},
  };
}

} // namespace claimcheck::rules
