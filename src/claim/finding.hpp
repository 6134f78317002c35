// What a rule found: an alarm with all its evidence, or an agreement for the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "claim/span.hpp"

namespace claimcheck {

enum class Level : std::uint8_t { off, note, warning, error };
std::string_view name_of(Level level);
std::optional<Level> level_named(std::string_view name);

/// One place that a verdict rests on. `claim` is no_id for evidence that is no claim (a name, a quotation mark).
struct Evidence {
  std::string role; ///< "converted from", "the total"
  Span span;
  ClaimId claim = no_id;
};

/// The arithmetic, with the numbers in it.
struct Computed {
  std::string formula; ///< "225 mi x 1.609344 = 362.1 km"
  Decimal value;
  Interval interval;    ///< what would have been accepted
  std::string unit;     ///< UCUM or ISO 4217; empty for pure numbers and dates
  std::string text;     ///< the value as a reader writes it: "362.1 km", "Wednesday", "March 9, 2022"
  std::string accepted; ///< "361 to 363 km"
  bool numeric = true;  ///< false when the result is a date or a word: `value` and `interval` mean nothing then
};

/// How an outside source stands to a claim.
struct SourceCitation {
  std::string source;  ///< "GeoNames"
  std::string licence; ///< SPDX or its usual name
  std::string as_of;   ///< ISO date
  std::string url;
  std::string verdict; ///< supported, note, contradicted, unresolved, unverifiable
  std::string detail;  ///< "geodesic 383.8 km = 238.5 mi"
};

/// A place as a source has it: WGS84, degrees.
struct CitedPlace {
  std::string id;   ///< `gn:323777`, or a user's own
  std::string name; ///< as the source writes it
  std::string country;
  double latitude = 0, longitude = 0;
};

/// The straight line from which a distance or direction was judged.
struct CitedWay {
  CitedPlace from, to;
  double km = 0;
  double bearing = 0; ///< degrees clockwise from north, at `from`
};

/// What the sources said of one place in the text, also where they could not settle it: the ledger shows all of it.
struct SourceVerdict {
  std::string rule;        ///< which asked
  Span span;               ///< the words
  ClaimId claim = no_id;   ///< no_id where the words are a name or another thing that is no claim
  SourceCitation citation; ///< of an unresolved or unverifiable question `detail` says why
  std::optional<CitedWay> way = {};
};

struct Finding {
  std::string rule;
  std::string topic;
  Level level = Level::warning;
  std::string message;
  Evidence primary;
  std::vector<Evidence> related;
  std::optional<Computed> computed;
  std::string diagnosis;                 ///< "off by 1.609: not converted"; empty when none is known
  std::vector<std::string> alternatives; ///< best first
  float confidence = 0;                  ///< 0..1
  std::uint32_t attribution = no_id;     ///< when the figure is a speaker's
  std::vector<SourceCitation> sources;
  std::string fingerprint; ///< stable under edits elsewhere in the text; 16 hex digits
};

/// A comparison that held, for the ledger: what agreed is shown too.
struct Agreement {
  std::string rule;
  std::vector<ClaimId> claims;
  std::optional<Computed> computed;
  std::vector<SourceCitation> sources;
  /// An equation holds: the other figures say what each must be. Of an inequality ("54 of the 120") many others would
  /// do.
  bool equation = true;
  bool tension = false; ///< within one rounding unit, or outside the accepted band by less than counts as an error
};

} // namespace claimcheck
