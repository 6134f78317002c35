#include "rules/automaton.hpp"

#include <algorithm>

namespace claimcheck::rules {

using grammar::ElementKind;

std::uint64_t Automaton::first_words(Step const& step) {
  constexpr std::uint64_t anything = ~std::uint64_t{0};
  switch (step.kind) {
  case ElementKind::word:
  case ElementKind::punctuation:
    return std::uint64_t{1} << (step.hash & 63);
  case ElementKind::word_class: {
    std::uint64_t out = 0;
    step.words->each([&](std::string const& key, auto const&) { // a hyphen of the key may be another one in the text
      out |= key.find('-') != std::string::npos ? anything : std::uint64_t{1} << (first_word_hash(key) & 63);
    });
    return out;
  }
  case ElementKind::alternatives: {
    std::uint64_t out = 0;
    for (auto const& alternative : step.alternatives)
      out |= alternative.front().optional ? anything : alternative.front().first;
    return out;
  }
  case ElementKind::hole:
  case ElementKind::gap:
    break;
  }
  return anything;
}

Automaton::Step Automaton::compile(grammar::Element const& element, Lexicon const& lexicon) const {
  Step step;
  step.kind = element.kind;
  step.list = element.list;
  step.optional = element.optional;
  std::string unknown;
  switch (element.kind) {
  case ElementKind::word:
    step.hash = word_hash(element.text);
    break;
  case ElementKind::punctuation:
    step.hash = mark_hash(element.text);
    break;
  case ElementKind::hole:
    step.kinds = kinds_named(element.text, unknown);
    break;
  case ElementKind::word_class:
    step.words = lexicon.word_class(element.text);
    break;
  case ElementKind::gap:
    break;
  case ElementKind::alternatives:
    for (auto const& alternative : element.alternatives) {
      auto& steps = step.alternatives.emplace_back();
      for (auto const& inner : alternative) steps.push_back(compile(inner, lexicon));
    }
    break;
  }
  step.key = std::to_string(static_cast<int>(step.kind)) + (step.list ? "+" : "") + (step.optional ? "?" : "") +
             (element.kind == ElementKind::hole ? std::to_string(step.kinds) : element.text);
  step.first = first_words(step);
  for (auto const& alternative : step.alternatives) {
    step.key += '[';
    for (auto const& inner : alternative) step.key += inner.key + ' ';
    step.key += ']';
  }
  return step;
}

std::uint32_t Automaton::child(std::uint32_t node, Step step) {
  bool const plain = step.kind == ElementKind::word || step.kind == ElementKind::punctuation;
  auto const next = static_cast<std::uint32_t>(nodes_.size());
  if (plain) {
    auto const [found, fresh] = nodes_[node].words.try_emplace(step.hash, next);
    if (!fresh) return found->second;
  } else {
    for (Edge const& edge : nodes_[node].edges)
      if (edge.step.key == step.key) return edge.node;
    nodes_[node].edges.push_back({std::move(step), next});
  }
  nodes_.emplace_back();
  return next;
}

std::uint32_t Automaton::add(grammar::Pattern const& pattern, Lexicon const& lexicon) {
  std::vector<Step> steps;
  std::string key;
  for (auto const& element : pattern) {
    steps.push_back(compile(element, lexicon));
    key += steps.back().key + '\n';
  }
  auto const number = static_cast<std::uint32_t>(prefixes_.size());
  auto const [known, fresh] = known_.try_emplace(key, number);
  if (!fresh) return known->second;
  auto const first =
      std::find_if(steps.begin(), steps.end(), [](Step const& s) { return s.kind == ElementKind::hole; });
  std::vector<Step> prefix(std::make_move_iterator(steps.begin()), std::make_move_iterator(first));
  std::reverse(prefix.begin(), prefix.end());
  std::uint32_t node = 0;
  for (auto step = first; step != steps.end(); ++step) node = child(node, std::move(*step));
  nodes_[node].accepts.push_back(number);
  prefixes_.push_back(std::move(prefix));
  return number;
}

} // namespace claimcheck::rules
