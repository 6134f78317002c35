// The gate against the tables that it stands before: wherever a table finds a phrase, the gate must have said that
// something of its family may begin there. The other way round it may be generous.
#include "lexicon/gate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>

#include "lexicon/lexicon.hpp"

namespace claimcheck {
namespace {

Lexicon const& words() { return Lexicon::builtin(); }

/// What the gate says of the word at `at`, the second word asked for where it must be.
std::uint32_t families_at(Gate const& gate, std::string_view text, std::size_t at) {
  std::string padded(text.substr(at));
  std::size_t const length = leading_letters(padded.data(), padded.data() + padded.size());
  std::size_t const size = padded.size();
  padded.append(8, '\0');
  std::uint32_t families = gate.families(padded.data(), length);
  if (families & family_in_pair) families |= gate.pair_families(padded.data(), length, padded.data() + size);
  return families;
}

/// A table behind the gate.
struct Gated {
  std::string_view name;
  std::uint32_t family;
  std::function<bool(char const*, char const*)> finds;
  std::vector<std::string> keys;
};

template <class Table>
Gated gated(std::string_view name, std::uint32_t family, Table const& table) {
  Gated out{name, family, [&table](char const* at, char const* last) { return bool(table.longest(at, last)); }, {}};
  table.each([&](std::string const& key, auto const&) { out.keys.push_back(key); });
  std::sort(out.keys.begin(), out.keys.end());
  return out;
}

std::vector<Gated> const& tables() {
  static std::vector<Gated> const all = [] {
    Lexicon const& w = words();
    CalendarWords const& c = w.calendar;
    FigureWords const& f = w.figure_words;
    return std::vector<Gated>{gated("number words", family_numeral, w.number_words),
                              gated("ordinals", family_ordinal, w.ordinals),
                              gated("vague", family_vague, w.vague),
                              gated("digit words", family_vague, w.digit_words),
                              gated("soft", family_numeral, w.soft),
                              gated("life decades", family_age, w.life_decades),
                              gated("multipliers", family_multiplier, w.multipliers),
                              gated("hedges", family_hedge, w.hedges_before),
                              gated("directions", family_direction, w.directions),
                              gated("currency signs", family_currency, w.currency_signs),
                              gated("idioms", family_idiom, *f.idiom),
                              gated("name before", family_name_before, *f.name_before),
                              gated("name before capital", family_name_before, *f.name_before_capital),
                              gated("age before", family_age, *f.age_before),
                              gated("age verb", family_age, *f.age_verb),
                              gated("decades of life", family_age, *f.decades_of_life),
                              gated("months", family_month, c.months),
                              gated("weekdays", family_weekday, c.weekdays),
                              gated("seasons", family_time_season, c.seasons),
                              gated("day parts", family_time_part, c.day_parts),
                              gated("clock words", family_time_part, c.clock_words),
                              gated("units of time", family_time_unit, c.units),
                              gated("days from today", family_time_deictic, c.days_from_today),
                              gated("references", family_time_reference, c.references),
                              gated("recurrences", family_time_recurrence, c.recurrences),
                              gated("every", family_time_recurrence, c.every),
                              gated("decades", family_time_decade, c.decades),
                              gated("eras", family_time_mark, c.eras),
                              gated("modifiers", family_time_modifier, c.modifiers),
                              gated("glued modifiers", family_time_modifier, c.glued_modifiers),
                              gated("steps", family_time_step, c.steps),
                              gated("named days", family_time_named, c.named_day_names),
                              gated("events", family_time_named, c.event_names)};
  }();
  return all;
}

bool begins_with_letter(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

/// Checks every beginning of a word of the text against every table.
void check(std::string_view text) {
  char const* const last = text.data() + text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_with_letter(text.substr(at)) || (at > 0 && is_word_byte(text[at - 1]))) continue;
    std::uint32_t const families = families_at(words().gate, text, at);
    for (Gated const& table : tables()) {
      if (!table.finds(text.data() + at, last)) continue;
      ASSERT_TRUE(families & table.family) << "the gate misses `" << table.name << "` at: " << text.substr(at, 40);
    }
  }
}

TEST(Gate, LetsEveryPhraseOfEveryListIn) {
  for (Gated const& table : tables()) {
    EXPECT_FALSE(table.keys.empty()) << table.name;
    for (std::string const& key : table.keys) {
      if (!begins_with_letter(key)) continue;
      for (auto const& form : {key, replaced(key, " ", "  "), replaced(key, "'", "\xE2\x80\x99"),
                               replaced(key, "-", "\xE2\x80\x91"), replaced(key, "-", "\xE2\x80\x90")}) {
        for (auto const* tail :
             {"", " ", ".", ", and", " the end", "  5", "-old", "'s", "\xE2\x80\x99s", "\xE2\x80\x94so", "\xC2\xA0x"}) {
          std::string const text = "x " + form + tail;
          bool const found = table.finds(text.data() + 2, text.data() + text.size());
          EXPECT_TRUE(!found || (families_at(words().gate, text, 2) & table.family)) << table.name << ": " << text;
        }
        bool const before_digits = !is_word_byte(key.back());
        EXPECT_TRUE(!before_digits || (families_at(words().gate, "x " + form + "90", 2) & table.family))
            << table.name << ": " << form << "90";
      }
    }
  }
}

TEST(Gate, AgreesWithTheTablesInRandomText) {
  std::vector<std::string> pieces{
      "the", "of",   "a",  "an",  "in", "and", "mayor", "said", "5", "1990s", "\xC3\xA9t\xC3\xA9",
      "x",   "it's", "no", "u.s."};
  for (Gated const& table : tables()) pieces.insert(pieces.end(), table.keys.begin(), table.keys.end());
  std::mt19937 random(20220310);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      std::string piece = pieces[random() % pieces.size()];
      if (random() % 4 == 0) piece.resize(random() % (piece.size() + 1)); // half a phrase
      text += piece;
      static constexpr std::array<std::string_view, 9> joints{
          " ", " ", " ", "  ", "-", ", ", ". ", "\xE2\x80\x99", "\xE2\x80\x93"};
      text += joints[random() % joints.size()];
    }
    check(text);
    if (HasFatalFailure()) return;
  }
}

