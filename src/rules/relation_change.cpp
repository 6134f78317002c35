// Changes that a sentence tells in any order: the value before, the value after, and by how much. "Ridership climbed to
// 14 million last year from 12 million, which the operator called a remarkable 35 percent jump."
//
// A pattern names one order of the three. Here each figure is given its part by the words beside it ("from", "to",
// "compared with", "an increase of"), and the parts are put together where a sentence has one of each.
#include <algorithm>
#include <optional>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

constexpr std::size_t most_changes = 400;
/// Two values and a change. In dense copy a fourth figure is as likely the other end: of 300 right stories eleven were
/// reported when twelve figures were allowed.
constexpr std::size_t most_figures = 3;
/// The change stands at most so many bytes from the values.
constexpr std::uint32_t farthest = 160;

enum class Part : std::uint8_t { value, before, after, change };

/// One figure and the part that the words beside it give it.
struct Member {
  ClaimId id = no_id;
  Part part = Part::value;
  bool compared = false;   ///< of `before`: "than", "compared with", "up from": the value after stands before it
  bool ends = false;       ///< "from 120 to 150" in one claim
  bool split = false;      ///< "rose 12 to 57": the change and the value after in one claim
  bool counted_on = false; ///< "two more": perhaps two others, and no change
  int turn = 0;            ///< the words say that it rises (1) or falls (-1)
  bool firm = false;       ///< and they say it of this figure: "up from 812"
};

/// The values of one change.
struct Pair {
  ClaimId before = no_id, after = no_id; ///< equal for "from 120 to 150"
  Span span;
  bool split = false;
  bool loose = false; ///< nothing says which of the two is the earlier
  int turn = 0;
  bool firm = false;
};

class Changes {
 public:
  explicit Changes(Article const& article) : article_(article), words_(article) {}

  std::vector<Binding> find() {
    auto const& claims = article_.claims;
    for (ClaimId id = 0; id < claims.size() && out_.size() < most_changes;) {
      ClaimId const begin = id;
      while (id < claims.size() && claims[id].sentence == claims[begin].sentence) ++id;
      if (claims[begin].sentence != no_id) read(begin, id);
    }
    return std::move(out_);
  }

 private:
  void read(ClaimId begin, ClaimId end) {
    members_.clear();
    dated_ = false;
    for (ClaimId id = begin; id < end; ++id) {
      Claim const& claim = article_.claims[id];
      if (is_temporal(claim.kind) && claim.kind != Kind::duration) dated_ = true;
      if (is_figure(claim.kind) && claim.hedge != Hedge::vague) members_.push_back({id});
    }
    // "Drew 14,000 visitors over three days, up 25 percent from 12,800": the length of time is no part of it.
    if (members_.size() > most_figures)
      std::erase_if(members_, [&](Member const& m) { return claim(m).kind == Kind::duration; });
    if (members_.size() < 2 || members_.size() > most_figures) {
      if (members_.size() != 1 || !article_.claims[members_[0].id].figure.range) return;
    }
    // "14 and 54 percent versus 57 and 83 percent, respectively": which belong together the order says, not the words.
    Span const sentence = words_.sentence(article_.claims[begin].span.begin);
    if (!words_.last(sentence, "respectively-word").empty()) return;
    for (std::size_t i = 0; i < members_.size(); ++i) give_part(i);
    std::vector<Pair> const pairs = find_pairs();
    for (std::size_t i = 0; i < pairs.size(); ++i) emit(pairs, i);
  }

  Claim const& claim(Member const& member) const { return article_.claims[member.id]; }

  /// The words before a figure back to the figure or mark of punctuation before it.
  Span words_before(std::size_t i) const {
    Claim const& c = claim(members_[i]);
    Span const sentence = words_.sentence(c.span.begin);
    std::uint32_t const from = i == 0 ? sentence.begin : std::max(sentence.begin, claim(members_[i - 1]).span.end);
    std::string_view const text = article_.document.folded;
    std::uint32_t at = c.span.begin;
    constexpr std::uint32_t most = 70;
    while (at > from && c.span.begin - at < most && std::string_view(",;:()\"").find(text[at - 1]) == text.npos) --at;
    while (at < c.span.begin && is_word_byte(text[at]) && at > from && is_word_byte(text[at - 1])) ++at;
    return {at, c.span.begin};
  }
  std::size_t count_words(Span where) const {
    std::size_t n = 0;
    for (std::uint32_t at = where.begin; at < where.end; ++n) {
      Span const word = words_.next(at, where.end);
      if (word.empty()) break;
      at = word.end;
    }
    return n;
  }
  char mark_before(std::uint32_t at) const {
    std::string_view const text = article_.document.folded;
    while (at > 0 && text[at - 1] == ' ') --at;
    return at == 0 ? ' ' : text[at - 1];
  }
  int turn_of(Span word) const { return words_.is(word, "turn-up") ? 1 : words_.is(word, "turn-down") ? -1 : 0; }

