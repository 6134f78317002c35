#!/usr/bin/env python3
"""Scores the rules about distances and directions on published statements.

    tools/score_distances.py STATEMENTS.csv --binary build/release/claimcheck [--show]

STATEMENTS.csv has a line a statement, separated by `;`, with the columns subj, slat, slon, anchor, alat, alon, n, unit
(mi or km), hedge and dir (N, SSW ...): "subj, hedge n unit dir of anchor", and where the two ends really are. The
statements belong to their publishers; this repository holds none of them.

A sentence is built of every row and goes through the whole program with --reference. Then the same with the number
multiplied and the direction turned, for those rows whose places were resolved.
"""
import argparse
import csv
import json
import math
import re
import subprocess
import sys

POINTS = {"N": "north", "NNE": "north-northeast", "NE": "northeast", "ENE": "east-northeast", "E": "east",
          "ESE": "east-southeast", "SE": "southeast", "SSE": "south-southeast", "S": "south",
          "SSW": "south-southwest", "SW": "southwest", "WSW": "west-southwest", "W": "west",
          "WNW": "west-northwest", "NW": "northwest", "NNW": "north-northwest"}
ORDER = list(POINTS)
UNITS = {"mi": ("miles", 1.609344), "km": ("kilometers", 1.0)}
# How a newsroom writes the state or province that the data give as two letters.
STATES = {"AL": "Ala.", "AZ": "Ariz.", "CA": "Calif.", "KS": "Kan.", "KY": "Ky.", "NY": "N.Y.", "OK": "Okla.",
          "TX": "Texas", "BC": "British Columbia", "WA": "Western Australia"}
NEAR_KM = 20  # a resolved place within this distance of the data's point is the right one
MUTATIONS = {"x 1.609": 1.609344, "/ 1.609": 1 / 1.609344, "x 2": 2, "x 10": 10, "+ 180 deg": None}


def kilometers(a, b):
    """Along the great circle; 0.5 % off the ellipsoid at most."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def bearing(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.degrees(math.atan2(east, north)) % 360


class Row:
    def __init__(self, fields):
        self.id = fields["id"]
        self.subject, self.anchor = fields["subj"], fields["anchor"]
        self.at = float(fields["slat"]), float(fields["slon"])
        self.origin = float(fields["alat"]), float(fields["alon"])
        self.n, self.unit = float(fields["n"]), fields["unit"]
        self.hedge, self.direction = fields["hedge"], fields["dir"]

    def sentence(self, n=None, direction=None):
        def name(text):
            text = re.sub(r"\s*\(.*\)", "", text).strip()
            state = re.fullmatch(r"(.+) ([A-Z]{2})", text)
            return f"{state[1]}, {STATES[state[2]]}" if state and state[2] in STATES else text
        number = f"{self.n if n is None else n:,.10g}"
        hedge = self.hedge + " " if self.hedge else ""
        return (f"The meeting was held in {name(self.subject)}, {hedge}{number} {UNITS[self.unit][0]} "
                f"{POINTS[direction or self.direction]} of {name(self.anchor)}.")

    def is_right(self):
        """The statement fits the map without any allowance for roads or towns."""
        km, stated = kilometers(self.origin, self.at), self.n * UNITS[self.unit][1]
        off = abs((bearing(self.origin, self.at) - 22.5 * ORDER.index(self.direction) + 180) % 360 - 180)
        return 0.88 * km <= stated <= 1.12 * km and off <= 30

    def turned(self):
        return ORDER[(ORDER.index(self.direction) + 8) % 16]


def as_written(value):
    """Writers round: to three figures, and to tens above a hundred."""
    digits = 2 if value >= 100 else 3
    return float(f"{value:.{digits}g}") if value >= 10 else round(value, 1)


def answers(binary, sentences):
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(sentences))
    done = subprocess.run([binary, "stream", "--reference", "--no-config"], input=lines, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def verdict(answer):
    """The gravest verdict on the distance and the direction; nothing when no source was asked."""
    said = [one["verdict"] for one in answer.get("reference", [])]
    for grave in ("contradicted", "note", "supported", "unverifiable", "unresolved"):
        if grave in said:
            return grave
    return "not asked"


def percent(part, whole):
    return f"{part} of {whole} = {100 * part / max(1, whole):.1f} %"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("statements")
    options.add_argument("--binary", default="build/release/claimcheck")
    options.add_argument("--show", action="store_true", help="every row with its verdict, and what was missed")
    options = options.parse_args()
    with open(options.statements, encoding="utf-8", newline="") as file:
        rows = [Row(fields) for fields in csv.DictReader(file, delimiter=";")]

    found = answers(options.binary, [row.sentence() for row in rows])
    verdicts = [verdict(answer) for answer in found]
    resolved, wrong_place, false_alarms = [], [], []
    for row, answer, said in zip(rows, found, verdicts):
        way = next((one["way"] for one in answer.get("reference", []) if "way" in one), None)
        if way:
            resolved.append(row)
            ends = [kilometers((way[end]["latitude"], way[end]["longitude"]), point)
                    for end, point in (("to", row.at), ("from", row.origin))]
            if max(ends) > NEAR_KM:
                wrong_place.append((row, way, ends))
        if said == "contradicted" and row.is_right():
            false_alarms.append(row)
        if options.show:
            print(f"{row.id:>3} {said:<12} {row.sentence()}")
    print("published statements:", len(rows))
    for name in ("supported", "note", "contradicted", "unresolved", "unverifiable", "not asked"):
        print(f"  {name:<13} {verdicts.count(name)}")
    print("contradicted though right on the map:", len(false_alarms), *[row.id for row in false_alarms])
    print("pairs of places resolved:", percent(len(resolved), len(rows)))
    print(f"resolved within {NEAR_KM} km of the data, or unresolved:",
          percent(len(rows) - len(wrong_place), len(rows)))
    for row, way, ends in wrong_place:
        print(f"  {row.id}: {way['to']['name']} {way['to']['country']} {ends[0]:.0f} km off, "
              f"{way['from']['name']} {way['from']['country']} {ends[1]:.0f} km off")

    print("mutated copies of the resolved rows (contradicted, noted, of all):")
    caught = total = 0
    for name, factor in MUTATIONS.items():
        if factor is None:
            texts = [row.sentence(direction=row.turned()) for row in resolved]
        else:
            texts = [row.sentence(as_written(row.n * factor)) for row in resolved]
        said = [verdict(answer) for answer in answers(options.binary, texts)]
        wrong, noted = said.count("contradicted"), said.count("note")
        caught, total = caught + wrong + noted, total + len(texts)
        print(f"  {name:<10} {wrong:>3} + {noted:>2} = {percent(wrong + noted, len(texts))}")
        if options.show:
            for text, each in zip(texts, said):
                if each not in ("contradicted", "note"):
                    print(f"      {each}: {text}")
    print("  all       ", percent(caught, total))


if __name__ == "__main__":
    main()
