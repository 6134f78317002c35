#include "resolve/times.hpp"

#include "resolve/calendar.hpp"
#include "resolve/tense.hpp"
#include "resolve/time_resolver.hpp"
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

/// Does a resolved expression become the one that later ones lean on?
bool can_be_leant_on(TemporalReading const& r, Temporal const& time) {
  if (r.form != TemporalForm::point || !time.when.known() || r.point.event) return false;
  if (r.shift.direction < 0 && r.shift.grain > Grain::day) return false; // "two decades earlier" is an aside
  if (r.range && time.when.grain >= Grain::year) return false;           // "(1876-1910)" is said by the way
  return r.point.span != Grain::century;
}

/// "until 1976", "since 513 BC", "by the end of 1942": the story stays where it is.
bool is_limit(text::Document const& document, CalendarWords const& words, Span expression) {
  std::string_view const folded = document.folded;
  std::size_t end = expression.begin;
  while (end > 0 && folded[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && folded[begin - 1] >= 'a' && folded[begin - 1] <= 'z') --begin;
  return words.limit_words.find(folded.substr(begin, end - begin)) != nullptr;
}

class Timeline {
 public:
  Timeline(TimeContext& context, CalendarWords const& words, text::Document const& document)
      : context_(context), words_(words), document_(document) {}

  void remember(TemporalReading const& r, Temporal const& time, Span span, std::uint32_t sentence) {
    if (!can_be_leant_on(r, time)) return;
    if (context_.narrative && time.resolved_from == ResolvedFrom::document_date) return;
    if (time.when.grain >= Grain::year && context_.last.known() && is_limit(document_, words_, span)) return;
    TimeInterval when = time.when;
    if (when.grain < Grain::day) when = calendar::of_day(when.first_day());
    context_.last = when;
    sentence_ = sentence;
    if (when.grain == Grain::day) context_.last_day = calendar::of_day(when.first_day());
  }
  void enter(std::uint32_t sentence) { context_.same_sentence = sentence == sentence_ && sentence != no_id; }

 private:
  TimeContext& context_;
  CalendarWords const& words_;
  text::Document const& document_;
  std::uint32_t sentence_ = no_id;
};

/// "in five years" where the sentence looks ahead is a date.
bool ahead(TemporalReading& r, TimeContext const& context) {
  if (r.form != TemporalForm::duration || !r.after_in || context.tense != Tense::future || !context.document ||
      context.narrative)
    return false;
  if (r.length.vague || r.length.range || r.length.count != 1 || !r.length.parts[0].amount.is_integer() ||
      r.length.parts[0].amount > Decimal{1000})
    return false;
  if (r.length.parts[0].grain < Grain::day) return false;
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
    timeline.enter(claim.sentence);
    context.tense =
        needs_tense(reading) ? tense_at(article.document, words, claim.span, claim.sentence) : Tense::unknown;
    if (ahead(reading, context)) claim.kind = Kind::date;
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
