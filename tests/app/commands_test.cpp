#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/program.hpp"

namespace claimcheck::app {
namespace {

using nlohmann::json;

std::vector<json> lines_of(std::string const& text) {
  std::vector<json> out;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = std::min(text.find('\n', at), text.size());
    out.push_back(json::parse(text.substr(at, end - at)));
  }
  return out;
}

TEST(Stream, AnswersEveryLineInOrder) {
  Workplace place;
  Ran const ran = place.run("stream", "{\"id\":\"a\",\"text\":\"" + std::string(wrong.substr(0, wrong.size() - 1)) +
                                          "\",\"date\":\"2022-03-10\"}\n"
                                          "nope\n"
                                          "{\"id\":7}\n"
                                          "{\"id\":\"b\",\"text\":\"caf\xe9\"}\n"
                                          "\n"
                                          "{\"id\":\"c\",\"text\":\"\",\"extra\":[[[{}]]]}\n"
                                          "{\"id\":\"d\",\"text\":\"x\",\"format\":\"docx\"}\n"
                                          "{\"id\":\"e\",\"text\":\"x\",\"headline\":\"y\"}\n"
                                          "[1]");
  EXPECT_EQ(ran.status, 0);
  auto const lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 8U) << ran.out;
  EXPECT_EQ(lines[0]["id"], "a");
  EXPECT_EQ(lines[0]["schema"], "claimcheck/1");
  EXPECT_EQ(lines[0]["date"], "2022-03-10");
  ASSERT_EQ(lines[0]["findings"].size(), 1U);
  json const& finding = lines[0]["findings"][0];
  EXPECT_EQ(finding["rule"], "unit-conversion");
  EXPECT_EQ(finding["primary"]["text"], "262 km");
  EXPECT_EQ(finding["primary"]["start"], 25);
  EXPECT_EQ(finding["primary"]["end"], 31);
  EXPECT_EQ(finding["related"][0]["text"], "225 miles");
  EXPECT_EQ(finding["fingerprint"].get<std::string>().size(), 16U);
  EXPECT_TRUE(lines[1]["id"].is_null());
  EXPECT_TRUE(lines[1]["error"].is_string());
  EXPECT_EQ(lines[2]["id"], 7);
  EXPECT_NE(lines[3]["error"].get<std::string>().find("UTF-8"), std::string::npos);
  EXPECT_EQ(lines[4]["claims"].size(), 0U);
  EXPECT_NE(lines[5]["error"].get<std::string>().find("docx"), std::string::npos);
  EXPECT_NE(lines[6]["error"].get<std::string>().find("headline"), std::string::npos);
  EXPECT_TRUE(lines[7].contains("error"));
}

TEST(Stream, SurvivesDeepNestingAndLongLines) {
  Workplace place;
  std::string const deep = "{\"id\":\"deep\",\"x\":" + std::string(200000, '[') + "\n";
  std::string const html = "{\"id\":\"html\",\"format\":\"html\",\"text\":\"" + [] {
    std::string tags;
    for (int i = 0; i < 100000; ++i) tags += "<b>";
    return tags;
  }() + "12 km\"}\n";
  std::string const large = "{\"id\":\"large\",\"text\":\"" + std::string(5000000, 'x') + "\"}\n";
  Ran const ran = place.run("stream --max-size 1MiB", deep + html + large + "{\"id\":\"last\",\"text\":\"12 km\"}\n");
  EXPECT_EQ(ran.status, 0);
  auto const lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_TRUE(lines[0].contains("error"));
  EXPECT_EQ(lines[1]["id"], "html");
  EXPECT_FALSE(lines[1].contains("error"));
  EXPECT_TRUE(lines[2].contains("error"));
  EXPECT_EQ(lines[3]["claims"].size(), 1U);
}

TEST(Check, ReadsStandardInputUnderItsName) {
  Workplace place;
  Ran const ran = place.run("-f gcc --stdin-filename drafts/a.md -", wrong);
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out.find("drafts/a.md:1:26: error: "), 0U) << ran.out;
}

TEST(Check, WritesSameBytesForAnyNumberOfJobs) {
  Workplace place;
  for (int i = 0; i < 40; ++i) {
    std::string const number = std::to_string(i);
    std::string text(i % 3 == 0 ? wrong : right);
    text.append("On ").append(number).append(" days.\n");
    place.write("articles/" + number + ".md", text);
  }
  std::string const one = place.run("-j1 -f sarif articles").out;
  EXPECT_EQ(one, place.run("-j2 -f sarif articles").out);
  EXPECT_EQ(one, place.run("-j7 -f sarif articles").out);
  EXPECT_EQ(json::parse(one)["runs"][0]["results"].size(), 14U);
}

