#include "rules/join.hpp"

#include <algorithm>
#include <unordered_map>

namespace claimcheck::rules {
namespace {

std::uint64_t mix(std::uint64_t state, std::uint64_t value) {
  state ^= value + 0x9E3779B97F4A7C15ULL + (state << 6) + (state >> 2);
  return state;
}

/// The claim's values of the keys in one number; 0 when one of them is unknown, so that it joins with nothing.
std::uint64_t key_of(Article const& article, Claim const& claim, std::vector<JoinKey> const& keys) {
  std::uint64_t out = 0x51ED270B;
  for (JoinKey const key : keys) {
    std::uint64_t value = 0;
    switch (key) {
    case JoinKey::kind:
      value = static_cast<std::uint64_t>(claim.kind) + 1;
      break;
    case JoinKey::region:
      value = claim.region == no_id ? 0 : static_cast<std::uint64_t>(article.document.regions[claim.region].kind) + 1;
      break;
    case JoinKey::paragraph:
      value = claim.region == no_id ? 0 : claim.region + 1u;
      break;
    case JoinKey::sentence:
      value = claim.sentence == no_id ? 0 : claim.sentence + 1u;
      break;
    case JoinKey::subject:
      value = claim.subject.key;
      break;
    case JoinKey::dimension:
      value = 1;
      for (std::int8_t const exponent : article.lexicon->units[claim.figure.unit].dimension.exponent)
        value = mix(value, static_cast<std::uint64_t>(exponent) + 1);
      break;
    case JoinKey::unit:
      value = claim.figure.unit + 1u;
      break;
    case JoinKey::speaker:
      value = claim.attribution == no_id ? 1 : std::uint64_t{article.attributions[claim.attribution].speaker} + 2;
      break;
    case JoinKey::value: {
      Decimal const v = claim.figure.value.normalized();
      value = mix(static_cast<std::uint64_t>(v.coefficient), static_cast<std::uint64_t>(v.exponent + 2000));
      break;
    }
    }
    if (value == 0) return 0;
    out = mix(out, value);
  }
  return out;
}

class Join {
 public:
  Join(Rule const& rule, Article const& article, ClaimIndex const& index, std::function<void(Binding&)> const& found)
      : rule_(rule), article_(article), index_(index), found_(found) {}

  bool run() {
    for (BoundName const& name : rule_.bind)
      if ((name.kinds & index_.kinds) == 0) return true;
    binding_.slots.resize(rule_.slots.size());
    tables_.resize(rule_.bind.size());
    for (std::size_t i = 0; i < rule_.bind.size(); ++i) {
      for (ClaimId const id : candidates(rule_.bind[i])) {
        if (i == 0)
          first_.push_back(id);
        else if (std::uint64_t const key = key_of(article_, article_.claims[id], rule_.bind[i].same); key != 0)
          tables_[i][key].push_back(id);
      }
      if (i == 0 ? first_.empty() : tables_[i].empty()) return true;
    }
    for (ClaimId const id : first_) {
      set(0, id);
      extend(1);
    }
    return combinations_ <= most_combinations;
  }

 private:
  std::vector<ClaimId> candidates(BoundName const& name) {
    std::vector<ClaimId> out;
    for (std::size_t kind = 0; kind < index_.by_kind.size(); ++kind) {
      if ((name.kinds & (KindMask{1} << kind)) == 0) continue;
      for (ClaimId const id : index_.by_kind[kind]) {
        Claim const& claim = article_.claims[id];
        if (!name.regions.empty()) {
          if (claim.region == no_id) continue;
          std::string_view const region = text::name_of(article_.document.regions[claim.region].kind);
          if (std::find(name.regions.begin(), name.regions.end(), region) == name.regions.end()) continue;
        }
        if (!name.where.empty()) {
          binding_.slots[name.slot].put_claim(id, claim.span);
          if (holds(name.where, Scope{article_, binding_, nullptr}) != Truth::yes) continue;
        }
        out.push_back(id);
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  void set(std::size_t i, ClaimId id) { binding_.slots[rule_.bind[i].slot].put_claim(id, article_.claims[id].span); }
  ClaimId bound(std::size_t i) const { return binding_.slots[rule_.bind[i].slot].claim; }

  void extend(std::size_t i) {
    if (combinations_ > most_combinations) return;
    if (i == rule_.bind.size()) {
      ++combinations_;
      if (combinations_ <= most_combinations) found_(binding_);
      return;
    }
    std::uint64_t const key = key_of(article_, article_.claims[bound(0)], rule_.bind[i].same);
    auto const group = key == 0 ? tables_[i].end() : tables_[i].find(key);
    if (group == tables_[i].end()) return;
    for (ClaimId const id : group->second) {
      bool taken = false;
      for (std::size_t k = 0; k < i; ++k) taken = taken || bound(k) == id;
      if (taken) continue;
      set(i, id);
      extend(i + 1);
    }
  }

  Rule const& rule_;
  Article const& article_;
  ClaimIndex const& index_;
  std::function<void(Binding&)> const& found_;
  Binding binding_;
  std::vector<ClaimId> first_;
  std::vector<std::unordered_map<std::uint64_t, std::vector<ClaimId>>> tables_;
  std::size_t combinations_ = 0;
};

} // namespace

ClaimIndex::ClaimIndex(Article const& article) : by_kind(static_cast<std::size_t>(Kind::direction) + 1) {
  for (ClaimId i = 0; i < article.claims.size(); ++i) {
    by_kind[static_cast<std::size_t>(article.claims[i].kind)].push_back(i);
    kinds |= bit(article.claims[i].kind);
  }
}

bool join(Rule const& rule, Article const& article, ClaimIndex const& index,
          std::function<void(Binding&)> const& found) {
  return Join(rule, article, index, found).run();
}

} // namespace claimcheck::rules
