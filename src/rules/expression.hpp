// Expressions of rules, checked and compiled when the rule is loaded, evaluated without allocation when a text is
// checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "grammars/expression.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/binding.hpp"

namespace claimcheck::rules {

/// An operator of the grammar with its operands looked up. `a` and `b` of each:
/// number, string: the constant; name: the slot, and 1 + the field or 0 for the claim itself; call: the function and
/// the number of arguments; list: the first constant and the number of items, for the `in` that follows it; others:
/// none.
struct Instruction {
  grammar::Op op = grammar::Op::number;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint16_t step = 0; ///< index into Expression::steps
  /// Of the last instruction of what stands left of `and` or `or`: that operator's, and the truth that decides it
  /// alone.
  std::uint16_t decided_at = 0;
  Truth decided_by = Truth::unknown;

  bool is_constant() const { return op == grammar::Op::number || op == grammar::Op::string; }
  bool is_claim() const { return op == grammar::Op::name && b == 0; }
  bool is_field() const { return op == grammar::Op::name && b != 0; }
};

struct Expression {
  std::string text;
  std::vector<grammar::Step> steps;
  std::vector<Instruction> code;
  std::vector<Value> constants; ///< their texts view into `steps`
  Type type;
  /// The options and lets of its rule that it names, and those that they name: indices into Rule::computed, ascending.
  std::vector<std::uint16_t> lets;

  Expression() = default;
  Expression(Expression&&) = default;
  Expression& operator=(Expression&&) = default;
  Expression(Expression const&) = delete; ///< the constants would view into the other one's steps
  Expression& operator=(Expression const&) = delete;
  bool empty() const { return code.empty(); }
};

/// What is wrong with an expression, by place in its text.
struct ExpressionFault {
  std::uint32_t offset = 0;
  std::string message;
  std::string remedy;
};

/// Parses, resolves names against the slots, checks types and dimensions, folds constants. `used` gets a mark for each
/// slot named. All faults of type are reported; a fault of syntax is the only one.
tl::expected<Expression, std::vector<ExpressionFault>> compile(std::string_view text,
                                                               std::vector<SlotType> const& slots,
                                                               Lexicon const& lexicon,
                                                               std::vector<bool>* used = nullptr);

/// The value; unknown where the text does not give it. A compiled expression serves all threads. What stands right of
/// an `and` or `or` that is decided is not looked at, unless the scope wants a trace of all comparisons.
Value evaluate(Expression const& expression, Scope const& scope);
/// The value of the operand that begins and ends with these steps.
Value evaluate_part(Expression const& expression, std::uint16_t first, std::uint16_t last, Scope const& scope);
/// The truth of a condition.
Truth holds(Expression const& expression, Scope const& scope);

/// How many operands an operator of `count` arguments or items takes.
std::size_t arity(grammar::Op op, std::size_t count);
/// The first step of the operand that ends with step `last`.
std::uint16_t operand_begin(Expression const& expression, std::uint16_t last);

} // namespace claimcheck::rules
