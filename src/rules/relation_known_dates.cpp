// Dates of named events and holidays: "the invasion of Ukraine on Feb. 24", "Thanksgiving, Nov. 24".
#include <algorithm>
#include <optional>

#include "lexicon/phrase_table.hpp"
#include "resolve/calendar.hpp"
#include "resolve/holiday.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;

namespace {

constexpr std::size_t longest_phrase = 9;

/// The longest run of words that ends at `end` and that the reference knows as one of the types.
std::optional<std::pair<Span, Candidate>> phrase_before(Article const& article, std::uint32_t end,
                                                        std::uint32_t sentence, EntityType type) {
  std::string const& folded = article.document.folded;
  std::optional<std::pair<Span, Candidate>> best;
  std::uint32_t begin = end;
  for (std::size_t n = 0; n < longest_phrase && begin > sentence; ++n) {
    while (begin > sentence && folded[begin - 1] == ' ') --begin;
    while (begin > sentence && folded[begin - 1] != ' ' && folded[begin - 1] != '\n') --begin;
    Span const span{begin, end};
    if (folded.find_first_of(",;:", begin) < end) break;
    auto found = article.reference->resolve({article.document.text(span), {type}}, 4);
    if (found.size() == 1) best = {span, std::move(found.front())};
  }
  return best;
}

/// The same for words that begin at `begin`.
std::optional<std::pair<Span, Candidate>> phrase_after(Article const& article, std::uint32_t begin,
                                                       std::uint32_t sentence, EntityType type) {
  std::string const& folded = article.document.folded;
  std::optional<std::pair<Span, Candidate>> best;
  std::uint32_t end = begin;
  for (std::size_t n = 0; n < longest_phrase && end < sentence; ++n) {
    while (end < sentence && folded[end] == ' ') ++end;
    while (end < sentence && folded[end] != ' ' && folded[end] != ',' && folded[end] != '\n' && folded[end] != ';')
      ++end;
    std::uint32_t last = end;
    while (last > begin && folded[last - 1] == '.') --last;
    auto found = article.reference->resolve({article.document.text({begin, last}), {type}}, 4);
    if (found.size() == 1) best = {Span{begin, last}, std::move(found.front())};
    if (end < sentence && folded[end] != ' ') break;
  }
  return best;
}

/// A phrase that a date belongs to: "EVENT on DATE", "EVENT, DATE", "EVENT (DATE)", "the DATE EVENT", "DATE, HOLIDAY".
std::optional<std::pair<Span, Candidate>> named_beside(Article const& article, Claim const& date, EntityType type) {
  std::string_view const folded = article.document.folded;
  Span const sentence = article.document.sentences[date.sentence];
  std::uint32_t at = date.span.begin;
  for (std::string_view const joint : {" on ", ", ", " (", " of ", " fell on ", " is on ", " falls on ", " - "})
    if (at >= sentence.begin + joint.size() && folded.substr(at - joint.size(), joint.size()) == joint)
      if (auto found = phrase_before(article, at - static_cast<std::uint32_t>(joint.size()), sentence.begin, type))
        return found;
  if (folded.substr(date.span.end, 1) == " ")
    if (auto found = phrase_after(article, date.span.end + 1, sentence.end, type)) return found;
  if (type == EntityType::holiday && folded.substr(date.span.end, 2) == ", ")
    return phrase_after(article, date.span.end + 2, sentence.end, type);
  return {};
}

bool is_day(Claim const& claim) {
  return claim.kind == Kind::date && claim.time && claim.time->when.known() && claim.time->when.grain == Grain::day &&
         claim.time->stated.has_day() && claim.sentence != no_id;
}

void add(std::vector<Binding>& found, Article const& article, ClaimId id, std::pair<Span, Candidate> const& named,
         TimeInterval actual, Fact const& fact, bool right) {
  Binding binding;
  binding.slots = {Slot::of_claim(id, article.claims[id].span),
                   Slot::of_text(named.first, article.document.text(named.first)),
                   Slot::of_value(Value::of_date(actual)), Slot::of_value(Value::of(right)),
                   Slot::of_value(Value::of(fact.checked))};
  binding.citations = {cite_checked(fact, named.second.name + ": " + fact.text)};
  found.push_back(std::move(binding));
}

std::vector<Binding> find_events(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (!is_day(claim)) continue;
    auto const named = named_beside(article, claim, EntityType::event);
    if (!named) continue;
    auto const facts = article.reference->lookup(named->second.id, Property::date);
    if (facts.size() != 1 || !facts.front().from || !facts.front().to) continue;
    Days const first = *facts.front().from, last = *facts.front().to;
    TimeInterval when = claim.time->when;
    if (!claim.time->stated.has_year()) { // "the Feb. 24 invasion": the year is not said
      auto const same = calendar::day(calendar::year_of(first), calendar::month_of(when.first_day()),
                                      calendar::day_of_month(when.first_day()));
      if (!same) continue;
      when = calendar::of_day(*same);
    }
    using std::chrono::days;
    bool const right =
        when.first_day() <= last + days{1} && first <= when.last_day() + days{1}; // the other side of the date line
    add(found, article, id, *named, calendar::of_days(first, last), facts.front(), right);
  }
  return found;
}

std::vector<Binding> find_holidays(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (!is_day(claim)) continue;
    auto const named = named_beside(article, claim, EntityType::holiday);
    if (!named || named->first.overlaps(claim.span)) continue;
    auto const facts = article.reference->lookup(named->second.id, Property::date, claim.time->when.first_day());
    if (facts.size() != 1) continue;
    auto const actual = resolve::holiday(facts.front().text, calendar::year_of(claim.time->when.first_day()));
    if (!actual) continue;
    Span const sentence = article.document.sentences[claim.sentence];
    std::int64_t const off = std::abs(calendar::days_between(*actual, claim.time->when.first_day()));
    bool const observed = off <= 3 && article.document.folded_text(sentence).find("observed") != std::string_view::npos;
    if (observed || off > 45)
      continue; // the day off work; and "three days after Thanksgiving, Jan. 3" is another matter
    add(found, article, id, *named, calendar::of_day(*actual), facts.front(), off == 0);
  }
  return found;
}

} // namespace

std::vector<Relation> known_date_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), date = Type::of(Base::date);
  auto const roles = [&](std::string_view what, std::string_view named) {
    return std::vector<Role>{{"stated", "date", {}, false, "the date in the text"},
                             {what, "", text, false, named},
                             {"actual", "", date, false, "its date as the reference has it"},
                             {"right", "", truth, false, "they agree"},
                             {"checked", "", truth, false, "the date is confirmed by a second source"}};
  };
  return {{"event-date",
           "A named event with a day: \"the invasion of Ukraine on Feb. 24\", \"the Sept. 11 attacks\". Only with "
           "--reference.",
           roles("event", "the event as named"), find_events},
          {"holiday-date", "A holiday with a day: \"Thanksgiving, Nov. 24\". Only with --reference.",
           roles("holiday", "the holiday as named"), find_holidays}};
}

} // namespace claimcheck::rules
