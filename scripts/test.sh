#!/usr/bin/env bash
# Run all tests. Those that look at the page in a browser need a Chromium; without one they are left out by hand but
# not in CI. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

without=()
if KG_CHROMIUM="$(scripts/chromium.sh)"; then
    export KG_CHROMIUM
elif [ "${CI:-}" = true ]; then
    echo "no Chromium to be had, and CI runs all tests; install one or name it in KG_CHROMIUM" >&2
    exit 1
else
    echo "no Chromium to be had: the browser tests are left out; install one or name it in KG_CHROMIUM" >&2
    without=(-m "not browser")
fi
# A worker a core: half of the time is spent waiting for a browser or a server.
exec "${VENV:-.venv}/bin/python" -m pytest --numprocesses auto --dist worksteal "${without[@]}" "$@"
