// Relations between dates, ages and events that stand in different sentences.
#include <algorithm>
#include <array>
#include <optional>

#include "resolve/calendar.hpp"
#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

namespace cal = calendar;

bool is_day_date(Claim const& claim) {
  return claim.kind == Kind::date && claim.time != nullptr && claim.time->when.known() && !claim.time->range &&
         claim.time->when.grain == Grain::day;
}

constexpr std::array<std::string_view, 4> period_units{"day", "week", "month", "year"};

std::string_view period_unit(std::string_view word) {
  for (std::string_view const unit : period_units)
    if (word == unit) return unit;
  return {};
}

/// "its third week", "the 20th day of the strike", "day 15 of the trial".
struct Count {
  ClaimId claim = no_id;
  std::string_view unit;
  std::string family;
  Slot day; ///< the day that is in the period, a date
};

class RunningPeriods {
 public:
  explicit RunningPeriods(Article const& article) : article_(article), words_(article) {}

  std::vector<Binding> find() {
    std::vector<Binding> out;
    std::size_t tried = 0;
    for (ClaimId id = 0; id < article_.claims.size() && tried < most; ++id) {
      Claim const& claim = article_.claims[id];
      if ((claim.kind != Kind::ordinal && claim.kind != Kind::number) || !claim.figure.exact_known) continue;
      auto count = read(id);
      if (!count) continue;
      ++tried;
      if (auto const start = begin_of(*count)) {
        Slot const when = Slot::of_claim(*start, article_.claims[*start].span);
        out.push_back({{Slot::of_claim(id, claim.span), when, count->day, Slot::of_text({}, count->unit)}});
      }
    }
    return out;
  }

 private:
  static constexpr std::size_t most = 20; ///< each looks through the article

  std::optional<Count> read(ClaimId id) {
    Claim const& claim = article_.claims[id];
    Span const sentence = words_.sentence(claim.span.begin);
    Count out;
    out.claim = id;
    std::uint32_t after = claim.span.end;
    if (claim.kind == Kind::number) {
      out.unit = period_unit(words_(words_.previous(claim.span.begin, sentence.begin)));
      if (out.unit != "day" || words_(words_.next(after, sentence.end)) != "of") return {};
    } else {
      Span const unit = words_.next(after, sentence.end);
      out.unit = period_unit(words_(unit));
      if (out.unit.empty()) return {};
      after = unit.end;
      Span before = words_.previous(claim.span.begin, sentence.begin);
      if (words_.is(before, "period-article")) before = words_.previous(before.begin, sentence.begin);
      bool const of = words_(words_.next(after, sentence.end)) == "of";
      if (!words_.is(before, "period-verb") && !set_off(claim.span.begin, sentence, of)) return {};
    }
    if (families_.empty()) families_ = families(article_, "running ");
    if (words_(words_.next(after, sentence.end)) == "of") {
      Span const of = words_.next(after, sentence.end);
      Span tail = of;
      for (int n = 0; n < 6; ++n) tail = words_.next(tail.end, sentence.end);
      out.family = nearest_family({of.end, tail.end}, false);
    } else {
      out.family = nearest_family({sentence.begin, claim.span.begin}, true);
    }
    if (out.family.empty()) return {};
    out.day = day_of(claim, sentence);
    return out.day.kind == SlotKind::none ? std::nullopt : std::optional(out);
  }

  /// "On Thursday, its fifth week, the coroner ...", "the ninth week of the trial,": behind a comma.
  bool set_off(std::uint32_t ordinal, Span sentence, bool of) const {
    Span const article = words_.previous(ordinal, sentence.begin);
    if (words_(article) != "its" && words_(article) != "their" && !(of && words_(article) == "the")) return false;
    return article.begin >= sentence.begin + 2 && article_.document.folded.substr(article.begin - 2, 2) == ", ";
  }

  /// A word that begins something stands among so many before the claim: "which began on", "sworn in on".
  bool begins(Claim const& claim, Span sentence, int reach) const {
    std::uint32_t from = claim.span.begin;
    for (int n = 0; n < reach && from > sentence.begin; ++n) {
      Span const word = words_.previous(from, sentence.begin);
      from = word.begin == from ? from - 1 : word.begin; // a mark of punctuation
    }
    return !words_.last({from, claim.span.begin}, "begin-word").empty();
  }

  /// Long periods are counted from months and years as well.
  static bool dates_begin(Claim const& claim, std::string_view unit) {
    if (is_day_date(claim)) return claim.time->stated.has_day() && claim.time->stated.has_month();
    if (claim.kind != Kind::date || claim.time == nullptr || !claim.time->when.known() || claim.time->range ||
        !claim.time->stated.has_year())
      return false;
    Grain const grain = claim.time->when.grain;
    return (grain == Grain::month && (unit == "month" || unit == "year")) || (grain == Grain::year && unit == "year");
  }