TEST(Gate, LetsAmountsBehindArticlesIn) {
  auto const each_unit = [](std::string const& name, auto const&) {
    for (std::string const article : {"a ", "an "})
      EXPECT_TRUE(families_at(words().gate, article + name, 0) & family_numeral) << article << name;
  };
  words().unit_names.each(each_unit);
  words().currency_names.each(each_unit);
  for (auto const* text : {"a hundred people", "a third of it", "an eighth", "a dozen", "half of them"})
    EXPECT_TRUE(families_at(words().gate, text, 0) & family_numeral) << text;
  for (auto const* text : {"he is 45", "she was 7", "he's 67", "he\xE2\x80\x99s 67"})
    EXPECT_TRUE(families_at(words().gate, text, 0) & family_age) << text;
}

TEST(Gate, KeepsCommonWordsOut) {
  for (auto const* text : {"the mayor said", "and so on", "a mayor", "city", "x", "zzz", "seventyfold", "an apple"})
    EXPECT_EQ(families_at(words().gate, text, 0) & ~(family_time_word | family_in_pair), 0u) << text;
}

TEST(Gate, HoldsManyPhrases) {
  Gate gate;
  auto const word = [](int i) {
    std::string out;
    for (int n = i; n > 0; n /= 26) out += static_cast<char>('a' + n % 26);
    return out + "q";
  };
  for (int i = 1; i < 5000; ++i) {
    gate.add(word(i), family_numeral);
    gate.add("the " + word(i), family_hedge);
  }
  for (int i = 1; i < 5000; ++i) {
    ASSERT_EQ(families_at(gate, word(i), 0), family_numeral) << word(i);
    ASSERT_EQ(families_at(gate, "the   " + word(i) + " x", 0), family_hedge | family_in_pair) << word(i);
  }
  EXPECT_EQ(families_at(gate, "the zzzzzz", 0), family_in_pair);
  gate.add("", family_age);
  gate.add("$", family_age);
  gate.add("9/11", family_age);
  EXPECT_EQ(families_at(gate, "aq", 0), 0u) << "0 was left out above";
}

} // namespace
} // namespace claimcheck
