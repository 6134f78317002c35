// Broken rule files: every fault is reported, at its place, with what to do about it; nothing crashes or hangs.
#include <gtest/gtest.h>

#include "one_rule.hpp"

namespace claimcheck {
namespace {

using test::faults_of;

/// A sound rule file with one line replaced or added.
std::string sound(std::string const& key = "", std::string const& line = "") {
  std::string out;
  bool done = false;
  for (std::string const each :
       {"id: test", "level: warning", "title: t", "explain: e", "message: \"{a} {b}\"",
        "match: \"{a:count} of {b:count}\"", "require: a <= b", "examples: {wrong: [a], fine: [b]}"}) {
    bool const here = !key.empty() && each.substr(0, each.find(':')) == key;
    out += (here ? line : each) + "\n";
    done = done || here;
  }
  return done || line.empty() ? out : out + line + "\n";
}

TEST(Faults, AreAllReportedWithPlaceAndRemedy) {
  auto const faults = [](std::string const& lines) { return faults_of(test::rule_text(lines)); };
  std::string const good = "match: \"{a:count} of {b:count}\"\nrequire: a <= b\n";
  EXPECT_EQ(faults(good), "");
  EXPECT_EQ(faults(good + "requier: a\n"), "test.yaml:5:1: unknown key `requier`; did you mean `require`?\n");
  EXPECT_EQ(faults("match: \"{a:cuont} of {b:count}\"\nrequire: b > 1\n"),
            "test.yaml:3:10: unknown kind `cuont` in {a:cuont}; did you mean `count`?\n");
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nrequire: a.vaule <= b\n"),
            "test.yaml:4:10: unknown field `vaule`; did you mean `value`?\n");
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nrequire: a <= b and c\n")
                .find("test.yaml:4:21: nothing is bound to `c`"),
            0U);
  EXPECT_EQ(faults("match: \"{a:distance} of {b:duration}\"\nrequire: a <= b\n"),
            "test.yaml:4:12: a length is compared with a duration\n");
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nrequire: a <= 3 days and b > 1\n"),
            "test.yaml:4:12: a pure number is compared with a duration\n");
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nrequire: a <= b\nmessage: \"{c}\"")
                .find("test.yaml:5:12: nothing is bound to `c`"),
            0U);
  EXPECT_EQ(
      faults("match: \"{a:count} of {b:count}\"\nrequire: a <= 3\n").find("test.yaml:3:9: `b` is bound and never used"),
      0U);
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nrequire: summ(a, b) ~ a\n")
                .find("test.yaml:4:10: unknown function `summ`; did you mean `sum`?"),
            0U);
  EXPECT_EQ(faults("match: \"<rize> {a:count}\"\nrequire: a > 1\n")
                .find("test.yaml:3:9: unknown word class <rize>; did you mean <rise>"),
            std::string::npos);
  EXPECT_EQ(faults("match: \"<rize> {a:count}\"\nrequire: a > 1\n")
                .find("test.yaml:3:10: unknown word class <rize>; did you mean `rise`?"),
            0U);
  EXPECT_EQ(faults(good + "examples: {wrong: [x]}\n"),
            "test.yaml:1:1: missing key `examples: fine`; give a text that looks wrong and is not\n");
  EXPECT_NE(faults("match: \"{a:count of\"\nrequire: (1 > \n"), "");
  // Two faults at once, each with its place.
  EXPECT_EQ(faults("match: \"{a:count} of {b:count}\"\nwhere: a.x > 1\nrequire: b.zz > 1\n"),
            "test.yaml:4:8: unknown field `x`\ntest.yaml:5:10: unknown field `zz`\n");
}

