#include <array>
#include <new>
#include <span>
#include <type_traits>

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

/// What a name stands for; lives as long as the slot.
Value const& load(Scope const& scope, Slot const& slot) {
  static Value const nothing;
  switch (slot.kind) {
  case SlotKind::none:
    return nothing;
  case SlotKind::claim:
    if (!slot.claim_read) slot.value = value_of(scope, scope.claim(slot.claim));
    slot.claim_read = true;
    break;
  case SlotKind::claims:
    slot.value = Value{};
    slot.value.base = Base::list;
    break;
  case SlotKind::text:
  case SlotKind::value:
    break;
  }
  slot.value.slot = &slot;
  return slot.value;
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

/// The operands of an expression. A name or constant is pointed to where it stands; a result is made in one of two
/// places of its level, the one that no operand of it is in. Values are large: each copy would cost more than most
/// operators do.
class Operands {
 public:
  void push(Value const& value) { at_[top_++] = &value; }
  template <class Make>
  void push_made(Make&& make) {
    at_[top_] = ::new (&places_[0][top_]) Value(make()); // made in its place
    ++top_;
  }
  Value const& last() const { return *at_[top_ - 1]; }
  Value const& last_but_one() const { return *at_[top_ - 2]; }
  std::size_t size() const { return top_; }
  void clear() { top_ = 0; }

  /// The last `count` operands make way for what is made of them.
  template <class Make>
  void replace(std::size_t count, Make&& make) {
    std::size_t const level = top_ - count;
    Value* const place = &places_[at_[level] == &places_[0][level] ? 1 : 0][level];
    at_[level] = ::new (place) Value(make());
    top_ = level + 1;
  }
  void replace(std::size_t count, Truth truth) {
    std::size_t const level = top_ - count;
    Value& place = places_[0][level]; // of a condition only these are looked at
    place.base = Base::truth;
    place.truth = truth;
    place.slot = nullptr;
    place.claim = nullptr;
    at_[level] = &place;
    top_ = level + 1;
  }
  /// The last `count` operands side by side, as a function takes them.
  std::span<Value const> side_by_side(std::size_t count) {
    std::size_t const level = top_ - count;
    for (std::size_t i = level; i < top_; ++i) {
      if (at_[i] == &places_[0][i]) continue;
      places_[0][i] = *at_[i];
      at_[i] = &places_[0][i];
    }
    return {places_[0].data() + level, count};
  }

 private:
  static_assert(std::is_trivially_destructible_v<Value>); // else the old one would have to be destroyed
  static constexpr std::size_t most = 16;                 // compile() makes sure of it
  std::array<std::array<Value, most>, 2> places_;
  std::array<Value const*, most> at_{};
  std::size_t top_ = 0;
};

/// Carries out the instructions from `begin` to before `end`. The result stands until the next call.
Value const& run(Expression const& expression, std::size_t begin, std::size_t end, Scope const& scope) {
  // Kept between calls: making its values anew costs more than most expressions. No function evaluates an expression.
  static thread_local Operands operands;
  operands.clear();
  for (std::size_t i = begin; i < end; ++i) {
    Instruction const& in = expression.code[i];
    switch (in.op) {
    case Op::number:
    case Op::string:
      operands.push(expression.constants[in.a]);
      break;
    case Op::name: {
      Slot const& slot = scope.binding.slots[in.a];
      if (in.is_claim())
        operands.push(load(scope, slot));
      else if (slot.kind == SlotKind::claim)
        operands.push_made([&] { return fields()[in.b - 1u].read(scope, scope.claim(slot.claim)); });
      else
        operands.push_made([] { return Value{}; });
      break;
    }
    case Op::call: {
      auto const arguments = operands.side_by_side(in.b);
      auto const call = [&] { return functions()[in.a].apply(scope, arguments); };
      if (in.b == 0)
        operands.push_made(call);
      else
        operands.replace(in.b, call);
      break;
    }
    case Op::negate:
      operands.replace(1, [&] { return negated(operands.last()); });
      break;
    case Op::invert:
      operands.replace(1, negate(truth_of(operands.last())));
      break;
    case Op::add:
      operands.replace(2, [&] { return sum(scope, operands.last_but_one(), operands.last()); });
      break;
    case Op::subtract:
      operands.replace(2, [&] { return difference(scope, operands.last_but_one(), operands.last()); });
      break;
    case Op::multiply:
      operands.replace(2, [&] { return product(scope, operands.last_but_one(), operands.last()); });
      break;
    case Op::divide:
      operands.replace(2, [&] { return quotient(scope, operands.last_but_one(), operands.last()); });
      break;
    case Op::both:
      operands.replace(2, both(truth_of(operands.last_but_one()), truth_of(operands.last())));
      break;
    case Op::either:
      operands.replace(2, either(truth_of(operands.last_but_one()), truth_of(operands.last())));
      break;
    case Op::member:
      operands.replace(2, member(scope, operands.last_but_one(), operands.last()));
      break;
    case Op::list: {
      Truth found = Truth::no;
      for (std::size_t k = 0; k < in.b; ++k)
        found = either(found, equal(scope, operands.last(), expression.constants[in.a + k]));
      operands.replace(1, found);
      break;
    }
    default: { // comparisons
      Truth const truth = compare(in.op, scope, operands.last_but_one(), operands.last());
      if (scope.trace != nullptr) scope.trace->push_back({in.step, truth, operands.last_but_one(), operands.last()});
      operands.replace(2, truth);
    }
    }
    if (scope.trace != nullptr) continue;
    while (i + 1 < end && expression.code[i].decided_at != 0 &&
           truth_of(operands.last()) == expression.code[i].decided_by)
      i = expression.code[i].decided_at; // the operator's result is what stands last
  }
  static Value const nothing;
  return operands.size() == 0 ? nothing : operands.last();
}

} // namespace

Value evaluate(Expression const& expression, Scope const& scope) {
  return run(expression, 0, expression.code.size(), scope);
}

Truth holds(Expression const& expression, Scope const& scope) {
  return truth_of(run(expression, 0, expression.code.size(), scope));
}

Value evaluate_part(Expression const& expression, std::uint16_t first, std::uint16_t last, Scope const& scope) {
  std::size_t begin = 0, end = expression.code.size();
  while (begin < end && expression.code[begin].step < first) ++begin;
  while (end > begin && expression.code[end - 1].step > last) --end;
  return run(expression, begin, end, scope);
}

} // namespace claimcheck::rules
