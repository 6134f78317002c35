// How a value was computed, written with the numbers of the text.
#include "rules/field.hpp"
#include "rules/format.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using grammar::Op;
using grammar::Step;

/// A piece of a formula and how tightly it binds: 3 a value, 2 a product, 1 a sum.
struct Piece {
  std::string text;
  int strength = 3;
};

std::string in_brackets(Piece const& piece, int needed) {
  return piece.strength < needed ? "(" + piece.text + ")" : piece.text;
}

/// A claim by its value and the symbol of its unit: "225 mi".
std::string operand(Scope const& scope, Value const& value) {
  if (value.base != Base::figure || !value.exact_known) return text_of(scope, value);
  std::string out = number_text(value.exact);
  if (value.measure == Measure::percent) return out + '%';
  if (value.measure == Measure::points) return out + " points";
  if (value.unit == no_unit) return out;
  Unit const& unit = scope.units()[value.unit];
  if (unit.dimension.exponent[Dimension::money] != 0 && !unit.symbol.empty()) return unit.symbol + out;
  return out + ' ' + (unit.symbol.empty() ? unit.plural : unit.symbol);
}

std::string joined(Scope const& scope, Slot const& slot) {
  std::string out;
  for (ClaimId const id : slot.claims) {
    if (!out.empty()) out += " + ";
    out += operand(scope, value_of(scope, scope.claim(id)));
  }
  return out;
}

std::string filled(std::string_view form, std::vector<Piece> const& arguments, std::string const& sum, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] != '{') {
      out += form[i];
      continue;
    }
    char const what = form[i + 1];
    if (what == '+')
      out += sum;
    else if (what == 'n')
      out += std::to_string(n);
    else if (std::size_t const k = static_cast<std::size_t>(what - '1'); k < arguments.size())
      out += in_brackets(arguments[k], form.size() > 3 ? 3 : 1);
    i += 2;
  }
  return out;
}

/// "x 1.609344" for a conversion by a factor, "x 9/5 + 32" is written as the two units.
std::string conversion(Scope const& scope, Piece const& what, UnitId from, UnitId to) {
  UnitTable const& units = scope.units();
  if (from == to) return what.text;
  Unit const& target = units[to];
  std::string const symbol = target.symbol.empty() ? target.plural : target.symbol;
  if (!units[from].offset.is_zero() || !target.offset.is_zero()) return what.text + " -> " + symbol;
  Decimal const factor = units.convert(Decimal{1}, from, to, Rounding::nearest, true);
  if (factor < Decimal{1, -1} && !factor.is_zero())
    return in_brackets(what, 2) + " / " +
           units.convert(Decimal{1}, to, from, Rounding::nearest, true).significant(7).normalized().to_string();
  return in_brackets(what, 2) + " x " + factor.significant(7).normalized().to_string();
}

/// Which argument of the call that is step `at` is the first with a value; 0 when none is.
std::size_t first_given(Expression const& expression, std::uint16_t at, Scope const& scope) {
  std::vector<std::uint16_t> ends;
  for (std::uint16_t last = static_cast<std::uint16_t>(at - 1); ends.size() < expression.steps[at].count;
       last = static_cast<std::uint16_t>(operand_begin(expression, last) - 1))
    ends.push_back(last);
  for (std::size_t k = ends.size(); k-- > 0;)
    if (evaluate_part(expression, operand_begin(expression, ends[k]), ends[k], scope).known())
      return ends.size() - 1 - k;
  return 0;
}

} // namespace

