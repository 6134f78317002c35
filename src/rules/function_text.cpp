// Functions that look at the words around the evidence: applicability tests that no pattern can express.
#include <algorithm>

#include "base/hash.hpp"
#include "rules/function.hpp"

namespace claimcheck::rules {
namespace {

using Arguments = std::span<Value const>;

Span span_of(Value const& value) {
  if (value.claim != nullptr) return value.claim->span;
  return value.slot != nullptr ? value.slot->span : Span{};
}

bool has(Scope const& scope, Span where, Value const& name) {
  WordClass const* const words = name.words != nullptr ? name.words : scope.article.lexicon->word_class(name.text);
  if (words == nullptr || where.empty()) return false;
  std::string_view const text = scope.article.document.folded;
  char const* const last = text.data() + where.end;
  bool word_start = true;
  for (char const* at = text.data() + where.begin; at < last; ++at) {
    if (word_start && words->longest(at, last)) return true;
    word_start = !is_word_byte(*at);
  }
  return false;
}

Span sentence_of(Scope const& scope, Span at) {
  auto const& document = scope.article.document;
  std::uint32_t const index = document.sentence_at(at.begin);
  return index < document.sentences.size() ? document.sentences[index] : Span{};
}

/// So many words before or after, within the sentence.
Span beside(Scope const& scope, Span at, int words, bool after) {
  std::string_view const text = scope.article.document.folded;
  Span const sentence = sentence_of(scope, at);
  if (sentence.empty()) return {};
  std::uint32_t p = after ? at.end : at.begin;
  while (words > 0 && (after ? p < sentence.end : p > sentence.begin)) {
    auto const byte = [&](std::uint32_t i) { return text[after ? i : i - 1]; };
    while ((after ? p < sentence.end : p > sentence.begin) && !is_word_byte(byte(p))) after ? ++p : --p;
    while ((after ? p < sentence.end : p > sentence.begin) && is_word_byte(byte(p))) after ? ++p : --p;
    --words;
  }
  return after ? Span{at.end, p} : Span{p, at.begin};
}

int number_or(Arguments in, std::size_t i, int otherwise) {
  return in.size() > i && in[i].exact_known ? static_cast<int>(in[i].exact.to_double()) : otherwise;
}

/// No further than this from the evidence: a text without full stops is one sentence, and every date in it would read
/// all of it.
constexpr std::uint32_t sentence_reach = 1000;

Value sentence_has(Scope const& scope, Arguments in) {
  Span const at = span_of(in[0]);
  if (at.empty()) return {}; // a name that this match does not bind: no words stand around it
  Span where = sentence_of(scope, at);
  if (where.begin + sentence_reach < at.begin) where.begin = at.begin - sentence_reach;
  where.end = std::min(where.end, at.end + sentence_reach);
  return Value::of(has(scope, where, in[1]));
}

Value follows(Scope const& scope, Arguments in) {
  if (span_of(in[0]).empty()) return {};
  return Value::of(has(scope, beside(scope, span_of(in[0]), number_or(in, 2, 3), true), in[1]));
}
Value precedes(Scope const& scope, Arguments in) {
  if (span_of(in[0]).empty()) return {};
  return Value::of(has(scope, beside(scope, span_of(in[0]), number_or(in, 2, 3), false), in[1]));
}

/// Nothing stands between a claim and a name that this match does not bind: the span would begin with the text.
bool both_bound(Arguments in) { return !span_of(in[0]).empty() && !span_of(in[1]).empty(); }
Span between_spans(Span a, Span b) { return a.end <= b.begin ? Span{a.end, b.begin} : Span{b.end, a.begin}; }

Value between(Scope const& scope, Arguments in) {
  if (!both_bound(in)) return {};
  return Value::of(has(scope, between_spans(span_of(in[0]), span_of(in[1])), in[2]));
}

/// Fewer than so many words apart.
Value near(Scope const& scope, Arguments in) {
  if (!both_bound(in)) return {};
  Span const gap = between_spans(span_of(in[0]), span_of(in[1]));
  std::string_view const text = scope.article.document.folded_text(gap);
  int words = 0;
  bool inside = false;
  for (char const c : text) {
    if (is_word_byte(c) && !inside) ++words;
    inside = is_word_byte(c);
  }
  return Value::of(words < number_or(in, 2, 10) && text.find('\n') == std::string_view::npos);
}

Value figures_between(Scope const& scope, Arguments in) {
  if (!both_bound(in)) return {};
  Span const gap = between_spans(span_of(in[0]), span_of(in[1]));
  auto const& claims = scope.article.claims;
  auto at =
      std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < gap.begin; });
  int n = 0;
  for (; at != claims.end() && at->span.begin < gap.end; ++at)
    if (is_figure(at->kind) && gap.contains(at->span)) ++n;
  return Value::number(Decimal{n});
}

/// A figure that could be another part of what `a` is a part of: of its kind and unit, before it in its sentence.
Value follows_its_like(Scope const& scope, Arguments in) {
  if (in[0].claim == nullptr) return {};
  Claim const& claim = *in[0].claim;
  auto const& claims = scope.article.claims;
  for (auto at = claims.begin() + (&claim - claims.data());
       at != claims.begin() && (at - 1)->sentence == claim.sentence; --at)
    if ((at - 1)->kind == claim.kind && (at - 1)->figure.unit == claim.figure.unit) return Value::of(true);
  return Value::of(false);
}

