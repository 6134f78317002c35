// Relations between quotations, their speakers and what they said.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "resolve/attribution_words.hpp"
#include "resolve/quotation.hpp"
#include "resolve/quotation_checks.hpp"
#include "rules/relation.hpp"

namespace claimcheck::rules {
namespace {

constexpr std::array<std::string_view, 3> mark_faults{"unclosed", "unopened", "reversed"};
constexpr std::array<std::string_view, 2> text_faults{"bracket", "ellipsis"};

Type const text_type = Type::of(Base::text);
Type const truth_type = Type::of(Base::truth);
Type const number_type = Type::figure(Measure::plain);

Slot written(Article const& article, Span span) { return Slot::of_text(span, article.document.text(span)); }
Slot said(std::string_view text) { return Slot::of_text({}, text); }
Slot number(std::size_t value) { return Slot::of_value(Value::number(Decimal{static_cast<std::int64_t>(value)})); }
Slot truth(bool value) { return Slot::of_value(Value::of(value)); }

/// The speaker's name, or the source as it is written; nothing when there is neither.
Slot speaker(Article const& article, std::uint32_t id) {
  if (id == no_id) return {};
  Attribution const& attribution = article.attributions[id];
  if (attribution.speaker < article.entities.size())
    return Slot::of_text(attribution.source, article.entities[attribution.speaker].name);
  return attribution.source.empty() ? Slot{} : written(article, attribution.source);
}

/// "..., Reed said" inside a quotation: its closing mark is missing, whatever the next paragraph begins with. Of the
/// words before the verb only a name counts; "he said" may be part of what is told.
bool holds_attribution(Article const& article, Span quotation) {
  std::string_view const folded = article.document.folded_text(quotation), plain = article.document.text(quotation);
  for (std::string_view const verb : {" said", " says"})
    for (std::size_t at = folded.find(verb); at != std::string_view::npos; at = folded.find(verb, at + 1)) {
      std::size_t const end = at + verb.size();
      if (end < folded.size() && folded[end] != ',' && folded[end] != '.') continue;
      std::size_t const from = at < 40 ? 0 : at - 40;
      std::size_t const comma = folded.substr(from, at - from).rfind(", ");
      if (comma == std::string_view::npos || at - from - comma < 4) continue;
      char const first = plain[from + comma + 2];
      if (first >= 'A' && first <= 'Z' && plain[from + comma + 3] >= 'a') return true;
    }
  return false;
}

std::vector<Binding> quotation_marks(Article const& article) {
  auto const quotations = resolve::find_quotations(article.document);
  std::vector<resolve::QuotationFault> faults = quotations.faults;
  std::set<std::uint32_t> known, spoken;
  for (auto const& fault : faults) known.insert(fault.at.begin);
  for (auto const& quotation : quotations.list) {
    if (quotation.closed || !holds_attribution(article, quotation.inner)) continue;
    Span const mark{quotation.marked.begin, quotation.inner.begin};
    spoken.insert(mark.begin);
    if (known.insert(mark.begin).second) faults.push_back({resolve::MarkFault::unclosed, mark});
  }
  std::vector<Binding> out;
  for (auto const& fault : faults) {
    bool const alone = faults.size() == 1 && fault.kind == resolve::MarkFault::unclosed;
    out.push_back({{written(article, fault.at), said(mark_faults[static_cast<std::size_t>(fault.kind)]), truth(false),
                    truth(alone || spoken.contains(fault.at.begin))}});
  }
  return out;
}

std::vector<Binding> quotation_texts(Article const& article) {
  std::vector<Binding> out;
  for (auto const& fault : resolve::quotation_text_faults(article))
    out.push_back({{written(article, fault.at), said(text_faults[fault.kind == resolve::TextFault::bracket ? 0 : 1]),
                    truth(false)}});
  return out;
}

std::vector<Binding> pairs(Article const& article, std::vector<resolve::QuotationPair> const& found) {
  std::vector<Binding> out;
  for (auto const& pair : found)
    out.push_back({{written(article, article.quotations[pair.first]), written(article, article.quotations[pair.second]),
                    speaker(article, pair.first_attribution), speaker(article, pair.second_attribution)}});
  return out;
}
/// A named person whose words these are for certain: the verb and the name stand beside the marks, and the name is no
/// pronoun and no description ("a surrogate") that may be of the same person.
bool certain_speaker(Article const& article, std::uint32_t id) {
  if (id == no_id) return false;
  Attribution const& attribution = article.attributions[id];
  bool const beside = attribution.sieve == Sieve::quote_source_cue || attribution.sieve == Sieve::quote_cue_source ||
                      attribution.sieve == Sieve::according_to || attribution.sieve == Sieve::source_cue_quote;
  std::string_view const source = article.document.text(attribution.source);
  return beside && attribution.speaker < article.entities.size() && source.size() > 2 &&
         article.entities[attribution.speaker].kind == EntityKind::person &&
         article.document.folded_text(attribution.source).find(" of ") == std::string_view::npos &&
         source.front() >= 'A' && source.front() <= 'Z' && source.substr(0, 3) != "He " && source != "She" &&
         source != "Who" && source != "They";
}

std::vector<Binding> repeated(Article const& article) {
  auto found = resolve::repeated_quotations(article);
  std::erase_if(found, [&](resolve::QuotationPair const& pair) {
    return !certain_speaker(article, pair.first_attribution) || !certain_speaker(article, pair.second_attribution);
  });
  return pairs(article, found);
}
std::vector<Binding> reworded(Article const& article) { return pairs(article, resolve::reworded_quotations(article)); }

std::vector<Binding> orphans(Article const& article) {
  std::vector<Binding> out;
  for (Span const quotation : resolve::orphan_quotations(article))
    out.push_back({{written(article, quotation), truth(false)}});
  return out;
}

std::vector<Binding> twice_attributed(Article const& article) {
  std::vector<Binding> out;
  for (auto const& pair : resolve::double_attributions(article)) {
    auto const& content = article.attributions[pair.second].content;
    out.push_back({{written(article, content.front()), speaker(article, pair.first), speaker(article, pair.second)}});
  }
  return out;
}

/// Words between two spans of one line; a large number when they are not on one.
std::size_t words_between(Article const& article, std::uint32_t from, std::uint32_t to) {
  if (to < from) return 1000;
  std::string_view const gap = article.document.folded_text({from, to});
  if (gap.size() > 60 || gap.find('\n') != std::string_view::npos) return 1000;
  return static_cast<std::size_t>(std::count(gap.begin(), gap.end(), ' '));
}

/// The date that says when something was said: right behind the cue, or behind its medium.
std::vector<Binding> speech_days(Article const& article) {
  std::vector<Binding> out;
  std::size_t next = 0;
  for (auto const& attribution : article.attributions) {
    if (attribution.cue.empty()) continue;
    while (next < article.claims.size() && article.claims[next].span.begin < attribution.cue.end) ++next;
    for (std::size_t i = next; i < article.claims.size() && i < next + 2; ++i) {
      Claim const& claim = article.claims[i];
      if (claim.kind != Kind::date || !claim.time) continue;
      bool const inside = std::any_of(attribution.content.begin(), attribution.content.end(),
                                      [&](Span piece) { return piece.contains(claim.core); });
      bool const close = words_between(article, attribution.cue.end, claim.span.begin) <= 2 ||
                         (!attribution.medium_span.empty() &&
                          words_between(article, attribution.medium_span.end, claim.span.begin) <= 2);
      if (!inside && close)
        out.push_back({{Slot::of_claim(static_cast<ClaimId>(i), claim.span), written(article, attribution.cue)}});
    }
  }
  return out;
}

/// Figures inside one quotation and outside quotation marks that one speaker gives of one thing.
std::vector<Binding> quoted_and_reported(Article const& article) {
  std::vector<Binding> out;
  std::unordered_map<std::uint64_t, ClaimId> reported;
  auto const key_of = [&](Claim const& claim) -> std::uint64_t {
    if (!is_figure(claim.kind) || claim.subject.key == 0 || claim.attribution == no_id) return 0;
    EntityId const who = article.attributions[claim.attribution].speaker;
    return who == no_id ? 0 : (claim.subject.key * 31 + who) * 64 + static_cast<std::uint64_t>(claim.kind) + 1;
  };
  for (ClaimId id = 0; id < article.claims.size(); ++id)
    if (std::uint64_t const key = key_of(article.claims[id]); key != 0 && !article.claims[id].guards.quoted)
      reported.try_emplace(key, id);
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& quoted = article.claims[id];
    std::uint64_t const key = key_of(quoted);
    if (key == 0 || !quoted.guards.quoted) continue;
    auto const found = reported.find(key);
    if (found == reported.end()) continue;
    Claim const& other = article.claims[found->second];
    std::uint32_t const apart =
        quoted.region > other.region ? quoted.region - other.region : other.region - quoted.region;
    if (apart <= 1)
      out.push_back({{Slot::of_claim(id, quoted.span), Slot::of_claim(found->second, other.span),
                      speaker(article, quoted.attribution)}});
  }
  return out;
}

/// Sources that name nobody: "studies", "experts", "some".
bool nameless(Article const& article, Attribution const& attribution) {
  std::string_view const source = article.document.folded_text(attribution.source);
  if (source.find(' ') != std::string_view::npos && source.find(' ') != source.rfind(' ')) return false;
  std::string_view const head = source.substr(source.rfind(' ') + 1);
  std::string_view const first = source.substr(0, source.find(' '));
  bool const bare = head == first || first == "some" || first == "many" || first == "most" || first == "several" ||
                    first == "recent" || first == "various";
  for (std::string_view const word :
       {"studies", "experts", "critics", "analysts", "observers", "estimates", "reports", "sources", "some", "many",
        "researchers", "scientists", "surveys", "polls", "statistics", "insiders"})
    if (head == word) return bare;
  return false;
}

std::vector<Binding> nameless_figures(Article const& article) {
  std::vector<Binding> out;
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (claim.attribution == no_id || !is_figure(claim.kind) || claim.guards.quoted) continue;
    Attribution const& attribution = article.attributions[claim.attribution];
    if (attribution.source.empty() || attribution.sieve == Sieve::unresolved || !nameless(article, attribution))
      continue;
    out.push_back({{Slot::of_claim(id, claim.span), written(article, attribution.source), truth(false)}});
  }
  return out;
}

