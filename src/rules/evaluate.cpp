#include <array>

#include "rules/expression.hpp"
#include "rules/field.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using grammar::Op;

Truth negate(Truth t) { return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown; }
Truth both(Truth a, Truth b) { return a < b ? a : b; } // no < unknown < yes
Truth either(Truth a, Truth b) { return a < b ? b : a; }
Truth truth_of(Value const& v) { return v.base == Base::truth ? v.truth : Truth::unknown; }

/// A condition's result in the place of an operand; what else the operand held is not looked at any more.
void set(Value& place, Truth truth) {
  place.base = Base::truth;
  place.truth = truth;
  place.slot = nullptr;
  place.claim = nullptr;
}

Value load(Scope const& scope, Slot const& slot) {
  switch (slot.kind) {
  case SlotKind::none:
    return {};
  case SlotKind::claim: {
    Value out = value_of(scope, scope.claim(slot.claim));
    out.slot = &slot;
    return out;
  }
  case SlotKind::claims: {
    Value out;
    out.base = Base::list;
    out.slot = &slot;
    return out;
  }
  case SlotKind::text:
  case SlotKind::value:
    break;
  }
  Value out = slot.value;
  out.slot = &slot;
  return out;
}

Truth compare(Op op, Scope const& scope, Value const& a, Value const& b) {
  switch (op) {
  case Op::equal:
    return equal(scope, a, b);
  case Op::unequal:
    return negate(equal(scope, a, b));
  case Op::less:
    return less(scope, a, b);
  case Op::less_equal:
    return less_equal(scope, a, b);
  case Op::greater:
    return less(scope, b, a);
  case Op::greater_equal:
    return less_equal(scope, b, a);
  default:
    return meets(scope, a, b);
  }
}

/// `a in b`: the figure lies within the other's interval; a claim is one of a list.
Truth member(Scope const& scope, Value const& a, Value const& b) {
  if (b.base == Base::list && b.slot != nullptr) {
    Truth out = Truth::no;
    for (ClaimId const id : b.slot->claims) out = either(out, equal(scope, a, value_of(scope, scope.claim(id))));
    return out;
  }
  Value x = a, y = b;
  if (b.base == Base::date) return meets(scope, a, b);
  if (!in_one_unit(scope, x, y) || x.interval.is_empty() || y.interval.is_empty()) return Truth::unknown;
  return within(x.interval, y.interval) ? Truth::yes : meet(x.interval, y.interval) ? Truth::unknown : Truth::no;
}

} // namespace

namespace {

/// Carries out the instructions from `begin` to before `end`.
Value run(Expression const& expression, std::size_t begin, std::size_t end, Scope const& scope) {
  // Kept between calls: making sixteen values anew costs more than most expressions. No function evaluates an
  // expression.
  static thread_local std::array<Value, 16> stack;
  std::size_t top = 0; // compile() has made sure that it stays in bounds
  for (std::size_t i = begin; i < end; ++i) {
    Instruction const& in = expression.code[i];
    switch (in.op) {
    case Op::number:
    case Op::string:
      stack[top++] = expression.constants[in.a];
      break;
    case Op::name: {
      Slot const& slot = scope.binding.slots[in.a];
      if (in.is_claim())
        stack[top++] = load(scope, slot);
      else
        stack[top++] =
            slot.kind == SlotKind::claim ? fields()[in.b - 1u].read(scope, scope.claim(slot.claim)) : Value{};
      break;
    }
    case Op::call: {
      top -= in.b;
      Value const result = functions()[in.a].apply(scope, {stack.data() + top, in.b});
      stack[top++] = result;
      break;
    }
    case Op::negate:
      stack[top - 1] = negated(stack[top - 1]);
      break;
    case Op::invert:
      set(stack[top - 1], negate(truth_of(stack[top - 1])));
      break;
    case Op::add:
      --top;
      stack[top - 1] = sum(scope, stack[top - 1], stack[top]);
      break;
    case Op::subtract:
      --top;
      stack[top - 1] = difference(scope, stack[top - 1], stack[top]);
      break;
    case Op::multiply:
      --top;
      stack[top - 1] = product(scope, stack[top - 1], stack[top]);
      break;
    case Op::divide:
      --top;
      stack[top - 1] = quotient(scope, stack[top - 1], stack[top]);
      break;
    case Op::both:
      --top;
      set(stack[top - 1], both(truth_of(stack[top - 1]), truth_of(stack[top])));
      break;
    case Op::either:
      --top;
      set(stack[top - 1], either(truth_of(stack[top - 1]), truth_of(stack[top])));
      break;
    case Op::member:
      --top;
      set(stack[top - 1], member(scope, stack[top - 1], stack[top]));
      break;
    case Op::list: {
      Truth found = Truth::no;
      for (std::size_t k = 0; k < in.b; ++k)
        found = either(found, equal(scope, stack[top - 1], expression.constants[in.a + k]));
      set(stack[top - 1], found);
      break;
    }
    default: { // comparisons
      --top;
      Truth const truth = compare(in.op, scope, stack[top - 1], stack[top]);
      if (scope.trace != nullptr) scope.trace->push_back({in.step, truth, stack[top - 1], stack[top]});
      set(stack[top - 1], truth);
    }
    }
    if (scope.trace != nullptr) continue;
    while (i + 1 < end && expression.code[i].decided_at != 0 &&
           truth_of(stack[top - 1]) == expression.code[i].decided_by)
      i = expression.code[i].decided_at; // the operator's result is what stands on the stack
  }
  return top == 0 ? Value{} : stack[0];
}

} // namespace

Value evaluate(Expression const& expression, Scope const& scope) {
  return run(expression, 0, expression.code.size(), scope);
}

Value evaluate_part(Expression const& expression, std::uint16_t first, std::uint16_t last, Scope const& scope) {
  std::size_t begin = 0, end = expression.code.size();
  while (begin < end && expression.code[begin].step < first) ++begin;
  while (end > begin && expression.code[end - 1].step > last) --end;
  return run(expression, begin, end, scope);
}

} // namespace claimcheck::rules
