// Quotation marks: which stretches of a document are quoted, and which marks do not pair.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/span.hpp"
#include "text/document.hpp"

namespace claimcheck::resolve {

/// One outermost quotation within one block. Marks nested in it are part of its text.
struct Quotation {
  Span inner;             ///< without the marks
  Span marked;            ///< with them
  bool closed = true;     ///< false: it runs to the end of its block without a closing mark
  bool continued = false; ///< the block before left a quotation open, and this one goes on with it
  std::uint32_t region = 0;
};

enum class MarkFault : std::uint8_t {
  unclosed, ///< opened, not closed, and the next block does not go on with it
  unopened, ///< a closing mark without an opening one
  reversed, ///< a typographic mark of the wrong direction
};

struct QuotationFault {
  MarkFault kind;
  Span at; ///< the mark
};

struct Quotations {
  std::vector<Quotation> list; ///< in reading order, never overlapping
  std::vector<QuotationFault> faults;
};

/// Reads “…”, "…", ''…'', ``…'', «…», „…“ and, where they stand alone, ‘…’ and '…'. Feet and inches (6'3"), decades
/// ('90s), elisions ('em) and possessives are no marks. One pass.
Quotations find_quotations(text::Document const& document);

} // namespace claimcheck::resolve