/// Hard figures with no source in their paragraph: shares, money of a million and more, people who died.
std::vector<Binding> sourceless_figures(Article const& article) {
  std::vector<Binding> out;
  std::vector<char> sourced(article.document.regions.size());
  for (Attribution const& attribution : article.attributions) {
    std::uint32_t const region =
        article.document.region_at(attribution.cue.empty() ? attribution.content.front().begin : attribution.cue.begin);
    if (region < sourced.size() && !attribution.source.empty()) sourced[region] = 1;
  }
  for (ClaimId id = 0; id < article.claims.size(); ++id) {
    Claim const& claim = article.claims[id];
    if (claim.attribution != no_id || claim.guards.quoted || claim.region >= sourced.size() || sourced[claim.region])
      continue;
    if (article.document.regions[claim.region].kind != text::RegionKind::body) continue;
    bool const million =
        claim.kind == Kind::money && claim.figure.exact_known && claim.figure.value >= Decimal{1000000};
    if (claim.kind == Kind::percent || million) out.push_back({{Slot::of_claim(id, claim.span), truth(false)}});
  }
  return out;
}

/// "said in a tweet", "tweeted": what was said, its medium and its length.
std::vector<Binding> media(Article const& article) {
  std::vector<Binding> out;
  for (Attribution const& attribution : article.attributions) {
    std::string_view const cue = article.document.folded_text(attribution.cue);
    bool const tweets = cue.starts_with("tweet");
    if (attribution.content.empty() || (attribution.medium_span.empty() && !tweets)) continue;
    std::size_t length = 0;
    if (attribution.mode == Mode::direct)
      for (Span const piece : attribution.content) {
        std::string_view const text = article.document.text(piece);
        length += static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
      }
    Slot const medium =
        attribution.medium_span.empty()
            ? said("tweet")
            : Slot::of_text(attribution.medium_span, article.document.folded_text(attribution.medium_span));
    out.push_back(
        {{written(article, attribution.content.front()), Slot::of_text(attribution.cue, cue), medium, number(length)}});
  }
  return out;
}

