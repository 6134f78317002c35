// The expression language of rule files: `a.dimension == b.dimension and a.unit != b.unit`, `sum(parts) ~ total`, `days
// >= 3 days`.
//
// An expression becomes a flat list of steps in the order in which they are carried out (postfix), each with its place
// in the text. The list is untyped; src/rules/compile gives it types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "grammars/pattern.hpp"

namespace claimcheck::grammar {

enum class Op : std::uint8_t {
  number, ///< text: the digits; unit: "days", "%", or empty
  string, ///< text
  name,   ///< text: "a", "a.unit"
  call,   ///< text: the function; count: its arguments
  list,   ///< count: its items
  negate,
  invert, // -x, not x
  add,
  subtract,
  multiply,
  divide,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  meet,   // ~ : the intervals, in one unit, share a value
  member, // in
  both,
  either, // and, or
};

struct Step {
  Op op = Op::number;
  std::string text;
  std::string unit;
  std::uint32_t count = 0;
  std::uint32_t begin = 0; ///< of the operator, name or literal, in bytes of the expression
  std::uint32_t end = 0;
};

/// Reads one expression.
tl::expected<std::vector<Step>, SyntaxFault> parse_expression(std::string_view text);

} // namespace claimcheck::grammar
