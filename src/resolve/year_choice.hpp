// Which year is meant where none is written: "Oct. 30", "May", "the summer", "the third quarter".
#pragma once

#include <functional>
#include <optional>

#include "resolve/time_resolver.hpp"

namespace claimcheck::resolve {

/// A year and what decided it.
struct ChosenYear {
  int year;
  ResolvedFrom from;
};

/// `in_year` gives the period in a year, unknown where that year has none (Feb. 29); `complete` asks for one that is
/// over on the document's day. Nothing where neither the document nor the text decides.
std::optional<ChosenYear> choose_year(TimeContext const& context, std::function<TimeInterval(int)> const& in_year,
                                      bool complete = false);

} // namespace claimcheck::resolve
