// calendar.yaml and named_days.yaml.
#include <array>
#include <utility>

#include "lexicon/loader.hpp"

namespace claimcheck {
namespace {

template <class T, std::size_t N>
T named(LexiconLoader const& loader, std::array<std::pair<std::string_view, T>, N> const& names,
        yaml::Node const& node) {
  std::vector<std::string> known;
  for (auto const& [name, value] : names) {
    if (node.scalar == name) return value;
    known.emplace_back(name);
  }
  std::string const meant = nearest(node.scalar, known);
  loader.fault(node, "unknown name `" + node.scalar + "`", meant.empty() ? "" : "did you mean `" + meant + "`?");
  return {};
}

constexpr std::array seasons{std::pair<std::string_view, Season>{"spring", Season::spring},
                             std::pair<std::string_view, Season>{"summer", Season::summer},
                             std::pair<std::string_view, Season>{"autumn", Season::autumn},
                             std::pair<std::string_view, Season>{"winter", Season::winter}};
constexpr std::array day_parts{std::pair<std::string_view, DayPart>{"morning", DayPart::morning},
                               std::pair<std::string_view, DayPart>{"midday", DayPart::midday},
                               std::pair<std::string_view, DayPart>{"afternoon", DayPart::afternoon},
                               std::pair<std::string_view, DayPart>{"evening", DayPart::evening},
                               std::pair<std::string_view, DayPart>{"night", DayPart::night},
                               std::pair<std::string_view, DayPart>{"daytime", DayPart::daytime}};
constexpr std::array modifiers{std::pair<std::string_view, TimexMod>{"start", TimexMod::start},
                               std::pair<std::string_view, TimexMod>{"mid", TimexMod::mid},
                               std::pair<std::string_view, TimexMod>{"end", TimexMod::end},
                               std::pair<std::string_view, TimexMod>{"none", TimexMod::none}};
constexpr std::array anchors{std::pair<std::string_view, Anchor>{"document", Anchor::document},
                             std::pair<std::string_view, Anchor>{"previous", Anchor::previous},
                             std::pair<std::string_view, Anchor>{"stated", Anchor::stated}};
constexpr std::array grains{std::pair<std::string_view, Grain>{"s", Grain::second},
                            std::pair<std::string_view, Grain>{"min", Grain::minute},
                            std::pair<std::string_view, Grain>{"h", Grain::hour},
                            std::pair<std::string_view, Grain>{"d", Grain::day},
                            std::pair<std::string_view, Grain>{"wk", Grain::week},
                            std::pair<std::string_view, Grain>{"weekend", Grain::weekend},
                            std::pair<std::string_view, Grain>{"mo", Grain::month},
                            std::pair<std::string_view, Grain>{"quarter", Grain::quarter},
                            std::pair<std::string_view, Grain>{"a", Grain::year}};
constexpr std::array weekdays{std::pair<std::string_view, WeekdayNumber>{"sunday", 0},
                              std::pair<std::string_view, WeekdayNumber>{"monday", 1},
                              std::pair<std::string_view, WeekdayNumber>{"tuesday", 2},
                              std::pair<std::string_view, WeekdayNumber>{"wednesday", 3},
                              std::pair<std::string_view, WeekdayNumber>{"thursday", 4},
                              std::pair<std::string_view, WeekdayNumber>{"friday", 5},
                              std::pair<std::string_view, WeekdayNumber>{"saturday", 6}};

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// Two numbers of two digits with a sign between: "12-24", "12:00".
std::pair<std::uint8_t, std::uint8_t> pair_of(LexiconLoader const& loader, yaml::Node const& node,
                                              std::string_view form) {
  int const first = number_at(node.scalar, 0, 2), second = number_at(node.scalar, 3, 2);
  if (first < 0 || second < 0 || node.scalar.size() != 5) loader.fault(node, "expected " + std::string(form));
  return {static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second)};
}

bool listed(yaml::Node const& root, std::string_view section, std::string_view word) {
  yaml::Node const* const list = root.find(section);
  if (list == nullptr || !list->is_sequence()) return false;
  for (yaml::Node const& item : list->children)
    if (item.scalar == word) return true;
  return false;
}

void load_months_and_weekdays(LexiconLoader& loader) {
  CalendarWords& words = loader.lexicon.calendar;
  Gate& gate = loader.lexicon.gate;
  yaml::Node const& root = loader.tree.root;
  auto const months = [&](std::string_view section, bool abbreviated) {
    loader.entries(root, section, [&](std::string const& word, yaml::Node const& value) {
      bool const doubtful = listed(root, "doubtful_months", word);
      words.months.add(
          word, {static_cast<std::uint8_t>(loader.integer(value)), abbreviated, abbreviated || doubtful, doubtful});
      gate.add(word, family_month);
    });
  };
  months("months", false);
  months("month_abbreviations", true);
  auto const weekdays_of = [&](std::string_view section, bool abbreviated) {
    loader.entries(root, section, [&](std::string const& word, yaml::Node const& value) {
      auto const number = static_cast<WeekdayNumber>(loader.integer(value));
      words.weekdays.add(word, {number, abbreviated, false, listed(root, "doubtful_weekdays", word)});
      gate.add(word, family_weekday);
      if (abbreviated) return;
      words.weekdays.add(word + "s", {number, false, true, false});
      gate.add(word + "s", family_weekday);
    });
  };
  weekdays_of("weekdays", false);
  weekdays_of("weekday_abbreviations", true);
}

void load_time_units(LexiconLoader& loader) {
  loader.entries(loader.tree.root, "units", [&](std::string const& word, yaml::Node const& value) {
    if (!value.is_sequence() || value.size() != 2) return loader.fault(value, "a unit is [code, multiple]");
    std::string const& code = value.children[0].scalar;
    if (code == "ns" || code == "us" || code == "ms") return; // too short to matter to a calendar
    TimeUnitWord unit{named(loader, grains, value.children[0]), loader.integer(value.children[1])};
    unit.plural = word.ends_with('s') || word == "centuries" || word == "millennia";
    unit.night = word.starts_with("night");
    loader.lexicon.calendar.units.add(word, unit);
    loader.lexicon.gate.add(word, family_time_word | family_time_unit);
    if (word == "quarter") loader.lexicon.gate.add(word, family_time_part);
  });
}

/// `lengths: {yearlong: [a, 1]}`, `vague_lengths` in the same form, `period_marks: {year-end: [a, end]}`
void load_lengths(LexiconLoader& loader) {
  CalendarWords& words = loader.lexicon.calendar;
  constexpr std::uint32_t gated = family_time_word | family_time_deictic;
  for (bool const vague : {false, true})
    loader.entries(loader.tree.root, vague ? "vague_lengths" : "lengths",
                   [&](std::string const& word, yaml::Node const& value) {
                     if (!value.is_sequence() || value.size() != 2)
                       return loader.fault(value, "a length is [code, multiple]");
                     TimeUnitWord unit{named(loader, grains, value.children[0]), loader.integer(value.children[1])};
                     unit.plural = vague;
                     words.lengths.add(word, unit);
                     loader.lexicon.gate.add(word, gated);
                   });
  loader.entries(loader.tree.root, "period_marks", [&](std::string const& word, yaml::Node const& value) {
    if (!value.is_sequence() || value.size() != 2) return loader.fault(value, "a mark is [code, part]");
    words.period_marks.add(word,
                           {named(loader, grains, value.children[0]), named(loader, modifiers, value.children[1])});
    loader.lexicon.gate.add(word, gated);
  });
}

/// `steps: {document: {-1: [last, past]}}`
void load_steps(LexiconLoader& loader, std::string_view section, PhraseTable<StepWord>& table,
                PhraseTable<StepWord>* stated, bool gated) {
  yaml::Node const* const map = loader.tree.root.find(section);
  if (map == nullptr || !map->is_map()) return;
  for (std::size_t i = 0; i < map->size(); ++i) {
    Anchor const anchor = named(loader, anchors, map->key(i));
    loader.entries(*map, map->key(i).scalar, [&](std::string const& step, yaml::Node const& list) {
      StepWord const value{anchor, static_cast<std::int8_t>(step == "-1" ? -1 : step == "1" ? 1 : 0)};
      loader.scalars(&list, [&](std::string const& phrase, yaml::Node const&) {
        (anchor == Anchor::stated && stated != nullptr ? *stated : table).add(phrase, value);
        if (gated) loader.lexicon.gate.add(phrase, family_time_word | family_time_step);
      });
    });
  }
}

} // namespace

