#include "report/sample.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace claimcheck::report {
namespace {

constexpr std::string_view draft =
    "Flood leaves 14 dead\n"
    "\n"
    "The town lies 225 miles (262 km) southwest of the capital.\n"
    "\n"
    "Officials met on Tuesday, March 9, 2022, and said “about 60 percent” of 300 members & friends <voted>.\n"
    "\n"
    "Twelve people died, the mayor told reporters.\n";

ClaimId add(Article& article, Kind kind, std::string_view words, Status status) {
  Claim claim;
  claim.kind = kind;
  claim.span = claim.core = find(article, words);
  claim.status = status;
  claim.region = article.document.region_at(claim.span.begin);
  article.claims.push_back(std::move(claim));
  return static_cast<ClaimId>(article.claims.size() - 1);
}

void set_figure(Article& article, ClaimId id, std::string_view digits, Interval interval, std::string_view unit) {
  Figure& figure = article.claims[id].figure;
  figure.exact_known = true;
  figure.value = *Decimal::parse(digits);
  figure.interval = interval;
  if (!unit.empty()) figure.unit = article.lexicon->units.find(unit).value_or(no_unit);
}

Finding finding(std::string rule, std::string topic, Level level, std::string message, Evidence primary,
                std::vector<Evidence> related) {
  Finding out;
  out.rule = std::move(rule);
  out.topic = std::move(topic);
  out.level = level;
  out.message = std::move(message);
  out.primary = std::move(primary);
  out.related = std::move(related);
  out.confidence = 0.98F;
  out.fingerprint = "0123456789abcdef";
  return out;
}

FileReport draft_report() {
  FileReport file;
  file.path = "news/draft one.txt";
  file.article = article_of(std::string(draft));
  Article& article = *file.article;
  article.date.day = Days(std::chrono::year(2022) / 3 / 10);
  article.date.origin = resolve::DateOrigin::option;
  article.date.certain = true;

  ClaimId const dead = add(article, Kind::count, "14", Status::contradicted);
  set_figure(article, dead, "14", Interval::point(14), "");
  ClaimId const miles = add(article, Kind::distance, "225 miles", Status::contradicted);
  set_figure(article, miles, "225", Interval::between({2245, -1}, {2255, -1}), "[mi_i]");
  ClaimId const km = add(article, Kind::distance, "262 km", Status::contradicted);
  set_figure(article, km, "262", Interval::between({2615, -1}, {2625, -1}), "km");
  ClaimId const day = add(article, Kind::date, "Tuesday, March 9, 2022", Status::contradicted);
  article.claims[day].time = std::make_unique<Temporal>();
  Temporal& time = *article.claims[day].time;
  time.type = TimexType::date;
  time.value = "2022-03-09";
  time.resolved_from = ResolvedFrom::text;
  Days const ninth(std::chrono::year(2022) / 3 / 9);
  time.when = {ninth, ninth + std::chrono::days(1), Grain::day};
  ClaimId const share = add(article, Kind::percent, "about 60 percent", Status::consistent);
  set_figure(article, share, "60", Interval::between(55, 65), "");
  article.claims[share].hedge = Hedge::about;
  article.claims[share].guards.quoted = true;
  ClaimId const members = add(article, Kind::count, "300 members", Status::consistent);
  set_figure(article, members, "300", Interval::point(300), "");
  article.claims[members].subject.phrase = find(article, "members");
  ClaimId const twelve = add(article, Kind::count, "Twelve people", Status::contradicted);
  set_figure(article, twelve, "12", Interval::point(12), "");
  article.claims[twelve].subject.phrase = find(article, "people");
  article.claims[twelve].attribution = 0;

  Attribution said;
  said.sieve = Sieve::source_cue_clause;
  said.confidence = 0.88F;
  said.source = find(article, "the mayor");
  said.cue = find(article, "told");
  said.content = {find(article, "Twelve people died")};
  article.attributions.push_back(said);

  Locator locator(article.document);
  Finding conversion =
      finding("unit-conversion", "conversion", Level::error, "225 miles is 362 km, not 262 km.",
              {"", article.claims[km].span, km}, {{"converted from", article.claims[miles].span, miles}});
  conversion.computed = Computed{"225 mi x 1.609344 = 362.1 km",
                                 *Decimal::parse("362.1"),
                                 Interval::between(361, 363),
                                 "km",
                                 "362.1 km",
                                 "361 to 363 km",
                                 true};
  conversion.alternatives = {"362 km"};
  file.findings.push_back(reported(article, locator, conversion));
  Finding weekday = finding("weekday-date-mismatch", "calendar", Level::warning,
                            "March 9, 2022, was a Wednesday, not a Tuesday.", {"", article.claims[day].span, day}, {});
  weekday.computed = Computed{"weekday(2022-03-09) = Wednesday", {}, {}, "", "Wednesday", "", false};
  weekday.alternatives = {"Wednesday, March 9, 2022", "Tuesday, March 8, 2022"};
  file.findings.push_back(reported(article, locator, weekday));
  Finding headline = finding(
      "headline-body-number", "repetition", Level::note,
      "The headline says 14, the body twelve: 100% [sure], “quoted”.",
      {"in the headline", article.claims[dead].span, dead},
      {{"in the body", article.claims[twelve].span, twelve}, {"who counts", find(article, "the mayor"), no_id}});
  headline.attribution = 0;
  file.findings.push_back(reported(article, locator, headline));
  Reported accepted = reported(article, locator,
                               finding("percent-of-whole", "percent", Level::error, "60 percent of 300 is 180.",
                                       {"", article.claims[share].span, share}, {}));
  accepted.suppression = Suppression{Suppression::Kind::comment, "checked with the club", "news/draft one.txt:5"};
  file.suppressed.push_back(std::move(accepted));
  file.agreements.push_back(
      {"percent-of-whole",
       {share, members},
       Computed{"60 % x 300 = 180", 180, {}, "", "180", "", true},
       {{"Club list", "CC-BY-4.0", "2022-03-01", "https://example.org/list", "supported", "300 members"}},
       false});
  file.sources = {{"percent-of-whole",
                   article.claims[members].span,
                   members,
                   {"Club list", "CC-BY-4.0", "2022-03-01", "https://example.org/list", "supported", "300 members"}},
                  {"office-holder-conflict",
                   find(article, "the mayor"),
                   no_id,
                   {"Club list", "CC-BY-4.0", "2022-03-01", "https://example.org/list", "unresolved",
                    "which mayor is not certain"}}};
  file.coverage = coverage_of(article);
  return file;
}

} // namespace