  void give_part(std::size_t i) {
    Member& m = members_[i];
    Claim const& c = claim(m);
    Span const before = words_before(i);
    Span end_cue = words_.last(before, "change-end");
    if (words_.is(words_.previous(end_cue.begin, before.begin), "compared-word"))
      end_cue.begin = words_.previous(end_cue.begin, before.begin).begin; // "compared to"
    Span change_cue = words_.last(before, "change-by");
    for (std::string_view const turn : {"turn-up", "turn-down"})
      if (Span const word = words_.last(before, turn); word.begin > change_cue.begin) change_cue = word;
    std::size_t const between_end = end_cue.empty() ? 99 : count_words({end_cue.end, before.end});
    std::size_t const between_change = change_cue.empty() ? 99 : count_words({change_cue.end, before.end});
    if (words_(end_cue) == "than" && words_(words_.previous(end_cue.begin, before.begin)) == "rather")
      return; // another figure for the same thing, no earlier one
    bool const is_end = !end_cue.empty() && (change_cue.empty() || end_cue.begin >= change_cue.begin);
    if (is_end && words_(end_cue) == "to" && between_end <= 3 && !c.figure.range) {
      m.part = Part::after;
      m.turn = turn_of(change_cue);
      return;
    }
    if (is_end && words_(end_cue) != "to" && between_end <= 5) {
      m.ends = c.figure.range;
      m.part = Part::before;
      Span const turn = words_.previous(end_cue.begin, before.begin);
      if (words_(turn) == "up" || words_(turn) == "down") m.turn = turn_of(turn);
      m.compared = words_(end_cue) != "from" || m.turn != 0;
      m.firm = m.turn != 0 && (c.kind != Kind::number || !is_small(c)); // "up from six to five" is a rank
      if (m.compared) return;
      m.firm = change_cue.empty();
      m.turn = m.firm ? turn_before_mark(before, end_cue) : turn_of(change_cue);
      return;
    }
    if (!change_cue.empty() && between_change <= 2) {
      m.part = Part::change;
      m.split = c.figure.range && between_change <= 1 && words_(c.core).find(" to ") != std::string_view::npos;
      if (c.figure.range && !m.split) m.part = Part::value;
      m.turn = turn_of(change_cue);
      return;
    }
    Span const sentence = words_.sentence(c.span.begin);
    std::uint32_t const from = words_.is(subject_of(c), "percent-point") ? c.subject.phrase.end : c.span.end;
    Span const next = words_.next(from, sentence.end);
    Span const second = next.empty() ? next : words_.next(next.end, sentence.end);
    for (Span const word : {next, second}) {
      if (word.empty() || !words_.is(word, "turn-noun")) continue;
      if (word.begin == second.begin && words_.is(next, "no-adjective")) break;
      m.part = Part::change;
      m.turn = turn_of(word);
      bool const compares = words_.is(word, "more-or-less");
      bool const counts = c.kind == Kind::count || c.kind == Kind::number;
      m.counted_on = compares;
      if (compares && counts && words_(words_.next(word.end, sentence.end)) != "than") m.part = Part::value;
      return;
    }
    // ", or 25 percent," and "(25 percent)"
    char const mark = mark_before(c.span.begin);
    Span const last = words_.previous(c.span.begin, sentence.begin);
    if (is_share(c.kind) &&
        (mark == '(' ||
         (words_(last) == "or" && std::string_view(",-(").find(mark_before(last.begin)) != std::string_view::npos)))
      m.part = Part::change;
  }
  static bool is_small(Claim const& c) {
    return c.figure.interval.bounded() && c.figure.interval.high.value < Decimal{21};
  }
  /// "Attendance has risen every year, from 31,200 to 27,900": the words of change stand before the comma.
  int turn_before_mark(Span before, Span cue) const {
    if (mark_before(cue.begin) != ',' || count_words({before.begin, cue.begin}) != 0) return 0;
    Span const sentence = words_.sentence(cue.begin);
    std::uint32_t from = before.begin > sentence.begin ? before.begin - 1 : before.begin;
    std::uint32_t const end = from;
    std::string_view const text = article_.document.folded;
    constexpr std::uint32_t most = 40;
    while (from > sentence.begin && end - from < most &&
           std::string_view(",;:()\"").find(text[from - 1]) == text.npos &&
           (text[from - 1] < '0' || text[from - 1] > '9'))
      --from;
    Span const up = words_.last({from, end}, "turn-up"), down = words_.last({from, end}, "turn-down");
    if (up.empty() == down.empty()) return 0;
    return up.empty() ? -1 : 1;
  }
  Span subject_of(Claim const& c) const { return c.subject.head; }
  static bool is_share(Kind kind) { return kind == Kind::percent || kind == Kind::ratio; }

