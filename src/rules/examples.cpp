#include "rules/examples.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace claimcheck::rules {
namespace {

std::string describe(Article const& article, Finding const& finding) {
  return finding.rule + " at \"" + std::string(article.document.text(finding.primary.span)) + "\": " + finding.message;
}

std::string all_findings(Article const& article, Verdicts const& verdicts) {
  std::string out;
  for (Finding const& finding : verdicts.findings) out += "\n  found " + describe(article, finding);
  for (Agreement const& agreement : verdicts.agreements) {
    out += "\n  " + std::string(agreement.tension ? "tension " : "agreed ") + agreement.rule;
    if (agreement.computed) out += ": " + agreement.computed->formula;
  }
  out += "\n  claims:";
  for (Claim const& claim : article.claims) {
    out += " [" + std::string(name_of(claim.kind)) + " \"" + std::string(article.text(claim)) + "\"";
    if (claim.subject.key != 0) out += " of " + std::string(article.document.text(claim.subject.head));
    out += "]";
  }
  return out;
}

bool mentions(Finding const& finding, std::string const& text) {
  auto const has = [&](std::string const& where) { return where.find(text) != std::string::npos; };
  return has(finding.message) ||
         (finding.computed && (has(finding.computed->text) || has(finding.computed->accepted))) ||
         std::any_of(finding.alternatives.begin(), finding.alternatives.end(), has) || has(finding.diagnosis);
}

std::string failure_of_wrong(Rule const& rule, Example const& example, Article const& article,
                             Verdicts const& verdicts) {
  bool objected = false, placed = false;
  for (Finding const& finding : verdicts.findings) {
    if (finding.rule != rule.id()) continue;
    objected = true;
    std::string_view const at = article.document.text(finding.primary.span);
    if (!example.at.empty() && at.find(example.at) == std::string_view::npos &&
        example.at.find(at) == std::string::npos)
      continue;
    placed = true;
    if (example.computed.empty() || mentions(finding, example.computed)) return {};
  }
  if (!objected) return "the rule does not object" + all_findings(article, verdicts);
  if (!placed) return "the rule objects elsewhere than at \"" + example.at + "\"" + all_findings(article, verdicts);
  return "the finding does not say \"" + example.computed + "\"" + all_findings(article, verdicts);
}

std::string failure_of_fine(Rule const& rule, Article const& article, Verdicts const& verdicts) {
  for (Finding const& finding : verdicts.findings)
    if (finding.rule == rule.id() || finding.level >= Level::warning)
      return "objected to by " + describe(article, finding);
  return {};
}

} // namespace

ExampleResult run_example(RuleSet const& rules, Rule const& rule, Example const& example, ReadExample const& read) {
  ExampleResult out{&rule, &example, "", ""};
  std::size_t number = 1;
  for (Example const& other : rule.source.examples) {
    if (&other == &example) break;
    number += other.wrong == example.wrong;
  }
  out.name = rule.id() + (example.wrong ? " wrong " : " fine ") + std::to_string(number);
  std::optional<Article> read_article;
  try {
    read_article = read(example);
  } catch (std::invalid_argument const& fault) { // facts that are none
    out.failure = fault.what();
    return out;
  }
  Article& article = *read_article;
  Verdicts const verdicts = rules.check(article);
  out.failure =
      example.wrong ? failure_of_wrong(rule, example, article, verdicts) : failure_of_fine(rule, article, verdicts);
  return out;
}

std::vector<ExampleResult> run_examples(RuleSet const& rules, ReadExample const& read) {
  std::vector<ExampleResult> out;
  for (Rule const& rule : rules.rules()) {
    if (rules.level(rule) == Level::off) continue;
    for (Example const& example : rule.source.examples) out.push_back(run_example(rules, rule, example, read));
  }
  return out;
}

} // namespace claimcheck::rules
