#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/json_writer.hpp"

namespace claimcheck::report {
namespace {

TEST(JsonWriter, WritesFiguresDigitByDigit) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (char const* digits : {"0.1", "1.50", "35000", "-0.0", "123456789012345678", "1e30", ".005"})
    json.number(*Decimal::parse(digits));
  json.end_array();
  EXPECT_EQ(out, "[0.1,1.5,35000,0,123456789012345678,1e30,0.005]");
}

TEST(JsonWriter, EscapesWhatMustBeEscaped) {
  std::string const text = std::string("q\" b\\ n\n t\t z") + '\0' + " e\x1b é 🌊 bad\xff end";
  std::string const quoted = json_quoted(text);
  EXPECT_EQ(quoted, "\"q\\\" b\\\\ n\\n t\\t z\\u0000 e\\u001b é 🌊 bad\xEF\xBF\xBD end\"");
  EXPECT_EQ(nlohmann::json::parse(quoted).get<std::string>(),
            std::string("q\" b\\ n\n t\t z") + '\0' + " e\x1b é 🌊 bad\xEF\xBF\xBD end");
}

TEST(JsonWriter, IndentsAndSeparates) {
  std::string out;
  JsonWriter json(out, 2);
  json.begin_object();
  json.field("a", 1);
  json.key("b");
  json.begin_array();
  json.end_array();
  json.key("c");
  json.begin_array();
  json.boolean(true);
  json.null();
  json.end_array();
  json.end_object();
  EXPECT_EQ(out, "{\n  \"a\": 1,\n  \"b\": [],\n  \"c\": [\n    true,\n    null\n  ]\n}");
}

TEST(JsonWriter, RoundsSharesAndRefusesInfinity) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.real(0.98000001907, 2);
  json.real(2.0 / 3.0, 3);
  json.real(1.0 / 0.0, 2);
  json.end_array();
  EXPECT_EQ(out, "[0.98,0.667,null]");
}

} // namespace
} // namespace claimcheck::report
