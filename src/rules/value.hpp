// What an expression of a rule computes with when a text is checked.
#pragma once

#include <cstdint>
#include <string_view>

#include "claim/claim.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/type.hpp"

namespace claimcheck::rules {

/// Claims or other evidence that a name of a rule stands for in one match.
struct Slot;

/// One value. Plain and flat, so that the evaluator's stack needs no allocation.
struct Value {
  Base base = Base::unknown;
  Measure measure = Measure::plain;
  bool exact_known = false; ///< `exact` holds the one stated or computed value
  bool difference = false;  ///< a temperature difference, which converts without offset
  Truth truth = Truth::unknown;
  WeekdayNumber weekday = 0;
  UnitId unit = no_unit;
  UnitId per = no_unit; ///< of a rate
  Decimal per_amount{1};
  Interval interval;
  Decimal exact;
  Decimal rounding; ///< one unit of the last digit that carries information; 0 where every digit does
  TimeInterval when;
  Dimension dimension;
  std::string_view text;            ///< views into the article, the lexicon or the rule
  std::uint64_t key = 0;            ///< equal for equal texts
  Slot const* slot = nullptr;       ///< when the value is what a name stands for; the items of a list
  Claim const* claim = nullptr;     ///< when the value is a claim as it stands
  WordClass const* words = nullptr; ///< of a constant text that names a word class

  bool known() const { return base != Base::unknown; }
  static Value of(Truth truth);
  static Value of(bool truth) { return of(truth ? Truth::yes : Truth::no); }
  static Value of_text(std::string_view text);
  static Value number(Decimal value);
  static Value figure(Interval interval, Measure measure, UnitId unit = no_unit);
  static Value point(Decimal value, Measure measure, UnitId unit = no_unit);
  static Value of_date(TimeInterval when);
  static Value of_weekday(WeekdayNumber day);
  bool is_rate() const { return per != no_unit || per_amount != Decimal{1}; }
};

/// A whole number below a hundred that is no measurement: nobody rounds it.
bool is_small_whole(Value const& value);

/// The claim as an expression reads it. An unhedged count whose digits all carry information is exactly that count: "11
/// people" is not 10.6; other figures are their intervals.
Value value_of(Claim const& claim);

} // namespace claimcheck::rules
