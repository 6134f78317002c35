#include "rules/verdict.hpp"

#include <algorithm>

#include "base/hash.hpp"

#include "rules/decide.hpp"
#include "rules/format.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

/// What the guards say: silence, or that all figures are one speaker's words.
enum class Ward : std::uint8_t { open, silent, quoted };

bool same_quotation(Article const& article, std::vector<ClaimId> const& claims) {
  auto const holder = [&](ClaimId id) { return article.quotation_around(article.claims[id].span); };
  std::size_t const first = holder(claims.front());
  return std::all_of(claims.begin(), claims.end(), [&](ClaimId id) { return holder(id) == first; });
}

Ward guard(Rule const& rule, Article const& article, std::vector<ClaimId> const& claims) {
  std::size_t quoted = 0;
  std::uint32_t speaker = no_id;
  for (ClaimId const id : claims) {
    Guards const g = article.claims[id].guards;
    if (((rule.guards & guard_hypothetical) && g.hypothetical) || ((rule.guards & guard_negated) && g.negated) ||
        ((rule.guards & guard_question) && g.question) || ((rule.guards & guard_updated) && g.updated))
      return Ward::silent;
    quoted += g.quoted;
    std::uint32_t const attribution = article.claims[id].attribution;
    if (attribution == no_id) continue;
    std::uint32_t const who = article.attributions[attribution].speaker;
    if (who == no_id) continue;
    if ((rule.guards & guard_speaker) && speaker != no_id && speaker != who) return Ward::silent;
    speaker = who;
  }
  if (quoted == 0 || (rule.guards & guard_quoted) == 0) return Ward::open;
  return quoted == claims.size() && same_quotation(article, claims) ? Ward::quoted : Ward::silent;
}

std::string expand(Template const& form, Scope const& scope, Decimal precision) {
  std::string out;
  for (auto const& part : form.parts) {
    out += part.text;
    if (!part.expression.empty()) out += text_of(scope, evaluate(part.expression, scope), precision);
  }
  return out;
}

bool is_comparison_of_figures(Comparison const& c) {
  return c.left.base == Base::figure && c.right.base == Base::figure;
}

/// Of the comparisons with the truth wanted the one that is nearest to its opposite: of several readings, the most
/// charitable.
Comparison const* decisive(std::vector<Comparison> const& trace, Truth wanted, Scope const& scope) {
  Comparison const* best = nullptr;
  double best_gap = 0;
  for (Comparison const& c : trace) {
    if (c.truth != wanted) continue;
    Value a = c.left, b = c.right;
    double apart = 0;
    if (is_comparison_of_figures(c) && in_one_unit(scope, a, b)) apart = gap(a.interval, b.interval).to_double();
    if (best != nullptr && apart >= best_gap) continue;
    best = &c;
    best_gap = apart;
  }
  return best;
}

/// The first comparison of figures that fails.
Comparison const* first_of_figures(std::vector<Comparison> const& trace) {
  for (Comparison const& c : trace)
    if (c.truth == Truth::no && is_comparison_of_figures(c)) return &c;
  return nullptr;
}

/// One side of a comparison.
struct Side {
  Value value;
  std::uint16_t first = 0, last = 0; ///< its steps
};

struct Sides {
  Side computed, stated;
  grammar::Op op = grammar::Op::meet;
  bool stated_left = false;

  /// `<` and its kin: the computed side is a bound, not what the text should have said.
  bool ordered() const {
    using grammar::Op;
    return op == Op::less || op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
  }
};

