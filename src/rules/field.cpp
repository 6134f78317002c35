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

std::string_view grain_name(Grain grain) {
  static constexpr std::string_view names[] = {"second",  "minute", "hour",   "day_part", "day",
                                               "weekend", "week",   "month",  "season",   "quarter",
                                               "half",    "year",   "decade", "century",  ""};
  return names[static_cast<std::size_t>(grain)];
}

#define READ [](Scope const& scope, Claim const& c) -> Value

} // namespace

std::vector<Field> const& fields() {
  // Here and not at namespace level: rules may be loaded while other static objects are still being made.
  static KindMask const anything = mask_of("any"), figures = mask_of("figure"),
                        temporal = mask_of("date|time|recurrence|duration");
  static std::vector<Field> const table{
      {"value", figures, "the stated figure as a point, in its own unit; unknown for ranges and vague words", same,
       READ{return c.figure.exact_known ? in_unit(scope, c, Interval::point(c.figure.value)) : Value{};
}
} // namespace claimcheck::rules
, {"low", figures, "the lower end of what the words allow; unknown when there is none", same,
   READ{return bound(scope, c, c.figure.interval.low);
}
}
, {"high", figures, "the upper end of what the words allow; unknown when there is none", same,
   READ{return bound(scope, c, c.figure.interval.high);
}
}
, {"interval", figures, "what the words allow, a round count included: 200 may be 195 to 205", same,
   READ{return in_unit(scope, c, c.figure.interval);
}
}
, {"second", figures, "the other number of a score, vote, record, ratio or odds", plain, READ{(void)scope;
return Value::number(c.figure.second);
}
}
, {"third", figures, "the third number of a record or score", plain, READ{(void)scope;
return Value::number(c.figure.third);
}
}
, {"rounding", figures, "one unit of the last digit that carries information: 35,000 -> 1000", same,
   READ{return in_unit(scope, c, Interval::point(c.figure.rounding));
}
}
, {"unit", anything, "the unit; == and != compare units, convert() takes one", fixed<Base::unit>, READ{(void)scope;
Value out;
if (c.figure.unit == no_unit) return out;
out.base = Base::unit;
out.unit = c.figure.unit;
return out;
}
}
, {"per", figures, "the unit of a rate's denominator: `hour` in $12 an hour", fixed<Base::unit>, READ{(void)scope;
Value out;
if (c.figure.per == no_unit) return out;
out.base = Base::unit;
out.unit = c.figure.per;
return out;
}
}
, {"per_amount", figures, "how many of the denominator: 100000 in `per 100,000`", plain, READ{(void)scope;
return Value::number(c.figure.per_amount);
}
}
, {"system", anything, "the unit's system: metric, imperial, us, or empty", fixed<Base::text>,
   READ{return Value::of_text(scope.units()[c.figure.unit].system);
}
}
, {"dimension", anything, "the dimension of the unit; == and != compare", fixed<Base::dimension>, READ{Value out;
out.base = Base::dimension;
out.dimension = scope.units()[c.figure.unit].dimension;
return out;
}
}
, {"kind", anything, "the kind of claim, a text: \"count\"", fixed<Base::text>, READ{(void)scope;
return Value::of_text(name_of(c.kind));
}
}
, {"hedge", anything,
   "about, nearly, just under, just over, more than, at least, less than, at most, exactly, vague; empty when there is "
   "none",
   fixed<Base::text>, READ{(void)scope;
return Value::of_text(name_of(c.hedge));
}
}
, {"hedged", anything, "some hedge stands before it", fixed<Base::truth>, READ{(void)scope;
return Value::of(c.hedge != Hedge::none && c.hedge != Hedge::exactly);
}
}
, {"range", figures, "two ends were written", fixed<Base::truth>, READ{(void)scope;
return Value::of(c.figure.range);
}
}
, {"in_words", figures, "written as words: twelve", fixed<Base::truth>, READ{(void)scope;
return Value::of(c.figure.written_as_words);
}
}
, {"text", anything, "the claim as written, in lower case", fixed<Base::text>,
   READ{return Value::of_text(scope.article.document.folded_text(c.span));
}
}
, {"subject", anything,
   "what is counted or measured; == compares head nouns in the singular; unknown when there is none", fixed<Base::text>,
   READ{if (c.subject.key == 0) return Value{};
Value out = Value::of_text(scope.article.document.folded_text(c.subject.head));
out.key = c.subject.key;
return out;
}
}
, {"definite", anything, "it has a definite article: the 250 workers", fixed<Base::truth>, READ{(void)scope;
return Value::of(c.subject.definite);
}
}
, {"quoted", anything, "inside a direct quotation", fixed<Base::truth>, READ{(void)scope;
return Value::of(static_cast<bool>(c.guards.quoted));
}
}
, {"difference", anything, "a change by so much, not a reading: a rise of 2 degrees", fixed<Base::truth>,
   READ{(void)scope;
return Value::of(static_cast<bool>(c.guards.difference));
}
}
, {"hypothetical", anything, "would, if, could have, target, forecast", fixed<Base::truth>, READ{(void)scope;
return Value::of(static_cast<bool>(c.guards.hypothetical));
}
}
, {"negated", anything, "under a negation", fixed<Base::truth>, READ{(void)scope;
return Value::of(static_cast<bool>(c.guards.negated));
}
}
, {"region", anything, "headline, dateline, body, heading, caption, list_item, table_cell ...", fixed<Base::text>,
   READ{return c.region == no_id ? Value{}
                                 : Value::of_text(text::name_of(scope.article.document.regions[c.region].kind));
}
}
, {"sentence", anything, "the sentence's number, for == and !=", plain, READ{(void)scope;
return c.sentence == no_id ? Value{} : Value::number(Decimal{c.sentence});
}
}
, {"paragraph", anything, "the paragraph's number", plain, READ{(void)scope;
return c.region == no_id ? Value{} : Value::number(Decimal{c.region});
}
}
, {"speaker", anything, "who says it, where somebody does", fixed<Base::text>, speaker},
    {"attributed", anything, "somebody says it", fixed<Base::truth>, READ{(void)scope;
return Value::of(c.attribution != no_id);
}
}
, {"bearing", bit(Kind::direction), "degrees clockwise from north", plain, READ{return value_of(scope, c);
}
}
, {"year", temporal, "the year that the words name; unknown when they name none", plain, READ{(void)scope;
return c.time ? written(c.time->stated.year, PartialDate::no_year) : Value{};
}
}
, {"month", temporal, "the month that the words name, 1 to 12 or as written", plain, READ{(void)scope;
return c.time ? written(c.time->stated.month, PartialDate::none) : Value{};
}
}
, {"day", temporal, "the day of the month that the words name", plain, READ{(void)scope;
return c.time ? written(c.time->stated.day, PartialDate::none) : Value{};
}
}
, {"weekday", temporal, "the day of the week that the words name", fixed<Base::weekday>, READ{(void)scope;
return c.time ? Value::of_weekday(c.time->stated.weekday) : Value{};
}
}
, {"hour", temporal, "the hour as written, 0 to 23 after a.m. and p.m.", plain, READ{(void)scope;
return c.time ? written(c.time->clock.hour, ClockTime::none) : Value{};
}
}
, {"minute", temporal, "the minute as written", plain, READ{(void)scope;
return c.time ? written(c.time->clock.minute, ClockTime::none) : Value{};
}
}
, {"zone", temporal, "minutes east of Greenwich, where a zone is named", plain, READ{(void)scope;
return c.time ? written(c.time->clock.zone, ClockTime::no_zone) : Value{};
}
}
, {"when", temporal, "the days meant, as a date; unknown when nothing decides them", fixed<Base::date>,
   READ{(void)scope;
return c.time ? Value::of_date(c.time->when) : Value{};
}
}
, {"grain", temporal, "day, week, month, season, quarter, half, year, decade, century ...", fixed<Base::text>,
   READ{(void)scope;
return c.time ? Value::of_text(grain_name(c.time->when.grain)) : Value{};
}
}
, {"relative", temporal, "spoken from the document's date: Thursday, last week", fixed<Base::truth>, READ{(void)scope;
return c.time ? Value::of(c.time->relative) : Value{};
}
}
, {"approximate", temporal, "hedged: about 1900, early March", fixed<Base::truth>, READ{(void)scope;
return c.time ? Value::of(c.time->approximate) : Value{};
}
}
,
}
;
return table;
}

int field_named(std::string_view name) {
  auto const& table = fields();
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].name == name) return static_cast<int>(i);
  return -1;
}

} // namespace claimcheck::rules