  std::string nearest_family(Span where, bool last) const {
    std::string best;
    std::uint32_t at = 0;
    for (std::string_view const family : families_) {
      Span const found = words_.last(where, family);
      if (found.empty() || (!best.empty() && (found.begin > at) != last)) continue;
      best = family;
      at = found.begin;
    }
    return best;
  }

  /// "its third week on Thursday": that day; else the document's.
  Slot day_of(Claim const& count, Span sentence) const {
    Claim const* best = nullptr;
    auto const& claims = article_.claims;
    for (auto at = static_cast<std::size_t>(&count - claims.data()) + 1; at < claims.size(); ++at) {
      Claim const& claim = claims[at];
      if (claim.sentence != count.sentence || claim.span.begin > count.span.end + 40) break;
      if (!is_day_date(claim) || claim.span.begin < count.span.end) continue;
      if (words_(words_.previous(claim.span.begin, sentence.begin)) != "on" && !claim.time->stated.has_weekday())
        continue;
      if (begins(claim, sentence, 4)) continue; // "in its sixth week, opened on Feb. 14"
      best = &claim;
      break;
    }
    if (best != nullptr) return Slot::of_value(Value::of_date(best->time->when), best->span);
    auto const& date = article_.date;
    if (!date.day || !date.certain) return {};
    // What is printed today may have been written yesterday.
    return Slot::of_value(Value::of_date(cal::of_days(*date.day - std::chrono::days{1}, *date.day)));
  }

  /// The one day on which the text says that it began: "since Russia began its invasion on Feb. 24", "the strike, which
  /// began March 3".
  std::optional<ClaimId> begin_of(Count const& count) const {
    std::optional<ClaimId> out;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (!dates_begin(claim, count.unit)) continue;
      Span const sentence = words_.sentence(claim.span.begin);
      if (!begins(claim, sentence, 9)) continue;
      if (words_.last({sentence.begin, claim.span.begin}, count.family).empty()) continue;
      if (out && article_.claims[*out].time->when != claim.time->when) return {};
      if (!out) out = id;
    }
    return out;
  }

  Article const& article_;
  Words words_;
  std::vector<std::string_view> families_;
};

std::vector<Binding> running_periods(Article const& article) { return RunningPeriods(article).find(); }

// --- one event, two days
// ----------------------------------------------------------------------------------------------------------

/// "Tuesday", "lunchtime on Tuesday", not "last Tuesday": the weekday needs no date to it.
bool bare_weekday(Claim const& claim) {
  return (claim.kind == Kind::date || claim.kind == Kind::time) && claim.time != nullptr && !claim.time->range &&
         claim.time->stated.has_weekday() && !claim.time->stated.has_day() && !claim.time->stated.has_month() &&
         claim.span.size() <= (claim.kind == Kind::time ? 24 : 10);
}

/// More bare weekdays than an article has: what goes beyond is not looked at.
constexpr std::size_t most_weekdays = 200;

/// Bare weekdays in reading order; `alone`: the only one of its sentence.
struct NamedWeekday {
  ClaimId claim;
  bool alone;
};

std::vector<NamedWeekday> bare_weekdays(Article const& article) {
  std::vector<NamedWeekday> out;
  for (ClaimId id = 0; id < article.claims.size() && out.size() < most_weekdays; ++id) {
    if (!bare_weekday(article.claims[id])) continue;
    bool const same = !out.empty() && article.claims[out.back().claim].sentence == article.claims[id].sentence;
    if (same) out.back().alone = false;
    out.push_back({id, !same});
  }
  return out;
}

/// The lede and the paragraph behind it, headline and caption included.
constexpr std::uint32_t head_of_article = 1500;

/// The event noun that a definite reference to a day names: "Tuesday's gas explosion", "the landslide on Tuesday".
template <class IsEvent>
Span event_of(Article const& article, Words const& words, Span day, IsEvent const& is_event) {
  std::string_view const text = article.document.folded;
  Span const sentence = words.sentence(day.begin);
  std::string_view const tail = text.substr(day.end, 5);
  std::uint32_t const mark = tail.compare(0, 3, "'s ") == 0 ? 3 : tail.compare(0, 4, "\xE2\x80\x99s") == 0 ? 5 : 0;
  bool const possessed = words.is(words.previous(day.begin, sentence.begin), "definite-word"); // his Sunday arrest
  if (mark != 0 || possessed) {
    std::uint32_t at = day.end + mark;
    for (int n = 0; n < 4; ++n) {
      Span const word = words.next(at, sentence.end);
      if (word.empty()) return {};
      if (is_event(word)) return word;
      at = word.end;
    }
    return {};
  }
  Span const on = words.previous(day.begin, sentence.begin);
  if (words(on) != "on") return {};
  Span const noun = words.previous(on.begin, sentence.begin);
  if (!is_event(noun)) return {};
  std::uint32_t at = noun.begin;
  for (int n = 0; n < 3; ++n) {
    Span const word = words.previous(at, sentence.begin);
    if (word.empty()) return {};
    if (words.is(word, "definite-word") || words(word) == "the") return noun;
    at = word.begin;
  }
  return {};
}

