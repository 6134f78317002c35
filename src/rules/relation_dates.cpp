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
      if (auto const start = begin_of(count->family)) {
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
      if (!words_.is(before, "period-verb")) return {};
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

  std::string nearest_family(Span where, bool last) const {
    std::string best;
    std::uint32_t at = 0;
    for (std::string const& family : families_) {
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
  std::optional<ClaimId> begin_of(std::string const& family) const {
    std::optional<ClaimId> out;
    for (ClaimId id = 0; id < article_.claims.size(); ++id) {
      Claim const& claim = article_.claims[id];
      if (!is_day_date(claim) || !claim.time->stated.has_day() || !claim.time->stated.has_month()) continue;
      Span const sentence = words_.sentence(claim.span.begin);
      std::uint32_t from = claim.span.begin;
      for (int n = 0; n < 9 && from > sentence.begin; ++n) {
        Span const word = words_.previous(from, sentence.begin);
        if (word.begin == from)
          --from; // a mark of punctuation
        else
          from = word.begin;
      }
      Span const clause{from, claim.span.begin};
      if (words_.last(clause, "begin-word").empty()) continue;
      if (words_.last({sentence.begin, claim.span.begin}, family).empty()) continue;
      if (out && article_.claims[*out].time->when != claim.time->when) return {};
      if (!out) out = id;
    }
    return out;
  }

  Article const& article_;
  Words words_;
  std::vector<std::string> families_;
};

std::vector<Binding> running_periods(Article const& article) { return RunningPeriods(article).find(); }

// --- one person, two ages
// ---------------------------------------------------------------------------------------------------------

/// "Smith, 34," and "Smith, a 34-year-old nurse,": the claim that follows a mention.
std::optional<ClaimId> age_behind(Article const& article, Span mention, std::string_view text) {
  auto const& claims = article.claims;
  auto const at =
      std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < mention.end; });
  if (at == claims.end()) return {};
  std::string_view const between = text.substr(mention.end, at->span.begin - mention.end);
  auto const id = static_cast<ClaimId>(at - claims.begin());
  if (!at->figure.exact_known || at->figure.range || !at->figure.value.is_integer() || at->figure.value < Decimal{10} ||
      at->figure.value > Decimal{110})
    return {};
  bool const alone = at->span.end < text.size() && text[at->span.end] == ',';
  if ((at->kind == Kind::number || at->kind == Kind::age) && between == ", " && alone) return id;
  if (at->kind == Kind::age && (between == ", a " || between == ", the " || between == ", an ")) return id;
  return {};
}

/// "The 36-year-old is in hospital": said of the one person whose age the text has told, when a verb follows and nobody
/// else's age stands before it.
void add_definite_ages(Article const& article, std::vector<std::pair<ClaimId, std::string_view>> const& told,
                       std::vector<Binding>& out) {
  if (told.empty()) return;
  Words const words(article);
  auto const& claims = article.claims;
  for (ClaimId id = 0; id < told.front().first; ++id)
    if (claims[id].kind == Kind::age) return;
  for (ClaimId id = told.front().first + 1; id < claims.size(); ++id) {
    Claim const& claim = claims[id];
    if (claim.kind != Kind::age) continue;
    Span const sentence = words.sentence(claim.span.begin);
    bool const refers = words.is(words.previous(claim.span.begin, sentence.begin), "definite-article") &&
                        words.is(words.next(claim.span.end, sentence.end), "verb-behind-age") &&
                        claim.figure.exact_known && claim.sentence != claims[told.front().first].sentence &&
                        (told.size() < 2 || told[1].first > id);
    if (refers) {
      auto const years = [&](ClaimId each) { return Slot::of_value(Value::number(claims[each].figure.value)); };
      ClaimId const first = told.front().first;
      out.push_back({{Slot::of_claim(first, claims[first].span), Slot::of_claim(id, claim.span), years(first),
                      years(id), Slot::of_text({}, told.front().second)}});
    } else if (told.size() < 2 || told[1].first != id) {
      return; // another age: of whom is not known
    }
  }
}

