#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sqlite3.h>

#include "sources/facts_reader.hpp"
#include "sources/reference.hpp"
#include "sources/user_facts.hpp"

namespace claimcheck::sources {
namespace {

using reference::EntityType;
using reference::Property;

/// A folder of its own for each test, removed at its end.
class UserFacts : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "claimcheck-facts-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(std::string const& name, std::string_view text) {
    std::string const path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  static std::string first(Diagnostics const& faults) { return faults.empty() ? "" : to_string(faults.front()); }

  std::filesystem::path folder_;
};

constexpr std::string_view desk = R"(
source: {key: desk, title: "The desk's own facts", licence: internal, as_of: 2026-11-01}
entities:
  - {id: antalya, kind: city, names: [Antalya], country: TR, lat: 36.8874, lon: 30.7075, gn: 323777}
  - {id: harbour, kind: place, names: [Old Harbour Mill], country: TR, lat: 36.9, lon: 30.7}
facts:
  - {subject: antalya, prop: population, value: 2.72 million, as_of: 2024, definition: metropolitan}
  - {subject: "Volodymyr Zelenskyy", prop: spelling, text: Zelensky}
tenures:
  - {office: Mayor of Antalya, person: Ada Deniz, start: 2024-04-01, end: 2029-04}
distances:
  - {from: Ankara, to: Antalya, km: 542, mode: road}
)";

TEST_F(UserFacts, AreReadFromYaml) {
  auto const table = read_user_facts({write("facts.yaml", desk)});
  ASSERT_TRUE(table) << first(table.error());
  auto const population = (*table)->lookup("gn:323777", Property::population);
  ASSERT_EQ(population.size(), 1U);
  EXPECT_EQ(population.front().value, Decimal(2720000));
  EXPECT_EQ(population.front().source->title, "The desk's own facts");
  EXPECT_EQ(population.front().origin, reference::Origin::user);
  auto const mayor = (*table)->resolve({"Mayor of Antalya", {EntityType::office}});
  ASSERT_EQ(mayor.size(), 1U);
  auto const tenure = (*table)->lookup(mayor.front().id, Property::holder, parse_day("2029-04-30", false));
  ASSERT_EQ(tenure.size(), 1U);
  EXPECT_EQ(tenure.front().text, "Ada Deniz");
}

TEST_F(UserFacts, GoBeforeThePack) {
  auto const table = read_user_facts({write("facts.yaml", desk)});
  ASSERT_TRUE(table) << first(table.error());
  Bundle const bundle(*table);
  auto const antalya = bundle.resolve({"Antalya", {EntityType::place}});
  EXPECT_NEAR(antalya.front().point->latitude, 36.8874, 1e-9);
  EXPECT_EQ(
      std::count_if(antalya.begin(), antalya.end(), [](auto const& candidate) { return candidate.id == "gn:323777"; }),
      1);
  EXPECT_EQ(bundle.lookup("gn:323777", Property::population).front().value, Decimal(2720000));
  EXPECT_EQ(bundle.resolve({"Old Harbour Mill", {}}).size(), 1U);
  EXPECT_EQ(bundle.lookup("iso:TR", Property::capital, parse_day("2022-03-10", false)).front().text, "Ankara");
}

TEST_F(UserFacts, ComplainWithLineAndColumn) {
  struct Case {
    char const* text;
    char const* complaint;
  };
  for (auto const& [text, complaint] : {
           Case{"source: {key: a, title: b}\nfacts:\n  - {subject: TR, prop: poplation, value: 3}\n",
                "3:25: unknown property `poplation`; did you mean `population`?"},
           Case{"source: {key: a, title: b}\nfacts:\n  - {subject: TR, prop: population, valeu: 3}\n",
                "3:37: unknown key `valeu`; did you mean `value`?"},
           Case{"source: {key: a, title: b}\nfacts:\n  - {subject: TR, prop: population, value: many}\n",
                "3:44: `many` is no number"},
           Case{"source: {key: a, title: b}\nfacts:\n  - {subject: TR, prop: population}\n",
                "3:5: a fact says a `value`, a `text` or an `object`"},
           Case{"source: {key: a, title: b}\nevents:\n  - {event: Fair, date: 2022-02-30}\n",
                "`2022-02-30` is no date"},
           Case{"facts:\n  - {subject: TR, prop: population, value: 3}\n", "2:5: it has no source"},
           Case{"source: {key: a, title: b}\nfacts:\n  - {subject: TR, prop: population, value: 3, source: c}\n",
                "no source `c` is described"},
           Case{"source: {key: a, title: b}\nentities:\n  - {id: x, kind: city, lat: 91, lon: 0}\n",
                "`91` is out of range"},
           Case{"source: {key: a, title: b}\nentities:\n  - {id: x, kind: city, lat: 9}\n",
                "`lat` and `lon` belong together"},
           Case{"source: {key: a, title: b}\nentities:\n  - {id: x, kind: city}\n  - {id: x, kind: city}\n",
                "4:10: `x` is described twice"},
           Case{"source: {key: a, title: b}\ntenures:\n  - {office: Mayor, person: Ann, from: 2024, to: 2020}\n",
                "3:5: it ends before it begins"},
           Case{"- a\n- b\n", "facts are a map"},
           Case{"facts: 3\n", "`facts` is a list"},
       }) {
    auto const faults = lint_facts(write("facts.yaml", text));
    ASSERT_FALSE(faults.empty()) << text;
    EXPECT_TRUE(
        std::any_of(faults.begin(), faults.end(),
                    [&](Diagnostic const& fault) { return to_string(fault).find(complaint) != std::string::npos; }))
        << complaint << "\n"
        << first(faults);
    EXPECT_FALSE(read_user_facts({write("facts.yaml", text)})) << text;
  }
}