  /// Values of one thing: they can be subtracted from each other.
  bool alike(ClaimId x, ClaimId y, bool both_told) const {
    Claim const& a = article_.claims[x];
    Claim const& b = article_.claims[y];
    auto const is_count = [](Kind kind) { return kind == Kind::count || kind == Kind::number; };
    if (is_count(a.kind) && is_count(b.kind))
      return a.subject.key == b.subject.key || a.subject.key == 0 || b.subject.key == 0;
    auto const is_price = [](Kind kind) { return kind == Kind::money || kind == Kind::rate; };
    if (is_price(a.kind) && is_price(b.kind)) { // "$5.82 a bushel, down from $6.26"
      bool const same_rate = a.figure.per == b.figure.per && a.figure.per_amount == b.figure.per_amount;
      return a.figure.unit == b.figure.unit && (same_rate || (a.kind != b.kind && a.figure.unit != no_unit));
    }
    if (a.kind != b.kind) { // "from 58 percent to 55", "to 34 minutes from 52"
      Kind const other = a.kind == Kind::number ? b.kind : a.kind;
      return both_told && (a.kind == Kind::number || b.kind == Kind::number) &&
             (other == Kind::percent || other == Kind::money || other == Kind::duration || is_quantity(other));
    }
    if (a.kind == Kind::percent || a.kind == Kind::ratio) return true;
    bool const measured = (is_quantity(a.kind) && a.kind != Kind::temperature) || a.kind == Kind::duration;
    return measured && article_.lexicon->units.convertible(a.figure.unit, b.figure.unit);
  }
  bool has_one_value(ClaimId id) const { return article_.claims[id].figure.exact_known; }

