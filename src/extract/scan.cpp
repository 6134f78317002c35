// The scanner: walks over the words of each block, asks the gate, and calls the readers where a claim can begin.
#include <algorithm>
#include <bit>
#include <cstring>

#include "extract/extract.hpp"
#include "extract/figures.hpp"
#include "extract/left_context.hpp"
#include "extract/number_names.hpp"
#include "extract/openings.hpp"
#include "extract/temporal.hpp"

namespace claimcheck::extract {
namespace {

using grammar::TemporalReading;
using grammar::TextContext;

/// Of a fingerprint, in each direction; a longer one is read in parts.
constexpr std::ptrdiff_t longest_code = 128;

class Scanner {
 public:
  Scanner(text::Document const& document, Lexicon const& lexicon, Extraction& out)
      : document_(document), lexicon_(lexicon), out_(out) {
    text_.lexicon = &lexicon;
    text_.folded = document.folded.data();
    text_.plain = document.plain.data();
    readable_end_ = text_.folded + document.folded.size();
  }

  void block(Span span, std::uint32_t region) {
    text_.begin = text_.folded + span.begin;
    text_.end = text_.folded + span.end;
    text_.memo = {}; // what was found at the end of the block before may be the beginning of this one
    region_ = region;
    text_.title_case = in_title_case(document_.regions[region]);
    for (char const* p = behind_heading_number(document_.regions[region].kind); p != text_.end;) p = stretch(p);
  }

 private:
  /// "8. Known faults", "2.3) Results": the number of a heading counts nothing.
  char const* behind_heading_number(text::RegionKind kind) const {
    char const* p = text_.begin;
    if (kind != text::RegionKind::headline && kind != text::RegionKind::heading) return p;
    std::size_t digits = 0; // of one level: "2024. A year" begins with a year
    while (p != text_.end && digits < 3 && (class_of(*p) == number || (*p == '.' && p != text_.begin)))
      digits = *p++ == '.' ? 0 : digits + 1;
    bool const closed = p != text_.begin && p != text_.end && digits < 3 &&
                        (*p == ')' || (p[-1] == '.' && class_of(*p) != small_letter));
    return closed ? p : text_.begin;
  }

  /// Hexadecimal digits in groups that colons part: fingerprints, hardware addresses. Its end; null when `p` is in
  /// none. Clock times have two colons at the most.
  char const* coded_token_end(char const* p) const {
    bool const behind = p != text_.begin && p[-1] == ':';
    bool const before = text_.end - p > 2 && (p[1] == ':' || p[2] == ':');
    if (!behind && !before) return nullptr;
    auto const coded = [](char c) { return class_of(c) == number || (c >= 'a' && c <= 'f') || c == ':'; };
    char const* begin = p;
    char const* end = p;
    while (begin != text_.begin && p - begin < longest_code && coded(begin[-1])) --begin;
    while (end != text_.end && end - p < longest_code && coded(*end)) ++end;
    return std::count(begin, end, ':') >= 3 ? end : nullptr;
  }

  /// Reads on from `from`, where a word may begin: the next bytes that can be looked at together, or one word that
  /// needs another way, and further where a claim reaches further. Returns where to go on.
  char const* stretch(char const* from) {
    // The letters as written are looked at wherever something is read, and seldom else: they would come from far.
    __builtin_prefetch(text_.original(from));
    Openings const open = find_openings(lexicon_.gate, from, text_.end, readable_end_);
    if (open.size == 0) return at_start(from);
    for (std::uint64_t ahead = open.at; ahead != 0;) {
      auto const i = static_cast<std::size_t>(std::countr_zero(ahead));
      char const* const p = from + i;
      std::size_t const letters = open.letters_end(i) - i;
      char const* const end = letters != 0 ? at_word(p, letters) : at_mark(p);
      std::size_t const passed = end != nullptr ? static_cast<std::size_t>(end - from) : open.word_end(i);
      if (passed >= open.size) return from + passed;
      if ((open.words >> passed & open.words >> (passed - 1) & 1) != 0) return from + passed; // a claim cut a word
      ahead &= ~std::uint64_t{0} << passed;
    }
    return from + open.size;
  }

