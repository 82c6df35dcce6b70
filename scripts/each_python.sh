#!/usr/bin/env bash
# Try kg on every other Python that is here: make an environment, build the graph of the sample articles, which must be
# the same bytes as that of the environment at hand, and run a few tests. In CI, a Debian gives the Pythons that it has.
set -euo pipefail
cd "$(dirname "$0")/.."

venv="${VENV:-.venv}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
# What a Python may change: classes and annotations, dates and numbers, processes, what is pickled.
tests="$(git ls-files tests |
    grep -E '/test_(shipped|schema|quantities|dates|model|pipeline|extraction_records|worker)\.py$')"

version() { "$1" -c 'import platform; print(platform.python_version())'; }

get_from_debian() {
    apt-get update -qq
    for minor in 11 12 13 14; do
        if [ -z "$(PYTHON="python3.$minor" scripts/pythons.sh)" ] && apt-cache show "python3.$minor-venv" >/dev/null 2>&1; then
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "python3.$minor-venv"
        fi
    done
}

try_python() {
    local one="$folder/environment"
    VENV="$one" PYTHON="$1" scripts/environment.sh requirements-dev.lock
    "$one/bin/kg" build seeds --out "$folder/output" >/dev/null
    diff -rq "$folder/expected" "$folder/output"
    "$one/bin/python" -m pytest -q -p no:cacheprovider $tests
    rm -rf "$one" "$folder/output"
}

if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    get_from_debian >&2
fi
"$venv/bin/kg" build seeds --out "$folder/expected" >/dev/null
pythons="$(scripts/pythons.sh)"
while read -r python <&3; do
    if [ "$(version "$python")" != "$(version "$venv/bin/python")" ]; then
        try_python "$python"
        echo "Python $(version "$python"): the same graph, and the tests pass"
    fi
done 3<<<"$pythons"
