#include "resolve/quotation.hpp"

#include <string_view>

#include "base/find_byte.hpp"

namespace claimcheck::resolve {
namespace {

using text::RegionKind;

enum class Shape : std::uint8_t { none, opening, closing, straight, single_opening, single_closing, single_straight };

struct Mark {
  Shape shape = Shape::none;
  std::uint32_t size = 1;
};

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC3; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool ends_clause(unsigned char c) { return c == ',' || c == '.' || c == '?' || c == '!' || c == ';'; }

/// What stands at `at`. Two apostrophes are one double mark; of three the double one is the outer.
Mark mark_at(std::string_view text, std::size_t at, bool double_open) {
  auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
  switch (byte(at)) {
  case '"':
    return {Shape::straight, 1};
  case '`':
    return byte(at + 1) == '`' ? Mark{Shape::straight, 2}
                               : Mark{Shape::single_opening, 1}; // ``Q'' and ``Q`` both occur
  case '\'':
    if (byte(at + 1) != '\'') return {Shape::single_straight, 1};
    if (byte(at + 2) == '\'' && double_open) return {Shape::single_straight, 1};
    return {Shape::straight, 2};
  case 0xC2:
    if (byte(at + 1) == 0xAB) return {Shape::opening, 2};
    if (byte(at + 1) == 0xBB) return {Shape::closing, 2};
    return {};
  case 0xE2:
    if (byte(at + 1) != 0x80) return {};
    switch (byte(at + 2)) {
    case 0x9C:
    case 0x9E:
      return {Shape::opening, 3};
    case 0x9D:
      return {Shape::closing, 3};
    case 0x98:
      return {Shape::single_opening, 3};
    case 0x99:
      return {Shape::single_closing, 3};
    default:
      return {};
    }
  default:
    return {};
  }
}

bool is_elision(std::string_view after) {
  for (std::string_view const word :
       {"em", "til", "tis", "twas", "cause", "bout", "round", "n", "cuz", "ere", "neath", "ll"})
    if (after.starts_with(word) &&
        (after.size() == word.size() || !is_letter(static_cast<unsigned char>(after[word.size()]))))
      return true;
  return false;
}

class Scanner {
 public:
  Scanner(text::Document const& document, Quotations& out) : document_(document), out_(out) {}

  void block(std::uint32_t region) {
    Span const span = document_.regions[region].span;
    text_ = document_.folded_text(span);
    base_ = span.begin;
    region_ = region;
    open_ = single_ = npos;
    for (std::size_t at = 0;;) {
      at = find_byte<'"', '\'', '`', '\xE2', '\xC2'>(text_, at, text_.size());
      if (at == text_.size()) break;
      Mark const mark = mark_at(text_, at, open_ != npos);
      if (mark.shape != Shape::none) read(at, mark);
      at += mark.size;
    }
    bool const left_open = open_ != npos;
    QuotationFault const unclosed{MarkFault::unclosed,
                                  left_open ? Span{base_ + at32(open_), base_ + at32(open_) + open_size_} : Span{}};
    if (left_open) close(text_.size(), 0, false);
    settle();
    if (left_open) {
      awaiting_ = true;
      awaiting_fault_ = unclosed;
    }
  }
  /// A quotation left open whose next block did not go on with it.
  void settle() {
    if (awaiting_) out_.faults.push_back(awaiting_fault_);
    awaiting_ = false;
  }

 private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  static std::uint32_t at32(std::size_t at) { return static_cast<std::uint32_t>(at); }

  unsigned char before(std::size_t at) const { return at == 0 ? ' ' : static_cast<unsigned char>(text_[at - 1]); }
  unsigned char after(std::size_t at) const { return at >= text_.size() ? ' ' : static_cast<unsigned char>(text_[at]); }
  /// Nothing, a space, an opening bracket or a dash stands before: a word may begin here.
  bool starts_word(std::size_t at) const {
    unsigned char const c = before(at);
    if (c == ' ' || c == '(' || c == '[' || c == '{' || c == '-' || c == '/' || c == ':') return true;
    return at >= 3 && text_.substr(at - 3, 2) == "\xE2\x80" && (c == 0x93 || c == 0x94 || c == 0x98 || c == 0x9C);
  }
  bool ends_word(std::size_t end) const {
    unsigned char const c = after(end);
    return !is_letter(c) && !is_digit(c) && c != '$' && c != '[' && c != '(';
  }

