// The language of rules on marked articles: patterns, expressions, decisions. Extraction has no part in it.
#include <algorithm>

#include "marked_article.hpp"
#include "one_rule.hpp"

namespace claimcheck {
namespace {

using test::found;
using test::load;
using test::marked;
using Strings = std::vector<std::string>;

std::string const conversion = R"yaml(
match: ["{a:quantity} ({b:quantity})", "{a:quantity}, [or|about]? {b:quantity},"]
where: a.dimension == b.dimension and a.unit != b.unit
require: a ~ b
message: "{a} is {convert(a, b.unit)}, not {b}"
)yaml";

TEST(Patterns, BindHolesAndConvert) {
  EXPECT_EQ(found(conversion, "It lies <<distance 225 [mi_i]: 225 miles>> (<<distance 262 km: 262 km>>) away."),
            (Strings{"262 km: 225 miles is 362 km, not 262 km"}));
  EXPECT_EQ(found(conversion, "It lies <<distance 225 [mi_i]: 225 miles>> (<<distance 362 km: 362 km>>) away."),
            Strings{});
  EXPECT_EQ(
      found(conversion, "It lies <<distance 225 [mi_i]: 225 miles>>, or <<distance 262 km: 262 km>>, away.").size(),
      1U);
  EXPECT_EQ(found(conversion, "It lies <<distance 225 [mi_i]: 225 miles>>, <<distance 262 km: 262 km>>, away.").size(),
            1U);
  EXPECT_EQ(found(conversion, "It lies <<distance 225 [mi_i]: 225 miles>>. (<<distance 262 km: 262 km>>) away."),
            Strings{})
      << "another sentence";
  EXPECT_EQ(found(conversion, "It took <<duration 2 h: 2 hours>> (<<distance 262 km: 262 km>>) away."), Strings{})
      << "another dimension";
}

TEST(Patterns, WordsClassesGapsAndWhatStandsBefore) {
  std::string const rule =
      "match: \"<rise> ... from {a:figure} to {b:figure}\"\nrequire: a <= b\nnear_miss: off\nmessage: \"{a} {b}\"";
  EXPECT_EQ(found(rule, "Sales rose sharply from <<number 58: 58>> to <<number 55: 55>> last year."),
            (Strings{"55: 58 55"}));
  EXPECT_EQ(found(rule, "Sales Rose from <<number 58: 58>> to <<number 55: 55>> last year.").size(), 1U);
  EXPECT_EQ(found(rule, "Sales fell from <<number 58: 58>> to <<number 55: 55>> last year."), Strings{});
  EXPECT_EQ(found(rule, "Sales rose <<number 3: 3>> times from <<number 58: 58>> to <<number 55: 55>> last year."),
            Strings{})
      << "a gap crosses no figure";
  EXPECT_EQ(found(rule, "Sales rose by a very great deal more than anyone there thought from <<number 58: 58>> to "
                        "<<number 55: 55>>."),
            Strings{})
      << "a gap is short";
}

TEST(Patterns, ListsTakeAllTheirItems) {
  std::string const rule = "match: \"{total:count}: {parts:count+}\"\nrequire: sum(parts) ~ total\nprimary: "
                           "total\nmessage: \"{parts} make {sum(parts)}\"";
  EXPECT_EQ(found(rule, "There were <<count 12: 12>> dead: <<count 5: five>> men, <<count 4: four>> women and <<count "
                        "2: two>> children."),
            (Strings{"12: five, four and two make 11"}));
  EXPECT_EQ(found(rule, "There were <<count 11: 11>> dead: <<count 5: five>> men, <<count 4: four>> women and <<count "
                        "2: two>> children."),
            Strings{});
}

TEST(Patterns, AListMayEndBeforeTheFigureBehindIt) {
  std::string const rule = "match: \"{parts:count+}, {total:count} in all\"\nrequire: sum(parts) ~ total\nmessage: "
                           "\"{sum(parts)}\"";
  EXPECT_EQ(found(rule, "There were <<count 5: five>> men, <<count 4: four>> women and <<count 2: two>> children, "
                        "<<count 12: 12>> in all."),
            (Strings{"12: 11"}));
}

TEST(Patterns, SubjectsMayStandBetween) {
  std::string const rule =
      "match: \"{k:count} of the {n:count}\"\nrequire: k <= n\nprimary: k\nmessage: \"{k} of {n}\"";
  EXPECT_EQ(found(rule, "In all <<count 23: 23>> members of the <<count 21: 21>> members came.").size(), 1U);
  EXPECT_EQ(found(rule, "In all <<count 23: 23>> of the <<count 21: 21>> members came.").size(), 1U);
}

TEST(Deciding, NearMissesKnownFactorsAndSilence) {
  std::string const rule = "match: \"{a:distance} ({b:distance})\"\nrequire: a ~ b\nmessage: \"{a} {b}\"";
  auto const of = [&](std::string const& b) {
    return found(rule, "It is <<distance 100 km: 100 km>> (<<distance " + b + " km: " + b + " km>>) away.").size();
  };
  EXPECT_EQ(of("154"), 0U) << "one unit of 100's last digit is 100: tension";
  auto const off = [&](std::string const& b) {
    return found(rule, "It is <<distance 101 km: 101 km>> (<<distance " + b + " km: " + b + " km>>) away.").size();
  };
  EXPECT_EQ(off("101"), 0U);
  EXPECT_EQ(off("102"), 0U) << "the intervals meet";
  EXPECT_EQ(off("103"), 0U) << "tension";
  EXPECT_EQ(off("104"), 1U);
  EXPECT_EQ(off("199"), 1U);
  EXPECT_EQ(off("251"), 0U) << "two and a half times: about something else";
  EXPECT_EQ(off("1010"), 1U) << "ten times";
  EXPECT_EQ(off("101000"), 1U) << "a thousand times";
}

TEST(Deciding, ExplainsItsArithmetic) {
  auto const set = load(conversion);
  ASSERT_TRUE(set) << to_string(set.error().front());
  Article article = marked("It lies <<distance 225 [mi_i]: 225 miles>> (<<distance 2240 km: 2240 km>>) away; "
                           "<<distance 10 [mi_i]: 10 miles>> (<<distance 16 km: 16 km>>).");
  auto const verdicts = set->check(article);
  ASSERT_EQ(verdicts.findings.size(), 0U);
  article = marked("It lies <<distance 225 [mi_i]: 225 miles>> (<<distance 362 [mi_i]: 362 miles>>).");
  EXPECT_EQ(set->check(article).findings.size(), 0U) << "the same unit";
  article = marked("It lies <<distance 225 [mi_i]: 225 miles>> (<<distance 225 km: 225 km>>).");
  auto const one = set->check(article);
  ASSERT_EQ(one.findings.size(), 1U);
  Finding const& finding = one.findings[0];
  EXPECT_EQ(finding.computed->formula, "225 mi x 1.609344 = 362 km");
  EXPECT_EQ(finding.computed->accepted, "361 to 363 km");
  EXPECT_EQ(finding.diagnosis, "off by 1.609: miles and kilometers, not converted or converted twice");
  EXPECT_EQ(finding.related.size(), 1U);
  EXPECT_EQ(finding.fingerprint.size(), 16U);
  EXPECT_EQ(article.claims[0].status, Status::contradicted);
}

/// The one finding of a rule on a marked text.
Finding only_finding(std::string const& lines, std::string const& text) {
  auto const set = load(lines);
  EXPECT_TRUE(set) << (set ? "" : to_string(set.error().front()));
  Article article = marked(text);
  auto verdicts = set->check(article);
  EXPECT_EQ(verdicts.findings.size(), 1U) << text;
  return verdicts.findings.empty() ? Finding{} : std::move(verdicts.findings.front());
}

TEST(Deciding, FactorsBelongToTheUnitsThatTheyAreOf) {
  auto const diagnosis = [](std::string const& b) {
    return only_finding(conversion, "It is <<distance 31 [mi_i]: 31 miles>> (<<distance " + b + ": b>>) away.")
        .diagnosis;
  };
  EXPECT_EQ(diagnosis("31 km"), "off by 1.609: miles and kilometers, not converted or converted twice");
  EXPECT_EQ(diagnosis("19.3 km"), "off by 2.59: converted the wrong way, miles and kilometers");
  EXPECT_EQ(diagnosis("499 km"), "off by 10: a slipped decimal point or zero");
}

TEST(Deciding, ABoundIsNoAlternative) {
  Finding const finding = only_finding("match: \"{k:count} of the {n:count}\"\nrequire: k <= n\nprimary: k",
                                       "In all <<count 23: 23>> of the <<count 21: 21>> members came.");
  EXPECT_EQ(finding.computed->accepted, "at most 21");
  EXPECT_EQ(finding.computed->formula, "21") << "nothing was computed";
  EXPECT_EQ(finding.alternatives, Strings{});
}

TEST(Deciding, FormulasSayWhichAlternativeWasGiven) {
  std::string const rule = "match: [\"{a:count} and {b:count} make {t:count}\", \"{c:count} is {t:count}\"]\n"
                           "let: {whole: 'known(c, a + b)'}\nrequire: t == whole\nprimary: t";
  EXPECT_EQ(only_finding(rule, "Then <<count 12: 12>> and <<count 15: 15>> make <<count 26: 26>>.").computed->formula,
            "12 + 15 = 27");
}

TEST(Deciding, AConflictIsShownByTheReadingNamedFirst) {
  Finding const finding = only_finding("match: \"{a:count} and {b:count}\"\nrequire: a ~ b or a + 4 ~ b\nprimary: b",
                                       "It was <<count 12: 12>> and <<count 18: 18>> then.");
  EXPECT_EQ(finding.computed->accepted, "12") << "16 is nearer, and not what the rule is about";
}

TEST(Guards, SilenceWhatIsNotTheWritersStatement) {
  auto const with = [&](std::string const& flag) {
    return found(conversion, "It lies <<distance 225 [mi_i] " + flag + ": 225 miles>> (<<distance 262 km " + flag +
                                 ": 262 km>>) away.")
        .size();
  };
  EXPECT_EQ(with(""), 1U);
  EXPECT_EQ(with("?"), 0U);
  auto const mixed =
      found(conversion, "It lies <<distance 225 [mi_i] q: 225 miles>> (<<distance 262 km: 262 km>>) away.");
  EXPECT_EQ(mixed.size(), 0U) << "one of them is the speaker's";
  EXPECT_EQ(found("guards: off" + conversion,
                  "It lies <<distance 225 [mi_i] ?: 225 miles>> (<<distance 262 km ?: 262 km>>) away.")
                .size(),
            1U);
}

TEST(Bind, JoinsByKeysAndNeverAllPairs) {
  std::string const rule = "bind: {a: {kind: count, region: headline}, b: {kind: count, region: body, same: "
                           "[subject]}}\nrequire: a ~ b\nprimary: a\nmessage: \"{a} {b}\"";
  EXPECT_EQ(
      found(rule, "Police said <<count 14: 14>> people died and <<count 9: 9>> dogs.", "<<count 12: 12>> people die"),
      (Strings{"12: 12 14"}));
  EXPECT_EQ(found(rule, "Police said <<count 12: 12>> people died, <<count 14: 14>> people hurt.",
                  "<<count 12: 12>> people die"),
            Strings{})
      << "agreeing with one is agreeing";
  EXPECT_EQ(found(rule, "Police said <<count 14: 14>> cats died.", "<<count 12: 12>> people die"), Strings{});
}

TEST(Expressions, ComputeWithUnitsDatesAndShares) {
  auto const holds = [&](std::string const& condition, std::string const& a, std::string const& b) {
    auto const out = found("match: \"{a:any} and {b:any}\"\nrequire: 1 == 2 and a.text == b.text\nwhere: " + condition,
                           "It was <<" + a + ": aa>> and <<" + b + ": bb>> then.");
    return out.size() == 1 && out[0] == "bb: no";
  };
  std::string const day = "date 2022-03-10", earlier = "date 2022-02-24";
  EXPECT_TRUE(holds("days_between(b, a) == 14 days and a - b == 14 days and a - b == 2 weeks", day, earlier));
  EXPECT_TRUE(holds("b + 14 days == a and a > b and year_of(a) == 2022", day, earlier));
  EXPECT_TRUE(holds("weekday_name(weekday(a)) == \"Thursday\" and nth_period(b, a, \"week\") == 3", day, earlier));
  EXPECT_TRUE(holds("percent_of(a, b) == 25 % and ratio(a, b) == 0.25 and a.kind in [\"count\", \"number\"]",
                    "number 15", "number 60"));
  EXPECT_TRUE(holds("percent_change(a.value, b.value) == 25 %", "number 120", "number 150"));
  EXPECT_TRUE(holds("a.value * b.value == 9", "number 60", "percent 15"));
  EXPECT_TRUE(
      holds("points_change(a, b) ~ 2 points and percent_change(a.value, b.value) == 50 %", "percent 4", "percent 6"));
  EXPECT_TRUE(holds("a.value == 12 and -a.value == 0 - 12 and abs(b.value - a.value) == 3 and not (a.value > b.value)",
                    "number 12", "number 15"));
  EXPECT_TRUE(holds("transposed(a, b)", "number 1536", "number 1356"));
  EXPECT_FALSE(holds("a.value > 3 days", "date 2022-03-10", "duration 4 d")) << "a date has no value";
  EXPECT_TRUE(holds("b.value > 3 days and b < 1 week", "date 2022-03-10", "duration 4 d"));
}

TEST(Expressions, NothingIsDecidedAboutAnEmptyInterval) {
  auto const said = [](std::string const& condition, std::string const& a) {
    return found("match: \"{a:number} and {b:number}\"\nnear_miss: off\nrequire: " + condition + " and b > 0",
                 "It was between <<" + a + ": aa>> and <<number 50: 50>> then.");
  };
  // "between 60 and 40" has no value: neither does 50 lie in it nor outside.
  for (std::string const condition : {"a ~ b", "b in a", "a in b", "a == b", "a < b", "a + b < 0", "a - b == 0",
                                      "a * 2 == b", "a / 2 == b", "ratio(a, b) == 7", "abs(a) == 7", "-a ~ b"}) {
    EXPECT_EQ(said(condition, "number 60..40"), Strings{}) << condition;
    EXPECT_EQ(said("not (" + condition + ")", "number 60..40"), Strings{}) << condition;
  }
  EXPECT_EQ(said("a ~ b", "number 10..20").size(), 1U);
  EXPECT_EQ(said("b in a", "number 10..20").size(), 1U);
}

TEST(Expressions, ABareZeroIsNoMoneyNoLengthNoShare) {
  auto const positive = [](std::string const& kind, std::string const& mark) {
    return found("match: \"{a:" + kind + "} then\"\nwhere: a.value > 0\nrequire: a.value < 0\nnear_miss: off",
                 "It was <<" + mark + ": aa>> then.")
        .size();
  };
  EXPECT_EQ(positive("percent", "percent 4"), 1U);
  EXPECT_EQ(positive("figure", "percent 4"), 1U);
  EXPECT_EQ(positive("figure", "distance 4 km"), 1U);
  EXPECT_EQ(positive("money", "money 4 USD"), 1U);
  EXPECT_EQ(positive("figure", "temperature 4 Cel"), 0U) << "0 is anywhere on a scale";
}

TEST(Expressions, TextsStandForUnitsDimensionsAndDays) {
  auto const holds = [](std::string const& condition) {
    return found("match: \"{a:distance} on {d:date}\"\nrequire: d.day == 0 and a.text == d.text\nwhere: " + condition,
                 "It was <<distance 4 km: aa>> on <<date 2022-03-10: dd>> then.")
               .size() == 1;
  };
  EXPECT_TRUE(holds("a.unit == \"km\" and a.unit != \"mile\""));
  EXPECT_TRUE(holds("a.dimension == \"length\" and a.dimension in [\"mass\", \"length\"]"));
  EXPECT_TRUE(holds("weekday(d) == \"Thursday\" and weekday(d) in [\"Friday\", \"Thursday\"]"));
  EXPECT_FALSE(holds("weekday(d) == \"Friday\""));
}

} // namespace
} // namespace claimcheck
