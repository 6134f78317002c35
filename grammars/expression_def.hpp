// expression = conjunction *('or' conjunction)
// conjunction = negation *('and' negation)
// negation   = 'not' negation | comparison
// comparison = sum [('==' | '!=' | '<=' | '<' | '>=' | '>' | '~' | 'in') sum]
// sum        = product *(('+' | '-') product)
// product    = unary *(('*' | '/') unary)
// unary      = '-' unary | primary
// primary    = number [unit] | string | '(' expression ')' | '[' expression *(',' expression) ']' | name ['('
// [arguments] ')'] name       = identifier *('.' identifier) unit       = '%' | identifier that is no keyword
//
// LL(1): every action comes after its operand and no alternative is tried after an action, so that none has to be
// undone.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammars/expression.hpp"

namespace claimcheck::grammar::expression_grammar {

namespace x3 = boost::spirit::x3;

struct Emitter {
  char const* begin = nullptr;
  std::vector<Step> steps;
  std::vector<Step> pending;         ///< operators and calls whose operands are still being read
  std::vector<std::uint32_t> counts; ///< items of the open calls and lists
  std::uint32_t depth = 0;

  Step step(Op op, std::string text, char const* from, char const* to) const {
    Step out;
    out.op = op;
    out.text = std::move(text);
    out.begin = static_cast<std::uint32_t>(from - begin);
    out.end = static_cast<std::uint32_t>(to - begin);
    return out;
  }
  void emit_pending() {
    steps.push_back(std::move(pending.back()));
    pending.pop_back();
  }
};

struct emitter_tag {};

template <class Context>
Emitter& emitter(Context& context) {
  return x3::get<emitter_tag>(context).get();
}

template <class Context>
std::string taken(Context& context) {
  return {x3::_attr(context).begin(), x3::_attr(context).end()};
}

inline auto const hold(Op op) {
  return [op](auto& context) {
    auto& out = emitter(context);
    out.pending.push_back(out.step(op, "", x3::_attr(context).begin(), x3::_attr(context).end()));
  };
}
auto const emit = [](auto& context) { emitter(context).emit_pending(); };
inline auto const literal(Op op) {
  return [op](auto& context) {
    auto& out = emitter(context);
    out.steps.push_back(out.step(op, taken(context), x3::_attr(context).begin(), x3::_attr(context).end()));
  };
}
auto const set_unit = [](auto& context) {
  auto& last = emitter(context).steps.back();
  last.unit = taken(context);
  last.end = static_cast<std::uint32_t>(x3::_attr(context).end() - emitter(context).begin);
};
auto const open_call = [](auto& context) {
  auto& out = emitter(context);
  out.pending.push_back(std::move(out.steps.back())); // the name becomes the call
  out.steps.pop_back();
  out.pending.back().op = Op::call;
  out.counts.push_back(0);
};
auto const open_list = [](auto& context) {
  auto& out = emitter(context);
  out.pending.push_back(out.step(Op::list, "", x3::_attr(context).begin(), x3::_attr(context).end()));
  out.counts.push_back(0);
};
auto const count_item = [](auto& context) { ++emitter(context).counts.back(); };
auto const close_items = [](auto& context) {
  auto& out = emitter(context);
  out.pending.back().count = out.counts.back();
  out.counts.pop_back();
  out.emit_pending();
};
// Nesting is bounded, so that no input can exhaust the stack.
auto const deeper = [](auto& context) { x3::_pass(context) = ++emitter(context).depth <= 48; };
auto const shallower = [](auto& context) { --emitter(context).depth; };

auto const letter = x3::char_('a', 'z') | x3::char_('A', 'Z') | x3::char_('_');
auto const digit = x3::char_('0', '9');
auto const tail = letter | digit;
auto const keyword = x3::lexeme[(x3::lit("and") | "or" | "not" | "in") >> !tail];
auto const identifier = x3::lexeme[!keyword >> letter >> *tail];
auto const word = [](char const* text) { return x3::raw[x3::lexeme[x3::lit(text) >> !tail]]; };
auto const sign = [](char const* text) { return x3::raw[x3::lit(text)]; };

x3::rule<struct expression_id> const expression = "an expression";
x3::rule<struct negation_id> const negation = "a condition";
x3::rule<struct unary_id> const unary = "a value";

auto const number_text = x3::raw[x3::lexeme[+digit >> -('.' >> +digit)]];
auto const unit = x3::raw[x3::lit('%') | identifier];
auto const number = number_text[literal(Op::number)] >> -unit[set_unit];
auto const string_text = (x3::lexeme['"' >> x3::raw[*(x3::char_ - '"')][literal(Op::string)] > '"']) |
                         (x3::lexeme['\'' >> x3::raw[*(x3::char_ - '\'')][literal(Op::string)] > '\'']);
auto const items = expression[count_item] > *(',' > expression[count_item]);
auto const arguments = x3::lit('(')[open_call] > -items > x3::lit(')')[close_items];
auto const name = x3::raw[x3::lexeme[identifier >> *('.' >> identifier)]][literal(Op::name)] >> -arguments;
auto const list = sign("[")[open_list] > items > x3::lit(']')[close_items];
auto const primary = number | string_text | ('(' > expression > ')') | list | name;

auto const unary_def =
    (sign("-")[hold(Op::negate)] > x3::eps[deeper] > unary > x3::eps[shallower] > x3::eps[emit]) | primary;
auto const product = unary >>
                     *(((sign("*")[hold(Op::multiply)] | sign("/")[hold(Op::divide)]) > unary) > x3::eps[emit]);
auto const sum = product >> *(((sign("+")[hold(Op::add)] | sign("-")[hold(Op::subtract)]) > product) > x3::eps[emit]);
auto const relation = sign("==")[hold(Op::equal)] | sign("!=")[hold(Op::unequal)] | sign("<=")[hold(Op::less_equal)] |
                      sign("<")[hold(Op::less)] | sign(">=")[hold(Op::greater_equal)] | sign(">")[hold(Op::greater)] |
                      sign("~")[hold(Op::meet)] | word("in")[hold(Op::member)];
auto const comparison = sum >> -((relation > sum) > x3::eps[emit]);
auto const negation_def =
    (word("not")[hold(Op::invert)] > x3::eps[deeper] > negation > x3::eps[shallower] > x3::eps[emit]) | comparison;
auto const conjunction = negation >> *((word("and")[hold(Op::both)] > negation) > x3::eps[emit]);
auto const expression_def = x3::eps[deeper] >> conjunction >>
                            *((word("or")[hold(Op::either)] > conjunction) > x3::eps[emit]) >> x3::eps[shallower];
BOOST_SPIRIT_DEFINE(expression, negation, unary)

} // namespace claimcheck::grammar::expression_grammar
