// A headline's figures against those of the text below it.
//
// A headline restates a figure of the text: the same, rounded, in digits for words, in years for dates. The relation
// looks for that figure; where there is none it gives the nearest one of the same sort, which is what the headline was
// probably made from.
#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "resolve/calendar.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// Sorts of figures that may restate each other.
enum class Sort : std::uint8_t { number, age, duration, share, money, rate, year, quantity };

struct Figured {
  ClaimId claim = no_id;
  Span span;
  Sort sort = Sort::number;
  Decimal value;
  Dimension dimension; ///< of a quantity
  bool ordinal = false;
};

using text::RegionKind;

bool restates(Sort headline, Sort body) {
  switch (headline) {
  case Sort::number:
    return body == Sort::number || body == Sort::share || body == Sort::age || body == Sort::year;
  case Sort::age:
  case Sort::duration:
    return body == Sort::age || body == Sort::duration || body == Sort::number;
  case Sort::share:
    return body == Sort::share || body == Sort::number;
  case Sort::money:
    return body == Sort::money || body == Sort::number || body == Sort::rate;
  case Sort::rate:
    return body == Sort::rate || body == Sort::money || body == Sort::number || body == Sort::duration;
  case Sort::year:
    return body == Sort::year || body == Sort::number;
  case Sort::quantity:
    return body == Sort::quantity || body == Sort::number;
  }
  return false;
}

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

bool is_year(Decimal value) { return value.is_integer() && value >= Decimal{1500} && value < Decimal{2300}; }

/// What a figure's last written digit stands for, scale word included: a million in 55M, a tenth in 3.5.
Decimal written_place(Decimal value) { return value.last_place(); }

constexpr std::size_t longest_deck = 200; ///< bytes

/// What restates the text below it.
enum class Above : std::uint8_t {
  headline,
  summary, ///< the line below the headline, and the bullets before the first paragraph
};

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

class HeadlineFigures {
 public:
  explicit HeadlineFigures(Article const& article, Above above = Above::headline)
      : article_(article), text_(article.document.folded), above_(above),
        summary_end_(above == Above::summary ? end_of_summary(article) : 0) {}

  std::vector<Binding> run() {
    collect();
    std::vector<Binding> out;
    if (headline_names_.size() > most_in_headline) headline_names_.resize(most_in_headline);
    for (Name const& name : headline_names_) {
      Name const* const other = other_name(name);
      if (other == nullptr) continue;
      Binding binding;
      binding.slots = {name_slot(name), name_slot(*other), Slot::of_value(Value::of(name.digits == other->digits))};
      out.push_back(std::move(binding));
    }
    for (Figured const& figure : headline_) {
      if (figure.sort == Sort::number && figure.value < Decimal{3})
        continue; // "two", "one" stand for articles and pronouns
      Figured const* const same = restated(figure);
      Figured const* const near = same != nullptr || derived(figure) ? same : nearest_to(figure);
      if (near == nullptr && same == nullptr) continue;
      Binding binding;
      binding.slots.push_back(slot(figure));
      binding.slots.push_back(slot(*near));
      binding.slots.push_back(Slot::of_value(Value::of(same != nullptr)));
      out.push_back(std::move(binding));
    }
    return out;
  }

