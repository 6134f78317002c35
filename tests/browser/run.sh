#!/usr/bin/env bash
# The HTML report in a real browser: it renders, its links and cards work, the ledger sorts and filters, nothing is logged as an
# error and nothing is fetched. Usage: tests/browser/run.sh PROGRAM. Exit status 77 (skipped) when there is no Chromium.
set -euo pipefail
program=$(readlink -f "${1:?usage: tests/browser/run.sh PROGRAM}")
here=$(dirname "$(readlink -f "$0")")
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
  echo "SKIPPED: no Chromium (apt-get install chromium); the HTML report was not opened in a browser"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
# With places: the sketch of the map, the verdicts of the reference, names in the ledger.
printf '%s\n' 'ANKARA, Turkey, March 10, 2022 -- The fair was held in Antalya, about 425 miles southwest of the capital Ankara.' '' \
  'Mersin, 40 miles west of Adana, and Qwertyville, 30 miles north of Adana, sent guests.' >"$work/places.txt"
"$program" check --no-config --reference -q -f html="$work/report.html" "$here/../../fixtures/tutorial/flood.md" "$here/../../fixtures/tutorial/flood-fixed.md" "$work/places.txt" || status=$?
grep -q '<figure class="map"><svg' "$work/report.html" || { echo "the sketch of the places is missing"; exit 1; }
[ "$status" -le 1 ] || { echo "claimcheck ended with $status"; exit 1; }
# The probe goes into a copy, behind the report's own script: what is shipped stays as it is.
{
  sed '$d' "$work/report.html" | sed '$d'
  echo '<script>'
  cat "$here/probe.js"
  echo '</script></body></html>'
} >"$work/probe.html"
run() { timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" --host-resolver-rules='MAP * 0.0.0.0' "$@" 2>"$work/log"; }
run --enable-logging=stderr --v=0 --virtual-time-budget=5000 --dump-dom "file://$work/probe.html" >"$work/dom.html" || { cat "$work/log"; echo "the browser failed"; exit 1; }
if grep -E 'CONSOLE.*(error|Error|Uncaught)' "$work/log"; then
  echo "the page logs errors"
  exit 1
fi
result=$(sed -nE 's/.*<pre id="probe-result">([^<]*)<.*/\1/p' "$work/dom.html")
echo "$result"
[[ "$result" == "all "*" probes passed" ]] || { grep -A40 'probe-result' "$work/dom.html" | head -40; exit 1; }
if [ -n "${CLAIMCHECK_SCREENSHOTS:-}" ]; then # for looking at: desktop, telephone, dark, print
  mkdir -p "$CLAIMCHECK_SCREENSHOTS"
  run --window-size=1200,2400 --screenshot="$CLAIMCHECK_SCREENSHOTS/desktop.png" "file://$work/report.html"
  run --window-size=420,2400 --screenshot="$CLAIMCHECK_SCREENSHOTS/telephone.png" "file://$work/report.html"
  run --window-size=1200,2400 --force-dark-mode --enable-features=WebContentsForceDark --screenshot="$CLAIMCHECK_SCREENSHOTS/dark.png" "file://$work/report.html"
  run --print-to-pdf="$CLAIMCHECK_SCREENSHOTS/print.pdf" --no-pdf-header-footer "file://$work/report.html"
fi
