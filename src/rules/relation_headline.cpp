// A headline's figures against those of the text below it.
//
// A headline restates a figure of the text: the same, rounded, in digits for words, in years for dates. The relation
// looks for that figure; where there is none it gives the nearest one of the same sort, which is what the headline was
// probably made from.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "resolve/calendar.hpp"
#include "rules/figured.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

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

/// What a figure's last written digit stands for, scale word included: a million in 55M, a tenth in 3.5.
Decimal written_place(Decimal value) { return value.last_place(); }

class HeadlineFigures {
 public:
  HeadlineFigures(Article const& article, Above above)
      : article_(article), text_(article.document.folded), found_(figures_above(article, above)) {}

  std::vector<Binding> run() {
    std::vector<Binding> out;
    for (FiguredName const& name : found_.names_above) {
      FiguredName const* const other = other_name(name);
      if (other == nullptr) continue;
      Binding binding;
      binding.slots = {name_slot(name), name_slot(*other), Slot::of_value(Value::of(name.digits == other->digits))};
      out.push_back(std::move(binding));
    }
    for (Figured const& figure : found_.above) {
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
  /// The same name in the text, or one with the same letters and other digits.
  FiguredName const* other_name(FiguredName const& name) const {
    FiguredName const* best = nullptr;
    for (FiguredName const& other : found_.body_names) {
      if (other.letters != name.letters) continue;
      if (other.digits == name.digits) return &other;
      if (best == nullptr) best = &other;
    }
    return best;
  }
  Slot name_slot(FiguredName const& name) const { return Slot::of_text(name.span, article_.document.text(name.span)); }

  bool has_digit(Span span) const {
    std::string_view const words = text_.substr(span.begin, span.size());
    return words.find_first_of("0123456789") != std::string_view::npos;
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
    for (Figured const& other : found_.body)
      if (restates(figure.sort, other.sort) &&
          ((rounds(figure.value, other.value) && !other_span_of_time(figure, other)) || converts(figure, other)))
        return &other;
    if (figure.claim == no_id) {
      // "indoor 400m mark": a letter that was taken for millions may be the meters of the text.
      if (figure.span.size() > 1 && text_[figure.span.end - 1] == 'm')
        for (Figured const& other : found_.body)
          if (other.sort == Sort::quantity && multiply(other.value, Decimal{1000000}) == figure.value) return &other;
      return nullptr;
    }
    if (article_.lexicon->units[article_.claims[figure.claim].figure.unit].code == "m") { // 8m may be eight million
      Decimal const millions = multiply(figure.value, Decimal{1000000});
      for (Figured const& other : found_.body)
        if (rounds(millions, other.value)) return &other;
    }
    // "Nearing 50", "more than 90 percent": what the headline's words allow.
    Claim const& claim = article_.claims[figure.claim];
    if (claim.hedge == Hedge::none) return nullptr;
    for (Figured const& other : found_.body)
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
    for (auto const& [id, interval] : found_.vague) {
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
    for (Figured const& other : found_.body)
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
    for (Figured const& other : found_.body)
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
    for (Figured const& other : found_.body) {
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
    for (Figured const& other : found_.body)
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
    for (Figured const& other : found_.body) {
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
  FiguresAbove found_;
};

std::vector<Binding> headline_figures(Article const& article) {
  return HeadlineFigures(article, Above::headline).run();
}
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
