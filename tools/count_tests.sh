# Sourced by ./test and .ci/run.

# count_tests CTEST.xml...: the closing line "N passed, N failed[, N skipped]" over ctest's JUnit files.
count_tests() {
  local file passed=0 failed=0 skipped=0
  for file in "$@"; do
    passed=$((passed + $(grep -c '<testcase .*status="run"' "$file" || true)))
    failed=$((failed + $(grep -c '<testcase .*status="fail"' "$file" || true)))
    skipped=$((skipped + $(grep -cE '<testcase .*status="(notrun|disabled)"' "$file" || true)))
  done
  if [ "$skipped" -gt 0 ]; then
    grep -hE '<testcase .*status="(notrun|disabled)"' "$@" | sed -E 's/.*<testcase name="([^"]*)".*/skipped: \1/' | sort -u
  fi
  echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
}