void load_calendar(LexiconLoader& loader) {
  CalendarWords& words = loader.lexicon.calendar;
  Gate& gate = loader.lexicon.gate;
  yaml::Node const& root = loader.tree.root;
  load_months_and_weekdays(loader);
  load_time_units(loader);
  load_lengths(loader);
  load_steps(loader, "steps", words.steps, nullptr, true);
  load_steps(loader, "shifts", words.shifts, &words.shifts_from, false);

  loader.entries(root, "seasons", [&](std::string const& word, yaml::Node const& value) {
    words.seasons.add(word, {named(loader, seasons, value), listed(root, "doubtful_seasons", word)});
    gate.add(word, family_time_word | family_time_season);
  });
  loader.entries(root, "day_parts", [&](std::string const& word, yaml::Node const& value) {
    words.day_parts.add(word, named(loader, day_parts, value));
    gate.add(word, family_time_word | family_time_part);
  });
  loader.entries(root, "clock_words", [&](std::string const& word, yaml::Node const& value) {
    auto const [hour, minute] = pair_of(loader, value, "a time of day, HH:MM");
    ClockTime clock;
    clock.hour = hour, clock.minute = minute;
    words.clock_words.add(word, clock);
    gate.add(word, family_time_word | family_time_part);
  });
  auto const integers = [&](std::string_view section, PhraseTable<std::int32_t>& table, std::uint32_t family) {
    loader.entries(root, section, [&](std::string const& word, yaml::Node const& value) {
      table.add(word, loader.integer(value));
      gate.add(word, family_time_word | family);
    });
  };
  integers("days_from_today", words.days_from_today, family_time_deictic);
  integers("decade_words", words.decades, family_time_decade);
  integers("eras", words.eras, family_time_mark);
  auto const phrases = [&](std::string_view section, auto& table, auto const& value, std::uint32_t family = 0) {
    loader.scalars(root.find(section), [&](std::string const& phrase, yaml::Node const&) {
      table.add(phrase, value);
      if (family != 0) gate.add(phrase, family_time_word | family);
    });
  };
  phrases("past_references", words.references, -1, family_time_reference);
  phrases("present_references", words.references, 0, family_time_reference);
  phrases("future_references", words.references, 1, family_time_reference);
  phrases("every", words.every, 1, family_time_recurrence);
  phrases("every_other", words.every, 2, family_time_recurrence);
  phrases("sure_prepositions", words.date_prepositions, true); // first: a key stays as it was added first
  phrases("date_prepositions", words.date_prepositions, false);
  phrases("possessives", words.possessives, true);
  phrases("dated_nouns", words.dated_nouns, true);
  phrases("season_nouns", words.season_nouns, true);
  phrases("record_words", words.record_words, true);
  phrases("indefinite_words", words.indefinite_words, true);
  phrases("name_months", words.name_months, true);
  phrases("counted_words", words.counted_words, true);
  phrases("streak_words", words.streak_words, true);
  phrases("future_words", words.tense_words, true);
  phrases("past_words", words.tense_words, false);
  phrases("infinitives", words.infinitives, true);
  phrases("plan_verbs", words.plan_verbs, true);
  phrases("modals", words.modals, true);
  phrases("schedule_verbs", words.schedule_verbs, true);
  phrases("noun_makers", words.noun_makers, true);
  phrases("until_words", words.until_words, true);
  phrases("past_lookalikes", words.past_lookalikes, true);
  phrases("sure_clock_prepositions", words.clock_prepositions, true);
  phrases("clock_prepositions", words.clock_prepositions, false);
  phrases("clock_followers", words.clock_followers, true);
  phrases("stretch_prepositions", words.stretch_prepositions, true);
  phrases("stretch_adjectives", words.stretch_adjectives, true);
  phrases("amount_leaders", words.amount_leaders, true);
  phrases("limit_words", words.limit_words, true);
  phrases("aside_words", words.aside_words, true);
  phrases("period_openers", words.period_openers, true);
  phrases("range_words", words.range_words, true);
  phrases("name_followers", words.name_followers, true);
  phrases("numbered_words", words.numbered_words, true);
  phrases("name_leaders", words.name_leaders, true);
  loader.entries(root, "recurrences", [&](std::string const& word, yaml::Node const& value) {
    words.recurrences.add(word, value.scalar);
    gate.add(word, family_time_word | family_time_recurrence);
  });
  loader.entries(root, "modifiers", [&](std::string const& name, yaml::Node const& list) {
    yaml::Node key;
    key.kind = yaml::NodeKind::scalar, key.scalar = name, key.line = list.line, key.column = list.column;
    TimexMod const mod = named(loader, modifiers, key);
    loader.scalars(&list, [&](std::string const& phrase, yaml::Node const&) {
      words.modifiers.add(phrase, mod);
      gate.add(phrase, family_time_word | family_time_modifier);
    });
  });
  loader.entries(root, "glued_modifiers", [&](std::string const& word, yaml::Node const& value) {
    words.glued_modifiers.add(word, named(loader, modifiers, value));
    gate.add(word, family_time_word | family_time_modifier);
  });
  loader.entries(root, "zones", [&](std::string const& word, yaml::Node const& value) {
    words.zones.add(word, {static_cast<std::int16_t>(loader.integer(value)), true});
  });
  loader.entries(root, "zone_phrases", [&](std::string const& word, yaml::Node const& value) {
    words.zones.add(
        word, {value.scalar == "local" ? ClockTime::no_zone : static_cast<std::int16_t>(loader.integer(value)), false});
  });
  auto const followers = [&](auto const& table) {
    table.each([&](std::string const& key, auto const&) { words.step_followers.add(key, true); });
  };
  followers(words.units), followers(words.weekdays), followers(words.months), followers(words.seasons),
      followers(words.day_parts);
  for (std::string_view const word : {"fy", "q", "h", "fiscal", "recent"})
    gate.add(word, family_time_word | family_time_mark);
  for (std::string_view const word : {"final", "latter"}) gate.add(word, family_time_word | family_time_modifier);
  gate.add("half", family_time_part);
}

