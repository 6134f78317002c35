#include "text/builder.hpp"

#include <algorithm>
#include <array>

namespace claimcheck::text {
namespace {

enum : unsigned char { ordinary = 0, blank = 1, maybe_invisible = 2 };

constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> table{};
  for (char const c : {' ', '\t', '\n', '\v', '\f', '\r'}) table[static_cast<unsigned char>(c)] = blank;
  for (std::size_t const c : {0xC2u, 0xE2u, 0xEFu}) table[c] = maybe_invisible; // U+00AD; U+200B..U+2064; U+FEFF
  return table;
}();

unsigned char class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

/// The next byte that `text` must look at: white space that is no single ' ', or what may begin an invisible character.
std::size_t next_special(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::size_t block = 32; // a constant trip count lets compilers vectorise this at -O2
  while (at + block < end) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) {
      auto const c = static_cast<unsigned char>(text[at + i]);
      auto const next = static_cast<unsigned char>(text[at + i + 1]);
      any |= static_cast<unsigned char>((c < 0x20) | (c == 0xC2) | (c == 0xE2) | (c == 0xEF) |
                                        ((c == ' ') & (next <= ' ')));
    }
    if (any) break;
    at += block;
  }
  for (; at < end; ++at) {
    unsigned char const c = class_of(text[at]);
    if (c == ordinary) continue;
    if (text[at] == ' ' && at + 1 < end && class_of(text[at + 1]) != blank) continue;
    break;
  }
  return at;
}

} // namespace

std::size_t invisible_at(std::string_view text, std::size_t at) {
  std::string_view const rest = text.substr(at);
  if (rest.starts_with("\xC2\xAD")) return 2;
  if (rest.starts_with("\xEF\xBB\xBF")) return 3;
  if (rest.size() < 3 || rest[0] != '\xE2') return 0;
  auto const second = static_cast<unsigned char>(rest[1]), third = static_cast<unsigned char>(rest[2]);
  bool const general = second == 0x80 && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE));
  bool const joiners = second == 0x81 && ((third >= 0xA0 && third <= 0xA4) || (third >= 0xA6 && third <= 0xA9));
  return general || joiners ? 3 : 0;
}

Builder::Builder(std::string source, Format format) {
  document_.source = std::move(source);
  document_.format = format;
  document_.plain.reserve(document_.source.size());
}

void Builder::open(Region const& region) {
  close();
  region_ = region;
}

void Builder::change(Region const& region) {
  if (started_) end_region();
  region_ = region;
  if (started_) region_.span.begin = static_cast<std::uint32_t>(document_.plain.size());
}

void Builder::end_region() {
  region_.span.end = static_cast<std::uint32_t>(document_.plain.size());
  if (!region_.span.empty()) document_.regions.push_back(region_);
}

void Builder::close() {
  if (!started_) return;
  // A block's trailing space: at most one, unless entities or a change of region left more.
  while (!document_.plain.empty() && document_.plain.back() == ' ') {
    document_.plain.pop_back();
    Piece& piece = document_.pieces.back();
    if (piece.kind == PieceKind::verbatim && piece.plain_size > 1) {
      --piece.plain_size, --piece.source_size;
    } else if (piece.plain_size > 1) {
      --piece.plain_size;
    } else {
      document_.pieces.pop_back();
    }
    auto& regions = document_.regions;
    if (!regions.empty() && regions.back().span.end > document_.plain.size()) {
      regions.back().span.end = static_cast<std::uint32_t>(document_.plain.size());
      if (regions.back().span.empty()) regions.pop_back();
    }
    region_.span.begin = std::min(region_.span.begin, static_cast<std::uint32_t>(document_.plain.size()));
  }
  end_region();
  started_ = false;
  auto const end = static_cast<std::uint32_t>(document_.plain.size()); // a comment after the space that was taken back
  for (auto it = document_.comments.rbegin(); it != document_.comments.rend() && it->plain > end; ++it) it->plain = end;
}

void Builder::begin_content(std::uint32_t source_offset) {
  if (started_) return;
  auto const at = static_cast<std::uint32_t>(document_.plain.size());
  if (at > 0) {
    document_.plain.push_back('\n');
    document_.pieces.push_back({at, 1, source_end_, source_offset - source_end_, PieceKind::synthetic});
  }
  region_.span.begin = static_cast<std::uint32_t>(document_.plain.size());
  started_ = true;
}

void Builder::add_piece(Piece const& piece) {
  source_end_ = piece.source + piece.source_size;
  if (!document_.pieces.empty()) {
    Piece& last = document_.pieces.back();
    if (last.kind == PieceKind::verbatim && piece.kind == PieceKind::verbatim &&
        last.source + last.source_size == piece.source) {
      last.plain_size += piece.plain_size;
      last.source_size += piece.source_size;
      return;
    }
  }
  document_.pieces.push_back(piece);
}

void Builder::verbatim(std::uint32_t offset, std::uint32_t size) {
  if (size == 0) return;
  begin_content(offset);
  auto const at = static_cast<std::uint32_t>(document_.plain.size());
  document_.plain.append(document_.source, offset, size);
  add_piece({at, size, offset, size, PieceKind::verbatim});
}

void Builder::space(std::uint32_t offset) {
  if (!started_ || last() == ' ') return;
  auto const at = static_cast<std::uint32_t>(document_.plain.size());
  document_.plain.push_back(' ');
  add_piece({at, 1, offset, 1, PieceKind::verbatim});
}

void Builder::synthetic_space(std::uint32_t offset) {
  if (!started_ || last() == ' ') return;
  auto const at = static_cast<std::uint32_t>(document_.plain.size());
  document_.plain.push_back(' ');
  add_piece({at, 1, offset, 0, PieceKind::synthetic});
}

void Builder::text(std::uint32_t offset, std::uint32_t size) {
  std::string_view const all = document_.source;
  std::size_t at = offset;
  std::size_t const end = offset + size;
  while (at < end) {
    std::size_t const stop = next_special(all, at, end);
    if (stop > at && !(all[at] == ' ' && (!started_ || last() == ' '))) {
      verbatim(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop - at));
      at = stop;
    } else if (stop > at) { // a space where there is one already
      ++at;
      continue;
    }
    if (at >= end) break;
    if (class_of(all[at]) == blank) {
      space(static_cast<std::uint32_t>(at));
      while (at < end && class_of(all[at]) == blank) ++at;
      continue;
    }
    std::size_t const invisible = invisible_at(all, at);
    if (invisible == 0) verbatim(static_cast<std::uint32_t>(at), 1);
    at += invisible == 0 ? 1 : invisible;
  }
}

void Builder::decoded(std::string_view plain, std::uint32_t offset, std::uint32_t size) {
  if (plain.empty() || invisible_at(plain, 0) == plain.size()) return;
  if (plain == " " || plain == "\n" || plain == "\t" || plain == "\r") {
    if (!started_ || last() == ' ') return;
    plain = " ";
  }
  begin_content(offset);
  auto const at = static_cast<std::uint32_t>(document_.plain.size());
  document_.plain.append(plain);
  add_piece({at, static_cast<std::uint32_t>(plain.size()), offset, size, PieceKind::decoded});
}

void Builder::comment(std::uint32_t offset, std::uint32_t size) {
  document_.comments.push_back({{offset, offset + size}, static_cast<std::uint32_t>(document_.plain.size())});
}

Document Builder::finish() {
  close();
  document_.folded = fold(document_.plain);
  document_.pieces.shrink_to_fit();
  document_.regions.shrink_to_fit();
  return std::move(document_);
}

} // namespace claimcheck::text