  /// What begins at `p`, byte by byte: for words with letters of other alphabets, typographic signs, and very long
  /// words.
  char const* at_start(char const* p) {
    if (class_of(*p) != small_letter) return class_of(*p) == other ? p + 1 : at_mark(p);
    char const* const end = at_word(p, leading_letters(p, text_.end));
    return end != nullptr ? end : word_end(p);
  }

  char const* at_mark(char const* p) {
    switch (class_of(*p)) {
    case number:
      return at_number(p);
    case sign:
      return at_sign(p);
    default:
      return at_high_byte(p);
    }
  }

  /// A headline or heading of which most longer words have a capital, by habit of the desk.
  bool in_title_case(text::Region const& region) const {
    if (region.kind != text::RegionKind::headline && region.kind != text::RegionKind::heading) return false;
    int capitals = 0, small = 0;
    for (char const* p = text_.begin; p < text_.end && p - text_.begin < 400;) {
      std::size_t const n = leading_letters(p, text_.end);
      if (n > 3) ++(text_.capital(p) ? capitals : small);
      p += n == 0 ? 1 : n;
    }
    return capitals > 2 && capitals > 3 * small;
  }

  std::uint32_t families(char const* word, std::size_t length) const {
    if (readable_end_ - word >= 8) return lexicon_.gate.families(word, length);
    char buffer[8] = {};
    std::memcpy(buffer, word, std::min<std::size_t>(length, 8));
    return length <= 8 ? lexicon_.gate.families(buffer, length) : 0;
  }

  /// The end of the word at `p`: letters, digits and high bytes that are no punctuation.
  char const* word_end(char const* p) const {
    while (p != text_.end && is_word_byte(*p)) {
      if (static_cast<unsigned char>(*p) >= 0x80 && word_ends(p, text_.end)) break;
      ++p;
    }
    return p;
  }

  /// The end of the claim that begins with the word of so many letters, or nullptr.
  char const* at_word(char const* p, std::size_t letters) {
    std::uint32_t family = families(p, letters);
    if (family != 0) family = promising(p, letters, family);
    return family == 0 ? nullptr : begin_claim(p, family);
  }

  /// What the next word leaves of a word's families: "the" and "of" begin phrases only with the right second word, a
  /// hedge needs a figure behind it, "Route" a number.
  std::uint32_t promising(char const* p, std::size_t letters, std::uint32_t family) const {
    std::uint32_t phrase = 0;
    if (family & family_in_pair) {
      phrase = lexicon_.gate.pair_families(p, letters, text_.end);
      family &= ~family_in_pair;
    }
    text_.memo.families.set(p, family | phrase); // the grammars will ask
    if (family & family_name_before) {
      char const* next = p + letters;
      while (next != text_.end && (*next == ' ' || *next == '-' || *next == '#' || *next == '.')) ++next;
      if (next == text_.end || class_of(*next) != number) family &= ~std::uint32_t{family_name_before};
    }
    family |= phrase;
    if ((family & family_numeral) && *p == 'a' && letters <= 2 && !article_counts(p, letters))
      family &= ~std::uint32_t{family_numeral};
    if ((family & family_hedge) && !hedges_a_figure(p)) family &= ~std::uint32_t{family_hedge};
    return family;
  }

  /// "a hundred", "a third", "a mile", "a couple": a word of numbers or a unit stands behind the article. The gate,
  /// which knows phrases by their first two words, opens at "a new" for the sake of New Zealand dollars.
  bool article_counts(char const* p, std::size_t letters) const {
    Lexicon const& lexicon = lexicon_;
    if (text_.longest(lexicon.soft, p, text_.end)) return true;
    char const* next = p + letters;
    while (next != text_.end && (*next == ' ' || *next == '-')) ++next;
    if (next == text_.end) return false;
    if (class_of(*next) == high) return true; // a typographic hyphen
    return text_.longest(lexicon.number_words, next, text_.end) || text_.longest(lexicon.fractions, next, text_.end) ||
           text_.longest(lexicon.unit_names, next, text_.end) || text_.longest(lexicon.tails, next, text_.end) ||
           text_.longest(lexicon.currency_names, next, text_.end);
  }