std::vector<Binding> person_ages(Article const& article) {
  std::vector<Binding> out;
  std::vector<std::pair<ClaimId, std::string_view>> told; // the first age of each person
  std::string_view const text = article.document.folded;
  for (Entity const& person : article.entities) {
    if (person.kind != EntityKind::person) continue;
    std::optional<ClaimId> first;
    for (Span const mention : person.mentions) {
      auto const age = age_behind(article, mention, text);
      if (!age) continue;
      if (!first) {
        first = age;
        told.emplace_back(*age, person.name);
        continue;
      }
      auto const years = [&](ClaimId id) { return Slot::of_value(Value::number(article.claims[id].figure.value)); };
      out.push_back(
          {{Slot::of_claim(*first, article.claims[*first].span), Slot::of_claim(*age, article.claims[*age].span),
            years(*first), years(*age), Slot::of_text({}, person.name)}});
    }
  }
  std::sort(told.begin(), told.end());
  add_definite_ages(article, told, out);
  return out;
}

// --- one event, two days
// ----------------------------------------------------------------------------------------------------------

bool bare_weekday(Claim const& claim) {
  return claim.kind == Kind::date && claim.time != nullptr && !claim.time->range && // the weekday needs no date to it
         claim.time->stated.has_weekday() && !claim.time->stated.has_day() && !claim.time->stated.has_month() &&
         claim.span.size() <= 10;
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

/// "Thursday's meeting" against "ministers met on Friday" in the lede. The class `deed meeting` holds the verbs, `event
/// meeting` the nouns.
std::vector<Binding> event_days(Article const& article) {
  std::vector<Binding> out;
  Words const words(article);
  std::string_view const text = article.document.folded;
  auto const days = bare_weekdays(article);
  std::vector<std::string> events;
  for (std::size_t later = 1; later < days.size(); ++later) {
    Span const span = article.claims[days[later].claim].span;
    std::string_view const tail = text.substr(span.end, 5);
    std::uint32_t const mark = tail.compare(0, 3, "'s ") == 0 ? 3 : tail.compare(0, 4, "\xE2\x80\x99s") == 0 ? 5 : 0;
    Span const sentence = words.sentence(span.begin);
    if (mark == 0 && !words.is(words.previous(span.begin, sentence.begin), "definite-word"))
      continue; // his Sunday arrest
    if (events.empty()) events = families(article, "event ");
    Span const noun = words.next(span.end + mark, sentence.end);
    auto const event =
        std::find_if(events.begin(), events.end(), [&](std::string const& each) { return words.is(noun, each); });
    if (event == events.end()) continue;
    std::string const deed = "deed " + event->substr(6);
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

} // namespace

std::vector<Relation> date_relations() {
  Type const date = Type::of(Base::date), text = Type::of(Base::text), years = Type::figure(Measure::plain);
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
      {"person-ages",
       "two ages that the text gives to one person behind the name: \"Smith, 34,\" and \"Smith, a 36-year-old nurse\"",
       {{"first", "age|number", {}, false, "the age given first"},
        {"second", "age|number", {}, false, "an age given later"},
        {"first_years", "", years, false, "the first age as a number"},
        {"second_years", "", years, false, "the later age as a number"},
        {"name", "", text, false, "the person's name"}},
       person_ages},
      {"event-days",
       "the day of a definite reference (\"Thursday's meeting\") and the one day of a sentence at the head of the "
       "article whose verb is the same deed (\"ministers met "
       "on Friday\")",
       {{"first", "date", {}, false, "the day named first"},
        {"second", "date", {}, false, "the day of the definite reference"},
        {"event", "", text, false, "the word for the event"}},
       event_days},
  };
}

} // namespace claimcheck::rules
