#include "rules/figured.hpp"

#include <algorithm>
#include <set>

#include "resolve/calendar.hpp"

namespace claimcheck::rules {
namespace {

using text::RegionKind;

constexpr std::size_t longest_deck = 200; ///< bytes

/// The paragraph behind the headline that sums the text up: a line without a full stop, or "At a glance: ...".
bool is_deck(Article const& article, std::uint32_t i) {
  auto const& regions = article.document.regions;
  if (i == 0 || i + 1 >= regions.size() || regions[i - 1].kind != RegionKind::headline ||
      regions[i].kind != RegionKind::body || regions[i + 1].kind != RegionKind::body)
    return false;
  std::string_view const words = article.document.folded_text(regions[i].span);
  WordClass const* const openers = article.lexicon->word_class("summary-opener");
  if (openers != nullptr && openers->longest(words.data(), words.data() + words.size())) return true;
  return words.size() >= 20 && words.size() <= longest_deck && words.find_first_of(":()") == std::string_view::npos &&
         std::string_view(".:?!\"),;").find(words.back()) == std::string_view::npos && words.back() >= 0;
}

/// "Key points:" alone, above a list.
bool announces_points(Article const& article, std::uint32_t i) {
  auto const& regions = article.document.regions;
  if (i + 1 >= regions.size() || regions[i + 1].kind != RegionKind::list_item) return false;
  std::string_view const words = article.document.folded_text(regions[i].span);
  WordClass const* const openers = article.lexicon->word_class("summary-opener");
  return openers != nullptr && openers->find(words) != nullptr;
}

/// The regions of a summary end here; 0 when there is none. At most a dozen points: more are the article itself.
std::uint32_t end_of_summary(Article const& article) {
  auto const& regions = article.document.regions;
  std::uint32_t points = 0;
  for (std::uint32_t i = 0; i < regions.size(); ++i) {
    RegionKind const kind = regions[i].kind;
    if (kind == RegionKind::list_item || (kind == RegionKind::heading && i > 0)) {
      points += kind == RegionKind::list_item || regions[i - 1].kind == RegionKind::headline;
      if (kind == RegionKind::heading && regions[i - 1].kind != RegionKind::headline) return 0;
    } else if (is_deck(article, i)) {
      ++points;
    } else if (kind == RegionKind::body && points == 0 && announces_points(article, i)) {
      continue;
    } else if (kind == RegionKind::body) {
      if (points == 0 || points > 12) return 0;
      for (std::uint32_t k = i; k < regions.size(); ++k) // a text of lists, as change logs are, begins with one of them
        if (regions[k].kind == RegionKind::list_item) return 0;
      return i;
    } else if (kind != RegionKind::headline && kind != RegionKind::front_matter && kind != RegionKind::byline) {
      return 0;
    }
  }
  return 0; // nothing below it
}

/// Each looks through the figures of the text; a line with more of them is no headline.
constexpr std::size_t most_in_headline = 40;

class Collector {
 public:
  Collector(Article const& article, Above above)
      : article_(article), text_(article.document.folded), above_(above),
        summary_end_(above == Above::summary ? end_of_summary(article) : 0) {}

  FiguresAbove run() {
    collect();
    if (out_.names_above.size() > most_in_headline) out_.names_above.resize(most_in_headline);
    return std::move(out_);
  }

 private:
  bool in_headline(std::uint32_t offset) const {
    std::uint32_t const region = article_.document.region_at(offset);
    if (region == no_id) return false;
    RegionKind const kind = article_.document.regions[region].kind;
    if (above_ == Above::summary)
      return region < summary_end_ &&
             (kind == RegionKind::list_item || kind == RegionKind::heading || kind == RegionKind::body);
    return kind == RegionKind::headline;
  }
  bool in_text(std::uint32_t offset) const {
    std::uint32_t const region = article_.document.region_at(offset);
    if (region == no_id || region < summary_end_) return false;
    RegionKind const kind = article_.document.regions[region].kind;
    return text::is_text(kind) && kind != RegionKind::headline && kind != RegionKind::boilerplate;
  }

  void collect() {
    bool figures = summary_end_ > 0;
    if (above_ == Above::headline)
      for (auto const& region : article_.document.regions) // every figure of a headline that counts has a digit
        figures = figures || (region.kind == RegionKind::headline && has_digit(region.span));
    if (!figures) return;
    for (Claim const& claim : article_.claims) {
      if (claim.kind != Kind::score || !in_text(claim.span.begin)) continue;
      score_firsts_.insert(claim.figure.value);
      score_seconds_.insert(claim.figure.second);
    }
    for (ClaimId id = 0; id < article_.claims.size(); ++id) add_claim(id);
    if (above_ == Above::headline) add_bare_numbers(); // points of a summary are sentences: their figures are claims
  }

