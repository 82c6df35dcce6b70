#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests: one named in KG_CHROMIUM or already here; else Debian's, when
# this is root on a Debian; else the one that Playwright fetches. Fails when there is none to be had.
set -euo pipefail
cd "$(dirname "$0")/.."

installed() { "${VENV:-.venv}/bin/python" -m benchmarks.browser; }

from_debian() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "installing Debian's chromium …" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >&2
}

from_playwright() {
    echo "fetching Playwright's chromium …" >&2
    "${VENV:-.venv}/bin/python" -m playwright install chromium >&2
}

installed || { from_debian && installed; } || { from_playwright && installed; }