void load_named_days(LexiconLoader& loader) {
  CalendarWords& words = loader.lexicon.calendar;
  Gate& gate = loader.lexicon.gate;
  yaml::Node const* const days = loader.tree.root.find("days");
  for (std::size_t i = 0; days != nullptr && i < days->size(); ++i) {
    yaml::Node const& entry = days->children[i];
    NamedDay day;
    if (yaml::Node const* on = entry.find("on")) {
      day.rule = NamedDay::Rule::fixed;
      std::tie(day.month, day.day) = pair_of(loader, *on, "a day of the year, MM-DD");
    } else if (yaml::Node const* nth = entry.find("nth"); nth != nullptr && nth->size() == 3) {
      day.rule = NamedDay::Rule::nth;
      day.nth = static_cast<std::int8_t>(loader.integer(nth->children[0]));
      day.weekday = named(loader, weekdays, nth->children[1]);
      MonthWord const* const month = words.months.find(nth->children[2].scalar);
      if (month == nullptr)
        loader.fault(nth->children[2], "unknown month");
      else
        day.month = month->month;
    } else if (yaml::Node const* easter = entry.find("easter")) {
      day.rule = NamedDay::Rule::easter;
      day.easter_offset = static_cast<std::int16_t>(loader.integer(*easter));
    } else if (entry.find("unknown") == nullptr) {
      loader.fault(entry, "a named day needs `on`, `nth`, `easter` or `unknown`");
    }
    auto const index = static_cast<std::int32_t>(words.named_days.size());
    loader.scalars(entry.find("names"), [&](std::string const& name, yaml::Node const& at) {
      if (day.name.empty()) day.name = name;
      if (!words.named_day_names.add(name, index)) loader.fault(at, "`" + name + "` is a named day already");
      words.step_followers.add(name, true);
      gate.add(name, family_time_word | family_time_named);
    });
    words.named_days.push_back(std::move(day));
  }
  yaml::Node const* const events = loader.tree.root.find("events");
  for (std::size_t i = 0; events != nullptr && i < events->size(); ++i) {
    yaml::Node const& entry = events->children[i];
    NamedEvent event;
    yaml::Node const* const date = entry.find("date");
    if (date == nullptr || date->scalar.size() != 10) {
      loader.fault(entry, "an event needs `date: YYYY-MM-DD`");
      continue;
    }
    event.date.year = static_cast<std::int16_t>(number_at(date->scalar, 0, 4));
    event.date.month = static_cast<std::uint8_t>(number_at(date->scalar, 5, 2));
    event.date.day = static_cast<std::uint8_t>(number_at(date->scalar, 8, 2));
    loader.scalars(entry.find("after"),
                   [&](std::string const& word, yaml::Node const&) { event.after.add(word, true); });
    auto const index = static_cast<std::int32_t>(words.events.size());
    loader.scalars(entry.find("names"), [&](std::string const& name, yaml::Node const&) {
      words.event_names.add(name, index);
      gate.add(name, family_time_word | family_time_named);
    });
    words.events.push_back(std::move(event));
  }
}

} // namespace claimcheck