TEST(Faults, ManyOfOneFileStandTogether) {
  EXPECT_EQ(faults_of(R"yaml(id: other
topc: x
level: eror
title:
title: again
explain: e
match: ["{a:cuont} of {b:count}", "{a:count of {b:count}", "{a:count} <rize> {b:count}", "... {b:count}"]
where: a.vaule > 1 and b.hedge == "at_most" and b.kind == "percnt"
unless: c > 1 and sume(a, b) > 2
require: b <= 3 days
primary: x
message: "{b} and {z} {b.foo"
alternatives: ["{convert(b, \"mlies\")}"]
roles: {q: x}
guards: {quotd: off}
examples: {wrong: [{text: a, at: b, foo: c}], fin: [b]}
)yaml"),
            R"(test.yaml:5:1: duplicate key `title`; keep one of them
test.yaml:2:1: unknown key `topc`; did you mean `topic`?
test.yaml:3:8: unknown level `eror`; it is error, warning, note or off
test.yaml:4:1: `title` has no value
test.yaml:15:10: unknown guard `quotd`; did you mean `quoted`?
test.yaml:16:37: unknown key `foo` in an example
test.yaml:16:20: `at` is not in the example's text: "b"
test.yaml:16:47: unknown key `fin` in examples; did you mean `fine`?
test.yaml:1:5: the id `other` is not the file's name; rename the file to other.yaml
test.yaml:7:11: unknown kind `cuont` in {a:cuont}; did you mean `count`?
test.yaml:7:45: expected '}'
test.yaml:7:72: unknown word class <rize>; did you mean `rise`?
test.yaml:7:91: a gap at an end of the pattern says nothing; leave it out
test.yaml:8:8: unknown field `vaule`; did you mean `value`?
test.yaml:8:32: `b.hedge` is never "at_most"; did you mean `at most`?
test.yaml:8:56: `b.kind` is never "percnt"; did you mean `percent`?
test.yaml:9:9: nothing is bound to `c`; bind it with match, bind, on or let
test.yaml:9:19: unknown function `sume`; did you mean `sum`?
test.yaml:12:20: nothing is bound to `z`; bind it with match, bind, on or let
test.yaml:12:23: `{` without `}`
test.yaml:13:31: unknown unit "mlies"; did you mean `miles`?
test.yaml:11:10: nothing is bound to `x`; primary names what the report underlines
test.yaml:14:9: nothing is bound to `q`
)");
}

TEST(Faults, TextsThatAFieldNeverIs) {
  auto const fault = [](std::string const& condition) { return faults_of(sound("where", "where: " + condition)); };
  EXPECT_EQ(fault("a.hedge == \"at_most\""),
            "test.yaml:9:16: `a.hedge` is never \"at_most\"; did you mean `at most`?\n");
  EXPECT_EQ(fault("a.kind in [\"count\", \"cuont\"]"),
            "test.yaml:9:29: `a.kind` is never \"cuont\"; did you mean `count`?\n");
  EXPECT_EQ(fault("not 'bodyy' != a.region"), "test.yaml:9:20: `a.region` is never \"bodyy\"; did you mean `body`?\n");
  EXPECT_EQ(fault("a.system == \"x\""),
            "test.yaml:9:17: `a.system` is never \"x\"; it is one of metric, imperial, us, \"\"\n");
  EXPECT_EQ(fault("a.text == \"Five\""), "test.yaml:9:15: `a.text` is in lower case; write \"five\"\n");
  EXPECT_EQ(fault("a.subject == \"men\""), "test.yaml:9:18: `a.subject` is a noun in the singular; write \"man\"\n");
  EXPECT_EQ(fault("a.unit == \"mlies\""), "test.yaml:9:19: unknown unit \"mlies\"; did you mean `miles`?\n");
  EXPECT_EQ(fault("a.dimension == \"lenght\""),
            "test.yaml:9:24: unknown dimension \"lenght\"; such as length, mass, length/time, length^2\n");
  EXPECT_EQ(fault("a.hedge == \"\" and a.hedge == \"at most\" and a.region == \"body\" and a.subject == \"man\""), "");
  EXPECT_EQ(test::faults_of(test::rule_text("on: running-period\nwhere: unit == \"dya\"\nrequire: n > 1")),
            "test.yaml:4:13: `unit` is never \"dya\"; did you mean `day`?\n");
}

