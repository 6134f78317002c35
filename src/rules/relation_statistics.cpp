// Reported tests of significance: "t(28) = 2.20, p = .03", and confidence intervals.
#include <cmath>
#include <optional>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "base/find_byte.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

namespace math = boost::math;

/// Of one document. A report has hundreds of tests; a file with more is data.
constexpr std::size_t most_tests = 1000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `=`, `<`, `>` with a number behind it.
struct Comparison {
  char sign = '=';
  Decimal value;
  Span span; ///< of the number
};

/// Reads along a stretch of the folded text. Every read skips blanks first and leaves the place where it was when it
/// fails.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t at, std::uint32_t end) : text_(text), at_(at), end_(end) {}
  std::uint32_t at() const { return at_; }

  bool mark(char c) {
    skip();
    if (at_ == end_ || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view w) {
    skip();
    if (!text_.substr(at_, end_ - at_).starts_with(w)) return false;
    std::uint32_t const behind = at_ + static_cast<std::uint32_t>(w.size());
    if (behind < end_ && is_letter(w.back()) && is_letter(text_[behind])) return false;
    at_ = behind;
    return true;
  }
  /// -.22, 2.20, 1,234; the sign may be U+2212.
  std::optional<Decimal> number(Span* span = nullptr) {
    skip();
    std::uint32_t p = at_;
    std::string digits;
    if (p < end_ && text_[p] == '-')
      digits += '-', ++p;
    else if (text_.substr(p, end_ - p).starts_with("\xE2\x88\x92"))
      digits += '-', p += 3;
    std::uint32_t const first = p;
    while (p < end_ &&
           (is_digit(text_[p]) || (p + 1 < end_ && (text_[p] == '.' || text_[p] == ',') && is_digit(text_[p + 1])))) {
      if (text_[p] != ',') digits += text_[p];
      ++p;
    }
    if (p == first || p - first > 17) return {};
    auto const value = Decimal::parse(digits);
    if (!value) return {};
    if (span != nullptr) *span = {at_, p};
    at_ = p;
    return value;
  }
  std::optional<Comparison> comparison() {
    Reader const before = *this;
    for (char const sign : {'=', '<', '>'}) {
      if (!mark(sign)) continue;
      Comparison out{sign, {}, {}};
      if (auto const value = number(&out.span)) {
        out.value = *value;
        return out;
      }
      break;
    }
    *this = before;
    return {};
  }

 private:
  void skip() {
    while (at_ < end_ && (text_[at_] == ' ' || text_.substr(at_, 2) == "\xC2\xA0")) at_ += text_[at_] == ' ' ? 1 : 2;
  }
  std::string_view text_;
  std::uint32_t at_, end_;
};

enum class Test : std::uint8_t { t, f, r, chi2, z };

struct Reported {
  Test test = Test::t;
  double df1 = 0, df2 = 0;
  Comparison statistic;
  Span span;                    ///< "t(28) = 2.20"
  bool not_significant = false; ///< "ns" in place of p
  Comparison p;
  Span p_span; ///< "p = .03"
};

/// The name of a statistic at `at`, and where it ends.
std::optional<Test> test_named(Reader& reader) {
  for (auto const name : {"chi2", "chi-square", "chi-squared", "\xCF\x87\xC2\xB2",
                          "\xCF\x87"
                          "2",
                          "x2", "q"})
    if (reader.word(name)) return Test::chi2;
  if (reader.word("t")) return Test::t;
  if (reader.word("f")) return Test::f;
  if (reader.word("r")) return Test::r;
  if (reader.word("z")) return Test::z;
  return {};
}

std::optional<Reported> reported_test(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Reader reader(text, begin, end);
  Reported out;
  auto const test = test_named(reader);
  if (!test) return {};
  out.test = *test;
  if (out.test != Test::z) {
    if (!reader.mark('(')) return {};
    auto const first = reader.number();
    if (!first) return {};
    out.df1 = first->to_double();
    if (reader.mark(',')) {
      if (out.test == Test::chi2) { // chi2(2, N = 170)
        if (!reader.word("n") || !reader.mark('=')) return {};
      }
      auto const second = reader.number();
      if (!second) return {};
      out.df2 = second->to_double();
    } else if (out.test == Test::f) {
      return {};
    }
    if (!reader.mark(')')) return {};
  }
  auto const statistic = reader.comparison();
  if (!statistic) return {};
  out.statistic = *statistic;
  out.span = {begin, reader.at()};
  if (!reader.mark(',') && !reader.mark(';')) return {};
  Reader const before_p = reader;
  std::uint32_t p_begin = before_p.at();
  while (p_begin < end && text[p_begin] == ' ') ++p_begin;
  if (reader.word("p")) {
    auto const p = reader.comparison();
    if (!p) return {};
    out.p = *p;
  } else if (reader.word("ns") || reader.word("n.s.")) {
    out.not_significant = true;
  } else {
    return {};
  }
  out.p_span = {p_begin, reader.at()};
  return out;
}

