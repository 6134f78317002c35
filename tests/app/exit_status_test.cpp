// One test for each line of the contract (docs/exit-status.md).
#include <gtest/gtest.h>

#include "app/program.hpp"

namespace claimcheck::app {
namespace {

TEST(ExitStatus, CleanIsZero) {
  Workplace place;
  place.write("a.md", right);
  EXPECT_EQ(place.run("a.md").status, 0);
}

TEST(ExitStatus, FindingsAreOne) {
  Workplace place;
  place.write("a.md", wrong);
  Ran const ran = place.run("a.md");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("error[unit-conversion]"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("1 error in 1 file"), std::string::npos) << ran.out;
}

TEST(ExitStatus, NeverACount) {
  Workplace place;
  std::string text;
  for (int i = 0; i < 256; ++i) text += std::string(wrong) + "\n";
  place.write("a.md", text);
  Ran const ran = place.run("-f gcc a.md");
  std::size_t findings = 0;
  for (std::size_t at = ran.out.find(": error: "); at != std::string::npos; at = ran.out.find(": error: ", at + 1))
    ++findings;
  EXPECT_EQ(findings, 256U);
  EXPECT_EQ(ran.status, 1);
}

TEST(ExitStatus, FailLevelDecides) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("--fail-level never a.md").status, 0);
  place.write(".claimcheck.yaml", "rules: {unit-conversion: warning}\n");
  EXPECT_EQ(place.run("a.md").status, 0);
  EXPECT_EQ(place.run("--fail-level warning a.md").status, 1);
  EXPECT_EQ(place.run("--fail-level warning --min-level error a.md").status, 0)
      << "what is not reported cannot fail the run";
  EXPECT_EQ(place.run("--no-config a.md").status, 1);
}

TEST(ExitStatus, LedgerIsZeroWhateverItFinds) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("claims a.md").status, 0);
}

TEST(ExitStatus, MissingFileIsThreeAndOthersAreChecked) {
  Workplace place;
  place.write("bad.md", wrong);
  Ran const ran = place.run("bad.md missing.md");
  EXPECT_EQ(ran.status, 3) << "3 wins over 1";
  EXPECT_NE(ran.out.find("error[unit-conversion]"), std::string::npos) << "the other file is still checked";
  EXPECT_NE(ran.err.find("missing.md: no such file"), std::string::npos) << ran.err;
}

TEST(ExitStatus, UnreadableInputsAreThreeWithTheRemedy) {
  Workplace place;
  place.write("latin.txt", "Caf\xe9 12 km\n");
  place.write("binary.txt", std::string_view("GIF89a\0\1\2", 9));
  place.write("large.txt", std::string(3000, 'x'));
  Ran const latin = place.run("latin.txt");
  EXPECT_EQ(latin.status, 3);
  EXPECT_NE(latin.err.find("latin.txt:1:4: not UTF-8"), std::string::npos) << latin.err;
  EXPECT_NE(latin.err.find("iconv"), std::string::npos) << latin.err;
  Ran const binary = place.run("binary.txt");
  EXPECT_EQ(binary.status, 3);
  EXPECT_NE(binary.err.find("binary.txt: this is"), std::string::npos) << binary.err;
  Ran const large = place.run("--max-size 2k large.txt");
  EXPECT_EQ(large.status, 3);
  EXPECT_NE(large.err.find("--max-size"), std::string::npos) << large.err;
  EXPECT_EQ(place.run("--max-size 3k large.txt").status, 0);
}

TEST(ExitStatus, EmptyFileAndEmptyFolderAreZeroWithANote) {
  Workplace place;
  place.write("empty.md", "");
  Ran const file = place.run("empty.md");
  EXPECT_EQ(file.status, 0);
  EXPECT_NE(file.err.find("the file is empty"), std::string::npos) << file.err;
  std::filesystem::create_directory(place.folder() / "nothing");
  Ran const folder = place.run("nothing");
  EXPECT_EQ(folder.status, 0);
  EXPECT_NE(folder.err.find("no article in this folder"), std::string::npos) << folder.err;
  EXPECT_TRUE(place.run("-q nothing").err.empty());
}