  void read(std::size_t at, Mark mark) {
    std::size_t const end = at + mark.size;
    switch (mark.shape) {
    case Shape::opening:
      if (open_ != npos && !starts_word(at) && ends_word(end)) { // he said“
        fault(MarkFault::reversed, at, mark.size);
        close(at, mark.size, true);
      } else {
        open(at, mark.size);
      }
      break;
    case Shape::closing:
      if (open_ != npos) {
        close(at, mark.size, true);
      } else if (starts_word(at) && !ends_word(end)) { // ”Mr. Smith
        fault(MarkFault::reversed, at, mark.size);
        open(at, mark.size);
      } else if (!is_digit(before(at))) {
        fault(MarkFault::unopened, at, mark.size);
      }
      break;
    case Shape::straight:
      straight(at, mark.size);
      break;
    case Shape::single_opening:
      if (open_ == npos && single_ == npos && starts_word(at) && is_letter(after(end)) &&
          !is_elision(text_.substr(end)))
        begin_single(at, mark.size);
      break;
    case Shape::single_closing:
    case Shape::single_straight:
      if (open_ != npos) break;
      if (single_ != npos) {
        if (ends_word(end) && before(at) != ' ' && !plural_possessive(at, end)) close_single(at, mark.size);
      } else if (mark.shape == Shape::single_straight && starts_word(at) && is_letter(after(end)) &&
                 !is_elision(text_.substr(end))) {
        begin_single(at, mark.size);
      }
      break;
    case Shape::none:
      break;
    }
  }
  /// "the workers' rights" does not close a quotation.
  bool plural_possessive(std::size_t at, std::size_t end) const {
    return before(at) == 's' && after(end) == ' ' && is_letter(after(end + 1)) && !ends_clause(before(at));
  }
  void straight(std::size_t at, std::uint32_t size) {
    std::size_t const end = at + size;
    bool const opens = starts_word(at);
    bool const closes = ends_word(end);
    if (is_digit(before(at)) && closes && (open_ == npos || after_feet(at))) return; // 12", 6'3"
    if (open_ == npos) {
      if (!opens && closes)
        fault(MarkFault::unopened, at, size);
      else
        open(at, size);
    } else if (opens && !closes && !is_dash_before(at)) {
      open(at, size); // the one before was never closed
    } else {
      close(at, size, true);
    }
  }
  bool is_dash_before(std::size_t at) const { return before(at) != ' ' && before(at) != '(' && before(at) != '['; }
  /// Digits, an apostrophe and digits stand before: feet and inches.
  bool after_feet(std::size_t at) const {
    std::size_t i = at;
    while (i > 0 && is_digit(static_cast<unsigned char>(text_[i - 1]))) --i;
    if (i > 0 && text_[i - 1] == '\'')
      --i;
    else if (i >= 3 && text_.substr(i - 3, 3) == "\xE2\x80\x99")
      i -= 3;
    else
      return false;
    return i > 0 && is_digit(static_cast<unsigned char>(text_[i - 1]));
  }
  /// A sentence ended right before: an opening mark here begins the next paragraph of an open quotation whose break was
  /// lost.
  bool after_sentence(std::size_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    return at > 0 && (text_[at - 1] == '.' || text_[at - 1] == '?' || text_[at - 1] == '!' || text_[at - 1] == '\'');
  }
  void open(std::size_t at, std::uint32_t size) {
    bool const goes_on = open_ != npos && after_sentence(at);
    if (open_ != npos) {
      if (!goes_on) fault(MarkFault::unclosed, open_, open_size_);
      close(at, 0, false);
    }
    awaiting_ |= goes_on;
    continues_here_ = goes_on;
    single_ = npos;
    open_ = at;
    open_size_ = size;
  }
  void close(std::size_t at, std::uint32_t size, bool closed) {
    add(open_, open_size_, at, size, closed);
    open_ = npos;
  }
  void begin_single(std::size_t at, std::uint32_t size) {
    single_ = at;
    single_size_ = size;
  }
  void close_single(std::size_t at, std::uint32_t size) {
    add(single_, single_size_, at, size, true);
    single_ = npos;
  }
  void add(std::size_t from, std::uint32_t opening, std::size_t to, std::uint32_t closing, bool closed) {
    Quotation quotation;
    quotation.marked = {base_ + at32(from), base_ + at32(to) + closing};
    quotation.inner = {base_ + at32(from) + opening, base_ + at32(to)};
    quotation.closed = closed;
    quotation.region = region_;
    quotation.continued = (from == 0 || continues_here_) && awaiting_;
    continues_here_ = false;
    if (!quotation.inner.empty()) out_.list.push_back(quotation);
    if (quotation.continued) awaiting_ = false;
  }
  void fault(MarkFault kind, std::size_t at, std::uint32_t size) {
    out_.faults.push_back({kind, {base_ + at32(at), base_ + at32(at) + size}});
  }

  text::Document const& document_;
  Quotations& out_;
  std::string_view text_;
  std::uint32_t base_ = 0, region_ = 0;
  std::size_t open_ = npos, single_ = npos;
  std::uint32_t open_size_ = 0, single_size_ = 0;
  bool continues_here_ = false; ///< the open quotation goes on with the one before in this block
  bool awaiting_ = false;       ///< the block before ended inside a quotation
  QuotationFault awaiting_fault_{MarkFault::unclosed, {}};
};

} // namespace

Quotations find_quotations(text::Document const& document) {
  Quotations result;
  Scanner scanner(document, result);
  for (std::uint32_t region = 0; region < document.regions.size(); ++region) {
    RegionKind const kind = document.regions[region].kind;
    if (!text::is_text(kind) || kind == RegionKind::boilerplate) continue;
    scanner.block(region);
  }
  scanner.settle();
  return result;
}

} // namespace claimcheck::resolve
