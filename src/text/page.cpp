#include "text/page.hpp"

#include <algorithm>

#include "base/find_byte.hpp"
#include "text/dateline.hpp"
#include "text/sentence.hpp"

namespace claimcheck::text {
namespace {

constexpr std::size_t leading_blocks = 6; // where bylines and datelines without an agency are believed
constexpr std::size_t longest_headline = 160;
constexpr std::size_t longest_caption = 700;
constexpr std::size_t longest_boilerplate = 160;
constexpr std::size_t longest_credit = 90; // from "Photo by" to the end of the block

/// The next of what stands before a photo credit; the last bytes of a typographic quotation mark and of an em dash are
/// among them.
std::size_t end_of_something(std::string_view text, std::size_t at) {
  return find_byte<'.', '!', '?', ')', '(', '[', '|', '/', '"', '-', '\x9D', '\x94'>(text, at, text.size());
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view without_stops(std::string_view text) {
  while (!text.empty() && std::string_view(" .:;|)]").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

class Marker {
 public:
  Marker(Document& document, PageOptions const& options)
      : document_(document), options_(options), words_(Words::english()) {}

  void run() {
    std::vector<Region> old;
    old.swap(document_.regions);
    document_.regions.reserve(old.size());
    std::size_t paragraphs = 0; // so far
    for (std::size_t i = 0; i < old.size(); ++i) {
      Region const& region = old[i];
      bool const block_begins = region.span.begin == 0 || document_.plain[region.span.begin - 1] == '\n';
      bool const block_ends = region.span.end == document_.plain.size() || document_.plain[region.span.end] == '\n';
      bool const prose = is_text(region.kind);
      if (prose && before_headline_end(region)) {
        add_headline(region);
      } else if (region.kind != RegionKind::body || !block_begins) {
        add(region);
      } else if (i == 0 && options_.guess_headline && !options_.headline_bytes && old.size() > 1 && block_ends &&
                 looks_like_headline(region)) {
        add(region, RegionKind::headline);
      } else {
        mark(region, paragraphs < leading_blocks, block_ends);
        ++paragraphs;
      }
    }
  }

 private:
  std::string_view plain(Span span) const { return document_.text(span); }
  std::string_view folded(Span span) const { return document_.folded_text(span); }

  void add(Region region) { document_.regions.push_back(region); }
  void add(Region region, RegionKind kind) {
    region.kind = kind;
    document_.regions.push_back(region);
  }
  /// Parts `region` at a plain offset: what lies before becomes a region of `kind`.
  Region split(Region& region, std::uint32_t at) const {
    Region first = region;
    first.span.end = at;
    region.span.begin = at;
    return first;
  }

  bool before_headline_end(Region const& region) const {
    return options_.headline_bytes &&
           document_.to_source({region.span.begin, region.span.begin}).begin < *options_.headline_bytes;
  }

  void add_headline(Region region) {
    // The last plain byte whose source lies before the headline's end; a headline that ends inside a paragraph parts
    // it.
    std::uint32_t low = region.span.begin, high = region.span.end;
    while (low < high) {
      std::uint32_t const middle = low + (high - low) / 2;
      (document_.to_source({middle, middle}).begin < * options_.headline_bytes ? low = middle + 1 : high = middle);
    }
    while (low < region.span.end && document_.plain[low] == ' ') ++low;
    if (low == region.span.end) return add(region, RegionKind::headline);
    add(split(region, low), RegionKind::headline);
    mark(region, true, true);
  }

  bool looks_like_headline(Region const& region) const {
    std::string_view const text = plain(region.span), lower = folded(region.span);
    if (text.size() > longest_headline || text.find(' ') == std::string_view::npos) return false;
    if (std::string_view(".:,;").find(text.back()) != std::string_view::npos) return false;
    if (is_caption(lower) || is_boilerplate(lower) || is_byline(text, lower) || is_date_paragraph(lower, words_))
      return false;
    if (dateline_size(text, lower, true, words_) > 0) return false;
    // A paragraph that was cut off has sentences inside; a headline has none.
    for (std::size_t at = 0; (at = next_stop(text, at, text.size())) < text.size();) {
      Stop const stop = sentence_end(text, 0, at, text.size(), words_);
      if (stop.boundary && stop.end < text.size() && text[at] == '.') return false;
      at = stop.resume;
    }
    return true;
  }

  /// "Photo by X/ UPI | License Photo", "(AP Photo/...)", "Getty Images" at the end of a short paragraph.
  bool is_caption(std::string_view lower) const {
    if (lower.size() > longest_caption) return false;
    if (lower.starts_with("![") && lower.ends_with(')') && lower.find("](") != std::string_view::npos) return true;
    std::string_view const end = without_stops(lower);
    if (words_.credit_endings.ends(end) && (lower.size() < 400)) return true;
    // A credit begins the block or follows a mark that ends something: "on Monday. Photo by ...", "(AP Photo/...".
    std::size_t at = lower.size() - std::min(lower.size(), longest_credit);
    if (at == 0 && credit_begins(lower)) return true;
    for (;; ++at) {
      at = end_of_something(lower, at);
      if (at == lower.size()) return false;
      std::size_t const next = at + 1 < lower.size() && lower[at + 1] == ' ' ? at + 2 : at + 1;
      if (credit_begins(lower.substr(next))) return true;
    }
  }

  bool credit_begins(std::string_view lower) const {
    return words_.credit_openers.begins(lower) && without_stops(lower).find(". ") == std::string_view::npos;
  }

  bool is_boilerplate(std::string_view lower) const {
    if (lower.size() > longest_boilerplate) return false;
    return words_.boilerplate.contains(without_stops(lower)) || words_.boilerplate_openers.begins(lower) ||
           words_.boilerplate_endings.ends(lower);
  }

  /// "By JOHN SMITH", "By Jane Roe and John Doe, Associated Press Writer": capitalised names, no full stop, nothing
  /// else.
  bool is_byline(std::string_view text, std::string_view lower) const {
    if (!lower.starts_with("by ") || text[0] != 'B' || text.size() > 100 || text.back() == '.') return false;
    std::size_t names = 0;
    for (std::size_t at = 3; at < text.size();) {
      std::size_t end = std::min(text.find(' ', at), text.size());
      std::string_view const word = text.substr(at, end - at), small = lower.substr(at, end - at);
      bool const name = !word.empty() && (is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0xC3);
      bool const linking = small == "and" || small == "for" || small == "of" || small == "in" || small == "the" ||
                           small == "de" || small == "van" || small == "|" || small == "&";
      if (!name && !linking) return false;
      names += name;
      at = end + 1;
    }
    return names >= 2 && names <= 10;
  }

  void mark(Region region, bool leading, bool block_ends) {
    std::string_view const text = plain(region.span), lower = folded(region.span);
    if (block_ends) {
      if (is_boilerplate(lower)) return add(region, RegionKind::boilerplate);
      if (is_caption(lower)) return add(region, RegionKind::caption);
      if (leading && is_date_paragraph(lower, words_)) return add(region, RegionKind::dateline);
      if (leading && is_byline(text, lower)) {
        if (document_.metadata.author.empty()) document_.metadata.author = std::string(text.substr(3));
        return add(region, RegionKind::byline);
      }
    }
    if (std::size_t const size = dateline_size(text, lower, leading, words_); size > 0 && size < text.size()) {
      add(split(region, region.span.begin + static_cast<std::uint32_t>(size)), RegionKind::dateline);
    }
    std::uint32_t const glued = block_ends ? glued_boilerplate(region) : region.span.end;
    if (glued < region.span.end) {
      add(split(region, glued));
      add(region, RegionKind::boilerplate);
    } else {
      add(region);
    }
  }

  /// Where "Advertisement" begins that was glued to a paragraph's last sentence; the region's end when there is none.
  std::uint32_t glued_boilerplate(Region const& region) const {
    std::string_view const text = plain(region.span), lower = folded(region.span);
    for (std::string const& phrase : words_.glued.all()) {
      if (lower.size() < phrase.size() + 3 || !lower.ends_with(phrase)) continue;
      std::size_t const at = lower.size() - phrase.size();
      std::size_t before = at;
      while (before > 0 && text[before - 1] == ' ') --before;
      bool const after_stop =
          before > 0 && before < at && std::string_view(".!?\"'").find(text[before - 1]) != std::string_view::npos;
      bool const after_mark = before >= 3 && before < at && text.substr(before - 3, 3) == "\xE2\x80\x9D";
      if (is_upper(text[at]) && (after_stop || after_mark)) return region.span.begin + static_cast<std::uint32_t>(at);
    }
    return region.span.end;
  }

  Document& document_;
  PageOptions const& options_;
  Words const& words_;
};

} // namespace

void mark_page_parts(Document& document, PageOptions const& options) { Marker(document, options).run(); }

} // namespace claimcheck::text