TEST(ExitStatus, UsageIsTwo) {
  Workplace place;
  place.write("a.md", right);
  for (char const* arguments :
       {"", "check", "--bogus a.md", "-f hmn a.md", "-f json -f sarif a.md", "--min-level loud a.md",
        "--date 2022-02-30 a.md", "--max-size much a.md", "--select no-such-rule a.md", "explain no-such-rule",
        "--config nowhere.yaml a.md", "-j many a.md"})
    EXPECT_EQ(place.run(arguments).status, 2) << arguments;
  EXPECT_NE(place.run("-f hmn a.md").err.find("did you mean `human`?"), std::string::npos);
  EXPECT_NE(place.run("--select unit-convertion a.md").err.find("did you mean `unit-conversion`?"), std::string::npos);
}

TEST(ExitStatus, HelpAndVersionAreZero) {
  Workplace place;
  for (char const* arguments : {"--help", "--version", "check --help", "baseline write --help", "stream --help"})
    EXPECT_EQ(place.run(arguments).status, 0) << arguments;
}

TEST(ExitStatus, BrokenConfigurationIsTwoWithPlaceAndSuggestion) {
  Workplace place;
  place.write("a.md", wrong);
  place.write(".claimcheck.yaml", "fail-level: never\nslect: [calendar]\nrules:\n  unit-convertion: off\n");
  Ran const ran = place.run("a.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find(".claimcheck.yaml:2:1: unknown key `slect`; did you mean `select`?"), std::string::npos)
      << ran.err;
  EXPECT_TRUE(ran.out.empty()) << "nothing is checked under a configuration that nobody understood";
  place.write(".claimcheck.yaml", "rules:\n  unit-convertion: off\n");
  Ran const rule = place.run("a.md");
  EXPECT_EQ(rule.status, 2);
  EXPECT_NE(rule.err.find(".claimcheck.yaml:2: unknown rule `unit-convertion`"), std::string::npos) << rule.err;
}

TEST(ExitStatus, BrokenRuleIsTwo) {
  Workplace place;
  place.write("a.md", right);
  place.write("house.yaml", "id: house\nmtach: [x]\n");
  Ran const ran = place.run("--rules house.yaml a.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("house.yaml:2"), std::string::npos) << ran.err;
  EXPECT_EQ(place.run("test house.yaml").status, 2);
}

TEST(ExitStatus, BrokenBaselineIsTwo) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("--baseline missing.jsonl a.md").status, 2);
  place.write("broken.jsonl", "{}\nnope\n");
  Ran const ran = place.run("--baseline broken.jsonl a.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("broken.jsonl:2"), std::string::npos) << ran.err;
}

TEST(ExitStatus, PatternsAreExpandedAndMayMatchNothing) {
  Workplace place;
  place.write("a.md", wrong);
  place.write("b.md", right);
  place.write("sub/a.md", right);
  EXPECT_EQ(place.run("'*.md'").status, 1);
  EXPECT_EQ(place.run("'b*.md'").status, 0);
  EXPECT_EQ(place.run("'sub/*.md'").status, 0); // not a.md of this folder
  EXPECT_EQ(place.run("'./**/a.md'").status, 1);
  Ran const none = place.run("'*.html'");
  EXPECT_EQ(none.status, 0);
  EXPECT_NE(none.err.find("*.html: no article matches this pattern"), std::string::npos) << none.err;
  EXPECT_EQ(place.run("-f gcc .").out.find("./a.md"), std::string::npos); // annotations would not find it
  place.write("what?.md", wrong);                                         // a name, though it looks like a pattern
  EXPECT_EQ(place.run("'what?.md'").status, 1);
}

TEST(ExitStatus, AFaultOfTheOptionsIsSaidOnceForAFolder) {
  Workplace place;
  for (char const* name : {"a.md", "b.md", "c.md"}) place.write(name, right);
  Ran const ran = place.run("--ignore nosuchrule .");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.err, "claimcheck: unknown rule `nosuchrule` in ignore; `claimcheck rules` lists them\n");
}

TEST(ExitStatus, UnwritableReportIsTwo) {
  Workplace place;
  place.write("a.md", right);
  Ran const ran = place.run("-f sarif=no/such/folder/out.sarif a.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.err.find("no/such/folder/out.sarif: cannot be written"), std::string::npos) << ran.err;
}

TEST(ExitStatus, WritingReportsChangesNothing) {
  Workplace place;
  place.write("a.md", wrong);
  EXPECT_EQ(place.run("-f sarif=a.sarif -f junit=a.xml -f html=a.html a.md").status, 1);
  EXPECT_TRUE(place.has("a.sarif") && place.has("a.xml") && place.has("a.html"));
  place.write("a.md", right);
  EXPECT_EQ(place.run("-f sarif=a.sarif a.md").status, 0);
}

} // namespace
} // namespace claimcheck::app
