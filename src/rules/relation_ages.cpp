// Two ages of one person, told in different places: behind the name, before it, or with the office.
#include <algorithm>
#include <array>
#include <optional>

#include "rules/article_words.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

/// A whole age of somebody who may have two ages in one article.
bool is_age(Claim const& claim) {
  return (claim.kind == Kind::number || claim.kind == Kind::age) && claim.figure.exact_known && !claim.figure.range &&
         claim.figure.value.is_integer() && !(claim.figure.value < Decimal{10}) &&
         !(claim.figure.value > Decimal{110}) && claim.hedge == Hedge::none;
}

bool closes(std::string_view text, std::uint32_t at) {
  return at < text.size() && (text[at] == ',' || text[at] == '.' || text[at] == ')' || text[at] == ';');
}

/// "Smith, 34," and "Smith, a 34-year-old nurse," and "Smith (34)" and "Smith, who is 34,": the claim that follows a
/// mention.
std::optional<ClaimId> age_behind(Article const& article, Span mention, std::string_view text) {
  auto const& claims = article.claims;
  auto const at =
      std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.begin < mention.end; });
  if (at == claims.end() || !is_age(*at)) return {};
  std::string_view const between = text.substr(mention.end, at->span.begin - mention.end);
  auto const id = static_cast<ClaimId>(at - claims.begin());
  bool const alone = at->span.end < text.size() && (text[at->span.end] == ',' || text[at->span.end] == '.');
  if (between == ", " && alone) return id;
  static constexpr std::array<std::string_view, 5> bound{", who is ", ", who's ", ", now ", ", aged ", ", age "};
  if (std::find(bound.begin(), bound.end(), between) != bound.end() && closes(text, at->span.end)) return id;
  if (between == " (" && at->span.end < text.size() && text[at->span.end] == ')') return id;
  if (at->kind == Kind::age && (between == ", a " || between == ", the " || between == ", an ")) return id;
  return {};
}

/// "The 31-year-old Lopez": the claim before a mention.
std::optional<ClaimId> age_before(Article const& article, Words const& words, Span mention) {
  auto const& claims = article.claims;
  auto const at =
      std::partition_point(claims.begin(), claims.end(), [&](Claim const& c) { return c.span.end <= mention.begin; });
  if (at == claims.begin()) return {};
  Claim const& claim = *(at - 1);
  if (claim.kind != Kind::age || !is_age(claim) || claim.span.end + 1 != mention.begin) return {};
  Span const sentence = words.sentence(claim.span.begin);
  if (!words.is(words.previous(claim.span.begin, sentence.begin), "definite-article")) return {};
  return static_cast<ClaimId>(at - 1 - claims.begin());
}

Binding two_ages(Article const& article, ClaimId first, ClaimId second, std::string_view whose) {
  auto const& claims = article.claims;
  auto const years = [&](ClaimId id) { return Slot::of_value(Value::number(claims[id].figure.value)); };
  return {{Slot::of_claim(first, claims[first].span), Slot::of_claim(second, claims[second].span), years(first),
           years(second), Slot::of_text({}, whose)}};
}

/// "The 36-year-old is in hospital", "a lawyer for the 36-year-old": said of the one person whose age the text has
/// told, when a verb follows and nobody else's age stands before it.
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
    if (refers)
      out.push_back(two_ages(article, told.front().first, id, told.front().second));
    else if (told.size() < 2 || told[1].first != id)
      return; // another age: of whom is not known
  }
}

/// "The mayor, 52," or "the 49-year-old mayor" or "Captain Rhys Morgan, 31,".
struct RoleAge {
  ClaimId claim = no_id;
  Span role;
  bool definite = false; ///< "the ...": somebody told of before
  bool person = false;   ///< man, woman ...: no office, so that many may be meant
};

class RoleAges {
 public:
  explicit RoleAges(Article const& article) : article_(article), words_(article) {
    for (Entity const& entity : article.entities)
      if (entity.kind == EntityKind::person)
        names_.insert(names_.end(), entity.mentions.begin(), entity.mentions.end());
    std::sort(names_.begin(), names_.end(), [](Span a, Span b) { return a.end < b.end; });
  }

  void add(std::vector<Binding>& out) const {
    std::vector<RoleAge> found;
    for (ClaimId id = 0; id < article_.claims.size() && found.size() < most; ++id)
      if (auto const age = read(id)) found.push_back(*age);
    if (out.empty()) add_bare(found, out);
    for (std::size_t second = 1; second < found.size(); ++second)
      if (found[second].definite)
        if (auto const first = one_before(found, second))
          out.push_back(
              two_ages(article_, found[*first].claim, found[second].claim, article_.document.text(found[*first].role)));
  }

 private:
  static constexpr std::size_t most = 40; ///< each is compared with those before it

  /// "A 19-year-old student was held. ... The 22-year-old had no record": the first two ages of the article, nobody
  /// else about.
  void add_bare(std::vector<RoleAge> const& found, std::vector<Binding>& out) const {
    auto const& claims = article_.claims;
    auto const first =
        std::find_if(claims.begin(), claims.end(), [](Claim const& claim) { return claim.kind == Kind::age; });
    auto const second = std::find_if(first == claims.end() ? first : first + 1, claims.end(),
                                     [](Claim const& claim) { return claim.kind == Kind::age; });
    if (second == claims.end() || found.empty() || &claims[found.front().claim] != &*first || !is_age(*second) ||
        second->guards.quoted || found.front().definite || first->sentence == second->sentence ||
        second->sentence > first->sentence + 2)
      return;
    Span const sentence = words_.sentence(second->span.begin);
    if (words_(words_.previous(second->span.begin, sentence.begin)) != "the" ||
        !words_.is(words_.next(second->span.end, sentence.end), "verb-behind-age"))
      return;
    Span const between{words_.sentence(first->span.begin).begin, sentence.end};
    Span const behind{words_.next(first->span.end, between.end).end, between.end}; // behind the role itself
    if (between.size() > farthest || !words_.last(between, "several-people").empty() ||
        !words_.last(behind, "another-person").empty())
      return;
    auto const id = [&](auto at) { return static_cast<ClaimId>(at - claims.begin()); };
    out.push_back(two_ages(article_, id(first), id(second), article_.document.text(found.front().role)));
  }

