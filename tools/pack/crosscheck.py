#!/usr/bin/env python3
"""Cross-checks data/offices.yaml with data that stays outside the repository, and sets `checked` on every tenure.

    crosscheck.py REFERENCE_FOLDER data/offices.yaml

The folder holds countries_factbook.csv (who governs since when), world_leaders_2021.csv (years of office) and us_executive.yaml (every
term of US presidents and vice-presidents). A tenure is checked when one of them has the same person taking the same office at the same
time, and its end is confirmed too: by the same source, or by the checked beginning of the next tenure. Disagreements are printed.
"""
import csv
import datetime
import re
import sys
import unicodedata

import yaml


def fold(text):
    text = "".join({"ı": "i", "ø": "o", "ł": "l", "đ": "d"}.get(c, c) for c in text)
    return re.sub(r"[^a-z ]", " ", "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()).split()


def same_person(names, other):
    """One of the names shares its last word, or two words, with the other."""
    there = set(fold(other))
    return any(set(fold(n)) <= there or (fold(n) and fold(n)[-1] in there) or len(set(fold(n)) & there) > 1 for n in names)


def factbook_starts(folder):
    """(country name, role) -> [(text, date)]"""
    out = {}
    for row in csv.DictReader(open(f"{folder}/countries_factbook.csv", encoding="utf-8")):
        for role in ("chief_of_state", "head_of_government"):
            for text, date in re.findall(r"([^;]*?)\(since ([^)]*)\)", row[role]):
                m = re.search(r"(\d{1,2}) ([A-Z][a-z]{2})\w* (\d{4})", date)
                if m:
                    out.setdefault(row["name"], []).append((text, datetime.datetime.strptime(" ".join(m.groups()), "%d %b %Y").date()))
    return out


def leaders(folder):
    out = {}
    for row in csv.DictReader(open(f"{folder}/world_leaders_2021.csv", encoding="utf-8")):
        out.setdefault(row["country"], []).append((row["positionLabel"], row["officeholderLabel"], row["start_year"], row["end_year"]))
    return out


def executive(folder):
    terms = []
    for person in yaml.load(open(f"{folder}/us_executive.yaml", encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        name = f"{person['name']['first']} {person['name']['last']}"
        for term in person["terms"]:
            terms.append((term["type"], name, str(term["start"]), str(term["end"])))
    return terms


NAMES = {"US": "United States", "GB": "United Kingdom", "CZ": "Czechia", "TR": "Turkey (Turkiye)", "KR": "Korea, South", "KP": "Korea, North", "VA": "Holy See (Vatican City)"}
LEADER_NAMES = {"CN": "People's Republic of China", "NL": "Netherlands", "CZ": "Czech Republic", "IE": "Ireland", "US": "United States of America"}


def country_names(folder):
    names = {}
    current = None
    for line in open("data/countries.yaml", encoding="utf-8"):
        if m := re.match(r"  - id: iso:(..)", line):
            current = m[1]
        elif m := re.match(r'    names: \[(.*)\]', line):
            names[current] = re.findall(r'"(.*?)"', m[1])
    return names


def main(folder, path):
    factbook, known, terms, names = factbook_starts(folder), leaders(folder), executive(folder), country_names(folder)
    data = yaml.safe_load(open(path, encoding="utf-8"))
    verdicts = []
    for office in data["offices"]:
        country = office.get("country")
        role = office["titles"][0]
        rows = []
        for holder in office["holders"]:
            persons = [holder["person"], *holder.get("names", [])]
            start, end = holder["from"], holder.get("to")
            start_ok = end_ok = False
            if country == "US" and role in ("president", "vice president"):
                kind = "prez" if role == "president" else "viceprez"
                mine = [t for t in terms if t[0] == kind and same_person(persons, t[1])]
                start_ok = any(t[2] == str(start) for t in mine)
                end_ok = end is None or any(t[3] == str(end) for t in mine)
                if not start_ok:
                    print(f"{office['office']}: {holder['person']} {start}..{end}: terms {[t[2:] for t in mine]}")
            elif country and role in ("president", "prime minister", "chancellor", "premier", "king", "emperor", "supreme leader"):
                all_names = [NAMES.get(country), LEADER_NAMES.get(country), *names.get(country, [])]
                for name in all_names:
                    for text, date in factbook.get(name, []):
                        titled = re.search(r"president|king|emperor|supreme leader" if role in ("president", "king", "emperor", "supreme leader") else r"prime minister|premier|chancellor|taoiseach",
                                           text, re.I)
                        if titled and same_person(persons, text) and end is None:
                            if abs((date - start).days) <= 3:
                                start_ok = end_ok = True
                            else:
                                print(f"{office['office']}: {holder['person']} since {start}: Factbook says {date}")
                    for position, person, first, last in known.get(name, []):
                        if not same_person(persons, person) or not re.search(role.replace("premier", "prem|prime"), position, re.I):
                            continue
                        if first == str(start.year):
                            start_ok = True
                            end_ok = end_ok or (end is not None and last == str(end.year))
                        elif not last or last >= "2019":
                            print(f"{office['office']}: {holder['person']} {start}..{end}: world leaders says {first}-{last}")
            rows.append([holder, start_ok, end_ok])
        for i, row in enumerate(rows):
            following = rows[i + 1] if i + 1 < len(rows) else None
            if row[0].get("to") and following and following[1] and abs((following[0]["from"] - row[0]["to"]).days) <= 3:
                row[2] = True
            verdicts.append(row[1] and row[2])
    lines = open(path, encoding="utf-8").read().split("\n")
    verdict = iter(verdicts)
    for i, line in enumerate(lines):
        if "{person:" in line:
            lines[i] = re.sub(r"checked: (true|false)", f"checked: {str(next(verdict)).lower()}", line)
    open(path, "w", encoding="utf-8").write("\n".join(lines))
    print(f"{sum(verdicts)} of {len(verdicts)} tenures confirmed")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
