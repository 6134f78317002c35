#include "text/document.hpp"

#include <algorithm>
#include <array>

#include "text/encoding.hpp"

namespace claimcheck::text {
namespace {

constexpr std::uint32_t nowhere = 0xffffffff;
constexpr std::uint32_t column_stride = 1024;

constexpr std::array<std::string_view, 13> region_names = {
    "headline",   "dateline",     "body", "heading",      "caption", "block_quote", "list_item",
    "table_cell", "table_header", "code", "front_matter", "byline",  "boilerplate"};

/// The last of sorted spans that begins at or before `offset`, if it holds it.
template <class T, class SpanOf>
std::uint32_t index_at(std::vector<T> const& sorted, std::uint32_t offset, SpanOf span_of) {
  auto const after = std::upper_bound(sorted.begin(), sorted.end(), offset,
                                      [&](std::uint32_t o, T const& x) { return o < span_of(x).begin; });
  if (after == sorted.begin() || !span_of(*(after - 1)).contains(offset)) return nowhere;
  return static_cast<std::uint32_t>(after - sorted.begin() - 1);
}

bool only_white_space(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// The source bytes of the part of a piece that lies within [begin, end). Pieces that are not verbatim cannot be
/// divided.
Span source_part(Piece const& piece, std::uint32_t begin, std::uint32_t end) {
  if (piece.kind != PieceKind::verbatim) return {piece.source, piece.source + piece.source_size};
  std::uint32_t const from = std::max(begin, piece.plain) - piece.plain;
  std::uint32_t const to = std::min(end, piece.plain + piece.plain_size) - piece.plain;
  return {piece.source + from, piece.source + to};
}

/// The first piece that reaches past `offset`.
std::vector<Piece>::const_iterator piece_at(std::vector<Piece> const& pieces, std::uint32_t offset) {
  return std::upper_bound(pieces.begin(), pieces.end(), offset,
                          [](std::uint32_t o, Piece const& p) { return o < p.plain + p.plain_size; });
}

} // namespace

std::string_view name_of(RegionKind kind) { return region_names[static_cast<std::size_t>(kind)]; }

std::optional<Format> format_named(std::string_view name) {
  if (name == "text" || name == "plain") return Format::plain;
  if (name == "markdown") return Format::markdown;
  if (name == "html") return Format::html;
  return std::nullopt;
}

std::vector<Span> Document::source_pieces(Span plain_span) const {
  std::vector<Span> found;
  if (plain_span.empty()) return found;
  for (auto it = piece_at(pieces, plain_span.begin); it != pieces.end() && it->plain < plain_span.end; ++it) {
    if (it->kind == PieceKind::synthetic) continue;
    Span const part = source_part(*it, plain_span.begin, plain_span.end);
    // White space that was rendered as one space makes no new piece: nobody wants "5\r" and "miles" marked apart.
    if (!found.empty() && (part.begin <= found.back().end || only_white_space(std::string_view(source).substr(
                                                                 found.back().end, part.begin - found.back().end)))) {
      found.back().end = std::max(found.back().end, part.end);
    } else {
      found.push_back(part);
    }
  }
  return found;
}

Span Document::to_source(Span plain_span) const {
  if (pieces.empty()) return {};
  auto const first = piece_at(pieces, plain_span.begin);
  if (first == pieces.end()) {
    std::uint32_t const end = pieces.back().source + pieces.back().source_size;
    return {end, end};
  }
  if (plain_span.empty()) {
    std::uint32_t const at = source_part(*first, plain_span.begin, plain_span.begin).begin;
    return {at, at};
  }
  auto const last = piece_at(pieces, plain_span.end - 1);
  std::uint32_t const end = last == pieces.end() ? pieces.back().source + pieces.back().source_size
                                                 : source_part(*last, plain_span.begin, plain_span.end).end;
  return {source_part(*first, plain_span.begin, plain_span.end).begin, end};
}

LineColumn Document::position(std::uint32_t source_offset) const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      char const c = source[i];
      if (i % column_stride == 0) code_points_.push_back(count);
      count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      if (c == '\n' || (c == '\r' && (i + 1 == source.size() || source[i + 1] != '\n'))) line_starts_.push_back(i + 1);
    }
  }
  std::uint32_t const offset = std::min(source_offset, static_cast<std::uint32_t>(source.size()));
  auto const line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - line_starts_.begin();
  std::uint32_t start = line_starts_[static_cast<std::size_t>(line - 1)];
  if (start == 0) start = std::min(offset, static_cast<std::uint32_t>(byte_order_mark(source)));
  auto const code_points_before = [&](std::uint32_t at) {
    if (code_points_.empty()) return 0u;
    std::uint32_t const mark =
        std::min<std::uint32_t>(at / column_stride, static_cast<std::uint32_t>(code_points_.size() - 1));
    return code_points_[mark] + static_cast<std::uint32_t>(count_code_points(
                                    std::string_view(source).substr(mark * column_stride, at - mark * column_stride)));
  };
  return {static_cast<std::uint32_t>(line), code_points_before(offset) - code_points_before(start) + 1};
}

std::uint32_t Document::region_at(std::uint32_t plain_offset) const {
  return index_at(regions, plain_offset, [](Region const& r) { return r.span; });
}

std::uint32_t Document::sentence_at(std::uint32_t plain_offset) const {
  return index_at(sentences, plain_offset, [](Span s) { return s; });
}

Document read(std::string source, Format format, std::optional<std::uint32_t> headline_bytes) {
  switch (format) {
  case Format::markdown:
    return read_markdown(std::move(source), headline_bytes);
  case Format::html:
    return read_html(std::move(source), headline_bytes);
  case Format::plain:
    break;
  }
  return read_plain(std::move(source), headline_bytes);
}

} // namespace claimcheck::text
