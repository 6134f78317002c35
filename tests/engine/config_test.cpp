#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/config.hpp"

namespace claimcheck {
namespace {

std::string file_text(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Config, SizesAreReadWithTheirUnits) {
  EXPECT_EQ(size_named("500"), 500U);
  EXPECT_EQ(size_named("2k"), 2048U);
  EXPECT_EQ(size_named("64MiB"), std::uint64_t{64} << 20);
  EXPECT_EQ(size_named("1G"), std::uint64_t{1} << 30);
  for (char const* text : {"", "k", "-1", "1.5M", "12 parsecs", "99999999999999999999"})
    EXPECT_FALSE(size_named(text)) << text;
}

TEST(Config, StoredSchemaIsCurrent) {
  EXPECT_EQ(file_text(CLAIMCHECK_SOURCE_DIR "/docs/claimcheck.schema.json"), config_schema())
      << "run tools/make_docs.sh";
}

TEST(Config, SchemaKnowsEveryKey) {
  auto const schema = nlohmann::json::parse(config_schema());
  EXPECT_EQ(schema["additionalProperties"], false);
  for (ConfigKey const& key : config_keys()) {
    EXPECT_TRUE(schema["properties"].contains(std::string(key.name))) << key.name;
    EXPECT_EQ(schema["properties"]["overrides"]["items"]["properties"].contains(std::string(key.name)),
              key.in_overrides)
        << key.name;
  }
}

TEST(Config, DefaultsAreShownForEveryKey) {
  std::string const shown = show(Settings{}, true);
  for (ConfigKey const& key : config_keys()) {
    if (key.name == "extends" || key.name == "overrides") continue;
    EXPECT_NE(shown.find(std::string(key.name) + ": "), std::string::npos) << key.name;
  }
  EXPECT_NE(shown.find("# default"), std::string::npos);
}

} // namespace
} // namespace claimcheck
