// The facade of the calendar grammars: which of them to try where, and what a reading makes of the claim.
#include "extract/temporal.hpp"

#include <string_view>

#include "extract/duration.hpp"
#include "grammars/clock.hpp"
#include "grammars/context.hpp"
#include "grammars/date.hpp"
#include "grammars/period.hpp"
#include "grammars/relative.hpp"
#include "grammars/temporal.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TemporalReading;
using grammar::TextContext;

std::string_view word_at(char const* p, char const* last) { return {p, leading_letters(p, last)}; }

char const* skip_spaces(char const* p, char const* last) {
  while (p != last && *p == ' ') ++p;
  return p;
}

/// Tries one rule on a blank reading; the end of what it read, or nullptr, which leaves the reading blank.
template <class Rule>
char const* read(Rule const& rule, TextContext const& text, char const* at, TemporalReading& reading) {
  grammar::context const outer(text);
  grammar::Draft draft{reading};
  grammar::temporal_context const context(draft, outer);
  char const* p = at;
  if (!rule.parse(p, text.end, context, grammar::x3::unused, grammar::x3::unused) || p == at) return nullptr;
  return p;
}

std::uint32_t gate_at(TextContext const& text, char const* p) {
  return grammar::detail::gate_families(p, text.end, text);
}

bool digit(char const* p, char const* last) { return p < last && *p >= '0' && *p <= '9'; }

/// "1.5 million", "12.25%": of numbers with a point, only "3.30pm" and "12.5.2020" are times and dates.
bool is_decimal(char const* point, char const* last) {
  char const* p = point + 1;
  while (digit(p, last)) ++p;
  if (p == last || p - point > 3) return true;
  if (*p == ' ') ++p;
  return p == last || (*p != '.' && *p != 'a' && *p != 'p' && !digit(p, last));
}

/// What stands behind the dash of "10-12 May", "9-11-2001", "5-6pm", "12-noon", "2-Jan" is a number or a word of dates;
/// behind that of "10-year", "3-1" nothing that makes a date.
bool joins_time(TextContext const& text, char const* p) {
  char const* const last = text.end;
  p = skip_spaces(p, last);
  if (p == last) return false;
  if (!digit(p, last)) {
    if (*p < 'a' || *p > 'z') return true;
    return (gate_at(text, p) & (family_month | family_time_part | family_weekday)) != 0 || *p == 't';
  }
  while (digit(p, last)) ++p;
  return p != last && *p != ',' && *p != ')' && *p != ';';
}

/// Most digits begin no date: a look at what stands behind them spares the grammar.
bool digits_may_be_time(TextContext const& text, char const* at) {
  char const* const last = text.end;
  char const* p = at;
  while (digit(p, last)) ++p;
  auto const n = p - at;
  if (n > 4) return false;
  if (n == 4) return p == last || (*p != ',' && *p != '.') || !digit(p + 1, last);
  if (p == last) return false;
  char const c = *p;
  if (c == ' ') {
    // 10 May, 5 p.m., 44 BC, 3 of May, 3 to 4 p.m., 8 o'clock, 12 noon, 10 minutes to three, 3 in the morning
    char const* const q = skip_spaces(p, last);
    if (q == last) return false;
    if (*q == '-' || *q == '\xE2') return n <= 2;
    std::string_view const next = word_at(q, last);
    if (next.empty()) return false;
    if (n <= 2 && (gate_at(text, q) & (family_month | family_time_part)) != 0) return true;
    switch (next.size()) {
    case 1:
      return next == "a" || next == "p" || next == "o" || next == "b" || next == "c" || next == "q";
    case 2:
      return next == "am" || next == "pm" || next == "bc" || next == "ad" || next == "ce" || next == "of" ||
             next == "to" || next == "in" || next == "at";
    case 3:
      return next == "bce" || next == "and" || next == "day";
    case 4:
      return next == "past" || next == "noon" || next == "till";
    case 5:
      return next == "after" || next == "until";
    case 7:
      return next == "minutes" || next == "through";
    default:
      return false;
    }
  }
  if (c >= 'a' && c <= 'z') { // 1st, 22nd, 6pm, 1990s, 3q
    std::string_view const next = word_at(p, last);
    return next == "st" || next == "nd" || next == "rd" || next == "th" || next == "am" || next == "pm" ||
           next == "a" || next == "p" || next == "s" || next == "q" || next == "h";
  }
  if (c == '.') return n <= 2 && digit(p + 1, last) && !is_decimal(p, last);
  if (c == '-' && n <= 2) return joins_time(text, p + 1);
  return c == ':' || c == '/' || c == '-' || c == '\'' || c == '\xE2';
}

