#!/usr/bin/env bash
# Build a wheel in dist/ that carries the ontology and, where npm can fetch it, the query editor (see scripts/editor.py).
set -euo pipefail
cd "$(dirname "$0")/.."

"${VENV:-.venv}/bin/python" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
if ! "${VENV:-.venv}/bin/python" -m zipfile -l dist/kg-*.whl | grep -q yasgui.min.js; then
    echo "note: npm could not fetch the query editor; with this wheel, kg serve has its plain form" >&2
fi
