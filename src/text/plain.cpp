// Plain text: blank lines part blocks, single newlines are spaces.
//
// Copy comes in three shapes and often mixes them: paragraphs parted by blank lines; hard-wrapped lines where an indent
// begins a paragraph (wire services); one paragraph a line without blank lines. So a newline is a space unless the
// lines around it say otherwise: an indent, a bullet, a last line that had room for the next word and ends a sentence,
// lists of short lines.
#include <algorithm>
#include <cstring>

#include "text/builder.hpp"
#include "text/encoding.hpp"
#include "text/page.hpp"
#include "text/pipe_table.hpp"
#include "text/sentence.hpp"

namespace claimcheck::text {
namespace {

constexpr std::size_t narrowest_wrap = 40; // a text is wrapped at 40 to 120 columns or not at all
constexpr std::size_t widest_wrap = 120;

struct Line {
  std::uint32_t begin = 0; ///< of the text, indent excluded
  std::uint32_t end = 0;
  std::uint32_t next = 0;   ///< past the line's terminator
  std::uint32_t indent = 0; ///< columns, a tab reaching to the next multiple of eight
  bool page_break = false;  ///< ended by a form feed or paragraph separator
  std::uint32_t size() const { return end - begin; }
  bool blank() const { return begin == end; }
};

/// Reads line after line. Rare line ends (a lone CR, form feed, U+2028 ...) are looked for only in texts that have
/// them.
class Lines {
 public:
  Lines(std::string_view text, std::size_t begin)
      : text_(text), at_(begin),
        rare_(lone_return(text) || text.find('\f') != none || text.find('\v') != none ||
              text.find("\x80\xA8") != none || text.find("\x80\xA9") != none || text.find("\xC2\x85") != none) {}

  bool next(Line& line) {
    if (at_ >= text_.size()) return false;
    std::size_t const begin = at_;
    std::size_t end = 0, terminator = 0;
    line.page_break = false;
    if (rare_) {
      for (end = begin; end < text_.size() && (terminator = terminator_at(end, line.page_break)) == 0;) ++end;
    } else {
      end = std::min(text_.find('\n', begin), text_.size());
      terminator = end < text_.size() ? 1 : 0;
    }
    at_ = end + terminator;
    line.next = static_cast<std::uint32_t>(at_);
    measure(begin, end, line);
    return true;
  }

 private:
  static constexpr std::size_t none = std::string_view::npos;

  static bool lone_return(std::string_view text) {
    for (std::size_t at = 0; (at = text.find('\r', at)) != std::string_view::npos; ++at) {
      if (at + 1 == text.size() || text[at + 1] != '\n') return true;
    }
    return false;
  }

  std::size_t terminator_at(std::size_t at, bool& page_break) const {
    switch (text_[at]) {
    case '\n':
    case '\v':
      return 1;
    case '\f':
      page_break = true;
      return 1;
    case '\r':
      return at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1;
    case '\xC2':
      return text_.substr(at, 2) == "\xC2\x85" ? 2 : 0;
    case '\xE2':
      if (text_.substr(at, 3) == "\xE2\x80\xA8") return 3;
      if (text_.substr(at, 3) != "\xE2\x80\xA9") return 0;
      page_break = true;
      return 3;
    default:
      return 0;
    }
  }

  void measure(std::size_t begin, std::size_t end, Line& line) const {
    line.indent = 0;
    for (; begin < end; ++begin) {
      if (text_[begin] == ' ') {
        ++line.indent;
      } else if (text_[begin] == '\t') {
        line.indent = line.indent / 8 * 8 + 8;
      } else if (std::size_t const wide = white_space_at(text_, begin); wide > 0 && text_[begin] != '\r') {
        ++line.indent;
        begin += wide - 1;
      } else {
        break;
      }
    }
    while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\t' || text_[end - 1] == '\r')) --end;
    line.begin = static_cast<std::uint32_t>(begin);
    line.end = static_cast<std::uint32_t>(end);
  }

