#!/usr/bin/env bash
# Run the tests that need nothing but Python: no browser, no server, no other process, no whole builds. Arguments go to
# pytest.
set -euo pipefail
cd "$(dirname "$0")/.."

exec "${VENV:-.venv}/bin/python" -m pytest --numprocesses auto --dist worksteal \
    -m "not browser and not server and not process and not build" "$@"