 private:
  /// Letters and digits in one: MH370, G20.
  struct Name {
    Span span;
    std::string_view letters, digits;
  };
  /// The same name in the text, or one with the same letters and other digits.
  Name const* other_name(Name const& name) const {
    Name const* best = nullptr;
    for (Name const& other : body_names_) {
      if (other.letters != name.letters) continue;
      if (other.digits == name.digits) return &other;
      if (best == nullptr) best = &other;
    }
    return best;
  }
  Slot name_slot(Name const& name) const { return Slot::of_text(name.span, article_.document.text(name.span)); }

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
      if (headline_.size() < most_in_headline) headline_.push_back(figure);
    } else if (in_text(figure.span.begin)) {
      body_.push_back(figure);
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
    vague_.push_back({id, claim.figure.interval});
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
        (headline ? headline_names_ : body_names_).push_back({span, whole.substr(0, digits), whole.substr(digits)});
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
    (headline ? headline_names_ : body_names_)
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

  /// The headline's figure may be a rounded form of the text's.
  static bool rounds(Decimal headline, Decimal body) {
    if (headline == body) return true;
    Decimal const apart = subtract(headline, body).abs();
    Decimal const place = written_place(headline);
    if (apart < place && (!body.is_integer() || place > Decimal{1})) return true;
    if (headline.abs() < Decimal{100}) return false;
    Decimal const coarse = multiply(headline.rounding_unit(), Decimal{5, -1}),
                  slight = multiply(headline.abs(), Decimal{3, -2});
    return !(apart > (coarse < slight ? coarse : slight));
  }

  bool same_measure(Figured const& a, Figured const& b) const {
    if (a.sort == Sort::quantity && b.sort == Sort::quantity) return a.dimension == b.dimension;
    return restates(a.sort, b.sort);
  }

  bool converts(Figured const& a, Figured const& b) const {
    if (a.claim == no_id || b.claim == no_id) return false;
    UnitTable const& units = article_.lexicon->units;
    Claim const& x = article_.claims[a.claim];
    Claim const& y = article_.claims[b.claim];
    if (x.figure.unit == y.figure.unit || !units.convertible(y.figure.unit, x.figure.unit)) return false;
    Decimal const value = units.convert(y.figure.value, y.figure.unit, x.figure.unit, Rounding::nearest);
    return !(subtract(value, a.value).abs() > multiply(a.value.abs(), Decimal{3, -2}));
  }

  /// 10 years are not restated by 10 hours.
  bool other_span_of_time(Figured const& a, Figured const& b) const {
    if (a.sort != Sort::duration || b.sort != Sort::duration || a.claim == no_id || b.claim == no_id) return false;
    UnitId const x = article_.claims[a.claim].figure.unit, y = article_.claims[b.claim].figure.unit;
    return x != no_unit && y != no_unit && x != y;
  }

  Figured const* restated(Figured const& figure) const {
    for (Figured const& other : body_)
      if (restates(figure.sort, other.sort) &&
          ((rounds(figure.value, other.value) && !other_span_of_time(figure, other)) || converts(figure, other)))
        return &other;
    if (figure.claim == no_id) {
      // "indoor 400m mark": a letter that was taken for millions may be the meters of the text.
      if (figure.span.size() > 1 && text_[figure.span.end - 1] == 'm')
        for (Figured const& other : body_)
          if (other.sort == Sort::quantity && multiply(other.value, Decimal{1000000}) == figure.value) return &other;
      return nullptr;
    }
    if (article_.lexicon->units[article_.claims[figure.claim].figure.unit].code == "m") { // 8m may be eight million
      Decimal const millions = multiply(figure.value, Decimal{1000000});
      for (Figured const& other : body_)
        if (rounds(millions, other.value)) return &other;
    }
    // "Nearing 50", "more than 90 percent": what the headline's words allow.
    Claim const& claim = article_.claims[figure.claim];
    if (claim.hedge == Hedge::none) return nullptr;
    for (Figured const& other : body_)
      if (same_measure(figure, other) && claim.figure.interval.contains(other.value) &&
          close(figure.value, other.value, Decimal{15, -1}))
        return &other;
    return nullptr;
  }

  static bool close(Decimal a, Decimal b, Decimal factor) {
    if (a.is_zero() || b.is_zero() || a.is_negative() != b.is_negative()) return false;
    Decimal const x = a.abs(), y = b.abs();
    return !(x > multiply(y, factor)) && !(y > multiply(x, factor));
  }

  /// A vague figure of the text covers it, or it follows from two of them: years from dates, a share from the rest, a
  /// sum of money.
  bool derived(Figured const& figure) const {
    for (auto const& [id, interval] : vague_) {
      auto const sort = sort_of(article_.claims[id].kind);
      if (!sort || !restates(figure.sort, *sort) || !interval.bounded() || !interval.contains(figure.value)) continue;
      Figured const* const near = nearest_to(figure); // "hundreds" is no excuse where the text also says 747
      if (near == nullptr || !close(figure.value, near->value, Decimal{13, -1})) return true;
    }
    if (figure.sort == Sort::duration || figure.sort == Sort::age) return in_years(figure) && years_apart(figure.value);
    if (figure.sort == Sort::year)
      return article_.date.day && close_years(figure.value, Decimal{calendar::year_of(*article_.date.day)});
    if (figure.sort == Sort::share) return complement(figure.value) || change_of_two(figure.value);
    if (figure.sort == Sort::money)
      return pair(figure, [&](Decimal a, Decimal b) {
        Decimal const place = written_place(figure.value);
        return !(subtract(claimcheck::add(a, b), figure.value).abs() > place) ||
               !(subtract(subtract(a, b), figure.value).abs() > place);
      });
    return false;
  }
  bool in_years(Figured const& figure) const {
    return figure.claim != no_id && article_.lexicon->units[article_.claims[figure.claim].figure.unit].code == "a";
  }
  static bool close_years(Decimal a, Decimal b) { return !(subtract(a, b).abs() > Decimal{1}); }

  bool years_apart(Decimal years) const {
    std::vector<Decimal> known;
    for (Figured const& other : body_)
      if (other.sort == Sort::year && is_year(other.value)) known.push_back(other.value);
    if (article_.date.day) known.push_back(Decimal{calendar::year_of(*article_.date.day)});
    for (Decimal const a : known)
      for (Decimal const b : known)
        if (subtract(a, b) == years) return true;
    return false;
  }
  /// "4 percent more cars" where the text has 31,200 and 30,000.
  bool change_of_two(Decimal percent) const {
    std::vector<double> values;
    for (Figured const& other : body_)
      if ((other.sort == Sort::number || other.sort == Sort::money) && other.claim != no_id && values.size() < 60 &&
          other.value > Decimal{20})
        values.push_back(other.value.to_double());
    double const wanted = percent.to_double(), slack = written_place(percent).to_double() / 2;
    for (double const from : values)
      for (double const to : values)
        if (std::abs(100 * std::abs(to - from) / from - wanted) <= slack) return true;
    return false;
  }
  bool complement(Decimal value) const {
    for (Figured const& other : body_) {
      if (other.sort != Sort::share) continue;
      if (claimcheck::add(other.value, value) == Decimal{100}) return true;
      if (!(subtract(multiply(other.value, Decimal{100}), value).abs() > Decimal{11, -1})) return true;
    }
    return false;
  }
  /// Bounded: a text with thousands of sums of money would make millions of pairs.
  template <class Accept>
  bool pair(Figured const& figure, Accept&& accept) const {
    std::vector<Decimal> values;
    for (Figured const& other : body_)
      if (other.sort == figure.sort && values.size() < 60 &&
          std::find(values.begin(), values.end(), other.value) == values.end())
        values.push_back(other.value);
    for (std::size_t i = 0; i < values.size(); ++i)
      for (std::size_t k = 0; k < values.size(); ++k)
        if (i != k && accept(values[i], values[k])) return true;
    return false;
  }

  /// 3,000 for 30,000, $3 billion for $3.2 million.
  static bool same_digits_scaled(Decimal a, Decimal b) {
    if (!(a > Decimal{999}) || !(b > Decimal{999})) return false;
    if (a.normalized().coefficient == b.normalized().coefficient) return true;
    Decimal const thousand{1, 3};
    return rounds(a, multiply(b, thousand)) || rounds(multiply(a, thousand), b);
  }

  Figured const* nearest_to(Figured const& figure) const {
    Figured const* best = nullptr;
    Decimal best_gap;
    for (Figured const& other : body_) {
      bool const comparable = figure.sort == Sort::year
                                  ? other.sort == Sort::year && is_year(other.value) && has_digit(other.span)
                                  : same_measure(figure, other) && other.sort != Sort::year;
      if (!comparable ||
          !(close(figure.value, other.value, Decimal{7}) || same_digits_scaled(figure.value, other.value)))
        continue;
      Decimal const gap = subtract(figure.value, other.value).abs();
      if (best != nullptr && !(gap < best_gap)) continue;
      best = &other;
      best_gap = gap;
    }
    return best;
  }

  Slot slot(Figured const& figure) const {
    if (figure.claim != no_id) return Slot::of_claim(figure.claim, article_.claims[figure.claim].span);
    return Slot::of_text(figure.span, article_.document.text(figure.span));
  }

  Article const& article_;
  std::string_view text_;
  Above above_;
  std::uint32_t summary_end_; ///< the first region of the text below the summary
  std::vector<Figured> headline_, body_;
  std::vector<Name> headline_names_, body_names_;
  std::vector<std::pair<ClaimId, Interval>> vague_;
  std::set<Decimal> score_firsts_, score_seconds_; ///< of the text
};

std::vector<Binding> headline_figures(Article const& article) { return HeadlineFigures(article).run(); }
std::vector<Binding> summary_figures(Article const& article) { return HeadlineFigures(article, Above::summary).run(); }

} // namespace

std::vector<Relation> headline_relations() {
  Type const truth = Type::of(Base::truth);
  return {{"headline-figure",
           "each figure of the headline with the figure of the text that it restates (the same, rounded, in another "
           "unit), or else with the nearest of its sort",
           {{"headline", "figure|date", {}, false, "the figure in the headline"},
            {"body", "figure|date", {}, false, "the figure of the text"},
            {"restated", "", truth, false, "the second one can be the first"}},
           headline_figures},
          {"summary-figure",
           "the same for the line below the headline and the bullets before the first paragraph",
           {{"summary", "figure|date", {}, false, "the figure in the summary"},
            {"body", "figure|date", {}, false, "the figure of the text"},
            {"restated", "", truth, false, "the second one can be the first"}},
           summary_figures}};
}

} // namespace claimcheck::rules
