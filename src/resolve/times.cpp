#include "resolve/times.hpp"

#include "resolve/calendar.hpp"
#include "resolve/tense.hpp"
#include "resolve/time_resolver.hpp"
#include "resolve/timeline.hpp"
#include "resolve/timex.hpp"

namespace claimcheck::resolve {
namespace {

bool full_year(TemporalReading const& r) {
  return r.form == TemporalForm::point && r.point.date.has_year() && r.point.span == Grain::none;
}

/// Spoken from the day of writing: the mark of news.
bool deictic(TemporalReading const& r) {
  if (r.form != TemporalForm::point) return false;
  if (r.shift.anchor == Anchor::document || (r.frame.anchor == Anchor::document && r.frame.step != 0)) return true;
  PartialDate const& d = r.point.date;
  return d.has_weekday() && !d.has_day() && !d.has_month() && r.point.nth == 0;
}

/// History tells its dates one by one from the years that it names; news counts from its own day.
bool is_narrative(std::vector<TemporalReading> const& readings, std::optional<Days> document) {
  int years = 0, days = 0;
  for (TemporalReading const& r : readings) {
    if (full_year(r) && (!document || std::abs(calendar::year_of(*document) - r.point.date.year) > 0)) ++years;
    days += deictic(r);
  }
  return years >= 5 && years > 4 * days;
}

/// "in five years" where the sentence looks ahead is a date.
bool ahead(TemporalReading& r, TimeContext const& context, CalendarWords const& words, std::string_view before) {
  if (r.form != TemporalForm::duration || !r.after_in || context.tense != Tense::future || !context.document ||
      context.narrative)
    return false;
  if (r.length.vague || r.length.range || r.length.count != 1 || !r.length.parts[0].amount.is_integer() ||
      r.length.parts[0].amount > Decimal{1000})
    return false;
  if (r.length.parts[0].grain < Grain::day) return false;
  if (stands_before(before, before.size(), words.record_words, 7)) return false; // "the first strike in ten years"
  r.form = TemporalForm::point;
  r.shift = {Anchor::document,
             1,
             false,
             r.length.parts[0].grain,
             static_cast<std::int32_t>(r.length.parts[0].amount.to_double()),
             false};
  return true;
}

/// Ages and rates speak of time too: "22 years old" is P22Y, "$5 a week" is said of every P1W.
void describe_length(Claim& claim, UnitTable const& units) {
  bool const age = claim.kind == Kind::age && claim.figure.exact_known;
  if (!age && (claim.kind != Kind::rate || !(claim.figure.per_amount == Decimal{1}))) return;
  std::string_view const code = units[age ? claim.figure.unit : claim.figure.per].code;
  DurationFields length;
  length.count = 1;
  length.parts[0].amount = age ? claim.figure.value : Decimal{1};
  for (auto const& [name, grain] : {std::pair<std::string_view, Grain>{"a", Grain::year},
                                    {"mo", Grain::month},
                                    {"wk", Grain::week},
                                    {"d", Grain::day},
                                    {"h", Grain::hour}})
    if (code == name) length.parts[0].grain = grain;
  if (length.parts[0].grain == Grain::none) return;
  claim.time = std::make_unique<Temporal>();
  claim.time->type = age ? TimexType::duration : TimexType::set;
  claim.time->value = length_text(length);
}

/// "Three days later" with no day to count from: the length is all that is said.
bool anchorless(TemporalReading const& r, Temporal const& time) {
  return r.form == TemporalForm::point && r.shift.anchor == Anchor::previous && !r.shift.vague && r.length.count != 0 &&
         !time.when.known();
}

bool lacks_year(TemporalReading const& r) {
  return r.form == TemporalForm::point && !r.range && !r.point.date.has_year() && r.point.span == Grain::none &&
         r.frame.anchor == Anchor::none && r.shift.anchor == Anchor::none &&
         (r.point.date.has_month() || r.point.season != Season::none || r.point.quarter != 0);
}

/// What stands between two dates that are told together: "and", "or the early", a comma.
struct Joint {
  bool joins = false;
  bool last = false; ///< "and": the list ends with the date behind it
};
Joint joint_of(std::string_view between) {
  Joint out;
  if (between.size() > 16) return out;
  std::size_t at = 0;
  while (at < between.size()) {
    std::size_t const end = std::min(between.find_first_of(" ,", at), between.size());
    std::string_view const word = between.substr(at, end - at);
    if (word == "and" || word == "or")
      out.last = true;
    else if (!word.empty() && word != "in" && word != "on" && word != "the")
      return {};
    at = end + 1;
  }
  out.joins = !between.empty();
  return out;
}

/// "in April and June 1955", "the spring and early summer of 1943", "on May 3, May 9 and June 2, 2020": one year is
/// written for all.
std::int16_t shared_year(Article const& article, std::vector<TemporalReading> const& readings,
                         std::vector<std::uint32_t> const& reading_of, std::size_t at) {
  std::string_view const folded = article.document.folded;
  unsigned wraps = 0;
  for (std::size_t k = at + 1; k < article.claims.size() && k <= at + 6; ++k) {
    if (reading_of[k] == no_id) break;
    TemporalReading const &before = readings[reading_of[k - 1]], &here = readings[reading_of[k]];
    std::uint32_t const from = article.claims[k - 1].span.end, to = article.claims[k].span.begin;
    if (to <= from || here.form != TemporalForm::point) break;
    Joint const joint = joint_of(folded.substr(from, to - from));
    if (!joint.joins || (before.point.season != Season::none) != (here.point.season != Season::none) ||
        before.point.date.has_month() != here.point.date.has_month())
      break;
    // "in November and January 1956": the list runs over the end of the year
    wraps += before.point.date.has_month() && here.point.date.month < before.point.date.month;
    if (here.point.date.has_year())
      return joint.last ? static_cast<std::int16_t>(here.point.date.year - static_cast<int>(wraps))
                        : PartialDate::no_year;
    if (joint.last || !lacks_year(here)) break;
  }
  return PartialDate::no_year;
}

} // namespace

void resolve_times(Article& article, std::vector<TemporalReading> const& readings,
                   std::vector<std::uint32_t> const& reading_of, std::string_view date) {
  article.date = find_document_date(article, readings, reading_of, date);
  CalendarWords const& words = article.lexicon->calendar;
  TimeContext context;
  context.document = article.date.day;
  context.narrative = is_narrative(readings, context.document);
  Timeline timeline(context, words, article.document);

  for (std::size_t i = 0; i < article.claims.size(); ++i) {
    Claim& claim = article.claims[i];
    if (reading_of[i] == no_id) {
      describe_length(claim, article.lexicon->units);
      continue;
    }
    TemporalReading reading = readings[reading_of[i]];
    timeline.enter(reading, claim.span, claim.sentence);
    if (lacks_year(reading)) reading.point.date.year = shared_year(article, readings, reading_of, i);
    context.tense =
        needs_tense(reading) ? tense_at(article.document, words, claim.span, claim.sentence) : Tense::unknown;
    if (ahead(reading, context, words, std::string_view(article.document.folded).substr(0, claim.span.begin)))
      claim.kind = Kind::date;
    Temporal time = resolve_reading(reading, words, context);
    if (anchorless(reading, time)) {
      reading.form = TemporalForm::duration;
      reading.shift = {};
      time = resolve_reading(reading, words, context);
      claim.kind = Kind::duration;
      claim.span = {std::min(claim.span.begin, claim.core.begin), claim.core.end};
    }
    timeline.remember(reading, time, claim.span, claim.sentence);
    claim.time = std::make_unique<Temporal>(std::move(time));
  }
}

} // namespace claimcheck::resolve
