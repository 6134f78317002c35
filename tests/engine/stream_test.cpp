#include <cstring>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/stream.hpp"

namespace claimcheck {
namespace {

StreamOptions reading() {
  StreamOptions options;
  options.check = [](Input input) { return Checked{read_article(std::move(input)), {}, {}, {}}; };
  return options;
}

/// Hands out the text in pieces of `size` bytes, as a pipe might.
ReadBytes in_pieces(std::string text, std::size_t size) {
  return [text = std::move(text), at = std::size_t{0}, size](char* buffer, std::size_t room) mutable {
    std::size_t const n = std::min({size, room, text.size() - at});
    std::memcpy(buffer, text.data() + at, n);
    at += n;
    return n;
  };
}

TEST(StreamReader, DoesNotDependOnHowTheBytesArrive) {
  std::string const input = "{\"id\":\"a\",\"text\":\"12 km away\"}\n\n{\"id\":\"b\",\"text\":\"é\"}";
  std::string whole;
  for (std::size_t const size : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    std::ostringstream out;
    stream(in_pieces(input, size), out, reading());
    if (whole.empty()) whole = out.str();
    EXPECT_EQ(out.str(), whole);
  }
  EXPECT_EQ(std::count(whole.begin(), whole.end(), '\n'), 2);
}

TEST(StreamAnswer, EchoesAnyIdAndReportsWrongTypes) {
  EXPECT_EQ(stream_answer(R"({"id":"q\"é","text":5})", reading()),
            R"({"id":"q\"é","error":"\"text\" must be a string, not a number"})");
  EXPECT_EQ(stream_answer(R"({"text":null,"id":1.50})", reading()), R"({"id":1.50,"error":"no \"text\""})");
  EXPECT_EQ(stream_answer(R"({"id":"x","text":"a","date":"soon"})", reading()),
            R"({"id":"x","error":"\"date\" must be YYYY-MM-DD, not \"soon\""})");
  EXPECT_NE(stream_answer(R"({"id":"x","text":"a"} trailing)", reading()).find("not JSON"), std::string::npos);
}

TEST(StreamAnswer, NestedMembersDoNotCount) {
  auto const answer =
      nlohmann::json::parse(stream_answer(R"({"id":"x","other":{"text":"12 km","id":"y"},"text":"none"})", reading()));
  EXPECT_EQ(answer["id"], "x");
  EXPECT_EQ(answer["claims"].size(), 0U);
}

TEST(StreamAnswer, InternalErrorsStayOnTheirLine) {
  StreamOptions options;
  options.check = [](Input) -> Checked { throw std::runtime_error("broken"); };
  EXPECT_EQ(stream_answer(R"({"id":"x","text":"a"})", options), R"({"id":"x","error":"internal error: broken"})");
}

TEST(StreamAnswer, SpansAreBytesOfTheText) {
  auto const answer = nlohmann::json::parse(stream_answer(R"({"id":"x","text":"Café: 12 km away"})", reading()));
  ASSERT_EQ(answer["claims"].size(), 1U);
  EXPECT_EQ(answer["claims"][0]["start"], 7);
  EXPECT_EQ(answer["claims"][0]["end"], 12);
  EXPECT_EQ(answer["claims"][0]["column"], 7);
}

} // namespace
} // namespace claimcheck
