# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced by ./start and ./check: installs the Debian packages that are missing, and only those.

build_packages="g++ cmake ninja-build pkg-config libxapian-dev libicu-dev libutf8proc-dev
  libcpp-httplib-dev nlohmann-json3-dev libcli11-dev libtomlplusplus-dev libzstd-dev libxxhash-dev
  zlib1g-dev libpoppler-cpp-dev libgumbo-dev wfrench"
test_packages="doctest-dev python3 git curl clang-format chromium"

# install_missing PACKAGE…
install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "Installation de :$missing"
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "Il faut être root ou avoir sudo pour installer :$missing" >&2
      return 3
    }
    as_root=sudo
  fi
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      $missing >/dev/null
}
