#include "claim/claim.hpp"

namespace claimcheck {

// These words are part of the JSON interface: scripts look for "more", "least", "less", "most", "nearly", "about" in
// them.
std::string_view name_of(Hedge hedge) {
  switch (hedge) {
  case Hedge::none:
    return "";
  case Hedge::about:
    return "about";
  case Hedge::nearly:
    return "nearly";
  case Hedge::just_under:
    return "just under";
  case Hedge::just_over:
    return "just over";
  case Hedge::more_than:
    return "more than";
  case Hedge::at_least:
    return "at least";
  case Hedge::less_than:
    return "less than";
  case Hedge::at_most:
    return "at most";
  case Hedge::exactly:
    return "exactly";
  case Hedge::vague:
    return "vague";
  }
  return "";
}

std::string_view reported_group(Claim const& claim) {
  switch (claim.kind) {
  case Kind::percent:
  case Kind::points:
    return "percent";
  case Kind::age:
  case Kind::rate:
    return "quantity";
  case Kind::count:
  case Kind::number:
  case Kind::ratio:
  case Kind::multiplier:
  case Kind::score: // pairs of counts
  case Kind::vote:
  case Kind::record:
  case Kind::odds:
    return claim.figure.adjectival ? "quantity" : "count";
  case Kind::ordinal:
    return "ordinal";
  default:
    return name_of(group_of(claim.kind));
  }
}

std::string_view name_of(Status status) {
  switch (status) {
  case Status::unbound:
    return "unbound";
  case Status::consistent:
    return "consistent";
  case Status::tension:
    return "tension";
  case Status::contradicted:
    return "contradicted";
  case Status::unchecked:
    return "unchecked";
  }
  return "";
}

} // namespace claimcheck
