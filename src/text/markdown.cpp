// Markdown by md4c, whose callbacks hand back pointers into the source: the map costs nothing and is exact.
#include <algorithm>
#include <md4c.h>
#include <vector>

#include "text/builder.hpp"
#include "text/encoding.hpp"
#include "text/entities.hpp"
#include "text/front_matter.hpp"
#include "text/html_elements.hpp"
#include "text/html_tokens.hpp"
#include "text/page.hpp"

namespace claimcheck::text {
namespace {

constexpr std::uint16_t last_number = 0xffff;

/// md4c follows CommonMark 0.30, where a comment inside a paragraph may not hold "--" and is shown as text; HTML and
/// CommonMark 0.31 allow it, and sign-offs have it in front of their reason. A copy of the source, byte for byte as
/// long, with those dashes masked in sign-offs; empty when there are none.
std::string with_masked_comments(std::string_view source) {
  std::string out;
  constexpr std::string_view opening = "<!--", name = "claimcheck:", closing = "-->";
  for (std::size_t at = source.find(opening); at != std::string_view::npos; at = source.find(opening, at)) {
    at += opening.size();
    std::size_t const body = source.find_first_not_of(" \t\r\n", at);
    if (body == std::string_view::npos || source.compare(body, name.size(), name) != 0) continue;
    std::size_t const end = source.find(closing, body);
    if (end == std::string_view::npos) break;
    for (std::size_t dash = source.find("--", body); dash < end; dash = source.find("--", dash + 2)) {
      if (out.empty()) out = source;
      out[dash] = out[dash + 1] = '=';
    }
    at = end;
  }
  return out;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string source, std::optional<std::uint32_t> headline_bytes, bool tables)
      : builder_(std::move(source), Format::markdown), headline_bytes_(headline_bytes), tables_(tables) {}

  /// False when the text is a trap for the table extension: read it again without.
  bool parse() {
    std::string_view const source = builder_.source();
    auto const begin = static_cast<std::uint32_t>(byte_order_mark(source));
    FrontMatter const front = front_matter_at(source, begin);
    read_front(front);
    MD_PARSER parser{};
    parser.flags = (MD_DIALECT_GITHUB & ~static_cast<unsigned>(tables_ ? 0 : MD_FLAG_TABLES));
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->enter(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->text(type, text, size);
    };
    masked_ = with_masked_comments(source);
    parsed_ = masked_.empty() ? source : std::string_view(masked_);
    return md_parse(parsed_.data() + front.next, static_cast<MD_SIZE>(parsed_.size() - front.next), &parser, this) == 0;
  }

  std::string take_source() { return std::move(builder_.document().source); }

  Document finish() {
    Document document = builder_.finish();
    PageOptions options;
    options.headline_bytes = headline_bytes_;
    mark_page_parts(document, options);
    return document;
  }

 private:
  void read_front(FrontMatter const& front) {
    std::string_view const source = builder_.source();
    builder_.document().metadata = read_front_matter(source.substr(front.begin, front.end - front.begin));
    Region region;
    region.kind = RegionKind::front_matter;
    for (std::uint32_t at = front.begin; at < front.end;) {
      auto const end = static_cast<std::uint32_t>(std::min<std::size_t>(source.find('\n', at), front.end));
      builder_.open(region);
      builder_.text(at, end - at);
      at = end + 1;
    }
    builder_.close();
  }

  // --- blocks ---

