// One life told in several sentences: "Brandt died on Monday. He was 88. He was born in Linz on May 4, 1932."
#include <algorithm>
#include <optional>
#include <set>

#include "resolve/calendar.hpp"
#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

constexpr std::uint32_t longest_sentence = 2000; ///< bytes

namespace cal = calendar;

/// An obituary tells an age, a birth and a death within so many sentences of each other.
constexpr std::uint32_t sentences_apart = 4;
/// An article with more births is a list of people.
constexpr std::size_t most_births = 20;

class Lives {
 public:
  explicit Lives(Article const& article) : article_(article), words_(article) {}

  std::vector<Binding> find() const {
    std::vector<Binding> out;
    each_birth([&](ClaimId birth, ClaimId first, ClaimId last) {
      if (auto binding = life(birth, first, last)) out.push_back(std::move(*binding));
    });
    std::size_t lifetimes = 0; // each looks through the names
    for (ClaimId id = 0; id < article_.claims.size() && lifetimes < most_births; ++id) {
      if (!is_years_apart(id)) continue;
      ++lifetimes;
      if (!is_of_person(id)) continue;
      if (auto binding = lifetime(id)) out.push_back(std::move(*binding));
    }
    return out;
  }

  /// A birth and a death in different sentences.
  std::vector<Binding> births_and_deaths() const {
    std::vector<Binding> out;
    each_birth([&](ClaimId birth, ClaimId first, ClaimId last) {
      for (ClaimId death = first; death < last; ++death) {
        Claim const& claim = article_.claims[death];
        if (claim.sentence == article_.claims[birth].sentence || !is_death(death) || !claim.time->when.known())
          continue;
        out.push_back({{Slot::of_claim(birth, article_.claims[birth].span), Slot::of_claim(death, claim.span)}});
        break;
      }
    });
    return out;
  }

 private:
  /// Calls `take` with each birth and the claims around it, where these tell of one person.
  template <class Take>
  void each_birth(Take&& take) const {
    std::size_t births = 0;
    for (ClaimId id = 0; id < article_.claims.size() && births < most_births; ++id) {
      if (!is_birth(id)) continue;
      ++births;
      auto const around = claims_around(article_.claims[id].sentence);
      if (tells_of_one(around.first, around.second, 1)) take(id, around.first, around.second);
    }
  }
  /// "was born in Linz on May 4, 1932", "born in 1971": a date with a year, `born` at most six words before it, and
  /// nobody's relative between.
  bool is_birth(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    if (claim.kind != Kind::date || !claim.time || !claim.time->stated.has_year() || claim.time->range ||
        !claim.time->when.known() || claim.guards.quoted)
      return false;
    Span const sentence = words_.sentence(claim.span.begin);
    // A text without full stops is one sentence: every date in it would read all of it.
    if (sentence.size() > longest_sentence) return false;
    std::uint32_t from = claim.span.begin;
    for (int n = 0; n < 7 && from > sentence.begin; ++n) {
      Span const word = words_.previous(from, sentence.begin);
      if (words_(word) == "born") return words_.last(sentence, "not-a-person").empty();
      from = word.begin == from ? from - 1 : word.begin;
    }
    return false;
  }