/// The stated side is the primary claim as it stands, else a claim as it stands, else the right one.
Sides sides_of(Comparison const& c, Expression const& expression, Rule const& rule, Binding const& binding) {
  auto const right_last = static_cast<std::uint16_t>(c.step - 1);
  std::uint16_t const right_first = operand_begin(expression, right_last);
  Side const right{c.right, right_first, right_last};
  Side const left{c.left, operand_begin(expression, static_cast<std::uint16_t>(right_first - 1)),
                  static_cast<std::uint16_t>(right_first - 1)};
  auto const is_primary = [&](Side const& s) { return s.value.slot == &binding.slots[rule.primary]; };
  auto const as_stands = [](Side const& s) { return s.value.claim != nullptr; };
  bool const left_stated = is_primary(left) || (!is_primary(right) && as_stands(left) && !as_stands(right));
  grammar::Op const op = expression.steps[c.step].op;
  return left_stated ? Sides{right, left, op, true} : Sides{left, right, op, false};
}

/// What the stated side may be: a value, or "at most 60" where it is compared by order.
std::string accepted_text(Sides const& sides, std::string const& value) {
  using grammar::Op;
  if (!sides.ordered()) return value;
  bool const below = (sides.op == Op::less || sides.op == Op::less_equal) == sides.stated_left;
  bool const equal_too = sides.op == Op::less_equal || sides.op == Op::greater_equal;
  if (sides.computed.value.base == Base::date)
    return (below ? equal_too ? "not after " : "before " : equal_too ? "not before " : "after ") + value;
  return (below ? equal_too ? "at most " : "less than " : equal_too ? "at least " : "more than ") + value;
}

bool function_is_pick(std::string_view name) {
  int const index = function_named(name);
  return index >= 0 && functions()[static_cast<std::size_t>(index)].formula == "{1}";
}

/// The step makes a value that a reader may want to see worked out.
bool computes(grammar::Step const& step) {
  using grammar::Op;
  if (step.op == Op::call) return step.text == "known" || !function_is_pick(step.text);
  return step.op == Op::add || step.op == Op::subtract || step.op == Op::multiply || step.op == Op::divide;
}

/// Formulas of the lets, for use in others.
std::vector<std::pair<std::string, std::string>> let_formulas(Rule const& rule, Scope const& scope) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; i < rule.computed.size(); ++i) {
    Expression const& e = rule.computed[i];
    if (e.empty() || !computes(e.steps.back())) continue; // a let that only picks a value is written as the value
    out.emplace_back(rule.slots[rule.evidence_slots + i].name,
                     formula_text(e, 0, static_cast<std::uint16_t>(e.steps.size() - 1), scope, out));
  }
  return out;
}

/// Shows how a value came about, not only the value. "9 a.m. to 5 p.m." does where a length of time is meant.
bool works_out(std::string const& formula, bool between_dates) {
  if (between_dates && formula.find(" to ") != std::string::npos) return true;
  for (std::string_view const sign : {" + ", " - ", " x ", " / ", " -> ", "("})
    if (formula.find(sign) != std::string::npos) return true;
  return false;
}

/// The steps work out a length of time from dates or readings of the clock: days to years is no arithmetic to show.
bool between_dates(Expression const& expression, std::uint16_t first, std::uint16_t last, Rule const& rule,
                   std::size_t lets) {
  for (std::uint16_t i = first; i <= last; ++i) {
    grammar::Step const& step = expression.steps[i];
    if (step.op == grammar::Op::call) {
      int const index = function_named(step.text);
      if (index < 0) continue;
      Function const& function = functions()[static_cast<std::size_t>(index)];
      if (function.result == 'D' && (function.parameters[0] == 'd' || function.parameters[0] == 'x')) return true;
    }
    if (step.op != grammar::Op::name) continue;
    for (std::size_t k = 0; k < lets; ++k) { // a let sees those before it
      Expression const& let = rule.computed[k];
      if (let.empty() || rule.slots[rule.evidence_slots + k].name != step.text) continue;
      if (between_dates(let, 0, static_cast<std::uint16_t>(let.steps.size() - 1), rule, k)) return true;
    }
  }
  return false;
}

