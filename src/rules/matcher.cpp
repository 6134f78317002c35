// Runs the automaton over an article: forward along the tree from each claim, backwards through what stands before it.
#include <algorithm>

#include "rules/automaton.hpp"

namespace claimcheck::rules {

using grammar::ElementKind;

/// Bounds the work at one claim, whatever the patterns and the text.
constexpr int most_steps = 20000;
constexpr std::uint32_t most_words_in_list_item = 7;
constexpr std::uint32_t longest_list = 40;
constexpr std::uint32_t longest_class_phrase = 6; ///< in words

/// A function of a place in the text, called while the caller waits: no copy, no allocation.
class Then {
 public:
  template <class Function>
  Then(Function const& function) // NOLINT(google-explicit-constructor): a lambda is passed where it stands
      : object_(&function),
        call_([](void const* object, std::uint32_t at) { (*static_cast<Function const*>(object))(at); }) {}
  void operator()(std::uint32_t at) const { call_(object_, at); }

 private:
  void const* object_;
  void (*call_)(void const*, std::uint32_t);
};

class Matcher {
 public:
  using Found = std::function<void(Match const&)>;
  Matcher(Automaton const& automaton, Tokens const& tokens, Article const& article, Found const& found)
      : automaton_(automaton), tokens_(tokens), article_(article), found_(found), and_(word_hash("and")),
        or_(word_hash("or")), plus_(word_hash("plus")), comma_(mark_hash(",")), semicolon_(mark_hash(";")) {}

  void run() {
    for (std::uint32_t i = 0; i < tokens_.fillers.size(); ++i) {
      Filler const& filler = tokens_.fillers[i];
      if (filler.first >= tokens_.tokens.size()) continue;
      steps_ = most_steps;
      sentence_ = tokens_.tokens[filler.first].sentence;
      start_ = filler.first;
      begins_ = start_ == 0 || tokens_.tokens[start_ - 1].sentence != sentence_;
      before_ = begins_ ? 0 : tokens_.tokens[start_ - 1].word;
      for (auto const& hole : automaton_.nodes_[0].holes) fill(hole, i);
    }
  }

 private:
  using Step = Automaton::Step;
  using Node = Automaton::Node;
  using Hole = Automaton::Hole;

  bool inside(std::uint32_t at) const { return at < tokens_.tokens.size() && tokens_.tokens[at].sentence == sentence_; }

  void follow(std::uint32_t node_index, std::uint32_t at) {
    if (--steps_ < 0) return;
    Node const& node = automaton_.nodes_[node_index];
    for (auto const& accept : node.accepts) {
      // Nearly every claim refuses nearly all prefixes by the word before it.
      if (!accept.after_anything && (begins_ || !accept.last.may_hold(before_))) continue;
      if (!preceded(automaton_.prefixes_[accept.pattern], 0, start_)) continue;
      ++matches_;
      found_({accept.pattern, captures_, items_});
    }
    for (std::uint32_t const gap : node.gaps) cross(gap, at);
    for (std::uint32_t const skip : node.skips)
      if (leads_on(automaton_.nodes_[skip], at)) follow(skip, at);
    if (!inside(at)) return;
    if (!node.holes.empty() && tokens_.begins_filler(at))
      for (auto const& hole : node.holes)
        for (std::uint32_t i = tokens_.filler_at[at]; i < tokens_.filler_at[at + 1]; ++i) fill(hole, i);
    std::uint64_t const word = tokens_.tokens[at].word;
    if (!node.first.may_hold(word)) return;
    auto const found = std::lower_bound(node.words.begin(), node.words.end(), std::pair{word, 0u});
    if (found != node.words.end() && found->first == word) follow(found->second, at + 1);
    for (auto const& edge : node.edges)
      if (edge.step.first.may_hold(word)) ends(edge.step, at, [&](std::uint32_t next) { follow(edge.node, next); });
  }

  /// A gap: a few words and marks, no figure among them.
  void cross(std::uint32_t node_index, std::uint32_t at) {
    Node const& node = automaton_.nodes_[node_index];
    for (std::uint32_t n = 0;; ++n, ++at) {
      if (leads_on(node, at)) follow(node_index, at);
      if (n == longest_gap || !inside(at) || tokens_.tokens[at].in_figure) return;
    }
  }