TEST(Faults, MeasuresThatNeverMeet) {
  auto const fault = [](std::string const& match, std::string const& condition) {
    return faults_of(test::rule_text("match: \"" + match + "\"\nrequire: " + condition));
  };
  EXPECT_EQ(fault("{a:percent} x", "a.value > 5"),
            "test.yaml:4:18: a percentage is compared with a pure number; write `5 %`\n");
  EXPECT_EQ(fault("{a:duration} x", "a <= 5"),
            "test.yaml:4:12: a duration is compared with a pure number; name the unit, as in `3 days` or `5 km`\n");
  EXPECT_EQ(fault("{a:percent|count} x", "a.value > 5"),
            "test.yaml:4:18: `a.value` may also be a percentage, which is never compared with a pure number; name only "
            "the kinds that are meant\n");
  EXPECT_EQ(fault("{a:percent|points} x", "a.value > 5 %"), "");
  EXPECT_EQ(fault("{a:figure} x", "a.value > 0"), "");
  EXPECT_EQ(fault("{a:temperature} x", "a.value > 0"),
            "test.yaml:4:18: a temperature is compared with a pure number; name the unit, as in `3 days` or `5 km`\n");
  EXPECT_EQ(fault("{a:distance} {b:duration} x", "ratio(a, b) > 1"),
            "test.yaml:4:10: ratio() of a length and a duration\n");
  EXPECT_EQ(fault("{a:distance} x", "convert(a, \"hour\") > a"),
            "test.yaml:4:10: a length cannot be converted to hours\n");
  EXPECT_EQ(fault("{a:date} {b:date}", "nth_period(a, b, \"moth\") == 2"),
            "test.yaml:4:10: unknown period \"moth\"; did you mean `month`?\n");
}

TEST(Faults, PlacesInBlocksFoldedLinesAndQuotationMarks) {
  auto const at = [](std::string const& line) {
    std::string const out = faults_of(sound("require", line));
    return out.substr(0, out.find(": nothing"));
  };
  EXPECT_EQ(at("require: a <= b and c"), "test.yaml:7:21");
  EXPECT_EQ(at("require: \"a <= b and 'x' == c\""), "test.yaml:7:29");
  EXPECT_EQ(at("require: \"a <= b and \\\"x\\\" == c\""), "test.yaml:7:31");
  EXPECT_EQ(at("require: 'a.text == '''' or c'"), "test.yaml:7:29");
  EXPECT_EQ(at("require: |\n  a <= b\n    and c"), "test.yaml:9:9");
  EXPECT_EQ(at("require: >-\n  a <= b\n  and\n  c"), "test.yaml:10:3");
  EXPECT_EQ(at("require: a <= b\n  and\n   c"), "test.yaml:9:4");
}

TEST(Faults, FilesThatAreNoRules) {
  for (std::string const text : {"", "\n\n", "# a comment\n", "hello\n", "- a\n- b\n"})
    EXPECT_EQ(faults_of(text), "test.yaml:1:1: a rule is a map of keys; begin with `id: name-of-the-rule`\n") << text;
  EXPECT_EQ(faults_of(sound()), "");
  EXPECT_EQ(faults_of("\xEF\xBB\xBF" + sound()), "") << "a byte order mark";
  std::string windows = sound("require", "require: a <= c");
  for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2) windows.insert(at, "\r");
  EXPECT_EQ(faults_of(windows), "test.yaml:7:15: nothing is bound to `c`; bind it with match, bind, on or let\n");
}

TEST(Faults, WrongTypesSayWhatIsWanted) {
  EXPECT_EQ(faults_of("id: [test]\nlevel: [error]\ntitle:\nexplain: 5\nmessage: [x]\nmatch: {a: b}\nrequire: 1 == 1\n"
                      "examples: none\nnear_miss: big\nconfidence: 7\ndiagnose: maybe\nguards: [quoted]\nroles: x\n"
                      "options: [a]\nlet: 5\nbind: 5\n"),
            R"(test.yaml:1:5: `id` must be a text
test.yaml:2:8: `level` must be a text
test.yaml:3:1: `title` has no value
test.yaml:5:10: `message` must be a text
test.yaml:6:8: `match` must be a text
test.yaml:8:11: `examples` must have `wrong` and `fine`
test.yaml:9:12: `near_miss` must be a number of 1 and more, or off
test.yaml:10:13: `confidence` must be a number from 0 to 1
test.yaml:11:11: `diagnose` must be on or off
test.yaml:12:9: `guards` must be off, or a map such as {quoted: off}
test.yaml:13:8: `roles` must be a map of names; name: text
test.yaml:14:10: `options` must be a map of names; name: text
test.yaml:15:6: `let` must be a map of names; name: text
test.yaml:16:7: `bind` must be a map of names; total: {kind: count}
test.yaml:1:1: a rule has one of match, bind and on; split it into two rules
)");
}