Computed computed_of(Rule const& rule, Sides const& sides, Scope const& scope) {
  Computed out;
  Value value = sides.computed.value, stated = sides.stated.value;
  Decimal precision = stated.claim != nullptr ? stated.claim->figure.rounding : stated.rounding;
  std::string formula =
      formula_text(rule.require, sides.computed.first, sides.computed.last, scope, let_formulas(rule, scope));
  bool const stated_as_written = stated.claim != nullptr;
  std::string accepted;
  UnitId const from = value.unit;
  bool const figures = value.base == Base::figure && in_one_unit(scope, value, stated);
  bool const of_dates =
      between_dates(rule.require, sides.computed.first, sides.computed.last, rule, rule.computed.size());
  if (figures && from != value.unit && !of_dates) { // `a ~ b` converts without saying so
    UnitTable const& units = scope.units();
    Unit const& target = units[value.unit];
    bool const scale = units[from].offset.is_zero() && target.offset.is_zero();
    Decimal const factor = scale ? units.convert(Decimal{1}, from, value.unit, Rounding::nearest, true) : Decimal{};
    bool const shrinks = scale && !factor.is_zero() && factor < Decimal{1, -1}; // months to years: / 12
    Decimal const shown = shrinks ? units.convert(Decimal{1}, value.unit, from, Rounding::nearest, true) : factor;
    formula += scale ? (shrinks ? " / " : " x ") + shown.significant(7).normalized().to_string()
                     : " -> " + (target.symbol.empty() ? target.plural : target.symbol);
  }
  if (figures && sides.computed.value.per != value.per) // a rate in the other's time
    formula += " x " + scope.units()
                           .convert(Decimal{1}, value.per, sides.computed.value.per, Rounding::nearest, true)
                           .significant(4)
                           .normalized()
                           .to_string();
  value.claim = nullptr;
  if (value.base == Base::figure) {
    out.value = value.exact_known ? value.exact : value.interval.middle();
    out.interval = value.interval;
    out.unit = value.unit == no_unit ? std::string(value.measure == Measure::percent ? "%" : "")
                                     : scope.units()[value.unit].code;
    Value shown = value;
    if (sides.ordered() && value.exact_known) shown.interval = Interval::point(value.exact);
    accepted = interval_text(scope, shown, precision);
  } else {
    out.numeric = false;
  }
  out.text = text_of(scope, value, precision);
  // A bound on something that was read out of what is underlined says nothing of the whole: an end of a range.
  if (!sides.ordered() || stated_as_written)
    out.accepted = accepted_text(sides, accepted.empty() ? out.text : accepted);
  out.formula = works_out(formula, of_dates) ? formula + " = " + out.text : out.text;
  return out;
}

/// What is underlined: the rule's primary name, or in a match that does not bind it the last name that it does.
std::uint16_t primary_slot(Rule const& rule, Binding const& binding) {
  if (binding.slots[rule.primary].kind != SlotKind::none) return rule.primary;
  for (std::uint16_t i = rule.evidence_slots; i-- > 0;) {
    Slot const& slot = binding.slots[i];
    bool const stands_in_text = slot.kind != SlotKind::value || !slot.span.empty();
    if (slot.kind != SlotKind::none && stands_in_text) return i;
  }
  return rule.primary;
}

void add_evidence(Rule const& rule, Article const& article, Binding const& binding, Finding& finding) {
  std::uint16_t const underlined = primary_slot(rule, binding);
  for (std::uint16_t i = 0; i < rule.evidence_slots; ++i) {
    Slot const& slot = binding.slots[i];
    auto const put = [&](Span span, ClaimId claim, bool primary) {
      Evidence evidence{rule.roles[i], span, claim};
      if (primary)
        finding.primary = std::move(evidence);
      else
        finding.related.push_back(std::move(evidence));
    };
    bool const primary = i == underlined;
    if (slot.kind == SlotKind::claim) put(article.claims[slot.claim].span, slot.claim, primary);
    for (ClaimId const id : slot.claims) put(article.claims[id].span, id, false);
    if (slot.kind == SlotKind::claims && primary) finding.primary = {rule.roles[i], slot.span, no_id};
    if ((slot.kind == SlotKind::text || slot.kind == SlotKind::value) && !slot.span.empty())
      put(slot.span, no_id, primary);
  }
}

