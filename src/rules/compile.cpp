// From the parsed steps of an expression to checked code.
#include <algorithm>

#include "rules/expression.hpp"
#include "rules/field.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using grammar::Op;
using grammar::Step;

constexpr std::size_t deepest_stack = 16;

class Compiler {
 public:
  Compiler(Expression& out, std::vector<SlotType> const& slots, Lexicon const& lexicon, std::vector<bool>* used)
      : out_(out), slots_(slots), lexicon_(lexicon), used_(used) {}

  std::vector<ExpressionFault> run() {
    for (std::size_t i = 0; i < out_.steps.size(); ++i) {
      step_ = static_cast<std::uint16_t>(i);
      one(out_.steps[i]);
      if (types_.size() > deepest_stack) {
        fault(out_.steps[i], "the expression needs more than 16 values at once",
              "split it with parentheses or into two rules");
        break;
      }
    }
    if (faults_.empty() && types_.size() == 1) out_.type = types_.back();
    return std::move(faults_);
  }

 private:
  void fault(Step const& at, std::string message, std::string remedy = {}) {
    faults_.push_back({at.begin, std::move(message), std::move(remedy)});
  }
  void emit(Code code, std::size_t a = 0, std::size_t b = 0) {
    out_.code.push_back({code, static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), step_});
  }
  void constant(Value value, Type type) {
    emit(Code::constant, out_.constants.size());
    out_.constants.push_back(value);
    types_.push_back(type);
  }
  Type pop() {
    if (types_.empty()) return {};
    Type const out = types_.back();
    types_.pop_back();
    return out;
  }

  std::optional<UnitId> unit_named(std::string_view name) const {
    if (auto const found = lexicon_.units.find(name)) return found;
    for (std::size_t i = 1; i < lexicon_.units.size(); ++i) {
      Unit const& unit = lexicon_.units[static_cast<UnitId>(i)];
      if (unit.name == name || unit.plural == name || unit.symbol == name) return static_cast<UnitId>(i);
    }
    return std::nullopt;
  }
  std::string nearest_unit(std::string const& name) const {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < lexicon_.units.size(); ++i) {
      names.push_back(lexicon_.units[static_cast<UnitId>(i)].plural);
      names.push_back(lexicon_.units[static_cast<UnitId>(i)].code);
    }
    return meant(name, names);
  }
  static std::string meant(std::string_view word, std::vector<std::string> const& known) {
    std::string const best = nearest(word, known);
    return best.empty() ? std::string{} : "did you mean `" + best + "`?";
  }

  void number(Step const& step) {
    auto const value = Decimal::parse(step.text);
    if (!value) return fault(step, "`" + step.text + "` is no number"), types_.push_back({});
    if (step.unit.empty()) return constant(Value::number(*value), Type::figure(Measure::plain));
    if (step.unit == "%" || step.unit == "percent")
      return constant(Value::point(*value, Measure::percent), Type::figure(Measure::percent));
    if (step.unit == "points") return constant(Value::point(*value, Measure::points), Type::figure(Measure::points));
    auto const unit = unit_named(step.unit);
    if (!unit) return fault(step, "unknown unit `" + step.unit + "`", nearest_unit(step.unit)), types_.push_back({});
    Dimension const dimension = lexicon_.units[*unit].dimension;
    bool const money = dimension.exponent[Dimension::money] != 0;
    constant(Value::point(*value, money ? Measure::money : Measure::physical, *unit),
             money ? Type::figure(Measure::money) : Type::physical(dimension));
  }

  void name(Step const& step) {
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
        remedy = function_named(head) >= 0 ? "a function needs parentheses" : "bind it with match, bind or on";
      fault(step, "nothing is bound to `" + std::string(head) + "`", remedy);
      types_.push_back({});
      return;
    }
    if (used_ != nullptr) (*used_)[slot] = true;
    SlotType const& type = slots_[slot];
    if (dot == std::string_view::npos) {
      emit(Code::load, slot);
      types_.push_back(type.list ? Type::of(Base::list) : type.type);
      return;
    }
    std::string_view const tail = text.substr(dot + 1);
    int const field = field_named(tail);
    if (field < 0) {
      std::vector<std::string> known;
      for (auto const& f : fields()) known.emplace_back(f.name);
      fault(step, "unknown field `" + std::string(tail) + "`", meant(tail, known));
    } else if (type.list || !type.claim) {
      fault(step, "`" + std::string(head) + "` is " + (type.list ? "a list" : "no claim") + " and has no fields",
            type.list ? "use sum(), count(), max(), min() or average()" : "use it as it is");
    } else if ((type.kinds & fields()[static_cast<std::size_t>(field)].kinds) == 0) {
      fault(step,
            "`" + std::string(head) + "` is " + describe(type.type) + ", which has no `" + std::string(tail) + "`");
    } else {
      emit(Code::field, slot, static_cast<std::size_t>(field));
      types_.push_back(fields()[static_cast<std::size_t>(field)].type(type.type));
      return;
    }
    types_.push_back({});
  }

  /// Gives a text constant that stands for a unit the unit's value.
  bool text_as_unit(std::size_t argument_from_end, Step const& step) {
    Instruction& in = out_.code[out_.code.size() - argument_from_end];
    if (in.code != Code::constant) return true;
    Value& value = out_.constants[in.a];
    if (value.base != Base::text) return true;
    auto const unit = unit_named(value.text);
    if (!unit) {
      fault(step, "unknown unit \"" + std::string(value.text) + "\"", nearest_unit(std::string(value.text)));
      return false;
    }
    value = Value{};
    value.base = Base::unit;
    value.unit = *unit;
    return true;
  }

  void check_argument(Step const& step, Function const& function, std::size_t index, char wanted, Type const& given,
                      std::size_t from_end) {
    auto const complain = [&](std::string_view expected) {
      fault(step,
            "argument " + std::to_string(index + 1) + " of " + std::string(function.name) + "() must be " +
                std::string(expected) + ", not " + describe(given),
            "the function is " + std::string(function.signature));
    };
    if (given.base == Base::unknown) return; // complained of already
    switch (wanted) {
    case 'f':
      if (!given.is_figure()) complain("a figure");
      break;
    case 'p':
      if (!given.is_figure() || (given.measure != Measure::any && given.measure != Measure::plain))
        complain("a pure number");
      break;
    case '%':
      if (!given.is_figure() ||
          (given.measure != Measure::any && given.measure != Measure::percent && given.measure != Measure::points))
        complain("a percentage");
      break;
    case 'D':
      if (!comparable(given, Type::duration())) complain("a duration");
      break;
    case 'd':
      if (given.base != Base::date) complain("a date");
      break;
    case 'w':
      if (given.base != Base::weekday) complain("a day of the week");
      break;
    case 't':
      if (given.base != Base::text) complain("a text");
      break;
    case 'l':
      if (given.base != Base::list) complain("a list");
      break;
    case 'u':
      if (given.base == Base::text)
        text_as_unit(from_end, step);
      else if (given.base != Base::unit)
        complain("a unit");
      break;
    case 'C': {
      if (given.base != Base::text) return complain("the name of a word class");
      Instruction const& in = out_.code[out_.code.size() - from_end];
      if (in.code == Code::constant && lexicon_.word_class(out_.constants[in.a].text) == nullptr)
        fault(step, "unknown word class \"" + std::string(out_.constants[in.a].text) + "\"",
              meant(out_.constants[in.a].text, lexicon_.class_names()));
      break;
    }
    case 'c': {
      Instruction const& in = out_.code[out_.code.size() - from_end];
      if (in.code != Code::load) complain("a name that is bound");
      break;
    }
    default:
      break;
    }
  }

  static Type result_type(char result, Type const& first) {
    switch (result) {
    case '1':
      return first;
    case 'p':
      return Type::figure(Measure::plain);
    case '%':
      return Type::figure(Measure::percent);
    case 'o':
      return Type::figure(Measure::points);
    case 'D':
      return Type::duration();
    case 'd':
      return Type::of(Base::date);
    case 'w':
      return Type::of(Base::weekday);
    case 't':
      return Type::of(Base::text);
    case 'u':
      return Type::of(Base::unit);
    default:
      return Type::of(Base::truth);
    }
  }

  void call(Step const& step) {
    int const index = function_named(step.text);
    std::size_t const given = step.count;
    std::vector<Type> arguments(types_.end() - static_cast<std::ptrdiff_t>(std::min(given, types_.size())),
                                types_.end());
    types_.resize(types_.size() - arguments.size());
    if (index < 0) {
      std::vector<std::string> known;
      for (auto const& f : functions()) known.emplace_back(f.name);
      fault(step, "unknown function `" + step.text + "`", meant(step.text, known));
      types_.push_back({});
      return;
    }
    Function const& function = functions()[static_cast<std::size_t>(index)];
    std::string letters;
    std::size_t needed = 0;
    bool repeats = false;
    for (char const c : function.parameters) {
      if (c == '*')
        repeats = true;
      else if (c == '?')
        --needed;
      else
        letters += c, ++needed;
    }
    if (given < needed || (!repeats && given > letters.size())) {
      fault(step,
            std::string(function.name) + "() takes " + (repeats ? "at least " : "") + std::to_string(needed) +
                (!repeats && letters.size() > needed ? " or " + std::to_string(letters.size()) : "") +
                " arguments, not " + std::to_string(given),
            "the function is " + std::string(function.signature));
    } else {
      check_arguments(step, function, letters, arguments);
    }
    Type first = arguments.empty() ? Type{} : arguments.front();
    if (first.base == Base::list) first = list_item_type();
    if (function.result == '1' && first.is_figure()) check_same(step, function, arguments, first);
    emit(Code::call, static_cast<std::size_t>(index), given);
    types_.push_back(result_type(function.result, first));
  }

  /// Arguments end where the next begins; only the simple ones (names, constants) need their instruction.
  void check_arguments(Step const& step, Function const& function, std::string const& letters,
                       std::vector<Type> const& arguments) {
    std::size_t from_end = 0;
    for (std::size_t i = arguments.size(); i-- > 0;) {
      std::size_t const last = out_.code.size() - from_end - 1;
      std::size_t const width = last + 1 - operand_begin_code(last);
      check_argument(step, function, i, letters[std::min(i, letters.size() - 1)], arguments[i], from_end + 1);
      from_end += width;
    }
  }
  std::size_t operand_begin_code(std::size_t last) const {
    std::size_t needed = 1, at = last + 1;
    while (needed > 0 && at > 0) {
      --at;
      needed = needed - 1 + arity(out_.code[at]);
    }
    return at;
  }
  static std::size_t arity(Instruction const& in) {
    switch (in.code) {
    case Code::constant:
    case Code::load:
    case Code::field:
      return 0;
    case Code::negate:
    case Code::invert:
      return 1;
    case Code::call:
      return in.b;
    case Code::member_of:
      return in.a + 1u;
    default:
      return 2;
    }
  }

  /// The item type of the list that was loaded last.
  Type list_item_type() const {
    for (auto in = out_.code.rbegin(); in != out_.code.rend(); ++in)
      if (in->code == Code::load && slots_[in->a].list) return slots_[in->a].type;
    return {};
  }
  void check_same(Step const& step, Function const& function, std::vector<Type> const& arguments, Type const& first) {
    if (function.parameters != "x*") return;
    for (Type const& other : arguments)
      if (other.base != Base::list && !comparable(first, other))
        fault(step, std::string(function.name) + "() of " + describe(first) + " and " + describe(other));
  }

  void list(Step const& step) {
    // Only `x in [a, b]` has a list: the next step must be `in`.
    std::size_t const next = step_ + 1u;
    if (next >= out_.steps.size() || out_.steps[next].op != Op::member)
      fault(step, "a list in [ ] may only follow `in`");
    Type item;
    for (std::uint32_t i = 0; i < step.count; ++i) item = pop();
    list_items_ = step.count;
    types_.push_back(item);
  }

  void truth_operands(Step const& step, int count, std::string_view word) {
    for (int i = 0; i < count; ++i) {
      Type const given = pop();
      if (given.base != Base::truth && given.base != Base::unknown)
        fault(step, "`" + std::string(word) + "` needs conditions, and this is " + describe(given),
              "compare it with something");
    }
    types_.push_back(Type::of(Base::truth));
  }

  void arithmetic(Step const& step, Code code) {
    Type const b = pop(), a = pop();
    emit(code);
    auto const moved = [&](Type const& x, Type const& y) {
      return x.base == Base::date && comparable(y, Type::duration()) && y.is_figure();
    };
    if (a.base == Base::unknown || b.base == Base::unknown) return types_.push_back({});
    if (code == Code::add || code == Code::subtract) {
      if (a.base == Base::date && b.base == Base::date && code == Code::subtract)
        return types_.push_back(Type::duration());
      if (moved(a, b) || (code == Code::add && moved(b, a))) return types_.push_back(Type::of(Base::date));
      if (!a.is_figure() || !b.is_figure() || !comparable(a, b)) {
        fault(step, describe(a) + (code == Code::add ? " plus " : " minus ") + describe(b) + " has no meaning");
        return types_.push_back({});
      }
      Type out = a.measure == Measure::any ? b : a;
      if (code == Code::subtract && a.measure == Measure::percent && b.measure == Measure::percent)
        out.measure = Measure::points;
      return types_.push_back(out);
    }
    if (!a.is_figure() || !b.is_figure()) {
      fault(step,
            describe(a) + (code == Code::multiply ? " times " : " divided by ") + describe(b) + " has no meaning");
      return types_.push_back({});
    }
    types_.push_back(product_type(code, a, b));
  }
  static Type product_type(Code code, Type const& a, Type const& b) {
    auto const scalar = [](Type const& t) { return t.measure == Measure::plain || t.measure == Measure::percent; };
    if (code == Code::divide) {
      if (b.measure == Measure::plain) return a;
      return comparable(a, b) && a.measure != Measure::any && b.measure != Measure::any ? Type::figure(Measure::plain)
                                                                                        : Type::figure(Measure::any);
    }
    if (scalar(b)) return a;
    if (scalar(a)) return b;
    return Type::figure(Measure::any);
  }

  void comparison(Step const& step, Code code) {
    Type const b = pop(), a = pop();
    if (code == Code::member && list_items_ > 0) {
      emit(Code::member_of, list_items_);
      list_items_ = 0;
    } else {
      emit(code);
    }
    bool const listed = code == Code::member && b.base == Base::list;
    if (!listed && !comparable(a, b))
      fault(step, describe(a) + " is compared with " + describe(b),
            a.base == Base::list || b.base == Base::list ? "use sum() or count()" : "");
    bool const ordered =
        code == Code::less || code == Code::less_equal || code == Code::greater || code == Code::greater_equal;
    if (ordered && a.base != Base::unknown && !a.is_figure() && a.base != Base::date)
      fault(step, describe(a) + " has no order");
    if (code == Code::equal || code == Code::unequal) check_text_constants(step);
    types_.push_back(Type::of(Base::truth));
  }

  /// `a.kind == "cuont"` can never hold.
  void check_text_constants(Step const& step) {
    if (out_.code.size() < 3) return;
    Instruction const* field = &out_.code[out_.code.size() - 3];
    Instruction const* text = &out_.code[out_.code.size() - 2];
    if (field->code != Code::field) std::swap(field, text);
    if (field->code != Code::field || text->code != Code::constant || out_.constants[text->a].base != Base::text)
      return;
    if (fields()[field->b].name == "kind" && !kind_named(out_.constants[text->a].text)) {
      std::vector<std::string> known;
      for (auto const& word : kind_words())
        if (kind_named(word)) known.push_back(word);
      fault(step, "unknown kind \"" + std::string(out_.constants[text->a].text) + "\"",
            meant(out_.constants[text->a].text, known));
    }
  }

  void one(Step const& step) {
    switch (step.op) {
    case Op::number:
      return number(step);
    case Op::string:
      return constant(Value::of_text(step.text), Type::of(Base::text));
    case Op::name:
      return name(step);
    case Op::call:
      return call(step);
    case Op::list:
      return list(step);
    case Op::negate: {
      Type const given = pop();
      if (!given.is_figure() && given.base != Base::unknown)
        fault(step, "minus " + describe(given) + " has no meaning");
      types_.push_back(given);
      if (out_.code.back().code == Code::constant) {
        Value& value = out_.constants[out_.code.back().a];
        value = negated(value);
        return;
      }
      return emit(Code::negate);
    }
    case Op::invert:
      truth_operands(step, 1, "not");
      return emit(Code::invert);
    case Op::both:
      truth_operands(step, 2, "and");
      return emit(Code::both);
    case Op::either:
      truth_operands(step, 2, "or");
      return emit(Code::either);
    case Op::add:
      return arithmetic(step, Code::add);
    case Op::subtract:
      return arithmetic(step, Code::subtract);
    case Op::multiply:
      return arithmetic(step, Code::multiply);
    case Op::divide:
      return arithmetic(step, Code::divide);
    case Op::equal:
      return comparison(step, Code::equal);
    case Op::unequal:
      return comparison(step, Code::unequal);
    case Op::less:
      return comparison(step, Code::less);
    case Op::less_equal:
      return comparison(step, Code::less_equal);
    case Op::greater:
      return comparison(step, Code::greater);
    case Op::greater_equal:
      return comparison(step, Code::greater_equal);
    case Op::meet:
      return comparison(step, Code::meet);
    case Op::member:
      return comparison(step, Code::member);
    }
  }

  Expression& out_;
  std::vector<SlotType> const& slots_;
  Lexicon const& lexicon_;
  std::vector<bool>* used_;
  std::vector<Type> types_;
  std::vector<ExpressionFault> faults_;
  std::uint16_t step_ = 0;
  std::uint32_t list_items_ = 0;
};

} // namespace

