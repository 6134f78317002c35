// What the reference knows of persons: when they were born and died. From the user's facts and live sources; the pack
// holds none.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "lexicon/phrase_table.hpp"
#include "resolve/calendar.hpp"
#include "resolve/place_names.hpp"
#include "rules/reference_slots.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {

using reference::Candidate;
using reference::EntityType;
using reference::Fact;
using reference::Property;
namespace cal = calendar;

namespace {

constexpr std::size_t right_slot = 4; ///< of life-date
constexpr std::chrono::days grace{7}; ///< an age may be that of the day of the report or of the interview before it

/// The claim that follows the offset behind one of the joints.
std::optional<ClaimId> claim_behind(Article const& article, std::uint32_t at, std::string_view joint) {
  if (article.document.folded.compare(at, joint.size(), joint) != 0) return {};
  std::uint32_t const begin = at + static_cast<std::uint32_t>(joint.size());
  auto const found =
      std::lower_bound(article.claims.begin(), article.claims.end(), begin,
                       [](Claim const& claim, std::uint32_t offset) { return claim.span.begin < offset; });
  if (found == article.claims.end() || found->span.begin != begin) return {};
  return static_cast<ClaimId>(found - article.claims.begin());
}

/// A person of the text whom the sources know under exactly one reading.
struct Known {
  Candidate person;
  std::vector<Candidate> others; ///< not empty: nobody can say who is meant
  std::string unreached;
};
Known known_person(Article const& article, std::string const& name) {
  Known known;
  known.others = article.reference->resolve({name, {EntityType::person}}, 8);
  known.unreached = article.reference->unanswered({name, {EntityType::person}});
  if (known.others.size() == 1) {
    known.person = std::move(known.others.front());
    known.others.clear();
  }
  return known;
}

/// As closely as the source knows it.
TimeInterval when_of(Fact const& fact) {
  Grain const grain = fact.text.size() == 4 ? Grain::year : fact.text.size() == 7 ? Grain::month : Grain::day;
  return cal::of_days(*fact.from, *fact.to, grain);
}

Binding left_open(ClaimId id, Span span, std::string_view verdict, std::string reason) {
  Binding binding;
  binding.slots = {Slot::of_claim(id, span)};
  binding.open = OpenQuestion{verdict, std::move(reason)};
  return binding;
}

/// Where an article says when somebody was born or died.
struct LifeStatement {
  Property property;
  bool of_range = false; ///< one end of "(1956-2003)"
};
struct Joint {
  std::string_view words;
  Property property;
};
constexpr std::array<Joint, 13> joints{{{" was born on ", Property::birth},
                                        {" was born in ", Property::birth},
                                        {" was born ", Property::birth},
                                        {", born on ", Property::birth},
                                        {", born in ", Property::birth},
                                        {", born ", Property::birth},
                                        {", who was born on ", Property::birth},
                                        {", who was born in ", Property::birth},
                                        {" (born ", Property::birth},
                                        {" died on ", Property::death},
                                        {" died in ", Property::death},
                                        {", who died on ", Property::death},
                                        {", who died in ", Property::death}}};

bool fits(Temporal const& stated, LifeStatement const& statement, Fact const& fact) {
  Days const first = *fact.from, last = *fact.to;
  if (statement.of_range) {
    Days const end = statement.property == Property::birth ? stated.when.first_day() : stated.when.last_day();
    return cal::year_of(end) >= cal::year_of(first) && cal::year_of(end) <= cal::year_of(last);
  }
  return stated.when.first_day() <= last && first <= stated.when.last_day();
}

void add_life(std::vector<Binding>& found, Article const& article, ClaimId id, Span mention, std::string const& name,
              LifeStatement const& statement) {
  Claim const& claim = article.claims[id];
  Known const known = known_person(article, name);
  if (!known.others.empty())
    return found.push_back(left_open(id, claim.span, "unresolved", "more than one " + name + " is known"));
  std::string unreached = known.unreached;
  if (!known.person.id.empty()) {
    auto const facts = article.reference->lookup(known.person.id, statement.property);
    if (unreached.empty()) unreached = article.reference->unanswered(known.person.id, statement.property);
    if (facts.size() == 1 && facts.front().from && facts.front().to) {
      Fact const& fact = facts.front();
      std::string_view const word = statement.property == Property::birth ? "born" : "died";
      Texts texts;
      Binding binding;
      binding.slots = {Slot::of_claim(id, claim.span),
                       Slot::of_text(mention, article.document.text(mention)),
                       Slot::of_value(texts.value(std::string(word))),
                       Slot::of_value(Value::of_date(when_of(fact))),
                       Slot::of_value(Value::of(fits(*claim.time, statement, fact))),
                       Slot::of_value(Value::of(fact.checked))};
      binding.citations = {cite_checked(fact, fmt::format("{} {} {}", known.person.name, word, fact.text))};
      binding.texts = texts.keep();
      return found.push_back(std::move(binding));
    }
  }
  if (!unreached.empty()) found.push_back(left_open(id, claim.span, "unverifiable", unreached));
}

/// A full name, or a later mention of one who bears it.
struct Mention {
  Span span;
  std::string name;
};

/// The persons of the article, and other names of two to four words: a dated birth behind them says what they are.
std::vector<Mention> mentions_of(Article const& article) {
  std::vector<Mention> out;
  std::set<std::uint32_t> ends;
  for (Entity const& entity : article.entities)
    if (entity.kind == EntityKind::person && entity.name.find(' ') != std::string::npos)
      for (Span const span : entity.mentions)
        if (ends.insert(span.end).second) out.push_back({span, entity.name});
  resolve::PlaceNames const names(article);
  for (resolve::NameRun const& run : names.runs()) {
    std::string_view const text = article.document.text(run.span);
    auto const spaces = std::count(text.begin(), text.end(), ' ');
    if (spaces > 0 && spaces < 4 && ends.insert(run.span.end).second) out.push_back({run.span, std::string(text)});
  }
  std::sort(out.begin(), out.end(), [](Mention const& a, Mention const& b) { return a.span < b.span; });
  return out;
}

std::vector<Binding> find_lives(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr) return found;
  bool const dated = std::any_of(article.claims.begin(), article.claims.end(),
                                 [](Claim const& claim) { return claim.kind == Kind::date; });
  if (!dated) return found;
  for (auto const& [mention, name] : mentions_of(article)) {
    for (Joint const& joint : joints) {
      auto const id = claim_behind(article, mention.end, joint.words);
      if (!id) continue;
      Claim const& claim = article.claims[*id];
      if (claim.kind != Kind::date || !claim.time || claim.time->range || !claim.time->stated.has_year() ||
          !claim.time->when.known())
        continue;
      add_life(found, article, *id, mention, name, {joint.property});
      break;
    }
    auto const life = claim_behind(article, mention.end, " (");
    if (!life) continue;
    Claim const& claim = article.claims[*life];
    bool const closed = article.document.folded.compare(claim.span.end, 1, ")") == 0;
    if (claim.kind != Kind::date || !claim.time || !claim.time->range || !claim.time->when.known() || !closed) continue;
    std::vector<Binding> ends; // one line for a life: what is wrong with it, or its birth
    for (Property const end : {Property::birth, Property::death})
      add_life(ends, article, *life, mention, name, {end, true});
    auto const wrong = std::find_if(ends.begin(), ends.end(), [](Binding const& end) {
      return !end.open && end.slots[right_slot].value.truth == Truth::no;
    });
    if (!ends.empty()) found.push_back(std::move(wrong != ends.end() ? *wrong : ends.front()));
  }
  return found;
}