  void fill(Hole const& hole, std::uint32_t index) {
    Filler const& filler = tokens_.fillers[index];
    if ((filler.kind & hole.kinds) == 0) return;
    if (hole.list) return fill_list(hole, index);
    captures_.push_back({index, 0, 0});
    go_on(hole.node, filler);
    captures_.pop_back();
  }
  void go_on(std::uint32_t node, Filler const& filler) {
    if (leads_on(automaton_.nodes_[node], filler.after)) follow(node, filler.after);
    if (filler.subject_after != filler.after && leads_on(automaton_.nodes_[node], filler.subject_after))
      follow(node, filler.subject_after);
  }
  /// False when nothing can come of following the node: most claims are no part of most patterns.
  bool leads_on(Node const& node, std::uint32_t at) const {
    if (!node.idle) return true;
    return inside(at) &&
           (node.ahead.may_hold(tokens_.tokens[at].word) || (node.takes_claim && tokens_.begins_filler(at)));
  }

  /// Items divided by commas, semicolons, "and", "plus": "five men, four women and two children". Only the longest list
  /// counts; where nothing comes of it, the one that ends with "and": "four women and two children, 12 in all".
  void fill_list(Hole const& hole, std::uint32_t first) {
    if (continues_list(hole, first)) return;
    auto const begin = static_cast<std::uint32_t>(items_.size());
    items_.push_back(first);
    bool foreign = false;
    std::uint32_t closed = 0; // so many items end with "and" and one more follows
    while (items_.size() - begin < longest_list) {
      std::uint32_t const next = next_item(hole, tokens_.fillers[items_.back()].subject_after, foreign);
      if (foreign || next == no_id) break;
      closed = items_.size() - begin >= 2 && joined_by_and(items_.back()) && !joined_by_and(next)
                   ? static_cast<std::uint32_t>(items_.size()) - begin
                   : 0;
      items_.push_back(next);
    }
    auto const count = static_cast<std::uint32_t>(items_.size()) - begin;
    if (!foreign && count >= 2) {
      std::size_t const matches = matches_;
      go_on_with_list(hole.node, first, begin, count);
      if (closed != 0 && matches_ == matches) {
        items_.resize(begin + closed);
        go_on_with_list(hole.node, first, begin, closed);
      }
    }
    items_.resize(begin);
  }
  /// The filler is an item of a list that begins before it: the rest of a list is no list. What the match holds already
  /// is no part of it: "12, five men and seven women".
  bool continues_list(Hole const& hole, std::uint32_t filler) const {
    std::uint32_t const at = tokens_.fillers[filler].first;
    if (at == 0 || !divides(tokens_.tokens[at - 1])) return false;
    constexpr std::uint32_t near = 3;
    for (std::uint32_t i = filler; i > 0 && filler - i < near;) {
      Filler const& before = tokens_.fillers[--i];
      if (before.after > at || (before.kind & hole.kinds) == 0 || captured(i)) continue;
      bool foreign = false;
      if (next_item(hole, before.subject_after, foreign) == filler) return true;
    }
    return false;
  }
  bool captured(std::uint32_t filler) const {
    return std::any_of(captures_.begin(), captures_.end(), [&](Capture const& c) { return c.first == filler; });
  }
  void go_on_with_list(std::uint32_t node, std::uint32_t first, std::uint32_t begin, std::uint32_t count) {
    captures_.push_back({first, begin, count});
    go_on(node, tokens_.fillers[items_.back()]);
    captures_.pop_back();
  }
  bool joined_by_and(std::uint32_t filler) const {
    std::uint32_t const at = tokens_.fillers[filler].first;
    return at > 0 && (tokens_.tokens[at - 1].word == and_ || tokens_.tokens[at - 1].word == plus_);
  }

  /// The filler of the next item; `foreign` when the list goes on with a figure that the hole does not take: "100, 200
  /// and 400 meters".
  std::uint32_t next_item(Hole const& hole, std::uint32_t at, bool& foreign) const {
    for (std::uint32_t words = 0; words <= most_words_in_list_item && inside(at); ++words, ++at) {
      Token const& token = tokens_.tokens[at];
      if (token.in_figure) return no_id;
      if (!divides(token)) {
        if (!token.is_word) return no_id;
        continue;
      }
      std::uint32_t item = at + 1;
      while (inside(item) && divides(tokens_.tokens[item])) ++item;
      if (inside(item)) {
        for (std::uint32_t i = tokens_.filler_at[item]; i < tokens_.filler_at[item + 1]; ++i)
          if ((tokens_.fillers[i].kind & hole.kinds) != 0) return i;
        foreign = tokens_.tokens[item].in_figure;
        if (foreign) return no_id;
      }
      if (token.word == comma_ || token.word == semicolon_) return no_id;
    }
    return no_id;
  }
  bool divides(Token const& token) const {
    return token.word == comma_ || token.word == semicolon_ || token.word == and_ || token.word == plus_ ||
           token.word == or_;
  }

