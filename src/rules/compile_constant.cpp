// Constants of expressions: "mi" stands for a unit where a unit is asked for, and a text that the other side can never
// be is a fault, since the condition would silently never hold.
#include <algorithm>
#include <array>

#include "rules/compiler.hpp"
#include "rules/remedy.hpp"

namespace claimcheck::rules {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array measures{Measure::plain, Measure::percent, Measure::points, Measure::money, Measure::physical};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<std::string> as_strings(std::span<std::string_view const> words) { return {words.begin(), words.end()}; }

/// A list of a few words as a remedy: "it is one of day, week, month, year".
std::string one_of(std::span<std::string_view const> words) {
  std::string out = "it is one of ";
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : ", ") + (words[i].empty() ? "\"\"" : std::string(words[i]));
  return out;
}

} // namespace

std::optional<UnitId> Compiler::unit_named(std::string_view name) const {
  if (auto const found = lexicon_.units.find(name)) return found;
  for (std::size_t i = 1; i < lexicon_.units.size(); ++i) {
    Unit const& unit = lexicon_.units[static_cast<UnitId>(i)];
    if (unit.name == name || unit.plural == name || unit.symbol == name) return static_cast<UnitId>(i);
  }
  return std::nullopt;
}

std::string Compiler::nearest_unit(std::string_view name) const {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < lexicon_.units.size(); ++i) {
    names.push_back(lexicon_.units[static_cast<UnitId>(i)].plural);
    names.push_back(lexicon_.units[static_cast<UnitId>(i)].code);
  }
  return meant(name, names);
}

/// Makes a constant text the unit, dimension or day of the week that it names. False after a fault.
bool Compiler::text_as(Base base, Operand& text) {
  Value& value = *constant_of(text);
  std::string_view const name = value.text;
  Step const& at = out_.steps[out_.code[text.last].step];
  Value found;
  std::string remedy;
  std::string_view what;
  if (base == Base::unit) {
    what = "unit";
    if (auto const unit = unit_named(name)) {
      found.base = base;
      found.unit = *unit;
    } else {
      remedy = nearest_unit(name);
    }
  } else if (base == Base::dimension) {
    what = "dimension";
    if (auto const dimension = dimension_named(name)) {
      found.base = base;
      found.dimension = *dimension;
    } else {
      remedy = "such as length, mass, length/time, length^2";
    }
  } else {
    what = "day of the week";
    auto const day = std::find(weekdays.begin(), weekdays.end(), name);
    found = Value::of_weekday(static_cast<WeekdayNumber>(day - weekdays.begin()));
    if (day == weekdays.end()) remedy = meant(name, as_strings(weekdays));
  }
  text.type = found.known() ? Type::of(base) : Type{};
  if (!found.known()) fault(at, "unknown " + std::string(what) + ' ' + quoted(name), remedy);
  value = found;
  return found.known();
}

/// A constant becomes what it is compared with: a text the unit that it names, a bare 0 no length, no money.
void Compiler::adapt(Operand& constant, Operand const& other) {
  Value* const value = constant_of(constant);
  if (value == nullptr) return;
  if (value->base == Base::text &&
      (other.type.base == Base::unit || other.type.base == Base::dimension || other.type.base == Base::weekday)) {
    text_as(other.type.base, constant);
    return;
  }
  bool const zero = value->base == Base::figure && value->measure == Measure::plain && value->exact.is_zero();
  // 0 degrees are another temperature on every scale.
  bool const scale = other.type.dimension_known && other.type.dimension.exponent[Dimension::temperature] != 0;
  if (!zero || scale || !other.type.is_figure() || other.type.measure == Measure::plain) return;
  value->measure = Measure::any;
  constant.type = Type::figure(Measure::any);
}

/// Complains of a comparison that cannot hold for some or all of what the other side can be.
void Compiler::check_constant(Step const& step, Operand const& constant, Operand const& other) {
  Value const* const value = constant_of(constant);
  if (value == nullptr || constant_of(other) != nullptr) return;
  if (value->base == Base::text) return check_text(step, value->text, other);
  if (value->base != Base::figure || value->measure == Measure::any || other.type.measures == 0) return;
  for (Measure const measure : measures) {
    if ((other.type.measures & bit(measure)) == 0 || measure == value->measure) continue;
    if (is_share(measure) && is_share(value->measure)) continue;
    return fault(step,
                 "`" + std::string(words_of(other)) + "` may also be " + std::string(describe(measure)) +
                     ", which is never compared with " + std::string(describe(value->measure)),
                 "name only the kinds that are meant");
  }
}

void Compiler::check_text(Step const& step, std::string_view text, Operand const& other) {
  std::string const name = "`" + std::string(words_of(other)) + "`";
  Type const& type = other.type;
  if (!type.words.empty()) {
    if (std::find(type.words.begin(), type.words.end(), text) != type.words.end()) return;
    std::string remedy = meant(text, as_strings(type.words));
    if (remedy.empty() && type.words.size() <= 16) remedy = one_of(type.words);
    return fault(step, name + " is never " + quoted(text), remedy);
  }
  if (type.form == TextForm::free) return;
  if (std::string const folded = lower(text); folded != text)
    return fault(step, name + " is in lower case", "write " + quoted(folded));
  if (type.form != TextForm::singular) return;
  if (std::string const noun = lexicon_.singular(text); noun != text)
    fault(step, name + " is a noun in the singular", "write " + quoted(noun));
}

} // namespace claimcheck::rules