TEST(Check, ObeysSelection) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("--ignore unit-conversion a.md").status, 0);
  EXPECT_EQ(place.run("--ignore conversion a.md").status, 0) << "a topic";
  EXPECT_EQ(place.run("--select unit-conversion a.md").status, 1);
  EXPECT_NE(place.run("--stats -q a.md").out.find("      1  unit-conversion"), std::string::npos);
}

TEST(Check, ColoursOnlyWhenAsked) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("a.md").out.find('\x1b'), std::string::npos) << "not a terminal";
  EXPECT_NE(place.run("--color always a.md").out.find("\x1b[1;31m"), std::string::npos);
}

TEST(Check, WritesTheStepSummary) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("-f github a.md", {}, "GITHUB_STEP_SUMMARY=summary.md").status, 1);
  EXPECT_NE(place.read("summary.md").find("| error | a.md:1 | unit-conversion |"), std::string::npos)
      << place.read("summary.md");
}

TEST(SignOffs, AcceptSilencesAndUnusedSpeaksUp) {
  Workplace place;
  for (char const* name : {"a.md", "a.html", "a.txt"}) {
    place.write(name, wrong);
    EXPECT_EQ(place.run(std::string("accept --reason 'as printed' ") + name).status, 0) << name;
    Ran const after = place.run(name);
    EXPECT_EQ(after.status, 0) << name << after.out;
    EXPECT_NE(after.out.find("1 suppressed"), std::string::npos) << after.out;
  }
  EXPECT_TRUE(place.has("a.txt.claimcheck.yaml"));
  EXPECT_FALSE(place.has("a.md.claimcheck.yaml"));
  EXPECT_EQ(place.read("a.md").find("<!-- claimcheck: ignore unit-conversion \"262 km\" -- as printed -->\n"), 0U)
      << place.read("a.md");
  std::string text = place.read("a.md");
  text.replace(text.rfind("262"), 3, "362");
  place.write("a.md", text);
  Ran const unused = place.run("--fail-level warning a.md");
  EXPECT_EQ(unused.status, 1);
  EXPECT_NE(unused.out.find("warning[sign-off-unused]"), std::string::npos) << unused.out;
}

TEST(SignOffs, ChangedFigureIsNotCovered) {
  Workplace place;
  place.write(
      "a.md",
      "<!-- claimcheck: ignore unit-conversion \"262 km\" -->\nThe town lies 225 miles (282 km) from the capital.\n");
  EXPECT_EQ(place.run("a.md").status, 1);
}

TEST(SignOffs, ExpireByTheDocumentsDate) {
  Workplace place;
  place.write("a.md", "<!-- claimcheck: ignore unit-conversion -- until the sign is changed until=2022-06-30 -->\n" +
                          std::string(wrong));
  EXPECT_EQ(place.run("--date 2022-06-30 a.md").status, 0);
  Ran const late = place.run("--date 2022-07-01 a.md");
  EXPECT_EQ(late.status, 1);
  EXPECT_NE(late.out.find("sign-off-expired"), std::string::npos) << late.out;
}

TEST(Baseline, KnowsOldFindingsAndSeesChangedFigures) {
  Workplace place;
  place.write("articles/a.md", wrong);
  EXPECT_EQ(place.run("baseline write articles").status, 0);
  place.write(".claimcheck.yaml", "baseline: .claimcheck-baseline.jsonl\n");
  EXPECT_EQ(place.run("articles").status, 0);
  EXPECT_EQ(place.run("--no-baseline articles").status, 1);
  place.write("articles/a.md", "A new first paragraph.\n\n" + std::string(wrong));
  EXPECT_EQ(place.run("articles").status, 0) << "lines do not matter";
  place.write("articles/a.md", "The town lies 225 miles (282 km) from the capital.\n");
  EXPECT_EQ(place.run("articles").status, 1) << "a changed figure is new";
  place.write("articles/a.md", right);
  EXPECT_EQ(place.run("baseline prune articles").status, 0);
  EXPECT_EQ(place.read(".claimcheck-baseline.jsonl"), "");
}

