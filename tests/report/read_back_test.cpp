// Each format read by a parser that is not ours.
#include <set>

#include <gtest/gtest.h>
#include <gumbo.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "report/formats.hpp"
#include "report/sample.hpp"

namespace claimcheck::report {
namespace {

using nlohmann::json;

std::string rendered(std::string_view name) {
  return format_named(check_formats(), name)->render(sample_report(), Style{});
}

TEST(ReadBack, JsonHoldsClaimsFindingsAndErrors) {
  json const report = json::parse(rendered("json"));
  EXPECT_EQ(report["schema"], "claimcheck/1");
  ASSERT_EQ(report["files"].size(), 3U);
  json const& draft = report["files"][0];
  EXPECT_EQ(draft["claims"].size(), 7U);
  json const& miles = draft["claims"][1];
  EXPECT_EQ(miles["kind"], "distance");
  EXPECT_EQ(miles["group"], "quantity");
  EXPECT_EQ(miles["unit"], "[mi_i]");
  EXPECT_EQ(miles["dimension"], "length");
  EXPECT_EQ(miles["value"], 225);
  EXPECT_EQ(miles["low"], 224.5);
  EXPECT_EQ(draft["claims"][3]["value"], "2022-03-09");
  EXPECT_EQ(draft["claims"][3]["high"], "2022-03-09");
  EXPECT_EQ(draft["claims"][3]["timex"]["type"], "DATE");
  EXPECT_EQ(draft["claims"][6]["attribution"], "a1");
  EXPECT_EQ(draft["attributions"][0]["source"]["text"], "the mayor");
  json const& finding = draft["findings"][0];
  EXPECT_EQ(finding["primary"]["text"], "262 km");
  EXPECT_EQ(finding["primary"]["line"], 3);
  EXPECT_EQ(finding["primary"]["column"], 26);
  EXPECT_EQ(finding["primary"]["end_column"], 32);
  EXPECT_EQ(finding["related"][0]["role"], "converted from");
  EXPECT_EQ(finding["computed"]["high"], 363);
  EXPECT_EQ(finding["confidence"], 0.98);
  EXPECT_EQ(draft["suppressed"][0]["reason"], "checked with the club");
  EXPECT_EQ(report["files"][2]["status"], "error");
  EXPECT_EQ(report["summary"]["contradicted"], 5);
}

TEST(ReadBack, JsonlIsOneObjectALine) {
  std::string const text = rendered("jsonl");
  std::size_t lines = 0;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1, ++lines) {
    end = text.find('\n', at);
    EXPECT_EQ(json::parse(text.substr(at, end - at))["path"], "news/draft one.txt");
  }
  EXPECT_EQ(lines, 3U);
}

TEST(ReadBack, SarifHasWhatTheStandardRequires) {
  json const log = json::parse(rendered("sarif"));
  EXPECT_EQ(log["version"], "2.1.0");
  json const& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  json const& driver = run["tool"]["driver"];
  EXPECT_EQ(driver["rules"].size(), 4U);
  std::set<std::string> const levels{"none", "note", "warning", "error"};
  for (json const& rule : driver["rules"]) {
    EXPECT_TRUE(rule["shortDescription"]["text"].is_string());
    EXPECT_TRUE(levels.count(rule["defaultConfiguration"]["level"].get<std::string>()));
  }
  ASSERT_EQ(run["results"].size(), 4U);
  for (json const& result : run["results"]) {
    EXPECT_TRUE(levels.count(result["level"].get<std::string>()));
    EXPECT_EQ(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
    EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
    json const& place = result["locations"][0]["physicalLocation"];
    EXPECT_EQ(place["artifactLocation"]["uri"], "news/draft%20one.txt");
    EXPECT_GE(place["region"]["startLine"].get<int>(), 1);
    EXPECT_GE(place["region"]["startColumn"].get<int>(), 1);
    EXPECT_EQ(result["partialFingerprints"]["claims/v1"], "0123456789abcdef");
    double const rank = result["rank"].get<double>();
    EXPECT_TRUE(rank >= 0 && rank <= 100);
  }
  EXPECT_EQ(run["results"][0]["relatedLocations"][0]["message"]["text"], "converted from");
  EXPECT_EQ(run["results"][3]["suppressions"][0]["kind"], "inSource");
  EXPECT_EQ(run["results"][3]["suppressions"][0]["justification"], "checked with the club");
  EXPECT_FALSE(run["invocations"][0]["executionSuccessful"].get<bool>());
}

TEST(ReadBack, JunitCountsWhatItHolds) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(rendered("junit").c_str()));
  pugi::xml_node const suites = document.child("testsuites");
  int tests = 0, failures = 0, errors = 0;
  for (pugi::xml_node const suite : suites.children("testsuite")) {
    int own = 0;
    for (pugi::xml_node const one : suite.children("testcase")) {
      ++own;
      failures += one.child("failure") ? 1 : 0;
      errors += one.child("error") ? 1 : 0;
    }
    EXPECT_EQ(suite.attribute("tests").as_int(), own);
    tests += own;
  }
  EXPECT_EQ(suites.attribute("tests").as_int(), tests);
  EXPECT_EQ(tests, 4 + 4 + 1) << "every rule is a test case, passing ones too";
  EXPECT_EQ(suites.attribute("failures").as_int(), failures);
  EXPECT_EQ(failures, 1) << "only what is at or above the fail level";
  EXPECT_EQ(suites.attribute("errors").as_int(), errors);
  EXPECT_EQ(errors, 1);
}

