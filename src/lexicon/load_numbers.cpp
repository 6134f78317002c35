// numbers.yaml and hedges.yaml.
#include <array>

#include "lexicon/loader.hpp"

namespace claimcheck {
namespace {

Fraction fraction_of(LexiconLoader const& loader, yaml::Node const& node) {
  if (!node.is_sequence() || node.size() != 2) {
    loader.fault(node, "a fraction is [numerator, denominator]");
    return {};
  }
  Fraction const out{loader.integer(node.children[0]), loader.integer(node.children[1])};
  if (out.denominator <= 0) loader.fault(node, "the denominator must be above zero");
  return out;
}

VagueAmount amount_of(LexiconLoader const& loader, yaml::Node const& node) {
  if (!node.is_sequence() || node.size() != 2) {
    loader.fault(node, "an amount is [low, high]");
    return {};
  }
  return {loader.decimal(node.children[0]), loader.decimal(node.children[1])};
}

} // namespace

void load_numbers(LexiconLoader& loader) {
  Lexicon& lexicon = loader.lexicon;
  yaml::Node const& root = loader.tree.root;
  auto const words = [&](std::string_view section, NumberWord::Role role) {
    loader.entries(root, section, [&](std::string const& word, yaml::Node const& value) {
      std::int32_t const number = loader.integer(value);
      if (number < 0 || number > 99)
        loader.fault(value, "a number word stands for 0 to 99, a scale for a power of ten up to 99");
      if (!lexicon.number_words.add(word, {role, static_cast<std::int16_t>(number)}))
        loader.fault(value, "`" + word + "` is a number word already");
      lexicon.gate.add(word, family_numeral);
      if (role == NumberWord::scale || role == NumberWord::dozen) {
        lexicon.gate.add("a " + word, family_numeral);
        lexicon.gate.add("an " + word, family_numeral);
      }
    });
  };
  auto const after_article = [&](std::string const& word) { // "a hundred", "a third"
    lexicon.gate.add("a " + word, family_numeral);
    lexicon.gate.add("an " + word, family_numeral);
  };
  words("units", NumberWord::unit);
  words("teens", NumberWord::teen);
  words("tens", NumberWord::tens);
  words("scales", NumberWord::scale);
  words("dozens", NumberWord::dozen);

  auto const scales = [&](std::string_view section, ExactTable<std::int32_t>& table) {
    std::map<std::string, std::vector<ExactForm<std::int32_t>>> forms;
    loader.entries(root, section, [&](std::string const& word, yaml::Node const& value) {
      forms[folded(word)].push_back({word, loader.integer(value)});
    });
    for (auto& [key, list] : forms) table.add(key, std::move(list));
  };
  scales("glued_scales", lexicon.glued_scales);
  scales("spaced_scales", lexicon.spaced_scales);

  loader.entries(root, "fractions", [&](std::string const& word, yaml::Node const& value) {
    lexicon.fractions.add(word, fraction_of(loader, value));
    after_article(word);
    if (word == "half" || word == "quarter") lexicon.gate.add(word, family_numeral);
  });
  loader.entries(root, "glyphs", [&](std::string const& glyph, yaml::Node const& value) {
    lexicon.glyphs.add(glyph, fraction_of(loader, value));
  });
  loader.entries(root, "ordinals", [&](std::string const& word, yaml::Node const& value) {
    lexicon.ordinals.add(word, loader.integer(value));
    lexicon.gate.add(word, family_ordinal);
  });
  auto const amounts = [&](std::string_view section, PhraseTable<VagueAmount>& table) {
    loader.entries(root, section, [&](std::string const& phrase, yaml::Node const& value) {
      table.add(phrase, amount_of(loader, value));
      lexicon.gate.add(phrase, family_vague);
    });
  };
  amounts("vague", lexicon.vague);
  amounts("digit_words", lexicon.digit_words);
  loader.entries(root, "soft", [&](std::string const& phrase, yaml::Node const& value) {
    lexicon.soft.add(phrase, loader.integer(value));
    lexicon.gate.add(phrase, family_numeral);
  });
  loader.entries(root, "life_decades", [&](std::string const& word, yaml::Node const& value) {
    lexicon.life_decades.add(word, loader.integer(value));
    lexicon.gate.add(word, family_age);
  });
  loader.entries(root, "multipliers", [&](std::string const& word, yaml::Node const& value) {
    lexicon.multipliers.add(word, loader.decimal(value));
    lexicon.gate.add(word, family_multiplier);
  });
}

void load_hedges(LexiconLoader& loader) {
  auto const hedge_named = [&](std::string const& name, yaml::Node const& at) {
    for (int i = 1; i <= static_cast<int>(Hedge::exactly); ++i)
      if (name_of(static_cast<Hedge>(i)) == name) return static_cast<Hedge>(i);
    loader.fault(at, "unknown hedge `" + name + "`");
    return Hedge::none;
  };
  auto const read = [&](std::string_view section, PhraseTable<Hedge>& table, std::uint32_t family) {
    loader.entries(loader.tree.root, section, [&](std::string const& name, yaml::Node const& list) {
      Hedge const hedge = hedge_named(name, list);
      loader.scalars(&list, [&](std::string const& phrase, yaml::Node const& at) {
        if (!table.add(phrase, hedge)) loader.fault(at, "`" + phrase + "` is a hedge already");
        if (family != 0) loader.lexicon.gate.add(phrase, family);
      });
    });
  };
  read("before", loader.lexicon.hedges_before, family_hedge);
  read("after", loader.lexicon.hedges_after, 0);
}

void load_tails(LexiconLoader& loader) {
  static constexpr std::array<std::string_view, 11> names{"",         "percent",   "points",        "basis points",
                                                          "year old", "month old", "week old",      "day old",
                                                          "times",    "fold",      "thousand money"};
  yaml::Node const* const tails = loader.tree.root.find("tails");
  if (tails == nullptr || !tails->is_map()) return loader.fault(loader.tree.root, "expected `tails`, a map");
  for (std::size_t i = 0; i < tails->size(); ++i) {
    auto const found = std::find(names.begin(), names.end(), tails->key(i).scalar);
    if (found == names.end()) {
      loader.fault(tails->key(i), "unknown kind of tail `" + tails->key(i).scalar + "`");
      continue;
    }
    loader.scalars(&tails->value(i), [&](std::string const& word, yaml::Node const&) {
      loader.lexicon.tails.add(word, static_cast<TailKind>(found - names.begin()));
    });
  }
}

void load_directions(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "directions", [&](std::string const& word, yaml::Node const& degrees) {
    Decimal const bearing = loader.decimal(degrees);
    if (bearing.is_negative() || bearing >= Decimal{360})
      return loader.fault(degrees, "a direction is 0 degrees to less than 360");
    loader.lexicon.directions.add(word, static_cast<std::int32_t>(multiply(bearing, Decimal{10}).to_double()));
    loader.lexicon.gate.add(word, family_direction);
  });
}

} // namespace claimcheck
