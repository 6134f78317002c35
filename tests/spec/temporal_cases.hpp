// Texts and the TIMEX3 values that they state.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/engine.hpp"

namespace claimcheck {

/// The TIMEX3 values of a text written on Friday, June 14, 2024, in reading order, with `kind:` before what is no date.
inline std::string read(std::string text, std::string date = "2024-06-14") {
  Input input;
  input.bytes = std::move(text);
  input.date = std::move(date);
  Article const article = read_article(std::move(input));
  std::string out;
  for (Claim const& claim : article.claims) {
    if (!is_temporal(claim.kind) || !claim.time) continue;
    if (!out.empty()) out += ' ';
    if (claim.kind != Kind::date) out += std::string(name_of(claim.kind)) + ':';
    out += claim.time->value;
  }
  return out;
}

struct TemporalCase {
  char const* text;
  char const* values;
};

inline void expect(std::vector<TemporalCase> const& cases) {
  for (TemporalCase const& c : cases) EXPECT_EQ(read(c.text), c.values) << c.text;
}

} // namespace claimcheck
