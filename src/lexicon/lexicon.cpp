#include "lexicon/lexicon.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include "base/embedded.hpp"
#include "lexicon/loader.hpp"

namespace claimcheck {
namespace {

struct ListKind {
  std::string_view name;
  void (*load)(LexiconLoader&);
};

constexpr std::array kinds{
    ListKind{"numbers", load_numbers},
    ListKind{"hedges", load_hedges},
    ListKind{"tails", load_tails},
    ListKind{"directions", load_directions},
    ListKind{"units", load_units},
    ListKind{"currencies", load_currencies},
    ListKind{"classes", load_classes},
    ListKind{"singulars", load_singulars},
    // Read by resolve/attribution_words.cpp into tables of its own.
    ListKind{"attribution", [](LexiconLoader&) {}},
    ListKind{"people", [](LexiconLoader&) {}},
    ListKind{"calendar", load_calendar},
    ListKind{"named days", load_named_days},
};

} // namespace

Lexicon const& Lexicon::builtin() {
  static std::unique_ptr<Lexicon const> const lexicon = [] {
    auto loaded = load(yaml::restore(embedded::lexicon()));
    if (!loaded) {
      std::string all = "the word lists of this build are broken";
      for (auto const& fault : loaded.error()) all += '\n' + to_string(fault);
      throw std::runtime_error(all);
    }
    return std::move(*loaded);
  }();
  return *lexicon;
}

Result<std::unique_ptr<Lexicon>> Lexicon::load(std::vector<yaml::Tree> const& trees) {
  auto lexicon = std::make_unique<Lexicon>();
  Diagnostics faults;
  for (auto const& tree : trees) {
    LexiconLoader loader(*lexicon, tree, faults);
    std::string const name = loader.text(tree.root, "list");
    auto const kind = std::find_if(kinds.begin(), kinds.end(), [&](ListKind const& k) { return k.name == name; });
    if (kind == kinds.end()) {
      std::vector<std::string> names;
      for (auto const& k : kinds) names.emplace_back(k.name);
      std::string const meant = nearest(name, names);
      loader.fault(tree.root, "unknown kind of word list `" + name + "`",
                   meant.empty() ? "" : "did you mean `" + meant + "`?");
      continue;
    }
    kind->load(loader);
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  lexicon->index_classes();
  lexicon->find_figure_words();
  lexicon->complete_gate();
  return lexicon;
}

void Lexicon::complete_gate() {
  auto const after_article = [&](std::string const& name, auto const&) { // a mile, an hour, a dollar
    gate.add("a " + name, family_numeral);
    gate.add("an " + name, family_numeral);
  };
  unit_names.each(after_article);
  currency_names.each(after_article);
  tails.each([&](std::string const& name, TailKind kind) { // a percentage point
    if (kind == TailKind::points || kind == TailKind::basis_points) after_article(name, kind);
  });
  figure_words.zero_counts->each([&](std::string const& noun, Unmarked) { gate.add("no " + noun, family_numeral); });
  figure_words.person_pronoun->each([&](std::string const& pronoun, Unmarked) { // he is 45, when he's 67
    for (std::string_view const verb : {" is", " was", " turned", "'s"})
      gate.add(pronoun + std::string(verb), family_age);
  });
}

void Lexicon::find_figure_words() {
  static WordClass const empty;
  auto const find = [&](std::string_view name) {
    WordClass const* const found = word_class(name);
    return found != nullptr ? found : &empty;
  };
  figure_words = {.idiom = find("idiom"),
                  .name_before = find("name before"),
                  .name_before_capital = find("name before capital"),
                  .street = find("street"),
                  .comparison = find("comparison"),
                  .noun_stop = find("noun stop"),
                  .one_counts = find("one counts"),
                  .zero_counts = find("zero counts"),
                  .ordinal_noun = find("ordinal noun"),
                  .age_before = find("age before"),
                  .age_verb = find("age verb"),
                  .age_after = find("age after"),
                  .person_pronoun = find("person pronoun"),
                  .count_invariant = find("count invariant"),
                  .decades_of_life = find("decades of life"),
                  .score_verb = find("score verb"),
                  .vote_verb = find("vote verb"),
                  .record_verb = find("record verb"),
                  .odds_word = find("odds word"),
                  .mass_context = find("mass context"),
                  .money_context = find("money context"),
                  .phone_word = find("phone word"),
                  .definite = find("definite"),
                  .headline_verb = find("headline verb"),
                  .heat_context = find("heat context"),
                  .pair_word = find("pair word"),
                  .count_prefix = find("count prefix"),
                  .distance_event = find("distance event"),
                  .version_noun = find("version noun"),
                  .go_up = find("go-up"),
                  .go_down = find("go-down"),
                  .level_word = find("level word"),
                  .vague_before_of = find("vague before of")};
}

void Lexicon::index_classes() {
  for (auto const& [name, words_of_it] : classes_) class_named_.emplace(name, &words_of_it);
}

std::vector<std::string_view> Lexicon::class_names(std::string_view prefix) const {
  std::vector<std::string_view> names;
  for (auto at = classes_.lower_bound(prefix); at != classes_.end() && at->first.starts_with(prefix); ++at)
    names.push_back(at->first);
  return names;
}

WordClass const* Lexicon::word_class(std::string_view name) const {
  auto const found = class_named_.find(name);
  return found == class_named_.end() ? nullptr : found->second;
}

WordClass const* Lexicon::context_of(UnitId unit) const {
  auto const found = unit_contexts_.find(unit);
  return found == unit_contexts_.end() ? nullptr : &found->second;
}

WordClass const& Lexicon::words(std::string_view name) const {
  if (auto const* found = word_class(name)) return *found;
  throw std::runtime_error("the word lists have no class `" + std::string(name) + "`");
}

std::vector<std::string> Lexicon::class_names() const {
  std::vector<std::string> names;
  for (auto const& [name, words_] : classes_) names.push_back(name);
  return names;
}

std::string Lexicon::singular(std::string_view noun) const {
  if (std::string const* const found = irregular_singulars_.find(noun)) return *found;
  auto const ends = [&](std::string_view tail) { return noun.size() > tail.size() + 1 && noun.ends_with(tail); };
  auto const cut = [&](std::size_t n, std::string_view add = {}) {
    return std::string(noun.substr(0, noun.size() - n)) + std::string(add);
  };
  if (ends("ies") && noun.size() > 4) return cut(3, "y");
  if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zzes")) return cut(2);
  if (ends("men")) return cut(3, "man");
  if (ends("ss") || ends("us") || ends("is")) return std::string(noun);
  if (ends("s")) return cut(1);
  return std::string(noun);
}

void LexiconLoader::fault(yaml::Node const& at, std::string message, std::string remedy) const {
  faults.push_back(tree.fault(at, std::move(message), std::move(remedy)));
}

void LexiconLoader::entries(yaml::Node const& map, std::string_view section,
                            std::function<void(std::string const&, yaml::Node const&)> const& take) const {
  yaml::Node const* const found = map.find(section);
  if (found == nullptr || found->is_null()) return;
  if (!found->is_map()) return fault(*found, "`" + std::string(section) + "` must be a map");
  for (std::size_t i = 0; i < found->size(); ++i) {
    if (found->key(i).scalar.empty())
      fault(found->key(i), "an empty word"); // it would match everywhere
    else
      take(found->key(i).scalar, found->value(i));
  }
}

void LexiconLoader::scalars(yaml::Node const* node,
                            std::function<void(std::string const&, yaml::Node const&)> const& take) const {
  if (node == nullptr || node->is_null()) return;
  auto const word = [&](yaml::Node const& item) {
    if (!item.is_scalar()) return fault(item, "expected a word");
    if (item.scalar.empty()) return fault(item, "an empty word"); // it would match everywhere
    take(item.scalar, item);
  };
  if (node->is_scalar()) return word(*node);
  if (!node->is_sequence()) return fault(*node, "expected a word or a list of words");
  for (yaml::Node const& item : node->children) word(item);
}

Decimal LexiconLoader::decimal(yaml::Node const& node) const {
  if (node.is_scalar())
    if (auto const value = Decimal::parse(node.scalar)) return *value;
  fault(node, "expected a number");
  return {};
}

std::int32_t LexiconLoader::integer(yaml::Node const& node) const {
  std::int32_t value = 0;
  if (node.is_scalar()) {
    auto const [stop, error] = std::from_chars(node.scalar.data(), node.scalar.data() + node.scalar.size(), value);
    if (error == std::errc{} && stop == node.scalar.data() + node.scalar.size()) return value;
  }
  fault(node, "expected a whole number");
  return 0;
}

std::string LexiconLoader::text(yaml::Node const& map, std::string_view key, std::string fallback) const {
  yaml::Node const* const found = map.find(key);
  return found != nullptr && found->is_scalar() ? found->scalar : fallback;
}

std::string folded(std::string_view text) {
  std::string out(text);
  bool latin = false; // behind 0xC3, which begins U+00C0..00FF; of these 0xC3 0x97 is the multiplication sign
  for (char& c : out) {
    auto const u = static_cast<unsigned char>(c);
    if ((c >= 'A' && c <= 'Z') || (latin && u >= 0x80 && u <= 0x9E && u != 0x97)) c = static_cast<char>(u + 0x20);
    latin = u == 0xC3;
  }
  return out;
}

} // namespace claimcheck