  /// The claims of the sentences around one.
  std::pair<ClaimId, ClaimId> claims_around(std::uint32_t sentence) const {
    std::uint32_t const low = sentence < sentences_apart ? 0 : sentence - sentences_apart;
    auto const& claims = article_.claims;
    auto const at = [&](std::uint32_t s) {
      return static_cast<ClaimId>(
          std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.sentence < s; }) -
          claims.begin());
    };
    return {at(low), at(sentence + sentences_apart + 1)};
  }

  /// The sentences of these claims name one person only, and only one birth.
  bool tells_of_one(ClaimId first, ClaimId last, std::size_t births_told) const {
    if (first >= last) return false;
    Span const where{words_.sentence(article_.claims[first].span.begin).begin,
                     words_.sentence(article_.claims[last - 1].span.begin).end};
    std::size_t persons = 0;
    for (Entity const& entity : article_.entities) {
      if (entity.kind != EntityKind::person) continue;
      auto const at = std::partition_point(entity.mentions.begin(), entity.mentions.end(),
                                           [&](Span mention) { return mention.begin < where.begin; });
      persons += at != entity.mentions.end() && at->begin < where.end;
    }
    std::size_t births = 0;
    for (ClaimId id = first; id < last; ++id) births += is_birth(id);
    return persons <= 1 && births == births_told && words_.last(where, "not-a-person").empty();
  }

  /// The only age of the stretch and the day for which it is given: of the death, else of the article.
  std::optional<Binding> life(ClaimId birth, ClaimId first, ClaimId last) const {
    std::optional<ClaimId> age, death;
    bool died = false;
    for (ClaimId id = first; id < last; ++id) {
      Claim const& claim = article_.claims[id];
      Span const sentence = words_.sentence(claim.span.begin);
      if (is_age(id, sentence)) {
        if (age && article_.claims[*age].figure.value != claim.figure.value) return {};
        if (!age) age = id;
      }
      if (id == birth || claim.kind != Kind::date || !claim.time) continue;
      if (!is_death(id)) continue;
      if (death && article_.claims[*death].time->when != claim.time->when) return {};
      if (claim.time->when.known()) death = id;
      died = true;
    }
    if (!age || article_.claims[*age].sentence == article_.claims[birth].sentence) return {};
    if (died && (!death || is_present(*age))) return {};
    Binding out;
    out.slots = {Slot::of_claim(*age, article_.claims[*age].span), Slot::of_claim(birth, article_.claims[birth].span)};
    if (death) {
      out.slots.push_back(
          Slot::of_value(Value::of_date(article_.claims[*death].time->when), article_.claims[*death].span));
    } else {
      auto const& date = article_.date;
      if (!date.day || !date.certain) return {};
      out.slots.push_back(Slot::of_value(Value::of_date(cal::of_days(*date.day - std::chrono::days{1}, *date.day))));
    }
    out.slots.push_back(Slot::of_value(Value::number(article_.claims[*age].figure.value)));
    return out;
  }

  /// A date behind a verb of dying in a sentence that has not spoken of a birth before it.
  bool is_death(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    if (claim.kind != Kind::date || !claim.time) return false;
    Span const sentence = words_.sentence(claim.span.begin);
    if (sentence.size() > longest_sentence) return false;
    return !words_.last({sentence.begin, claim.span.begin}, "death-verb").empty() &&
           words_.last({sentence.begin, claim.span.begin}, "birth-verb").empty();
  }

  /// "(1932-2012)" or ", 1932-2012,": two years set apart.
  bool is_years_apart(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    std::string_view const text = article_.document.folded;
    if (claim.kind != Kind::date || !claim.time || !claim.time->range || claim.guards.quoted ||
        claim.time->value.size() != 9 || claim.span.begin < 2 || claim.span.end >= text.size())
      return false;
    std::string_view const before = text.substr(claim.span.begin - 2, 2);
    char const behind = text[claim.span.end];
    return (before == " (" && behind == ')') || (before == ", " && behind == ',');
  }

  /// They stand behind a person's name: "Karl Brandt (1932-2012),".
  bool is_of_person(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    return std::any_of(article_.entities.begin(), article_.entities.end(), [&](Entity const& entity) {
      if (entity.kind != EntityKind::person) return false;
      auto const at = std::partition_point(entity.mentions.begin(), entity.mentions.end(),
                                           [&](Span mention) { return mention.end < claim.span.begin - 2; });
      return at != entity.mentions.end() && at->end == claim.span.begin - 2;
    });
  }

  /// The age that the next sentences tell of somebody whose years stand behind the name.
  std::optional<Binding> lifetime(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    ClaimId const first = claims_around(claim.sentence + sentences_apart).first;
    ClaimId const last = claims_around(claim.sentence).second;
    if (!tells_of_one(first, last, 0)) return {};
    std::optional<ClaimId> age;
    for (ClaimId each = first; each < last; ++each) {
      if (!is_age(each, words_.sentence(article_.claims[each].span.begin)) || is_present(each)) continue;
      if (age) return {};
      age = each;
    }
    auto const year = [&](std::size_t at) {
      int value = 0;
      for (char const c : claim.time->value.substr(at, 4)) value = value * 10 + (c - '0');
      return value;
    };
    int const born = year(0), died = year(5);
    if (!age || born < 1000 || died <= born || died > 2999) return {};
    return Binding{{Slot::of_claim(*age, article_.claims[*age].span),
                    Slot::of_value(Value::of_date(cal::of_year(born)), claim.span),
                    Slot::of_value(Value::of_date(cal::of_year(died)), claim.span),
                    Slot::of_value(Value::number(article_.claims[*age].figure.value))}};
  }

  /// "She is 88.": not said of the dead.
  bool is_present(ClaimId id) const {
    std::uint32_t const at = article_.claims[id].span.begin;
    return words_(words_.previous(at, words_.sentence(at).begin)) == "is";
  }

  /// "Holt, 58,"; "He was 88."; "at the age of 80"; "aged 80"; "died at 80".
  bool is_age(ClaimId id, Span sentence) const {
    Claim const& claim = article_.claims[id];
    if ((claim.kind != Kind::age && claim.kind != Kind::number) || !claim.figure.exact_known || claim.figure.range ||
        claim.hedge != Hedge::none || claim.guards.quoted || !claim.figure.value.is_integer() ||
        claim.figure.value < Decimal{18} || claim.figure.value > Decimal{115})
      return false;
    std::string_view const text = article_.document.folded;
    Span const before = words_.previous(claim.span.begin, sentence.begin);
    char const behind = claim.span.end < text.size() ? text[claim.span.end] : '.';
    bool const closed = behind == ',' || behind == '.' || behind == ';';
    if (words_(before) == "was" || words_(before) == "is") { // He was 88.
      Span const who = words_.previous(before.begin, sentence.begin);
      return (words_(who) == "he" || words_(who) == "she") && closed && who.begin <= sentence.begin + 1;
    }
    if (claim.kind == Kind::age) {
      std::string_view const written = article_.document.folded_text(claim.span);
      return !claim.figure.adjectival && (written.find("age") != std::string_view::npos || closed) &&
             words_.last({sentence.begin, claim.span.begin}, "at-another-time").empty();
    }
    bool const at = words_(before) == "at" && !words_.last({sentence.begin, claim.span.begin}, "death-verb").empty();
    return at && closed;
  }

  Article const& article_;
  Words words_;
};

std::vector<Binding> lives(Article const& article) { return Lives(article).find(); }
std::vector<Binding> births_and_deaths(Article const& article) { return Lives(article).births_and_deaths(); }

} // namespace

std::vector<Relation> life_relations() {
  Type const date = Type::of(Base::date), years = Type::figure(Measure::plain);
  return {
      {"told-life",
       "the age and the birth of the one person of whom a few sentences speak, each in its own sentence, with the day "
       "for which the age is given: that of the death, else that of the article",
       {{"age", "age|number", {}, false, "the age"},
        {"birth", "date", {}, false, "the date or year of birth"},
        {"day", "", date, false, "the day of the death, or of the article"},
        {"years", "", years, false, "the age as a number"}},
       lives},
      {"told-lifetime",
       "the birth and the death of the one person of whom a few sentences speak, each in its own sentence",
       {{"birth", "date", {}, false, "the date or year of birth"},
        {"death", "date", {}, false, "the date or year of death"}},
       births_and_deaths}};
}

} // namespace claimcheck::rules
