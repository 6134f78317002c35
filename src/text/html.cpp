// HTML: one pass over the tags with a stack of the open elements that shape the text.
#include <algorithm>
#include <array>
#include <cstring>

#include "text/builder.hpp"
#include "text/entities.hpp"
#include "text/html_elements.hpp"
#include "text/html_metadata.hpp"
#include "text/html_tokens.hpp"
#include "text/page.hpp"

namespace claimcheck::text {
namespace {

constexpr std::size_t deepest = 1000;      // elements nested deeper are read as if they were not there; their text is
constexpr std::size_t most_columns = 1000; // colspan's limit in HTML
constexpr std::uint16_t last_number = 0xffff;

/// Where the next cell of a table goes.
struct Grid {
  std::uint32_t id = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  bool started = false;
  std::vector<std::uint32_t> taken_until; ///< by column: the first row that no cell above reaches into
};

struct Frame {
  Element element = Element::block;
  Region outside; ///< the region to go back to
};

/// The number in an attribute, within [low, high]; `low` when there is none.
std::uint32_t number_in(std::string_view attributes, std::string_view name, std::uint32_t low, std::uint32_t high) {
  auto const value = attribute(attributes, name);
  std::uint32_t number = 0;
  for (char const c : value.value_or("")) {
    if (c < '0' || c > '9' || number > high) break;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return std::clamp(number, low, high);
}

bool has_class(std::string_view classes, std::string_view wanted) {
  for (std::size_t at = 0; (at = classes.find(wanted, at)) != std::string_view::npos; ++at) {
    std::size_t const end = at + wanted.size();
    if ((at == 0 || classes[at - 1] == ' ') && (end == classes.size() || classes[end] == ' ')) return true;
  }
  return false;
}

/// Kinds that pages mark by class names which content systems share.
std::optional<RegionKind> kind_by_class(std::string_view attributes) {
  if (attributes.find("lass") == std::string_view::npos && attributes.find("LASS") == std::string_view::npos)
    return std::nullopt;
  std::string const classes = attribute(attributes, "class").value_or("");
  for (auto const* name :
       {"caption", "wp-caption-text", "photo-caption", "image-caption", "photo-credit", "image-credit"}) {
    if (has_class(classes, name)) return RegionKind::caption;
  }
  for (auto const* name : {"byline", "author-name"}) {
    if (has_class(classes, name)) return RegionKind::byline;
  }
  for (auto const* name : {"advertisement", "ad-label", "related-articles", "share-buttons", "cookie-banner"}) {
    if (has_class(classes, name)) return RegionKind::boilerplate;
  }
  return std::nullopt;
}

bool is_hidden(std::string_view attributes) {
  if (attributes.find("idden") == std::string_view::npos && attributes.find("isplay") == std::string_view::npos)
    return false;
  if (attribute(attributes, "hidden")) return true;
  std::string style = attribute(attributes, "style").value_or("");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

class HtmlReader {
 public:
  HtmlReader(std::string source, std::optional<std::uint32_t> headline_bytes)
      : builder_(std::move(source), Format::html), headline_bytes_(headline_bytes) {
    builder_.open(region_);
  }

  Document read() {
    std::string_view const source = builder_.source();
    has_heading_ = contains_heading(source);
    HtmlTokenizer tokens(source, source.starts_with("\xEF\xBB\xBF") ? 3 : 0, source.size());
    HtmlToken token;
    while (tokens.next(token)) {
      switch (token.kind) {
      case HtmlTokenKind::text:
        text(token.begin, token.end);
        break;
      case HtmlTokenKind::comment:
        builder_.comment(token.begin, token.end - token.begin);
        break;
      case HtmlTokenKind::start_tag:
        start(token, tokens);
        break;
      case HtmlTokenKind::end_tag:
        end(token);
        break;
      case HtmlTokenKind::other:
        break;
      }
    }
    builder_.document().metadata = metadata_.take();
    Document document = builder_.finish();
    PageOptions options;
    options.headline_bytes = headline_bytes_;
    mark_page_parts(document, options);
    return document;
  }

 private:
  static bool contains_heading(std::string_view source) {
    for (std::size_t at = 0; (at = source.find('<', at)) != std::string_view::npos; ++at) {
      if (equal_ignoring_case(source.substr(at, 3), "<h1")) return true;
    }
    return false;
  }

  // --- text ---

  void text(std::size_t begin, std::size_t end) {
    if (!skipped_name_.empty()) return;
    std::string_view const source = builder_.source();
    if (raised_) { // "35,000<sup>2</sup>" is no 350002
      raised_ = false;
      bool const digit = begin < end && source[begin] >= '0' && source[begin] <= '9';
      if (digit && builder_.last() >= '0' && builder_.last() <= '9')
        builder_.synthetic_space(static_cast<std::uint32_t>(begin));
    }
    if (source.find_first_not_of(" \t\r\n\f", begin) < end) line_breaks_ = 0;
    for (std::size_t at = begin; at < end;) {
      auto const* const found = static_cast<char const*>(std::memchr(source.data() + at, '&', end - at));
      std::size_t const stop = found == nullptr ? end : static_cast<std::size_t>(found - source.data());
      run(at, stop);
      at = stop;
      if (at >= end) break;
      Entity const entity = entity_at(source.substr(0, end), at);
      if (entity.size == 0) {
        run(at, at + 1);
        ++at;
      } else {
        builder_.decoded(entity.text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(entity.size));
        at += entity.size;
      }
    }
  }

  /// Text without references.
  void run(std::size_t begin, std::size_t end) {
    auto const offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
    if (region_.kind != RegionKind::code || preformatted_ == 0)
      return builder_.text(offset(begin), offset(end - begin));
    std::string_view const source = builder_.source();
    while (begin < end) { // every line of a listing is a block
      std::size_t const newline = std::min(source.find_first_of("\r\n", begin), end);
      bool const blank = source.find_first_not_of(" \t", begin) >= newline;
      if (!blank || builder_.started()) builder_.verbatim(offset(begin), offset(newline - begin));
      if (newline < end) builder_.open(region_);
      begin = newline + 1;
    }
  }

  // --- structure ---

  void start(HtmlToken const& token, HtmlTokenizer& tokens) {
    Element const element = element_named(token.name);
    if (!skipped_name_.empty() && !forgotten_end(element)) {
      if (equal_ignoring_case(token.name, skipped_name_)) ++skipped_depth_;
      if (element == Element::raw) tokens.raw_content(token.name);
      return;
    }
    switch (element) {
    case Element::inline_:
      if (is_hidden(token.attributes)) skip(token);
      return;
    case Element::void_:
      return;
    case Element::raw:
      return raw(token, tokens);
    case Element::title:
      return title(token, tokens);
    case Element::meta:
      return metadata_.meta(token.attributes);
    case Element::time:
      if (auto const when = attribute(token.attributes, "datetime")) metadata_.time(*when);
      return;
    case Element::skipped:
      return skip(token);
    case Element::superscript:
      raised_ = true;
      return;
    case Element::quotation:
      return builder_.decoded("\xE2\x80\x9C", token.begin, token.end - token.begin);
    case Element::line_break:
      if (++line_breaks_ >= 2) return builder_.open(region_); // how pages without <p> part paragraphs
      return builder_.decoded(" ", token.begin, token.end - token.begin);
    default:
      break;
    }
    if (is_hidden(token.attributes)) return skip(token);
    open(element, token);
  }

  void end(HtmlToken const& token) {
    Element const element = element_named(token.name);
    if (!skipped_name_.empty() && !forgotten_end(element)) {
      if (equal_ignoring_case(token.name, skipped_name_) && --skipped_depth_ == 0) skipped_name_.clear();
      return;
    }
    if (element == Element::quotation) return builder_.decoded("\xE2\x80\x9D", token.begin, token.end - token.begin);
    if (element == Element::superscript) raised_ = false;
    if (!is_block(element) && element != Element::code) return;
    if (too_deep_ > 0 && element != Element::code) {
      --too_deep_;
      return builder_.open(region_);
    }
    close(element);
  }

  /// Passes over everything up to the matching end tag.
  void skip(HtmlToken const& token) {
    if (token.attributes.ends_with('/')) return; // <svg/>
    skipped_name_.assign(token.name);
    std::transform(skipped_name_.begin(), skipped_name_.end(), skipped_name_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    skipped_depth_ = 1;
  }

  /// An inline element that was never closed must not swallow the rest of the page.
  bool forgotten_end(Element element) {
    if (!is_block(element) || (skipped_name_ != "s" && skipped_name_ != "strike")) return false;
    skipped_name_.clear();
    return true;
  }

  void raw(HtmlToken const& token, HtmlTokenizer& tokens) {
    std::string_view const content = tokens.raw_content(token.name);
    if (equal_ignoring_case(token.name, "script") &&
        attribute(token.attributes, "type").value_or("").starts_with("application/ld+json")) {
      metadata_.json_ld(content);
    }
  }

  void title(HtmlToken const& token, HtmlTokenizer& tokens) {
    std::string_view const content = tokens.raw_content(token.name);
    metadata_.title(decode_entities(content, false));
    if (has_heading_ || headline_done_) return;
    Region headline;
    headline.kind = RegionKind::headline;
    builder_.open(headline);
    auto const begin = static_cast<std::size_t>(content.data() - builder_.source().data());
    text(begin, begin + content.size());
    headline_done_ = true;
    builder_.open(region_);
  }

  void open(Element element, HtmlToken const& token) {
    if (element == Element::rule) {
      close_paragraph();
      return builder_.open(region_);
    }
    if (element == Element::code) {
      if (frames_.size() < deepest) {
        push(element);
        bool const in_cell =
            region_.kind == RegionKind::table_cell || region_.kind == RegionKind::table_header; // a figure all the same
        if (!in_cell) region_.kind = RegionKind::code;
        builder_.change(region_);
      }
      return;
    }
    close_implied(element);
    if (frames_.size() >= deepest) {
      ++too_deep_;
      return builder_.open(region_);
    }
    push(element);
    shape(element, token);
    builder_.open(region_);
  }

  void push(Element element) {
    frames_.push_back({element, region_});
    ++open_[static_cast<std::size_t>(element)];
  }

  bool is_open(Element element) const { return open_[static_cast<std::size_t>(element)] > 0; }

  /// What the element makes of the text inside.
  void shape(Element element, HtmlToken const& token) {
    switch (element) {
    case Element::heading:
      region_.heading_level = static_cast<std::uint8_t>(token.name[1] - '0');
      region_.kind = RegionKind::heading;
      if (region_.heading_level == 1 && !headline_done_) {
        region_.kind = RegionKind::headline;
        headline_done_ = true;
      }
      break;
    case Element::block_quote:
      region_.kind = RegionKind::block_quote;
      region_.quote_depth = static_cast<std::uint16_t>(std::min<unsigned>(region_.quote_depth + 1u, last_number));
      break;
    case Element::list:
      lists_.push_back(next_list_++);
      break;
    case Element::list_item:
      if (region_.kind != RegionKind::boilerplate) region_.kind = RegionKind::list_item; // a menu's items are no text
      region_.list = lists_.empty() ? 0xffffffff : lists_.back();
      if (!equal_ignoring_case(token.name, "dd") || next_item_ == 0)
        ++next_item_; // a definition belongs to the term above it
      region_.item = next_item_ - 1;
      break;
    case Element::table:
      grids_.emplace_back();
      grids_.back().id = next_table_++;
      break;
    case Element::row:
      begin_row();
      break;
    case Element::cell:
    case Element::header_cell:
      place_cell(element, token);
      break;
    case Element::table_caption:
    case Element::figure_caption:
      region_.kind = RegionKind::caption;
      break;
    case Element::preformatted:
      region_.kind = RegionKind::code;
      ++preformatted_;
      break;
    case Element::aside:
      if (region_.kind == RegionKind::body) region_.kind = RegionKind::boilerplate;
      break;
    default:
      if (auto const kind = kind_by_class(token.attributes); kind && region_.kind == RegionKind::body)
        region_.kind = *kind;
    }
  }

  void begin_row() {
    if (grids_.empty()) return;
    Grid& grid = grids_.back();
    grid.row += grid.started;
    grid.started = true;
    grid.column = 0;
  }

  void place_cell(Element element, HtmlToken const& token) {
    region_.kind = element == Element::cell ? RegionKind::table_cell : RegionKind::table_header;
    if (grids_.empty()) return;
    Grid& grid = grids_.back();
    grid.started = true;
    while (grid.column < grid.taken_until.size() && grid.taken_until[grid.column] > grid.row) ++grid.column;
    region_.table = grid.id;
    region_.row = static_cast<std::uint16_t>(std::min<std::uint32_t>(grid.row, last_number));
    region_.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(grid.column, last_number));
    std::uint32_t const columns = number_in(token.attributes, "colspan", 1, most_columns);
    std::uint32_t const rows = number_in(token.attributes, "rowspan", 1, last_number);
    if (rows > 1 && grid.column + columns <= most_columns) {
      grid.taken_until.resize(std::max<std::size_t>(grid.taken_until.size(), grid.column + columns), 0);
      std::fill_n(grid.taken_until.begin() + grid.column, columns, grid.row + rows);
    }
    grid.column += columns;
  }

  /// End tags that may be left out.
  void close_implied(Element element) {
    close_paragraph();
    switch (element) {
    case Element::heading:
      if (!frames_.empty() && frames_.back().element == Element::heading) pop();
      break;
    case Element::list_item:
      close_within(Element::list_item, Element::list);
      break;
    case Element::table_section:
    case Element::row:
      close_within(Element::cell, Element::table);
      close_within(Element::header_cell, Element::table);
      close_within(Element::row, Element::table);
      break;
    case Element::cell:
    case Element::header_cell:
      close_within(Element::cell, Element::table);
      close_within(Element::header_cell, Element::table);
      break;
    default:
      break;
    }
  }

  void close_paragraph() {
    if (!frames_.empty() && frames_.back().element == Element::code) pop_code();
    if (!frames_.empty() && frames_.back().element == Element::paragraph) pop();
  }

  /// An inline <code> that a block cuts off.
  void pop_code() {
    while (!frames_.empty() && frames_.back().element == Element::code) pop();
  }

  /// Closes the innermost `element` unless a `wall` was opened inside it.
  void close_within(Element element, Element wall) {
    if (!is_open(element)) return;
    std::size_t at = frames_.size();
    while (at > 0 && frames_[at - 1].element != element && frames_[at - 1].element != wall) --at;
    if (at > 0 && frames_[at - 1].element == element) pop_to(at - 1);
  }

  void close(Element element) {
    if (is_open(element)) {
      bool const of_table = element >= Element::table && element <= Element::header_cell;
      std::size_t at = frames_.size();
      // An end tag in a cell closes nothing outside it, but for the table's own.
      auto const wall = [&](Element e) {
        return !of_table && (e == Element::cell || e == Element::header_cell || e == Element::table);
      };
      while (at > 0 && frames_[at - 1].element != element && !wall(frames_[at - 1].element)) --at;
      if (at > 0 && frames_[at - 1].element == element) pop_to(at - 1);
    }
    if (element == Element::code) {
      builder_.change(region_);
    } else {
      builder_.open(region_);
    }
  }

  void pop_to(std::size_t size) {
    while (frames_.size() > size) pop();
  }

  void pop() {
    Frame const& frame = frames_.back();
    switch (frame.element) {
    case Element::list:
      lists_.pop_back();
      break;
    case Element::table:
      grids_.pop_back();
      break;
    case Element::preformatted:
      --preformatted_;
      break;
    default:
      break;
    }
    --open_[static_cast<std::size_t>(frame.element)];
    region_ = frame.outside;
    frames_.pop_back();
  }

  Builder builder_;
  std::optional<std::uint32_t> headline_bytes_;
  HtmlMetadata metadata_;
  Region region_;
  std::vector<Frame> frames_;
  std::array<std::uint32_t, element_count> open_{}; ///< frames of each element
  std::vector<std::uint32_t> lists_;
  std::vector<Grid> grids_;
  std::string skipped_name_; ///< not empty while content is passed over
  std::uint32_t skipped_depth_ = 0;
  std::uint32_t too_deep_ = 0;
  std::uint32_t next_list_ = 0, next_item_ = 0, next_table_ = 0;
  std::uint32_t preformatted_ = 0;
  std::uint32_t line_breaks_ = 0;
  bool raised_ = false;
  bool has_heading_ = false;
  bool headline_done_ = false;
};

} // namespace

Document read_html(std::string source, std::optional<std::uint32_t> headline_bytes) {
  return HtmlReader(std::move(source), headline_bytes).read();
}

} // namespace claimcheck::text
