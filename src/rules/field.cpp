#include "rules/field.hpp"

#include "resolve/calendar.hpp"

namespace claimcheck::rules {
namespace {

KindMask mask_of(std::string_view kinds) {
  std::string unused;
  return kinds_named(kinds, unused);
}

Type same(Type const& claim) { return claim; }
Type plain(Type const&) { return Type::figure(Measure::plain); }
template <Base base>
Type fixed(Type const&) {
  return Type::of(base);
}
template <TextForm form>
Type text_in(Type const&) {
  return Type::text(form);
}

/// A figure that shares the claim's unit but not its interval.
Value in_unit(Scope const& scope, Claim const& claim, Interval interval) {
  Value out = value_of(scope, claim);
  out.interval = interval;
  out.exact_known = interval.is_point();
  if (out.exact_known) out.exact = interval.low.value;
  out.rounding = Decimal{};
  out.claim = nullptr;
  return out;
}

Value bound(Scope const& scope, Claim const& claim, Bound const& end) {
  return end.unbounded ? Value{} : in_unit(scope, claim, Interval::point(end.value));
}

/// A member of the partial date as a pure number.
template <class Number, class None>
Value written(Number value, None none) {
  return value == none ? Value{} : Value::number(Decimal{value});
}

Value speaker(Scope const& scope, Claim const& claim) {
  if (claim.attribution == no_id) return {};
  Attribution const& said = scope.article.attributions[claim.attribution];
  if (said.speaker < scope.article.entities.size()) return Value::of_text(scope.article.entities[said.speaker].name);
  return said.source.empty() ? Value{} : Value::of_text(scope.article.document.folded_text(said.source));
}

constexpr std::string_view grain_names[] = {"second",  "minute", "hour",   "day_part", "day",
                                            "weekend", "week",   "month",  "season",   "quarter",
                                            "half",    "year",   "decade", "century",  ""};

// What a text field can be, so that a rule which asks for another is told so when it is loaded.
template <class Enum>
std::vector<std::string_view> names_to(Enum last) {
  std::vector<std::string_view> out;
  for (int i = 0; i <= static_cast<int>(last); ++i) out.push_back(name_of(static_cast<Enum>(i)));
  return out;
}
Type kind_word(Type const&) {
  static auto const words = names_to(Kind::direction);
  return Type::text(TextForm::free, words);
}
Type hedge_word(Type const&) {
  static auto const words = names_to(Hedge::vague);
  return Type::text(TextForm::free, words);
}
Type region_word(Type const&) {
  static auto const words = names_to(text::RegionKind::boilerplate);
  return Type::text(TextForm::free, words);
}
Type grain_word(Type const&) { return Type::text(TextForm::free, grain_names); }
Type system_word(Type const&) {
  static constexpr std::string_view words[] = {"metric", "imperial", "us", ""};
  return Type::text(TextForm::free, words);
}

Value unit_value(UnitId unit) {
  Value out;
  if (unit == no_unit) return out;
  out.base = Base::unit;
  out.unit = unit;
  return out;
}

/// The field of a temporal claim by what it is read from.
template <class Read>
constexpr auto temporal(Read) {
  return [](Scope const&, Claim const& c) { return c.time ? Read{}(*c.time) : Value{}; };
}

} // namespace

std::vector<Field> const& fields() {
  // Here and not at namespace level: rules may be loaded while other static objects are still being made.
  static KindMask const anything = mask_of("any"), figures = mask_of("figure"),
                        dated = mask_of("date|time|recurrence|duration");
  using S = Scope const&;
  using C = Claim const&;
  using T = Temporal const&;
  static std::vector<Field> const table{
      {"value", figures, "the stated figure as a point, in its own unit; unknown for ranges and vague words", same,
       [](S s, C c) -> Value {
         return c.figure.exact_known ? in_unit(s, c, Interval::point(c.figure.value)) : Value{};
       }},
      {"low", figures, "the lower end of what the words allow; unknown when there is none", same,
       [](S s, C c) -> Value { return bound(s, c, c.figure.interval.low); }},
      {"high", figures, "the upper end of what the words allow; unknown when there is none", same,
       [](S s, C c) -> Value { return bound(s, c, c.figure.interval.high); }},
      {"interval", figures, "what the words allow, a round count included: 200 may be 195 to 205", same,
       [](S s, C c) -> Value { return in_unit(s, c, c.figure.interval); }},
      {"second", figures, "the other number of a score, vote, record, ratio or odds", plain,
       [](S, C c) -> Value { return Value::number(c.figure.second); }},
      {"third", figures, "the third number of a record or score", plain,
       [](S, C c) -> Value { return Value::number(c.figure.third); }},
      {"rounding", figures, "one unit of the last digit that carries information: 35,000 -> 1000", same,
       [](S s, C c) -> Value { return in_unit(s, c, Interval::point(c.figure.rounding)); }},
      {"unit", anything, "the unit; == and != compare units, convert() takes one", fixed<Base::unit>,
       [](S, C c) -> Value { return unit_value(c.figure.unit); }},
      {"per", figures, "the unit of a rate's denominator: `hour` in $12 an hour", fixed<Base::unit>,
       [](S, C c) -> Value { return unit_value(c.figure.per); }},
      {"per_amount", figures, "how many of the denominator: 100000 in `per 100,000`", plain,
       [](S, C c) -> Value { return Value::number(c.figure.per_amount); }},
      {"system", anything, "the unit's system: metric, imperial, us, or empty", system_word,
       [](S s, C c) -> Value { return Value::of_text(s.units()[c.figure.unit].system); }},
      {"dimension", anything, "the dimension of the unit; == and != compare", fixed<Base::dimension>,
       [](S s, C c) -> Value {
         Value out;
         out.base = Base::dimension;
         out.dimension = s.units()[c.figure.unit].dimension;
         return out;
       }},
      {"kind", anything, "the kind of claim, a text: \"count\"", kind_word,
       [](S, C c) -> Value { return Value::of_text(name_of(c.kind)); }},
      {"hedge", anything,
       "about, nearly, just under, just over, more than, at least, less than, at most, exactly, vague; empty when "
       "there is none",
       hedge_word, [](S, C c) -> Value { return Value::of_text(name_of(c.hedge)); }},
      {"hedged", anything, "some hedge stands before it", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.hedge != Hedge::none && c.hedge != Hedge::exactly); }},
      {"range", figures, "two ends were written", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.figure.range); }},
      {"in_words", figures, "written as words: twelve", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.figure.written_as_words); }},
      {"text", anything, "the claim as written, in lower case", text_in<TextForm::lower_case>,
       [](S s, C c) -> Value { return Value::of_text(s.article.document.folded_text(c.span)); }},
      {"subject", anything,
       "what is counted or measured; == compares head nouns in the singular; unknown when there is none",
       text_in<TextForm::singular>,
       [](S s, C c) -> Value {
         if (c.subject.key == 0) return {};
         Value out = Value::of_text(s.article.document.folded_text(c.subject.head));
         out.key = c.subject.key;
         return out;
       }},
      {"definite", anything, "it has a definite article: the 250 workers", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.subject.definite); }},
      {"adjectival", figures, "joined to its noun by a hyphen: the 350-room hotel", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.figure.adjectival); }},
      {"quoted", anything, "inside a direct quotation", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(bool{c.guards.quoted}); }},
      {"difference", anything, "a change by so much, not a reading: a rise of 2 degrees", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(bool{c.guards.difference}); }},
      {"hypothetical", anything, "would, if, could have, target, forecast", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(bool{c.guards.hypothetical}); }},
      {"negated", anything, "under a negation", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(bool{c.guards.negated}); }},
      {"region", anything, "headline, dateline, body, heading, caption, list_item, table_cell ...", region_word,
       [](S s, C c) -> Value {
         if (c.region == no_id) return {};
         return Value::of_text(text::name_of(s.article.document.regions[c.region].kind));
       }},
      {"sentence", anything, "the sentence's number, for == and !=", plain,
       [](S, C c) -> Value { return c.sentence == no_id ? Value{} : Value::number(Decimal{c.sentence}); }},
      {"paragraph", anything, "the paragraph's number", plain,
       [](S, C c) -> Value { return c.region == no_id ? Value{} : Value::number(Decimal{c.region}); }},
      {"speaker", anything, "who says it, where somebody does", fixed<Base::text>, speaker},
      {"attributed", anything, "somebody says it", fixed<Base::truth>,
       [](S, C c) -> Value { return Value::of(c.attribution != no_id); }},
      {"bearing", bit(Kind::direction), "degrees clockwise from north", plain,
       [](S s, C c) -> Value { return value_of(s, c); }},
      {"year", dated, "the year that the words name; unknown when they name none", plain,
       temporal([](T t) { return written(t.stated.year, PartialDate::no_year); })},
      {"month", dated, "the month that the words name, 1 to 12 or as written", plain,
       temporal([](T t) { return written(t.stated.month, PartialDate::none); })},
      {"day", dated, "the day of the month that the words name", plain,
       temporal([](T t) { return written(t.stated.day, PartialDate::none); })},
      {"weekday", dated, "the day of the week that the words name", fixed<Base::weekday>,
       temporal([](T t) { return Value::of_weekday(t.stated.weekday); })},
      {"hour", dated, "the hour as written, 0 to 23 after a.m. and p.m.", plain,
       temporal([](T t) { return written(t.clock.hour, ClockTime::none); })},
      {"minute", dated, "the minute as written", plain,
       temporal([](T t) { return written(t.clock.minute, ClockTime::none); })},
      {"zone", dated, "minutes east of Greenwich, where a zone is named", plain,
       temporal([](T t) { return written(t.clock.zone, ClockTime::no_zone); })},
      {"when", dated, "the days meant, as a date; unknown when nothing decides them", fixed<Base::date>,
       temporal([](T t) { return Value::of_date(t.when); })},
      {"grain", dated, "day, week, month, season, quarter, half, year, decade, century ...", grain_word,
       temporal([](T t) { return Value::of_text(grain_names[static_cast<std::size_t>(t.when.grain)]); })},
      {"relative", dated, "spoken from the document's date: Thursday, last week", fixed<Base::truth>,
       temporal([](T t) { return Value::of(t.relative); })},
      {"approximate", dated, "hedged: about 1900, early March", fixed<Base::truth>,
       temporal([](T t) { return Value::of(t.approximate); })},
  };
  return table;
}

int field_named(std::string_view name) {
  auto const& table = fields();
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].name == name) return static_cast<int>(i);
  return -1;
}

} // namespace claimcheck::rules
