#!/usr/bin/env bash
# Write the lock files anew: exact versions and the hashes of every file of them, for Python 3.11 to 3.14 on any platform,
# each of which must have a wheel. Needs uv. Versions that are locked already stay unless UPGRADE=1 is set.
set -euo pipefail
cd "$(dirname "$0")/.."

options=(--quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-emit-index-url --no-emit-find-links)
[ "${UPGRADE:-}" = 1 ] && upgrade=(--upgrade) || upgrade=()
uv pip compile pyproject.toml --group build "${options[@]}" "${upgrade[@]}" --output-file requirements.lock
uv pip compile pyproject.toml --group build --group dev --constraint requirements.lock "${options[@]}" "${upgrade[@]}" \
    --output-file requirements-dev.lock

nowhere="$(mktemp -d)"
trap 'rm -rf "$nowhere"' EXIT
for python in 3.11 3.12 3.13 3.14; do
    for platform in x86_64-manylinux_2_28 aarch64-manylinux_2_28 aarch64-apple-darwin; do
        uv pip install --quiet --dry-run --target "$nowhere" --no-deps --require-hashes --only-binary :all: \
            --python-version "$python" --python-platform "$platform" --requirements requirements-dev.lock
    done
done
