// What the calendar grammars share: the reading that their actions fill, and the terminals of the calendar.
//
// The reading travels in the context, not as an attribute: many small rules fill one reading. A branch that may fail
// after an action stands in attempt[...], which puts the reading back.
#pragma once

#include "grammars/context.hpp"
#include "grammars/numeral.hpp"
#include "grammars/temporal_reading.hpp"

namespace claimcheck::grammar {

/// A reading that is being filled. `changes` counts the actions on it, so that a branch that failed before any of them
/// costs no copy: most branches do.
struct Draft {
  TemporalReading& reading;
  std::uint32_t changes = 0; ///< 0: nothing has been read yet
};

struct reading_tag;
using temporal_context = x3::context<reading_tag, Draft, context>;

template <class Context>
TemporalReading const& reading_so_far(Context const& ctx) {
  return x3::get<reading_tag>(ctx).reading;
}
template <class Context>
TemporalReading& change_reading(Context const& ctx) {
  Draft& draft = x3::get<reading_tag>(ctx);
  ++draft.changes;
  return draft.reading;
}

/// Puts the reading back when the subject fails.
template <class Subject>
struct AttemptDirective : x3::unary_parser<Subject, AttemptDirective<Subject>> {
  using base = x3::unary_parser<Subject, AttemptDirective<Subject>>;
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  explicit constexpr AttemptDirective(Subject const& wrapped) : base(wrapped) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext& rctx, Attribute&) const {
    Draft& draft = x3::get<reading_tag>(ctx);
    Iterator const from = first;
    if (draft.changes == 0) {
      if (this->subject.parse(first, last, ctx, rctx, x3::unused)) return true;
      if (draft.changes != 0) draft.reading = {};
      draft.changes = 0;
    } else {
      TemporalReading const saved = draft.reading;
      std::uint32_t const changes = draft.changes;
      if (this->subject.parse(first, last, ctx, rctx, x3::unused)) return true;
      if (draft.changes != changes) draft.reading = saved;
      draft.changes = changes;
    }
    first = from;
    return false;
  }
};
struct AttemptGenerator {
  template <class Subject>
  AttemptDirective<typename x3::extension::as_parser<Subject>::value_type> operator[](Subject const& subject) const {
    return AttemptDirective<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
  }
};
inline constexpr AttemptGenerator attempt{};

/// An action on the reading and the attribute of the parser before it: `lex[on([](TemporalReading& r, auto const& word)
/// { ... })]`.
template <class Function>
auto on(Function function) {
  return [function](auto& ctx) { function(change_reading(ctx), x3::_attr(ctx)); };
}
/// An action on the reading alone.
template <class Function>
auto then(Function function) {
  return [function](auto& ctx) { function(change_reading(ctx)); };
}

/// The longest entry of a list of the calendar: cal<&CalendarWords::seasons>. Attribute: a pointer to its value.
template <auto Table>
struct CalendarParser : x3::parser<CalendarParser<Table>> {
  template <class T>
  struct ValueOf;
  template <class T>
  struct ValueOf<PhraseTable<T> CalendarWords::*> {
    using type = T;
  };
  using attribute_type = typename ValueOf<std::remove_cv_t<decltype(Table)>>::type const*;
  static bool const has_attribute = true;

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    auto const found = text_of(ctx).longest(text_of(ctx).lexicon->calendar.*Table, first, last);
    if (!found) return false;
    first = found.end;
    x3::traits::move_to(found.value, attr);
    return true;
  }
};
template <auto Table>
inline constexpr CalendarParser<Table> cal{};

/// A parser made of a function `char const* f(first, last, TextContext const&, int& value)`. Attribute: the value.
template <auto Function>
struct NumberParser : x3::parser<NumberParser<Function>> {
  using attribute_type = int;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    int value = 0;
    char const* const end = Function(first, last, text_of(ctx), value);
    if (end == nullptr) return false;
    first = end;
    x3::traits::move_to(value, attr);
    return true;
  }
};
template <auto Function>
inline constexpr NumberParser<Function> number_scan{};

/// The numeral grammar, whose rules are instantiated for the plain context.
struct NumeralCall : x3::parser<NumeralCall> {
  using attribute_type = Numeral;
  static bool const has_attribute = true;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute& attr) const {
    Numeral out;
    context const plain(text_of(ctx));
    if (!numeral.parse(first, last, plain, x3::unused, out)) return false;
    x3::traits::move_to(out, attr);
    return true;
  }
};
inline constexpr NumeralCall a_number{};

