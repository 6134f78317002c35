// The figures of a headline, or of the summary below it, and those of the text: what relation_headline compares.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "resolve/article.hpp"

namespace claimcheck::rules {

/// Sorts of figures that may restate each other.
enum class Sort : std::uint8_t { number, age, duration, share, money, rate, year, quantity };
/// The sort of a claim of this kind; nothing for kinds that no headline restates.
std::optional<Sort> sort_of(Kind kind);

struct Figured {
  ClaimId claim = no_id; ///< none for digits and number words that are no claims
  Span span;
  Sort sort = Sort::number;
  Decimal value;
  Dimension dimension; ///< of a quantity
  bool ordinal = false;
};

/// Letters and digits in one: MH370, G20.
struct FiguredName {
  Span span;
  std::string_view letters, digits;
};

/// What restates the text below it.
enum class Above : std::uint8_t {
  headline,
  summary, ///< the line below the headline, and the bullets before the first paragraph
};

/// Views into the article.
struct FiguresAbove {
  std::vector<Figured> above, body;
  std::vector<FiguredName> names_above, body_names;
  std::vector<std::pair<ClaimId, Interval>> vague; ///< of the text
};

/// In reading order. Empty where nothing stands above the text, or no figure in it. At most 40 above: a longer line is
/// no headline.
FiguresAbove figures_above(Article const& article, Above above);

/// A whole number that may be a year.
inline bool is_year(Decimal value) { return value.is_integer() && value >= Decimal{1500} && value < Decimal{2300}; }

} // namespace claimcheck::rules
