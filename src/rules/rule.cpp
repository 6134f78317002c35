#include "rules/rule.hpp"

#include <algorithm>
#include <array>

#include "rules/remedy.hpp"

namespace claimcheck::rules {
namespace {

using grammar::Element;
using grammar::ElementKind;
using grammar::Pattern;

struct JoinName {
  std::string_view name;
  JoinKey key;
};
constexpr std::array join_names{JoinName{"kind", JoinKey::kind},           JoinName{"region", JoinKey::region},
                                JoinName{"paragraph", JoinKey::paragraph}, JoinName{"sentence", JoinKey::sentence},
                                JoinName{"subject", JoinKey::subject},     JoinName{"dimension", JoinKey::dimension},
                                JoinName{"unit", JoinKey::unit},           JoinName{"speaker", JoinKey::speaker},
                                JoinName{"value", JoinKey::value}};

// A pattern is tried at every claim: what its steps can cost is bounded when it is loaded.
constexpr std::size_t most_elements = 400, most_optional = 12, most_gaps = 5;

void count_elements(Pattern const& elements, std::size_t& all, std::size_t& optional) {
  for (Element const& element : elements) {
    ++all;
    optional += element.optional;
    for (Pattern const& alternative : element.alternatives) count_elements(alternative, all, optional);
  }
}

/// Each costs a look through the file, and nobody reads more.
constexpr std::size_t most_faults = 100;

class RuleCompiler {
 public:
  RuleCompiler(RuleSource source, Lexicon const& lexicon,
               std::vector<std::pair<std::string, std::string>> const& option_values, Diagnostics& faults)
      : lexicon_(lexicon), option_values_(option_values), faults_(faults), before_(faults.size()) {
    out_.source = std::move(source);
  }

  std::optional<Rule> run() {
    RuleSource const& in = out_.source;
    for (Located const& text : in.match) pattern(text);
    for (BindSource const& source : in.bind) bind(source);
    if (!in.on.empty()) relation(in.on);
    used_.assign(out_.slots.size(), false);
    out_.evidence_slots = static_cast<std::uint16_t>(out_.slots.size());
    for (NamedText const& option : in.options) computed(option, true);
    for (NamedText const& let : in.let) computed(let, false);
    out_.where = condition(in.where, "where");
    out_.unless = condition(in.unless, "unless");
    out_.require = condition(in.require, "require");
    for (std::size_t i = 0; i < in.bind.size(); ++i)
      if (!in.bind[i].where.empty() && i < out_.bind.size()) out_.bind[i].where = condition(in.bind[i].where, "where");
    out_.message = message(in.message, "message");
    for (Located const& text : in.alternatives) out_.alternatives.push_back(message(text, "alternatives"));
    primary();
    roles();
    guards();
    unused();
    loose_counts();
    if (broken()) return std::nullopt;
    return std::move(out_);
  }

 private:
  void fault(Located const& at, std::uint32_t offset, std::string message, std::string remedy = {}) {
    if (faults_.size() - before_ == most_faults)
      faults_.push_back(
          fault_at(out_.source, at, offset, "the rule has more than " + std::to_string(most_faults) + " faults"));
    if (faults_.size() - before_ < most_faults)
      faults_.push_back(fault_at(out_.source, at, offset, std::move(message), std::move(remedy)));
  }
  bool broken() const { return faults_.size() > before_; }

  std::uint16_t slot(std::string const& name) {
    for (std::size_t i = 0; i < out_.slots.size(); ++i)
      if (out_.slots[i].name == name) return static_cast<std::uint16_t>(i);
    out_.slots.push_back({name, {}, false, true, 0});
    return static_cast<std::uint16_t>(out_.slots.size() - 1);
  }

  /// The type that all kinds of a mask have in common.
  static Type type_of_kinds(KindMask kinds) {
    if ((kinds & (place_bit | person_bit)) != 0) return Type::of(Base::text);
    Type out;
    std::uint8_t measures = 0;
    for (int i = 0; i <= static_cast<int>(Kind::direction); ++i) {
      if ((kinds & bit(static_cast<Kind>(i))) == 0) continue;
      Type const next = type_of(static_cast<Kind>(i));
      if (next.measure != Measure::any) measures |= bit(next.measure);
      if (out.base == Base::unknown)
        out = next;
      else if (out.base != next.base)
        return Type::of(Base::unknown);
      else if (out.measure != next.measure)
        out = Type::figure(Measure::any);
      else if (out.dimension_known && !(next.dimension_known && next.dimension == out.dimension))
        out.dimension_known = false;
    }
    out.measures = measures;
    return out;
  }