/// A predicate on the reading so far: it matches nothing and fails when the function says no.
template <class Function>
struct CheckParser : x3::parser<CheckParser<Function>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  Function function;
  explicit constexpr CheckParser(Function f) : function(f) {}
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator&, Iterator const&, Context const& ctx, RContext&, Attribute&) const {
    return function(reading_so_far(ctx));
  }
};
template <class Function>
CheckParser<Function> check(Function function) {
  return CheckParser<Function>(function);
}

inline constexpr std::uint32_t at_apostrophe = 1u << 30; ///< besides the gate's families

/// What can begin at a place: the gate's families of the word there. One probe instead of a look into every table.
inline std::uint32_t families_at(char const* p, char const* last, TextContext const& text) {
  if (p == last) return 0;
  if (*p < 'a' || *p > 'z') return *p == '\'' || *p == '\xE2' ? at_apostrophe : 0;
  return detail::gate_families(p, last, text);
}

/// Matches nothing; fails where no word of these families stands.
template <std::uint32_t Families>
struct BeginsParser : x3::parser<BeginsParser<Families>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const& ctx, RContext&, Attribute&) const {
    return (families_at(first, last, text_of(ctx)) & Families) != 0;
  }
};
template <std::uint32_t Families>
inline constexpr BeginsParser<Families> begins{};

/// How long a run of digits is.
enum DigitRun : unsigned { few = 1, three = 2, four = 4, short_run = few | three | four, more = 8 }; // few: one or two
/// What stands behind a run of digits.
enum BehindDigits : unsigned {
  letter_behind = 1,
  colon_behind = 2,
  point_behind = 4, ///< and a digit
  slash_behind = 8,
  dash_behind = 16,
  quote_behind = 32,
  space_behind = 64,
  end_behind = 128, ///< anything else
  any_behind = 255,
};
struct DigitShape {
  unsigned run = 0; ///< 0: no digit stands here
  unsigned behind = 0;
};
inline DigitShape digit_shape(char const* p, char const* last) {
  auto const n = leading_digits(p, last);
  if (n == 0) return {};
  p += n;
  DigitShape shape{n <= 2 ? few : n == 3 ? three : n == 4 ? four : more, end_behind};
  if (p == last) return shape;
  switch (*p) {
  case ':':
    shape.behind = colon_behind;
    break;
  case '.':
    if (p + 1 != last && p[1] >= '0' && p[1] <= '9') shape.behind = point_behind;
    break;
  case '/':
    shape.behind = slash_behind;
    break;
  case '-':
    shape.behind = dash_behind;
    break;
  case '\'':
    shape.behind = quote_behind;
    break;
  case ' ':
    shape.behind = space_behind;
    break;
  case '\xE2': // a typographic dash or apostrophe
    shape.behind = dash_behind | quote_behind;
    break;
  default:
    if (*p >= 'a' && *p <= 'z') shape.behind = letter_behind;
  }
  return shape;
}

/// Matches nothing; fails where no such run of digits stands. Digits begin most kinds of calendar expressions, and a
/// look behind them rules nearly all out.
template <unsigned Runs, unsigned Behind>
struct DigitsOpenParser : x3::parser<DigitsOpenParser<Runs, Behind>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;
  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, Iterator const& last, Context const&, RContext&, Attribute&) const {
    if (first == last || *first < '0' || *first > '9') return false;
    DigitShape const shape = digit_shape(first, last);
    return (shape.run & Runs) != 0 && (shape.behind & Behind) != 0;
  }
};
template <unsigned Runs, unsigned Behind>
inline constexpr DigitsOpenParser<Runs, Behind> digits_open{};