  int enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
    case MD_BLOCK_QUOTE:
      ++quote_depth_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.push_back(next_list_++);
      break;
    case MD_BLOCK_LI:
      items_.push_back(next_item_++);
      [[fallthrough]];
    case MD_BLOCK_P:
      open(prose_kind());
      break;
    case MD_BLOCK_H: {
      auto const level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
      bool const headline = level == 1 && !heading_seen_;
      heading_seen_ = true;
      open(headline ? RegionKind::headline : RegionKind::heading, static_cast<std::uint8_t>(level));
      break;
    }
    case MD_BLOCK_CODE:
      open(RegionKind::code);
      break;
    case MD_BLOCK_HTML:
      html_begin_ = html_end_ = 0;
      html_block_ = true;
      open(prose_kind());
      break;
    case MD_BLOCK_TABLE:
      ++next_table_, row_ = 0;
      break;
    case MD_BLOCK_TR:
      column_ = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      // md4c fills up short rows, so that a wide header over many short rows makes cells without end. No honest table
      // has more cells than the text has bytes.
      if (++cells_ > builder_.source().size()) return 1;
      open(type == MD_BLOCK_TH ? RegionKind::table_header : RegionKind::table_cell);
      break;
    default:
      break;
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
      --quote_depth_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      break;
    case MD_BLOCK_LI:
      items_.pop_back();
      break;
    case MD_BLOCK_TR:
      ++row_;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      ++column_;
      break;
    case MD_BLOCK_HTML:
      html_block_ = false;
      raw_html(html_begin_, html_end_);
      break;
    default:
      break;
    }
    builder_.close();
    return 0;
  }

  RegionKind prose_kind() const {
    if (!lists_.empty()) return RegionKind::list_item;
    return quote_depth_ > 0 ? RegionKind::block_quote : RegionKind::body;
  }

  void open(RegionKind kind, std::uint8_t heading_level = 0) {
    region_ = {};
    region_.kind = kind;
    region_.heading_level = heading_level;
    region_.quote_depth = static_cast<std::uint16_t>(std::min<std::uint32_t>(quote_depth_, last_number));
    if (!lists_.empty()) region_.list = lists_.back();
    if (!items_.empty()) region_.item = items_.back();
    if (kind == RegionKind::table_cell || kind == RegionKind::table_header) {
      region_.table = next_table_ - 1;
      region_.row = static_cast<std::uint16_t>(std::min<std::uint32_t>(row_, last_number));
      region_.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(column_, last_number));
    }
    builder_.open(region_);
  }

  // --- spans ---

  int enter(MD_SPANTYPE type) {
    bool const in_cell =
        region_.kind == RegionKind::table_cell || region_.kind == RegionKind::table_header; // a figure all the same
    if (type == MD_SPAN_CODE && !in_cell) change(RegionKind::code);
    if (type == MD_SPAN_IMG && images_++ == 0) change(RegionKind::caption);
    if (type == MD_SPAN_DEL) ++deleted_;
    return 0;
  }

  int leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_DEL) --deleted_;
    if (type == MD_SPAN_IMG && --images_ > 0) return 0;
    if (type == MD_SPAN_CODE || type == MD_SPAN_IMG) change(images_ > 0 ? RegionKind::caption : region_.kind);
    return 0;
  }

  void change(RegionKind kind) {
    Region region = region_;
    region.kind = kind;
    builder_.change(region);
  }

  // --- text ---

  int text(MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size) {
    std::string_view const source = builder_.source();
    bool const ours = text >= parsed_.data() && text + size <= parsed_.data() + parsed_.size();
    auto const offset = ours ? static_cast<std::uint32_t>(text - parsed_.data()) : 0;
    if (ours) reached_ = offset + size;
    if (deleted_ > 0) return 0; // struck out: no longer stated
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      line_break();
      break;
    case MD_TEXT_ENTITY:
      if (Entity const entity = entity_at(source.substr(0, reached_), offset); entity.size == size) {
        builder_.decoded(entity.text, offset, size);
      } else {
        builder_.text(offset, size);
      }
      break;
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      code(text, size, ours, offset);
      break;
    case MD_TEXT_HTML:
      html(ours, offset, size);
      break;
    case MD_TEXT_NULLCHAR:
      break; // refused by encoding_fault; nothing to show
    case MD_TEXT_NORMAL:
      if (!ours) break;
      if (raised_) {
        raised_ = false;
        bool const digits =
            size > 0 && *text >= '0' && *text <= '9' && builder_.last() >= '0' && builder_.last() <= '9';
        if (digits) builder_.synthetic_space(offset); // "35,000<sup>2</sup>"
      }
      builder_.text(offset, size);
      break;
    }
    return 0;
  }

  /// md4c does not say where the newline stands: it is the next one after what has been read.
  void line_break() {
    std::size_t const at = builder_.source().find_first_of("\r\n", reached_);
    if (at == std::string_view::npos) return;
    builder_.space(static_cast<std::uint32_t>(at));
    reached_ = static_cast<std::uint32_t>(at);
  }

  void code(MD_CHAR const* text, MD_SIZE size, bool ours, std::uint32_t offset) {
    bool const line_end = size == 1 && *text == '\n';
    if (line_end) return builder_.open(region_); // every line of a listing is a block
    if (!ours) return;                           // indentation that md4c made up for a tab
    bool const blank = builder_.source().substr(offset, size).find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (blank && !builder_.started()) return;
    if (std::string_view(text, size).find_first_of("\r\n") != std::string_view::npos)
      return builder_.text(offset, size);
    builder_.verbatim(offset, size);
  }

  /// Raw HTML: inline tags one by one; a block comes line by line and is read as a whole when it ends.
  void html(bool ours, std::uint32_t offset, MD_SIZE size) {
    if (!ours) return;
    if (html_block_) {
      if (html_begin_ == html_end_) html_begin_ = offset;
      html_end_ = offset + size;
      return;
    }
    raw_html(offset, offset + size);
  }

  void raw_html(std::uint32_t begin, std::uint32_t end) {
    HtmlTokenizer tokens(builder_.source(), begin, end);
    HtmlToken token;
    while (tokens.next(token)) {
      Element const element = token.name.empty() ? Element::inline_ : element_named(token.name);
      if (token.kind == HtmlTokenKind::comment) builder_.comment(token.begin, token.end - token.begin);
      if (token.kind == HtmlTokenKind::text) builder_.text(token.begin, token.end - token.begin);
      if (token.kind == HtmlTokenKind::start_tag && element == Element::raw) tokens.raw_content(token.name);
      raised_ = raised_ || (token.kind == HtmlTokenKind::start_tag && element == Element::superscript);
      if (element == Element::line_break) builder_.decoded(" ", token.begin, token.end - token.begin);
      if (is_block(element)) builder_.open(region_);
    }
  }

  Builder builder_;
  std::string masked_;      ///< see with_masked_comments
  std::string_view parsed_; ///< what md4c reads: the source, or its masked copy
  std::optional<std::uint32_t> headline_bytes_;
  bool tables_;
  Region region_;
  std::vector<std::uint32_t> lists_, items_; ///< open ones
  std::uint32_t next_list_ = 0, next_item_ = 0, next_table_ = 0;
  std::uint32_t row_ = 0, column_ = 0;
  std::uint32_t quote_depth_ = 0;
  std::uint32_t html_begin_ = 0, html_end_ = 0;
  std::uint32_t images_ = 0, deleted_ = 0;
  std::uint32_t reached_ = 0; ///< how far md4c has read
  std::size_t cells_ = 0;
  bool html_block_ = false;
  bool heading_seen_ = false;
  bool raised_ = false;
};

} // namespace

Document read_markdown(std::string source, std::optional<std::uint32_t> headline_bytes) {
  MarkdownReader reader(std::move(source), headline_bytes, /*tables=*/true);
  if (reader.parse()) return reader.finish();
  MarkdownReader again(reader.take_source(), headline_bytes, /*tables=*/false);
  again.parse();
  return again.finish();
}

} // namespace claimcheck::text