int age_on(Days birth, Days day) {
  std::chrono::year_month_day const b(birth), d(day);
  bool const before = std::pair(d.month(), d.day()) < std::pair(b.month(), b.day());
  return static_cast<int>(d.year()) - static_cast<int>(b.year()) - (before ? 1 : 0);
}

std::vector<Binding> find_ages(Article const& article) {
  std::vector<Binding> found;
  if (article.reference == nullptr || !article.date.day || !article.date.certain) return found;
  for (Entity const& entity : article.entities) {
    if (entity.kind != EntityKind::person || entity.name.find(' ') == std::string::npos) continue;
    for (Span const mention : entity.mentions) {
      auto const id = claim_behind(article, mention.end, ", ");
      if (!id) continue;
      Claim const& claim = article.claims[*id];
      char const behind =
          claim.span.end < article.document.folded.size() ? article.document.folded[claim.span.end] : ' ';
      bool const apposition = behind == ',' || behind == '.' || behind == ';';
      if ((claim.kind != Kind::age && claim.kind != Kind::number) || !claim.figure.exact_known || !apposition) continue;
      if (!claim.figure.value.is_integer() || claim.figure.value > Decimal{120}) continue;
      int const years = static_cast<int>(claim.figure.value.to_double());
      Known const known = known_person(article, entity.name);
      if (known.person.id.empty()) {
        if (!known.others.empty())
          found.push_back(left_open(*id, claim.span, "unresolved", "more than one " + entity.name + " is known"));
        continue; // whom no source knows: an age alone is no reason for a line
      }
      auto const births = article.reference->lookup(known.person.id, Property::birth);
      if (births.size() != 1 || !births.front().from || !births.front().to) continue;
      Fact const& birth = births.front();
      int const youngest = age_on(*birth.to, *article.date.day - grace),
                oldest = age_on(*birth.from, *article.date.day);
      Texts texts;
      Binding binding;
      binding.slots = {Slot::of_claim(*id, claim.span),
                       Slot::of_text(mention, article.document.text(mention)),
                       Slot::of_value(Value::of_date(when_of(birth))),
                       Slot::of_value(texts.value(youngest == oldest ? std::to_string(oldest)
                                                                     : fmt::format("{} or {}", youngest, oldest))),
                       Slot::of_value(Value::of(years >= youngest && years <= oldest)),
                       Slot::of_value(Value::of(birth.checked))};
      binding.citations = {cite_checked(birth, fmt::format("{} born {}", known.person.name, birth.text))};
      binding.unreached = article.reference->unanswered(known.person.id, Property::birth);
      binding.texts = texts.keep();
      found.push_back(std::move(binding));
    }
  }
  return found;
}

} // namespace