TEST(Configuration, NearestFileCountsAndOverridesApply) {
  Workplace place;
  place.write("a.md", wrong);
  place.write("wire/b.md", wrong);
  place.write("house/c.md", wrong);
  place.write(".claimcheck.yaml", "overrides:\n  - paths: [\"wire/**\"]\n    rules: {unit-conversion: off}\n");
  place.write("house/.claimcheck.yaml", "extends: [../.claimcheck.yaml]\nfail-level: never\n");
  EXPECT_EQ(place.run("a.md").status, 1);
  EXPECT_EQ(place.run("wire").status, 0);
  EXPECT_EQ(place.run("house").status, 0);
  Ran const shown = place.run("config show --origin house/c.md");
  EXPECT_NE(shown.out.find("fail-level: never                       # house/.claimcheck.yaml:2\n"), std::string::npos)
      << shown.out;
}

TEST(Configuration, ExcludesFiles) {
  Workplace place;
  place.write("a.md", wrong);
  place.write("old/b.md", wrong);
  place.write(".claimcheck.yaml", "exclude: [old/]\n");
  EXPECT_EQ(place.run("files .").out, "a.md\n");
}

TEST(Configuration, InitWritesOneThatIsAccepted) {
  Workplace place;
  EXPECT_EQ(place.run("init").status, 0);
  place.write("a.md", right);
  EXPECT_EQ(place.run("a.md").status, 0);
  EXPECT_EQ(place.run("init").status, 2) << "it does not overwrite";
  // Every key, uncommented, is still accepted.
  std::string text = place.read(".claimcheck.yaml"), bare;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = text.find('\n', at);
    std::string const line = text.substr(at, end - at);
    std::size_t const colon = line.find(':');
    bool const key = line.substr(0, 2) == "# " && colon != std::string::npos &&
                     line.find_first_not_of("abcdefghijklmnopqrstuvwxyz- ", 2) == colon && line.find(' ', 2) > colon &&
                     line.find("extends") == std::string::npos &&
                     line.find("yaml-language-server") == std::string::npos;
    if (key && line.substr(2, 6) != "rules:" && line.substr(2, 10) != "overrides:") bare += line.substr(2) + '\n';
  }
  place.write(".claimcheck.yaml", bare);
  Ran const ran = place.run("a.md");
  EXPECT_EQ(ran.status, 0) << bare << ran.err;
}

TEST(Manual, ManPageNamesEveryCommandAndOption) {
  Workplace place;
  std::string page = [] {
    Workplace reader;
    std::system(
        ("cp '" CLAIMCHECK_SOURCE_DIR "/packaging/claimcheck.1' '" + reader.folder().string() + "/page'").c_str());
    return reader.read("page");
  }();
  ASSERT_FALSE(page.empty());
  for (std::size_t at = page.find('\\'); at != std::string::npos; at = page.find('\\', at)) page.erase(at, 1);
  for (char const* command : {"check", "claims", "stream", "rules", "explain", "test", "files", "config show",
                              "config schema", "init", "accept", "baseline write", "baseline prune"}) {
    EXPECT_NE(page.find(command), std::string::npos) << command;
    std::string const help = place.run(std::string(command) + " --help").out;
    for (std::size_t dash = help.find("--"); dash != std::string::npos; dash = help.find("--", dash + 2)) {
      std::size_t const end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", dash);
      std::string const option = help.substr(dash, end - dash);
      EXPECT_TRUE(option.size() <= 3 || page.find(option) != std::string::npos) << command << ' ' << option;
    }
  }
}

TEST(Claims, ListsHardFiguresWithoutASource) {
  Workplace place;
  place.write("a.txt", "Nearly 60 percent of teachers plan to leave. The union said that 40 percent stay. The town "
                       "paid $3 million on Monday.\n");
  for (std::string const format : {"human", "jsonl", "json", "csv", "markdown", "html"}) {
    Ran const ran = place.run("claims --unattributed -f " + format + " a.txt");
    EXPECT_EQ(ran.status, 0) << format;
    EXPECT_NE(ran.out.find("60 percent"), std::string::npos) << format;
    EXPECT_NE(ran.out.find("3 million"), std::string::npos) << format;
    if (format == "jsonl" || format == "csv") {
      EXPECT_EQ(ran.out.find("40 percent"), std::string::npos) << format;
      EXPECT_EQ(ran.out.find("Monday"), std::string::npos) << format;
    }
  }
}

TEST(Check, OneFigureIsReportedOnceForTheSameEvidence) {
  Workplace place; // off by any rate of these currencies, and by the rate of the pair before it
  place.write("a.txt", "It sold one for $20 million (\xC2\xA3"
                       "10.5 million) and the other for $1.8 billion (\xC2\xA3"
                       "94 million).\n");
  Ran const ran = place.run("-f gcc a.txt");
  EXPECT_NE(ran.out.find("[exchange-rate-bound]"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("[exchange-rate-drift]"), std::string::npos) << ran.out;
}

} // namespace
} // namespace claimcheck::app