  /// Calls `then` for every place where a match of the step that takes something may end. What takes nothing is the
  /// caller's: `optional`.
  void ends(Step const& step, std::uint32_t at, Then then) {
    if (--steps_ < 0 || !inside(at) || !step.first.may_hold(tokens_.tokens[at].word)) return;
    switch (step.kind) {
    case ElementKind::word:
    case ElementKind::punctuation:
      if (tokens_.tokens[at].word == step.hash) then(at + 1);
      return;
    case ElementKind::word_class:
      if (std::uint32_t const end = class_end(step, at); end != no_id) then(end);
      return;
    case ElementKind::alternatives:
      for (auto const& alternative : step.alternatives)
        if (alternative.front().optional || alternative.front().first.may_hold(tokens_.tokens[at].word))
          sequence(alternative, 0, at, then);
      return;
    case ElementKind::gap:
    case ElementKind::hole: // none inside alternatives: see compile_rule
      return;
    }
  }
  void sequence(std::vector<Step> const& steps, std::size_t i, std::uint32_t at, Then then) {
    if (i == steps.size()) return then(at);
    auto const next = [&](std::uint32_t end) { sequence(steps, i + 1, end, then); };
    if (steps[i].kind == ElementKind::gap) {
      for (std::uint32_t n = 0; n <= longest_gap; ++n) {
        next(at + n);
        if (!inside(at + n) || tokens_.tokens[at + n].in_figure) return;
      }
      return;
    }
    ends(steps[i], at, next);
    if (steps[i].optional) next(at);
  }

  std::uint32_t class_end(Step const& step, std::uint32_t at) const {
    if (!inside(at) || !tokens_.tokens[at].is_word) return no_id;
    std::string_view const text = article_.document.folded;
    auto const match = step.words->longest(text.data() + tokens_.tokens[at].begin, text.data() + text.size());
    if (!match) return no_id;
    auto const offset = static_cast<std::uint32_t>(match.end - text.data());
    std::uint32_t end = at;
    while (inside(end) && tokens_.tokens[end].begin < offset) ++end;
    return end;
  }

  /// The steps, last one first, stand right before token `at`.
  bool preceded(std::vector<Step> const& steps, std::size_t i, std::uint32_t at) {
    if (i == steps.size()) return true;
    if (--steps_ < 0) return false;
    bool found = false;
    starts(steps[i], at, [&](std::uint32_t from) { found = found || preceded(steps, i + 1, from); });
    return found;
  }
  /// Calls `then` for every place where a match of the step that ends before token `at` may begin.
  void starts(Step const& step, std::uint32_t at, Then then) {
    if (step.kind == ElementKind::gap) return cross_back(at, then);
    if (step.optional) then(at);
    if (at == 0 || tokens_.tokens[at - 1].sentence != sentence_) return;
    std::uint64_t const word = tokens_.tokens[at - 1].word;
    if (!step.last.may_hold(word)) return;
    switch (step.kind) {
    case ElementKind::word:
    case ElementKind::punctuation:
      if (word == step.hash) then(at - 1);
      return;
    case ElementKind::word_class:
      for (std::uint32_t n = 1; n <= longest_class_phrase && n <= at; ++n) {
        Token const& first = tokens_.tokens[at - n];
        if (first.sentence != sentence_) return;
        if (step.first.may_hold(first.word) && class_end(step, at - n) == at) then(at - n);
      }
      return;
    case ElementKind::alternatives:
      for (auto const& alternative : step.alternatives) sequence_back(alternative, alternative.size(), at, then);
      return;
    case ElementKind::gap:
    case ElementKind::hole:
      return;
    }
  }
  void cross_back(std::uint32_t at, Then then) {
    for (std::uint32_t n = 0; n <= longest_gap; ++n) {
      then(at - n);
      if (n == at || tokens_.tokens[at - n - 1].sentence != sentence_ || tokens_.tokens[at - n - 1].in_figure) return;
    }
  }
  void sequence_back(std::vector<Step> const& steps, std::size_t n, std::uint32_t at, Then then) {
    if (n == 0) return then(at);
    starts(steps[n - 1], at, [&](std::uint32_t from) { sequence_back(steps, n - 1, from, then); });
  }

  Automaton const& automaton_;
  Tokens const& tokens_;
  Article const& article_;
  Found const& found_;
  std::uint64_t and_, or_, plus_, comma_, semicolon_;
  std::uint32_t sentence_ = 0;
  std::uint32_t start_ = 0;
  bool begins_ = true;       ///< the match stands at the beginning of its sentence
  std::uint64_t before_ = 0; ///< the word before it, if not
  int steps_ = 0;
  std::size_t matches_ = 0;
  std::vector<Capture> captures_;
  std::vector<std::uint32_t> items_; ///< of the lists among the captures
};

void Automaton::match(Tokens const& tokens, Article const& article, Matcher::Found const& found) const {
  Matcher(*this, tokens, article, found).run();
}

} // namespace claimcheck::rules