std::vector<Relation> known_people_relations() {
  Type const text = Type::of(Base::text), truth = Type::of(Base::truth), date = Type::of(Base::date);
  return {
      {"life-date",
       "The birth or death of a person whom the user's facts or a live source know: \"Ada Deniz, born May 1, 1970\", "
       "\"Ada Deniz (1970-2020)\". Only with --reference.",
       {{"stated", "date", {}, false, "the date in the text, or the years of a life"},
        {"person", "", text, false, "the person as named"},
        {"what", "", text, false, "born or died"},
        {"known", "", date, false, "the day, month or year that the source has"},
        {"right", "", truth, false, "they agree, as closely as both are known"},
        {"checked", "", truth, false, "the source may contradict a text"}},
       find_lives},
      {"known-age",
       "The age of a person whose birth the user's facts or a live source know: \"Ada Deniz, 51,\". Only with "
       "--reference and a date of the document.",
       {{"stated", "age|number", {}, false, "the age in the text"},
        {"person", "", text, false, "the person as named"},
        {"born", "", date, false, "the day, month or year of birth"},
        {"age", "", text, false, "the age on the day of the article, or in the week before"},
        {"right", "", truth, false, "the stated age is one of these"},
        {"checked", "", truth, false, "the source may contradict a text"}},
       find_ages}};
}

} // namespace claimcheck::rules
