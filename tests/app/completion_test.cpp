// Shell completion: the program names what may follow, and bash shows it.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "app/program.hpp"

namespace claimcheck::app {
namespace {

constexpr char const* commands[] = {"check",           "claims",
                                    "stream",          "rules",
                                    "explain",         "test",
                                    "files",           "config show",
                                    "config schema",   "init",
                                    "accept",          "baseline write",
                                    "baseline prune",  "mutate",
                                    "reference query", "reference measure",
                                    "reference list",  "reference licences",
                                    "reference lint"};

std::set<std::string> words_of(std::string const& lines) {
  std::set<std::string> out;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) out.insert(line.substr(0, line.find('\t')));
  return out;
}

TEST(Completion, NamesEveryCommandAndOption) {
  Workplace place;
  auto const first = words_of(place.run("__complete").out);
  for (std::string const command : commands) {
    EXPECT_TRUE(first.contains(command.substr(0, command.find(' ')))) << command;
    auto const known = words_of(place.run("__complete " + command).out);
    std::istringstream help(place.run(command + " --help").out);
    for (std::string line; std::getline(help, line);) { // "  -f,--format NAME ...   What it means"
      if (!line.starts_with("  -")) continue;
      std::size_t const dash = line.substr(0, 24).find("--");
      if (dash == std::string::npos) continue;
      std::size_t const end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", dash);
      EXPECT_TRUE(known.contains(line.substr(dash, end - dash))) << command << line;
    }
  }
  EXPECT_TRUE(words_of(place.run("__complete reference").out).contains("measure"));
  EXPECT_TRUE(words_of(place.run("__complete --format").out).contains("sarif"));
  EXPECT_EQ(place.run("--help").out.find("__complete"), std::string::npos);
}

/// What bash would show for the words, the last of which is being typed.
std::set<std::string> bash_shows(std::string const& words, int typed) {
  Workplace place;
  place.write("article.md", "x");
  std::string const script =
      "source '" CLAIMCHECK_SOURCE_DIR "/packaging/claimcheck.bash'; COMP_WORDS=('" CLAIMCHECK_BINARY "' " + words +
      "); COMP_CWORD=" + std::to_string(typed) + "; _claimcheck; printf '%s\\n' \"${COMPREPLY[@]}\"";
  place.write("show.sh", script);
  std::string const out = place.folder().string() + "/shown";
  EXPECT_EQ(std::system(("cd '" + place.folder().string() + "' && bash show.sh > shown").c_str()), 0);
  return words_of(place.read("shown"));
}

TEST(Completion, WorksInBash) {
  EXPECT_EQ(bash_shows("cl", 1), std::set<std::string>{"claims"});
  EXPECT_EQ(bash_shows("reference m", 2), std::set<std::string>{"measure"});
  EXPECT_EQ(bash_shows("claims --un", 2), std::set<std::string>{"--unattributed"});
  EXPECT_EQ(bash_shows("check -f sa", 3), std::set<std::string>{"sarif"});
  EXPECT_EQ(bash_shows("check art", 2), std::set<std::string>{"article.md"});
  EXPECT_EQ(bash_shows("explain unit-c", 2), std::set<std::string>{"unit-conversion"});
}

} // namespace
} // namespace claimcheck::app
