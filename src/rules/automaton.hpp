// All patterns of all rules in one automaton.
//
// A pattern is tried only at claims that can fill its first hole: what follows the hole is a path in a tree that all
// patterns share, so that a thousand rules that begin alike cost as one; what stands before the hole is matched
// backwards when the path ends. Words are found in the tree by hash, so that patterns which differ in a word do not
// cost each other anything.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/pattern.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/tokens.hpp"

namespace claimcheck::rules {

/// What a hole took: one filler, or the fillers of a list.
struct Capture {
  std::vector<std::uint32_t> fillers;
};

class Automaton {
 public:
  /// Adds a pattern; its number. Holes must have known kinds and classes must be in the lexicon (compile_rule checks
  /// both first). Equal patterns, whatever their holes are called, get the same number.
  std::uint32_t add(grammar::Pattern const& pattern, Lexicon const& lexicon);

  /// Calls `found` for every match: the pattern's number and its captures in the order of its holes.
  void match(Tokens const& tokens, Article const& article,
             std::function<void(std::uint32_t pattern, std::vector<Capture> const& captures)> const& found) const;

  std::size_t size() const { return prefixes_.size(); }

 private:
  friend class Matcher;
  struct Step {
    grammar::ElementKind kind = grammar::ElementKind::word;
    std::uint64_t hash = 0; ///< of a word or mark
    KindMask kinds = 0;     ///< of a hole
    bool list = false;
    bool optional = false;
    WordClass const* words = nullptr;
    std::vector<std::vector<Step>> alternatives;
    std::uint64_t first = ~std::uint64_t{0}; ///< bits (hash mod 64) of the words it may begin with
    std::string key;                         ///< equal for equal steps
  };
  struct Edge {
    Step step;
    std::uint32_t node = 0;
  };
  struct Node {
    std::unordered_map<std::uint64_t, std::uint32_t> words; ///< word -> node
    std::vector<Edge> edges;
    std::vector<std::uint32_t> accepts; ///< patterns that end here
  };

  Step compile(grammar::Element const& element, Lexicon const& lexicon) const;
  static std::uint64_t first_words(Step const& step);
  std::uint32_t child(std::uint32_t node, Step step);

  std::vector<Node> nodes_{1};
  std::vector<std::vector<Step>> prefixes_; ///< of each pattern: what stands before its first hole, last step first
  std::unordered_map<std::string, std::uint32_t> known_;
};

/// The longest gap `...`, in words and marks.
inline constexpr std::uint32_t longest_gap = 8;

} // namespace claimcheck::rules
