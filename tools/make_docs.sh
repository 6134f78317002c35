#!/usr/bin/env bash
# Writes the parts of docs/ that are made from the program: docs/rules/*.md, their index, the tables of the rule language and the
# JSON Schema of the configuration.  tools/make_docs.sh [--check] PROGRAM; with --check it only says what is stale (exit status 1).
set -euo pipefail
check=false
[ "${1:-}" = --check ] && { check=true; shift; }
program=$(readlink -f "${1:?usage: tools/make_docs.sh [--check] PROGRAM}")
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
target=$root/docs
$check && target=$(mktemp -d)
mkdir -p "$target/rules"
rm -f "$target"/rules/*.md
cd "$root"
{
  echo "# The rules"
  echo
  echo "Made from the rule files by tools/make_docs.sh. \`claimcheck explain RULE\` prints the same pages."
  echo
  "$program" rules --no-config | sed -nE \
    -e 's/^([a-z].*)$/\n## \1\n/p' \
    -e 's/^  ([a-z0-9-]+) +(off|note|warning|error) +(.*)$/- [\1](\1.md), \2: \3/p'
} >"$target/rules/index.md"
for rule in $("$program" rules --no-config | sed -nE 's/^  ([a-z0-9-]+) +(off|note|warning|error) .*/\1/p'); do
  "$program" explain "$rule" >"$target/rules/$rule.md"
done
"$program" config schema >"$target/claimcheck.schema.json"
$check || exit 0
status=0
diff -r "$target/rules" docs/rules || status=1
diff "$target/claimcheck.schema.json" docs/claimcheck.schema.json || status=1
rm -rf "$target"
[ $status -eq 0 ] || echo "docs/ is stale: run tools/make_docs.sh $program"
exit $status
