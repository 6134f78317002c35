// The words and symbols of units.yaml and currencies.yaml: each has one owner, is found where it was listed, and the
// traps stay out.
#include <algorithm>
#include <gtest/gtest.h>

#include <map>

#include "base/embedded.hpp"
#include "base/yaml.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/loader.hpp"

namespace claimcheck {
namespace {

Lexicon const& lexicon() { return Lexicon::builtin(); }

/// Calls `visit(code, form)` for each form under `key` in the entries of the embedded list of this name.
template <class Visit>
void each_form(std::string_view list, std::string_view key, Visit const& visit) {
  for (auto const& tree : yaml::restore(embedded::lexicon())) {
    yaml::Node const* const entries = tree.root.find(list);
    if (entries == nullptr) continue;
    for (yaml::Node const& entry : entries->children)
      if (yaml::Node const* const forms = entry.find(key))
        for (yaml::Node const& form : forms->children) visit(entry.find("code")->scalar, form.scalar);
  }
}

std::string code_of(UnitId id) { return id == no_unit ? "nothing" : lexicon().units[id].code; }

/// The owner of a symbol or sign in its exact case.
template <class T>
std::string owner(ExactTable<T> const& table, std::string const& written) {
  if (auto const* forms = table.find(folded(written)))
    for (auto const& form : *forms)
      if (form.written == written) return code_of(form.value.unit);
  return "nothing";
}
template <class T>
std::string owner(PhraseTable<T> const& table, std::string const& name) {
  auto const* found = table.find(name);
  return found == nullptr ? "nothing" : code_of(found->unit);
}

std::string unit_named(std::string const& name) { return owner(lexicon().unit_names, name); }
std::string unit_written(std::string const& symbol) { return owner(lexicon().unit_symbols, symbol); }
std::string currency_named(std::string const& name) { return owner(lexicon().currency_names, name); }
std::string currency_before(std::string const& sign) { return owner(lexicon().currency_signs, sign); }
std::string currency_behind(std::string const& code) { return owner(lexicon().currency_codes, code); }

// The tables keep the first owner without a word: a form that was listed twice would be lost here.
TEST(UnitForms, EachIsFoundAtItsUnit) {
  for (auto const* key : {"names", "ambiguous"})
    each_form("units", key,
              [](std::string const& code, std::string const& form) { EXPECT_EQ(unit_named(form), code) << form; });
  for (auto const* key : {"symbols", "loose"})
    each_form("units", key,
              [](std::string const& code, std::string const& form) { EXPECT_EQ(unit_written(form), code) << form; });
  for (auto const* key : {"names", "ambiguous"})
    each_form("currencies", key,
              [](std::string const& code, std::string const& form) { EXPECT_EQ(currency_named(form), code) << form; });
  each_form("currencies", "signs",
            [](std::string const& code, std::string const& form) { EXPECT_EQ(currency_before(form), code) << form; });
  each_form("currencies", "after",
            [](std::string const& code, std::string const& form) { EXPECT_EQ(currency_behind(form), code) << form; });
}

TEST(UnitForms, NamesAreFolded) {
  for (auto const* list : {"units", "currencies"})
    for (auto const* key : {"names", "ambiguous"})
      each_form(list, key, [](std::string const& code, std::string const& form) {
        EXPECT_EQ(form, folded(form)) << "of " << code;
      });
}

// Keys must be folded as texts are, or "5 Å" would never be found.
TEST(UnitForms, FoldingKnowsLatinLetters) {
  EXPECT_EQ(folded("Å"), "å");
  EXPECT_EQ(folded("KÖLN × ß µ Ω"), "köln × ß µ Ω");
}

// A name is read in any case and wins over a symbol of the same letters: it must not belong to another unit.
TEST(UnitForms, NoNameHidesTheSymbolOfAnotherUnit) {
  for (auto const* key : {"symbols", "loose"})
    each_form("units", key, [](std::string const& code, std::string const& form) {
      std::string const hiding = unit_named(folded(form));
      EXPECT_TRUE(hiding == "nothing" || hiding == code) << form << " of " << code << " is read as " << hiding;
    });
}

TEST(UnitForms, InflectionsSpellingsAndAbbreviations) {
  std::map<std::string, std::vector<std::string>> const named{
      {"km2", {"square kilometers", "square kilometre", "square-kilometer", "sq km", "sq. km", "sq. km."}},
      {"[sft_i]", {"square feet", "square-foot", "sq ft", "sq. ft.", "sqft"}},
      {"[smi_us]", {"square miles", "square-mile", "sq mi", "sq. mi."}},
      {"km/h", {"kilometers per hour", "kilometres an hour", "km per hour", "kph", "kmh", "kilometer-per-hour"}},
      {"[mi_i]/h", {"miles per hour", "miles an hour", "mile-an-hour", "mph", "m.p.h."}},
      {"[ly]", {"light-years", "light year"}},
      {"[acr_us].[ft_i]", {"acre-feet", "acre-foot", "acre feet"}},
      {"kW.h", {"kilowatt-hours", "kilowatt hour"}},
      {"Cel", {"degrees celsius", "degree celsius", "celsius", "centigrade", "degrees c"}},
      {"[degF]", {"degrees fahrenheit", "fahrenheit", "deg f"}},
      {"t", {"tonnes", "metric tons", "metric-ton"}},
      {"[psi]", {"pounds per square inch", "pound-per-square-inch"}},
      {"[lbf_av]", {"pounds of thrust"}},
      {"[gal_br]", {"imperial gallons", "imperial-gallon"}},
      {"MHz", {"megahertz"}},
      {"mSv", {"millisieverts"}},
      {"mg", {"milligrams", "milligrammes"}},
      {"nm", {"nanometres"}}};
  for (auto const& [code, names] : named)
    for (auto const& name : names) EXPECT_EQ(unit_named(name), code) << name;
  std::map<std::string, std::vector<std::string>> const written{{"km2", {"km2", "km²"}},
                                                                {"[lb_av]", {"lb", "lbs", "lbs."}},
                                                                {"[ft_i]", {"ft", "ft.", "′"}},
                                                                {"[in_i]", {"in.", "in", "″"}},
                                                                {"ug", {"µg", "μg", "mcg"}},
                                                                {"uSv", {"µSv", "μSv"}},
                                                                {"Ao", {"Å", "\u212b"}},
                                                                {"Ohm", {"Ω", "\u2126"}},
                                                                {"Cel", {"°C", "C"}},
                                                                {"Mbit/s", {"Mbps"}},
                                                                {"MBy/s", {"MBps"}},
                                                                {"MW", {"MW"}},
                                                                {"mW", {"mW"}},
                                                                {"cm3", {"cc"}},
                                                                {"[cft_i]/s", {"cfs"}}};
  for (auto const& [code, symbols] : written)
    for (auto const& symbol : symbols) EXPECT_EQ(unit_written(symbol), code) << symbol;
}

// Each of these has been read as a unit by some program that meant well.
TEST(UnitForms, TrapsStayOut) {
  for (auto const* symbol : {"s" /* the 1990s */, "d" /* 2d */, "pm" /* 5 pm */, "am", "us" /* all 5 of us */, "B", "b",
                             "M", "p", "a", "k", "G" /* 5G */, "D" /* 3D */, "cal" /* .50 cal */})
    EXPECT_EQ(unit_written(symbol), "nothing") << symbol;
  for (auto const* symbol : {"A" /* Class 5 A */, "V" /* Rocky V */, "C" /* 5 C */, "K" /* 10 K */}) {
    auto const& forms = *lexicon().unit_symbols.find(folded(symbol));
    auto const form = std::find_if(forms.begin(), forms.end(), [&](auto const& f) { return f.written == symbol; });
    ASSERT_NE(form, forms.end()) << symbol;
    EXPECT_TRUE(form->value.doubtful) << symbol;
    EXPECT_EQ(form->value.glued, std::string(symbol) != "A" /* Class 5A */) << symbol;
  }
  auto const glued_only = [](std::string const& symbol) {
    for (auto const& form : *lexicon().unit_symbols.find(folded(symbol)))
      if (form.written == symbol) return form.value.glued;
    return false;
  };
  for (auto const* symbol :
       {"in" /* 10 in all */, "C", "F", "W" /* 500 W Main St */, "L" /* In 1950 L. Ron */, "V", "N", "J",
        "TB" /* 2,000 TB cases */, "Pa", "HP" /* in 2012 HP said */, "FT", "NM", "PS", "IU", "MN"})
    EXPECT_TRUE(glued_only(symbol)) << symbol;
  for (auto const* name :
       {"in", "m", "cms", "mls" /* 27 MLS teams */, "bhp", "hp", "tb", "mb", "gb", "am", "pm", "pt", "pts", "c", "f"})
    EXPECT_EQ(unit_named(name), "nothing") << name;
}

TEST(UnitForms, WordsThatMeanSomethingElseTooAskForContext) {
  for (auto const* name : {"pound", "pounds", "stone", "second", "degree", "degrees", "cup", "hands", "carat", "bit",
                           "bar", "cord", "league", "grain", "\"", "'", "°", "st", "fps"}) {
    auto const* found = lexicon().unit_names.find(name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_TRUE(found->ambiguous) << name;
  }
  for (auto const* name :
       {"miles", "kilometers", "seconds", "minutes", "acres", "yards", "tons", "short tons", "metric tons"}) {
    auto const* found = lexicon().unit_names.find(name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_FALSE(found->ambiguous) << name;
  }
  for (auto const* name : {"pound", "pounds", "won", "real", "rand", "mark", "marks", "crown", "crowns", "franc",
                           "dinar", "punts", "sol", "shillings"}) {
    auto const* found = lexicon().currency_names.find(name);
    ASSERT_NE(found, nullptr) << name;
    EXPECT_TRUE(found->ambiguous) << name;
  }
}

// The quotation marks have no such words on purpose: `5"` is inches only behind feet.
TEST(UnitForms, AmbiguousWordsNameTheirContext) {
  for (auto const* list : {"units", "currencies"})
    each_form(list, "ambiguous", [](std::string const& code, std::string const& form) {
      if (form == "'" || form == "\"" || form == "''" || form == "”" || code == "[lb_av]" || code == "GBP" ||
          code == "USD")
        return; // settled by grammars
      auto const* context = lexicon().context_of(*lexicon().units.find(code));
      EXPECT_TRUE(context != nullptr && context->size() > 0) << form << " of " << code;
    });
  EXPECT_EQ(lexicon().context_of(*lexicon().units.find("[in_i]")), nullptr);
  auto const* stone = lexicon().context_of(*lexicon().units.find("[stone_av]"));
  ASSERT_NE(stone, nullptr);
  EXPECT_TRUE(contains(*stone, "weighed"));
  EXPECT_FALSE(contains(*stone, "century"));
}

TEST(Currencies, AllOfIso4217InUse) {
  std::string_view const codes = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP "
                                 "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP "
                                 "DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
                                 "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD "
                                 "KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN "
                                 "NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
                                 "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
                                 "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV "
                                 "WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";
  for (std::size_t at = 0; at < codes.size(); at += 4) {
    auto const id = lexicon().units.find(codes.substr(at, 3));
    ASSERT_TRUE(id) << codes.substr(at, 3);
    EXPECT_EQ(lexicon().units[*id].kind, Kind::money);
  }
}

TEST(Currencies, OneOwnerForABareName) {
  std::map<std::string, std::string> const owners{{"dollars", "USD"},
                                                  {"cents", "USD"},
                                                  {"euros", "EUR"},
                                                  {"pounds", "GBP"},
                                                  {"pence", "GBP"},
                                                  {"quid", "GBP"},
                                                  {"yen", "JPY"},
                                                  {"yuan", "CNY"},
                                                  {"renminbi", "CNY"},
                                                  {"rupees", "INR"},
                                                  {"pakistani rupees", "PKR"},
                                                  {"pesos", "MXN"},
                                                  {"argentine pesos", "ARS"},
                                                  {"francs", "CHF"},
                                                  {"swiss francs", "CHF"},
                                                  {"french francs", "FRF"},
                                                  {"cfa francs", "XOF"},
                                                  {"canadian dollars", "CAD"},
                                                  {"hong kong dollars", "HKD"},
                                                  {"kronor", "SEK"},
                                                  {"norwegian kroner", "NOK"},
                                                  {"lira", "TRY"},
                                                  {"lire", "ITL"},
                                                  {"roubles", "RUB"},
                                                  {"rubles", "RUB"},
                                                  {"deutsche marks", "DEM"},
                                                  {"marks", "DEM"},
                                                  {"guilders", "NLG"},
                                                  {"won", "KRW"},
                                                  {"shekels", "ILS"},
                                                  {"zlotys", "PLN"},
                                                  {"hryvnias", "UAH"},
                                                  {"bitcoins", "XBT"},
                                                  {"egyptian pounds", "EGP"}};
  for (auto const& [name, code] : owners) EXPECT_EQ(currency_named(name), code) << name;
  std::map<std::string, std::string> const signs{
      {"$", "USD"},  {"US$", "USD"}, {"£", "GBP"},   {"€", "EUR"},   {"¥", "JPY"},  {"C$", "CAD"},
      {"A$", "AUD"}, {"NZ$", "NZD"}, {"HK$", "HKD"}, {"S$", "SGD"},  {"R$", "BRL"}, {"MX$", "MXN"},
      {"Rs", "INR"}, {"Rs.", "INR"}, {"₹", "INR"},   {"₽", "RUB"}, {"₩", "KRW"},  {"₺", "TRY"},
      {"₪", "ILS"},  {"₴", "UAH"},   {"CHF", "CHF"}, {"RM", "MYR"},  {"DM", "DEM"}};
  for (auto const& [sign, code] : signs) EXPECT_EQ(currency_before(sign), code) << sign;
  EXPECT_EQ(currency_behind("kr"), "SEK");
}

TEST(Currencies, MinorUnitsAreParts) {
  auto const parts = [](std::string const& name) { return lexicon().currency_names.find(name)->parts; };
  EXPECT_EQ(parts("cents"), 100);
  EXPECT_EQ(parts("pence"), 100);
  EXPECT_EQ(parts("kopecks"), 100);
  EXPECT_EQ(parts("satoshis"), 100'000'000);
  EXPECT_EQ(parts("dollars"), 1);
}

TEST(Currencies, LettersForPartsTouchTheDigits) {
  for (auto const* letter : {"p" /* 7 p.m. */, "c"}) {
    auto const* forms = lexicon().currency_codes.find(letter);
    ASSERT_NE(forms, nullptr) << letter;
    ASSERT_EQ(forms->size(), 1u);
    EXPECT_TRUE(forms->front().value.glued) << letter;
    EXPECT_EQ(forms->front().value.parts, 100);
  }
  EXPECT_FALSE(lexicon().currency_codes.find("eur")->front().value.glued);
}

TEST(Currencies, TrapsStayOut) {
  for (auto const* sign : {"ALL" /* ALL 50 states */, "TOP" /* TOP 10 */, "CUP", "COP" /* COP 26 */, "SDG" /* SDG 5 */,
                           "PHP" /* PHP 8.1 */, "Q" /* Q1 */, "K", "L", "RON" /* RON 95 */, "PEN", "NPR", "CVE"})
    EXPECT_EQ(currency_before(sign), "nothing") << sign;
  EXPECT_TRUE(lexicon().currency_signs.find("r")->front().value.doubtful) << "R22";
  for (auto const* code : {"$" /* 5 $20 tickets */, "£", "ALL", "KGS", "AMD", "SAR"})
    EXPECT_EQ(currency_behind(code), "nothing") << code;
  EXPECT_EQ(currency_named("sen"), "nothing") << "In 2010 Sen. ...";
}

} // namespace
} // namespace claimcheck