/// A pronoun as a source where two persons of its gender opened sentences since the last one spoke.
std::vector<Binding> uncertain_pronouns(Article const& article) {
  std::vector<Binding> out;
  struct Opening {
    std::uint32_t at;
    EntityId entity;
  };
  std::vector<Opening> mentions;
  for (EntityId id = 0; id < article.entities.size(); ++id)
    if (article.entities[id].kind == EntityKind::person)
      for (Span const span : article.entities[id].mentions) mentions.push_back({span.begin, id});
  std::sort(mentions.begin(), mentions.end(), [](Opening const& a, Opening const& b) { return a.at < b.at; });
  std::uint32_t last_spoken = 0;
  for (Attribution const& attribution : article.attributions) {
    if (attribution.source.empty()) continue;
    std::string_view const source = article.document.folded_text(attribution.source);
    Gender const gender = source == "he" ? Gender::male : source == "she" ? Gender::female : Gender::unknown;
    std::uint32_t const begin = attribution.source.begin;
    if (gender != Gender::unknown && begin > last_spoken) {
      // Those named since the last speaker, in this block or the one before, who are not named in what is said.
      std::uint32_t const region = article.document.region_at(begin);
      std::uint32_t const floor = region == 0 || region >= article.document.regions.size()
                                      ? 0
                                      : article.document.regions[region - 1].span.begin;
      std::vector<EntityId> fitting;
      auto at = std::lower_bound(mentions.begin(), mentions.end(), std::max(floor, last_spoken),
                                 [](Opening const& m, std::uint32_t from) { return m.at < from; });
      for (int turn = 0; at != mentions.end() && at->at < begin && turn < 40; ++at, ++turn) {
        Entity const& entity = article.entities[at->entity];
        bool const named = std::any_of(attribution.content.begin(), attribution.content.end(), [&](Span piece) {
          auto const found = std::lower_bound(entity.mentions.begin(), entity.mentions.end(), piece.begin,
                                              [](Span s, std::uint32_t from) { return s.begin < from; });
          return found != entity.mentions.end() && found->begin < piece.end;
        });
        if (entity.gender == gender && !named && std::find(fitting.begin(), fitting.end(), at->entity) == fitting.end())
          fitting.push_back(at->entity);
      }
      bool const took_over = attribution.speaker != no_id &&
                             std::find(fitting.begin(), fitting.end(), attribution.speaker) != fitting.end();
      if (fitting.size() > 1 && took_over)
        out.push_back({{written(article, attribution.source), said(article.entities[fitting[0]].name),
                        said(article.entities[fitting[1]].name)}});
    }
    last_spoken = attribution.source.end;
  }
  return out;
}

} // namespace

