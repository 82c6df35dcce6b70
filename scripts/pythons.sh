#!/usr/bin/env bash
# Print the paths of the Pythons here that can run kg, one of each version, newest first: those on the PATH, then those
# that pyenv has. With PYTHON set, it alone is looked at. What does not start, such as a name of pyenv's for a version
# that is not selected, or cannot make an environment, is passed over.
set -euo pipefail

usable='
import ensurepip, ssl, sys, sysconfig, venv
known = (3, 11) <= sys.version_info[:2] <= (3, 14) and sys.implementation.name == "cpython"
if not known or sysconfig.get_config_var("Py_GIL_DISABLED"):
    sys.exit(1)
print(f"{sys.version_info[0]}.{sys.version_info[1]}", getattr(sys, "_base_executable", sys.executable))
'
if [ -n "${PYTHON:-}" ]; then
    candidates=("$PYTHON")
else
    candidates=(python3.14 python3.13 python3.12 python3.11 python3 python)
    for minor in 14 13 12 11; do
        candidates+=("${PYENV_ROOT:-$HOME/.pyenv}/versions/3.$minor".*/bin/python)
    done
fi
seen=" "
for candidate in "${candidates[@]}"; do
    found="$("$candidate" -c "$usable" 2>/dev/null)" || continue
    version="${found%% *}"
    [[ "$seen" == *" $version "* ]] || echo "${found#* }"
    seen+="$version "
done