  /// A name whose kind is not known because of a fault: what is said of it is not judged.
  void bind_unknown(std::string const& name) {
    SlotType& type = out_.slots[slot(name)];
    type.kinds = ~KindMask{0};
    type.type = {};
  }
  /// The names of a pattern that cannot be read, so that its fault is the only one.
  void bind_names_of(std::string_view pattern) {
    for (std::size_t open = 0; (open = pattern.find('{', open)) != std::string_view::npos; ++open) {
      std::size_t end = open + 1;
      while (end < pattern.size() && is_word_byte(pattern[end])) ++end;
      if (end > open + 1) bind_unknown(std::string(pattern.substr(open + 1, end - open - 1)));
    }
  }

  void hole(Located const& text, Element const& element, std::vector<std::uint16_t>& slots) {
    std::string unknown;
    KindMask const kinds = kinds_named(element.text, unknown);
    if (kinds == 0) {
      fault(text, element.offset, "unknown kind `" + unknown + "` in {" + element.name + ":" + element.text + "}",
            meant(unknown, kind_words()));
      return bind_unknown(element.name);
    }
    if (std::any_of(slots.begin(), slots.end(), [&](std::uint16_t s) { return out_.slots[s].name == element.name; })) {
      fault(text, element.offset, "two holes are called `" + element.name + "`", "give one of them another name");
      return;
    }
    std::uint16_t const index = slot(element.name);
    SlotType& type = out_.slots[index];
    slots.push_back(index);
    if (type.kinds == ~KindMask{0}) return; // see bind_unknown
    if (type.kinds != 0 && type.list != element.list) {
      fault(text, element.offset, "`" + element.name + "` is a list in one pattern and none in another");
      return;
    }
    type.kinds |= kinds;
    type.list = element.list;
    type.claim = (kinds & (place_bit | person_bit)) == 0;
    type.type = type_of_kinds(type.kinds);
  }

  void check_elements(Located const& text, Pattern const& elements, bool inside) {
    for (Element const& element : elements) {
      if (element.kind == ElementKind::word_class && lexicon_.word_class(element.text) == nullptr)
        fault(text, element.offset, "unknown word class <" + element.text + ">",
              meant(element.text, lexicon_.class_names()));
      if (inside && element.kind == ElementKind::hole)
        fault(text, element.offset, "a hole cannot stand inside [ ]", "write two patterns");
      for (Pattern const& alternative : element.alternatives) check_elements(text, alternative, true);
    }
  }

  void pattern(Located const& text) {
    auto parsed = grammar::parse_pattern(text.text);
    if (!parsed) {
      fault(text, parsed.error().offset, parsed.error().message);
      return bind_names_of(text.text);
    }
    check_elements(text, *parsed, false);
    std::vector<std::uint16_t> slots;
    std::size_t gaps = 0;
    for (Element const& element : *parsed) {
      if (element.kind == ElementKind::hole) hole(text, element, slots);
      gaps += element.kind == ElementKind::gap;
    }
    if (slots.empty()) fault(text, 0, "the pattern has no hole", "a rule begins at a claim: {name:kind}");
    std::size_t all = 0, optional = 0;
    count_elements(*parsed, all, optional);
    if (gaps > most_gaps)
      fault(text, 0, "more than " + std::to_string(most_gaps) + " gaps in one pattern",
            "say more of the words between");
    if (all > most_elements)
      fault(text, 0, "the pattern has more than " + std::to_string(most_elements) + " words and marks",
            "put the words into a word class, or write several patterns");
    if (optional > most_optional)
      fault(text, 0, "more than " + std::to_string(most_optional) + " optional groups in one pattern",
            "write several patterns");
    if (!parsed->empty() && (parsed->front().kind == ElementKind::gap || parsed->back().kind == ElementKind::gap))
      fault(text, 0, "a gap at an end of the pattern says nothing", "leave it out");
    out_.patterns.push_back(std::move(*parsed));
    out_.hole_slots.push_back(std::move(slots));
  }