/// Takes "the" in where the expression is a period of its own: "the end of March", "the 1920s", "the next day".
char const* with_article(TextContext const& text, char const* at, TemporalReading const& reading) {
  CalendarPoint const& point = reading.point;
  bool const takes = reading.mod != TimexMod::none || reading.frame.anchor != Anchor::none ||
                     point.season != Season::none || point.quarter != 0 || point.half != 0 || point.nth != 0 ||
                     point.span == Grain::decade || point.span == Grain::century || point.part != DayPart::none ||
                     reading.shift.anchor == Anchor::previous || reading.shift.anchor == Anchor::stated ||
                     reading.form == TemporalForm::duration || word_at(at, text.end) == "year" ||
                     (point.date.has_day() && point.date.has_month() && leading_letters(at, text.end) == 0) ||
                     reading.form == TemporalForm::future_reference;
  if (!takes) return at;
  char const* p = at;
  while (p != text.begin && p[-1] == ' ') --p;
  if (p == at || p - text.begin < 3 || std::string_view(p - 3, 3) != "the") return at;
  if (p - text.begin > 3 && is_word_byte(p[-4])) return at;
  return p - 3;
}

/// A reading that says nothing: "the end of" something else, a bare part of a day.
bool says_something(TemporalReading const& r) {
  if (r.form != TemporalForm::none) return true;
  CalendarPoint const& p = r.point;
  return !p.date.empty() || p.clock.has_hour() || p.season != Season::none || p.quarter != 0 || p.half != 0 ||
         p.span != Grain::none || p.named_day >= 0 || p.part != DayPart::none || p.nth != 0 ||
         r.frame.anchor != Anchor::none || r.shift.anchor != Anchor::none;
}

/// "the third quarter" of a year, but "the second half" of a match; "first quarter" alone is of the year.
void finish(TextContext const& text, char const* at, char const* end, TemporalReading& reading, Claim& claim) {
  if (reading.form == TemporalForm::none) reading.form = TemporalForm::point;
  char const* const from = with_article(text, at, reading);
  claim.span = {text.offset(from), text.offset(end)};
  claim.core = claim.span;
  switch (reading.form) {
  case TemporalForm::set:
    claim.kind = Kind::recurrence;
    break;
  case TemporalForm::duration:
    claim.kind = Kind::duration;
    break;
  case TemporalForm::past_reference:
  case TemporalForm::present_reference:
  case TemporalForm::future_reference:
    claim.kind = Kind::reference;
    break;
  default:
    claim.kind = reading.is_time() ? Kind::time : Kind::date;
    break;
  }
  if (claim.kind == Kind::duration) figure_of_length(text, reading, claim);
}

/// "ten minutes to three", "nineteen ninety-six", "eleven o'clock", "a quarter past six": most number words begin no
/// time.
bool number_word_may_be_time(TextContext const& text, char const* at) {
  std::string_view const word = word_at(at, text.end);
  char const* p = at + word.size();
  if (p == text.end || (*p != ' ' && *p != '-')) return false;
  ++p;
  std::string_view next = word_at(p, text.end);
  if (word == "a" || word == "an") return next == "quarter";
  if (*(p - 1) == '-' && next.size() >= 3) { // twenty-five minutes to
    p += next.size();
    if (p == text.end || *p != ' ') return false;
    next = word_at(p + 1, text.end);
  }
  if (text.lexicon->calendar.clock_followers.find(next) != nullptr) return true;
  if (next.size() < 3) return false;
  NumberWord const* const number = text.lexicon->number_words.find(word);
  if (number == nullptr || (number->role != NumberWord::teen && number->value != 20)) return false;
  return text.lexicon->number_words.find(next) != nullptr || text.lexicon->calendar.decades.find(next) != nullptr;
}

