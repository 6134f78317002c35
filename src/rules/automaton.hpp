// All patterns of all rules in one automaton.
//
// A pattern is tried only at claims that can fill its first hole: what follows the hole is a path in a tree that all
// patterns share, so that a thousand rules that begin alike cost as one; what stands before the hole is matched
// backwards when the path ends. Words are found in the tree by hash, so that patterns which differ in a word do not
// cost each other anything.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/pattern.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/tokens.hpp"

namespace claimcheck::rules {

/// What a hole took: the filler `first`, or those of a list, which stand at `begin` among the items of the match.
struct Capture {
  std::uint32_t first = 0;
  std::uint32_t begin = 0, count = 0; ///< count 0: no list
};

/// One match; valid during the call.
struct Match {
  std::uint32_t pattern = 0;
  std::span<Capture const> captures; ///< in the order of the holes
  std::span<std::uint32_t const> items;
};

/// Words by their hashes, as a filter: what it refuses is not among them.
class WordFilter {
 public:
  void add(std::uint64_t hash) { bits_[(hash >> 6) & 3] |= std::uint64_t{1} << (hash & 63); }
  void add_all() { bits_.fill(~std::uint64_t{0}); }
  void add(WordFilter const& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  bool may_hold(std::uint64_t hash) const { return ((bits_[(hash >> 6) & 3] >> (hash & 63)) & 1) != 0; }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

class Automaton {
 public:
  /// Adds a pattern; its number. Holes must have known kinds and classes must be in the lexicon (compile_rule checks
  /// both first). Equal patterns, whatever their holes are called, get the same number.
  std::uint32_t add(grammar::Pattern const& pattern, Lexicon const& lexicon);
  /// Notes at each node what can lead on from it. To be called once, after the last `add` and before `match`.
  void settle();

  /// Calls `found` for every match.
  void match(Tokens const& tokens, Article const& article, std::function<void(Match const&)> const& found) const;

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
    WordFilter first; ///< of the words it may begin with; everything for what may begin with anything
    WordFilter last;  ///< of the words it may end with
    std::string key;  ///< equal for equal steps
  };
  struct Edge {
    Step step;
    std::uint32_t node = 0;
  };
  struct Hole {
    KindMask kinds = 0;
    bool list = false;
    std::uint32_t node = 0;
  };
  /// A pattern that ends here, with what its match needs to know of its prefix before it looks there.
  struct Accept {
    std::uint32_t pattern = 0;
    bool after_anything = true; ///< no prefix, or one whose last step may take nothing
    WordFilter last;            ///< of the word before the match, if not
  };
  struct Node {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> words; ///< word -> node, sorted
    std::vector<Edge> edges;                                    ///< classes and alternatives
    std::vector<Hole> holes;
    std::vector<std::uint32_t> gaps;  ///< the nodes behind them
    std::vector<std::uint32_t> skips; ///< the nodes behind the edges that may be left out
    std::vector<Accept> accepts;
    WordFilter first; ///< of what `words` and `edges` may begin with
    // By `settle`, what may be left out counted as left out:
    WordFilter ahead;         ///< of the words that lead on from here
    bool takes_claim = false; ///< so does a claim
    bool idle = true;         ///< and nothing else does: no pattern ends here, no gap begins
  };

  Step compile(grammar::Element const& element, Lexicon const& lexicon) const;
  static void find_words(Step& step);
  std::uint32_t child(std::uint32_t node, Step step);

  std::vector<Node> nodes_{1};
  std::vector<std::vector<Step>> prefixes_; ///< of each pattern: what stands before its first hole, last step first
  std::unordered_map<std::string, std::uint32_t> known_;
};

/// The longest gap `...`, in words and marks.
inline constexpr std::uint32_t longest_gap = 8;

} // namespace claimcheck::rules
