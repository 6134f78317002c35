// Days that are counted on from the date told before: "... on March 3. A week later, on March 14, ..."
#include <optional>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

bool is_point(Claim const& claim) {
  return claim.kind == Kind::date && claim.time != nullptr && !claim.time->range && !claim.guards.quoted;
}

/// "two days later", "the next day": counted from another date, which the words do not name.
bool counts_on(std::string_view text) {
  return text.ends_with(" later") || text == "the next day" || text == "the following day" || text == "the day after";
}

/// The date from which is counted: the nearest before it, the only one of its sentence, in the same sentence or in the
/// one before.
std::optional<ClaimId> counted_from(Article const& article, ClaimId step) {
  auto const& claims = article.claims;
  std::uint32_t const sentence = claims[step].sentence;
  std::optional<ClaimId> out;
  for (ClaimId id = step; id-- > 0 && claims[id].sentence + 1 >= sentence;) {
    Claim const& claim = claims[id];
    if (!is_point(claim)) continue;
    if (!out)
      out = id;
    else if (claims[*out].sentence == claim.sentence)
      return {}; // which of the two is meant is not known
  }
  if (!out) return {};
  PartialDate const& stated = claims[*out].time->stated;
  std::string_view const before = article.document.folded_text({0, claims[*out].span.begin});
  if (!stated.has_day() && !stated.has_year() && before.ends_with(", a ")) return {}; // "Oct. 8, a Sunday": of another
  bool const named = stated.has_year() || (stated.has_month() && stated.has_day()) || stated.has_weekday();
  return named && claims[*out].time->when.known() ? out : std::nullopt;
}

std::vector<Binding> later_days(Article const& article) {
  std::vector<Binding> out;
  auto const& claims = article.claims;
  std::string_view const text = article.document.folded;
  for (ClaimId id = 1; id + 1 < claims.size(); ++id) {
    Claim const &step = claims[id], &named = claims[id + 1];
    if (!is_point(step) || !is_point(named) || !step.time->when.known() || step.sentence != named.sentence) continue;
    if (!counts_on(article.document.folded_text(step.span))) continue;
    std::string_view const between = text.substr(step.span.end, named.span.begin - step.span.end);
    if (between != ", " && between != ", on " && between != ", in " && between != " (" && between != " on ") continue;
    if (auto const from = counted_from(article, id))
      out.push_back({{Slot::of_claim(*from, claims[*from].span), Slot::of_claim(id, step.span),
                      Slot::of_claim(id + 1, named.span)}});
  }
  return out;
}

} // namespace

std::vector<Relation> later_relations() {
  return {{"later-day",
           "a day that is counted on from the date told before (\"two days later\", \"the next day\") with the date "
           "that stands beside it",
           {{"from", "date", {}, false, "the date told before"},
            {"step", "date", {}, false, "the day counted on"},
            {"named", "date", {}, false, "the date beside it"}},
           later_days}};
}

} // namespace claimcheck::rules
