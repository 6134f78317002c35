// One claim of a text: a figure, date, duration or direction, what the words commit the writer to, and what it is
// about.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "claim/interval.hpp"
#include "claim/kind.hpp"
#include "claim/span.hpp"
#include "claim/temporal.hpp"
#include "claim/unit.hpp"

namespace claimcheck {

using ClaimId = std::uint32_t; ///< index into Article::claims, which are in reading order
inline constexpr std::uint32_t no_id = 0xffffffff;

/// How firmly the words hold the figure; decides the interval (research/checks.md 3.1).
enum class Hedge : std::uint8_t {
  none,
  about,  ///< about, around, roughly, some, an estimated, or so, -ish
  nearly, ///< nearly, almost, close to
  just_under,
  just_over,
  more_than, ///< more than, over, exceeding
  at_least,
  less_than, ///< less than, fewer than, under
  at_most,   ///< at most, no more than, up to, as many as
  exactly,
  vague, ///< several, dozens: an interval, never one value
};

enum class Status : std::uint8_t { unbound, consistent, tension, contradicted, unchecked };

/// The numeric part. `value` is the stated figure in the stated unit and scale: "$1.2 million" is 1200000 USD.
struct Figure {
  bool exact_known = false;      ///< there is one stated value; false for vague words and for ranges
  bool range = false;            ///< two ends were written: they are interval.low and interval.high
  bool adjectival = false;       ///< "50,000-seat", "10-mile": joined to its noun by a hyphen
  bool written_as_words = false; ///< "twelve", not "12"
  Decimal value;
  Decimal second;    ///< the other number of a score, vote, record, ratio, odds
  Decimal third;     ///< ties of a record, third number of a three-part score
  Interval interval; ///< in `unit`: what the words commit the writer to
  Decimal rounding;  ///< one unit of the last digit that carries information: 35,000 -> 1000
  UnitId unit = no_unit;
  UnitId per = no_unit;  ///< "a month", "per square mile"
  Decimal per_amount{1}; ///< "per 100,000": 100000
};

/// What a count counts, or what else the figure is said of.
struct Subject {
  Span phrase;           ///< "registered Ohio voters"
  Span head;             ///< "voters"
  std::uint64_t key = 0; ///< hash of the head's singular form, folded; 0 when there is no subject
  bool definite = false; ///< "the 250 workers"
};

struct Guards {
  bool quoted : 1 = false;       ///< inside a direct quotation: the speaker's figure
  bool hypothetical : 1 = false; ///< would, if, could have, target, forecast
  bool negated : 1 = false;
  bool question : 1 = false;
  bool updated : 1 = false;         ///< "earlier reported", "revised": licenses a difference
  bool difference : 1 = false;      ///< a change by so much, not a reading
  bool scaled_by_range : 1 = false; ///< the scale word was borrowed from the other end ("$1-$2 million")
};

struct Claim {
  Kind kind = Kind::number;
  Hedge hedge = Hedge::none;
  Status status = Status::unbound;
  Guards guards;
  Span span; ///< hedge and unit included: "about 225 miles"
  Span core; ///< without the hedge: "225 miles"
  Span hedge_span;
  Span unit_span;
  Figure figure;                  ///< meaningful when is_figure(kind)
  std::unique_ptr<Temporal> time; ///< for dates, times, durations and recurrences
  Subject subject;
  std::uint32_t sentence = no_id;    ///< index into Article::sentences
  std::uint32_t region = no_id;      ///< index into Document::regions
  std::uint32_t attribution = no_id; ///< index into Article::attributions
  float bearing = 0;                 ///< degrees clockwise from north, for kind direction
  std::string reason;                ///< why it is `unchecked`
};

/// The group that interface.md reports: temporal, money, percent, count, quantity, ordinal or direction. Coarser than
/// group_of: an age, a rate and an adjectival figure measure something and are quantities; shares, scores and votes
/// count.
std::string_view reported_group(Claim const& claim);
std::string_view name_of(Hedge hedge);
std::string_view name_of(Status status);

} // namespace claimcheck