/// The probability of a statistic at least so large; two-tailed where the test has two tails. Nothing when it is not
/// defined.
std::optional<double> probability(Reported const& test, double statistic) {
  double const x = std::abs(statistic);
  switch (test.test) {
  case Test::z:
    return 2 * math::cdf(math::complement(math::normal(), x));
  case Test::t:
    if (!(test.df1 > 0)) return {};
    return 2 * math::cdf(math::complement(math::students_t(test.df1), x));
  case Test::r: {
    if (!(test.df1 > 0) || x > 1) return {};
    if (x == 1) return 0;
    return 2 * math::cdf(math::complement(math::students_t(test.df1), x * std::sqrt(test.df1 / (1 - x * x))));
  }
  case Test::chi2:
    if (!(test.df1 > 0) || statistic < 0) return {};
    return math::cdf(math::complement(math::chi_squared(test.df1), x));
  case Test::f:
    if (!(test.df1 > 0) || !(test.df2 > 0) || statistic < 0) return {};
    return math::cdf(math::complement(math::fisher_f(test.df1, test.df2), x));
  }
  return {};
}

/// What the rounded statistic allows: its last digit may be off by half.
std::optional<Value> computed_p(Reported const& test, double tails) {
  double const stated = std::abs(test.statistic.value.to_double());
  double const half = multiply(test.statistic.value.last_place(), Decimal{5, -1}).to_double();
  double const least = std::max(0.0, stated - half);
  double const most = test.test == Test::r ? std::min(1.0, stated + half) : stated + half;
  auto const high = probability(test, least), low = probability(test, most), middle = probability(test, stated);
  if (!high || !low || !middle) return {};
  auto const end = [&](double p) { return Decimal::from_double(std::min(1.0, p * tails)); };
  Interval interval = Interval::between(end(*low * (1 - 1e-9)), end(*high * (1 + 1e-9)));
  if (test.statistic.sign == '<') interval.high = Bound::closed_at(Decimal{1});
  if (test.statistic.sign == '>') interval.low = Bound::open_at(Decimal{0});
  Value out = Value::figure(interval, Measure::plain);
  out.exact_known = test.statistic.sign == '=';
  out.exact = Decimal::from_double(*middle * tails).significant(3);
  return out;
}

Value reported_p(Reported const& test) {
  if (test.not_significant) return Value::figure(Interval::more_than(Decimal{5, -2}), Measure::plain);
  Decimal const p = test.p.value;
  Interval interval;
  if (test.p.sign == '<')
    interval = {Bound::closed_at(Decimal{0}), Bound::open_at(p)};
  else if (test.p.sign == '>')
    interval = {Bound::open_at(p), Bound::closed_at(Decimal{1})};
  else
    interval = p.is_zero() ? Interval::point(p) : Interval::around(p, multiply(p.last_place(), Decimal{5, -1}));
  return Value::figure(interval, Measure::plain);
}

bool starts_word(std::string_view text, std::uint32_t at) {
  return at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]) && text[at - 1] != '-');
}

/// Where a report may begin: no further before its first `=`, `<` or `>` than a name and degrees of freedom are long.
/// Texts without such a sign cost one look.
class Signs {
 public:
  explicit Signs(std::string_view text) : text_(text) { next_ = find(0); }
  /// The first place from `at` on that is worth a look.
  std::uint32_t near(std::uint32_t at) {
    if (next_ < at) next_ = find(at);
    return std::max(at, next_ > longest ? next_ - longest : 0);
  }

 private:
  static constexpr std::uint32_t longest = 48;
  std::uint32_t find(std::uint32_t at) const {
    return static_cast<std::uint32_t>(find_byte<'=', '<', '>'>(text_, at, text_.size()));
  }
  std::string_view text_;
  std::uint32_t next_ = 0;
};

bool may_name_test(char c) {
  return c == 't' || c == 'f' || c == 'r' || c == 'z' || c == 'q' || c == 'c' || c == 'x' || c == '\xCF';
}

