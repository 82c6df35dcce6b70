#!/usr/bin/env bash
# Make an environment with the exact packages of a lock file, and kg itself from this folder, by the newest Python that
# works here. Nothing is done where all is in place. An environment is made anew when a lock has changed, when its Python
# is gone or is not the one that PYTHON names, and when its making was interrupted.
# Usage: [PYTHON=python3.12] [VENV=.venv] environment.sh LOCK
set -euo pipefail
cd "$(dirname "$0")/.."

lock="$1"
venv="${VENV:-.venv}"
# An environment cannot be moved, so its folder counts, too.
key="$(cat requirements.lock requirements-dev.lock scripts/environment.sh scripts/install.sh | cksum) $(pwd -P)"
metadata="$(cksum <pyproject.toml)"

fail() {
    echo "error: $*" >&2
    exit 1
}

version() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null; }

holds() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

is_sound() {
    local has
    holds "$venv/made" "$key" && has="$(version "$venv/bin/python")" &&
        { [ -z "${PYTHON:-}" ] || [ "$(version "$PYTHON")" = "$has" ]; }
}

make_anew() {
    local python pythons
    pythons="$(scripts/pythons.sh)"
    [ -n "$pythons" ] || fail "${PYTHON:-no Python here} is none that kg runs on:" \
        "install CPython 3.11, 3.12, 3.13 or 3.14 with its venv module, or name one with PYTHON=/path/to/python3"
    [ -z "$(ls -A "$venv" 2>/dev/null)" ] || [ -e "$venv/pyvenv.cfg" ] ||
        fail "$venv is no environment: move it away, or name another folder with VENV="
    while read -r python; do
        rm -rf "$venv"
        "$python" -m venv "$venv" >/dev/null 2>&1 && return
    done <<<"$pythons"
    fail "no environment can be made in $venv: see what '$python -m venv $venv' says"
}

is_sound || make_anew
if holds "$venv/$lock.ready" "$metadata" || holds "$venv/requirements-dev.lock.ready" "$metadata"; then
    exit # the lock for development holds all of the other
fi
echo "installing the packages of $lock into $venv, for Python $(version "$venv/bin/python") …" >&2
rm -f "$venv/made"
log="$venv/install.log"
if ! scripts/install.sh "$venv/bin/python" "$lock" >"$log" 2>&1; then
    if grep -qE 'Max retries|Retrying \(|timed out|name resolution' "$log"; then
        fail "the package index cannot be reached: is there a network? All that pip said is in $log"
    fi
    reason="$(grep -m 1 -E 'ERROR|No space|requires' "$log" || tail -n 1 "$log")"
    fail "the packages of $lock cannot be installed: ${reason#ERROR: }: all that pip said is in $log"
fi
echo "$metadata" >"$venv/$lock.ready"
echo "$key" >"$venv/made"