TEST(Faults, YamlSlipsAreExplained) {
  EXPECT_EQ(faults_of(sound("message", "message: {a} is not {b}")),
            "test.yaml:5:14: the text goes on behind its closing mark; put the whole text in quotation marks\n");
  EXPECT_EQ(faults_of(sound("explain", "explain: Why: because")),
            "test.yaml:4:13: a second colon stands in a text; put the text in quotation marks\n");
  EXPECT_EQ(faults_of(sound("require", "require: a <= b\n\tprimary: a")),
            "test.yaml:8:1: the line is indented with a tab; indent with spaces\n");
  EXPECT_EQ(faults_of(sound("title", " title: t")),
            "test.yaml:3:7: the line does not fit the lines above it; the keys of a map begin in one column, and so do "
            "its items\n");
  EXPECT_EQ(faults_of(sound("explain", "explain: *bold* words")),
            "test.yaml:4:10: a text that begins with * is taken for an alias; put it in quotation marks\n");
  EXPECT_EQ(faults_of(sound("message", "message: [a")),
            "test.yaml:6:6: `[` is never closed; put a text that begins with it in quotation marks\n");
  EXPECT_EQ(faults_of(sound("", "loose: !maybe yes")), "test.yaml:9:8: tags (!name) are not supported; leave it out\n");
  // Anchors and aliases cannot make a small file huge, and hide no other fault.
  EXPECT_EQ(faults_of(sound("require", "require: a <= c") + "x: &x [y, y]\nz: [*x, *x]\n"),
            "test.yaml:9:4: anchors (&name) are not supported; write the value out where it is used\n"
            "test.yaml:10:5: aliases (*name) are not supported; write the value out\n"
            "test.yaml:10:9: aliases (*name) are not supported; write the value out\n"
            "test.yaml:9:1: unknown key `x`\n"
            "test.yaml:10:1: unknown key `z`\n"
            "test.yaml:7:15: nothing is bound to `c`; bind it with match, bind, on or let\n");
}

std::string times(std::size_t n, std::string const& text) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += text;
  return out;
}

TEST(Faults, NothingExhaustsStackOrTime) {
  auto const require = [](std::string const& text) { return faults_of(sound("require", "require: \"" + text + "\"")); };
  auto const match = [](std::string const& text) { return faults_of(sound("match", "match: \"" + text + "\"")); };
  auto const says = [](std::string const& faults, std::string const& what) {
    return faults.find(what) != std::string::npos;
  };
  EXPECT_TRUE(says(require(times(200000, "(") + "a" + times(200000, ")") + " <= b"), "nested deeper than 48 levels"));
  EXPECT_TRUE(says(require(times(200000, "not ") + "a <= b"), "nested deeper than 48 levels"));
  EXPECT_TRUE(says(require(times(200000, "-") + "a <= b"), "nested deeper than 48 levels"));
  EXPECT_TRUE(says(require(times(20000, "a <= b and ") + "a <= b"), "more than 2000 parts"));
  EXPECT_EQ(require("a in [" + times(30, "1, ") + "2] and a <= b"), "") << "a long list is no deep stack";
  EXPECT_TRUE(says(require(times(20, "1 + (") + "a" + times(20, ")") + " <= b"), "more than 16 values at once"));
  EXPECT_TRUE(says(match("{a:count} " + times(200000, "[") + "x" + times(200000, "]") + " {b:count}"),
                   "nested deeper than 8 levels"));
  EXPECT_TRUE(says(match("{a:count} " + times(200, "[x|y]? ") + "{b:count}"), "more than 12 optional groups"));
  EXPECT_TRUE(says(match("{a:count} " + times(20000, "x ") + "{b:count}"), "more than 400 words and marks"));
  EXPECT_TRUE(says(match("{a:count} [x" + times(20000, "|x") + "] {b:count}"), "more than 400 words and marks"));
  EXPECT_TRUE(says(faults_of(sound("", "let: " + times(100000, "["))), "nested deeper than 64 levels"));
  EXPECT_TRUE(says(faults_of(sound("match", "match:" + times(20000, "\n  - \"{a:cuont} {b:count}\""))),
                   "more than 100 faults"));
}

} // namespace
} // namespace claimcheck
