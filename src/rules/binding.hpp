// What the names of a rule stand for in one match, and what an expression sees when it is evaluated.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "resolve/article.hpp"
#include "rules/value.hpp"

namespace claimcheck::rules {

/// Kinds that a hole or a binding accepts, one bit a Kind; two more for mentions of places and persons.
using KindMask = std::uint64_t;
inline constexpr KindMask bit(Kind kind) { return KindMask{1} << static_cast<unsigned>(kind); }
inline constexpr KindMask place_bit = KindMask{1} << 62;
inline constexpr KindMask person_bit = KindMask{1} << 63;
/// `count`, a group such as `quantity`, `figure` (all with a number), `any`, `place`, `person`; several joined by `|`.
/// 0 and the unknown word in `unknown` when one of them is none of these.
KindMask kinds_named(std::string_view text, std::string& unknown);
/// Every word that kinds_named knows, for remedies.
std::vector<std::string> kind_words();

enum class SlotKind : std::uint8_t { none, claim, claims, text, value };

/// What one name stands for.
struct Slot {
  SlotKind kind = SlotKind::none;
  ClaimId claim = no_id;
  std::vector<ClaimId> claims; ///< of a list
  Span span; ///< of a claim, of a list from its first to its last, or of the evidence that is no claim
  /// Of SlotKind::value, and the text of SlotKind::text. Of a claim what expressions make of it, once one has asked:
  /// the expressions of a rule name the same few claims again and again.
  mutable Value value;
  mutable bool claim_read = false;

  Slot() = default;
  static Slot of_claim(ClaimId id, Span span) { return Slot(SlotKind::claim, id, {}, span, {}); }
  static Slot of_claims(std::vector<ClaimId> ids, Span span) {
    return Slot(SlotKind::claims, no_id, std::move(ids), span, {});
  }
  static Slot of_text(Span span, std::string_view text) {
    return Slot(SlotKind::text, no_id, {}, span, Value::of_text(text));
  }
  static Slot of_value(Value value, Span span = {}) { return Slot(SlotKind::value, no_id, {}, span, value); }

  // The same in a slot that held another match's evidence.
  void clear() { put(SlotKind::none, no_id, {}); }
  void put_claim(ClaimId id, Span where) { put(SlotKind::claim, id, where); }
  void put_value(Value const& computed) {
    put(SlotKind::value, no_id, {});
    value = computed;
  }

 private:
  Slot(SlotKind what, ClaimId id, std::vector<ClaimId> ids, Span where, Value const& said)
      : kind(what), claim(id), claims(std::move(ids)), span(where), value(said) {}
  void put(SlotKind what, ClaimId id, Span where) {
    kind = what;
    claim = id;
    claims.clear();
    span = where;
    claim_read = false;
  }
};

/// A match that the sources cannot settle: nothing is judged, and the ledger says why.
struct OpenQuestion {
  std::string_view verdict; ///< unresolved: which thing is meant; unverifiable: what holds of it
  std::string reason;
};

/// One match: the slots in the order in which the rule declares its names.
struct Binding {
  std::vector<Slot> slots;
  std::vector<SourceCitation> citations = {}; ///< what a reference said; the verdict is filled in by judge_match
  std::optional<CitedWay> way = {};           ///< for maps
  std::optional<OpenQuestion> open = {};      ///< only the slots that stand in the text are filled then
  std::string unreached = {};                 ///< a layer that might know better did not answer: no objection is made
  std::shared_ptr<void const> texts = {};     ///< keeps alive what slots show and what stands in no text
};

/// A name of a rule as it is known when the rule is loaded.
struct SlotType {
  std::string name;
  Type type; ///< of a list: of its items
  bool list = false;
  bool claim = true;  ///< fields may be asked of it
  KindMask kinds = 0; ///< of a claim or the items of a list
};

/// A comparison that decided a requirement, with what stood on both sides.
struct Comparison {
  std::uint16_t step = 0; ///< index of the operator in Expression::steps
  Truth truth = Truth::unknown;
  Value left, right;
};

/// What an expression may look at. `trace`, where given, receives every comparison.
struct Scope {
  Article const& article;
  Binding const& binding;
  std::vector<Comparison>* trace = nullptr;

  UnitTable const& units() const { return article.lexicon->units; }
  Claim const& claim(ClaimId id) const { return article.claims[id]; }
};

/// value_of with the units at hand: a rate in dollars is money.
Value value_of(Scope const& scope, Claim const& claim);
/// The same figure in another unit; unknown where it cannot be converted.
Value converted(Scope const& scope, Value const& value, UnitId unit);

} // namespace claimcheck::rules
