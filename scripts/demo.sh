#!/usr/bin/env bash
# Build the graph of the sample articles and show what is in it.
set -euo pipefail
cd "$(dirname "$0")/.."

"${VENV:-.venv}/bin/kg" build seeds --out output
echo
echo "Who builds what, who is to lease it, and who is then to use it (kg query chain):"
"${VENV:-.venv}/bin/kg" query chain --out output
echo "Open output/graph.html in a browser, or ask more: ${VENV:-.venv}/bin/kg query --list"