bool has_one_tail(std::string_view sentence) {
  for (std::string_view const cue : {"one-tailed", "one tailed", "one-sided", "one sided", "directional"})
    if (sentence.find(cue) != std::string_view::npos) return true;
  return false;
}

std::vector<Binding> test_statistics(Article const& article) {
  std::vector<Binding> out;
  std::string_view const text = article.document.folded;
  std::uint32_t sentence = no_id; ///< of the last test, and whether it says that the test is one-tailed
  bool one_tail = false;
  Signs signs(text);
  for (auto const& region : article.document.regions) {
    if (!text::is_text(region.kind)) continue;
    for (std::uint32_t at = signs.near(region.span.begin); at < region.span.end; at = signs.near(at + 1)) {
      if (out.size() == most_tests) return out;
      if (!may_name_test(text[at]) || !starts_word(text, at)) continue;
      auto const test = reported_test(text, at, region.span.end);
      if (!test) continue;
      std::uint32_t const s = article.document.sentence_at(at);
      if (s != sentence) {
        sentence = s;
        one_tail = s < article.document.sentences.size() &&
                   has_one_tail(article.document.folded_text(article.document.sentences[s]));
      }
      auto const p = computed_p(*test, one_tail && test->test != Test::f && test->test != Test::chi2 ? 0.5 : 1);
      if (!p) continue;
      out.push_back({{Slot::of_text(test->span, article.document.text(test->span)),
                      Slot::of_text(test->p_span, article.document.text(test->p_span)), Slot::of_value(*p),
                      Slot::of_value(reported_p(*test))}});
      at = test->p_span.end - 1;
    }
  }
  return out;
}

/// Every "p = -.22", "r = 1.3".
std::vector<Binding> probabilities(Article const& article) {
  std::vector<Binding> out;
  std::string_view const text = article.document.folded;
  Signs signs(text);
  for (auto const& region : article.document.regions) {
    if (!text::is_text(region.kind)) continue;
    for (std::uint32_t at = signs.near(region.span.begin); at < region.span.end; at = signs.near(at + 1)) {
      if (out.size() == most_tests) return out;
      if ((text[at] != 'p' && text[at] != 'r') || !starts_word(text, at)) continue;
      Reader reader(text, at, region.span.end);
      bool const correlation = text[at] == 'r';
      if (!reader.word(correlation ? "r" : "p")) continue;
      bool const freedom = correlation && reader.mark('('); // "r(38) = 1.3"
      if (freedom && (!reader.number() || !reader.mark(')'))) continue;
      auto const stated = reader.comparison();
      if (!stated || (reader.at() < region.span.end && text[reader.at()] == '%')) continue;
      // "let p = 42", "R = 6371.0088": a letter with a value of its own. Reports give decimals, and slips stay near.
      if (stated->value.is_integer() && !stated->value.is_zero() && !freedom) continue;
      if (stated->value > Decimal{10} || stated->value < Decimal{-10}) continue;
      char const* unit = text.data() + reader.at(); // "P = 12 h" is a period
      char const* const last = text.data() + region.span.end;
      while (unit != last && *unit == ' ') ++unit;
      if (article.lexicon->unit_symbols.longest(unit, last) || article.lexicon->unit_names.longest(unit, last))
        continue;
      Span const span{at, reader.at()};
      // "p < .000": programs print zeros for what they round, and nothing is less.
      bool const below = !correlation && stated->sign == '<' && stated->value.is_zero();
      Interval const allowed = correlation ? Interval::between(Decimal{-1}, Decimal{1})
                               : below     ? Interval::more_than(Decimal{0})
                                           : Interval::between(Decimal{0}, Decimal{1});
      out.push_back({{Slot::of_text(span, article.document.text(span)), Slot::of_value(Value::number(stated->value)),
                      Slot::of_value(Value::figure(allowed, Measure::plain))}});
    }
  }
  return out;
}

/// "CI" or "confidence interval" stands somewhere.
bool names_interval(std::string_view text) {
  for (std::size_t at = 0;; ++at) {
    at = find_pair<'c', 'i'>(text, at, text.size());
    if (at == text.size()) break;
    if (starts_word(text, static_cast<std::uint32_t>(at)) && (at + 2 == text.size() || !is_letter(text[at + 2])))
      return true;
  }
  for (std::size_t at = 0;; ++at) { // two letters from its middle: few other words hold them
    at = find_pair<'f', 'i'>(text, at, text.size());
    if (at == text.size()) return false;
    if (at >= 3 && text.substr(at - 3).starts_with("confidence interval")) return true;
  }
}

