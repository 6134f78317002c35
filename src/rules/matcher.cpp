// Runs the automaton over an article: forward along the tree from each claim, backwards through what stands before it.
#include "rules/automaton.hpp"

namespace claimcheck::rules {

using grammar::ElementKind;

/// Bounds the work at one claim, whatever the patterns and the text.
constexpr int most_steps = 20000;
constexpr std::uint32_t most_words_in_list_item = 7;
constexpr std::uint32_t longest_list = 40;

class Matcher {
 public:
  using Found = std::function<void(std::uint32_t, std::vector<Capture> const&)>;
  Matcher(Automaton const& automaton, Tokens const& tokens, Article const& article, Found const& found)
      : automaton_(automaton), tokens_(tokens), article_(article), found_(found), and_(word_hash("and")),
        or_(word_hash("or")), plus_(word_hash("plus")), comma_(mark_hash(",")), semicolon_(mark_hash(";")) {}

  void run() {
    for (Filler const& filler : tokens_.fillers) {
      if (filler.first >= tokens_.tokens.size()) continue;
      steps_ = most_steps;
      sentence_ = tokens_.tokens[filler.first].sentence;
      start_ = filler.first;
      anchor_ = &filler;
      captures_.clear();
      follow(0, filler.first);
    }
  }

 private:
  using Step = Automaton::Step;

  bool inside(std::uint32_t at) const { return at < tokens_.tokens.size() && tokens_.tokens[at].sentence == sentence_; }

  void follow(std::uint32_t node_index, std::uint32_t at) {
    if (--steps_ < 0) return;
    auto const& node = automaton_.nodes_[node_index];
    for (std::uint32_t const pattern : node.accepts)
      if (preceded(automaton_.prefixes_[pattern], 0, start_)) found_(pattern, captures_);
    if (!inside(at)) { // only what may match nothing can go on
      for (auto const& edge : node.edges)
        if (edge.step.optional || edge.step.kind == ElementKind::gap) follow(edge.node, at);
      return;
    }
    if (!node.words.empty())
      if (auto const found = node.words.find(tokens_.tokens[at].word); found != node.words.end())
        follow(found->second, at + 1);
    for (auto const& edge : node.edges) {
      if (edge.step.kind == ElementKind::hole)
        fill(edge.step, edge.node, at);
      else
        ends(edge.step, at, [&](std::uint32_t next) { follow(edge.node, next); });
    }
  }

  void fill(Step const& step, std::uint32_t node, std::uint32_t at) {
    for (std::uint32_t i = tokens_.filler_at[at]; i < tokens_.fillers.size() && tokens_.fillers[i].first == at; ++i) {
      Filler const& filler = tokens_.fillers[i];
      if ((filler.kind & step.kinds) == 0) continue;
      if (captures_.empty() && &filler != anchor_) continue; // each start is tried as itself
      if (step.list) {
        fill_list(step, node, i);
        continue;
      }
      captures_.push_back({{i}});
      follow(node, filler.after);
      if (filler.subject_after != filler.after) follow(node, filler.subject_after);
      captures_.pop_back();
    }
  }

  /// Items divided by commas, semicolons, "and", "plus": "five men, four women and two children". Only the longest list
  /// counts.
  void fill_list(Step const& step, std::uint32_t node, std::uint32_t first) {
    Capture capture{{first}};
    while (capture.fillers.size() < longest_list) {
      bool foreign = false;
      std::uint32_t const next = next_item(step, tokens_.fillers[capture.fillers.back()].subject_after, foreign);
      if (foreign) return;
      if (next == no_id) break;
      capture.fillers.push_back(next);
    }
    if (capture.fillers.size() < 2) return;
    Filler const& last = tokens_.fillers[capture.fillers.back()];
    captures_.push_back(std::move(capture));
    follow(node, last.after);
    if (last.subject_after != last.after) follow(node, last.subject_after);
    captures_.pop_back();
  }

  /// The filler of the next item; `foreign` when the list goes on with a figure that the hole does not take: "100, 200
  /// and 400 meters".
  std::uint32_t next_item(Step const& step, std::uint32_t at, bool& foreign) const {
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
        for (std::uint32_t i = tokens_.filler_at[item]; i < tokens_.fillers.size() && tokens_.fillers[i].first == item;
             ++i)
          if ((tokens_.fillers[i].kind & step.kinds) != 0) return i;
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

  /// Calls `then` for every place where a match of the step at `at` may end.
  template <class Then>
  void ends(Step const& step, std::uint32_t at, Then const& then) {
    if (--steps_ < 0) return;
    if (inside(at) && ((step.first >> (tokens_.tokens[at].word & 63)) & 1) == 0) {
      if (step.optional) then(at);
      return;
    }
    switch (step.kind) {
    case ElementKind::word:
    case ElementKind::punctuation:
      if (inside(at) && tokens_.tokens[at].word == step.hash) then(at + 1);
      return;
    case ElementKind::word_class:
      if (std::uint32_t const end = class_end(step, at); end != no_id) then(end);
      return;
    case ElementKind::gap:
      for (std::uint32_t n = 0;; ++n) {
        then(at + n);
        if (n == longest_gap || !inside(at + n) || tokens_.tokens[at + n].in_figure) return;
      }
    case ElementKind::alternatives:
      for (auto const& alternative : step.alternatives)
        sequence(alternative, 0, at, std::function<void(std::uint32_t)>(then));
      if (step.optional) then(at);
      return;
    case ElementKind::hole:
      return;
    }
  }
  void sequence(std::vector<Step> const& steps, std::size_t i, std::uint32_t at,
                std::function<void(std::uint32_t)> const& then) {
    if (i == steps.size()) return then(at);
    ends(steps[i], at, [&](std::uint32_t next) { sequence(steps, i + 1, next, then); });
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
    Step const& step = steps[i];
    bool found = false;
    starts(step, at, [&](std::uint32_t from) { found = found || preceded(steps, i + 1, from); });
    return found;
  }
  /// Calls `then` for every place where a match of the step that ends before token `at` may begin.
  template <class Then>
  void starts(Step const& step, std::uint32_t at, Then const& then) {
    bool const before = at > 0 && tokens_.tokens[at - 1].sentence == sentence_;
    switch (step.kind) {
    case ElementKind::word:
    case ElementKind::punctuation:
      if (before && tokens_.tokens[at - 1].word == step.hash) then(at - 1);
      return;
    case ElementKind::word_class:
      for (std::uint32_t n = 1; n <= 6 && n <= at && tokens_.tokens[at - n].sentence == sentence_; ++n)
        if (class_end(step, at - n) == at) then(at - n);
      return;
    case ElementKind::gap:
      for (std::uint32_t n = 0; n <= longest_gap; ++n) {
        then(at - n);
        if (n == at || tokens_.tokens[at - n - 1].sentence != sentence_ || tokens_.tokens[at - n - 1].in_figure) return;
      }
      return;
    case ElementKind::alternatives:
      for (auto const& alternative : step.alternatives)
        sequence_back(alternative, alternative.size(), at, std::function<void(std::uint32_t)>(then));
      if (step.optional) then(at);
      return;
    case ElementKind::hole:
      return;
    }
  }
  void sequence_back(std::vector<Step> const& steps, std::size_t n, std::uint32_t at,
                     std::function<void(std::uint32_t)> const& then) {
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
  Filler const* anchor_ = nullptr;
  int steps_ = 0;
  std::vector<Capture> captures_;
};

void Automaton::match(Tokens const& tokens, Article const& article, Matcher::Found const& found) const {
  Matcher(*this, tokens, article, found).run();
}

} // namespace claimcheck::rules