  void bind(BindSource const& source) {
    BoundName bound;
    bound.slot = slot(source.name.text);
    std::string unknown;
    bound.kinds = kinds_named(source.kind.text, unknown);
    if (bound.kinds == 0) fault(source.kind, 0, "unknown kind `" + unknown + "`", meant(unknown, kind_words()));
    SlotType& type = out_.slots[bound.slot];
    type.kinds = bound.kinds;
    type.type = type_of_kinds(bound.kinds);
    for (Located const& region : source.regions) {
      static std::vector<std::string> const known = [] {
        std::vector<std::string> names;
        for (int i = 0; i <= static_cast<int>(text::RegionKind::boilerplate); ++i)
          names.emplace_back(text::name_of(static_cast<text::RegionKind>(i)));
        return names;
      }();
      if (std::find(known.begin(), known.end(), region.text) == known.end())
        fault(region, 0, "unknown region `" + region.text + "`", meant(region.text, known));
      bound.regions.push_back(region.text);
    }
    for (Located const& key : source.same) {
      auto const found =
          std::find_if(join_names.begin(), join_names.end(), [&](JoinName const& n) { return n.name == key.text; });
      if (found != join_names.end()) {
        bound.same.push_back(found->key);
        continue;
      }
      std::vector<std::string> known;
      for (auto const& n : join_names) known.emplace_back(n.name);
      fault(key, 0, "unknown key `" + key.text + "` in same", meant(key.text, known));
    }
    if (out_.bind.empty() && !bound.same.empty())
      fault(source.same.front(), 0, "the first name has nothing to be the same as", "move `same` to a later name");
    if (!out_.bind.empty() && bound.same.empty())
      fault(source.name, 0, "`" + source.name.text + "` is joined with every other claim",
            "say with `same` what it has in common: [subject], [sentence] ...");
    out_.bind.push_back(std::move(bound));
  }

  /// Counts that share neither subject nor sentence are about anything.
  void loose_counts() {
    if (out_.source.loose) return;
    KindMask const bare = bit(Kind::count) | bit(Kind::number) | bit(Kind::ordinal);
    for (std::size_t i = 1; i < out_.bind.size(); ++i) {
      if (((out_.bind[i].kinds | out_.bind[0].kinds) & ~bare) != 0) continue;
      auto const& same = out_.bind[i].same;
      auto const has = [&](JoinKey key) { return std::find(same.begin(), same.end(), key) != same.end(); };
      if (!has(JoinKey::subject) && !has(JoinKey::sentence))
        fault(out_.source.bind[i].name, 0, "two bare counts are joined without a common subject",
              "add `same: [subject]`, or `loose: on` if it is meant");
    }
  }

  void relation(Located const& name) {
    out_.relation = relation_named(name.text);
    if (out_.relation == nullptr) {
      std::vector<std::string> known;
      for (auto const& r : relations()) known.emplace_back(r.name);
      return fault(name, 0, "unknown relation `" + name.text + "`", meant(name.text, known));
    }
    for (Role const& role : out_.relation->roles) {
      SlotType& type = out_.slots[slot(std::string(role.name))];
      type.list = role.list;
      type.claim = !role.kinds.empty();
      std::string unknown;
      if (type.claim) type.kinds = kinds_named(role.kinds, unknown);
      type.type = type.claim ? type_of_kinds(type.kinds) : role.type;
    }
  }

  Expression expression(Located const& text, std::string_view source, std::uint32_t offset) {
    auto compiled = compile(source, out_.slots, lexicon_, &used_);
    if (compiled) return std::move(*compiled);
    for (auto const& f : compiled.error()) fault(text, offset + f.offset, f.message, f.remedy);
    return {};
  }

  /// An option's value out of the configuration, which has no place in the rule's file.
  Expression option_value(std::string const& name, std::string const& text) {
    auto compiled = compile(text, out_.slots, lexicon_, &used_);
    if (compiled) return std::move(*compiled);
    for (auto const& f : compiled.error())
      faults_.push_back({"", 0, 0, "option `" + name + "` of rule `" + out_.id() + "`: " + f.message, f.remedy});
    return {};
  }

  Expression condition(Located const& text, std::string_view what) {
    if (text.empty()) return {};
    Expression out = expression(text, text.text, 0);
    if (!out.empty() && out.type.base != Base::truth && out.type.base != Base::unknown)
      fault(text, 0, "`" + std::string(what) + "` must be a condition, and this is " + describe(out.type),
            "compare it with something");
    find_lets(out);
    return out;
  }

  void find_lets(Expression& expression) const {
    std::vector<bool> named(out_.computed.size());
    for (Instruction const& in : expression.code) {
      std::size_t const let = std::size_t{in.a} - out_.evidence_slots; // of evidence: beyond all
      if (in.op != grammar::Op::name || let >= named.size()) continue;
      named[let] = true;
      for (std::uint16_t const more : out_.computed[let].lets) named[more] = true;
    }
    for (std::uint16_t i = 0; i < named.size(); ++i)
      if (named[i]) expression.lets.push_back(i);
  }

