#!/usr/bin/env bash
# Make .venv with the exact packages of a lock file, each checked against its hash, and kg itself from this folder.
# Usage: environment.sh LOCK STAMP; STAMP is written when all is in place.
set -euo pipefail
cd "$(dirname "$0")/.."

python=""
for name in "${PYTHON:-python3.11}" python3 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        python="$name"
        break
    fi
done
if [ -z "$python" ]; then
    echo "no Python 3.11 here: install it, or name it with PYTHON=/path/to/python3.11" >&2
    exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "installing the packages of $1 into .venv …" >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all: -r "$1"
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch "$2"
