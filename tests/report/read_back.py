#!/usr/bin/env python3
"""Runs claimcheck on real articles and reads every machine's format with the parsers that its users have.

    read_back.py PROGRAM FOLDER

The golden files (tests/golden) hold what a report must say; here the question is whether other programs can read what the whole
program writes, and whether all formats tell the same story.
"""
import csv
import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET


def run(program, *arguments):
    done = subprocess.run([program, "check", "--no-config", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode in (0, 1), (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode("utf-8")


def main():
    program, folder = sys.argv[1:3]
    report = json.loads(run(program, "-f", "json", folder))
    findings = [(f["path"], x) for f in report["files"] for x in f["findings"]]
    assert findings, "the fixtures hold contradictions, but none was found"
    for file in report["files"]:
        source = open(file["path"], "rb").read()
        for claim in file["claims"]:
            piece = source[claim["start"]:claim["end"]]
            assert piece, claim
            lines = source[:claim["start"]].decode("utf-8-sig" if source.startswith(b"\xef\xbb\xbf") else "utf-8")
            assert claim["line"] == lines.count("\n") + 1, (file["path"], claim)
    story = sorted((path, f["rule"], f["primary"]["line"], f["primary"]["column"]) for path, f in findings)

    lines = [json.loads(line) for line in run(program, "-f", "jsonl", folder).splitlines()]
    assert sorted((x["path"], x["rule"], x["primary"]["line"], x["primary"]["column"]) for x in lines) == story

    sarif = json.loads(run(program, "-f", "sarif", folder))["runs"][0]
    results = [r for r in sarif["results"] if "suppressions" not in r]
    place = lambda r: r["locations"][0]["physicalLocation"]
    assert len(results) == len(story)
    for result in results:
        assert sarif["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = place(result)["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])

    gcc = re.findall(r"^(.+?):(\d+):(\d+): (?:error|warning|note): .* \[([a-z0-9-]+)\]$", run(program, "-f", "gcc", folder), re.M)
    assert sorted((p, r, int(l), int(c)) for p, l, c, r in gcc) == story

    junit = ET.fromstring(run(program, "-f", "junit", "--fail-level", "note", folder))
    failing = {(suite.get("name"), case.get("name")) for suite in junit for case in suite if case.find("failure") is not None}
    assert failing == {(path, rule) for path, rule, _, _ in story}
    assert int(junit.get("tests")) == sum(len(suite) for suite in junit) > len(failing)

    checkstyle = ET.fromstring(run(program, "-f", "checkstyle", folder))
    assert sorted((file.get("name"), e.get("source")[len("claimcheck."):], int(e.get("line")), int(e.get("column"))) for file in checkstyle for e in file) == story

    assert len(json.loads(run(program, "-f", "gitlab", folder))) == len(story)
    assert len(json.loads(run(program, "-f", "rdjson", folder))["diagnostics"]) == len(story)
    github = run(program, "-f", "github", folder)
    assert len(re.findall(r"^::(?:error|warning|notice) file=", github, re.M)) == len(story)

    rows = list(csv.reader(io.StringIO(run(program, "-f", "csv", folder))))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert len(rows) - 1 == report["summary"]["claims"]
    for jobs in ("1", "2", "7"):
        assert json.loads(run(program, "-j", jobs, "-f", "json", folder)) == report, "differs with -j" + jobs
    print(f"{len(report['files'])} files, {len(story)} findings, {report['summary']['claims']} claims: every format tells the same story")


if __name__ == "__main__":
    main()
