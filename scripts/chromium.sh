#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests: one named in KG_CHROMIUM or already here; else Debian's, when
# this is root on a Debian; else the one that Playwright fetches. Fails when there is none to be had.
set -euo pipefail
cd "$(dirname "$0")/.."

installed() { "${VENV:-.venv}/bin/python" -m benchmarks.browser; }

from_debian() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "installing Debian's chromium …" >&2
    apt-get update -qq >&2
    # The shell without windows opens a page in half of the time; an older Debian does not have it.
    for name in chromium-headless-shell chromium; do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" fonts-dejavu-core >&2 && return
    done
    return 1
}

from_playwright() {
    echo "fetching Playwright's chromium …" >&2
    "${VENV:-.venv}/bin/python" -m playwright install chromium >&2
}

installed || { from_debian && installed; } || { from_playwright && installed; }
