// From the parsed steps of an expression to checked code: names, literals and operators.
#include <algorithm>

#include "rules/compiler.hpp"
#include "rules/field.hpp"
#include "rules/remedy.hpp"

namespace claimcheck::rules {
namespace {

/// How many values evaluate() keeps at once.
constexpr std::size_t deepest_stack = 16;
constexpr std::size_t most_steps = 2000;

} // namespace

std::vector<ExpressionFault> Compiler::run() {
  for (; step_ < out_.steps.size(); ++step_) one(out_.steps[step_]);
  if (faults_.empty() && stack_.size() == 1) out_.type = stack_.back().type;
  if (faults_.empty()) check_depth();
  return std::move(faults_);
}

void Compiler::check_depth() {
  std::size_t depth = 0;
  for (Instruction const& in : out_.code) {
    depth = depth + 1 - (in.op == Op::list ? 1 : arity(in.op, in.b));
    if (depth <= deepest_stack) continue;
    return fault(out_.steps[in.step], "the expression needs more than 16 values at once",
                 "name a part of it with `let`");
  }
}

void Compiler::constant(Op op, Value value, Type type) {
  emit(op, out_.constants.size());
  out_.constants.push_back(value);
  push(type);
}

Compiler::Operand Compiler::pop() {
  if (stack_.empty()) return {};
  Operand const out = stack_.back();
  stack_.pop_back();
  return out;
}

Value* Compiler::constant_of(Operand const& operand) {
  if (operand.last >= out_.code.size() || !out_.code[operand.last].is_constant()) return nullptr;
  return &out_.constants[out_.code[operand.last].a];
}

void Compiler::number(Step const& step) {
  auto const value = Decimal::parse(step.text);
  auto const unknown = [&] { constant(Op::number, {}, {}); };
  if (!value) return fault(step, "`" + step.text + "` has more digits than a figure can hold"), unknown();
  auto const point = [&](Measure measure) {
    constant(Op::number, Value::point(*value, measure), Type::figure(measure));
  };
  if (step.unit.empty()) return point(Measure::plain);
  if (step.unit == "%" || step.unit == "percent") return point(Measure::percent);
  if (step.unit == "points") return point(Measure::points);
  auto const unit = unit_named(step.unit);
  if (!unit) return fault(step, "unknown unit `" + step.unit + "`", nearest_unit(step.unit)), unknown();
  Dimension const dimension = lexicon_.units[*unit].dimension;
  bool const money = dimension.exponent[Dimension::money] != 0;
  constant(Op::number, Value::point(*value, money ? Measure::money : Measure::physical, *unit),
           money ? Type::figure(Measure::money) : Type::physical(dimension));
}

void Compiler::name(Step const& step) {
  std::string_view const text = step.text;
  std::size_t const dot = text.find('.');
  std::string_view const head = text.substr(0, dot);
  std::size_t slot = 0;
  while (slot < slots_.size() && slots_[slot].name != head) ++slot;
  if (slot == slots_.size()) {
    std::vector<std::string> known;
    for (auto const& s : slots_) known.push_back(s.name);
    std::string remedy = meant(head, known);
    if (remedy.empty() && kind_named(head)) remedy = "a kind is a text here: \"" + std::string(head) + "\"";
    if (remedy.empty())
      remedy = function_named(head) >= 0 ? "a function needs parentheses" : "bind it with match, bind, on or let";
    fault(step, "nothing is bound to `" + std::string(head) + "`", remedy);
    emit(Op::name);
    return push({});
  }
  if (used_ != nullptr) (*used_)[slot] = true;
  if (dot != std::string_view::npos) return field(step, slot, text.substr(dot + 1));
  emit(Op::name, slot);
  push(slots_[slot].list ? Type::of(Base::list) : slots_[slot].type);
}

void Compiler::field(Step const& step, std::size_t slot, std::string_view name) {
  SlotType const& type = slots_[slot];
  int const index = field_named(name);
  Type result;
  if (index < 0) {
    std::vector<std::string> known;
    for (auto const& f : fields()) known.emplace_back(f.name);
    fault(step, "unknown field `" + std::string(name) + "`", meant(name, known));
  } else if (type.list || !type.claim) {
    fault(step, "`" + type.name + "` is " + (type.list ? "a list" : "no claim") + " and has no fields",
          type.list ? "use sum(), count(), max(), min() or average()" : "use it as it is");
  } else if (Field const& found = fields()[static_cast<std::size_t>(index)]; (type.kinds & found.kinds) == 0) {
    fault(step, "`" + type.name + "` is " + describe(type.type) + ", which has no `" + std::string(name) + "`");
  } else {
    result = found.type(type.type);
  }
  emit(Op::name, slot, static_cast<std::size_t>(index + 1));
  push(result);
}

/// The items stay where the constants are; only `in` may follow.
void Compiler::list(Step const& step) {
  std::size_t const next = step_ + 1u;
  if (next >= out_.steps.size() || out_.steps[next].op != Op::member) fault(step, "a list in [ ] may only follow `in`");
  items_.assign(stack_.end() - static_cast<std::ptrdiff_t>(step.count), stack_.end());
  stack_.resize(stack_.size() - step.count);
  for (Operand const& item : items_)
    if (constant_of(item) == nullptr && item.type.base != Base::unknown) {
      fault(out_.steps[out_.code[item.last].step], "a list in [ ] holds numbers and texts only",
            "write `x == a or x == b`");
      break;
    }
  push({});
}

void Compiler::truth_operands(Step const& step, int count, std::string_view word) {
  if (count == 2 && stack_.size() >= 2) {
    Instruction& left = out_.code[stack_[stack_.size() - 2].last];
    left.decided_at = static_cast<std::uint16_t>(out_.code.size());
    left.decided_by = step.op == Op::both ? Truth::no : Truth::yes;
  }
  for (int i = 0; i < count; ++i) {
    Type const given = pop().type;
    if (given.base != Base::truth && given.base != Base::unknown)
      fault(step, "`" + std::string(word) + "` needs conditions, and this is " + describe(given),
            "compare it with something");
  }
  emit(step.op);
  push(Type::of(Base::truth));
}

void Compiler::negation(Step const& step) {
  Operand const given = pop();
  if (!given.type.is_figure() && given.type.base != Base::unknown)
    fault(step, "minus " + describe(given.type) + " has no meaning");
  if (Value* const value = constant_of(given); value != nullptr)
    *value = negated(*value);
  else
    emit(step.op);
  push(given.type);
}

void Compiler::arithmetic(Step const& step) {
  Type const b = pop().type, a = pop().type;
  Type out;
  std::string_view word;
  switch (step.op) {
  case Op::add:
    out = sum_type(a, b), word = " plus ";
    break;
  case Op::subtract:
    out = difference_type(a, b), word = " minus ";
    break;
  case Op::multiply:
    out = product_type(a, b), word = " times ";
    break;
  default:
    out = quotient_type(a, b), word = " divided by ";
  }
  if (out.base == Base::unknown && a.base != Base::unknown && b.base != Base::unknown)
    fault(step, describe(a) + std::string(word) + describe(b) + " has no meaning");
  emit(step.op);
  push(a.base == Base::unknown || b.base == Base::unknown ? Type{} : out);
}

bool Compiler::is_bare_number(Operand const& operand) {
  Value const* const value = constant_of(operand);
  return value != nullptr && value->base == Base::figure && value->measure == Measure::plain;
}

std::string Compiler::with_unit(Operand const& number, Type const& type) const {
  std::string const digits(words_of(number));
  if (!type.is_figure()) return {};
  if (type.measure == Measure::percent) return "write `" + digits + " %`";
  if (type.measure == Measure::points) return "write `" + digits + " points`";
  if (type.measure == Measure::physical) return "name the unit, as in `3 days` or `5 km`";
  return type.measure == Measure::money ? "name the currency, as in `100 USD`" : "";
}

void Compiler::comparison(Step const& step) {
  Operand b = pop(), a = pop();
  adapt(a, b);
  adapt(b, a);
  if (!comparable(a.type, b.type)) {
    std::string remedy;
    if (a.type.base == Base::list || b.type.base == Base::list) remedy = "use sum() or count()";
    if (is_bare_number(b)) remedy = with_unit(b, a.type);
    if (is_bare_number(a)) remedy = with_unit(a, b.type);
    fault(step, describe(a.type) + " is compared with " + describe(b.type), remedy);
  } else {
    check_constant(step, a, b);
    check_constant(step, b, a);
    bool const ordered =
        step.op == Op::less || step.op == Op::less_equal || step.op == Op::greater || step.op == Op::greater_equal;
    if (ordered && a.type.base != Base::unknown && !a.type.is_figure() && a.type.base != Base::date)
      fault(step, describe(a.type) + " has no order");
  }
  emit(step.op);
  push(Type::of(Base::truth));
}

/// `x in y`: a list of constants, the list that a name stands for, a figure with its interval, a period.
void Compiler::membership(Step const& step) {
  if (items_.empty()) {
    if (!stack_.empty() && stack_.back().type.base == Base::list) {
      pop();
      pop();
      emit(step.op);
      return push(Type::of(Base::truth));
    }
    return comparison(step);
  }
  pop(); // the list
  Operand x = pop();
  for (Operand& item : items_) {
    adapt(item, x);
    if (comparable(x.type, item.type))
      check_constant(out_.steps[out_.code[item.last].step], item, x);
    else
      fault(out_.steps[out_.code[item.last].step], describe(x.type) + " is compared with " + describe(item.type));
  }
  std::size_t const first = items_.front().last, count = items_.size();
  std::size_t const constants = out_.code[first].a;
  if (faults_.empty()) out_.code.resize(first); // the items are read where they are
  emit(Op::list, constants, count);
  items_.clear();
  push(Type::of(Base::truth));
}

void Compiler::one(Step const& step) {
  switch (step.op) {
  case Op::number:
    return number(step);
  case Op::string:
    return constant(Op::string, Value::of_text(step.text), Type::of(Base::text));
  case Op::name:
    return name(step);
  case Op::call:
    return call(step);
  case Op::list:
    return list(step);
  case Op::negate:
    return negation(step);
  case Op::invert:
    return truth_operands(step, 1, "not");
  case Op::both:
    return truth_operands(step, 2, "and");
  case Op::either:
    return truth_operands(step, 2, "or");
  case Op::add:
  case Op::subtract:
  case Op::multiply:
  case Op::divide:
    return arithmetic(step);
  case Op::member:
    return membership(step);
  case Op::equal:
  case Op::unequal:
  case Op::less:
  case Op::less_equal:
  case Op::greater:
  case Op::greater_equal:
  case Op::meet:
    return comparison(step);
  }
}

tl::expected<Expression, std::vector<ExpressionFault>>
compile(std::string_view text, std::vector<SlotType> const& slots, Lexicon const& lexicon, std::vector<bool>* used) {
  auto const one_fault = [](std::uint32_t offset, std::string message, std::string remedy) {
    return tl::make_unexpected(std::vector{ExpressionFault{offset, std::move(message), std::move(remedy)}});
  };
  auto steps = grammar::parse_expression(text);
  if (!steps) return one_fault(steps.error().offset, steps.error().message, "");
  if (steps->size() > most_steps) return one_fault(0, "the expression has more than 2000 parts", "split the rule");
  Expression out;
  out.text = std::string(text);
  out.steps = std::move(*steps);
  auto faults = Compiler(out, slots, lexicon, used).run();
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return out;
}

std::size_t arity(grammar::Op op, std::size_t count) {
  using grammar::Op;
  switch (op) {
  case Op::number:
  case Op::string:
  case Op::name:
    return 0;
  case Op::negate:
  case Op::invert:
    return 1;
  case Op::call:
  case Op::list:
    return count;
  default:
    return 2;
  }
}

std::uint16_t operand_begin(Expression const& expression, std::uint16_t last) {
  std::size_t needed = 1, at = last + 1u;
  while (needed > 0 && at > 0) {
    grammar::Step const& step = expression.steps[--at];
    needed = needed - 1 + arity(step.op, step.count);
  }
  return static_cast<std::uint16_t>(at);
}

} // namespace claimcheck::rules
