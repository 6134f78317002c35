// The functions that expressions may call. One table, put together from one file a topic; the manual prints it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/binding.hpp"

namespace claimcheck::rules {

/// `parameters`: one letter each.  f figure, p pure number, % percentage, date: d, weekday: w, t text, C name of a word
/// class, n name of a period, u unit (or its code or name as a text), l list, D duration, c a name that stands for
/// evidence in the text, x anything. A `*` repeats the last one, `?` makes it optional. `result`: one letter of these,
/// or 1: as the first argument, b: a condition, o: percentage points.
struct Function {
  std::string_view name;
  std::string_view parameters;
  char result;
  std::string_view signature; ///< for readers: "percent_change(from, to)"
  std::string_view documentation;
  std::string_view formula; ///< how reports write it: "{1} / {2}"; "{=}": its value; empty: name(arguments)
  Value (*apply)(Scope const& scope, std::span<Value const> arguments);
};

/// What a parameter `n` may be.
inline constexpr std::array<std::string_view, 5> period_names{"day", "week", "month", "year", "decade"};

/// In the order of the manual.
std::vector<Function> const& functions();
/// Index into functions(), or -1.
int function_named(std::string_view name);

std::vector<Function> number_functions();
std::vector<Function> date_functions();
std::vector<Function> calendar_functions();
std::vector<Function> clock_functions();
std::vector<Function> text_functions();
std::vector<Function> written_functions();
std::vector<Function> motion_functions();

/// The figures of one list, or all arguments, one after the other.
class Items {
 public:
  Items(Scope const& scope, std::span<Value const> arguments) : scope_(scope), arguments_(arguments) {}
  std::size_t size() const;
  bool empty() const { return size() == 0; }
  /// Calls `take` with each.
  template <class Take>
  void each(Take&& take) const {
    for (Value const& argument : arguments_) {
      if (!is_list(argument))
        take(argument);
      else
        for (ClaimId const id : argument.slot->claims) take(value_of(scope_, scope_.claim(id)));
    }
  }

 private:
  static bool is_list(Value const& value) { return value.base == Base::list && value.slot != nullptr; }
  Scope const& scope_;
  std::span<Value const> arguments_;
};

/// The time of a claim as it stands; nullptr for other values.
inline Temporal const* time_of(Value const& value) {
  return value.claim == nullptr ? nullptr : value.claim->time.get();
}
/// What measures from `low` to `high` in the unit of that UCUM code; unknown without such a unit.
Value of_unit(Scope const& scope, Decimal low, Decimal high, std::string_view code);

/// A date that is one day, as a message names it. Where the text gives a month and day without the year, the reading
/// may have taken the year in which its day of the week is right; that year must not bear itself out, so the nearest
/// such day to the document's date is meant. Unknown for other values.
std::optional<Days> day_meant(Scope const& scope, Value const& date);

// Arithmetic on values, with units; unknown where they do not fit together.
Value sum(Scope const& scope, Value const& a, Value const& b);
Value difference(Scope const& scope, Value const& a, Value const& b);
Value product(Scope const& scope, Value const& a, Value const& b);
Value quotient(Scope const& scope, Value const& a, Value const& b);
Value negated(Value const& a);

/// Both values in one unit (the second's). False when they cannot be compared.
bool in_one_unit(Scope const& scope, Value& a, Value& b);
Truth equal(Scope const& scope, Value const& a, Value const& b);
Truth less(Scope const& scope, Value const& a, Value const& b);
Truth less_equal(Scope const& scope, Value const& a, Value const& b);
/// The intervals share a value.
Truth meets(Scope const& scope, Value const& a, Value const& b);

} // namespace claimcheck::rules
