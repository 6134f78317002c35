// Calls of functions in expressions: how many arguments, of which types, and what comes out.
#include <algorithm>

#include "rules/compiler.hpp"
#include "rules/remedy.hpp"

namespace claimcheck::rules {
namespace {

/// The parameters of a function, spelled out.
struct Parameters {
  std::string letters;
  std::size_t needed = 0;
  bool repeats = false;

  explicit Parameters(Function const& function) {
    for (char const c : function.parameters) {
      if (c == '*')
        repeats = true;
      else if (c == '?')
        --needed;
      else
        letters += c, ++needed;
    }
  }
  bool accepts(std::size_t given) const { return given >= needed && (repeats || given <= letters.size()); }
  char letter(std::size_t i) const { return letters[std::min(i, letters.size() - 1)]; }
  std::string describe(std::string_view name, std::size_t given) const {
    return std::string(name) + "() takes " + (repeats ? "at least " : "") + std::to_string(needed) +
           (!repeats && letters.size() > needed ? " or " + std::to_string(letters.size()) : "") +
           (letters.size() == 1 && !repeats ? " argument, not " : " arguments, not ") + std::to_string(given);
  }
};

/// What a parameter's letter asks for, as a message says it; empty: anything.
std::string_view wanted_type(char letter) {
  switch (letter) {
  case 'f':
    return "a figure";
  case 'p':
    return "a pure number";
  case '%':
    return "a percentage";
  case 'D':
    return "a duration";
  case 'd':
    return "a date";
  case 'w':
    return "a day of the week";
  case 't':
    return "a text";
  case 'l':
    return "a list";
  case 'u':
    return "a unit";
  case 'C':
    return "the name of a word class";
  case 'n':
    return "\"day\", \"week\", \"month\", \"year\" or \"decade\"";
  case 'c':
    return "a name that is bound";
  default:
    return {};
  }
}

bool fits(char letter, Type const& type) {
  bool const any = type.measure == Measure::any;
  switch (letter) {
  case 'f':
    return type.is_figure();
  case 'p':
    return type.is_figure() && (any || type.measure == Measure::plain);
  case '%':
    return type.is_figure() && (any || is_share(type.measure));
  case 'D':
    return comparable(type, Type::duration());
  case 'd':
    return type.base == Base::date;
  case 'w':
    return type.base == Base::weekday;
  case 't':
  case 'C':
  case 'n':
    return type.base == Base::text;
  case 'l':
    return type.base == Base::list;
  case 'u':
    return type.base == Base::unit;
  default:
    return true;
  }
}

Type result_type(char result, Type const& first) {
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

} // namespace

void Compiler::check_argument(Step const& step, Function const& function, std::size_t index, char wanted,
                              Operand const& given) {
  if (given.type.base == Base::unknown) return; // complained of already
  Operand argument = given;
  Value* const constant = constant_of(given);
  bool const text = constant != nullptr && constant->base == Base::text;
  if (wanted == 'u' && text && !text_as(Base::unit, argument)) return;
  bool const bound = out_.code[given.last].is_claim();
  if (!fits(wanted, argument.type) || (wanted == 'c' && !bound))
    return fault(step,
                 "argument " + std::to_string(index + 1) + " of " + std::string(function.name) + "() must be " +
                     std::string(wanted_type(wanted)) + (wanted == 'c' ? "" : ", not " + describe(given.type)),
                 "the function is " + std::string(function.signature));
  if (!text) return;
  if (wanted == 'C') constant->words = lexicon_.word_class(constant->text);
  if (wanted == 'C' && constant->words == nullptr)
    fault(step, "unknown word class \"" + std::string(constant->text) + "\"",
          meant(constant->text, lexicon_.class_names()));
  if (wanted == 'n' && std::find(period_names.begin(), period_names.end(), constant->text) == period_names.end())
    fault(step, "unknown period \"" + std::string(constant->text) + "\"",
          meant(constant->text, {period_names.begin(), period_names.end()}));
}

void Compiler::call(Step const& step) {
  std::vector<Operand> const arguments(stack_.end() - static_cast<std::ptrdiff_t>(step.count), stack_.end());
  stack_.resize(stack_.size() - step.count);
  int const index = function_named(step.text);
  if (index < 0) {
    std::vector<std::string> known;
    for (auto const& f : functions()) known.emplace_back(f.name);
    fault(step, "unknown function `" + step.text + "`", meant(step.text, known));
    emit(step.op, 0, step.count);
    return push({});
  }
  Function const& function = functions()[static_cast<std::size_t>(index)];
  Parameters const parameters(function);
  if (!parameters.accepts(step.count))
    fault(step, parameters.describe(function.name, step.count), "the function is " + std::string(function.signature));
  else
    for (std::size_t i = 0; i < arguments.size(); ++i)
      check_argument(step, function, i, parameters.letter(i), arguments[i]);
  check_dimensions(step, function, arguments);

  Type const first = item_type(arguments).value_or(arguments.empty() ? Type{} : arguments.front().type);
  if (function.parameters == "x*" && first.is_figure())
    for (Operand const& other : arguments)
      if (other.type.base != Base::list && !comparable(first, other.type))
        fault(step, std::string(function.name) + "() of " + describe(first) + " and " + describe(other.type));
  emit(step.op, static_cast<std::size_t>(index), step.count);
  push(result_type(function.result, first));
}

/// A ratio of a length and a duration, a length in hours: never known, so never anything but a slip.
void Compiler::check_dimensions(Step const& step, Function const& function, std::vector<Operand> const& arguments) {
  if (arguments.size() != 2 || !arguments[0].type.is_figure()) return;
  Type const& first = arguments[0].type;
  bool const compares = function.parameters == "ff" && (function.result == 'p' || function.result == '%');
  if (compares && arguments[1].type.is_figure() && !comparable(first, arguments[1].type))
    return fault(step, std::string(function.name) + "() of " + describe(first) + " and " + describe(arguments[1].type));
  Value const* const unit = function.parameters == "fu" ? constant_of(arguments[1]) : nullptr;
  if (unit == nullptr || unit->base != Base::unit || !first.dimension_known) return;
  if (Dimension const wanted = lexicon_.units[unit->unit].dimension; !(wanted == first.dimension))
    fault(step, describe(first) + " cannot be converted to " + lexicon_.units[unit->unit].plural);
}

/// Of the items of the list that is the first argument.
std::optional<Type> Compiler::item_type(std::vector<Operand> const& arguments) const {
  if (arguments.empty() || arguments.front().type.base != Base::list) return std::nullopt;
  Instruction const& in = out_.code[arguments.front().last];
  return in.is_claim() && slots_[in.a].list ? slots_[in.a].type : Type{};
}

} // namespace claimcheck::rules
