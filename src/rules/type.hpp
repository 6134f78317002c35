// The static types of expressions: what is known of a value when a rule is loaded.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "claim/kind.hpp"
#include "claim/unit.hpp"

namespace claimcheck::rules {

/// `unknown` is a value that the text does not give: everything computed from it is unknown, and no alarm rests on it.
enum class Base : std::uint8_t { unknown, truth, figure, date, weekday, text, unit, dimension, list };

/// What a figure measures. `any` stands in types, where it is known when a claim is there, and for a bare 0 that is
/// compared with a measurement.
enum class Measure : std::uint8_t { any, plain, percent, points, money, physical };

/// How a text is written, which decides what it can be equal to.
enum class TextForm : std::uint8_t {
  free,
  lower_case,
  singular ///< the head noun, in lower case and in the singular
};

/// The static type of an expression. A duration is physical with dimension time; an age too.
struct Type {
  Base base = Base::unknown;
  Measure measure = Measure::any;
  Dimension dimension; ///< of a physical figure, where `dimension_known`
  bool dimension_known = false;
  std::uint8_t measures = 0; ///< of a figure of several kinds: the measures it may have, a bit each; 0: not known
  TextForm form = TextForm::free;
  std::span<std::string_view const> words = {}; ///< of a text that is one of a few; they outlive the rules

  static Type of(Base base) { return {base, Measure::any, {}, false}; }
  static Type figure(Measure measure) { return {Base::figure, measure, {}, false}; }
  static Type physical(Dimension dimension) { return {Base::figure, Measure::physical, dimension, true}; }
  static Type text(TextForm form, std::span<std::string_view const> words = {}) {
    return {Base::text, Measure::any, {}, false, 0, form, words};
  }
  static Type duration();
  bool is_figure() const { return base == Base::figure; }
};
inline constexpr std::uint8_t bit(Measure measure) {
  return static_cast<std::uint8_t>(1u << static_cast<unsigned>(measure));
}

/// "a length", "a duration", "a percentage", "a date": for messages.
std::string describe(Type const& type);
std::string_view describe(Measure measure);
/// Whether values of the two types may be compared or added; types that are only known later may.
bool comparable(Type const& a, Type const& b);
/// Percentages and percentage points may be compared with each other.
inline bool is_share(Measure measure) { return measure == Measure::percent || measure == Measure::points; }
Measure measure_of(Kind kind);
Type type_of(Kind kind);

// The types of `a + b`, `a - b`, `a * b`, `a / b`; of base unknown where the operation has no meaning.
Type sum_type(Type const& a, Type const& b);
Type difference_type(Type const& a, Type const& b);
Type product_type(Type const& a, Type const& b);
Type quotient_type(Type const& a, Type const& b);

} // namespace claimcheck::rules
