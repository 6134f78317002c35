// Gives the steps of an expression types and turns them into instructions. Shared by the files compile*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/expression.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {

class Compiler {
 public:
  Compiler(Expression& out, std::vector<SlotType> const& slots, Lexicon const& lexicon, std::vector<bool>* used)
      : out_(out), slots_(slots), lexicon_(lexicon), used_(used) {}
  std::vector<ExpressionFault> run();

 private:
  using Op = grammar::Op;
  using Step = grammar::Step;

  /// What an operand left on the stack: its type, and the instruction that made it.
  struct Operand {
    Type type;
    std::size_t last = 0; ///< index into Expression::code
  };

  // compile.cpp: names, literals, operators
  void one(Step const& step);
  void number(Step const& step);
  void name(Step const& step);
  void field(Step const& step, std::size_t slot, std::string_view field);
  void list(Step const& step);
  void truth_operands(Step const& step, int count, std::string_view word);
  void negation(Step const& step);
  void arithmetic(Step const& step);
  void comparison(Step const& step);
  void membership(Step const& step);
  bool is_bare_number(Operand const& operand);
  /// The remedy for a bare number that is compared with a measurement.
  std::string with_unit(Operand const& number, Type const& type) const;
  void check_depth();

  // compile_call.cpp: functions
  void call(Step const& step);
  void check_argument(Step const& step, Function const& function, std::size_t index, char wanted, Operand const& given);
  void check_dimensions(Step const& step, Function const& function, std::vector<Operand> const& arguments);
  std::optional<Type> item_type(std::vector<Operand> const& arguments) const;

  // compile_constant.cpp: what a constant is compared with decides what it is
  void adapt(Operand& constant, Operand const& other);
  void check_constant(Step const& step, Operand const& constant, Operand const& other);
  void check_text(Step const& step, std::string_view text, Operand const& other);
  bool text_as(Base base, Operand& text);
  std::optional<UnitId> unit_named(std::string_view name) const;
  std::string nearest_unit(std::string_view name) const;

  void fault(Step const& at, std::string message, std::string remedy = {}) {
    faults_.push_back({at.begin, std::move(message), std::move(remedy)});
  }
  void emit(Op op, std::size_t a = 0, std::size_t b = 0) {
    out_.code.push_back({op, static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), step_});
  }
  void push(Type type) { stack_.push_back({type, out_.code.empty() ? 0 : out_.code.size() - 1}); }
  void constant(Op op, Value value, Type type);
  Operand pop();
  Value* constant_of(Operand const& operand);
  /// The words of the expression that the operand ends with: "b.hedge".
  std::string_view words_of(Operand const& operand) const { return out_.steps[out_.code[operand.last].step].text; }

  Expression& out_;
  std::vector<SlotType> const& slots_;
  Lexicon const& lexicon_;
  std::vector<bool>* used_;
  std::vector<Operand> stack_;
  std::vector<Operand> items_; ///< of the list that `in` is about to use
  std::vector<ExpressionFault> faults_;
  std::uint16_t step_ = 0;
};

} // namespace claimcheck::rules
