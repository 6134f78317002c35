# Sourced by ./claimcheck, ./test and .ci/run: the Debian packages that building and testing need, and how to get those that are missing.

build_packages=(g++ cmake ninja-build pkg-config libboost-dev libyaml-cpp-dev libcurl4-openssl-dev libsqlite3-dev nlohmann-json3-dev
                libcli11-dev libfmt-dev libexpected-dev libmd4c-dev libgumbo-dev libgeographiclib-dev)
test_packages=(libgtest-dev librapidcheck-dev libbenchmark-dev libpugixml-dev libcpp-httplib-dev libssl-dev openssl
               python3 python3-jsonschema)
ci_packages=(clang clang-format clang-tidy chromium ccache)

# ensure_packages NAME...: installs what is missing, as root or with sudo; otherwise says what to install and fails.
ensure_packages() {
  command -v dpkg-query >/dev/null || return 0 # another system: CMake will name what it does not find
  local missing=() name
  local installed
  installed=$(dpkg-query -W -f '${Status} ${Package}\n' 2>/dev/null | sed -n 's/^install ok installed //p')
  for name in "$@"; do
    [ "$name" = pkg-config ] && command -v pkg-config >/dev/null && continue # pkgconf provides it
    grep -qxF "$name" <<<"$installed" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      echo "claimcheck needs these Debian packages: ${missing[*]}" >&2
      echo "install them with: sudo apt-get install ${missing[*]}" >&2
      return 1
    fi
  fi
  echo "claimcheck: installing ${missing[*]}" >&2
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}")
  "${install[@]}" >&2 || { "${as_root[@]}" apt-get update -qq >&2 && "${install[@]}" >&2; }
}

# run_logged LOG COMMAND...: quiet when it succeeds, all its output when it fails.
run_logged() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
}
