#!/usr/bin/env bash
# Write the lock files anew: exact versions and the hashes of every file of them, for Python 3.11 on any platform.
# Needs uv. Versions that are locked already stay unless UPGRADE=1 is set.
set -euo pipefail
cd "$(dirname "$0")/.."

options=(--quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-emit-index-url --no-emit-find-links)
[ "${UPGRADE:-}" = 1 ] && upgrade=(--upgrade) || upgrade=()
uv pip compile pyproject.toml --group build "${options[@]}" "${upgrade[@]}" --output-file requirements.lock
uv pip compile pyproject.toml --group build --group dev --constraint requirements.lock "${options[@]}" "${upgrade[@]}" \
    --output-file requirements-dev.lock
