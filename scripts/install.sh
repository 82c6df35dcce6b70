#!/usr/bin/env bash
# Install the exact packages of a lock file, each checked against its hash, and kg itself from this folder.
# Usage: install.sh PYTHON LOCK; PYTHON is that of an environment, whose pip is at least 23.0.
# The lock names every package that is needed, so nothing is resolved: old pips refuse a package with extras that has
# none in the lock. `pip check` says afterwards whether the lock was whole.
set -euo pipefail
cd "$(dirname "$0")/.."

pip() { "$python" -m pip --disable-pip-version-check "$@"; }

python="$1"
pip install -q --no-deps --require-hashes --only-binary :all: -r "$2"
pip install -q --no-deps --no-build-isolation --editable .
pip check
