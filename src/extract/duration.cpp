#include "extract/duration.hpp"

#include <array>
#include <string_view>

#include "grammars/context.hpp"
#include "grammars/numeral.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TemporalReading;
using grammar::TextContext;

struct UnitOfTime {
  std::string_view code;
  Grain grain;
  int multiple;
};
constexpr std::array time_units{
    UnitOfTime{"ms", Grain::second, 1},     UnitOfTime{"s", Grain::second, 1},   UnitOfTime{"min", Grain::minute, 1},
    UnitOfTime{"h", Grain::hour, 1},        UnitOfTime{"d", Grain::day, 1},      UnitOfTime{"wk", Grain::week, 1},
    UnitOfTime{"2.wk", Grain::week, 2},     UnitOfTime{"mo", Grain::month, 1},   UnitOfTime{"a", Grain::year, 1},
    UnitOfTime{"10.a", Grain::year, 10},    UnitOfTime{"20.a", Grain::year, 20}, UnitOfTime{"100.a", Grain::year, 100},
    UnitOfTime{"1000.a", Grain::year, 1000}};

UnitOfTime const* unit_of(std::string_view code) {
  for (UnitOfTime const& unit : time_units)
    if (unit.code == code && code != "ms") return &unit;
  return nullptr;
}

char const* skip_joint(char const* p, char const* last, TextContext const& text) {
  for (;;) {
    if (p != last && (*p == ' ' || *p == ',')) {
      ++p;
    } else if (last - p > 4 && std::string_view(p, 4) == "and ") {
      p += 4;
    } else if (char const* const q = grammar::detail::dash(p, last, text)) {
      p = q;
    } else {
      return p;
    }
  }
}

} // namespace

void read_length(TextContext const& text, Claim const& claim, TemporalReading& reading) {
  DurationFields& length = reading.length;
  CalendarWords const& words = text.lexicon->calendar;
  UnitOfTime const* const unit = unit_of(text.lexicon->units[claim.figure.unit].code);
  Decimal const scale{unit == nullptr ? 1 : unit->multiple};
  Grain const grain = unit == nullptr ? Grain::none : unit->grain;
  if (claim.figure.range || !claim.figure.exact_known) {
    length.count = 1;
    length.parts[0].grain = grain;
    Bound const &low = claim.figure.interval.low, &high = claim.figure.interval.high;
    length.low = low.unbounded ? Decimal{} : low.value * scale;
    length.high = high.unbounded ? Decimal{} : high.value * scale;
    length.range = claim.figure.range && !low.unbounded && !high.unbounded;
    length.vague = !length.range;
    length.parts[0].amount = length.low;
    length.upper = length.high;
    return;
  }
  // A compound states several parts; the figure holds their sum in the smaller unit.
  char const* p = text.folded + claim.core.begin;
  char const* const last = text.folded + claim.core.end;
  grammar::context const context(text);
  DurationFields parts;
  while (parts.count < 4) {
    grammar::Numeral number;
    p = skip_joint(p, last, text);
    if (p == last) break;
    if (!grammar::numeral.parse(p, last, context, grammar::x3::unused, number)) {
      std::string_view const word(p, leading_letters(p, last)); // "an hour and 20 minutes"
      if (word != "a" && word != "an") break;
      number.value = Decimal{1};
      p += word.size();
    }
    p = skip_joint(p, last, text);
    auto const found = text.longest(words.units, p, last);
    if (!found) break;
    parts.parts[parts.count++] = {number.value * Decimal{found.value->multiple}, found.value->grain};
    p = found.end;
  }
  if (parts.count > 1) {
    length = parts;
    return;
  }
  length.count = 1;
  length.parts[0] = {claim.figure.value * scale, grain};
}

void figure_of_length(TextContext const& text, TemporalReading const& reading, Claim& claim) {
  DurationFields const& length = reading.length;
  DurationPart part = length.parts[0];
  for (int i = 1; i < length.count; ++i) { // 4:07.13: one figure in the smallest unit
    int const ratio = part.grain == Grain::hour || part.grain == Grain::minute ? 60 : 1;
    part = {part.amount * Decimal{ratio} + length.parts[i].amount, length.parts[i].grain};
  }
  for (UnitOfTime const& unit : time_units)
    if (unit.grain == part.grain && unit.multiple == 1 && unit.code != "ms")
      claim.figure.unit = text.lexicon->units.find(unit.code).value_or(no_unit);
  if (length.vague) {
    claim.figure.exact_known = false;
    claim.hedge = Hedge::vague;
    if (length.high.is_zero())
      claim.figure.interval = Interval::at_least(part.amount);
    else
      claim.figure.interval = Interval::between(length.low, length.high);
    return;
  }
  claim.figure.exact_known = true;
  claim.figure.value = part.amount;
  claim.figure.rounding = part.amount.rounding_unit();
  claim.figure.interval = Interval::around(part.amount, divide(part.amount.last_place(), Decimal{2}));
}

bool shift_of_length(TemporalReading& reading, StepWord step) {
  DurationFields const& length = reading.length;
  if (length.count == 0 || length.parts[0].grain == Grain::none || length.range) return false;
  TimeShift shift{step.anchor, step.step, length.vague, length.parts[0].grain, 0};
  if (!length.vague) {
    // The smallest unit carries it all: "a year and a half" is 18 months, "two weeks and two days" 16 days.
    Decimal amount = length.parts[0].amount;
    Grain grain = length.parts[0].grain;
    for (int i = 1; i < length.count; ++i) {
      DurationPart const& part = length.parts[i];
      if (grain == Grain::year && part.grain == Grain::month)
        amount = amount * Decimal{12} + part.amount;
      else if (grain == Grain::week && part.grain == Grain::day)
        amount = amount * Decimal{7} + part.amount;
      else if (grain == Grain::hour && part.grain == Grain::minute)
        amount = amount * Decimal{60} + part.amount;
      else
        return false;
      grain = part.grain;
    }
    if (!amount.is_integer()) {
      if (grain == Grain::year)
        amount = amount * Decimal{12}, grain = Grain::month;
      else if (grain == Grain::week)
        amount = amount * Decimal{7}, grain = Grain::day;
      else if (grain == Grain::hour)
        amount = amount * Decimal{60}, grain = Grain::minute;
      amount = amount.rounded_to(0);
    }
    if (amount.abs() > Decimal{1'000'000}) return false;
    shift.grain = grain;
    shift.amount = static_cast<std::int32_t>(amount.to_double());
    shift.whole_decades =
        length.parts[0].grain == Grain::year && length.count == 1 && (shift.amount % 100 == 0 && shift.amount >= 100);
  }
  reading.shift = shift; // the length stays: without an anchor it is all that is known
  return true;
}

void frame_length(TextContext const& text, char const* begin, TemporalReading& reading, Claim& claim) {
  char const* p = begin;
  while (p != text.begin && p[-1] == ' ') --p;
  if (p == begin) return;
  char const* const word_end_at = p;
  while (p != text.begin && p[-1] >= 'a' && p[-1] <= 'z') --p;
  std::string_view const word(p, static_cast<std::size_t>(word_end_at - p));
  if (word == "every" || word == "each") {
    reading.form = TemporalForm::set;
    reading.every = true;
    claim.span.begin = text.offset(p);
  } else if (word == "in" || word == "within") {
    reading.after_in = true;
  } else if (word == "the") {
    reading.definite = true;
  }
}

} // namespace claimcheck::extract
