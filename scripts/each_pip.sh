#!/usr/bin/env bash
# Install all locked packages by the oldest pip that can and by the newest, each into an environment of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
number='import platform, sys; print(platform.python_version(), sys.executable)'
python="$(scripts/pythons.sh | while read -r one; do "$one" -c "$number"; done | sort -V | sed -n '1s/^[^ ]* //p')"
oldest="pip==23.0"
"$python" -c 'import sys; sys.exit(sys.version_info >= (3, 12))' || oldest="pip==23.2.1" # older ones do not start there
for pip in "$oldest" pip; do
    "$python" -m venv --clear "$folder/environment"
    "$folder/environment/bin/python" -m pip install -q --disable-pip-version-check --upgrade "$pip"
    "$folder/environment/bin/python" -m pip --version | cut -d " " -f 1-2
    scripts/install.sh "$folder/environment/bin/python" requirements-dev.lock
done