TEST_F(UserFacts, LintFindsUnknownNamesAndOverlaps) {
  auto const faults = lint_facts(write("facts.yaml", R"(source: {key: a, title: b}
facts:
  - {subject: Qwertyuiopville, prop: population, value: 3}
tenures:
  - {office: Mayor, person: Ann Lee, from: 2020-01-01, to: 2022-01-01}
  - {office: Mayor, person: Bob Ray, from: 2021-01-01}
)"));
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_NE(to_string(faults[0]).find(":3:15: nothing known bears the name `Qwertyuiopville`"), std::string::npos)
      << to_string(faults[0]);
  EXPECT_NE(to_string(faults[1]).find(":6:29: Bob Ray takes office before Ann Lee has left it"), std::string::npos)
      << to_string(faults[1]);
  EXPECT_TRUE(lint_facts(write("fine.yaml", desk)).empty()) << first(lint_facts((folder_ / "fine.yaml").string()));
}

TEST_F(UserFacts, AreReadFromCsv) {
  auto const table = read_user_facts(
      {write("cities.csv",
             "subject,prop,value,definition\r\nTR,population,\"85,300,000\",\"the \"\"official\"\" count\"\r\n")});
  ASSERT_TRUE(table) << first(table.error());
  auto const facts = (*table)->lookup("iso:TR", Property::population);
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts.front().value, Decimal(85300000));
  EXPECT_EQ(facts.front().definition, "the \"official\" count");
}

TEST_F(UserFacts, CsvColumnsAreMappedByASchema) {
  write("towns.csv.schema.yaml", "source: {key: census, title: Census}\ncolumns: {subject: Town, value: "
                                 "Inhabitants}\nconstants: {prop: population, as_of: 2021}\n");
  auto const table = read_user_facts({write("towns.csv", "Town,Mayor,Inhabitants\nAntalya,Ann,1000\n")});
  ASSERT_TRUE(table) << first(table.error());
  ASSERT_EQ((*table)->facts().size(), 1U);
  EXPECT_EQ((*table)->facts().front().as_of, "2021");
  EXPECT_EQ((*table)->facts().front().source->key, "census");
  write("bad.csv.schema.yaml", "source: {key: census, title: Census}\ncolumns: {value: People}\n");
  EXPECT_NE(first(lint_facts(write("bad.csv", "Town\nA\n"))).find("there is no column `People`"), std::string::npos);
  EXPECT_NE(first(lint_facts(write("open.csv", "subject,prop\nTR,\"pop\n"))).find("open.csv:2:4: the quotation mark"),
            std::string::npos);
}

TEST_F(UserFacts, AreReadFromSqlite) {
  std::string const path = (folder_ / "facts.sqlite").string();
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database,
                         "CREATE TABLE source(key,title); INSERT INTO source VALUES('db','Our database');"
                         "CREATE TABLE numbers(place,people); INSERT INTO numbers VALUES('TR',85000000);"
                         "CREATE VIEW facts AS SELECT place AS subject,'population' AS prop,people AS value,'2024' AS "
                         "as_of FROM numbers",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(database);
  auto const table = read_user_facts({path});
  ASSERT_TRUE(table) << first(table.error());
  ASSERT_EQ((*table)->lookup("iso:TR", Property::population).size(), 1U);
  EXPECT_EQ((*table)->lookup("iso:TR", Property::population).front().source->title, "Our database");
  EXPECT_NE(first(lint_facts(write("broken.sqlite", "this is no database, only a text that is long enough to be one")))
                .find("not a database"),
            std::string::npos);
}

TEST_F(UserFacts, ReportFilesThatCannotBeRead) {
  EXPECT_NE(first(lint_facts((folder_ / "none.yaml").string())).find("cannot be read"), std::string::npos);
  EXPECT_NE(first(lint_facts(write("facts.txt", "a"))).find("are read from"), std::string::npos);
}

TEST(FactsReader, ReadsDaysAndAmounts) {
  EXPECT_EQ(parse_day("2022", false), Days{std::chrono::year{2022} / 1 / 1});
  EXPECT_EQ(parse_day("2022", true), Days{std::chrono::year{2022} / 12 / 31});
  EXPECT_EQ(parse_day("2024-02", true), Days{std::chrono::year{2024} / 2 / 29});
  for (auto const* text : {"", "22", "2022-13", "2022-02-30", "2022/02/01", "20220201", "abcd", "2022-2-1"})
    EXPECT_FALSE(parse_day(text, false)) << text;
  EXPECT_EQ(parse_amount("1,344,000"), Decimal(1344000));
  EXPECT_EQ(parse_amount("2.72 million"), Decimal(2720000));
  EXPECT_FALSE(parse_amount("about 5"));
}

} // namespace
} // namespace claimcheck::sources