/// "Thursday's meeting" against "ministers met on Friday" in the lede. The class `deed meeting` holds the verbs, `event
/// meeting` the nouns.
std::vector<Binding> event_days(Article const& article) {
  std::vector<Binding> out;
  Words const words(article);
  auto const days = bare_weekdays(article);
  std::vector<std::string_view> events;
  for (std::size_t later = 1; later < days.size(); ++later) {
    Span const span = article.claims[days[later].claim].span;
    if (events.empty()) events = families(article, "event ");
    auto event = events.end();
    Span const noun = event_of(article, words, span, [&](Span word) {
      event = std::find_if(events.begin(), events.end(), [&](std::string_view each) { return words.is(word, each); });
      return event != events.end();
    });
    // "The meeting on Thursday" may be one that was planned for that day.
    if (noun.empty() || (noun.begin < span.begin && !words.is(noun, "single-event"))) continue;
    std::string const deed = "deed " + std::string(event->substr(6));
    for (std::size_t i = 0; i < later; ++i) {
      Claim const& first = article.claims[days[i].claim];
      if (!days[i].alone || first.sentence == article.claims[days[later].claim].sentence) continue;
      if (first.span.begin > head_of_article || words.last(words.sentence(first.span.begin), deed).empty()) continue;
      out.push_back({{Slot::of_claim(days[i].claim, first.span), Slot::of_claim(days[later].claim, span),
                      Slot::of_text(noun, article.document.text(noun))}});
      break;
    }
  }
  return out;
}

/// The sentence of a claim as far as it is read: a text without full stops is one sentence.
Span near_sentence(Words const& words, Span span) {
  constexpr std::uint32_t reach = 600;
  Span out = words.sentence(span.begin);
  if (out.begin + reach < span.begin) out.begin = span.begin - reach;
  out.end = std::min(out.end, span.end + reach);
  return out;
}

/// "A gas explosion flattened a terrace on Thursday" at the head of the article and "Tuesday's explosion" further down:
/// the same noun, where nothing speaks of a second one.
std::vector<Binding> same_event_days(Article const& article) {
  std::vector<Binding> out;
  Words const words(article);
  auto const days = bare_weekdays(article);
  for (std::size_t later = 1; later < days.size(); ++later) {
    Span const span = article.claims[days[later].claim].span;
    Span const noun = event_of(article, words, span, [&](Span word) { return words.is(word, "single-event"); });
    if (noun.empty()) continue;
    Span const here = near_sentence(words, span);
    bool const other = !words.last(here, "several-events").empty() || !words.last(here, "more-events").empty() ||
                       words(words.next(noun.end, here.end)) == "had"; // "Monday's crash had killed one"
    if (other) continue;
    for (std::size_t i = 0; i < later; ++i) {
      Claim const& first = article.claims[days[i].claim];
      if (!days[i].alone || first.sentence == article.claims[days[later].claim].sentence) continue;
      if (first.span.begin > head_of_article) break;
      Span const told = near_sentence(words, first.span);
      bool same = false;
      for (Span word = words.next(told.begin, told.end); word.end < told.end && !same;) {
        same = words(word) == words(noun);
        std::uint32_t const at = word.empty() ? word.end + 1 : word.end;
        word = words.next(at, told.end);
      }
      if (!same || !words.last(told, "several-events").empty() || !words.last(told, "more-events").empty()) continue;
      out.push_back({{Slot::of_claim(days[i].claim, first.span), Slot::of_claim(days[later].claim, span),
                      Slot::of_text(noun, article.document.text(noun))}});
      break;
    }
  }
  return out;
}

/// Both, each pair of days once.
std::vector<Binding> event_days_told_twice(Article const& article) {
  std::vector<Binding> out = event_days(article);
  for (Binding& binding : same_event_days(article)) {
    bool const known = std::any_of(out.begin(), out.end(),
                                   [&](Binding const& b) { return b.slots[1].claim == binding.slots[1].claim; });
    if (!known) out.push_back(std::move(binding));
  }
  return out;
}

} // namespace

std::vector<Relation> date_relations() {
  Type const date = Type::of(Base::date), text = Type::of(Base::text);
  return {
      {"running-period",
       "a count of days, weeks, months or years that something has been going on (\"its third week\", \"the 20th day "
       "of the strike\") with the one day on which the "
       "text says that it began",
       {{"n", "ordinal|number", {}, false, "the count"},
        {"start", "date", {}, false, "when it began"},
        {"day", "", date, false, "a day of the period: the one named behind the count, else the document's date"},
        {"unit", "", Type::text(TextForm::free, period_units), false, "day, week, month or year"}},
       running_periods},
      {"event-days",
       "the day of a definite reference (\"Thursday's meeting\") and the one day of a sentence at the head of the "
       "article whose verb is the same deed (\"ministers met "
       "on Friday\")",
       {{"first", "date", {}, false, "the day named first"},
        {"second", "date", {}, false, "the day of the definite reference"},
        {"event", "", text, false, "the word for the event"}},
       event_days_told_twice},
  };
}

} // namespace claimcheck::rules
