// What an expression of a rule computes with: its type when the rule is loaded, its value when a text is checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claim/claim.hpp"

namespace claimcheck::rules {

/// `unknown` is a value that the text does not give: everything computed from it is unknown, and no alarm rests on it.
enum class Base : std::uint8_t { unknown, truth, figure, date, weekday, text, unit, dimension, list };

/// What a figure measures. `any` stands in types only: it is known when a claim is there.
enum class Measure : std::uint8_t { any, plain, percent, points, money, physical };

/// The static type of an expression. A duration is physical with dimension time; an age too.
struct Type {
  Base base = Base::unknown;
  Measure measure = Measure::any;
  Dimension dimension; ///< of a physical figure, where `dimension_known`
  bool dimension_known = false;

  static Type of(Base base) { return {base, Measure::any, {}, false}; }
  static Type figure(Measure measure) { return {Base::figure, measure, {}, false}; }
  static Type physical(Dimension dimension) { return {Base::figure, Measure::physical, dimension, true}; }
  static Type duration();
  bool is_figure() const { return base == Base::figure; }
};
/// "a length", "a duration", "a percentage", "a date": for messages.
std::string describe(Type const& type);
/// Whether values of the two types may be compared or added; types that are only known later may.
bool comparable(Type const& a, Type const& b);
Type type_of(Kind kind);

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
  std::string_view text;        ///< views into the article, the lexicon or the rule
  std::uint64_t key = 0;        ///< equal for equal texts
  Slot const* slot = nullptr;   ///< when the value is what a name stands for; the items of a list
  Claim const* claim = nullptr; ///< when the value is a claim as it stands

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