std::string formula_text(Expression const& expression, std::uint16_t first, std::uint16_t last, Scope const& scope,
                         std::vector<std::pair<std::string, std::string>> const& names) {
  std::vector<Piece> stack;
  auto const pop = [&] {
    Piece out = stack.empty() ? Piece{} : std::move(stack.back());
    if (!stack.empty()) stack.pop_back();
    return out;
  };
  // "34 x 1 year", "134 years / 1 year": a number is read as a length of time or the other way, nothing is computed.
  auto const one_of_a_unit = [&](std::uint16_t at) {
    return at > first && expression.steps[at].op == Op::number && expression.steps[at].text == "1" &&
           !expression.steps[at].unit.empty();
  };
  auto const binary = [&](std::string_view sign, int strength, bool left_associative) {
    Piece const b = pop(), a = pop();
    stack.push_back({in_brackets(a, strength) + ' ' + std::string(sign) + ' ' +
                         in_brackets(b, left_associative ? strength + 1 : strength),
                     strength});
  };
  for (std::uint16_t i = first; i <= last; ++i) {
    Step const& step = expression.steps[i];
    switch (step.op) {
    case Op::number:
      stack.push_back({step.unit.empty()  ? step.text
                       : step.unit == "%" ? step.text + '%'
                                          : step.text + ' ' + step.unit});
      break;
    case Op::string:
      stack.push_back({step.text});
      break;
    case Op::name: {
      std::string text = step.text;
      for (auto const& [name, formula] : names)
        if (name == step.text) text = formula;
      for (Instruction const& in : expression.code) {
        if (in.step != i) continue;
        Slot const& slot = scope.binding.slots[in.a];
        if (slot.kind == SlotKind::claims) {
          text = joined(scope, slot);
        } else if (slot.kind == SlotKind::claim) {
          Value value = value_of(scope, scope.claim(slot.claim));
          if (in.is_field()) {
            value = fields()[in.b - 1u].read(scope, scope.claim(slot.claim));
            if (fields()[in.b - 1u].name == "year" && value.exact_known)
              text = value.exact.to_string(); // 1950, not 1,950
            else if (value.base == Base::figure)
              text = operand(scope, value);
            else
              text = text_of(scope, value);
          } else {
            text = operand(scope, value);
          }
        } else if (slot.kind != SlotKind::none && text == step.text) {
          text = operand(scope, slot.value);
        }
      }
      stack.push_back({text, text.find(" + ") != std::string::npos ? 1 : 3});
      break;
    }
    case Op::call: {
      std::vector<Piece> arguments(step.count);
      for (std::size_t k = step.count; k-- > 0;) arguments[k] = pop();
      if (step.text == "known") { // the argument that the text gives
        stack.push_back(arguments[first_given(expression, i, scope)]);
        break;
      }
      int const index = function_named(step.text);
      Function const& function = functions()[static_cast<std::size_t>(index < 0 ? 0 : index)];
      std::string sum;
      std::size_t n = step.count;
      for (Piece const& argument : arguments) sum += (sum.empty() ? "" : " + ") + argument.text;
      for (std::uint16_t at = operand_begin(expression, i); at < i; ++at)
        for (Instruction const& in : expression.code)
          if (in.step == at && in.is_claim() && scope.binding.slots[in.a].kind == SlotKind::claims)
            n = scope.binding.slots[in.a].claims.size();
      if (step.text == "convert") {
        // The value converted is a plain name in nearly all rules; its unit says the factor.
        std::uint16_t const begin = operand_begin(expression, i);
        Instruction const* from = nullptr;
        for (Instruction const& in : expression.code)
          if (in.step == begin && in.is_claim()) from = &in;
        Value unit;
        for (Instruction const& in : expression.code) {
          if (in.step != i - 1) continue;
          if (in.is_constant()) unit = expression.constants[in.a];
          if (in.is_field() && scope.binding.slots[in.a].kind == SlotKind::claim)
            unit = fields()[in.b - 1u].read(scope, scope.claim(scope.binding.slots[in.a].claim));
        }
        if (from != nullptr && scope.binding.slots[from->a].kind == SlotKind::claim && unit.base == Base::unit) {
          stack.push_back(
              {conversion(scope, arguments[0], scope.claim(scope.binding.slots[from->a].claim).figure.unit, unit.unit),
               2});
          break;
        }
        stack.push_back(arguments[0]);
        break;
      }
      if (function.formula == "{=}") { // an end of a range is shown, not the range
        Value const value = evaluate_part(expression, operand_begin(expression, i), i, scope);
        stack.push_back({text_of(scope, value)});
      } else if (function.formula.empty()) {
        std::string list;
        for (Piece const& argument : arguments) list += (list.empty() ? "" : ", ") + argument.text;
        stack.push_back({step.text + "(" + list + ")"});
      } else {
        std::string text = filled(function.formula, arguments, sum, n);
        int const strength = text.find(" + ") != std::string::npos || text.find(" - ") != std::string::npos ? 1 : 2;
        stack.push_back({std::move(text), function.formula == "{1}" ? 3 : strength});
      }
      break;
    }
    case Op::negate:
      stack.push_back({"-" + in_brackets(pop(), 3), 2});
      break;
    case Op::add:
      binary("+", 1, false);
      break;
    case Op::subtract:
      binary("-", 1, true);
      break;
    case Op::multiply:
    case Op::divide:
      if (one_of_a_unit(static_cast<std::uint16_t>(i - 1)))
        pop();
      else
        binary(step.op == Op::multiply ? "x" : "/", 2, step.op == Op::divide);
      break;
    default:
      binary(step.text, 0, false);
      break;
    }
  }
  return stack.empty() ? std::string{} : stack.back().text;
}

} // namespace claimcheck::rules