TEST(ReadBack, CheckstyleKeepsMessagesWhole) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(rendered("checkstyle").c_str()));
  pugi::xml_node const file = document.child("checkstyle").child("file");
  EXPECT_STREQ(file.attribute("name").as_string(), "news/draft one.txt");
  auto error = file.children("error").begin();
  EXPECT_STREQ(error->attribute("severity").as_string(), "error");
  EXPECT_STREQ(error->attribute("source").as_string(), "claimcheck.unit-conversion");
  ++error;
  ++error;
  EXPECT_STREQ(error->attribute("severity").as_string(), "info");
  EXPECT_NE(std::string(error->attribute("message").as_string()).find("100% [sure], “quoted”"), std::string::npos);
}

TEST(ReadBack, GitlabFingerprintsAreUnique) {
  json const issues = json::parse(rendered("gitlab"));
  std::set<std::string> fingerprints;
  for (json const& issue : issues) {
    fingerprints.insert(issue["fingerprint"].get<std::string>());
    EXPECT_TRUE(issue["location"]["positions"]["begin"]["line"].is_number());
  }
  EXPECT_EQ(fingerprints.size(), issues.size());
}

TEST(ReadBack, RdjsonCountsBytes) {
  json const log = json::parse(rendered("rdjson"));
  json const& weekday = log["diagnostics"][1];
  EXPECT_EQ(weekday["severity"], "WARNING");
  EXPECT_EQ(weekday["location"]["range"]["start"]["line"], 5);
  json const& share = log["diagnostics"][2]["relatedLocations"][0]["location"]["range"];
  EXPECT_EQ(share["start"]["column"], 1);
  EXPECT_EQ(share["end"]["column"], 14);
}

TEST(ReadBack, GithubEscapesAndSorts) {
  std::string const text = rendered("github");
  EXPECT_EQ(text.find("::error file=news/missing.txt"), 0U) << "what could not be read comes first";
  EXPECT_LT(
      text.find(
          "::error file=news/draft one.txt,line=3,endLine=3,col=26,endColumn=32,title=claimcheck (unit-conversion)::"),
      text.find("::warning"));
  EXPECT_NE(text.find("100%25 [sure]"), std::string::npos);
}

/// Walks Gumbo's tree and collects ids and the targets of links within the page.
void collect(GumboNode const* node, std::multiset<std::string>& ids, std::set<std::string>& targets, int& outside) {
  if (node->type != GUMBO_NODE_ELEMENT) return;
  GumboElement const& element = node->v.element;
  if (auto const* id = gumbo_get_attribute(&element.attributes, "id")) ids.insert(id->value);
  if (auto const* href = gumbo_get_attribute(&element.attributes, "href"); href != nullptr && href->value[0] == '#')
    targets.insert(href->value + 1);
  if (auto const* described = gumbo_get_attribute(&element.attributes, "aria-describedby"))
    targets.insert(described->value);
  if (gumbo_get_attribute(&element.attributes, "src") != nullptr || element.tag == GUMBO_TAG_LINK) ++outside;
  for (unsigned i = 0; i < element.children.length; ++i)
    collect(static_cast<GumboNode const*>(element.children.data[i]), ids, targets, outside);
}

TEST(ReadBack, HtmlIsWellFormedSelfContainedAndLinked) {
  std::string const page = rendered("html");
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  EXPECT_EQ(output->errors.length, 0U) << "Gumbo finds faults in the markup";
  std::multiset<std::string> ids;
  std::set<std::string> targets;
  int outside = 0;
  collect(output->root, ids, targets, outside);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  EXPECT_EQ(outside, 0) << "something is loaded from elsewhere";
  for (std::string const& target : targets) EXPECT_EQ(ids.count(target), 1U) << target;
  for (std::string const& id : ids) EXPECT_EQ(ids.count(id), 1U) << id;
  EXPECT_GE(targets.size(), 14U);
}

/// The rows of an RFC 4180 file.
std::vector<std::vector<std::string>> rows_of(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (quoted) {
      quoted = c != '"' || (i + 1 < text.size() && text[i + 1] == '"');
      if (c == '"' && quoted) ++i;
      if (quoted) rows.back().back() += c;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back(); // behind the last line
  return rows;
}

TEST(ReadBack, CsvRowsHaveAllColumnsAndRunNoFormula) {
  auto const rows = rows_of(rendered("csv"));
  std::vector<std::string> const heading{"file",     "line",    "column",     "kind",   "claim",       "reading",
                                         "hedge",    "subject", "speaker",    "status", "how checked", "verdict",
                                         "evidence", "source",  "checked by", "date"};
  ASSERT_EQ(rows.size(), 9U); // seven claims and a name that the reference was asked about
  EXPECT_EQ(rows.front(), heading);
  for (auto const& row : rows) {
    ASSERT_EQ(row.size(), heading.size()) << row.front();
    for (std::string const& field : row) // a spreadsheet would run it
      EXPECT_TRUE(field.empty() || std::string_view("=+-@").find(field[0]) == std::string_view::npos) << field;
  }
  EXPECT_EQ(rows[4][4], "Tuesday, March 9, 2022");
  EXPECT_EQ(rows[8][3], "name");
  EXPECT_EQ(rows[8][11], "unresolved");
}

} // namespace
} // namespace claimcheck::report