  std::optional<RoleAge> read(ClaimId id) const {
    Claim const& claim = article_.claims[id];
    if (!is_age(claim) || claim.guards.quoted) return {};
    std::string_view const text = article_.document.folded;
    Span const sentence = words_.sentence(claim.span.begin);
    RoleAge out;
    out.claim = id;
    if (claim.kind == Kind::age && claim.figure.adjectival) { // the 49-year-old mayor
      out.role = words_.next(claim.span.end, sentence.end);
      out.definite = words_(words_.previous(claim.span.begin, sentence.begin)) == "the";
      out.person = words_.is(out.role, "role-person");
      // Of the many men of an article this one is the one told of before only where he is the subject.
      if (out.person && out.definite && !words_.is(words_.next(out.role.end, sentence.end), "verb-behind-age"))
        return {};
      return named_role(out, sentence);
    }
    if (claim.span.begin < sentence.begin + 3 || text.substr(claim.span.begin - 2, 2) != ", " ||
        !closes(text, claim.span.end))
      return {};
    std::uint32_t const comma = claim.span.begin - 2;
    auto const name = std::partition_point(names_.begin(), names_.end(), [&](Span n) { return n.end < comma; });
    if (name != names_.end() && name->end == comma) { // Captain Rhys Morgan, 31,
      out.role = words_.previous(name->begin, sentence.begin);
    } else { // the mayor, 52,
      out.role = words_.previous(comma, sentence.begin);
      out.definite = words_(words_.previous(out.role.begin, sentence.begin)) == "the";
      if (!out.definite) return {};
    }
    return named_role(out, sentence);
  }

  std::optional<RoleAge> named_role(RoleAge const& age, Span sentence) const {
    if (!age.person && !words_.is(age.role, "role-noun")) return {};
    if (words_.is(words_.previous(age.role.begin, sentence.begin), "role-modifier")) return {}; // the former mayor
    if (words_(words_.next(age.role.end, sentence.end)) == "of") return {};                     // the mayor of Leeds
    return age;
  }

  /// The one age of the role that was told before; nothing when there are two, or when more people are about.
  std::optional<std::size_t> one_before(std::vector<RoleAge> const& found, std::size_t second) const {
    std::optional<std::size_t> out;
    auto const& claims = article_.claims;
    for (std::size_t i = 0; i < second; ++i) {
      if (words_(found[i].role) != words_(found[second].role)) continue;
      if (out && claims[found[*out].claim].figure.value != claims[found[i].claim].figure.value) return {};
      if (!out) out = i;
    }
    if (!out || claims[found[*out].claim].sentence == claims[found[second].claim].sentence) return {};
    Span const between{words_.sentence(claims[found[*out].claim].span.begin).begin,
                       words_.sentence(claims[found[second].claim].span.begin).end};
    if (between.size() > farthest || !words_.last(between, "several-people").empty()) return {};
    if (found[second].person) // any other age between them is of another
      for (ClaimId id = found[*out].claim + 1; id < found[second].claim; ++id)
        if (claims[id].kind == Kind::age) return {};
    return out;
  }
  static constexpr std::uint32_t farthest = 4000; ///< bytes

  Article const& article_;
  Words words_;
  std::vector<Span> names_; ///< of persons, by where they end
};

std::vector<Binding> person_ages(Article const& article) {
  std::vector<Binding> out;
  std::vector<std::pair<ClaimId, std::string_view>> told; // the first age of each person
  std::string_view const text = article.document.folded;
  Words const words(article);
  for (Entity const& person : article.entities) {
    if (person.kind != EntityKind::person) continue;
    std::optional<ClaimId> first;
    for (Span const mention : person.mentions) {
      auto age = age_behind(article, mention, text);
      if (!age && first) age = age_before(article, words, mention);
      if (!age) continue;
      if (!first) {
        first = age;
        told.emplace_back(*age, person.name);
        continue;
      }
      out.push_back(two_ages(article, *first, *age, person.name));
    }
  }
  std::sort(told.begin(), told.end());
  add_definite_ages(article, told, out);
  RoleAges(article).add(out);
  return out;
}

} // namespace

std::vector<Relation> age_relations() {
  Type const text = Type::of(Base::text), years = Type::figure(Measure::plain);
  return {
      {"person-ages",
       "two ages that the text gives to one person: \"Smith, 34,\" and \"Smith, a 36-year-old nurse\", \"the mayor, "
       "52,\" and \"the 49-year-old mayor\"",
       {{"first", "age|number", {}, false, "the age given first"},
        {"second", "age|number", {}, false, "an age given later"},
        {"first_years", "", years, false, "the first age as a number"},
        {"second_years", "", years, false, "the later age as a number"},
        {"name", "", text, false, "the person's name or office"}},
       person_ages}};
}

} // namespace claimcheck::rules
