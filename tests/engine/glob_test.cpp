#include <gtest/gtest.h>

#include "engine/glob.hpp"

namespace claimcheck {
namespace {

TEST(Glob, MatchesAsUsersOfGitignoreExpect) {
  EXPECT_TRUE(glob_matches("*.md", "a.md"));
  EXPECT_TRUE(glob_matches("*.md", "deep/er/a.md")) << "no slash: any depth";
  EXPECT_FALSE(glob_matches("*.md", "a.mdx"));
  EXPECT_TRUE(glob_matches("wire/**", "wire/2022/a.md"));
  EXPECT_TRUE(glob_matches("wire/", "wire/a.md"));
  EXPECT_FALSE(glob_matches("wire/*", "wire/2022/a.md")) << "a star stops at a slash";
  EXPECT_TRUE(glob_matches("wire/**/a.md", "wire/a.md")) << "no folder in between";
  EXPECT_TRUE(glob_matches("wire/**/a.md", "wire/x/y/a.md"));
  EXPECT_FALSE(glob_matches("wire/**/a.md", "wire/xa.md"));
  EXPECT_TRUE(glob_matches("/top.md", "top.md"));
  EXPECT_TRUE(glob_matches("./top.md", "top.md"));
  EXPECT_TRUE(glob_matches("?.md", "a.md"));
  EXPECT_FALSE(glob_matches("a?b", "a/b"));
  EXPECT_FALSE(glob_matches("", "a.md"));
}

TEST(Glob, IsNotExponential) {
  std::string pattern, path(2000, 'a');
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(glob_matches(pattern + "b", path));
}

} // namespace
} // namespace claimcheck
