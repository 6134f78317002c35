// What holds for every document, whatever was read. Used by the tables, the properties and (as a plain function) by the
// fuzzer.
#pragma once

#include <optional>
#include <string>

#include "text/document.hpp"
#include "text/encoding.hpp"

namespace claimcheck::text {

/// The first promise of document.hpp that `d` breaks; nothing when it keeps them all.
inline std::optional<std::string> broken_promise(Document const& d) {
  auto const at = [](char const* what, std::size_t i) { return std::string(what) + " at " + std::to_string(i); };
  if (d.folded.size() != d.plain.size()) return "fold changed the length";
  for (std::size_t i = 0; i < d.plain.size(); ++i) {
    if ((d.plain[i] == '\n') != (d.folded[i] == '\n')) return at("fold moved a wall", i);
  }
  // Pieces: no gap, in range, monotone, and the source renders to the plain text.
  std::uint32_t plain = 0, source = 0;
  for (std::size_t i = 0; i < d.pieces.size(); ++i) {
    Piece const& p = d.pieces[i];
    if (p.plain != plain || p.plain_size == 0) return at("gap or empty piece", i);
    if (p.source < source) return at("map goes back", i);
    if (p.source + p.source_size > d.source.size()) return at("piece out of the source", i);
    plain += p.plain_size;
    source = p.source + p.source_size;
    if (p.kind == PieceKind::verbatim) {
      if (p.plain_size != p.source_size) return at("verbatim piece of two sizes", i);
      for (std::uint32_t k = 0; k < p.plain_size; ++k) {
        char const s = d.source[p.source + k], t = d.plain[p.plain + k];
        bool const blank = s == ' ' || (s >= '\t' && s <= '\r') || static_cast<unsigned char>(s) >= 0x80;
        if (s != t && !(t == ' ' && blank)) return at("verbatim piece differs", i);
      }
    } else if (p.kind == PieceKind::synthetic) {
      std::string_view const text = std::string_view(d.plain).substr(p.plain, p.plain_size);
      if (text != "\n" && text != " ") return at("synthetic piece is no wall or space", i);
    }
  }
  if (plain != d.plain.size()) return "pieces do not cover the plain text";
  // Regions: sorted, disjoint, all but the walls.
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < d.regions.size(); ++i) {
    Span const s = d.regions[i].span;
    if (s.empty() || s.end > d.plain.size()) return at("empty region or out of range", i);
    bool const wall = s.begin > 0 && d.plain[s.begin - 1] == '\n';
    if (i == 0 ? s.begin != 0 : s.begin != end + wall) return at("regions leave a gap", i);
    if (d.text(s).find('\n') != std::string_view::npos) return at("wall inside a region", i);
    if (d.text(s).front() == ' ' && wall && d.regions[i].kind != RegionKind::code)
      return at("block begins with a space", i);
    end = s.end;
  }
  if (end != d.plain.size()) return "regions do not reach the end";
  // Sentences: sorted, each in one region, between them nothing but spaces and what is no text (listings, metadata).
  std::uint32_t previous = 0;
  for (std::size_t i = 0; i < d.sentences.size(); ++i) {
    Span const s = d.sentences[i];
    if (s.empty() || s.begin < previous) return at("sentences overlap", i);
    auto const region = d.region_at(s.begin);
    if (region == 0xffffffff || !d.regions[region].span.contains(s)) return at("sentence crosses a region", i);
    if (!is_text(d.regions[region].kind)) return at("sentence in a listing", i);
    for (std::uint32_t k = previous; k < s.begin; ++k) {
      if (d.folded[k] != ' ' && d.folded[k] != '\n' && is_text(d.regions[d.region_at(k)].kind))
        return at("text between sentences", i);
    }
    previous = s.end;
  }
  if (valid_utf8_prefix(d.source) == d.source.size() && valid_utf8_prefix(d.plain) != d.plain.size())
    return "plain text is not UTF-8";
  std::uint32_t last = 0;
  for (Comment const& c : d.comments) {
    if (c.source.begin < last || c.source.end > d.source.size() || c.plain > d.plain.size())
      return "comment out of range";
    last = c.source.end;
  }
  return std::nullopt;
}

} // namespace claimcheck::text