/// "that", "day", "first" are everywhere: a look at the next word spares the grammar.
bool word_may_begin_time(TextContext const& text, char const* at, std::uint32_t families) {
  constexpr std::uint32_t free = family_month | family_weekday | family_time_modifier | family_time_season |
                                 family_time_part | family_time_named | family_time_deictic | family_time_reference |
                                 family_time_recurrence | family_time_decade | family_time_mark;
  if ((families & free) != 0) return true;
  char const* p = at + leading_letters(at, text.end);
  if (p == text.end) return (families & family_time_unit) != 0;
  bool const hyphen = *p == '-';
  if (hyphen) ++p;
  char const* next = skip_spaces(p, text.end);
  std::string_view word = word_at(next, text.end);
  constexpr std::uint32_t after_step = family_time_unit | family_weekday | family_month | family_time_season |
                                       family_time_part | family_time_named | family_numeral | family_vague;
  if ((families & family_time_step) != 0) {
    if (word == "same" || word == "very" || word == "many" || word == "couple") {
      next = skip_spaces(next + word.size(), text.end);
      if (word == "many" || word == "couple") return true;
    }
    if (digit(next, text.end) || (gate_at(text, next) & after_step) != 0) return true;
  }
  if ((families & family_ordinal) != 0) {
    if (word == "of" || word == "and" || word == "or" || word == "to" || word == "half" || word == "day" ||
        word == "straight" || word == "consecutive" || word == "successive")
      return true;
    if (hyphen && (gate_at(text, next) & family_ordinal) != 0) return true; // twenty-first
    return (gate_at(text, next) & (family_time_unit | family_month | family_weekday | family_numeral)) != 0;
  }
  if ((families & family_time_unit) != 0) {
    if (*(p - 1) == 's' || word == "of" || at[1] == 'e') return true; // plurals, weekend, years
    return digit(next, text.end) || word == "before" || word == "after" || word == "earlier" || word == "later" ||
           word == "previous" || word == "following" || (gate_at(text, next) & family_numeral) != 0;
  }
  return false;
}

bool approximates(TextContext const& text, char const* at, char const*& behind) {
  auto const hedge = text.hedge(at);
  if (!hedge || *hedge.value != Hedge::about) return false;
  behind = skip_spaces(hedge.end, text.end);
  return behind != hedge.end || (behind != text.end && *behind >= '0' && *behind <= '9');
}

} // namespace

CalendarOpening calendar_opening(TextContext const& text, char const* at, std::uint32_t families) {
  constexpr std::uint32_t words = family_month | family_weekday | family_time_word | family_ordinal;
  if (digit(at, text.end)) return {digits_may_be_time(text, at) ? at : nullptr, false};
  if (*at == '\'' || *at == '\xE2') return {at, false}; // the '80s: the scanner has seen the digit behind it
  if ((families & words) != 0) return {word_may_begin_time(text, at, families) ? at : nullptr, false};
  char const* start = at;
  if ((families & family_hedge) != 0 && approximates(text, at, start)) {
    bool const refused = digit(start, text.end) && !digits_may_be_time(text, start);
    return {refused ? nullptr : start, true};
  }
  return {(families & family_numeral) != 0 && number_word_may_be_time(text, at) ? at : nullptr, false};
}

bool read_calendar(TextContext const& text, char const* at, CalendarOpening opening, ClaimSlot& slot,
                   TemporalReading& found) {
  auto const [start, hedged] = opening;
  if (start == nullptr) return false;
  char const* end = read(grammar::temporal, text, start, found);
  if (end == nullptr || !says_something(found)) return false;
  if (hedged) {
    if (found.form != TemporalForm::none) return false;
    char const c = *start;
    if (!(c >= '0' && c <= '9') && !found.point.clock.has_hour() && !found.point.date.has_month() &&
        found.point.span == Grain::none)
      return false;
    found.hedge = Hedge::about;
    slot.open().hedge = Hedge::about;
    if (found.mod == TimexMod::none) found.mod = TimexMod::approx;
  }
  Claim& claim = slot.open();
  // The dot of "p.m." and the end of a bare "Sept." belong to the words; nothing else does.
  finish(text, hedged ? at : start, end, found, claim);
  if (hedged) {
    claim.core.begin = text.offset(start);
    claim.hedge_span = {text.offset(at), text.offset(start)};
    while (claim.hedge_span.end > claim.hedge_span.begin && text.folded[claim.hedge_span.end - 1] == ' ')
      --claim.hedge_span.end;
  }
  return true;
}