std::vector<Relation> attribution_relations() {
  return {
      {"quotation-mark",
       "a quotation mark without its partner, or one of the wrong direction",
       {{"mark", "", text_type, false, "the mark"},
        {"fault", "", Type::text(TextForm::free, mark_faults), false, "unclosed, unopened or reversed"},
        {"paired", "", truth_type, false, "always false"},
        {"certain", "", truth_type, false,
         "an opening mark whose closing mark is missing, the only faulty mark of the text or with `, Reed said` "
         "behind it; more of them are mostly lost paragraph breaks"}},
       quotation_marks},
      {"quotation-text",
       "a square bracket without its partner or a run of two or five and more points inside a quotation",
       {{"mark", "", text_type, false, "the bracket or the points"},
        {"fault", "", Type::text(TextForm::free, text_faults), false, "bracket or ellipsis"},
        {"sound", "", truth_type, false, "always false"}},
       quotation_texts},
      {"same-quotation",
       "two quotations of six words and more that are word for word the same",
       {{"first", "", text_type, false, "the earlier one"},
        {"second", "", text_type, false, "the later one"},
        {"speaker", "", text_type, false, "who says the earlier one"},
        {"other_speaker", "", text_type, false, "who says the later one"}},
       repeated},
      {"similar-quotation",
       "two quotations of one speaker that are almost the same, word for word",
       {{"first", "", text_type, false, "the earlier one"},
        {"second", "", text_type, false, "the later one"},
        {"speaker", "", text_type, false, "who says the earlier one"},
        {"other_speaker", "", text_type, false, "the same"}},
       reworded},
      {"orphan-quotation",
       "whole sentences in quotation marks for which no speaker was found",
       {{"quotation", "", text_type, false, "without its marks"},
        {"attributed", "", truth_type, false, "always false"}},
       orphans},
      {"double-attribution",
       "one content with two sources, neither of which relays the other",
       {{"content", "", text_type, false, "what was said"},
        {"source", "", text_type, false, "who says it first"},
        {"other_source", "", text_type, false, "who says it, too"}},
       twice_attributed},
      {"speech-day",
       "the day on which something was said, right behind the verb of saying",
       {{"day", "date", {}, false, "the day"}, {"cue", "", text_type, false, "the verb of saying"}},
       speech_days},
      {"quote-and-paraphrase",
       "a figure in a quotation and one of the same kind and subject in the same speaker's reported words, in the same "
       "paragraph or the next",
       {{"quoted", "figure", {}, false, "the figure in the quotation"},
        {"reported", "figure", {}, false, "the figure outside"},
        {"speaker", "", text_type, false, "who says both"}},
       quoted_and_reported},
      {"nameless-figure",
       "a figure whose source names nobody: studies, experts, some",
       {{"figure", "figure", {}, false, "the figure"},
        {"source", "", text_type, false, "the source as written"},
        {"named", "", truth_type, false, "always false"}},
       nameless_figures},
      {"sourceless-figure",
       "a share, or a sum of a million and more, in a paragraph of body text that names no source",
       {{"figure", "figure", {}, false, "the figure"}, {"sourced", "", truth_type, false, "always false"}},
       sourceless_figures},
      {"medium",
       "something said in a tweet, a statement, an address ...",
       {{"content", "", text_type, false, "what was said"},
        {"cue", "", text_type, false, "the verb of saying"},
        {"medium", "", text_type, false, "the medium as written, in lower case"},
        {"length", "", number_type, false, "characters of a direct quotation; 0 for reported words"}},
       media},
      {"uncertain-pronoun",
       "`he` or `she` as a source where two persons of that gender were named since the last one spoke",
       {{"pronoun", "", text_type, false, "the source"},
        {"one", "", text_type, false, "one of the persons"},
        {"other", "", text_type, false, "another"}},
       uncertain_pronouns},
  };
}

} // namespace claimcheck::rules