  std::string_view text_;
  std::size_t at_;
  bool rare_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_lower(static_cast<char>(c | 0x20)); }

/// Length of a list item's mark with the space after it: "- ", "* ", "• ", "3. ", "3) "; 0 when the line has none.
struct Mark {
  std::size_t size = 0;
  std::uint32_t number = 0; ///< of a numbered item
};

Mark list_mark(std::string_view line) {
  std::size_t bullet = 0;
  for (std::string_view const sign :
       {"-", "*", "+", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xC2\xB7"}) { // • ‣ ◦ ▪ ·
    if (line.starts_with(sign)) bullet = sign.size();
  }
  std::uint32_t number = 0;
  if (bullet == 0) {
    while (bullet < line.size() && bullet < 2 && is_digit(line[bullet]))
      number = number * 10 + static_cast<std::uint32_t>(line[bullet++] - '0');
    if (bullet == 0 || bullet == line.size() || (line[bullet] != '.' && line[bullet] != ')')) return {};
    ++bullet;
  }
  std::size_t size = bullet;
  while (size < line.size() && (line[size] == ' ' || line[size] == '\t')) ++size;
  if (size == bullet || size == line.size()) return {};
  return {size, number};
}

/// "## Heading", as in Markdown: reporters paste such lines too; 0 for other lines.
std::size_t heading_level(std::string_view line) {
  std::size_t const level = line.find_first_not_of('#');
  if (level == 0 || level == std::string_view::npos || level > 6 || line[level] != ' ') return 0;
  return line.find_first_not_of("# \t") == std::string_view::npos ? 0 : level;
}

/// The lines between two blank lines, and what they have in common.
struct Chunk {
  std::vector<Line> lines;
  std::size_t width = 0;     ///< of the longest line
  bool listy = false;        ///< several short lines that all begin with a capital or a figure: each stands for itself
  bool indents_part = false; ///< few lines are indented: each of them begins a paragraph
  bool wrapped() const { return width >= narrowest_wrap && width <= widest_wrap; }
};

/// Of rows and columns: tables beyond are cut short, not wrapped round.
constexpr std::uint16_t last_cell = 0xffff;

std::size_t first_word(std::string_view line) { return std::min(line.find(' '), line.size()); }

class Reader {
 public:
  Reader(std::string source, std::optional<std::uint32_t> headline_bytes)
      : builder_(std::move(source), Format::plain), headline_bytes_(headline_bytes), words_(Words::english()) {}

  Document read() {
    std::string_view const source = builder_.source();
    Lines lines(source, byte_order_mark(source));
    Chunk chunk;
    Line line;
    while (lines.next(line)) {
      if (!line.blank()) {
        chunk.lines.push_back(line);
        chunk.width = std::max<std::size_t>(chunk.width, line.size());
      }
      // The headline's end parts blocks like a blank line.
      bool const headline_ends = headline_bytes_ && line.begin < *headline_bytes_ && line.next >= *headline_bytes_;
      if (line.blank() || line.page_break || headline_ends) write(chunk);
    }
    write(chunk);
    PageOptions options;
    options.headline_bytes = headline_bytes_;
    options.guess_headline = first_may_be_headline_.value_or(false);
    Document document = builder_.finish();
    mark_page_parts(document, options);
    return document;
  }

 private:
  std::string_view text(Line const& line) const { return builder_.source().substr(line.begin, line.size()); }

  /// The line could not have taken the next line's first word too: its newline was set by a wrapping program.
  bool full(Line const& line, Line const& next, std::size_t width) const {
    return line.size() + 1 + first_word(text(next)) > width;
  }

  void write(Chunk& chunk) {
    if (!chunk.lines.empty()) {
      judge(chunk);
      // The first line stands apart: before a blank line, or before a paragraph that is one long line.
      if (!first_may_be_headline_) first_may_be_headline_ = chunk.lines.size() == 1 || chunk.width > widest_wrap;
      Line const* before = nullptr;
      for (std::size_t i = 0; i < chunk.lines.size(); ++i) {
        if (std::size_t const rows = table_rows(chunk, i); rows > 0) {
          write_table(chunk, i, rows);
          i += rows - 1;
          before = nullptr;
          continue;
        }
        write(chunk, before, chunk.lines[i]);
        before = &chunk.lines[i];
      }
      builder_.close();
    }
    chunk.lines.clear();
    chunk.width = 0;
  }

  /// How many lines from the `first` on make a table drawn with pipes, its delimiter row included; 0 when it begins
  /// none.
  std::size_t table_rows(Chunk const& chunk, std::size_t first) const {
    if (first + 1 >= chunk.lines.size()) return 0;
    std::size_t const columns = delimiter_cells(text(chunk.lines[first + 1]));
    if (columns == 0 || pipe_cells(text(chunk.lines[first])).size() != columns) return 0;
    std::size_t end = first + 2;
    while (end < chunk.lines.size() && text(chunk.lines[end]).find('|') != std::string_view::npos) ++end;
    return end - first;
  }

  void write_table(Chunk const& chunk, std::size_t first, std::size_t rows) {
    Region region;
    region.table = tables_++;
    for (std::size_t i = 0; i < rows; ++i) {
      if (i == 1) continue; // the delimiter row
      Line const& line = chunk.lines[first + i];
      region.kind = i == 0 ? RegionKind::table_header : RegionKind::table_cell;
      region.row = static_cast<std::uint16_t>(std::min<std::size_t>(i == 0 ? 0 : i - 1, last_cell));
      region.column = 0;
      for (Span const cell : pipe_cells(text(line))) {
        builder_.open(region);
        builder_.text(line.begin + cell.begin, cell.size());
        if (region.column < last_cell) ++region.column;
      }
    }
    builder_.open({});
  }

  void judge(Chunk& chunk) const {
    std::size_t full_lines = 0, indented = 0;
    for (Line const& line : chunk.lines) indented += line.indent >= 2;
    chunk.indents_part = indented * 2 <= chunk.lines.size();
    chunk.listy = chunk.lines.size() >= 3 && chunk.width <= widest_wrap;
    for (std::size_t i = 0; chunk.listy && i < chunk.lines.size(); ++i) {
      if (is_lower(text(chunk.lines[i])[0])) chunk.listy = false;
      if (chunk.wrapped() && i + 1 < chunk.lines.size() && full(chunk.lines[i], chunk.lines[i + 1], chunk.width))
        ++full_lines;
    }
    if (full_lines > chunk.lines.size() / 3) chunk.listy = false;
  }

  /// The line begins a block of its own.
  bool parts(Chunk const& chunk, Line const& before, Line const& line, Mark mark) const {
    std::string_view const previous = text(before), current = text(line);
    if (mark.size > 0) {
      bool const list_open = builder_.region().kind == RegionKind::list_item;
      bool const introduced = previous.ends_with(':') || chunk.lines.size() == 1;
      bool const sign =
          mark.number == 0 && static_cast<unsigned char>(current[0]) >= 0x80; // "•" begins nothing but items
      if (sign || list_open || introduced) return true;
    }
    if (builder_.region().kind == RegionKind::list_item)
      return line.indent == 0 && before.indent == 0 && ends_sentence(before, line);
    if (is_lower(current[0])) return false;
    if (line.indent >= 2 && chunk.indents_part) return true;
    char const last = previous.back();
    if (last == ',' || last == ';' || last == '(' || last == '-' || last == '&') return false;
    bool const is_full = chunk.wrapped() && full(before, line, chunk.width);
    if (is_full) return false;
    if (chunk.listy || ends_sentence(before, line)) return true;
    // A headline glued to a paragraph that is one long line.
    return chunk.width > widest_wrap && before.size() < widest_wrap && line.size() > widest_wrap;
  }

  /// The last stop of a line ends a sentence, seen with the line after it.
  bool ends_sentence(Line const& before, Line const& line) const {
    std::string_view const source = builder_.source();
    std::size_t at = before.end;
    while (at > before.begin && at + 12 > before.end &&
           std::string_view(".!?").find(source[at - 1]) == std::string_view::npos)
      --at;
    if (at == before.begin || at + 12 <= before.end) return source[before.end - 1] == ':';
    while (at - 1 > before.begin && std::string_view(".!?").find(source[at - 2]) != std::string_view::npos) --at;
    Stop const stop =
        sentence_end(source, before.begin, at - 1, std::min<std::size_t>(line.end, line.begin + 200), words_);
    return stop.boundary && stop.end >= before.end;
  }

  void write(Chunk const& chunk, Line const* before, Line const& line) {
    std::string_view const current = text(line);
    Mark const mark = list_mark(current);
    bool const numbered_in_turn = mark.number == 0 || mark.number == 1 || mark.number == last_number_ + 1;
    Mark const usable = numbered_in_turn ? mark : Mark{};
    std::size_t skip = 0;
    if (before == nullptr || parts(chunk, *before, line, usable)) {
      Region region;
      if (std::size_t const level = chunk.lines.size() == 1 ? heading_level(current) : 0; level > 0) {
        bool const headline = level == 1 && !heading_seen_;
        heading_seen_ = true;
        region.kind = headline ? RegionKind::headline : RegionKind::heading;
        region.heading_level = static_cast<std::uint8_t>(level);
        skip = current.find_first_not_of("# \t");
      } else if (usable.size > 0) {
        region.kind = RegionKind::list_item;
        region.list = list_of_item(line.indent);
        region.item = items_++;
        last_number_ = usable.number;
        skip = usable.size;
      }
      builder_.open(region);
    } else {
      join(*before, line);
    }
    builder_.text(line.begin + static_cast<std::uint32_t>(skip), line.size() - static_cast<std::uint32_t>(skip));
  }

  /// The list that an item with this indentation belongs to: a deeper one begins a list inside the item before.
  std::uint32_t list_of_item(std::uint32_t indent) {
    if (builder_.region().kind != RegionKind::list_item) open_lists_.clear();
    while (!open_lists_.empty() && indent < open_lists_.back().indent) open_lists_.pop_back();
    if (open_lists_.empty() || indent > open_lists_.back().indent + 1) open_lists_.push_back({indent, lists_++});
    return open_lists_.back().list;
  }

  /// The newline between two lines of a block: a space, but "20-" and "year-old" were one word before they were
  /// wrapped.
  void join(Line const& before, Line const& line) {
    std::string_view const previous = text(before), current = text(line);
    bool const hyphen =
        previous.size() >= 2 && previous.back() == '-' && is_alphanumeric(previous[previous.size() - 2]);
    std::string_view const word = current.substr(0, first_word(current));
    bool const hanging = word == "and" || word == "or" || word == "to"; // "pre- and post-war"
    if (hyphen && !hanging && (is_lower(current[0]) || is_digit(current[0]))) return;
    builder_.space(before.end);
  }

  Builder builder_;
  std::optional<std::uint32_t> headline_bytes_;
  Words const& words_;
  struct OpenList {
    std::uint32_t indent, list;
  };
  std::vector<OpenList> open_lists_;
  std::uint32_t lists_ = 0, items_ = 0, tables_ = 0;
  std::uint32_t last_number_ = 0;
  std::optional<bool> first_may_be_headline_;
  bool heading_seen_ = false;
};

} // namespace

Document read_plain(std::string source, std::optional<std::uint32_t> headline_bytes) {
  return Reader(std::move(source), headline_bytes).read();
}

} // namespace claimcheck::text
