#!/usr/bin/env bash
# Run the W3C's tests of SPARQL syntax. They are in the source of the package rdflib, which is fetched here, as the lock
# has it, and removed afterwards: nothing of it is in the repository.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
sed -n '/^rdflib==/,/[^\\]$/p' requirements-dev.lock >"$folder/rdflib.lock"
"${VENV:-.venv}/bin/python" -m pip download -qq --disable-pip-version-check --no-deps --no-binary :all: --require-hashes \
    --dest "$folder" -r "$folder/rdflib.lock"
tar -xzf "$folder"/rdflib-*.tar.gz -C "$folder" --strip-components=4 --wildcards '*/test/data/suites/w3c'
KG_W3C="$folder/w3c" "${VENV:-.venv}/bin/python" -m pytest -q tests/inquiry/asking/test_w3c_syntax.py "$@"
