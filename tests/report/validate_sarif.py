#!/usr/bin/env python3
"""Validates SARIF against the schema of the standard: the golden file, and what the program writes about the fixtures.

    validate_sarif.py PROGRAM

Exit status 77 (skipped) without python3-jsonschema.
"""
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: no python3-jsonschema; SARIF was not validated against its schema")
    sys.exit(77)

tests = pathlib.Path(__file__).resolve().parent.parent
schema = json.loads((tests / "schemas/sarif-2.1.0-rtm.5.json").read_text())
validator = jsonschema.Draft4Validator(schema)


def validate(name, text):
    faults = list(validator.iter_errors(json.loads(text)))
    for fault in faults[:10]:
        print(f"{name}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
    print(f"{name}: {len(faults)} faults")
    return len(faults)


bad = validate("golden report.sarif", (tests / "golden/report.sarif").read_text())
done = subprocess.run([sys.argv[1], "check", "--no-config", "-f", "sarif", str(tests.parent / "fixtures"), "no-such-file.md"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
assert done.returncode == 3, done.returncode
bad += validate("fixtures", done.stdout)
# A schema that accepts everything would prove nothing.
broken = json.loads((tests / "golden/report.sarif").read_text())
broken["runs"][0]["results"][0]["level"] = "fatal"
assert list(validator.iter_errors(broken)), "the schema accepts an unknown level"
sys.exit(1 if bad else 0)