  /// The word or phrase of a hedge is wholly there, and something can begin behind it. "in the" begins a hedge and
  /// nearly always something else.
  bool hedges_a_figure(char const* p) const { return hedged_families(p) != 0; }

  /// What can begin behind the hedge at `p`: the gate's families of the word, family_in_pair perhaps among them, or
  /// all of them where no word stands. 0 where no hedge does.
  std::uint32_t hedged_families(char const* p) const {
    auto const hedge = text_.hedge(p);
    if (!hedge) return 0;
    char const* next = hedge.end;
    while (next != text_.end && (*next == ' ' || *next == '-' || *next == '.')) ++next;
    if (next == text_.end) return 0;
    ByteClass const c = class_of(*next);
    if (c == small_letter) {
      std::size_t const letters = leading_letters(next, text_.end);
      std::uint32_t const own = families(next, letters);
      return own & family_in_pair ? own | lexicon_.gate.pair_families(next, letters, text_.end) : own;
    }
    return c == number || c == sign || c == high ? ~std::uint32_t{0} : 0;
  }

  char const* begin_claim(char const* p, std::uint32_t family) {
    FigureWords const& words = lexicon_.figure_words;
    if (family & family_idiom) {
      if (auto const found = text_.longest(*words.idiom, p, text_.end); found && !measures_one(p, found.end))
        return found.end;
    }
    if (family & family_name_before) {
      if (char const* const end = numbered_name(p)) return end;
    }
    if (family & (family_month | family_weekday | family_time_word | family_ordinal | family_numeral | family_hedge)) {
      if (char const* const end = calendar(p, family)) return end;
    }
    if ((family & (family_age | family_ordinal)) || ((family & family_hedge) && (*p == 'o' || *p == 'u'))) {
      if (char const* const end = figure(p, &read_age)) return end;
    }
    if (family & (family_ordinal | family_numeral)) {
      if (char const* const end = figure(p, &read_ordinal)) return end;
    }
    constexpr std::uint32_t begins_figure = family_numeral | family_ordinal | family_vague | family_currency;
    if ((family & (family_numeral | family_vague | family_currency)) ||
        ((family & family_hedge) && ((family & begins_figure) || hedged_families(p) & begins_figure))) {
      if (char const* const end = figure(p, &read_ratio)) return end;
      if (char const* const end = figure(p, &read_figure)) return end;
      if (char const* const end = figure(p, &read_worded)) return end;
    }
    if (family & family_multiplier) {
      if (char const* const end = figure(p, &read_multiplier)) return end;
    }
    if (family & family_direction) {
      bool const after_distance = !out_.claims.empty() && out_.claims.back().kind == Kind::distance &&
                                  out_.claims.back().span.end + 1 == text_.offset(p);
      ClaimSlot slot(out_.claims);
      if (read_direction(text_, p, after_distance, slot)) return keep(slot.open(), false);
      slot.drop();
    }
    return nullptr;
  }

  /// "that one mile", "only one in five", "only one man": the idiom ends with a number that states something.
  bool measures_one(char const* begin, char const* end) const {
    if (std::string_view(begin, static_cast<std::size_t>(end - begin)) == "one day")
      return contains(lexicon_.words("before one day"), word_before(text_, begin));
    if (end - begin < 5 || std::string_view(end - 4, 4) != " one" || end == text_.end || *end != ' ') return false;
    auto const next = word_after(text_, end);
    if (next == "in" || next == "out") { // "only one in five"
      auto const base = word_after(text_, next.data() + next.size());
      char const* const digits = next.data() + next.size() + 1;
      return next == "out" || base == "every" || lexicon_.number_words.find(base) != nullptr ||
             (digits < text_.end && class_of(*digits) == number);
    }
    if (std::string_view(begin, static_cast<std::size_t>(end - begin)) == "only one" &&
        contains(*lexicon_.figure_words.one_counts, next))
      return true; // "only one man was hurt"
    if (auto const share = text_.longest(lexicon_.tails, next.data(), text_.end);
        share && (*share.value == TailKind::percent || *share.value == TailKind::points))
      return true;
    auto const found = text_.longest(lexicon_.unit_names, next.data(), text_.end);
    return found && !found.value->ambiguous;
  }

