#!/usr/bin/env bash
# Build the graph of the sample articles and show what is in it.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/kg build seeds --out output
echo
.venv/bin/kg query leases --out output
echo
echo "open output/graph.html in a browser, or ask: .venv/bin/kg query --list"