std::string normalized_text(Article const& article, Span span) {
  std::string out;
  for (char const c : article.document.folded_text(span))
    if (is_word_byte(c)) out += c;
  return out;
}

Finding make_finding(Rule const& rule, Level level, Article const& article, Binding const& binding,
                     std::optional<Computed> computed, bool bound, Decision const& decision, Decimal precision) {
  Scope const scope{article, binding, nullptr};
  Finding out;
  out.rule = rule.id();
  out.topic = rule.source.topic.text;
  out.level = level;
  out.message = expand(rule.message, scope, precision);
  if (!out.message.empty() && out.message.back() == '.') out.message.pop_back();
  add_evidence(rule, article, binding, out);
  for (Template const& form : rule.alternatives) {
    std::string text = expand(form, scope, precision);
    if (text.find('?') == std::string::npos &&
        std::find(out.alternatives.begin(), out.alternatives.end(), text) == out.alternatives.end())
      out.alternatives.push_back(std::move(text));
  }
  if (out.alternatives.empty() && computed && !bound && !computed->text.empty())
    out.alternatives.push_back(computed->text);
  out.computed = std::move(computed);
  out.diagnosis = decision.diagnosis;
  out.confidence = static_cast<float>(rule.source.confidence) * decision.confidence;
  std::uint64_t state = fnv1a(out.rule);
  for (ClaimId const id : claims_of(binding)) {
    Claim const& claim = article.claims[id];
    if (claim.hedge != Hedge::none && claim.hedge != Hedge::exactly) out.confidence *= 0.95f;
    state = fnv1a(normalized_text(article, claim.span), fnv1a("|", state));
    if (out.attribution == no_id) out.attribution = claim.attribution;
  }
  if (out.primary.claim == no_id) state = fnv1a(normalized_text(article, out.primary.span), state);
  static constexpr char digits[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out.fingerprint += digits[(state >> shift) & 15];
  return out;
}

std::vector<SourceCitation> cited(Binding const& binding, std::string_view verdict) {
  std::vector<SourceCitation> out = binding.citations;
  for (SourceCitation& citation : out) citation.verdict = verdict;
  return out;
}

/// The citations as lines of the ledger, at the place that a finding would underline.
std::vector<SourceVerdict> ledger_lines(Rule const& rule, Binding const& binding,
                                        std::vector<SourceCitation> const& citations) {
  std::vector<SourceVerdict> out;
  if (citations.empty()) return out;
  Slot const& slot = binding.slots[primary_slot(rule, binding)];
  for (SourceCitation const& citation : citations)
    out.push_back({rule.id(), slot.span, slot.claim, citation, binding.way});
  return out;
}

/// A question that the sources leave open, with the source that was asked where one is known.
std::vector<SourceVerdict> left_open(Rule const& rule, Binding const& binding, std::string_view verdict,
                                     std::string const& reason) {
  SourceCitation citation;
  if (!binding.citations.empty()) citation = binding.citations.front();
  citation.verdict = verdict;
  citation.detail = reason;
  return ledger_lines(rule, binding, {citation});
}

} // namespace

