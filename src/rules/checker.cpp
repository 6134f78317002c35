// Checks one article: matches the rules, judges what they match, and keeps of several findings the one to report.
#include <algorithm>
#include <map>
#include <set>

#include "base/hash.hpp"
#include "rules/join.hpp"
#include "rules/rule_set.hpp"
#include "rules/verdict.hpp"

namespace claimcheck::rules {
namespace {

/// Every bit of the argument moves half of the result's (the finalizer of MurmurHash3).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

/// A set of hashes in one piece of memory: most articles judge hundreds of matches, some a million.
class Seen {
 public:
  /// False when it is there already.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1; // 0 marks a free place
    if (2 * count_ >= places_.size()) grow();
    std::uint64_t& place = find(hash);
    if (place == hash) return false;
    place = hash;
    ++count_;
    return true;
  }

 private:
  std::uint64_t& find(std::uint64_t hash) {
    std::size_t at = hash & (places_.size() - 1);
    while (places_[at] != 0 && places_[at] != hash) at = (at + 1) & (places_.size() - 1);
    return places_[at];
  }
  void grow() {
    std::vector<std::uint64_t> old(std::max<std::size_t>(256, 2 * places_.size()));
    old.swap(places_);
    for (std::uint64_t const hash : old)
      if (hash != 0) find(hash) = hash;
  }
  std::vector<std::uint64_t> places_; ///< a power of two
  std::size_t count_ = 0;
};

} // namespace

/// Collects what the rules say about one article.
class Checker {
 public:
  Checker(RuleSet const& set, Article& article, bool ledger) : set_(set), article_(article), ledger_(ledger) {}

  Verdicts run() {
    match_patterns();
    join_claims();
    follow_relations();
    finish();
    return std::move(out_);
  }

 private:
  /// What one rule said, by primary claim.
  struct Outcomes {
    std::vector<Finding> findings;
    std::vector<Agreement> agreements;
    std::vector<SourceVerdict> sources;
  };

  /// One number for a rule and its evidence: 64 bits, so that two of one article never share it by chance.
  static std::uint64_t key_of(std::uint32_t index, Rule const& rule, Binding const& binding) {
    std::uint64_t key = index + 1;
    auto const add = [&](std::uint64_t value) { key = mixed(key ^ value); };
    for (std::uint16_t i = 0; i < rule.evidence_slots && i < binding.slots.size(); ++i) {
      Slot const& slot = binding.slots[i];
      add((std::uint64_t{slot.claim} << 32) | slot.span.begin);
      for (ClaimId const id : slot.claims) add(id + 1u);
      add(slot.claims.size());
    }
    return key;
  }

  void judge(std::uint32_t index, Binding& binding) {
    Rule const& rule = set_.rules_[index];
    if (!judged_.insert(key_of(index, rule, binding))) return;
    Outcome outcome = judge_match(rule, set_.levels_[index], article_, binding, ledger_);
    if (!outcome.finding && !outcome.agreement && outcome.sources.empty()) return;
    Outcomes& outcomes = outcomes_[index];
    if (outcome.finding) outcomes.findings.push_back(std::move(*outcome.finding));
    if (outcome.agreement) outcomes.agreements.push_back(std::move(*outcome.agreement));
    std::move(outcome.sources.begin(), outcome.sources.end(), std::back_inserter(outcomes.sources));
  }

  void match_patterns() {
    if (set_.automaton_.size() == 0) return;
    TokenReader reader(article_);
    Tokens tokens;
    Binding binding;
    auto const found = [&](Match const& match) {
      for (auto const& use : set_.uses_[match.pattern]) {
        binding.slots.resize(set_.rules_[use.rule].slots.size());
        for (Slot& slot : binding.slots) slot.clear();
        bool whole = true;
        for (std::size_t i = 0; i < match.captures.size(); ++i)
          whole = fill(binding.slots[use.slots[i]], tokens, match, match.captures[i]) && whole;
        if (whole) judge(use.rule, binding);
      }
    };
    while (reader.next(tokens)) set_.automaton_.match(tokens, article_, found);
  }
  /// False for a list of anything but claims.
  bool fill(Slot& slot, Tokens const& tokens, Match const& match, Capture const& capture) const {
    Filler const& first = tokens.fillers[capture.first];
    if (capture.count == 0) {
      if (first.claim == no_id)
        slot = Slot::of_text(first.span, article_.document.folded_text(first.span));
      else
        slot.put_claim(first.claim, first.span);
      return true;
    }
    std::vector<ClaimId> ids;
    for (std::uint32_t const f : match.items.subspan(capture.begin, capture.count)) {
      if (tokens.fillers[f].claim == no_id) return false;
      ids.push_back(tokens.fillers[f].claim);
    }
    slot = Slot::of_claims(std::move(ids),
                           {first.span.begin, tokens.fillers[match.items[capture.begin + capture.count - 1]].span.end});
    return true;
  }

