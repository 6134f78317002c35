#include "resolve/year_choice.hpp"

#include <array>
#include <cstdlib>

#include "resolve/calendar.hpp"

namespace claimcheck::resolve {
namespace {

namespace cal = calendar;
using InYear = std::function<TimeInterval(int)>;

/// How far behind the last day of a story the next one may lie to be its neighbour, in days.
constexpr std::int64_t neighbourhood = 20;

/// A story goes forward: behind "December 1941", "January" is the next year's. Behind "on March 10, 1975, ... a
/// campaign planned for 1976", "on March 11" is the day after, whatever was said between.
ChosenYear story_year(TimeContext const& context, InYear const& in_year) {
  TimeInterval const& story = context.story.known() ? context.story : context.last;
  if (context.last_day.known() && context.near_last_day) {
    Days const day = context.last_day.first_day();
    int const year = cal::year_of(day);
    for (int const y : {year, year + 1}) {
      TimeInterval const candidate = in_year(y);
      if (!candidate.known() || candidate.grain > Grain::day) break;
      std::int64_t const later = cal::days_between(day, candidate.first_day());
      if (later >= 0 && later <= neighbourhood) return {y, ResolvedFrom::earlier_expression};
    }
  }
  int const year = cal::year_of(story.first_day());
  TimeInterval const candidate = in_year(year);
  bool const fine = story.grain <= Grain::month;
  bool const next = fine && candidate.known() && candidate.grain <= Grain::month &&
                    cal::days_between(candidate.first_day(), story.first_day()) > 200;
  return {next ? year + 1 : year, ResolvedFrom::earlier_expression};
}

/// The nearest to the document's day.
int nearest_year(Days day, InYear const& in_year) {
  int const year = cal::year_of(day);
  int best = year;
  std::int64_t distance = INT64_MAX;
  for (int const y : {year, year - 1, year + 1}) {
    TimeInterval const candidate = in_year(y);
    if (!candidate.known()) continue;
    std::int64_t const from = std::abs(cal::days_between(candidate.first_day(), day)),
                       to = std::abs(cal::days_between(candidate.last_day(), day));
    if (std::min(from, to) < distance) distance = std::min(from, to), best = y;
  }
  return best;
}

} // namespace

std::optional<ChosenYear> choose_year(TimeContext const& context, InYear const& in_year, bool complete) {
  if (context.narrative && context.last.known()) return story_year(context, in_year);
  if (context.document) {
    Days const day = *context.document;
    int const year = cal::year_of(day);
    bool const future = context.tense == Tense::future;
    if (context.tense == Tense::unknown && !complete)
      return ChosenYear{nearest_year(day, in_year), ResolvedFrom::document_date};
    int const direction = future ? 1 : -1;
    for (int const y : std::array{year, year + direction, year + 4 * direction}) { // 4: Feb. 29
      TimeInterval const candidate = in_year(y);
      if (!candidate.known()) continue;
      Days const bound = complete ? candidate.last_day() : candidate.first_day();
      if (future ? candidate.last_day() >= day : bound <= day) return ChosenYear{y, ResolvedFrom::document_date};
    }
    return ChosenYear{future ? year + 1 : year - 1, ResolvedFrom::document_date};
  }
  if (context.last.known()) return ChosenYear{cal::year_of(context.last.first_day()), ResolvedFrom::earlier_expression};
  return {};
}

} // namespace claimcheck::resolve