std::unique_ptr<Article> article_of(std::string source, text::Format format) {
  auto article = std::make_unique<Article>();
  article->lexicon = &Lexicon::builtin();
  article->document = text::read(std::move(source), format);
  text::segment(article->document, {});
  return article;
}

Span find(Article const& article, std::string_view words) {
  std::size_t const at = article.document.plain.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Report sample_report() {
  Report report;
  report.version = "9.8.7";
  report.rules = {{"headline-body-number", "repetition", "Headline and body must give the same number", Level::error,
                   "Why it *matters*."},
                  {"percent-of-whole", "percent", "A share, its whole and its part must agree", Level::error, ""},
                  {"unit-conversion", "conversion", "A figure and its conversion must agree", Level::error, ""},
                  {"weekday-date-mismatch", "calendar", "A weekday must fit its date", Level::error, ""}};
  report.files.push_back(draft_report());
  FileReport clean;
  clean.path = "news/clean.txt";
  clean.article = article_of("Nothing is counted here.\n");
  report.files.push_back(std::move(clean));
  FileReport missing;
  missing.path = "news/missing.txt";
  missing.readable = false;
  missing.faults = {{"news/missing.txt", 0, 0, "no such file", "check the path"}};
  report.files.push_back(std::move(missing));
  return report;
}

void expect_golden(std::string const& name, std::string const& text) {
  std::string const path = std::string(CLAIMCHECK_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("CLAIMCHECK_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path << " is missing: run the test with CLAIMCHECK_UPDATE_GOLDEN=1 and read what it wrote";
  std::string const expected{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text, expected) << "differs from " << path;
}

} // namespace claimcheck::report