/// Where the figure that holds the number ends, its unit and what it counts included.
std::uint32_t end_of_figure(Article const& article, Span number) {
  auto const& claims = article.claims;
  auto at = std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.end < number.end; });
  if (at == claims.end() || at->span.begin > number.begin || !is_figure(at->kind)) return number.end;
  bool const counts = at->subject.phrase.begin >= at->span.end && at->subject.phrase.begin <= at->span.end + 1;
  return counts ? at->subject.phrase.end : at->span.end;
}

/// "1.8 (95% CI 1.2-2.7)", "12 (95 percent confidence interval, 9 to 11)".
std::vector<Binding> confidence_intervals(Article const& article) {
  std::vector<Binding> out;
  std::string_view const text = article.document.folded;
  if (!names_interval(text)) return out;
  for (auto const& region : article.document.regions) {
    if (!text::is_text(region.kind)) continue;
    for (std::uint32_t at = region.span.begin; at < region.span.end; ++at) {
      if (out.size() == most_tests) return out;
      if (!is_digit(text[at]) || (at > region.span.begin && (is_digit(text[at - 1]) || text[at - 1] == '.' ||
                                                             text[at - 1] == ',' || is_letter(text[at - 1]))))
        continue;
      Reader reader(text, at > region.span.begin && text[at - 1] == '-' ? at - 1 : at, region.span.end);
      Span estimate_span;
      auto const estimate = reader.number(&estimate_span);
      if (!estimate) continue;
      if (std::uint32_t const behind = end_of_figure(article, estimate_span); behind > reader.at())
        reader = Reader(text, behind, region.span.end); // "3.1 points (95% CI"
      reader.mark('%') || reader.word("percent");
      if (reader.mark(',')) {
        if (reader.word("with")) reader.word("a");
      } else if (!reader.mark('(') && !reader.mark('[')) {
        continue;
      }
      if (!reader.number()) continue;
      if (!reader.mark('%') && !reader.word("percent")) continue;
      if (!reader.word("ci") && !reader.word("confidence interval")) continue;
      reader.mark(':') || reader.mark(',') || reader.mark('=') || reader.word("of");
      reader.mark('[');
      std::uint32_t const begin = reader.at();
      auto const low = reader.number();
      if (!low) continue;
      reader.mark('%') || reader.word("percent");
      if (!reader.word("to") && !reader.word("\xE2\x80\x93") && !reader.mark(',') && !reader.mark('-')) continue;
      auto const high = reader.number();
      if (!high) continue;
      reader.mark('%');
      Span ends{begin, reader.at()};
      while (ends.begin < ends.end && text[ends.begin] == ' ') ++ends.begin;
      out.push_back({{Slot::of_text(estimate_span, article.document.text(estimate_span)),
                      Slot::of_text(ends, article.document.text(ends)), Slot::of_value(Value::number(*estimate)),
                      Slot::of_value(Value::number(*low)), Slot::of_value(Value::number(*high))}});
      at = reader.at() - 1;
    }
  }
  return out;
}

Type const text_type = Type::of(Base::text);
Type const number_type = Type::figure(Measure::plain);

} // namespace

std::vector<Relation> statistics_relations() {
  return {
      {"test-statistic",
       "a reported test with its p: t(28) = 2.20, p = .03; also F, r, chi2, Q and z, with `<`, `>` and `ns`",
       {{"statistic", "", text_type, false, "t(28) = 2.20"},
        {"p", "", text_type, false, "p = .03"},
        {"computed", "", number_type, false,
         "p from the statistic, two-tailed unless the sentence says one-tailed; an interval, since the statistic is "
         "rounded"},
        {"reported", "", number_type, false, "what the reported p allows"}},
       test_statistics},
      {"probability",
       "a reported probability or correlation: p = .03, r = -.4",
       {{"text", "", text_type, false, "p = .03"},
        {"value", "", number_type, false, "its value"},
        {"allowed", "", number_type, false, "0 to 1, or -1 to 1"}},
       probabilities},
      {"confidence-interval",
       "an estimate with its confidence interval: 1.8 (95% CI 1.2-2.7)",
       {{"estimate", "", text_type, false, "1.8"},
        {"ends", "", text_type, false, "1.2-2.7"},
        {"value", "", number_type, false, "the estimate"},
        {"low", "", number_type, false, "the lower end"},
        {"high", "", number_type, false, "the upper end"}},
       confidence_intervals},
  };
}

} // namespace claimcheck::rules