  /// "Boeing 737", "No. 10", "Route 66": skips the number together with the word that names it.
  char const* numbered_name(char const* p) const {
    FigureWords const& words = lexicon_.figure_words;
    auto found = text_.longest(*words.name_before, p, text_.end);
    if (!found && text_.capital(p)) found = text_.longest(*words.name_before_capital, p, text_.end);
    if (!found) return nullptr;
    char const* q = found.end;
    while (q != text_.end && (*q == ' ' || *q == '-' || *q == '#')) ++q;
    if (q == found.end || q == text_.end || class_of(*q) != number) return nullptr;
    while (q != text_.end &&
           (is_word_byte(*q) ||
            ((*q == '-' || *q == '.' || *q == '/' || *q == ':') && q + 1 != text_.end && class_of(q[1]) == number)) &&
           !(static_cast<unsigned char>(*q) >= 0x80 && word_ends(q, text_.end)))
      ++q;
    if (q != text_.end && *q == '%') return nullptr;
    if (text_.end - q > 3 && *q == ',' && class_of(q[1]) == number) return nullptr; // "Project 7,500 Losses"
    return found.end[-1] == 's' ? name_list_end(text_, q) : q;
  }

  char const* at_number(char const* p) {
    if (*p == '0' || (p != text_.begin && (p[-1] == '+' || p[-1] == '('))) {
      if (char const* const end = at_nought(p)) return end;
    }
    if (begins_with_point(p)) --p; // ".312"
    if (char const* const end = coded_token_end(p)) return end;
    if (auto const found = text_.longest(*lexicon_.figure_words.idiom, p, text_.end);
        found && (p == text_.begin || !is_word_byte(p[-1])))
      return found.end;
    char const* digits_end = p;
    while (digits_end != text_.end && class_of(*digits_end) == number) ++digits_end;
    if (digits_end - p <= 5 && is_address(text_, digits_end)) return digits_end;
    if (char const* const end = figure(p, &read_age)) return end;
    if (char const* const end = calendar(p, 0)) return end;
    if (char const* const end = figure(p, &read_contest)) return end;
    if (char const* const end = figure(p, &read_ratio)) return end;
    if (char const* const end = signed_figure(p)) return end;
    if (char const* const end = figure(p, &read_ordinal)) return end;
    return number_token_end(p);
  }

  /// "0630 GMT" is a time; other numbers that begin with a nought are dialled or name something.
  char const* at_nought(char const* p) {
    char const* const end = dialled_number_end(text_, p);
    if (end == nullptr) return nullptr;
    char const* const time = calendar(p, 0);
    return time != nullptr ? time : end;
  }

  /// The point before the digits at `p` is a decimal point and ends no sentence.
  bool begins_with_point(char const* p) const {
    if (p == text_.begin || p[-1] != '.') return false;
    return p - 1 == text_.begin || p[-2] == ' ' || p[-2] == '(' || p[-2] == '"';
  }

  /// Behind a number that was refused: the rest of the token, so that "22-cv-01234" and "1-800-273-8255" are not read
  /// in parts.
  char const* number_token_end(char const* p) const {
    while (p != text_.end) {
      if (class_of(*p) == number || class_of(*p) == small_letter)
        ++p;
      else if ((*p == '-' || *p == '.' || *p == ',' || *p == '/' || *p == ':') && p + 1 != text_.end &&
               class_of(p[1]) == number)
        ++p;
      else if ((*p == '-') && p + 1 != text_.end && class_of(p[1]) == small_letter)
        ++p;
      else
        break;
    }
    return p;
  }

