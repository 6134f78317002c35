#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "base/embedded.hpp"
#include "sources/pack.hpp"
#include "sources/reference.hpp"

namespace claimcheck::sources {
namespace {

using reference::EntityType;
using reference::Property;

std::vector<reference::Candidate> resolve(std::string_view name, std::vector<EntityType> types = {}) {
  return builtin_source().resolve({name, std::move(types)});
}

Days day(int year, unsigned month, unsigned of_month) {
  return Days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

std::size_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  in >> total >> resident;
  return resident * 4096;
}

TEST(Pack, FoldsNamesOfLatinScript) {
  Pack const& pack = Pack::builtin();
  EXPECT_EQ(pack.fold("São Paulo"), "sao paulo");
  EXPECT_EQ(pack.fold("Łódź"), "lodz");
  EXPECT_EQ(pack.fold("Iğdır"), "igdir");
  EXPECT_EQ(pack.fold("Cox's Bazar"), "coxs bazar");
  EXPECT_EQ(pack.fold("Cox’s Bazar"), "coxs bazar");
  EXPECT_EQ(pack.fold("Saint Paul"), pack.fold("St. Paul"));
  EXPECT_EQ(pack.fold("Marne-la-Vallée"), "marne la vallee");
  EXPECT_EQ(pack.fold("Đà Nẵng"), "da nang");
  EXPECT_EQ(pack.fold("Москва"), "");
}

TEST(Pack, FindsTheLargestOfANameFirst) {
  EXPECT_EQ(resolve("Antalya", {EntityType::place}).front().id, "gn:323777");
  EXPECT_EQ(resolve("Ankara", {EntityType::place}).front().id, "gn:323786");
  EXPECT_TRUE(resolve("Ankara", {EntityType::place}).front().capital);
  EXPECT_EQ(resolve("Kiev", {EntityType::place}).front().id, resolve("Kyiv", {EntityType::place}).front().id);
  EXPECT_EQ(resolve("Paris", {EntityType::place}).front().country, "FR");
  EXPECT_GE(resolve("Paris", {EntityType::place}).size(), 10U);
  EXPECT_EQ(resolve("St. Petersburg", {EntityType::place}).front().country, "RU");
  EXPECT_TRUE(resolve("Xyzzyville").empty());
}

TEST(Pack, KnowsCountriesByNameAndAdjective) {
  EXPECT_EQ(resolve("Turkey", {EntityType::country}).front().id, "iso:TR");
  EXPECT_EQ(resolve("Türkiye", {EntityType::country}).front().id, "iso:TR");
  auto const turkish = resolve("Turkish", {EntityType::country});
  ASSERT_EQ(turkish.size(), 1U);
  EXPECT_EQ(turkish.front().match, reference::NameMatch::demonym);
  EXPECT_EQ(resolve("Calif.", {EntityType::region}).front().id, "adm:US.CA");
  EXPECT_EQ(resolve("Zhytomyr", {EntityType::region}).front().country, "UA");
}

TEST(Pack, GivesBackTheEntityOfAnId) {
  Pack const& pack = Pack::builtin();
  for (auto const* id : {"gn:323777", "adm:TR.07", "iso:TR"}) {
    auto const entity = pack.entity(id);
    ASSERT_TRUE(entity) << id;
    EXPECT_EQ(pack.candidate({*entity, reference::NameMatch::main}).id, id);
  }
  for (auto const* id : {"gn:1", "gn:", "gn:99999999999999999999", "adm:XX.1", "iso:QQ", "", "Q42"})
    EXPECT_FALSE(pack.entity(id)) << id;
}

TEST(Pack, KnowsTheRatesOfAMonth) {
  Pack const& pack = Pack::builtin();
  EXPECT_NEAR(pack.rate("EUR", 2022, 3).value(), 0.907, 0.01);
  EXPECT_NEAR(pack.rate("TRY", 2022, 3).value(), 14.6, 0.4);
  EXPECT_NEAR(pack.rate("JPY", 2010, 6).value(), 90.8, 2);
  EXPECT_EQ(pack.rate("USD", 2022, 3), 1.0);
  EXPECT_FALSE(pack.rate("EUR", 1990, 3));
  EXPECT_FALSE(pack.rate("EUR", 2035, 3));
  EXPECT_FALSE(pack.rate("XXX", 2022, 3));
}

TEST(Pack, RefusesDamagedBytes) {
  std::string bytes(embedded::places());
  EXPECT_NO_THROW(Pack{bytes});
  EXPECT_THROW(Pack{std::string_view(bytes).substr(0, bytes.size() / 2)}, std::runtime_error);
  EXPECT_THROW(Pack{std::string_view(bytes).substr(0, 10)}, std::runtime_error);
  EXPECT_THROW(Pack{""}, std::runtime_error);
  bytes[19] = '\x7f'; // a section now begins behind the end
  EXPECT_THROW(Pack{bytes}, std::runtime_error);
}

TEST(Pack, MeasuresOnTheEllipsoid) {
  Bundle const bundle;
  auto const antalya = resolve("Antalya", {EntityType::place}).front(),
             ankara = resolve("Ankara", {EntityType::place}).front();
  auto const way = bundle.measure(*ankara.point, *antalya.point);
  EXPECT_NEAR(way.metres, 383'781, 1);
  EXPECT_NEAR(way.bearing, 210.10, 0.01);
  EXPECT_NEAR(way.rhumb_bearing, 209.41, 0.01); // RhumbSolve -i; 209.31 on a sphere
}

TEST(Pack, KnowsExtents) {
  Bundle const bundle;
  auto const turkey = bundle.extent("iso:TR");
  ASSERT_TRUE(turkey);
  EXPECT_NEAR(turkey->south, 36, 0.5);
  EXPECT_NEAR(turkey->north, 42, 0.5);
  auto const russia = bundle.extent("iso:RU"); // it crosses the date line
  ASSERT_TRUE(russia);
  EXPECT_LT(russia->west, russia->east);
  EXPECT_FALSE(bundle.extent("gn:323777"));
}

TEST(Builtin, AnswersAboutCountries) {
  auto const capital = builtin_source().lookup("iso:TR", Property::capital, day(2022, 3, 10));
  ASSERT_EQ(capital.size(), 1U);
  EXPECT_EQ(capital.front().text, "Ankara");
  EXPECT_EQ(builtin_source().lookup("iso:TR", Property::capital, day(1920, 3, 10)).front().text, "Istanbul");
  EXPECT_EQ(builtin_source().lookup("iso:BO", Property::capital).size(), 2U);
  EXPECT_EQ(builtin_source().lookup("iso:TR", Property::neighbour).size(), 8U);
  EXPECT_EQ(builtin_source().lookup("iso:HR", Property::currency, day(2000, 1, 1)).front().text, "HRK");
  EXPECT_EQ(builtin_source().lookup("iso:TR", Property::area).front().value, Decimal(783562));
}

TEST(Builtin, EverySourceHasATitleAndALicence) {
  auto const notices = builtin_notices();
  EXPECT_GE(notices.size(), 5U);
  for (auto const& notice : notices) {
    EXPECT_FALSE(notice.title.empty()) << notice.key;
    EXPECT_FALSE(notice.licence.empty()) << notice.key;
    EXPECT_EQ(notice.licence.find("ODbL"), std::string::npos);
    EXPECT_EQ(notice.licence.find("BY-SA"), std::string::npos);
  }
}

// The limit on memory is that of issue 6; a sanitizer's own memory would drown it. Speed is printed, not judged:
// machines differ.
TEST(Builtin, IsSmallAndFindsEveryNameOfItsOwn) {
  std::size_t const before = resident_bytes();
  Pack const pack{embedded::places()};
  std::size_t found = 0;
  std::clock_t const begin = std::clock(); // of this processor, not of the wall: other programs may run
  constexpr std::uint32_t names = 100'000;
  for (std::uint32_t i = 0; i < names; ++i) {
    std::string const name = pack.candidate({i * 7919 % pack.place_count(), reference::NameMatch::main}).name;
    found += builtin_source().resolve({name, {EntityType::place}}, 8).empty() ? 0 : 1;
  }
  double const seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_GE(found, names * 99 / 100);
#ifndef __SANITIZE_ADDRESS__
  EXPECT_LT(resident_bytes(), before + (30U << 20));
#else
  EXPECT_GT(before, 0U);
#endif
  std::printf("%.0f names resolved a second\n", names / seconds);
}

} // namespace
} // namespace claimcheck::sources