std::vector<ClaimId> claims_of(Binding const& binding) {
  std::vector<ClaimId> out;
  for (Slot const& slot : binding.slots) {
    if (slot.kind == SlotKind::claim) out.push_back(slot.claim);
    out.insert(out.end(), slot.claims.begin(), slot.claims.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Outcome judge_match(Rule const& rule, Level level, Article const& article, Binding& binding, bool ledger) {
  Outcome out;
  binding.slots.resize(rule.slots.size());
  // Most matches fail at `where`: nothing that it does not ask for is done before it.
  Scope const scope{article, binding, nullptr};
  for (std::size_t i = rule.evidence_slots; i < binding.slots.size(); ++i) binding.slots[i].clear();
  auto const compute = [&](std::size_t let) {
    Slot& slot = binding.slots[rule.evidence_slots + let];
    if (slot.kind == SlotKind::none) slot.put_value(evaluate(rule.computed[let], scope));
  };
  auto const compute_for = [&](Expression const& expression) {
    for (std::uint16_t const let : expression.lets) compute(let);
  };
  if (!binding.open) {
    compute_for(rule.where);
    if (!rule.where.empty() && holds(rule.where, scope) != Truth::yes) return out;
    compute_for(rule.unless);
    if (!rule.unless.empty() && holds(rule.unless, scope) == Truth::yes) return out;
  }
  auto const claims = claims_of(binding);
  Ward const ward = guard(rule, article, claims);
  if (ward == Ward::silent) return out;
  if (binding.open) {
    out.sources = left_open(rule, binding, binding.open->verdict, binding.open->reason);
    return out;
  }
  compute_for(rule.require);
  static thread_local std::vector<Comparison> trace; // kept between calls: no match judges another
  trace.clear();
  Truth const truth = holds(rule.require, Scope{article, binding, &trace});
  if (truth == Truth::unknown) return out;

  Comparison const* const comparison = decisive(trace, truth, scope);
  std::optional<Sides> sides;
  if (comparison != nullptr) sides = sides_of(*comparison, rule.require, rule, binding);
  Decision decision;
  decision.verdict = truth == Truth::yes ? Verdict::agrees : Verdict::conflict;
  if (truth == Truth::no && comparison != nullptr && is_comparison_of_figures(*comparison)) {
    Decision const judged =
        judge(scope, sides->computed.value, sides->stated.value, rule.source.near_miss, rule.source.diagnose);
    if (judged.verdict != Verdict::agrees) decision = judged; // `<` can fail where the intervals meet
  }
  if (decision.verdict == Verdict::silent) return out;
  // Judged by its most charitable reading, a conflict is shown by the one that the rule names first.
  if (Comparison const* const first = decision.verdict == Verdict::conflict ? first_of_figures(trace) : nullptr;
      first != nullptr && first != comparison) {
    sides = sides_of(*first, rule.require, rule, binding);
    Decision const shown =
        judge(scope, sides->computed.value, sides->stated.value, rule.source.near_miss, rule.source.diagnose);
    decision.diagnosis = shown.verdict == Verdict::conflict ? shown.diagnosis : std::string_view{};
  }
  if (decision.verdict == Verdict::conflict && !binding.unreached.empty()) {
    out.sources = left_open(rule, binding, "unverifiable", binding.unreached);
    return out;
  }
  if (ledger || decision.verdict == Verdict::conflict) // for the formula and the message
    for (std::size_t let = 0; let < rule.computed.size(); ++let) compute(let);
  std::optional<Computed> computed;
  if (sides && (ledger || decision.verdict == Verdict::conflict)) computed = computed_of(rule, *sides, scope);
  if (decision.verdict == Verdict::conflict) {
    Decimal const precision =
        sides && sides->stated.value.claim != nullptr ? sides->stated.value.claim->figure.rounding : Decimal{};
    // A speaker's own words are reported as a note: nobody asks a paper to correct what was said.
    out.finding = make_finding(rule, ward == Ward::quoted ? Level::note : level, article, binding, std::move(computed),
                               sides && sides->ordered(), decision, precision);
    out.finding->sources = cited(binding, out.finding->level == Level::note ? "note" : "contradicted");
    out.sources = ledger_lines(rule, binding, out.finding->sources);
  } else {
    out.agreement = Agreement{rule.id(),
                              claims,
                              std::move(computed),
                              cited(binding, "supported"),
                              !(sides && sides->ordered()),
                              decision.verdict == Verdict::tension};
    out.sources = ledger_lines(rule, binding, out.agreement->sources);
  }
  return out;
}

} // namespace claimcheck::rules
