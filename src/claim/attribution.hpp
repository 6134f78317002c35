// Who said it: one attribution of a text, and the persons and organisations that speak in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claim/span.hpp"

namespace claimcheck {

/// direct: the content is wholly quoted; mixed: quoted fragments in a paraphrase; indirect: no quotation marks.
enum class Mode : std::uint8_t { direct, indirect, mixed };
std::string_view name_of(Mode mode);

/// How a source was found, in falling precision; the label and its measured precision go into the output.
enum class Sieve : std::uint8_t {
  quote_source_cue, ///< "Q," S said
  quote_cue_source, ///< "Q," said S
  according_to,
  same_paragraph,      ///< continuation after an attribution in the same paragraph
  source_cue_quote,    ///< S said: "Q"; S said "q" p "q"
  source_cue_clause,   ///< S said (that) P
  noun_cue,            ///< S's claim that P; in a statement
  document_source,     ///< the report found P
  relative_participle, ///< S, who said P; ..., adding P
  paragraph_inherited, ///< a quotation paragraph after one with a source
  passive,             ///< P was reported: no source
  colon,               ///< S: Q at a line's start
  unresolved,
};
std::string_view name_of(Sieve sieve);
/// Measured share of right sources on PolNeAR (docs/precision.md), 0..1.
float precision_of(Sieve sieve);

enum class EntityKind : std::uint8_t { person, organization, group, document, place, unknown };
enum class Gender : std::uint8_t { unknown, male, female, plural, neuter };

/// One person or organisation with all the places that mention it.
struct Entity {
  EntityKind kind = EntityKind::unknown;
  Gender gender = Gender::unknown;
  std::string name; ///< fullest form met: "Dmytro Kuleba"
  std::string surname;
  std::string title;       ///< "foreign minister", as at first mention
  std::string affiliation; ///< "Ukrainian"
  std::vector<Span> mentions;
};

using EntityId = std::uint32_t; ///< index into Article::entities

struct Attribution {
  Mode mode = Mode::indirect;
  Sieve sieve = Sieve::unresolved;
  float confidence = 0;
  Span source; ///< empty when the text names none
  Span cue;
  std::vector<Span> content; ///< several pieces where the attribution splits it
  Span relay;                ///< "according to The New York Times" after "Kuleba said"
  std::string medium;        ///< "tweet", "statement", "televised address"; empty when none
  Span medium_span;
  EntityId speaker = 0xffffffff; ///< resolved; no_id when it could not be
};

} // namespace claimcheck