  void join_claims() {
    if (set_.binding_rules_.empty()) return;
    ClaimIndex const index(article_);
    for (std::uint32_t const r : set_.binding_rules_)
      if (!join(set_.rules_[r], article_, index, [&](Binding& binding) { judge(r, binding); }))
        out_.limited.push_back(set_.rules_[r].id());
  }

  void follow_relations() {
    std::map<Relation const*, std::vector<Binding>> found;
    Binding binding; // the rules of a relation compute each its own values
    for (std::uint32_t const r : set_.relation_rules_) {
      Relation const* const relation = set_.rules_[r].relation;
      auto const [at, fresh] = found.try_emplace(relation);
      if (fresh) at->second = relation->find(article_);
      for (Binding const& each : at->second) {
        binding = each;
        judge(r, binding);
      }
    }
  }

  void finish() {
    for (auto& [rule, outcomes] : outcomes_) {
      // A figure that agrees under another reading of the same rule is not wrong.
      std::set<ClaimId> agreeing;
      for (Agreement const& agreement : outcomes.agreements)
        agreeing.insert(agreement.claims.begin(), agreement.claims.end());
      // Of several readings that all object to one figure, the one whose evidence is nearest; of equally near ones the
      // first.
      std::map<Span, std::size_t> nearest;
      for (std::size_t i = 0; i < outcomes.findings.size(); ++i) {
        Evidence const& primary = outcomes.findings[i].primary;
        if (primary.claim != no_id && agreeing.contains(primary.claim)) continue;
        auto const [at, fresh] = nearest.try_emplace(primary.span, i);
        if (!fresh && extent(outcomes.findings[i]) < extent(outcomes.findings[at->second])) at->second = i;
      }
      std::vector<bool> sole(outcomes.findings.size(), false);
      for (auto const& [span, i] : nearest) sole[i] = true;
      for (std::size_t i = 0; i < outcomes.findings.size(); ++i)
        if (sole[i]) out_.findings.push_back(std::move(outcomes.findings[i]));
      std::move(outcomes.agreements.begin(), outcomes.agreements.end(), std::back_inserter(out_.agreements));
      keep_decisive(outcomes.sources);
    }
    merge_sources();
    one_finding_a_set();
    std::stable_sort(out_.findings.begin(), out_.findings.end(), [](Finding const& a, Finding const& b) {
      return a.primary.span != b.primary.span ? a.primary.span < b.primary.span : a.rule < b.rule;
    });
    std::stable_sort(out_.agreements.begin(), out_.agreements.end(), [](Agreement const& a, Agreement const& b) {
      return a.claims != b.claims ? a.claims < b.claims : a.rule < b.rule;
    });
    number_fingerprints();
    for (Agreement const& agreement : out_.agreements)
      for (ClaimId const id : agreement.claims) raise(id, agreement.tension ? Status::tension : Status::consistent);
    for (Finding const& finding : out_.findings) {
      // A source that only raises a note contradicts nothing.
      bool const noted = finding.level == Level::note && !finding.sources.empty();
      Status const status = noted ? Status::tension : Status::contradicted;
      if (finding.primary.claim != no_id) raise(finding.primary.claim, status);
      for (Evidence const& evidence : finding.related)
        if (evidence.claim != no_id) raise(evidence.claim, status);
    }
    for (SourceVerdict const& said : out_.sources) {
      if (said.claim == no_id || !is_open(said)) continue;
      Claim& claim = article_.claims[said.claim];
      if (claim.status != Status::unbound) continue; // something else in the text spoke of it
      claim.status = Status::unchecked;
      claim.reason = said.citation.verdict + ": " + said.citation.detail;
    }
  }

  static bool is_open(SourceVerdict const& said) {
    return said.citation.verdict == "unresolved" || said.citation.verdict == "unverifiable";
  }

  /// Of one rule's readings of one place: where one is borne out, the others were not meant.
  void keep_decisive(std::vector<SourceVerdict>& sources) {
    std::set<Span> supported;
    for (SourceVerdict const& said : sources)
      if (said.citation.verdict == "supported") supported.insert(said.span);
    for (SourceVerdict& said : sources)
      if (said.citation.verdict == "supported" || !supported.contains(said.span))
        out_.sources.push_back(std::move(said));
  }

