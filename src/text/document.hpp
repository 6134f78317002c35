// A document as every later stage sees it: plain text, its folded copy, its structure, and the exact way back to the
// source.
//
// `plain` is what a reader of the rendered page would read. Blocks (paragraphs, headings, list items, table cells) are
// separated by
// '\n'; inside a block there is none: a single newline in the source is a space. So '\n' is a wall that no grammar
// crosses.
//
// `folded` has the same length and the same offsets: ASCII and Latin letters in lower case, every white space but the
// walls (tabs, no-break and thin spaces, byte by byte) as ' '. Quotation marks, dashes and apostrophes stay as they
// were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/span.hpp"

namespace claimcheck::text {

/// How a stretch of plain text arose. Pieces are sorted by `plain`, cover it without gaps, and map monotonically.
enum class PieceKind : std::uint8_t {
  verbatim,  ///< the same bytes as the source, but for white space that is rendered as a space
  decoded,   ///< an entity or escape: the whole piece stands for the whole source stretch
  synthetic, ///< a wall or space that stands nowhere in the source (source_size may still cover the markup it stands
             ///< for)
};

struct Piece {
  std::uint32_t plain = 0;
  std::uint32_t plain_size = 0;
  std::uint32_t source = 0;
  std::uint32_t source_size = 0;
  PieceKind kind = PieceKind::verbatim;
};

enum class RegionKind : std::uint8_t {
  headline,
  dateline,
  body,
  heading,
  caption,
  block_quote,
  list_item,
  table_cell,
  table_header,
  code,
  front_matter,
  byline,
  boilerplate,
};
std::string_view name_of(RegionKind kind);
/// Whether the article says these words: listings and metadata state nothing.
constexpr bool is_text(RegionKind kind) { return kind != RegionKind::code && kind != RegionKind::front_matter; }

/// One block of the text. Regions are sorted, do not overlap, and cover all of `plain` but the walls.
struct Region {
  Span span;
  RegionKind kind = RegionKind::body;
  std::uint8_t heading_level = 0;    ///< 1..6 for headings
  std::uint16_t quote_depth = 0;     ///< block quotes around it
  std::uint32_t list = 0xffffffff;   ///< which list a list item belongs to, counted over the document
  std::uint32_t item = 0xffffffff;   ///< which item of all lists: it may hold several blocks, and code cuts it in parts
  std::uint32_t table = 0xffffffff;  ///< which table a cell belongs to
  std::uint16_t row = 0, column = 0; ///< of a cell, from 0; header cells count as row 0 where the header is a row
};

/// An HTML comment: not part of the text, but suppressions are written in it.
struct Comment {
  Span source;             ///< source bytes, the marks `<!--` and `-->` included
  std::uint32_t plain = 0; ///< where in the plain text it stands
};

/// What the source says about itself besides its text: front matter, HTML metadata, JSON-LD.
struct Metadata {
  std::string date; ///< as written; resolve reads it
  std::string title;
  std::string author;
  std::string site;
};

enum class Format : std::uint8_t { plain, markdown, html };
std::optional<Format> format_named(std::string_view name);

struct LineColumn {
  std::uint32_t line = 1;   ///< from 1
  std::uint32_t column = 1; ///< from 1, in Unicode code points of the source line
};

class Document {
 public:
  std::string source; ///< the file's bytes, BOM included
  std::string plain;
  std::string folded;
  std::vector<Piece> pieces;
  std::vector<Region> regions;
  std::vector<Span> sentences;   ///< sorted; filled by `segment`; none crosses a region, none in listings and metadata
  std::vector<Comment> comments; ///< sorted
  Metadata metadata;
  Format format = Format::plain;

  std::string_view text(Span span) const { return std::string_view(plain).substr(span.begin, span.size()); }
  std::string_view folded_text(Span span) const { return std::string_view(folded).substr(span.begin, span.size()); }

  /// The hull of the source bytes that a stretch of plain text came from.
  Span to_source(Span plain_span) const;
  /// The source stretches one by one: `**35**,000` has two.
  std::vector<Span> source_pieces(Span plain_span) const;
  /// Line and column of a source offset, in constant time. The table of line starts is made on first use, so that two
  /// threads must not ask one document at once. A byte order mark takes no column; "\r\n", "\n" and a lone "\r" end a
  /// line.
  LineColumn position(std::uint32_t source_offset) const;

  /// Index of the region, sentence that holds the offset; 0xffffffff when none does.
  std::uint32_t region_at(std::uint32_t plain_offset) const;
  std::uint32_t sentence_at(std::uint32_t plain_offset) const;
  /// The run of consecutive regions that make one table, etc., is found through Region::table and Region::list.

 private:
  mutable std::vector<std::uint32_t> line_starts_;
  mutable std::vector<std::uint32_t> code_points_; ///< before each 1024th byte: columns in a line of 50 MB stay cheap
};

/// Makes `folded` from `plain`. Called by the readers. About 10 GB/s on ASCII.
std::string fold(std::string_view plain);

/// The reader for each format. Reading cannot fail: no text is an error in itself (other encodings are refused before,
/// see encoding.hpp; bytes that are not UTF-8 would pass through as they are). `source` must be shorter than 4 GiB.
/// `headline_bytes`, where given, is how far the headline reaches into the source.
Document read_plain(std::string source, std::optional<std::uint32_t> headline_bytes = {});
Document read_markdown(std::string source, std::optional<std::uint32_t> headline_bytes = {});
Document read_html(std::string source, std::optional<std::uint32_t> headline_bytes = {});
Document read(std::string source, Format format, std::optional<std::uint32_t> headline_bytes = {});

/// Splits every region into sentences, replacing those that were there. A boundary never falls inside one of
/// `unbreakable` (the claims: "Oct. 4", "5 p.m. Tuesday"), which are sorted.
void segment(Document& document, std::vector<Span> const& unbreakable);

} // namespace claimcheck::text