  void add(Figured figure) {
    if (in_headline(figure.span.begin)) {
      if (figure.sort == Sort::number && !figure.ordinal && is_year(figure.value) && figure.span.size() == 4)
        figure.sort = Sort::year;
      if (out_.above.size() < most_in_headline) out_.above.push_back(figure);
    } else if (in_text(figure.span.begin)) {
      out_.body.push_back(figure);
    }
  }

  void add_claim(ClaimId id) {
    Claim const& claim = article_.claims[id];
    auto const sort = sort_of(claim.kind);
    if (!sort) return;
    Figured figure{id,
                   claim.span,
                   *sort,
                   claim.figure.value,
                   article_.lexicon->units[claim.figure.unit].dimension,
                   claim.kind == Kind::ordinal};
    bool const headline = in_headline(claim.span.begin);
    if (*sort == Sort::year) {
      if (!headline) add_numbers_in(claim.span); // "42 years ago"
      if (!claim.time) return;
      PartialDate const& stated = claim.time->stated;
      if (headline && (!stated.has_year() || stated.has_month() || stated.has_weekday() || claim.time->relative))
        return;
      if (stated.has_year()) add_value(figure, Decimal{stated.year});
      if (claim.time->when.known()) add_value(figure, Decimal{calendar::year_of(claim.time->when.first_day())});
      if (stated.has_day()) add_value(figure, Decimal{stated.day});
      return;
    }
    if (headline && (!has_digit(claim.span) || is_part_of_name(claim.span) || is_round_the_clock(claim))) return;
    if (headline && claim.kind == Kind::score && !score_in_text(claim.figure)) return;
    if (claim.figure.exact_known) {
      add(figure);
      if (!claim.figure.second.is_zero()) add_value(figure, claim.figure.second);
      return;
    }
    if (headline) return;
    out_.vague.push_back({id, claim.figure.interval});
    if (!claim.figure.range) return;
    if (!claim.figure.interval.low.unbounded) add_value(figure, claim.figure.interval.low.value);
    if (!claim.figure.interval.high.unbounded) add_value(figure, claim.figure.interval.high.value);
  }
  void add_numbers_in(Span span) {
    for (std::uint32_t at = span.begin; at < span.end;) {
      std::uint32_t end = at;
      while (end < span.end && digit(text_[end])) ++end;
      if (end > at && end - at <= 3)
        if (auto const value = Decimal::parse(text_.substr(at, end - at)))
          add({no_id, {at, end}, Sort::number, *value, {}, false});
      at = std::max(at + 1, end);
    }
  }
  /// The text gives a score that shares a number with the headline's: else it tells the game in other figures.
  bool score_in_text(Figure const& score) const {
    return score_firsts_.contains(score.value) || score_seconds_.contains(score.second);
  }
  void add_value(Figured figure, Decimal value) {
    figure.value = value;
    add(figure);
  }
  /// "24-hour drinking" is no stretch of time that the text would have to give.
  bool is_round_the_clock(Claim const& claim) const {
    return claim.kind == Kind::duration && claim.figure.adjectival && claim.figure.exact_known &&
           claim.figure.value == Decimal{24} && article_.lexicon->units[claim.figure.unit].code == "h";
  }
  bool has_digit(Span span) const {
    std::string_view const words = text_.substr(span.begin, span.size());
    return words.find_first_of("0123456789") != std::string_view::npos;
  }