namespace {

/// "a week from next Tuesday", "two days before Christmas"; but "five years from 1996 to 2001" and "171 hours from 20
/// March" are lengths.
bool may_count_from(PhraseTable<StepWord>::Match const& word, char const* at, TemporalReading const& length,
                    TemporalReading const& anchor) {
  if (!says_something(anchor) || anchor.form != TemporalForm::none || anchor.range) return false;
  if (length.length.parts[0].grain < Grain::day) return false;
  if (std::string_view(at, static_cast<std::size_t>(word.end - at)) != "from") return true;
  CalendarPoint const& p = anchor.point;
  return !p.date.has_year() && !p.date.has_month() &&
         (p.date.has_weekday() || p.named_day >= 0 || anchor.shift.anchor == Anchor::document);
}

} // namespace

void extend_duration(TextContext const& text, Claim& claim, TemporalReading& reading) {
  TemporalReading found;
  found.form = TemporalForm::duration;
  found.hedge = claim.hedge;
  read_length(text, claim, found);
  char const* const begin = text.folded + claim.span.begin;
  char const* end = text.folded + claim.span.end;
  CalendarWords const& words = text.lexicon->calendar;

  char const* const next = skip_spaces(end, text.end);
  if (next != end) {
    auto const shift = text.longest(words.shifts, next, text.end);
    auto const from = text.longest(words.shifts_from, next, text.end);
    TemporalReading anchor;
    char const* const anchor_at = from ? skip_spaces(from.end, text.end) : nullptr;
    char const* const anchor_end =
        from && anchor_at != from.end ? read(grammar::moment, text, anchor_at, anchor) : nullptr;
    if (anchor_end != nullptr && may_count_from(from, next, found, anchor) &&
        shift_of_length(found, {Anchor::stated, from.value->step})) {
      TimeShift const by = found.shift;
      anchor.form = TemporalForm::point;
      anchor.hedge = claim.hedge;
      if (anchor.shift.anchor == Anchor::none) {
        anchor.shift = by;
      } else if (anchor.shift.grain == by.grain && anchor.shift.grain == Grain::day) { // "2 days before yesterday"
        int const days = anchor.shift.direction * anchor.shift.amount + by.direction * by.amount;
        anchor.shift.direction = static_cast<std::int8_t>(days < 0 ? -1 : 1);
        anchor.shift.amount = days < 0 ? -days : days;
      } else {
        anchor.second_shift = by;
      }
      found = anchor;
      end = anchor_end;
    } else if (shift && shift_of_length(found, *shift.value)) {
      std::string_view const what(next, static_cast<std::size_t>(shift.end - next));
      char const* const behind = skip_spaces(shift.end, text.end);
      bool const clause_follows = behind != shift.end && behind != text.end && *behind >= 'a' && *behind <= 'z';
      // "three days after the vote", "years before he died": the anchor is an event that no calendar knows.
      if ((what == "before" || what == "after" || what == "prior" || what == "on" || what == "back") &&
          clause_follows) {
        found.form = TemporalForm::duration;
        found.shift = {};
        if (what == "after" || what == "before") found.at_event = true;
      } else {
        found.form = TemporalForm::point;
        end = shift.end;
        TemporalReading day; // "a year ago Thursday", "1 year ago tomorrow"
        if (what == "ago")
          if (char const* const day_end = read(grammar::moment, text, behind, day);
              day_end != nullptr && behind != shift.end && day.form == TemporalForm::none &&
              day.shift.anchor == Anchor::document) {
            day.second_shift = found.shift;
            day.second_shift.anchor = Anchor::stated;
            day.form = TemporalForm::point;
            found = day;
            end = day_end;
          }
      }
    }
  }
  if (found.form == TemporalForm::duration) frame_length(text, begin, found, claim);
  claim.span.end = text.offset(end);
  if (found.form == TemporalForm::point) claim.kind = found.is_time() ? Kind::time : Kind::date;
  if (found.form == TemporalForm::set) claim.kind = Kind::recurrence;
  reading = found;
}

} // namespace claimcheck::extract