  /// Several rules ask one question (how far; how far by road): the gravest answer is the verdict.
  void merge_sources() {
    static constexpr auto weight = [](SourceVerdict const& said) {
      std::string_view const verdict = said.citation.verdict;
      return verdict == "contradicted"   ? 4
             : verdict == "note"         ? 3
             : verdict == "supported"    ? 2
             : verdict == "unverifiable" ? 1
                                         : 0;
    };
    static constexpr auto place = [](SourceVerdict const& said) { return std::tie(said.span, said.citation.detail); };
    std::stable_sort(out_.sources.begin(), out_.sources.end(), [](SourceVerdict const& a, SourceVerdict const& b) {
      return place(a) != place(b) ? place(a) < place(b) : weight(a) > weight(b);
    });
    auto const same = [](SourceVerdict const& a, SourceVerdict const& b) { return place(a) == place(b); };
    out_.sources.erase(std::unique(out_.sources.begin(), out_.sources.end(), same), out_.sources.end());
  }

  static std::uint32_t extent(Finding const& finding) {
    Span all = finding.primary.span;
    for (Evidence const& e : finding.related) all = {std::min(all.begin, e.span.begin), std::max(all.end, e.span.end)};
    return all.size();
  }

  /// Two rules that object to the same figures say the same thing: the surer one stays.
  void one_finding_a_set() {
    std::map<std::vector<ClaimId>, std::size_t> best;
    std::vector<Finding> kept;
    for (Finding& finding : out_.findings) {
      std::vector<ClaimId> claims{finding.primary.claim};
      for (Evidence const& e : finding.related) claims.push_back(e.claim);
      std::sort(claims.begin(), claims.end());
      if (claims.back() == no_id) {
        kept.push_back(std::move(finding));
        continue;
      }
      auto const [at, fresh] = best.try_emplace(std::move(claims), kept.size());
      if (fresh)
        kept.push_back(std::move(finding));
      else if (finding.confidence > kept[at->second].confidence)
        kept[at->second] = std::move(finding);
    }
    out_.findings = std::move(kept);
    drop_repeated_objections();
  }

  /// Two rules object to one figure, one of them with all the evidence of the other and more: "$1.8 billion (£94
  /// million)" is off by any rate, and by the rate of the pair before it. The surer one stays; of equally sure ones the
  /// shorter.
  void drop_repeated_objections() {
    std::map<ClaimId, std::vector<std::size_t>> by_primary;
    for (std::size_t i = 0; i < out_.findings.size(); ++i)
      if (out_.findings[i].primary.claim != no_id && !out_.findings[i].related.empty())
        by_primary[out_.findings[i].primary.claim].push_back(i);
    std::vector<bool> repeated(out_.findings.size(), false);
    for (auto const& [claim, group] : by_primary)
      for (std::size_t const a : group)
        for (std::size_t const b : group) {
          Finding const &less = out_.findings[a], &more = out_.findings[b];
          if (less.related.size() >= more.related.size() || !is_part(less.related, more.related)) continue;
          repeated[less.confidence < more.confidence ? a : b] = true;
        }
    std::vector<Finding> kept;
    for (std::size_t i = 0; i < out_.findings.size(); ++i)
      if (!repeated[i]) kept.push_back(std::move(out_.findings[i]));
    out_.findings = std::move(kept);
  }
  static bool is_part(std::vector<Evidence> const& less, std::vector<Evidence> const& more) {
    return std::all_of(less.begin(), less.end(), [&](Evidence const& one) {
      return one.claim != no_id &&
             std::any_of(more.begin(), more.end(), [&](Evidence const& other) { return other.claim == one.claim; });
    });
  }

  /// Equal findings of one text are told apart by their order.
  void number_fingerprints() {
    std::map<std::string, int> seen;
    for (Finding& finding : out_.findings) {
      int const n = seen[finding.fingerprint]++;
      if (n == 0) continue;
      std::uint64_t const state = fnv1a(finding.fingerprint + '#' + std::to_string(n));
      static constexpr char digits[] = "0123456789abcdef";
      for (int i = 0; i < 16; ++i)
        finding.fingerprint[static_cast<std::size_t>(i)] = digits[(state >> (60 - 4 * i)) & 15];
    }
  }

  void raise(ClaimId id, Status status) {
    static constexpr auto rank = [](Status s) {
      switch (s) {
      case Status::contradicted:
        return 3;
      case Status::tension:
        return 2;
      case Status::consistent:
        return 1;
      default:
        return 0;
      }
    };
    Claim& claim = article_.claims[id];
    if (rank(status) > rank(claim.status)) claim.status = status;
  }

  RuleSet const& set_;
  Article& article_;
  bool ledger_;
  std::map<std::uint32_t, Outcomes> outcomes_; ///< of the rules that said something
  Seen judged_;                                ///< rules with their bindings
  Verdicts out_;
};

Verdicts RuleSet::check(Article& article, bool ledger) const { return Checker(*this, article, ledger).run(); }

} // namespace claimcheck::rules