/// The list was cut short: another figure of its kind and unit stands behind it in the sentence, with an "and".
Value continued_by_its_like(Scope const& scope, Arguments in) {
  if (in[0].slot == nullptr || in[0].slot->claims.empty()) return {};
  auto const& claims = scope.article.claims;
  Claim const& last = claims[in[0].slot->claims.back()];
  for (ClaimId id = in[0].slot->claims.back() + 1; id < claims.size() && claims[id].sentence == last.sentence; ++id) {
    if (claims[id].kind != last.kind || claims[id].figure.unit != last.figure.unit) continue;
    std::string_view const between = scope.article.document.folded_text({last.span.end, claims[id].span.begin});
    if (between.ends_with(" and ")) return Value::of(true);
  }
  return Value::of(false);
}

/// Dates without a year may be of the year that was named last: "shot on Oct. 8, 2023. Two were arrested on Nov. 21".
Value follows_another_year(Scope const& scope, Arguments in) {
  if (in[0].claim == nullptr) return {};
  constexpr std::uint32_t sentences_back = 3;
  auto const& claims = scope.article.claims;
  Claim const& claim = *in[0].claim;
  for (auto at = claims.begin() + (&claim - claims.data());
       at != claims.begin() && (at - 1)->sentence + sentences_back >= claim.sentence; --at)
    if ((at - 1)->time != nullptr && (at - 1)->time->stated.has_year()) return Value::of(true);
  return Value::of(false);
}

/// The folded words of the article, each once: does the claim's text stand in front of it?
Value contains_text(Scope const&, Arguments in) {
  if (in[0].base != Base::text || in[1].base != Base::text) return {};
  return Value::of(in[0].text.find(in[1].text) != std::string_view::npos);
}

Value same_digits_moved(Scope const&, Arguments in) {
  if (!in[0].exact_known || !in[1].exact_known) return {};
  std::string a = in[0].exact.normalized().to_string(), b = in[1].exact.normalized().to_string();
  if (a == b || a.size() != b.size()) return Value::of(false);
  std::size_t i = 0;
  while (a[i] == b[i]) ++i;
  if (i + 1 >= a.size()) return Value::of(false);
  std::swap(a[i], a[i + 1]);
  return Value::of(a == b);
}

Value same_digits_scaled(Scope const&, Arguments in) {
  if (!in[0].exact_known || !in[1].exact_known) return {};
  return Value::of(in[0].exact != in[1].exact &&
                   in[0].exact.normalized().coefficient == in[1].exact.normalized().coefficient);
}

} // namespace

std::vector<Function> text_functions() {
  return {
      {"sentence_has", "cC", 'b', "sentence_has(a, \"class\")", "the sentence of `a` holds a word of the class", "",
       sentence_has},
      {"before", "cCp?", 'b', "before(a, \"class\", 3)",
       "a word of the class stands among the three (or n) words before `a`, in its sentence", "", precedes},
      {"after", "cCp?", 'b', "after(a, \"class\", 3)",
       "a word of the class stands among the words after `a`, in its sentence", "", follows},
      {"between", "ccC", 'b', "between(a, b, \"class\")", "a word of the class stands between `a` and `b`", "",
       between},
      {"near", "ccp?", 'b', "near(a, b, 10)", "fewer than ten (or n) words stand between `a` and `b`, in one block", "",
       near},
      {"figures_between", "cc", 'p', "figures_between(a, b)", "how many figures stand between `a` and `b`", "",
       figures_between},
      {"continued_by_its_like", "l", 'b', "continued_by_its_like(parts)",
       "behind the list another figure of its kind and unit follows \"and\": words parted it", "",
       continued_by_its_like},
      {"follows_another_year", "x", 'b', "follows_another_year(date)",
       "a date with a year stands before it, at most three sentences back", "", follows_another_year},
      {"follows_its_like", "c", 'b', "follows_its_like(a)",
       "a figure of the same kind and unit stands before `a` in its sentence", "", follows_its_like},
      {"contains", "tt", 'b', "contains(text, \"words\")", "the text holds the words", "", contains_text},
      {"transposed", "ff", 'b', "transposed(a, b)",
       "the digits of the two figures differ by one exchange of neighbours: 1,536 and 1,356", "", same_digits_moved},
      {"rescaled", "ff", 'b', "rescaled(a, b)",
       "the two figures have the same digits and another power of ten: $3.2 billion and $3.2 million", "",
       same_digits_scaled},
  };
}

std::vector<Function> const& functions() {
  static std::vector<Function> const table = [] {
    std::vector<Function> out = number_functions();
    for (auto const& more : {date_functions(), calendar_functions(), clock_functions(), text_functions(),
                             written_functions(), motion_functions()})
      out.insert(out.end(), more.begin(), more.end());
    return out;
  }();
  return table;
}

int function_named(std::string_view name) {
  auto const& table = functions();
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].name == name) return static_cast<int>(i);
  return -1;
}

} // namespace claimcheck::rules
