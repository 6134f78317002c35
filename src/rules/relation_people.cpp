// Relations between the names of an article.
#include "resolve/people_checks.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

Type const text_type = Type::of(Base::text);
Type const truth_type = Type::of(Base::truth);
Type const number_type = Type::figure(Measure::plain);

Slot written(Article const& article, Span span) {
  return span.empty() ? Slot{} : Slot::of_text(span, article.document.text(span));
}
Slot number(std::size_t value) { return Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(value)})); }
Slot truth(bool value) { return Slot::of_value(Value::of(value)); }

bool in_headline(Article const& article, Span span) {
  std::uint32_t const region = article.document.region_at(span.begin);
  return region < article.document.regions.size() &&
         article.document.regions[region].kind == text::RegionKind::headline;
}

std::vector<Binding> variants(Article const& article, std::vector<resolve::NameVariant> const& found) {
  std::vector<Binding> out;
  for (auto const& v : found)
    out.push_back({{written(article, v.variant), written(article, v.usual), number(v.times),
                    truth(in_headline(article, v.variant) != in_headline(article, v.usual))}});
  return out;
}
std::vector<Binding> name_variants(Article const& article) {
  return variants(article, resolve::name_variants(article));
}
std::vector<Binding> transliterations(Article const& article) {
  return variants(article, resolve::transliterations(article));
}

std::vector<Binding> titled(Article const& article, std::vector<resolve::TitlePair> const& found) {
  std::vector<Binding> out;
  for (auto const& [first, second] : found)
    out.push_back(
        {{written(article, second.name), written(article, first.name), written(article, second.title),
          written(article, first.title), written(article, second.affiliation), written(article, first.affiliation)}});
  return out;
}
std::vector<Binding> given_names(Article const& article) {
  return titled(article, resolve::given_name_conflicts(article));
}
std::vector<Binding> changed_given_names(Article const& article) {
  return titled(article, resolve::changed_given_names(article));
}
std::vector<Binding> titles(Article const& article) { return titled(article, resolve::title_conflicts(article)); }
std::vector<Binding> offices(Article const& article) { return titled(article, resolve::office_conflicts(article)); }

std::vector<Binding> late_introductions(Article const& article) {
  std::vector<Binding> out;
  for (auto const& [surname, full] : resolve::late_introductions(article))
    out.push_back({{written(article, surname), written(article, full), truth(false)}});
  return out;
}

std::vector<Binding> unintroduced(Article const& article) {
  std::vector<Binding> out;
  for (Span const source : resolve::unintroduced_speakers(article))
    out.push_back({{written(article, source), truth(false)}});
  return out;
}

std::vector<Binding> acronyms(Article const& article) {
  std::vector<Binding> out;
  for (auto const& fault : resolve::acronym_faults(article)) {
    // The initials in their order, as the article's own letters cannot give them: the first letter of each word of the
    // name.
    out.push_back({{written(article, fault.acronym), written(article, fault.expansion), truth(false)}});
  }
  return out;
}

std::vector<Binding> counted(Article const& article) {
  std::vector<Binding> out;
  for (auto const& c : resolve::counted_relatives(article))
    out.push_back({{Slot::of_claim(c.count, article.claims[c.count].span), written(article, c.list), number(c.names)}});
  return out;
}

std::vector<Binding> late(Article const& article) {
  std::vector<Binding> out;
  for (auto const& [name, cue] : resolve::late_speakers(article))
    out.push_back({{written(article, cue), written(article, name), truth(false)}});
  return out;
}

std::vector<Role> variant_roles() {
  return {{"variant", "", text_type, false, "the rarer spelling"},
          {"usual", "", text_type, false, "the more frequent one"},
          {"times", "", number_type, false, "how often the usual one stands"},
          {"across", "", truth_type, false, "one of them stands in the headline, the other does not"}};
}
std::vector<Role> titled_roles() {
  return {{"name", "", text_type, false, "the later name"},
          {"other", "", text_type, false, "the earlier name"},
          {"title", "", text_type, false, "the later title"},
          {"other_title", "", text_type, false, "the earlier title"},
          {"country", "", text_type, false, "the later nationality"},
          {"other_country", "", text_type, false, "the earlier nationality"}};
}

} // namespace

std::vector<Relation> people_relations() {
  return {
      {"name-variant", "a surname of five letters and more, one letter apart from one that the article uses more often",
       variant_roles(), name_variants},
      {"transliteration", "two accepted spellings of one foreign name, both outside quotations", variant_roles(),
       transliterations},
      {"given-names", "one surname with one title and two given names", titled_roles(), given_names},
      {"changed-given-name",
       "one surname with two given names, in a text that tells of no relatives: names one letter apart, or another "
       "name "
       "that stands once",
       titled_roles(), changed_given_names},
      {"exclusive-titles", "one person with two titles that nobody holds at once", titled_roles(), titles},
      {"office-holders", "one office of one country with two holders, or one holder in two countries", titled_roles(),
       offices},
      {"late-introduction",
       "a surname alone before the full name",
       {{"surname", "", text_type, false, "the first mention"},
        {"full", "", text_type, false, "the full name"},
        {"introduced", "", truth_type, false, "always false"}},
       late_introductions},
      {"unintroduced-speaker",
       "a speaker of whom the text gives only a surname",
       {{"speaker", "", text_type, false, "the source"}, {"introduced", "", truth_type, false, "always false"}},
       unintroduced},
      {"acronym",
       "an acronym in brackets behind a name whose initials are other letters",
       {{"acronym", "", text_type, false, "the letters in brackets"},
        {"expansion", "", text_type, false, "the name"},
        {"fits", "", truth_type, false, "always false"}},
       acronyms},
      {"counted-relatives",
       "relatives that are counted and then named one by one",
       {{"count", "count", {}, false, "the number"},
        {"list", "", text_type, false, "the names"},
        {"names", "", number_type, false, "how many names there are"}},
       counted},
      {"late-speaker",
       "somebody who is called late and speaks in the present tense",
       {{"cue", "", text_type, false, "the verb of saying"},
        {"late", "", text_type, false, "where the text says that the person died"},
        {"alive", "", truth_type, false, "always false"}},
       late},
  };
}

} // namespace claimcheck::rules
