#include "rules/automaton.hpp"

#include <algorithm>

namespace claimcheck::rules {

using grammar::ElementKind;

/// Which words the step may begin and end with.
void Automaton::find_words(Step& step) {
  switch (step.kind) {
  case ElementKind::word:
  case ElementKind::punctuation:
    step.first.add(step.hash);
    step.last.add(step.hash);
    return;
  case ElementKind::word_class:
    step.words->each([&](std::string const& key, auto const&) {
      if (key.find('-') != std::string::npos) { // a hyphen of the key may be another one in the text
        step.first.add_all();
        step.last.add_all();
      }
      step.first.add(first_word_hash(key));
      step.last.add(last_word_hash(key));
    });
    return;
  case ElementKind::alternatives:
    for (auto const& alternative : step.alternatives) {
      if (alternative.front().optional) step.first.add_all();
      if (alternative.back().optional) step.last.add_all();
      step.first.add(alternative.front().first);
      step.last.add(alternative.back().last);
    }
    return;
  case ElementKind::hole:
  case ElementKind::gap:
    step.first.add_all();
    step.last.add_all();
  }
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
  find_words(step);
  for (auto const& alternative : step.alternatives) {
    step.key += '[';
    for (auto const& inner : alternative) step.key += inner.key + ' ';
    step.key += ']';
  }
  return step;
}

std::uint32_t Automaton::child(std::uint32_t at, Step step) {
  Node& node = nodes_[at];
  auto const next = static_cast<std::uint32_t>(nodes_.size());
  bool const lasting = step.kind == ElementKind::hole || step.kind == ElementKind::gap;
  if (!lasting) node.first.add(step.first);
  switch (step.kind) {
  case ElementKind::word:
  case ElementKind::punctuation: {
    auto const found = std::lower_bound(node.words.begin(), node.words.end(), std::pair{step.hash, 0u});
    if (found != node.words.end() && found->first == step.hash) return found->second;
    node.words.insert(found, {step.hash, next});
    break;
  }
  case ElementKind::hole:
    for (Hole const& hole : node.holes)
      if (hole.kinds == step.kinds && hole.list == step.list) return hole.node;
    node.holes.push_back({step.kinds, step.list, next});
    break;
  case ElementKind::gap:
    if (!node.gaps.empty()) return node.gaps.front();
    node.gaps.push_back(next);
    break;
  case ElementKind::word_class:
  case ElementKind::alternatives:
    for (Edge const& edge : node.edges)
      if (edge.step.key == step.key) return edge.node;
    if (step.optional) node.skips.push_back(next);
    node.edges.push_back({std::move(step), next});
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
  bool const after_anything = prefix.empty() || prefix.front().optional || prefix.front().kind == ElementKind::gap;
  nodes_[node].accepts.push_back({number, after_anything, after_anything ? WordFilter{} : prefix.front().last});
  prefixes_.push_back(std::move(prefix));
  return number;
}

void Automaton::settle() {
  for (std::size_t i = nodes_.size(); i-- > 0;) { // a node stands before those that follow it
    Node& node = nodes_[i];
    node.ahead = node.first;
    node.takes_claim = !node.holes.empty();
    node.idle = node.accepts.empty() && node.gaps.empty();
    for (std::uint32_t const skip : node.skips) {
      Node const& next = nodes_[skip];
      node.ahead.add(next.ahead);
      node.takes_claim = node.takes_claim || next.takes_claim;
      node.idle = node.idle && next.idle;
    }
  }
}

} // namespace claimcheck::rules
