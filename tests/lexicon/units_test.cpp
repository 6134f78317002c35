// The factors of grammars/en/units.yaml against equalities from elsewhere: the international yard and pound (1959), the
// SI brochure, NIST Special Publication 811 and the definitions that the units are named after.
#include "claim/unit.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "lexicon/lexicon.hpp"

namespace claimcheck {
namespace {

UnitTable const& units() { return Lexicon::builtin().units; }

UnitId unit(std::string_view code) {
  auto const id = units().find(code);
  EXPECT_TRUE(id) << code << " is no unit";
  return id.value_or(no_unit);
}

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

struct Equality {
  std::string_view value, from, expected,
      to; ///< the result, rounded to the digits that are written here, is `expected`
};

void expect_equal(Equality const& e, bool difference = false) {
  UnitId const from = unit(e.from), to = unit(e.to);
  ASSERT_TRUE(units().convertible(from, to)) << e.from << " and " << e.to;
  Decimal const expected = decimal(e.expected);
  Decimal const exact = units().convert(decimal(e.value), from, to, Rounding::nearest, difference);
  EXPECT_EQ(exact.rounded_to(expected.exponent), expected)
      << e.value << ' ' << e.from << " is " << exact.to_string() << ' ' << e.to;
}

TEST(Units, LengthsAgreeWithTheirDefinitions) {
  for (Equality const& e :
       std::initializer_list<Equality>{{"1", "[in_i]", "2.54", "cm"},           {"1", "[ft_i]", "30.48", "cm"},
                                       {"1", "[ft_i]", "12.000000", "[in_i]"},  {"1", "[yd_i]", "3.000000", "[ft_i]"},
                                       {"1", "[yd_i]", "0.9144", "m"},          {"1", "[mi_i]", "1.609344", "km"},
                                       {"1", "[mi_i]", "5280.000", "[ft_i]"},   {"225", "[mi_i]", "362.1", "km"},
                                       {"26.2", "[mi_i]", "42.16", "km"},       {"1", "[nmi_i]", "1.852", "km"},
                                       {"1", "[nmi_i]", "1.1508", "[mi_i]"},    {"8", "[fur_us]", "1.000000", "[mi_i]"},
                                       {"1", "[fth_i]", "6.000000", "[ft_i]"},  {"1", "[hd_i]", "4.000000", "[in_i]"},
                                       {"1", "3.[mi_i]", "3.000000", "[mi_i]"}, {"1000", "[mil_i]", "1.0000", "[in_i]"},
                                       {"1", "um", "1000.000", "nm"},           {"10", "Ao", "1.000", "nm"},
                                       {"1", "[ly]", "9.4607e12", "km"},        {"1", "[ly]", "63241", "AU"},
                                       {"1", "pc", "3.2616", "[ly]"},           {"1", "Mpc", "3261564", "[ly]"},
                                       {"1", "AU", "149597870.700", "km"},      {"1", "AU", "499.005", "[c].s"},
                                       {"1", "AU", "8.317", "[c].min"},         {"1", "km", "3280.84", "[ft_i]"},
                                       {"100", "m", "109.36", "[yd_i]"}})
    expect_equal(e);
}

TEST(Units, AreasAndVolumesAgreeWithTheirDefinitions) {
  for (Equality const& e : std::initializer_list<Equality>{{"1", "[acr_us]", "4046.8564224", "m2"},
                                                           {"1", "[acr_us]", "43560.000", "[sft_i]"},
                                                           {"640", "[acr_us]", "1.000000", "[smi_us]"},
                                                           {"1", "har", "2.47105", "[acr_us]"},
                                                           {"100", "har", "1.000", "km2"},
                                                           {"1", "[smi_us]", "2.589988", "km2"},
                                                           {"1", "[sft_i]", "144.0000", "[sin_i]"},
                                                           {"1", "[syd_i]", "9.000000", "[sft_i]"},
                                                           {"1", "m2", "10.7639", "[sft_i]"},
                                                           {"8000", "[sft_i]", "743.2", "m2"},
                                                           {"1", "10.ar", "0.1000", "har"},
                                                           {"1", "m2", "10000", "cm2"},
                                                           {"1", "[gal_us]", "3.785411784", "L"},
                                                           {"1", "[gal_us]", "231.0000", "[cin_i]"},
                                                           {"1", "[gal_br]", "4.54609", "L"},
                                                           {"1", "[gal_us]", "4.000000", "[qt_us]"},
                                                           {"1", "[qt_us]", "2.000000", "[pt_us]"},
                                                           {"1", "[pt_us]", "16.00000", "[foz_us]"},
                                                           {"1", "[cup_us]", "8.000000", "[foz_us]"},
                                                           {"1", "[foz_us]", "2.000000", "[tbs_us]"},
                                                           {"1", "[tbs_us]", "3.000000", "[tsp_us]"},
                                                           {"1", "[pt_br]", "20.00000", "[foz_br]"},
                                                           {"1", "[pt_br]", "568.26125", "mL"},
                                                           {"1", "[gal_br]", "4.000000", "[qt_br]"},
                                                           {"1", "[bbl_us]", "42.00000", "[gal_us]"},
                                                           {"1", "[bbl_us]", "158.987294928", "L"},
                                                           {"1", "[bu_us]", "2150.42", "[cin_i]"},
                                                           {"1", "[cft_i]", "28.316846592", "L"},
                                                           {"1", "[cyd_i]", "27.00000", "[cft_i]"},
                                                           {"1", "m3", "1000.000", "L"},
                                                           {"1", "[acr_us].[ft_i]", "43560.00", "[cft_i]"},
                                                           {"1", "[acr_us].[ft_i]", "325851", "[gal_us]"},
                                                           {"1", "[crd_us]", "128.0000", "[cft_i]"},
                                                           {"12", "[bf_i]", "1.000000", "[cft_i]"},
                                                           {"1", "[mi_i]3", "4.16818", "km3"},
                                                           {"1", "cm3", "1.0000", "mL"},
                                                           {"1", "10*9.m3", "35.315", "10*9.[cft_i]"},
                                                           {"1", "10*12.[cft_i]", "1000.0", "10*9.[cft_i]"},
                                                           {"1000", "10*6.[cft_i]", "1.000", "10*9.[cft_i]"},
                                                           {"1000", "10*3.[cft_i]", "1.000", "10*6.[cft_i]"},
                                                           {"1", "GL", "0.001000", "km3"}})
    expect_equal(e);
}

TEST(Units, MassesAgreeWithTheirDefinitions) {
  for (Equality const& e : std::initializer_list<Equality>{{"1", "[lb_av]", "453.59237", "g"},
                                                           {"1", "[lb_av]", "16.00000", "[oz_av]"},
                                                           {"1", "[oz_av]", "28.349523125", "g"},
                                                           {"1", "kg", "2.20462", "[lb_av]"},
                                                           {"1", "[ston_av]", "2000.000", "[lb_av]"},
                                                           {"1", "[ston_av]", "0.90718474", "t"},
                                                           {"1", "[lton_av]", "2240.000", "[lb_av]"},
                                                           {"1", "t", "2204.62", "[lb_av]"},
                                                           {"1", "[stone_av]", "14.00000", "[lb_av]"},
                                                           {"1", "[stone_av]", "6.350", "kg"},
                                                           {"1", "[oz_tr]", "31.1034768", "g"},
                                                           {"1", "[oz_tr]", "480.0000", "[gr]"},
                                                           {"7000", "[gr]", "1.000000", "[lb_av]"},
                                                           {"5", "[car_m]", "1.000", "g"},
                                                           {"20", "[lcwt_av]", "1.000000", "[lton_av]"},
                                                           {"20", "[scwt_av]", "1.000000", "[ston_av]"},
                                                           {"10", "100.kg", "1.000", "t"},
                                                           {"1", "Gt", "1000", "Mt"},
                                                           {"1", "mg", "1000", "ug"},
                                                           {"1", "g", "6.02214e23", "Da"},
                                                           {"1", "kt", "1000", "t"}})
    expect_equal(e);
}

TEST(Units, TimesAndSpeedsAgreeWithTheirDefinitions) {
  for (Equality const& e : std::initializer_list<Equality>{{"1", "h", "3600", "s"},
                                                           {"1", "d", "1440", "min"},
                                                           {"2", "wk", "14.000", "d"},
                                                           {"1", "2.wk", "14.000", "d"},
                                                           {"1", "a", "365.25", "d"},
                                                           {"1", "a", "12.0000", "mo"},
                                                           {"1", "10.a", "10.0000", "a"},
                                                           {"1", "100.a", "10.0000", "10.a"},
                                                           {"1", "1000.a", "10.0000", "100.a"},
                                                           {"1", "ms", "1000", "us"},
                                                           {"1", "us", "1000", "ns"},
                                                           {"5", "20.a", "1.0000", "100.a"},
                                                           {"60", "[mi_i]/h", "88.0000", "[ft_i]/s"},
                                                           {"1", "[mi_i]/h", "1.609344", "km/h"},
                                                           {"62", "[mi_i]/h", "99.8", "km/h"},
                                                           {"1", "m/s", "3.6000", "km/h"},
                                                           {"1", "[kn_i]", "1.852", "km/h"},
                                                           {"100", "[kn_i]", "115.08", "[mi_i]/h"},
                                                           {"1", "[mi_i]/s", "3600.000", "[mi_i]/h"},
                                                           {"1", "km/s", "1000", "m/s"},
                                                           {"60", "[ft_i]/min", "1.0000", "[ft_i]/s"},
                                                           {"1", "[g]", "32.1740", "[ft_i]/s2"},
                                                           {"1", "[g]", "9.80665", "m/s2"}})
    expect_equal(e);
}

TEST(Units, EnergyPowerForceAndPressureAgreeWithTheirDefinitions) {
  for (Equality const& e : std::initializer_list<Equality>{{"1", "kW.h", "3.6000", "MJ"},
                                                           {"1", "TW.h", "1000.0", "GW.h"},
                                                           {"1", "[Cal]", "1.000", "kcal"},
                                                           {"1", "kcal", "1000.0", "cal"},
                                                           {"1", "kcal", "4.184", "kJ"},
                                                           {"1", "[Btu_IT]", "1055.06", "J"},
                                                           {"1", "10*5.[Btu_IT]", "29.3071", "kW.h"},
                                                           {"1", "10*6.[Btu_IT]", "10.0000", "10*5.[Btu_IT]"},
                                                           {"1", "[ft_i].[lbf_av]", "1.35582", "J"},
                                                           {"1", "eV", "1.602176634e-19", "J"},
                                                           {"1", "{toe}", "11.630", "MW.h"},
                                                           {"1", "{boe}", "5.80000", "10*6.[Btu_IT]"},
                                                           {"1", "kt{TNT}", "4.184", "TJ"},
                                                           {"1", "Mt{TNT}", "1000", "kt{TNT}"},
                                                           {"1", "erg", "1e-7", "J"},
                                                           {"1", "[HP]", "745.700", "W"},
                                                           {"1", "75.kgf.m/s", "735.49875", "W"},
                                                           {"1", "[HP]", "2544.43", "[Btu_IT]/h"},
                                                           {"1", "GW", "1000", "MW"},
                                                           {"1", "[lbf_av]", "4.448222", "N"},
                                                           {"1", "kgf", "9.80665", "N"},
                                                           {"1", "N", "100000", "dyn"},
                                                           {"1", "atm", "101.325", "kPa"},
                                                           {"1", "atm", "760.000", "Torr"},
                                                           {"1", "atm", "14.6959", "[psi]"},
                                                           {"1", "bar", "14.5038", "[psi]"},
                                                           {"1", "bar", "1000", "mbar"},
                                                           {"1", "mbar", "1", "hPa"},
                                                           {"29.92", "[in_i'Hg]", "1013.2", "mbar"},
                                                           {"1", "[in_i'Hg]", "25.400", "mm[Hg]"},
                                                           {"120", "mm[Hg]", "16.00", "kPa"}})
    expect_equal(e);
  // A horsepower is 550 foot-pounds a second.
  Decimal const foot_pound = units()[unit("[ft_i].[lbf_av]")].factor;
  EXPECT_EQ(multiply(foot_pound, 550).significant(12), units()[unit("[HP]")].factor.significant(12));
}

TEST(Units, TheOthersAgreeWithTheirDefinitions) {
  for (Equality const& e : std::initializer_list<Equality>{{"60", "{rev}/min", "1.0000", "Hz"},
                                                           {"1", "GHz", "1000", "MHz"},
                                                           {"1", "GBy", "1000", "MBy"},
                                                           {"1", "By", "8", "bit"},
                                                           {"1", "MiBy", "1048576", "By"},
                                                           {"1", "GiBy", "1024", "MiBy"},
                                                           {"1", "TiBy", "1024", "GiBy"},
                                                           {"1", "KiBy", "1024", "By"},
                                                           {"1", "ZBy", "1e9", "TBy"},
                                                           {"100", "Mbit/s", "12.5", "MBy/s"},
                                                           {"1", "kV", "1000", "V"},
                                                           {"1", "A.h", "1000", "mA.h"},
                                                           {"1", "A.h", "3600", "C"},
                                                           {"1", "MOhm", "1000", "kOhm"},
                                                           {"180", "deg", "3.14159265358979", "rad"},
                                                           {"1", "deg", "60.000", "'"},
                                                           {"1", "'", "60.000", "''"},
                                                           {"1", "''", "1000.0", "m''"},
                                                           {"1", "g/cm3", "1000", "kg/m3"},
                                                           {"1", "g/cm3", "62.428", "[lb_av]/[cft_i]"},
                                                           {"1", "mg/dL", "10.00", "mg/L"},
                                                           {"1", "ug/mL", "1", "mg/L"},
                                                           {"1", "ug/m3", "1e-3", "mg/m3"},
                                                           {"1", "mol/L", "1000", "mmol/L"},
                                                           {"1", "Sv", "100", "REM"},
                                                           {"1", "mREM", "10.0", "uSv"},
                                                           {"1", "Gy", "100", "RAD"},
                                                           {"1", "Ci", "37.0", "GBq"},
                                                           {"1", "[cft_i]/s", "448.831", "[gal_us]/min"},
                                                           {"1", "m3/s", "35.3147", "[cft_i]/s"},
                                                           {"60", "[cft_i]/min", "1.0000", "[cft_i]/s"},
                                                           {"1", "10*6.[gal_us]/d", "694.44", "[gal_us]/min"},
                                                           {"42", "[gal_us]/min", "1440.0", "[bbl_us]/d"},
                                                           {"60", "L/min", "1.000", "L/s"},
                                                           {"1", "[mi_i]/[gal_us]", "0.42514", "km/L"},
                                                           {"1", "[mi_i]/[gal_us]", "1.20095", "[mi_i]/[gal_br]"},
                                                           {"25.4", "{dot}/[in_i]", "25.400", "{pixel}/[in_i]"}})
    expect_equal(e);
}

TEST(Units, TemperaturesAreReadingsOrDifferences) {
  for (Equality const& e : std::initializer_list<Equality>{{"0", "Cel", "32.0000", "[degF]"},
                                                           {"100", "Cel", "212.0000", "[degF]"},
                                                           {"-40", "Cel", "-40.0000", "[degF]"},
                                                           {"37", "Cel", "98.6000", "[degF]"},
                                                           {"18", "Cel", "64.4000", "[degF]"},
                                                           {"451", "[degF]", "232.78", "Cel"},
                                                           {"0", "K", "-273.15", "Cel"},
                                                           {"0", "K", "-459.6700", "[degF]"},
                                                           {"0", "[degF]", "-17.78", "Cel"}})
    expect_equal(e);
  for (Equality const& e : std::initializer_list<Equality>{
           {"2", "Cel", "3.60000", "[degF]"}, {"1.5", "Cel", "2.70000", "[degF]"}, {"9", "[degF]", "5.00000", "K"}})
    expect_equal(e, true);
}

// A unit that is filed under the wrong kind, or has a slip in its dimension, would be compared with strangers.
TEST(Units, TheDimensionFollowsFromTheKind) {
  std::map<Kind, std::set<std::string>> const allowed{
      {Kind::distance, {"length"}},
      {Kind::area, {"length^2"}},
      {Kind::volume, {"length^3"}},
      {Kind::mass, {"mass"}},
      {Kind::duration, {"time"}},
      {Kind::speed, {"length/time"}},
      {Kind::acceleration, {"length/time^2"}},
      {Kind::temperature, {"temperature"}},
      {Kind::energy, {"length^2*mass/time^2"}},
      {Kind::power, {"length^2*mass/time^3"}},
      {Kind::pressure, {"mass/length/time^2"}},
      {Kind::frequency, {"1/time"}},
      {Kind::data, {"information"}},
      {Kind::data_rate, {"information/time"}},
      {Kind::force, {"length*mass/time^2"}},
      {Kind::voltage, {"length^2*mass/time^3/current"}},
      {Kind::current, {"current"}},
      {Kind::resistance, {"length^2*mass/time^3/current^2"}},
      {Kind::angle, {"angle"}},
      {Kind::density, {"mass/length^3"}},
      {Kind::concentration, {"mass/length^3", "amount/length^3", "none"}},
      {Kind::radiation, {"length^2/time^2", "1/time", "time*current/mass"}},
      {Kind::luminosity, {"luminosity", "luminosity*angle^2", "luminosity*angle^2/length^2", "luminosity/length^2"}},
      {Kind::magnitude, {"none"}},
      {Kind::sound, {"none"}},
      {Kind::flow, {"length^3/time"}},
      {Kind::fuel_economy, {"1/length^2", "length^2", "none"}},
      {Kind::money, {"money"}}};
  std::set<Kind> met;
  for (std::size_t id = 1; id < units().size(); ++id) {
    Unit const& u = units()[static_cast<UnitId>(id)];
    met.insert(u.kind);
    if (u.kind == Kind::other_quantity) continue;
    auto const row = allowed.find(u.kind);
    ASSERT_NE(row, allowed.end()) << u.code << " has the kind " << name_of(u.kind);
    EXPECT_TRUE(row->second.contains(to_string(u.dimension))) << u.code << ": " << to_string(u.dimension);
  }
  for (auto const& [kind, dimensions] : allowed) EXPECT_TRUE(met.contains(kind)) << "no unit for " << name_of(kind);
}

TEST(Units, StrangersAreNotConverted) {
  EXPECT_FALSE(units().convertible(unit("km"), unit("km2")));
  EXPECT_FALSE(units().convertible(unit("USD"), unit("EUR")));
  EXPECT_FALSE(units().convertible(unit("mg/dL"), unit("mmol/L"))) << "that takes the substance";
  EXPECT_FALSE(units().convertible(unit("L/(100.km)"), unit("[mi_i]/[gal_us]"))) << "one runs against the other";
  EXPECT_FALSE(units().convertible(unit("dB"), unit("dB[A]")));
  EXPECT_FALSE(units().convertible(unit("{TEU}"), unit("{pixel}")));
  // One dimension, different quantities.
  EXPECT_FALSE(units().convertible(unit("Hz"), unit("Bq")));
  EXPECT_FALSE(units().convertible(unit("Sv"), unit("Gy"))) << "the kind of radiation lies between them";
  EXPECT_FALSE(units().convertible(unit("L/(100.km)"), unit("[acr_us]")));
  EXPECT_TRUE(units().convertible(unit("Sv"), unit("REM")));
}

} // namespace
} // namespace claimcheck