  /// Digits and number words that are no claims: they count as mentions in the text, and in the headline as figures
  /// when they stand alone.
  void add_bare_numbers() {
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < text_.size();) {
      while (next < article_.claims.size() && article_.claims[next].span.end <= at) ++next;
      if (next < article_.claims.size() && article_.claims[next].span.contains(at)) {
        at = article_.claims[next].span.end;
        continue;
      }
      if (!is_word_byte(text_[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < text_.size() && is_word_byte(text_[end])) ++end;
      while (end + 1 < text_.size() && (text_[end] == ',' || text_[end] == '.') && digit(text_[end + 1]) &&
             digit(text_[end - 1])) {
        ++end;
        while (end < text_.size() && is_word_byte(text_[end])) ++end;
      }
      add_word({at, end});
      at = end;
    }
  }
  static bool digit(char c) { return c >= '0' && c <= '9'; }

  void add_word(Span span) {
    std::string_view const whole = text_.substr(span.begin, span.size());
    if (digit(whole.front())) return add_digits(span);
    if (std::size_t const digits = whole.find_first_of("0123456789"); digits != std::string_view::npos) {
      bool const headline = in_headline(span.begin);
      if (digits <= 3 && whole.size() - digits <= 4 &&
          whole.find_first_not_of("0123456789", digits) == std::string_view::npos && (headline || in_text(span.begin)))
        (headline ? out_.names_above : out_.body_names)
            .push_back({span, whole.substr(0, digits), whole.substr(digits)});
      return;
    }
    auto const* number = article_.lexicon->number_words.find(whole);
    if (number != nullptr && number->role == NumberWord::scale) number = nullptr;
    auto const* const ordinal = number == nullptr ? article_.lexicon->ordinals.find(whole) : nullptr;
    if ((number == nullptr && ordinal == nullptr) || in_headline(span.begin)) return;
    if (number != nullptr)
      add({no_id, span, Sort::number, Decimal{number->value}, {}, false});
    else
      add({no_id, span, Sort::number, Decimal{*ordinal}, {}, true});
  }
  void add_digits(Span span) {
    std::string word(text_.substr(span.begin, span.size()));
    bool const headline = in_headline(span.begin);
    std::int32_t scale = 0;
    if (std::size_t const letters = word.find_first_not_of("0123456789.,"); letters != std::string::npos) {
      std::string_view const tail = std::string_view(word).substr(letters);
      scale = tail == "k" ? 3 : tail == "m" ? 6 : tail == "b" ? 9 : -1;
      if (scale < 0 && headline) return; // a name: 737s
      word.resize(letters);
    }
    word.erase(std::remove(word.begin(), word.end(), ','), word.end());
    auto value = Decimal::parse(word);
    if (!value) return;
    if (scale > 0) value->exponent += scale;
    if (scale == 0) add_hyphened_name(span, headline);
    if (headline && (is_part_of_name(span) || is_heading_number(span))) return;
    add({no_id, span, Sort::number, *value, {}, false});
  }
  /// COVID-19, AK-47: up to eight letters, a hyphen, up to three digits.
  void add_hyphened_name(Span digits, bool headline) {
    if (digits.size() > 3 || digits.begin < 2 || text_[digits.begin - 1] != '-' ||
        (!headline && !in_text(digits.begin)))
      return;
    std::uint32_t begin = digits.begin - 1;
    while (begin > 0 && text_[begin - 1] >= 'a' && text_[begin - 1] <= 'z') --begin;
    std::uint32_t const letters = digits.begin - 1 - begin;
    if (letters == 0 || letters > 8 || (begin > 0 && text_[begin - 1] == '-')) return;
    (headline ? out_.names_above : out_.body_names)
        .push_back({{begin, digits.end}, text_.substr(begin, letters), text_.substr(digits.begin, digits.size())});
  }
  /// "8. Known faults"
  bool is_heading_number(Span span) const {
    std::uint32_t const region = article_.document.region_at(span.begin);
    return region != no_id && article_.document.regions[region].span.begin == span.begin && span.end < text_.size() &&
           (text_[span.end] == '.' || text_[span.end] == ')');
  }
  /// Glued to letters or to an apostrophe: AK-47, '06.
  bool is_part_of_name(Span span) const {
    if (span.begin == 0) return false;
    char const before = text_[span.begin - 1];
    if (before == '\'' || before == '\x98' || before == '\x99') return true;
    if (before == '-' && span.begin >= 2 && is_word_byte(text_[span.begin - 2])) return true;
    return span.end < text_.size() && text_[span.end] == '-' && span.end + 1 < text_.size() &&
           is_word_byte(text_[span.end + 1]);
  }

  Article const& article_;
  std::string_view text_;
  Above above_;
  std::uint32_t summary_end_; ///< the first region of the text below the summary
  FiguresAbove out_;
  std::set<Decimal> score_firsts_, score_seconds_; ///< of the text
};

} // namespace

std::optional<Sort> sort_of(Kind kind) {
  switch (kind) {
  case Kind::age:
    return Sort::age;
  case Kind::duration:
    return Sort::duration;
  case Kind::percent:
  case Kind::points:
  case Kind::ratio:
  case Kind::multiplier:
    return Sort::share;
  case Kind::money:
    return Sort::money;
  case Kind::rate:
    return Sort::rate;
  case Kind::count:
  case Kind::number:
  case Kind::ordinal:
  case Kind::score:
  case Kind::vote:
  case Kind::record:
  case Kind::odds:
    return Sort::number;
  case Kind::date:
    return Sort::year;
  default:
    break;
  }
  if (is_quantity(kind)) return Sort::quantity;
  return std::nullopt;
}

FiguresAbove figures_above(Article const& article, Above above) { return Collector(article, above).run(); }

} // namespace claimcheck::rules