  std::vector<Pair> find_pairs() const {
    std::vector<Pair> out;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      Member const& from = members_[i];
      if (from.part != Part::before) continue;
      if (from.ends) {
        out.push_back({from.id, from.id, claim(from).span, false, false, from.turn, from.firm});
        continue;
      }
      if (!has_one_value(from.id)) continue;
      std::optional<std::size_t> best;
      for (std::size_t k = 0; k < members_.size(); ++k) {
        Member const& to = members_[k];
        bool const split = to.part == Part::change && to.split;
        bool const told = to.part == Part::after || split;
        bool const before_it = from.compared && to.part == Part::value && k < i;
        if (told && from.turn * to.turn < 0) continue; // of another change
        if (k == i || (!told && !before_it) || !alike(from.id, to.id, told) || (!split && !has_one_value(to.id)))
          continue;
        if (!best || distance(k, i) < distance(*best, i)) best = k;
      }
      if (!best) best = compared_by_change(i);
      if (!best) continue;
      if (members_[*best].part == Part::value) best = head_of_list(*best);
      Member const& to = members_[*best];
      out.push_back({from.id, to.id, hull(claim(from).span, claim(to).span), to.split, false,
                     from.turn != 0 ? from.turn : to.turn, from.firm});
    }
    if (out.empty() && dated_) add_loose(out);
    return out;
  }
  static Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }
  static std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

  /// "84 members, 49 women and 35 men, up from 60": what is compared is the first.
  std::size_t head_of_list(std::size_t k) const {
    Span const sentence = words_.sentence(claim(members_[k]).span.begin);
    if (words_(words_.previous(claim(members_[k]).span.begin, sentence.begin)) != "and") return k;
    while (k > 0 && members_[k - 1].part == Part::value && has_one_value(members_[k - 1].id)) {
      --k;
      if (mark_before(claim(members_[k]).span.begin) != ',') break;
    }
    return k;
  }
  /// "320 burglaries, a 30 percent drop from the 400 of 2010": the change stands between the two.
  std::optional<std::size_t> compared_by_change(std::size_t i) const {
    if (i < 2 || members_[i - 1].part != Part::change) return {};
    for (std::size_t k = i - 1; k-- > 0;)
      if (members_[k].part == Part::value && alike(members_[k].id, members_[i].id, false) &&
          has_one_value(members_[k].id))
        return k;
    return {};
  }
  /// "Traded at $50 in May, it closed at $35 on Friday, a drop of 30 percent": two values and then the change.
  void add_loose(std::vector<Pair>& out) const {
    for (Member const& change : members_) {
      if (change.part != Part::change || change.turn == 0 || change.split || change.counted_on) continue;
      // The two values of one kind before the change, and no third.
      std::optional<std::size_t> first, second;
      bool third = false;
      for (std::size_t i = members_.size(); i-- > 0;) {
        Member const& m = members_[i];
        if (m.id >= change.id || m.part != Part::value || !has_one_value(m.id)) continue;
        if (!second && claim(m).kind != Kind::age && claim(m).kind != Kind::duration)
          second = i;
        else if (second && alike(m.id, members_[*second].id, false))
          third = third || first, first = first ? first : i;
      }
      if (!first || third || !divided(members_[*first], members_[*second])) continue;
      Member const& a = members_[*first];
      Member const& b = members_[*second];
      out.push_back({a.id, b.id, hull(claim(a).span, claim(b).span), false, true, 0, false});
      return;
    }
  }
  /// "4,200 in 1990, is now 5,040": a mark stands between them; a part and its whole have none.
  bool divided(Member const& a, Member const& b) const {
    std::string_view const between = words_({claim(a).span.end, claim(b).span.begin});
    return between.find_first_of(",;:") != std::string_view::npos;
  }

  std::uint32_t apart(Span a, Span b) const {
    if (a.begin < b.end && b.begin < a.end) return 0;
    return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
  }

  /// The change that is told of a pair: the nearest one, which has no nearer pair.
  void emit(std::vector<Pair> const& pairs, std::size_t p) {
    Pair const& pair = pairs[p];
    if (pair.split) return put(pair, nullptr);
    Member const* best[2] = {nullptr, nullptr}; // a share or factor, and an amount
    int candidates[2] = {0, 0};
    for (Member const& m : members_) {
      if (m.part != Part::change && claim(m).kind != Kind::multiplier) continue;
      if (m.id == pair.before || m.id == pair.after || m.split) continue;
      if (m.turn * pair.turn < 0) continue; // "80 GB, up from 60, and 33 percent smaller"
      Kind const kind = claim(m).kind;
      bool const factor = kind == Kind::percent || kind == Kind::ratio || kind == Kind::multiplier;
      bool const values_are_shares = article_.claims[pair.before].kind == Kind::percent;
      if (!factor && !(values_are_shares && kind == Kind::points) && !alike(m.id, pair.before, false) &&
          !alike(m.id, pair.after, false))
        continue;
      std::uint32_t const gap = apart(claim(m).span, pair.span);
      if (gap > farthest) continue;
      bool const nearer_pair = std::any_of(pairs.begin(), pairs.end(), [&](Pair const& other) {
        return &other != &pair && apart(claim(m).span, other.span) <= gap;
      });
      if (nearer_pair) continue;
      ++candidates[factor ? 0 : 1];
      Member const*& at = best[factor ? 0 : 1];
      if (at == nullptr || gap < apart(claim(*at).span, pair.span)) at = &m;
    }
    // "By 15 percent for coffee, to £2.99 from £2.60, and by 10 percent for tea": nothing says whose change it is.
    for (int k = 0; k < 2; ++k)
      if (best[k] != nullptr && candidates[k] == 1) put(pair, best[k]);
    if (best[0] == nullptr && best[1] == nullptr && pair.turn != 0) put(pair, nullptr);
  }

  void put(Pair const& pair, Member const* change) {
    auto const slot = [&](ClaimId id) { return Slot::of_claim(id, article_.claims[id].span); };
    Binding binding{std::vector<Slot>(7)};
    bool const range = pair.before == pair.after;
    if (range)
      binding.slots[2] = slot(pair.before);
    else
      binding.slots[0] = slot(pair.before);
    if (pair.split)
      binding.slots[3] = slot(pair.after);
    else if (!range)
      binding.slots[1] = slot(pair.after);
    if (change != nullptr) binding.slots[4] = slot(change->id);
    int const turn = pair.firm && pair.turn != 0 ? pair.turn : change != nullptr ? change->turn : 0;
    binding.slots[5] = Slot::of_value(Value::number(Decimal{turn}));
    binding.slots[6] = Slot::of_value(Value::of(pair.loose));
    out_.push_back(std::move(binding));
  }

  Article const& article_;
  Words words_;
  std::vector<Member> members_;
  bool dated_ = false;
  std::vector<Binding> out_;
};

std::vector<Binding> changes(Article const& article) { return Changes(article).find(); }

} // namespace

std::vector<Relation> change_relations() {
  return {
      {"told-change",
       "the values before and after a change and by how much, in any order within a sentence (`climbed to 14 "
       "million last year from 12 million, a 35 percent jump`)",
       {{"a", "figure", {}, false, "the value before"},
        {"b", "figure", {}, false, "the value after"},
        {"r", "figure", {}, false, "both, in one claim: `from 120 to 150`"},
        {"s", "figure", {}, false, "the change and the value after, in one claim: `rose 12 to 57`"},
        {"d", "figure", {}, false, "the change: an amount, a percentage, a fraction or a multiplier"},
        {"turn", "", Type::figure(Measure::plain), false, "1 where the words say that it rises, -1 for a fall, else 0"},
        {"loose", "", Type::of(Base::truth), false, "nothing says which of the two values is the earlier"}},
       changes}};
}

} // namespace claimcheck::rules
