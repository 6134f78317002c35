// A figure that speaks of a thing told before: "the 16 workers" after "laid off 14 workers".
#include "rules/mention.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

std::vector<Binding> second_mentions(Article const& article) {
  std::vector<Binding> out;
  for (auto const [first, again] : Mentions(article).retellings())
    out.push_back(
        {{Slot::of_claim(first, article.claims[first].span), Slot::of_claim(again, article.claims[again].span)}});
  return out;
}

} // namespace

std::vector<Relation> mention_relations() {
  return {
      {"second-mention",
       "a figure with a definite article or a possessive (the 16 workers, the $4 million grant, the 12-story tower, "
       "the "
       "49-year-old mayor, all 48 people) and the only other value that the text told of the same thing before; silent "
       "for parts, sums, comparisons, and where place, time or group are its own",
       {{"first", "figure", {}, false, "the figure as it was told first"},
        {"again", "figure", {}, false, "the figure that refers to it"}},
       second_mentions}};
}

} // namespace claimcheck::rules