namespace detail {

inline bool digit_at(char const* p, char const* last) { return p < last && *p >= '0' && *p <= '9'; }

/// Digits, `least` to `most` of them, no digit behind.
inline char const* digits_of(char const* p, char const* last, int least, int most, int& value) {
  int n = 0;
  value = 0;
  while (n < most && digit_at(p, last)) {
    value = value * 10 + (*p++ - '0');
    ++n;
  }
  return n >= least && !digit_at(p, last) ? p : nullptr;
}

/// The number goes on behind these digits: a decimal, a group, a percentage, a word.
inline bool number_goes_on(char const* p, char const* last) {
  if (p == last) return false;
  if (*p == '%' || (*p >= 'a' && *p <= 'z')) return true;
  if ((*p == '.' || *p == ':') && digit_at(p + 1, last)) return true;
  if (*p != ',') return false;
  int group = 0; // "1,939" but not "March 3,2023"
  return digits_of(p + 1, last, 3, 3, group) != nullptr;
}

template <int Least, int Most>
char const* digits_between(char const* p, char const* last, TextContext const&, int& value) {
  return digits_of(p, last, Least, Most, value);
}

/// 1 or 2 digits that may be a day of the month, with or without "st", "nd" ...; days up to 39 are read, so that rules
/// can object.
inline char const* day_digits(char const* p, char const* last, TextContext const&, int& value) {
  p = digits_of(p, last, 1, 2, value);
  if (p == nullptr || value < 1 || value > 39) return nullptr;
  if (last - p >= 2) {
    std::string_view const suffix(p, 2);
    if ((suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") && word_ends(p + 2, last)) return p + 2;
  }
  return number_goes_on(p, last) ? nullptr : p;
}

/// 1st, 22nd, third, twenty-first.
inline char const* ordinal(char const* p, char const* last, TextContext const& text, int& value) {
  if (digit_at(p, last)) {
    p = digits_of(p, last, 1, 3, value);
    if (p == nullptr || last - p < 2) return nullptr;
    std::string_view const suffix(p, 2);
    return (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") && word_ends(p + 2, last) ? p + 2
                                                                                                            : nullptr;
  }
  if (auto const found = text.longest(text.lexicon->ordinals, p, last)) {
    value = *found.value;
    return found.end;
  }
  auto const tens = text.longest(text.lexicon->number_words, p, last);
  if (!tens || tens.value->role != NumberWord::tens || tens.end == last || (*tens.end != '-' && *tens.end != ' '))
    return nullptr;
  auto const ones = text.longest(text.lexicon->ordinals, tens.end + 1, last);
  if (!ones || *ones.value > 9) return nullptr;
  value = tens.value->value + *ones.value;
  return ones.end;
}

/// Four digits that can be a year and are no part of a larger number.
inline char const* year_digits(char const* p, char const* last, TextContext const&, int& value) {
  p = digits_of(p, last, 4, 4, value);
  return p != nullptr && value >= 1000 && value <= 2999 && !number_goes_on(p, last) ? p : nullptr;
}

/// '97: the century is supplied around 1950 to 2049, and the reading says that it was not written.
inline char const* short_year(char const* p, char const* last, TextContext const& text, int& value) {
  p = apostrophe(p, last, text);
  if (p == nullptr) return nullptr;
  p = digits_of(p, last, 2, 2, value);
  if (p == nullptr || !word_ends(p, last)) return nullptr;
  value += value < 50 ? 2000 : 1900;
  return p;
}

/// The letters of the word that ends before `at` (spaces between), empty at the start of the block or behind other
/// signs.
inline std::string_view word_before(char const* at, TextContext const& text) {
  char const* end = at;
  while (end != text.begin && end[-1] == ' ') --end;
  char const* const p = end - trailing_letters(text.begin, end);
  return {p, static_cast<std::size_t>(end - p)};
}

inline bool word_before_is(char const* at, TextContext const& text, PhraseTable<bool> const& words) {
  std::string_view const before = word_before(at, text);
  return !before.empty() && words.find(before) != nullptr;
}

/// The word begins with a capital and no sentence begins with it.
inline bool next_is_capitalised(char const* p, char const* last, TextContext const& text) {
  while (p != last && *p == ' ') ++p;
  return p != last && text.capital(p);
}

} // namespace detail

inline constexpr auto day_digits = number_scan<&detail::day_digits>;
inline constexpr auto ordinal = number_scan<&detail::ordinal>;
inline constexpr auto year_digits = number_scan<&detail::year_digits>;
inline constexpr auto short_year = number_scan<&detail::short_year>;
template <int Least, int Most>
inline constexpr auto digits_between = number_scan<&detail::digits_between<Least, Most>>;

inline auto const comma_space = -x3::lit(',') >> space;
inline auto const the = x3::omit[word<"the"> >> space];

} // namespace claimcheck::grammar
