// The examples that rules carry, run as tests: by the project's own test program and by `claimcheck test`.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rules/rule_set.hpp"

namespace claimcheck::rules {

/// Makes an article of an example. The engine's reader; the rules room cannot call it itself.
using ReadExample = std::function<Article(Example const& example)>;

struct ExampleResult {
  Rule const* rule = nullptr;
  Example const* example = nullptr;
  std::string name;    ///< "unit-conversion wrong 2"
  std::string failure; ///< why it failed; empty when it passed
};

/// Runs one example against all rules of the set. A wrong example must be objected to by its own rule, at the place and
/// with the value that it names. A fine one must not be: neither by its rule nor, as an error or warning, by another.
ExampleResult run_example(RuleSet const& rules, Rule const& rule, Example const& example, ReadExample const& read);

/// All examples of all rules that are in force, in the order of the rules and of their files.
std::vector<ExampleResult> run_examples(RuleSet const& rules, ReadExample const& read);

} // namespace claimcheck::rules