tl::expected<Expression, std::vector<ExpressionFault>>
compile(std::string_view text, std::vector<SlotType> const& slots, Lexicon const& lexicon, std::vector<bool>* used) {
  auto steps = grammar::parse_expression(text);
  if (!steps) return tl::make_unexpected(std::vector{ExpressionFault{steps.error().offset, steps.error().message, ""}});
  if (steps->size() > 2000)
    return tl::make_unexpected(
        std::vector{ExpressionFault{0, "the expression has more than 2000 parts", "split the rule"}});
  Expression out;
  out.text = std::string(text);
  out.steps = std::move(*steps);
  auto faults = Compiler(out, slots, lexicon, used).run();
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return out;
}

std::uint16_t operand_begin(Expression const& expression, std::uint16_t last) {
  std::size_t needed = 1, at = last + 1u;
  while (needed > 0 && at > 0) {
    Step const& step = expression.steps[--at];
    std::size_t arity = 2;
    if (step.op == Op::number || step.op == Op::string || step.op == Op::name)
      arity = 0;
    else if (step.op == Op::negate || step.op == Op::invert)
      arity = 1;
    else if (step.op == Op::call || step.op == Op::list)
      arity = step.count;
    needed = needed - 1 + arity;
  }
  return static_cast<std::uint16_t>(at);
}

} // namespace claimcheck::rules