  void computed(NamedText const& named, bool option) {
    std::string const* given = nullptr;
    if (option)
      for (auto const& [name, value] : option_values_)
        if (name == named.name.text) given = &value;
    if (std::any_of(out_.slots.begin(), out_.slots.end(), [&](SlotType const& s) { return s.name == named.name.text; }))
      return fault(named.name, 0, "`" + named.name.text + "` is bound already");
    Expression compiled =
        given != nullptr ? option_value(named.name.text, *given) : expression(named.text, named.text.text, 0);
    find_lets(compiled);
    out_.slots.push_back({named.name.text, compiled.type, false, false, 0});
    used_.push_back(false);
    out_.computed.push_back(std::move(compiled));
  }

  Template message(Located const& text, std::string_view) {
    Template out;
    std::string_view rest = text.text;
    std::uint32_t offset = 0;
    std::string plain;
    while (!rest.empty()) {
      std::size_t const open = rest.find('{');
      plain += rest.substr(0, open);
      if (open == std::string_view::npos) break;
      std::size_t const close = rest.find('}', open);
      if (close == std::string_view::npos) {
        fault(text, offset + static_cast<std::uint32_t>(open), "`{` without `}`");
        break;
      }
      Template::Part part;
      part.text = std::move(plain);
      plain.clear();
      part.expression =
          expression(text, rest.substr(open + 1, close - open - 1), offset + static_cast<std::uint32_t>(open) + 1);
      out.parts.push_back(std::move(part));
      offset += static_cast<std::uint32_t>(close) + 1;
      rest.remove_prefix(close + 1);
    }
    if (!plain.empty()) {
      Template::Part part;
      part.text = std::move(plain);
      out.parts.push_back(std::move(part));
    }
    return out;
  }

  void primary() {
    Located const& name = out_.source.primary;
    if (name.empty()) {
      if (out_.evidence_slots > 0) out_.primary = static_cast<std::uint16_t>(out_.evidence_slots - 1);
      return;
    }
    for (std::uint16_t i = 0; i < out_.evidence_slots; ++i) {
      if (out_.slots[i].name != name.text) continue;
      out_.primary = i;
      used_[i] = true;
      return;
    }
    fault(name, 0, "nothing is bound to `" + name.text + "`", "primary names what the report underlines");
  }

  void roles() {
    out_.roles.assign(out_.slots.size(), "");
    for (NamedText const& role : out_.source.roles) {
      auto const found = std::find_if(out_.slots.begin(), out_.slots.end(),
                                      [&](SlotType const& s) { return s.name == role.name.text; });
      if (found == out_.slots.end())
        fault(role.name, 0, "nothing is bound to `" + role.name.text + "`");
      else
        out_.roles[static_cast<std::size_t>(found - out_.slots.begin())] = role.text.text;
    }
  }

  void guards() {
    static constexpr std::array<std::pair<std::string_view, Guard>, 7> names{{{"all", all_guards},
                                                                              {"quoted", guard_quoted},
                                                                              {"hypothetical", guard_hypothetical},
                                                                              {"negated", guard_negated},
                                                                              {"question", guard_question},
                                                                              {"updated", guard_updated},
                                                                              {"speaker", guard_speaker}}};
    for (Located const& off : out_.source.guards_off)
      for (auto const& [name, guard] : names)
        if (name == off.text) out_.guards = static_cast<std::uint8_t>(out_.guards & ~guard);
  }

  void unused() {
    if (broken()) return; // a broken expression may have used it
    for (std::size_t i = 0; i < out_.slots.size(); ++i) {
      if (used_[i] || out_.relation != nullptr) continue;
      Located at = out_.source.id;
      for (auto const& bind : out_.source.bind)
        if (bind.name.text == out_.slots[i].name) at = bind.name;
      for (auto const* named : {&out_.source.let, &out_.source.options})
        for (auto const& n : *named)
          if (n.name.text == out_.slots[i].name) at = n.name;
      if (!out_.source.match.empty() && i < out_.evidence_slots) at = out_.source.match.front();
      fault(at, 0, "`" + out_.slots[i].name + "` is bound and never used",
            "use it in where, require or message, or leave it out");
    }
  }

  Rule out_;
  Lexicon const& lexicon_;
  std::vector<std::pair<std::string, std::string>> const& option_values_;
  std::vector<bool> used_;
  Diagnostics& faults_;
  std::size_t before_; ///< faults of other rules, and of this one's outline
};

} // namespace

std::optional<Rule> compile_rule(RuleSource source, Lexicon const& lexicon,
                                 std::vector<std::pair<std::string, std::string>> const& option_values,
                                 Diagnostics& faults) {
  return RuleCompiler(std::move(source), lexicon, option_values, faults).run();
}

} // namespace claimcheck::rules
