// Makes a Document block by block, in source order: the one place where plain text, pieces and regions are written, so
// that the promises of document.hpp (pieces cover `plain` and map monotonically, regions cover all but the walls) are
// kept in one place.
#pragma once

#include <string>
#include <string_view>

#include "text/document.hpp"

namespace claimcheck::text {

class Builder {
 public:
  Builder(std::string source, Format format);

  std::string_view source() const { return document_.source; }
  Document& document() { return document_; }

  /// Begins a block like `region` (its span is ignored). Nothing is written before the block has content: empty blocks
  /// vanish.
  void open(Region const& region);
  /// Ends the block; white space at its end is taken back.
  void close();
  /// Continues the open block as another region without a wall (an inline code span). Opens a block when none is open.
  void change(Region const& region);
  /// The region that new text falls into.
  Region const& region() const { return region_; }
  /// The open block has content.
  bool started() const { return started_; }
  /// The last byte of plain text in this block; 0 when it has none yet.
  char last() const { return started_ ? document_.plain.back() : '\0'; }

  /// Source bytes [offset, offset + size) as they are, with no newline among them.
  void verbatim(std::uint32_t offset, std::uint32_t size);
  /// Source bytes as running text: runs of white space become one space, soft hyphens and zero-width characters vanish.
  void text(std::uint32_t offset, std::uint32_t size);
  /// One space for white space at `offset`; nothing after a space or at the beginning of a block.
  void space(std::uint32_t offset);
  /// `plain` stands for the whole source stretch (an entity). Empty and invisible text leaves no trace.
  void decoded(std::string_view plain, std::uint32_t offset, std::uint32_t size);
  /// A space that stands nowhere in the source, at `offset`.
  void synthetic_space(std::uint32_t offset);
  void comment(std::uint32_t offset, std::uint32_t size);

  /// Folds and hands the document over.
  Document finish();

 private:
  void begin_content(std::uint32_t source_offset);
  void add_piece(Piece const& piece);
  void end_region();

  Document document_;
  Region region_;
  bool started_ = false;
  std::uint32_t source_end_ = 0; ///< how far the source has been used
};

/// Characters that take no room and mean nothing to a reader of words: soft hyphen, zero-width space and joiners,
/// directional marks, word joiner, byte order mark inside a text. Length in bytes at `at`, 0 when there is none.
std::size_t invisible_at(std::string_view text, std::size_t at);

} // namespace claimcheck::text