  /// A minus sign that touches the digits belongs to them unless something stands before it ("2019-20", "A-10").
  char const* signed_figure(char const* p) {
    if (p != text_.begin &&
        (p[-1] == '-' || (p - text_.begin >= 3 && p[-3] == '\xE2' && p[-2] == '\x88' && p[-1] == '\x92'))) {
      char const* const minus = p[-1] == '-' ? p - 1 : p - 3;
      if (minus == text_.begin || minus[-1] == ' ' || minus[-1] == '(') {
        if (char const* const end = figure(minus, &read_figure)) return end;
      }
    }
    return figure(p, &read_figure);
  }

  char const* at_sign(char const* p) {
    if (*p == '\'') { // the '90s
      if (p + 1 != text_.end && class_of(p[1]) == number && (p == text_.begin || !is_word_byte(p[-1])))
        if (char const* const end = calendar(p, 0)) return end;
      return p + 1;
    }
    if (char const* const end = figure(p, &read_figure)) return end;
    return p + 1;
  }

  char const* at_high_byte(char const* p) {
    auto const lead = static_cast<unsigned char>(*p);
    if (lead == 0xC2 || lead == 0xE2) { // £ ¥ ½ ± € ₹ ≈ ≥ ’90s
      if (lead == 0xE2 && text_.end - p > 4 && p[1] == '\x80') {
        if (p[2] == '\x99' && class_of(p[3]) == number && (p == text_.begin || p[-1] == ' '))
          if (char const* const end = calendar(p, 0)) return end;
        return p + 3;
      }
      if (char const* const end = figure(p, &read_figure)) return end;
      ++p;
      while (p != text_.end && (static_cast<unsigned char>(*p) & 0xC0) == 0x80) ++p;
      return p;
    }
    return std::max(p + 1, word_end(p)); // a word that begins with an accented letter
  }

  char const* calendar(char const* p, std::uint32_t family) {
    CalendarOpening const opening = calendar_opening(text_, p, family);
    if (opening.start == nullptr) return nullptr;
    ClaimSlot slot(out_.claims);
    TemporalReading& reading = out_.readings.emplace_back();
    if (read_calendar(text_, p, opening, slot, reading)) return keep(slot.open(), true);
    out_.readings.pop_back();
    slot.drop();
    return nullptr;
  }

  using Reader = bool (*)(TextContext const&, char const*, ClaimSlot&);
  char const* figure(char const* p, Reader reader) {
    ClaimSlot slot(out_.claims);
    if (!reader(text_, p, slot)) {
      slot.drop();
      return nullptr;
    }
    Claim& claim = slot.open();
    if (claim.kind != Kind::duration) return keep(claim, false);
    extend_duration(text_, claim, out_.readings.emplace_back());
    return keep(claim, true);
  }

  char const* keep(Claim& claim, bool has_reading) {
    claim.region = region_;
    // A reader may take in words before its trigger ("over the past"), but not those of the claim before.
    if (out_.claims.size() > 1) claim.span.begin = std::max(claim.span.begin, out_.claims.end()[-2].span.end);
    out_.reading_of.push_back(has_reading ? static_cast<std::uint32_t>(out_.readings.size() - 1) : no_id);
    return text_.folded + claim.span.end;
  }

  text::Document const& document_;
  Lexicon const& lexicon_;
  Extraction& out_;
  TextContext text_;
  char const* readable_end_ = nullptr;
  std::uint32_t region_ = no_id;
};

} // namespace

Extraction extract(text::Document const& document, Lexicon const& lexicon) {
  Extraction out;
  out.claims.reserve(document.plain.size() / 128 + 8); // news has one in 150 bytes; what stays unused costs no memory
  out.reading_of.reserve(out.claims.capacity());
  out.readings.reserve(out.claims.capacity() / 2);
  Scanner scanner(document, lexicon, out);
  for (std::size_t i = 0; i < document.regions.size(); ++i) {
    text::Region const& region = document.regions[i];
    if (!text::is_text(region.kind)) continue;
    scanner.block(region.span, static_cast<std::uint32_t>(i));
  }
  return out;
}

} // namespace claimcheck::extract
